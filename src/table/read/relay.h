/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Batches on their way from the one who fills them to the one who takes them: in turns, or each in
 * a thread of its own. What is delivered, and in which order, is the same. */
#ifndef REFNET_TABLE_READ_RELAY_H
#define REFNET_TABLE_READ_RELAY_H

#include "table/read/delivery.h"

G_BEGIN_DECLS

typedef struct RefnetRelay RefnetRelay;

/* `delivery` is borrowed; `limit`: bytes of text in a batch. */
RefnetRelay *refnet_relay_new(RefnetDelivery *delivery, gsize limit);
void refnet_relay_free(RefnetRelay *relay);

/* Fills batches until there is no more, or refnet_relay_pass returns FALSE. FALSE with *error set:
 * it failed; FALSE without: it was told to stop. */
typedef gboolean (*RefnetFillFunc)(gpointer filler, GError **error);

/* Has `fill` called, in a thread of its own where `threads` is 2 or more and one can be had, and
 * delivers all that it passes on, from the caller's thread. FALSE with *error set when the header
 * was refused, or else `fill` failed; what it passed on before is delivered. */
gboolean refnet_relay_run(RefnetRelay *relay, RefnetFillFunc fill, gpointer filler, guint threads,
                          GError **error);

/* For the one who fills: the batch to fill, and passing it on for another, empty one; `done`: bytes
 * of the file that were read so far. FALSE: nobody wants more. */
RefnetBatch *refnet_relay_batch(RefnetRelay *relay);
gboolean refnet_relay_pass(RefnetRelay *relay, guint64 done);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRelay, refnet_relay_free)

G_END_DECLS

#endif
