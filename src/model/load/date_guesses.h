/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates that can be read by a guess alone, and what is said about it. */
#ifndef REFNET_MODEL_LOAD_DATE_GUESSES_H
#define REFNET_MODEL_LOAD_DATE_GUESSES_H

#include "model/load/loader.h"

G_BEGIN_DECLS

/* Whether the sheet's `date_order` is known. Where the user has not said it, all dates of the file
 * are looked at, once: those that have one reading only tell it. O(bytes of the file) then. */
gboolean refnet_find_date_order(const RefnetReading *reading);

/* Says once a file which guesses its dates needed. */
void refnet_report_date_guesses(const RefnetReading *reading);

G_END_DECLS

#endif
