/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an agreement or a difference says, in bits, after Fellegi and Sunter (1969). */
#ifndef REFNET_ANALYSIS_RECORDS_WEIGHTS_H
#define REFNET_ANALYSIS_RECORDS_WEIGHTS_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

/* Names that have two words of their own are equal, or one within the other, by chance an eighth
 * as often as names are on the whole. */
#define REFNET_RARE_NAME_BITS 3.0

/* How two rows can compare in a field. */
typedef enum {
  REFNET_NAME_SAME,
  REFNET_NAME_SPELT,
  REFNET_NAME_NEAR,
  REFNET_NAME_MISSPELT,
  REFNET_NAME_WITHIN,
  REFNET_NAME_CLOSE,
  REFNET_NAME_KIN,
  REFNET_NAME_DIFFERENT,
  REFNET_ALTERNATE_SAME,   /* one is also called what the other is called */
  REFNET_ALTERNATE_NEAR,   /* … all but */
  REFNET_ALTERNATE_SHARED, /* both are also called the same */
  REFNET_ALTERNATE_NONE,
  REFNET_PHONE_EQUAL,
  REFNET_PHONE_NEAR,     /* a slip, another area code */
  REFNET_PHONE_EXCHANGE, /* another line of the same exchange */
  REFNET_PHONE_DIFFERENT,
  REFNET_EMAIL_EQUAL,
  REFNET_EMAIL_DIFFERENT,
  REFNET_WEBSITE_EQUAL,
  REFNET_WEBSITE_DIFFERENT,
  REFNET_TAX_ID_EQUAL,
  REFNET_TAX_ID_DIFFERENT,
  REFNET_PLACE_SITE,           /* the same address */
  REFNET_PLACE_UNIT,           /* but for the suite */
  REFNET_PLACE_SITE_ELSEWHERE, /* but for the town */
  REFNET_PLACE_TOWN,           /* two addresses in one town */
  REFNET_PLACE_ELSEWHERE,
  REFNET_TOWN_EQUAL, /* where only the towns are known */
  REFNET_TOWN_DIFFERENT,
  REFNET_OUTCOMES
} RefnetOutcomeOfField;

/* A row of the table. Outcomes with the same `group` exclude each other, and one of them holds
 * wherever both rows have the field. */
typedef struct {
  guint group;
  RefnetEvidenceField field;
  RefnetLikeness likeness;
  double m;      /* how often rows about one organization compare like this */
  double chance; /* how often rows about two do, before the list is looked at … */
  double pairs;  /* … as if so many pairs had been seen */
} RefnetOutcomeWeight;

extern const RefnetOutcomeWeight refnet_outcome_weights[REFNET_OUTCOMES];

/* The bits of an outcome that `seen` of `pairs` pairs showed: log2 m/u with u = (k + 1)/(N + 2),
 * the pairs of the table counted in. */
double refnet_outcome_bits(RefnetOutcomeOfField outcome, double seen, double pairs);
/* The same where a chance `least` of this very value is known to be higher. */
double refnet_outcome_bits_at(RefnetOutcomeOfField outcome, double seen, double pairs,
                              double least);

G_END_DECLS

#endif
