/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — analysis room: what rests on few people or on one organization. */
#ifndef REFNET_ANALYSIS_RISKS_H
#define REFNET_ANALYSIS_RISKS_H

#include <refnet/base.h>
#include <refnet/model.h>

G_BEGIN_DECLS

enum {
  REFNET_RISK_SINGLE_CONTACT = 1 << 0,
  REFNET_RISK_NO_CONTACT = 1 << 1, /* none listed: unknown, not a finding about people */
  REFNET_RISK_ALL_CONTACTS_LEFT = 1 << 2,
  REFNET_RISK_ARTICULATION = 1 << 3,
  REFNET_RISK_SINGLE_NEIGHBOR = 1 << 4, /* reached through one organization only */
  REFNET_RISK_FUNDING_ENDS = 1 << 5,    /* within 180 days of as_of */
  REFNET_RISK_OVER_CAPACITY = 1 << 6    /* more people referred in a year than there is room for */
};

typedef struct {
  guint32 vertex;
  guint32 contacts;      /* people listed who have not left */
  guint32 contacts_left; /* people listed who have */
  gboolean articulation;
  guint32 cut_off_count; /* vertices cut off when this organization leaves: all of its component but
                            the largest remaining part */
  RefnetIndexList cut_off;   /* which; empty everywhere when all lists together have over 4 million
                                entries */
  double expected_ties_lost; /* Σ q over its assessed ties */
  guint32 ties_assessed, ties_unknown;
  double received; /* people referred here in the year to as_of, undated rows among them; NaN: no
                      counts */
  double received_undated; /* those on rows without a date */
  double capacity;         /* people a year: its own, else of all it offers; NaN: unknown */
  guint flags;
} RefnetOrganizationRisk;

typedef struct {
  guint64 tie;                        /* in the network */
  guint32 contacts_from, contacts_to; /* holders at tie_a and tie_b who have not left; 0: none
                                         listed, or already lost */
  double probability;                 /* q; NaN: unknown */
  gboolean already_lost;              /* q = 1: all contacts at an end have left */
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
  guint32 ties_left_without_contact; /* if this person leaves today and nobody else: ties with an
                                        end where nobody else is left (the other end may be unknown,
                                        but not lost) */
  double importance;                 /* Σ q(gone) − q(stays), Birnbaum 1969 */
  /* What that would mean, ties already lost being gone in any case: */
  const guint64 *ties;     /* the ties_left_without_contact, rising */
  guint32 cut_off_count;   /* vertices that lose their route to the largest part of their component;
                              REFNET_NONE: not looked at, in a very large network */
  RefnetIndexList cut_off; /* which; empty, in JSON null, when all lists pass 4 million entries */
  const RefnetCell *unreachable; /* services that nobody else in an area then has a recorded route
                                    of at */
  guint32 unreachable_count;     /* most two steps to, though it has one now; by area, service */
} RefnetPersonRisk;

/* A contact to add: a second name at an organization that is open, introduced to its partners. */
typedef struct {
  guint32 vertex;
  guint32 contacts;          /* listed there who have not left */
  guint32 ties;              /* assessed, and held there by somebody already */
  double drop;               /* of Σq, after the introductions before this one */
  double expected_ties_lost; /* Σq with this one and all before */
} RefnetIntroduction;

/* An organization that is open, with ends of ties where nobody is listed, or everybody has left. */
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
  REFNET_KEY_REACH          /* from them everybody is nearest (KPP-POS); none that is closed */
} RefnetKeyKind;

/* A set of key players (Borgatti 2006). */
typedef struct {
  RefnetKeyKind kind;
  RefnetIndexList vertices; /* in the order chosen: not sorted */
  double value; /* F without them, Σ s(s−1) over components against n(n−1), n those remaining, NaN
                   under two; or Σ 1/d / n over all vertices, members at d = 1 */
} RefnetKeySet;

typedef struct {
  const RefnetNetwork *network;
  double turnover; /* yearly */
  guint64 ties_assessed, ties_unknown, ties_already_lost;
  double expected_ties_lost; /* NaN: no tie assessed */
  double p90_ties_lost;      /* NaN: no tie assessed */
  guint32 truck_factor;      /* people; 0: undefined */
  gboolean truck_factor_known;
  RefnetIndexList truck_factor_people;   /* persons, in the order chosen: not sorted */
  RefnetOrganizationRisk *organizations; /* all vertices, gravest first */
  guint32 organization_count;
  RefnetTieRisk *ties; /* all ties, likeliest to lose its last contact first; unknown last */
  gsize tie_count;
  RefnetPersonRisk *people; /* all who hold a tie, gravest first */
  guint32 people_count;
  RefnetIndexList articulation; /* vertices */
  RefnetVertexPair *bridges;
  guint32 bridge_count;
  guint32 turnover_unread;           /* cells of a `turnover` column that are no share */
  RefnetIntroduction *introductions; /* largest drop first, each over .05, at most 100 */
  guint32 introduction_count;
  RefnetMissingContact *missing; /* most ties first */
  guint32 missing_count;
  RefnetLossShare *losses; /* the distribution, rising; empty without draws */
  guint32 loss_count;
  double fragmentation;   /* F as things are; NaN under two organizations */
  RefnetKeySet *key_sets; /* by kind, then size */
  guint32 key_set_count;
  /* How many organizations have to go before the rest of the largest component falls apart (of
   * equals the one with the first organization); of a complete one, one less than it has. NaN: no
   * organization, or too much work to find. */
  double vertex_connectivity;
  guint32 rows_repeated; /* rows that surely are one organization with an earlier one, each a vertex
                            of its own here; 0 where nobody asked */
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
  guint32 key_players;    /* largest set of key players to look for, two others left; 0: none */
  gboolean repeated_rows; /* count them */
} RefnetRiskOptions;

/* Closed organizations keep their ties, which are assessed as they are recorded; nobody is asked to
 * find a contact there. Who has left an organization by as_of holds none of its ties, but may hold
 * those of another; a tie with contacts named in its rows is lost when these have left, whoever
 * else is there.
 * Organizations are in this order: articulation ones by vertices cut off, expected ties lost, a
 * single contact, number; people by ties left without a contact, importance, name. Reals that
 * differ by less than 1e-9 count as equal. REFNET_ERROR_USAGE when turnover is not a share. O(draws
 * · (people + expected ties lost)) and near-linear in rows, ties and contacts. */
RefnetRisks *refnet_risks_new(const RefnetNetwork *network, const RefnetRiskOptions *options,
                              GError **error);
void refnet_risks_free(RefnetRisks *risks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRisks, refnet_risks_free)

G_END_DECLS

#endif
