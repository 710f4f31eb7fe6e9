/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups of organizations as rectangles on the page, near those they work with. */
#ifndef REFNET_DRAW_LAYOUT_BLOCKS_H
#define REFNET_DRAW_LAYOUT_BLOCKS_H

#include "draw/layout/layout.h"

G_BEGIN_DECLS

/* Lengths are units of the layout. */
typedef struct {
  guint32 first, count; /* of its members in an array of all */
  double width, height; /* with the gap to its neighbors and the heading */
  double gap;           /* at each side */
  double heading;       /* what its name wants above */
  RefnetPoint middle;
  char *name, *brief; /* for its panel, which takes them; brief NULL: none */
} RefnetBlock;

/* Sets the middles, in any unit, without regard to sizes: near those they have most ties with for
 * their size, by the stress of these. `members` are all placed vertices, block by block. FALSE with
 * REFNET_ERROR_INTERNAL: memory. O(m log m). */
gboolean refnet_blocks_wish(const RefnetNetwork *network, guint64 seed, const guint32 *members,
                            RefnetBlock *blocks, guint32 count, GError **error);
/* Then divides `area` among them, by their sizes, each about where its middle lies: halved so that
 * they become about as wide and high as they are, and so on; of very many, across the longer side.
 * Sets their middles, widths and heights. O(blocks log² blocks). */
void refnet_blocks_divide(RefnetBlock *blocks, guint32 count, RefnetBox area);

/* Makes a panel of each block, which takes its name. */
void refnet_blocks_write(RefnetBlock *blocks, guint32 count, RefnetLayout *layout);

G_END_DECLS

#endif
