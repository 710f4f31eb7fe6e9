/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/wording/words.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "model/columns/words.h"

static const char *const small_numbers[] = {"no",   "one", "two",   "three", "four",
                                            "five", "six", "seven", "eight", "nine"};

char *refnet_words_digits(guint64 count) {
  g_autofree char *digits = g_strdup_printf("%" G_GUINT64_FORMAT, count);
  return refnet_number_grouped(digits);
}

char *refnet_words_tally(guint64 count, const char *singular, const char *plural) {
  g_autofree char *digits = refnet_words_digits(count);
  return g_strdup_printf("%s %s", digits, count == 1 ? singular : plural);
}

char *refnet_words_number(guint64 count) {
  return count < G_N_ELEMENTS(small_numbers) ? g_strdup(small_numbers[count])
                                             : refnet_words_digits(count);
}

char *refnet_words_ordinal(guint64 number) {
  static const char *const endings[] = {"th", "st", "nd", "rd"};
  gboolean is_teen = number % 100 >= 11 && number % 100 <= 13;
  g_autofree char *grouped = refnet_words_digits(number);
  return g_strconcat(grouped, endings[is_teen || number % 10 > 3 ? 0 : number % 10], NULL);
}

char *refnet_words_count(guint64 count, const char *singular, const char *plural) {
  g_autofree char *number = refnet_words_number(count);
  return g_strdup_printf("%s %s", number, count == 1 ? singular : plural);
}

char *refnet_words_capital(char *text) {
  gsize letters = strspn(text, "abcdefghijklmnopqrstuvwxyz");
  gboolean is_word = text[letters] == '\0' || strchr(" ,'-", text[letters]);
  if (letters > 0 && is_word)
    *text = g_ascii_toupper(*text);
  return text;
}

char *refnet_words_single_stops(char *text) {
  char *end = text;
  for (const char *from = text; *from;) {
    gsize stops = strspn(from, ".");
    gsize length = MAX(stops, 1);
    /* Between two words they stand for what is from one to the other. */
    gsize kept = stops == 2 && !g_ascii_isalnum(from[2]) ? 1 : length;
    memmove(end, from, kept);
    end += kept;
    from += length;
  }
  *end = '\0';
  return text;
}

const char *refnet_words_rest(const RefnetNetwork *network, guint32 cut_off, guint32 leaving) {
  guint64 told = (guint64)cut_off + leaving;
  guint32 tied = 0;
  for (guint32 v = 0; 2 * told >= network->vertices && v < network->vertices; v++)
    tied += refnet_network_degree(network, v) > 0;
  if (told < tied || tied == 0)
    return "the rest of the network";
  return cut_off <= 2 ? "one another" : "one another (groups among them aside)";
}

char *refnet_words_share(guint64 part, guint64 whole) {
  g_autofree char *of = refnet_words_digits(whole);
  g_autofree char *some = refnet_words_digits(part);
  return g_strdup_printf("%s of %s", some, of);
}

char *refnet_words_all(guint64 count) {
  g_autofree char *number = refnet_words_number(count);
  return count == 2 ? g_strdup("both") : g_strdup_printf("all %s", number);
}

char *refnet_words_share_or_all(guint64 part, guint64 whole) {
  return part == whole && whole > 1 ? refnet_words_all(whole) : refnet_words_share(part, whole);
}

const char *refnet_words_in_number(guint64 part, const char *one, const char *many) {
  return part == 1 ? one : many;
}

char *refnet_words_percent(double share) {
  if (!isfinite(share))
    return g_strdup("n/a");
  double percent = 100 * share;
  if (percent > 0 && percent < 1)
    return g_strdup("under 1 %");
  if (percent < 100 && percent > 99)
    return g_strdup("over 99 %");
  return g_strdup_printf("%d %%", (int)floor(percent + .5));
}

char *refnet_words_rate(double share) {
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  return g_strdup_printf("%s %%", g_ascii_formatd(number, sizeof number, "%.3g", 100 * share));
}

gboolean refnet_words_are_counted(const RefnetDataset *dataset, guint64 referrals,
                                  RefnetDate last) {
  const RefnetReferrals *rows = &dataset->referrals;
  if (rows->count || last != REFNET_DATE_UNKNOWN)
    return TRUE;
  return !rows->frequency && referrals > 2; /* more rows than one each way */
}

gboolean refnet_words_have_counts(const RefnetNetwork *network) {
  const RefnetReferrals *rows = &network->dataset->referrals;
  if (rows->count || rows->frequency)
    return rows->count != NULL;
  guint64 most = rows->date ? 2 : 0;
  for (guint64 a = 0; a < network->arcs && most < 2; a++)
    most = MAX(most, network->arc_count[a]);
  return most > 1;
}

const char *refnet_words_uncounted(const RefnetNetwork *network, guint64 arc) {
  if (arc == G_MAXUINT64)
    return "no";
  const char *frequency = refnet_word_of_frequency(network->arc_frequency[arc]);
  return *frequency ? frequency : "yes";
}

char *refnet_words_figure(double figure) {
  if (!isfinite(figure))
    return g_strdup("n/a");
  gboolean is_whole = fabs(figure - round(figure)) < 1e-9;
  if (figure >= 0 && figure < 1e15 && (is_whole || figure >= 100))
    return refnet_words_digits((guint64)round(figure));
  if (figure > 0 && figure < 0.05)
    return g_strdup("under 0.1");
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  return g_strdup(g_ascii_formatd(number, sizeof number, figure < 1e15 ? "%.1f" : "%.3g", figure));
}

char *refnet_words_people(double people) {
  if (!isfinite(people))
    return g_strdup("n/a");
  return people <= 0   ? g_strdup("none")
         : people < .5 ? g_strdup("fewer than one")
                       : refnet_words_number((guint64)round(people));
}

gboolean refnet_words_is_one_person(double people) {
  return people > 0 && people < 1.5;
}

char *refnet_words_people_a_year(double people, const char *about, const char *term) {
  g_autofree char *figure = refnet_words_people(people);
  const char *blank = *about ? " " : "";
  if (people > 0 && people < .5)
    return g_strdup("less than one person a year");
  if (refnet_words_is_one_person(people))
    return g_strdup_printf("%s%sone person a year", about, blank);
  return g_strdup_printf("%s%s%s %s a year", about, blank, figure, term ? term : "people");
}

/* "A, Inc.; B; and C": where a name has a comma of its own, another one would not part the names.
 */
static gboolean needs_semicolons(const char *const *names, gsize named, gsize parts) {
  for (gsize i = 0; i < named && parts > 2; i++)
    if (strstr(names[i], ", "))
      return TRUE;
  return FALSE;
}

/* `other`, `others`: what those are called that are not named. */
static char *list_names(const char *const *names, gsize length, gsize most, const char *other,
                        const char *others_called) {
  gsize named = most == 0 || length <= most ? length : most;
  gsize others = length - named;
  gboolean is_parted = needs_semicolons(names, named, named + (others > 0));
  const char *between = is_parted ? "; " : ", ", *last = is_parted ? "; and " : " and ";
  GString *list = g_string_new(NULL);
  for (gsize i = 0; i < named; i++) {
    const char *separator = i == 0 ? "" : i + 1 == named && others == 0 ? last : between;
    g_string_append_printf(list, "%s%s", separator, names[i]);
  }
  if (others > 0) {
    g_autofree char *rest = refnet_words_count(others, other, others_called);
    g_string_append_printf(list, "%s%s", last, rest);
  }
  return g_string_free(list, FALSE);
}

char *refnet_words_list(const char *const *names, gsize length, gsize most) {
  return list_names(names, length, most, "other", "others");
}

typedef const char *(*NameFunc)(gconstpointer owner, guint32 item);

static char *list_items(NameFunc name, gconstpointer owner, RefnetIndexList items, gsize most) {
  g_autofree const char **names = g_new(const char *, items.length + 1);
  for (guint32 i = 0; i < items.length; i++)
    names[i] = name(owner, items.items[i]);
  return refnet_words_list(names, items.length, most);
}

static const char *organization_name(gconstpointer dataset, guint32 organization) {
  return refnet_organization_label(&((const RefnetDataset *)dataset)->organizations[organization]);
}

static const char *vertex_name(gconstpointer network, guint32 vertex) {
  return refnet_network_label(network, vertex);
}

static const char *value_name(gconstpointer vocabulary, guint32 value) {
  return ((const RefnetVocabulary *)vocabulary)->names[value];
}

char *refnet_words_organizations(const RefnetDataset *dataset, RefnetIndexList organizations,
                                 gsize most) {
  return list_items(organization_name, dataset, organizations, most);
}

char *refnet_words_vertices(const RefnetNetwork *network, RefnetIndexList vertices, gsize most) {
  return list_items(vertex_name, network, vertices, most);
}

char *refnet_words_values(const RefnetVocabulary *vocabulary, RefnetIndexList values, gsize most) {
  return list_items(value_name, vocabulary, values, most);
}

char *refnet_words_areas(const RefnetDataset *dataset, RefnetIndexList areas, gsize most) {
  g_autofree const char **names = g_new(const char *, areas.length + 1);
  for (guint32 i = 0; i < areas.length; i++)
    names[i] = dataset->areas[areas.items[i]].name;
  return list_names(names, areas.length, most, "other area", "other areas");
}

static gboolean is_offered_elsewhere(const RefnetDataset *dataset, guint32 organization,
                                     const RefnetGap *gap) {
  const guint32 *start = dataset->offer_start + organization;
  for (guint32 i = start[0]; i < start[1]; i++) {
    const RefnetOffer *offer = &dataset->offers[i];
    for (guint32 a = 0; offer->service == gap->service && a < offer->areas.length; a++)
      if (offer->areas.items[a] != gap->area)
        return TRUE;
  }
  return FALSE;
}

const char *refnet_words_or_elsewhere(const RefnetDataset *dataset, const RefnetGap *gap) {
  for (guint32 i = 0; i < gap->providers.length; i++)
    if (is_offered_elsewhere(dataset, gap->providers.items[i], gap))
      return " or elsewhere";
  return "";
}

char *refnet_words_contact(const RefnetDataset *dataset, guint32 contact, gboolean show_people) {
  const RefnetContact *who = &dataset->contacts[contact];
  const char *label = organization_name(dataset, who->organization);
  if (show_people)
    return g_strdup_printf("%s at %s", who->name, label);
  const guint32 *start = &dataset->contact_start[who->organization];
  return g_strdup_printf("contact %u of %u at %s", contact - start[0] + 1, start[1] - start[0],
                         label);
}
