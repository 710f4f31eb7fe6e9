/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The changes of one file: rows that become one, references to them, and rows that say nothing any
 * more. */
#include "model/merge/rewrite.h"

#include <string.h>

#include "model/merge/log.h"

typedef struct {
  const RefnetMergePlan *plan;
  const RefnetSheet *sheet;
  RefnetSplicer *splicer;
  GArray *entries;
  RefnetMergeCount *count;
} Rewriting;

/* ---- the log --------------------------------------------------------------------------------- */

static const char *name_of(const Rewriting *rewriting, guint32 organization) {
  return organization == REFNET_NONE
             ? NULL
             : rewriting->plan->store->dataset.organizations[organization].name;
}

static const char *field_name(const Rewriting *rewriting, guint column) {
  if (column >= rewriting->sheet->column_count)
    return "alternate_names";
  guint field = rewriting->sheet->field_of[column];
  return field != REFNET_NO_FIELD ? refnet_file_fields(rewriting->sheet->file)->fields[field].name
                                  : rewriting->sheet->headers[column];
}

/* Takes `change`. */
static RefnetLogEntry *add_entry(Rewriting *rewriting, guint64 line, guint32 organization,
                                 char *change) {
  RefnetLogEntry entry = {
      .line = line, .organization = name_of(rewriting, organization), .change = change};
  g_array_append_val(rewriting->entries, entry);
  return &g_array_index(rewriting->entries, RefnetLogEntry, rewriting->entries->len - 1);
}

static void set_splice(RefnetLogEntry *entry, gsize splice) {
  entry->has_splice = TRUE;
  entry->splice = splice;
}

static void set_cell(Rewriting *rewriting, const RefnetRow *row, guint32 organization, guint column,
                     const char *text, char *change) {
  RefnetLogEntry *entry = add_entry(rewriting, row->line, organization, change);
  entry->field = field_name(rewriting, column);
  entry->before = g_strdup(column < row->fields ? row->cells[column] : "");
  entry->after = g_strdup(text);
  set_splice(entry, refnet_splicer_set_cell(rewriting->splicer, column, text));
}

static void remove_row(Rewriting *rewriting, const RefnetRow *row, guint32 organization,
                       char *change) {
  RefnetLogEntry *entry = add_entry(rewriting, row->line, organization, change);
  set_splice(entry, refnet_splicer_remove_row(rewriting->splicer));
}

/* ---- rows that become one -------------------------------------------------------------------- */

static char *change_in_words(const Rewriting *rewriting, const RefnetCellChange *change) {
  const char *other = name_of(rewriting, change->organization);
  switch (change->kind) {
  case REFNET_CHANGE_FILLED:
    return g_strdup_printf("filled from the row of %s", other);
  case REFNET_CHANGE_COMBINED:
    return g_strdup_printf("combined with the row of %s", other);
  default:
    return g_strdup_printf("differs, and stays: the row of %s says \"%s\"", other, change->theirs);
  }
}

static guint32 owner_in_future(const Rewriting *rewriting, const RefnetRowSet *set) {
  const RefnetMergeRow *lead = g_ptr_array_index(set->rows, 0);
  return refnet_merge_plan_becomes(rewriting->plan, lead->organization);
}

/* All that is told of one column; what was changed there goes with the first. */
static void rewrite_combined(Rewriting *rewriting, const RefnetRow *row, const RefnetRowSet *set,
                             guint column) {
  guint32 owner = owner_in_future(rewriting, set);
  gboolean is_written = set->cells[column] == NULL;
  for (guint i = 0; i < set->changes->len; i++) {
    const RefnetCellChange *change = &g_array_index(set->changes, RefnetCellChange, i);
    if (change->column != column)
      continue;
    char *words = change_in_words(rewriting, change);
    if (change->kind != REFNET_CHANGE_CONFLICT && !is_written) {
      set_cell(rewriting, row, owner, column, set->cells[column], words);
      is_written = TRUE;
    } else {
      RefnetLogEntry *entry = add_entry(rewriting, row->line, owner, words);
      entry->field = field_name(rewriting, column);
      entry->before = g_strdup(change->before);
      entry->after = g_strdup(set->cells[column] != NULL ? set->cells[column] : change->before);
    }
    rewriting->count->cells_filled += change->kind == REFNET_CHANGE_FILLED;
    rewriting->count->conflicts += change->kind == REFNET_CHANGE_CONFLICT;
  }
}

/* ---- references ------------------------------------------------------------------------------ */

static gboolean is_reference(const Rewriting *rewriting, guint column) {
  guint field = column < rewriting->sheet->column_count ? rewriting->sheet->field_of[column]
                                                        : REFNET_NO_FIELD;
  return field != REFNET_NO_FIELD &&
         refnet_file_fields(rewriting->sheet->file)->fields[field].type == REFNET_CELL_ORGANIZATION;
}

/* `own`: the organization of the row in organizations.csv, which must not become its own parent. */
static void rewrite_reference(Rewriting *rewriting, const RefnetRow *row, guint column,
                              guint32 own) {
  const RefnetMergePlan *plan = rewriting->plan;
  const char *cell = row->cells[column];
  guint32 named = refnet_merge_plan_resolve(plan, cell);
  guint32 becomes = refnet_merge_plan_becomes(plan, named);
  if (named == REFNET_NONE || (becomes == named && becomes != own))
    return;
  if (becomes == own && own != REFNET_NONE) {
    if (plan->group_of[own] != REFNET_NONE)
      set_cell(rewriting, row, own, column, "", g_strdup("it would be its own parent"));
    return;
  }
  const char *reference = refnet_merge_plan_reference(plan, named, cell);
  rewriting->count->references++;
  set_cell(rewriting, row, becomes, column, reference,
           g_strdup_printf("%s is now %s", name_of(rewriting, named), name_of(rewriting, becomes)));
}

/* ---- rows ------------------------------------------------------------------------------------ */

static guint32 named_in(const Rewriting *rewriting, const RefnetRow *row, guint field) {
  gint column = rewriting->sheet->column[field];
  return column < 0 ? REFNET_NONE : refnet_merge_plan_resolve(rewriting->plan, row->cells[column]);
}

/* Two organizations that become one no longer refer to, or name, each other. */
static gboolean points_at_itself(const Rewriting *rewriting, const RefnetRow *row, guint from,
                                 guint to) {
  guint32 a = named_in(rewriting, row, from), b = named_in(rewriting, row, to);
  return a != REFNET_NONE && b != REFNET_NONE && a != b &&
         refnet_merge_plan_becomes(rewriting->plan, a) ==
             refnet_merge_plan_becomes(rewriting->plan, b);
}

static gboolean drop_row(Rewriting *rewriting, const RefnetRow *row) {
  RefnetFile file = rewriting->sheet->file;
  guint from = file == REFNET_FILE_REFERRALS ? (guint)REFNET_REFERRAL_FROM
                                             : (guint)REFNET_NOMINATION_NAMED_BY;
  guint to = file == REFNET_FILE_REFERRALS ? (guint)REFNET_REFERRAL_TO
                                           : (guint)REFNET_NOMINATION_NOMINATED;
  if ((file != REFNET_FILE_REFERRALS && file != REFNET_FILE_NOMINATIONS) ||
      !points_at_itself(rewriting, row, from, to))
    return FALSE;
  guint32 both = refnet_merge_plan_becomes(rewriting->plan, named_in(rewriting, row, from));
  rewriting->count->rows_dropped++;
  remove_row(rewriting, row, both,
             g_strdup(file == REFNET_FILE_REFERRALS ? "left out: both ends are now one organisation"
                                                    : "left out: it would have named itself"));
  return TRUE;
}

static gboolean says_same(const RefnetRow *row, const RefnetMergeRow *other, guint columns) {
  for (guint c = 0; c < columns; c++)
    if (strcmp(c < row->fields ? row->cells[c] : "", other->cells[c]) != 0)
      return FALSE;
  return TRUE;
}

/* A second copy of a row that is merged, which nobody missed as long as the first stood. */
static const RefnetRowSet *find_repeated(const Rewriting *rewriting, const RefnetRow *row) {
  const RefnetMergePlan *plan = rewriting->plan;
  guint32 named = named_in(rewriting, row, REFNET_ORGANIZATION_ID);
  if (rewriting->sheet->file != REFNET_FILE_ORGANIZATIONS)
    return NULL;
  if (named == REFNET_NONE)
    named = named_in(rewriting, row, REFNET_ORGANIZATION_NAME);
  if (named == REFNET_NONE || plan->group_of[named] == REFNET_NONE)
    return NULL;
  gsize line = plan->store->dataset.organizations[named].line;
  const RefnetRowSet *set =
      g_hash_table_lookup(plan->set_of[REFNET_FILE_ORGANIZATIONS], GSIZE_TO_POINTER(line));
  for (guint i = 0; set != NULL && i < set->rows->len; i++)
    if (says_same(row, g_ptr_array_index(set->rows, i), rewriting->sheet->column_count))
      return set;
  return NULL;
}

static void absorb_row(Rewriting *rewriting, const RefnetRow *row, const RefnetRowSet *set) {
  const RefnetMergeRow *lead = g_ptr_array_index(set->rows, 0);
  rewriting->count->rows_merged++;
  remove_row(rewriting, row, owner_in_future(rewriting, set),
             g_strdup_printf("became one with line %" G_GUINT64_FORMAT, lead->line));
}

static void rewrite_cells(Rewriting *rewriting, const RefnetRow *row, const RefnetRowSet *set) {
  const RefnetSheet *sheet = rewriting->sheet;
  gboolean is_organization = sheet->file == REFNET_FILE_ORGANIZATIONS;
  guint32 own = REFNET_NONE;
  if (is_organization && set != NULL)
    own = owner_in_future(rewriting, set);
  for (guint c = 0; c < sheet->column_count; c++) {
    if (set != NULL && (set->cells[c] != NULL || !is_reference(rewriting, c)))
      rewrite_combined(rewriting, row, set, c);
    else if (is_reference(rewriting, c))
      rewrite_reference(rewriting, row, c, own);
  }
  if (!is_organization || !rewriting->plan->adds_alternate_names)
    return;
  if (set != NULL && set->cells[sheet->column_count] != NULL)
    rewrite_combined(rewriting, row, set, sheet->column_count);
  else
    set_cell(rewriting, row, REFNET_NONE, sheet->column_count, "", g_strdup("column added"));
}

static RefnetRowFate rewrite_row(const RefnetRow *row, gpointer data) {
  Rewriting *rewriting = data;
  const RefnetSheet *sheet = rewriting->sheet;
  const RefnetRowSet *set =
      g_hash_table_lookup(rewriting->plan->set_of[sheet->file], GSIZE_TO_POINTER((gsize)row->line));
  const RefnetRowSet *repeated = set == NULL ? find_repeated(rewriting, row) : NULL;
  if (!refnet_splicer_seek(rewriting->splicer, row->line))
    return REFNET_ROW_REJECTED;
  if (repeated != NULL)
    absorb_row(rewriting, row, repeated);
  else if (set != NULL &&
           ((const RefnetMergeRow *)g_ptr_array_index(set->rows, 0))->line != row->line)
    absorb_row(rewriting, row, set);
  else if (!drop_row(rewriting, row))
    rewrite_cells(rewriting, row, set);
  return REFNET_ROW_KEPT;
}

static gboolean rewrite_header(const RefnetRow *header, gpointer data, GError **error) {
  Rewriting *rewriting = data;
  const RefnetSheet *sheet = rewriting->sheet;
  (void)error;
  if (sheet->file == REFNET_FILE_ORGANIZATIONS && rewriting->plan->adds_alternate_names &&
      refnet_splicer_seek(rewriting->splicer, header->line))
    set_cell(rewriting, header, REFNET_NONE, sheet->column_count, "alternate_names",
             g_strdup("column added"));
  return TRUE;
}

/* ---- services that only the list of a row says ----------------------------------------------- */

static gboolean has_rows(const RefnetDataset *dataset, guint32 organization) {
  for (guint32 i = dataset->offer_start[organization]; i < dataset->offer_start[organization + 1];
       i++)
    if (dataset->offers[i].line > 0)
      return TRUE;
  return FALSE;
}

static gboolean group_has_row(const RefnetDataset *dataset, RefnetIndexList members,
                              guint32 service) {
  for (guint32 m = 0; m < members.length; m++)
    for (guint32 i = dataset->offer_start[members.items[m]];
         i < dataset->offer_start[members.items[m] + 1]; i++)
      if (dataset->offers[i].line > 0 && dataset->offers[i].service == service)
        return TRUE;
  return FALSE;
}

static void add_service(Rewriting *rewriting, guint32 kept, guint32 service) {
  const RefnetSheet *sheet = rewriting->sheet;
  g_autofree const char **cells = g_new(const char *, sheet->column_count);
  const char *name = rewriting->plan->store->dataset.services.names[service];
  for (guint c = 0; c < sheet->column_count; c++)
    cells[c] = "";
  cells[sheet->column[REFNET_SERVICE_ORGANIZATION]] =
      refnet_merge_plan_reference(rewriting->plan, kept, "");
  cells[sheet->column[REFNET_SERVICE_SERVICE]] = name;
  RefnetLogEntry *entry =
      add_entry(rewriting, 0, kept, g_strdup("row added: only the list of a merged row had it"));
  entry->field = "service";
  entry->after = g_strdup(name);
  set_splice(entry, refnet_splicer_append_row(rewriting->splicer, cells, sheet->column_count));
  rewriting->count->rows_added++;
}

/* Rows of services.csv replace an organization's list: what a member without rows lists must become
 * rows where another member has some. */
static void add_services(Rewriting *rewriting, const RefnetMergeGroup *group) {
  const RefnetDataset *dataset = &rewriting->plan->store->dataset;
  g_autoptr(GHashTable) added = g_hash_table_new(NULL, NULL);
  gboolean any_rows = FALSE;
  for (guint32 m = 0; m < group->members.length; m++)
    any_rows = any_rows || has_rows(dataset, group->members.items[m]);
  for (guint32 m = 0; any_rows && m < group->members.length; m++) {
    guint32 member = group->members.items[m];
    RefnetIndexList services = dataset->organizations[member].services;
    for (guint32 s = 0; !has_rows(dataset, member) && s < services.length; s++)
      if (!group_has_row(dataset, group->members, services.items[s]) &&
          g_hash_table_add(added, GUINT_TO_POINTER(services.items[s] + 1)))
        add_service(rewriting, group->kept, services.items[s]);
  }
}

/* ---- a file ---------------------------------------------------------------------------------- */

gboolean refnet_merge_rewrite(const RefnetMergePlan *plan, const RefnetSheet *sheet,
                              RefnetSplicer *splicer, GArray *entries, RefnetMergeCount *count,
                              GError **error) {
  RefnetTableOptions options = {.label = sheet->label,
                                .delimiter = plan->store->delimiter,
                                .header_line = sheet->header_line,
                                .is_list = refnet_sheet_lists,
                                .is_list_data = sheet};
  g_autoptr(RefnetDiagnostics) told_before = refnet_diagnostics_new();
  Rewriting rewriting = {plan, sheet, splicer, entries, count};
  const RefnetRowHandler handler = {
      .header = rewrite_header, .row = rewrite_row, .data = &rewriting};
  RefnetRowCount rows;
  if (!refnet_table_read(sheet->path, &options, &handler, &rows, told_before, error))
    return FALSE;
  if (sheet->file == REFNET_FILE_SERVICES)
    for (gsize g = 0; g < plan->group_count; g++)
      add_services(&rewriting, &plan->groups[g]);
  return TRUE;
}
