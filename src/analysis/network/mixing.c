/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/network/mixing.h"

#include <stdlib.h>

#include "analysis/memory.h"

/* Cells with an arc, which are few where a full matrix of the sectors might be large. */
typedef struct {
  const RefnetNetwork *network;
  GArray *cells;     /* of RefnetSectorMixing */
  GHashTable *known; /* from and to in one number: index in cells + 1 */
} Mixing;

static RefnetSectorMixing *cell_of(Mixing *mixing, guint32 a, guint32 b) {
  guint32 from = refnet_network_organization(mixing->network, a)->sector;
  guint32 to = refnet_network_organization(mixing->network, b)->sector;
  if (mixing->network->undirected && to < from) {
    guint32 first = to;
    to = from;
    from = first;
  }
  guint64 key = (guint64)from << 32 | to;
  guint index = GPOINTER_TO_UINT(g_hash_table_lookup(mixing->known, &key));
  if (index == 0) {
    RefnetSectorMixing cell = {.from = from, .to = to};
    g_array_append_val(mixing->cells, cell);
    index = mixing->cells->len;
    g_hash_table_insert(mixing->known, g_memdup2(&key, sizeof key), GUINT_TO_POINTER(index));
  }
  return &g_array_index(mixing->cells, RefnetSectorMixing, index - 1);
}

static void count_links(Mixing *mixing) {
  const RefnetNetwork *network = mixing->network;
  for (guint64 a = 0; a < network->arcs; a++) {
    RefnetSectorMixing *cell = cell_of(mixing, network->arc_from[a], network->arc_to[a]);
    cell->arcs += !network->undirected;
    cell->referrals += network->arc_count[a];
  }
  for (guint64 t = 0; network->undirected && t < network->ties; t++)
    cell_of(mixing, network->tie_a[t], network->tie_b[t])->arcs++;
}

static int by_sectors(const void *left, const void *right) {
  const RefnetSectorMixing *a = left, *b = right;
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  return a->to < b->to ? -1 : a->to > b->to;
}

void refnet_mixing_count(RefnetSummary *summary) {
  Mixing mixing = {summary->network, g_array_new(FALSE, FALSE, sizeof(RefnetSectorMixing)),
                   g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL)};
  count_links(&mixing);
  summary->mixing_count = mixing.cells->len;
  summary->mixing = (RefnetSectorMixing *)(void *)g_array_free(mixing.cells, FALSE);
  if (summary->mixing_count > 0)
    qsort(summary->mixing, summary->mixing_count, sizeof *summary->mixing, by_sectors);
  g_hash_table_unref(mixing.known);
}
