/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations that are alike in all that speaks for a candidate but its ties and its place on the
 * map: what is said of one of a kind is said of all. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_KINDS_H
#define REFNET_ANALYSIS_WHO_ELSE_KINDS_H

#include "analysis/who_else/score.h"

G_BEGIN_DECLS

/* The same services, areas, populations, offers, seeks, sector and number of nominations, all with
 * coordinates or none, open or closed, allowed or not. */
typedef struct {
  guint32 organization; /* one of them */
  RefnetProfile profile;
  gboolean located;   /* has coordinates */
  gboolean candidate; /* not closed */
  gboolean allowed;   /* may be suggested */
  guint32 nominations;
} RefnetKind;

typedef struct {
  const RefnetNetwork *network;
  RefnetKind *kinds;
  guint32 count;
  guint32 *kind_of; /* by vertex */
  guint32 *start;   /* by kind, and one past: its vertices are member[start[k]] …, rising */
  guint32 *member;
} RefnetKinds;

/* `allowed` is by vertex. NULL with REFNET_ERROR_INTERNAL without memory. O(n + length of lists).
 */
RefnetKinds *refnet_kinds_new(const RefnetNetwork *network, const RefnetNamed *named,
                              const guint8 *allowed, GError **error);
void refnet_kinds_free(RefnetKinds *kinds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetKinds, refnet_kinds_free)

G_END_DECLS

#endif
