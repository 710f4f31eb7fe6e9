/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two rows beside each other, field by field: how much each agreement says, and what follows. */
#ifndef REFNET_ANALYSIS_RECORDS_EVIDENCE_H
#define REFNET_ANALYSIS_RECORDS_EVIDENCE_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

#define REFNET_EVIDENCE_FIELDS (REFNET_EVIDENCE_ADDRESS + 1)
#define REFNET_MERGE_AT 0.99 /* probability from which two rows surely are one organization */

/* The keys of all rows of a dataset, as numbers: equal numbers, equal keys; REFNET_NONE: unknown.
 * By organization. Alternate and short names of organization v: names[name_start[v]] …, after its
 * name. */
typedef struct {
  const RefnetDataset *dataset;
  guint32 *keys[REFNET_EVIDENCE_FIELDS]; /* NULL for alternate names */
  guint32 *towns;
  guint32 *names;
  guint32 *name_start;
  guint32 key_count;
  double agree_bits[REFNET_EVIDENCE_FIELDS];    /* log2 m/u */
  double disagree_bits[REFNET_EVIDENCE_FIELDS]; /* log2 (1−m)/(1−u) */
  double prior_bits;                            /* log2 of the odds before any evidence */
} RefnetRecords;

/* Folds all rows and weighs each field by how often values agree by chance. O(bytes of the cells).
 */
RefnetRecords *refnet_records_new(const RefnetDataset *dataset, GError **error);
void refnet_records_free(RefnetRecords *records);

typedef enum {
  REFNET_COMPARISON_APART,  /* not worth showing */
  REFNET_COMPARISON_REVIEW, /* a person should look */
  REFNET_COMPARISON_MERGE   /* surely one organization */
} RefnetComparisonOutcome;

typedef struct {
  double score; /* W = log2(prior odds) + Σ bits */
  RefnetEvidence evidence[REFNET_EVIDENCE_FIELDS];
  guint32 evidence_count; /* fields known on both sides */
  RefnetComparisonOutcome outcome;
  gboolean opposed; /* parent and child, or different tax numbers: never in one merged group */
} RefnetComparison;

/* Compares the rows of two organizations; the same whichever comes first. O(alternate names). */
RefnetComparison refnet_records_compare(const RefnetRecords *records, guint32 a, guint32 b);

/* P = 1/(1+2^−W). */
double refnet_record_probability(double score);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRecords, refnet_records_free)

G_END_DECLS

#endif
