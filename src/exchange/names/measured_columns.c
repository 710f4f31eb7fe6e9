/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/names/measured_columns.h"

#include "present/network/measure_cells.h"

#include <string.h>

enum { MEASURES_LEAST = 8 };

gboolean refnet_column_is_measure(const char *key) {
  const RefnetColumn *column = refnet_measure_columns + REFNET_MEASURE_COLUMNS_FIRST;
  for (; column->key != NULL; column++)
    if (strcmp(column->key, key) == 0)
      return TRUE;
  return strcmp(key, "contacts") == 0;
}

gboolean refnet_columns_are_measured(const char *const *keys) {
  guint measures = 0;
  for (gsize i = 0; keys[i] != NULL; i++)
    measures += refnet_column_is_measure(keys[i]);
  return measures >= MEASURES_LEAST;
}
