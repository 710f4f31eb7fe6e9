/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What organizations lack, and names that two of them share or nearly share. */
#include "base/array.h"
#include "model/check/check.h"
#include "model/check/similar.h"
#include "model/columns/words.h"
#include "model/dataset/near_names.h"

#include <string.h>

void refnet_check_report_organization(const RefnetStore *store, RefnetKind kind, guint32 line,
                                      guint field, const char *fix, const char *message) {
  const RefnetSheet *own = &store->sheets[REFNET_FILE_ORGANIZATIONS];
  const RefnetSheet *sheet = own->present ? own : &store->sheets[REFNET_FILE_REFERRALS];
  refnet_sheet_report(sheet, store->dataset.diagnostics, kind, own->present ? line : 0,
                      own->present ? field : REFNET_NO_FIELD, REFNET_NONE, fix, "%s", message);
}

/* ---- what is missing ------------------------------------------------------------------------- */

/* One thing that an organization may lack. */
typedef struct {
  RefnetKind kind;
  guint field;                 /* where it would stand in organizations.csv, or REFNET_NO_FIELD */
  const char *of_one, *of_all; /* what is said of one, and when all lack it */
  const char *fix;
} Lack;

/* "%s" stands for the name. */
static const Lack lacks_services = {
    REFNET_KIND_NO_SERVICES, REFNET_ORGANIZATION_SERVICES, "\"%s\" lists no services",
    "no organisation lists services, so gaps and shared services stay unknown",
    "list its services, separated by ;"};
static const Lack lacks_areas = {REFNET_KIND_NO_AREAS, REFNET_ORGANIZATION_AREAS,
                                 "\"%s\" lists no areas",
                                 "no organisation lists areas, so gaps stay unknown",
                                 "list the areas it serves, separated by ;"};
static const Lack lacks_contacts = {
    REFNET_KIND_NO_CONTACTS, REFNET_NO_FIELD, "\"%s\" has no listed contact who is still there",
    "no organisation has a listed contact, so what rests on one person stays unknown",
    "add a contact to contacts.csv"};
static const Lack lacks_contacts_here = {
    REFNET_KIND_NO_CONTACTS, REFNET_NO_FIELD, "\"%s\" has no listed contact who is still there",
    "no organisation has a listed contact, so what rests on one person stays unknown; contacts "
    "seem "
    "to stand beside the organisations, from where refnet import flat FILE -o DIR takes them",
    "add a contact to contacts.csv"};
static const Lack lacks_ties = {REFNET_KIND_NO_TIES, REFNET_NO_FIELD,
                                "\"%s\" has no recorded relationships",
                                "no relationships are recorded, so the network stays unknown",
                                "add its referrals to referrals.csv, if there are any"};

/* Says it of each of those asked, or once when all lack it. Both arrays are by organization. */
static void report_lack(const RefnetStore *store, const Lack *lack, const guint8 *lacking,
                        const guint8 *asked) {
  const RefnetDataset *dataset = &store->dataset;
  guint32 total = 0, all = 0;
  for (guint32 v = 0; v < dataset->organization_count; v++) {
    total += lacking[v] && asked[v];
    all += asked[v];
  }
  if (total == all && total > 1) {
    refnet_check_report_organization(store, lack->kind, 0, REFNET_NO_FIELD, NULL, lack->of_all);
    return;
  }
  for (guint32 v = 0; v < dataset->organization_count; v++) {
    if (!lacking[v] || !asked[v])
      continue;
    g_autofree char *name = refnet_text_display(dataset->organizations[v].name, 60);
    GString *message = g_string_new(lack->of_one);
    g_string_replace(message, "%s", name, 1);
    refnet_check_report_organization(store, lack->kind, dataset->organizations[v].line, lack->field,
                                     lack->fix, message->str);
    g_string_free(message, TRUE);
  }
}

static gboolean has_areas(const RefnetDataset *dataset, guint32 v) {
  if (dataset->organizations[v].areas.length > 0)
    return TRUE;
  for (guint32 i = dataset->offer_start[v]; i < dataset->offer_start[v + 1]; i++)
    if (dataset->offers[i].areas.length > 0)
      return TRUE;
  return FALSE;
}

static gboolean has_contact(const RefnetDataset *dataset, guint32 v, RefnetDate as_of) {
  for (guint32 i = dataset->contact_start[v]; i < dataset->contact_start[v + 1]; i++) {
    RefnetDate left = dataset->contacts[i].left;
    if (left == REFNET_DATE_UNKNOWN || (as_of != REFNET_DATE_UNKNOWN && left > as_of))
      return TRUE;
  }
  return FALSE;
}

static void mark_unconnected(const RefnetDataset *dataset, guint8 *lacking) {
  const RefnetReferrals *referrals = &dataset->referrals;
  for (guint32 v = 0; v < dataset->organization_count; v++)
    lacking[v] = TRUE;
  for (gsize row = 0; row < referrals->rows; row++)
    if (referrals->from[row] != referrals->to[row] && refnet_referral_count(referrals, row) > 0)
      lacking[referrals->from[row]] = lacking[referrals->to[row]] = FALSE;
}

/* Does the table of organizations have a column of people, as import flat takes them? "Name" is one
 * where another column names the organizations. */
static gboolean has_contacts_beside(const RefnetStore *store) {
  const RefnetSheet *sheet = &store->sheets[REFNET_FILE_ORGANIZATIONS];
  const gint name = sheet->present ? sheet->column[REFNET_ORGANIZATION_NAME] : -1;
  g_autofree char *own = name >= 0 ? refnet_text_fold_header(sheet->headers[name]) : g_strdup("");
  for (guint c = 0; c < sheet->column_count; c++) {
    g_autofree char *folded = refnet_text_fold_header(sheet->headers[c]);
    if (sheet->field_of[c] == REFNET_NO_FIELD && strcmp(folded, own) != 0 &&
        refnet_word_is_among(folded, "name contact1 contact1name contactname1 "
                                     "contactperson1 " REFNET_CONTACT_BESIDE_HEADERS))
      return TRUE;
  }
  return FALSE;
}

/* Closed organizations need nothing any more, and totals nothing at all. */
static void mark_asked(const RefnetStore *store, guint8 *asked) {
  for (guint32 v = 0; v < store->dataset.organization_count; v++) {
    const RefnetOrganization *organization = &store->dataset.organizations[v];
    asked[v] = !organization->closed &&
               refnet_check_other_than_organization(store, organization->name) == NULL;
  }
}

static void check_lacks(const RefnetStore *store, RefnetDate as_of) {
  const RefnetDataset *dataset = &store->dataset;
  g_autofree guint8 *lacking = g_try_malloc0((gsize)dataset->organization_count + 1);
  g_autofree guint8 *asked = g_try_malloc0((gsize)dataset->organization_count + 1);
  if (lacking == NULL || asked == NULL)
    return;
  mark_asked(store, asked);
  for (guint32 v = 0; v < dataset->organization_count; v++)
    lacking[v] = !refnet_dataset_services_known(dataset, v);
  report_lack(store, &lacks_services, lacking, asked);
  for (guint32 v = 0; v < dataset->organization_count; v++)
    lacking[v] = !has_areas(dataset, v);
  report_lack(store, &lacks_areas, lacking, asked);
  for (guint32 v = 0; v < dataset->organization_count; v++)
    lacking[v] = !has_contact(dataset, v, as_of);
  report_lack(store, has_contacts_beside(store) ? &lacks_contacts_here : &lacks_contacts, lacking,
              asked);
  mark_unconnected(dataset, lacking);
  report_lack(store, &lacks_ties, lacking, asked);
}

/* ---- names that promise more than is listed -------------------------------------------------- */

static gboolean has_word(const char *text, const char *word) {
  g_autofree char *fold = refnet_text_fold(text);
  g_auto(GStrv) words = g_strsplit_set(fold, " -,./()&", -1);
  return g_strv_contains((const char *const *)words, word);
}

/* The word of the name that speaks of many areas, or NULL. */
static const char *wide_word(const char *name) {
  static const char *const words[] = {"county", "countywide", "statewide", "regional", "citywide"};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (has_word(name, words[i]))
      return words[i];
  return NULL;
}

/* The only area of the organization, or REFNET_NONE when it has none or several. */
static guint32 only_area(const RefnetDataset *dataset, guint32 v) {
  RefnetIndexList areas = dataset->organizations[v].areas;
  guint32 only = areas.length > 0 ? areas.items[0] : REFNET_NONE;
  if (areas.length > 1)
    return REFNET_NONE;
  for (guint32 i = dataset->offer_start[v]; i < dataset->offer_start[v + 1]; i++) {
    RefnetIndexList offered = dataset->offers[i].areas;
    if (offered.length > 1 ||
        (offered.length == 1 && only != REFNET_NONE && *offered.items != only))
      return REFNET_NONE;
    only = offered.length == 1 ? *offered.items : only;
  }
  return only;
}

static void check_wide_names(const RefnetStore *store) {
  const RefnetDataset *dataset = &store->dataset;
  guint32 every_area =
      store->leaf_start[dataset->area_count + 1] - store->leaf_start[dataset->area_count];
  for (guint32 v = 0; every_area > 1 && v < dataset->organization_count; v++) {
    const RefnetOrganization *organization = &dataset->organizations[v];
    guint32 area = only_area(dataset, v);
    const char *word = area != REFNET_NONE ? wide_word(organization->name) : NULL;
    if (word == NULL || has_word(dataset->areas[area].name, word))
      continue;
    g_autofree char *name = refnet_text_display(organization->name, 60);
    g_autofree char *place = refnet_text_display(dataset->areas[area].name, 60);
    g_autofree char *message = g_strdup_printf(
        "\"%s\" lists one area, \"%s\", though its name sounds like a wider one", name, place);
    refnet_check_report_organization(store, REFNET_KIND_ONE_AREA_LISTED, organization->line,
                                     REFNET_ORGANIZATION_AREAS,
                                     "ask which areas it serves; all means every one", message);
  }
}

/* ---- names ----------------------------------------------------------------------------------- */

static gint compare_names(guint32 a, guint32 b, gconstpointer data) {
  return strcmp(((char *const *)data)[a], ((char *const *)data)[b]);
}

/* Of two organizations the later row is where it is said. */
static void report_names(const RefnetStore *store, guint32 first, guint32 second, gboolean same) {
  const RefnetOrganization *a = &store->dataset.organizations[first];
  const RefnetOrganization *b = &store->dataset.organizations[second];
  const RefnetOrganization *later = a->line > b->line ? a : b, *earlier = later == a ? b : a;
  g_autofree char *name = refnet_text_display(later->name, 60);
  g_autofree char *other = refnet_text_display(earlier->name, 60);
  g_autofree char *place =
      refnet_sheet_at_row(&store->sheets[REFNET_FILE_ORGANIZATIONS], earlier->line, later->line);
  g_autofree char *where = earlier->line > 0 ? g_strconcat(" ", place, NULL) : g_strdup("");
  g_autofree char *message = same
                                 ? g_strdup_printf("\"%s\" is also the name%s", name, where)
                                 : g_strdup_printf("\"%s\" is nearly \"%s\"%s", name, other, where);
  refnet_check_report_organization(
      store, same ? REFNET_KIND_SAME_NAME : REFNET_KIND_SIMILAR_NAME, later->line,
      REFNET_ORGANIZATION_NAME,
      same ? "make the rows one, or tell the names apart and refer to each by its id"
           : "make the rows one if they are the same organisation",
      message);
}

/* Each pair of neighbours in the order of `keys` that has one key; "" is none. */
static void check_equal_names(const RefnetStore *store, char *const *keys, char *const *folds) {
  guint32 count = store->dataset.organization_count;
  g_autofree guint32 *order = refnet_sorted_order(count, compare_names, keys);
  for (guint32 i = 1; order != NULL && i < count; i++) {
    const guint32 a = order[i - 1], b = order[i];
    const gboolean same = strcmp(folds[a], folds[b]) == 0;
    if (*keys[a] != '\0' && strcmp(keys[a], keys[b]) == 0 && same == (keys == folds))
      report_names(store, a, b, same);
  }
}

static void check_similar_names(const RefnetStore *store, char *const *plains) {
  const RefnetDataset *dataset = &store->dataset;
  g_autofree const char **names = g_try_new(const char *, (gsize)dataset->organization_count + 1);
  if (names == NULL)
    return;
  for (guint32 v = 0; v < dataset->organization_count; v++)
    names[v] = dataset->organizations[v].name;
  GArray *pairs = refnet_similar_pairs(names, dataset->organization_count);
  for (guint i = 0; pairs != NULL && i < pairs->len; i++) {
    RefnetPair pair = g_array_index(pairs, RefnetPair, i);
    if (strcmp(plains[pair.a], plains[pair.b]) != 0)
      report_names(store, pair.a, pair.b, FALSE);
  }
  if (pairs != NULL)
    g_array_free(pairs, TRUE);
}

void refnet_check_organizations(const RefnetStore *store, RefnetDate as_of) {
  guint32 count = store->dataset.organization_count;
  check_lacks(store, as_of);
  check_wide_names(store);
  g_auto(GStrv) folds = g_try_new0(char *, (gsize)count + 1);
  g_auto(GStrv) plains = g_try_new0(char *, (gsize)count + 1);
  if (folds == NULL || plains == NULL)
    return;
  for (guint32 v = 0; v < count; v++) {
    folds[v] = refnet_text_fold(store->dataset.organizations[v].name);
    plains[v] = refnet_name_plain(store->dataset.organizations[v].name);
  }
  check_equal_names(store, folds, folds);
  check_equal_names(store, plains, folds);
  check_similar_names(store, plains);
}
