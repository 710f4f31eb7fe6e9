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

/* ---- the sum --------------------------------------------------------------------------------- */

static gboolean has(const RefnetRowOutcomes *result, RefnetOutcomeOfField outcome) {
  for (guint32 i = 0; i < result->count; i++)
    if (result->outcomes[i].outcome == outcome)
      return TRUE;
  return FALSE;
}

/* The more names a value goes by, the less two of them have in common by sharing it. Both rows of
 * the pair are taken out: their own agreement is no sign of chance. */
static double bits_of_value(const RefnetRecords *records, const RefnetFieldOutcome *field) {
  RefnetOutcomeOfField outcome = field->outcome;
  guint32 others = field->value != REFNET_NONE ? records->names_with[field->value] : 0;
  if (others <= 2)
    return records->bits[outcome];
  double least = (others - 2) / MAX(records->rows->length - 2.0, 1);
  return refnet_outcome_bits_at(outcome, records->seen[outcome], records->pairs[outcome], least);
}

/* Namesakes and branches lie apart: how many there are says nothing about two rows at one address.
 */
static double bits_of(const RefnetRecords *records, const RefnetRowOutcomes *result,
                      const RefnetFieldOutcome *field) {
  RefnetOutcomeOfField outcome = field->outcome;
  gboolean same = outcome == REFNET_NAME_SAME;
  double bits = same && has(result, REFNET_PLACE_SITE)
                    ? refnet_outcome_bits(outcome, 0, records->pairs[outcome])
                    : bits_of_value(records, field);
  gboolean rare =
      result->rare_names && (outcome <= REFNET_NAME_SPELT || outcome == REFNET_NAME_MISSPELT ||
                             outcome == REFNET_NAME_WITHIN);
  return rare ? bits + REFNET_RARE_NAME_BITS : bits;
}

static void add_evidence(const RefnetRecords *records, const RefnetRowOutcomes *result,
                         const RefnetFieldOutcome *field, RefnetComparison *comparison) {
  const RefnetOutcomeWeight *weight = &refnet_outcome_weights[field->outcome];
  gboolean turned = field->outcome == REFNET_NAME_SAME && result->name_turned;
  RefnetLikeness likeness = turned ? REFNET_LIKENESS_SIMILAR : weight->likeness;
  double bits = bits_of(records, result, field);
  comparison->score += bits;
  if (field->outcome == REFNET_ALTERNATE_NONE)
    return;
  comparison->evidence[comparison->evidence_count++] =
      (RefnetEvidence){weight->field, likeness, bits};
}

/* ---- the decision ---------------------------------------------------------------------------- */

/* Fields in which both agree, by what sharing them means. */
typedef struct {
  gboolean phone, site;   /* shared by whoever shares a roof */
  gboolean email, tax_id; /* of a person, of a legal body */
  gboolean website;       /* of a body with all its branches */
  gboolean tax_ids_differ;
  gboolean places_differ;
} Agreements;

/* No field but the names speaks against one organization. */
static gboolean nothing_differs(const RefnetRowOutcomes *result) {
  for (guint32 i = 0; i < result->count; i++) {
    const RefnetOutcomeWeight *weight = &refnet_outcome_weights[result->outcomes[i].outcome];
    if (weight->field > REFNET_EVIDENCE_ALTERNATE_NAME &&
        weight->likeness == REFNET_LIKENESS_DIFFERS)
      return FALSE;
  }
  return TRUE;
}

static gboolean places_differ(const RefnetRowOutcomes *result) {
  return has(result, REFNET_PLACE_TOWN) || has(result, REFNET_PLACE_ELSEWHERE) ||
         has(result, REFNET_TOWN_DIFFERENT);
}

/* Both have the phone or e-mail address of a body with branches, in two places. */
static gboolean is_of_branches(const RefnetRecords *records, const RefnetRowOutcomes *result,
                               RefnetOutcomeOfField outcome) {
  for (guint32 i = 0; i < result->count; i++)
    if (result->outcomes[i].outcome == outcome && places_differ(result))
      return records->of_branches[result->outcomes[i].value];
  return FALSE;
}

/* So is a toll-free number in two towns. */
static Agreements find_agreements(const RefnetRecords *records, const RefnetRowOutcomes *result) {
  return (Agreements){
      .phone = has(result, REFNET_PHONE_EQUAL) && !(result->towns_differ && result->toll_free) &&
               !is_of_branches(records, result, REFNET_PHONE_EQUAL),
      .site = has(result, REFNET_PLACE_SITE) || has(result, REFNET_PLACE_SITE_ELSEWHERE),
      .email =
          has(result, REFNET_EMAIL_EQUAL) && !is_of_branches(records, result, REFNET_EMAIL_EQUAL),
      .tax_id = has(result, REFNET_TAX_ID_EQUAL),
      .website = has(result, REFNET_WEBSITE_EQUAL),
      .tax_ids_differ = has(result, REFNET_TAX_ID_DIFFERENT),
      .places_differ = places_differ(result)};
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
  case REFNET_NAME_SPELT:
  case REFNET_NAME_NEAR:
  case REFNET_ALTERNATE_SAME:
  case REFNET_ALTERNATE_NEAR:
    return TRUE;
  case REFNET_NAME_MISSPELT:
  case REFNET_ALTERNATE_SHARED:
    return others || agree->tax_id;
  case REFNET_NAME_WITHIN:
    return agree->tax_id || (others && !agree->places_differ);
  case REFNET_NAME_CLOSE:
    return agree->tax_id || agree->email || (agree->phone && agree->site);
  default:
    return agree->tax_id && others;
  }
}

/* Where nothing tells two places apart, a website is enough beside the name, or a name with words
 * of its own. */
static gboolean stands_alone(const RefnetRowOutcomes *result, const Agreements *agree) {
  if (result->names > REFNET_NAME_NEAR || !nothing_differs(result))
    return FALSE;
  return agree->website || (result->names == REFNET_NAME_SAME && result->rare_names);
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
  gboolean distinguished = agree->site || agree->tax_id;
  gboolean a_word_more = result->names == REFNET_NAME_NEAR && agree->places_differ;
  if (result->names != REFNET_NAME_WITHIN && !a_word_more) /* that may be a branch's */
    distinguished |= agree->phone || agree->email;
  return distinguished || stands_alone(result, agree) ? REFNET_OBSTACLE_NONE
                                                      : REFNET_OBSTACLE_ONLY_NAME;
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
    add_evidence(records, &result, &result.outcomes[i], &comparison);
  Agreements agree = find_agreements(records, &result);
  comparison.obstacle = find_obstacle(&result, &agree);
  comparison.opposed = agree.tax_ids_differ || (result.names == REFNET_NAME_KIN && !agree.tax_id);
  if (parent_and_child(records->rows, a, b)) {
    comparison.obstacle = REFNET_OBSTACLE_PARENT;
    comparison.opposed = TRUE;
  } else if (worth_a_look(&result, &agree)) {
    comparison.outcome = decide(records, comparison.score, comparison.obstacle);
  }
  return comparison;
}
