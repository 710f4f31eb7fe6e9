/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/gravest.h"

const RefnetDiagnostic *refnet_diagnostics_gravest(const RefnetDiagnostics *diagnostics) {
  const gsize length = refnet_diagnostics_length(diagnostics);
  for (gsize i = 0; i < length; i++)
    if (refnet_diagnostics_at(diagnostics, i)->severity == REFNET_SEVERITY_ERROR)
      return refnet_diagnostics_at(diagnostics, i);
  return length > 0 ? refnet_diagnostics_at(diagnostics, 0) : NULL;
}

gboolean refnet_refuse_gravest(const RefnetDiagnostics *diagnostics, GError **error) {
  const RefnetDiagnostic *gravest = refnet_diagnostics_gravest(diagnostics);
  g_autofree char *location = refnet_diagnostic_location(gravest);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s: %s%s%s", location, gravest->message,
              gravest->fix != NULL ? "; " : "", gravest->fix != NULL ? gravest->fix : "");
  return FALSE;
}
