/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the search for ties to make works on, shared by the kinds of such ties. */
#ifndef REFNET_ANALYSIS_COALITION_TIES_SEARCH_H
#define REFNET_ANALYSIS_COALITION_TIES_SEARCH_H

#include <refnet/analysis.h>

#include "analysis/coalition/members.h"
#include "base/pool.h"

G_BEGIN_DECLS

/* The result and what owns its lists. */
typedef struct {
  RefnetTiesToMake ties; /* first: what the caller holds */
  RefnetPool *pool;
} RefnetTiesResult;

typedef struct {
  const RefnetNetwork *network;
  const RefnetWhoElseOptions *options;
  RefnetCoalition coalition;
  guint32 *member; /* vertices */
  guint32 *place;  /* by vertex: in `member`, or REFNET_NONE */
  guint32 members;
  guint8 *chosen;   /* by vertex: what is suggested is about one such at least */
  guint8 *excluded; /* by vertex: nothing suggested is about it */
  guint32 *same;    /* by vertex: rows of one organization; NULL: no two are */
  double *fit;      /* members × members: how much x's score of y is; NaN: no candidate */
  GArray *ties, *one_way;
  RefnetTiesResult *result;
} RefnetTieSearch;

/* One of the two at least is chosen, and neither is excluded. */
gboolean refnet_tie_is_about_chosen(const RefnetTieSearch *search, guint32 a, guint32 b);
/* Two rows of one organization, or a part of one and the whole: they need no suggestion. */
gboolean refnet_ties_are_one(const RefnetTieSearch *search, guint32 a, guint32 b);
/* How well two members, by place, fit, whichever asks; NaN: tied already, or one. */
double refnet_tie_fit(const RefnetTieSearch *search, guint32 a, guint32 b);

/* Adds a tie for each part with members that is not joined to those before it. FALSE with
 * REFNET_ERROR_INTERNAL. O(members² + ties). */
gboolean refnet_ties_add_joins(RefnetTieSearch *search, GError **error);

G_END_DECLS

#endif
