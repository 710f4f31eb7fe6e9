/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How often rows about two organizations agree: equal values counted over all pairs, everything
 * else over pairs chosen at random. */
#include "analysis/records/evidence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/memory.h"
#include "analysis/records/outcomes.h"
#include "analysis/result.h"

enum { PAIRS_CHOSEN = 10000 };

static double pairs_of(double count) {
  return count * (count - 1) / 2;
}

/* ---- equal values ---------------------------------------------------------------------------- */

typedef struct {
  guint32 key, row;
} Holding;

typedef struct {
  Holding *items;
  gsize length;
} Holdings;

static void hold(Holdings *holdings, guint32 key, guint32 row) {
  if (key != REFNET_NONE)
    holdings->items[holdings->length++] = (Holding){key, row};
}

static int compare_holdings(const void *a, const void *b) {
  const Holding *first = a, *second = b;
  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return first->row < second->row ? -1 : first->row > second->row;
}

/* Rows that agree in more than what is being counted may well be about one organization, and are no
 * sign of chance: of names, those that agree anywhere else or have nothing else to compare, of the
 * rest, those whose names agree. */
static gboolean is_chance(const RefnetRowOutcomes *result, gboolean of_names) {
  if (!of_names)
    return result->names == REFNET_NAME_CLOSE || result->names == REFNET_NAME_KIN ||
           result->names == REFNET_NAME_DIFFERENT;
  gboolean any_differs = FALSE;
  for (guint32 i = 0; i < result->count; i++) {
    const RefnetOutcomeWeight *weight = &refnet_outcome_weights[result->outcomes[i].outcome];
    if (weight->field <= REFNET_EVIDENCE_ALTERNATE_NAME ||
        result->outcomes[i].outcome == REFNET_TOWN_EQUAL)
      continue;
    if (weight->likeness != REFNET_LIKENESS_DIFFERS)
      return FALSE;
    any_differs = TRUE;
  }
  return any_differs;
}

/* Pairs of the holders of one value that agree by chance; of many holders, only the first are
 * looked at, and stand for all. What very many have says so itself, in `names_with`: of how often
 * others agree by chance, it tells no more than a few rows would. */
static double count_chance(const RefnetFolded *rows, const Holding *holders, gsize length,
                           gboolean of_names) {
  enum { MOST = 12 };
  gsize looked_at = MIN(length, MOST);
  double chance = 0;
  for (gsize i = 0; i < looked_at; i++)
    for (gsize k = i + 1; k < looked_at; k++) {
      RefnetRowOutcomes result = refnet_folded_compare(rows, holders[i].row, holders[k].row);
      chance += is_chance(&result, of_names);
    }
  return chance;
}

/* Phones or places of two rows differ, and none agrees; a town in common is no agreement. */
static gboolean lie_apart(const RefnetFolded *rows, guint32 a, guint32 b) {
  gboolean any_differs = FALSE;
  RefnetRowOutcomes result = refnet_folded_compare(rows, a, b);
  for (guint32 i = 0; i < result.count; i++) {
    RefnetOutcomeOfField outcome = result.outcomes[i].outcome;
    const RefnetOutcomeWeight *weight = &refnet_outcome_weights[outcome];
    if ((weight->field != REFNET_EVIDENCE_PHONE && weight->field != REFNET_EVIDENCE_ADDRESS) ||
        outcome == REFNET_TOWN_EQUAL)
      continue;
    if (weight->likeness != REFNET_LIKENESS_DIFFERS)
      return FALSE;
    any_differs = TRUE;
  }
  return any_differs;
}

/* Rows of one name without a sign that any two of them are apart; of many, the first stand for all.
 */
static gboolean may_be_one(const RefnetFolded *rows, const Holding *holders, gsize length) {
  enum { MOST = 64 };
  for (gsize i = 0; i < MIN(length, MOST); i++)
    for (gsize k = i + 1; k < MIN(length, MOST); k++)
      if (lie_apart(rows, holders[i].row, holders[k].row))
        return FALSE;
  return TRUE;
}

static guint32 key_of_name(const RefnetFolded *rows, guint32 row) {
  return rows->names[rows->name_start[row]].key;
}

/* How many names the holders go by; of a name, how many phones or addresses. */
static guint32 count_distinct(const RefnetFolded *rows, Holding *holders, gsize length,
                              gboolean of_names) {
  enum { MOST = 64 };
  guint32 seen[MOST], count = 0;
  if (of_names && may_be_one(rows, holders, length))
    return 1;
  for (gsize i = 0; i < length; i++) {
    guint32 row = holders[i].row, what = key_of_name(rows, row), k = 0;
    if (of_names && rows->phone_start[row] < rows->phone_start[row + 1])
      what = rows->phone_keys[rows->phone_start[row]];
    else if (of_names)
      what = rows->rows[row].site != REFNET_NONE ? rows->rows[row].site : rows->key_count + row;
    while (k < MIN(count, MOST) && seen[k] != what)
      k++;
    if (k == MIN(count, MOST)) {
      if (count < MOST)
        seen[count] = what;
      count++;
    }
  }
  return count;
}

/* Who moves has two places; who has more of them has branches. */
enum { PLACES_OF_BRANCHES = 3 };

/* How many addresses, or towns where there is none, those of the holders give that are called
 * `name`; not more than are of interest. */
static guint32 count_places(const RefnetFolded *rows, const Holding *holders, gsize length,
                            guint32 name) {
  guint32 seen[PLACES_OF_BRANCHES], count = 0;
  for (gsize i = 0; i < length && count < PLACES_OF_BRANCHES; i++) {
    const RefnetRecord *row = &rows->rows[holders[i].row];
    guint32 place = row->site != REFNET_NONE ? row->site : row->town, k = 0;
    if (place == REFNET_NONE || key_of_name(rows, holders[i].row) != name)
      continue;
    while (k < count && seen[k] != place)
      k++;
    if (k == count)
      seen[count++] = place;
  }
  return count;
}

/* Of many holders, only the first are asked for their name. */
static gboolean any_has_branches(const RefnetFolded *rows, const Holding *holders, gsize length) {
  enum { MOST = 12 };
  for (gsize i = 0; i < MIN(length, MOST); i++)
    if (count_places(rows, holders, length, key_of_name(rows, holders[i].row)) ==
        PLACES_OF_BRANCHES)
      return TRUE;
  return FALSE;
}

static void count_values(RefnetRecords *records, Holdings *holdings, RefnetOutcomeOfField outcome) {
  const RefnetFolded *rows = records->rows;
  gboolean of_names = outcome == REFNET_NAME_SAME;
  double seen = 0;
  if (holdings->length > 1)
    qsort(holdings->items, holdings->length, sizeof *holdings->items, compare_holdings);
  for (gsize first = 0, end; first < holdings->length; first = end) {
    Holding *holders = &holdings->items[first];
    for (end = first + 1; end < holdings->length && holdings->items[end].key == holders->key; end++)
      ;
    records->names_with[holders->key] = count_distinct(rows, holders, end - first, of_names);
    if (outcome == REFNET_PHONE_EQUAL || outcome == REFNET_EMAIL_EQUAL)
      records->of_branches[holders->key] = any_has_branches(rows, holders, end - first);
    if (end > first + 1)
      seen += count_chance(rows, holders, end - first, of_names);
  }
  records->seen[outcome] = seen;
  records->pairs[outcome] = pairs_of((double)holdings->length);
  holdings->length = 0;
}

static void count_names(RefnetRecords *records, Holdings *holdings) {
  const RefnetFolded *rows = records->rows;
  for (guint32 r = 0; r < rows->length; r++)
    hold(holdings, rows->names[rows->name_start[r]].key, r);
  count_values(records, holdings, REFNET_NAME_SAME);
}

static void count_phones(RefnetRecords *records, Holdings *holdings) {
  const RefnetFolded *rows = records->rows;
  for (guint32 r = 0; r < rows->length; r++)
    for (guint32 i = rows->phone_start[r]; i < rows->phone_start[r + 1]; i++)
      hold(holdings, rows->phone_keys[i], r);
  count_values(records, holdings, REFNET_PHONE_EQUAL);
}

static const struct {
  RefnetOutcomeOfField outcome;
  gsize offset;
} counted[] = {{REFNET_EMAIL_EQUAL, G_STRUCT_OFFSET(RefnetRecord, email)},
               {REFNET_WEBSITE_EQUAL, G_STRUCT_OFFSET(RefnetRecord, website)},
               {REFNET_TAX_ID_EQUAL, G_STRUCT_OFFSET(RefnetRecord, tax_id)},
               {REFNET_PLACE_SITE, G_STRUCT_OFFSET(RefnetRecord, site)}};

static gboolean count_equal_values(RefnetRecords *records, GError **error) {
  const RefnetFolded *rows = records->rows;
  guint64 most = MAX(rows->length, rows->phone_start[rows->length]);
  g_autofree Holding *items = REFNET_TRY_ARRAY(Holding, most, error);
  if (!items)
    return FALSE;
  Holdings holdings = {items, 0};
  count_names(records, &holdings);
  count_phones(records, &holdings);
  for (guint i = 0; i < G_N_ELEMENTS(counted); i++) {
    for (guint32 r = 0; r < rows->length; r++)
      hold(&holdings, G_STRUCT_MEMBER(guint32, &rows->rows[r], counted[i].offset), r);
    count_values(records, &holdings, counted[i].outcome);
  }
  return TRUE;
}

/* ---- pairs at random ------------------------------------------------------------------------- */

static gboolean is_counted(RefnetOutcomeOfField outcome) {
  for (guint i = 0; i < G_N_ELEMENTS(counted); i++)
    if (counted[i].outcome == outcome)
      return TRUE;
  return outcome == REFNET_NAME_SAME || outcome == REFNET_PHONE_EQUAL;
}

/* An outcome was seen once, and all of its group could have been. */
static void count_pair(RefnetRecords *records, guint32 a, guint32 b) {
  RefnetRowOutcomes result = refnet_folded_compare(records->rows, a, b);
  for (guint32 i = 0; i < result.count; i++) {
    RefnetOutcomeOfField outcome = result.outcomes[i].outcome;
    if (!is_chance(&result, outcome <= REFNET_ALTERNATE_NONE))
      continue;
    for (guint k = 0; k < REFNET_OUTCOMES; k++)
      if (refnet_outcome_weights[k].group == refnet_outcome_weights[outcome].group &&
          !is_counted((RefnetOutcomeOfField)k))
        records->pairs[k]++;
    if (!is_counted(outcome))
      records->seen[outcome]++;
  }
}

static void count_random_pairs(RefnetRecords *records) {
  guint32 rows = records->rows->length;
  RefnetRandom random;
  refnet_random_seed(&random, 1);
  if (pairs_of(rows) <= PAIRS_CHOSEN) {
    for (guint32 a = 0; a < rows; a++)
      for (guint32 b = a + 1; b < rows; b++)
        count_pair(records, a, b);
    return;
  }
  for (guint i = 0; i < PAIRS_CHOSEN; i++) {
    guint32 a = (guint32)refnet_random_below(&random, rows);
    guint32 b = (guint32)refnet_random_below(&random, rows - 1);
    count_pair(records, a, b + (b >= a));
  }
}

/* ---- the odds before any evidence ------------------------------------------------------------ */

/* One list: `expected` further rows of each of n − 1. Two lists: half of it times the shorter one
 * may have partners among all pairs. */
static double prior_bits(const RefnetFolded *rows, double expected) {
  double first = rows->first_length, second = rows->length - first;
  double odds = rows->lists[1] ? expected / 2 * MIN(first, second) / MAX(first * second, 1)
                               : expected / MAX(first - 1, 1);
  return log2(MAX(odds, 1e-300));
}

RefnetRecords *refnet_records_new(const RefnetDataset *first, const RefnetDataset *second,
                                  const RefnetMatchOptions *options, GError **error) {
  static const RefnetMatchOptions usual = REFNET_MATCH_OPTIONS_INIT;
  g_autoptr(RefnetRecords) records = g_new0(RefnetRecords, 1);
  options = options ? options : &usual;
  if (!(records->rows = refnet_folded_new(first, second, error)) ||
      !(records->names_with = REFNET_TRY_ARRAY(guint32, records->rows->key_count, error)) ||
      !(records->of_branches = REFNET_TRY_ARRAY(guint8, records->rows->key_count, error)) ||
      !count_equal_values(records, error))
    return NULL;
  count_random_pairs(records);
  for (guint i = 0; i < REFNET_OUTCOMES; i++)
    records->bits[i] =
        refnet_outcome_bits((RefnetOutcomeOfField)i, records->seen[i], records->pairs[i]);
  records->prior_bits = prior_bits(records->rows, options->expected);
  records->merge_at = options->merge_at;
  records->review_at = options->review_at;
  return g_steal_pointer(&records);
}

void refnet_records_free(RefnetRecords *records) {
  if (!records)
    return;
  refnet_folded_free(records->rows);
  g_free(records->names_with);
  g_free(records->of_branches);
  g_free(records);
}
