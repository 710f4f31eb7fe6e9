/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a map can tell organizations apart by: a column of the sheets or a measure, by its name. */
#ifndef REFNET_DRAW_SIGNS_FACETS_H
#define REFNET_DRAW_SIGNS_FACETS_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

typedef enum {
  REFNET_FACET_GROUPS = 1 << 0, /* each organization belongs to one, or it is not known to which */
  REFNET_FACET_FIGURES = 1 << 1
} RefnetFacetKind;

typedef struct {
  RefnetFacetKind kind;
  char *title;         /* what a legend calls it: "sector", "referrals" */
  char **names;        /* of groups; NULL-terminated */
  guint32 count;       /* of groups */
  guint32 *total;      /* by group: its organizations in the whole dataset, not only in the view */
  guint32 *group;      /* by vertex; REFNET_NONE: not known */
  gboolean is_ordered; /* groups keep their order; else the largest come first */
  double *figure;      /* by vertex; NaN: not known */
} RefnetFacet;

/* The facet called `name`: sector, area, coalition, partnership, community, role, another column of
 * organizations.csv, or a measure; upper case, blanks, _ and - play no part. `kinds` are those that
 * will do, `option` is who asks, for messages. `measures` may be NULL where no measure is asked
 * for. A column whose heading speaks of people is refused without `show_people`, unless it holds
 * figures. REFNET_ERROR_USAGE, with a suggestion, when there is none of the kind. O(organizations).
 */
RefnetFacet *refnet_facet_new(const RefnetNetwork *network, const RefnetMeasures *measures,
                              const char *name, guint kinds, const char *option,
                              gboolean show_people, GError **error);
void refnet_facet_free(RefnetFacet *facet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetFacet, refnet_facet_free)

G_END_DECLS

#endif
