/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Links within and between sectors, for a picture: few enough groups to be told apart. */
#ifndef REFNET_DRAW_CHARTS_SECTOR_LINKS_H
#define REFNET_DRAW_CHARTS_SECTOR_LINKS_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

typedef struct {
  char *name;
  gboolean is_sector; /* else the others, or those without one */
  guint32 organizations;
  guint64 out, in, within; /* links; an undirected network's are in `out` and `in` both */
} RefnetSectorGroup;

typedef struct {
  RefnetSectorGroup *groups; /* most organizations first, then by name; "other", then "not known"
                                last */
  guint32 count;
  guint64 *links;          /* row by row: from group to group; symmetric in an undirected network */
  guint64 within, between; /* links, each once */
} RefnetSectorLinks;

/* At most `most` sectors, the others as one group; organizations without one as another. Links are
 * arcs, in an undirected network ties. O(pairs of sectors with a link · log). */
RefnetSectorLinks *refnet_sector_links_new(const RefnetSummary *summary, guint32 most);
void refnet_sector_links_free(RefnetSectorLinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetSectorLinks, refnet_sector_links_free)

guint64 refnet_sector_links_at(const RefnetSectorLinks *links, guint32 from, guint32 to);
/* Both directions, within a group each link once. */
guint64 refnet_sector_links_of_pair(const RefnetSectorLinks *links, gboolean undirected, guint32 a,
                                    guint32 b);

G_END_DECLS

#endif
