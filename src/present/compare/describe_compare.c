/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What changed from one dataset to another: the sentences, then the lists. */
#include "present/compare/change_words.h"

#include <math.h>

#include "present/compare/compare_rows.h"

/* ---- which rows a list has ------------------------------------------------------------------- */

static GArray *rows(void) {
  return g_array_new(FALSE, FALSE, sizeof(guint32));
}

static GArray *rows_of_list(const RefnetChanges *changes, const char *list) {
  GArray *chosen = rows();
  for (guint32 i = 0; i < changes->move_count; i++)
    if (g_str_equal(refnet_compare_list_of(&changes->moves[i]), list))
      g_array_append_val(chosen, i);
  return chosen;
}

static GArray *ties_of_kinds(const RefnetChanges *changes, guint kinds_wanted) {
  GArray *chosen = rows();
  for (guint32 i = 0; i < changes->tie_count; i++)
    if (kinds_wanted & 1u << changes->ties[i].kind)
      g_array_append_val(chosen, i);
  return chosen;
}

static GArray *turned_ties(const RefnetChanges *changes, gboolean two_way) {
  GArray *chosen = rows();
  for (guint32 i = 0; i < changes->tie_count; i++)
    if (two_way ? changes->ties[i].two_way : changes->ties[i].one_way)
      g_array_append_val(chosen, i);
  return chosen;
}

/* The clear ones, counted from the first of the kind. */
static GArray *clear_ties(const RefnetChanges *changes, RefnetTieChangeKind kind) {
  GArray *chosen = rows();
  gsize first = refnet_compare_first_tie(changes, kind);
  for (guint32 i = 0; i < changes->tie_counts[kind]; i++)
    if (changes->ties[first + i].clearly)
      g_array_append_val(chosen, i);
  return chosen;
}

static GArray *gaps_of_side(const RefnetChanges *changes, guint side) {
  GArray *chosen = rows();
  for (guint32 i = 0; i < changes->gap_count; i++)
    if (changes->gaps[i].side == side)
      g_array_append_val(chosen, i);
  return chosen;
}

static GArray *risks_of(const RefnetChanges *changes, gboolean up) {
  GArray *chosen = rows();
  for (guint32 i = 0; i < changes->risk_count; i++)
    if (up ? changes->risks[i].up : changes->risks[i].down)
      g_array_append_val(chosen, i);
  return chosen;
}

static GArray *people_of(const RefnetChanges *changes, guint kinds) {
  GArray *chosen = rows();
  for (guint32 i = 0; i < changes->people_count; i++)
    if (kinds & 1u << changes->people[i].kind)
      g_array_append_val(chosen, i);
  return chosen;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void add_chosen(RefnetDescription *description, const char *key, const char *heading,
                       const RefnetColumn *columns, RefnetRowFill fill, GArray *chosen) {
  refnet_description_add_list(description, &(RefnetListing){.key = key,
                                                            .heading = heading,
                                                            .columns = columns,
                                                            .fill = fill,
                                                            .length = chosen->len,
                                                            .notable = chosen,
                                                            .only_notable = TRUE,
                                                            .findings = chosen->len});
}

static void add_strength(RefnetDescription *description, const char *key, const char *heading,
                         RefnetRowFill fill, RefnetTieChangeKind kind) {
  const RefnetChanges *changes = description->result;
  refnet_description_add_list(description, &(RefnetListing){.key = key,
                                                            .heading = heading,
                                                            .columns = refnet_compare_tie_columns,
                                                            .fill = fill,
                                                            .length = changes->tie_counts[kind],
                                                            .notable = clear_ties(changes, kind)});
}

/* Of two years, or of what would be. */
static const char *heading(const RefnetChanges *changes, const char *did, const char *would) {
  return changes->is_scenario ? would : did;
}

static void add_organizations(RefnetDescription *description, const RefnetChanges *changes) {
  add_chosen(description, "organizations.added",
             heading(changes, "Organisations that came", "Organisations that would come"),
             refnet_compare_organization_columns, refnet_compare_fill_move,
             rows_of_list(changes, "added"));
  add_chosen(description, "organizations.removed",
             heading(changes, "Organisations that went", "Organisations that would go"),
             refnet_compare_organization_columns, refnet_compare_fill_move,
             rows_of_list(changes, "removed"));
  add_chosen(description, "organizations.renamed", "Organisations with another name",
             refnet_compare_renamed_columns, refnet_compare_fill_renamed,
             rows_of_list(changes, "renamed"));
}

static void add_ties(RefnetDescription *description, const RefnetChanges *changes) {
  guint unsaid = 1u << REFNET_TIE_UNSAID_THEN | 1u << REFNET_TIE_UNSAID_NOW;
  add_chosen(description, "ties.two_way",
             heading(changes, "Relationships that became two-way",
                     "Relationships that would become two-way"),
             refnet_compare_tie_columns, refnet_compare_fill_tie, turned_ties(changes, TRUE));
  add_chosen(description, "ties.added", "New relationships", refnet_compare_tie_columns,
             refnet_compare_fill_tie, ties_of_kinds(changes, 1u << REFNET_TIE_ADDED));
  add_chosen(description, "ties.removed",
             heading(changes, "Relationships no longer recorded", "Relationships that would end"),
             refnet_compare_tie_columns, refnet_compare_fill_tie,
             ties_of_kinds(changes, 1u << REFNET_TIE_REMOVED));
  add_chosen(description, "ties.unknown", "Relationships that may only be unsaid",
             refnet_compare_tie_columns, refnet_compare_fill_tie, ties_of_kinds(changes, unsaid));
  add_chosen(description, "ties.one_way",
             heading(changes, "Relationships recorded one way only now",
                     "Relationships that would be one-way only"),
             refnet_compare_tie_columns, refnet_compare_fill_tie, turned_ties(changes, FALSE));
  const gboolean is_unlike = (changes->caveats & REFNET_CAVEAT_SPAN) != 0;
  add_strength(description, "ties.stronger",
               is_unlike ? "Relationships with more referrals, over unlike spans of time"
                         : "Relationships that carry clearly more",
               refnet_compare_fill_stronger, REFNET_TIE_STRONGER);
  add_strength(description, "ties.weaker",
               is_unlike ? "Relationships with fewer referrals, over unlike spans of time"
                         : "Relationships that carry clearly less",
               refnet_compare_fill_weaker, REFNET_TIE_WEAKER);
}

/* Figures that neither list can say anything of. */
static gboolean is_unsaid(const RefnetChanges *changes, const RefnetComparedFigure *figure) {
  if (isnan(figure->value[REFNET_THEN]) && isnan(figure->value[REFNET_NOW]))
    return TRUE;
  const RefnetDataset *then = changes->networks[REFNET_THEN]->dataset;
  const RefnetDataset *now = changes->networks[REFNET_NOW]->dataset;
  switch (refnet_figure_words(figure->key)->about) {
  case REFNET_FIGURE_REFERRALS:
    return !changes->counted;
  case REFNET_FIGURE_CONTACTS:
    return then->contact_count + now->contact_count == 0;
  case REFNET_FIGURE_SERVICES:
    return then->services.length + now->services.length == 0;
  default:
    return FALSE;
  }
}

/* To the last decimal that people read. */
static gboolean reads_as_before(const RefnetComparedFigure *figure) {
  double scale = pow(10, refnet_figure_words(figure->key)->decimals);
  double then = figure->value[REFNET_THEN], now = figure->value[REFNET_NOW];
  return isnan(then) || isnan(now) || round(then * scale) == round(now * scale);
}

/* Of two years, those that are known; of a scenario, what would change of them. */
static GArray *figures_to_show(const RefnetChanges *changes) {
  GArray *chosen = rows();
  for (guint32 i = 0; i < changes->figure_count; i++) {
    const RefnetComparedFigure *figure = &changes->figures[i];
    if (!is_unsaid(changes, figure) && !(changes->is_scenario && reads_as_before(figure)))
      g_array_append_val(chosen, i);
  }
  return chosen;
}

static void add_rest(RefnetDescription *description, const RefnetChanges *changes) {
  refnet_description_add_list(description,
                              &(RefnetListing){.key = "measures",
                                               .heading = "Figures",
                                               .columns = refnet_compare_figure_columns,
                                               .fill = refnet_compare_fill_figure,
                                               .length = changes->figure_count,
                                               .notable = figures_to_show(changes),
                                               .whole = TRUE,
                                               .main = TRUE});
  add_chosen(description, "gaps.closed",
             heading(changes, "Findings about services that no longer hold",
                     "Findings about services that would no longer hold"),
             refnet_compare_gap_columns, refnet_compare_fill_gap,
             gaps_of_side(changes, REFNET_THEN));
  add_chosen(description, "gaps.opened",
             heading(changes, "Findings about services that opened",
                     "Findings about services that would open"),
             refnet_compare_gap_columns, refnet_compare_fill_gap,
             gaps_of_side(changes, REFNET_NOW));
  add_chosen(description, "risks.down",
             heading(changes, "Less rests on one person or organisation",
                     "Less would rest on one person or organisation"),
             refnet_compare_risk_columns, refnet_compare_fill_risk_down, risks_of(changes, FALSE));
  add_chosen(description, "risks.up",
             heading(changes, "More rests on one person or organisation",
                     "More would rest on one person or organisation"),
             refnet_compare_risk_columns, refnet_compare_fill_risk_up, risks_of(changes, TRUE));
  add_chosen(description, "people.moved", "Contacts who moved to another organisation",
             refnet_compare_moved_columns, refnet_compare_fill_moved,
             people_of(changes, 1u << REFNET_PERSON_MOVED));
  add_chosen(
      description, "people.left",
      heading(changes, "Contacts who left or are no longer listed", "Contacts who would leave"),
      refnet_compare_person_columns, refnet_compare_fill_person,
      people_of(changes, 1u << REFNET_PERSON_LEFT | 1u << REFNET_PERSON_UNLISTED));
  add_chosen(description, "people.new", "New contacts", refnet_compare_person_columns,
             refnet_compare_fill_person, people_of(changes, 1u << REFNET_PERSON_NEW));
}

/* The sentences that people read, in one text for programs. */
static char *join_sentences(const RefnetDescription *description) {
  g_ptr_array_add(description->introduction, NULL);
  char *text = g_strjoinv(" ", (char **)description->introduction->pdata);
  g_ptr_array_set_size(description->introduction, (gint)description->introduction->len - 1);
  return text;
}

static gboolean is_unchanged(const RefnetChanges *changes) {
  return changes->move_count + changes->tie_count + changes->gap_count + changes->risk_count +
             changes->people_count ==
         0;
}

static const RefnetColumn field_columns[] = {
    {"reason", "Reason", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

void refnet_compare_add_reason(RefnetDescription *description) {
  refnet_cells_take_text(refnet_description_fields(description, field_columns),
                         join_sentences(description));
}

void refnet_compare_add_lists(RefnetDescription *description) {
  const RefnetChanges *changes = description->result;
  add_organizations(description, changes);
  add_ties(description, changes);
  add_rest(description, changes);
}

RefnetDescription *refnet_describe_compare(const RefnetChanges *changes,
                                           const RefnetWording *wording) {
  RefnetDescription *description = refnet_description_new(
      wording, changes, changes->networks[REFNET_NOW]->dataset, changes->networks[REFNET_NOW]);
  refnet_change_say_caveats(description, changes);
  if (is_unchanged(changes))
    refnet_description_say(description, g_strdup("The two lists say the same: nothing changed."));
  refnet_change_say_what_works(description, changes);
  refnet_change_say_what_to_look_at(description, changes);
  refnet_compare_add_reason(description);
  refnet_compare_add_lists(description);
  return description;
}
