/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/estimate.h"

#include "model/columns/words.h"

#include <string.h>

typedef enum { ABOUT, BELOW, UP_TO, AT_LEAST } Bound;

static const struct {
  const char *text;
  Bound bound;
} beginnings[] = {
    {"~", ABOUT},
    {"≈", ABOUT},
    {"about ", ABOUT},
    {"approximately ", ABOUT},
    {"approx. ", ABOUT},
    {"approx ", ABOUT},
    {"around ", ABOUT},
    {"roughly ", ABOUT},
    {"circa ", ABOUT},
    {"ca. ", ABOUT},
    {"c. ", ABOUT},
    {"est. ", ABOUT},
    {"estimated ", ABOUT},
    {"almost ", ABOUT},
    {"nearly ", ABOUT},
    {"<=", UP_TO},
    {"≤", UP_TO},
    {"up to ", UP_TO},
    {"<", BELOW},
    {"under ", BELOW},
    {"less than ", BELOW},
    {"fewer than ", BELOW},
    {"below ", BELOW},
    {">=", AT_LEAST},
    {"≥", AT_LEAST},
    {">", AT_LEAST},
    {"over ", AT_LEAST},
    {"more than ", AT_LEAST},
    {"at least ", AT_LEAST},
};

static const char *skip_beginning(const char *text, Bound *bound) {
  *bound = ABOUT;
  for (gsize i = 0; i < G_N_ELEMENTS(beginnings); i++)
    if (g_ascii_strncasecmp(text, beginnings[i].text, strlen(beginnings[i].text)) == 0) {
      *bound = beginnings[i].bound;
      text += strlen(beginnings[i].text);
      break;
    }
  return text + strspn(text, " ");
}

const char *refnet_estimate_skip_about(const char *text) {
  Bound bound;
  const char *rest = skip_beginning(text, &bound);
  return bound == ABOUT ? rest : text;
}

gboolean refnet_estimate_is_of_a_year(const char *text) {
  g_autofree char *folded = refnet_text_fold_header(text);
  return refnet_word_is_among(folded + strcspn(folded, "abcdefghijklmnopqrstuvwxyz"),
                              "peryear peryr ayear year yr annually yearly");
}

/* Past a number that begins here; NULL: none does. */
static const char *read_number(const char *text, guint64 *number) {
  const gsize length = strspn(text, "0123456789,");
  g_autofree char *digits = g_strndup(text, length);
  return length > 0 && refnet_count_parse(digits, number) ? text + length : NULL;
}

/* Past what stands between the ends of a range; NULL: that is not what comes. */
static const char *skip_to_end_of_range(const char *text) {
  static const char *const signs[] = {"-", "–", "—", "to "};
  text += strspn(text, " ");
  for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
    if (g_str_has_prefix(text, signs[i])) {
      text += strlen(signs[i]);
      return text + strspn(text, " ");
    }
  return NULL;
}

static gboolean is_ending(const char *text) {
  g_autofree char *folded = refnet_text_fold_header(text);
  if (*folded == '\0')
    return text[strspn(text, " +)~*")] == '\0';
  if (strchr("-=.:)", text[strspn(text, " ")]) != NULL) /* "1 - Yearly", a code */
    return FALSE;
  return strchr(text, '%') == NULL &&
         refnet_word_is_among(folded,
                              "approx approximately est estimated estimate about orso ormore "
                              "people persons clients patients families referrals "
                              "referral person client family times total peryear peryr "
                              "ayear year yr annually yearly");
}

/* `least` ≤ `most`, so neither sum nor middle overflows. */
static guint64 middle(guint64 least, guint64 most) {
  return least + (most - least) / 2;
}

gboolean refnet_estimate_parse(const char *text, guint64 *count) {
  Bound bound;
  guint64 number, end_of_range;
  const char *rest = read_number(skip_beginning(text, &bound), &number);
  if (rest == NULL)
    return FALSE;
  const char *end = skip_to_end_of_range(rest);
  if (end != NULL && (end = read_number(end, &end_of_range)) != NULL) {
    *count = number <= end_of_range ? middle(number, end_of_range) : 0;
    return number <= end_of_range && is_ending(end);
  }
  *count = number;
  if ((bound == BELOW && number > 1) || (bound == UP_TO && number > 0))
    *count = middle(1, number - (bound == BELOW));
  return is_ending(rest);
}
