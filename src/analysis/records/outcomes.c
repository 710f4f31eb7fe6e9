/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Name, phone, e-mail, website, tax number and place, each compared once. */
#include "analysis/records/outcomes.h"

#include "analysis/records/keys.h"
#include "analysis/records/names.h"

static void add(RefnetRowOutcomes *result, RefnetOutcomeOfField outcome, guint32 value) {
  result->outcomes[result->count++] = (RefnetFieldOutcome){outcome, value};
}

/* ---- names ----------------------------------------------------------------------------------- */

/* Best of the names other than both first ones: one is also called what the other is called, or
 * both are also called the same. */
static RefnetOutcomeOfField compare_alternates(const RefnetFolded *rows, guint32 a, guint32 b,
                                               guint32 *value) {
  RefnetOutcomeOfField best = REFNET_ALTERNATE_NONE;
  for (guint32 i = rows->name_start[a]; i < rows->name_start[a + 1]; i++)
    for (guint32 k = rows->name_start[b]; k < rows->name_start[b + 1]; k++) {
      gboolean first_a = i == rows->name_start[a], first_b = k == rows->name_start[b];
      if (first_a && first_b)
        continue;
      RefnetNamesLevel level = refnet_names_compare(rows, a, i, b, k).level;
      RefnetOutcomeOfField outcome = REFNET_ALTERNATE_NONE;
      if (!first_a && !first_b)
        outcome = level == REFNET_NAMES_SAME ? REFNET_ALTERNATE_SHARED : REFNET_ALTERNATE_NONE;
      else if (level <= REFNET_NAMES_NEAR)
        outcome = level == REFNET_NAMES_SAME ? REFNET_ALTERNATE_SAME : REFNET_ALTERNATE_NEAR;
      if (outcome >= best)
        continue;
      best = outcome;
      *value = level == REFNET_NAMES_SAME ? rows->names[i].key : REFNET_NONE;
    }
  return best;
}

static void compare_names(const RefnetFolded *rows, guint32 a, guint32 b,
                          RefnetRowOutcomes *result) {
  guint32 first = rows->name_start[a], second = rows->name_start[b], value = REFNET_NONE;
  RefnetNamesLevel level = refnet_names_compare(rows, a, first, b, second).level;
  RefnetOutcomeOfField outcome = (RefnetOutcomeOfField)(REFNET_NAME_SAME + (guint)level);
  gboolean others = rows->name_start[a + 1] - first + rows->name_start[b + 1] - second > 2;
  RefnetOutcomeOfField alternate = level > REFNET_NAMES_NEAR && others
                                       ? compare_alternates(rows, a, b, &value)
                                       : REFNET_ALTERNATE_NONE;
  result->name_turned = level == REFNET_NAMES_SAME && !refnet_names_in_order(rows, first, second);
  result->rare_names = MIN(rows->names[first].proper, rows->names[second].proper) >= 2;
  result->names = alternate < REFNET_ALTERNATE_NONE ? alternate : outcome;
  if (alternate < REFNET_ALTERNATE_NONE)
    add(result, alternate, value);
  if (alternate >= REFNET_ALTERNATE_SHARED)
    add(result, outcome, level == REFNET_NAMES_SAME ? rows->names[first].key : REFNET_NONE);
}

/* ---- phone ----------------------------------------------------------------------------------- */

/* One digit replaced, or two neighbors swapped. */
static gboolean one_slip_apart(guint64 a, guint64 b) {
  while (a % 10 == b % 10 && a != b) {
    a /= 10;
    b /= 10;
  }
  gboolean replaced = a / 10 == b / 10;
  gboolean swapped = a / 100 == b / 100 && a % 10 == b / 10 % 10 && a / 10 % 10 == b % 10;
  return replaced || swapped;
}

static RefnetOutcomeOfField compare_numbers(guint64 a, guint64 b) {
  const guint64 seven_digits = 10000000;
  gboolean local = a < seven_digits || b < seven_digits; /* without area code */
  if (a == b || (local && a % seven_digits == b % seven_digits))
    return REFNET_PHONE_EQUAL;
  if (a % seven_digits == b % seven_digits)
    return REFNET_PHONE_NEAR;
  if (!local && one_slip_apart(a, b))
    return a / 100 == b / 100 ? REFNET_PHONE_EXCHANGE : REFNET_PHONE_NEAR;
  return a / 10000 == b / 10000 ? REFNET_PHONE_EXCHANGE : REFNET_PHONE_DIFFERENT;
}

static void compare_phones(const RefnetFolded *rows, guint32 a, guint32 b,
                           RefnetRowOutcomes *result) {
  RefnetOutcomeOfField best = REFNET_OUTCOMES;
  guint32 value = REFNET_NONE;
  for (guint32 i = rows->phone_start[a]; i < rows->phone_start[a + 1]; i++)
    for (guint32 k = rows->phone_start[b]; k < rows->phone_start[b + 1]; k++) {
      RefnetOutcomeOfField outcome = compare_numbers(rows->phones[i], rows->phones[k]);
      if (outcome >= best)
        continue;
      best = outcome;
      value = rows->phone_keys[i];
      result->toll_free = refnet_key_phone_is_toll_free(rows->phones[i]);
    }
  if (best < REFNET_OUTCOMES)
    add(result, best, best == REFNET_PHONE_EQUAL ? value : REFNET_NONE);
}

/* ---- e-mail, website, tax number ------------------------------------------------------------- */

static gboolean compare_keys(guint32 a, guint32 b, RefnetOutcomeOfField equal,
                             RefnetRowOutcomes *result) {
  if (a == REFNET_NONE || b == REFNET_NONE)
    return FALSE;
  if (a == b)
    add(result, equal, a);
  else
    add(result, equal + 1, REFNET_NONE);
  return a == b;
}

static void compare_web(const RefnetRecord *a, const RefnetRecord *b, RefnetRowOutcomes *result) {
  gboolean same_address = compare_keys(a->email, b->email, REFNET_EMAIL_EQUAL, result);
  /* The domain of an equal e-mail address has been counted. */
  if (!same_address || (!a->website_from_email && !b->website_from_email))
    compare_keys(a->website, b->website, REFNET_WEBSITE_EQUAL, result);
}

/* ---- place ----------------------------------------------------------------------------------- */

static gboolean contains_town(const char *longer, const char *shorter) {
  gsize length = strlen(shorter);
  const char *at = strstr(longer, shorter);
  return at && (at == longer || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' ');
}

typedef enum { TOWN_UNKNOWN, TOWN_SAME, TOWN_OTHER } Towns;

static Towns compare_towns(const RefnetFolded *rows, const RefnetRecord *a, const RefnetRecord *b) {
  if (a->postal_code != REFNET_NONE && a->postal_code == b->postal_code)
    return TOWN_SAME;
  if (a->town == REFNET_NONE || b->town == REFNET_NONE)
    return TOWN_UNKNOWN;
  const char *first = refnet_folded_text(rows, a->town),
             *second = refnet_folded_text(rows, b->town);
  gboolean same = a->town == b->town || contains_town(first, second) ||
                  contains_town(second, first) ||
                  (strlen(first) > 5 && refnet_text_distance(first, second, 1) <= 1);
  return same ? TOWN_SAME : TOWN_OTHER;
}

static gboolean one_point(const RefnetRecord *a, const RefnetRecord *b) {
  const double same_point_km = .1;
  const RefnetOrganization *first = a->organization, *second = b->organization;
  return refnet_distance_km(first->details->latitude, first->details->longitude,
                            second->details->latitude, second->details->longitude) <= same_point_km;
}

static gboolean same_site(const RefnetFolded *rows, const RefnetRecord *a, const RefnetRecord *b) {
  return a->number == b->number &&
         (a->street == b->street || refnet_streets_alike(refnet_folded_text(rows, a->street),
                                                         refnet_folded_text(rows, b->street)));
}

/* Address, town and coordinates are one comparison. One point on the map excuses two spellings of
 * an address, but does not make them one: many are placed in the middle of their town. */
static void compare_place(const RefnetFolded *rows, const RefnetRecord *a, const RefnetRecord *b,
                          RefnetRowOutcomes *result) {
  Towns towns = compare_towns(rows, a, b);
  gboolean known = a->site != REFNET_NONE && b->site != REFNET_NONE;
  result->towns_differ = towns == TOWN_OTHER;
  if (known && same_site(rows, a, b)) {
    gboolean units_differ = a->unit != REFNET_NONE && b->unit != REFNET_NONE && a->unit != b->unit;
    if (towns == TOWN_OTHER)
      add(result, REFNET_PLACE_SITE_ELSEWHERE, REFNET_NONE);
    else
      add(result, units_differ ? REFNET_PLACE_UNIT : REFNET_PLACE_SITE, MIN(a->site, b->site));
  } else if (known && !one_point(a, b)) {
    add(result, towns == TOWN_OTHER ? REFNET_PLACE_ELSEWHERE : REFNET_PLACE_TOWN, REFNET_NONE);
  } else if (towns != TOWN_UNKNOWN) {
    add(result, towns == TOWN_SAME ? REFNET_TOWN_EQUAL : REFNET_TOWN_DIFFERENT, REFNET_NONE);
  }
}

RefnetRowOutcomes refnet_folded_compare(const RefnetFolded *rows, guint32 a, guint32 b) {
  RefnetRowOutcomes result = {0};
  const RefnetRecord *first = &rows->rows[a], *second = &rows->rows[b];
  compare_names(rows, a, b, &result);
  compare_phones(rows, a, b, &result);
  compare_web(first, second, &result);
  compare_keys(first->tax_id, second->tax_id, REFNET_TAX_ID_EQUAL, &result);
  compare_place(rows, first, second, &result);
  return result;
}
