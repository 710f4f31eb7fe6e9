/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/check/findings.h"

#include "present/check/check_groups.h"
#include "present/wording/words.h"

static const RefnetColumn columns[] = {
    {"kind", "KIND", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"severity", "SEVERITY", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"location", "WHERE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"file", "FILE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"line", "LINE", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"column", "COLUMN", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"field", "FIELD", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"message", "MESSAGE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"summary", "MESSAGE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE | REFNET_COLUMN_TABLE_ONLY,
     NULL},
    {"fix", "FIX", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"advice", "FIX", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE | REFNET_COLUMN_TABLE_ONLY, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

char *refnet_finding_sentence(const char *clause) {
  if (clause == NULL)
    return NULL;
  gboolean is_ended = g_str_has_suffix(clause, ".") || g_str_has_suffix(clause, "?");
  return refnet_words_capital(g_strconcat(clause, is_ended ? "" : ".", NULL));
}

static char *location_with_record(const RefnetDiagnostic *diagnostic) {
  g_autofree char *location = refnet_diagnostic_location(diagnostic);
  if (diagnostic->record == 0 || diagnostic->record == diagnostic->line)
    return g_steal_pointer(&location);
  return g_strdup_printf("%s (spreadsheet row %" G_GUINT64_FORMAT ")", location,
                         diagnostic->record);
}

static void fill_place(RefnetCells *cells, const RefnetDiagnostic *diagnostic) {
  refnet_cells_text(cells, diagnostic->file);
  if (diagnostic->line)
    refnet_cells_integer(cells, (gint64)diagnostic->line);
  else
    refnet_cells_null(cells);
  if (diagnostic->column)
    refnet_cells_integer(cells, diagnostic->column);
  else
    refnet_cells_null(cells);
  refnet_cells_text(cells, diagnostic->field);
}

void refnet_finding_fill(RefnetCells *cells, const RefnetDiagnostic *diagnostic,
                         const char *message, const char *summary, const char *advice) {
  static const char *const severities[] = {"note", "warning", "error"};
  refnet_cells_text(cells, diagnostic->kind);
  refnet_cells_text(cells, severities[diagnostic->severity]);
  refnet_cells_take_text(cells, summary == NULL ? location_with_record(diagnostic)
                                                : g_strdup(diagnostic->file));
  fill_place(cells, diagnostic);
  refnet_cells_take_text(cells, refnet_finding_sentence(message));
  refnet_cells_take_text(cells, refnet_finding_sentence(summary != NULL ? summary : message));
  refnet_cells_take_text(cells, refnet_finding_sentence(diagnostic->fix));
  refnet_cells_take_text(cells, refnet_finding_sentence(advice));
}

void refnet_findings_add(RefnetDescription *description, const RefnetDiagnostics *diagnostics,
                         RefnetRowFill fill, const char *heading, gboolean main) {
  refnet_description_add_list(
      description,
      &(RefnetListing){.key = "findings",
                       .heading = heading,
                       .columns = columns,
                       .fill = fill,
                       .length = refnet_diagnostics_length(diagnostics),
                       .notable = refnet_check_group_leaders(diagnostics),
                       .shown = 25,
                       .findings = refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_ERROR) +
                                   refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_WARNING),
                       .main = main});
}
