/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sum of the evidence, and what a sum alone can't know: branches, programs, and agencies under
 * one roof. */
#include "analysis/records/evidence.h"

#include <math.h>

#include "analysis/records/outcomes.h"

double refnet_record_probability(double score) {
  return 1 / (1 + exp2(-score));
}

double refnet_record_score(double probability) {
  return log2(probability / (1 - probability));
}

/* ---- the sum ------------------------------------------------------------------------------------
 */

/* The more names a value goes by, the less two of them have in common by sharing it. Both rows of
 * the pair are taken out: their own agreement is no sign of chance. */
static double bits_of(const RefnetRecords *records, const RefnetFieldOutcome *field) {
  RefnetOutcomeOfField outcome = field->outcome;
  guint32 others = field->value != REFNET_NONE ? records->names_with[field->value] : 0;
  if (others <= 2)
    return records->bits[outcome];
  double least = (others - 2) / MAX(records->rows->length - 2.0, 1);
  return refnet_outcome_bits_at(outcome, records->seen[outcome], records->pairs[outcome], least);
}

static void add_evidence(const RefnetRecords *records, const RefnetFieldOutcome *field,
                         RefnetComparison *comparison) {
  const RefnetOutcomeWeight *weight = &refnet_outcome_weights[field->outcome];
  double bits = bits_of(records, field);
  comparison->score += bits;
  if (field->outcome == REFNET_ALTERNATE_NONE)
    return;
  comparison->evidence[comparison->evidence_count++] = (RefnetEvidence){
      weight->field, weight->likeness, weight->likeness != REFNET_LIKENESS_DIFFERS, bits};
}

/* ---- the decision -------------------------------------------------------------------------------
 */

/* Fields in which both agree, by what sharing them means. */
typedef struct {
  gboolean phone, site;   /* shared by whoever shares a roof */
  gboolean email, tax_id; /* of a person, of a legal body */
  gboolean website;       /* of a body with all its branches */
  gboolean tax_ids_differ;
} Agreements;

static gboolean has(const RefnetRowOutcomes *result, RefnetOutcomeOfField outcome) {
  for (guint32 i = 0; i < result->count; i++)
    if (result->outcomes[i].outcome == outcome)
      return TRUE;
  return FALSE;
}

/* A toll-free number in two towns is that of a body with branches. */
static Agreements find_agreements(const RefnetRowOutcomes *result) {
  return (Agreements){
      .phone = has(result, REFNET_PHONE_EQUAL) && !(result->towns_differ && result->toll_free),
      .site = has(result, REFNET_PLACE_SITE) || has(result, REFNET_PLACE_SITE_ELSEWHERE),
      .email = has(result, REFNET_EMAIL_EQUAL),
      .tax_id = has(result, REFNET_TAX_ID_EQUAL),
      .website = has(result, REFNET_WEBSITE_EQUAL),
      .tax_ids_differ = has(result, REFNET_TAX_ID_DIFFERENT)};
}

static gboolean parent_and_child(const RefnetFolded *rows, guint32 a, guint32 b) {
  const RefnetRecord *first = &rows->rows[a], *second = &rows->rows[b];
  guint32 offset = first->list ? rows->first_length : 0;
  if (first->list != second->list)
    return FALSE;
  return first->organization->details->parent_organization == b - offset ||
         second->organization->details->parent_organization == a - offset;
}

/* Would a person want to look at it, although the names disagree? Agencies under one roof share
 * phone and address, programs also the site of their body: only what a legal body has to itself
 * counts. */
static gboolean worth_a_look(const RefnetRowOutcomes *result, const Agreements *agree) {
  gboolean others = agree->phone || agree->email || agree->site;
  switch (result->names) {
  case REFNET_NAME_SAME:
  case REFNET_NAME_NEAR:
  case REFNET_ALTERNATE_SAME:
  case REFNET_ALTERNATE_NEAR:
    return TRUE;
  case REFNET_NAME_WITHIN:
  case REFNET_ALTERNATE_SHARED:
    return others || agree->tax_id;
  case REFNET_NAME_CLOSE:
    return agree->tax_id || agree->email || (agree->phone && agree->site);
  default:
    return agree->tax_id && others;
  }
}

/* To merge, the names must agree and something besides that tells places apart, for chapters have
 * their body's name, website and toll-free number. */
static RefnetObstacle find_obstacle(const RefnetRowOutcomes *result, const Agreements *agree) {
  gboolean names_agree = result->names <= REFNET_NAME_WITHIN ||
                         result->names == REFNET_ALTERNATE_SAME ||
                         result->names == REFNET_ALTERNATE_NEAR;
  if (!names_agree)
    return REFNET_OBSTACLE_NAMES;
  if (agree->tax_ids_differ)
    return REFNET_OBSTACLE_TAX_ID;
  gboolean distinguished = agree->phone || agree->site || agree->tax_id ||
                           (agree->email && result->names != REFNET_NAME_WITHIN);
  return distinguished ? REFNET_OBSTACLE_NONE : REFNET_OBSTACLE_ONLY_NAME;
}

static RefnetComparisonOutcome decide(const RefnetRecords *records, double score,
                                      RefnetObstacle obstacle) {
  double probability = refnet_record_probability(score);
  if (probability < records->review_at)
    return REFNET_COMPARISON_APART;
  return probability >= records->merge_at && obstacle == REFNET_OBSTACLE_NONE
             ? REFNET_COMPARISON_MERGE
             : REFNET_COMPARISON_REVIEW;
}

RefnetComparison refnet_records_compare(const RefnetRecords *records, guint32 a, guint32 b) {
  RefnetComparison comparison = {.score = records->prior_bits};
  RefnetRowOutcomes result = refnet_folded_compare(records->rows, a, b);
  for (guint32 i = 0; i < result.count; i++)
    add_evidence(records, &result.outcomes[i], &comparison);
  Agreements agree = find_agreements(&result);
  comparison.obstacle = find_obstacle(&result, &agree);
  comparison.opposed = agree.tax_ids_differ;
  if (parent_and_child(records->rows, a, b)) {
    comparison.obstacle = REFNET_OBSTACLE_PARENT;
    comparison.opposed = TRUE;
  } else if (worth_a_look(&result, &agree)) {
    comparison.outcome = decide(records, comparison.score, comparison.obstacle);
  }
  return comparison;
}
