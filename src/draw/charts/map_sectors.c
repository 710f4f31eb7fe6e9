/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Links between sectors as a chord diagram: sectors on a rim, a band between each two that refer.
 */
#include <math.h>

#include "draw/charts/sector_links.h"
#include "draw/page/frame.h"
#include "draw/page/side.h"
#include "draw/scene/map.h"
#include "draw/signs/colors.h"
#include "present/words.h"

#define MOST_SECTORS 22
#define WIDTH 1280.0
#define SIDE_WIDTH 19.0 /* in letters of the legend's size */
#define NAME_WIDTH 15.0 /* likewise, of the label's */
#define GAP .022        /* between sectors, radians */
#define LEAST .03       /* of the rim for a sector without links, radians */
#define RIM 16.0
#define BETWEEN_LABELS 3.0
#define MOST_LISTED 8
#define ARC_STEP .03 /* radians between the points of an arc */
#define CURVE_POINTS 24
#define BAND_ALPHA .66
#define NO_SECTOR_RGB 0xC3CAD1

typedef struct {
  const RefnetSummary *summary;
  RefnetSectorLinks *links;
  RefnetTypesetter *typesetter; /* borrowed */
  RefnetScales scales;
  RefnetFrame frame;
  const RefnetColorSet *colors;
  gboolean undirected;
  double side_width;
  RefnetBox drawing;
  RefnetPoint middle;
  double radius;
  /* By group: where it begins and ends on the rim, radians clockwise from the top. */
  double *begin, *end;
  double *offset; /* by group and target: where the band to it begins */
  double per_link;
  RefnetTextBlock *name, *detail;
  RefnetBox *label;
} Page;

static guint32 count_of(const Page *page) {
  return page->links->count;
}

static guint64 pair_links(const Page *page, guint32 a, guint32 b) {
  return refnet_sector_links_of_pair(page->links, page->undirected, a, b);
}

/* Colors come again, paler, when they are used up. */
static RefnetColor color_of(const Page *page, guint32 group) {
  if (!page->links->groups[group].is_sector)
    return refnet_color(NO_SECTOR_RGB, 1);
  RefnetColor color = refnet_color(page->colors->fills[group % page->colors->count], 1);
  double pale = MIN(group / page->colors->count, 2) * .4;
  return (RefnetColor){color.red + (1 - color.red) * pale, color.green + (1 - color.green) * pale,
                       color.blue + (1 - color.blue) * pale, 1};
}

/* ---- on the rim ------------------------------------------------------------------------------ */

static guint64 links_of(const Page *page, guint32 group) {
  guint64 links = 0;
  for (guint32 other = 0; other < count_of(page); other++)
    links += pair_links(page, group, other);
  return links;
}

/* Bands leave a sector in the order in which their other ends follow against the clock, so that
 * they don't cross on the way out; links within it come first. */
static void share_rim(Page *page) {
  guint32 n = count_of(page);
  guint64 total = 0;
  for (guint32 g = 0; g < n; g++)
    total += links_of(page, g);
  double gap = n > 1 ? GAP : 0, least = n > 1 ? LEAST : 0;
  page->per_link = (2 * G_PI - n * (gap + least)) / (double)MAX(total, 1);
  double at = gap / 2;
  for (guint32 g = 0; g < n; g++) {
    page->begin[g] = at;
    at += least / 2;
    for (guint32 k = 0; k < n; k++) {
      guint32 other = (g + n - k) % n;
      page->offset[(gsize)g * n + other] = at;
      at += (double)pair_links(page, g, other) * page->per_link;
    }
    at += least / 2;
    if (total == 0)
      at += (2 * G_PI - n * (gap + least)) / n;
    page->end[g] = at;
    at += gap;
  }
}

static RefnetPoint on_circle(const Page *page, double radius, double angle) {
  return (RefnetPoint){page->middle.x + radius * sin(angle), page->middle.y - radius * cos(angle)};
}

/* ---- labels ---------------------------------------------------------------------------------- */

static char *detail_of(const Page *page, guint32 g) {
  const RefnetSectorGroup *group = &page->links->groups[g];
  g_autofree char *organizations = g_strdup_printf(
      "%u %s", group->organizations, group->organizations == 1 ? "organisation" : "organisations");
  if (page->undirected)
    return g_strdup_printf("%s, %" G_GUINT64_FORMAT "\302\240ties, %" G_GUINT64_FORMAT
                           "\302\240within",
                           organizations, group->out, group->within);
  return g_strdup_printf("%s, %" G_GUINT64_FORMAT "\302\240out, %" G_GUINT64_FORMAT
                         "\302\240in, %" G_GUINT64_FORMAT "\302\240within",
                         organizations, group->out, group->in, group->within);
}

static RefnetFont detail_font(const Page *page) {
  return (RefnetFont){page->scales.label.size * .92, FALSE};
}

static void set_labels(Page *page, guint lines, gboolean has_details) {
  RefnetFont bold = {page->scales.label.size * 1.1, TRUE};
  RefnetFont plain = detail_font(page);
  double beside = MAX(page->drawing.width / 2 - page->radius - 22, NAME_WIDTH * plain.size);
  for (guint32 g = 0; g < count_of(page); g++) {
    refnet_text_block_clear(&page->name[g]);
    refnet_text_block_clear(&page->detail[g]);
    double width = NAME_WIDTH * bold.size;
    refnet_typesetter_wrap(page->typesetter, page->links->groups[g].name, bold, width, lines,
                           &page->name[g]);
    g_autofree char *detail = detail_of(page, g);
    if (has_details)
      refnet_typesetter_wrap(page->typesetter, detail, plain, beside, 2, &page->detail[g]);
    page->label[g].width = MAX(page->name[g].width, page->detail[g].width);
    page->label[g].height = page->name[g].height + page->detail[g].height;
  }
}

static double middle_angle(const Page *page, guint32 group) {
  return (page->begin[group] + page->end[group]) / 2;
}

static gboolean is_right(const Page *page, guint32 group) {
  return sin(middle_angle(page, group)) >= 0;
}

/* The sectors of one side from the top down. */
static guint32 list_side(const Page *page, gboolean right, guint32 *order) {
  guint32 count = 0;
  for (guint32 i = 0; i < count_of(page); i++) {
    guint32 g = right ? i : count_of(page) - 1 - i;
    if (is_right(page, g) == right)
      order[count++] = g;
  }
  return count;
}

/* Each as near to its sector as the others leave room for; FALSE when the side is too short. */
static gboolean place_side(Page *page, gboolean right) {
  g_autofree guint32 *order = g_new(guint32, (gsize)count_of(page) + 1);
  guint32 count = list_side(page, right, order);
  double top = page->drawing.y, bottom = page->drawing.y + page->drawing.height;
  for (guint32 i = 0; i < count; i++) {
    RefnetBox *label = &page->label[order[i]];
    double y = on_circle(page, page->radius + RIM, middle_angle(page, order[i])).y;
    label->y = MAX(y - label->height / 2, top);
    top = label->y + label->height + BETWEEN_LABELS;
  }
  for (guint32 i = count; i-- > 0;) {
    RefnetBox *label = &page->label[order[i]];
    label->y = MIN(label->y, bottom - label->height);
    bottom = label->y - BETWEEN_LABELS;
  }
  return count == 0 || bottom >= page->drawing.y - BETWEEN_LABELS - .01;
}

/* Beside the circle at its height. */
static void place_across(Page *page) {
  double clear = page->radius + 12;
  for (guint32 g = 0; g < count_of(page); g++) {
    RefnetBox *label = &page->label[g];
    double nearest = CLAMP(page->middle.y, label->y, label->y + label->height) - page->middle.y;
    double half = fabs(nearest) < clear ? sqrt(clear * clear - nearest * nearest) : 0;
    label->x =
        is_right(page, g) ? page->middle.x + half + 6 : page->middle.x - half - 6 - label->width;
  }
}

/* In one line. */
static double widest_detail(const Page *page) {
  double widest = 0;
  for (guint32 g = 0; g < count_of(page); g++) {
    g_autofree char *detail = detail_of(page, g);
    widest = MAX(widest, refnet_typesetter_width(page->typesetter, detail, detail_font(page)));
  }
  return widest;
}

static void arrange(Page *page) {
  RefnetBox body = refnet_frame_body(&page->frame);
  static const struct {
    guint lines;
    gboolean has_details;
  } tries[] = {{2, TRUE}, {1, TRUE}, {1, FALSE}};
  page->side_width = MIN(SIDE_WIDTH * page->scales.legend.size, body.width * .4);
  page->drawing = body;
  page->drawing.width = body.width - page->side_width - page->scales.margin;
  page->middle = (RefnetPoint){page->drawing.x + page->drawing.width / 2,
                               page->drawing.y + page->drawing.height / 2};
  double most = page->drawing.height / 2 - 6, half = page->drawing.width / 2;
  page->radius = CLAMP(half - widest_detail(page) - 24, MIN(most, half) * .75, most);
  share_rim(page);
  for (gsize i = 0; i < G_N_ELEMENTS(tries); i++) {
    set_labels(page, tries[i].lines, tries[i].has_details);
    gboolean right = place_side(page, TRUE), left = place_side(page, FALSE);
    if (right && left)
      break;
  }
  place_across(page);
}

/* ---- bands ----------------------------------------------------------------------------------- */

static void append_arc(const Page *page, GArray *points, double radius, double from, double to) {
  int steps = MAX((int)ceil(fabs(to - from) / ARC_STEP), 1);
  for (int i = 0; i <= steps; i++) {
    RefnetPoint point = on_circle(page, radius, from + (to - from) * i / steps);
    g_array_append_val(points, point);
  }
}

static void append_curve(GArray *points, RefnetPoint from, RefnetPoint control, RefnetPoint to) {
  for (int i = 1; i < CURVE_POINTS; i++) {
    double t = (double)i / CURVE_POINTS, u = 1 - t;
    RefnetPoint point = {u * u * from.x + 2 * u * t * control.x + t * t * to.x,
                         u * u * from.y + 2 * u * t * control.y + t * t * to.y};
    g_array_append_val(points, point);
  }
}

typedef struct {
  guint32 a, b;
  guint64 links;
} Band;

/* Neighbors on the rim are joined near it, sectors across from each other through the middle. */
static RefnetPoint control_of(const Page *page, double from, double to) {
  double apart = fabs(remainder(to - from, 2 * G_PI)) / G_PI;
  double middle = from + remainder(to - from, 2 * G_PI) / 2;
  return on_circle(page, (page->radius - RIM) * .62 * (1 - apart), middle);
}

static void draw_band(const Page *page, RefnetScene *scene, const Band *band) {
  guint32 n = count_of(page);
  double inner = page->radius - RIM - 1.5, width = (double)band->links * page->per_link;
  double a = page->offset[(gsize)band->a * n + band->b];
  double b = page->offset[(gsize)band->b * n + band->a];
  g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(RefnetPoint));
  append_arc(page, points, inner, a, a + width);
  if (band->a == band->b) {
    double depth = CLAMP(inner * width, RIM * 1.2, inner * .5);
    append_curve(points, on_circle(page, inner, a + width),
                 on_circle(page, inner - 2 * depth, a + width / 2), on_circle(page, inner, a));
  } else {
    RefnetPoint control = control_of(page, a + width / 2, b + width / 2);
    append_curve(points, on_circle(page, inner, a + width), control, on_circle(page, inner, b));
    append_arc(page, points, inner, b, b + width);
    append_curve(points, on_circle(page, inner, b + width), control, on_circle(page, inner, a));
  }
  guint64 there = refnet_sector_links_at(page->links, band->a, band->b);
  guint64 back = refnet_sector_links_at(page->links, band->b, band->a);
  RefnetPrimitive *shape = refnet_scene_add_polygon(
      scene, REFNET_PART_EDGE, (const RefnetPoint *)(gpointer)points->data, points->len);
  RefnetColor color = color_of(page, there >= back ? band->a : band->b);
  shape->owner = there > 0 ? band->a : band->b;
  shape->other = there > 0 ? band->b : band->a;
  shape->two_way = there > 0 && back > 0 && band->a != band->b;
  shape->fill = (RefnetColor){color.red, color.green, color.blue, BAND_ALPHA};
  shape->stroke = refnet_color(0xFFFFFF, .9);
  shape->stroke_width = .6;
}

static gint compare_bands(gconstpointer left, gconstpointer right) {
  const Band *x = left, *y = right;
  if (x->links != y->links)
    return x->links > y->links ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

/* Busiest first. */
static GArray *list_bands(const Page *page) {
  GArray *bands = g_array_new(FALSE, FALSE, sizeof(Band));
  for (guint32 a = 0; a < count_of(page); a++)
    for (guint32 b = a; b < count_of(page); b++) {
      Band band = {a, b, pair_links(page, a, b)};
      if (band.links > 0)
        g_array_append_val(bands, band);
    }
  g_array_sort(bands, compare_bands);
  return bands;
}

/* ---- onto the scene -------------------------------------------------------------------------- */

static void draw_sector(const Page *page, RefnetScene *scene, guint32 g) {
  g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(RefnetPoint));
  append_arc(page, points, page->radius, page->begin[g], page->end[g]);
  append_arc(page, points, page->radius - RIM, page->end[g], page->begin[g]);
  RefnetPrimitive *rim = refnet_scene_add_polygon(
      scene, REFNET_PART_MARK, (const RefnetPoint *)(gpointer)points->data, points->len);
  rim->owner = g;
  rim->fill = color_of(page, g);
  /* Unpainted: where the sector is, for --geometry. */
  refnet_scene_add_disc(scene, REFNET_PART_NODE,
                        on_circle(page, page->radius - RIM / 2, middle_angle(page, g)), RIM / 2)
      ->owner = g;
}

static void draw_label(const Page *page, RefnetScene *scene, guint32 g) {
  RefnetBox box = page->label[g];
  gboolean right = is_right(page, g);
  RefnetTextStyle style = {.part = REFNET_PART_LABEL,
                           .owner = g,
                           .color = refnet_color(REFNET_INK, 1),
                           .align = right ? REFNET_ALIGN_LEFT : REFNET_ALIGN_RIGHT};
  const RefnetTextBlock *name = &page->name[g], *detail = &page->detail[g];
  refnet_text_block_draw(name, scene, right ? box.x : box.x + box.width - name->width, box.y,
                         &style);
  style.color = refnet_color(REFNET_MUTED_INK, 1);
  refnet_text_block_draw(detail, scene, right ? box.x : box.x + box.width - detail->width,
                         box.y + name->height, &style);
}

/* Where a label does not stand beside its sector. */
static void draw_leader(const Page *page, RefnetScene *scene, guint32 g) {
  RefnetBox box = page->label[g];
  RefnetPoint from = on_circle(page, page->radius + 1, middle_angle(page, g));
  RefnetPoint to = {is_right(page, g) ? box.x - 2 : box.x + box.width + 2,
                    CLAMP(from.y, box.y, box.y + box.height)};
  RefnetPrimitive *leader = refnet_scene_add_line(scene, REFNET_PART_LEADER, from, to);
  leader->stroke = refnet_color(REFNET_MUTED_INK, .8);
  leader->stroke_width = .8;
}

static void list_busiest(const Page *page, RefnetSide *side, const GArray *bands) {
  guint listed = 0;
  for (guint i = 0; i < bands->len && listed < MOST_LISTED; i++) {
    const Band *band = &g_array_index(bands, Band, i);
    if (band->a == band->b)
      continue;
    guint64 there = refnet_sector_links_at(page->links, band->a, band->b);
    guint64 back = refnet_sector_links_at(page->links, band->b, band->a);
    const RefnetSectorGroup *a = &page->links->groups[band->a], *b = &page->links->groups[band->b];
    gboolean turned = back > there && !page->undirected;
    g_autofree char *words =
        g_strdup_printf("%s %s %s", turned ? b->name : a->name, page->undirected ? "–" : "→",
                        turned ? a->name : b->name);
    g_autofree char *figure =
        page->undirected ? g_strdup_printf("%" G_GUINT64_FORMAT, there)
                         : g_strdup_printf("%" G_GUINT64_FORMAT " (back %" G_GUINT64_FORMAT ")",
                                           MAX(there, back), MIN(there, back));
    if (listed++ == 0)
      refnet_side_heading(side, page->undirected ? "Most relationships between two"
                                                 : "Most referral links between two");
    RefnetBox box = refnet_side_entry(side, words, figure);
    if (!side->scene)
      continue;
    RefnetBox swatch = {box.x, box.y + box.height / 2 - 5, 16, 10};
    refnet_scene_add_rectangle(side->scene, REFNET_PART_LEGEND, swatch)->fill =
        color_of(page, there >= back ? band->a : band->b);
  }
}

static void explain_mixing(const Page *page, RefnetSide *side) {
  const RefnetSummary *summary = page->summary;
  guint64 all = page->links->within + page->links->between;
  char index[G_ASCII_DTOSTR_BUF_SIZE], expected[G_ASCII_DTOSTR_BUF_SIZE];
  refnet_side_heading(side, "Within or between sectors");
  g_autofree char *share = refnet_words_share(page->links->within, all);
  g_autofree char *within = g_strdup_printf("%s %s lie within a sector or group.", share,
                                            page->undirected ? "relationships" : "referral links");
  refnet_side_text(side, within);
  if (isnan(summary->ei_index))
    return;
  g_ascii_formatd(index, sizeof index, "%.2f", summary->ei_index);
  g_ascii_formatd(expected, sizeof expected, "%.2f", summary->ei_expected);
  g_autofree char *sentence =
      g_strdup_printf("E–I index of relationships: %s, where −1 is all within sectors and +1 all "
                      "between. Were ties "
                      "blind to sectors, it would be %s.",
                      index, isnan(summary->ei_expected) ? "n/a" : expected);
  refnet_side_text(side, sentence);
}

static void run_side(const Page *page, RefnetScene *scene, const GArray *bands) {
  RefnetSide side = {.typesetter = page->typesetter,
                     .scales = &page->scales,
                     .scene = scene,
                     .x = page->drawing.x + page->drawing.width + page->scales.margin,
                     .y = page->drawing.y,
                     .width = page->side_width};
  refnet_side_heading(&side, "Bands");
  refnet_side_text(&side, page->undirected
                              ? "As wide as the relationships between two sectors are many; a bump "
                                "on the rim: those within one."
                              : "As wide as the referral links between two sectors are many, both "
                                "ways added up, in the colour of the one that refers more. A bump "
                                "on the rim: links within a sector.");
  list_busiest(page, &side, bands);
  explain_mixing(page, &side);
}

static void add_owners(const Page *page, RefnetScene *scene) {
  for (guint32 g = 0; g < count_of(page); g++) {
    g_autofree char *detail = detail_of(page, g);
    g_autofree char *title = g_strdup_printf("%s: %s", page->links->groups[g].name, detail);
    refnet_scene_add_owner(scene, page->links->groups[g].name, title);
  }
}

static RefnetScene *draw_page(Page *page) {
  RefnetScene *scene = refnet_frame_draw(&page->frame);
  g_autoptr(GArray) bands = list_bands(page);
  add_owners(page, scene);
  for (guint i = 0; i < bands->len; i++)
    draw_band(page, scene, &g_array_index(bands, Band, i));
  for (guint32 g = 0; g < count_of(page); g++)
    draw_leader(page, scene, g);
  for (guint32 g = 0; g < count_of(page); g++) {
    draw_sector(page, scene, g);
    draw_label(page, scene, g);
  }
  if (bands->len == 0)
    refnet_frame_draw_notice(&page->frame, page->typesetter, "No relationships",
                             refnet_box_grow((RefnetBox){page->middle.x, page->middle.y, 0, 0},
                                             (page->radius - RIM) * .7),
                             scene);
  run_side(page, scene, bands);
  return scene;
}

/* ---- beginning and end ----------------------------------------------------------------------- */

static void set_frame(Page *page, const RefnetMapOptions *options) {
  const RefnetNetwork *network = page->summary->network;
  RefnetMapOptions named = *options;
  g_autofree char *dataset = refnet_frame_title_of(network->dataset->name);
  g_autofree char *title = g_strdup_printf("%s: links between sectors", dataset);
  g_autofree char *counts =
      g_strdup_printf("%u %s, %" G_GUINT64_FORMAT " %s, %" G_GUINT64_FORMAT " %s",
                      network->vertices, network->vertices == 1 ? "organisation" : "organisations",
                      network->ties, network->ties == 1 ? "relationship" : "relationships",
                      network->arcs, network->arcs == 1 ? "referral link" : "referral links");
  if (!named.title)
    named.title = title;
  refnet_frame_set(&page->frame, page->typesetter, &page->scales, network->dataset, &named, counts);
}

static void clear_page(Page *page) {
  for (guint32 g = 0; page->name && g < count_of(page); g++) {
    refnet_text_block_clear(&page->name[g]);
    refnet_text_block_clear(&page->detail[g]);
  }
  refnet_frame_clear(&page->frame);
  refnet_sector_links_free(page->links);
  g_free(page->begin);
  g_free(page->end);
  g_free(page->offset);
  g_free(page->name);
  g_free(page->detail);
  g_free(page->label);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Page, clear_page)

static void prepare(Page *page) {
  gsize n = (gsize)count_of(page) + 1;
  page->begin = g_new0(double, n);
  page->end = g_new0(double, n);
  page->offset = g_new0(double, n *n);
  page->name = g_new0(RefnetTextBlock, n);
  page->detail = g_new0(RefnetTextBlock, n);
  page->label = g_new0(RefnetBox, n);
  arrange(page);
}

static RefnetScene *draw_notice(const Page *page) {
  RefnetScene *scene = refnet_frame_draw(&page->frame);
  refnet_frame_draw_notice(&page->frame, page->typesetter, "No organisations match",
                           refnet_frame_body(&page->frame), scene);
  return scene;
}

RefnetMap *refnet_map_new_sectors(const RefnetSummary *summary, const RefnetMapOptions *options,
                                  GError **error) {
  if (!refnet_map_check_options(options, error))
    return NULL;
  const RefnetColorSet *colors = options->grayscale
                                     ? refnet_colors_gray(FALSE)
                                     : refnet_colors_find(options->palette, FALSE, error);
  g_autoptr(RefnetTypesetter) typesetter = colors ? refnet_typesetter_new(error) : NULL;
  if (!typesetter)
    return NULL;
  g_auto(Page) page = {.summary = summary,
                       .links = refnet_sector_links_new(summary, MOST_SECTORS),
                       .typesetter = typesetter,
                       .colors = colors,
                       .undirected = summary->network->undirected};
  double width = options->width > 0    ? options->width
                 : options->height > 0 ? options->height * 16 / 9
                                       : WIDTH;
  page.scales =
      refnet_scales_for_page(width, options->height > 0 ? options->height : round(width * 9 / 16));
  set_frame(&page, options);
  if (count_of(&page) > 0)
    prepare(&page);
  RefnetScene *scene = count_of(&page) > 0 ? draw_page(&page) : draw_notice(&page);
  scene->owner_class = "sector";
  return refnet_map_finish(scene, g_steal_pointer(&typesetter), options);
}
