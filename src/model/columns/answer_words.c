/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words that answer whether, or how often, one organization refers to another. */
#include "model/columns/answer_words.h"
#include "model/columns/estimate.h"
#include "model/columns/words.h"

#include <string.h>

typedef struct {
  RefnetFrequency frequency;
  const char *words; /* folded to letters and digits, separated by blanks */
} Words;

/* Scales of how much or how close, as steps between never and daily. */
static const Words steps[] = {
    {REFNET_FREQUENCY_NEVER,
     "never none notatall no norelationship nocontact donotrefer wedonotrefer noreferrals "
     "nointeraction nocollaboration nolinkage notlinked nottied zero nothing notapplied neverrefer "
     "haventreferred havenotreferred noneatall unfamiliar notfamiliar neverheardofthem notselected "
     "unchecked noinvolvement nointeractionatall nocontactatall noreferralsatall noneofthetime "
     "notyet "
     "notcurrently notatthistime nocommunication noconnection havenotheardof haventheardof "
     "neverheardof donotworkwiththem dontworkwiththem wedonotworkwiththem wedontworkwiththem "
     "dontknowthem donotknowthem dontknowthisorganization donotknowthisorganization"},
    {REFNET_FREQUENCY_YEARLY,
     "rarely seldom alittle alittlebit hardlyever veryrarely low verylow slightly slight minimal "
     "minimally weak veryweak small veryseldom onceinawhile onceortwice networking awareness "
     "infrequently notmuch notvery almostnever lessoften once semiannually semiannual coexist "
     "coexistence communicate communication"},
    {REFNET_FREQUENCY_QUARTERLY, "sometimes occasionally somewhat some tosomeextent fair "
                                 "cooperation cooperating fromtimetotime "
                                 "medium moderate moderately amoderateamount someofthetime "
                                 "cooperate"},
    {REFNET_FREQUENCY_MONTHLY,
     "regularly quiteabit considerable considerably coordination coordinating fairlyoften "
     "toaconsiderableextent somewhatoften coordinate"},
    {REFNET_FREQUENCY_WEEKLY,
     "often frequently alot much verymuch high veryoften strong coalition toagreatextent "
     "veryfrequently mostly usually mostofthetime"},
    {REFNET_FREQUENCY_DAILY,
     "always constantly agreatdeal continuously veryhigh verystrong collaboration collaborating "
     "extensively allthetime fullylinked extremely collaborate fullycollaborate fullcollaboration "
     "integrate integrated integration fullintegration"},
};
static const char unknown_words[] =
    "dontknow donotknow idontknow unsure notsure unknown na notapplicable prefernottosay "
    "prefernottoanswer noanswer noresponse skipped missing cannotsay noopinion dk nr";
static const char yes_words[] =
    "selected both werefer currentlyrefer currently asneeded adhoc varies "
    "itvaries formal informal formally informally";

/* "Twice a week" has one unit of time among words that say how often; "Adult Day Center" has one,
 * too, but is a name: its other words are none of these, and as titles are each has a capital. */
static gboolean may_be_name(const char *text, char **words) {
  static const char how_often[] =
      "a an the per each every once twice one two three four five times time x or and more less "
      "than "
      "at least most about around approximately roughly several few couple of in last past other "
      "only often to day days daily week weeks weekly month months monthly quarter quarters "
      "quarterly year years yearly annual annually basis on";
  gboolean others = FALSE;
  for (gsize w = 0; words[w] != NULL; w++)
    others |= !g_ascii_isdigit(*words[w]) && !refnet_word_is_among(words[w], how_often);
  if (!others)
    return FALSE;
  g_auto(GStrv) written = g_strsplit(text, " ", -1);
  for (gsize w = 1; written[0] != NULL && written[w] != NULL; w++)
    if (strlen(written[w]) > 3 && g_unichar_islower(g_utf8_get_char(written[w])))
      return FALSE;
  return TRUE;
}

/* Tells "at least once a month (about)" from its one unit of time; UNKNOWN: none or several. */
static RefnetFrequency unit_in(const char *text) {
  static const Words units[] = {{REFNET_FREQUENCY_DAILY, "daily day days everyday"},
                                {REFNET_FREQUENCY_WEEKLY, "weekly week weeks"},
                                {REFNET_FREQUENCY_MONTHLY, "monthly month months"},
                                {REFNET_FREQUENCY_QUARTERLY, "quarterly quarter quarters"},
                                {REFNET_FREQUENCY_YEARLY, "yearly year years annual annually"}};
  g_autofree char *slug = refnet_text_slug(text);
  g_auto(GStrv) words = g_strsplit(slug, "-", -1);
  RefnetFrequency found = REFNET_FREQUENCY_UNKNOWN;
  for (gsize w = 0; words[w] != NULL; w++)
    for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
      if (!refnet_word_is_among(words[w], units[i].words))
        continue;
      if (found != REFNET_FREQUENCY_UNKNOWN && found != units[i].frequency)
        return REFNET_FREQUENCY_UNKNOWN;
      found = units[i].frequency;
    }
  if (found == REFNET_FREQUENCY_UNKNOWN || may_be_name(text, words))
    return REFNET_FREQUENCY_UNKNOWN;
  gboolean less = g_str_has_prefix(slug, "less-than") || g_str_has_prefix(slug, "less-often");
  return less && found > REFNET_FREQUENCY_YEARLY ? found - 1 : found;
}

static gboolean read_folded(const char *text, const char *folded, RefnetAnswer *answer) {
  RefnetTri tri;
  RefnetFrequency frequency = REFNET_FREQUENCY_UNKNOWN;
  if (refnet_word_is_among(folded, unknown_words)) {
    *answer = (RefnetAnswer){REFNET_ANSWER_BLANK, 0, 0};
    return TRUE;
  }
  if (refnet_word_answer(text, &tri) || refnet_word_is_among(folded, yes_words)) {
    gboolean no = !refnet_word_is_among(folded, yes_words) && tri == REFNET_TRI_NO;
    *answer = (RefnetAnswer){no ? REFNET_ANSWER_NO : REFNET_ANSWER_YES, 0, 0};
    return TRUE;
  }
  if (*folded == '\0') { /* "-" and the like */
    *answer = (RefnetAnswer){REFNET_ANSWER_BLANK, 0, 0};
    return TRUE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(steps) && frequency == REFNET_FREQUENCY_UNKNOWN; i++)
    if (refnet_word_is_among(folded, steps[i].words))
      frequency = steps[i].frequency;
  if (frequency == REFNET_FREQUENCY_UNKNOWN && !refnet_word_frequency(text, &frequency))
    frequency = unit_in(text);
  if (frequency == REFNET_FREQUENCY_UNKNOWN)
    return FALSE;
  gboolean no = frequency == REFNET_FREQUENCY_NEVER;
  *answer = (RefnetAnswer){no ? REFNET_ANSWER_NO : REFNET_ANSWER_YES, no ? 0 : frequency, 0};
  return TRUE;
}

static gboolean read_words(const char *text, RefnetAnswer *answer) {
  g_autofree char *folded = refnet_text_fold_header(text);
  return read_folded(text, folded, answer);
}

/* "3 - Monthly", "(3) Monthly", "3=Monthly": what follows the code; NULL: nothing does. */
static const char *after_code(const char *text) {
  const char *at = text + strspn(text, "([");
  gsize digits = strspn(at, "0123456789");
  at += digits;
  gsize marks = strspn(at, " )]=.:-");
  return digits > 0 && digits < 3 && marks > 0 && g_ascii_isalpha(at[marks]) ? at + marks : NULL;
}

/* Behind a code, else all of it, without what is in brackets. */
static gboolean read_before_bracket(const char *text, const char *meaning, RefnetAnswer *answer) {
  const char *open = strchr(text, '(');
  if (open == NULL || open == text)
    return FALSE;
  const char *start = meaning != NULL && meaning < open ? meaning : text;
  g_autofree char *before = g_strstrip(g_strndup(start, (gsize)(open - start)));
  return *before != '\0' && read_words(before, answer);
}

/* "No, but we would like to", "Never/only at meetings", "Yes - weekly": a plain yes or no, and more
 * about it. */
static gboolean read_first_clause(const char *text, RefnetAnswer *answer) {
  static const char *const marks[] = {", ", "; ", ": ", " - ", " – ", " — ", "/", "! "};
  const char *end = NULL, *rest = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
    const char *at = strstr(text, marks[i]);
    if (at != NULL && (end == NULL || at < end)) {
      end = at;
      rest = at + strlen(marks[i]);
    }
  }
  if (end == NULL || (*end == '/' && strchr(rest, ' ') == NULL))
    return FALSE;
  g_autofree char *clause = g_strndup(text, (gsize)(end - text));
  g_autofree char *folded = refnet_text_fold_header(clause);
  RefnetAnswer more;
  if (!refnet_word_is_among(folded, "yes no never") || !read_words(clause, answer))
    return FALSE;
  if (answer->kind == REFNET_ANSWER_YES && read_words(rest, &more) &&
      more.kind == REFNET_ANSWER_YES)
    *answer = more;
  return TRUE;
}

/* As written, else behind its code, else without what is in brackets, else its first words. */
gboolean refnet_answer_read_words(const char *text, RefnetAnswer *answer) {
  const char *meaning = after_code(text);
  double number;
  if (refnet_number_parse(text, &number))
    return FALSE;
  return read_words(text, answer) || (meaning != NULL && read_words(meaning, answer)) ||
         read_before_bracket(text, meaning, answer) || read_first_clause(text, answer);
}

gboolean refnet_answer_is_plain(const char *text) {
  RefnetAnswer answer;
  double number;
  guint64 about;
  return refnet_number_parse(text, &number) || refnet_estimate_parse(text, &about) ||
         refnet_answer_read_words(text, &answer);
}
