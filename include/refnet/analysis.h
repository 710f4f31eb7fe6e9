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

/* DESIGN §3 defines each; one an organization. */
typedef struct {
  guint32 in_degree, out_degree, degree;
  guint64 in_strength, out_strength;
  double betweenness, betweenness_normalized;
  double harmonic_closeness, pagerank;
  guint32 coreness;
  double constraint, effective_size;
  guint32 community; /* from 1: by size, then smallest id */
  gboolean articulation;
  RefnetRole role;
} RefnetVertexMeasures;

typedef struct {
  const RefnetNetwork *network;
  RefnetVertexMeasures *vertices; /* network->vertices of them */
  guint32 communities;
  double modularity;
  /* 90th percentiles used for roles, isolates among the values, interpolated linearly between the two
   * nearest (type 7 of Hyndman & Fan 1996); NaN without a vertex. */
  double degree_hub_threshold, betweenness_broker_threshold;
} RefnetMeasures;

/* In an undirected network in_degree and out_degree are the degree, in_strength and out_strength the
 * referrals of both directions, betweenness_normalized is of unordered pairs. `seed` decides among
 * communities. O(n · arcs), which is betweenness. */
RefnetMeasures *refnet_measures_new(const RefnetNetwork *network, guint64 seed, GError **error);
void refnet_measures_free(RefnetMeasures *measures);

typedef struct {
  guint32 sector; /* in dataset->sectors, or REFNET_NONE: blank */
  guint32 organizations;
} RefnetSectorCount;

typedef struct {
  const RefnetNetwork *network;
  guint32 organizations;
  guint64 arcs, ties;
  guint32 isolates, components, largest_component;
  double density, tie_density, reciprocity, transitivity, degree_centralization;
  double average_distance; /* NaN without a tie, and above 100,000 organizations: not measured */
  double diameter;         /* likewise */
  guint32 communities;
  double modularity, ei_index, ei_expected;
  guint32 sector_count;
  RefnetSectorCount *sectors; /* most organizations first, then by name; blank last */
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

typedef struct {
  guint32 organization;
  double km; /* from the area's point; NaN: no coordinates on one side */
} RefnetNearest;

/* One finding about a service in an area. Lists are owned by the result. */
typedef struct {
  guint32 area, service;
  guint32 population; /* in populations, or REFNET_NONE */
  RefnetGapStatus status;
  RefnetIndexList providers; /* distinct organizations (not vertices) */
  double demand;   /* people a year, of the cell; NaN: unknown */
  double capacity; /* of the providers; NaN: unknown */
  double unmet;    /* people a year; NaN: unknown */
  const RefnetNearest *nearest; /* nearest providers outside the area, nearest first, at most 3; for fragile: other */
  guint32 nearest_count;
  guint32 organizations_in_area;        /* serving the area, closed ones left out */
  guint32 organizations_without_services; /* of those, services unknown */
  /* fragile: what makes it worse */
  guint32 provider_contacts; /* contacts of the one provider who have not left */
  RefnetDate provider_funding_end;
} RefnetGap;

typedef struct {
  const RefnetNetwork *network;
  RefnetGap *cells; /* by unmet demand, then demand, then status, area, service */
  gsize cell_count;
  guint32 organizations_without_services; /* in the whole view, closed ones left out */
  guint32 organizations_without_areas;
  gboolean has_needs;
} RefnetGaps;

/* `areas`, `services` choose cells (NULL: all); they do not filter organizations. */
typedef struct {
  char **areas, **services, **populations;
  RefnetDate as_of;
} RefnetGapOptions;

RefnetGaps *refnet_gaps_new(const RefnetNetwork *network, const RefnetGapOptions *options,
                            GError **error);
void refnet_gaps_free(RefnetGaps *gaps);

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
  REFNET_RISK_FUNDING_ENDS = 1 << 5       /* within 180 days of as_of */
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
  guint32 person;
  RefnetIndexList contacts;      /* this person's places */
  RefnetIndexList organizations; /* distinct, not vertices */
  guint32 ties_held;
  guint32 ties_left_without_contact; /* if this person leaves today and nobody else: ties with an end where
                                        nobody else is left (the other end may be unknown, but not lost) */
  double importance;                 /* Σ q(gone) − q(stays), Birnbaum 1969 */
} RefnetPersonRisk;

typedef struct {
  guint32 a, b; /* vertices, a < b */
} RefnetVertexPair;

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
} RefnetRisks;

typedef struct {
  double turnover; /* yearly, 0 … 1; METHODS: .30 */
  guint64 seed;
  guint32 draws; /* of the simulation; 2000 */
  RefnetDate as_of;
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
  REFNET_REASON_SHARED_SERVICE     /* services both offer; with REFNET_PREFER_SIMILAR */
} RefnetReasonKind;

typedef struct {
  RefnetReasonKind kind;
  RefnetIndexList items; /* what the kind says; organizations, not vertices */
  double value;          /* the term as it stands in the score; km for NEAR */
} RefnetReason;

typedef struct {
  guint32 vertex;
  double score;
  RefnetReason *reasons; /* strongest first */
  guint32 reason_count;
  RefnetPath introduction; /* length 0: none within three ties */
} RefnetSuggestion;

typedef struct {
  const RefnetNetwork *network;
  guint32 organization; /* vertex, or REFNET_NONE: the whole coalition */
  gboolean structure_known; /* FALSE: no tie leads anywhere, attributes alone were used */
  RefnetSuggestion *suggestions; /* best first */
  guint32 suggestion_count;
  guint32 candidates; /* before top */
} RefnetWhoElse;

typedef enum { REFNET_PREFER_COMPLEMENTARY, REFNET_PREFER_SIMILAR } RefnetPreference;

typedef struct {
  guint32 top; /* 0: all */
  RefnetPreference prefer;
  RefnetDate as_of;
} RefnetWhoElseOptions;

RefnetWhoElse *refnet_who_else_new(const RefnetNetwork *network, guint32 vertex,
                                   const RefnetWhoElseOptions *options, GError **error);
void refnet_who_else_free(RefnetWhoElse *who_else);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetMeasures, refnet_measures_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetSummary, refnet_summary_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetGaps, refnet_gaps_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetDuplicates, refnet_duplicates_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRisks, refnet_risks_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetPaths, refnet_paths_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetWhoElse, refnet_who_else_free)

G_END_DECLS

#endif
