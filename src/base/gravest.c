/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/gravest.h"

const RefnetDiagnostic *refnet_diagnostics_gravest(const RefnetDiagnostics *diagnostics) {
  const gsize length = refnet_diagnostics_length(diagnostics);
  for (gsize i = 0; i < length; i++)
    if (refnet_diagnostics_at(diagnostics, i)->severity == REFNET_SEVERITY_ERROR)
      return refnet_diagnostics_at(diagnostics, i);
  return length > 0 ? refnet_diagnostics_at(diagnostics, 0) : NULL;
}

char *refnet_diagnostic_sentence(const RefnetDiagnostic *diagnostic) {
  g_autofree char *location = refnet_diagnostic_location(diagnostic);
  return g_strconcat(location, ": ", diagnostic->message, diagnostic->fix != NULL ? "; " : NULL,
                     diagnostic->fix, NULL);
}

gboolean refnet_refuse_gravest(const RefnetDiagnostics *diagnostics, GError **error) {
  g_autofree char *sentence = refnet_diagnostic_sentence(refnet_diagnostics_gravest(diagnostics));
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INPUT, sentence);
  return FALSE;
}
