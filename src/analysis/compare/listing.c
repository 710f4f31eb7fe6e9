/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which organizations came, went, closed, were renamed or became one row. */
#include "analysis/compare/comparing.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/memory.h"
#include "base/order.h"

static const RefnetOrganization *row_at(const RefnetComparing *comparing, guint side,
                                        guint32 organization) {
  return &refnet_comparing_dataset(comparing, side)->organizations[organization];
}

static gboolean is_in_view(const RefnetComparing *comparing, guint side, guint32 organization) {
  return comparing->changes.networks[side]->vertex[organization] != REFNET_NONE;
}

/* By row of a side the first link worth a look to an organization that is in the other list only.
 */
static guint32 *possible_links(const RefnetComparing *comparing, guint side, GError **error) {
  const RefnetChanges *changes = &comparing->changes;
  const RefnetRecordLinks *links = changes->links[side];
  guint32 rows = refnet_comparing_dataset(comparing, side)->organization_count;
  guint32 *possible = REFNET_TRY_ARRAY(guint32, rows, error);
  if (!possible)
    return NULL;
  memset(possible, 0xFF, rows * sizeof *possible);
  for (gsize i = links ? links->link_count : 0; i-- > 0;) {
    const RefnetRecordLink *link = &links->links[i];
    guint32 other = changes->compared_of[!side][link->other];
    if (link->taken == REFNET_NONE &&
        changes->organizations[other].organization[side] == REFNET_NONE)
      possible[link->organization] = (guint32)i;
  }
  return possible;
}

static void add(RefnetComparing *comparing, RefnetOrganizationChangeKind kind, guint32 compared,
                guint side, guint32 row) {
  RefnetChanges *changes = &comparing->changes;
  changes->moves[changes->move_count++] = (RefnetOrganizationChange){
      .kind = kind, .compared = compared, .row = row, .side = side, .link = REFNET_NONE};
}

static gboolean is_renamed(const RefnetOrganization *then, const RefnetOrganization *now) {
  if (strcmp(then->name, now->name) == 0)
    return FALSE;
  g_autofree char *old = refnet_text_fold(then->name), *new = refnet_text_fold(now->name);
  return strcmp(old, new) != 0;
}

/* In both lists. */
static void add_moves(RefnetComparing *comparing, guint32 compared) {
  const RefnetComparedOrganization *both = &comparing->changes.organizations[compared];
  const RefnetOrganization *then = row_at(comparing, REFNET_THEN, both->organization[REFNET_THEN]);
  const RefnetOrganization *now = row_at(comparing, REFNET_NOW, both->organization[REFNET_NOW]);
  gboolean was_there = both->vertex[REFNET_THEN] != REFNET_NONE;
  gboolean is_there = both->vertex[REFNET_NOW] != REFNET_NONE;
  if (!was_there && !is_there)
    return;
  guint32 row = both->organization[REFNET_NOW];
  if (then->closed != now->closed)
    add(comparing, now->closed ? REFNET_CHANGE_CLOSED : REFNET_CHANGE_REOPENED, compared,
        REFNET_NOW, row);
  else if (was_there != is_there)
    add(comparing, is_there ? REFNET_CHANGE_ENTERED : REFNET_CHANGE_LEFT, compared, REFNET_NOW,
        row);
  if (is_renamed(then, now))
    add(comparing, REFNET_CHANGE_RENAMED, compared, REFNET_NOW, row);
}

/* In one list only. */
static void add_arrival(RefnetComparing *comparing, guint32 compared, guint side) {
  guint32 row = comparing->changes.organizations[compared].organization[side];
  if (is_in_view(comparing, side, row))
    add(comparing, side == REFNET_NOW ? REFNET_CHANGE_LISTED : REFNET_CHANGE_UNLISTED, compared,
        side, row);
}

static void add_joined(RefnetComparing *comparing, guint side) {
  const RefnetChanges *changes = &comparing->changes;
  for (guint32 row = 0; row < refnet_comparing_dataset(comparing, side)->organization_count;
       row++) {
    guint32 compared = changes->compared_of[side][row];
    if (changes->organizations[compared].organization[side] != row &&
        is_in_view(comparing, side, row))
      add(comparing, REFNET_CHANGE_JOINED, compared, side, row);
  }
}

static int compare_moves(const void *a, const void *b) {
  const RefnetOrganizationChange *x = a, *y = b;
  int order = refnet_order(x->kind, y->kind);
  if (order == 0)
    order = refnet_order(x->compared, y->compared);
  if (order == 0)
    order = refnet_order(x->side, y->side);
  return order ? order : refnet_order(x->row, y->row);
}

/* What may be the same under another name. */
static gboolean find_possible(RefnetComparing *comparing, GError **error) {
  RefnetChanges *changes = &comparing->changes;
  for (guint side = 0; side < REFNET_SIDES; side++) {
    g_autofree guint32 *possible = possible_links(comparing, side, error);
    if (!possible)
      return FALSE;
    for (gsize i = 0; i < changes->move_count; i++) {
      RefnetOrganizationChange *move = &changes->moves[i];
      if (move->side == side &&
          (move->kind == REFNET_CHANGE_LISTED || move->kind == REFNET_CHANGE_UNLISTED))
        move->link = possible[move->row];
    }
  }
  return TRUE;
}

gboolean refnet_compare_listing(RefnetComparing *comparing, GError **error) {
  RefnetChanges *changes = &comparing->changes;
  guint64 most = 2 * (guint64)changes->organization_count +
                 refnet_comparing_dataset(comparing, REFNET_THEN)->organization_count +
                 refnet_comparing_dataset(comparing, REFNET_NOW)->organization_count;
  if (!(changes->moves = REFNET_TRY_ARRAY(RefnetOrganizationChange, most, error)))
    return FALSE;
  for (guint32 c = 0; c < changes->organization_count; c++) {
    const guint32 *rows = changes->organizations[c].organization;
    if (rows[REFNET_THEN] != REFNET_NONE && rows[REFNET_NOW] != REFNET_NONE)
      add_moves(comparing, c);
    else
      add_arrival(comparing, c, rows[REFNET_NOW] != REFNET_NONE ? REFNET_NOW : REFNET_THEN);
  }
  for (guint side = 0; side < REFNET_SIDES; side++)
    add_joined(comparing, side);
  if (changes->move_count > 1)
    qsort(changes->moves, changes->move_count, sizeof *changes->moves, compare_moves);
  return find_possible(comparing, error);
}
