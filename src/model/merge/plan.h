/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a merge will do: which organization stays for which, and which rows of each file become one.
 */
#ifndef REFNET_MODEL_MERGE_PLAN_H
#define REFNET_MODEL_MERGE_PLAN_H

#include "model/merge/combine.h"

G_BEGIN_DECLS

typedef struct {
  RefnetIndexList members; /* organizations; owned */
  guint32 kept;
} RefnetMergeGroup;

typedef struct {
  const RefnetStore *store;
  guint32 *group_of; /* by organization, or REFNET_NONE */
  RefnetMergeGroup *groups;
  gsize group_count;
  GPtrArray *sets[REFNET_FILES];    /* RefnetRowSet * of two rows and more */
  GHashTable *set_of[REFNET_FILES]; /* line → RefnetRowSet, for every row of a set */
  GHashTable *rows[REFNET_FILES];   /* lines of rows that are somebody's own, private */
  gboolean adds_alternate_names;    /* organizations.csv gets a column of them */
} RefnetMergePlan;

/* Reads the files once more. REFNET_ERROR_USAGE: the dataset has no organizations.csv of its own,
 * or an organization is in two groups. The row that stays is the one that says most; of equals, the
 * one with the first id. O(bytes of the files). */
RefnetMergePlan *refnet_merge_plan_new(const RefnetDataset *dataset, const RefnetIndexList *groups,
                                       gsize count, GError **error);
void refnet_merge_plan_free(RefnetMergePlan *plan);

/* Whom an organization becomes: itself, or the one that stays for it. REFNET_NONE stays that. */
guint32 refnet_merge_plan_becomes(const RefnetMergePlan *plan, guint32 organization);
/* How a cell that named `organization` names the one that stays for it; borrowed from the dataset.
 */
const char *refnet_merge_plan_reference(const RefnetMergePlan *plan, guint32 organization,
                                        const char *cell);
/* The organization that a cell names, or REFNET_NONE. */
guint32 refnet_merge_plan_resolve(const RefnetMergePlan *plan, const char *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetMergePlan, refnet_merge_plan_free)

G_END_DECLS

#endif
