/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Vertices that a file numbers, with their names: of Pajek and UCINET. */
#ifndef REFNET_EXCHANGE_NETWORKS_VERTEX_NAMES_H
#define REFNET_EXCHANGE_NETWORKS_VERTEX_NAMES_H

#include <refnet/exchange.h>

G_BEGIN_DECLS

/* The most vertices that are taken without a line of their own. */
#define REFNET_VERTICES_MOST (1u << 24)

/* The label, or "Vertex 3" where it is NULL or says that nothing is known. The caller's. */
char *refnet_vertex_name(const char *label, guint number);
/* Puts names in order: those that are missing become "Vertex 3", those that fold alike get a number
 * behind. `names` (NULL items: missing) are owned by the array. O(n). */
void refnet_vertex_names_complete(GPtrArray *names);
/* Writes organizations.csv, ordered by name. */
gboolean refnet_vertex_names_write(const GPtrArray *names, const RefnetImport *import,
                                   GError **error);

G_END_DECLS

#endif
