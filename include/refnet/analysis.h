/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — analysis room: figures and findings about a network.
 *
 * Every analysis takes a network (and through it the dataset) and returns a plain struct of vertex
 * numbers and figures. Nothing here prints or opens anything. "Vertex" is always a vertex of that
 * network. An undefined real is NaN. Results must not outlive the network.
 */
#ifndef REFNET_ANALYSIS_H
#define REFNET_ANALYSIS_H

#include <refnet/base.h>
#include <refnet/model.h>

G_BEGIN_DECLS

/* ---- summary, measures -------------------------------------------------------------------------------- */

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
  double betweenness_error; /* standard error where sources were sampled, else NaN */
  double harmonic_closeness; /* Σ 1/distance on ties / (n − 1) (Marchiori & Latora 2000; Rochat 2009) */
  double closeness_error;    /* as betweenness_error */
  double pagerank;   /* on arcs by referrals, damping .85, sums to 1 (Brin & Page 1998) */
  guint32 coreness;  /* the largest k of whose k-core of ties it is a part (Seidman 1983) */
  double clustering; /* t / (d(d − 1)/2) (Watts & Strogatz 1998); undefined for d < 2 */
  double constraint; /* on ties (Burt 1992); undefined for isolates */
  double effective_size;          /* d − 2t/d (Burt 1992; Borgatti 1997); undefined for isolates */
  double reach;                   /* share of the others within two ties (Kumu); undefined for n < 2 */
  double reach_efficiency;        /* reach / degree (Kumu); undefined for isolates */
  guint32 community; /* Leiden (Traag, Waltman & van Eck 2019), from 1: by size, then smallest id */
  gboolean articulation; /* without it its component would fall apart (Hopcroft & Tarjan 1973) */
  RefnetRole role;
} RefnetVertexMeasures;

/* What makes a relationship near or strong. With COUNT betweenness and closeness take a link to be as
 * long as 1/referrals (Newman 2001; Opsahl, Agneessens & Skvoretz 2010), constraint to be as strong as
 * its referrals; with NONE all links are alike. PageRank goes by referrals either way. */
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
  guint32 count;
  RefnetRankInterval *vertices;
} RefnetRankIntervals;

typedef struct {
  const RefnetNetwork *network;
  RefnetVertexMeasures *vertices; /* network->vertices of them */
  const RefnetRankIntervals *intervals; /* borrowed; NULL: not asked for. new() leaves it NULL */
  guint32 communities;
  double modularity;
  RefnetWeights weights;
  guint32 sources; /* of betweenness and closeness; network->vertices: exact */
  guint64 seed;
  /* 90th percentiles used for roles, isolates among the values, interpolated linearly between the two
   * nearest (type 7 of Hyndman & Fan 1996); NaN without a vertex. */
  double degree_hub_threshold, betweenness_broker_threshold;
} RefnetMeasures;

/* In an undirected network in_degree and out_degree are the degree, in_strength and out_strength the
 * referrals of both directions, betweenness is of unordered pairs, normalized by (n − 1)(n − 2)/2.
 * O(sources · arcs), which is betweenness; with weights O(n · arcs · log n), never sampled. */
RefnetMeasures *refnet_measures_measure(const RefnetNetwork *network,
                                        const RefnetMeasureOptions *options, GError **error);
/* The same with `seed` and nothing else chosen. */
RefnetMeasures *refnet_measures_new(const RefnetNetwork *network, guint64 seed, GError **error);
void refnet_measures_free(RefnetMeasures *measures);

enum { REFNET_RANK_DRAWS = 200 };

/* Leaves out each relationship with probability `missing`, `draws` times over with the seed of the
 * measures, and ranks anew (the bootstrap of Borgatti, Carley & Krackhardt 2006): the middle 95 % of an
 * organization's ranks, its rank with all relationships always among them. `measure` is one of degree,
 * in_degree, out_degree, in_strength, out_strength, betweenness, betweenness_normalized,
 * harmonic_closeness, pagerank, coreness; else REFNET_ERROR_USAGE. Above 500 organizations each
 * draw samples 500 sources, which the interval then covers, too. `draws` × the time of the measure. */
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

/* From one sector to another, or the same; in an undirected network first and second have no order and
 * first ≤ second. */
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
  double density;          /* arcs / n(n − 1) */
  double tie_density;      /* ties / (n(n − 1)/2) */
  double reciprocity;      /* share of arcs whose reverse exists */
  double dyad_reciprocity; /* share of ties with arcs both ways (Wasserman & Faust 1994) */
  double transitivity;     /* closed share of paths of two ties (Luce & Perry 1949) */
  double average_clustering; /* mean clustering of those with two ties or more (Watts & Strogatz 1998) */
  double degree_centralization; /* Σ(max d − d) / ((n − 1)(n − 2)), on ties (Freeman 1978) */
  /* Σ(max b − b)/(n − 1), b normalized betweenness, on arcs; in an undirected network on ties (Freeman
   * 1978); NaN above REFNET_EXACT_VERTICES organizations: not measured */
  double betweenness_centralization;
  double degree_assortativity; /* correlation of the degrees at the two ends of a tie (Newman 2002) */
  double average_distance; /* NaN without a tie, and above 100,000 organizations: not measured */
  double diameter;         /* likewise */
  guint32 communities;
  double modularity; /* Newman & Girvan 2004, of the communities found by Leiden */
  double ei_index;   /* (E − I)/(E + I), ties between and within sectors (Krackhardt & Stern 1988) */
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

/* Distances take O(n · ties) at worst, communities 20 runs of Leiden, the rest is near-linear. `seed` as
 * for measures: the same gives the same communities. */
RefnetSummary *refnet_summary_new(const RefnetNetwork *network, guint64 seed, GError **error);
void refnet_summary_free(RefnetSummary *summary);

/* ---- gaps ------------------------------------------------------------------------------------------------ */

typedef enum {
  REFNET_GAP_ABSENT,
  REFNET_GAP_FRAGILE,
  REFNET_GAP_POPULATION,
  REFNET_GAP_STRAINED,
  REFNET_GAP_UNREACHABLE,
  REFNET_GAP_FAILING
} RefnetGapStatus;
#define REFNET_GAP_STATUSES 6

typedef struct {
  guint32 organization;
  double km; /* from the area's point; NaN: no coordinates on one side */
} RefnetNearest;

/* An organization in the area that offers a service related to the one in question. */
typedef struct {
  guint32 organization, service;
} RefnetRelatedOffer;

/* One finding about a service in an area. Lists are owned by the result. */
typedef struct {
  guint32 area, service;
  guint32 population; /* in populations, or REFNET_NONE */
  guint32 language;   /* in languages: nobody there speaks it; else REFNET_NONE */
  RefnetGapStatus status;
  RefnetIndexList providers; /* distinct organizations (not vertices) */
  double demand;   /* people a year, of the cell; NaN: unknown */
  double capacity; /* of the supply points that reach the area, 0 without one; NaN: unknown */
  double access;   /* A: capacity for each person in need, from the catchment; NaN: unknown */
  double unmet;    /* people a year; NaN: unknown */
  const RefnetNearest *nearest; /* nearest providers outside the area, nearest first, at most 3; for fragile: other;
                                   for population: who serve that group */
  guint32 nearest_count;
  const RefnetRelatedOffer *related; /* absent, fragile: closest service first, at most 3 */
  guint32 related_count;
  guint32 organizations_in_area;        /* serving the area, closed ones left out */
  guint32 organizations_without_services; /* of those, services unknown */
  /* fragile: what makes it worse, and who could be the second */
  guint32 provider_contacts; /* contacts of the one provider who have not left */
  RefnetDate provider_funding_end;
  guint32 second;     /* organization, or REFNET_NONE */
  gboolean second_is_there; /* it serves the area already */
  /* unreachable: the referral link that would make a route; organizations, or REFNET_NONE */
  guint32 link_from, link_to;
  gboolean link_is_known; /* link_to refers to link_from already */
  /* failing */
  guint64 outcomes_known, outcomes_unfilled; /* referrals */
  double unfilled_lower; /* lower end of the 95 % interval of the unfilled share; NaN: not failing */
} RefnetGap;

/* Findings of one area, or about one service, added up. */
typedef struct {
  guint32 index; /* of the area or service */
  guint32 cells; /* with a finding */
  guint32 counts[REFNET_GAP_STATUSES];
  double demand; /* people a year in these cells, as far as known; NaN: in none */
  double unmet;  /* likewise; a cell counts once */
} RefnetGapTotal;

/* Capacity that no recorded demand can use. */
typedef struct {
  guint32 organization, service;
  double capacity; /* people a year */
} RefnetUnusedSupply;

/* A sector that a coalition should have, and the words that a dataset may use for it. */
typedef struct {
  const char *name;
  const char *const *words; /* NULL-terminated; compared folded, like the name */
} RefnetSectorDefinition;

typedef struct {
  const char *name;
  const RefnetSectorDefinition *sectors;
  guint32 length;
} RefnetSectorProfile;

/* "dfc": the twelve sectors of the Drug-Free Communities program; "general": eight. NULL: neither. */
const RefnetSectorProfile *refnet_sector_profile(const char *name);

typedef struct {
  guint32 area;
  RefnetIndexList missing; /* sectors of the profile without an organization there */
} RefnetSectorCoverage;

/* One sector of the profile over all areas. */
typedef struct {
  guint32 organizations;  /* in the view, closed ones left out */
  guint32 areas_without;  /* of those in the list of areas */
} RefnetSectorPresence;

/* People for each listed provider, beside a threshold. */
typedef struct {
  guint32 area, service;
  double population; /* people who live there; NaN: unknown */
  guint32 providers;
  double ratio; /* population / providers; NaN: no provider, or population unknown */
  double threshold;
  gboolean above; /* population > threshold · providers */
} RefnetProviderRatio;

typedef struct {
  const char *service;
  double threshold;  /* people for each provider */
  gboolean if_known; /* passed over where the dataset has no such service; else that is an error */
} RefnetRatioThreshold;

/* "hrsa": the population-to-provider ratios of the United States' Health Resources and Services
 * Administration for shortage areas (42 CFR 5, appendices A to C): primary care 3,500, dental care
 * 5,000, mental health 30,000. There they are of practitioners and one criterion of several; here
 * they are thresholds and nothing more. NULL, *length = 0: no such profile. */
const RefnetRatioThreshold *refnet_ratio_profile(const char *name, guint32 *length);

/* A finding that is there only with or only without the doubtful records. */
typedef struct {
  RefnetGap gap; /* of the run in which it is found */
  gboolean opened; /* else closed */
} RefnetGapChange;

/* How the weight of an area that the radius adds falls with distance d (r: the radius). */
typedef enum {
  REFNET_DECAY_NONE,    /* 1 */
  REFNET_DECAY_ZONES,   /* 1, .68, .22 for the thirds of r (Luo & Qi 2009) */
  REFNET_DECAY_GAUSSIAN /* (e^(−d²/2r²) − e^(−1/2)) / (1 − e^(−1/2)) (Dai 2010) */
} RefnetDecay;

typedef struct {
  const RefnetNetwork *network;
  RefnetGap *cells; /* by unmet demand, demand, people in the area, status, area, service, group */
  gsize cell_count;
  guint32 organizations_without_services; /* in the whole view, closed ones left out */
  guint32 organizations_without_areas;
  gboolean has_needs;
  gboolean has_routes; /* some referral is recorded: without one nothing is called unreachable */
  guint32 steps;       /* longest referral route looked for */
  double radius;       /* km added around supply points; 0: listed areas only */
  RefnetDecay decay;
  guint32 rows_taken_together; /* rows that surely are one organization with another row */

  RefnetGapTotal *areas, *services; /* most unmet first */
  gsize area_total_count, service_total_count;
  RefnetUnusedSupply *unused; /* largest first */
  gsize unused_count;

  const RefnetSectorProfile *profile; /* NULL: not asked for */
  RefnetSectorCoverage *coverage;     /* every area without parts, by area */
  gsize coverage_count;
  RefnetSectorPresence *presence; /* one a sector of the profile */
  RefnetIndexList foreign_sectors; /* words of the dataset that the profile doesn't know */
  guint32 organizations_without_sector;

  RefnetProviderRatio *ratios; /* above the threshold first, by people for a provider */
  gsize ratio_count;

  gboolean has_changes; /* asked for */
  RefnetGapChange *changes;
  gsize change_count;
  guint32 records_merged, records_dropped, records_undated; /* what the other run did */
} RefnetGaps;

/* `areas`, `services` choose cells (NULL: all); they do not filter organizations. Zero is the default
 * of every field but as_of. */
typedef struct {
  char **areas, **services, **populations;
  RefnetDate as_of;
  guint statuses; /* bit s: status s is reported; 0: all */
  guint32 steps;  /* longest referral route; 0: 2 */
  double radius;  /* km; 0: none */
  RefnetDecay decay;
  gboolean by_language; /* also services that nobody offers in a language spoken elsewhere */
  const RefnetSectorProfile *sectors; /* NULL: no sector coverage */
  const RefnetRatioThreshold *ratios;
  guint32 ratio_count;
  const char *const *related; /* pairs of service names, NULL-terminated; NULL: from co-offering */
  /* Compare with a run in which possible duplicates are merged, or records verified before a date
   * (not those without one) are left out. */
  gboolean if_merged, if_verified;
  RefnetDate verified_since;
} RefnetGapOptions;

/* METHODS' definitions: services that nobody (absent) or one provider (fragile) offers in an area, that
 * nobody offers to a group (population), whose capacity is below demand (strained: two-step floating
 * catchment, Luo & Wang 2003), that no referral route leads to (unreachable), whose referrals are
 * often unfilled (failing: Wilson 1927). Records that surely are one organization count once.
 * REFNET_ERROR_USAGE: a chosen name is unknown. O(services · areas + offers · their areas), and for
 * unreachable the arcs within `steps` of a cell's providers. */
RefnetGaps *refnet_gaps_new(const RefnetNetwork *network, const RefnetGapOptions *options,
                            GError **error);
void refnet_gaps_free(RefnetGaps *gaps);

/* ---- find ------------------------------------------------------------------------------------------------ */

/* A provider to call. */
typedef struct {
  guint32 organization;
  guint32 area;        /* where it offers the service: the one asked for, else the nearest; REFNET_NONE: not known */
  gboolean serves_area; /* the one asked for */
  double km;           /* from the point of the area asked for; NaN: not known */
  RefnetTri serves_population, speaks_language; /* YES, or UNKNOWN: blank */
  double capacity; /* people a year; NaN: unknown */
  guint64 outcomes_known, outcomes_unfilled; /* referrals to it for the service */
  gboolean often_unfilled;
  RefnetIndexList path; /* organizations, from the one asking to this; empty: no route recorded */
} RefnetFoundProvider;

typedef struct {
  const RefnetNetwork *network;
  guint32 service, area, population, language; /* REFNET_NONE: not asked for */
  guint32 from; /* organization, or REFNET_NONE */
  RefnetFoundProvider *providers; /* serving the area first, then nearest first, then by id */
  guint32 count;
  guint32 excluded; /* providers that serve other groups, or speak other languages */
  guint32 organizations_in_area, organizations_without_services; /* of the area asked for */
} RefnetFind;

/* NULL or a name each; `service` is required, `from` a vertex or REFNET_NONE. */
typedef struct {
  const char *service, *area, *population, *language;
  guint32 from;
} RefnetFindOptions;

/* Who offers a service for an area, and the shortest referral route to each. REFNET_ERROR_USAGE: a
 * name is unknown. O(arcs + providers²). */
RefnetFind *refnet_find_new(const RefnetNetwork *network, const RefnetFindOptions *options,
                            GError **error);
void refnet_find_free(RefnetFind *find);

/* ---- duplicates -------------------------------------------------------------------------------------------- */

typedef enum {
  REFNET_EVIDENCE_NAME, /* equal folded name */
  REFNET_EVIDENCE_ALTERNATE_NAME,
  REFNET_EVIDENCE_PHONE,
  REFNET_EVIDENCE_EMAIL,
  REFNET_EVIDENCE_WEBSITE,
  REFNET_EVIDENCE_TAX_ID,
  REFNET_EVIDENCE_ADDRESS
} RefnetEvidenceField;

typedef struct {
  RefnetEvidenceField field;
  gboolean agrees;
  double bits; /* log2 m/u when it agrees, log2 (1−m)/(1−u) when not */
} RefnetEvidence;

typedef enum { REFNET_DECISION_REVIEW, REFNET_DECISION_MERGE } RefnetDecision;

/* Two or more rows that are probably one organization. */
typedef struct {
  RefnetIndexList organizations;
  double score;       /* W, bits */
  double probability; /* 1/(1+2^−W) */
  RefnetDecision decision;
  const RefnetEvidence *evidence; /* of its strongest pair */
  guint32 evidence_count;
} RefnetRecordGroup;

typedef struct {
  guint32 area, service; /* area REFNET_NONE: not known where */
} RefnetCell;

typedef enum {
  REFNET_OVERLAP_POSSIBLE,
  REFNET_OVERLAP_DUPLICATION,
  REFNET_OVERLAP_REDUNDANCY
} RefnetOverlapVerdict;

/* Two organizations that list the same services in the same areas for the same people. */
typedef struct {
  guint32 organizations[2];
  const RefnetCell *shared; /* by service, then area */
  guint32 shared_count;
  RefnetIndexList populations; /* named by both; empty: blank on a side */
  double overlap;   /* |C_i ∩ C_j| / min(|C_i|, |C_j|) */
  gboolean connected;
  RefnetOverlapVerdict verdict;
  double supply, demand; /* over the shared cells, people a year; NaN: unknown */
} RefnetServiceOverlap;

typedef struct {
  const RefnetNetwork *network;
  RefnetRecordGroup *records;
  gsize record_count;
  RefnetServiceOverlap *services;
  gsize service_count;
} RefnetDuplicates;

RefnetDuplicates *refnet_duplicates_new(const RefnetNetwork *network, GError **error);
void refnet_duplicates_free(RefnetDuplicates *duplicates);

/* ---- risks --------------------------------------------------------------------------------------------------- */

enum {
  REFNET_RISK_SINGLE_CONTACT = 1 << 0,
  REFNET_RISK_NO_CONTACT = 1 << 1,        /* none listed: unknown, not a finding about people */
  REFNET_RISK_ALL_CONTACTS_LEFT = 1 << 2,
  REFNET_RISK_ARTICULATION = 1 << 3,
  REFNET_RISK_SINGLE_NEIGHBOR = 1 << 4,   /* reached through one organization only */
  REFNET_RISK_FUNDING_ENDS = 1 << 5,      /* within 180 days of as_of */
  REFNET_RISK_OVER_CAPACITY = 1 << 6      /* more people referred in a year than there is room for */
};

typedef struct {
  guint32 vertex;
  guint32 contacts; /* people listed who have not left */
  guint32 contacts_left; /* people listed who have */
  gboolean articulation;
  guint32 cut_off_count;        /* vertices cut off when this organization leaves: all of its component but the largest remaining part */
  RefnetIndexList cut_off;      /* which; empty everywhere when all lists together have over 4 million entries */
  double expected_ties_lost;    /* Σ q over its assessed ties */
  guint32 ties_assessed, ties_unknown;
  double received; /* people referred here in the year to as_of, undated rows among them; NaN: no counts */
  double capacity; /* people a year: its own, else of all it offers; NaN: unknown */
  guint flags;
} RefnetOrganizationRisk;

typedef struct {
  guint64 tie; /* in the network */
  guint32 contacts_from, contacts_to; /* holders at tie_a and tie_b who have not left; 0: none listed, or already lost */
  double probability; /* q; NaN: unknown */
  gboolean already_lost; /* q = 1: all contacts at an end have left */
  gboolean bridge;
} RefnetTieRisk;

typedef struct {
  guint32 a, b; /* vertices, a < b */
} RefnetVertexPair;

typedef struct {
  guint32 person;
  RefnetIndexList contacts;      /* this person's places */
  RefnetIndexList organizations; /* distinct, not vertices */
  guint32 ties_held;
  guint32 ties_left_without_contact; /* if this person leaves today and nobody else: ties with an end where
                                        nobody else is left (the other end may be unknown, but not lost) */
  double importance;                 /* Σ q(gone) − q(stays), Birnbaum 1969 */
  /* What that would mean, ties already lost being gone in any case: */
  const guint64 *ties;       /* the ties_left_without_contact, rising */
  guint32 cut_off_count;     /* vertices that lose their route to the largest part of their component;
                                REFNET_NONE: not looked at, in a very large network */
  RefnetIndexList cut_off;   /* which; empty where all lists together have over 4 million entries */
  const RefnetCell *unreachable; /* services that nobody else in an area then has a recorded route of at */
  guint32 unreachable_count;     /* most two steps to, though it has one now; by area, service */
} RefnetPersonRisk;

/* A contact to add: a second name at an organization, introduced to its partners. */
typedef struct {
  guint32 vertex;
  guint32 contacts; /* listed there who have not left */
  guint32 ties;     /* assessed, and held there by somebody already */
  double drop;      /* of Σq, after the introductions before this one */
  double expected_ties_lost; /* Σq with this one and all before */
} RefnetIntroduction;

/* An organization with ends of ties where nobody is listed, or everybody has left. */
typedef struct {
  guint32 vertex;
  guint32 ties_without; /* nobody listed */
  guint32 ties_left;    /* everybody listed has left */
} RefnetMissingContact;

typedef struct {
  guint64 ties_lost;
  double share; /* of simulated years with at most that many */
} RefnetLossShare;

typedef enum {
  REFNET_KEY_FRAGMENTATION, /* without them the network falls apart most (KPP-NEG) */
  REFNET_KEY_REACH          /* from them everybody is nearest (KPP-POS) */
} RefnetKeyKind;

/* A set of key players (Borgatti 2006). */
typedef struct {
  RefnetKeyKind kind;
  RefnetIndexList vertices; /* in the order chosen: not sorted */
  double value; /* F without them, Σ s(s−1) over components against n(n−1), n those remaining, NaN under
                   two; or Σ 1/d / n over all vertices, members at d = 1 */
} RefnetKeySet;

typedef struct {
  const RefnetNetwork *network;
  double turnover; /* yearly */
  guint64 ties_assessed, ties_unknown, ties_already_lost;
  double expected_ties_lost; /* NaN: no tie assessed */
  double p90_ties_lost;      /* NaN: no tie assessed */
  guint32 truck_factor;      /* people; 0: undefined */
  gboolean truck_factor_known;
  RefnetIndexList truck_factor_people; /* persons, in the order chosen: not sorted */
  RefnetOrganizationRisk *organizations; /* all vertices, gravest first */
  guint32 organization_count;
  RefnetTieRisk *ties; /* all ties, likeliest to lose its last contact first; unknown last */
  gsize tie_count;
  RefnetPersonRisk *people; /* all who hold a tie, gravest first */
  guint32 people_count;
  RefnetIndexList articulation; /* vertices */
  RefnetVertexPair *bridges;
  guint32 bridge_count;
  guint32 turnover_unread; /* cells of a `turnover` column that are no share */
  RefnetIntroduction *introductions; /* largest drop first, at most 100 */
  guint32 introduction_count;
  RefnetMissingContact *missing; /* most ties first */
  guint32 missing_count;
  RefnetLossShare *losses; /* the distribution, rising; empty without draws */
  guint32 loss_count;
  double fragmentation; /* F as things are; NaN under two organizations */
  RefnetKeySet *key_sets; /* by kind, then size */
  guint32 key_set_count;
  /* How many organizations have to go before the rest of the largest component falls apart (of equals
   * the one with the first organization); of a complete one, one less than it has. NaN: no organization,
   * or too much work to find. */
  double vertex_connectivity;
} RefnetRisks;

#define REFNET_DEFAULT_TURNOVER .3 /* METHODS: child-welfare agencies see .2 to .4 */

/* Yearly turnover of one sector or organization; what names the organization goes before its own
 * `turnover` column, and that before what names its sector. */
typedef struct {
  guint32 sector;       /* REFNET_NONE: an organization's */
  guint32 organization; /* REFNET_NONE: a sector's */
  double share;
} RefnetTurnover;

typedef struct {
  double turnover; /* yearly, 0 … 1; METHODS: .30 */
  guint64 seed;
  guint32 draws; /* of the simulation; 2000 */
  RefnetDate as_of;
  const RefnetTurnover *turnovers; /* the last that fits counts */
  gsize turnover_count;
  guint32 key_players; /* largest set of key players to look for; 0: none */
} RefnetRiskOptions;

/* Who has left an organization by as_of holds none of its ties, but may hold those of another; a tie with
 * contacts named in its rows is lost when these have left, whoever else is there. Organizations are in this
 * order: articulation ones by vertices cut off, expected ties lost, a single contact, number; people by
 * ties left without a contact, importance, name. Reals that differ by less than 1e-9 count as equal.
 * REFNET_ERROR_USAGE when turnover is not a share. O(draws · (people + expected ties lost)) and near-linear
 * in rows, ties and contacts. */
RefnetRisks *refnet_risks_new(const RefnetNetwork *network, const RefnetRiskOptions *options,
                              GError **error);
void refnet_risks_free(RefnetRisks *risks);

/* ---- handover --------------------------------------------------------------------------------------------------- */

/* One relationship that a person hands over. */
typedef struct {
  guint64 tie;             /* in the network */
  guint32 vertex, partner; /* the person's side and the other */
  guint32 colleague;       /* the contact who takes over; REFNET_NONE: nobody else is listed there */
  gboolean is_successor;   /* succeeded_by names the colleague */
  guint32 partner_contact; /* whom to introduce the colleague to; REFNET_NONE: nobody is listed */
  gboolean is_last;        /* nobody else holds the relationship on this side */
  guint64 referrals;       /* of both directions */
  RefnetDate latest;       /* referral; UNKNOWN: none dated */
  RefnetDate renewal;      /* of an agreement, the next after as_of; UNKNOWN: none */
  RefnetDate by;
} RefnetHandoverStep;

typedef struct {
  const RefnetNetwork *network;
  guint32 person, contact; /* contact: the first of the person's places */
  RefnetDate as_of;
  RefnetHandoverStep *steps; /* those that nobody else holds first, then by date, referrals, partner */
  guint32 step_count;
} RefnetHandover;

/* The person whom `text` names: a contact's id, e-mail address or name, compared folded, or "contact 1
 * of 2 at ORG". REFNET_NONE with REFNET_ERROR_USAGE when nobody, or more than one person, is called
 * that; the message names no other person. O(contacts). */
guint32 refnet_dataset_find_person(const RefnetDataset *dataset, const char *text, GError **error);

/* Every relationship that `person` holds, to be handed over warmly: a colleague introduced to the
 * partner's contact. The colleague is the successor where one is named and listed, else somebody who
 * holds the relationship already, else the primary contact or whoever was in touch last. By: the day
 * the person leaves, or as_of when that has passed; where none is listed, 30 days from as_of for what
 * nobody else holds and 90 for the rest; and no later than an agreement's renewal. Of who has left,
 * only what is held by nobody else or named with that person. `as_of` must be a date. */
RefnetHandover *refnet_handover_new(const RefnetNetwork *network, guint32 person, RefnetDate as_of,
                                    GError **error);
void refnet_handover_free(RefnetHandover *handover);

/* ---- check-ins ------------------------------------------------------------------------------------------------ */

typedef enum {
  REFNET_DUE_CHECK_IN,   /* a contact nobody has been in touch with for a while */
  REFNET_DUE_RENEWAL,    /* the agreement behind an arc */
  REFNET_DUE_FUNDING,    /* funding that ends */
  REFNET_DUE_SUCCESSOR,  /* a contact who left, and nobody is named as successor */
  REFNET_DUE_RECIPROCITY /* an arc without a reverse, worth a conversation */
} RefnetDueKind;
enum { REFNET_DUE_KINDS = REFNET_DUE_RECIPROCITY + 1 };

typedef struct {
  RefnetDueKind kind;
  guint32 vertex;  /* of a renewal or a one-way arc: where it begins */
  guint32 partner; /* where that arc ends; REFNET_NONE for the other kinds */
  guint32 contact; /* whom to call there, or who left; REFNET_NONE: nobody listed */
  RefnetDate due;  /* UNKNOWN for reciprocity: any time */
  RefnetDate last; /* last contact of a check-in, latest referral of an arc */
  guint64 count;   /* referrals of an arc; ties of the organization somebody left */
  gboolean first_half_year;  /* of knowing the contact */
  gboolean partner_silent;   /* did not answer the survey: the reverse of the arc may be unrecorded */
} RefnetDue;

typedef struct {
  const RefnetNetwork *network;
  RefnetDate as_of;
  RefnetDue *due; /* by date, then kind, organizations, contact; those without a date last, by count */
  gsize due_count;
  gsize kind_counts[REFNET_DUE_KINDS];
  guint32 contacts;              /* places of people who have not left, at organizations not closed */
  guint32 contacts_without_date; /* of those, without a date of last contact: never due */
  guint64 one_way_arcs;          /* closed organizations' among them, which are not due */
} RefnetCheckIns;

typedef struct {
  RefnetDate as_of; /* a date */
  guint32 cadence;        /* months between check-ins after the first half-year; METHODS: 3 */
  guint32 check_in_days;  /* how far after as_of a check-in may be due; METHODS: 0 */
  guint32 renewal_days;   /* the same for renewals and funding; METHODS: 90 */
} RefnetCheckInOptions;

/* What is due: check-ins monthly in the first half-year after the first contact and then every
 * `cadence` months after the last; the latest renewal date of each arc, also when it has passed;
 * funding that ends and has not; contacts who left; arcs without a reverse (in an undirected network
 * none). Nothing is due at closed organizations. REFNET_ERROR_USAGE when as_of is unknown or cadence 0.
 * O(contacts + rows + arcs log arcs). */
RefnetCheckIns *refnet_check_ins_new(const RefnetNetwork *network,
                                     const RefnetCheckInOptions *options, GError **error);
void refnet_check_ins_free(RefnetCheckIns *check_ins);

/* ---- path, who else --------------------------------------------------------------------------------------------- */

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
  guint32 length;   /* steps; ties are one fewer */
  double strength;  /* Π w */
  guint32 weakest;  /* the step whose tie from the one before is weakest */
} RefnetPath;

typedef struct {
  const RefnetNetwork *network;
  guint32 from, to;
  RefnetPath *paths; /* strongest first; the second goes through other organizations where one can */
  guint32 path_count;
  guint32 widest; /* the path whose weakest tie is strongest, last where it is not among the
                     strongest; REFNET_NONE: it is not in the list, or there is none */
} RefnetPaths;

/* The best introductions from one vertex to another over at most `max_ties` ties (1 … 3). */
RefnetPaths *refnet_paths_new(const RefnetNetwork *network, guint32 from, guint32 to,
                              guint32 max_ties, guint32 top, RefnetDate as_of, GError **error);
void refnet_paths_free(RefnetPaths *paths);

typedef enum {
  REFNET_REASON_COMMON_PARTNERS,   /* organizations = the common neighbors */
  REFNET_REASON_COMPLEMENTARY,     /* services = what it offers and you do not */
  REFNET_REASON_SHARED_AREA,       /* areas */
  REFNET_REASON_SHARED_POPULATION, /* populations */
  REFNET_REASON_NEAR,              /* km */
  REFNET_REASON_NOMINATED,         /* organizations = who named it */
  REFNET_REASON_OFFERS_MATCH,      /* resources it offers and you seek */
  REFNET_REASON_SEEKS_MATCH,       /* resources it seeks and you offer */
  REFNET_REASON_INDIRECT_PARTNERS, /* partners of partners: organizations = your side */
  REFNET_REASON_SHARED_SERVICE,    /* services both offer; with REFNET_PREFER_SIMILAR */
  REFNET_REASON_SECTORS,           /* how often sectors like these two work together: subject = its
                                      sector, `ties` of `pairs` */
  REFNET_REASON_RENEW,             /* a tie that has lapsed: date of its last referral */
  REFNET_REASON_MET,               /* subject = its latest meeting */
  /* of the whole coalition */
  REFNET_REASON_NEW_SERVICE,       /* subject = a service, items = areas where no member offers it */
  REFNET_REASON_MORE_CAPACITY,     /* the same where members can serve fewer than need it */
  REFNET_REASON_SECOND_PROVIDER,   /* the same where one member offers it; without needs.csv */
  REFNET_REASON_NEW_SECTOR,        /* subject = a sector without a member */
  REFNET_REASON_REACH,             /* organizations it works with and no member does */
  REFNET_REASON_NEW_GROUP,         /* items = its community, of which none is a member */
  REFNET_REASON_MEMBER_PARTNERS    /* members who work with it */
} RefnetReasonKind;

typedef struct {
  RefnetReasonKind kind;
  RefnetIndexList items; /* what the kind says; organizations, not vertices */
  double value;          /* the term as it stands in the score; km for NEAR; of NEW_SERVICE and
                            MORE_CAPACITY people a year it adds places for, NaN without needs.csv */
  guint32 subject;       /* as the kind says */
  double whole;          /* of the same kinds: people a year there that members leave unserved */
  guint64 ties, pairs;   /* of SECTORS */
  RefnetDate date;       /* of RENEW */
} RefnetReason;

typedef struct {
  guint32 vertex;
  double score;
  RefnetReason *reasons; /* strongest first */
  guint32 reason_count;
  RefnetPath introduction; /* length 0: none within three ties */
  RefnetPath alternative;  /* through other organizations and people; length 0: none */
} RefnetSuggestion;

typedef enum {
  REFNET_ASKED_BY_ORGANIZATION,
  REFNET_ASKED_BY_NEWCOMER, /* described by the caller, not in the dataset */
  REFNET_ASKED_BY_COALITION
} RefnetAskedBy;

/* What the next organizations to meet should add to the coalition. */
typedef enum {
  REFNET_OBJECTIVE_GAPS,    /* people a year whose need members leave unserved */
  REFNET_OBJECTIVE_REACH,   /* organizations that no member works with */
  REFNET_OBJECTIVE_SECTORS, /* sectors without a member */
  REFNET_OBJECTIVE_BALANCE  /* a third for each, as shares of all there is */
} RefnetObjective;

typedef enum {
  REFNET_MEMBERS_NONE, /* nothing in the data says who is a member */
  REFNET_MEMBERS_NAMED,
  REFNET_MEMBERS_ONLY_COALITION, /* the only coalition named */
  REFNET_MEMBERS_FORMAL          /* partnership = formal */
} RefnetMemberRule;

typedef struct {
  const RefnetNetwork *network;
  guint32 organization; /* vertex, or REFNET_NONE: a newcomer or the whole coalition */
  gboolean structure_known; /* FALSE: no tie leads anywhere, attributes alone were used */
  RefnetSuggestion *suggestions; /* best first */
  guint32 suggestion_count;
  guint32 candidates; /* before top */
  RefnetAskedBy asked_by;
  const char *newcomer; /* what it is called; NULL: nothing was said */
  /* of the whole coalition */
  RefnetObjective objective;
  RefnetMemberRule member_rule;
  guint32 coalition; /* of MEMBERS_ONLY_COALITION */
  RefnetIndexList members; /* vertices */
  gboolean has_needs; /* gaps are people a year, else areas and services */
  double open, reached; /* of the objective: all that is open, and what these suggestions add up to */
} RefnetWhoElse;

typedef enum { REFNET_PREFER_COMPLEMENTARY, REFNET_PREFER_SIMILAR } RefnetPreference;

/* Zero is the default of every field but as_of. */
typedef struct {
  guint32 top; /* 0: all */
  RefnetPreference prefer;
  RefnetDate as_of;
  RefnetObjective objective;      /* of the whole coalition */
  char **coalitions;              /* whose members make the coalition; NULL: METHODS' rule */
  const RefnetFilter *candidates; /* lists that a suggestion has to match; NULL: all */
  const guint32 *excluded;        /* organizations not to suggest */
  guint32 excluded_count;
  const RefnetNetwork *past; /* without the dates that narrow the network: a tie there that lapsed
                                before `since` is offered again, one without a date is left out */
  guint64 seed;              /* of communities */
} RefnetWhoElseOptions;

/* An organization that is not in the dataset. Names are compared folded; NULL: not known. */
typedef struct {
  const char *name;
  char **services, **areas, **populations;
  const char *sector;
} RefnetNewcomer;

/* For one organization. REFNET_ERROR_USAGE: no such vertex or candidates' value. O(Σ degrees within
 * two ties of it + n · length of lists). */
RefnetWhoElse *refnet_who_else_new(const RefnetNetwork *network, guint32 vertex,
                                   const RefnetWhoElseOptions *options, GError **error);
/* For one that is not in the dataset: by attributes alone. REFNET_ERROR_USAGE: a name is unknown. */
RefnetWhoElse *refnet_who_else_newcomer(const RefnetNetwork *network,
                                        const RefnetNewcomer *newcomer,
                                        const RefnetWhoElseOptions *options, GError **error);
/* For the whole coalition: the next organizations to meet, each chosen for what it adds to those
 * before it. The gain is monotone and submodular, so that k of them reach at least 1 − 1/e of what
 * any k could (Nemhauser, Wolsey & Fisher 1978). Without members there are no suggestions.
 * O(offers · areas + Σ degrees), and near-linear in the suggestions made. */
RefnetWhoElse *refnet_who_else_coalition(const RefnetNetwork *network,
                                         const RefnetWhoElseOptions *options, GError **error);
void refnet_who_else_free(RefnetWhoElse *who_else);

/* ---- a plan of meetings ----------------------------------------------------------------------------------- */

typedef struct {
  guint32 suggestion; /* in who_else */
  guint32 week;       /* from 1 */
  RefnetDate date;    /* the Monday of that week */
  guint32 area;       /* REFNET_NONE: not known, or several */
  guint32 ask;        /* vertex where to ask: who introduces, or the organization itself */
  guint32 contact;    /* whom to ask there; REFNET_NONE: none listed */
} RefnetPlannedMeeting;

typedef struct {
  const RefnetWhoElse *who_else;
  RefnetPlannedMeeting *meetings; /* in the order of weeks */
  guint32 count, weeks;
} RefnetMeetingPlan;

/* Spreads the first `most` suggestions (0: 12) over as many weeks, at most 12, from the Monday after
 * `as_of` on. Those of an area stand together: where an organization is by its coordinates, or the
 * only area it serves; areas in the order of their best suggestion. O(suggestions · areas). */
RefnetMeetingPlan *refnet_meeting_plan_new(const RefnetWhoElse *who_else, guint32 most,
                                           RefnetDate as_of, GError **error);
void refnet_meeting_plan_free(RefnetMeetingPlan *plan);

/* ---- ties to make ----------------------------------------------------------------------------------------- */

typedef enum {
  REFNET_TIE_ROUTE, /* a referral link that would open a route to a service (unreachable gaps) */
  REFNET_TIE_JOIN,  /* joins two parts of the network that nothing joins */
  REFNET_TIE_FIT    /* two members who fit each other */
} RefnetTieKind;

/* A tie between two vertices without one. */
typedef struct {
  guint32 from, to; /* for ROUTE the one refers to the other; else no order */
  RefnetTieKind kind;
  double score;     /* ROUTE: people a year, or cells without demand; JOIN: drop in fragmentation;
                       FIT: mean of both ways' scores */
  guint32 area, service, cells;  /* ROUTE: the first of so many cells it would open */
  guint32 part_from, part_to;    /* JOIN: organizations on each side */
  RefnetReason *reasons;         /* FIT: as `from` sees it, strongest first */
  guint32 reason_count;
} RefnetTieToMake;

/* An arc without its reverse. */
typedef struct {
  guint32 from, to;
  guint64 count;       /* referrals */
  gboolean unanswered; /* `to` did not answer the survey: the reverse may exist */
} RefnetOneWay;

typedef struct {
  const RefnetNetwork *network;
  RefnetMemberRule member_rule; /* NONE: everybody is looked at */
  guint32 members;
  RefnetTieToMake *ties; /* by kind, then score, largest first, then numbers */
  guint32 tie_count;
  RefnetOneWay *one_way; /* of members: most referrals first */
  guint32 one_way_count;
  double fragmentation, fragmentation_after; /* after the JOIN ties; NaN under 2 organizations */
} RefnetTiesToMake;

/* Ties that members of the coalition (everybody when nothing says who is one) ought to make: at most
 * 50 that fit, best first. Joining the two largest parts that have a member, again and again, lowers
 * fragmentation 1 − Σ s(s−1)/(n(n−1)) most at each step. REFNET_ERROR_USAGE: more than 2,000 members,
 * whose pairs are too many. Of `options` as_of, coalitions and prefer count. O(members · (n + ties)). */
RefnetTiesToMake *refnet_ties_to_make_new(const RefnetNetwork *network,
                                          const RefnetWhoElseOptions *options, GError **error);
void refnet_ties_to_make_free(RefnetTiesToMake *ties);

/* ---- how good suggestions are ------------------------------------------------------------------------------- */

/* Ways to rank whom somebody should meet. */
typedef enum {
  REFNET_METHOD_REFNET,
  REFNET_METHOD_COMMON_NEIGHBORS,
  REFNET_METHOD_ADAMIC_ADAR,
  REFNET_METHOD_RESOURCE_ALLOCATION,
  REFNET_METHOD_RANDOM_WALK,
  REFNET_METHOD_CHANCE
} RefnetMethod;
#define REFNET_METHODS 6

/* Averages over hidden partners; NaN: none was asked for. */
typedef struct {
  double auc;    /* share of those who are no partners that stand below the hidden partner */
  double recall; /* share of hidden partners among the first `top` */
  double mrr;    /* mean of 1 / place */
} RefnetMethodResult;

typedef struct {
  const RefnetNetwork *network;
  guint64 seed; /* rounds take this and the next ones */
  guint32 rounds;
  double share;          /* of ties hidden in a round */
  guint32 top;
  guint64 hidden, asked; /* ties hidden, and hidden partners looked for, in all rounds */
  RefnetMethodResult methods[REFNET_METHODS];
} RefnetEvaluation;

/* Hides 15 % of the ties ten times and asks their ends whom they should meet: at most 1,000 ends a
 * round, fewer in large networks. Nominations, meetings and what candidates must match play no part.
 * O(rounds · ends · (ties + n · length of lists)). */
RefnetEvaluation *refnet_evaluation_new(const RefnetNetwork *network, guint64 seed,
                                        GError **error);
void refnet_evaluation_free(RefnetEvaluation *evaluation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetMeasures, refnet_measures_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRankIntervals, refnet_rank_intervals_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetSummary, refnet_summary_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetGaps, refnet_gaps_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetFind, refnet_find_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetDuplicates, refnet_duplicates_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRisks, refnet_risks_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetHandover, refnet_handover_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetCheckIns, refnet_check_ins_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetPaths, refnet_paths_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetWhoElse, refnet_who_else_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetEvaluation, refnet_evaluation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetTiesToMake, refnet_ties_to_make_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetMeetingPlan, refnet_meeting_plan_free)

G_END_DECLS

#endif
