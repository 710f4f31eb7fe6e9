/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pages of a given size, of every kind: letters that can be read there, all of them on the page, no
 * two on each other, the legend clear of the drawing. */

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "draw/scene/map.h"
#include "unit/draw/wide_county.h"
#include "unit/support.h"

/* ---- datasets -------------------------------------------------------------------------------- */

#define THREE                                                                                      \
  "id,name,sector,services,areas\na,Ash House,health,dental care,East\n"                           \
  "b,Birch Center,aging,meals,West\nc,Cedar,aging,,East\n"
#define THREE_REFERRALS "from,to,count\na,b,3\nb,a,1\n"
#define THREE_AREAS "area,latitude,longitude\nEast,43.7,-82.7\nWest,43.6,-82.9\n"
#define THREE_CONTACTS "organization,name\na,Ann Ash\nb,Bob Bay\n"

typedef struct {
  const char *name, *path; /* NULL: made here */
} Set;

static const Set sets[] = {{"harbor-county", "datasets/harbor-county"},
                           {"indiana-tobacco-contact", "datasets/indiana-tobacco-contact"},
                           {"cheyenne-search-rescue", "datasets/cheyenne-search-rescue"},
                           {"three", NULL},
                           {"wide", NULL}};

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
  RefnetMeasures *measures;
  RefnetRisks *risks;
} Data;

static RefnetDataset *load_set(const Set *set, GError **error) {
  if (set->path) {
    const char *root = g_getenv("REFNET_ROOT");
    g_autofree char *path = g_build_filename(root ? root : ".", set->path, NULL);
    return refnet_dataset_load(path, NULL, error);
  }
  if (g_str_equal(set->name, "wide"))
    return wide_county_load(error);
  return support_load(error, "organizations.csv", THREE, "referrals.csv", THREE_REFERRALS,
                      "areas.csv", THREE_AREAS, "contacts.csv", THREE_CONTACTS, NULL);
}

static Data open_set(const Set *set) {
  GError *error = NULL;
  Data data = {.dataset = load_set(set, &error)};
  assert_null(error);
  data.network = refnet_network_new(data.dataset, NULL, FALSE, &error);
  data.measures = refnet_measures_new(data.network, 1, &error);
  RefnetRiskOptions options = {.turnover = REFNET_DEFAULT_TURNOVER,
                               .as_of = refnet_date_from_ymd(2026, 6, 30)};
  data.risks = refnet_risks_new(data.network, &options, &error);
  assert_null(error);
  return data;
}

static void close_set(Data *data) {
  refnet_risks_free(data->risks);
  refnet_measures_free(data->measures);
  refnet_network_free(data->network);
  refnet_dataset_free(data->dataset);
}

/* ---- kinds ----------------------------------------------------------------------------------- */

static guint32 busiest(const RefnetNetwork *network) {
  guint32 best = 0;
  for (guint32 v = 1; v < network->vertices; v++)
    if (refnet_network_degree(network, v) > refnet_network_degree(network, best))
      best = v;
  return best;
}

static RefnetMap *draw_network(const Data *data, const RefnetMapOptions *options, GError **error) {
  return refnet_map_new(data->network, data->measures, options, error);
}

static RefnetMap *draw_ego(const Data *data, const RefnetMapOptions *options, GError **error) {
  return refnet_map_new_ego(data->network, data->measures, busiest(data->network), 2, options,
                            error);
}

static RefnetMap *draw_path(const Data *data, const RefnetMapOptions *options, GError **error) {
  guint32 from = busiest(data->network);
  g_autoptr(RefnetPaths) paths = refnet_paths_new(
      data->network, from, (from + data->network->vertices / 2) % data->network->vertices, 3, 2,
      options->as_of, error);
  return paths ? refnet_map_new_path(paths, data->measures, options, error) : NULL;
}

static RefnetMap *draw_overlap(const Data *data, const RefnetMapOptions *options, GError **error) {
  g_autoptr(RefnetDuplicates) duplicates = refnet_duplicates_new(data->network, NULL, error);
  return duplicates ? refnet_map_new_overlap(duplicates, options, error) : NULL;
}

/* As if the filtered network were last year's. */
static RefnetMap *draw_change(const Data *data, const RefnetMapOptions *options, GError **error) {
  RefnetFilter filter = {.min_count = 2};
  g_autoptr(RefnetNetwork) old = refnet_network_new(data->dataset, &filter, FALSE, error);
  const RefnetCompareOptions compare = {.only_relationships = TRUE};
  g_autoptr(RefnetChanges) changes =
      old ? refnet_changes_new(old, data->network, &compare, error) : NULL;
  return changes ? refnet_map_new_change(changes, options, error) : NULL;
}

static RefnetMap *draw_matrix(const Data *data, const RefnetMapOptions *options, GError **error) {
  return refnet_map_new_matrix(data->network, data->measures, options, error);
}

static RefnetMap *draw_sectors(const Data *data, const RefnetMapOptions *options, GError **error) {
  g_autoptr(RefnetSummary) summary = refnet_summary_new(data->network, 1, error);
  return summary ? refnet_map_new_sectors(summary, options, error) : NULL;
}

static RefnetMap *draw_geo(const Data *data, const RefnetMapOptions *options, GError **error) {
  return refnet_map_new_geo(data->network, data->measures, options, error);
}

static RefnetMap *draw_communities(const Data *data, const RefnetMapOptions *options,
                                   GError **error) {
  return refnet_map_new_communities(data->network, data->measures, options, error);
}

static RefnetMap *draw_atlas(const Data *data, const RefnetMapOptions *options, GError **error) {
  return refnet_map_new_atlas(data->network, data->measures, options, error);
}

static RefnetMap *draw_gaps(const Data *data, const RefnetMapOptions *options, GError **error) {
  RefnetGapOptions gap_options = {.as_of = options->as_of};
  g_autoptr(RefnetGaps) gaps = refnet_gaps_new(data->network, &gap_options, error);
  return gaps ? refnet_map_new_gaps(gaps, &gap_options, options, error) : NULL;
}

static RefnetMap *draw_gap_map(const Data *data, const RefnetMapOptions *options, GError **error) {
  RefnetGapOptions gap_options = {.as_of = options->as_of};
  g_autoptr(RefnetGaps) gaps = refnet_gaps_new(data->network, &gap_options, error);
  return gaps ? refnet_map_new_gap_map(gaps, &gap_options, options, error) : NULL;
}

static RefnetMap *draw_risk(const Data *data, const RefnetMapOptions *options, GError **error) {
  return refnet_map_new_risks(data->risks, options, error);
}

static RefnetMap *draw_departure(const Data *data, const RefnetMapOptions *options,
                                 GError **error) {
  return data->dataset->contact_count > 0
             ? refnet_map_new_departure(data->risks, data->dataset->contacts[0].person, TRUE,
                                        options, error)
             : NULL;
}

/* Charts are tried on paper, too; networks are, with their own tests. */
static const struct {
  const char *name;
  RefnetMap *(*draw)(const Data *data, const RefnetMapOptions *options, GError **error);
  gboolean is_chart;
} kinds[] = {{"network", draw_network, FALSE},
             {"ego", draw_ego, FALSE},
             {"path", draw_path, FALSE},
             {"overlap", draw_overlap, FALSE},
             {"change", draw_change, FALSE},
             {"matrix", draw_matrix, TRUE},
             {"sectors", draw_sectors, TRUE},
             {"geo", draw_geo, FALSE},
             {"communities", draw_communities, TRUE},
             {"atlas", draw_atlas, FALSE},
             {"gaps", draw_gaps, TRUE},
             {"gap-map", draw_gap_map, TRUE},
             {"risk", draw_risk, FALSE},
             {"departure", draw_departure, FALSE}};

/* ---- what has to hold of a page -------------------------------------------------------------- */

typedef struct {
  const char *kind, *set, *size;
  guint page, wrong;
} Where;

static void complain(Where *where, const char *what, const RefnetPrimitive *a,
                     const RefnetPrimitive *b) {
  if (where->wrong++ < 4)
    print_message("%s of %s, %s, page %u: %s: \"%s\" (%.1f pt at %.0f, %.0f) %s\n", where->kind,
                  where->set, where->size, where->page, what, a->text ? a->text : "", a->font.size,
                  a->box.x, a->box.y, b && b->text ? b->text : "");
}

static gboolean is_text(const RefnetPrimitive *primitive) {
  return primitive->shape == REFNET_SHAPE_TEXT && primitive->text && *primitive->text;
}

static gboolean is_legend(const RefnetPrimitive *primitive) {
  return primitive->part == REFNET_PART_LEGEND || primitive->part == REFNET_PART_KEY;
}

static gboolean is_drawing(const RefnetPrimitive *primitive) {
  return primitive->part == REFNET_PART_NODE || primitive->part == REFNET_PART_CELL ||
         primitive->part == REFNET_PART_GAP || primitive->part == REFNET_PART_ISOLATES ||
         primitive->part == REFNET_PART_APART || primitive->part == REFNET_PART_SCALE;
}

/* Ascent and descent of lines that follow each other may touch. */
static RefnetBox core(const RefnetPrimitive *primitive) {
  return refnet_box_grow(primitive->box, is_text(primitive) ? -.1 * primitive->font.size : -.5);
}

static void check_pair(Where *where, const RefnetPrimitive *a, const RefnetPrimitive *b) {
  if (!refnet_box_overlaps(core(a), core(b)))
    return;
  if (is_text(a) && is_text(b))
    complain(where, "on each other", a, b);
  else if ((is_text(a) && is_legend(a) && is_drawing(b)) ||
           (is_text(b) && is_legend(b) && is_drawing(a)) || (is_legend(a) && is_drawing(b)) ||
           (is_legend(b) && is_drawing(a)))
    complain(where, "legend in the drawing", is_text(a) ? a : b, is_text(a) ? b : a);
}

static void check_scene(Where *where, const RefnetScene *scene, double least) {
  RefnetBox page = {0, 0, scene->width, scene->height};
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *a = refnet_scene_at(scene, i);
    if (is_text(a) && a->font.size < least - 1e-6)
      complain(where, "too small", a, NULL);
    if (is_text(a) && !refnet_box_inside(a->box, refnet_box_grow(page, .01)))
      complain(where, "beyond the page", a, NULL);
    for (gsize j = i + 1;
         (is_text(a) || is_legend(a) || is_drawing(a)) && j < refnet_scene_length(scene); j++) {
      const RefnetPrimitive *b = refnet_scene_at(scene, j);
      if (is_text(b) || is_legend(b) || is_drawing(b))
        check_pair(where, a, b);
    }
  }
}

static guint check_map(const Data *data, gsize kind, const char *set, const char *size,
                       double width, double height, double least) {
  RefnetMapOptions options = {.as_of = refnet_date_from_ymd(2026, 6, 30),
                              .seed = 1,
                              .width = width,
                              .height = height,
                              .least_text = least};
  Where where = {kinds[kind].name, set, size, 1, 0};
  GError *error = NULL;
  g_autoptr(RefnetMap) map = kinds[kind].draw(data, &options, &error);
  /* No coordinates: nothing to draw on the ground. */
  if (g_error_matches(error, REFNET_ERROR, REFNET_ERROR_INPUT))
    g_clear_error(&error);
  if (error)
    print_message("%s of %s: %s\n", where.kind, set, error->message);
  assert_null(error);
  if (!map)
    return 0;
  check_scene(&where, map->scene, least);
  for (guint i = 0; i < map->more->len; i++) {
    where.page = i + 2;
    check_scene(&where, g_ptr_array_index(map->more, i), least);
  }
  if (where.wrong > 0)
    print_message("%s of %s, %s: %u\n", where.kind, set, size, where.wrong);
  return where.wrong;
}

/* Other pages run the same code; under the sanitizers that takes a minute and more. */
#ifdef __SANITIZE_ADDRESS__
enum { CHECKS_SLIDES_ONLY = TRUE };
#else
enum { CHECKS_SLIDES_ONLY = FALSE };
#endif

static void check_size(const char *size, double width, double height, double least) {
  const char *only_set = g_getenv("SET"), *only_kind = g_getenv("KIND");
  guint wrong = 0;
  if (CHECKS_SLIDES_ONLY && least != 18)
    return;
  for (gsize s = 0; s < G_N_ELEMENTS(sets); s++) {
    if (only_set && !g_str_equal(only_set, sets[s].name))
      continue;
    Data data = open_set(&sets[s]);
    for (gsize k = 0; k < G_N_ELEMENTS(kinds); k++)
      if ((least == 18 || kinds[k].is_chart) &&
          (!only_kind || g_str_equal(only_kind, kinds[k].name)))
        wrong += check_map(&data, k, sets[s].name, size, width, height, least);
    close_set(&data);
  }
  assert_int_equal(wrong, 0);
}

static void test_slide(void **state) {
  (void)state;
  check_size("slide", 960, 540, 18);
}

static void test_letter_upright(void **state) {
  (void)state;
  check_size("letter upright", 612, 792, 8);
}

static void test_a0(void **state) {
  (void)state;
  check_size("a0", 3370.4, 2383.9, 12);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_slide),
      cmocka_unit_test(test_letter_upright),
      cmocka_unit_test(test_a0),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
