/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Values that may be one, and areas that nobody described. */
#include "model/check/check.h"
#include "model/check/similar.h"
#include "model/dataset/near_names.h"

/* Where and how often values of one vocabulary are used. */
typedef struct {
  guint32 *times; /* by value */
  guint32 *line;  /* of the first use in `file`; 0: none */
} Uses;

static void use(Uses *uses, guint32 value, guint32 line) {
  uses->times[value]++;
  if (line > 0 && (uses->line[value] == 0 || line < uses->line[value]))
    uses->line[value] = line;
}

static void use_list(Uses *uses, RefnetIndexList list, guint32 line) {
  for (guint32 i = 0; i < list.length; i++)
    use(uses, list.items[i], line);
}

typedef void (*UseFunc)(Uses *uses, const RefnetOrganization *organization);

static void use_sector(Uses *uses, const RefnetOrganization *organization) {
  if (organization->sector != REFNET_NONE)
    use(uses, organization->sector, organization->line);
}
static void use_services(Uses *uses, const RefnetOrganization *organization) {
  use_list(uses, organization->services, organization->line);
}
static void use_populations(Uses *uses, const RefnetOrganization *organization) {
  use_list(uses, organization->populations, organization->line);
}
static void use_languages(Uses *uses, const RefnetOrganization *organization) {
  use_list(uses, organization->details->languages, organization->line);
}
static void use_resources(Uses *uses, const RefnetOrganization *organization) {
  use_list(uses, organization->details->offers, organization->line);
  use_list(uses, organization->details->seeks, organization->line);
}
static void use_coalitions(Uses *uses, const RefnetOrganization *organization) {
  use_list(uses, organization->details->coalitions, organization->line);
}
static void use_areas(Uses *uses, const RefnetOrganization *organization) {
  use_list(uses, organization->areas, organization->line);
}

/* One vocabulary and the column of organizations.csv that uses it most. */
typedef struct {
  const char *what;
  guint field;
  UseFunc use;
} ValueCheck;

static char *times_in_words(guint32 times) {
  return times == 0   ? g_strdup("only in other files")
         : times == 1 ? g_strdup("1 row")
                      : g_strdup_printf("%u rows", times);
}

static void report_pair(const RefnetStore *store, const ValueCheck *check, const Uses *uses,
                        const char *const *names, RefnetPair pair) {
  gboolean a_is_rare = uses->times[pair.a] < uses->times[pair.b];
  guint32 rare = a_is_rare ? pair.a : pair.b, common = a_is_rare ? pair.b : pair.a;
  g_autofree char *rare_name = refnet_text_display(names[rare], 60);
  g_autofree char *common_name = refnet_text_display(names[common], 60);
  g_autofree char *rare_times = times_in_words(uses->times[rare]);
  g_autofree char *common_times = times_in_words(uses->times[common]);
  g_autofree char *message =
      g_strdup_printf("%s \"%s\" (%s) and \"%s\" (%s) may be one", check->what, rare_name,
                      rare_times, common_name, common_times);
  refnet_check_report_organization(store, REFNET_KIND_SIMILAR_VALUE, uses->line[rare], check->field,
                                   "write it one way if they mean the same", message);
}

static void check_vocabulary(const RefnetStore *store, const ValueCheck *check,
                             const char *const *names, guint32 length) {
  g_autofree guint32 *times = g_try_new0(guint32, (gsize)length + 1);
  g_autofree guint32 *line = g_try_new0(guint32, (gsize)length + 1);
  GArray *pairs = times != NULL && line != NULL ? refnet_similar_pairs(names, length) : NULL;
  if (pairs == NULL)
    return;
  Uses uses = {times, line};
  for (guint32 v = 0; pairs->len > 0 && v < store->dataset.organization_count; v++)
    check->use(&uses, &store->dataset.organizations[v]);
  for (guint i = 0; i < pairs->len; i++)
    report_pair(store, check, &uses, names, g_array_index(pairs, RefnetPair, i));
  g_array_free(pairs, TRUE);
}

/* ---- areas ----------------------------------------------------------------------------------- */

/* The first cell that names each area. Lists of every area were hardly meant to name this one. */
static void find_area_uses(const RefnetDataset *dataset, guint32 every_area, Uses *organizations,
                           Uses *services, Uses *needs) {
  for (guint32 v = 0; v < dataset->organization_count; v++)
    if (dataset->organizations[v].areas.length < every_area)
      use_areas(organizations, &dataset->organizations[v]);
  for (guint32 i = 0; i < dataset->offer_count; i++)
    if (dataset->offers[i].line > 0 && dataset->offers[i].areas.length < every_area)
      use_list(services, dataset->offers[i].areas, dataset->offers[i].line);
  for (guint32 i = 0; i < dataset->need_count; i++)
    use(needs, dataset->needs[i].area, dataset->needs[i].line);
}

static void report_unknown_area(const RefnetStore *store, guint32 area, RefnetFile file,
                                guint32 line, guint field, const char *const *listed,
                                guint32 listed_count) {
  const char *key = store->dataset.areas[area].key;
  g_autofree char *shown = refnet_text_display(key, 60);
  guint32 nearest = refnet_kind_is_told(REFNET_KIND_UNKNOWN_AREA, store->dataset.diagnostics)
                        ? refnet_nearest_name(listed, listed_count, key)
                        : REFNET_NONE;
  g_autofree char *meant = nearest != REFNET_NONE ? refnet_text_display(listed[nearest], 60) : NULL;
  refnet_sheet_report(&store->sheets[file], store->dataset.diagnostics, REFNET_KIND_UNKNOWN_AREA,
                      line, line > 0 ? field : REFNET_NO_FIELD, REFNET_NONE,
                      "correct the name, or add the area to areas.csv",
                      "area \"%s\" is not in areas.csv%s%s%s", shown,
                      meant != NULL ? "; did you mean \"" : "", meant != NULL ? meant : "",
                      meant != NULL ? "\"?" : "");
}

/* What other areas lie within needs no row: it is the name of all of them. */
static gboolean is_label(const RefnetStore *store, guint32 area) {
  guint32 first = store->leaf_start[area];
  return store->leaf_start[area + 1] > first && store->leaf[first] != area;
}

static void check_unlisted_areas(const RefnetStore *store) {
  const RefnetDataset *dataset = &store->dataset;
  guint32 count = dataset->area_count, listed_count = 0;
  g_autofree guint32 *numbers = g_try_new0(guint32, 6 * (gsize)count + 1);
  g_autofree const char **listed = g_try_new(const char *, (gsize)count + 1);
  if (numbers == NULL || listed == NULL)
    return;
  Uses organizations = {numbers, numbers + count};
  Uses services = {numbers + 2 * (gsize)count, numbers + 3 * (gsize)count};
  Uses needs = {numbers + 4 * (gsize)count, numbers + 5 * (gsize)count};
  guint32 every_area = store->leaf_start[count + 1] - store->leaf_start[count];
  find_area_uses(dataset, every_area, &organizations, &services, &needs);
  for (guint32 a = 0; a < count; a++)
    if (dataset->areas[a].line > 0)
      listed[listed_count++] = dataset->areas[a].key;
  for (guint32 a = 0; a < count; a++) {
    if (dataset->areas[a].line > 0 || is_label(store, a))
      continue;
    if (organizations.line[a] > 0)
      report_unknown_area(store, a, REFNET_FILE_ORGANIZATIONS, organizations.line[a],
                          REFNET_ORGANIZATION_AREAS, listed, listed_count);
    else if (services.line[a] > 0)
      report_unknown_area(store, a, REFNET_FILE_SERVICES, services.line[a], REFNET_SERVICE_AREA,
                          listed, listed_count);
    else if (needs.line[a] > 0)
      report_unknown_area(store, a, REFNET_FILE_NEEDS, needs.line[a], REFNET_NEED_AREA, listed,
                          listed_count);
    else
      report_unknown_area(store, a, REFNET_FILE_AREAS, 0, REFNET_NO_FIELD, listed, listed_count);
  }
}

void refnet_check_values(const RefnetStore *store) {
  const RefnetDataset *dataset = &store->dataset;
  const struct {
    ValueCheck check;
    const RefnetVocabulary *vocabulary;
  } vocabularies[] = {
      {{"sector", REFNET_ORGANIZATION_SECTOR, use_sector}, &dataset->sectors},
      {{"service", REFNET_ORGANIZATION_SERVICES, use_services}, &dataset->services},
      {{"population", REFNET_ORGANIZATION_POPULATIONS, use_populations}, &dataset->populations},
      {{"language", REFNET_ORGANIZATION_LANGUAGES, use_languages}, &dataset->languages},
      {{"resource", REFNET_ORGANIZATION_OFFERS, use_resources}, &dataset->resources},
      {{"coalition", REFNET_ORGANIZATION_COALITIONS, use_coalitions}, &dataset->coalitions},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(vocabularies); i++)
    check_vocabulary(store, &vocabularies[i].check, vocabularies[i].vocabulary->names,
                     vocabularies[i].vocabulary->length);
  g_autofree const char **keys = g_try_new(const char *, (gsize)dataset->area_count + 1);
  for (guint32 a = 0; keys != NULL && a < dataset->area_count; a++)
    keys[a] = dataset->areas[a].key;
  const ValueCheck areas = {"area", REFNET_ORGANIZATION_AREAS, use_areas};
  if (keys != NULL)
    check_vocabulary(store, &areas, keys, dataset->area_count);
  if (store->sheets[REFNET_FILE_AREAS].present)
    check_unlisted_areas(store);
}
