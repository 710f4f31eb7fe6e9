/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where organizations lay on an earlier map. */
#include <math.h>

#include "draw/layout/layout.h"
#include "draw/layout/near.h"

gboolean refnet_lay_out_given(const RefnetNetwork *network, const RefnetMapOptions *options,
                              RefnetLayout *layout, GError **error) {
  const RefnetPositions *positions = options->positions;
  layout->fixed = g_try_malloc0_n((gsize)network->vertices + 1, sizeof *layout->fixed);
  if (!layout->fixed) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                        "not enough memory to lay out the map");
    return FALSE;
  }
  guint32 known = 0;
  for (guint32 i = 0; i < layout->placed; i++) {
    guint32 v = layout->member[i], organization = network->organization[v];
    if (organization >= positions->organizations || isnan(positions->x[organization]))
      continue;
    layout->unit[v] = (RefnetPoint){positions->x[organization], positions->y[organization]};
    layout->fixed[v] = TRUE;
    known++;
  }
  if (known == 0) {
    /* Nothing to keep: as without positions. */
    g_clear_pointer(&layout->fixed, g_free);
    return refnet_lay_out_stress(network, options, layout, error);
  }
  layout->keeps_form = TRUE;
  layout->is_page = TRUE;
  return refnet_place_near(network, layout->fixed, layout, error);
}
