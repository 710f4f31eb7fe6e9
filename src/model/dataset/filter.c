/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Options like --area and --since as predicates. */
#include "model/dataset/filter.h"
#include "base/memory.h"
#include "model/dataset/near_names.h"
#include "model/dataset/store.h"
#include "model/columns/words.h"

#include <string.h>

/* ---- values asked for ------------------------------------------------------------------------ */

/* A set of values of one vocabulary; `given` tells an empty filter from none. */
typedef struct {
  gboolean given;
  guint8 *wanted;
} ValueSet;

enum { AREAS, SERVICES, SECTORS, POPULATIONS, COALITIONS, PARTNERSHIPS, FIELDS };

/* What is asked of one field. */
typedef struct {
  const char *what; /* how messages call a value */
  char **texts;
  const RefnetVocabulary *vocabulary; /* NULL: areas */
} Field;

static void list_fields(const RefnetDataset *dataset, const RefnetFilter *filter, Field *fields) {
  fields[AREAS] = (Field){"area", filter->areas, NULL};
  fields[SERVICES] = (Field){"service", filter->services, &dataset->services};
  fields[SECTORS] = (Field){"sector", filter->sectors, &dataset->sectors};
  fields[POPULATIONS] = (Field){"population", filter->populations, &dataset->populations};
  fields[COALITIONS] = (Field){"coalition", filter->coalitions, &dataset->coalitions};
  fields[PARTNERSHIPS] = (Field){"partnership", filter->partnerships, &dataset->partnerships};
}

static gboolean means_every_area(const char *text) {
  g_autofree char *fold = refnet_text_fold_value(text);
  const char *const *word = refnet_words_every_area();
  while (*word != NULL && strcmp(*word, fold) != 0)
    word++;
  return *word != NULL;
}

/* The number of the value or area, or REFNET_NONE. */
static guint32 find_value(const RefnetDataset *dataset, const Field *field, const char *text) {
  if (field->vocabulary != NULL)
    return refnet_vocabulary_find(field->vocabulary, text);
  guint32 area = refnet_dataset_find_area(dataset, text);
  return area == REFNET_NONE && means_every_area(text) ? dataset->area_count : area;
}

/* Names that a value of the field has in the dataset, after those in `names`. */
static void add_names(const RefnetDataset *dataset, const Field *field, GPtrArray *names) {
  g_autoptr(GPtrArray) areas = field->vocabulary == NULL ? refnet_area_names(dataset) : NULL;
  if (areas != NULL)
    g_ptr_array_extend(names, areas, NULL, NULL);
  for (guint32 i = 0; areas == NULL && i < field->vocabulary->length; i++)
    g_ptr_array_add(names, (gpointer)field->vocabulary->names[i]);
}

static void refuse_value(const RefnetDataset *dataset, const RefnetFilter *filter, guint f,
                         const char *text, GError **error) {
  const RefnetDataset *datasets[] = {dataset, filter->beside};
  g_autofree char *shown = refnet_text_display(text, 60);
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  Field fields[FIELDS];
  for (guint i = 0; i < G_N_ELEMENTS(datasets) && datasets[i] != NULL; i++) {
    list_fields(datasets[i], filter, fields);
    add_names(datasets[i], &fields[f], names);
  }
  g_autofree char *advice =
      refnet_names_advice((const char *const *)names->pdata, names->len, text);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "no %s is called \"%s\"%s%s", fields[f].what,
              shown, filter->beside != NULL ? " in either dataset" : "", advice);
}

static gboolean is_known_beside(const RefnetFilter *filter, guint field, const char *text) {
  Field fields[FIELDS];
  if (filter->beside == NULL)
    return FALSE;
  list_fields(filter->beside, filter, fields);
  return find_value(filter->beside, &fields[field], text) != REFNET_NONE;
}

/* Areas that consist of others are spelled out, as they are in the organizations' lists. */
static void want_area(const RefnetDataset *dataset, guint32 area, ValueSet *set) {
  const RefnetStore *store = refnet_store_of(dataset);
  for (guint32 k = store->leaf_start[area]; k < store->leaf_start[area + 1]; k++)
    set->wanted[store->leaf[k]] = TRUE;
}

typedef struct {
  ValueSet sets[FIELDS];
} Wanted;

static gboolean want_values(const RefnetDataset *dataset, const RefnetFilter *filter,
                            const Field *fields, guint f, Wanted *wanted, GError **error) {
  const Field *field = &fields[f];
  ValueSet *set = &wanted->sets[f];
  gsize length = field->vocabulary != NULL ? field->vocabulary->length : dataset->area_count;
  set->given = field->texts != NULL && field->texts[0] != NULL;
  set->wanted = g_new0(guint8, length + 1);
  for (guint i = 0; set->given && field->texts[i] != NULL; i++) {
    guint32 value = find_value(dataset, field, field->texts[i]);
    if (value != REFNET_NONE) {
      if (field->vocabulary != NULL)
        set->wanted[value] = TRUE;
      else
        want_area(dataset, value, set);
    } else if (!is_known_beside(filter, f, field->texts[i])) {
      refuse_value(dataset, filter, f, field->texts[i], error);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean check_texts(char **texts, GError **error) {
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!g_utf8_validate(texts[i], -1, NULL)) {
      g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                          "a filter is given in text that is not UTF-8");
      return FALSE;
    }
  return TRUE;
}

static gboolean want(const RefnetDataset *dataset, const RefnetFilter *filter, Wanted *wanted,
                     GError **error) {
  Field fields[FIELDS];
  list_fields(dataset, filter, fields);
  for (guint f = 0; f < FIELDS; f++)
    if (!check_texts(fields[f].texts, error))
      return FALSE;
  for (guint f = 0; f < FIELDS; f++)
    if (!want_values(dataset, filter, fields, f, wanted, error))
      return FALSE;
  return TRUE;
}

char **refnet_filter_missing(const RefnetDataset *dataset, const RefnetFilter *filter) {
  Field fields[FIELDS];
  GPtrArray *missing = g_ptr_array_new();
  list_fields(dataset, filter, fields);
  for (guint f = 0; f < FIELDS; f++)
    for (guint i = 0; fields[f].texts != NULL && fields[f].texts[i] != NULL; i++) {
      if (find_value(dataset, &fields[f], fields[f].texts[i]) != REFNET_NONE)
        continue;
      g_autofree char *shown = refnet_text_display(fields[f].texts[i], 60);
      g_ptr_array_add(missing, g_strdup_printf("%s \"%s\"", fields[f].what, shown));
    }
  g_ptr_array_add(missing, NULL);
  return (char **)g_ptr_array_free(missing, FALSE);
}

static void wanted_clear(Wanted *wanted) {
  for (guint f = 0; f < FIELDS; f++)
    g_free(wanted->sets[f].wanted);
}

/* ---- organizations --------------------------------------------------------------------------- */

typedef enum { MATCHES, DIFFERS, UNKNOWN } Match;

static Match match_list(const ValueSet *set, RefnetIndexList list) {
  for (guint32 i = 0; i < list.length; i++)
    if (set->wanted[list.items[i]])
      return MATCHES;
  return list.length > 0 ? DIFFERS : UNKNOWN;
}

static Match match_value(const ValueSet *set, guint32 value) {
  if (value == REFNET_NONE)
    return UNKNOWN;
  return set->wanted[value] ? MATCHES : DIFFERS;
}

static Match better(Match a, Match b) {
  return a == MATCHES || b == MATCHES ? MATCHES : a == DIFFERS || b == DIFFERS ? DIFFERS : UNKNOWN;
}

typedef enum { OF_AREAS, OF_POPULATIONS, OF_SERVICES } OfferPart;

/* What an organization offers says where it is at work, beside its own lists. */
static Match match_offers(const RefnetDataset *dataset, const ValueSet *set, guint32 v,
                          OfferPart part, Match match) {
  for (guint32 i = dataset->offer_start[v]; i < dataset->offer_start[v + 1]; i++) {
    const RefnetOffer *offer = &dataset->offers[i];
    match = better(match, part == OF_AREAS         ? match_list(set, offer->areas)
                          : part == OF_POPULATIONS ? match_list(set, offer->populations)
                                                   : match_value(set, offer->service));
  }
  return match;
}

/* Unknown as soon as one filtered field is, unless another field differs for certain. */
static Match match_organization(const RefnetDataset *dataset, const Wanted *wanted, guint32 v) {
  const RefnetOrganization *organization = &dataset->organizations[v];
  const ValueSet *sets = wanted->sets;
  Match matches[FIELDS];
  guint count = 0;
  if (sets[AREAS].given)
    matches[count++] = match_offers(dataset, &sets[AREAS], v, OF_AREAS,
                                    match_list(&sets[AREAS], organization->areas));
  if (sets[SERVICES].given)
    matches[count++] = match_offers(dataset, &sets[SERVICES], v, OF_SERVICES, UNKNOWN);
  if (sets[POPULATIONS].given)
    matches[count++] = match_offers(dataset, &sets[POPULATIONS], v, OF_POPULATIONS,
                                    match_list(&sets[POPULATIONS], organization->populations));
  if (sets[SECTORS].given)
    matches[count++] = match_value(&sets[SECTORS], organization->sector);
  if (sets[COALITIONS].given)
    matches[count++] = match_list(&sets[COALITIONS], organization->details->coalitions);
  if (sets[PARTNERSHIPS].given)
    matches[count++] = match_value(&sets[PARTNERSHIPS], organization->details->partnership);
  Match match = MATCHES;
  for (guint i = 0; i < count; i++) {
    if (matches[i] == DIFFERS)
      return DIFFERS;
    if (matches[i] == UNKNOWN)
      match = UNKNOWN;
  }
  return match;
}

gboolean refnet_filter_organizations(const RefnetDataset *dataset, const RefnetFilter *filter,
                                     RefnetFiltered *filtered, GError **error) {
  Wanted wanted;
  memset(&wanted, 0, sizeof wanted);
  *filtered = (RefnetFiltered){g_try_malloc(MAX(dataset->organization_count, 1)), 0, 0};
  gboolean ok = filtered->kept != NULL;
  if (!ok)
    refnet_set_out_of_memory(error);
  ok = ok && (filter == NULL || want(dataset, filter, &wanted, error));
  for (guint32 v = 0; ok && v < dataset->organization_count; v++) {
    Match match = filter != NULL ? match_organization(dataset, &wanted, v) : MATCHES;
    filtered->kept[v] = match == MATCHES;
    filtered->out += match != MATCHES;
    filtered->unknown += match == UNKNOWN;
  }
  wanted_clear(&wanted);
  if (!ok)
    g_clear_pointer(&filtered->kept, g_free);
  return ok;
}

/* ---- referral rows --------------------------------------------------------------------------- */

static gboolean check_window(const RefnetFilter *filter, GError **error) {
  if (filter->until == REFNET_DATE_UNKNOWN || filter->since <= filter->until)
    return TRUE;
  g_autofree char *since = refnet_date_words(filter->since);
  g_autofree char *until = refnet_date_words(filter->until);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "no day is both since %s and until %s; swap the two dates", since, until);
  return FALSE;
}

gboolean refnet_filter_rows(const RefnetFilter *filter, RefnetRowFilter *rows, GError **error) {
  *rows = (RefnetRowFilter){0, REFNET_DATE_UNKNOWN, REFNET_DATE_UNKNOWN};
  if (filter == NULL)
    return TRUE;
  rows->since = filter->since;
  rows->until = filter->until;
  if (!check_window(filter, error))
    return FALSE;
  for (guint i = 0; filter->bases != NULL && filter->bases[i] != NULL; i++) {
    RefnetBasis basis;
    g_autofree char *text = g_utf8_make_valid(filter->bases[i], -1);
    if (!refnet_word_basis(text, &basis)) {
      g_autofree char *shown = refnet_text_display(text, 60);
      g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                  "no basis is called \"%s\"; write declared, observed or inferred", shown);
      return FALSE;
    }
    rows->bases |= 1u << basis;
  }
  return TRUE;
}

gboolean refnet_row_passes(const RefnetRowFilter *filter, const RefnetReferrals *referrals,
                           gsize row) {
  if (filter->bases != 0) {
    guint8 basis = referrals->basis != NULL ? referrals->basis[row] : (guint8)REFNET_BASIS_UNKNOWN;
    if ((filter->bases & (1u << basis)) == 0)
      return FALSE;
  }
  if (filter->since == REFNET_DATE_UNKNOWN && filter->until == REFNET_DATE_UNKNOWN)
    return TRUE;
  RefnetDate date = refnet_referral_date(referrals, row);
  return date != REFNET_DATE_UNKNOWN && date >= filter->since &&
         (filter->until == REFNET_DATE_UNKNOWN || date <= filter->until);
}
