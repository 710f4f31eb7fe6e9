/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — analysis room: which organizations of one list are in another, under what id. */
#ifndef REFNET_ANALYSIS_RECORD_LINKS_H
#define REFNET_ANALYSIS_RECORD_LINKS_H

#include <refnet/analysis/duplicates.h>

G_BEGIN_DECLS

/* A row of ours and a row of theirs that are probably one organization. */
typedef struct {
  guint32 organization; /* of the network's dataset */
  guint32 other;        /* of the other dataset */
  guint32 taken;        /* of ours: surely is that `other`, where this link is only to be reviewed;
                           REFNET_NONE: none is */
  double score;         /* W, bits */
  double probability;   /* 1/(1+2^−W) */
  RefnetDecision decision;
  const RefnetEvidence *evidence;
  guint32 evidence_count;
  RefnetObstacle obstacle;
} RefnetRecordLink;

typedef struct {
  const RefnetNetwork *network;
  const RefnetDataset *other;
  RefnetRecordLink *links; /* decisions to merge first, then by score, then ids */
  gsize link_count;
  guint32 found, possible; /* organizations of ours with a sure link; with none but to review */
  guint32 *unmatched;      /* organizations of ours without any link, rising */
  guint32 *namesakes;      /* of each: rows of the other list that have its name all the same */
  guint32 unmatched_count;
} RefnetRecordLinks;

/* Compares each organization of the view with each of `other`, which must outlive the result. Of
 * one that surely is in the other list, merely possible links are left out; it may be there twice,
 * as two of ours may be one there. `options` NULL: REFNET_MATCH_OPTIONS_INIT; decisions are not
 * looked at, for they are about one list. Near-linear in the rows of both. REFNET_ERROR_INTERNAL:
 * no memory. */
RefnetRecordLinks *refnet_record_links_new(const RefnetNetwork *network, const RefnetDataset *other,
                                           const RefnetMatchOptions *options, GError **error);
void refnet_record_links_free(RefnetRecordLinks *links);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRecordLinks, refnet_record_links_free)

G_END_DECLS

#endif
