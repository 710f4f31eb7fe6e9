/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A dataset in which rows that are one organization have become one. */
#include "model/merge/folder.h"
#include "model/merge/log.h"
#include "model/merge/plan.h"
#include "model/merge/rewrite.h"

#include <string.h>

/* ---- writing --------------------------------------------------------------------------------- */

typedef struct {
  const RefnetMergePlan *plan;
  RefnetMerge *merge;
  RefnetOutput *log;
  RefnetPathFunc path;
  gpointer data;
} Writing;

static RefnetOutput *open_file(const Writing *writing, const char *name, GError **error) {
  g_autofree char *target = writing->path(name, writing->data);
  return refnet_output_open(target, error);
}

static gboolean is_folder(const RefnetDataset *dataset) {
  return g_file_test(dataset->path, G_FILE_TEST_IS_DIR);
}

/* In a folder files keep their names; files from elsewhere get those of a dataset's. */
static const char *new_name(const Writing *writing, const RefnetSheet *sheet) {
  return is_folder(&writing->plan->store->dataset) ? sheet->label
                                                   : refnet_file_fields(sheet->file)->file;
}

static void clear_entry(gpointer entry) {
  refnet_log_entry_clear(entry);
}

static gboolean write_file(Writing *writing, const RefnetSheet *sheet, GError **error) {
  RefnetMergeCount *count = &writing->merge->files[writing->merge->file_count++];
  const char *name = new_name(writing, sheet);
  g_autoptr(RefnetSplicer) splicer = refnet_splicer_open(
      sheet->path, sheet->label, writing->plan->store->delimiter, sheet->header_line, error);
  if (splicer == NULL)
    return FALSE;
  g_autoptr(RefnetOutput) output = open_file(writing, name, error);
  if (output == NULL)
    return FALSE;
  g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(RefnetLogEntry));
  g_array_set_clear_func(entries, clear_entry);
  count->file = sheet->label;
  if (!refnet_merge_rewrite(writing->plan, sheet, splicer, entries, count, error))
    return FALSE;
  refnet_splicer_write(splicer, output);
  if (refnet_splicer_changes(splicer) > 0)
    refnet_merge_log_file(writing->log, name, entries, splicer);
  return refnet_output_commit(output, error);
}

static gboolean is_sheet(const RefnetStore *store, const char *name) {
  for (guint f = 0; f < REFNET_FILES; f++)
    if (store->sheets[f].present && strcmp(store->sheets[f].label, name) == 0)
      return TRUE;
  return FALSE;
}

/* What else is in the folder comes along; the log of an earlier merge under another name. */
static gboolean copy_others(const Writing *writing, GError **error) {
  const RefnetDataset *dataset = &writing->plan->store->dataset;
  if (!is_folder(dataset))
    return TRUE;
  g_auto(GStrv) names = refnet_folder_files(dataset->path, error);
  if (names == NULL)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *later = refnet_log_name_later(names[i]);
    if (!is_sheet(writing->plan->store, names[i]) &&
        !refnet_folder_copy(dataset->path, names[i], later != NULL ? later : names[i],
                            writing->path, writing->data, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean write_all(Writing *writing, GError **error) {
  refnet_merge_log_begin(writing->log);
  for (guint f = 0; f < REFNET_FILES; f++)
    if (writing->plan->store->sheets[f].present &&
        !write_file(writing, &writing->plan->store->sheets[f], error))
      return FALSE;
  return copy_others(writing, error) && refnet_output_commit(writing->log, error);
}

/* ---- what was done --------------------------------------------------------------------------- */

static gint compare_groups(gconstpointer a, gconstpointer b) {
  guint32 x = ((const RefnetMergedGroup *)a)->kept, y = ((const RefnetMergedGroup *)b)->kept;
  return (x > y) - (x < y);
}

static void tell_groups(const RefnetMergePlan *plan, RefnetMerge *merge) {
  RefnetMergedGroup *groups = g_new0(RefnetMergedGroup, plan->group_count + 1);
  for (gsize g = 0; g < plan->group_count; g++) {
    RefnetIndexList members = plan->groups[g].members;
    groups[g].kept = plan->groups[g].kept;
    groups[g].organizations.items =
        g_memdup2(members.items, members.length * sizeof *members.items);
    groups[g].organizations.length = members.length;
  }
  qsort(groups, plan->group_count, sizeof *groups, compare_groups);
  merge->groups = groups;
  merge->group_count = plan->group_count;
}

static void tell_conflict(const RefnetMergePlan *plan, const RefnetSheet *sheet,
                          const RefnetRowSet *set, const RefnetCellChange *change,
                          GArray *conflicts) {
  const RefnetMergeRow *lead = g_ptr_array_index(set->rows, 0);
  guint field = sheet->field_of[change->column];
  const char *value =
      set->cells[change->column] != NULL ? set->cells[change->column] : change->before;
  RefnetMergeConflict conflict = {.kept = refnet_merge_plan_becomes(plan, lead->organization),
                                  .other = change->organization,
                                  .file = sheet->label,
                                  .field = field != REFNET_NO_FIELD
                                               ? refnet_file_fields(sheet->file)->fields[field].name
                                               : sheet->headers[change->column],
                                  .value = g_strdup(value),
                                  .other_value = g_strdup(change->theirs)};
  g_array_append_val(conflicts, conflict);
}

static void tell_conflicts(const RefnetMergePlan *plan, RefnetMerge *merge) {
  GArray *conflicts = g_array_new(FALSE, FALSE, sizeof(RefnetMergeConflict));
  for (guint f = 0; f < REFNET_FILES; f++)
    for (guint s = 0; s < plan->sets[f]->len; s++) {
      const RefnetRowSet *set = g_ptr_array_index(plan->sets[f], s);
      for (guint i = 0; i < set->changes->len; i++) {
        const RefnetCellChange *change = &g_array_index(set->changes, RefnetCellChange, i);
        if (change->kind == REFNET_CHANGE_CONFLICT)
          tell_conflict(plan, &plan->store->sheets[f], set, change, conflicts);
      }
    }
  merge->conflict_count = conflicts->len;
  merge->conflicts = (RefnetMergeConflict *)(gpointer)g_array_free(conflicts, FALSE);
}

/* Bytes can be kept only where there are files. */
static gboolean check_sheets(const RefnetStore *store, GError **error) {
  gboolean has_rows = store->sheets[REFNET_FILE_ORGANIZATIONS].present, has_files = TRUE;
  for (guint f = 0; f < REFNET_FILES; f++)
    has_files = has_files && (!store->sheets[f].present || store->sheets[f].path != NULL);
  if (!has_rows)
    g_set_error_literal(
        error, REFNET_ERROR, REFNET_ERROR_USAGE,
        "without organizations.csv there are no rows to merge; write one first, for "
        "example with refnet check --fix DIR");
  else if (!has_files)
    g_set_error_literal(
        error, REFNET_ERROR, REFNET_ERROR_USAGE,
        "only where each table is one CSV file can rows be merged, for all that is untouched stays "
        "as it was; write such files first with refnet check --fix DIR, then merge DIR");
  return has_rows && has_files;
}

RefnetMerge *refnet_dataset_write_merged(const RefnetDataset *dataset,
                                         const RefnetIndexList *groups, gsize count,
                                         RefnetPathFunc path, gpointer data, GError **error) {
  if (!check_sheets(refnet_store_of(dataset), error))
    return NULL;
  g_autoptr(RefnetMergePlan) plan = refnet_merge_plan_new(dataset, groups, count, error);
  if (plan == NULL)
    return NULL;
  g_autoptr(RefnetMerge) merge = g_new0(RefnetMerge, 1);
  Writing writing = {plan, merge, NULL, path, data};
  g_autoptr(RefnetOutput) log = writing.log = open_file(&writing, REFNET_MERGE_LOG, error);
  merge->dataset = dataset;
  if (log == NULL || !write_all(&writing, error))
    return NULL;
  tell_groups(plan, merge);
  tell_conflicts(plan, merge);
  return g_steal_pointer(&merge);
}

void refnet_merge_free(RefnetMerge *merge) {
  if (merge == NULL)
    return;
  for (gsize g = 0; g < merge->group_count; g++)
    g_free((gpointer)merge->groups[g].organizations.items);
  for (gsize c = 0; c < merge->conflict_count; c++) {
    g_free((gpointer)merge->conflicts[c].value);
    g_free((gpointer)merge->conflicts[c].other_value);
  }
  g_free((gpointer)merge->groups);
  g_free((gpointer)merge->conflicts);
  g_free(merge);
}
