/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Mixing of sectors, counted. */
#include "analysis/who_else/sectors.h"

#include "analysis/memory.h"

#define PRIOR_PAIRS 10.0 /* the network's rate weighs as much as this many pairs */

static guint32 sector_of(const RefnetNetwork *network, guint32 vertex) {
  return refnet_network_organization(network, vertex)->sector;
}

/* Ordered: from an organization of the sector to any other. */
static void count(RefnetSectorTies *counted, const RefnetNetwork *network) {
  guint64 own = 0;
  for (guint32 v = 0; v < network->vertices; v++)
    own += sector_of(network, v) == counted->sector;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 sector = sector_of(network, v);
    if (sector != REFNET_NONE)
      counted->pairs[sector] += sector == counted->sector ? own - 1 : own;
    if (sector != counted->sector)
      continue;
    for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++) {
      guint32 other = sector_of(network, network->neighbor[i]);
      if (other != REFNET_NONE)
        counted->ties[other]++;
    }
  }
  /* Within the sector each pair and tie was met from both ends. */
  counted->pairs[counted->sector] /= 2;
  counted->ties[counted->sector] /= 2;
}

static void work_out_propensity(RefnetSectorTies *counted, guint32 sectors) {
  double largest = 0;
  for (guint32 s = 0; s < sectors; s++) {
    counted->propensity[s] = ((double)counted->ties[s] + PRIOR_PAIRS * counted->rate) /
                             ((double)counted->pairs[s] + PRIOR_PAIRS);
    largest = MAX(largest, counted->propensity[s]);
  }
  for (guint32 s = 0; s < sectors && largest > 0; s++)
    counted->propensity[s] /= largest;
}

RefnetSectorTies *refnet_sector_ties_new(const RefnetNetwork *network, guint32 sector,
                                         GError **error) {
  g_autoptr(RefnetSectorTies) counted = g_new0(RefnetSectorTies, 1);
  guint32 sectors = network->dataset->sectors.length;
  double n = network->vertices;
  counted->sector = sector;
  counted->rate = n > 1 ? (double)network->ties / (n * (n - 1) / 2) : 0;
  if (!(counted->ties = REFNET_TRY_ARRAY(guint64, sectors, error)) ||
      !(counted->pairs = REFNET_TRY_ARRAY(guint64, sectors, error)) ||
      !(counted->propensity = REFNET_TRY_ARRAY(double, sectors, error)))
    return NULL;
  count(counted, network);
  work_out_propensity(counted, sectors);
  return g_steal_pointer(&counted);
}

void refnet_sector_ties_free(RefnetSectorTies *ties) {
  if (!ties)
    return;
  g_free(ties->ties);
  g_free(ties->pairs);
  g_free(ties->propensity);
  g_free(ties);
}
