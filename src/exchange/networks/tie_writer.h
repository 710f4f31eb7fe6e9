/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Links of a network on their way into referrals.csv. */
#ifndef REFNET_EXCHANGE_NETWORKS_TIE_WRITER_H
#define REFNET_EXCHANGE_NETWORKS_TIE_WRITER_H

#include "model/columns/fields.h"
#include <refnet/exchange.h>

G_BEGIN_DECLS

enum { REFNET_TIE_FIELDS = REFNET_REFERRAL_RENEWAL + 1 };

/* Cells of a link by REFNET_REFERRAL_…; NULL: blank. `service` may list several with "|" or ";". */
typedef struct {
  const char *cells[REFNET_TIE_FIELDS];
  gboolean both_ways;
} RefnetTie;

/* How well a folded header names the field, as refnet_field_fit; "latest" names the date, too. */
guint refnet_tie_field_fit(guint field, const char *header);

typedef enum {
  REFNET_TIE_WRITTEN,
  REFNET_TIE_NO_COUNT,  /* written without its weight, which is no whole number */
  REFNET_TIE_BAD_COUNT, /* not written: its weight is no number, negative or over 2^32 − 1 */
} RefnetTieFate;

typedef struct RefnetTieWriter RefnetTieWriter;

/* `fields`: bits 1 << REFNET_REFERRAL_… of the columns there are, besides from and to. */
RefnetTieWriter *refnet_tie_writer_open(const RefnetImport *import, guint fields, GError **error);
/* Writes a row, or one for each of its services, among which the count is shared out; and the same
 * the other way round where the link goes both ways. O(length). */
RefnetTieFate refnet_tie_writer_add(RefnetTieWriter *writer, const RefnetTie *tie);
/* Puts the file in its place, and into the report what was done with weights, services and links
 * that go both ways. */
gboolean refnet_tie_writer_close(RefnetTieWriter *writer, GError **error);
void refnet_tie_writer_free(RefnetTieWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetTieWriter, refnet_tie_writer_free)

G_END_DECLS

#endif
