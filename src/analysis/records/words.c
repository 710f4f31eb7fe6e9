/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables of what is said in several ways, and the taking apart of names. */
#include "analysis/records/words.h"

#include <string.h>

typedef struct {
  const char *written, *key; /* key "": dropped */
} Word;

/* Said in several ways in names, after plurals are cut. "st" stands for saint and street alike:
 * which one is meant can't be told from a word, and no two organizations differ in it alone. */
static const Word name_words[] = {{"saint", "st"},
                                  {"sainte", "st"},
                                  {"ste", "st"},
                                  {"street", "st"},
                                  {"santa", "st"},
                                  {"san", "st"},
                                  {"mount", "mt"},
                                  {"mountain", "mt"},
                                  {"fort", "ft"},
                                  {"avenue", "ave"},
                                  {"centre", "center"},
                                  {"ctr", "center"},
                                  {"cntr", "center"},
                                  {"centro", "center"},
                                  {"assn", "association"},
                                  {"assoc", "association"},
                                  {"asso", "association"},
                                  {"dept", "department"},
                                  {"svc", "service"},
                                  {"srvc", "service"},
                                  {"serv", "service"},
                                  {"univ", "university"},
                                  {"hosp", "hospital"},
                                  {"natl", "national"},
                                  {"intl", "international"},
                                  {"govt", "government"},
                                  {"gov", "government"},
                                  {"cmty", "community"},
                                  {"comm", "community"},
                                  {"cty", "county"},
                                  {"co", "county"},
                                  {"org", "organization"},
                                  {"organisation", "organization"},
                                  {"programme", "program"},
                                  {"prog", "program"},
                                  {"min", "ministry"},
                                  {"bapt", "baptist"},
                                  {"meth", "methodist"},
                                  {"luth", "lutheran"},
                                  {"presb", "presbyterian"},
                                  {"episc", "episcopal"},
                                  {"ch", "church"},
                                  {"chr", "christian"},
                                  {"elem", "elementary"},
                                  {"sch", "school"},
                                  {"inst", "institute"},
                                  {"soc", "society"},
                                  {"fdn", "foundation"},
                                  {"fndn", "foundation"},
                                  {"found", "foundation"},
                                  {"mgmt", "management"},
                                  {"admin", "administration"},
                                  {"rehab", "rehabilitation"},
                                  {"hlth", "health"},
                                  {"dev", "development"},
                                  {"devel", "development"},
                                  {"dvlpmt", "development"},
                                  {"educ", "education"},
                                  {"edu", "education"},
                                  {"auth", "authority"},
                                  {"couns", "counseling"},
                                  {"counselling", "counseling"},
                                  {"comte", "committee"},
                                  {"cmte", "committee"},
                                  {"assist", "assistance"},
                                  {"asst", "assistance"},
                                  {"neighbourhood", "neighborhood"},
                                  {"nbhd", "neighborhood"},
                                  {"behavioural", "behavioral"},
                                  {"vets", "veteran"},
                                  {"vet", "veteran"},
                                  {"n", "north"},
                                  {"s", "south"},
                                  {"e", "east"},
                                  {"w", "west"},
                                  {"no", "number"},
                                  {"nr", "number"},
                                  {"ne", "northeast"},
                                  {"nw", "northwest"},
                                  {"se", "southeast"},
                                  {"sw", "southwest"},
                                  {"northern", "north"},
                                  {"southern", "south"},
                                  {"eastern", "east"},
                                  {"western", "west"},
                                  {"first", "1"},
                                  {"1st", "1"},
                                  {"second", "2"},
                                  {"2nd", "2"},
                                  {"third", "3"},
                                  {"3rd", "3"},
                                  {"fourth", "4"},
                                  {"4th", "4"},
                                  {"fifth", "5"},
                                  {"5th", "5"},
                                  {"sixth", "6"},
                                  {"6th", "6"},
                                  {"seventh", "7"},
                                  {"7th", "7"},
                                  {"eighth", "8"},
                                  {"8th", "8"},
                                  {"ninth", "9"},
                                  {"9th", "9"},
                                  {"tenth", "10"},
                                  {"10th", "10"},
                                  {"eleventh", "11"},
                                  {"11th", "11"},
                                  {"twelfth", "12"},
                                  {"12th", "12"},
                                  {"ii", "2"},
                                  {"iii", "3"},
                                  {"iv", "4"},
                                  {"one", "1"},
                                  {"two", "2"},
                                  {"three", "3"},
                                  {NULL, NULL}};

/* New York and New York City, Northport and City of Northport. */
static const Word town_words[] = {
    {"city", ""},    {"town", ""},   {"township", ""}, {"twp", ""},
    {"village", ""}, {"of", ""},     {"the", ""},      {"saint", "st"},
    {"mount", "mt"}, {"fort", "ft"}, {"n", "north"},   {"s", "south"},
    {"e", "east"},   {"w", "west"},  {"borough", ""},  {NULL, NULL}};

/* Legal forms, dropped at the end of a name; "501 c 3" is how 501(c)(3) falls apart. */
static const char *const legal_forms[] = {
    "inc", "incorporated", "llc",  "ltd", "limited", "corp", "corporation", "co",    "company",
    "llp", "lp",           "pllc", "plc", "pc",      "gmbh", "ev",          "501c3", NULL};

static const char *const fillers[] = {
    "the", "of", "and", "for", "in",  "at",           "on",     "a",    "an",  "to",  "by",  "de",
    "la",  "le", "el",  "los", "las", "del",          "y",      "und",  "der", "die", "das", "et",
    "des", "du", "les", "inc", "llc", "incorporated", "number", "with", NULL};

/* Of what many organizations call themselves; they come and go between two spellings. */
static const char *const generic_words[] = {"center",
                                            "service",
                                            "agency",
                                            "organization",
                                            "association",
                                            "society",
                                            "group",
                                            "institute",
                                            "network",
                                            "county",
                                            "city",
                                            "community",
                                            "company",
                                            "greater",
                                            "area",
                                            "regional",
                                            "region",
                                            "local",
                                            "american",
                                            "national",
                                            "international",
                                            "state",
                                            "public",
                                            "private",
                                            "nonprofit",
                                            "social",
                                            "human",
                                            "resource",
                                            "office",
                                            "facility",
                                            "home",
                                            "house",
                                            "place",
                                            "system",
                                            "partner",
                                            "partnership",
                                            "st",
                                            "usa",
                                            "us",
                                            "america",
                                            "corporation",
                                            "initiative",
                                            "collaborative",
                                            "building",
                                            "department",
                                            NULL};

/* Parts of a larger body, and bodies beside one of the same name. */
static const char *const unit_words[] = {
    "program",      "project",    "pantry",      "shelter",        "clinic",
    "school",       "store",      "shop",        "thrift",         "chapter",
    "branch",       "council",    "post",        "lodge",          "auxiliary",
    "foundation",   "fund",       "division",    "camp",           "preschool",
    "hotline",      "helpline",   "hospice",     "kitchen",        "ministry",
    "church",       "parish",     "academy",     "library",        "museum",
    "hospital",     "nursery",    "daycare",     "childcare",      "headstart",
    "head",         "youth",      "woman",       "women",          "womens",
    "men",          "mens",       "boy",         "girl",           "child",
    "children",     "family",     "senior",      "adult",          "teen",
    "veteran",      "infant",     "early",       "food",           "dental",
    "medical",      "legal",      "housing",     "outreach",       "emergency",
    "transitional", "mobile",     "residential", "outpatient",     "inpatient",
    "alumni",       "union",      "district",    "troop",          "team",
    "unit",         "campus",     "satellite",   "annex",          "station",
    "cooperative",  "respite",    "transport",   "transportation", "education",
    "training",     "employment", "job",         "recovery",       "counseling",
    "meal",         "bank",       "closet",      "garden",         "apartment",
    "elementary",   "middle",     "high",        "charter",        "college",
    "police",       "fire",       "sheriff",     "court",          "park",
    "recreation",   "health",     "mental",      "behavioral",     "administration",
    "club",         "league",     "guild",       "board",          "commission",
    "coalition",    "alliance",   "ward",        "assistance",     "zone",
    "junior",       "intake",     "day",         "night",          "financial",
    "treatment",    "laundromat", "ambulatory",  "pharmacy",       "chapel",
    "gym",          NULL};

static const char *const compass[] = {"north",     "south",     "east",      "west",
                                      "northeast", "northwest", "southeast", "southwest",
                                      "upper",     "lower",     "central",   NULL};

static gboolean listed(const char *const *list, const char *word) {
  for (; *list; list++)
    if (strcmp(*list, word) == 0)
      return TRUE;
  return FALSE;
}

static const char *word_key(const Word *words, const char *word) {
  for (; words->written; words++)
    if (strcmp(words->written, word) == 0)
      return words->key;
  return word;
}

static gboolean is_apostrophe(gunichar c) {
  return c == '\'' || c == '`' || c == 0x2019 || c == 0x02BC;
}

static gboolean belongs_to_word(gunichar c) {
  return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

GPtrArray *refnet_words_split(const char *text) {
  g_autofree char *folded = refnet_text_fold(text);
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GString) word = g_string_new(NULL);
  for (const char *p = folded;; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (belongs_to_word(c)) {
      g_string_append_unichar(word, c);
      continue;
    }
    if (is_apostrophe(c) && word->len > 0)
      continue;
    if (word->len > 0)
      g_ptr_array_add(words, g_strdup(word->str));
    g_string_truncate(word, 0);
    if (c == '&' || c == '+')
      g_ptr_array_add(words, g_strdup("and"));
    if (c == 0)
      return words;
  }
}

static gboolean is_initial(const char *word) {
  return *word && !*g_utf8_next_char(word) && g_unichar_isalpha(g_utf8_get_char(word));
}

/* "y m c a" → "ymca": runs of two and more single letters become one word. */
static void join_initials(GPtrArray *words) {
  for (guint i = 0; i + 1 < words->len; i++) {
    guint end = i;
    while (end < words->len && is_initial(words->pdata[end]))
      end++;
    if (end < i + 2)
      continue;
    g_autoptr(GString) joined = g_string_new(NULL);
    for (guint k = i; k < end; k++)
      g_string_append(joined, words->pdata[k]);
    g_free(words->pdata[i]);
    words->pdata[i] = g_strdup(joined->str);
    g_ptr_array_remove_range(words, i + 1, end - i - 1);
  }
}

static void drop_legal_forms(GPtrArray *words) {
  while (words->len > 1) {
    if (words->len > 3 && strcmp(words->pdata[words->len - 3], "501") == 0 &&
        strcmp(words->pdata[words->len - 2], "c") == 0)
      g_ptr_array_remove_range(words, words->len - 3, 3);
    else if (listed(legal_forms, words->pdata[words->len - 1]))
      g_ptr_array_remove_index(words, words->len - 1);
    else
      return;
  }
}

/* Both "Mary's" and "Marys" are Mary; "ministries" are a ministry. */
static void cut_plural(char *word) {
  gsize length = strlen(word);
  if (length > 4 && g_str_has_suffix(word, "ies"))
    memcpy(word + length - 3, "y", 2);
  else if (length > 3 && word[length - 1] == 's' && !strchr("siu", word[length - 2]))
    word[length - 1] = '\0';
}

GPtrArray *refnet_words_of_name(const char *name) {
  GPtrArray *words = refnet_words_split(name);
  join_initials(words);
  drop_legal_forms(words);
  for (guint i = 0; i < words->len; i++) {
    cut_plural(words->pdata[i]);
    const char *key = word_key(name_words, words->pdata[i]);
    if (key == words->pdata[i])
      continue;
    g_free(words->pdata[i]);
    words->pdata[i] = g_strdup(key);
  }
  if (words->len == 0)
    g_ptr_array_add(words, refnet_text_fold(name));
  return words;
}

guint refnet_words_before_tail(const char *name, guint words) {
  static const char *const dividers[] = {",",    ":",   "/",   "|",  " - ",
                                         " -- ", " – ", " — ", "- ", NULL};
  gsize first = strlen(name);
  for (guint i = 0; dividers[i]; i++) {
    const char *at = strstr(name, dividers[i]);
    if (at && at > name)
      first = MIN(first, (gsize)(at - name));
  }
  if (name[first] == '\0')
    return words;
  g_autofree char *head = g_strndup(name, first);
  g_autoptr(GPtrArray) before = refnet_words_of_name(head);
  return MIN(before->len, words);
}

RefnetWordKind refnet_word_kind(const char *word) {
  if (strpbrk(word, "0123456789"))
    return REFNET_WORD_NUMBER;
  if (listed(fillers, word))
    return REFNET_WORD_FILLER;
  if (listed(compass, word))
    return REFNET_WORD_COMPASS;
  if (listed(unit_words, word))
    return REFNET_WORD_UNIT;
  return listed(generic_words, word) ? REFNET_WORD_GENERIC : REFNET_WORD_PROPER;
}

char *refnet_words_of_town(const char *city) {
  if (!city)
    return NULL;
  g_autoptr(GPtrArray) words = refnet_words_split(city);
  g_autoptr(GString) key = g_string_new(NULL);
  for (guint i = 0; i < words->len; i++) {
    cut_plural(words->pdata[i]);
    const char *word = word_key(town_words, words->pdata[i]);
    if (*word && key->len > 0)
      g_string_append_c(key, ' ');
    g_string_append(key, word);
  }
  return key->len > 0 ? g_strdup(key->str) : refnet_text_fold(city);
}
