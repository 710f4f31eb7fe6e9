/* SPDX-License-Identifier: GPL-2.0-or-later */
/* categories.csv: what the codes mean that other files have in place of services. */
#include "model/load/cells.h"
#include "model/load/load.h"

static void refuse(RefnetReading *reading) {
  refnet_cell_refuse(reading, REFNET_KIND_DUPLICATE_CATEGORY, REFNET_CATEGORY_CATEGORY,
                     "stands for another service already", "give each category a code of its own");
}

/* The name is the service; the code is another way to write it. */
static RefnetRowFate take(RefnetReading *reading) {
  RefnetValues *services = reading->loader->values[REFNET_VALUES_SERVICES];
  if (!refnet_cell_require(reading, REFNET_CATEGORY_CATEGORY) ||
      !refnet_cell_require(reading, REFNET_CATEGORY_NAME))
    return REFNET_ROW_REJECTED;
  if (refnet_reading_is_repeat(reading))
    return REFNET_ROW_MERGED;
  const char *code = refnet_cell_text(reading, REFNET_CATEGORY_CATEGORY);
  const char *name = refnet_cell_text(reading, REFNET_CATEGORY_NAME);
  guint32 known = refnet_values_find(services, code);
  if (known != REFNET_NONE && known != refnet_values_find(services, name)) {
    refuse(reading);
    return REFNET_ROW_REJECTED;
  }
  guint32 service = refnet_cell_value(reading, REFNET_CATEGORY_NAME, REFNET_VALUES_SERVICES);
  if (service == REFNET_NONE)
    return REFNET_ROW_REJECTED;
  refnet_values_alias(services, code, service);
  return REFNET_ROW_KEPT;
}

const RefnetFileLoader refnet_load_categories = {REFNET_FILE_CATEGORIES, NULL, take, NULL, NULL};
