/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures and numbered days as sheets of many countries have them, where there is one reading. */
#include "model/columns/figures.h"

#include <math.h>
#include <string.h>

gboolean refnet_figure_parse(const char *text, double *value) {
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

gboolean refnet_degrees_parse(const char *text, double *value) {
  g_autofree char *pointed = g_strdup(text);
  char *comma = strchr(pointed, ',');
  if (comma != NULL)
    *comma = '.';
  return refnet_number_parse(pointed, value);
}

gboolean refnet_serial_date_parse(const char *text, RefnetDate *date) {
  enum { LEAST = 20000, MOST = 80000, SERIAL_OF_1970 = 25569 };
  double serial;
  if (strspn(text, "0123456789") != 5 || !refnet_number_parse(text, &serial) ||
      strpbrk(text, "eE") != NULL || serial < LEAST || serial > MOST)
    return FALSE;
  *date = (RefnetDate)floor(serial) - SERIAL_OF_1970;
  return TRUE;
}
