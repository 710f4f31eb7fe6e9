/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What check says of the columns of a sheet: which are not used, and which are read together. */
#ifndef REFNET_MODEL_DATASET_REPORT_COLUMNS_H
#define REFNET_MODEL_DATASET_REPORT_COLUMNS_H

#include "model/dataset/sheet.h"

G_BEGIN_DECLS

/* What a header was found to mean. */
typedef struct {
  char *folded;
  guint field; /* or REFNET_NO_FIELD */
  guint fit;   /* 0: overridden, 1: own name, 2 …: synonyms; G_MAXUINT: nothing */
} RefnetColumnMatch;

/* Reports the columns of a sheet whose fields are chosen; `matches`: one a column. O(columns² +
 * columns · synonyms). */
void refnet_sheet_report_columns(const RefnetSheet *sheet, const RefnetColumnMatch *matches,
                                 RefnetDiagnostics *diagnostics);

G_END_DECLS

#endif
