/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Mixing of sectors, counted. */
#include "analysis/who_else/sectors.h"

#include "analysis/memory.h"

#define PRIOR_PAIRS 10.0 /* the network's rate weighs as much as this many pairs */

/* By vertex: looked up once, for organizations lie far apart in memory. */
static guint32 *list_sectors(const RefnetNetwork *network, GError **error) {
  guint32 *sectors = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  for (guint32 v = 0; sectors && v < network->vertices; v++)
    sectors[v] = refnet_network_organization(network, v)->sector;
  return sectors;
}

/* Ordered: from an organization of the sector to any other. */
static void count(RefnetSectorTies *counted, const RefnetNetwork *network, const guint32 *sectors) {
  guint64 own = 0;
  for (guint32 v = 0; v < network->vertices; v++)
    own += sectors[v] == counted->sector;
  for (guint32 v = 0; v < network->vertices; v++) {
    if (sectors[v] != REFNET_NONE)
      counted->pairs[sectors[v]] += sectors[v] == counted->sector ? own - 1 : own;
    if (sectors[v] != counted->sector)
      continue;
    for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++) {
      guint32 other = sectors[network->neighbor[i]];
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

static RefnetSectorTies *ties_of(const RefnetNetwork *network, guint32 sector,
                                 const guint32 *sector_of, GError **error) {
  g_autoptr(RefnetSectorTies) counted = g_new0(RefnetSectorTies, 1);
  guint32 sectors = network->dataset->sectors.length;
  double n = network->vertices;
  counted->sector = sector;
  counted->rate = n > 1 ? (double)network->ties / (n * (n - 1) / 2) : 0;
  if (!(counted->ties = REFNET_TRY_ARRAY(guint64, sectors, error)) ||
      !(counted->pairs = REFNET_TRY_ARRAY(guint64, sectors, error)) ||
      !(counted->propensity = REFNET_TRY_ARRAY(double, sectors, error)))
    return NULL;
  count(counted, network, sector_of);
  work_out_propensity(counted, sectors);
  return g_steal_pointer(&counted);
}

RefnetSectorTies *refnet_sector_ties_new(const RefnetNetwork *network, guint32 sector,
                                         GError **error) {
  g_autofree guint32 *sector_of = list_sectors(network, error);
  return sector_of ? ties_of(network, sector, sector_of, error) : NULL;
}

GPtrArray *refnet_sector_ties_all(const RefnetNetwork *network, GError **error) {
  g_autoptr(GPtrArray) all =
      g_ptr_array_new_with_free_func((GDestroyNotify)refnet_sector_ties_free);
  g_autofree guint32 *sector_of = list_sectors(network, error);
  for (guint32 s = 0; s < network->dataset->sectors.length; s++) {
    RefnetSectorTies *counted = sector_of ? ties_of(network, s, sector_of, error) : NULL;
    if (!counted)
      return NULL;
    g_ptr_array_add(all, counted);
  }
  return sector_of ? g_steal_pointer(&all) : NULL;
}

void refnet_sector_ties_free(RefnetSectorTies *ties) {
  if (!ties)
    return;
  g_free(ties->ties);
  g_free(ties->pairs);
  g_free(ties->propensity);
  g_free(ties);
}
