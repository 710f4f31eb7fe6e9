/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What those who make diagnostics may still change in them. */
#ifndef REFNET_BASE_DIAGNOSTICS_H
#define REFNET_BASE_DIAGNOSTICS_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* Has the kept diagnostics speak of contact number[c] where they spoke of c. O(diagnostics). */
void refnet_diagnostics_renumber_contacts(RefnetDiagnostics *diagnostics, const guint32 *number);

G_END_DECLS

#endif
