/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Letters and numbers around a page, as in a street atlas: "C4" says where on it somebody is. */
#ifndef REFNET_DRAW_ATLAS_PAGE_GRID_H
#define REFNET_DRAW_ATLAS_PAGE_GRID_H

#include "draw/scene/scene.h"
#include "draw/scene/text.h"

G_BEGIN_DECLS

/* A cell of a page: column and row from 1; 0: not known. */
typedef struct {
  guint column, row;
} RefnetPageCell;

/* Writes letters for columns and numbers for rows into the margins of a finished page, whose title
 * leaves them free. */
void refnet_page_grid_draw(RefnetScene *scene, RefnetTypesetter *typesetter);
/* In which cell each disc lies: `cells` is by owner, of whom there are `owners`; those without a
 * disc are left as they are. O(primitives). */
void refnet_page_grid_find(const RefnetScene *scene, guint32 owners, RefnetPageCell *cells);
/* "C4"; NULL when it is not known. Free with g_free. */
char *refnet_page_cell_name(RefnetPageCell cell);

G_END_DECLS

#endif
