/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which column of a list of links is which field of a referral. */
#ifndef REFNET_EXCHANGE_NETWORKS_LINK_COLUMNS_H
#define REFNET_EXCHANGE_NETWORKS_LINK_COLUMNS_H

#include "exchange/networks/tie_writer.h"
#include "model/columns/span_columns.h"

G_BEGIN_DECLS

typedef struct {
  gint at[REFNET_TIE_FIELDS]; /* from 0, or −1 */
  gint way;                   /* the column that says directed or undirected, or −1 */
  gint answers;               /* the column that says whether there are referrals, or −1 */
  RefnetSpans spans;          /* columns whose sum is the count; one: at[] has it, too */
} RefnetLinkColumns;

/* As --fields lists them: names that are no fields of a referral are columns to leave out. FALSE:
 * from or to is missing. */
gboolean refnet_link_columns_from_fields(RefnetLinkColumns *columns, const char *fields);
/* As the cells of a header (NULL-terminated) say; `overrides`: FIELD=HEADER, or NULL. FALSE: they
 * do not name both ends. */
gboolean refnet_link_columns_from_header(RefnetLinkColumns *columns, char **headers,
                                         const char *const *overrides);
/* Whether each of the overrides names a field of a referral and one of the headers. FALSE:
 * REFNET_ERROR_USAGE. */
gboolean refnet_link_columns_check(char **headers, const char *const *overrides, GError **error);
/* From, to and, where the third column is a number, the count. */
void refnet_link_columns_first(RefnetLinkColumns *columns, gboolean third_is_number);

/* "By its header "Source" was read as from, …; left out: …."; `headers` NULL: there are none.
 * Caller frees. */
char *refnet_link_columns_sentence(const RefnetLinkColumns *columns, char **headers, guint width);

G_END_DECLS

#endif
