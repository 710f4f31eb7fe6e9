/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/answer_column.h"
#include "model/columns/words.h"

#include <refnet/base.h>
#include <string.h>

/* What is asked about. */
static const char links[] = "refer refers referral referrals referred referring send sends sending";
/* What may stand beside it and changes nothing. */
static const char beside[] =
    "a an the any of in on at for and or if whether how often frequently regularly currently ever "
    "do does did is are have has make made makes there this that these each you we your our i my "
    "agency agencies organization organizations organisation organisations provider program staff "
    "clients client people patients participants customers families individuals consumers "
    "residents members others other yes y yn yesno tick check x mark answer response rating past "
    "last year years month months 12 twelve to them their they partner partners me";
/* What turns the question round. */
static const char from_them[] = "from receive receives received get gets us";
static const char plain_answers[] =
    "yesno yn yesorno answer response refers yesnoanswer linked link tie connected connection "
    "relationship";

typedef struct {
  gboolean about_links, back, only_known;
} Question;

static Question read_question(const char *header) {
  g_autofree char *slug = refnet_text_slug(header);
  g_auto(GStrv) words = g_strsplit(slug, "-", -1);
  Question question = {FALSE, FALSE, TRUE};
  for (guint i = 0; words[i] != NULL; i++) {
    const char *next = words[i + 1] != NULL ? words[i + 1] : "";
    question.about_links |= refnet_word_is_among(words[i], links);
    question.back |=
        refnet_word_is_among(words[i], from_them) ||
        (refnet_word_is_among(words[i], "they them") && refnet_word_is_among(next, links)) ||
        (refnet_word_is_among(words[i], "to") && refnet_word_is_among(next, "you us me your our"));
    /* "Yes/no", but not the number in "Referral no." */
    if (refnet_word_is_among(words[i], "no n") && i > 0 &&
        refnet_word_is_among(words[i - 1], "yes y or"))
      continue;
    question.only_known &= refnet_word_is_among(words[i], links) ||
                           refnet_word_is_among(words[i], beside) ||
                           refnet_word_is_among(words[i], from_them);
  }
  return question;
}

gboolean refnet_header_asks_for_link(const char *header) {
  g_autofree char *folded = refnet_text_fold_header(header);
  const Question question = read_question(header);
  return refnet_word_is_among(folded, plain_answers) ||
         (question.about_links && question.only_known && !question.back);
}

gboolean refnet_header_asks_for_link_back(const char *header) {
  const Question question = read_question(header);
  return question.about_links && question.only_known && question.back;
}
