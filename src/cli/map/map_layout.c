/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/map/map_layout.h"

#include <string.h>

#include "present/wording/words.h"

/* Of one file. */
#define MOST_MESSAGES 5

static gboolean is_file(const char *text) {
  gsize length = strlen(text);
  return length > 4 && g_ascii_strcasecmp(text + length - 4, ".csv") == 0;
}

gboolean refnet_cli_check_layout(const CliOptions *options, GError **error) {
  RefnetLayoutKind kind;
  if (!options->layout || is_file(options->layout) || refnet_layout_kind(options->layout, &kind))
    return TRUE;
  g_autofree char *shown = refnet_text_display(options->layout, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "--layout takes one of stress, circle, sectors, communities, geo, layers, or a file "
              "of positions "
              "that ends in .csv, not \"%s\"",
              shown);
  return FALSE;
}

static void tell(const RefnetDiagnostics *diagnostics) {
  gsize length = refnet_diagnostics_length(diagnostics);
  for (gsize i = 0; i < MIN(length, MOST_MESSAGES); i++) {
    const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(diagnostics, i);
    g_autofree char *location = refnet_diagnostic_location(diagnostic);
    refnet_cli_tell(g_strdup_printf("%s: %s", location, diagnostic->message));
  }
  guint64 all = refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_WARNING) +
                refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_ERROR);
  g_autofree char *more = refnet_words_digits(all - MIN(all, MOST_MESSAGES));
  if (all > MOST_MESSAGES)
    refnet_cli_tell(g_strdup_printf("and %s more like these", more));
}

gboolean refnet_cli_map_layout(const Session *session, RefnetMapOptions *options,
                               RefnetPositions **positions, GError **error) {
  const char *layout = session->options.layout;
  if (!layout || refnet_layout_kind(layout, &options->layout))
    return TRUE;
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  *positions = refnet_positions_read(session->dataset, layout, diagnostics, error);
  if (!session->options.quiet || !*positions)
    tell(diagnostics);
  options->positions = *positions;
  return *positions != NULL;
}
