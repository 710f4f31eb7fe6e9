/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which encoding a file is in, told from its first bytes, and the way from there to UTF-8. */
#ifndef REFNET_TABLE_ENCODING_H
#define REFNET_TABLE_ENCODING_H

#include <glib.h>

G_BEGIN_DECLS

/* How many bytes at the head of a file `refnet_encoding_detect` wants to see, where there are. */
#define REFNET_ENCODING_HEAD 4096

typedef enum {
  REFNET_ENCODING_UTF8, /* or an older 8-bit encoding: decided cell by cell */
  REFNET_ENCODING_UTF16_LE,
  REFNET_ENCODING_UTF16_BE
} RefnetEncoding;

typedef struct {
  RefnetEncoding encoding;
  gsize mark;       /* bytes of the byte order mark, 0: none */
  const char *what; /* not NULL: no table at all but, e.g., "a spreadsheet workbook"; static */
  const char *fix;  /* what to do about that, one imperative clause; static */
} RefnetEncodingGuess;

/* Tells the encoding of a file from its first `length` bytes: byte order marks; without one,
 * UTF-16 shows by the zero in every other byte; signatures of what people rename to .csv. */
RefnetEncodingGuess refnet_encoding_detect(const guint8 *head, gsize length);

/* What is left over between two pieces of one UTF-16 stream. Zero-initialize, set `big_endian`. */
typedef struct {
  gboolean big_endian;
  gboolean has_odd_byte;
  guint8 odd_byte;
  guint16 high_surrogate; /* 0: none waits for its second half */
  guint64 damaged;        /* halves of characters that were read as U+FFFD so far */
} RefnetUtf16;

/* Room `refnet_utf16_decode` needs for `length` bytes, and for an end of stream with length 0. */
#define REFNET_UTF16_ROOM(length) (((length) / 2 + 3) * 3)

/* Decodes the next `length` bytes to UTF-8 in `out` (not NUL-terminated) and returns the bytes
 * written. Broken surrogates become U+FFFD and are counted. `end`: nothing comes after. O(length).
 */
gsize refnet_utf16_decode(RefnetUtf16 *state, const guint8 *bytes, gsize length, gboolean end,
                          char *out);

/* The text in UTF-8; the five bytes Windows-1252 does not define become U+FFFD. Caller frees. */
char *refnet_windows_1252_decode(const char *bytes, gsize length);

G_END_DECLS

#endif
