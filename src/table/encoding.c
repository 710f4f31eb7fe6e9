/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Encodings: detection by the head of the file, UTF-16 in pieces of any size, Windows-1252. */
#include "table/encoding.h"

#include <string.h>

#define REPLACEMENT 0xFFFD
#define SAVE_AS_CSV "save it as CSV UTF-8 from your spreadsheet program"

/* ---- What is no table ------------------------------------------------------------------------ */

typedef struct {
  const char *bytes;
  gsize length;
  const char *what;
  const char *fix;
} Signature;

static const Signature signatures[] = {
    {"PK\003\004", 4, "a spreadsheet workbook or another zip file", SAVE_AS_CSV},
    {"\320\317\021\340", 4, "an old Excel workbook", SAVE_AS_CSV},
    {"%PDF-", 5, "a PDF document", "export the table it was printed from as CSV UTF-8"},
    {"{\\rtf", 5, "a word-processor document", SAVE_AS_CSV},
    {"\037\213", 2, "a gzip file", "unpack it first"},
    {"BZh", 3, "a bzip2 file", "unpack it first"},
    {"7z\274\257\047\034", 6, "a 7-zip file", "unpack it first"},
    {"\375"
     "7zXZ",
     5, "an xz file", "unpack it first"},
    {"SQLite format 3", 15, "an SQLite database", "export each table as CSV UTF-8"},
    {"\211PNG", 4, "a picture", "export the table it shows as CSV UTF-8"},
    {"\377\330\377", 3, "a picture", "export the table it shows as CSV UTF-8"},
    {"\377\376\0\0", 4, "text in UTF-32", "save it as CSV UTF-8"},
    {"\0\0\376\377", 4, "text in UTF-32", "save it as CSV UTF-8"},
};

/* Downloads that failed often leave a web page under the name of the table. */
static gboolean is_web_page(const guint8 *head, gsize length) {
  static const char *const openings[] = {"<!doctype", "<html", "<?xml"};
  gsize start = 0;
  if (length >= 3 && memcmp(head, "\357\273\277", 3) == 0)
    start = 3;
  while (start < length && g_ascii_isspace(head[start]))
    start++;
  for (gsize i = 0; i < G_N_ELEMENTS(openings); i++) {
    const gsize width = strlen(openings[i]);
    if (length - start >= width &&
        g_ascii_strncasecmp((const char *)head + start, openings[i], width) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean find_signature(const guint8 *head, gsize length, RefnetEncodingGuess *guess) {
  for (gsize i = 0; i < G_N_ELEMENTS(signatures); i++) {
    const Signature *signature = &signatures[i];
    if (length >= signature->length && memcmp(head, signature->bytes, signature->length) == 0) {
      guess->what = signature->what;
      guess->fix = signature->fix;
      return TRUE;
    }
  }
  if (is_web_page(head, length)) {
    guess->what = "a web page or XML";
    guess->fix = "download the table itself, as CSV UTF-8";
    return TRUE;
  }
  return FALSE;
}

/* ---- Detection ------------------------------------------------------------------------------- */

/* Text has no zero bytes in UTF-8. In UTF-16 the characters of a header and its delimiters have one
 * each, all on the same side. A stray zero here and there is left to the row it stands in. */
static void judge_zeros(const guint8 *head, gsize length, RefnetEncodingGuess *guess) {
  gsize zeros[2] = {0, 0};
  for (gsize i = 0; i < length; i++)
    if (head[i] == 0)
      zeros[i % 2]++;
  const gsize pairs = length / 2;
  if (pairs >= 2 && zeros[0] == 0 && zeros[1] * 2 >= pairs) {
    guess->encoding = REFNET_ENCODING_UTF16_LE;
  } else if (pairs >= 2 && zeros[1] == 0 && zeros[0] * 2 >= pairs) {
    guess->encoding = REFNET_ENCODING_UTF16_BE;
  } else if (zeros[0] + zeros[1] >= 8 && (zeros[0] + zeros[1]) * 10 > length) {
    guess->what = "a binary file";
    guess->fix = SAVE_AS_CSV;
  }
}

RefnetEncodingGuess refnet_encoding_detect(const guint8 *head, gsize length) {
  RefnetEncodingGuess guess = {REFNET_ENCODING_UTF8, 0, NULL, NULL};
  if (find_signature(head, length, &guess))
    return guess;
  if (length >= 3 && memcmp(head, "\357\273\277", 3) == 0) {
    guess.mark = 3;
  } else if (length >= 2 && memcmp(head, "\377\376", 2) == 0) {
    guess.encoding = REFNET_ENCODING_UTF16_LE;
    guess.mark = 2;
  } else if (length >= 2 && memcmp(head, "\376\377", 2) == 0) {
    guess.encoding = REFNET_ENCODING_UTF16_BE;
    guess.mark = 2;
  } else {
    judge_zeros(head, length, &guess);
  }
  return guess;
}

/* ---- UTF-16 ---------------------------------------------------------------------------------- */

static char *put_damaged(RefnetUtf16 *state, char *out) {
  state->damaged++;
  return out + g_unichar_to_utf8(REPLACEMENT, out);
}

static char *put_unit(RefnetUtf16 *state, guint16 unit, char *out) {
  const gboolean is_low = (unit & 0xFC00) == 0xDC00;
  if (state->high_surrogate != 0) {
    const gunichar high = state->high_surrogate;
    state->high_surrogate = 0;
    if (is_low)
      return out + g_unichar_to_utf8(0x10000 + ((high & 0x3FF) << 10) + (unit & 0x3FF), out);
    out = put_damaged(state, out);
  }
  if (is_low)
    return put_damaged(state, out);
  if ((unit & 0xFC00) == 0xD800) {
    state->high_surrogate = unit;
    return out;
  }
  return out + g_unichar_to_utf8(unit, out);
}

gsize refnet_utf16_decode(RefnetUtf16 *state, const guint8 *bytes, gsize length, gboolean end,
                          char *out) {
  char *const start = out;
  for (gsize i = 0; i < length; i++) {
    if (!state->has_odd_byte) {
      state->odd_byte = bytes[i];
      state->has_odd_byte = TRUE;
      continue;
    }
    const guint8 first = state->odd_byte, second = bytes[i];
    state->has_odd_byte = FALSE;
    out = put_unit(state, (guint16)(state->big_endian ? first << 8 | second : second << 8 | first),
                   out);
  }
  if (end && (state->has_odd_byte || state->high_surrogate != 0)) {
    out = put_damaged(state, out);
    state->has_odd_byte = FALSE;
    state->high_surrogate = 0;
  }
  return (gsize)(out - start);
}

/* ---- Windows-1252 ---------------------------------------------------------------------------- */

/* 0x80 … 0x9F; the rest is as in Latin-1. */
static const guint16 windows_1252[32] = {
    0x20AC,      REPLACEMENT, 0x201A, 0x0192, 0x201E, 0x2026,      0x2020, 0x2021,
    0x02C6,      0x2030,      0x0160, 0x2039, 0x0152, REPLACEMENT, 0x017D, REPLACEMENT,
    REPLACEMENT, 0x2018,      0x2019, 0x201C, 0x201D, 0x2022,      0x2013, 0x2014,
    0x02DC,      0x2122,      0x0161, 0x203A, 0x0153, REPLACEMENT, 0x017E, 0x0178,
};

char *refnet_windows_1252_decode(const char *bytes, gsize length) {
  GString *text = g_string_sized_new(length + length / 2);
  for (gsize i = 0; i < length; i++) {
    const guint8 byte = (guint8)bytes[i];
    if (byte < 0x80)
      g_string_append_c(text, (char)byte);
    else
      g_string_append_unichar(text, byte < 0xA0 ? windows_1252[byte - 0x80] : byte);
  }
  return g_string_free(text, FALSE);
}
