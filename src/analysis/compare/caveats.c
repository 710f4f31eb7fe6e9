/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What makes the two sides hard to compare. */
#include "analysis/compare/comparing.h"

#include <math.h>
#include <string.h>

#include "analysis/memory.h"
#include "base/hash.h"

/* How different is different: shares of organizations, of answers, of days. */
#define OTHER_RESPONSE .05
#define OTHER_BOUNDARY .05
#define OTHER_SPAN .1
#define OTHER_SERVICES .05
#define FEW_SHARED .2

static gboolean differs(double a, double b, double by) {
  return fabs(a - b) > by;
}

/* ---- answers --------------------------------------------------------------------------------- */

static gboolean count_answers(RefnetChanges *changes, guint side, GError **error) {
  const RefnetDataset *dataset = changes->networks[side]->dataset;
  g_autofree guint8 *asked = REFNET_TRY_ARRAY(guint8, dataset->organization_count, error);
  if (!asked)
    return FALSE;
  for (guint32 i = 0; i < dataset->respondent_count; i++) {
    const RefnetRespondent *row = &dataset->respondents[i];
    guint8 state = row->answered == REFNET_TRI_YES ? 2 : 1;
    asked[row->organization] = MAX(asked[row->organization], state);
  }
  for (guint32 o = 0; o < dataset->organization_count; o++) {
    changes->asked[side] += asked[o] > 0;
    changes->answered[side] += asked[o] > 1;
  }
  return TRUE;
}

static gboolean response_differs(const RefnetChanges *changes) {
  const guint32 *asked = changes->asked;
  if (asked[REFNET_THEN] == 0 || asked[REFNET_NOW] == 0)
    return asked[REFNET_THEN] != asked[REFNET_NOW];
  return differs((double)changes->answered[REFNET_THEN] / asked[REFNET_THEN],
                 (double)changes->answered[REFNET_NOW] / asked[REFNET_NOW], OTHER_RESPONSE);
}

/* ---- days ------------------------------------------------------------------------------------ */

/* The rows behind the arcs of a view. */
static guint64 row_count(const RefnetNetwork *network) {
  return network->arcs > 0 ? network->row_start[network->arcs] : 0;
}

static void find_span(RefnetChanges *changes, guint side) {
  const RefnetNetwork *network = changes->networks[side];
  changes->first[side] = changes->last[side] = REFNET_DATE_UNKNOWN;
  for (guint64 i = 0; i < row_count(network); i++) {
    RefnetDate date = refnet_referral_date(&network->dataset->referrals, network->rows[i]);
    if (date == REFNET_DATE_UNKNOWN)
      continue;
    if (changes->first[side] == REFNET_DATE_UNKNOWN || date < changes->first[side])
      changes->first[side] = date;
    changes->last[side] = MAX(changes->last[side], date);
  }
}

static guint span_caveats(const RefnetChanges *changes) {
  const RefnetDate *first = changes->first, *last = changes->last;
  gboolean is_dated[] = {first[REFNET_THEN] != REFNET_DATE_UNKNOWN,
                         first[REFNET_NOW] != REFNET_DATE_UNKNOWN};
  if (is_dated[REFNET_THEN] != is_dated[REFNET_NOW])
    return changes->networks[REFNET_THEN]->arcs > 0 && changes->networks[REFNET_NOW]->arcs > 0
               ? REFNET_CAVEAT_UNDATED
               : 0;
  if (!is_dated[REFNET_NOW])
    return 0;
  double then = (double)last[REFNET_THEN] - first[REFNET_THEN] + 1;
  double now = (double)last[REFNET_NOW] - first[REFNET_NOW] + 1;
  return differs(then / now, 1, OTHER_SPAN) && differs(now / then, 1, OTHER_SPAN)
             ? REFNET_CAVEAT_SPAN
             : 0;
}

/* ---- rows in both ---------------------------------------------------------------------------- */

typedef struct {
  guint32 from, to, date;
  guint64 count;
} RowKey;

static guint64 hash_row(const RefnetChanges *changes, guint side, guint32 row) {
  const RefnetReferrals *referrals = &changes->networks[side]->dataset->referrals;
  RowKey key;
  memset(&key, 0, sizeof key);
  key.from = changes->compared_of[side][referrals->from[row]];
  key.to = changes->compared_of[side][referrals->to[row]];
  key.date = (guint32)refnet_referral_date(referrals, row);
  key.count = refnet_referral_count(referrals, row);
  return refnet_hash_bytes(&key, sizeof key);
}

static guint hash_of_hash(gconstpointer key) {
  return (guint)(*(const guint64 *)key >> 32);
}

/* Dated rows of the newer side that stand in the older, too, each once. */
static gboolean count_overlap(RefnetChanges *changes, GError **error) {
  const RefnetNetwork *then = changes->networks[REFNET_THEN];
  const RefnetNetwork *now = changes->networks[REFNET_NOW];
  g_autofree guint64 *hashes = REFNET_TRY_ARRAY(guint64, row_count(then), error);
  if (!hashes)
    return FALSE;
  g_autoptr(GHashTable) rows = g_hash_table_new(hash_of_hash, g_int64_equal);
  for (guint64 i = 0; i < row_count(then); i++) {
    hashes[i] = hash_row(changes, REFNET_THEN, then->rows[i]);
    gpointer known = g_hash_table_lookup(rows, &hashes[i]);
    g_hash_table_replace(rows, &hashes[i], GUINT_TO_POINTER(GPOINTER_TO_UINT(known) + 1));
  }
  for (guint64 i = 0; i < row_count(now); i++) {
    if (refnet_referral_date(&now->dataset->referrals, now->rows[i]) == REFNET_DATE_UNKNOWN)
      continue;
    guint64 hash = hash_row(changes, REFNET_NOW, now->rows[i]);
    gpointer key;
    gpointer left;
    if (!g_hash_table_lookup_extended(rows, &hash, &key, &left) || GPOINTER_TO_UINT(left) == 0)
      continue;
    g_hash_table_insert(rows, key, GUINT_TO_POINTER(GPOINTER_TO_UINT(left) - 1));
    changes->referrals_in_both++;
  }
  return TRUE;
}

/* ---- lists ----------------------------------------------------------------------------------- */

static double share_without_services(const RefnetGaps *gaps) {
  return gaps->network->vertices > 0
             ? (double)gaps->organizations_without_services / gaps->network->vertices
             : 0;
}

static guint list_caveats(const RefnetChanges *changes) {
  const RefnetNetwork *then = changes->networks[REFNET_THEN], *now = changes->networks[REFNET_NOW];
  guint32 smaller = MIN(then->vertices, now->vertices);
  guint64 all = (guint64)then->vertices + now->vertices - changes->shared;
  guint caveats = 0;
  if (smaller > 0 && changes->shared < FEW_SHARED * smaller)
    caveats |= REFNET_CAVEAT_STRANGERS;
  if (changes->shared < all * (1 - OTHER_BOUNDARY))
    caveats |= REFNET_CAVEAT_BOUNDARY;
  if (then->dataset->has_needs != now->dataset->has_needs)
    caveats |= REFNET_CAVEAT_NEEDS;
  if ((then->dataset->contact_count > 0) != (now->dataset->contact_count > 0))
    caveats |= REFNET_CAVEAT_CONTACTS;
  if (differs(share_without_services(changes->gap_searches[REFNET_THEN]),
              share_without_services(changes->gap_searches[REFNET_NOW]), OTHER_SERVICES))
    caveats |= REFNET_CAVEAT_SERVICES;
  return caveats;
}

gboolean refnet_compare_caveats(RefnetComparing *comparing, GError **error) {
  RefnetChanges *changes = &comparing->changes;
  for (guint side = 0; side < REFNET_SIDES; side++) {
    if (!count_answers(changes, side, error))
      return FALSE;
    find_span(changes, side);
  }
  if (!count_overlap(changes, error))
    return FALSE;
  changes->caveats = list_caveats(changes) | span_caveats(changes);
  if (response_differs(changes))
    changes->caveats |= REFNET_CAVEAT_RESPONSE;
  gboolean is_backwards = changes->last[REFNET_THEN] != REFNET_DATE_UNKNOWN &&
                          changes->last[REFNET_NOW] != REFNET_DATE_UNKNOWN &&
                          changes->last[REFNET_THEN] > changes->last[REFNET_NOW];
  if (is_backwards)
    changes->caveats |= REFNET_CAVEAT_ORDER;
  if (changes->referrals_in_both > 0 && !comparing->options->now_of_then)
    changes->caveats |= REFNET_CAVEAT_OVERLAP;
  return TRUE;
}
