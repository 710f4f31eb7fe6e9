/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network while it is being built: what network.c, arcs.c and ties.c do one after the other. */
#ifndef REFNET_MODEL_NETWORK_BUILDER_H
#define REFNET_MODEL_NETWORK_BUILDER_H

#include "base/memory.h"
#include "model/network/entries.h"
#include "model/dataset/filter.h"

G_BEGIN_DECLS

/* The network's arrays, writable. */
typedef struct {
  RefnetNetwork *network;
  guint threads;
  guint32 *organization, *vertex;
  guint64 *out_start, *arc_count, *in_start, *tie_start;
  guint32 *arc_from, *arc_to, *rows, *row_start, *in_arc, *tie_a, *tie_b, *tie_of, *neighbor;
  guint8 *arc_frequency;
  RefnetEntries sorted; /* from, to and row; then to, from and arc */
} RefnetBuilder;

/* Sets `field` of the builder and the network to `length` new items, not cleared. */
#define REFNET_ALLOCATE(builder, field, length)                                                    \
  (((builder)->field = refnet_memory_try_new((length), sizeof *(builder)->field)) != NULL &&       \
   ((builder)->network->field = (builder)->field, TRUE))
/* The same, cleared. */
#define REFNET_ALLOCATE_CLEARED(builder, field, length)                                            \
  (((builder)->field = g_try_malloc0_n(MAX((length), 1), sizeof *(builder)->field)) != NULL &&     \
   ((builder)->network->field = (builder)->field, TRUE))

/* Counts become where each group starts; one more entry than groups. */
static inline void refnet_add_up(guint64 *counts, gsize groups) {
  guint64 sum = 0;
  for (gsize i = 0; i <= groups; i++) {
    const guint64 count = counts[i];
    counts[i] = sum;
    sum += count;
  }
}

/* From referral rows to arcs; vertices are known. FALSE: no memory. */
gboolean refnet_build_arcs(RefnetBuilder *builder, const RefnetRowFilter *filter,
                           guint64 min_count);
/* The same from the rows behind the arcs of another view of the dataset. */
gboolean refnet_build_arcs_of(RefnetBuilder *builder, const RefnetNetwork *whole);
/* From arcs to ties. FALSE: no memory. */
gboolean refnet_build_ties(RefnetBuilder *builder);

G_END_DECLS

#endif
