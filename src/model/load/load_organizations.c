/* SPDX-License-Identifier: GPL-2.0-or-later */
/* organizations.csv: its rows. */
#include "base/hash.h"
#include "model/load/cells.h"
#include "model/load/flags.h"
#include "model/columns/figures.h"
#include "model/columns/lists.h"
#include "model/load/load.h"
#include "model/columns/no_name.h"
#include "model/columns/words.h"

#include <string.h>

const guint refnet_field_of_list[REFNET_LISTS] = {
    [REFNET_LIST_SERVICES] = REFNET_ORGANIZATION_SERVICES,
    [REFNET_LIST_AREAS] = REFNET_ORGANIZATION_AREAS,
    [REFNET_LIST_POPULATIONS] = REFNET_ORGANIZATION_POPULATIONS,
    [REFNET_LIST_LANGUAGES] = REFNET_ORGANIZATION_LANGUAGES,
    [REFNET_LIST_OFFERS] = REFNET_ORGANIZATION_OFFERS,
    [REFNET_LIST_SEEKS] = REFNET_ORGANIZATION_SEEKS,
    [REFNET_LIST_COALITIONS] = REFNET_ORGANIZATION_COALITIONS,
};

static gboolean start(RefnetReading *reading, GError **error) {
  RefnetLoader *loader = reading->loader;
  if (!refnet_flags_find(loader, reading->sheet, error))
    return FALSE;
  loader->seen_rows = refnet_interner_new(refnet_pool_arena(loader->store->pool));
  for (guint c = 0; c < reading->sheet->column_count; c++) {
    if (reading->sheet->field_of[c] != REFNET_NO_FIELD || refnet_flags_have(&loader->flags, c))
      continue;
    RefnetAttributeColumn *attribute = g_new(RefnetAttributeColumn, 1);
    *attribute = (RefnetAttributeColumn){c, REFNET_ARRAY(const char *)};
    g_ptr_array_add(loader->attributes, attribute);
  }
  return TRUE;
}

/* ---- one row --------------------------------------------------------------------------------- */

static guint64 hash_row(const RefnetRow *row) {
  guint64 hash = 0;
  for (guint i = 0; i < row->fields; i++) {
    guint64 parts[2] = {hash, refnet_hash_bytes(row->cells[i], strlen(row->cells[i]))};
    hash = refnet_hash_bytes(parts, sizeof parts);
  }
  return hash;
}

/* What marks the row as itself: its id, or all of it where it has none. */
static guint32 identify(const RefnetReading *reading, guint64 hash) {
  const RefnetInternerKey *id = &reading->prepared->keys[0];
  if (id->text != NULL)
    return refnet_interner_add_key(reading->loader->seen_rows, id);
  char key[1 + sizeof hash] = ""; /* a NUL first: no id begins with one */
  memcpy(key + 1, &hash, sizeof hash);
  return refnet_interner_add(reading->loader->seen_rows, key, sizeof key);
}

static RefnetRowFate take_repeat(const RefnetReading *reading, guint32 first, guint64 hash) {
  guint32 line = refnet_array_at(&reading->loader->organizations, RefnetOrganization, first)->line;
  if (*refnet_array_at(&reading->loader->row_hashes, guint64, first) == hash) {
    g_autofree char *name = refnet_sheet_name_row(reading->sheet, line, reading->row->line);
    refnet_cell_report(reading, REFNET_KIND_MERGED_ROW, REFNET_NO_FIELD, "remove the row",
                       "the row repeats %s", name);
    return REFNET_ROW_MERGED;
  }
  g_autofree char *id =
      refnet_text_display(refnet_cell_text(reading, REFNET_ORGANIZATION_ID), REFNET_CELL_SHOWN);
  g_autofree char *place = refnet_sheet_at_row(reading->sheet, line, reading->row->line);
  refnet_cell_report(reading, REFNET_KIND_DUPLICATE_ID, REFNET_ORGANIZATION_ID,
                     "give one of the two rows another id, or make them one; refnet import flat "
                     "FILE -o DIR does so where they have one name, as rows of its programmes do",
                     "id \"%s\" is used already %s, by a row that says something else", id, place);
  return REFNET_ROW_REJECTED;
}

static gboolean take_status(const RefnetReading *reading, RefnetOrganizationDetails *details) {
  gboolean closed = FALSE;
  details->status = refnet_cell_copy(reading, REFNET_ORGANIZATION_STATUS);
  const char *answered = refnet_cell_answered(reading, REFNET_ORGANIZATION_STATUS);
  if (answered != NULL)
    details->status = refnet_pool_intern(reading->loader->store->pool, answered);
  if (details->status != NULL && !refnet_word_closed(details->status, &closed))
    refnet_cell_refuse(reading, REFNET_KIND_UNKNOWN_STATUS, REFNET_ORGANIZATION_STATUS,
                       "is none of the known statuses; the organisation counts as active",
                       "write active or closed");
  return closed;
}

static void take_partnership(const RefnetReading *reading, RefnetOrganizationDetails *details) {
  const char *text = refnet_cell_text(reading, REFNET_ORGANIZATION_PARTNERSHIP);
  details->partnership =
      refnet_cell_value(reading, REFNET_ORGANIZATION_PARTNERSHIP, REFNET_VALUES_PARTNERSHIPS);
  if (text != NULL && !refnet_word_is_partnership(text))
    refnet_cell_refuse(reading, REFNET_KIND_UNKNOWN_PARTNERSHIP, REFNET_ORGANIZATION_PARTNERSHIP,
                       "is none of the known partnerships and is kept as written",
                       "write formal, casual, stakeholder or prospect");
}

static void take_alternate_names(const RefnetReading *reading, RefnetOrganizationDetails *details) {
  const char *names = refnet_cell_text(reading, REFNET_ORGANIZATION_ALTERNATE_NAMES);
  if (names != NULL &&
      !refnet_list_texts(reading->loader->store->pool, names, &details->alternate_names))
    refnet_loader_out_of_memory(reading->loader);
}

static void take_place(const RefnetReading *reading, RefnetOrganizationDetails *details) {
  details->address = refnet_cell_copy_own(reading, REFNET_ORGANIZATION_ADDRESS);
  details->city = refnet_cell_copy(reading, REFNET_ORGANIZATION_CITY);
  details->postal_code = refnet_cell_copy(reading, REFNET_ORGANIZATION_POSTAL_CODE);
  refnet_cell_place(reading, REFNET_ORGANIZATION_LATITUDE, REFNET_ORGANIZATION_LONGITUDE,
                    &details->latitude, &details->longitude);
  details->phone = refnet_cell_copy_own(reading, REFNET_ORGANIZATION_PHONE);
  details->email = refnet_cell_copy_own(reading, REFNET_ORGANIZATION_EMAIL);
  details->website = refnet_cell_copy_own(reading, REFNET_ORGANIZATION_WEBSITE);
  details->tax_id = refnet_cell_copy_own(reading, REFNET_ORGANIZATION_TAX_ID);
}

/* The lists among them are read at the end. */
static const guint detail_fields[] = {
    REFNET_ORGANIZATION_ALTERNATE_NAMES, REFNET_ORGANIZATION_PARTNERSHIP,
    REFNET_ORGANIZATION_CAPACITY,        REFNET_ORGANIZATION_STATUS,
    REFNET_ORGANIZATION_ADDRESS,         REFNET_ORGANIZATION_CITY,
    REFNET_ORGANIZATION_POSTAL_CODE,     REFNET_ORGANIZATION_LATITUDE,
    REFNET_ORGANIZATION_LONGITUDE,       REFNET_ORGANIZATION_PHONE,
    REFNET_ORGANIZATION_EMAIL,           REFNET_ORGANIZATION_WEBSITE,
    REFNET_ORGANIZATION_TAX_ID,          REFNET_ORGANIZATION_PARENT,
    REFNET_ORGANIZATION_FUNDING_END,     REFNET_ORGANIZATION_VERIFIED,
    REFNET_ORGANIZATION_SHORT_NAME,
};

static gboolean has_details(const RefnetReading *reading) {
  for (guint i = 0; i < G_N_ELEMENTS(detail_fields); i++)
    if (refnet_cell_text(reading, detail_fields[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void take_details(const RefnetReading *reading, RefnetOrganization *organization) {
  RefnetOrganizationDetails *details = refnet_loader_details(reading->loader, organization);
  if (details == NULL)
    return;
  details->short_name = refnet_cell_copy_own(reading, REFNET_ORGANIZATION_SHORT_NAME);
  take_alternate_names(reading, details);
  take_place(reading, details);
  organization->closed = take_status(reading, details);
  take_partnership(reading, details);
  details->capacity = refnet_cell_yearly(reading, REFNET_ORGANIZATION_CAPACITY, REFNET_NO_FIELD);
  details->parent = refnet_cell_copy(reading, REFNET_ORGANIZATION_PARENT);
  details->funding_end = refnet_cell_date(reading, REFNET_ORGANIZATION_FUNDING_END);
  details->verified = refnet_cell_date(reading, REFNET_ORGANIZATION_VERIFIED);
}

static void take_fields(const RefnetReading *reading, RefnetOrganization *organization) {
  organization->line = (guint32)reading->row->line;
  organization->name = refnet_cell_copy_own(reading, REFNET_ORGANIZATION_NAME);
  organization->sector =
      refnet_cell_value(reading, REFNET_ORGANIZATION_SECTOR, REFNET_VALUES_SECTORS);
  if (has_details(reading))
    take_details(reading, organization);
}

static gboolean append_text(RefnetArray *texts, const char *text) {
  const char **added = refnet_array_append(texts);
  if (added != NULL)
    *added = text;
  return added != NULL;
}

/* Cells that are read at the end, when it is known which values there are. */
static gboolean keep_for_later(RefnetReading *reading) {
  RefnetLoader *loader = reading->loader;
  gboolean ok = TRUE;
  for (guint i = 0; i < REFNET_LISTS; i++)
    if (i == REFNET_LIST_SERVICES && loader->flags.end > 0)
      ok &= append_text(&loader->list_texts[i], refnet_flags_services(reading));
    else if (reading->sheet->column[refnet_field_of_list[i]] >= 0)
      ok &= append_text(&loader->list_texts[i], refnet_cell_keep(reading, refnet_field_of_list[i]));
  for (guint i = 0; i < loader->attributes->len; i++) {
    RefnetAttributeColumn *attribute = g_ptr_array_index(loader->attributes, i);
    const char *text = reading->row->cells[attribute->column];
    text = *text != '\0' ? refnet_pool_intern(loader->store->pool, text) : NULL;
    ok &= append_text(&attribute->values, text);
  }
  return ok;
}

/* Nothing moves any more once it is known how many rows there will be; what cannot be had now is
 * asked for again when it is needed. */
static void make_room(const RefnetReading *reading) {
  RefnetLoader *loader = reading->loader;
  if (loader->organizations.length < loader->organizations.capacity)
    return;
  const gsize rows = refnet_reading_expected_rows(reading);
  refnet_array_reserve(&loader->organizations, rows);
  refnet_array_reserve(&loader->row_hashes, rows);
  for (guint i = 0; i < REFNET_LISTS; i++)
    if (loader->list_texts[i].length > 0)
      refnet_array_reserve(&loader->list_texts[i], rows);
  if (rows > 0)
    refnet_interner_reserve(loader->seen_rows, rows);
}

static gboolean only_figures_beside_name(const RefnetReading *reading) {
  const gint name = reading->sheet->column[REFNET_ORGANIZATION_NAME];
  double figure;
  for (guint c = 0; c < reading->row->fields; c++)
    if ((gint)c != name && *reading->row->cells[c] != '\0' &&
        !refnet_figure_parse(reading->row->cells[c], &figure))
      return FALSE;
  return TRUE;
}

/* Below the rows, "Total members" with its figures and "* signed in 2026" alone. */
static gboolean is_below_table(const RefnetReading *reading) {
  const char *name = refnet_cell_text(reading, REFNET_ORGANIZATION_NAME);
  if (!only_figures_beside_name(reading) || !refnet_word_is_below_table(name))
    return FALSE;
  g_autofree char *message =
      g_strdup_printf("seems to be %s, not an organisation", refnet_word_other_than_name(name));
  refnet_cell_refuse(reading, REFNET_KIND_TOTAL_ROW, REFNET_ORGANIZATION_NAME, message,
                     "remove the row");
  return TRUE;
}

static RefnetRowFate take(RefnetReading *reading) {
  RefnetLoader *loader = reading->loader;
  if (!refnet_cell_require(reading, REFNET_ORGANIZATION_NAME) || is_below_table(reading))
    return REFNET_ROW_REJECTED;
  make_room(reading);
  guint64 hash = hash_row(reading->row);
  guint32 number = identify(reading, hash);
  if (number < loader->organizations.length)
    return take_repeat(reading, number, hash);
  RefnetOrganization *organization = refnet_array_append(&loader->organizations);
  guint64 *row_hash = refnet_array_append(&loader->row_hashes);
  if (number == REFNET_NONE || organization == NULL || row_hash == NULL ||
      !keep_for_later(reading)) {
    refnet_loader_out_of_memory(loader);
    return REFNET_ROW_REJECTED;
  }
  *row_hash = hash;
  *organization = REFNET_ORGANIZATION_BLANK;
  if (reading->prepared->keys[0].text != NULL)
    organization->id = refnet_interner_text(loader->seen_rows, number);
  take_fields(reading, organization);
  return REFNET_ROW_KEPT;
}

static void prepare(const RefnetReading *reading) {
  RefnetInternerKey *id = &reading->prepared->keys[0];
  *id = refnet_cell_key(reading, REFNET_ORGANIZATION_ID);
  if (id->text != NULL)
    refnet_interner_prefetch(reading->loader->seen_rows, id);
}

/* ---- the end --------------------------------------------------------------------------------- */

/* The first thing that is wrong with the file: why a row of it is of no use. Caller frees. */
static char *first_complaint(const RefnetLoader *loader, const RefnetSheet *sheet) {
  const RefnetDiagnostics *diagnostics = loader->store->dataset.diagnostics;
  for (gsize i = 0; i < refnet_diagnostics_length(diagnostics); i++) {
    const RefnetDiagnostic *complaint = refnet_diagnostics_at(diagnostics, i);
    if (complaint->severity != REFNET_SEVERITY_ERROR ||
        g_strcmp0(complaint->file, sheet->label) != 0)
      continue;
    g_autofree char *where = refnet_diagnostic_location(complaint);
    return g_strdup_printf(" (%s: %s)", where, complaint->message);
  }
  return g_strdup("");
}

static gboolean finish(RefnetLoader *loader, GError **error) {
  if (loader->organizations.length > 0)
    return refnet_finish_organizations(loader, error);
  const RefnetSheet *sheet = &loader->store->sheets[REFNET_FILE_ORGANIZATIONS];
  g_autofree char *complaint = first_complaint(loader, sheet);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              sheet->rows.read == 0
                  ? "%s has no rows below its header yet; write one organisation a row: its name, "
                    "and what services it offers in which areas%s"
                  : "%s has no usable row; add one row for each organisation%s",
              sheet->label, complaint);
  return FALSE;
}

const RefnetFileLoader refnet_load_organizations = {REFNET_FILE_ORGANIZATIONS, start, take, finish,
                                                    prepare};
