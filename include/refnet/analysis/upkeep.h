/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — analysis room: upkeep: who is due a call, and what to hand over when a person leaves. */
#ifndef REFNET_ANALYSIS_UPKEEP_H
#define REFNET_ANALYSIS_UPKEEP_H

#include <refnet/base.h>
#include <refnet/model.h>

G_BEGIN_DECLS

/* ---- handover -------------------------------------------------------------------------------- */

/* One relationship that a person hands over. */
typedef struct {
  guint64 tie;             /* in the network */
  guint32 vertex, partner; /* the person's side and the other */
  guint32 colleague;       /* the contact who takes over; REFNET_NONE: nobody else is listed there,
                              or the organization is closed */
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
  RefnetHandoverStep *steps; /* those nobody else holds first, then by date, referrals, partner */
  guint32 step_count;
} RefnetHandover;

/* The person whom `text` names: a contact's id, e-mail address or name, compared folded, or
 * "contact 1 of 2 at ORG". REFNET_NONE with REFNET_ERROR_USAGE when nobody, or more than one
 * person, is called that; the message names no other person. O(contacts). */
guint32 refnet_dataset_find_person(const RefnetDataset *dataset, const char *text, GError **error);

/* Every relationship that `person` holds, but with who has closed, to be handed over warmly: a
 * colleague introduced to the partner's contact. The colleague is the successor where one is named
 * and listed, else somebody who holds the relationship already, else the primary contact or whoever
 * was in touch last. By: the day the person leaves, or as_of when that has passed; where none is
 * listed, 30 days from as_of for what nobody else holds and 90 for the rest; and no later than an
 * agreement's renewal. Of who has left, only what is held by nobody else or named with that person.
 * REFNET_ERROR_USAGE when `as_of` is unknown. O(contacts + rows of the person's relationships). */
RefnetHandover *refnet_handover_new(const RefnetNetwork *network, guint32 person, RefnetDate as_of,
                                    GError **error);
void refnet_handover_free(RefnetHandover *handover);

/* ---- check-ins ------------------------------------------------------------------------------- */

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
  guint32 vertex;           /* of a renewal or a one-way arc: where it begins */
  guint32 partner;          /* where that arc ends; REFNET_NONE for the other kinds */
  guint32 contact;          /* whom to call there, or who left; REFNET_NONE: nobody listed */
  RefnetDate due;           /* UNKNOWN for reciprocity: any time */
  RefnetDate last;          /* last contact of a check-in, latest referral of an arc */
  guint64 count;            /* referrals of an arc; ties of the organization somebody left */
  gboolean first_half_year; /* of knowing the contact */
  gboolean partner_silent; /* did not answer the survey: the reverse of the arc may be unrecorded */
} RefnetDue;

typedef struct {
  const RefnetNetwork *network;
  RefnetDate as_of;
  RefnetDue *due; /* by date, then kind, organizations, contact; without a date last, by count */
  gsize due_count;
  gsize kind_counts[REFNET_DUE_KINDS];
  guint32 contacts; /* places of people who have not left, at organizations not closed */
  guint32 contacts_without_date; /* of those, without a date of last contact: never due */
  guint64 one_way_arcs;          /* closed organizations' among them, which are not due */
} RefnetCheckIns;

typedef struct {
  RefnetDate as_of;      /* a date */
  guint32 cadence;       /* months between check-ins after the first half-year; METHODS: 3 */
  guint32 check_in_days; /* how far after as_of a check-in may be due; METHODS: 0 */
  guint32 renewal_days;  /* the same for renewals and funding; METHODS: 90 */
} RefnetCheckInOptions;

/* What is due: check-ins monthly in the first half-year after the first contact and then every
 * `cadence` months after the last; the latest renewal date of each arc, also when it has passed;
 * funding that ends and has not; contacts who left; arcs without a reverse (in an undirected
 * network none). Somebody with several rows at one organization is told of once there, as last
 * contacted on the latest of their dates. Nothing is due at closed organizations.
 * REFNET_ERROR_USAGE when as_of is unknown or cadence 0. O(contacts + rows + arcs log arcs). */
RefnetCheckIns *refnet_check_ins_new(const RefnetNetwork *network,
                                     const RefnetCheckInOptions *options, GError **error);
void refnet_check_ins_free(RefnetCheckIns *check_ins);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetHandover, refnet_handover_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetCheckIns, refnet_check_ins_free)

G_END_DECLS

#endif
