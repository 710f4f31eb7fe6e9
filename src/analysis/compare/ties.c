/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which relationships came, went, grew or turned; and where silence is only a survey not returned.
 */
#include "analysis/compare/comparing.h"

#include <stdlib.h>

#include "analysis/memory.h"
#include "base/order.h"

/* An arc of one side between organizations of both. */
typedef struct {
  guint32 a, b; /* a < b */
  guint8 side, way, frequency;
  guint32 arc;
  guint64 count;
} Link;

typedef struct {
  RefnetComparing *comparing;
  Link *links;
  gsize length;
} Links;

static void links_clear(Links *links) {
  g_free(links->links);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Links, links_clear)

static void note_silence(RefnetChanges *changes, guint side) {
  const RefnetDataset *dataset = changes->networks[side]->dataset;
  for (guint32 i = 0; i < dataset->respondent_count; i++) {
    guint32 organization = dataset->respondents[i].organization;
    changes->organizations[changes->compared_of[side][organization]].silent[side] =
        refnet_dataset_answered(dataset, organization) == REFNET_TRI_NO;
  }
}

/* ---- arcs of both sides ---------------------------------------------------------------------- */

static guint64 add_side(Links *links, guint side) {
  const RefnetChanges *changes = &links->comparing->changes;
  const RefnetNetwork *network = changes->networks[side];
  const guint32 *compared_of = changes->compared_of[side];
  guint64 largest = 0;
  for (guint64 arc = 0; arc < network->arcs; arc++) {
    guint32 from = compared_of[network->organization[network->arc_from[arc]]];
    guint32 to = compared_of[network->organization[network->arc_to[arc]]];
    largest = MAX(largest, network->arc_count[arc]);
    if (from == to)
      continue;
    links->links[links->length++] = (Link){
        .a = MIN(from, to),
        .b = MAX(from, to),
        .side = (guint8)side,
        .way = from < to ? REFNET_WAY_THERE : REFNET_WAY_BACK,
        .frequency = network->arc_frequency ? network->arc_frequency[arc] : 0,
        .arc = (guint32)arc,
        .count = network->arc_count[arc],
    };
  }
  return largest;
}

static int compare_links(const void *left, const void *right) {
  const Link *x = left, *y = right;
  int order = refnet_order(x->a, y->a);
  if (order == 0)
    order = refnet_order(x->b, y->b);
  if (order == 0)
    order = refnet_order(x->side, y->side);
  if (order == 0)
    order = refnet_order(x->way, y->way);
  return order ? order : refnet_order(x->arc, y->arc);
}

static gboolean collect(Links *links, GError **error) {
  const RefnetChanges *changes = &links->comparing->changes;
  guint64 most = changes->networks[REFNET_THEN]->arcs + changes->networks[REFNET_NOW]->arcs;
  gboolean counted[REFNET_SIDES]; /* numbers of referrals are given */
  if (!(links->links = REFNET_TRY_ARRAY(Link, most, error)))
    return FALSE;
  for (guint side = 0; side < REFNET_SIDES; side++) {
    const RefnetDataset *dataset = changes->networks[side]->dataset;
    note_silence(&links->comparing->changes, side);
    counted[side] = add_side(links, side) > 1 || dataset->referrals.count != NULL;
  }
  links->comparing->changes.counted = counted[REFNET_THEN] && counted[REFNET_NOW];
  if (links->length > 1)
    qsort(links->links, links->length, sizeof *links->links, compare_links);
  return TRUE;
}

/* ---- silence --------------------------------------------------------------------------------- */

/* Who says what a row says: nobody where it was observed or inferred. */
static guint32 reporter_of(const RefnetReferrals *referrals, guint32 row) {
  if (referrals->reported_by && referrals->reported_by[row] != REFNET_NONE)
    return referrals->reported_by[row];
  guint8 basis = referrals->basis ? referrals->basis[row] : (guint8)REFNET_BASIS_UNKNOWN;
  gboolean is_said = basis == REFNET_BASIS_DECLARED || basis == REFNET_BASIS_UNKNOWN;
  return is_said ? referrals->from[row] : REFNET_NONE;
}

/* Of those who report the arc, one who did not answer on the other side (among all organizations),
 * or REFNET_NONE. */
static guint32 silent_reporter(const Links *links, const Link *link) {
  const RefnetChanges *changes = &links->comparing->changes;
  const RefnetNetwork *network = changes->networks[link->side];
  for (guint32 r = network->row_start[link->arc]; r < network->row_start[link->arc + 1]; r++) {
    guint32 reporter = reporter_of(&network->dataset->referrals, network->rows[r]);
    if (reporter == REFNET_NONE)
      continue;
    guint32 compared = changes->compared_of[link->side][reporter];
    if (changes->organizations[compared].silent[!link->side])
      return compared;
  }
  return REFNET_NONE;
}

/* ---- one relationship ------------------------------------------------------------------------ */

static guint32 vertex_of(const RefnetChanges *changes, guint32 compared, guint side) {
  return changes->organizations[compared].vertex[side];
}

static guint32 absent_end(const RefnetChanges *changes, const RefnetTieChange *tie, guint side) {
  if (vertex_of(changes, tie->a, side) == REFNET_NONE)
    return tie->a;
  return vertex_of(changes, tie->b, side) == REFNET_NONE ? tie->b : REFNET_NONE;
}

static guint64 tie_of(const RefnetChanges *changes, const Link *link) {
  const RefnetNetwork *network = changes->networks[link->side];
  return refnet_network_find_tie(network, network->arc_from[link->arc], network->arc_to[link->arc]);
}

static RefnetTieChange add_up(const Links *links, const Link *run, gsize length) {
  const RefnetChanges *changes = &links->comparing->changes;
  RefnetTieChange tie = {.a = run->a,
                         .b = run->b,
                         .ties = {G_MAXUINT64, G_MAXUINT64},
                         .silent = REFNET_NONE,
                         .absent = REFNET_NONE};
  for (gsize i = 0; i < length; i++) {
    const Link *link = &run[i];
    tie.ways[link->side] |= link->way;
    tie.referrals[link->side] += link->count;
    tie.frequency[link->side] = MAX(tie.frequency[link->side], link->frequency);
    if (tie.ties[link->side] == G_MAXUINT64)
      tie.ties[link->side] = tie_of(changes, link);
  }
  return tie;
}

/* Ways recorded on one side only, whose reporter did not answer on the other. */
static void look_for_silence(const Links *links, const Link *run, gsize length,
                             RefnetTieChange *tie) {
  for (gsize i = 0; i < length; i++) {
    if (tie->ways[!run[i].side] & run[i].way)
      continue;
    guint32 silent = silent_reporter(links, &run[i]);
    if (silent == REFNET_NONE)
      continue;
    tie->unsaid[!run[i].side] |= run[i].way;
    tie->silent = tie->silent == REFNET_NONE ? silent : MIN(tie->silent, silent);
  }
}

/* By more than chance brings about: two standard errors of the difference of two counts. */
static gboolean differs_clearly(guint64 then, guint64 now) {
  double difference = (double)now - (double)then;
  return difference * difference > 4 * ((double)now + (double)then);
}

static RefnetTieChangeKind judge_strength(const Links *links, RefnetTieChange *tie) {
  guint64 then = tie->referrals[REFNET_THEN], now = tie->referrals[REFNET_NOW];
  gboolean has_counts = links->comparing->changes.counted;
  gboolean has_frequencies = tie->frequency[REFNET_THEN] && tie->frequency[REFNET_NOW];
  tie->clearly = has_counts && differs_clearly(then, now);
  if (!has_counts) {
    then = has_frequencies ? tie->frequency[REFNET_THEN] : 0;
    now = has_frequencies ? tie->frequency[REFNET_NOW] : 0;
    tie->clearly = then != now;
  }
  return now > then ? REFNET_TIE_STRONGER : now < then ? REFNET_TIE_WEAKER : REFNET_TIE_STEADY;
}

enum { BOTH_WAYS = REFNET_WAY_THERE | REFNET_WAY_BACK };

/* From one way to two; never where the other way is only unsaid. */
static gboolean gained_a_way(const RefnetTieChange *tie, guint from, guint to) {
  return tie->ways[from] != BOTH_WAYS && tie->ways[to] == BOTH_WAYS &&
         (tie->ways[from] | tie->unsaid[from]) != BOTH_WAYS;
}

static void judge(const Links *links, RefnetTieChange *tie) {
  const RefnetChanges *changes = &links->comparing->changes;
  guint missing = tie->ways[REFNET_THEN] == 0 ? REFNET_THEN : REFNET_NOW;
  if (tie->ways[missing] == 0) {
    gboolean is_added = missing == REFNET_THEN;
    tie->absent = absent_end(changes, tie, missing);
    tie->kind = is_added ? REFNET_TIE_ADDED : REFNET_TIE_REMOVED;
    if (tie->absent == REFNET_NONE && tie->unsaid[missing])
      tie->kind = is_added ? REFNET_TIE_UNSAID_THEN : REFNET_TIE_UNSAID_NOW;
    else
      tie->silent = REFNET_NONE;
    return;
  }
  tie->kind = judge_strength(links, tie);
  if (changes->networks[REFNET_NOW]->undirected)
    return;
  tie->two_way = gained_a_way(tie, REFNET_THEN, REFNET_NOW);
  tie->one_way = gained_a_way(tie, REFNET_NOW, REFNET_THEN);
}

/* ---- all of them ----------------------------------------------------------------------------- */

static gboolean is_change(const RefnetTieChange *tie) {
  return tie->kind != REFNET_TIE_STEADY || tie->two_way || tie->one_way ||
         tie->unsaid[REFNET_THEN] || tie->unsaid[REFNET_NOW];
}

static void count(RefnetChanges *changes, const RefnetTieChange *tie) {
  gboolean is_kept = tie->ways[REFNET_THEN] && tie->ways[REFNET_NOW];
  changes->tie_counts[tie->kind]++;
  changes->ties_kept += is_kept;
  changes->two_way += tie->two_way;
  changes->one_way += tie->one_way;
  changes->unsaid_ways += is_kept && (tie->unsaid[REFNET_THEN] || tie->unsaid[REFNET_NOW]);
}

static guint64 weight(const RefnetTieChange *tie) {
  guint64 then = tie->referrals[REFNET_THEN], now = tie->referrals[REFNET_NOW];
  return MAX(then, now) - MIN(then, now);
}

static int compare_ties(const void *left, const void *right) {
  const RefnetTieChange *x = left, *y = right;
  int order = refnet_order(x->kind, y->kind);
  if (order == 0)
    order = refnet_order(y->clearly, x->clearly);
  if (order == 0 && weight(x) != weight(y))
    order = weight(x) > weight(y) ? -1 : 1;
  if (order == 0)
    order = refnet_order(x->a, y->a);
  return order ? order : refnet_order(x->b, y->b);
}

static gsize run_length(const Links *links, gsize start) {
  gsize end = start + 1;
  while (end < links->length && links->links[end].a == links->links[start].a &&
         links->links[end].b == links->links[start].b)
    end++;
  return end - start;
}

gboolean refnet_compare_ties(RefnetComparing *comparing, GError **error) {
  RefnetChanges *changes = &comparing->changes;
  g_auto(Links) links = {.comparing = comparing};
  if (!collect(&links, error) ||
      !(changes->ties = REFNET_TRY_ARRAY(RefnetTieChange, links.length, error)))
    return FALSE;
  for (gsize start = 0, run; start < links.length; start += run) {
    run = run_length(&links, start);
    RefnetTieChange tie = add_up(&links, &links.links[start], run);
    look_for_silence(&links, &links.links[start], run, &tie);
    judge(&links, &tie);
    count(changes, &tie);
    if (is_change(&tie))
      changes->ties[changes->tie_count++] = tie;
  }
  if (changes->tie_count > 1)
    qsort(changes->ties, changes->tie_count, sizeof *changes->ties, compare_ties);
  return TRUE;
}
