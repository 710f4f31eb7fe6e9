/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — analysis room: two datasets of one coalition side by side: what changed from the older
 * to the newer, and how much of it may only be a difference in what was written down. */
#ifndef REFNET_ANALYSIS_COMPARE_H
#define REFNET_ANALYSIS_COMPARE_H

#include <refnet/analysis/gaps.h>
#include <refnet/analysis/network.h>
#include <refnet/analysis/record_links.h>
#include <refnet/analysis/risks.h>
#include <refnet/analysis/upkeep.h>

G_BEGIN_DECLS

/* The two sides of a comparison: networks[REFNET_THEN], networks[REFNET_NOW]. */
enum { REFNET_THEN, REFNET_NOW, REFNET_SIDES };

/* ---- organizations --------------------------------------------------------------------------- */

/* How it is known that a row of each list is one organization. */
typedef enum {
  REFNET_SAME_BY_ID,
  REFNET_SAME_BY_NAME,       /* equal names, compared folded */
  REFNET_SAME_BY_OTHER_NAME, /* the name of one is an alternate or short name of the other */
  REFNET_SAME_BY_RECORD,     /* phone, address and the like: surely the same record */
  REFNET_SAME_BY_NOTHING     /* it is in one list only */
} RefnetSameBy;

/* An organization of either list. */
typedef struct {
  guint32 organization[REFNET_SIDES]; /* of each dataset; REFNET_NONE: not in that list */
  guint32 vertex[REFNET_SIDES];       /* of each network; REFNET_NONE: not in that view */
  RefnetSameBy by;
  guint32 link; /* BY_RECORD: the evidence, in links[REFNET_NOW]; else REFNET_NONE */
  gboolean silent[REFNET_SIDES]; /* was asked and did not answer (respondents.csv) */
} RefnetComparedOrganization;

typedef enum {
  REFNET_CHANGE_LISTED,   /* not in the older list */
  REFNET_CHANGE_REOPENED, /* closed then and not now */
  REFNET_CHANGE_ENTERED,  /* in both lists, but only now among what the filters leave */
  REFNET_CHANGE_UNLISTED, /* not in the newer list */
  REFNET_CHANGE_CLOSED,   /* closed now and not then */
  REFNET_CHANGE_LEFT,     /* in both lists, but no longer among what the filters leave */
  REFNET_CHANGE_JOINED,   /* two rows of one list are one organization of the other */
  REFNET_CHANGE_RENAMED   /* its names differ, compared folded */
} RefnetOrganizationChangeKind;

typedef struct {
  RefnetOrganizationChangeKind kind;
  guint32 compared; /* in organizations */
  guint32 row;      /* JOINED: the further row; else that organization's row */
  guint32 side;     /* whose row it is: NOW for what was added */
  guint32 link; /* LISTED, UNLISTED: what a person should look at, to one that is in the other list
                   only; in links[side]; else REFNET_NONE */
} RefnetOrganizationChange;

/* ---- ties ------------------------------------------------------------------------------------ */

typedef enum {
  REFNET_TIE_ADDED,
  REFNET_TIE_REMOVED,
  REFNET_TIE_UNSAID_THEN, /* recorded now; who would have reported it then did not answer */
  REFNET_TIE_UNSAID_NOW,  /* recorded then; who would report it now did not answer */
  REFNET_TIE_STRONGER,    /* more referrals, or more often */
  REFNET_TIE_WEAKER,
  REFNET_TIE_STEADY /* as many, but with a direction more or less */
} RefnetTieChangeKind;
enum { REFNET_TIE_CHANGES = REFNET_TIE_STEADY + 1 };

/* Of the two directions between a and b. */
enum { REFNET_WAY_THERE = 1 << 0, REFNET_WAY_BACK = 1 << 1 };

/* A relationship that is not as it was. */
typedef struct {
  guint32 a, b; /* in organizations, a < b */
  RefnetTieChangeKind kind;
  guint64 ties[REFNET_SIDES];      /* in each network; G_MAXUINT64: none */
  guint64 referrals[REFNET_SIDES]; /* both directions */
  guint8 ways[REFNET_SIDES];       /* recorded: THERE a → b, BACK b → a */
  guint8 unsaid[REFNET_SIDES];     /* ways not recorded, by one who did not answer */
  guint8 frequency[REFNET_SIDES];  /* strongest RefnetFrequency */
  gboolean clearly; /* STRONGER, WEAKER: by more than two standard errors of the difference of two
                       counts, or by frequency */
  gboolean two_way, one_way; /* became so; never where a way is unsaid */
  guint32 silent;            /* in organizations: who did not answer; else REFNET_NONE */
  guint32 absent; /* ADDED, REMOVED: an end that is not in the other view; else REFNET_NONE */
} RefnetTieChange;

/* ---- figures --------------------------------------------------------------------------------- */

/* One figure of both sides; NaN: unknown. */
typedef struct {
  const char *key; /* "density", as in summary's JSON; static */
  double value[REFNET_SIDES];
  double shared[REFNET_SIDES]; /* among the organizations of both views only; NaN: not measured */
} RefnetComparedFigure;

/* ---- gaps ------------------------------------------------------------------------------------ */

/* A finding about a service in an area that is there on one side only. */
typedef struct {
  guint32 side;           /* NOW: opened; THEN: closed */
  const RefnetGap *gap;   /* of gaps[side] */
  const RefnetGap *other; /* about the same cell and group on the other side, where that has another
                             status; NULL: there is none */
  guint32 providers[REFNET_SIDES]; /* in the cell, records that are one counted once */
  gboolean group_is_served; /* of a finding about a population: somebody offers it to that group on
                               the other side */
  gboolean need_is_new; /* needs.csv of one side only asks for the service there: `side` has it */
} RefnetGapMove;

/* ---- risks ----------------------------------------------------------------------------------- */

enum {
  REFNET_MOVE_CONTACTS = 1 << 0,  /* one listed contact where there were more, or none left */
  REFNET_MOVE_ONLY_LINK = 1 << 1, /* of more organizations to the rest */
  REFNET_MOVE_EXPECTED = 1 << 2   /* half a tie or more may be without a contact in a year */
};

/* What rests on few people or one organization, more or less than before. */
typedef struct {
  guint32 compared; /* in organizations; in both views */
  guint up, down;   /* REFNET_MOVE_…, in each direction */
  const RefnetOrganizationRisk *risk[REFNET_SIDES];
} RefnetRiskMove;

/* ---- people ---------------------------------------------------------------------------------- */

typedef enum {
  REFNET_PERSON_LEFT,     /* contacts.csv says when */
  REFNET_PERSON_UNLISTED, /* no longer listed there, and no date of leaving */
  REFNET_PERSON_NEW,
  REFNET_PERSON_MOVED /* no longer there, and new at another organization */
} RefnetContactChangeKind;

/* One person's place at an organization that is in both views; of MOVED one of the two may be in
 * one list only. */
typedef struct {
  RefnetContactChangeKind kind;
  guint32 compared;  /* in organizations */
  guint32 contact;   /* NEW, LEFT: of the newer dataset; UNLISTED, MOVED: of the older */
  guint32 successor; /* contact of the newer dataset, named as such and still there; REFNET_NONE */
  gboolean others_left; /* somebody is still listed there */
  /* MOVED; else REFNET_NONE and FALSE. */
  guint32 to;      /* in organizations */
  guint32 arrival; /* contact of the newer dataset, there */
  gboolean by_id;  /* the contact id is the same; else e-mail and folded name are */
} RefnetContactChange;

/* ---- scenarios ------------------------------------------------------------------------------- */

/* A relationship that would have no contact left at an end. */
typedef struct {
  guint32 a, b; /* in organizations, a < b */
  guint64 tie;  /* of networks[REFNET_NOW] */
} RefnetUnheldTie;

/* A service that an organization would no longer offer somewhere, and who else does. Rows that
 * surely are one organization are one: told of the first that offered it, and named once among
 * others. */
typedef struct {
  guint32 organization, service; /* numbers of both datasets */
  RefnetIndexList areas;         /* where it would not */
  RefnetIndexList others;        /* organizations listed in any of these, still */
  RefnetIndexList uncovered;     /* those areas where nobody is */
} RefnetTakeOver;

/* ---- one closing after the other ------------------------------------------------------------- */

/* What would go if one organization closed and nothing else changed. */
typedef struct {
  guint32 vertex;
  guint32 ties;            /* that would end */
  guint64 referrals;       /* made to it */
  guint32 cut_off_count;   /* vertices without a route to the largest rest of their component */
  RefnetIndexList cut_off; /* which, as in RefnetOrganizationRisk */
  const RefnetCell *alone; /* services in areas where nobody else is listed; by service, area */
  guint32 alone_count;
  const RefnetCell *with_one; /* where one other provider would be left; by service, area */
  guint32 with_one_count;
  double need; /* people a year who need what stands in `alone`; NaN: no such row of needs.csv */
} RefnetClosing;

typedef struct {
  const RefnetNetwork *network;
  RefnetClosing *closings; /* of all that are not closed: by services where nobody else is listed,
                              the need for these, organizations cut off, services with one left,
                              ties, referrals */
  guint32 count;
  guint32 without_services; /* of these, what they offer is not known */

  /* What it is drawn from. */
  RefnetRisks *risks;
  RefnetCell *cells;
} RefnetClosings;

/* Every single closing and what would go with it. Rows that surely are one organization count as
 * one provider of what is left. The network must outlive the result. Near-linear in rows and in
 * offers times their areas. */
RefnetClosings *refnet_closings_new(const RefnetNetwork *network, RefnetDate as_of, GError **error);
void refnet_closings_free(RefnetClosings *closings);

/* ---- the whole ------------------------------------------------------------------------------- */

/* What makes sides hard to compare: said before the findings that it weakens. */
enum {
  REFNET_CAVEAT_RESPONSE = 1 << 0,  /* other shares answered, or one side does not say */
  REFNET_CAVEAT_BOUNDARY = 1 << 1,  /* other organizations: shares change by that alone */
  REFNET_CAVEAT_SPAN = 1 << 2,      /* referrals of a longer or shorter time */
  REFNET_CAVEAT_OVERLAP = 1 << 3,   /* the same referrals stand in both */
  REFNET_CAVEAT_UNDATED = 1 << 4,   /* one side does not say when referrals were */
  REFNET_CAVEAT_NEEDS = 1 << 5,     /* needs.csv on one side only */
  REFNET_CAVEAT_CONTACTS = 1 << 6,  /* contacts on one side only */
  REFNET_CAVEAT_SERVICES = 1 << 7,  /* more or fewer organizations list no services */
  REFNET_CAVEAT_STRANGERS = 1 << 8, /* hardly anybody is in both: other networks, or ids */
  REFNET_CAVEAT_ORDER = 1 << 9      /* the records of the older go on after those of the newer */
};

typedef struct {
  const RefnetNetwork *networks[REFNET_SIDES];
  RefnetDate as_of[REFNET_SIDES];

  RefnetComparedOrganization *organizations; /* all of both datasets, by id (the newer), then row */
  guint32 organization_count;
  guint32 shared;                           /* in both views */
  const guint32 *compared_of[REFNET_SIDES]; /* of each dataset's organization, in organizations */
  guint32 renumbered; /* ids that stand for another organization now than then: names decide */
  /* Of those that neither id nor name tells, in the whole other list; NULL: there are none. */
  RefnetRecordLinks *links[REFNET_SIDES];

  RefnetOrganizationChange *moves; /* of organizations: by kind, then organization */
  gsize move_count;

  RefnetTieChange *ties; /* by kind; most referrals first, then organizations */
  gsize tie_count;
  guint64 tie_counts[REFNET_TIE_CHANGES];
  guint64 ties_kept; /* in both views */
  gboolean counted;  /* both sides number referrals: strength is by these, else by frequency */
  guint64 two_way, one_way; /* became so */
  guint64 unsaid_ways; /* in both views, with a direction more or less that may only be unsaid */

  RefnetComparedFigure *figures;
  gsize figure_count;

  RefnetGapMove *gaps; /* closed, then opened, each in the order of its side */
  gsize gap_count;
  RefnetRiskMove *risks; /* gravest first */
  gsize risk_count;
  RefnetContactChange *people; /* by kind, organization, contact */
  gsize people_count;
  guint32 contacts_then; /* places of people then, at organizations in both views */

  /* Of a scenario, that is where now_of_then was given; else empty. */
  gboolean is_scenario;
  RefnetIndexList cut_off; /* in organizations: those who could reach most others, and can't now; of
                              equal parts all */
  RefnetUnheldTie *unheld; /* by tie */
  gsize unheld_count;
  RefnetTakeOver *take_overs; /* by organization, then in the order of its offers */
  gsize take_over_count;

  guint caveats;
  guint32 asked[REFNET_SIDES], answered[REFNET_SIDES]; /* organizations in respondents.csv */
  RefnetDate first[REFNET_SIDES], last[REFNET_SIDES];  /* referrals; UNKNOWN: none dated */
  guint64 referrals_in_both; /* rows of the newer that stand in the older just so */

  /* What it is drawn from. */
  RefnetSummary *summaries[REFNET_SIDES];
  RefnetGaps *gap_searches[REFNET_SIDES];
  RefnetRisks *risk_searches[REFNET_SIDES];
  RefnetCheckIns *check_ins[REFNET_SIDES];
} RefnetChanges;

typedef struct {
  RefnetDate as_of[REFNET_SIDES]; /* dates; not needed for only_relationships */
  guint64 seed;
  double turnover; /* yearly; 0: REFNET_DEFAULT_TURNOVER */
  /* By organization of the older dataset the one of the newer that it is, REFNET_NONE: it is gone;
   * for datasets made of each other. NULL: told from ids, names and records. */
  const guint32 *now_of_then;
  gboolean only_relationships; /* organizations, moves and ties, to draw: the rest is empty */
} RefnetCompareOptions;

/* What changed from one network to another. Organizations are matched by id, then name, then
 * alternate or short name, then what surely is the same record (refnet_record_links_new), each as
 * long as it names one only. A relationship that is not recorded on a side where its reporter
 * (reported_by, else `from` unless the row was observed or inferred) did not answer is unknown, not
 * gone. Comparing a network with itself changes nothing; exchanging the sides exchanges added and
 * removed, stronger and weaker, opened and closed, up and down. The networks must outlive the
 * result. Near-linear in rows, offers and contacts, beside what summary, gaps, risks and check-ins
 * take; communities and distances are left out above REFNET_EXACT_VERTICES organizations. */
RefnetChanges *refnet_changes_new(const RefnetNetwork *then, const RefnetNetwork *now,
                                  const RefnetCompareOptions *options, GError **error);
void refnet_changes_free(RefnetChanges *changes);

/* The last day that the dataset tells of, no later than as_of: of referrals, contacts, meetings,
 * answers and verified rows; UNKNOWN: it has no dates. O(rows). */
RefnetDate refnet_dataset_last_date(const RefnetDataset *dataset, RefnetDate as_of);

/* The organization's row on `side`, else on the other. */
const RefnetOrganization *refnet_changes_organization(const RefnetChanges *changes,
                                                      guint32 compared, guint side);
/* The figure with that key, or NULL. */
const RefnetComparedFigure *refnet_changes_figure(const RefnetChanges *changes, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetChanges, refnet_changes_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetClosings, refnet_closings_free)

G_END_DECLS

#endif
