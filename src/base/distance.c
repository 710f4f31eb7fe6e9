/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances on the globe. */
#include <refnet/base.h>

#include <math.h>

#define MEAN_RADIUS_KM 6371.0088

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
