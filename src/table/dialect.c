/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Delimiters: as Excel declares them, as a header line shows them, and how many a line has. */
#include "table/dialect.h"

#include <string.h>

/* Excel may have quoted the line, or padded it with delimiters to the width of the sheet. */
char refnet_dialect_from_sep_line(const char *line, gsize length) {
  const gboolean quoted = length > 0 && line[0] == '"';
  const char *const declared = line + quoted;
  const gsize rest = length - quoted;
  if (rest < 5 || g_ascii_strncasecmp(declared, "sep=", 4) != 0)
    return 0;
  const char delimiter = declared[4];
  if (delimiter == '"' || delimiter == ' ' || g_ascii_isalnum(delimiter) ||
      (!g_ascii_isgraph(delimiter) && delimiter != '\t'))
    return 0;
  for (gsize i = 5; i < rest; i++)
    if (strchr("\" ,;\t", declared[i]) == NULL || declared[i] == '\0')
      return 0;
  return delimiter;
}

char refnet_dialect_from_header(const char *line, gsize length) {
  static const char candidates[] = {',', ';', '\t'};
  gsize counts[G_N_ELEMENTS(candidates)] = {0};
  gboolean quoted = FALSE;
  for (gsize i = 0; i < length; i++) {
    if (line[i] == '"')
      quoted = !quoted;
    for (gsize k = 0; k < G_N_ELEMENTS(candidates) && !quoted; k++)
      counts[k] += line[i] == candidates[k];
  }
  gsize best = 0;
  for (gsize k = 1; k < G_N_ELEMENTS(candidates); k++)
    if (counts[k] > counts[best])
      best = k;
  return counts[best] > 0 ? candidates[best] : 0;
}

gsize refnet_dialect_count(const char *line, gsize length, char delimiter, gboolean tight) {
  gsize count = 0;
  for (gsize i = 0; i < length; i++)
    if (line[i] == delimiter && !(tight && i + 1 < length && line[i + 1] == ' '))
      count++;
  return count;
}
