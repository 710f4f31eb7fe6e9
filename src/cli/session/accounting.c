/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session/accounting.h"

#include <refnet/exchange.h>

#include "cli/terminal/tell.h"
#include "present/wording/words.h"

enum { MESSAGES_SHOWN = 5 };

static RefnetRowCount total_rows(const RefnetDataset *dataset) {
  RefnetRowCount total = {0};
  for (guint32 i = 0; i < dataset->file_count; i++) {
    total.read += dataset->files[i].rows.read;
    total.kept += dataset->files[i].rows.kept;
    total.merged += dataset->files[i].rows.merged;
    total.rejected += dataset->files[i].rows.rejected;
  }
  return total;
}

void refnet_cli_tell_accounting(const RefnetDataset *dataset) {
  RefnetRowCount total = total_rows(dataset);
  g_autofree char *read = refnet_words_tally(total.read, "row", "rows");
  g_autofree char *kept = refnet_words_digits(total.kept);
  g_autofree char *merged = refnet_words_digits(total.merged);
  g_autofree char *rejected = refnet_words_digits(total.rejected);
  refnet_cli_tell(g_strdup_printf("%s: %s read = %s kept + %s merged + %s rejected", dataset->name,
                                  read, kept, merged, rejected));
  guint64 taken = refnet_diagnostics_count_kind(dataset->diagnostics, "taken-organization");
  g_autofree char *organizations = refnet_words_digits(taken);
  if (taken > 0)
    refnet_cli_tell(g_strdup_printf("no file lists the organisations: %s taken from the referrals",
                                    organizations));
}

static void tell_message(const RefnetDataset *dataset, const RefnetDiagnostic *diagnostic,
                         gboolean show_people) {
  g_autofree char *location = refnet_diagnostic_location(diagnostic);
  g_autofree char *message = refnet_describe_diagnostic(dataset, diagnostic, show_people);
  const char *between = diagnostic->fix == NULL ? "" : g_str_has_suffix(message, "?") ? " " : "; ";
  refnet_cli_tell(g_strdup_printf("%s: %s%s%s", location, message, between,
                                  diagnostic->fix ? diagnostic->fix : ""));
}

void refnet_cli_tell_assumptions(const RefnetDataset *dataset, gboolean show_people) {
  const RefnetDiagnostics *diagnostics = dataset->diagnostics;
  /* Of files told by what is in them, those left out matter as much. */
  const gboolean told = refnet_diagnostics_count_kind(diagnostics, REFNET_RECOGNIZED_FILE) > 0;
  for (gsize i = 0; i < refnet_diagnostics_length(diagnostics); i++) {
    const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(diagnostics, i);
    if (g_str_equal(diagnostic->kind, REFNET_JOINED_SHEET) ||
        g_str_equal(diagnostic->kind, REFNET_RECOGNIZED_FILE) ||
        (told && g_str_equal(diagnostic->kind, "unused-file")) ||
        g_str_equal(diagnostic->kind, REFNET_ANSWERS_READ) ||
        g_str_equal(diagnostic->kind, "counts-added") ||
        g_str_equal(diagnostic->kind, "numbered-columns"))
      tell_message(dataset, diagnostic, show_people);
  }
}

/* Many rows may say the same: once is enough here. */
static gboolean is_repeated(const RefnetDiagnostics *diagnostics, gsize index) {
  const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(diagnostics, index);
  for (gsize i = 0; i < index; i++)
    if (g_str_equal(refnet_diagnostics_at(diagnostics, i)->message, diagnostic->message))
      return TRUE;
  return FALSE;
}

void refnet_cli_tell_messages(const RefnetDataset *dataset, gboolean show_people) {
  const RefnetDiagnostics *diagnostics = dataset->diagnostics;
  guint64 serious = refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_ERROR) +
                    refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_WARNING);
  guint64 told = 0;
  for (gsize i = 0; i < refnet_diagnostics_length(diagnostics) && told < MESSAGES_SHOWN; i++) {
    const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(diagnostics, i);
    if (diagnostic->severity == REFNET_SEVERITY_NOTE || is_repeated(diagnostics, i))
      continue;
    tell_message(dataset, diagnostic, show_people);
    told++;
  }
  g_autofree char *more = refnet_words_digits(serious - told);
  if (serious > told)
    refnet_cli_tell(g_strdup_printf("and %s more; run refnet check to see them all", more));
  else if (told > 0)
    refnet_cli_tell(g_strdup("run refnet check to see all that is worth mending"));
}

gboolean refnet_cli_refuse_rejected(const RefnetDataset *dataset, GError **error) {
  guint64 rejected = total_rows(dataset).rejected;
  if (rejected == 0)
    return TRUE;
  g_autofree char *rows = refnet_words_tally(rejected, "row was", "rows were");
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s rejected and --strict was given; mend the data or leave --strict out", rows);
  return FALSE;
}
