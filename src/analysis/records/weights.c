/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The one table of weights. m is fixed, for a coalition has too few duplicates to learn it from; u,
 * how often rows about two organizations compare like that, is counted in the list, starting from
 * what lists of agencies usually show: thirty rows can't tell how rare an equal phone is. */
#include "analysis/records/weights.h"

#include <math.h>

enum { NAME, ALTERNATE, PHONE, EMAIL, WEBSITE, TAX_ID, PLACE, TOWN };

#define NAME_ROW(likeness) NAME, REFNET_EVIDENCE_NAME, REFNET_LIKENESS_##likeness
#define ALTERNATE_ROW(likeness)                                                                    \
  ALTERNATE, REFNET_EVIDENCE_ALTERNATE_NAME, REFNET_LIKENESS_##likeness
#define PHONE_ROW(likeness) PHONE, REFNET_EVIDENCE_PHONE, REFNET_LIKENESS_##likeness
#define EMAIL_ROW(likeness) EMAIL, REFNET_EVIDENCE_EMAIL, REFNET_LIKENESS_##likeness
#define WEBSITE_ROW(likeness) WEBSITE, REFNET_EVIDENCE_WEBSITE, REFNET_LIKENESS_##likeness
#define TAX_ID_ROW(likeness) TAX_ID, REFNET_EVIDENCE_TAX_ID, REFNET_LIKENESS_##likeness
#define PLACE_ROW(likeness) PLACE, REFNET_EVIDENCE_ADDRESS, REFNET_LIKENESS_##likeness
#define TOWN_ROW(likeness) TOWN, REFNET_EVIDENCE_ADDRESS, REFNET_LIKENESS_##likeness

const RefnetOutcomeWeight refnet_outcome_weights[REFNET_OUTCOMES] = {
    /* Most rows about one organization name it alike, once word order and short forms are folded.
     */
    [REFNET_NAME_SAME] = {NAME_ROW(EQUAL), .58, 1e-5, 100000},
    /* A slip, two words written as one: an eighth, and hardly ever by chance. */
    [REFNET_NAME_SPELT] = {NAME_ROW(SIMILAR), .1, 1e-5, 60000},
    /* "Center" or "Services" more, initials for the words: neighbors are called so, too. */
    [REFNET_NAME_NEAR] = {NAME_ROW(SIMILAR), .06, 4e-5, 25000},
    /* "Hrorsing": several slips in a word that nobody else writes. */
    [REFNET_NAME_MISSPELT] = {NAME_ROW(SIMILAR), .02, 1e-4, 10000},
    /* "Harbor Respite" and "Harbor Respite Lakeside": short forms leave words out. */
    [REFNET_NAME_WITHIN] = {NAME_ROW(SIMILAR), .12, 5e-4, 4000},
    /* A word of its own on each side is seldom a spelling. */
    [REFNET_NAME_CLOSE] = {NAME_ROW(SIMILAR), .04, 1e-3, 4000},
    /* "Post 41" and "Post 14", "Elm Church" and "Elm Church Pantry": rather siblings than one. */
    [REFNET_NAME_KIN] = {NAME_ROW(DIFFERS), .03, 1e-2, 4000},
    /* Renamed organizations, and names entered for another field. */
    [REFNET_NAME_DIFFERENT] = {NAME_ROW(DIFFERS), .05, .98, 4000},

    /* Few rows list other names, yet they are listed because people use them. */
    [REFNET_ALTERNATE_SAME] = {ALTERNATE_ROW(EQUAL), .5, 5e-5, 20000},
    [REFNET_ALTERNATE_NEAR] = {ALTERNATE_ROW(SIMILAR), .1, 1e-4, 20000},
    /* Chapters share the short name of their body. */
    [REFNET_ALTERNATE_SHARED] = {ALTERNATE_ROW(EQUAL), .2, 1e-3, 10000},
    [REFNET_ALTERNATE_NONE] = {ALTERNATE_ROW(DIFFERS), .2, .99, 1000},

    /* Main lines last; agencies under one roof share a switchboard. */
    [REFNET_PHONE_EQUAL] = {PHONE_ROW(EQUAL), .72, 1e-3, 1000},
    /* Slips, and area codes that were split or left out. */
    [REFNET_PHONE_NEAR] = {PHONE_ROW(SIMILAR), .06, 2e-3, 1000},
    /* Direct lines beside the main one; in a small town everybody's exchange. */
    [REFNET_PHONE_EXCHANGE] = {PHONE_ROW(DIFFERS), .08, 3e-2, 1000},
    [REFNET_PHONE_DIFFERENT] = {PHONE_ROW(DIFFERS), .14, .96, 1000},

    /* The address of a person changes with the person. */
    [REFNET_EMAIL_EQUAL] = {EMAIL_ROW(EQUAL), .55, 1e-3, 1000},
    [REFNET_EMAIL_DIFFERENT] = {EMAIL_ROW(DIFFERS), .45, .999, 1000},

    /* Lasts, but programs and chapters share their parent's. */
    [REFNET_WEBSITE_EQUAL] = {WEBSITE_ROW(EQUAL), .8, 2e-3, 1000},
    [REFNET_WEBSITE_DIFFERENT] = {WEBSITE_ROW(DIFFERS), .2, .998, 1000},

    /* One number a legal body; a few rows give that of a fiscal sponsor. */
    [REFNET_TAX_ID_EQUAL] = {TAX_ID_ROW(EQUAL), .95, 5e-5, 20000},
    [REFNET_TAX_ID_DIFFERENT] = {TAX_ID_ROW(DIFFERS), .05, .9999, 1000},

    /* Two thirds give the same address; several agencies share a building. */
    [REFNET_PLACE_SITE] = {PLACE_ROW(EQUAL), .66, 2e-3, 1000},
    [REFNET_PLACE_UNIT] = {PLACE_ROW(SIMILAR), .05, 1e-3, 1000},
    /* Suburbs go by the name of their city; Main Street 100 is everywhere. */
    [REFNET_PLACE_SITE_ELSEWHERE] = {PLACE_ROW(SIMILAR), .09, 5e-4, 1000},
    /* Moved, a post box, a second office: within the town more often than out of it. */
    [REFNET_PLACE_TOWN] = {PLACE_ROW(DIFFERS), .12, .3, 1000},
    [REFNET_PLACE_ELSEWHERE] = {PLACE_ROW(DIFFERS), .08, .7, 1000},

    [REFNET_TOWN_EQUAL] = {TOWN_ROW(EQUAL), .85, .3, 1000},
    [REFNET_TOWN_DIFFERENT] = {TOWN_ROW(DIFFERS), .15, .7, 1000},
};

/* What differs never speaks for one organization, and what is equal never against it. */
double refnet_outcome_bits_at(RefnetOutcomeOfField outcome, double seen, double pairs,
                              double least) {
  const RefnetOutcomeWeight *weight = &refnet_outcome_weights[outcome];
  double u = (seen + weight->chance * weight->pairs + 1) / (pairs + weight->pairs + 2);
  double bits = log2(weight->m / MIN(MAX(u, least), 1));
  if (weight->likeness == REFNET_LIKENESS_DIFFERS)
    return MIN(bits, 0);
  return weight->likeness == REFNET_LIKENESS_EQUAL ? MAX(bits, 0) : bits;
}

double refnet_outcome_bits(RefnetOutcomeOfField outcome, double seen, double pairs) {
  return refnet_outcome_bits_at(outcome, seen, pairs, 0);
}
