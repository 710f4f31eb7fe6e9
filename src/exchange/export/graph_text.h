/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a network's rows are written with: values as text, types by name, a name for each vertex. */
#ifndef REFNET_EXCHANGE_EXPORT_GRAPH_TEXT_H
#define REFNET_EXCHANGE_EXPORT_GRAPH_TEXT_H

#include <refnet/exchange.h>

G_BEGIN_DECLS

/* A value as text: reals with 15 digits, dates ISO, truth as "true" and "false", lists joined with
 * "|", which becomes a comma within an item. NULL when it is unknown or an empty list. Caller
 * frees. */
char *refnet_graph_text(const RefnetColumn *column, const RefnetValue *value);

/* A name for each vertex that no other has: its organization's, with the id behind it where names
 * are equal, or one is another's id. NULL-terminated, ordered by vertex; caller frees with
 * g_strfreev. O(n log n). */
char **refnet_graph_unique_names(const RefnetNetwork *network);

/* What GraphML and GEXF call the type of a column; static. */
const char *refnet_graph_type_name(RefnetValueType type);

G_END_DECLS

#endif
