/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Options like --area and --since as predicates. */
#include "model/dataset/filter.h"
#include "model/dataset/store.h"
#include "model/columns/words.h"

#include <string.h>

/* ---- values asked for ------------------------------------------------------------------------ */

/* A set of values of one vocabulary; `given` tells an empty filter from none. */
typedef struct {
  gboolean given;
  guint8 *wanted;
} ValueSet;

static void refuse_value(const char *what, const char *text, const char *const *names,
                         guint32 length, GError **error) {
  g_autofree char *shown = refnet_text_display(text, 60);
  guint32 nearest = refnet_nearest_name(names, length, text);
  if (nearest == REFNET_NONE) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "no %s is called \"%s\"", what, shown);
    return;
  }
  g_autofree char *meant = refnet_text_display(names[nearest], 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "no %s is called \"%s\"; did you mean \"%s\"?", what, shown, meant);
}

static gboolean want_values(char **texts, const char *what, const RefnetVocabulary *vocabulary,
                            ValueSet *set, GError **error) {
  set->given = texts != NULL && texts[0] != NULL;
  set->wanted = g_new0(guint8, (gsize)vocabulary->length + 1);
  for (guint i = 0; set->given && texts[i] != NULL; i++) {
    guint32 value = refnet_vocabulary_find(vocabulary, texts[i]);
    if (value == REFNET_NONE) {
      refuse_value(what, texts[i], vocabulary->names, vocabulary->length, error);
      return FALSE;
    }
    set->wanted[value] = TRUE;
  }
  return TRUE;
}

static void refuse_area(const RefnetDataset *dataset, const char *text, GError **error) {
  g_autofree const char **names = g_new(const char *, 2 * (gsize)dataset->area_count + 1);
  for (guint32 a = 0; a < dataset->area_count; a++) {
    names[2 * a] = dataset->areas[a].key;
    names[2 * a + 1] = dataset->areas[a].name;
  }
  refuse_value("area", text, names, 2 * dataset->area_count, error);
}

static gboolean means_every_area(const char *text) {
  g_autofree char *fold = refnet_text_fold(text);
  const char *const *word = refnet_words_every_area();
  while (*word != NULL && strcmp(*word, fold) != 0)
    word++;
  return *word != NULL;
}

/* Areas that consist of others are spelled out, as they are in the organizations' lists. */
static gboolean want_areas(const RefnetDataset *dataset, char **texts, ValueSet *set,
                           GError **error) {
  const RefnetStore *store = refnet_store_of(dataset);
  set->given = texts != NULL && texts[0] != NULL;
  set->wanted = g_new0(guint8, (gsize)dataset->area_count + 1);
  for (guint i = 0; set->given && texts[i] != NULL; i++) {
    guint32 area = refnet_dataset_find_area(dataset, texts[i]);
    if (area == REFNET_NONE && means_every_area(texts[i]))
      area = dataset->area_count;
    if (area == REFNET_NONE) {
      refuse_area(dataset, texts[i], error);
      return FALSE;
    }
    for (guint32 k = store->leaf_start[area]; k < store->leaf_start[area + 1]; k++)
      set->wanted[store->leaf[k]] = TRUE;
  }
  return TRUE;
}

typedef struct {
  ValueSet areas, services, sectors, populations, coalitions, partnerships;
} Wanted;

static gboolean check_texts(char **texts, GError **error) {
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!g_utf8_validate(texts[i], -1, NULL)) {
      g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                          "a filter is given in text that is not UTF-8");
      return FALSE;
    }
  return TRUE;
}

static gboolean check_filter(const RefnetFilter *filter, GError **error) {
  return check_texts(filter->areas, error) && check_texts(filter->services, error) &&
         check_texts(filter->sectors, error) && check_texts(filter->populations, error) &&
         check_texts(filter->coalitions, error) && check_texts(filter->partnerships, error);
}

static gboolean want(const RefnetDataset *dataset, const RefnetFilter *filter, Wanted *wanted,
                     GError **error) {
  return check_filter(filter, error) && want_areas(dataset, filter->areas, &wanted->areas, error) &&
         want_values(filter->services, "service", &dataset->services, &wanted->services, error) &&
         want_values(filter->sectors, "sector", &dataset->sectors, &wanted->sectors, error) &&
         want_values(filter->populations, "population", &dataset->populations, &wanted->populations,
                     error) &&
         want_values(filter->coalitions, "coalition", &dataset->coalitions, &wanted->coalitions,
                     error) &&
         want_values(filter->partnerships, "partnership", &dataset->partnerships,
                     &wanted->partnerships, error);
}

static void wanted_clear(Wanted *wanted) {
  g_free(wanted->areas.wanted);
  g_free(wanted->services.wanted);
  g_free(wanted->sectors.wanted);
  g_free(wanted->populations.wanted);
  g_free(wanted->coalitions.wanted);
  g_free(wanted->partnerships.wanted);
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
  Match matches[6];
  guint count = 0;
  if (wanted->areas.given)
    matches[count++] = match_offers(dataset, &wanted->areas, v, OF_AREAS,
                                    match_list(&wanted->areas, organization->areas));
  if (wanted->services.given)
    matches[count++] = match_offers(dataset, &wanted->services, v, OF_SERVICES, UNKNOWN);
  if (wanted->populations.given)
    matches[count++] = match_offers(dataset, &wanted->populations, v, OF_POPULATIONS,
                                    match_list(&wanted->populations, organization->populations));
  if (wanted->sectors.given)
    matches[count++] = match_value(&wanted->sectors, organization->sector);
  if (wanted->coalitions.given)
    matches[count++] = match_list(&wanted->coalitions, organization->details->coalitions);
  if (wanted->partnerships.given)
    matches[count++] = match_value(&wanted->partnerships, organization->details->partnership);
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
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL, "out of memory");
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
