/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — analysis room: who can introduce one organization to another. */
#ifndef REFNET_ANALYSIS_PATHS_H
#define REFNET_ANALYSIS_PATHS_H

#include <refnet/base.h>
#include <refnet/model.h>

G_BEGIN_DECLS

/* One step of an introduction: to `vertex`, from the one before (the first step is the asker). */
typedef struct {
  guint32 vertex;
  guint32 contact; /* whom to ask there; REFNET_NONE: none listed */
  double strength; /* w of the tie from the step before; NaN for the first */
  RefnetDate last; /* latest referral on that tie */
  guint64 count;   /* referrals of both arcs */
} RefnetStep;

typedef struct {
  RefnetStep *steps;
  guint32 length;  /* steps; ties are one fewer */
  double strength; /* Π w */
  guint32 weakest; /* the step whose tie from the one before is weakest */
} RefnetPath;

typedef struct {
  const RefnetNetwork *network;
  guint32 from, to;
  guint32 max_ties;  /* as asked for */
  RefnetPath *paths; /* strongest first; the second through other organizations where one can */
  guint32 path_count;
  guint32 widest; /* the path whose weakest tie is strongest, last where it is not among the
                     strongest; REFNET_NONE: it is not in the list, or there is none */
} RefnetPaths;

/* The best introductions from one vertex to another over at most `max_ties` ties (1 … 3), `top` of
 * them at most, and the widest. A path is as strong as the product of its ties, each (1 −
 * e^{−count/5}) · 2^{−age_days/365}. REFNET_ERROR_USAGE: no such vertex, one and the same, or other
 * `max_ties`; REFNET_ERROR_INTERNAL: no memory. O(vertices + ties of `to` + Σ degrees of the
 * neighbors of one end). */
RefnetPaths *refnet_paths_new(const RefnetNetwork *network, guint32 from, guint32 to,
                              guint32 max_ties, guint32 top, RefnetDate as_of, GError **error);
void refnet_paths_free(RefnetPaths *paths);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetPaths, refnet_paths_free)

G_END_DECLS

#endif
