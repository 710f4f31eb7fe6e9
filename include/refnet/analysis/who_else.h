/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — analysis room: whom to meet, and why. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_H
#define REFNET_ANALYSIS_WHO_ELSE_H

#include <refnet/analysis/paths.h>
#include <refnet/base.h>
#include <refnet/model.h>

G_BEGIN_DECLS

/* ---- who else -------------------------------------------------------------------------------- */

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
  REFNET_REASON_NEW_SERVICE,     /* subject = a service, items = areas where no member offers it */
  REFNET_REASON_MORE_CAPACITY,   /* the same where members can serve fewer than need it */
  REFNET_REASON_SECOND_PROVIDER, /* the same where one member offers it; without needs.csv */
  REFNET_REASON_NEW_SECTOR,      /* subject = a sector without a member */
  REFNET_REASON_REACH,           /* organizations it works with and no member does */
  REFNET_REASON_NEW_GROUP,       /* items = its community, of which none is a member */
  REFNET_REASON_MEMBER_PARTNERS  /* members who work with it */
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
  guint32 organization;          /* vertex, or REFNET_NONE: a newcomer or the whole coalition */
  gboolean structure_known;      /* FALSE: no tie leads anywhere, attributes alone were used */
  RefnetSuggestion *suggestions; /* best first */
  guint32 suggestion_count;
  guint32 candidates; /* before top */
  guint32 eligible;   /* of one that asks: looked at of those that may be suggested */
  gboolean filtered;  /* only some may be suggested */
  RefnetAskedBy asked_by;
  const char *newcomer; /* what it is called; NULL: nothing was said */
  /* of the whole coalition */
  RefnetObjective objective;
  RefnetMemberRule member_rule;
  guint32 coalition;       /* the one whose members ask; REFNET_NONE: several, or it has no name */
  RefnetIndexList members; /* vertices */
  gboolean has_needs;      /* gaps are people a year, else areas and services */
  double open,
      reached;      /* of the objective: all that is open, and what these suggestions add up to */
  gboolean is_best; /* these few add most together: no others, as many, add more */
  double share_of_best; /* what the first three add, of the most that three could; 0: not known */
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

/* An organization that is not in the dataset. Names are compared folded, services are the dataset's
 * or those of its load options; NULL: not known. */
typedef struct {
  const char *name;
  char *const *services, *const *areas, *const *populations;
  const char *sector;
} RefnetNewcomer;

/* For one organization. REFNET_ERROR_USAGE: no such vertex or candidates' value. O(Σ degrees within
 * two ties of it + n · length of lists). */
RefnetWhoElse *refnet_who_else_new(const RefnetNetwork *network, guint32 vertex,
                                   const RefnetWhoElseOptions *options, GError **error);
/* For one that is not in the dataset: by attributes alone. REFNET_ERROR_USAGE: a name is unknown.
 */
RefnetWhoElse *refnet_who_else_newcomer(const RefnetNetwork *network,
                                        const RefnetNewcomer *newcomer,
                                        const RefnetWhoElseOptions *options, GError **error);
/* For the whole coalition: the next organizations to meet, each chosen for what it adds to those
 * before it. The gain is monotone and submodular, so that k of them reach at least 1 − 1/e of what
 * any k could (Nemhauser, Wolsey & Fisher 1978). Up to three (`top`) are those that add most
 * together, found by branch and bound and listed in the same order; where that took too long,
 * is_best is FALSE and 1 − 1/e holds for these, too. Without members there are no suggestions.
 * O(offers · areas + Σ degrees), and near-linear in the suggestions made. */
RefnetWhoElse *refnet_who_else_coalition(const RefnetNetwork *network,
                                         const RefnetWhoElseOptions *options, GError **error);
void refnet_who_else_free(RefnetWhoElse *who_else);

/* ---- for everyone ---------------------------------------------------------------------------- */

typedef struct {
  guint32 vertex;
  double score;
  double b; /* what their ties say of it, over two and three of them; 0: they don't lead there */
} RefnetRanked;

/* Suggestions for every organization, without their reasons. */
typedef struct {
  const RefnetNetwork *network;
  const guint64 *start; /* by vertex, and one past: ranked[start[v]] … are for v, best first */
  const RefnetRanked *ranked;
} RefnetEveryone;

/* For each vertex what refnet_who_else_new suggests to it, scores to 1e-9. The network, and that of
 * the past where options have one, must outlive the result. Errors as there. In two threads. Most
 * candidates are told by bounds that they can't be among the first; near O(Σ ties of those with few
 * ties and of their partners), and O(n · (n + ties)) at worst or when all are asked for. */
RefnetEveryone *refnet_who_else_everyone(const RefnetNetwork *network,
                                         const RefnetWhoElseOptions *options, GError **error);
/* One of the suggestions for one of them, from 0, with reasons and introductions as
 * refnet_who_else_new gives them: the only one of the result. Several threads may ask. O(ties near
 * them), and for the first one that asks O(ties · log + arcs + rows). */
RefnetWhoElse *refnet_everyone_answer(const RefnetEveryone *everyone, guint32 vertex, guint32 rank,
                                      GError **error);
void refnet_everyone_free(RefnetEveryone *everyone);

/* ---- a plan of meetings ---------------------------------------------------------------------- */

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

/* Spreads the first `most` suggestions (0: 12) over as many weeks, at most 12, from the Monday
 * after `as_of` on. Those of an area stand together: where an organization is by its coordinates,
 * or the only area it serves; areas in the order of their best suggestion. O(suggestions · areas).
 */
RefnetMeetingPlan *refnet_meeting_plan_new(const RefnetWhoElse *who_else, guint32 most,
                                           RefnetDate as_of, GError **error);
void refnet_meeting_plan_free(RefnetMeetingPlan *plan);

/* ---- ties to make ---------------------------------------------------------------------------- */

typedef enum {
  REFNET_TIE_ROUTE, /* a referral link that would open a route to a service (unreachable gaps) */
  REFNET_TIE_JOIN,  /* joins two parts of the network that nothing joins */
  REFNET_TIE_FIT    /* two members who fit each other */
} RefnetTieKind;

/* A tie between two vertices without one. */
typedef struct {
  guint32 from, to; /* for ROUTE the one refers to the other; else no order */
  RefnetTieKind kind;
  double score;                 /* ROUTE: people a year, 0: not known; JOIN: drop in fragmentation;
                                   FIT: mean of both ways' scores */
  guint32 area, service, cells; /* ROUTE: the first of so many cells it would open */
  gboolean is_outside;          /* ROUTE: neither is a member */
  guint32 part_from, part_to;   /* JOIN: organizations on each side */
  RefnetReason *reasons;        /* FIT: as `from` sees it, strongest first */
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

/* Ties that members of the coalition (everybody when nothing says who is one) ought to make, or to
 * help others make where these would open a route: at most 50 that fit, best first. Joining the two
 * largest parts that have a member, again and again, lowers fragmentation 1 − Σ s(s−1)/(n(n−1))
 * most at each step. REFNET_ERROR_USAGE: more than 2,000 members, whose pairs are too many. Of
 * `options` as_of, coalitions and prefer count. O(members · (n + ties)). */
RefnetTiesToMake *refnet_ties_to_make_new(const RefnetNetwork *network,
                                          const RefnetWhoElseOptions *options, GError **error);
void refnet_ties_to_make_free(RefnetTiesToMake *ties);

/* ---- how good suggestions are ---------------------------------------------------------------- */

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
  double share; /* of ties hidden in a round */
  guint32 top;
  guint64 hidden, asked; /* ties hidden, and hidden partners looked for, in all rounds */
  RefnetMethodResult methods[REFNET_METHODS];
} RefnetEvaluation;

/* Where there are 20 ties at least, hides 15 % of them ten times and asks their ends whom they
 * should meet: at most 1,000 ends a round, fewer in large networks. Nominations, meetings and what
 * candidates must match play no part. O(rounds · ends · (ties + n · length of lists)). */
RefnetEvaluation *refnet_evaluation_new(const RefnetNetwork *network, guint64 seed, GError **error);
void refnet_evaluation_free(RefnetEvaluation *evaluation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetWhoElse, refnet_who_else_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetEveryone, refnet_everyone_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetEvaluation, refnet_evaluation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetTiesToMake, refnet_ties_to_make_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetMeetingPlan, refnet_meeting_plan_free)

G_END_DECLS

#endif
