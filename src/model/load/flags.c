/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From columns of flags to a list of services. */
#include "model/load/flags.h"
#include "model/load/cells.h"
#include "model/columns/words.h"

#include <string.h>

#define SEPARATOR ".."

static gint find_header(const RefnetSheet *sheet, const char *wanted) {
  g_autofree char *folded = refnet_text_fold_header(wanted);
  for (guint c = 0; c < sheet->column_count; c++) {
    g_autofree char *header = refnet_text_fold_header(sheet->headers[c]);
    if (*folded != '\0' && strcmp(header, folded) == 0)
      return (gint)c;
  }
  return -1;
}

static gboolean refuse(const char *option, const char *trouble, GError **error) {
  g_autofree char *shown = refnet_text_display(option, 2 * REFNET_CELL_SHOWN);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "the service columns \"%s\" %s", shown,
              trouble);
  return FALSE;
}

/* Separators of lists have to go; otherwise the header is the name of the service. */
static char *service_name(const RefnetSheet *sheet, guint column) {
  return g_strdelimit(g_strdup(sheet->headers[column]), ";|", ',');
}

/* A list that other columns hold, too, goes on with those. */
static void forget_column(RefnetSheet *sheet, guint column) {
  const guint field = sheet->field_of[column];
  sheet->field_of[column] = REFNET_NO_FIELD;
  if (sheet->column[field] != (gint)column)
    return;
  sheet->column[field] = -1;
  for (guint c = sheet->column_count; c-- > 0;)
    if (sheet->field_of[c] == field)
      sheet->column[field] = (gint)c;
  if (sheet->column[field] < 0)
    sheet->numbered &= ~(1u << field);
}

static gboolean use_columns(RefnetLoader *loader, RefnetSheet *sheet, GError **error) {
  for (guint c = loader->flags.first; c < loader->flags.end; c++) {
    if (sheet->field_of[c] != REFNET_NO_FIELD)
      forget_column(sheet, c);
    g_autofree char *name = service_name(sheet, c);
    if (*name != '\0' &&
        refnet_values_add(loader->values[REFNET_VALUES_SERVICES], name) == REFNET_NONE)
      return refnet_set_out_of_memory(error);
  }
  if (sheet->column[REFNET_ORGANIZATION_NAME] < 0)
    return refuse(loader->options->service_columns, "hold the column of names", error);
  return TRUE;
}

gboolean refnet_flags_find(RefnetLoader *loader, RefnetSheet *sheet, GError **error) {
  const char *option = loader->options->service_columns;
  if (option == NULL)
    return TRUE;
  const char *separator = strstr(option, SEPARATOR);
  if (!g_utf8_validate(option, -1, NULL) || separator == NULL)
    return refuse(option, "are not of the form FIRST..LAST", error);
  g_autofree char *first_header = g_strndup(option, (gsize)(separator - option));
  gint first = find_header(sheet, first_header);
  gint last = find_header(sheet, separator + strlen(SEPARATOR));
  if (first < 0 || last < 0)
    return refuse(option,
                  first < 0 ? "begin with a header that the organisations do not have"
                            : "end with a header that the organisations do not have",
                  error);
  if (first > last)
    return refuse(option, "end before they begin", error);
  loader->flags = (RefnetFlags){(guint)first, (guint)last + 1};
  return use_columns(loader, sheet, error);
}

gboolean refnet_flags_have(const RefnetFlags *flags, guint column) {
  return column >= flags->first && column < flags->end;
}

static void report_bad_flag(RefnetReading *reading, guint column) {
  g_autofree char *shown = refnet_text_display(reading->row->cells[column], REFNET_CELL_SHOWN);
  g_autofree char *header = refnet_text_display(reading->sheet->headers[column], REFNET_CELL_SHOWN);
  refnet_sheet_report_column(
      reading->sheet, reading->loader->store->dataset.diagnostics, REFNET_KIND_BAD_ANSWER,
      reading->row->line, column, "write yes or no, or leave the column out of the service columns",
      "\"%s\" in column \"%s\" is neither yes nor no and was read as unknown", shown, header);
}

const char *refnet_flags_services(RefnetReading *reading) {
  const RefnetFlags *flags = &reading->loader->flags;
  const char *listed = refnet_cell_keep(reading, REFNET_ORGANIZATION_SERVICES);
  g_autoptr(GString) services = g_string_new(listed);
  for (guint c = flags->first; c < flags->end; c++) {
    const char *cell = reading->row->cells[c];
    RefnetTri answer = REFNET_TRI_NO;
    if (*cell != '\0' && !refnet_word_answer(cell, &answer))
      report_bad_flag(reading, c);
    if (answer != REFNET_TRI_YES)
      continue;
    g_autofree char *name = service_name(reading->sheet, c);
    g_string_append_printf(services, "%s%s", services->len > 0 ? ";" : "", name);
  }
  if (services->len == 0)
    return NULL;
  const char *kept = refnet_pool_intern(reading->loader->scratch, services->str);
  if (kept == NULL)
    refnet_loader_out_of_memory(reading->loader);
  return kept;
}
