/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two rows beside each other, field by field: how much each agreement says, and what follows. */
#ifndef REFNET_ANALYSIS_RECORDS_EVIDENCE_H
#define REFNET_ANALYSIS_RECORDS_EVIDENCE_H

#include "analysis/records/folded.h"
#include "analysis/records/weights.h"

G_BEGIN_DECLS

#define REFNET_EVIDENCE_FIELDS (REFNET_EVIDENCE_ADDRESS + 1)

/* Rows, and what their agreements are worth among these rows. */
typedef struct {
  RefnetFolded *rows;
  double bits[REFNET_OUTCOMES];
  double seen[REFNET_OUTCOMES], pairs[REFNET_OUTCOMES]; /* what they were counted from */
  guint32 *names_with; /* by key: names whose rows have it; of keys of names: phones or addresses */
  guint8 *of_branches; /* by key of a phone or e-mail address: one name has it in three places */
  double prior_bits;   /* log2 of the odds before any evidence */
  double merge_at, review_at;
} RefnetRecords;

/* Folds the rows of `first`, and of `second` unless it is NULL, and weighs each outcome by how
 * often it comes up by chance: equal values among all pairs, the rest among at most 10,000 pairs
 * chosen with a fixed seed. O(bytes of the cells). */
RefnetRecords *refnet_records_new(const RefnetDataset *first, const RefnetDataset *second,
                                  const RefnetMatchOptions *options, GError **error);
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
  RefnetObstacle obstacle;
  gboolean opposed; /* parent and child, different tax numbers, names of branches: never in one
                       merged group */
} RefnetComparison;

/* Compares two rows; the same whichever comes first. O(names² · words²). */
RefnetComparison refnet_records_compare(const RefnetRecords *records, guint32 a, guint32 b);

/* P = 1/(1+2^−W). */
double refnet_record_probability(double score);
/* Its inverse. */
double refnet_record_score(double probability);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRecords, refnet_records_free)

G_END_DECLS

#endif
