/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells, then what stands at the margins. */
#include <math.h>

#include "draw/charts/matrix.h"
#include "draw/signs/discs.h"
#include "present/wording/words.h"

#define GRID_RGB 0xE3E8EC
#define DIAGONAL_RGB 0xD4DADF
#define LIGHT_RGB 0xBFD7EA
#define DARK_RGB 0x08306B
#define SAMPLES 3

/* ---- cells ----------------------------------------------------------------------------------- */

static RefnetBox cell_box(const RefnetMatrix *matrix, guint32 row, guint32 column) {
  return (RefnetBox){matrix->cells_at.x + column * matrix->cell,
                     matrix->cells_at.y + row * matrix->cell, matrix->cell, matrix->cell};
}

/* By the logarithm: counts are heavy-tailed. */
static RefnetColor shade(const RefnetMatrix *matrix, guint64 referrals) {
  double share = log((double)MAX(referrals, 1)) / log((double)MAX(matrix->most, 10));
  if (matrix->most == matrix->least)
    share = .6;
  RefnetColor light = refnet_color(LIGHT_RGB, 1), dark = refnet_color(DARK_RGB, 1);
  return (RefnetColor){light.red + (dark.red - light.red) * share,
                       light.green + (dark.green - light.green) * share,
                       light.blue + (dark.blue - light.blue) * share, 1};
}

static void draw_line(RefnetScene *scene, RefnetPoint from, RefnetPoint to, guint32 rgb,
                      double width) {
  RefnetPrimitive *line = refnet_scene_add_line(scene, REFNET_PART_GROUND, from, to);
  line->stroke = refnet_color(rgb, 1);
  line->stroke_width = width;
}

/* Lines at every `step`th organization, or where a group begins when `step` is 0. */
static void draw_lines(const RefnetMatrix *matrix, RefnetScene *scene, guint32 step, guint32 rgb,
                       double width) {
  guint32 n = refnet_matrix_size(matrix);
  RefnetPoint at = matrix->cells_at;
  double side = n * matrix->cell;
  for (guint32 i = 0; i <= n; i++) {
    gboolean begins = i == 0 || i == n ||
                      refnet_matrix_group(matrix, matrix->order[i]) !=
                          refnet_matrix_group(matrix, matrix->order[i - 1]);
    double off = i * matrix->cell;
    if (step == 0 ? !begins : i % step != 0)
      continue;
    draw_line(scene, (RefnetPoint){at.x, at.y + off}, (RefnetPoint){at.x + side, at.y + off}, rgb,
              width);
    draw_line(scene, (RefnetPoint){at.x + off, at.y}, (RefnetPoint){at.x + off, at.y + side}, rgb,
              width);
  }
}

/* Where an organization would refer to itself; also its place for --geometry. */
static void draw_diagonal(const RefnetMatrix *matrix, RefnetScene *scene) {
  for (guint32 i = 0; i < refnet_matrix_size(matrix); i++) {
    RefnetBox box = cell_box(matrix, i, i);
    RefnetPrimitive *cell = refnet_scene_add_rectangle(scene, REFNET_PART_CELL, box);
    cell->owner = matrix->order[i];
    cell->fill = refnet_color(DIAGONAL_RGB, 1);
    refnet_scene_add_disc(scene, REFNET_PART_NODE,
                          (RefnetPoint){box.x + matrix->cell / 2, box.y + matrix->cell / 2},
                          matrix->cell / 2)
        ->owner = matrix->order[i];
  }
}

static void draw_arc(const RefnetMatrix *matrix, RefnetScene *scene, guint32 from, guint32 to,
                     guint64 referrals) {
  RefnetBox box = cell_box(matrix, matrix->rank[from], matrix->rank[to]);
  double inset = matrix->cell > 6 ? .5 : 0;
  RefnetPrimitive *cell =
      refnet_scene_add_rectangle(scene, REFNET_PART_EDGE, refnet_box_grow(box, -inset));
  cell->owner = from;
  cell->other = to;
  cell->fill = shade(matrix, referrals);
}

static void draw_arcs(const RefnetMatrix *matrix, RefnetScene *scene) {
  const RefnetNetwork *network = matrix->network;
  for (guint64 a = 0; a < network->arcs && !network->undirected; a++)
    draw_arc(matrix, scene, network->arc_from[a], network->arc_to[a], network->arc_count[a]);
  for (guint64 t = 0; t < network->ties && network->undirected; t++) {
    guint64 referrals = refnet_scales_referrals(network, t);
    draw_arc(matrix, scene, network->tie_a[t], network->tie_b[t], referrals);
    draw_arc(matrix, scene, network->tie_b[t], network->tie_a[t], referrals);
  }
}

/* ---- margins --------------------------------------------------------------------------------- */

/* The group's sign as the legend has it: colors come again in other forms. */
static void draw_symbol(const RefnetMatrix *matrix, RefnetScene *scene, guint group,
                        RefnetBox strip) {
  const RefnetGroup *look = &matrix->encoding->color->groups[group];
  double radius = MIN(REFNET_MATRIX_STRIP * .8, matrix->cell * .45) * refnet_form_reach(look->form);
  RefnetPoint middle = {strip.x + strip.width / 2, strip.y + strip.height / 2};
  refnet_disc_draw(look, scene, REFNET_PART_GROUND, REFNET_NONE, middle, radius, REFNET_RIM_PLAIN);
}

static void draw_strips(const RefnetMatrix *matrix, RefnetScene *scene) {
  guint32 n = refnet_matrix_size(matrix);
  for (guint32 first = 0, end; first < n; first = end) {
    guint group = refnet_matrix_group(matrix, matrix->order[first]);
    for (end = first; end < n && refnet_matrix_group(matrix, matrix->order[end]) == group; end++)
      ;
    double off = first * matrix->cell, length = (end - first) * matrix->cell;
    RefnetBox strips[] = {{matrix->cells_at.x - REFNET_MATRIX_STRIP - 2, matrix->cells_at.y + off,
                           REFNET_MATRIX_STRIP, length},
                          {matrix->cells_at.x + off, matrix->cells_at.y - REFNET_MATRIX_STRIP - 2,
                           length, REFNET_MATRIX_STRIP}};
    for (gsize i = 0; i < G_N_ELEMENTS(strips); i++) {
      RefnetPrimitive *strip = refnet_scene_add_rectangle(scene, REFNET_PART_GROUND, strips[i]);
      strip->fill = matrix->encoding->color->groups[group].fill;
      strip->stroke = matrix->encoding->color->groups[group].outline;
      strip->stroke_width = .5;
      draw_symbol(matrix, scene, group, strips[i]);
    }
  }
}

static void draw_label(const RefnetMatrix *matrix, RefnetScene *scene, guint32 place,
                       gboolean of_column) {
  RefnetTextBlock block;
  RefnetTextStyle style = {.part = REFNET_PART_LABEL,
                           .owner = matrix->order[place],
                           .color = refnet_color(REFNET_INK, 1)};
  RefnetBox cell = cell_box(matrix, place, place);
  double x = matrix->cells_at.x - REFNET_MATRIX_STRIP - REFNET_MATRIX_LABEL_GAP,
         y = matrix->cells_at.y - REFNET_MATRIX_STRIP - REFNET_MATRIX_LABEL_GAP;
  refnet_matrix_wrap_label(matrix, place, of_column, &block);
  if (of_column && matrix->columns_numbered)
    refnet_text_block_draw(&block, scene, cell.x + (matrix->cell - block.width) / 2,
                           y - block.height + 2, &style);
  else if (of_column)
    refnet_text_block_draw_turned(&block, scene, (RefnetPoint){cell.x + matrix->cell / 2, y},
                                  -G_PI / 2, &style);
  else
    refnet_text_block_draw(&block, scene, x - block.width,
                           cell.y + (matrix->cell - block.height) / 2, &style);
  refnet_text_block_clear(&block);
}

static void draw_total(const RefnetMatrix *matrix, RefnetScene *scene, guint64 total,
                       RefnetPoint at, gboolean below) {
  RefnetTextBlock block;
  RefnetTextStyle style = {
      .part = REFNET_PART_TOTAL, .owner = REFNET_NONE, .color = refnet_color(REFNET_MUTED_INK, 1)};
  g_autofree char *text = refnet_words_digits(total);
  refnet_typesetter_wrap(matrix->typesetter, text, refnet_matrix_letters(matrix), 1000, 1, &block);
  if (below)
    refnet_text_block_draw_turned(&block, scene, (RefnetPoint){at.x, at.y + block.width + 3},
                                  -G_PI / 2, &style);
  else
    refnet_text_block_draw(&block, scene, at.x + 4, at.y - block.height / 2, &style);
  refnet_text_block_clear(&block);
}

static void draw_totals(const RefnetMatrix *matrix, RefnetScene *scene, guint32 place) {
  const RefnetNetwork *network = matrix->whole;
  guint32 v = refnet_matrix_in_whole(matrix, matrix->order[place]);
  guint64 out = network->out_start[v + 1] - network->out_start[v];
  guint64 in = network->in_start[v + 1] - network->in_start[v];
  RefnetBox right = cell_box(matrix, place, refnet_matrix_size(matrix)),
            below = cell_box(matrix, refnet_matrix_size(matrix), place);
  if (network->undirected)
    out = in = refnet_network_degree(network, v);
  draw_total(matrix, scene, out, (RefnetPoint){right.x, right.y + matrix->cell / 2}, FALSE);
  draw_total(matrix, scene, in, (RefnetPoint){below.x + matrix->cell / 2, below.y}, TRUE);
}

/* Three cells with what they stand for, below the matrix. */
static void draw_samples(const RefnetMatrix *matrix, RefnetScene *scene) {
  guint64 middle = (guint64)round(sqrt((double)matrix->least * (double)matrix->most));
  guint64 samples[SAMPLES] = {matrix->least, middle, matrix->most}, last = 0;
  RefnetTextStyle style = {
      .part = REFNET_PART_LEGEND, .owner = REFNET_NONE, .color = refnet_color(REFNET_INK, 1)};
  double size = matrix->scales.legend.size, x = matrix->cells_at.x - matrix->label_width;
  double y = matrix->cells_at.y + refnet_matrix_size(matrix) * matrix->cell + matrix->total_width +
             size * (matrix->scales.is_slide ? .6 : 1.2);
  for (int i = -1; i < SAMPLES; i++) {
    if (i >= 0 && samples[i] == last)
      continue;
    last = i >= 0 ? samples[i] : 0;
    g_autofree char *text = i < 0 ? g_strdup("Referrals:") : refnet_words_digits(last);
    RefnetTextBlock block;
    refnet_typesetter_wrap(matrix->typesetter, text, matrix->scales.legend, 1000, 1, &block);
    if (i >= 0) {
      RefnetBox box = {x, y + (block.height - size) / 2, size, size};
      refnet_scene_add_rectangle(scene, REFNET_PART_LEGEND, box)->fill = shade(matrix, last);
      x += size * 1.4;
    }
    refnet_text_block_draw(&block, scene, x, y, &style);
    x += block.width + size * 1.4;
    refnet_text_block_clear(&block);
  }
}

/* ---- the page -------------------------------------------------------------------------------- */

static void add_owners(const RefnetMatrix *matrix, RefnetScene *scene) {
  const RefnetNetwork *network = matrix->whole;
  for (guint32 shown = 0; shown < refnet_matrix_size(matrix); shown++) {
    guint32 v = refnet_matrix_in_whole(matrix, shown);
    const RefnetOrganization *organization = refnet_network_organization(network, v);
    const char *group = matrix->encoding->color->groups[refnet_matrix_group(matrix, shown)].name;
    g_autofree char *name = refnet_text_display(organization->name, 0);
    g_autofree char *out = refnet_words_digits(network->out_start[v + 1] - network->out_start[v]);
    g_autofree char *in = refnet_words_digits(network->in_start[v + 1] - network->in_start[v]);
    g_autofree char *title = g_strdup_printf("%s%s%s, refers to %s, referred to by %s", name,
                                             group ? " — " : "", group ? group : "", out, in);
    refnet_scene_add_owner(scene, organization->id, title);
  }
}

RefnetScene *refnet_matrix_draw(const RefnetMatrix *matrix) {
  RefnetScene *scene = refnet_frame_draw(&matrix->frame);
  scene->is_part = matrix->network != matrix->whole;
  add_owners(matrix, scene);
  draw_strips(matrix, scene);
  if (matrix->cell > 5)
    draw_lines(matrix, scene, 1, GRID_RGB, .6);
  draw_diagonal(matrix, scene);
  draw_arcs(matrix, scene);
  draw_lines(matrix, scene, 0, REFNET_MUTED_INK, .9);
  for (guint32 i = 0; i < refnet_matrix_size(matrix) && refnet_matrix_is_labeled(matrix); i++) {
    draw_label(matrix, scene, i, FALSE);
    if (refnet_matrix_has_totals(matrix))
      draw_totals(matrix, scene, i);
  }
  for (guint32 i = 0; i < refnet_matrix_size(matrix) && refnet_matrix_is_labeled(matrix); i++)
    if (refnet_matrix_has_column_label(matrix, i))
      draw_label(matrix, scene, i, TRUE);
  if (matrix->network->arcs > 0 && matrix->is_counted)
    draw_samples(matrix, scene);
  refnet_legend_draw(matrix->legend, scene, matrix->legend_at.x, matrix->legend_at.y);
  return scene;
}
