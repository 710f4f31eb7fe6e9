/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What holds the network together: articulation organizations, whom each would cut off, bridges. */
#ifndef REFNET_ANALYSIS_NETWORK_STRUCTURE_H
#define REFNET_ANALYSIS_NETWORK_STRUCTURE_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* Of the ties. A vertex is an articulation when its component falls into parts without it; cut off
 * are then all parts but the largest, or all parts when the largest is not the only one of its
 * size. Parts of the network that had no tie to its component do not count. */
typedef struct {
  const RefnetNetwork *network;
  guint8 *articulation;   /* by vertex */
  guint32 *cut_off_count; /* by vertex: vertices cut off */
  guint64 cut_off_total;  /* their sum: how long all lists would be, up to n²/2 */
  guint8 *bridge;         /* by tie */
  guint32 bridge_count;

  /* The depth-first forest, for the lists: subtrees and components are slices of `order`. */
  guint32 *order;         /* vertices in the order they were entered */
  guint32 *entered, *end; /* v's subtree: order[entered[v]] … order[end[v] − 1] */
  guint32 *lowest;        /* earliest vertex its subtree has a tie to, as a place in `order` */
  guint32 *parent, *root;
} RefnetStructure;

/* igraph names articulation vertices and bridges, but not what they part: one depth-first search
 * (Hopcroft & Tarjan 1973) answers all three. NULL with REFNET_ERROR_INTERNAL without memory. O(n +
 * m). */
RefnetStructure *refnet_structure_new(const RefnetNetwork *network, GError **error);
/* The same of what is left of the network without some ties and vertices: arrays by tie and by
 * vertex, either may be NULL. entered[v] is REFNET_NONE for vertices left out. */
RefnetStructure *refnet_structure_without(const RefnetNetwork *network, const guint8 *ties_out,
                                          const guint8 *vertices_out, GError **error);
void refnet_structure_free(RefnetStructure *structure);

/* Is the subtree of `child`, a neighbor, a part of its own without `vertex`? O(1). */
gboolean refnet_structure_separates(const RefnetStructure *forest, guint32 vertex, guint32 child);

/* Calls `visit` with the size of each part that remains of a vertex's component without it.
 * O(degree). */
typedef void (*RefnetPartFunc)(guint32 size, gpointer data);
void refnet_structure_parts(const RefnetStructure *structure, guint32 vertex, RefnetPartFunc visit,
                            gpointer data);
/* Vertices in the component of `vertex`. O(1). */
guint32 refnet_structure_component_size(const RefnetStructure *structure, guint32 vertex);

/* Writes the cut_off_count[vertex] vertices that `vertex` cuts off, rising. O(k log k + degree). */
void refnet_structure_cut_off(const RefnetStructure *structure, guint32 vertex, guint32 *cut_off);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetStructure, refnet_structure_free)

G_END_DECLS

#endif
