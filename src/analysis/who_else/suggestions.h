/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What all kinds of "who else" share: the result and its memory, who may be suggested, and what is
 * told of anybody. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_SUGGESTIONS_H
#define REFNET_ANALYSIS_WHO_ELSE_SUGGESTIONS_H

#include "analysis/paths/path.h"
#include "base/pool.h"

G_BEGIN_DECLS

/* The result and what owns its lists. */
typedef struct {
  RefnetWhoElse who_else; /* first: what the caller holds */
  RefnetPool *pool;
  gsize capacity; /* suggestions there is room for */
} RefnetWhoElseResult;

/* Freed with refnet_who_else_free. NULL with REFNET_ERROR_INTERNAL when memory ran out. */
RefnetWhoElseResult *refnet_who_else_result_new(const RefnetNetwork *network, GError **error);
/* A suggestion more at the end, its reasons to be added; NULL when memory ran out. */
RefnetSuggestion *refnet_who_else_result_add(RefnetWhoElseResult *result, guint32 vertex,
                                             double score);
/* A reason more at the end of the last suggestion; `items` are copied. FALSE when memory ran out.
 */
gboolean refnet_who_else_result_tell(RefnetWhoElseResult *result, const RefnetReason *reason,
                                     const guint32 *items, guint32 length);

/* Who can introduce the one from which the finder's paths begin to each suggestion. O(Σ ties of the
 * suggestions' neighbors) at most. */
void refnet_who_else_introduce(RefnetWhoElse *who_else, RefnetPathFinder *finder);

/* By vertex: open, matches options->candidates and is not excluded. Freed with g_free. NULL with an
 * error when a value that candidates must match is unknown. O(organizations). */
guint8 *refnet_who_else_allowed(const RefnetNetwork *network, const RefnetWhoElseOptions *options,
                                GError **error);

/* Whether the options choose whom to suggest. */
gboolean refnet_who_else_is_filtered(const RefnetWhoElseOptions *options);

/* One is a part of the other, as a programme is of its parent: they are one body. */
gboolean refnet_is_part_of_same_body(const RefnetNetwork *network, guint32 a, guint32 b);

/* The later of two meetings, either of which may be REFNET_NONE; of one day the first. */
guint32 refnet_later_meeting(const RefnetMeeting *meetings, guint32 a, guint32 b);
/* By vertex: its latest meeting, not later than `as_of`, or REFNET_NONE. Freed with g_free; NULL
 * with REFNET_ERROR_INTERNAL. O(vertices + meetings). */
guint32 *refnet_latest_meetings(const RefnetNetwork *network, RefnetDate as_of, GError **error);
/* Gives all rows of an organization the latest of theirs. `same`: by vertex, the first of the rows
 * that are one. O(vertices). */
void refnet_share_meetings(const RefnetNetwork *network, const guint32 *same, guint32 *latest);

G_END_DECLS

#endif
