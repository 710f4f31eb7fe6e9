/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Latitude and longitude, which only make sense together. */
#include "model/load/cells.h"
#include "model/columns/figures.h"

#include <math.h>

#define MOST_LATITUDE 90
#define MOST_LONGITUDE 180

static gboolean parse(const RefnetReading *reading, guint field, double limit, double *value) {
  const char *text = refnet_cell_text(reading, field);
  return text != NULL && refnet_degrees_parse(text, value) && *value >= -limit && *value <= limit;
}

static double read_one(const RefnetReading *reading, guint field, double limit) {
  double value;
  if (refnet_cell_text(reading, field) == NULL)
    return NAN;
  if (parse(reading, field, limit, &value))
    return value;
  g_autofree char *message =
      g_strdup_printf("is not a %s between \xe2\x88\x92%g and %g and was read as unknown",
                      refnet_file_fields(reading->sheet->file)->fields[field].name, limit, limit);
  refnet_cell_refuse(reading, REFNET_KIND_BAD_COORDINATE, field, message,
                     "write decimal degrees, or leave the cell blank");
  return NAN;
}

void refnet_cell_place(const RefnetReading *reading, guint latitude_field, guint longitude_field,
                       double *latitude, double *longitude) {
  double x, y;
  gboolean is_swapped = !parse(reading, latitude_field, MOST_LATITUDE, &y) &&
                        parse(reading, latitude_field, MOST_LONGITUDE, &x) &&
                        parse(reading, longitude_field, MOST_LATITUDE, &y);
  if (is_swapped) {
    refnet_cell_refuse(
        reading, REFNET_KIND_SWAPPED_COORDINATES, latitude_field,
        "seems to be a longitude in the place of the latitude; both were read as unknown",
        "swap the two cells, or the headers of the two columns");
    *latitude = *longitude = NAN;
    return;
  }
  *latitude = read_one(reading, latitude_field, MOST_LATITUDE);
  *longitude = read_one(reading, longitude_field, MOST_LONGITUDE);
  if (*latitude != 0 || *longitude != 0)
    return;
  refnet_cell_report(reading, REFNET_KIND_ZERO_COORDINATES, latitude_field,
                     "correct the coordinates, or leave the cells blank",
                     "latitude and longitude are both 0, a place in the sea, and were read as "
                     "unknown");
  *latitude = *longitude = NAN;
}
