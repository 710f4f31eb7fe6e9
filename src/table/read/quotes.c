/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Telling a cell with line breaks from a quote that somebody forgot to close. */
#include "table/read/quotes.h"

#include <string.h>

#include "table/dialect.h"

static gboolean separates(const RefnetQuotes *quotes, const RefnetLine *line, gsize i) {
  return line->text[i] == quotes->delimiter &&
         !(quotes->tight && i + 1 < line->length && line->text[i + 1] == ' ');
}

/* Delimiters of the line if its odd quote, the last (where a cell opens) or the first (where one
 * closes), were not there: those between two other quotes do not count. */
static gsize count_without_odd(const RefnetQuotes *quotes, const RefnetLine *line,
                               gboolean odd_is_first) {
  gsize outside = 0, since_quote = 0;
  gboolean quoted = FALSE, pass_over = odd_is_first;
  for (gsize i = 0; i < line->length; i++) {
    if (line->text[i] == '"') {
      if (!pass_over) {
        quoted = !quoted;
        since_quote = 0;
      }
      pass_over = FALSE;
    } else if (separates(quotes, line, i)) {
      outside += !quoted;
      since_quote += quoted;
    }
  }
  return outside + since_quote;
}

static gboolean has_one_quote(const RefnetLine *line) {
  const char *const first = memchr(line->text, '"', line->length);
  if (first == NULL)
    return FALSE;
  return memchr(first + 1, '"', line->length - (gsize)(first + 1 - line->text)) == NULL;
}

static gsize count(const RefnetQuotes *quotes, const RefnetLine *line) {
  return refnet_dialect_count(line->text, line->length, quotes->delimiter, quotes->tight);
}

static gboolean is_blank(const RefnetLine *line) {
  for (gsize i = 0; i < line->length; i++)
    if (line->text[i] != ' ' && line->text[i] != '\t')
      return FALSE;
  return TRUE;
}

void refnet_quotes_learn(RefnetQuotes *quotes, const RefnetLine *header, char delimiter) {
  quotes->delimiter = delimiter;
  quotes->tight = FALSE;
  quotes->delimiters = count_without_odd(quotes, header, FALSE);
  quotes->tight = TRUE;
  quotes->tight = count_without_odd(quotes, header, FALSE) == quotes->delimiters;
}

void refnet_quotes_open(RefnetQuotes *quotes, const RefnetLine *line, guint cell) {
  quotes->cell = cell;
  quotes->opened = line->number;
  quotes->opened_with = quotes->delimiters > 0 ? count_without_odd(quotes, line, FALSE) : 0;
  quotes->lone_quote = has_one_quote(line);
  quotes->inside = quotes->like_rows = 0;
}

void refnet_quotes_pass(RefnetQuotes *quotes, const RefnetLine *line) {
  if (quotes->opened_with < quotes->delimiters || is_blank(line))
    return;
  quotes->inside++;
  quotes->like_rows += count(quotes, line) == quotes->delimiters;
}

gboolean refnet_quotes_are_suspect(const RefnetQuotes *quotes, const RefnetLine *line) {
  const gsize wanted = quotes->delimiters;
  if (wanted == 0 || quotes->opened_with < wanted || quotes->like_rows < quotes->inside)
    return FALSE;
  const gsize closed_with = count_without_odd(quotes, line, TRUE);
  if (quotes->inside == 0)
    return wanted > 1 && quotes->opened_with == wanted && closed_with == wanted &&
           quotes->lone_quote && has_one_quote(line);
  return closed_with >= wanted;
}
