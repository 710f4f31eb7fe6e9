/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Leiden's second step: communities are built anew from single vertices, each within its bounds. */
#include <math.h>
#include <string.h>

#include "analysis/communities/leiden_state.h"

#define BETA 0.01     /* ties: who gains so much less than the best is e times less likely */
#define NEGLIGIBLE 40 /* exp(−40) is lost beside 1 in a double */

/* Whether a part of a community has the links with the rest of it that chance would give, or more.
 */
static gboolean is_well_connected(const RefnetLeiden *leiden, guint32 cut, guint32 degrees,
                                  guint32 total) {
  return refnet_leiden_gain(leiden, cut, degrees, total - degrees) >= 0;
}

/* The refined communities that v may join are noted in scratch->touched, v itself last, which gains
 * nothing, and 2m times the gain of each in `chance`. Returns how many. */
static guint32 list_candidates(RefnetLeiden *leiden, const RefnetCoarse *level, guint32 v) {
  RefnetCoarseScratch *scratch = &leiden->scratch;
  const guint32 total = leiden->total[leiden->community[v]];
  const guint32 found =
      refnet_coarse_add_links(level, v, leiden->refined, leiden->community, scratch, 0);
  guint32 candidates = 0;
  for (guint32 i = 0; i < found; i++) {
    const guint32 r = scratch->touched[i], degrees = leiden->refined_total[r];
    const gint64 gain = refnet_leiden_gain(leiden, scratch->link[r], level->degree[v], degrees);
    if (gain < 0 || !is_well_connected(leiden, leiden->cut[r], degrees, total)) {
      scratch->link[r] = 0;
      continue;
    }
    leiden->chance[candidates] = (double)gain;
    scratch->touched[candidates++] = r;
  }
  leiden->chance[candidates] = 0;
  scratch->touched[candidates++] = v;
  return candidates;
}

/* One of the candidates, in proportion to exp(gain / β). */
static guint32 draw_candidate(RefnetLeiden *leiden, guint32 candidates) {
  double best = 0, sum = 0;
  for (guint32 i = 0; i < candidates; i++)
    best = MAX(best, leiden->chance[i]);
  for (guint32 i = 0; i < candidates; i++) {
    const double behind = (leiden->chance[i] - best) / (double)leiden->ends / BETA;
    sum += leiden->chance[i] = behind < -NEGLIGIBLE ? 0 : exp(behind);
  }
  double left = refnet_random_unit(&leiden->random) * sum;
  guint32 drawn = 0;
  for (guint32 i = 0; i < candidates && left >= 0; i++) {
    if (leiden->chance[i] == 0)
      continue;
    drawn = i;
    left -= leiden->chance[i];
  }
  return drawn;
}

/* v, until now a refined community by itself, joins one, or stays. */
static void join_one(RefnetLeiden *leiden, const RefnetCoarse *level, guint32 v) {
  RefnetCoarseScratch *scratch = &leiden->scratch;
  const guint32 candidates = list_candidates(leiden, level, v);
  const guint32 r = candidates == 1 ? v : scratch->touched[draw_candidate(leiden, candidates)];
  if (r != v) {
    leiden->refined[v] = r;
    leiden->refined_total[r] += level->degree[v];
    leiden->cut[r] += leiden->inside[v] - 2 * scratch->link[r];
    /* Who has been joined stays, and gives the refined community its number. */
    leiden->waiting[r] = FALSE;
  }
  for (guint32 i = 0; i < candidates; i++)
    scratch->link[scratch->touched[i]] = 0;
}

guint32 refnet_leiden_refine(RefnetLeiden *leiden, const RefnetCoarse *level) {
  const guint32 n = level->vertices;
  for (guint32 v = 0; v < n; v++)
    leiden->refined[v] = v;
  memcpy(leiden->refined_total, level->degree, n * sizeof *leiden->refined_total);
  memcpy(leiden->cut, leiden->inside, n * sizeof *leiden->cut);
  refnet_leiden_shuffle(leiden, n);
  memset(leiden->waiting, TRUE, n);
  for (guint32 i = 0; i < n; i++) {
    const guint32 v = leiden->order[i];
    if (leiden->waiting[v] && is_well_connected(leiden, leiden->inside[v], level->degree[v],
                                                leiden->total[leiden->community[v]]))
      join_one(leiden, level, v);
  }
  guint32 *number = leiden->inside, groups = 0; /* no longer needed */
  for (guint32 v = 0; v < n; v++)
    if (leiden->refined[v] == v)
      number[v] = groups++;
  for (guint32 v = 0; v < n; v++)
    leiden->refined[v] = number[leiden->refined[v]];
  return groups;
}
