/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Colors and symbols by sector or by contacts listed: Okabe & Ito's eight, which people with any
 * color vision tell apart.
 */
#ifndef REFNET_DRAW_PALETTE_H
#define REFNET_DRAW_PALETTE_H

#include <refnet/analysis.h>

#include "draw/scene.h"

G_BEGIN_DECLS

/* Past eight groups the colors come a second time with a dot in the disc; past sixteen, "other". */
typedef enum { REFNET_SYMBOL_PLAIN, REFNET_SYMBOL_DOT, REFNET_SYMBOL_CROSS } RefnetSymbol;

/* One entry of the legend. */
typedef struct {
  char *name;
  guint32 count; /* organizations of the view */
  RefnetColor fill, outline, mark;
  RefnetSymbol symbol;
} RefnetGroup;

typedef struct {
  RefnetGroup *groups; /* most organizations in the whole dataset first, then by name; "other", then
                          "not given" last; only groups that occur in the view */
  guint group_count;
  guint *group_of; /* by vertex */
} RefnetPalette;

/* Groups the organizations of the view by sector. Colors go by the whole dataset, so that a
 * filtered map has those of the full one. O(n log n). */
RefnetPalette *refnet_palette_by_sector(const RefnetNetwork *network);
/* Groups them by the people listed there who have not left: two or more, one, nobody listed, all
 * left; `leaves`, by vertex, or NULL: one fewer is listed there. O(n). */
RefnetPalette *refnet_palette_by_contacts(const RefnetRisks *risks, const guint8 *leaves);
void refnet_palette_free(RefnetPalette *palette);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetPalette, refnet_palette_free)

/* What a ring adds to a disc's radius. */
#define REFNET_RING 4.0

/* Hatches a disc: thin dark lines across it. */
void refnet_palette_hatch(RefnetScene *scene, RefnetPart part, guint32 owner, RefnetPoint middle,
                          double radius);
/* Adds a group's disc, and the symbol on it, to the scene. `radius` reaches to the outer rim; with
 * `ringed` that is a dark ring, REFNET_RING outside the colored disc. */
void refnet_palette_draw_disc(const RefnetGroup *group, RefnetScene *scene, RefnetPart part,
                              guint32 owner, RefnetPoint middle, double radius, gboolean ringed);

G_END_DECLS

#endif
