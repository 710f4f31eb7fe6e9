/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the beginning of a list of links shows before any row of it is read. */
#ifndef REFNET_EXCHANGE_NETWORKS_LINK_HEAD_H
#define REFNET_EXCHANGE_NETWORKS_LINK_HEAD_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char delimiter;      /* of its cells, ' ' for runs of blanks; 0: unknown */
  guint64 header_line; /* where the header stands below titles and remarks; 0: not below any */
  gboolean is_matrix;  /* names beside and above, so no list at all */
  char *lone_end;      /* the header of the only end of a link that has one, or NULL: owned */
  gboolean lacks_from; /* and the end that has none */
  /* Without a header: the first cell of a column that holds "A → B", and the first date where ends
   * would be; or NULL: owned. Their columns, from 1. */
  char *both_ends, *date;
  guint both_ends_column, date_column;
  const char *one_column; /* what to do where all columns were read as one; or NULL: static */
  const char *other; /* what it is in place of a list of links, and what to do; or NULL: static */
} RefnetLinkHead;

/* `head` as refnet_text_file_head has it; `overrides`: FIELD=HEADER, or NULL. O(bytes · synonyms).
 */
RefnetLinkHead refnet_link_head_look(const char *head, const char *const *overrides);
void refnet_link_head_clear(RefnetLinkHead *head);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetLinkHead, refnet_link_head_clear)

G_END_DECLS

#endif
