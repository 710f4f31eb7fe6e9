/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where organizations lay on an earlier map. */
#include <math.h>

#include "draw/layout/layout.h"
#include "draw/layout/near.h"
#include "draw/scene/no_memory.h"

gboolean refnet_lay_out_given(const RefnetNetwork *network, const RefnetMapOptions *options,
                              RefnetLayout *layout, GError **error) {
  const RefnetPositions *positions = options->positions;
  layout->fixed = g_try_malloc0_n((gsize)network->vertices + 1, sizeof *layout->fixed);
  if (!layout->fixed)
    return refnet_draw_no_memory(error);
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
