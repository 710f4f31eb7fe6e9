/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/overview/headlines.h"

#include "present/who_else/suggestion_sentences.h"
#include "present/wording/words.h"

#define WORTH_SAYING .1 /* share of relationships with referrals both ways */

/* ---- what works ------------------------------------------------------------------------------ */

/* "24 of 59 relationships", "all 59 relationships". Caller frees. */
static char *two_way_relationships(const RefnetSummary *summary) {
  guint64 two_way = summary->arcs - summary->ties;
  g_autofree char *share = refnet_words_share(two_way, summary->ties);
  g_autofree char *all = refnet_words_all(summary->ties);
  if (two_way < summary->ties)
    return g_strdup_printf("%s relationships", share);
  return summary->ties == 1 ? g_strdup("the one relationship recorded")
                            : g_strdup_printf("%s relationships", all);
}

char *refnet_headline_connected(const RefnetSummary *summary) {
  gboolean is_mutual = !summary->network->undirected && summary->dyad_reciprocity >= WORTH_SAYING;
  gboolean is_joined = 2 * (guint64)summary->largest_component > summary->organizations;
  if (summary->ties == 0 || (!is_joined && !is_mutual))
    return NULL;
  g_autofree char *largest =
      summary->components == 1
          ? refnet_words_capital(refnet_words_all(summary->organizations))
          : refnet_words_share(summary->largest_component, summary->organizations);
  g_autofree char *two_way = two_way_relationships(summary);
  if (!is_joined)
    return g_strdup_printf("In %s referrals go both ways.", two_way);
  return g_strdup_printf(
      "%s organisations can reach one another, directly or through others%s%s%s.", largest,
      is_mutual ? ", and in " : "", is_mutual ? two_way : "",
      is_mutual ? " referrals go both ways" : "");
}

typedef struct {
  guint32 area, service;
} Place;

static gint compare_places(gconstpointer a, gconstpointer b) {
  const Place *x = a, *y = b;
  if (x->area != y->area)
    return x->area < y->area ? -1 : 1;
  return (x->service > y->service) - (x->service < y->service);
}

/* Sorts the places and leaves each once. */
static void keep_distinct(GArray *places) {
  g_array_sort(places, compare_places);
  guint kept = 0;
  for (guint i = 0; i < places->len; i++) {
    const Place place = g_array_index(places, Place, i);
    if (kept == 0 || compare_places(&place, &g_array_index(places, Place, kept - 1)) != 0)
      g_array_index(places, Place, kept++) = place;
  }
  g_array_set_size(places, kept);
}

static gboolean has_place(const GArray *places, const Place *place) {
  return g_array_binary_search((GArray *)places, place, compare_places, NULL);
}

char *refnet_headline_met(const RefnetGaps *gaps) {
  const RefnetDataset *dataset = gaps->network->dataset;
  g_autoptr(GArray) needs = g_array_new(FALSE, FALSE, sizeof(Place));
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(Place));
  for (guint32 i = 0; i < dataset->need_count; i++)
    if (dataset->needs[i].demand > 0)
      g_array_append_vals(needs, &(Place){dataset->needs[i].area, dataset->needs[i].service}, 1);
  for (gsize i = 0; i < gaps->cell_count; i++)
    g_array_append_vals(open, &(Place){gaps->cells[i].area, gaps->cells[i].service}, 1);
  keep_distinct(needs);
  keep_distinct(open);
  guint met = 0;
  /* Others, or other cells, were not looked at. */
  if (gaps->is_part || gaps->network->filtered_out > 0)
    return NULL;
  for (guint i = 0; i < needs->len; i++)
    met += !has_place(open, &g_array_index(needs, Place, i));
  if (met == 0)
    return NULL;
  g_autofree char *share = refnet_words_share(met, needs->len);
  return g_strdup_printf("For %s needs on record, a service in an area each, no gap was found.",
                         share);
}

/* ---- whom to meet ---------------------------------------------------------------------------- */

/* Who introduces: a member of the coalition, or whom who asks knows; REFNET_NONE: nobody. */
static guint32 introducer(const RefnetWhoElse *who_else, const RefnetPath *way) {
  guint32 step = who_else->asked_by == REFNET_ASKED_BY_ORGANIZATION ? 1 : 0;
  return way->length >= step + 2 ? way->steps[step].vertex : REFNET_NONE;
}

char *refnet_headline_meet(const RefnetWhoElse *who_else, const RefnetWording *wording) {
  if (who_else->suggestion_count == 0)
    return NULL;
  const RefnetSuggestion *first = &who_else->suggestions[0];
  const RefnetNetwork *network = who_else->network;
  g_autofree char *reason =
      first->reason_count > 0
          ? refnet_suggestion_reason(network->dataset, &first->reasons[0], wording)
          : g_strdup("");
  guint32 through = introducer(who_else, &first->introduction);
  g_autofree char *ask =
      through == REFNET_NONE
          ? g_strdup("")
          : g_strdup_printf(" Ask %s for an introduction.", refnet_network_label(network, through));
  /* Its reasons say "you" of whom the suggestions are for; readers of this are told who that is. */
  g_autofree char *whom =
      who_else->asked_by == REFNET_ASKED_BY_ORGANIZATION
          ? g_strdup_printf("Suggested to %s: consider",
                            refnet_network_label(network, who_else->organization))
          : g_strdup("Consider");
  return g_strdup_printf("%s meeting %s next. %s%s", whom,
                         refnet_network_label(network, first->vertex), reason, ask);
}

char *refnet_headline_suggested(const RefnetWhoElse *who_else) {
  guint32 count = MIN(who_else->suggestion_count, REFNET_HEADLINE_NAMES),
          vertices[REFNET_HEADLINE_NAMES];
  for (guint32 i = 0; i < count; i++)
    vertices[i] = who_else->suggestions[i].vertex;
  return count == 0
             ? NULL
             : refnet_words_vertices(who_else->network, (RefnetIndexList){vertices, count}, 0);
}

/* ---- what rests on few ----------------------------------------------------------------------- */

char *refnet_headline_introductions(const RefnetRisks *risks) {
  const char *names[REFNET_HEADLINE_NAMES];
  guint count = 0;
  for (guint32 i = 0; i < risks->introduction_count && count < REFNET_HEADLINE_NAMES; i++) {
    const char *name = refnet_network_label(risks->network, risks->introductions[i].vertex);
    gboolean is_new = TRUE;
    for (guint k = 0; k < count; k++)
      is_new &= names[k] != name;
    if (is_new)
      names[count++] = name;
  }
  return count > 0 ? refnet_words_list(names, count, 0) : NULL;
}

char *refnet_headline_people(const RefnetRisks *risks) {
  if (!risks->truck_factor_known || risks->truck_factor == 0)
    return NULL;
  g_autofree char *count = refnet_words_count(risks->truck_factor, "person holds", "people hold");
  g_autofree char *where = refnet_headline_introductions(risks);
  return refnet_words_capital(g_strdup_printf(
      "%s more than half of the relationships%s%s%s%s.", count,
      risks->ties_unknown > 0 ? " that could be assessed" : "",
      where ? "; ask for one more contact at " : "", where ? where : "", where ? " first" : ""));
}

/* Those of the vertices that are open, in `open`, which has room for all. */
static RefnetIndexList list_open(const RefnetNetwork *network, RefnetIndexList vertices,
                                 guint32 *open) {
  RefnetIndexList list = {open, 0};
  for (guint32 i = 0; i < vertices.length; i++)
    if (!refnet_network_organization(network, vertices.items[i])->closed)
      open[list.length++] = vertices.items[i];
  return list;
}

/* Nobody can work with those that have closed, so they need no second route. */
char *refnet_headline_only_link(const RefnetRisks *risks) {
  g_autofree guint32 *open = g_new(guint32, (gsize)risks->network->vertices + 1);
  const RefnetOrganizationRisk *first = risks->organizations;
  RefnetIndexList cut_off = {NULL, 0};
  for (guint32 i = 0; i < risks->organization_count && cut_off.length == 0; i++) {
    first = &risks->organizations[i];
    if (!first->articulation)
      return NULL;
    cut_off = list_open(risks->network, first->cut_off, open);
  }
  if (cut_off.length == 0)
    return NULL;
  g_autofree char *cut = refnet_words_vertices(risks->network, cut_off, REFNET_HEADLINE_NAMES);
  const char *name = refnet_network_label(risks->network, first->vertex);
  gboolean is_closed = refnet_network_organization(risks->network, first->vertex)->closed;
  gboolean is_one = cut_off.length == 1;
  return g_strdup_printf(
      "%s %s a recorded route to %s only through %s%s; %s "
      "relationship elsewhere would give %s %s.",
      cut, is_one ? "has" : "have", refnet_words_rest(risks->network, first->cut_off_count, 1),
      name, is_closed ? ", which is listed as closed" : "", is_closed ? "a" : "one more",
      is_one ? "it" : "them", is_closed ? "one that is open" : "a second");
}

/* ---- upkeep ---------------------------------------------------------------------------------- */

/* " (55 of them due already)", for the rest can wait. Caller frees. */
static char *due_already(const RefnetCheckIns *check_ins) {
  gsize all = check_ins->kind_counts[REFNET_DUE_CHECK_IN], already = 0;
  for (gsize i = 0; i < check_ins->due_count; i++)
    already +=
        check_ins->due[i].kind == REFNET_DUE_CHECK_IN && check_ins->due[i].due <= check_ins->as_of;
  if (already == 0)
    return g_strdup("");
  if (already == all)
    return g_strdup(all == 1 ? " (due already)" : " (all due already)");
  g_autofree char *number = refnet_words_number(already);
  return g_strdup_printf(" (%s of them due already)", number);
}

char *refnet_headline_due(const RefnetCheckIns *check_ins, RefnetDate by) {
  static const struct {
    RefnetDueKind kind;
    const char *one, *many;
  } kinds[] = {
      {REFNET_DUE_CHECK_IN, "check-in", "check-ins"},
      {REFNET_DUE_RENEWAL, "agreement to renew", "agreements to renew"},
      {REFNET_DUE_FUNDING, "call about funding that ends", "calls about funding that ends"},
      {REFNET_DUE_SUCCESSOR, "successor to ask for", "successors to ask for"}};
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
  gsize calls = 0;
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
    gsize count = check_ins->kind_counts[kinds[i].kind];
    g_autofree char *number = refnet_words_count(count, kinds[i].one, kinds[i].many);
    g_autofree char *already =
        kinds[i].kind == REFNET_DUE_CHECK_IN ? due_already(check_ins) : g_strdup("");
    if (count > 0)
      g_ptr_array_add(parts, g_strconcat(number, already, NULL));
    calls += count;
  }
  if (calls == 0)
    return NULL;
  g_autofree char *list = refnet_words_list((const char *const *)parts->pdata, parts->len, 0);
  g_autofree char *date = refnet_date_words(by);
  return refnet_words_capital(g_strdup_printf("%s %s due by %s; share out who calls whom.", list,
                                              calls == 1 ? "is" : "are", date ? date : "then"));
}

char *refnet_headline_records(const RefnetDuplicates *duplicates) {
  guint64 rows = 0;
  for (gsize i = 0; i < duplicates->record_count; i++)
    rows += duplicates->records[i].organizations.length;
  if (rows == 0)
    return NULL;
  g_autofree char *many = refnet_words_count(rows, "row", "rows");
  g_autofree char *few =
      refnet_words_count(duplicates->record_count, "organisation", "organisations");
  g_autofree char *first = refnet_words_organizations(
      duplicates->network->dataset, duplicates->records[0].organizations, REFNET_HEADLINE_NAMES);
  return refnet_words_capital(
      g_strdup_printf("%s of the list may be %s (%s%s); please confirm before "
                      "figures are quoted.",
                      many, few, first, duplicates->record_count > 1 ? " first of all" : ""));
}
