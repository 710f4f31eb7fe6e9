/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures as sheets of many countries have them, where there is one reading. */
#include "model/columns/figures.h"

#include <math.h>
#include <string.h>

/* "12,5" and "1.200,50"; but "1,20" may lack a digit. */
static gboolean has_decimal_comma(const char *text) {
  const char *comma = strchr(text, ',');
  const gsize digits = comma != NULL ? strspn(comma + 1, "0123456789") : 0;
  const gboolean has_thousands = comma != NULL && memchr(text, '.', comma - text) != NULL;
  return (digits == 1 || (digits == 2 && has_thousands)) && comma[1 + digits] == '\0';
}

static gboolean parse_pointed(const char *text, double *value) {
  guint64 count;
  double fraction = 0;
  if (refnet_number_parse(text, value))
    return isfinite(*value);
  const char *point = strchr(text, '.');
  g_autofree char *whole = g_strndup(text, point != NULL ? (gsize)(point - text) : strlen(text));
  if (!refnet_count_parse(whole, &count) ||
      (point != NULL && point[1] != '\0' && !refnet_number_parse(point, &fraction)))
    return FALSE;
  *value = (double)count + fraction;
  return TRUE;
}

gboolean refnet_figure_parse(const char *text, double *value) {
  if (!has_decimal_comma(text))
    return parse_pointed(text, value);
  g_autofree char *pointed = g_strdup(text);
  for (char *at = pointed; *at != '\0'; at++)
    *at = *at == ',' ? '.' : *at == '.' ? ',' : *at;
  return parse_pointed(pointed, value);
}

gboolean refnet_count_parse_comma(const char *text, guint64 *value) {
  const double most = 1e15; /* below which every whole number is exact */
  double figure;
  if (!has_decimal_comma(text) || !refnet_figure_parse(text, &figure) || figure < 0 ||
      figure > most || figure != floor(figure))
    return FALSE;
  *value = (guint64)figure;
  return TRUE;
}

gboolean refnet_figure_could_be_two(const char *text) {
  const gsize whole = strspn(text, "0123456789");
  return whole > 0 && whole < 4 && *text != '0' && text[whole] == '.' &&
         strspn(text + whole + 1, "0123456789") == 3 && text[whole + 4] == '\0';
}

gboolean refnet_degrees_parse(const char *text, double *value) {
  g_autofree char *pointed = g_strdup(text);
  char *comma = strchr(pointed, ',');
  if (comma != NULL)
    *comma = '.';
  return refnet_number_parse(pointed, value);
}
