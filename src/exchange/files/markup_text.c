/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/files/markup_text.h"
#include "model/columns/words.h"

#include <string.h>

/* Bounded, so that a cell of many "<" costs no more than its length. */
enum { LONGEST_TAG = 200, DIGITS_MOST = 7 };

typedef struct {
  const char *name, *text;
} Reference;

static const Reference references[] = {
    {"amp;", "&"},         {"lt;", "<"},          {"gt;", ">"},          {"quot;", "\""},
    {"apos;", "'"},        {"nbsp;", " "},        {"rsquo;", "\u2019"},  {"lsquo;", "\u2018"},
    {"rdquo;", "\u201D"},  {"ldquo;", "\u201C"},  {"ndash;", "\u2013"},  {"mdash;", "\u2014"},
    {"hellip;", "\u2026"}, {"bull;", "\u2022"},   {"eacute;", "\u00E9"}, {"ntilde;", "\u00F1"},
    {"aacute;", "\u00E1"}, {"iacute;", "\u00ED"}, {"oacute;", "\u00F3"}, {"uacute;", "\u00FA"}};

/* "&#233;" or "&#xE9;". The end of what was taken; NULL: it is none. */
static const char *take_number(const char *at, GString *plain) {
  gboolean hexadecimal = at[2] == 'x' || at[2] == 'X';
  const char *digits = at + (hexadecimal ? 3 : 2);
  gsize length = strspn(digits, hexadecimal ? "0123456789abcdefABCDEF" : "0123456789");
  if (length == 0 || length > DIGITS_MOST || digits[length] != ';')
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
    if (g_str_has_prefix(at + 1, references[i].name)) {
      g_string_append(plain, references[i].text);
      return at + 1 + strlen(references[i].name);
    }
  return NULL;
}

/* Others stand for themselves, as in "Shelter <youth>". */
static gboolean is_tag_name(const char *name, gsize length) {
  g_autofree char *lower = g_ascii_strdown(name, (gssize)length);
  return length > 0 &&
         refnet_word_is_among(lower, "a abbr b big blockquote body br center code dd div dl dt em "
                                     "font h1 h2 h3 h4 h5 h6 head hr html i img input label li "
                                     "ol option p pre s script small span strike strong style "
                                     "sub sup table tbody td th thead tr tt u ul");
}

static const char *take_tag(const char *at, GString *plain) {
  const char *name = at + 1 + (at[1] == '/'), *behind = name;
  while (g_ascii_isalnum(*behind))
    behind++;
  if (*behind == '\0' || strchr(" \t\n/>", *behind) == NULL ||
      !is_tag_name(name, (gsize)(behind - name)))
    return NULL;
  const char *end = memchr(at, '>', strnlen(at, LONGEST_TAG));
  if (end != NULL)
    g_string_append_c(plain, ' ');
  return end != NULL ? end + 1 : NULL;
}

char *refnet_markup_text(const char *text) {
  if (strpbrk(text, "&<") == NULL)
    return NULL;
  GString *plain = g_string_new(NULL);
  while (*text != '\0') {
    const char *next = *text == '&'   ? take_reference(text, plain)
                       : *text == '<' ? take_tag(text, plain)
                                      : NULL;
    if (next == NULL)
      g_string_append_c(plain, *text++);
    else
      text = next;
  }
  return g_string_free(plain, FALSE);
}
