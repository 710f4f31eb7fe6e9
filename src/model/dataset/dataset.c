/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Small questions to a dataset. */
#include "model/dataset/referral_rows.h"
#include "model/dataset/store.h"

#include <math.h>
#include <string.h>

/* ---- finding --------------------------------------------------------------------------------- */

guint32 refnet_dataset_find(const RefnetDataset *dataset, const char *text, GError **error) {
  const RefnetStore *store = refnet_store_of(dataset);
  guint32 organization;
  g_autofree char *clean =
      g_utf8_validate(text, -1, NULL) ? refnet_text_clean(text) : g_utf8_make_valid(text, -1);
  RefnetResolution resolution = refnet_resolver_find(store->resolver, clean, &organization);
  if (refnet_resolution_is_one(resolution))
    return organization;
  if (resolution == REFNET_RESOLVER_NO_MEMORY) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                        "out of memory while looking for an organisation");
    return REFNET_NONE;
  }
  g_autofree char *reason = refnet_resolver_explain(store->resolver, clean);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "%s%s", reason,
              resolution == REFNET_RESOLVED_AMBIGUOUS ? "; use the id" : "");
  return REFNET_NONE;
}

/* ---- values by name -------------------------------------------------------------------------- */

typedef const char *(*NameAtFunc)(gconstpointer names, guint32 index);

static const char *name_of_value(gconstpointer vocabulary, guint32 index) {
  return ((const RefnetVocabulary *)vocabulary)->names[index];
}

static const char *key_of_area(gconstpointer dataset, guint32 index) {
  return ((const RefnetDataset *)dataset)->areas[index].key;
}

/* The place of `wanted`, folded, among names in the order of their folds; REFNET_NONE. */
static guint32 find_folded(gconstpointer names, guint32 length, NameAtFunc name_at,
                           const char *wanted) {
  guint32 low = 0, high = length;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    g_autofree char *fold = refnet_text_fold_value(name_at(names, middle));
    int order = strcmp(fold, wanted);
    if (order == 0)
      return middle;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return REFNET_NONE;
}

guint32 refnet_vocabulary_find(const RefnetVocabulary *vocabulary, const char *text) {
  if (!g_utf8_validate(text, -1, NULL))
    return REFNET_NONE;
  g_autofree char *wanted = refnet_text_fold_value(text);
  return find_folded(vocabulary, vocabulary->length, name_of_value, wanted);
}

guint32 refnet_dataset_find_area(const RefnetDataset *dataset, const char *text) {
  if (!g_utf8_validate(text, -1, NULL))
    return REFNET_NONE;
  g_autofree char *wanted = refnet_text_fold_value(text);
  guint32 found = find_folded(dataset, dataset->area_count, key_of_area, wanted);
  for (guint32 a = 0; found == REFNET_NONE && a < dataset->area_count; a++) {
    if (dataset->areas[a].name == dataset->areas[a].key)
      continue;
    g_autofree char *fold = refnet_text_fold_value(dataset->areas[a].name);
    if (strcmp(fold, wanted) == 0)
      found = a;
  }
  return found;
}

gboolean refnet_list_has(RefnetIndexList list, guint32 item) {
  guint32 low = 0, high = list.length;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (list.items[middle] < item)
      low = middle + 1;
    else
      high = middle;
  }
  return low < list.length && list.items[low] == item;
}

/* ---- organizations and referrals ------------------------------------------------------------- */

const RefnetOrganizationDetails refnet_organization_no_details = {
    .capacity = NAN,
    .latitude = NAN,
    .longitude = NAN,
    .parent_organization = REFNET_NONE,
    .partnership = REFNET_NONE,
    .funding_end = REFNET_DATE_UNKNOWN,
    .verified = REFNET_DATE_UNKNOWN};

const char *refnet_organization_label(const RefnetOrganization *organization) {
  return organization->details->short_name != NULL ? organization->details->short_name
                                                   : organization->name;
}

gboolean refnet_contact_is_called(const RefnetContact *contact, const char *fold) {
  const char *const names[] = {contact->id, contact->email, contact->name};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *name = names[i] != NULL ? refnet_text_fold(names[i]) : NULL;
    if (name != NULL && g_str_equal(name, fold))
      return TRUE;
  }
  return FALSE;
}

gboolean refnet_dataset_services_known(const RefnetDataset *dataset, guint32 organization) {
  return dataset->offer_start[organization + 1] > dataset->offer_start[organization] ||
         dataset->organizations[organization].offers_none;
}

/* The first row of that organization or of a later one. */
static guint32 first_respondent(const RefnetDataset *dataset, guint32 organization) {
  guint32 low = 0, high = dataset->respondent_count;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (dataset->respondents[middle].organization < organization)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const RefnetRespondent *refnet_dataset_respondent(const RefnetDataset *dataset,
                                                  guint32 organization) {
  const RefnetRespondent *best = NULL;
  for (guint32 i = first_respondent(dataset, organization);
       i < dataset->respondent_count && dataset->respondents[i].organization == organization; i++)
    if (best == NULL || dataset->respondents[i].answered > best->answered)
      best = &dataset->respondents[i];
  return best;
}

RefnetTri refnet_dataset_answered(const RefnetDataset *dataset, guint32 organization) {
  const RefnetRespondent *respondent = refnet_dataset_respondent(dataset, organization);
  return respondent != NULL ? respondent->answered : REFNET_TRI_UNKNOWN;
}

guint64 refnet_referral_count(const RefnetReferrals *referrals, gsize row) {
  return refnet_row_count(referrals, row);
}

RefnetDate refnet_referral_date(const RefnetReferrals *referrals, gsize row) {
  return refnet_row_date(referrals, row);
}

RefnetDate refnet_referral_renewal(const RefnetReferrals *referrals, gsize row) {
  gboolean is_none = referrals->agreement && referrals->agreement[row] == REFNET_AGREEMENT_NONE;
  return is_none || !referrals->renewal ? REFNET_DATE_UNKNOWN : referrals->renewal[row];
}

guint32 refnet_referral_line(const RefnetReferrals *referrals, gsize row) {
  gsize low = 0, high = referrals->line_runs;
  while (low < high) {
    const gsize middle = low + (high - low) / 2;
    if (referrals->lines[middle].row <= row)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0)
    return 0;
  const RefnetLineRun *run = &referrals->lines[low - 1];
  return run->line + (guint32)(row - run->row);
}

guint32 refnet_referral_service(const RefnetReferrals *referrals, gsize row) {
  return referrals->service != NULL ? referrals->service[row] : REFNET_NONE;
}

void refnet_referral_outcome(const RefnetReferrals *referrals, gsize row, guint64 *known,
                             guint64 *filled) {
  guint64 count = refnet_referral_count(referrals, row);
  gint32 completed = referrals->completed != NULL ? referrals->completed[row] : -1;
  gint32 accepted = referrals->accepted != NULL ? referrals->accepted[row] : -1;
  gint32 part = completed >= 0 ? completed : accepted;
  guint8 outcome =
      referrals->outcome != NULL ? referrals->outcome[row] : (guint8)REFNET_OUTCOME_UNKNOWN;
  *known = *filled = 0;
  if (part >= 0) {
    *known = count;
    *filled = MIN((guint64)part, count);
  } else if (outcome == REFNET_OUTCOME_FILLED) {
    *known = *filled = count;
  } else if (outcome == REFNET_OUTCOME_UNFILLED) {
    *known = count;
  }
}

/* ---- what was left out ----------------------------------------------------------------------- */

void refnet_dataset_write_rejects(const RefnetDataset *dataset, RefnetOutput *output) {
  const RefnetStore *store = refnet_store_of(dataset);
  if (store->rejects != NULL)
    refnet_rejects_write(store->rejects, output);
}

/* ---- places ---------------------------------------------------------------------------------- */

RefnetRowLocation refnet_dataset_place(const RefnetDataset *dataset, const char *file,
                                       guint32 line) {
  const RefnetStore *store = refnet_store_of(dataset);
  for (guint f = 0; f < REFNET_FILES; f++)
    if (g_str_equal(refnet_file_fields((RefnetFile)f)->file, file))
      return refnet_sheet_place(&store->sheets[f], line);
  return (RefnetRowLocation){NULL, file, line};
}
