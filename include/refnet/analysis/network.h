/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — analysis room: the network in figures: measures of each organization and of the whole.
 */
#ifndef REFNET_ANALYSIS_NETWORK_H
#define REFNET_ANALYSIS_NETWORK_H

#include <refnet/base.h>
#include <refnet/model.h>

G_BEGIN_DECLS

typedef enum {
  REFNET_ROLE_NONE,
  REFNET_ROLE_ISOLATE,
  REFNET_ROLE_HUB,
  REFNET_ROLE_BROKER,
  REFNET_ROLE_FEEDER,
  REFNET_ROLE_RECEIVER,
  REFNET_ROLE_PERIPHERAL
} RefnetRole;

/* The measures of one organization. n: organizations, d: its degree, t: ties among its partners. */
typedef struct {
  guint32 in_degree, out_degree;     /* arcs (Freeman 1978) */
  guint32 degree;                    /* ties; what Kumu calls size */
  guint64 in_strength, out_strength; /* referrals */
  /* Shortest paths through it, ends left out, over arcs and ordered pairs (Freeman 1977; Brandes
   * 2001); normalized: divided by (n − 1)(n − 2), undefined below three. */
  double betweenness, betweenness_normalized;
  double betweenness_error;  /* standard error where sources were sampled, else NaN */
  double harmonic_closeness; /* Σ 1/distance on ties / (n − 1) (Marchiori & Latora 2000; Rochat
                                2009) */
  double closeness_error;    /* as betweenness_error */
  double pagerank;           /* on arcs by referrals, damping .85, sums to 1 (Brin & Page 1998) */
  guint32 coreness;          /* the largest k of whose k-core of ties it is a part (Seidman 1983) */
  double clustering;         /* t / (d(d − 1)/2) (Watts & Strogatz 1998); undefined for d < 2 */
  double constraint;         /* on ties (Burt 1992); undefined for isolates */
  double effective_size;     /* d − 2t/d (Burt 1992; Borgatti 1997); undefined for isolates */
  double reach;              /* share of the others within two ties (Kumu); undefined for n < 2 */
  double reach_efficiency;   /* reach / degree (Kumu); undefined for isolates */
  guint32 community; /* Leiden (Traag, Waltman & van Eck 2019), from 1: by size, then smallest id */
  gboolean articulation; /* without it its component would fall apart (Hopcroft & Tarjan 1973) */
  RefnetRole role;
} RefnetVertexMeasures;

/* What makes a relationship near or strong. With COUNT betweenness and closeness take a link to be
 * as long as 1/referrals (Newman 2001; Opsahl, Agneessens & Skvoretz 2010), constraint to be as
 * strong as its referrals; with NONE all links are alike. PageRank goes by referrals either way. */
typedef enum { REFNET_WEIGHTS_NONE, REFNET_WEIGHTS_COUNT } RefnetWeights;

enum {
  REFNET_EXACT_VERTICES = 20000, /* organizations up to which every one is a source unless asked */
  REFNET_SAMPLED_SOURCES = 500   /* sources of betweenness and closeness above that */
};

typedef struct {
  guint64 seed; /* of communities and of the sample */
  RefnetWeights weights;
  guint32 sources; /* 0: as above; as many as there are organizations, or more: all */
} RefnetMeasureOptions;

typedef struct {
  guint32 low, high; /* from 1, the highest figure; equal figures share a rank */
} RefnetRankInterval;

/* How far the ranks by one measure can be trusted when some relationships went unrecorded. */
typedef struct {
  const char *measure; /* its key */
  double missing;      /* share of relationships lost */
  guint32 draws;
  guint32 sources; /* of betweenness and closeness in each draw; count: exact */
  guint32 count;
  RefnetRankInterval *vertices;
} RefnetRankIntervals;

typedef struct {
  const RefnetNetwork *network;
  RefnetVertexMeasures *vertices;       /* network->vertices of them */
  const RefnetRankIntervals *intervals; /* borrowed; NULL: not asked for. new() leaves it NULL */
  guint32 communities;
  double modularity;
  RefnetWeights weights;
  guint32 sources; /* of betweenness and closeness; network->vertices: exact */
  guint64 seed;
  /* 90th percentiles used for roles, isolates among the values, interpolated linearly between the
   * two nearest (type 7 of Hyndman & Fan 1996); NaN without a vertex. */
  double degree_hub_threshold, betweenness_broker_threshold;
} RefnetMeasures;

/* What is measured of each vertex, and the communities. In an undirected network in_degree and
 * out_degree are the degree, in_strength and out_strength the referrals of both directions,
 * betweenness is of unordered pairs, normalized by (n − 1)(n − 2)/2. O(sources · arcs), which is
 * betweenness; with weights O(n · arcs · log n), never sampled.
 */
RefnetMeasures *refnet_measures_measure(const RefnetNetwork *network,
                                        const RefnetMeasureOptions *options, GError **error);
/* The same with `seed` and nothing else chosen. */
RefnetMeasures *refnet_measures_new(const RefnetNetwork *network, guint64 seed, GError **error);
void refnet_measures_free(RefnetMeasures *measures);

enum { REFNET_RANK_DRAWS = 200 };

/* Leaves out each relationship with probability `missing`, `draws` times over with the seed of the
 * measures, and ranks anew (the bootstrap of Borgatti, Carley & Krackhardt 2006): the middle 95 %
 * of an organization's ranks, its rank with all relationships always among them. `measure` is one
 * of degree, in_degree, out_degree, in_strength, out_strength, betweenness, betweenness_normalized,
 * harmonic_closeness, pagerank, coreness; else REFNET_ERROR_USAGE. In large networks
 * betweenness and closeness are estimated in each draw from sources that are chosen anew, which the
 * interval then covers, too: from as many as take 10^7 steps along arcs, and 500 at least. `draws`
 * × the time of the measure. */
RefnetRankIntervals *refnet_rank_intervals_new(const RefnetMeasures *measures, const char *measure,
                                               double missing, guint32 draws, GError **error);
void refnet_rank_intervals_free(RefnetRankIntervals *intervals);

typedef struct {
  guint32 sector; /* in dataset->sectors, or REFNET_NONE: blank */
  guint32 organizations;
} RefnetSectorCount;

/* Organizations whose coreness is `core`, and those in the core: of coreness `core` or more. */
typedef struct {
  guint32 core, organizations, within;
} RefnetCoreSize;

typedef struct {
  guint32 organizations; /* in a component */
  guint32 components;    /* of that size */
} RefnetComponentSize;

/* From one sector to another, or the same; in an undirected network first and second have no order
 * and first ≤ second. */
typedef struct {
  guint32 from, to; /* in dataset->sectors, or REFNET_NONE: blank */
  guint64 arcs;     /* ties in an undirected network */
  guint64 referrals;
} RefnetSectorMixing;

/* The network as a whole: n organizations, m ties. A denominator of 0 gives NaN. */
typedef struct {
  const RefnetNetwork *network;
  guint32 organizations;
  guint64 arcs, ties;
  guint32 isolates, components, largest_component;
  double density;               /* arcs / n(n − 1) */
  double tie_density;           /* ties / (n(n − 1)/2) */
  double reciprocity;           /* share of arcs whose reverse exists */
  double dyad_reciprocity;      /* share of ties with arcs both ways (Wasserman & Faust 1994) */
  double transitivity;          /* closed share of paths of two ties (Luce & Perry 1949) */
  double average_clustering;    /* mean clustering of those with two ties or more (Watts & Strogatz
                                   1998) */
  double degree_centralization; /* Σ(max d − d) / ((n − 1)(n − 2)), on ties (Freeman 1978) */
  /* Σ(max b − b)/(n − 1), b normalized betweenness, on arcs; in an undirected network on ties
   * (Freeman 1978); NaN above REFNET_EXACT_VERTICES organizations: not measured */
  double betweenness_centralization;
  double degree_assortativity;   /* correlation of degrees at both ends of a tie (Newman 2002) */
  double average_distance;       /* NaN without a tie, and with 0 sources */
  double average_distance_error; /* standard error where sources were sampled, else NaN */
  guint32 distance_sources;      /* of the average: all up to REFNET_EXACT_VERTICES, else
                                    REFNET_SAMPLED_SOURCES; 0: distances are not measured, as there are
                                    more than 20,000,000 ties */
  double diameter;               /* exact; NaN as the average, and where it would take too long */
  guint32 diameter_at_least;     /* the longest distance found; 0: none */
  guint32 communities;
  guint32 community_runs; /* of Leiden, of which the best is taken; 0: communities are not looked
                             for */
  double modularity;      /* Newman & Girvan 2004, of the communities found by Leiden */
  double ei_index; /* (E − I)/(E + I), ties between and within sectors (Krackhardt & Stern 1988) */
  double ei_expected; /* 1 − 2Σn_s(n_s − 1)/(n(n − 1)): were ties blind to sectors */
  guint32 sector_count;
  RefnetSectorCount *sectors; /* most organizations first, then by name; blank last */
  guint32 core_count;
  RefnetCoreSize *cores; /* innermost first, empty ones left out */
  guint32 component_size_count;
  RefnetComponentSize *component_sizes; /* largest first */
  gsize mixing_count;
  RefnetSectorMixing *mixing; /* pairs with an arc, by from, then to; blank last */
} RefnetSummary;

/* Distances take O(n · ties) at worst, communities some runs of Leiden, the rest is near-linear.
 * `seed` as for measures: the same gives the same communities. */
RefnetSummary *refnet_summary_new(const RefnetNetwork *network, guint64 seed, GError **error);
void refnet_summary_free(RefnetSummary *summary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetMeasures, refnet_measures_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRankIntervals, refnet_rank_intervals_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetSummary, refnet_summary_free)

G_END_DECLS

#endif
