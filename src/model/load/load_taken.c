/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations where nobody listed them: the names in `from` and `to` of the referrals, which are
 * read once for these alone. */
#include "base/hash.h"
#include "model/columns/no_name.h"
#include "model/load/cells.h"
#include "model/load/load.h"

#include <glib/gstdio.h>
#include <string.h>

/* What is wrong with the rows is said when they are read as referrals. */
gboolean refnet_taken_begin(RefnetLoader *loader, GError **error) {
  const RefnetSheet *sheet = &loader->store->sheets[REFNET_FILE_REFERRALS];
  GStatBuf status;
  if (sheet->path != NULL && g_stat(sheet->path, &status) == 0 && !S_ISREG(status.st_mode) &&
      !S_ISDIR(status.st_mode)) {
    g_set_error(
        error, REFNET_ERROR, REFNET_ERROR_INPUT,
        "%s cannot be read twice, as is needed without a list of organisations: save it to a "
        "file first",
        sheet->label);
    return FALSE;
  }
  loader->set_aside = loader->store->dataset.diagnostics;
  loader->store->dataset.diagnostics = refnet_diagnostics_new();
  loader->taken = refnet_values_new(loader->store->pool, refnet_text_fold);
  return TRUE;
}

static gboolean take_name(RefnetReading *reading, guint field) {
  RefnetLoader *loader = reading->loader;
  const char *text = refnet_cell_text(reading, field);
  if (text == NULL)
    return TRUE;
  guint32 value = refnet_values_add(loader->taken, text);
  if (value < loader->taken_lines.length)
    return TRUE;
  guint32 *line = value != REFNET_NONE ? refnet_array_append(&loader->taken_lines) : NULL;
  if (line == NULL)
    return refnet_loader_out_of_memory(loader);
  *line = (guint32)reading->row->line;
  return TRUE;
}

/* Totals and remarks below the rows have nothing in the other cell. */
static gboolean names_nobody(const RefnetReading *reading, guint field, guint other) {
  const char *text = refnet_cell_text(reading, field);
  if (text == NULL || refnet_cell_text(reading, other) != NULL)
    return FALSE;
  const gboolean is_sentence = g_str_has_suffix(text, ".") && strchr(text, ' ') != NULL;
  return refnet_word_is_total(text) || refnet_word_is_remark(text) || is_sentence;
}

static RefnetRowFate take(RefnetReading *reading) {
  if (names_nobody(reading, REFNET_REFERRAL_FROM, REFNET_REFERRAL_TO) ||
      names_nobody(reading, REFNET_REFERRAL_TO, REFNET_REFERRAL_FROM))
    return REFNET_ROW_REJECTED;
  gboolean ok = take_name(reading, REFNET_REFERRAL_FROM) && take_name(reading, REFNET_REFERRAL_TO);
  return ok ? REFNET_ROW_KEPT : REFNET_ROW_REJECTED;
}

/* The sheet and the diagnostics as they were before it was read for names. */
static void forget_reading(RefnetLoader *loader) {
  RefnetSheet *sheet = &loader->store->sheets[REFNET_FILE_REFERRALS];
  RefnetSheet before = *sheet;
  sheet->grid = NULL;
  refnet_sheet_clear(sheet);
  refnet_sheet_init(sheet, REFNET_FILE_REFERRALS);
  sheet->present = TRUE;
  sheet->label = before.label;
  sheet->path = before.path;
  sheet->grid = before.grid;
  sheet->in_sheet = before.in_sheet;
  sheet->workbook = before.workbook;
  sheet->is_made = before.is_made;
  sheet->parts = before.parts;
  sheet->part_rows = before.part_rows;
  sheet->part_count = before.part_count;
  for (guint i = 0; i < sheet->part_count; i++)
    sheet->part_rows[i] = (RefnetRowCount){0};
  if (loader->store->rejects != NULL)
    refnet_rejects_forget(loader->store->rejects);
  refnet_diagnostics_free(loader->store->dataset.diagnostics);
  loader->store->dataset.diagnostics = g_steal_pointer(&loader->set_aside);
}

static void report(const RefnetLoader *loader, const RefnetVocabulary *names,
                   const guint32 *final) {
  const RefnetSheet *sheet = &loader->store->sheets[REFNET_FILE_REFERRALS];
  RefnetDiagnostics *diagnostics = loader->store->dataset.diagnostics;
  refnet_sheet_report(
      sheet, diagnostics, REFNET_KIND_ORGANIZATIONS_TAKEN, 0, REFNET_NO_FIELD, REFNET_NONE,
      "describe them in a file, and give it with --organizations",
      "no file lists the organisations, so %u were taken from the names in this one",
      names->length);
  for (guint32 i = 0; i < names->length; i++) {
    g_autofree char *shown = refnet_text_display(names->names[final[i]], REFNET_CELL_SHOWN);
    refnet_sheet_report(sheet, diagnostics, REFNET_KIND_TAKEN_ORGANIZATION,
                        *refnet_array_at(&loader->taken_lines, guint32, i), REFNET_NO_FIELD,
                        REFNET_NONE, NULL, "\"%s\" was taken from this row", shown);
  }
}

static gboolean add_organization(RefnetLoader *loader, const char *name) {
  RefnetOrganization *organization = refnet_array_append(&loader->organizations);
  guint64 *hash = refnet_array_append(&loader->row_hashes);
  if (organization == NULL || hash == NULL)
    return FALSE;
  *hash = refnet_hash_bytes(name, strlen(name));
  *organization = REFNET_ORGANIZATION_BLANK;
  organization->name = name;
  return TRUE;
}

static gboolean finish(RefnetLoader *loader, GError **error) {
  RefnetVocabulary names;
  g_autofree guint32 *final = refnet_values_finish(loader->taken, &names);
  forget_reading(loader);
  if (final == NULL)
    return refnet_set_out_of_memory(error);
  if (names.length == 0) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s names no organisation in from and to",
                loader->store->sheets[REFNET_FILE_REFERRALS].label);
    return FALSE;
  }
  report(loader, &names, final);
  for (guint32 i = 0; i < names.length; i++)
    if (!add_organization(loader, names.names[i]))
      return refnet_set_out_of_memory(error);
  return refnet_finish_organizations(loader, error);
}

const RefnetFileLoader refnet_take_organizations = {REFNET_FILE_REFERRALS, NULL, take, finish,
                                                    NULL};
