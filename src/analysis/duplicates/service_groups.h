/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Three and more organizations that list one service in one place. */
#ifndef REFNET_ANALYSIS_DUPLICATES_SERVICE_GROUPS_H
#define REFNET_ANALYSIS_DUPLICATES_SERVICE_GROUPS_H

#include "analysis/duplicates/field.h"

G_BEGIN_DECLS

/* For each area × service the organizations that list it, where they are three or more; areas with
 * the same ones are one group. Those that list nobody in common come last; what the figures
 * settle first, then by people in need, largest first, those with fewer in touch, service, area.
 * Organizations whose rows are surely one are one. What they hold is the pool's, the array the
 * caller's, also after an error. O(cells · log cells), and the ties of the organizations of each
 * group. */
gboolean refnet_service_groups(const RefnetServiceField *field, RefnetServiceGroup **groups,
                               gsize *length, GError **error);

G_END_DECLS

#endif
