/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What organizations say, numbered, so that each two statements are compared but once; and kinds of
 * organizations that are alike in all that speaks for a candidate but its ties and its place on
 * the map. */
#ifndef REFNET_ANALYSIS_EVERYONE_KINDS_H
#define REFNET_ANALYSIS_EVERYONE_KINDS_H

#include "analysis/who_else/score.h"
#include "base/arena.h"

G_BEGIN_DECLS

/* What is on record of an organization, whatever it says. */
enum {
  REFNET_HAS_SERVICES = 1 << 0,
  REFNET_HAS_AREAS = 1 << 1,
  REFNET_HAS_POPULATIONS = 1 << 2,
  REFNET_HAS_OFFERS = 1 << 3,
  REFNET_HAS_SEEKS = 1 << 4,
  REFNET_HAS_PLACE = 1 << 5 /* coordinates */
};

/* All that is said on one term, each once. */
typedef struct {
  RefnetSaid *said;
  guint32 count;
  guint32 *times;  /* by statement: how many candidates make it */
  guint32 *placed; /* and how many of these have coordinates */
} RefnetStatements;

/* The same statements, nominations and group. */
typedef struct {
  guint32 said[REFNET_TERMS]; /* numbers of the statements on each term */
  guint32 group;
  guint32 organization; /* one of them */
  double nomination;    /* the term of its nominations */
} RefnetKind;

/* Kinds of one sector with the same on record, whatever it says: there may be as many kinds as
 * organizations, but groups are few. */
typedef struct {
  guint32 sector;
  guint8 recorded;    /* set of REFNET_HAS_… */
  gboolean candidate; /* not closed */
  gboolean allowed;   /* may be suggested */
  guint32 members;
  guint32 most_services; /* of any kind in it */
  double most_nomination;
} RefnetKindGroup;

typedef struct {
  const RefnetNetwork *network;
  RefnetStatements statements[REFNET_TERMS];
  RefnetKind *kinds;
  guint32 count;
  guint32 *kind_of; /* by vertex */
  RefnetKindGroup *groups;
  guint32 group_count;
  guint32 *start; /* by kind, and one past: its vertices are member[start[k]] …, rising */
  guint32 *member;
  RefnetArena *arena; /* the lists of the statements */
} RefnetKinds;

/* `allowed` is by vertex. NULL with REFNET_ERROR_INTERNAL without memory. O(n + length of lists).
 */
RefnetKinds *refnet_kinds_new(const RefnetNetwork *network, const RefnetNamed *named,
                              const guint8 *allowed, GError **error);
void refnet_kinds_free(RefnetKinds *kinds);

static inline const RefnetKindGroup *refnet_kinds_group(const RefnetKinds *kinds, guint32 kind) {
  return &kinds->groups[kinds->kinds[kind].group];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetKinds, refnet_kinds_free)

G_END_DECLS

#endif
