/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Networks as text: each reads a file and writes organizations.csv and referrals.csv. */
#ifndef REFNET_EXCHANGE_NETWORKS_NETWORK_TEXT_H
#define REFNET_EXCHANGE_NETWORKS_NETWORK_TEXT_H

#include "exchange/names/roster.h"

G_BEGIN_DECLS

/* A row a link; see refnet_import_edge_list. `roster`: whom names may mean; NULL: those that a
 * workbook lists on another sheet, if any. */
gboolean refnet_edge_list_read(const RefnetImport *import, const char *path, const char *fields,
                               RefnetRoster *roster, GError **error);
/* Pajek's .net and the networks of its .paj: *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist,
 * *Matrix. Of several relations the one called `relation` is read, else the only one that has it
 * in its label (NULL: all); REFNET_ERROR_USAGE: none or several have. O(bytes). */
gboolean refnet_pajek_read(const RefnetImport *import, const char *path, const char *relation,
                           GError **error);
/* UCINET's DL: fullmatrix, its halves, edgelist1, nodelist1 and nodelist1b, with labels beside,
 * above or embedded. Of several matrices the one called `matrix` is read (NULL: the first).
 * O(bytes). */
gboolean refnet_ucinet_read(const RefnetImport *import, const char *path, const char *matrix,
                            GError **error);

G_END_DECLS

#endif
