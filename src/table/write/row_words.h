/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A row with a sentence, where it is set as an item of a list: what it is about, and its figures.
 */
#ifndef REFNET_TABLE_WRITE_ROW_WORDS_H
#define REFNET_TABLE_WRITE_ROW_WORDS_H

#include <refnet/table.h>

G_BEGIN_DECLS

/* The row's visible texts: "Orchard Flats · dental care"; "" without any. Caller frees. */
char *refnet_row_name(const RefnetColumn *columns, const RefnetValue *values);
/* Its other visible cells that are known, each after its heading: "need a year: 240; unmet: 60".
 * Caller frees. */
char *refnet_row_figures(const RefnetColumn *columns, const RefnetValue *values);

G_END_DECLS

#endif
