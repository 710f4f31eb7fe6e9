/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What would go with each organization or contact, one after the other. */
#include <math.h>

#include "present/risks/risk_people.h"
#include "present/what_if/step_words.h"
#include "present/wording/words.h"

enum { NAMED = 2, CUT_OFF_NAMED = 3 };

#define DETAIL(key, heading, kind)                                                                 \
  { key, heading, REFNET_VALUE_##kind, 0, REFNET_COLUMN_DETAIL, NULL }
#define SHOWN(key, heading, kind)                                                                  \
  { key, heading, REFNET_VALUE_##kind, 0, 0, NULL }
#define REASON                                                                                     \
  { "reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL }
#define END                                                                                        \
  { NULL, NULL, 0, 0, 0, NULL }

static void say_question(RefnetDescription *description, const RefnetSteps *steps,
                         const char *what) {
  g_autofree char *before =
      steps ? refnet_steps_words(steps, description->wording.show_people) : NULL;
  refnet_description_say(description,
                         g_strdup_printf("What if %s%s%s? Nothing was written.",
                                         before ? before : "", before ? ", and then " : "", what));
}

/* What stands between the dataset and one step more in the command to type. */
static const char *steps_so_far(const RefnetSteps *steps) {
  return steps ? " with the same steps and" : "";
}

/* ---- organizations --------------------------------------------------------------------------- */

static const char *label_of(const RefnetDescription *description, guint32 vertex) {
  return refnet_network_label(description->network, vertex);
}

/* "respite in Eastside and Westgate" of the cells of one service, from `first` on; *next: after. */
static char *service_words(const RefnetDataset *dataset, const RefnetCell *cells, guint32 first,
                           guint32 count, guint32 *next) {
  g_autoptr(GArray) areas = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (*next = first; *next < count && cells[*next].service == cells[first].service; (*next)++)
    g_array_append_val(areas, cells[*next].area);
  const RefnetIndexList list = {(const guint32 *)(void *)areas->data, areas->len};
  g_autofree char *words = refnet_words_areas(dataset, list, NAMED);
  return g_strdup_printf("%s in %s", dataset->services.names[cells[first].service], words);
}

/* Two services by name, the others counted. */
static char *cells_words(const RefnetDataset *dataset, const RefnetCell *cells, guint32 count) {
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
  for (guint32 i = 0, next; i < count; i = next)
    g_ptr_array_add(words, service_words(dataset, cells, i, count, &next));
  guint further = words->len > NAMED + 1 ? words->len - NAMED : 0;
  if (further > 0) {
    g_ptr_array_set_size(words, NAMED);
    g_ptr_array_add(words, refnet_words_count(further, "other service", "other services"));
  }
  return refnet_words_list((const char *const *)words->pdata, words->len, 0);
}

/* Each may begin a sentence, or go on after "If Elm Clinic closed, "; NULL: nothing to say. */

static char *alone_words(const RefnetDescription *description, const RefnetClosing *closing) {
  if (closing->alone_count == 0)
    return NULL;
  g_autofree char *cells = cells_words(description->dataset, closing->alone, closing->alone_count);
  g_autofree char *people =
      refnet_words_people_a_year(closing->need, "about", description->wording.people_term);
  return closing->need > 0
             ? g_strdup_printf("nobody else would be listed for %s, which %s %s", cells, people,
                               refnet_words_is_one_person(closing->need) ? "needs" : "need")
             : g_strdup_printf("nobody else would be listed for %s", cells);
}

static char *cut_off_words(const RefnetDescription *description, const RefnetClosing *closing) {
  if (closing->cut_off_count == 0)
    return NULL;
  g_autofree char *names =
      closing->cut_off.length == closing->cut_off_count
          ? refnet_words_vertices(description->network, closing->cut_off, CUT_OFF_NAMED)
          : refnet_words_count(closing->cut_off_count, "organisation", "organisations");
  return g_strdup_printf("%s would have no recorded route to %s", names,
                         refnet_words_rest(description->network, closing->cut_off_count, 1));
}

static char *with_one_words(const RefnetDataset *dataset, const RefnetClosing *closing) {
  if (closing->with_one_count == 0)
    return NULL;
  g_autofree char *cells = cells_words(dataset, closing->with_one, closing->with_one_count);
  return g_strdup_printf("one other provider would be left for %s", cells);
}

static char *tie_words(const RefnetDataset *dataset, const RefnetClosing *closing) {
  if (closing->ties == 0)
    return NULL;
  g_autofree char *ties = refnet_words_count(closing->ties, "relationship", "relationships");
  g_autofree char *made = refnet_words_count(closing->referrals, "referral was", "referrals were");
  return closing->referrals > 0 && dataset->referrals.count
             ? g_strdup_printf("%s would end; %s made to it", ties, made)
             : g_strdup_printf("%s would end", ties);
}

static char *closing_reason(const RefnetDescription *description, const RefnetClosing *closing) {
  const RefnetDataset *dataset = description->dataset;
  char *parts[] = {alone_words(description, closing), cut_off_words(description, closing),
                   with_one_words(dataset, closing), tie_words(dataset, closing)};
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
    g_autofree char *part = parts[i];
    if (part && text->len > 0)
      g_string_append_printf(text, " %s.", refnet_words_capital(part));
    else if (part)
      g_string_append_printf(text, "If %s closed, %s.", label_of(description, closing->vertex),
                             part);
  }
  if (text->len == 0)
    g_string_printf(text, "If %s closed, nothing that is recorded would go with it.",
                    label_of(description, closing->vertex));
  return g_string_free(text, FALSE);
}

static const RefnetColumn closing_columns[] = {
    DETAIL("id", "ID", TEXT),
    SHOWN("name", "ORGANISATION", TEXT),
    SHOWN("services_without", "NOBODY ELSE", INTEGER),
    SHOWN("cut_off_count", "NO ROUTE", INTEGER),
    SHOWN("services_with_one", "ONE LEFT", INTEGER),
    SHOWN("ties", "RELATIONSHIPS", INTEGER),
    DETAIL("referrals", "REFERRALS TO IT", INTEGER),
    DETAIL("need", "NEED A YEAR", REAL),
    DETAIL("cut_off", "CUT OFF", TEXTS),
    {"without", "WITHOUT", REFNET_VALUE_RECORDS, 0, REFNET_COLUMN_DETAIL, refnet_risk_cell_columns},
    {"with_one", "WITH ONE", REFNET_VALUE_RECORDS, 0, REFNET_COLUMN_DETAIL,
     refnet_risk_cell_columns},
    REASON,
    END};

static void fill_closing(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetClosings *closings = description->result;
  const RefnetClosing *closing = &closings->closings[index];
  const RefnetOrganization *organization =
      refnet_network_organization(description->network, closing->vertex);
  refnet_cells_text(cells, organization->id);
  refnet_cells_text(cells, organization->name);
  refnet_cells_integer(cells, closing->alone_count);
  refnet_cells_integer(cells, closing->cut_off_count);
  refnet_cells_integer(cells, closing->with_one_count);
  refnet_cells_integer(cells, closing->ties);
  refnet_cells_integer(cells, (gint64)closing->referrals);
  refnet_cells_real(cells, closing->need);
  refnet_risk_fill_cut_off(cells, description->network, closing->cut_off, closing->cut_off_count);
  refnet_risk_fill_cells(cells, description->dataset, closing->alone, closing->alone_count);
  refnet_risk_fill_cells(cells, description->dataset, closing->with_one, closing->with_one_count);
  refnet_cells_take_text(cells, closing_reason(description, closing));
}

/* Those after whom somebody or something would be without a route or a provider. */
static guint64 count_grave(const RefnetClosings *closings) {
  guint64 count = 0;
  for (guint32 i = 0; i < closings->count; i++)
    count += closings->closings[i].alone_count > 0 || closings->closings[i].cut_off_count > 0;
  return count;
}

static GArray *notable_closings(const RefnetClosings *closings) {
  GArray *notable = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < closings->count; i++) {
    const RefnetClosing *closing = &closings->closings[i];
    if (closing->alone_count > 0 || closing->cut_off_count > 0 || closing->with_one_count > 0 ||
        closing->ties > 0)
      g_array_append_val(notable, i);
  }
  return notable;
}

RefnetDescription *refnet_describe_closings(const RefnetClosings *closings,
                                            const RefnetSteps *steps,
                                            const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, closings, closings->network->dataset, closings->network);
  say_question(description, steps, "each organisation closed, one at a time");
  refnet_description_say(
      description,
      g_strdup_printf(
          "First come those after whom nobody would be listed for most services, area by area, and "
          "most people need them; then those without whom most organisations would have no route; "
          "then those after whom most services would rest on one provider; then those with most "
          "relationships. All that one closing would mean: refnet what-if DATASET%s --close ORG.",
          steps_so_far(steps)));
  if (closings->without_services > 0) {
    g_autofree char *without =
        refnet_words_count(closings->without_services, "organisation lists", "organisations list");
    refnet_description_say(description, refnet_words_capital(g_strdup_printf(
                                            "%s no services, so what would go there is not "
                                            "known: ask first.",
                                            without)));
  }
  refnet_description_add_list(
      description,
      &(RefnetListing){.key = "closings",
                       .heading = "One closing at a time",
                       .columns = closing_columns,
                       .fill = fill_closing,
                       .length = closings->count,
                       .notable = notable_closings(closings),
                       .findings = count_grave(closings),
                       .empty = "Nothing that is recorded would go with any organisation."});
  return description;
}

/* ---- people ---------------------------------------------------------------------------------- */

RefnetDescription *refnet_describe_leavings(const RefnetRisks *risks, const RefnetSteps *steps,
                                            const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, risks, risks->network->dataset, risks->network);
  say_question(description, steps, "each contact left, one at a time, without a handover");
  refnet_description_say(
      description,
      g_strdup_printf("First come those with most relationships that nobody else holds. All that "
                      "one leaving would mean: refnet what-if DATASET%s --leave PERSON; what to "
                      "hand over: refnet risks DATASET --handover PERSON.",
                      steps_so_far(steps)));
  refnet_risk_add_people(description, risks, "leavings", "One leaving at a time");
  return description;
}
