/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom one organization should meet first, where all are asked for. */
#ifndef REFNET_ANALYSIS_EVERYONE_RANKING_H
#define REFNET_ANALYSIS_EVERYONE_RANKING_H

#include "analysis/everyone/ground.h"

G_BEGIN_DECLS

/* A place that may be among the first. */
typedef struct {
  guint32 place;
  double bound; /* at least its b */
  double suits; /* what its attributes add */
} RefnetPromising;

/* The first so many for one asker after the other. */
typedef struct {
  const RefnetGround *ground;
  RefnetNearness nearness;
  RefnetSuitability suitability;
  RefnetRanked *best; /* best first */
  guint32 length, wanted, room;

  /* private */
  double *floor; /* the highest `floors` scores that somebody has for sure, highest first */
  guint32 floors;
  guint32 *listed; /* the few places that are looked at closer */
  guint32 listed_count;
  RefnetPromising *promising;
  guint32 promises;
  double least;      /* with less, a score is not among the first */
  double of_largest; /* 1 / the largest b; 0: there is none */
} RefnetRanking;

/* Room for `most`. FALSE with REFNET_ERROR_INTERNAL without memory. */
gboolean refnet_ranking_init(RefnetRanking *ranking, const RefnetGround *ground, guint32 most,
                             GError **error);
void refnet_ranking_clear(RefnetRanking *ranking);
/* Fills `best` with the first `wanted` for x; scores are those of refnet_who_else_new. Afterwards
 * suitability.scores are those of x. */
void refnet_ranking_find(RefnetRanking *ranking, guint32 x, guint32 wanted);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetRanking, refnet_ranking_clear)

G_END_DECLS

#endif
