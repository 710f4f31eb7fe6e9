/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Of what is wrong with a file, what to name when it cannot be used. */
#ifndef REFNET_BASE_GRAVEST_H
#define REFNET_BASE_GRAVEST_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* The first error; without one, the first of all; NULL: there are none. O(diagnostics kept). */
const RefnetDiagnostic *refnet_diagnostics_gravest(const RefnetDiagnostics *diagnostics);

/* Where it is, what is wrong there and what to do: "a.csv:3: the row …; remove …". It is about no
 * contact. Caller frees. */
char *refnet_diagnostic_sentence(const RefnetDiagnostic *diagnostic);

/* Sets REFNET_ERROR_INPUT to the sentence of the gravest; there has to be one. FALSE, always. */
gboolean refnet_refuse_gravest(const RefnetDiagnostics *diagnostics, GError **error);

G_END_DECLS

#endif
