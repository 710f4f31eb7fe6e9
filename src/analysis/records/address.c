/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Addresses taken apart: which house of which street, whatever the street is called beside its
 * name. */
#include "analysis/records/keys.h"
#include "analysis/records/words.h"

#include <string.h>

static const char *const kinds[] = {
    "street", "st",        "str",  "avenue",   "ave",  "av",         "road",  "rd",      "drive",
    "dr",     "boulevard", "blvd", "blv",      "lane", "ln",         "court", "ct",      "place",
    "pl",     "square",    "sq",   "highway",  "hwy",  "parkway",    "pkwy",  "pky",     "terrace",
    "ter",    "circle",    "cir",  "way",      "wy",   "pike",       "trail", "trl",     "plaza",
    "plz",    "alley",     "aly",  "turnpike", "tpke", "expressway", "expy",  "freeway", "fwy",
    "loop",   "row",       "walk", "crescent", "cres", "route",      "rte",   "rt",      NULL};

static const char *const directions[] = {
    "n",  "s",  "e",  "w",         "north",     "south",     "east",      "west", "ne",
    "nw", "se", "sw", "northeast", "northwest", "southeast", "southwest", NULL};

static const char *const units[] = {"suite", "ste",    "apartment", "apt",   "unit", "building",
                                    "bldg",  "floor",  "fl",        "room",  "rm",   "lot",
                                    "po",    "number", "no",        "space", "spc",  NULL};

/* After these comes what lies nearby, not the street. */
static const char *const beside[] = {"at",  "near",   "between",  "btwn", "bet",
                                     "off", "corner", "opposite", "opp",  NULL};

static gboolean listed(const char *const *list, const char *word) {
  for (; *list; list++)
    if (strcmp(*list, word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean has_digit(const char *word) {
  return strpbrk(word, "0123456789") != NULL;
}

static gboolean is_figure(const char *word) {
  return word[strspn(word, "0123456789")] == '\0';
}

/* "52nd" has two digits. */
static gsize ordinal_digits(const char *word) {
  static const char *const endings[] = {"st", "nd", "rd", "th", NULL};
  gsize digits = strspn(word, "0123456789");
  return listed(endings, word + digits) ? digits : 0;
}

/* "first" → "1", "52nd" → "52": streets are numbered both ways. */
static char *plain_ordinal(const char *word) {
  static const char *const ordinals[] = {"first",   "second", "third", "fourth", "fifth", "sixth",
                                         "seventh", "eighth", "ninth", "tenth",  NULL};
  for (guint i = 0; ordinals[i]; i++)
    if (strcmp(ordinals[i], word) == 0)
      return g_strdup_printf("%u", i + 1);
  gsize digits = ordinal_digits(word);
  return digits > 0 ? g_strndup(word, digits) : g_strdup(word);
}

static gboolean is_house(const char *word) {
  return g_ascii_isdigit(word[0]) && ordinal_digits(word) == 0;
}

/* "p o box 12", "post office box 12". */
static guint post_box(const GPtrArray *words, guint i, char **number) {
  for (guint k = i; k + 1 < words->len && k < i + 3; k++)
    if (strcmp(words->pdata[k], "box") == 0 && has_digit(words->pdata[k + 1])) {
      g_free(*number);
      *number = g_strconcat("box ", words->pdata[k + 1], NULL);
      return k + 2;
    }
  return i;
}

static gboolean begins_box(const char *word) {
  return strcmp(word, "box") == 0 || strcmp(word, "p") == 0 || strcmp(word, "po") == 0 ||
         strcmp(word, "post") == 0;
}

static void read_street(const GPtrArray *words, guint start, GString *street, char **unit) {
  for (guint i = start; i < words->len; i++) {
    const char *word = words->pdata[i];
    if (street->len > 0 && listed(beside, word))
      return;
    if (street->len > 0 && listed(units, word)) {
      if (i + 1 < words->len)
        *unit = g_strdup(words->pdata[i + 1]);
      return;
    }
    if (listed(kinds, word) || listed(directions, word))
      continue;
    g_autofree char *plain = plain_ordinal(word);
    g_string_append_printf(street, "%s%s", street->len > 0 ? " " : "", plain);
  }
}

/* A street of kinds and directions only, as in "12 Court Street": the first of them is its name. */
static void name_by_kind(const GPtrArray *words, guint start, GString *street) {
  for (guint i = start; i < words->len && street->len == 0; i++)
    if (!listed(directions, words->pdata[i]) || i + 1 == words->len)
      g_string_append(street, words->pdata[i]);
}

void refnet_address_parse(const char *address, RefnetAddress *parts) {
  *parts = (RefnetAddress){0};
  if (!address)
    return;
  g_autoptr(GPtrArray) words = refnet_words_split(address);
  g_autoptr(GString) street = g_string_new(NULL);
  guint start = 0;
  while (start < words->len && !is_house(words->pdata[start]) && !begins_box(words->pdata[start]))
    start++;
  if (start == words->len)
    start = 0;
  else if (begins_box(words->pdata[start]))
    start = post_box(words, start, &parts->number);
  if (!parts->number && start < words->len && is_house(words->pdata[start]))
    parts->number = g_strdup(words->pdata[start++]);
  while (start + 1 < words->len && is_figure(words->pdata[start]))
    start++; /* the end of a range: 100-104 Main */
  read_street(words, start, street, &parts->unit);
  if (street->len == 0)
    name_by_kind(words, start, street);
  if (street->len > 0)
    parts->street = g_strdup(street->str);
}

void refnet_address_clear(RefnetAddress *parts) {
  g_free(parts->number);
  g_free(parts->street);
  g_free(parts->unit);
}

/* Letters and digits without the blanks, at most as many as fit. */
static void squash(const char *text, char *into, gsize size) {
  gsize length = 0;
  for (; *text && length + 1 < size; text++)
    if (*text != ' ')
      into[length++] = *text;
  into[length] = '\0';
}

static gboolean begins_with_words(const char *text, const char *words) {
  return g_str_has_prefix(text, words) && text[strlen(words)] == ' ';
}

gboolean refnet_streets_alike(const char *a, const char *b) {
  char first[96], second[96];
  if (strcmp(a, b) == 0)
    return TRUE;
  squash(a, first, sizeof first);
  squash(b, second, sizeof second);
  gsize shorter = MIN(strlen(first), strlen(second));
  if (has_digit(first) || has_digit(second))
    return strcmp(first, second) == 0 || begins_with_words(a, b) || begins_with_words(b, a);
  if (shorter >= 4 && (g_str_has_prefix(first, second) || g_str_has_prefix(second, first) ||
                       g_str_has_suffix(first, second) || g_str_has_suffix(second, first)))
    return TRUE;
  return shorter >= 4 && refnet_text_distance(first, second, 2) <= (shorter < 8 ? 1 : 2);
}
