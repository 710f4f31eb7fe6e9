/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings about data that say the same of many rows, told to people as one. */
#ifndef REFNET_PRESENT_CHECK_CHECK_GROUPS_H
#define REFNET_PRESENT_CHECK_CHECK_GROUPS_H

#include "present/description/description.h"

G_BEGIN_DECLS

/* The findings of one kind that say the same: indices into the diagnostics, rising. */
typedef struct {
  const guint32 *items;
  guint32 length;
} RefnetCheckGroup;

/* The first finding of each group, most important first: severity, then how many rows it concerns,
 * then where it stands; fewer than three make no group. The diagnostics must be sorted; the caller
 * owns the result. O(kept findings · findings of a kind). */
GArray *refnet_check_group_leaders(const RefnetDiagnostics *diagnostics);
/* The group that finding `leader` leads; `*items` is the caller's. */
RefnetCheckGroup refnet_check_group(const RefnetDiagnostics *diagnostics, guint32 leader,
                                    guint32 **items);

/* "Ten organisations list no services: A, B, C and seven others." Caller frees. */
char *refnet_check_group_sentence(const RefnetDataset *dataset, RefnetCheckGroup group,
                                  gboolean show_people);
/* "12 times: MESSAGE", of what the first of the group says; where others quote something else, "12
 * times, for example: MESSAGE; so it is with "B" and "C"". Caller frees. */
char *refnet_check_group_example(const RefnetDiagnostics *diagnostics, RefnetCheckGroup group,
                                 const char *message);
/* What to do about the group; NULL: nothing to be said. Caller frees. */
char *refnet_check_group_fix(const RefnetDataset *dataset, RefnetCheckGroup group);
/* "lines 2, 5, 9 and seven others"; NULL: they are about whole files. Caller frees. */
char *refnet_check_group_places(const RefnetDiagnostics *diagnostics, RefnetCheckGroup group);

G_END_DECLS

#endif
