/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/scene/no_memory.h"

gboolean refnet_draw_no_memory(GError **error) {
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                      "not enough memory to lay out the map");
  return FALSE;
}
