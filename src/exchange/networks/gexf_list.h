/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Attributes of GEXF that hold lists ("liststring"). */
#ifndef REFNET_EXCHANGE_NETWORKS_GEXF_LIST_H
#define REFNET_EXCHANGE_NETWORKS_GEXF_LIST_H

#include <glib.h>

G_BEGIN_DECLS

/* "[food, \"rides, local\"]" as Gephi writes it, and "food|rides", as a cell of a list: parts
 * parted by ";". Caller frees. O(length). */
char *refnet_gexf_list_cell(const char *value);

G_END_DECLS

#endif
