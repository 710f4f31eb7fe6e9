/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The state of a dataset being read, and the help that every loader needs. */
#include "model/load/loader.h"
#include "model/columns/words.h"

#include <string.h>

gboolean refnet_loader_out_of_memory(RefnetLoader *loader) {
  if (loader->failure == NULL)
    refnet_set_out_of_memory(&loader->failure);
  return FALSE;
}

/* ---- the loader ------------------------------------------------------------------------------ */

static void attribute_column_free(gpointer data) {
  RefnetAttributeColumn *column = data;
  refnet_array_clear(&column->values);
  g_free(column);
}

void refnet_loader_init(RefnetLoader *loader, const RefnetLoadOptions *options) {
  memset(loader, 0, sizeof *loader);
  loader->store = refnet_store_new();
  loader->scratch = refnet_pool_new();
  loader->options = options;
  for (guint i = 0; i < REFNET_VALUES_KINDS; i++)
    loader->values[i] = refnet_values_new(loader->store->pool, refnet_text_fold_value);
  const char *const *word = refnet_words_every_area();
  for (; *word != NULL; word++)
    refnet_values_alias(loader->values[REFNET_VALUES_AREAS], *word, REFNET_VALUE_ALL);
  loader->organizations = REFNET_ARRAY(RefnetOrganization);
  for (guint i = 0; i < REFNET_LISTS; i++)
    loader->list_texts[i] = REFNET_ARRAY(const char *);
  loader->row_hashes = REFNET_ARRAY(guint64);
  loader->attributes = g_ptr_array_new_with_free_func(attribute_column_free);
  loader->service_rows = REFNET_ARRAY(RefnetServiceRow);
  loader->answers = REFNET_ARRAY(RefnetReferralAnswer);
  loader->area_rows = REFNET_ARRAY(RefnetAreaRow);
  loader->divided = REFNET_ARRAY(guint8);
  loader->contacts = REFNET_ARRAY(RefnetPlace);
  loader->contact_keys = refnet_interner_new(refnet_pool_arena(loader->scratch));
  loader->contact_of_key = REFNET_ARRAY(guint32);
  loader->taken_lines = REFNET_ARRAY(guint32);
  loader->needs = REFNET_ARRAY(RefnetNeed);
  loader->respondents = REFNET_ARRAY(RefnetRespondent);
  loader->nominations = REFNET_ARRAY(RefnetNomination);
  loader->meetings = REFNET_ARRAY(RefnetMeeting);
  loader->repeat_lines = REFNET_ARRAY(guint32);
}

void refnet_loader_clear(RefnetLoader *loader) {
  g_clear_error(&loader->failure);
  for (guint i = 0; i < REFNET_VALUES_KINDS; i++) {
    refnet_values_free(loader->values[i]);
    g_free(loader->final[i]);
  }
  refnet_array_clear(&loader->organizations);
  for (guint i = 0; i < REFNET_LISTS; i++)
    refnet_array_clear(&loader->list_texts[i]);
  refnet_array_clear(&loader->row_hashes);
  refnet_interner_free(loader->seen_rows);
  refnet_values_free(loader->taken);
  refnet_array_clear(&loader->taken_lines);
  if (loader->set_aside != NULL) {
    refnet_diagnostics_free(loader->store->dataset.diagnostics);
    loader->store->dataset.diagnostics = loader->set_aside;
  }
  g_ptr_array_unref(loader->attributes);
  refnet_array_clear(&loader->service_rows);
  refnet_array_clear(&loader->answers);
  refnet_array_clear(&loader->area_rows);
  refnet_array_clear(&loader->divided);
  refnet_array_clear(&loader->contacts);
  refnet_interner_free(loader->contact_keys);
  refnet_array_clear(&loader->contact_of_key);
  refnet_array_clear(&loader->needs);
  refnet_array_clear(&loader->respondents);
  refnet_array_clear(&loader->nominations);
  refnet_array_clear(&loader->meetings);
  refnet_interner_free(loader->repeats);
  refnet_arena_free(loader->repeat_arena);
  refnet_array_clear(&loader->repeat_lines);
  refnet_pool_free(loader->scratch);
}

RefnetOrganizationDetails *refnet_loader_details(RefnetLoader *loader,
                                                 RefnetOrganization *organization) {
  if (organization->details != &refnet_organization_no_details)
    return (RefnetOrganizationDetails *)organization->details;
  RefnetOrganizationDetails *details = refnet_pool_alloc(loader->store->pool, sizeof *details, 0);
  if (details == NULL) {
    refnet_loader_out_of_memory(loader);
    return NULL;
  }
  *details = refnet_organization_no_details;
  organization->details = details;
  return details;
}

/* ---- rows to come ---------------------------------------------------------------------------- */

/* What is read is ahead of the rows that were taken by some blocks; and a quarter more, since room
 * that is not used costs no memory, but room that does not suffice a copy. */
gsize refnet_reading_expected_rows(const RefnetReading *reading) {
  enum { BYTES_TO_JUDGE_BY = 1 << 20 };
  if (reading->done < BYTES_TO_JUDGE_BY || reading->total <= reading->done)
    return 0;
  const double rows = (double)reading->sheet->rows.read;
  return (gsize)(1.25 * rows * (double)reading->total / (double)reading->done);
}

/* ---- rows that repeat ------------------------------------------------------------------------ */

static char *join_cells(const RefnetRow *row, gsize *length) {
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < row->fields; i++)
    g_string_append_len(text, row->cells[i], (gssize)strlen(row->cells[i]) + 1);
  *length = text->len;
  return g_string_free(text, FALSE);
}

void refnet_loader_start_repeats(RefnetLoader *loader) {
  refnet_interner_free(loader->repeats);
  refnet_arena_free(loader->repeat_arena);
  loader->repeat_arena = refnet_arena_new();
  loader->repeats = refnet_interner_new(loader->repeat_arena);
  loader->repeat_lines.length = 0;
  for (guint f = 0; f < REFNET_FIELDS_MAX; f++)
    loader->above[f] = REFNET_NONE;
}

gboolean refnet_reading_is_repeat(RefnetReading *reading) {
  RefnetLoader *loader = reading->loader;
  gsize length;
  g_autofree char *text = join_cells(reading->row, &length);
  guint32 number = refnet_interner_add(loader->repeats, text, length);
  if (number < loader->repeat_lines.length) {
    const guint32 first = *refnet_array_at(&loader->repeat_lines, guint32, number);
    g_autofree char *name = refnet_sheet_name_row(reading->sheet, first, reading->row->line);
    refnet_sheet_report(reading->sheet, loader->store->dataset.diagnostics, REFNET_KIND_MERGED_ROW,
                        reading->row->line, REFNET_NO_FIELD, REFNET_NONE, "remove the row",
                        "the row repeats %s", name);
    return TRUE;
  }
  guint32 *line = number != REFNET_NONE ? refnet_array_append(&loader->repeat_lines) : NULL;
  if (line != NULL)
    *line = (guint32)reading->row->line;
  else
    refnet_loader_out_of_memory(loader);
  return FALSE;
}
