/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — analysis room: service gaps: what is missing, where, and whom to call. */
#ifndef REFNET_ANALYSIS_GAPS_H
#define REFNET_ANALYSIS_GAPS_H

#include <refnet/base.h>
#include <refnet/model.h>

G_BEGIN_DECLS

/* ---- gaps ------------------------------------------------------------------------------------ */

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
  double demand;             /* people a year, of the cell; NaN: unknown */
  gboolean demand_partial;   /* what some of them need is blank: there may be more */
  double capacity; /* of the supply points that reach the area, 0 without one; NaN: unknown */
  double access;   /* A: capacity for each person in need, from the catchment; NaN: unknown */
  double unmet;    /* people a year; NaN: unknown */
  const RefnetNearest *nearest; /* nearest providers outside the area, nearest first, at most 3; for
                                   fragile: other; for population: who serve that group */
  guint32 nearest_count;
  const RefnetRelatedOffer *related; /* absent, fragile: closest service first, at most 3 */
  guint32 related_count;
  guint32 organizations_in_area;          /* serving the area, closed ones left out */
  guint32 organizations_without_services; /* of those, services unknown */
  /* fragile: what makes it worse, and who could be the second */
  guint32 provider_contacts; /* contacts of the one provider who have not left */
  RefnetDate provider_funding_end;
  guint32 second;           /* organization, or REFNET_NONE */
  gboolean second_is_there; /* it serves the area already */
  /* unreachable: the referral link that would make a route; organizations, or REFNET_NONE */
  guint32 link_from, link_to;
  gboolean link_is_known; /* link_to refers to link_from already */
  /* failing */
  guint64 outcomes_known, outcomes_unfilled; /* referrals */
  double unfilled_lower; /* lower end of the unfilled share's 95 % interval; NaN: not failing */
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

/* "dfc": the twelve sectors of the Drug-Free Communities program; "general": eight. NULL: neither.
 */
const RefnetSectorProfile *refnet_sector_profile(const char *name);

typedef struct {
  guint32 area;
  RefnetIndexList missing; /* sectors of the profile without an organization there */
} RefnetSectorCoverage;

/* One sector of the profile over all areas. */
typedef struct {
  guint32 organizations; /* in the view, closed ones left out */
  guint32 areas_without; /* of those in the list of areas */
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
  RefnetGap gap;   /* of the run in which it is found */
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
  gboolean is_part;    /* only some areas, services, groups or kinds of gaps were looked at */
  gboolean has_routes; /* some referral is recorded: without one nothing is called unreachable */
  guint32 steps;       /* longest referral route looked for */
  double radius;       /* km added around supply points; 0: listed areas only */
  RefnetDecay decay;
  guint32 rows_taken_together; /* rows that surely are one organization with another row */

  RefnetGapTotal *areas, *services; /* most unmet first; without needs areas where most live or
                                       work, services that lack somewhere and that most offer */
  gsize area_total_count, service_total_count;
  RefnetUnusedSupply *unused; /* largest first */
  gsize unused_count;

  const RefnetSectorProfile *profile; /* NULL: not asked for */
  RefnetSectorCoverage *coverage;     /* every area without parts, by area */
  gsize coverage_count;
  RefnetSectorPresence *presence;  /* one a sector of the profile */
  RefnetIndexList foreign_sectors; /* words of the dataset that the profile doesn't know */
  guint32 organizations_without_sector;

  RefnetProviderRatio *ratios; /* above the threshold first, by people for a provider */
  gsize ratio_count;

  gboolean has_changes; /* asked for */
  RefnetGapChange *changes;
  gsize change_count;
  guint32 records_merged, records_dropped, records_undated; /* what the other run did */
} RefnetGaps;

/* `areas`, `services` choose cells (NULL: all); they do not filter organizations. Zero is the
 * default of every field but as_of. */
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

/* METHODS' definitions: services that nobody (absent) or one provider (fragile) offers in an area,
 * that nobody offers to a group (population), whose capacity is below demand (strained: two-step
 * floating catchment, Luo & Wang 2003), that no referral route leads to (unreachable), whose
 * referrals are often unfilled (failing: Wilson 1927). Records that surely are one organization
 * count once. REFNET_ERROR_USAGE: a chosen name is unknown. O(services · areas + offers · their
 * areas), and for unreachable the arcs within `steps` of a cell's providers. */
RefnetGaps *refnet_gaps_new(const RefnetNetwork *network, const RefnetGapOptions *options,
                            GError **error);
void refnet_gaps_free(RefnetGaps *gaps);
/* Of gap->nearest the first that lists no areas for the service, so that it may be there already:
 * REFNET_NONE: none of them. O(their offers). */
guint32 refnet_gap_unplaced(const RefnetGaps *gaps, const RefnetGap *gap);

/* ---- find ------------------------------------------------------------------------------------ */

/* A provider to call. */
typedef struct {
  guint32 organization;
  guint32 area; /* where it offers the service: the one asked for, else the nearest; REFNET_NONE:
                   not known */
  gboolean serves_area; /* the one asked for */
  double km;            /* from the point of the area asked for; NaN: not known */
  RefnetTri serves_population, speaks_language; /* YES, or UNKNOWN: blank */
  double capacity;                              /* people a year; NaN: unknown */
  guint64 outcomes_known, outcomes_unfilled;    /* referrals to it for the service */
  gboolean often_unfilled;
  RefnetIndexList path; /* organizations, from the one asking to this; empty: no route recorded */
} RefnetFoundProvider;

typedef struct {
  const RefnetNetwork *network;
  guint32 service, area, population, language; /* REFNET_NONE: not asked for */
  guint32 from;                                /* organization, or REFNET_NONE */
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetGaps, refnet_gaps_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetFind, refnet_find_free)

G_END_DECLS

#endif
