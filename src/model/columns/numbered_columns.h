/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lists that stand in several columns, with numbers or the same header: "Service 1", "Service 2";
 * "Area", "Area 2"; "Services", "Services". */
#ifndef REFNET_MODEL_COLUMNS_NUMBERED_COLUMNS_H
#define REFNET_MODEL_COLUMNS_NUMBERED_COLUMNS_H

#include "model/columns/fields.h"

G_BEGIN_DECLS

/* Sets are[c] for each column of the list `field`: of `chosen`, which already has it, and those of
 * its header, as it is or with numbers, or where that is −1, of the header that fits best with
 * them. `headers`: folded; NULL: the column is another field's. How many columns there are; fewer
 * than two, or no list: 0, and nothing is set. O(length · synonyms). */
guint refnet_numbered_columns(RefnetFile file, guint field, const char *const *headers,
                              guint length, gint chosen, gboolean *are);

/* Would the folded header be one of several of that list beside a column with the field's name? */
gboolean refnet_numbers_field(const RefnetField *field, const char *header);

G_END_DECLS

#endif
