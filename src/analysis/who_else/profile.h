/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an organization does, where and for whom, and how well two of them would fit. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_PROFILE_H
#define REFNET_ANALYSIS_WHO_ELSE_PROFILE_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

/* The attribute terms of a candidate, 0 … 1 each; NaN: not known. */
typedef enum {
  REFNET_TERM_AREA,       /* exp(−km/25) where both have coordinates, else Jaccard of areas */
  REFNET_TERM_POPULATION, /* Jaccard */
  REFNET_TERM_SERVICE,    /* |services_y \ services_x| / |union|, 0 where populations are known and
                             disjoint; with REFNET_PREFER_SIMILAR Jaccard */
  REFNET_TERM_RESOURCE,   /* half for each way in which one offers what the other seeks */
  REFNET_TERMS
} RefnetTerm;

typedef struct {
  double term[REFNET_TERMS];
} RefnetFit;

/* Rising indices, each once. */
typedef struct {
  RefnetIndexList services, areas, populations;
  guint32 *own[3]; /* memory of lists that had to be put together */
} RefnetProfile;

/* What an organization says that one term goes by: areas; populations; services and populations;
 * offers and seeks. */
typedef struct {
  RefnetIndexList first, second;
} RefnetSaid;

/* What its offers add up to; the lists of organizations.csv where it has none, or where they say it
 * all. O(1), or O(length of lists · log) when they have to be put together. */
void refnet_profile_init(RefnetProfile *profile, const RefnetDataset *dataset,
                         guint32 organization);
void refnet_profile_clear(RefnetProfile *profile);

/* O(1); x_organization may be REFNET_NONE, for one that is not in the dataset. */
RefnetSaid refnet_profile_said(const RefnetProfile *profile, const RefnetDataset *dataset,
                               guint32 organization, RefnetTerm term);
/* The term of candidate y for x by what both say, coordinates aside; NaN: not known. O(length of
 * the lists). */
double refnet_said_fit(RefnetTerm term, const RefnetSaid *x, const RefnetSaid *y,
                       RefnetPreference prefer);

/* How well candidate y fits x; x_organization may be REFNET_NONE, not in the dataset. O(length of
 * the lists). */
RefnetFit refnet_profile_fit(const RefnetDataset *dataset, guint32 x_organization,
                             const RefnetProfile *x, guint32 y_organization, const RefnetProfile *y,
                             RefnetPreference prefer);

/* No candidate with at most so many services has more of the services' term with x. */
double refnet_profile_most_services(const RefnetProfile *x, guint32 most_services,
                                    RefnetPreference prefer);

/* Items of `a` that are in `b` (or are not, when `in` is FALSE), into `items`, which has room for
 * all of a. Returns how many. O(lengths). */
guint32 refnet_list_select(RefnetIndexList a, RefnetIndexList b, gboolean in, guint32 *items);

/* km between the two; NaN where either has no coordinates or is REFNET_NONE. */
double refnet_organizations_km(const RefnetDataset *dataset, guint32 a, guint32 b);

/* exp(−km/25), the area term of two that have coordinates. */
double refnet_profile_nearness(const RefnetDataset *dataset, guint32 a, guint32 b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetProfile, refnet_profile_clear)

G_END_DECLS

#endif
