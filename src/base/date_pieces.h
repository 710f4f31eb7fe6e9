/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What written dates consist of. Each function moves *text on, only where it returns TRUE. */
#ifndef REFNET_BASE_DATE_PIECES_H
#define REFNET_BASE_DATE_PIECES_H

#include <glib.h>

G_BEGIN_DECLS

void refnet_date_skip_blanks(const char **text);
/* "st", "nd", "rd", "th", where there is one. */
void refnet_date_skip_ordinal_ending(const char **text);

/* `least` to `most` digits and no more. */
gboolean refnet_date_read_digits(const char **text, int least, int most, int *value);
gboolean refnet_date_read_character(const char **text, char wanted);
/* A month, 1 … 12, in full or by its first three letters, "Sept" too; a point may follow. */
gboolean refnet_date_read_month_name(const char **text, int *month);
/* Four digits, or two, which is noted: 1969 … 2068, as POSIX has it. An apostrophe may be in front.
 */
gboolean refnet_date_read_year(const char **text, int *year, gboolean *is_short);

/* What may stand after a day: nothing, or a time of the day. */
gboolean refnet_date_only_time_left(const char *text);

G_END_DECLS

#endif
