/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/numbered_columns.h"

#include <refnet/base.h>

#include <string.h>

#define MOST_DIGITS 2 /* "Population 2020" is no list's */
#define LOOSE 1000    /* worse than any header that means the field by itself */

static gsize digits_behind(const char *header) {
  const gsize length = strlen(header);
  gsize digits = 0;
  while (digits < length && g_ascii_isdigit(header[length - 1 - digits]))
    digits++;
  return digits;
}

static gboolean is_numbered(const char *header) {
  const gsize digits = digits_behind(header);
  return digits > 0 && digits <= MOST_DIGITS && digits < strlen(header);
}

/* "service" of "service2" and of "services": one list may have both. */
static char *stem_of(const char *header) {
  gsize length = strlen(header) - (is_numbered(header) ? digits_behind(header) : 0);
  if (length > 1 && header[length - 1] == 's')
    length--;
  return g_strndup(header, length);
}

gboolean refnet_numbers_field(const RefnetField *field, const char *header) {
  if (!field->list || !is_numbered(header))
    return FALSE;
  g_autofree char *folded = refnet_text_fold_header(field->name);
  g_autofree char *own = stem_of(header), *stem = stem_of(folded);
  return strcmp(own, stem) == 0;
}

static guint fit_without_number(RefnetFile file, guint field, const char *header) {
  g_autofree char *word = g_strndup(header, strlen(header) - digits_behind(header));
  const guint fit = refnet_field_fit(&refnet_file_fields(file)->fields[field], word);
  const guint loose = refnet_field_fit_loosely(file, field, word);
  return loose != G_MAXUINT ? MIN(fit, loose + LOOSE) : fit;
}

/* The numbered column that fits best, then the leftmost; −1: none does. */
static gint best_column(RefnetFile file, guint field, const char *const *headers, guint length) {
  gint best = -1;
  guint best_fit = G_MAXUINT;
  for (guint c = 0; c < length; c++) {
    const guint fit = headers[c] != NULL && is_numbered(headers[c])
                          ? fit_without_number(file, field, headers[c])
                          : G_MAXUINT;
    if (fit < best_fit) {
      best_fit = fit;
      best = (gint)c;
    }
  }
  return best;
}

guint refnet_numbered_columns(RefnetFile file, guint field, const char *const *headers,
                              guint length, gint chosen, gboolean *are) {
  if (!refnet_file_fields(file)->fields[field].list)
    return 0;
  const gint first = chosen >= 0 ? chosen : best_column(file, field, headers, length);
  if (first < 0)
    return 0;
  g_autofree char *stem = stem_of(headers[first]);
  guint count = 0;
  for (guint c = 0; c < length; c++) {
    g_autofree char *own =
        headers[c] != NULL && is_numbered(headers[c]) ? stem_of(headers[c]) : NULL;
    are[c] =
        (gint)c == first || g_strcmp0(own, stem) == 0 || g_strcmp0(headers[c], headers[first]) == 0;
    count += are[c];
  }
  if (count >= 2)
    return count;
  memset(are, 0, length * sizeof *are);
  return 0;
}
