/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What speaks for two rows being one organisation, in words. */
#ifndef REFNET_PRESENT_DUPLICATES_EVIDENCE_SENTENCES_H
#define REFNET_PRESENT_DUPLICATES_EVIDENCE_SENTENCES_H

#include <refnet/analysis.h>

/* "phone equal, 12.3 bits", a text a field, NULL-terminated; caller frees with g_strfreev. */
char **refnet_evidence_texts(const RefnetEvidence *evidence, guint32 length);
/* Appends ": same phone and website, similar name, but not the same address". */
void refnet_evidence_append(GString *reason, const RefnetEvidence *evidence, guint32 length);
/* What a person should know before deciding, after a space; "" when there is nothing. Static. */
const char *refnet_evidence_caution(RefnetObstacle obstacle);

#endif
