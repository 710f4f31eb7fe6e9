/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is said in several ways in names and towns, and what each word does in a name. */
#include "analysis/records/word_lists.h"

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
                                  {"mount", "mountain"},
                                  {"mt", "mountain"},
                                  {"ft", "fort"},
                                  {"ave", "avenue"},
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
                                  {"women", "woman"},
                                  {"vet", "veteran"},
                                  {"mntl", "mental"},
                                  {"trtmt", "treatment"},
                                  {"behav", "behavioral"},
                                  {"ed", "education"},
                                  {"rec", "recreation"},
                                  {"fam", "family"},
                                  {"transp", "transportation"},
                                  {"cath", "catholic"},
                                  {"pres", "presbyterian"},
                                  {"bldg", "building"},
                                  {"sr", "senior"},
                                  {"jr", "junior"},
                                  {"ntwk", "network"},
                                  {"agcy", "agency"},
                                  {"regl", "regional"},
                                  {"commn", "commission"},
                                  {"coop", "cooperative"},
                                  {"med", "medical"},
                                  {"meml", "memorial"},
                                  {"grp", "group"},
                                  {"hse", "house"},
                                  {"nat", "national"},
                                  {"dist", "district"},
                                  {"div", "division"},
                                  {"lib", "library"},
                                  {"cong", "congregation"},
                                  {"emerg", "emergency"},
                                  {"trans", "transitional"},
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
    {"city", ""},    {"town", ""},  {"township", ""},      {"twp", ""},      {"village", ""},
    {"of", ""},      {"the", ""},   {"saint", "st"},       {"sainte", "st"}, {"ste", "st"},
    {"santa", "st"}, {"san", "st"}, {"mount", "mountain"}, {"ft", "fort"},   {"n", "north"},
    {"s", "south"},  {"e", "east"}, {"w", "west"},         {"borough", ""},  {NULL, NULL}};

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
    "gym",          "friend",     "booster",     "endowment",      "pta",
    "pto",          NULL};

static const char *const compass[] = {"north",     "south",     "east",      "west",
                                      "northeast", "northwest", "southeast", "southwest",
                                      "upper",     "lower",     "central",   NULL};

/* What names of quarters and towns end in: Lakeside and Lakeview are two. */
static const char *const place_ends[] = {"side",  "view", "gate",  "field", "wood",  "land",
                                         "dale",  "port", "ville", "mont",  "brook", "ridge",
                                         "crest", "lawn", "shore", "town",  NULL};

static const char *const opposites[][2] = {
    {"male", "female"},       {"mother", "father"},      {"motherhood", "fatherhood"},
    {"maternal", "paternal"}, {"prenatal", "postnatal"}, {"audiology", "radiology"}};

static gboolean listed(const char *const *list, const char *word) {
  for (; *list; list++)
    if (**list == *word && strcmp(*list, word) == 0)
      return TRUE;
  return FALSE;
}

static const char *key_of(const Word *words, const char *word) {
  for (; words->written; words++)
    if (words->written[0] == *word && strcmp(words->written, word) == 0)
      return words->key;
  return word;
}

const char *refnet_word_in_name(const char *word) {
  return key_of(name_words, word);
}

gboolean refnet_word_is_slip_of_key(const char *word, const char *key) {
  enum { LONG = 5 };
  for (const Word *known = name_words; known->written; known++)
    if (*known->key == *key && strcmp(known->key, key) == 0 && strlen(known->written) >= LONG &&
        refnet_text_distance(known->written, word, 1) <= 1)
      return TRUE;
  return FALSE;
}

const char *refnet_word_in_town(const char *word) {
  return key_of(town_words, word);
}

gboolean refnet_word_is_legal_form(const char *word) {
  return listed(legal_forms, word);
}

gboolean refnet_word_is_filler(const char *word) {
  return listed(fillers, word);
}

/* How long the listed word is that `word` begins with; 0 when none does. */
static gsize length_of_beginning(const char *const *list, const char *word) {
  gsize longest = 0;
  for (; *list; list++)
    if (g_str_has_prefix(word, *list))
      longest = MAX(longest, strlen(*list));
  return longest;
}

static gsize length_of_end(const char *const *list, const char *word) {
  gsize longest = 0;
  for (; *list; list++)
    if (g_str_has_suffix(word, *list))
      longest = MAX(longest, strlen(*list));
  return longest;
}

static gboolean are_opposites(const char *a, const char *b) {
  for (guint i = 0; i < G_N_ELEMENTS(opposites); i++)
    for (guint turned = 0; turned < 2; turned++)
      if (strcmp(a, opposites[i][turned]) == 0 && strcmp(b, opposites[i][!turned]) == 0)
        return TRUE;
  return FALSE;
}

gboolean refnet_words_opposed(const char *a, const char *b) {
  if (are_opposites(a, b))
    return TRUE;
  gsize first = length_of_beginning(compass, a), second = length_of_beginning(compass, b);
  if (strncmp(a, b, MIN(first, second)) != 0) /* "northast" begins with a north, too */
    return TRUE;
  first = length_of_end(place_ends, a);
  second = length_of_end(place_ends, b);
  return first > 0 && second > 0 &&
         (first != second || strcmp(a + strlen(a) - first, b + strlen(b) - second) != 0);
}

RefnetWordKind refnet_word_kind(const char *word) {
  if (strpbrk(word, "0123456789"))
    return REFNET_WORD_NUMBER;
  if (refnet_word_is_filler(word))
    return REFNET_WORD_FILLER;
  if (listed(compass, word))
    return REFNET_WORD_COMPASS;
  if (listed(unit_words, word))
    return REFNET_WORD_UNIT;
  return listed(generic_words, word) ? REFNET_WORD_GENERIC : REFNET_WORD_PROPER;
}
