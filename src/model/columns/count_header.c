/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/count_header.h"

#include "model/columns/header_words.h"
#include "model/columns/words.h"

#include <refnet/base.h>
#include <string.h>

static const char people[] =
    "clients client people persons patients patient participants individuals households families "
    "youth children consumers customers residents students veterans seniors members cases";
/* What makes a count of whatever stands beside it. */
static const char counts[] = "number num count counts total volume volumes sum est "
                             "estimate estimated approx approximate approximately "
                             "annual annually yearly monthly weekly quarterly per";
/* Of what time. */
static const char spans[] = "year years yr month months mo quarter week day fy";
/* What may stand beside these and changes nothing. */
static const char beside[] =
    "a an the of in for no id was were this each made sent given out outgoing "
    "12 twelve 12mo 12months";

/* What a header has a word of; `only_known`: and it has no other words. */
typedef struct {
  gboolean referral, referrals, referred, people, count, only_known;
} Words;

static Words read_words(char **words) {
  Words found = {.only_known = TRUE};
  for (guint i = 0; words[i] != NULL; i++) {
    const char *word = words[i], *next = words[i + 1] != NULL ? words[i + 1] : "";
    const gboolean is_span = refnet_header_word_is_full_year(word) ||
                             refnet_header_word_is_marked_year(word) ||
                             refnet_word_is_among(word, spans);
    const gboolean is_past =
        refnet_word_is_among(word, "past last previous prior") &&
        (refnet_word_is_among(next, spans) || refnet_word_is_among(next, beside));
    found.referral |= strcmp(word, "referral") == 0;
    found.referrals |= refnet_word_is_among(word, "referrals refs");
    found.referred |= strcmp(word, "referred") == 0;
    found.people |= refnet_word_is_among(word, people);
    found.count |= is_past || refnet_word_is_among(word, counts) ||
                   refnet_word_is_among(word, "12mo 12months") ||
                   (strcmp(word, "how") == 0 && strcmp(next, "many") == 0);
    found.only_known &= is_past || is_span ||
                        refnet_word_is_among(word, "referral referrals refs referred how many") ||
                        refnet_word_is_among(word, people) || refnet_word_is_among(word, counts) ||
                        refnet_word_is_among(word, beside);
  }
  return found;
}

/* "Referral number" is one that a referral has. */
gboolean refnet_header_counts_referrals(const char *header) {
  g_autofree char *slug = refnet_text_slug(header);
  g_auto(GStrv) words = g_strsplit(slug, "-", -1);
  const Words found = read_words(words);
  const gboolean count = found.count || strpbrk(header, "#/") != NULL;
  return found.only_known && ((found.referrals && count) || (found.referred && found.people) ||
                              (found.referred && found.count) ||
                              (found.referral && found.count && !g_str_has_suffix(slug, "number")));
}

const char *refnet_header_after_how_many(const char *header) {
  static const char *const beginnings[] = {"#",    "number of ", "no. of ",
                                           "num ", "total ",     "count of "};
  for (gsize i = 0; i < G_N_ELEMENTS(beginnings); i++)
    if (g_ascii_strncasecmp(header, beginnings[i], strlen(beginnings[i])) == 0)
      return header[strlen(beginnings[i])] != '\0' ? header + strlen(beginnings[i]) : NULL;
  return NULL;
}
