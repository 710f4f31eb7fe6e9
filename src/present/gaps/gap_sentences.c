/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A sentence or three for each kind of gap: what was found or not, the figures, what to do. */
#include "present/gaps/gap_sentences.h"

#include <math.h>

#include "base/order.h"
#include "present/wording/words.h"

enum { FUNDING_IS_NEAR = 180 /* days */, PROVIDERS_NAMED = 3 };

typedef struct {
  const RefnetDescription *description;
  const RefnetGaps *gaps;
  const RefnetGap *gap;
  GString *text;
} Sentence;

static const struct {
  const char *key, *words;
} statuses[] = {
    [REFNET_GAP_ABSENT] = {"absent", "none found"},
    [REFNET_GAP_FRAGILE] = {"fragile", "one provider"},
    [REFNET_GAP_POPULATION] = {"population", "none for a group"},
    [REFNET_GAP_STRAINED] = {"strained", "need above capacity"},
    [REFNET_GAP_UNREACHABLE] = {"unreachable", "no referral route"},
    [REFNET_GAP_FAILING] = {"failing", "often unfilled"},
};

const char *refnet_gap_status_key(RefnetGapStatus status) {
  return statuses[status].key;
}

const char *refnet_gap_status_words(RefnetGapStatus status) {
  return statuses[status].words;
}

/* ---- parts of sentences ---------------------------------------------------------------------- */

static const RefnetDataset *dataset_of(const Sentence *s) {
  return s->gaps->network->dataset;
}

static const char *label(const Sentence *s, guint32 organization) {
  return refnet_organization_label(&dataset_of(s)->organizations[organization]);
}

static const char *service(const Sentence *s) {
  return dataset_of(s)->services.names[s->gap->service];
}

static const char *area(const Sentence *s) {
  return dataset_of(s)->areas[s->gap->area].name;
}

/* "respite for caregivers", "respite in Spanish" */
static void append_what(const Sentence *s) {
  const RefnetDataset *dataset = dataset_of(s);
  g_string_append(s->text, service(s));
  if (s->gap->population != REFNET_NONE)
    g_string_append_printf(s->text, " for %s", dataset->populations.names[s->gap->population]);
  if (s->gap->language != REFNET_NONE)
    g_string_append_printf(s->text, " in %s", dataset->languages.names[s->gap->language]);
}

static void append_providers(const Sentence *s) {
  g_autofree char *names =
      refnet_words_organizations(dataset_of(s), s->gap->providers, PROVIDERS_NAMED);
  g_string_append(s->text, names);
}

static gboolean has_one_provider(const Sentence *s) {
  return s->gap->providers.length == 1;
}

/* "About 240 people a year" */
static void append_people(const Sentence *s, double people) {
  const char *about = s->gap->demand_partial ? "at least" : "about";
  g_autofree char *words =
      refnet_words_people_a_year(people, about, s->description->wording.people_term);
  g_string_append(s->text, refnet_words_capital(words));
}

static const char *need_verb(double people) {
  return refnet_words_is_one_person(people) ? "needs" : "need";
}

static void append_need(const Sentence *s) {
  double demand = s->gap->demand;
  if (isnan(demand) && s->gaps->has_needs)
    g_string_append(s->text, " Demand not known.");
  if (!(demand > 0))
    return;
  g_string_append_c(s->text, ' ');
  append_people(s, demand);
  g_string_append_printf(s->text, " %s it there.", need_verb(demand));
}

/* For a group that others in the area leave out, only what is offered to it counts. */
static gboolean is_what_is_missing(const Sentence *s, const RefnetOffer *offer) {
  gboolean of_group = s->gap->status == REFNET_GAP_POPULATION && s->gap->population != REFNET_NONE;
  return offer->service == s->gap->service &&
         (!of_group || refnet_list_has(offer->populations, s->gap->population));
}

/* Where the organization offers what is missing, which may be less than everywhere it works. */
static char *where_it_offers(const Sentence *s, guint32 organization) {
  const RefnetDataset *dataset = dataset_of(s);
  g_autoptr(GArray) areas = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
       o++)
    if (is_what_is_missing(s, &dataset->offers[o]) && dataset->offers[o].areas.length > 0)
      g_array_append_vals(areas, dataset->offers[o].areas.items, dataset->offers[o].areas.length);
  guint32 *items = (guint32 *)(gpointer)areas->data;
  guint32 length = (guint32)refnet_sort_distinct(items, areas->len);
  return refnet_words_areas(dataset, (RefnetIndexList){items, length}, 2);
}

static void append_place(const Sentence *s, guint32 organization) {
  g_autofree char *areas = where_it_offers(s, organization);
  g_string_append_printf(s->text, "%s%s%s", label(s, organization), *areas ? " in " : "", areas);
}

/* Of whoever offers it without a word of where. FALSE: nobody else is listed who is nearest. */
static gboolean append_unplaced(const Sentence *s) {
  const guint32 unplaced = refnet_gap_unplaced(s->gaps, s->gap);
  if (unplaced == REFNET_NONE)
    return TRUE;
  g_string_append_printf(s->text,
                         " %s offers it, but our list doesn't say where; ask whether it serves %s.",
                         label(s, unplaced), area(s));
  return s->gap->nearest[0].organization != unplaced;
}

/* "The nearest listed provider, Harbor Respite in Northport, is 12 km away." `none` stands where
 * there is none. */
static void append_nearest(const Sentence *s, const char *nearest, const char *elsewhere,
                           const char *none) {
  if (s->gap->nearest_count == 0) {
    g_string_append(s->text, none);
    return;
  }
  if (!append_unplaced(s))
    return;
  const RefnetNearest *first = &s->gap->nearest[0];
  if (isnan(first->km)) {
    g_string_append(s->text, elsewhere);
    append_place(s, first->organization);
    g_string_append(s->text, "; how far that is we can't say.");
    return;
  }
  g_autofree char *distance = refnet_distance_words(first->km, s->description->wording.units);
  g_string_append_printf(s->text, " The %s, ", nearest);
  append_place(s, first->organization);
  g_string_append_printf(s->text, ", is %s away.", distance);
}

/* "; two of its 14 organisations list no services, so ask them first" */
static void append_unknown_services(const Sentence *s) {
  guint32 unknown = s->gap->organizations_without_services, all = s->gap->organizations_in_area;
  if (unknown == 0)
    return;
  g_autofree char *some = refnet_words_number(unknown);
  g_autofree char *organizations = refnet_words_count(all, "organisation", "organisations");
  gboolean one = unknown == 1;
  g_string_append_printf(s->text, "; %s%sits %s list%s no services, so ask %s first",
                         unknown < all ? some : "", unknown < all ? " of " : "", organizations,
                         one ? "s" : "", one ? "it" : "them");
}

/* ---- none found ------------------------------------------------------------------------------ */

static void append_related(const Sentence *s) {
  if (s->gap->related_count == 0)
    return;
  const RefnetRelatedOffer *related = &s->gap->related[0];
  g_string_append_printf(s->text,
                         " %s offers the related %s in %s; ask whether it could offer %s, too.",
                         label(s, related->organization),
                         dataset_of(s)->services.names[related->service], area(s), service(s));
}

/* Filters leave providers out, so that "anywhere" would say too much. */
static const char *nowhere(const Sentence *s) {
  return s->gaps->network->filtered_out > 0
             ? " None of the organisations looked at offers it elsewhere."
             : " Our data list no provider of it anywhere.";
}

static void say_absent(const Sentence *s) {
  g_string_append(s->text, "We found no ");
  append_what(s);
  g_string_append_printf(s->text, " listed in %s", area(s));
  append_unknown_services(s);
  g_string_append_c(s->text, '.');
  append_need(s);
  append_nearest(s, "nearest listed provider", " It is listed elsewhere, by ", nowhere(s));
  append_related(s);
}

/* ---- one provider ---------------------------------------------------------------------------- */

static void append_contacts(const Sentence *s) {
  if (s->description->dataset->contact_count == 0)
    return; /* that of no provider is known is said once for all */
  if (s->gap->provider_contacts == 0)
    g_string_append(s->text, " We have no contact listed there.");
  else if (s->gap->provider_contacts == 1)
    g_string_append(s->text, " Our list names one person there.");
}

static void append_funding(const Sentence *s) {
  RefnetDate end = s->gap->provider_funding_end, as_of = s->description->wording.as_of;
  g_autofree char *date = refnet_date_words(end);
  if (!date || (as_of != REFNET_DATE_UNKNOWN && end > as_of + FUNDING_IS_NEAR))
    return;
  gboolean is_past = as_of != REFNET_DATE_UNKNOWN && end < as_of;
  g_string_append_printf(s->text,
                         is_past ? " Its funding was listed to %s; ask what follows."
                                 : " Its funding is listed to %s.",
                         date);
}

static void append_second(const Sentence *s) {
  const RefnetGap *gap = s->gap;
  if (gap->second == REFNET_NONE)
    return;
  if (gap->nearest_count == 0)
    g_string_append_printf(
        s->text, " %s offers the related %s there; ask whether it could be a second.",
        label(s, gap->second), dataset_of(s)->services.names[gap->related[0].service]);
  else if (gap->second_is_there)
    g_string_append_printf(s->text, " %s serves %s already: ask whether it could offer %s there.",
                           label(s, gap->second), area(s), service(s));
  else
    g_string_append_printf(s->text, " If it could serve %s, too, there would be a second.",
                           area(s));
}

static void say_fragile(const Sentence *s) {
  g_string_append_printf(s->text, "One listed organisation, %s, offers ",
                         label(s, s->gap->providers.items[0]));
  append_what(s);
  g_string_append_printf(s->text, " in %s.", area(s));
  append_contacts(s);
  append_funding(s);
  append_need(s);
  append_nearest(s, "next listed", " It is also listed by ", " No other provider is listed.");
  append_second(s);
}

/* ---- none for a group ------------------------------------------------------------------------ */

/* There are providers, but none of them for the group. */
static const char *nowhere_for(const Sentence *s, gboolean language) {
  if (language)
    return " Our data list no provider who speaks it.";
  return s->gaps->network->filtered_out > 0
             ? " None of the organisations looked at offers it to them elsewhere."
             : " Our data list no provider for them anywhere.";
}

static void say_population(const Sentence *s) {
  gboolean one = has_one_provider(s), language = s->gap->language != REFNET_NONE;
  g_string_append(s->text, "We found no ");
  append_what(s);
  g_string_append_printf(s->text, " listed in %s; ", area(s));
  append_providers(s);
  g_string_append_printf(s->text, " offer%s it there %s.", one ? "s" : "",
                         language ? "in other languages" : "to others");
  append_need(s);
  append_nearest(
      s, language ? "nearest listed provider who speaks it" : "nearest listed provider for them",
      " Elsewhere it is listed by ", nowhere_for(s, language));
  g_string_append(s->text, " Ask ");
  append_providers(s);
  g_string_append_printf(s->text, " %s.",
                         language ? "who could interpret"
                         : one    ? "whom it could take"
                                  : "whom they could take");
}

/* ---- need above capacity --------------------------------------------------------------------- */

/* The two figures add up to the need as it is told. */
static void append_shares(const Sentence *s) {
  double demand = round(s->gap->demand), unmet = round(s->gap->unmet);
  g_autofree char *served = refnet_words_people(demand - unmet);
  g_autofree char *without = refnet_words_people(unmet);
  if (demand <= 1)
    g_string_append(s->text, "is not enough");
  else if (unmet == 0)
    g_string_append(s->text, "is enough for nearly all of them");
  else if (demand == unmet)
    g_string_append_printf(s->text, "is enough for %s of them",
                           s->gap->unmet < s->gap->demand ? "hardly any" : "none");
  else
    g_string_append_printf(s->text, "is enough for about %s of them; about %s would go without",
                           served, without);
}

/* With a radius others reach the area than are listed there. */
static void append_whose_capacity(const Sentence *s) {
  if (s->gaps->radius > 0) {
    g_autofree char *radius = refnet_distance_words(s->gaps->radius, s->description->wording.units);
    g_string_append_printf(s->text, "The capacity listed there and within %s, shared by need, ",
                           radius);
    return;
  }
  g_string_append(s->text, "The listed capacity of ");
  append_providers(s);
  g_string_append_printf(s->text, ", shared by need among the areas %s, ",
                         has_one_provider(s) ? "it serves" : "they serve");
}

static void say_strained(const Sentence *s) {
  const RefnetGap *gap = s->gap;
  append_people(s, gap->demand);
  g_string_append_printf(s->text, " %s ", need_verb(gap->demand));
  append_what(s);
  g_string_append_printf(s->text, " in %s. ", area(s));
  append_whose_capacity(s);
  append_shares(s);
  g_string_append(s->text, ". Ask where more could come from.");
}

/* ---- no referral route ----------------------------------------------------------------------- */

static void append_link(const Sentence *s) {
  const RefnetGap *gap = s->gap;
  if (gap->link_from == REFNET_NONE)
    return;
  if (gap->link_is_known)
    g_string_append_printf(s->text,
                           " %s already refers to %s, which serves %s: a referral back "
                           "would be a route.",
                           label(s, gap->link_to), label(s, gap->link_from), area(s));
  else
    g_string_append_printf(s->text,
                           " A first referral from %s, which serves %s, to %s would be one.",
                           label(s, gap->link_from), area(s), label(s, gap->link_to));
}

static void say_unreachable(const Sentence *s) {
  gboolean one = has_one_provider(s);
  g_autofree char *number = refnet_words_number(s->gaps->steps);
  g_autofree char *steps =
      s->gaps->steps == 1 ? g_strdup("one step") : g_strdup_printf("%s steps or fewer", number);
  append_providers(s);
  g_string_append_printf(s->text, " offer%s ", one ? "s" : "");
  append_what(s);
  g_string_append_printf(s->text, " in %s, but we have no recorded referral route of %s to %s.",
                         area(s), steps, one ? "it" : "them");
  append_need(s);
  g_string_append(s->text, " Calls may go unrecorded; ask before concluding.");
  append_link(s);
}

/* ---- often unfilled -------------------------------------------------------------------------- */

static void say_failing(const Sentence *s) {
  const RefnetGap *gap = s->gap;
  g_autofree char *lower = refnet_words_percent(gap->unfilled_lower);
  g_autofree char *known = refnet_words_digits(gap->outcomes_known);
  g_autofree char *unfilled = refnet_words_digits(gap->outcomes_unfilled);
  g_string_append_printf(s->text, "Of %s referrals for ", known);
  append_what(s);
  g_string_append_printf(s->text,
                         " in %s%s with a known outcome, %s %s not filled: %s%s, allowing for "
                         "chance. Ask ",
                         area(s), refnet_words_or_elsewhere(dataset_of(s), gap), unfilled,
                         gap->outcomes_unfilled == 1 ? "was" : "were",
                         g_str_has_prefix(lower, "over ") ? "" : "at least ", lower);
  append_providers(s);
  g_string_append(s->text, " what stands in the way.");
}

char *refnet_gap_sentence(const RefnetDescription *description, const RefnetGaps *gaps,
                          const RefnetGap *gap) {
  static void (*const say[])(const Sentence *) = {
      [REFNET_GAP_ABSENT] = say_absent,           [REFNET_GAP_FRAGILE] = say_fragile,
      [REFNET_GAP_POPULATION] = say_population,   [REFNET_GAP_STRAINED] = say_strained,
      [REFNET_GAP_UNREACHABLE] = say_unreachable, [REFNET_GAP_FAILING] = say_failing,
  };
  Sentence sentence = {description, gaps, gap, g_string_new(NULL)};
  say[gap->status](&sentence);
  return g_string_free(sentence.text, FALSE);
}
