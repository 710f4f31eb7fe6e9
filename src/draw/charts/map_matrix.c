/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network as a matrix: rows refer to columns, in groups, darker the more referrals. */
#include <math.h>
#include <string.h>

#include "draw/labels/names.h"
#include "draw/page/frame.h"
#include "draw/page/legend.h"
#include "draw/scene/map.h"
#include "draw/signs/encoding.h"

#define MOST_ORGANIZATIONS 600
#define MOST_NAMED 60
#define MOST_NUMBERED 150
#define MANY 100 /* want a larger page */
/* Share of the page that the key may take: beyond it, neither key nor numbers are drawn. */
#define MOST_FOR_KEY .5
#define LARGEST_CELL 30.0
#define LARGEST_LETTER 13.0
#define LETTER .74      /* of a cell */
#define NAME_WIDTH 17.0 /* in letters of its size */
#define STRIP 6.0       /* of a group's color beside the cells */
#define TOTAL_WIDTH 2.6 /* in letters */
#define GRID_RGB 0xE3E8EC
#define DIAGONAL_RGB 0xD4DADF
#define LIGHT_RGB 0xBFD7EA
#define DARK_RGB 0x08306B
#define SAMPLES 3

typedef struct {
  const RefnetNetwork *network;
  RefnetTypesetter *typesetter; /* borrowed */
  RefnetScales scales;
  RefnetFrame frame;
  RefnetEncoding *encoding;
  RefnetLegend *legend;
  char **names;   /* by vertex */
  guint32 *order; /* vertices, top to bottom */
  guint32 *rank;  /* by vertex, in the order */
  const char **key;
  guint64 most, least; /* referrals of an arc */
  double cell, letter, label_width, label_height, total_width;
  RefnetPoint cells_at, legend_at;
  gboolean has_no_key; /* for want of room */
} Page;

static guint32 size_of(const Page *page) {
  return page->network->vertices;
}
static gboolean is_named(const Page *page) {
  return size_of(page) <= MOST_NAMED;
}
static gboolean is_numbered(const Page *page) {
  return size_of(page) > MOST_NAMED && size_of(page) <= MOST_NUMBERED && !page->has_no_key;
}
static guint group_of(const Page *page, guint32 vertex) {
  return page->encoding->color->group_of[vertex];
}

/* ---- order ----------------------------------------------------------------------------------- */

static gint compare_vertices(gconstpointer left, gconstpointer right, gpointer data) {
  const Page *page = data;
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  if (group_of(page, v) != group_of(page, w))
    return group_of(page, v) < group_of(page, w) ? -1 : 1;
  guint32 a = refnet_network_degree(page->network, v), b = refnet_network_degree(page->network, w);
  if (a != b)
    return a > b ? -1 : 1;
  return (v > w) - (v < w);
}

static void set_order(Page *page) {
  guint32 n = size_of(page);
  page->order = g_new(guint32, (gsize)n + 1);
  page->rank = g_new(guint32, (gsize)n + 1);
  page->key = g_new0(const char *, (gsize)n + 1);
  for (guint32 v = 0; v < n; v++)
    page->order[v] = v;
  if (n > 1)
    g_qsort_with_data(page->order, (gint)n, sizeof *page->order, compare_vertices, page);
  for (guint32 i = 0; i < n; i++) {
    page->rank[page->order[i]] = i;
    page->key[i] = page->names[page->order[i]];
  }
}

static void find_extremes(Page *page) {
  for (guint64 a = 0; a < page->network->arcs; a++) {
    guint64 count = page->network->arc_count[a];
    page->most = MAX(page->most, count);
    page->least = a == 0 ? count : MIN(page->least, count);
  }
}

/* Groups by sector need two sectors that are known. */
static gboolean tells_sectors_apart(const RefnetNetwork *network) {
  guint32 first = REFNET_NONE;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 sector = refnet_network_organization(network, v)->sector;
    if (sector != REFNET_NONE && first != REFNET_NONE && sector != first)
      return TRUE;
    first = sector != REFNET_NONE ? sector : first;
  }
  return FALSE;
}

/* ---- measures -------------------------------------------------------------------------------- */

static RefnetFont letters(const Page *page) {
  return (RefnetFont){page->letter, FALSE};
}

static void wrap_label(const Page *page, guint32 place, RefnetTextBlock *block) {
  g_autofree char *number = g_strdup_printf("%u", place + 1);
  refnet_typesetter_wrap(page->typesetter, is_named(page) ? page->key[place] : number,
                         letters(page), NAME_WIDTH * page->letter, 1, block);
}

static void measure_labels(Page *page) {
  page->letter = MIN(page->cell * LETTER, LARGEST_LETTER);
  page->label_width = page->label_height = 0;
  page->total_width = is_named(page) || is_numbered(page) ? TOTAL_WIDTH * page->letter : 0;
  for (guint32 i = 0; i < size_of(page) && page->total_width > 0; i++) {
    RefnetTextBlock block;
    wrap_label(page, i, &block);
    page->label_width = MAX(page->label_width, block.width + 5);
    page->label_height =
        is_named(page) ? page->label_width : MAX(page->label_height, block.width + 5);
    refnet_text_block_clear(&block);
  }
}

static double beside_cells(const Page *page) {
  return page->label_width + STRIP + 2 + page->total_width;
}

static double above_cells(const Page *page) {
  return page->label_height + STRIP + 2 + page->total_width;
}

static double sample_height(const Page *page) {
  return page->scales.legend.size * 3.6;
}

static void make_legend(Page *page, double height) {
  static const char *const note =
      "Rows refer to columns. Right: to how many; below: how many refer there.";
  static const char *const note_undirected =
      "A cell joins row and column. Margins: relationships of each.";
  static const char *const note_without_key =
      "Rows refer to columns. Who they are needs a larger page, such as --size a3.";
  RefnetLegendContent content = {.encoding = page->encoding,
                                 .scales = &page->scales,
                                 .directed = !page->network->undirected,
                                 .key = page->key,
                                 .key_length = is_numbered(page) ? size_of(page) : 0,
                                 .key_lines = 1,
                                 .note = size_of(page) > MOST_NUMBERED ? "Rows refer to columns."
                                         : page->has_no_key            ? note_without_key
                                         : page->network->undirected   ? note_undirected
                                                                       : note};
  g_clear_pointer(&page->legend, refnet_legend_free);
  page->legend = refnet_legend_new(page->typesetter, &content, height);
}

/* The largest cells that the page has room for; letters go by them, and labels take room, too. */
static void arrange(Page *page) {
  RefnetBox body = refnet_frame_body(&page->frame);
  make_legend(page, body.height);
  if (refnet_legend_width(page->legend) > body.width * MOST_FOR_KEY && is_numbered(page)) {
    page->has_no_key = TRUE;
    make_legend(page, body.height);
  }
  double legend = refnet_legend_width(page->legend);
  double width = MAX(body.width - legend - page->scales.margin, body.width * .3);
  double height = body.height - sample_height(page);
  double small = .5, large = LARGEST_CELL;
  for (int round = 0; round < 12; round++) {
    page->cell = (small + large) / 2;
    measure_labels(page);
    gboolean fits = beside_cells(page) + page->cell * size_of(page) <= width &&
                    above_cells(page) + page->cell * size_of(page) <= height;
    *(fits ? &small : &large) = page->cell;
  }
  page->cell = small;
  measure_labels(page);
  double taken = beside_cells(page) + page->cell * size_of(page);
  page->cells_at = (RefnetPoint){body.x + MAX(width - taken, 0) / 2 + page->label_width + STRIP + 2,
                                 body.y + page->label_height + STRIP + 2};
  page->legend_at = (RefnetPoint){body.x + body.width - legend, body.y};
}

/* ---- cells ----------------------------------------------------------------------------------- */

static RefnetBox cell_box(const Page *page, guint32 row, guint32 column) {
  return (RefnetBox){page->cells_at.x + column * page->cell, page->cells_at.y + row * page->cell,
                     page->cell, page->cell};
}

/* By the logarithm: counts are heavy-tailed. */
static RefnetColor shade(const Page *page, guint64 referrals) {
  double share = log((double)MAX(referrals, 1)) / log((double)MAX(page->most, 10));
  if (page->most == page->least)
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
static void draw_lines(const Page *page, RefnetScene *scene, guint32 step, guint32 rgb,
                       double width) {
  guint32 n = size_of(page);
  RefnetPoint at = page->cells_at;
  double side = n * page->cell;
  for (guint32 i = 0; i <= n; i++) {
    gboolean begins =
        i == 0 || i == n || group_of(page, page->order[i]) != group_of(page, page->order[i - 1]);
    double off = i * page->cell;
    if (step == 0 ? !begins : i % step != 0)
      continue;
    draw_line(scene, (RefnetPoint){at.x, at.y + off}, (RefnetPoint){at.x + side, at.y + off}, rgb,
              width);
    draw_line(scene, (RefnetPoint){at.x + off, at.y}, (RefnetPoint){at.x + off, at.y + side}, rgb,
              width);
  }
}

/* Where an organization would refer to itself; also its place for --geometry. */
static void draw_diagonal(const Page *page, RefnetScene *scene) {
  for (guint32 i = 0; i < size_of(page); i++) {
    RefnetBox box = cell_box(page, i, i);
    RefnetPrimitive *cell = refnet_scene_add_rectangle(scene, REFNET_PART_CELL, box);
    cell->owner = page->order[i];
    cell->fill = refnet_color(DIAGONAL_RGB, 1);
    refnet_scene_add_disc(scene, REFNET_PART_NODE,
                          (RefnetPoint){box.x + page->cell / 2, box.y + page->cell / 2},
                          page->cell / 2)
        ->owner = page->order[i];
  }
}

static void draw_arc(const Page *page, RefnetScene *scene, guint32 from, guint32 to,
                     guint64 referrals) {
  RefnetBox box = cell_box(page, page->rank[from], page->rank[to]);
  double inset = page->cell > 6 ? .5 : 0;
  RefnetPrimitive *cell =
      refnet_scene_add_rectangle(scene, REFNET_PART_EDGE, refnet_box_grow(box, -inset));
  cell->owner = from;
  cell->other = to;
  cell->fill = shade(page, referrals);
}

static void draw_arcs(const Page *page, RefnetScene *scene) {
  const RefnetNetwork *network = page->network;
  for (guint64 a = 0; a < network->arcs && !network->undirected; a++)
    draw_arc(page, scene, network->arc_from[a], network->arc_to[a], network->arc_count[a]);
  for (guint64 t = 0; t < network->ties && network->undirected; t++) {
    guint64 referrals = refnet_scales_referrals(network, t);
    draw_arc(page, scene, network->tie_a[t], network->tie_b[t], referrals);
    draw_arc(page, scene, network->tie_b[t], network->tie_a[t], referrals);
  }
}

/* ---- margins --------------------------------------------------------------------------------- */

static void draw_strips(const Page *page, RefnetScene *scene) {
  guint32 n = size_of(page);
  for (guint32 first = 0, end; first < n; first = end) {
    guint group = group_of(page, page->order[first]);
    for (end = first; end < n && group_of(page, page->order[end]) == group; end++)
      ;
    double off = first * page->cell, length = (end - first) * page->cell;
    RefnetBox strips[] = {{page->cells_at.x - STRIP - 2, page->cells_at.y + off, STRIP, length},
                          {page->cells_at.x + off, page->cells_at.y - STRIP - 2, length, STRIP}};
    for (gsize i = 0; i < G_N_ELEMENTS(strips); i++) {
      RefnetPrimitive *strip = refnet_scene_add_rectangle(scene, REFNET_PART_GROUND, strips[i]);
      strip->fill = page->encoding->color->groups[group].fill;
      strip->stroke = page->encoding->color->groups[group].outline;
      strip->stroke_width = .5;
    }
  }
}

static void draw_label(const Page *page, RefnetScene *scene, guint32 place, gboolean of_column) {
  RefnetTextBlock block;
  RefnetTextStyle style = {
      .part = REFNET_PART_LABEL, .owner = page->order[place], .color = refnet_color(REFNET_INK, 1)};
  RefnetBox cell = cell_box(page, place, place);
  double x = page->cells_at.x - STRIP - 5, y = page->cells_at.y - STRIP - 5;
  wrap_label(page, place, &block);
  if (of_column)
    refnet_text_block_draw_turned(&block, scene, cell.x + page->cell / 2, y, &style);
  else
    refnet_text_block_draw(&block, scene, x - block.width, cell.y + (page->cell - block.height) / 2,
                           &style);
  refnet_text_block_clear(&block);
}

static void draw_total(const Page *page, RefnetScene *scene, guint64 total, RefnetPoint at,
                       gboolean below) {
  RefnetTextBlock block;
  RefnetTextStyle style = {
      .part = REFNET_PART_TOTAL, .owner = REFNET_NONE, .color = refnet_color(REFNET_MUTED_INK, 1)};
  g_autofree char *text = g_strdup_printf("%" G_GUINT64_FORMAT, total);
  refnet_typesetter_wrap(page->typesetter, text, letters(page), 1000, 1, &block);
  if (below)
    refnet_text_block_draw_turned(&block, scene, at.x, at.y + block.width + 3, &style);
  else
    refnet_text_block_draw(&block, scene, at.x + 4, at.y - block.height / 2, &style);
  refnet_text_block_clear(&block);
}

static void draw_totals(const Page *page, RefnetScene *scene, guint32 place) {
  const RefnetNetwork *network = page->network;
  guint32 v = page->order[place];
  guint64 out = network->out_start[v + 1] - network->out_start[v];
  guint64 in = network->in_start[v + 1] - network->in_start[v];
  RefnetBox right = cell_box(page, place, size_of(page)),
            below = cell_box(page, size_of(page), place);
  if (network->undirected)
    out = in = refnet_network_degree(network, v);
  draw_total(page, scene, out, (RefnetPoint){right.x, right.y + page->cell / 2}, FALSE);
  draw_total(page, scene, in, (RefnetPoint){below.x + page->cell / 2, below.y}, TRUE);
}

/* Three cells with what they stand for, below the matrix. */
static void draw_samples(const Page *page, RefnetScene *scene) {
  guint64 middle = (guint64)round(sqrt((double)page->least * (double)page->most));
  guint64 samples[SAMPLES] = {page->least, middle, page->most}, last = 0;
  RefnetTextStyle style = {
      .part = REFNET_PART_LEGEND, .owner = REFNET_NONE, .color = refnet_color(REFNET_INK, 1)};
  double size = page->scales.legend.size, x = page->cells_at.x - page->label_width;
  double y = page->cells_at.y + size_of(page) * page->cell + page->total_width + size * 1.2;
  for (int i = -1; i < SAMPLES; i++) {
    if (i >= 0 && samples[i] == last)
      continue;
    last = i >= 0 ? samples[i] : 0;
    g_autofree char *text =
        i < 0 ? g_strdup("Referrals:") : g_strdup_printf("%" G_GUINT64_FORMAT, last);
    RefnetTextBlock block;
    refnet_typesetter_wrap(page->typesetter, text, page->scales.legend, 1000, 1, &block);
    if (i >= 0) {
      RefnetBox box = {x, y + (block.height - size) / 2, size, size};
      refnet_scene_add_rectangle(scene, REFNET_PART_LEGEND, box)->fill = shade(page, last);
      x += size * 1.4;
    }
    refnet_text_block_draw(&block, scene, x, y, &style);
    x += block.width + size * 1.4;
    refnet_text_block_clear(&block);
  }
}

/* ---- the page -------------------------------------------------------------------------------- */

static void add_owners(const Page *page, RefnetScene *scene) {
  const RefnetNetwork *network = page->network;
  for (guint32 v = 0; v < size_of(page); v++) {
    const RefnetOrganization *organization = refnet_network_organization(network, v);
    const char *group = page->encoding->color->groups[group_of(page, v)].name;
    g_autofree char *name = refnet_text_display(organization->name, 0);
    g_autofree char *title = g_strdup_printf(
        "%s%s%s, refers to %" G_GUINT64_FORMAT ", referred to by %" G_GUINT64_FORMAT, name,
        group ? " — " : "", group ? group : "", network->out_start[v + 1] - network->out_start[v],
        network->in_start[v + 1] - network->in_start[v]);
    refnet_scene_add_owner(scene, organization->id, title);
  }
}

static RefnetScene *draw_page(const Page *page) {
  RefnetScene *scene = refnet_frame_draw(&page->frame);
  add_owners(page, scene);
  draw_strips(page, scene);
  if (page->cell > 5)
    draw_lines(page, scene, 1, GRID_RGB, .6);
  draw_diagonal(page, scene);
  draw_arcs(page, scene);
  draw_lines(page, scene, 0, REFNET_MUTED_INK, .9);
  for (guint32 i = 0; i < size_of(page) && page->total_width > 0; i++) {
    draw_label(page, scene, i, FALSE);
    draw_totals(page, scene, i);
  }
  for (guint32 i = 0; i < size_of(page) && page->total_width > 0; i++)
    draw_label(page, scene, i, TRUE);
  if (page->network->arcs > 0)
    draw_samples(page, scene);
  refnet_legend_draw(page->legend, scene, page->legend_at.x, page->legend_at.y);
  return scene;
}

static void set_frame(Page *page, const RefnetMapOptions *options) {
  const RefnetNetwork *network = page->network;
  RefnetMapOptions named = *options;
  g_autofree char *dataset = refnet_frame_title_of(network->dataset->name);
  g_autofree char *title = g_strdup_printf("%s: who refers to whom", dataset);
  g_autofree char *counts =
      g_strdup_printf("%u %s, %" G_GUINT64_FORMAT " %s", network->vertices,
                      network->vertices == 1 ? "organisation" : "organisations", network->arcs,
                      network->arcs == 1 ? "referral link" : "referral links");
  if (!named.title)
    named.title = title;
  refnet_frame_set(&page->frame, page->typesetter, &page->scales, network->dataset, &named, counts);
}

/* Large matrices want a page less wide than a slide. */
static void choose_scales(Page *page, const RefnetMapOptions *options) {
  double shape = size_of(page) > 30 ? .75 : 9.0 / 16, width = options->width;
  if (!(width > 0))
    width = options->height > 0          ? options->height / shape
            : size_of(page) > MANY       ? 2400
            : size_of(page) > MOST_NAMED ? 1900
            : size_of(page) > 30         ? 1600
                                         : 1280;
  page->scales = refnet_scales_for_page(round(width), options->height > 0 ? options->height
                                                                          : round(width * shape));
}

static gboolean prepare(Page *page, const RefnetMeasures *measures, const RefnetMapOptions *options,
                        GError **error) {
  RefnetMapOptions grouped = *options;
  if (!grouped.color_by && measures && !tells_sectors_apart(page->network))
    grouped.color_by = "community";
  grouped.size_by = "none";
  page->encoding = refnet_encoding_new(page->network, measures, NULL, NULL, NULL, &grouped, error);
  if (!page->encoding)
    return FALSE;
  page->names = refnet_names_by(page->network, options->label);
  set_order(page);
  find_extremes(page);
  arrange(page);
  return TRUE;
}

static void clear_page(Page *page) {
  refnet_frame_clear(&page->frame);
  refnet_encoding_free(page->encoding);
  refnet_legend_free(page->legend);
  g_strfreev(page->names);
  g_free(page->order);
  g_free(page->rank);
  g_free(page->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Page, clear_page)

static RefnetScene *draw_notice(const Page *page) {
  RefnetScene *scene = refnet_frame_draw(&page->frame);
  refnet_frame_draw_notice(&page->frame, page->typesetter, "No organisations match",
                           refnet_frame_body(&page->frame), scene);
  return scene;
}

RefnetMap *refnet_map_new_matrix(const RefnetNetwork *network, const RefnetMeasures *measures,
                                 const RefnetMapOptions *options, GError **error) {
  if (!refnet_map_check_options(options, error))
    return NULL;
  if (network->vertices > MOST_ORGANIZATIONS) {
    g_set_error(
        error, REFNET_ERROR, REFNET_ERROR_USAGE,
        "%u organisations are too many for one matrix, which holds %d: choose a part of them, "
        "by area or service for example",
        network->vertices, MOST_ORGANIZATIONS);
    return NULL;
  }
  g_autoptr(RefnetTypesetter) typesetter = refnet_typesetter_new(error);
  if (!typesetter)
    return NULL;
  g_auto(Page) page = {.network = network, .typesetter = typesetter};
  choose_scales(&page, options);
  set_frame(&page, options);
  if (network->vertices > 0 && !prepare(&page, measures, options, error))
    return NULL;
  RefnetScene *scene = network->vertices > 0 ? draw_page(&page) : draw_notice(&page);
  return refnet_map_finish(scene, g_steal_pointer(&typesetter), options);
}
