/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings about data as a list: programs get one a row, people one for all that say the same. */
#ifndef REFNET_PRESENT_CHECK_FINDINGS_H
#define REFNET_PRESENT_CHECK_FINDINGS_H

#include "present/description/description.h"

G_BEGIN_DECLS

/* Fills the row of a finding. `message` is what it says; `summary` what the finding and those that
 * say the same come to, for people (NULL: it stands alone); `advice` what to do about them (NULL:
 * nothing to be said). */
void refnet_finding_fill(RefnetCells *cells, const RefnetDiagnostic *diagnostic,
                         const char *message, const char *summary, const char *advice);

/* Adds the list "findings", most important first, whose rows `fill` fills. O(findings · findings of
 * a kind). */
void refnet_findings_add(RefnetDescription *description, const RefnetDiagnostics *diagnostics,
                         RefnetRowFill fill, const char *heading, gboolean main);

/* A clause as a sentence, with a capital and a full stop; NULL of NULL. Caller frees. */
char *refnet_finding_sentence(const char *clause);

G_END_DECLS

#endif
