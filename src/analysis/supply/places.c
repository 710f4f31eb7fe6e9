/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Areas that other areas lie in. */
#include "analysis/supply/places.h"

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

gboolean refnet_areas_reach(const RefnetDataset *dataset, const guint8 *with_parts,
                            RefnetIndexList areas, guint32 area) {
  if (refnet_list_has(areas, area))
    return TRUE;
  if (!with_parts[area])
    return FALSE;
  for (guint32 i = 0; i < areas.length; i++)
    for (guint32 a = areas.items[i]; a != REFNET_NONE; a = dataset->areas[a].within)
      if (a == area)
        return TRUE;
  return FALSE;
}
