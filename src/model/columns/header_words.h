/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words of headers that say a year: "2025", "25", "fy25". */
#ifndef REFNET_MODEL_COLUMNS_HEADER_WORDS_H
#define REFNET_MODEL_COLUMNS_HEADER_WORDS_H

#include <glib.h>

G_BEGIN_DECLS

/* A whole number within these, and nothing else. O(length), as all of these. */
gboolean refnet_header_word_is_number(const char *word, gint64 least, gint64 most);
/* "2025" */
gboolean refnet_header_word_is_full_year(const char *word);
/* "25" */
gboolean refnet_header_word_is_short_year(const char *word);
/* "fy25", "cy2025" */
gboolean refnet_header_word_is_marked_year(const char *word);

G_END_DECLS

#endif
