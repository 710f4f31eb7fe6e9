/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The overview of a large network: communities as discs, their ties as lines. */
#include <math.h>
#include <string.h>

#include "draw/atlas.h"
#include "draw/frame.h"
#include "draw/labels.h"
#include "draw/layout.h"
#include "draw/names.h"

#define PAGE_WIDTH 1600.0
#define PAGE_HEIGHT 900.0
#define LEGEND_WIDTH 230.0
/* More would be a crowd again; the others are counted. */
#define MOST_DRAWN 60
/* Ties by which communities are laid out: the strongest of each, or all pull to the middle. */
#define STRONGEST 3
/* Lines drawn for each community at most, in the mean; those that hold it together come besides. */
#define LINES 4
#define SMALLEST_RADIUS 13.0
#define LARGEST_RADIUS 52.0
#define THINNEST 0.8
#define THICKEST 9.0
/* In letters of a label: a name's line. */
#define NAME_WIDTH 15.0
#define HALO 2.5
#define SAMPLES 3
#define REACH 200.0

typedef struct {
  const RefnetCommunities *communities;
  RefnetTypesetter *typesetter;
  guint32 count; /* of communities drawn */
  guint first_page;
  RefnetScales scales;
  RefnetFrame frame;
  RefnetBox drawing;
  char **names; /* by vertex */
  double *radius;
  RefnetPoint *position;
  RefnetTextBlock *label;
  RefnetLabelPlace *place;
  RefnetBox *figures; /* of lines that have their count beside them */
  guint32 figure_count;
  GArray *lines;      /* RefnetDrawnArc that are drawn, strongest first */
  guint64 most;       /* ties between two */
  guint64 left_out;   /* ties between two whose line is not drawn, and how many ties it has at most */
  guint64 left_out_most;
} Overview;

/* ---- sizes ------------------------------------------------------------------------------------ */

static double radius_for(const Overview *overview, guint32 size) {
  double share = (double)size / overview->communities->items[0].size;
  double low = SMALLEST_RADIUS * SMALLEST_RADIUS, high = LARGEST_RADIUS * LARGEST_RADIUS;
  double crowd = overview->count > 24 ? sqrt(24.0 / overview->count) : 1;
  return MAX(sqrt(low + (high - low) * share) * crowd, SMALLEST_RADIUS * 0.8);
}

static double width_for(const Overview *overview, guint64 ties) {
  return THINNEST + (THICKEST - THINNEST) * sqrt((double)ties / (double)MAX(overview->most, 1));
}

static const RefnetDrawnArc *tie_at(const Overview *overview, guint i) {
  return &g_array_index(overview->communities->ties, RefnetDrawnArc, i);
}

static gboolean is_drawn(const Overview *overview, const RefnetDrawnArc *tie) {
  return tie->from < overview->count && tie->to < overview->count;
}

/* ---- layout ----------------------------------------------------------------------------------- */

static gint compare_strength(gconstpointer left, gconstpointer right) {
  const RefnetDrawnArc *a = left, *b = right;
  if (a->count != b->count)
    return a->count > b->count ? -1 : 1;
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  return (a->to > b->to) - (a->to < b->to);
}

/* Ties by falling strength. */
static GArray *strongest_first(const Overview *overview) {
  GArray *sorted = g_array_new(FALSE, FALSE, sizeof(RefnetDrawnArc));
  for (guint i = 0; i < overview->communities->ties->len; i++)
    if (is_drawn(overview, tie_at(overview, i)))
      g_array_append_vals(sorted, tie_at(overview, i), 1);
  g_array_sort(sorted, compare_strength);
  return sorted;
}

static guint32 root_of(guint32 *parent, guint32 k) {
  while (parent[k] != k)
    k = parent[k] = parent[parent[k]];
  return k;
}

/* The strongest of each community, and those that hold everything together. */
static GArray *choose_backbone(const Overview *overview) {
  g_autoptr(GArray) sorted = strongest_first(overview);
  GArray *backbone = g_array_new(FALSE, FALSE, sizeof(RefnetDrawnArc));
  g_autofree guint32 *parent = g_new(guint32, (gsize)overview->count + 1);
  g_autofree guint *degree = g_new0(guint, (gsize)overview->count + 1);
  for (guint32 k = 0; k < overview->count; k++)
    parent[k] = k;
  for (guint i = 0; i < sorted->len; i++) {
    const RefnetDrawnArc *tie = &g_array_index(sorted, RefnetDrawnArc, i);
    guint32 a = root_of(parent, tie->from), b = root_of(parent, tie->to);
    if (a == b && degree[tie->from] >= STRONGEST && degree[tie->to] >= STRONGEST)
      continue;
    parent[a] = b;
    degree[tie->from]++;
    degree[tie->to]++;
    g_array_append_vals(backbone, tie, 1);
  }
  return backbone;
}

/* Where all work with all, only the strongest lines are drawn. */
static void choose_lines(Overview *overview) {
  g_autoptr(GArray) sorted = strongest_first(overview);
  g_autoptr(GArray) backbone = choose_backbone(overview);
  guint most = MIN(sorted->len, LINES * overview->count);
  overview->lines = g_array_new(FALSE, FALSE, sizeof(RefnetDrawnArc));
  g_array_append_vals(overview->lines, sorted->data, most);
  for (guint i = most; i < sorted->len; i++) {
    const RefnetDrawnArc *tie = &g_array_index(sorted, RefnetDrawnArc, i);
    gboolean holds = FALSE;
    for (guint k = 0; k < backbone->len && !holds; k++)
      holds = compare_strength(tie, &g_array_index(backbone, RefnetDrawnArc, k)) == 0;
    if (holds)
      g_array_append_vals(overview->lines, tie, 1);
    else {
      overview->left_out++;
      overview->left_out_most = MAX(overview->left_out_most, tie->count);
    }
  }
}

/* Communities stand for the first organizations of the dataset, in whose place nothing of theirs is
 * asked for: only the ties count. */
static RefnetNetwork *network_of(const Overview *overview) {
  g_autoptr(GArray) backbone = choose_backbone(overview);
  g_autofree guint32 *stand_in = g_new(guint32, (gsize)overview->count + 1);
  for (guint32 k = 0; k < overview->count; k++)
    stand_in[k] = k;
  return refnet_drawn_network_new(overview->communities->network->dataset, stand_in,
                                  overview->count, (RefnetDrawnArc *)(void *)backbone->data,
                                  backbone->len, TRUE);
}

static RefnetFootprint *make_footprints(const Overview *overview) {
  RefnetFootprint *footprints = g_new(RefnetFootprint, (gsize)overview->count + 1);
  for (guint32 k = 0; k < overview->count; k++) {
    double radius = overview->radius[k] + 4;
    double half = MAX(radius, overview->label[k].width * 0.5);
    footprints[k] = (RefnetFootprint){half, half, radius, radius + overview->label[k].height};
  }
  return footprints;
}

/* Communities without a tie to others stand in a row at the bottom. */
static void place_alone(Overview *overview, const RefnetLayout *layout) {
  g_autofree gboolean *placed = g_new0(gboolean, (gsize)overview->count + 1);
  guint32 alone = overview->count - layout->placed, next = 0;
  for (guint32 i = 0; i < layout->placed; i++)
    placed[layout->member[i]] = TRUE;
  for (guint32 k = 0; k < overview->count; k++)
    if (!placed[k])
      overview->position[k] = (RefnetPoint){
          overview->drawing.x + overview->drawing.width * (next++ + 0.5) / MAX(alone, 1),
          overview->drawing.y + overview->drawing.height - overview->radius[k] -
              overview->label[k].height - 8};
}

static gboolean lay_out(Overview *overview, const RefnetMapOptions *options, GError **error) {
  RefnetMapOptions plain = {.seed = options->seed};
  g_autoptr(RefnetNetwork) network = network_of(overview);
  g_autoptr(RefnetLayout) layout = refnet_layout_new(network, &plain, error);
  g_autofree RefnetFootprint *footprints = make_footprints(overview);
  RefnetBox area = overview->drawing;
  if (!layout)
    return FALSE;
  layout->most_stretch = 1.6;
  layout->longest_unit = 420;
  if (layout->placed < overview->count)
    area.height *= 0.8;
  if (!refnet_layout_fit(layout, footprints, area, overview->position, error))
    return FALSE;
  place_alone(overview, layout);
  return TRUE;
}

/* ---- labels ----------------------------------------------------------------------------------- */

/* One block of lines set apart: how many they are, then the first names. */
static void set_label(Overview *overview, guint32 k, guint lines) {
  const RefnetCommunity *community = &overview->communities->items[k];
  RefnetTextBlock *label = &overview->label[k];
  RefnetFont font = overview->scales.label;
  refnet_text_block_clear(label);
  label->font = font;
  label->width = label->height = 0;
  g_autofree char *size = g_strdup_printf("%u organisations", community->size);
  for (guint i = 0; i < MIN(lines, REFNET_TEXT_LINES) && i <= community->size; i++) {
    RefnetTextBlock line;
    const char *text = i == 0 ? size : overview->names[community->member[i - 1]];
    refnet_typesetter_wrap(overview->typesetter, text, font, NAME_WIDTH * font.size, 1, &line);
    if (line.line_count == 0)
      continue;
    label->lines[label->line_count++] = line.lines[0];
    label->width = MAX(label->width, line.width);
    label->height += line.height;
  }
}

static RefnetLabelField make_field(const Overview *overview) {
  RefnetLabelDisc *discs = g_new(RefnetLabelDisc, (gsize)overview->count + 1);
  RefnetLabelLine *lines = g_new(RefnetLabelLine, (gsize)overview->lines->len + 1);
  for (guint32 k = 0; k < overview->count; k++)
    discs[k] = (RefnetLabelDisc){overview->position[k], overview->radius[k]};
  for (guint i = 0; i < overview->lines->len; i++) {
    const RefnetDrawnArc *tie = &g_array_index(overview->lines, RefnetDrawnArc, i);
    lines[i] = (RefnetLabelLine){overview->position[tie->from], overview->position[tie->to]};
  }
  return (RefnetLabelField){.area = overview->drawing,
                            .discs = discs,
                            .disc_count = overview->count,
                            .lines = lines,
                            .line_count = overview->lines->len};
}

static void place_labels(Overview *overview, guint64 seed) {
  RefnetLabelField field = make_field(overview);
  g_autofree RefnetLabelRequest *requests =
      g_new0(RefnetLabelRequest, (gsize)overview->count + 1);
  for (guint lines = REFNET_TEXT_LINES; lines > 0; lines--) {
    gboolean complete = TRUE;
    for (guint32 k = 0; k < overview->count; k++) {
      if (!overview->place[k].placed)
        set_label(overview, k, lines);
      requests[k] = (RefnetLabelRequest){k, overview->label[k].width, overview->label[k].height,
                                         1 + overview->radius[k] / LARGEST_RADIUS};
    }
    refnet_labels_place(&field, requests, overview->count, REACH, seed, overview->place);
    for (guint32 k = 0; k < overview->count; k++)
      complete &= overview->place[k].placed;
    if (complete)
      break;
  }
  g_free((RefnetLabelDisc *)field.discs);
  g_free((RefnetLabelLine *)field.lines);
}

/* ---- drawing ---------------------------------------------------------------------------------- */

static void draw_text(const Overview *overview, RefnetScene *scene, const char *text,
                      RefnetFont font, RefnetPoint at, double lean, double width,
                      RefnetTextStyle style) {
  RefnetTextBlock block;
  refnet_typesetter_wrap(overview->typesetter, text, font, width, 1, &block);
  refnet_text_block_draw(&block, scene, at.x - lean * block.width, at.y - lean * block.height,
                         &style);
  refnet_text_block_clear(&block);
}

static void add_owners(const Overview *overview, RefnetScene *scene) {
  scene->owner_class = "community";
  for (guint32 k = 0; k < overview->count; k++) {
    const RefnetCommunity *community = &overview->communities->items[k];
    g_autofree char *id = g_strdup_printf("community-%u", k + 1);
    g_autofree char *title = g_strdup_printf(
        "Community %u: %u organisations, %" G_GUINT64_FORMAT " relationships among them, %"
        G_GUINT64_FORMAT " with others",
        k + 1, community->size, community->inside, community->outside);
    refnet_scene_add_owner(scene, id, title);
  }
}

static void draw_lines(const Overview *overview, RefnetScene *scene) {
  for (guint i = overview->lines->len; i-- > 0;) {
    const RefnetDrawnArc *tie = &g_array_index(overview->lines, RefnetDrawnArc, i);
    RefnetPrimitive *line =
        refnet_scene_add_line(scene, REFNET_PART_EDGE, overview->position[tie->from],
                              overview->position[tie->to]);
    line->owner = tie->from;
    line->other = tie->to;
    line->stroke = refnet_color(0x8A97A3, 0.45);
    line->stroke_width = width_for(overview, tie->count);
  }
}

/* Is there room for a figure? */
static gboolean is_free(const Overview *overview, RefnetBox box) {
  RefnetBox wide = refnet_box_grow(box, 2);
  for (guint32 k = 0; k < overview->count; k++)
    if (refnet_box_meets_disc(wide, overview->position[k], overview->radius[k]) ||
        (overview->place[k].placed && refnet_box_overlaps(wide, overview->place[k].box)))
      return FALSE;
  for (guint32 i = 0; i < overview->figure_count; i++)
    if (refnet_box_overlaps(wide, overview->figures[i]))
      return FALSE;
  return refnet_box_inside(box, overview->drawing);
}

/* The count of a tie on its line, near the middle, where there is room. */
static void draw_figure(Overview *overview, const RefnetDrawnArc *tie, RefnetScene *scene) {
  static const double shares[] = {0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73};
  RefnetPoint from = overview->position[tie->from], to = overview->position[tie->to];
  RefnetTextBlock block;
  RefnetTextStyle style = {.part = REFNET_PART_FIGURE,
                           .owner = REFNET_NONE,
                           .color = refnet_color(REFNET_MUTED_INK, 1),
                           .halo = HALO};
  g_autofree char *text = g_strdup_printf("%" G_GUINT64_FORMAT, tie->count);
  refnet_typesetter_wrap(overview->typesetter, text, overview->scales.number, 1000, 1, &block);
  for (gsize i = 0; i < G_N_ELEMENTS(shares); i++) {
    RefnetBox box = {from.x + (to.x - from.x) * shares[i] - block.width / 2,
                     from.y + (to.y - from.y) * shares[i] - block.height / 2, block.width,
                     block.height};
    if (!is_free(overview, box))
      continue;
    refnet_text_block_draw(&block, scene, box.x, box.y, &style);
    overview->figures[overview->figure_count++] = box;
    break;
  }
  refnet_text_block_clear(&block);
}

static void draw_figures(Overview *overview, RefnetScene *scene) {
  overview->figures = g_new0(RefnetBox, (gsize)overview->lines->len + 1);
  for (guint i = 0; i < overview->lines->len; i++)
    draw_figure(overview, &g_array_index(overview->lines, RefnetDrawnArc, i), scene);
}

static void draw_leader(const Overview *overview, guint32 k, RefnetScene *scene) {
  if (!overview->place[k].placed || !overview->place[k].leader)
    return;
  RefnetPrimitive *leader = refnet_scene_add_line(scene, REFNET_PART_LEADER,
                                                  overview->position[k], overview->place[k].anchor);
  leader->owner = k;
  leader->stroke = refnet_color(REFNET_INK, 1);
  leader->stroke_width = 1;
}

static void draw_disc(const Overview *overview, guint32 k, RefnetScene *scene) {
  g_autofree char *number = g_strdup_printf("%u", k + 1);
  RefnetTextStyle style = {
      .part = REFNET_PART_MARK, .owner = k, .color = refnet_color(REFNET_INK, 1)};
  RefnetFont font = {CLAMP(overview->radius[k] * 0.8, 9, 22), TRUE};
  draw_leader(overview, k, scene);
  RefnetPrimitive *disc = refnet_scene_add_disc(scene, REFNET_PART_NODE, overview->position[k],
                                                overview->radius[k]);
  disc->owner = k;
  disc->fill = refnet_color(0xBBD9F0, 1);
  disc->stroke = refnet_color(0x2A6F9E, 1);
  disc->stroke_width = 1.2;
  draw_text(overview, scene, number, font, overview->position[k], 0.5, 1000, style);
}

static void draw_label(const Overview *overview, guint32 k, RefnetScene *scene) {
  const RefnetLabelPlace *place = &overview->place[k];
  RefnetTextStyle style = {.part = REFNET_PART_LABEL,
                           .owner = k,
                           .color = refnet_color(REFNET_INK, 1),
                           .align = place->lean < 0.25   ? REFNET_ALIGN_LEFT
                                    : place->lean > 0.75 ? REFNET_ALIGN_RIGHT
                                                         : REFNET_ALIGN_CENTER,
                           .halo = HALO};
  if (place->placed)
    refnet_text_block_draw(&overview->label[k], scene, place->box.x, place->box.y, &style);
}

/* ---- legend ----------------------------------------------------------------------------------- */

static const RefnetTextStyle legend_style = {
    .part = REFNET_PART_LEGEND, .owner = REFNET_NONE, .color = {0.16, 0.2, 0.24, 1}};

static double draw_paragraph(const Overview *overview, RefnetScene *scene, const char *text,
                             RefnetFont font, double x, double y) {
  RefnetTextBlock block;
  refnet_typesetter_wrap(overview->typesetter, text, font, LEGEND_WIDTH, REFNET_TEXT_LINES, &block);
  refnet_text_block_draw(&block, scene, x, y, &legend_style);
  double below = y + block.height + font.size * 0.6;
  refnet_text_block_clear(&block);
  return below;
}

static guint choose_samples(guint64 low, guint64 high, guint64 samples[SAMPLES]) {
  guint count = 0;
  samples[count++] = low;
  if (high > low + 1)
    samples[count++] = (low + high) / 2;
  if (high > low)
    samples[count++] = high;
  return count;
}

/* Discs within each other on one ground, their figures beside the tops. */
static double draw_sizes(const Overview *overview, RefnetScene *scene, double x, double y) {
  const RefnetCommunity *items = overview->communities->items;
  RefnetFont font = overview->scales.legend;
  guint64 samples[SAMPLES];
  guint count = choose_samples(items[overview->count - 1].size, items[0].size, samples);
  double largest = radius_for(overview, items[0].size), last = y - font.size;
  for (guint i = count; i-- > 0;) {
    double radius = radius_for(overview, (guint32)samples[i]);
    double top = y + 2 * (largest - radius), text = MAX(top, last + font.size * 1.3);
    RefnetPoint middle = {x + largest, y + 2 * largest - radius};
    RefnetPoint from = {x + largest, top}, to = {x + 2 * largest + 12, text};
    RefnetPrimitive *disc = refnet_scene_add_disc(scene, REFNET_PART_LEGEND, middle, radius);
    disc->fill = refnet_color(0xE3EAF0, 1);
    disc->stroke = refnet_color(REFNET_MUTED_INK, 1);
    disc->stroke_width = 1;
    RefnetPrimitive *line = refnet_scene_add_line(scene, REFNET_PART_LEGEND, from, to);
    line->stroke = refnet_color(REFNET_MUTED_INK, 0.7);
    line->stroke_width = 0.8;
    g_autofree char *figure = g_strdup_printf("%" G_GUINT64_FORMAT, samples[i]);
    draw_text(overview, scene, figure, font,
              (RefnetPoint){to.x + 6 + font.size, text}, 0.5, 1000, legend_style);
    last = text;
  }
  return MAX(y + 2 * largest, last) + font.size;
}

static double draw_widths(const Overview *overview, RefnetScene *scene, double x, double y) {
  guint64 samples[SAMPLES], least = overview->most;
  for (guint i = 0; i < overview->lines->len; i++)
    least = MIN(least, g_array_index(overview->lines, RefnetDrawnArc, i).count);
  guint count = choose_samples(least, overview->most, samples);
  double step = LEGEND_WIDTH / SAMPLES;
  for (guint i = 0; i < count; i++) {
    RefnetPoint from = {x + i * step, y + THICKEST}, to = {x + (i + 0.8) * step, y + THICKEST};
    RefnetPrimitive *line = refnet_scene_add_line(scene, REFNET_PART_LEGEND, from, to);
    line->stroke = refnet_color(0x8A97A3, 0.9);
    line->stroke_width = width_for(overview, samples[i]);
    g_autofree char *figure = g_strdup_printf("%" G_GUINT64_FORMAT, samples[i]);
    draw_text(overview, scene, figure, overview->scales.legend,
              (RefnetPoint){x + (i + 0.4) * step,
                            y + 2 * THICKEST + overview->scales.legend.size * 0.8},
              0.5, 1000, legend_style);
  }
  return y + 2 * THICKEST + 2.6 * overview->scales.legend.size;
}

/* Organizations that are in no disc. */
static guint32 count_left_out(const Overview *overview) {
  guint32 left_out = overview->communities->rest_size;
  for (guint32 k = overview->count; k < overview->communities->count; k++)
    left_out += overview->communities->items[k].size;
  return left_out;
}

static void draw_legend(const Overview *overview, RefnetScene *scene) {
  RefnetFont heading = overview->scales.heading, font = overview->scales.legend;
  double x = overview->scales.width - overview->scales.margin - LEGEND_WIDTH;
  double y = overview->drawing.y;
  guint32 left_out = count_left_out(overview);
  y = draw_paragraph(overview, scene, "Communities", heading, x, y);
  y = draw_paragraph(overview, scene,
                     "Groups of organisations with more relationships among each other than with "
                     "others",
                     font, x, y);
  y = draw_paragraph(overview, scene, "Named: their most connected", font, x, y);
  if (overview->first_page > 0) {
    g_autofree char *page =
        g_strdup_printf("Community 1 is on page %u, community 2 on page %u, and so on; the index "
                        "is at the end",
                        overview->first_page, overview->first_page + 1);
    y = draw_paragraph(overview, scene, page, font, x, y);
  }
  y = draw_paragraph(overview, scene, "Disc size: organisations", heading, x, y + font.size);
  y = draw_sizes(overview, scene, x, y);
  if (overview->most > 0) {
    y = draw_paragraph(overview, scene, "Line width: relationships", heading, x, y + font.size);
    y = draw_widths(overview, scene, x, y);
    y = draw_paragraph(overview, scene, "Figures on lines count them", font, x, y);
  }
  if (overview->left_out > 0) {
    g_autofree char *note = g_strdup_printf(
        "Not drawn: %" G_GUINT64_FORMAT " lines of %" G_GUINT64_FORMAT " %s or fewer",
        overview->left_out, overview->left_out_most,
        overview->left_out_most == 1 ? "relationship" : "relationships");
    y = draw_paragraph(overview, scene, note, overview->scales.source, x, y + font.size);
  }
  if (left_out > 0) {
    g_autofree char *note = g_strdup_printf(
        "Not drawn: %u %s in smaller communities or without relationships", left_out,
        left_out == 1 ? "organisation" : "organisations");
    draw_paragraph(overview, scene, note, overview->scales.source, x, y + font.size);
  }
}

/* ---- all of it -------------------------------------------------------------------------------- */

static void set_frame(Overview *overview, const RefnetMapOptions *options) {
  const RefnetNetwork *network = overview->communities->network;
  g_autofree char *counts = g_strdup_printf(
      "%u organisations, %" G_GUINT64_FORMAT " relationships, %u communities", network->vertices,
      network->ties, overview->communities->count);
  refnet_frame_set(&overview->frame, overview->typesetter, &overview->scales, network->dataset,
                   options, counts);
  overview->drawing = refnet_frame_body(&overview->frame);
  overview->drawing.width =
      MAX(overview->drawing.width - LEGEND_WIDTH - overview->scales.margin, 60);
}

static void prepare(Overview *overview) {
  guint32 count = overview->count;
  overview->names = refnet_names_for_map(overview->communities->network);
  overview->radius = g_new0(double, (gsize)count + 1);
  overview->position = g_new0(RefnetPoint, (gsize)count + 1);
  overview->label = g_new0(RefnetTextBlock, (gsize)count + 1);
  overview->place = g_new0(RefnetLabelPlace, (gsize)count + 1);
  for (guint32 k = 0; k < count; k++) {
    overview->radius[k] = radius_for(overview, overview->communities->items[k].size);
    set_label(overview, k, REFNET_TEXT_LINES);
  }
  for (guint i = 0; i < overview->communities->ties->len; i++)
    if (is_drawn(overview, tie_at(overview, i)))
      overview->most = MAX(overview->most, tie_at(overview, i)->count);
  choose_lines(overview);
}

static void overview_clear(Overview *overview) {
  for (guint32 k = 0; k < overview->count; k++)
    refnet_text_block_clear(&overview->label[k]);
  refnet_frame_clear(&overview->frame);
  g_strfreev(overview->names);
  g_free(overview->radius);
  g_free(overview->position);
  g_free(overview->label);
  g_free(overview->place);
  g_free(overview->figures);
  g_array_unref(overview->lines);
}

static RefnetScene *draw_scene(Overview *overview) {
  RefnetScene *scene = refnet_frame_draw(&overview->frame);
  add_owners(overview, scene);
  draw_lines(overview, scene);
  draw_figures(overview, scene);
  for (guint32 k = 0; k < overview->count; k++)
    draw_disc(overview, k, scene);
  for (guint32 k = 0; k < overview->count; k++)
    draw_label(overview, k, scene);
  draw_legend(overview, scene);
  return scene;
}

RefnetScene *refnet_overview_draw(const RefnetCommunities *communities,
                                  const RefnetMapOptions *options, guint first_page,
                                  RefnetTypesetter *typesetter, GError **error) {
  Overview overview = {.communities = communities,
                       .typesetter = typesetter,
                       .first_page = first_page,
                       .count = MIN(communities->count, MOST_DRAWN)};
  overview.scales = refnet_scales_for_page(options->width > 0 ? options->width : PAGE_WIDTH,
                                           options->height > 0 ? options->height : PAGE_HEIGHT);
  RefnetScene *scene = NULL;
  set_frame(&overview, options);
  if (overview.count == 0) {
    scene = refnet_frame_draw(&overview.frame);
    refnet_frame_draw_notice(&overview.frame, typesetter, "No communities found", overview.drawing,
                             scene);
    refnet_frame_clear(&overview.frame);
    return scene;
  }
  prepare(&overview);
  if (lay_out(&overview, options, error)) {
    place_labels(&overview, options->seed);
    scene = draw_scene(&overview);
  }
  overview_clear(&overview);
  return scene;
}
