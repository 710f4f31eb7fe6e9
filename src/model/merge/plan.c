/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Looking through the files for rows that become one, before anything is written. */
#include "model/merge/plan.h"
#include "model/dataset/values.h"

#include <string.h>

/* ---- what becomes of whom -------------------------------------------------------------------- */

guint32 refnet_merge_plan_becomes(const RefnetMergePlan *plan, guint32 organization) {
  if (organization == REFNET_NONE || plan->group_of[organization] == REFNET_NONE)
    return organization;
  return plan->groups[plan->group_of[organization]].kept;
}

guint32 refnet_merge_plan_resolve(const RefnetMergePlan *plan, const char *cell) {
  guint32 organization;
  if (*cell == '\0' ||
      !refnet_resolution_is_one(refnet_resolver_find(plan->store->resolver, cell, &organization)))
    return REFNET_NONE;
  return organization;
}

static gboolean says_id(const RefnetMergePlan *plan, guint32 organization, const char *cell) {
  if (plan->store->sheets[REFNET_FILE_ORGANIZATIONS].column[REFNET_ORGANIZATION_ID] < 0)
    return FALSE;
  g_autofree char *fold = refnet_text_fold(cell);
  g_autofree char *id = refnet_text_fold(plan->store->dataset.organizations[organization].id);
  return strcmp(fold, id) == 0;
}

const char *refnet_merge_plan_reference(const RefnetMergePlan *plan, guint32 organization,
                                        const char *cell) {
  guint32 becomes = refnet_merge_plan_becomes(plan, organization);
  const RefnetOrganization *kept = &plan->store->dataset.organizations[becomes];
  if (says_id(plan, organization, cell) || refnet_merge_plan_resolve(plan, kept->name) != becomes)
    return kept->id;
  return kept->name;
}

/* ---- collecting rows ------------------------------------------------------------------------- */

typedef struct {
  RefnetMergePlan *plan;
  const RefnetSheet *sheet;
  GHashTable *by_line; /* of organizations.csv: line → organization + 1, of the groups' members */
  GHashTable *sets;    /* key → RefnetRowSet */
} Collecting;

static gboolean pass_header(const RefnetRow *header, gpointer data, GError **error) {
  (void)header;
  (void)data;
  (void)error;
  return TRUE;
}

static const char *cell_in(const RefnetRow *row, gint column) {
  return column >= 0 && (guint)column < row->fields ? row->cells[column] : "";
}

static const char *cell_at(const Collecting *collecting, const RefnetRow *row, guint field) {
  return cell_in(row, collecting->sheet->column[field]);
}

static void append_folded(GString *key, RefnetFoldFunc fold, const char *cell) {
  g_autofree char *folded = fold(cell);
  g_string_append_printf(key, "%s\x1f", folded);
}

/* Rows of two organizations of a group with equal keys say the same thing. */
static char *key_of(const Collecting *collecting, const RefnetRow *row, guint32 group) {
  GString *key = g_string_new(NULL);
  g_string_printf(key, "%u\x1f", group);
  if (collecting->sheet->file == REFNET_FILE_SERVICES) {
    append_folded(key, refnet_text_fold_value, cell_at(collecting, row, REFNET_SERVICE_SERVICE));
    append_folded(key, refnet_text_fold_value, cell_at(collecting, row, REFNET_SERVICE_AREA));
    append_folded(key, refnet_text_fold_value, cell_at(collecting, row, REFNET_SERVICE_POPULATION));
  } else if (collecting->sheet->file == REFNET_FILE_CONTACTS) {
    /* Other rows name a contact by its id, so that two ids stay two rows. */
    append_folded(key, refnet_text_fold, cell_at(collecting, row, REFNET_CONTACT_NAME));
    append_folded(key, refnet_text_fold, cell_in(row, collecting->sheet->last_name));
    append_folded(key, refnet_text_fold, cell_at(collecting, row, REFNET_CONTACT_ID));
  }
  return g_string_free(key, FALSE);
}

/* Whose row it is; in these files the first field says so. */
static guint32 owner_of(const Collecting *collecting, const RefnetRow *row) {
  guint32 owner;
  if (collecting->by_line == NULL)
    return refnet_merge_plan_resolve(collecting->plan, cell_at(collecting, row, 0));
  owner = GPOINTER_TO_UINT(
      g_hash_table_lookup(collecting->by_line, GSIZE_TO_POINTER((gsize)row->line)));
  return owner > 0 ? owner - 1 : REFNET_NONE;
}

static gboolean set_has(const RefnetRowSet *set, guint32 organization) {
  for (guint i = 0; i < set->rows->len; i++)
    if (((const RefnetMergeRow *)g_ptr_array_index(set->rows, i))->organization == organization)
      return TRUE;
  return FALSE;
}

static void free_set(gpointer set) {
  refnet_row_set_free(set);
}

static RefnetRowFate collect_row(const RefnetRow *row, gpointer data) {
  Collecting *collecting = data;
  RefnetMergePlan *plan = collecting->plan;
  guint32 owner = owner_of(collecting, row);
  if (owner == REFNET_NONE || plan->group_of[owner] == REFNET_NONE)
    return REFNET_ROW_KEPT;
  g_autofree char *key = key_of(collecting, row, plan->group_of[owner]);
  RefnetRowSet *set = g_hash_table_lookup(collecting->sets, key);
  if (set == NULL) {
    set = refnet_row_set_new();
    g_hash_table_insert(collecting->sets, g_steal_pointer(&key), set);
  }
  /* What one organization lists twice it may mean twice. */
  if (!set_has(set, owner))
    g_ptr_array_add(set->rows, refnet_merge_row_new(row, collecting->sheet->column_count, owner));
  return REFNET_ROW_KEPT;
}

/* ---- sets ------------------------------------------------------------------------------------ */

typedef struct {
  const RefnetMergePlan *plan;
  const RefnetSheet *sheet;
} RowOrder;

static gint compare_cells(const RefnetMergeRow *a, const RefnetMergeRow *b, guint columns) {
  int order = 0;
  for (guint c = 0; order == 0 && c < columns; c++)
    order = strcmp(a->cells[c], b->cells[c]);
  return order;
}

/* The row that says most, then that of the organization that stays, then by id. */
static gint compare_rows(gconstpointer first, gconstpointer second, gpointer data) {
  const RefnetMergeRow *a = *(RefnetMergeRow *const *)first;
  const RefnetMergeRow *b = *(RefnetMergeRow *const *)second;
  const RowOrder *order = data;
  guint filled_a = refnet_merge_row_filled(a, order->sheet);
  guint filled_b = refnet_merge_row_filled(b, order->sheet);
  gboolean kept_a = refnet_merge_plan_becomes(order->plan, a->organization) == a->organization;
  gboolean kept_b = refnet_merge_plan_becomes(order->plan, b->organization) == b->organization;
  if (filled_a != filled_b)
    return filled_a > filled_b ? -1 : 1;
  if (kept_a != kept_b)
    return kept_a ? -1 : 1;
  if (a->organization != b->organization)
    return a->organization < b->organization ? -1 : 1;
  return compare_cells(a, b, order->sheet->column_count);
}

static void keep_set(RefnetMergePlan *plan, const RefnetSheet *sheet, RefnetRowSet *set) {
  RowOrder order = {plan, sheet};
  g_ptr_array_sort_with_data(set->rows, compare_rows, &order);
  refnet_row_set_combine(set, plan->store, sheet);
  g_ptr_array_add(plan->sets[sheet->file], set);
  for (guint i = 0; i < set->rows->len; i++) {
    const RefnetMergeRow *row = g_ptr_array_index(set->rows, i);
    g_hash_table_insert(plan->set_of[sheet->file], GSIZE_TO_POINTER((gsize)row->line), set);
  }
}

static void finish_sets(Collecting *collecting) {
  GHashTableIter sets;
  gpointer key, set;
  g_hash_table_iter_init(&sets, collecting->sets);
  while (g_hash_table_iter_next(&sets, &key, &set))
    if (((RefnetRowSet *)set)->rows->len > 1) {
      g_hash_table_iter_steal(&sets);
      g_free(key);
      keep_set(collecting->plan, collecting->sheet, set);
    }
}

static gint compare_sets(gconstpointer first, gconstpointer second) {
  const RefnetRowSet *a = *(RefnetRowSet *const *)first, *b = *(RefnetRowSet *const *)second;
  const RefnetMergeRow *row_a = g_ptr_array_index(a->rows, 0);
  const RefnetMergeRow *row_b = g_ptr_array_index(b->rows, 0);
  return row_a->line < row_b->line ? -1 : row_a->line > row_b->line;
}

static gboolean collect(RefnetMergePlan *plan, RefnetFile file, GHashTable *by_line,
                        GError **error) {
  const RefnetSheet *sheet = &plan->store->sheets[file];
  if (!sheet->present)
    return TRUE;
  RefnetTableOptions options = {.label = sheet->label,
                                .delimiter = plan->store->delimiter,
                                .header_line = sheet->header_line,
                                .is_list = refnet_sheet_lists,
                                .is_list_data = sheet};
  g_autoptr(RefnetDiagnostics) told_before = refnet_diagnostics_new();
  g_autoptr(GHashTable) sets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_set);
  Collecting collecting = {plan, sheet, by_line, sets};
  const RefnetRowHandler handler = {.header = pass_header, .row = collect_row, .data = &collecting};
  RefnetRowCount count;
  if (!refnet_table_read(sheet->path, &options, &handler, &count, told_before, error))
    return FALSE;
  finish_sets(&collecting);
  g_ptr_array_sort(plan->sets[file], compare_sets);
  return TRUE;
}

/* ---- organizations --------------------------------------------------------------------------- */

static gboolean add_group(RefnetMergePlan *plan, RefnetIndexList members, GError **error) {
  const RefnetDataset *dataset = &plan->store->dataset;
  guint32 number = (guint32)plan->group_count++;
  plan->groups[number].kept = members.items[0];
  plan->groups[number].members.items =
      g_memdup2(members.items, members.length * sizeof *members.items);
  plan->groups[number].members.length = members.length;
  for (guint32 i = 0; i < members.length; i++) {
    guint32 *group = &plan->group_of[members.items[i]];
    if (*group != REFNET_NONE) {
      g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "%s cannot become part of two others",
                  dataset->organizations[members.items[i]].name);
      return FALSE;
    }
    *group = number;
  }
  return TRUE;
}

static void choose_kept(RefnetMergePlan *plan) {
  const GPtrArray *sets = plan->sets[REFNET_FILE_ORGANIZATIONS];
  for (guint i = 0; i < sets->len; i++) {
    const RefnetRowSet *set = g_ptr_array_index(sets, i);
    const RefnetMergeRow *row = g_ptr_array_index(set->rows, 0);
    plan->groups[plan->group_of[row->organization]].kept = row->organization;
    plan->adds_alternate_names =
        plan->adds_alternate_names || set->cells[set->cell_count - 1] != NULL;
  }
}

/* A parent that came from another row may be one of those that are merged. */
static void mend_parents(RefnetMergePlan *plan) {
  const GPtrArray *sets = plan->sets[REFNET_FILE_ORGANIZATIONS];
  gint column = plan->store->sheets[REFNET_FILE_ORGANIZATIONS].column[REFNET_ORGANIZATION_PARENT];
  for (guint i = 0; column >= 0 && i < sets->len; i++) {
    RefnetRowSet *set = g_ptr_array_index(sets, i);
    const RefnetMergeRow *lead = g_ptr_array_index(set->rows, 0);
    if (set->cells[column] == NULL)
      continue;
    g_autofree char *cell = g_steal_pointer(&set->cells[column]);
    guint32 parent = refnet_merge_plan_resolve(plan, cell);
    if (parent == REFNET_NONE)
      set->cells[column] = g_steal_pointer(&cell);
    else if (refnet_merge_plan_becomes(plan, parent) != lead->organization)
      set->cells[column] = g_strdup(refnet_merge_plan_reference(plan, parent, cell));
  }
}

static GHashTable *members_by_line(const RefnetMergePlan *plan) {
  GHashTable *by_line = g_hash_table_new(NULL, NULL);
  for (gsize g = 0; g < plan->group_count; g++)
    for (guint32 i = 0; i < plan->groups[g].members.length; i++) {
      guint32 member = plan->groups[g].members.items[i];
      gsize line = plan->store->dataset.organizations[member].line;
      g_hash_table_insert(by_line, GSIZE_TO_POINTER(line), GUINT_TO_POINTER(member + 1));
    }
  return by_line;
}

/* ---- the plan -------------------------------------------------------------------------------- */

RefnetMergePlan *refnet_merge_plan_new(const RefnetDataset *dataset, const RefnetIndexList *groups,
                                       gsize count, GError **error) {
  static const RefnetFile files[] = {REFNET_FILE_SERVICES, REFNET_FILE_CONTACTS,
                                     REFNET_FILE_RESPONDENTS};
  g_autoptr(RefnetMergePlan) plan = g_new0(RefnetMergePlan, 1);
  plan->store = refnet_store_of(dataset);
  plan->groups = g_new0(RefnetMergeGroup, count + 1);
  plan->group_of = g_try_new(guint32, (gsize)dataset->organization_count + 1);
  if (plan->group_of == NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL, "not enough memory");
    return NULL;
  }
  memset(plan->group_of, 0xff, dataset->organization_count * sizeof *plan->group_of);
  for (guint f = 0; f < REFNET_FILES; f++) {
    plan->sets[f] = g_ptr_array_new_with_free_func(free_set);
    plan->set_of[f] = g_hash_table_new(NULL, NULL);
  }
  for (gsize g = 0; g < count; g++)
    if (!add_group(plan, groups[g], error))
      return NULL;
  g_autoptr(GHashTable) by_line = members_by_line(plan);
  if (!collect(plan, REFNET_FILE_ORGANIZATIONS, by_line, error))
    return NULL;
  choose_kept(plan);
  mend_parents(plan);
  for (guint f = 0; f < G_N_ELEMENTS(files); f++)
    if (!collect(plan, files[f], NULL, error))
      return NULL;
  return g_steal_pointer(&plan);
}

void refnet_merge_plan_free(RefnetMergePlan *plan) {
  if (plan == NULL)
    return;
  for (guint f = 0; f < REFNET_FILES; f++) {
    if (plan->sets[f] != NULL)
      g_ptr_array_free(plan->sets[f], TRUE);
    if (plan->set_of[f] != NULL)
      g_hash_table_destroy(plan->set_of[f]);
  }
  for (gsize g = 0; g < plan->group_count; g++)
    g_free((gpointer)plan->groups[g].members.items);
  g_free(plan->groups);
  g_free(plan->group_of);
  g_free(plan);
}
