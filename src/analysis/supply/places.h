/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Areas that other areas lie in. */
#ifndef REFNET_ANALYSIS_SUPPLY_PLACES_H
#define REFNET_ANALYSIS_SUPPLY_PLACES_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* Marks areas that have parts. Lists of areas name the parts only (model.h), so what is offered in
 * one of these is found by going up from its parts along `within`, which never leads in a circle.
 * An element an area, freed with g_free; NULL with REFNET_ERROR_INTERNAL. O(areas). */
guint8 *refnet_areas_with_parts(const RefnetDataset *dataset, GError **error);

/* Is the area, or a part of it, in the list? O(log list); of an area with parts O(list). */
gboolean refnet_areas_reach(const RefnetDataset *dataset, const guint8 *with_parts,
                            RefnetIndexList areas, guint32 area);

G_END_DECLS

#endif
