/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a scenario would mean: who is cut off, what nobody would hold, who could take over, and what
 * to do first; then the lists of a comparison. */
#include "base/order.h"
#include "present/compare/change_words.h"
#include "present/compare/compare_rows.h"
#include "present/gaps/gap_sentences.h"
#include "present/what_if/step_words.h"
#include "present/wording/words.h"

enum { NAMED = 3 };

/* ---- the question ---------------------------------------------------------------------------- */

static const char *label_of(const RefnetDataset *dataset, guint32 organization) {
  return refnet_organization_label(&dataset->organizations[organization]);
}

static void say_question(RefnetDescription *description, const RefnetSteps *steps) {
  g_autofree char *words = refnet_steps_words(steps, description->wording.show_people);
  refnet_description_say(description,
                         g_strdup_printf("What if %s? Nothing was written; this is what the data "
                                         "would then say.",
                                         words));
}

static void say_new_services(RefnetDescription *description) {
  const RefnetDataset *dataset = description->dataset;
  g_autofree char *names = refnet_words_values(&dataset->services, dataset->new_services, NAMED);
  gboolean one = dataset->new_services.length == 1;
  if (*names)
    refnet_description_say(
        description,
        g_strdup_printf("Nobody in the data offers or needs %s yet; whether %s needed, needs.csv "
                        "could say.",
                        names, one ? "it is" : "they are"));
}

/* ---- what it would mean ---------------------------------------------------------------------- */

static void say(RefnetDescription *description, char *sentence) {
  refnet_description_say(description, refnet_words_capital(sentence));
}

static char *compared_words(const RefnetChanges *changes, RefnetIndexList compared) {
  g_autofree const char **names = g_new(const char *, (gsize)compared.length + 1);
  for (guint32 i = 0; i < compared.length; i++)
    names[i] = refnet_change_label(changes, compared.items[i]);
  return refnet_words_list(names, compared.length, NAMED);
}

static void say_cut_off(RefnetDescription *description, const RefnetChanges *changes) {
  const RefnetNetwork *then = changes->networks[REFNET_THEN];
  guint32 leaving = then->vertices - changes->networks[REFNET_NOW]->vertices;
  g_autofree char *names = compared_words(changes, changes->cut_off);
  if (changes->cut_off.length > 0)
    say(description, g_strdup_printf("%s would have no recorded route to %s.", names,
                                     refnet_words_rest(then, changes->cut_off.length, leaving)));
}

static void say_ties(RefnetDescription *description, const RefnetChanges *changes) {
  guint64 ended = changes->tie_counts[REFNET_TIE_REMOVED];
  guint64 begun = changes->tie_counts[REFNET_TIE_ADDED];
  g_autofree char *end = refnet_words_count(ended, "relationship", "relationships");
  g_autofree char *begin = refnet_words_count(begun, "new relationship", "new relationships");
  if (ended > 0)
    say(description, g_strdup_printf("%s would end.", end));
  if (begun > 0)
    say(description, g_strdup_printf("There would be %s.", begin));
}

static void say_unheld(RefnetDescription *description, const RefnetChanges *changes) {
  if (changes->unheld_count == 0)
    return;
  g_autofree char *count = refnet_words_count(
      changes->unheld_count, "relationship would have no listed contact at an end",
      "relationships would have no listed contact at an end");
  say(description, g_strdup_printf("%s. Introducing a colleague before would help.", count));
}

static void say_gaps(RefnetDescription *description, const RefnetChanges *changes, guint side,
                     const char *singular, const char *plural) {
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  for (gsize i = 0; i < changes->gap_count; i++) {
    const RefnetGapMove *move = &changes->gaps[i];
    const RefnetDataset *dataset = changes->networks[side]->dataset;
    if (move->side == side && (side == REFNET_NOW || refnet_change_is_better(move)))
      g_ptr_array_add(names,
                      g_strdup_printf("%s in %s (%s)", dataset->services.names[move->gap->service],
                                      dataset->areas[move->gap->area].name,
                                      refnet_gap_status_words(move->gap->status)));
  }
  if (names->len == 0)
    return;
  g_autofree char *count = refnet_words_count(names->len, singular, plural);
  say(description, refnet_change_name_findings(count, names));
}

static void say_expected(RefnetDescription *description, const RefnetChanges *changes) {
  const RefnetComparedFigure *figure = refnet_changes_figure(changes, "expected_ties_lost");
  double change = figure->value[REFNET_NOW] - figure->value[REFNET_THEN];
  /* Of relationships that end nobody expects anything. */
  if (!(change < -.05 || change > .05) || changes->tie_counts[REFNET_TIE_REMOVED] > 0)
    return;
  g_autofree char *from_to = refnet_change_from_to(figure->value, 1);
  g_autofree char *rate = refnet_words_rate(changes->risk_searches[REFNET_NOW]->turnover);
  say(description,
      g_strdup_printf("Relationships expected to have no listed contact in a year would go %s, "
                      "assuming %s yearly turnover.",
                      from_to, rate));
}

/* ---- what to do first ------------------------------------------------------------------------ */

typedef struct {
  guint32 partner; /* in organizations */
  guint64 referrals;
} Referrer;

/* How many referrals those who stay made to one that goes. */
static Referrer referrer_of(const RefnetChanges *changes, const RefnetTieChange *tie) {
  const RefnetNetwork *then = changes->networks[REFNET_THEN];
  guint32 partner = tie->absent == tie->a ? tie->b : tie->a;
  const RefnetComparedOrganization *from = &changes->organizations[partner];
  guint32 to = changes->organizations[tie->absent].vertex[REFNET_THEN];
  if (from->vertex[REFNET_NOW] == REFNET_NONE)
    return (Referrer){partner, 0};
  guint64 arc = refnet_network_find_arc(then, from->vertex[REFNET_THEN], to);
  return (Referrer){partner, arc == G_MAXUINT64 ? 0 : then->arc_count[arc]};
}

static int compare_partners(const void *left, const void *right) {
  const Referrer *x = left, *y = right;
  return refnet_order(x->partner, y->partner);
}

static int compare_referrals(const void *left, const void *right) {
  const Referrer *x = left, *y = right;
  int order = refnet_order(y->referrals, x->referrals);
  return order ? order : compare_partners(left, right);
}

/* Who stays and refers to any that go, those who refer most first, each once. */
static GArray *find_referrers(const RefnetChanges *changes) {
  GArray *referrers = g_array_new(FALSE, FALSE, sizeof(Referrer));
  for (gsize i = 0; i < changes->tie_count; i++) {
    const RefnetTieChange *tie = &changes->ties[i];
    if (tie->kind != REFNET_TIE_REMOVED || tie->absent == REFNET_NONE)
      continue;
    Referrer referrer = referrer_of(changes, tie);
    if (referrer.referrals > 0)
      g_array_append_val(referrers, referrer);
  }
  g_array_sort(referrers, compare_partners);
  Referrer *items = (Referrer *)(void *)referrers->data;
  guint kept = 0;
  for (guint i = 0; i < referrers->len; i++) {
    if (kept > 0 && items[kept - 1].partner == items[i].partner)
      items[kept - 1].referrals += items[i].referrals;
    else
      items[kept++] = items[i];
  }
  g_array_set_size(referrers, kept);
  g_array_sort(referrers, compare_referrals);
  return referrers;
}

static void say_whom_to_tell(RefnetDescription *description, const RefnetChanges *changes) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  g_autoptr(GArray) referrers = find_referrers(changes);
  gboolean has_counts = changes->counted;
  for (guint i = 0; i < referrers->len && i < NAMED; i++)
    g_ptr_array_add(names, (gpointer)refnet_change_label(
                               changes, g_array_index(referrers, Referrer, i).partner));
  if (names->len == 0)
    return;
  g_autofree char *list = refnet_words_list((const char *const *)names->pdata, names->len, 0);
  const char *which = referrers->len <= NAMED ? ":" : has_counts ? ", most often" : ", among them";
  say(description, g_strdup_printf("First: tell those who refer there%s %s, and agree where they "
                                   "would refer instead.",
                                   which, list));
}

static char *take_over_reason(const RefnetChanges *changes, const RefnetTakeOver *over) {
  const RefnetDataset *then = changes->networks[REFNET_THEN]->dataset;
  const RefnetDataset *now = changes->networks[REFNET_NOW]->dataset;
  g_autofree char *areas = refnet_words_areas(then, over->areas, NAMED);
  g_autofree char *others = refnet_words_organizations(now, over->others, NAMED);
  g_autofree char *uncovered = refnet_words_areas(then, over->uncovered, NAMED);
  const char *service = then->services.names[over->service];
  const char *label = label_of(then, over->organization);
  if (over->others.length == 0)
    return g_strdup_printf("%s would no longer offer %s in %s, and nobody else is listed there.",
                           label, service, areas);
  return g_strdup_printf(
      "%s would no longer offer %s in %s. Listed there, too: %s; ask what they "
      "could take.%s%s%s",
      label, service, areas, others, over->uncovered.length > 0 ? " Nobody else is listed in " : "",
      over->uncovered.length > 0 ? uncovered : "", over->uncovered.length > 0 ? "." : "");
}

/* ---- lists ----------------------------------------------------------------------------------- */

#define TEXT(key, heading, flags)                                                                  \
  { key, heading, REFNET_VALUE_TEXT, 0, flags, NULL }
#define END                                                                                        \
  { NULL, NULL, 0, 0, 0, NULL }

static const RefnetColumn cut_off_columns[] = {TEXT("id", "ID", REFNET_COLUMN_DETAIL),
                                               TEXT("name", "ORGANISATION", 0), END};

static void fill_cut_off(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetChanges *changes = description->result;
  const RefnetOrganization *organization =
      refnet_changes_organization(changes, changes->cut_off.items[index], REFNET_NOW);
  refnet_cells_text(cells, organization->id);
  refnet_cells_text(cells, organization->name);
}

static const RefnetColumn unheld_columns[] = {
    TEXT("from", "A", REFNET_COLUMN_DETAIL), TEXT("to", "B", REFNET_COLUMN_DETAIL),
    TEXT("from_name", "BETWEEN", REFNET_COLUMN_TABLE_ONLY),
    TEXT("to_name", "AND", REFNET_COLUMN_TABLE_ONLY), END};

static void fill_unheld(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetChanges *changes = description->result;
  const RefnetUnheldTie *tie = &changes->unheld[index];
  refnet_cells_text(cells, refnet_changes_organization(changes, tie->a, REFNET_NOW)->id);
  refnet_cells_text(cells, refnet_changes_organization(changes, tie->b, REFNET_NOW)->id);
  refnet_cells_text(cells, refnet_change_label(changes, tie->a));
  refnet_cells_text(cells, refnet_change_label(changes, tie->b));
}

static const RefnetColumn take_over_columns[] = {
    TEXT("organization", "ID", REFNET_COLUMN_DETAIL),
    TEXT("service", "SERVICE", 0),
    {"areas", "AREAS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"others", "OTHERS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"others_count", "OTHERS LISTED", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"without", "AREAS WITHOUT", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    END};

static char **area_keys(const RefnetDataset *dataset, RefnetIndexList areas) {
  char **keys = g_new0(char *, (gsize)areas.length + 1);
  for (guint32 i = 0; i < areas.length; i++)
    keys[i] = g_strdup(dataset->areas[areas.items[i]].key);
  return keys;
}

static void fill_take_over(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetChanges *changes = description->result;
  const RefnetTakeOver *over = &changes->take_overs[index];
  const RefnetDataset *dataset = changes->networks[REFNET_THEN]->dataset;
  refnet_cells_text(cells, dataset->organizations[over->organization].id);
  refnet_cells_text(cells, dataset->services.names[over->service]);
  refnet_cells_take_texts(cells, area_keys(dataset, over->areas));
  refnet_cells_organization_ids(cells, dataset, over->others);
  refnet_cells_integer(cells, over->others.length);
  refnet_cells_take_texts(cells, area_keys(dataset, over->uncovered));
  refnet_cells_take_text(cells, take_over_reason(changes, over));
}

static void add_own_lists(RefnetDescription *description, const RefnetChanges *changes) {
  const RefnetListing lists[] = {
      {.key = "take_over",
       .heading = "Who could take over",
       .columns = take_over_columns,
       .fill = fill_take_over,
       .length = changes->take_over_count},
      {.key = "cut_off",
       .heading = "Without a recorded route to the rest",
       .columns = cut_off_columns,
       .fill = fill_cut_off,
       .length = changes->cut_off.length,
       .findings = changes->cut_off.length},
      {.key = "without_contact",
       .heading = "Relationships without a listed contact at an end",
       .columns = unheld_columns,
       .fill = fill_unheld,
       .length = changes->unheld_count,
       .findings = changes->unheld_count},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
    refnet_description_add_list(description, &lists[i]);
}

RefnetDescription *refnet_describe_what_if(const RefnetChanges *changes, const RefnetSteps *steps,
                                           const RefnetWording *wording) {
  RefnetDescription *description = refnet_description_new(
      wording, changes, changes->networks[REFNET_THEN]->dataset, changes->networks[REFNET_THEN]);
  say_question(description, steps);
  say_new_services(description);
  say_cut_off(description, changes);
  say_ties(description, changes);
  say_unheld(description, changes);
  say_gaps(description, changes, REFNET_NOW, "finding about a service would open",
           "findings about services would open");
  say_gaps(description, changes, REFNET_THEN, "finding about a service would close",
           "findings about services would close");
  say_expected(description, changes);
  say_whom_to_tell(description, changes);
  refnet_compare_add_reason(description);
  add_own_lists(description, changes);
  refnet_compare_add_lists(description);
  return description;
}
