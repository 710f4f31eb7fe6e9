/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From pairs to groups: average link, best pair first. */
#ifndef REFNET_ANALYSIS_RECORDS_CLUSTERS_H
#define REFNET_ANALYSIS_RECORDS_CLUSTERS_H

#include "analysis/records/evidence.h"

G_BEGIN_DECLS

/* Two rows that may be one organization. */
typedef struct {
  guint32 a, b; /* a < b */
  double score;
  RefnetComparisonOutcome outcome;
  gboolean decided; /* by a person */
} RefnetPair;

/* Groups of rows as rings, each named by its smallest member. */
typedef struct {
  guint32 *group, *next, *size; /* by row; size by group */
  guint8 *decided;              /* by group: a person put rows into it */
} RefnetClusters;

/* What a person decided to be different, both ways round, in order. */
typedef struct {
  const guint32 (*pairs)[2];
  gsize length;
} RefnetForbidden;

/* Every row by itself. FALSE with REFNET_ERROR_INTERNAL. */
gboolean refnet_clusters_init(RefnetClusters *clusters, guint32 rows, GError **error);
gboolean refnet_clusters_copy(const RefnetClusters *from, guint32 rows, RefnetClusters *to,
                              GError **error);
void refnet_clusters_clear(RefnetClusters *clusters);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetClusters, refnet_clusters_clear)

/* Joins the ends of pairs of at least `outcome`, in their order, where the two groups agree with
 * `least` bits on average and no pair between them opposes or is forbidden; decided ones always. An
 * average says nothing about a group that a person put together: there, the pair suffices. */
void refnet_clusters_join(RefnetClusters *clusters, const RefnetRecords *records,
                          const RefnetPair *pairs, gsize length, RefnetComparisonOutcome outcome,
                          double least, const RefnetForbidden *forbidden);

G_END_DECLS

#endif
