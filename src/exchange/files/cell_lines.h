/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells of several lines, as forms leave them where somebody chose several answers. */
#ifndef REFNET_EXCHANGE_FILES_CELL_LINES_H
#define REFNET_EXCHANGE_FILES_CELL_LINES_H

#include "base/pool.h"

G_BEGIN_DECLS

/* Of `cells`, rows × width, whose lines are parted by "\n" so far: puts "; " between them where the
 * column lists something, which is where most of these lines stand in other rows, too, or where it
 * is called as a list of organizations.csv is; else a blank. Texts are the pool's. FALSE: memory
 * ran out. O(bytes). */
gboolean refnet_cell_lines_join(const char **cells, guint rows, guint width, RefnetPool *pool);

G_END_DECLS

#endif
