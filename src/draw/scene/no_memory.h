/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is said when there is no room for a map. */
#ifndef REFNET_DRAW_SCENE_NO_MEMORY_H
#define REFNET_DRAW_SCENE_NO_MEMORY_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* Sets REFNET_ERROR_INTERNAL. FALSE, always. */
gboolean refnet_draw_no_memory(GError **error);

G_END_DECLS

#endif
