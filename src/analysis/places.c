/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Areas that other areas lie in. */
#include "analysis/places.h"

#include "analysis/memory.h"

guint8 *refnet_areas_with_parts(const RefnetDataset *dataset, GError **error) {
  guint8 *with_parts = REFNET_TRY_ARRAY(guint8, dataset->area_count, error);
  if (!with_parts)
    return NULL;
  for (guint32 a = 0; a < dataset->area_count; a++)
    if (dataset->areas[a].within != REFNET_NONE)
      with_parts[dataset->areas[a].within] = TRUE;
  return with_parts;
}
