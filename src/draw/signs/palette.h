/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups of organizations with the color, form and symbol of each: by a facet, or by the contacts
 * listed. */
#ifndef REFNET_DRAW_SIGNS_PALETTE_H
#define REFNET_DRAW_SIGNS_PALETTE_H

#include <refnet/analysis.h>

#include "draw/signs/colors.h"
#include "draw/signs/facets.h"
#include "draw/signs/forms.h"

G_BEGIN_DECLS

typedef enum { REFNET_SYMBOL_PLAIN, REFNET_SYMBOL_DOT, REFNET_SYMBOL_CROSS } RefnetSymbol;

/* One entry of the legend. */
typedef struct {
  char *name;
  guint32 count; /* organizations of the view */
  RefnetColor fill, outline, mark;
  RefnetSymbol symbol;
  RefnetForm form;
  gboolean dashed; /* its outline */
} RefnetGroup;

typedef struct {
  char *title;         /* what the groups are by: "sector" */
  RefnetGroup *groups; /* most organizations in the whole dataset first, or in the facet's order;
                          "other", then "not known" last; only groups that occur in the view */
  guint group_count;
  guint *group_of; /* by vertex */
} RefnetPalette;

/* Groups the organizations of the view by a facet of groups. When the colors of the set are used up
 * they come a second time on squares; then the rest is "other". Colors go by the whole dataset, so
 * that a filtered map has those of the full one. At most `most` groups are told apart, 0: as many
 * as there are looks. O(n log n). */
RefnetPalette *refnet_palette_by_groups(const RefnetFacet *facet, guint32 vertices,
                                        const RefnetColorSet *colors, guint most);
/* The same by form, all of one color: five forms, then "other"; discs are not known. */
RefnetPalette *refnet_palette_by_form(const RefnetFacet *facet, guint32 vertices);
/* Classes of a facet of figures, about equally many organizations in each, equal figures together:
 * as many as the set has colors, or one for each figure that occurs. O(n log n). */
RefnetPalette *refnet_palette_by_figures(const RefnetFacet *facet, guint32 vertices,
                                         const RefnetColorSet *colors);
/* Groups them by the people listed there who have not left: two or more, one, nobody listed, all
 * left; `leaves`, by vertex, or NULL: one fewer is listed there. O(n). */
RefnetPalette *refnet_palette_by_contacts(const RefnetRisks *risks, const guint8 *leaves);
/* All alike, one group without a name. */
RefnetPalette *refnet_palette_plain(guint32 vertices, guint32 rgb);
void refnet_palette_free(RefnetPalette *palette);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetPalette, refnet_palette_free)

G_END_DECLS

#endif
