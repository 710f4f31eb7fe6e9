/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/directory/plain_text.h"

#include <string.h>

#include <refnet/base.h>

#include "exchange/files/markup_text.h"

/* ---- UTF-8 read as Windows-1252 -------------------------------------------------------------- */

/* "Ã©" and "â€™" are é and ’ that somebody read byte by byte. */
static gboolean looks_misread(const char *text) {
  return strstr(text, "\xC3\x83") != NULL || strstr(text, "\xC3\x82") != NULL ||
         strstr(text, "\xC3\xA2\xE2\x82\xAC") != NULL;
}

/* The bytes behind the characters, if they are UTF-8; NULL: they are not. */
static char *read_again(const char *text) {
  gsize length;
  g_autofree char *bytes = g_convert(text, -1, "WINDOWS-1252", "UTF-8", NULL, &length, NULL);
  if (bytes == NULL || !g_utf8_validate(bytes, (gssize)length, NULL))
    return NULL;
  return g_steal_pointer(&bytes);
}

/* ---- marks ----------------------------------------------------------------------------------- */

/* Line ends written out, "\\n", as blanks. */
static char *without_line_ends(const char *text) {
  GString *plain = g_string_new(NULL);
  for (; *text != '\0'; text++) {
    gboolean is_end = *text == '\\' && text[1] != '\0' && strchr("nrt", text[1]) != NULL &&
                      !g_ascii_isalpha(text[2]);
    g_string_append_c(plain, is_end ? ' ' : *text);
    text += is_end;
  }
  return g_string_free(plain, FALSE);
}

/* Quotes around the whole, which a program put there twice. */
static gboolean is_quoted(const char *text) {
  gsize length = strlen(text);
  return length > 2 && *text == '"' && strchr(text + 1, '"') == text + length - 1;
}

static char *unquote(char *text) {
  if (is_quoted(text)) {
    text[strlen(text) - 1] = '\0';
    *text = ' ';
  }
  return text;
}

char *refnet_plain_text(const char *text) {
  gboolean misread = looks_misread(text);
  if (!misread && strpbrk(text, "&<\\") == NULL && !is_quoted(text))
    return NULL;
  g_autofree char *again = misread ? read_again(text) : NULL;
  g_autofree char *meant = refnet_markup_text(again != NULL ? again : text);
  g_autofree char *joined = unquote(without_line_ends(meant != NULL   ? meant
                                                      : again != NULL ? again
                                                                      : text));
  return refnet_text_clean(joined);
}
