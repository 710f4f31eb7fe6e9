/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keys for comparing records: names, phones, e-mail, web, tax numbers and addresses folded to what
 * two people would both write down. */
#include "analysis/records/keys.h"

#include <string.h>

typedef struct {
  const char *written, *key; /* key "": dropped */
} Word;

/* Said in several ways in names. "st" stands for saint and street alike: which one is meant can't
 * be told from a word, and no two organizations differ in it alone. */
static const Word name_words[] = {{"the", ""},
                                  {"saint", "st"},
                                  {"street", "st"},
                                  {"sainte", "ste"},
                                  {"mount", "mt"},
                                  {"fort", "ft"},
                                  {"avenue", "ave"},
                                  {"centre", "center"},
                                  {"ctr", "center"},
                                  {"cntr", "center"},
                                  {"assn", "association"},
                                  {"assoc", "association"},
                                  {"dept", "department"},
                                  {"svc", "service"},
                                  {"svcs", "services"},
                                  {"srvcs", "services"},
                                  {"univ", "university"},
                                  {"hosp", "hospital"},
                                  {"natl", "national"},
                                  {"intl", "international"},
                                  {"govt", "government"},
                                  {"cmty", "community"},
                                  {"cty", "county"},
                                  {"n", "north"},
                                  {"s", "south"},
                                  {"e", "east"},
                                  {"w", "west"},
                                  {"first", "1st"},
                                  {"second", "2nd"},
                                  {"third", "3rd"},
                                  {"fourth", "4th"},
                                  {"fifth", "5th"},
                                  {"sixth", "6th"},
                                  {"seventh", "7th"},
                                  {"eighth", "8th"},
                                  {"ninth", "9th"},
                                  {"tenth", "10th"},
                                  {"eleventh", "11th"},
                                  {"twelfth", "12th"},
                                  {NULL, NULL}};

static const Word address_words[] = {
    {"street", "st"},     {"avenue", "ave"},     {"av", "ave"},       {"road", "rd"},
    {"drive", "dr"},      {"boulevard", "blvd"}, {"lane", "ln"},      {"court", "ct"},
    {"place", "pl"},      {"square", "sq"},      {"highway", "hwy"},  {"parkway", "pkwy"},
    {"terrace", "ter"},   {"circle", "cir"},     {"route", "rte"},    {"suite", "ste"},
    {"apartment", "apt"}, {"building", "bldg"},  {"floor", "fl"},     {"room", "rm"},
    {"saint", "st"},      {"mount", "mt"},       {"fort", "ft"},      {"north", "n"},
    {"south", "s"},       {"east", "e"},         {"west", "w"},       {"northeast", "ne"},
    {"northwest", "nw"},  {"southeast", "se"},   {"southwest", "sw"}, {"first", "1st"},
    {"second", "2nd"},    {"third", "3rd"},      {"fourth", "4th"},   {"fifth", "5th"},
    {"sixth", "6th"},     {"seventh", "7th"},    {"eighth", "8th"},   {"ninth", "9th"},
    {"tenth", "10th"},    {"post", "po"},        {"p", "po"},         {"o", ""},
    {NULL, NULL}};

/* New York and New York City, Northport and City of Northport. */
static const Word town_words[] = {
    {"city", ""},   {"town", ""},   {"township", ""}, {"twp", ""},     {"village", ""},
    {"of", ""},     {"the", ""},    {"saint", "st"},  {"mount", "mt"}, {"fort", "ft"},
    {"n", "north"}, {"s", "south"}, {"e", "east"},    {"w", "west"},   {NULL, NULL}};

/* Legal forms, dropped at the end of a name; "501 c 3" is how 501(c)(3) falls apart. */
static const char *const legal_forms[] = {
    "inc", "incorporated", "llc",  "ltd", "limited", "corp", "corporation", "co",    "company",
    "llp", "lp",           "pllc", "plc", "pc",      "gmbh", "ev",          "501c3", NULL};

/* Where organizations are guests: a page there says nothing about who they are. */
static const char *const shared_hosts[] = {"facebook.com",
                                           "m.facebook.com",
                                           "fb.com",
                                           "instagram.com",
                                           "twitter.com",
                                           "x.com",
                                           "youtube.com",
                                           "youtu.be",
                                           "linkedin.com",
                                           "tiktok.com",
                                           "linktr.ee",
                                           "bit.ly",
                                           "tinyurl.com",
                                           "google.com",
                                           "sites.google.com",
                                           "docs.google.com",
                                           "maps.google.com",
                                           "goo.gl",
                                           "wordpress.com",
                                           "wixsite.com",
                                           "weebly.com",
                                           "squarespace.com",
                                           "blogspot.com",
                                           "tumblr.com",
                                           "medium.com",
                                           "meetup.com",
                                           "eventbrite.com",
                                           "gofundme.com",
                                           "guidestar.org",
                                           "yelp.com",
                                           "gmail.com",
                                           "googlemail.com",
                                           "yahoo.com",
                                           "ymail.com",
                                           "hotmail.com",
                                           "outlook.com",
                                           "live.com",
                                           "msn.com",
                                           "aol.com",
                                           "icloud.com",
                                           "comcast.net",
                                           "att.net",
                                           "verizon.net",
                                           "sbcglobal.net",
                                           "proton.me",
                                           "protonmail.com",
                                           "gmx.net",
                                           "web.de",
                                           NULL};

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

/* The words of a text: folded runs of letters, digits and marks; apostrophes join, "&" and "+" are
 * words of their own. */
static GPtrArray *split_words(const char *text) {
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

/* The words with a blank between, each by its key; NULL when nothing is left. */
static char *join_words(const GPtrArray *words, const Word *table) {
  GString *key = g_string_new(NULL);
  for (guint i = 0; i < words->len; i++) {
    const char *word = word_key(table, words->pdata[i]);
    if (!*word)
      continue;
    if (key->len > 0)
      g_string_append_c(key, ' ');
    g_string_append(key, word);
  }
  return g_string_free(key, key->len == 0);
}

char *refnet_key_name(const char *name) {
  if (!name)
    return NULL;
  g_autoptr(GPtrArray) words = split_words(name);
  join_initials(words);
  drop_legal_forms(words);
  char *key = join_words(words, name_words);
  /* A name of signs or of "The" only is compared as it stands. */
  return key ? key : refnet_text_fold(name);
}

/* Letters by which two spellings of a word may differ. */
static guint allowed_typos(const char *word) {
  static const char *const compass[] = {"north", "south", "east", "west", NULL};
  glong length = g_utf8_strlen(word, -1);
  if (length < 4 || strpbrk(word, "0123456789") || listed(compass, word))
    return 0;
  return length < 8 ? 1 : 2;
}

static gboolean words_similar(const char *a, const char *b) {
  guint limit = MIN(allowed_typos(a), allowed_typos(b));
  return refnet_text_distance(a, b, limit) <= limit;
}

gboolean refnet_key_names_similar(const char *a, const char *b) {
  g_auto(GStrv) first = g_strsplit(a, " ", -1), second = g_strsplit(b, " ", -1);
  gboolean first_shorter = g_strv_length(first) <= g_strv_length(second);
  char **shorter = first_shorter ? first : second, **longer = first_shorter ? second : first;
  guint most = g_strv_length(longer), matched = g_strv_length(shorter);
  g_autofree gboolean *used = g_new0(gboolean, most + 1);
  for (guint i = 0; shorter[i]; i++) {
    guint k = 0;
    while (k < most && (used[k] || !words_similar(shorter[i], longer[k])))
      k++;
    if (k == most)
      return FALSE;
    used[k] = TRUE;
  }
  return matched >= 2 && 4 * (most - matched) <= most;
}

char *refnet_key_address(const char *address) {
  if (!address)
    return NULL;
  g_autoptr(GPtrArray) words = split_words(address);
  return join_words(words, address_words);
}

char *refnet_key_town(const char *city) {
  if (!city)
    return NULL;
  g_autoptr(GPtrArray) words = split_words(city);
  char *key = join_words(words, town_words);
  return key ? key : refnet_text_fold(city);
}

static gboolean all_alike(const char *text) {
  return strspn(text, (const char[]){text[0], '\0'}) == strlen(text);
}

gboolean refnet_key_phone_is_toll_free(const char *key) {
  static const char *const codes[] = {"800", "833", "844", "855", "866", "877", "888", NULL};
  g_autofree char *code = g_strndup(key, 3);
  return strlen(key) == 10 && listed(codes, code);
}

static gboolean ends_number(char c) {
  return strchr("#;,/|", c) != NULL;
}

char *refnet_key_phone(const char *phone) {
  if (!phone)
    return NULL;
  g_autoptr(GString) digits = g_string_new(NULL);
  for (const char *p = phone; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (g_unichar_isdigit(c))
      g_string_append_c(digits, (char)('0' + g_unichar_digit_value(c)));
    else if (digits->len >= 7 && (g_unichar_isalpha(c) || ends_number(*p)))
      break; /* an extension or a second number */
  }
  if (digits->len < 7 || all_alike(digits->str))
    return NULL;
  return g_strdup(digits->str + (digits->len > 10 ? digits->len - 10 : 0));
}

char *refnet_key_email(const char *email) {
  if (!email)
    return NULL;
  g_autofree char *folded = g_utf8_casefold(email, -1);
  const char *start = g_str_has_prefix(folded, "mailto:") ? folded + strlen("mailto:") : folded;
  start += strspn(start, " <");
  char *key = g_strndup(start, strcspn(start, " ;,|/>?"));
  const char *at = strchr(key, '@');
  if (at && at > key && at[1])
    return key;
  g_free(key);
  return NULL;
}

char *refnet_key_website(const char *website) {
  if (!website)
    return NULL;
  g_autofree char *folded = g_utf8_casefold(website, -1);
  const char *scheme = strstr(folded, "://");
  const char *start = scheme ? scheme + 3 : folded;
  if (g_str_has_prefix(start, "www."))
    start += strlen("www.");
  g_autofree char *domain = g_strndup(start, strcspn(start, "/:?# ;,|"));
  gsize length = strlen(domain);
  if (length > 0 && domain[length - 1] == '.')
    domain[length - 1] = '\0';
  if (!strchr(domain, '.') || strchr(domain, '@') || listed(shared_hosts, domain))
    return NULL;
  return g_steal_pointer(&domain);
}

char *refnet_key_tax_id(const char *tax_id) {
  if (!tax_id)
    return NULL;
  char *key = refnet_text_fold_header(tax_id);
  if (g_utf8_strlen(key, -1) >= 5 && !all_alike(key))
    return key;
  g_free(key);
  return NULL;
}
