/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances on the globe, in km and miles. */
#include <refnet/base.h>

#include <math.h>
#include <string.h>

#include "base/number.h"

#define MEAN_RADIUS_KM 6371.0088
#define KM_PER_MILE 1.609344

static double radians(double degrees) {
  return degrees * (G_PI / 180);
}

static double squared_sine_of_half(double degrees) {
  double sine = sin(radians(degrees) / 2);
  return sine * sine;
}

double refnet_distance_km(double latitude_a, double longitude_a, double latitude_b,
                          double longitude_b) {
  if (isnan(latitude_a + longitude_a + latitude_b + longitude_b))
    return NAN;
  double parallels = cos(radians(latitude_a)) * cos(radians(latitude_b));
  double haversine = squared_sine_of_half(latitude_b - latitude_a) +
                     parallels * squared_sine_of_half(longitude_b - longitude_a);
  /* Rounding can carry antipodes past 1. */
  return 2 * MEAN_RADIUS_KM * asin(sqrt(CLAMP(haversine, 0, 1)));
}

/* ---- units ----------------------------------------------------------------------------------- */

double refnet_distance_from_km(double km, RefnetUnits units) {
  return units == REFNET_UNITS_MILES ? km / KM_PER_MILE : km;
}

double refnet_distance_to_km(double distance, RefnetUnits units) {
  return units == REFNET_UNITS_MILES ? distance * KM_PER_MILE : distance;
}

char *refnet_distance_words(double km, RefnetUnits units) {
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double distance = refnet_distance_from_km(km, units);
  if (!isfinite(distance))
    return g_strdup("an unknown distance");
  if (distance < 0.05)
    return g_strdup(units == REFNET_UNITS_MILES ? "under 0.1 miles" : "under 0.1 km");
  g_ascii_formatd(number, sizeof number, distance < 9.95 ? "%.1f" : "%.0f", distance);
  if (g_str_has_suffix(number, ".0"))
    number[strlen(number) - 2] = '\0';
  g_autofree char *grouped = refnet_number_grouped(number);
  return g_strdup_printf("%s %s", grouped,
                         units == REFNET_UNITS_KM   ? "km"
                         : g_str_equal(number, "1") ? "mile"
                                                    : "miles");
}

static gboolean find_unit(const char *word, RefnetUnits *units) {
  static const struct {
    const char *word;
    RefnetUnits units;
  } known[] = {
      {"km", REFNET_UNITS_KM},        {"kms", REFNET_UNITS_KM},
      {"kilometre", REFNET_UNITS_KM}, {"kilometres", REFNET_UNITS_KM},
      {"kilometer", REFNET_UNITS_KM}, {"kilometers", REFNET_UNITS_KM},
      {"mi", REFNET_UNITS_MILES},     {"mile", REFNET_UNITS_MILES},
      {"miles", REFNET_UNITS_MILES},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(known); i++)
    if (g_ascii_strcasecmp(known[i].word, word) == 0) {
      *units = known[i].units;
      return TRUE;
    }
  return FALSE;
}

gboolean refnet_distance_parse(const char *text, RefnetUnits units, double *km) {
  g_autofree char *number = g_strstrip(g_strdup(text));
  gsize length = strlen(number);
  while (length > 0 && g_ascii_isalpha(number[length - 1]))
    length--;
  double distance;
  if (number[length] != '\0' && !find_unit(number + length, &units))
    return FALSE;
  number[length] = '\0';
  if (!refnet_number_parse(number, &distance))
    return FALSE;
  *km = refnet_distance_to_km(distance, units);
  return TRUE;
}
