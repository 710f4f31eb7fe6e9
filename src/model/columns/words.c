/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables of words. They are compared as headers are: case, blanks and punctuation don't matter. */
#include "model/columns/words.h"

#include <string.h>

/* `words` are separated by blanks, each folded to letters and digits. */
typedef struct {
  int meaning;
  const char *words;
} Meaning;

gboolean refnet_word_is_among(const char *folded, const char *words) {
  gsize length = strlen(folded);
  while (length > 0 && *words != '\0') {
    gsize word = strcspn(words, " ");
    if (word == length && strncmp(words, folded, length) == 0)
      return TRUE;
    words += word;
    words += strspn(words, " ");
  }
  return FALSE;
}

static gboolean text_is_one_of(const char *text, const char *words) {
  g_autofree char *folded = refnet_text_fold_header(text);
  return refnet_word_is_among(folded, words);
}

static gboolean look_up(const char *text, const Meaning *meanings, gsize length, int *meaning) {
  g_autofree char *folded = refnet_text_fold_header(text);
  for (gsize i = 0; i < length; i++)
    if (refnet_word_is_among(folded, meanings[i].words)) {
      *meaning = meanings[i].meaning;
      return TRUE;
    }
  return FALSE;
}

gboolean refnet_word_frequency(const char *text, RefnetFrequency *frequency) {
  static const Meaning meanings[] = {
      {REFNET_FREQUENCY_NEVER, "never none notatall no"},
      {REFNET_FREQUENCY_YEARLY,
       "yearly annually annual onceayear everyyear peryear afewtimesayear rarely"},
      {REFNET_FREQUENCY_QUARTERLY,
       "quarterly everyquarter onceaquarter perquarter everythreemonths"},
      {REFNET_FREQUENCY_MONTHLY,
       "monthly everymonth onceamonth permonth afewtimesamonth everytwoweeks biweekly fortnightly"},
      {REFNET_FREQUENCY_WEEKLY, "weekly everyweek onceaweek perweek afewtimesaweek"},
      {REFNET_FREQUENCY_DAILY, "daily everyday onceaday perday severaltimesaday"},
  };
  int meaning = 0;
  if (!look_up(text, meanings, G_N_ELEMENTS(meanings), &meaning))
    return FALSE;
  *frequency = (RefnetFrequency)meaning;
  return TRUE;
}

const char *refnet_word_of_frequency(RefnetFrequency frequency) {
  static const char *const words[] = {"",        "never",  "yearly", "quarterly",
                                      "monthly", "weekly", "daily"};
  return words[frequency];
}

gboolean refnet_word_basis(const char *text, RefnetBasis *basis) {
  static const Meaning meanings[] = {
      {REFNET_BASIS_DECLARED, "declared reported selfreported survey stated"},
      {REFNET_BASIS_OBSERVED, "observed recorded system counted"},
      {REFNET_BASIS_INFERRED, "inferred estimated assumed derived"},
  };
  int meaning = 0;
  if (!look_up(text, meanings, G_N_ELEMENTS(meanings), &meaning))
    return FALSE;
  *basis = (RefnetBasis)meaning;
  return TRUE;
}

gboolean refnet_word_agreement(const char *text, RefnetAgreement *agreement) {
  static const Meaning meanings[] = {
      {REFNET_AGREEMENT_NONE, "none no noagreement"},
      {REFNET_AGREEMENT_INFORMAL, "informal verbal handshake oral"},
      {REFNET_AGREEMENT_FORMAL, "formal written mou moa contract memorandumofunderstanding signed"},
  };
  int meaning = 0;
  if (!look_up(text, meanings, G_N_ELEMENTS(meanings), &meaning))
    return FALSE;
  *agreement = (RefnetAgreement)meaning;
  return TRUE;
}

/* ---- words with more behind them ------------------------------------------------------------- */

/* The parts of "Declined - no capacity", "Enrolled (March)" or "Closed 6/30/25". A hyphen within a
 * word parts nothing. */
static char **split_remarks(const char *text) {
  g_autoptr(GString) parts = g_string_new(text);
  static const char *const between[] = {" - ", " – ", " — ", "– ", "— ", "(",
                                        ")",   ":",   ";",   ",",  "/",  ". "};
  for (gsize i = 0; i < G_N_ELEMENTS(between); i++)
    g_string_replace(parts, between[i], "\n", 0);
  return g_strsplit(parts->str, "\n", -1);
}

/* ---- outcomes -------------------------------------------------------------------------------- */

static gboolean look_up_outcome(const char *text, int *outcome) {
  static const Meaning meanings[] = {
      {REFNET_OUTCOME_FILLED,
       "filled completed complete served closed closedsuccessfully successful success fulfilled "
       "accepted enrolled connected serviceprovided received gothelp resolved housed placed "
       "admitted approved attended"},
      {REFNET_OUTCOME_UNFILLED,
       "unfilled notfilled declined unfulfilled notfulfilled rejected refused denied nocapacity "
       "full ineligible noteligible noshow notserved unsuccessful failed closedunsuccessfully "
       "cancelled canceled turnedaway unabletoreach unabletocontact lost losttofollowup "
       "notaccepted withdrawn noavailability noopenings atcapacity"},
      {REFNET_OUTCOME_PENDING,
       "pending open inprogress waiting waitlist waitlisted onwaitlist onhold sent new scheduled "
       "ongoing inreview leftmessage leftvoicemail"},
  };
  return look_up(text, meanings, G_N_ELEMENTS(meanings), outcome);
}

/* That something is closed does not say how. */
static gboolean is_open_to_more(const char *part) {
  return text_is_one_of(part, "closed complete completed resolved");
}

/* "Completed: N", "Enrolled - did not attend" */
static gboolean takes_back(const char *remark) {
  g_autofree char *slug = refnet_text_slug(remark);
  if (refnet_word_is_among(slug, "no n"))
    return TRUE;
  slug[strcspn(slug, "-")] = '\0';
  return refnet_word_is_among(slug, "not never did didn didnt but");
}

/* What is said later is more exact: "Closed - declined" was declined, and so was "Declined -
 * closed"; of "Waitlisted - closed" nobody knows. FALSE: it is not known, or open after all. */
static gboolean add_remark(const char *remark, int *outcome) {
  int later;
  if (!look_up_outcome(remark, &later))
    return !takes_back(remark);
  if (*outcome == REFNET_OUTCOME_UNFILLED && is_open_to_more(remark))
    return TRUE;
  if (*outcome == REFNET_OUTCOME_PENDING && text_is_one_of(remark, "closed"))
    return FALSE;
  *outcome = later;
  return TRUE;
}

static gboolean look_up_remarked_outcome(const char *text, int *outcome) {
  g_auto(GStrv) parts = split_remarks(text);
  int unused;
  if (parts[0] == NULL || !look_up_outcome(parts[0], outcome))
    return FALSE;
  for (gsize i = 1; parts[i] != NULL; i++)
    if (*g_strstrip(parts[i]) != '\0' &&
        ((is_open_to_more(parts[0]) && !look_up_outcome(parts[i], &unused)) ||
         !add_remark(parts[i], outcome)))
      return FALSE;
  return TRUE;
}

gboolean refnet_word_outcome(const char *text, RefnetOutcome *outcome) {
  int meaning = 0;
  if (!look_up_outcome(text, &meaning) && !look_up_remarked_outcome(text, &meaning))
    return FALSE;
  *outcome = (RefnetOutcome)meaning;
  return TRUE;
}

/* Boxes and check marks are no letters, so folding to letters would drop them. */
static gboolean look_up_mark(const char *text, int *meaning) {
  static const char ticked[] = "\xe2\x9c\x93 \xe2\x9c\x94 \xe2\x98\x91 \xe2\x98\x92 \xe2\x9c\x85";
  static const char empty_box[] = "\xe2\x98\x90", as_picture[] = "\xef\xb8\x8f";
  if ((guchar)*text < 0x80)
    return FALSE;
  g_autofree char *mark = g_strdup(text);
  if (g_str_has_suffix(mark, as_picture))
    mark[strlen(mark) - strlen(as_picture)] = '\0';
  const gboolean is_empty = strcmp(mark, empty_box) == 0;
  *meaning = is_empty ? REFNET_TRI_NO : REFNET_TRI_YES;
  return is_empty || refnet_word_is_among(mark, ticked);
}

gboolean refnet_word_answer(const char *text, RefnetTri *answer) {
  static const Meaning meanings[] = {
      {REFNET_TRI_YES, "yes y true t 1 x si oui ja on checked"},
      {REFNET_TRI_NO, "no n false f 0 non nein off unchecked"},
  };
  int meaning = 0;
  if (!look_up_mark(text, &meaning) && !look_up(text, meanings, G_N_ELEMENTS(meanings), &meaning))
    return FALSE;
  *answer = (RefnetTri)meaning;
  return TRUE;
}

/* ---- organizations --------------------------------------------------------------------------- */

/* "Closed (to new clients)", "Closed - Mondays", "Closed, reopening in May" */
static gboolean is_closed_in_part(char **remarks) {
  static const char words[] =
      "until till temporarily temporary temp reopen reopens reopening new intake intakes referrals "
      "waitlist now season seasonally summer winter holidays weekend weekends monday mondays "
      "tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays "
      "sunday sundays";
  for (gsize i = 0; remarks[i] != NULL; i++) {
    g_autofree char *slug = refnet_text_slug(remarks[i]);
    g_auto(GStrv) said = g_strsplit(slug, "-", -1);
    for (gsize w = 0; said[w] != NULL; w++)
      if (refnet_word_is_among(said[w], words))
        return TRUE;
  }
  return FALSE;
}

/* "Closed 6/30/25", "Closed as of 1/2025" and "Inactive - closed 9/25" begin with the word; of
 * "Closed to new referrals" the whole says something else. */
gboolean refnet_word_closed(const char *text, gboolean *closed) {
  static const Meaning meanings[] = {
      {FALSE, "active open operating current"},
      {TRUE, "closed inactive defunct dissolved ceased outofbusiness permanentlyclosed "
             "closedsince closedasof closedin closedon closedeffective"},
  };
  if (look_up(text, meanings, G_N_ELEMENTS(meanings), closed))
    return TRUE;
  g_auto(GStrv) parts = split_remarks(text);
  if (parts[0] == NULL)
    return FALSE;
  g_autofree char *dateless = g_strndup(parts[0], strcspn(parts[0], "0123456789"));
  return look_up(dateless, meanings, G_N_ELEMENTS(meanings), closed) &&
         !(*closed && is_closed_in_part(parts + 1));
}

const char *refnet_word_for_answer(const RefnetField *field, const char *header, const char *text) {
  static const struct {
    const char *field, *headers, *yes, *no;
  } meanings[] = {
      {"status", "active isactive currentlyactive activestatus", "active", "closed"},
      {"status", "inactive isinactive", "closed", "active"},
      {"agreement", "mou mouinplace hasmou moustatus formalagreement", "formal", "none"},
  };
  RefnetTri answer = REFNET_TRI_UNKNOWN;
  if (!refnet_word_answer(text, &answer) || answer == REFNET_TRI_UNKNOWN)
    return NULL;
  g_autofree char *folded = refnet_text_fold_header(header);
  for (gsize i = 0; i < G_N_ELEMENTS(meanings); i++)
    if (strcmp(meanings[i].field, field->name) == 0 &&
        refnet_word_is_among(folded, meanings[i].headers))
      return answer == REFNET_TRI_YES ? meanings[i].yes : meanings[i].no;
  return NULL;
}

gboolean refnet_word_period(const char *text, double *per_year) {
  static const Meaning meanings[] = {
      {1, "year yearly peryear annual annually ayear yr y 1year 12months"},
      {4, "quarter quarterly perquarter aquarter qtr q"},
      {12, "month monthly permonth amonth mo m"},
      {52, "week weekly perweek aweek wk w"},
      {365, "day daily perday aday d"},
  };
  int meaning = 0;
  if (!look_up(text, meanings, G_N_ELEMENTS(meanings), &meaning))
    return FALSE;
  *per_year = meaning;
  return TRUE;
}

const char *refnet_word_of_period(double per_year) {
  static const char *const words[] = {"year", "quarter", "month", "week", "day"};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
    double times;
    if (refnet_word_period(words[i], &times) && times == per_year)
      return words[i];
  }
  return NULL;
}

gboolean refnet_word_is_partnership(const char *text) {
  return text_is_one_of(text, "formal casual stakeholder prospect");
}

gboolean refnet_word_is_placeholder(const char *text) {
  return text_is_one_of(text,
                        "information info generalinformation frontdesk reception receptionist "
                        "tbd tba na none unknown staff office mainoffice intake intakestaff "
                        "intakecoordinator intakeworker anyone whoeveranswers contact general "
                        "admin helpdesk hotline mainline main test dutyworker vacant");
}

/* Looked for in every cell, so the first byte and the length tell most apart. */
gboolean refnet_word_is_unknown(const char *text) {
  enum { LONGEST = 14 };
  const gsize length = strnlen(text, LONGEST + 1);
  if (length == 0 || length > LONGEST || strchr("nNtTuU-?.#*\xe2", *text) == NULL)
    return FALSE;
  return text[strspn(text, "-?.#* ")] == '\0' || strcmp(text, "\xe2\x80\x93") == 0 ||
         strcmp(text, "\xe2\x80\x94") == 0 ||
         text_is_one_of(text, "na nan nil none null unknown notknown notavailable notapplicable "
                              "notrecorded notprovided notlisted nodata tbd tba tbc");
}

/* To be determined, announced, confirmed: of a name, check says what to do. */
static gboolean is_to_come(const char *text) {
  return *text == 't' || *text == 'T';
}

gboolean refnet_word_is_blank(const char *text, const RefnetField *field) {
  if (!refnet_word_is_unknown(text))
    return FALSE;
  switch (field->blank) {
  case REFNET_BLANK_BUT_INITIALS:
    return g_ascii_strcasecmp(text, "na") != 0 && !is_to_come(text);
  case REFNET_BLANK_BUT_NAMES:
    return g_ascii_strcasecmp(text, "nan") != 0 && g_ascii_strcasecmp(text, "nil") != 0 &&
           !is_to_come(text);
  case REFNET_BLANK_BUT_NONE:
    return g_ascii_strcasecmp(text, "none") != 0 && g_ascii_strcasecmp(text, "nil") != 0;
  default:
    return field->blank == REFNET_BLANK_ALWAYS;
  }
}

const char *const *refnet_words_every_area(void) {
  static const char *const words[] = {"all",
                                      "all areas",
                                      "every area",
                                      "everywhere",
                                      "countywide",
                                      "county wide",
                                      "entire county",
                                      "whole county",
                                      "all counties",
                                      "statewide",
                                      "state wide",
                                      "entire state",
                                      "whole state",
                                      "citywide",
                                      "city wide",
                                      "entire city",
                                      "regionwide",
                                      "region wide",
                                      "entire region",
                                      "nationwide",
                                      "nation wide",
                                      "all towns",
                                      "all cities",
                                      "all regions",
                                      "all districts",
                                      "all communities",
                                      "all zip codes",
                                      "all neighborhoods",
                                      "all neighbourhoods",
                                      "entire service area",
                                      "all service areas",
                                      "todas",
                                      "todos",
                                      NULL};
  return words;
}
