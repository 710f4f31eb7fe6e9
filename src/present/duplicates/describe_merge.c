/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which rows became one, what they tell differently, and what was changed in each file. */
#include "present/description/description.h"
#include "present/wording/places.h"
#include "present/wording/words.h"

static const RefnetColumn merged_columns[] = {
    {"kept", "KEPT", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"label", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"organizations", "ORGANISATIONS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn conflict_columns[] = {
    {"organization", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"label", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"file", "FILE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"field", "FIELD", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"value", "KEPT", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"value_shown", "KEPT", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"other", "OTHER", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"other_value", "NOT KEPT", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"other_value_shown", "NOT KEPT", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"withheld", "WITHHELD", REFNET_VALUE_BOOLEAN, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn file_columns[] = {
    {"file", "FILE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"rows_merged", "ROWS MADE ONE", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"rows_dropped", "LEFT OUT", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"rows_added", "ADDED", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"references", "NAMES MENDED", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"cells_filled", "CELLS FILLED", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"conflicts", "DIFFERENCES", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetMerge *merge_of(const RefnetDescription *description) {
  return description->result;
}

/* "Elm Clinic Inc (line 62) is now part of Elm Clinic (line 14)." */
static char *merged_reason(const RefnetDataset *dataset, const RefnetMergedGroup *group) {
  const RefnetOrganization *kept = &dataset->organizations[group->kept];
  g_auto(GStrv) others = g_new0(char *, (gsize)group->organizations.length + 1);
  gsize length = 0;
  for (guint32 i = 0; i < group->organizations.length; i++) {
    const RefnetOrganization *other = &dataset->organizations[group->organizations.items[i]];
    if (other != kept)
      others[length++] = refnet_place_organization(dataset, other);
  }
  g_autofree char *names = refnet_words_list((const char *const *)others, length, 0);
  g_autofree char *name = refnet_place_organization(dataset, kept);
  return g_strdup_printf("%s %s now part of %s.", names, length == 1 ? "is" : "are", name);
}

static void fill_merged(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetMergedGroup *group = &merge_of(description)->groups[index];
  const RefnetOrganization *kept = &description->dataset->organizations[group->kept];
  refnet_cells_text(cells, kept->id);
  refnet_cells_text(cells, refnet_organization_label(kept));
  refnet_cells_organization_ids(cells, description->dataset, group->organizations);
  refnet_cells_take_text(cells, merged_reason(description->dataset, group));
}

/* What is said of people is shown to those who asked for them. */
static gboolean is_withheld(const RefnetDescription *description,
                            const RefnetMergeConflict *conflict) {
  return !description->wording.show_people &&
         g_ascii_strcasecmp(conflict->file, "contacts.csv") == 0;
}

/* For programs, then for people: nothing, and why. */
static void add_value(const char *value, gboolean withheld, RefnetCells *cells) {
  refnet_cells_text(cells, withheld ? NULL : value);
  refnet_cells_text(cells, withheld ? "withheld (--show-people)" : value);
}

static void fill_conflict(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetMergeConflict *conflict = &merge_of(description)->conflicts[index];
  const RefnetOrganization *kept = &description->dataset->organizations[conflict->kept];
  const gboolean withheld = is_withheld(description, conflict);
  refnet_cells_text(cells, kept->id);
  refnet_cells_text(cells, refnet_organization_label(kept));
  refnet_cells_text(cells, conflict->file);
  refnet_cells_text(cells, conflict->field);
  add_value(conflict->value, withheld, cells);
  refnet_cells_text(cells, description->dataset->organizations[conflict->other].id);
  add_value(conflict->other_value, withheld, cells);
  refnet_cells_boolean(cells, withheld);
}

static void fill_file(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetMergeCount *file = &merge_of(description)->files[index];
  refnet_cells_text(cells, file->file);
  refnet_cells_integer(cells, (gint64)file->rows_merged);
  refnet_cells_integer(cells, (gint64)file->rows_dropped);
  refnet_cells_integer(cells, (gint64)file->rows_added);
  refnet_cells_integer(cells, (gint64)file->references);
  refnet_cells_integer(cells, (gint64)file->cells_filled);
  refnet_cells_integer(cells, (gint64)file->conflicts);
}

static void say_dropped(RefnetDescription *description) {
  const RefnetMerge *merge = merge_of(description);
  guint64 dropped = 0;
  for (gsize i = 0; i < merge->file_count; i++)
    dropped += merge->files[i].rows_dropped;
  if (dropped == 0)
    return;
  g_autofree char *count =
      refnet_words_capital(refnet_words_count(dropped, "row was", "rows were"));
  refnet_description_say(description,
                         g_strdup_printf("%s left out because both ends are now one organisation; "
                                         "log.csv has %s.",
                                         count, dropped == 1 ? "it" : "them"));
}

/* The files in which something changed. */
static GArray *changed_files(const RefnetMerge *merge) {
  GArray *changed = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < merge->file_count; i++) {
    const RefnetMergeCount *file = &merge->files[i];
    if (file->rows_merged + file->rows_dropped + file->rows_added + file->references +
            file->cells_filled + file->conflicts >
        0)
      g_array_append_val(changed, i);
  }
  return changed;
}

RefnetDescription *refnet_describe_merge(const RefnetMerge *merge, const RefnetWording *wording) {
  RefnetDescription *description = refnet_description_new(wording, merge, merge->dataset, NULL);
  say_dropped(description);
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "merged",
                                               .heading = "Rows that became one",
                                               .columns = merged_columns,
                                               .fill = fill_merged,
                                               .length = merge->group_count,
                                               .findings = merge->group_count,
                                               .main = TRUE,
                                               .empty = "No rows became one.",
                                           });
  refnet_description_add_list(description,
                              &(RefnetListing){
                                  .key = "conflicts",
                                  .heading = "What the rows tell differently: please look",
                                  .columns = conflict_columns,
                                  .fill = fill_conflict,
                                  .length = merge->conflict_count,
                              });
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "files",
                                               .heading = "What changed in each file",
                                               .columns = file_columns,
                                               .fill = fill_file,
                                               .length = merge->file_count,
                                               .notable = changed_files(merge),
                                           });
  return description;
}
