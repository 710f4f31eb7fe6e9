/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties as weighted links, and the same with groups of vertices folded into one each: what Leiden
 * works on, level by level. */
#ifndef REFNET_ANALYSIS_COMMUNITIES_COARSE_H
#define REFNET_ANALYSIS_COMMUNITIES_COARSE_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* Links of v: target[i] with weight[i], i = start[v] … start[v + 1] − 1, each link listed at both
 * of its ends. Sums of weights stay below 2^31: that is for the caller to see to. */
typedef struct {
  guint32 vertices;
  const guint64 *start;
  const guint32 *target;
  const guint32 *weight; /* NULL: all 1 */
  const guint32 *degree; /* of the vertices it stands for, added up: links within count twice */
} RefnetCoarse;

/* Memory for one coarse network, used again and again. Zeroed at first. */
typedef struct {
  guint64 *start;
  guint32 *target, *weight, *degree;
  guint64 capacity; /* of target and weight */
} RefnetCoarseStore;

/* For adding up and folding, an element a vertex of the finest network: `link` is all zero before
 * and after, the rest anything. `touched` and `first` have one more. */
typedef struct {
  guint32 *link, *touched, *member, *first;
} RefnetCoarseScratch;

/* Adds up the links of v by the label of where they lead, into link[touched[…]]; `found` labels
 * were met before, and the new ones come after them. With `group`, only links to vertices of v's
 * own group. A branch would be guessed wrongly half of the time: labels are noted always, and kept
 * when new. */
static inline guint32 refnet_coarse_add_weighted(const RefnetCoarse *coarse, const guint32 *weight,
                                                 guint32 v, const guint32 *label,
                                                 const guint32 *group,
                                                 const RefnetCoarseScratch *scratch,
                                                 guint32 found) {
  const guint32 *target = coarse->target, own = group ? group[v] : 0;
  guint32 *restrict link = scratch->link, *restrict touched = scratch->touched;
  for (guint64 e = coarse->start[v], end = coarse->start[v + 1]; e < end; e++) {
    const guint32 w = target[e], l = label[w], counts = !group || group[w] == own;
    const guint32 before = link[l];
    touched[found] = l;
    found += counts & (before == 0);
    link[l] = before + (weight ? weight[e] : 1) * counts;
  }
  return found;
}

/* Two loops: the compiler leaves out of each what does not apply. Returns how many labels are met
 * now. */
static inline guint32 refnet_coarse_add_links(const RefnetCoarse *coarse, guint32 v,
                                              const guint32 *label, const guint32 *group,
                                              const RefnetCoarseScratch *scratch, guint32 found) {
  return coarse->weight
             ? refnet_coarse_add_weighted(coarse, coarse->weight, v, label, group, scratch, found)
             : refnet_coarse_add_weighted(coarse, NULL, v, label, group, scratch, found);
}

/* Room for start and degree of up to `vertices`. */
gboolean refnet_coarse_store_init(RefnetCoarseStore *store, guint32 vertices, GError **error);
void refnet_coarse_store_clear(RefnetCoarseStore *store);

/* Folds the vertices v of the same group[v] < `groups` into one, parallel links into one as heavy
 * as they are together; links within a group are left out. The result stands in `store`, which must
 * not be that of `fine`. O(vertices + links). */
gboolean refnet_coarse_fold(const RefnetCoarse *fine, const guint32 *group, guint32 groups,
                            RefnetCoarseScratch *scratch, RefnetCoarseStore *store,
                            RefnetCoarse *coarse, GError **error);

G_END_DECLS

#endif
