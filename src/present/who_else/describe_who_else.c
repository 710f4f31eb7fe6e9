/* SPDX-License-Identifier: GPL-2.0-or-later */
/* "Who else should we be meeting with?": suggestions, every reason a sentence, and who can
 * introduce. */
#include <math.h>

#include "present/description/description.h"
#include "present/who_else/named_sentences.h"
#include "present/who_else/nobody_sentences.h"
#include "present/who_else/suggestion_cells.h"
#include "present/wording/words.h"

static const RefnetColumn organization_field[] = {
    {"organization", "For", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn coalition_fields[] = {
    {"organization", "For", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"objective", "Objective", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"members", "Members", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"open", "Open", REFNET_VALUE_REAL, 1, REFNET_COLUMN_DETAIL, NULL},
    {"reached", "Reached", REFNET_VALUE_REAL, 1, REFNET_COLUMN_DETAIL, NULL},
    {"best_together", "Best together", REFNET_VALUE_BOOLEAN, 0, REFNET_COLUMN_DETAIL, NULL},
    {"first_three_of_best", "First three, of the best three", REFNET_VALUE_REAL, 3,
     REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

#define SUGGESTION_COLUMNS(score_heading, decimals)                                                \
  {                                                                                                \
    REFNET_SUGGESTION_COLUMNS("ORGANISATION", score_heading, decimals), {                          \
      NULL, NULL, 0, 0, 0, NULL                                                                    \
    }                                                                                              \
  }

static const RefnetColumn suggestion_columns[] = SUGGESTION_COLUMNS("SCORE", 2);
/* What a suggestion adds, in the unit of the objective. */
static const RefnetColumn people_columns[] = SUGGESTION_COLUMNS("PEOPLE A YEAR", 0);
static const RefnetColumn cell_columns[] = SUGGESTION_COLUMNS("SERVICES ADDED, BY AREA", 1);
static const RefnetColumn organization_columns[] = SUGGESTION_COLUMNS("NEWLY IN REACH", 0);
static const RefnetColumn sector_columns[] = SUGGESTION_COLUMNS("SECTORS", 0);
static const RefnetColumn share_columns[] = SUGGESTION_COLUMNS("SHARE ADDED", 3);

/* ---- rows ------------------------------------------------------------------------------------ */

static void fill_suggestion(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetWhoElse *who_else = description->result;
  refnet_suggestion_fill(description, who_else, &who_else->suggestions[index], cells);
}

/* ---- for one organization -------------------------------------------------------------------- */

static void say_named(RefnetDescription *description, const RefnetWhoElse *who_else) {
  char *named = who_else->filtered ? NULL : refnet_who_else_also_named(who_else);
  if (named)
    refnet_description_say(description, named);
}

static void describe_asker(RefnetDescription *description, const RefnetWhoElse *who_else) {
  const RefnetOrganization *asker =
      who_else->organization == REFNET_NONE
          ? NULL
          : refnet_network_organization(who_else->network, who_else->organization);
  const char *label = asker ? refnet_organization_label(asker) : who_else->newcomer;
  refnet_cells_text(refnet_description_fields(description, organization_field),
                    asker ? asker->id : NULL);
  refnet_description_say(description, g_strdup_printf("Who else should %s be meeting with?",
                                                      label ? label : "the new organisation"));
  if (who_else->suggestion_count == 0)
    say_named(description, who_else);
  if (who_else->structure_known || who_else->suggestion_count == 0)
    return;
  refnet_description_say(
      description,
      g_strdup_printf("%s, so these suggestions rest on what organisations list: services, areas, "
                      "people served.",
                      asker
                          ? "No recorded relationship leads on from here"
                          : "An organisation that is not in the data has no relationships there"));
}

/* ---- for the whole coalition ----------------------------------------------------------------- */

static const char *const objective_keys[] = {[REFNET_OBJECTIVE_GAPS] = "gaps",
                                             [REFNET_OBJECTIVE_REACH] = "reach",
                                             [REFNET_OBJECTIVE_SECTORS] = "sectors",
                                             [REFNET_OBJECTIVE_BALANCE] = "balance"};

static void fill_coalition_fields(RefnetCells *cells, const RefnetWhoElse *who_else) {
  char **ids = g_new0(char *, who_else->members.length + 1);
  for (guint32 i = 0; i < who_else->members.length; i++)
    ids[i] =
        g_strdup(refnet_network_organization(who_else->network, who_else->members.items[i])->id);
  refnet_cells_text(cells, NULL);
  refnet_cells_text(cells, objective_keys[who_else->objective]);
  refnet_cells_take_texts(cells, ids);
  refnet_cells_real(cells, who_else->open);
  refnet_cells_real(cells, who_else->reached);
  refnet_cells_boolean(cells, who_else->is_best);
  refnet_cells_real(cells, who_else->share_of_best > 0 ? who_else->share_of_best : NAN);
}

static void say_members(RefnetDescription *description, const RefnetWhoElse *who_else) {
  const char *name = who_else->coalition == REFNET_NONE
                         ? "the coalition"
                         : description->dataset->coalitions.names[who_else->coalition];
  g_autofree char *count = refnet_words_count(who_else->members.length, "member", "members");
  refnet_description_say(description,
                         g_strdup_printf("Who else should %s (%s%s) be meeting with?", name, count,
                                         who_else->member_rule == REFNET_MEMBERS_FORMAL
                                             ? ": those whose partnership is formal"
                                             : ""));
}

/* "the two suggestions together bring" */
static char *together(const RefnetWhoElse *who_else, const char *one_does, const char *many_do) {
  guint32 count = who_else->suggestion_count;
  g_autofree char *suggestions = refnet_words_count(count, "suggestion", "suggestions together");
  return g_strdup_printf("the %s %s", suggestions, count == 1 ? one_does : many_do);
}

static char *figure_words(double figure, gboolean is_people) {
  return is_people ? refnet_words_people(figure) : refnet_words_figure(figure);
}

/* "One of the 12 sectors in the data has no member; the one suggestion brings it in." */
static char *sectors_sentence(const RefnetDataset *dataset, const RefnetWhoElse *who_else,
                              const char *bring) {
  const guint64 open = (guint64)who_else->open, reached = (guint64)who_else->reached;
  g_autofree char *without = refnet_words_capital(refnet_words_number(open));
  g_autofree char *some = refnet_words_number(reached);
  g_autofree char *all = refnet_words_number(dataset->sectors.length);
  g_autofree char *what = reached < open ? g_strdup_printf("in %s of them", some)
                          : open == 1    ? g_strdup("it in")
                                         : g_strdup("in all of them");
  return g_strdup_printf("%s of the %s sectors in the data %s no member; %s %s.", without, all,
                         open == 1 ? "has" : "have", bring, what);
}

/* What members leave open, and how much of it the suggestions add up to. */
static char *sum_sentence(const RefnetDescription *description, const RefnetWhoElse *who_else) {
  gboolean is_people = who_else->objective == REFNET_OBJECTIVE_GAPS && who_else->has_needs;
  g_autofree char *open = figure_words(who_else->open, is_people);
  g_autofree char *reached = figure_words(who_else->reached, is_people);
  g_autofree char *take_up = together(who_else, "takes up", "take up");
  g_autofree char *could = together(who_else, "could take up", "could take up");
  g_autofree char *work = together(who_else, "works", "work");
  g_autofree char *bring = together(who_else, "brings", "bring");
  switch (who_else->objective) {
  case REFNET_OBJECTIVE_GAPS:
    if (!who_else->has_needs)
      return g_strdup_printf(
          "Without demand figures, each service that no member offers in an area "
          "counts one and each that one member offers a half: %s in all, of which %s %s.",
          open, take_up, reached);
    return g_strdup_printf(
        "Members leave %s needs a year unmet, service by service and area by "
        "area (one person may have several); %s %s of them. Where no capacity is listed, it is "
        "taken to be enough.",
        open, could, reached);
  case REFNET_OBJECTIVE_REACH:
    return g_strdup_printf("No member works with %s of the organisations in the data; %s with %s "
                           "of them.",
                           open, work, reached);
  case REFNET_OBJECTIVE_SECTORS:
    return sectors_sentence(description->dataset, who_else, bring);
  case REFNET_OBJECTIVE_BALANCE:
    break;
  }
  g_autofree char *share = refnet_words_percent(who_else->reached / who_else->open);
  return g_strdup_printf("Unmet needs, organisations that no member works with and sectors without "
                         "a member count a third each; %s %s.",
                         take_up, share);
}

static const RefnetColumn *columns_of(const RefnetWhoElse *who_else) {
  switch (who_else->objective) {
  case REFNET_OBJECTIVE_GAPS:
    return who_else->has_needs ? people_columns : cell_columns;
  case REFNET_OBJECTIVE_REACH:
    return organization_columns;
  case REFNET_OBJECTIVE_SECTORS:
    return sector_columns;
  case REFNET_OBJECTIVE_BALANCE:
    break;
  }
  return share_columns;
}

#define ONE_BY_ONE "Each is chosen for what it adds to those above it. "
#define AT_LEAST                                                                                   \
  "However many you take from the top, they reach at least 63 % of the most that as "              \
  "many organisations could"

/* How good a choice these are. */
static char *choice_sentence(const RefnetWhoElse *who_else) {
  static const char *const together[] = {
      NULL, "No other organisation in the data would add more.",
      "No other two organisations in the data would add more than these two together. The second "
      "figure is what that one adds to the first.",
      "No other three organisations in the data would add more than these three together. Each "
      "figure is what that one adds to those above it."};
  if (who_else->is_best)
    return g_strdup(together[who_else->suggestion_count]);
  if (who_else->suggestion_count == 1)
    return g_strdup("Nobody else in the data would add anything to that.");
  if (!(who_else->share_of_best > 0) || who_else->suggestion_count <= 3)
    return g_strdup(ONE_BY_ONE AT_LEAST ".");
  if (who_else->share_of_best > 1 - 1e-9)
    return g_strdup(ONE_BY_ONE AT_LEAST "; no other three would add more than the first three.");
  g_autofree char *share = refnet_words_percent(who_else->share_of_best);
  return g_strconcat(ONE_BY_ONE AT_LEAST "; the first three reach ", share,
                     " of the most that three could (--top 3 lists the best three).", NULL);
}

static void describe_coalition(RefnetDescription *description, const RefnetWhoElse *who_else) {
  fill_coalition_fields(refnet_description_fields(description, coalition_fields), who_else);
  if (who_else->members.length > 0)
    say_members(description, who_else);
  if (who_else->suggestion_count > 0) {
    refnet_description_say(description, sum_sentence(description, who_else));
    refnet_description_say(description, choice_sentence(who_else));
  }
  say_named(description, who_else);
}

/* ---- both ------------------------------------------------------------------------------------ */

RefnetDescription *refnet_describe_who_else(const RefnetWhoElse *who_else,
                                            const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, who_else, who_else->network->dataset, who_else->network);
  gboolean coalition = who_else->asked_by == REFNET_ASKED_BY_COALITION;
  if (coalition)
    describe_coalition(description, who_else);
  else
    describe_asker(description, who_else);
  refnet_description_add_list(description,
                              &(RefnetListing){
                                  .key = "suggestions",
                                  .columns = coalition ? columns_of(who_else) : suggestion_columns,
                                  .fill = fill_suggestion,
                                  .length = who_else->suggestion_count,
                                  .findings = who_else->suggestion_count,
                                  .empty = refnet_who_else_nobody(who_else),
                              });
  return description;
}
