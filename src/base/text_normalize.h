/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Unicode's normal forms, in time that grows with the text's length. */
#ifndef REFNET_BASE_TEXT_NORMALIZE_H
#define REFNET_BASE_TEXT_NORMALIZE_H

#include <glib.h>

/* More marks in a row are no writing (Unicode's stream-safe text format, UAX #15). */
enum { REFNET_MARKS_MOST = 30 };

/* As g_utf8_normalize, which takes the square of the length where many characters are composed or
 * many marks put in order: `text`, valid UTF-8, is given to it in pieces. A longer row of marks
 * than REFNET_MARKS_MOST may be put in order part by part. The caller frees the result. O(length).
 */
char *refnet_text_normalize(const char *text, GNormalizeMode mode);

#endif
