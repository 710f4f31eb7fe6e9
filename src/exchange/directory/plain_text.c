/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/directory/plain_text.h"

#include <string.h>

#include <refnet/base.h>

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

typedef struct {
  const char *name, *text;
} Reference;

static const Reference references[] = {
    {"amp;", "&"},         {"lt;", "<"},          {"gt;", ">"},          {"quot;", "\""},
    {"apos;", "'"},        {"nbsp;", " "},        {"rsquo;", "\u2019"},  {"lsquo;", "\u2018"},
    {"rdquo;", "\u201D"},  {"ldquo;", "\u201C"},  {"ndash;", "\u2013"},  {"mdash;", "\u2014"},
    {"hellip;", "\u2026"}, {"bull;", "\u2022"},   {"eacute;", "\u00E9"}, {"ntilde;", "\u00F1"},
    {"aacute;", "\u00E1"}, {"iacute;", "\u00ED"}, {"oacute;", "\u00F3"}, {"uacute;", "\u00FA"}};

/* "&#233;" or "&#xE9;". */
static const char *take_number(const char *at, GString *plain) {
  gboolean hexadecimal = at[2] == 'x' || at[2] == 'X';
  const char *digits = at + (hexadecimal ? 3 : 2);
  gsize length = strspn(digits, hexadecimal ? "0123456789abcdefABCDEF" : "0123456789");
  if (length == 0 || length > 7 || digits[length] != ';')
    return NULL;
  gunichar c = (gunichar)g_ascii_strtoull(digits, NULL, hexadecimal ? 16 : 10);
  if (c == 0 || !g_unichar_validate(c))
    return NULL;
  g_string_append_unichar(plain, c);
  return digits + length + 1;
}

static const char *take_reference(const char *at, GString *plain) {
  if (at[1] == '#')
    return take_number(at, plain);
  for (gsize i = 0; i < G_N_ELEMENTS(references); i++)
    if (strncmp(at + 1, references[i].name, strlen(references[i].name)) == 0) {
      g_string_append(plain, references[i].text);
      return at + 1 + strlen(references[i].name);
    }
  return NULL;
}

/* The end of a tag such as "<br />"; NULL: it is none. */
static const char *skip_tag(const char *at) {
  const char *name = at + 1 + (at[1] == '/');
  const char *end = g_ascii_isalpha(*name) ? strpbrk(name, "<>") : NULL;
  return end != NULL && *end == '>' ? end + 1 : NULL;
}

static const char *skip_line_end(const char *at) {
  gboolean ends_line = at[1] == 'n' || at[1] == 'r' || at[1] == 't';
  return ends_line && !g_ascii_isalpha(at[2]) ? at + 2 : NULL;
}

static void append_plain(GString *plain, const char *text) {
  while (*text != '\0') {
    const char *next = NULL;
    if (*text == '&') {
      next = take_reference(text, plain);
    } else if (*text == '<' || *text == '\\') {
      next = *text == '<' ? skip_tag(text) : skip_line_end(text);
      if (next != NULL)
        g_string_append_c(plain, ' ');
    }
    if (next == NULL)
      g_string_append_c(plain, *text++);
    else
      text = next;
  }
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
  GString *plain = g_string_new(NULL);
  append_plain(plain, again != NULL ? again : text);
  g_autofree char *joined = unquote(g_string_free(plain, FALSE));
  return refnet_text_clean(joined);
}
