/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How strong and recent ties are. */
#include "analysis/paths/strong_ties.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/memory.h"
#include "base/parallel.h"
#include "model/network/arc_cursor.h"

#define COUNT_SCALE 5.0      /* referrals; five make a tie 63 % sure of itself */
#define HALF_LIFE_DAYS 365.0 /* a tie last used a year ago counts half */
#define BLANK_DATE_AGE 365.0 /* METHODS, blank cells, rule 8 */

/* ---- one tie --------------------------------------------------------------------------------- */

/* Ordinals, not people: METHODS, blank cells, rule 10. */
static const double frequency_strength[] = {
    [REFNET_FREQUENCY_UNKNOWN] = 0.0, [REFNET_FREQUENCY_NEVER] = 0.0,
    [REFNET_FREQUENCY_YEARLY] = 0.2,  [REFNET_FREQUENCY_QUARTERLY] = 0.4,
    [REFNET_FREQUENCY_MONTHLY] = 0.6, [REFNET_FREQUENCY_WEEKLY] = 0.8,
    [REFNET_FREQUENCY_DAILY] = 1.0};

static void add_arc(const RefnetNetwork *network, guint64 arc, RefnetTieRecord *record,
                    guint8 *frequency) {
  if (arc == G_MAXUINT64)
    return;
  record->count += network->arc_count[arc];
  record->last = MAX(record->last, refnet_network_arc_date(network, arc));
  *frequency = MAX(*frequency, network->arc_frequency[arc]);
}

static double tie_strength(const RefnetTieRecord *record, RefnetDate as_of) {
  double age = BLANK_DATE_AGE;
  if (record->last != REFNET_DATE_UNKNOWN && as_of != REFNET_DATE_UNKNOWN)
    age = MAX(0.0, (double)as_of - (double)record->last);
  return -expm1(-(double)record->count / COUNT_SCALE) * exp2(-age / HALF_LIFE_DAYS);
}

static RefnetTieRecord record_of(const RefnetNetwork *network, guint64 there, guint64 back,
                                 RefnetDate as_of) {
  RefnetTieRecord record = {.last = REFNET_DATE_UNKNOWN};
  guint8 frequency = REFNET_FREQUENCY_UNKNOWN;
  add_arc(network, there, &record, &frequency);
  add_arc(network, back, &record, &frequency);
  gboolean frequency_only = !network->dataset->referrals.count &&
                            record.last == REFNET_DATE_UNKNOWN &&
                            frequency > REFNET_FREQUENCY_NEVER;
  record.strength = frequency_only ? frequency_strength[frequency] : tie_strength(&record, as_of);
  return record;
}

RefnetTieRecord refnet_tie_record(const RefnetNetwork *network, guint64 tie, RefnetDate as_of) {
  guint32 a = network->tie_a[tie], b = network->tie_b[tie];
  return record_of(network, refnet_network_find_arc(network, a, b),
                   refnet_network_find_arc(network, b, a), as_of);
}

/* For one neighbor of `vertex` after the other. */
static double strength_of_next(const RefnetNetwork *network, guint32 vertex, guint32 neighbor,
                               RefnetDate as_of, RefnetArcCursor *cursor) {
  guint64 there, back;
  refnet_arcs_between(network, vertex, neighbor, cursor, &there, &back);
  return record_of(network, there, back, as_of).strength;
}

/* ---- all ties -------------------------------------------------------------------------------- */

static guint64 largest_count(const RefnetNetwork *network) {
  guint64 largest = 0;
  for (guint64 arc = 0; arc < network->arcs; arc++)
    largest = MAX(largest, network->arc_count[arc]);
  return largest;
}

static RefnetDate latest_date(const RefnetReferrals *referrals) {
  RefnetDate latest = REFNET_DATE_UNKNOWN;
  for (gsize row = 0; referrals->date && row < referrals->rows; row++)
    latest = MAX(latest, referrals->date[row]);
  return latest;
}

/* As if one tie had most referrals both ways, the latest or one of unknown date, and every day. */
static double most_of_all(const RefnetNetwork *network, RefnetDate as_of) {
  const double rounding = 1e-12;
  const RefnetReferrals *referrals = &network->dataset->referrals;
  guint64 count = 2 * largest_count(network);
  RefnetTieRecord dated = {.count = count, .last = latest_date(referrals)};
  RefnetTieRecord undated = {.count = count, .last = REFNET_DATE_UNKNOWN};
  double most = MAX(tie_strength(&dated, as_of), tie_strength(&undated, as_of));
  if (!referrals->count && referrals->frequency)
    most = MAX(most, frequency_strength[REFNET_FREQUENCY_DAILY]);
  return most * (1 + rounding);
}

/* ---- the ties of one, strongest first -------------------------------------------------------- */

RefnetStrongTies *refnet_strong_ties_new(const RefnetNetwork *network, RefnetDate as_of,
                                         GError **error) {
  g_autoptr(RefnetStrongTies) ties = g_new0(RefnetStrongTies, 1);
  *ties = (RefnetStrongTies){.network = network, .as_of = as_of};
  if (!(ties->strength = REFNET_TRY_ARRAY(double, network->ties, error)) ||
      !(ties->ties = REFNET_TRY_ARRAY(RefnetStrongTie, 2 * network->ties, error)) ||
      !(ties->asked = REFNET_TRY_ARRAY(guint8, network->vertices, error)))
    return NULL;
  ties->most = most_of_all(network, as_of);
  return g_steal_pointer(&ties);
}

void refnet_strong_ties_free(RefnetStrongTies *ties) {
  if (!ties)
    return;
  g_free(ties->strength);
  g_free(ties->ties);
  g_free(ties->asked);
  g_free(ties);
}

double refnet_strong_ties_strength(RefnetStrongTies *ties, guint64 tie) {
  if (!ties->are_sorted && !(ties->strength[tie] > 0))
    ties->strength[tie] = refnet_tie_record(ties->network, tie, ties->as_of).strength;
  return ties->strength[tie];
}

enum { SORTED = G_MAXUINT8 };

int refnet_strong_tie_compare(const void *a, const void *b) {
  const RefnetStrongTie *first = a, *second = b;
  if (first->strength != second->strength)
    return first->strength > second->strength ? -1 : 1;
  return (first->neighbor > second->neighbor) - (first->neighbor < second->neighbor);
}

/* Of its ties with neighbors from number `first` on. */
static void rate_ties(RefnetStrongTies *ties, guint32 vertex, guint32 first) {
  const RefnetNetwork *network = ties->network;
  RefnetArcCursor cursor = {0, 0};
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++)
    if (network->neighbor[i] >= first)
      ties->strength[network->tie_of[i]] =
          strength_of_next(network, vertex, network->neighbor[i], ties->as_of, &cursor);
}

static void sort_rated(RefnetStrongTies *ties, guint32 vertex) {
  const RefnetNetwork *network = ties->network;
  guint64 start = network->tie_start[vertex], end = network->tie_start[vertex + 1];
  for (guint64 i = start; i < end; i++)
    ties->ties[i] = (RefnetStrongTie){ties->strength[network->tie_of[i]], network->neighbor[i]};
  if (end - start > 1)
    qsort(ties->ties + start, end - start, sizeof *ties->ties, refnet_strong_tie_compare);
  ties->asked[vertex] = SORTED;
}

/* Each tie once, with the vertex of the smaller number. */
static void rate_half(gpointer work, guint half) {
  RefnetStrongTies *ties = work;
  for (guint32 v = half; v < ties->network->vertices; v += 2)
    rate_ties(ties, v, v + 1);
}

static void sort_half(gpointer work, guint half) {
  RefnetStrongTies *ties = work;
  for (guint32 v = half; v < ties->network->vertices; v += 2)
    sort_rated(ties, v);
}

void refnet_strong_ties_sort_all(RefnetStrongTies *ties) {
  enum { TIES_FOR_A_THREAD = 20000 };
  guint threads = ties->network->ties >= TIES_FOR_A_THREAD ? g_get_num_processors() : 1;
  refnet_do_halves(rate_half, ties, threads);
  refnet_do_halves(sort_half, ties, threads);
  ties->are_sorted = TRUE;
}

const RefnetStrongTie *refnet_strong_ties_of(RefnetStrongTies *ties, guint32 vertex,
                                             guint32 *length) {
  if (ties->asked[vertex] != SORTED) {
    rate_ties(ties, vertex, 0);
    sort_rated(ties, vertex);
  }
  *length = refnet_network_degree(ties->network, vertex);
  return ties->ties + ties->network->tie_start[vertex];
}

const RefnetStrongTie *refnet_strong_ties_if_worth(RefnetStrongTies *ties, guint32 vertex,
                                                   guint32 *length) {
  enum { OFTEN = 20 };
  if (ties->asked[vertex] != SORTED && ++ties->asked[vertex] < OFTEN)
    return NULL;
  return refnet_strong_ties_of(ties, vertex, length);
}

const RefnetStrongTie *refnet_strong_ties_if_sorted(const RefnetStrongTies *ties, guint32 vertex,
                                                    guint32 *length) {
  *length = refnet_network_degree(ties->network, vertex);
  return ties->asked[vertex] == SORTED ? ties->ties + ties->network->tie_start[vertex] : NULL;
}

double refnet_strong_ties_most(const RefnetStrongTies *ties, guint32 vertex) {
  if (refnet_network_degree(ties->network, vertex) == 0)
    return 0;
  return ties->asked[vertex] == SORTED ? ties->ties[ties->network->tie_start[vertex]].strength
                                       : ties->most;
}
