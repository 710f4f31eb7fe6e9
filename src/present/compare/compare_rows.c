/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a row of each list of a comparison says. */
#include "present/compare/compare_rows.h"

#include <math.h>

#include "base/number.h"
#include "present/compare/change_words.h"
#include "present/gaps/gap_sentences.h"
#include "present/wording/words.h"

#define ID(key, heading)                                                                           \
  { key, heading, REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL }
#define NAME(key, heading)                                                                         \
  { key, heading, REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL }
#define TEXT(key, heading)                                                                         \
  { key, heading, REFNET_VALUE_TEXT, 0, 0, NULL }
#define COUNT(key, heading)                                                                        \
  { key, heading, REFNET_VALUE_INTEGER, 0, 0, NULL }
#define REASON                                                                                     \
  { "reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL }
#define END                                                                                        \
  { NULL, NULL, 0, 0, 0, NULL }

static void fill_organization(const RefnetChanges *changes, guint32 compared, guint side,
                              RefnetCells *cells) {
  const RefnetOrganization *organization =
      compared == REFNET_NONE ? NULL : refnet_changes_organization(changes, compared, side);
  refnet_cells_text(cells, organization ? organization->id : NULL);
  refnet_cells_text(cells, organization ? refnet_organization_label(organization) : NULL);
}

/* ---- organizations --------------------------------------------------------------------------- */

const RefnetColumn refnet_compare_organization_columns[] = {ID("id", "ID"),
                                                            TEXT("name", "ORGANISATION"),
                                                            TEXT("change", "CHANGE"),
                                                            ID("possible", "MAYBE"),
                                                            REASON,
                                                            END};

const RefnetColumn refnet_compare_renamed_columns[] = {ID("id", "ID"),
                                                       TEXT("name", "NOW"),
                                                       ID("old_id", "ID THEN"),
                                                       TEXT("old_name", "THEN"),
                                                       ID("by", "BY"),
                                                       REASON,
                                                       END};

static const struct {
  const char *key, *list;
} kinds[] = {
    [REFNET_CHANGE_LISTED] = {"listed", "added"},
    [REFNET_CHANGE_REOPENED] = {"reopened", "added"},
    [REFNET_CHANGE_ENTERED] = {"entered", "added"},
    [REFNET_CHANGE_UNLISTED] = {"unlisted", "removed"},
    [REFNET_CHANGE_CLOSED] = {"closed", "removed"},
    [REFNET_CHANGE_LEFT] = {"left", "removed"},
    [REFNET_CHANGE_JOINED] = {"joined", "removed"},
    [REFNET_CHANGE_RENAMED] = {"renamed", "renamed"},
};

/* A further row of the newer list came, one of the older went. */
const char *refnet_compare_list_of(const RefnetOrganizationChange *move) {
  return move->kind == REFNET_CHANGE_JOINED && move->side == REFNET_NOW ? "added"
                                                                        : kinds[move->kind].list;
}

void refnet_compare_fill_move(const RefnetDescription *description, gsize index,
                              RefnetCells *cells) {
  const RefnetChanges *changes = description->result;
  const RefnetOrganizationChange *move = &changes->moves[index];
  const RefnetOrganization *row = &changes->networks[move->side]->dataset->organizations[move->row];
  refnet_cells_text(cells, row->id);
  refnet_cells_text(cells, row->name);
  refnet_cells_text(cells, kinds[move->kind].key);
  if (move->link == REFNET_NONE) {
    refnet_cells_null(cells);
  } else {
    const RefnetRecordLinks *links = changes->links[move->side];
    refnet_cells_text(cells, links->other->organizations[links->links[move->link].other].id);
  }
  refnet_cells_take_text(cells, refnet_change_reason_organization(changes, move));
}

void refnet_compare_fill_renamed(const RefnetDescription *description, gsize index,
                                 RefnetCells *cells) {
  static const char *const by[] = {"id", "name", "other_name", "record", NULL};
  const RefnetChanges *changes = description->result;
  const RefnetOrganizationChange *move = &changes->moves[index];
  for (guint side = REFNET_SIDES; side-- > 0;) {
    const RefnetOrganization *row = refnet_changes_organization(changes, move->compared, side);
    refnet_cells_text(cells, row->id);
    refnet_cells_text(cells, row->name);
  }
  refnet_cells_text(cells, by[changes->organizations[move->compared].by]);
  refnet_cells_take_text(cells, refnet_change_reason_organization(changes, move));
}

/* ---- relationships --------------------------------------------------------------------------- */

const RefnetColumn refnet_compare_tie_columns[] = {
    ID("from", "A"),
    ID("to", "B"),
    NAME("from_name", "BETWEEN"),
    NAME("to_name", "AND"),
    {"old_referrals", "REFERRALS BEFORE", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"new_referrals", "AFTER", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"old_counted", "REFERRALS BEFORE", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"new_counted", "AFTER", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"old_ways", "WAYS THEN", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"new_ways", "WAYS NOW", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"clearly", "CLEARLY", REFNET_VALUE_BOOLEAN, 0, REFNET_COLUMN_DETAIL, NULL},
    ID("not_answered", "NO ANSWER"),
    ID("not_listed", "NOT LISTED"),
    REASON,
    END};

static gint64 count_ways(guint8 ways) {
  return (ways & REFNET_WAY_THERE ? 1 : 0) + (ways & REFNET_WAY_BACK ? 1 : 0);
}

static void fill_id(const RefnetChanges *changes, guint32 compared, RefnetCells *cells) {
  refnet_cells_text(cells, compared == REFNET_NONE
                               ? NULL
                               : refnet_changes_organization(changes, compared, REFNET_NOW)->id);
}

/* For people: how many, where referrals are counted at all. */
static void fill_counted(const RefnetChanges *changes, const RefnetTieChange *tie, guint side,
                         RefnetCells *cells) {
  if (changes->counted)
    refnet_cells_integer(cells, (gint64)tie->referrals[side]);
  else
    refnet_cells_null(cells);
}

void refnet_compare_fill_tie(const RefnetDescription *description, gsize index,
                             RefnetCells *cells) {
  const RefnetChanges *changes = description->result;
  const RefnetTieChange *tie = &changes->ties[index];
  fill_id(changes, tie->a, cells);
  fill_id(changes, tie->b, cells);
  refnet_cells_text(cells, refnet_change_label(changes, tie->a));
  refnet_cells_text(cells, refnet_change_label(changes, tie->b));
  for (guint side = 0; side < REFNET_SIDES; side++)
    refnet_cells_integer(cells, (gint64)tie->referrals[side]);
  for (guint side = 0; side < REFNET_SIDES; side++)
    fill_counted(changes, tie, side, cells);
  refnet_cells_integer(cells, count_ways(tie->ways[REFNET_THEN]));
  refnet_cells_integer(cells, count_ways(tie->ways[REFNET_NOW]));
  refnet_cells_boolean(cells, tie->clearly);
  fill_id(changes, tie->silent, cells);
  fill_id(changes, tie->absent, cells);
  refnet_cells_take_text(cells, refnet_change_reason_tie(changes, tie));
}

/* Ties are in the order of their kinds. */
gsize refnet_compare_first_tie(const RefnetChanges *changes, RefnetTieChangeKind kind) {
  gsize first = 0;
  for (guint k = 0; k < (guint)kind; k++)
    first += changes->tie_counts[k];
  return first;
}

void refnet_compare_fill_stronger(const RefnetDescription *description, gsize index,
                                  RefnetCells *cells) {
  refnet_compare_fill_tie(
      description, refnet_compare_first_tie(description->result, REFNET_TIE_STRONGER) + index,
      cells);
}

void refnet_compare_fill_weaker(const RefnetDescription *description, gsize index,
                                RefnetCells *cells) {
  refnet_compare_fill_tie(
      description, refnet_compare_first_tie(description->result, REFNET_TIE_WEAKER) + index, cells);
}

/* ---- figures --------------------------------------------------------------------------------- */

const RefnetColumn refnet_compare_figure_columns[] = {
    {"measure", "MEASURE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_NAME | REFNET_COLUMN_DETAIL, NULL},
    NAME("words", "FIGURE"),
    {"old", "OLD", REFNET_VALUE_REAL, 0, REFNET_COLUMN_DETAIL, NULL},
    {"new", "NEW", REFNET_VALUE_REAL, 0, REFNET_COLUMN_DETAIL, NULL},
    {"old_in_both", "OLD IN BOTH", REFNET_VALUE_REAL, 0, REFNET_COLUMN_DETAIL, NULL},
    {"new_in_both", "NEW IN BOTH", REFNET_VALUE_REAL, 0, REFNET_COLUMN_DETAIL, NULL},
    NAME("then", "BEFORE"),
    NAME("now", "AFTER"),
    {"reason", "MEANING", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    END};

static char *figure_text(double value, int decimals) {
  char text[G_ASCII_DTOSTR_BUF_SIZE], format[8];
  if (isnan(value))
    return g_strdup("n/a");
  g_snprintf(format, sizeof format, "%%.%df", decimals);
  return refnet_number_grouped(g_ascii_formatd(text, sizeof text, format, value + 0.0));
}

void refnet_compare_fill_figure(const RefnetDescription *description, gsize index,
                                RefnetCells *cells) {
  const RefnetChanges *changes = description->result;
  const RefnetComparedFigure *figure = &changes->figures[index];
  refnet_cells_text(cells, figure->key);
  refnet_cells_text(cells, refnet_figure_words(figure->key)->words);
  refnet_cells_real(cells, figure->value[REFNET_THEN]);
  refnet_cells_real(cells, figure->value[REFNET_NOW]);
  refnet_cells_real(cells, figure->shared[REFNET_THEN]);
  refnet_cells_real(cells, figure->shared[REFNET_NOW]);
  for (guint side = 0; side < REFNET_SIDES; side++)
    refnet_cells_take_text(
        cells, figure_text(figure->value[side], refnet_figure_words(figure->key)->decimals));
  refnet_cells_take_text(cells, refnet_change_reason_figure(changes, figure));
}

/* ---- services -------------------------------------------------------------------------------- */

const RefnetColumn refnet_compare_gap_columns[] = {
    ID("area", "AREA"),
    NAME("area_name", "AREA"),
    TEXT("service", "SERVICE"),
    TEXT("population", "FOR"),
    ID("status", "STATUS"),
    NAME("finding", "FINDING"),
    ID("other_status", "OTHER STATUS"),
    {"old_providers", "PROVIDERS BEFORE", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"new_providers", "AFTER", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"demand", "NEED A YEAR", REFNET_VALUE_REAL, 0, REFNET_COLUMN_DETAIL, NULL},
    {"unmet", "UNMET", REFNET_VALUE_REAL, 0, REFNET_COLUMN_DETAIL, NULL},
    {"need_is_new", "NEW NEED", REFNET_VALUE_BOOLEAN, 0, REFNET_COLUMN_DETAIL, NULL},
    REASON,
    END};

void refnet_compare_fill_gap(const RefnetDescription *description, gsize index,
                             RefnetCells *cells) {
  const RefnetChanges *changes = description->result;
  const RefnetGapMove *move = &changes->gaps[index];
  const RefnetDataset *dataset = changes->networks[move->side]->dataset;
  const RefnetGap *gap = move->gap;
  refnet_cells_area(cells, dataset, gap->area);
  refnet_cells_text(cells, dataset->services.names[gap->service]);
  refnet_cells_value(cells, &dataset->populations, gap->population);
  refnet_cells_text(cells, refnet_gap_status_key(gap->status));
  refnet_cells_text(cells, refnet_gap_status_words(gap->status));
  refnet_cells_text(cells, move->other ? refnet_gap_status_key(move->other->status) : NULL);
  refnet_cells_integer(cells, move->providers[REFNET_THEN]);
  refnet_cells_integer(cells, move->providers[REFNET_NOW]);
  refnet_cells_real(cells, gap->demand);
  refnet_cells_real(cells, gap->unmet);
  refnet_cells_boolean(cells, move->need_is_new);
  refnet_cells_take_text(cells, refnet_change_reason_gap(description, changes, move));
}

/* ---- what rests on few, and people ----------------------------------------------------------- */

const RefnetColumn refnet_compare_risk_columns[] = {
    ID("id", "ID"),
    TEXT("name", "ORGANISATION"),
    {"kinds", "KINDS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    COUNT("old_contacts", "CONTACTS BEFORE"),
    COUNT("new_contacts", "AFTER"),
    {"old_cut_off", "ONLY LINK OF, THEN", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"new_cut_off", "ONLY LINK OF", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"old_expected_ties_lost", "EXPECTED THEN", REFNET_VALUE_REAL, 1, REFNET_COLUMN_DETAIL, NULL},
    {"new_expected_ties_lost", "EXPECTED", REFNET_VALUE_REAL, 1, REFNET_COLUMN_DETAIL, NULL},
    REASON,
    END};

static char **risk_kinds(guint kinds_wanted) {
  static const char *const names[] = {"contacts", "only_link", "expected_ties_lost"};
  char **texts = g_new0(char *, G_N_ELEMENTS(names) + 1);
  guint count = 0;
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    if (kinds_wanted & 1u << i)
      texts[count++] = g_strdup(names[i]);
  return texts;
}

static void fill_risk(const RefnetChanges *changes, const RefnetRiskMove *move, gboolean up,
                      RefnetCells *cells) {
  const RefnetOrganizationRisk *then = move->risk[REFNET_THEN], *now = move->risk[REFNET_NOW];
  fill_organization(changes, move->compared, REFNET_NOW, cells);
  refnet_cells_take_texts(cells, risk_kinds(up ? move->up : move->down));
  refnet_cells_integer(cells, then->contacts);
  refnet_cells_integer(cells, now->contacts);
  refnet_cells_integer(cells, then->cut_off_count);
  refnet_cells_integer(cells, now->cut_off_count);
  refnet_cells_real(cells, then->ties_assessed ? then->expected_ties_lost : NAN);
  refnet_cells_real(cells, now->ties_assessed ? now->expected_ties_lost : NAN);
  refnet_cells_take_text(cells, refnet_change_reason_risk(changes, move, up));
}

void refnet_compare_fill_risk_up(const RefnetDescription *description, gsize index,
                                 RefnetCells *cells) {
  const RefnetChanges *changes = description->result;
  fill_risk(changes, &changes->risks[index], TRUE, cells);
}

void refnet_compare_fill_risk_down(const RefnetDescription *description, gsize index,
                                   RefnetCells *cells) {
  const RefnetChanges *changes = description->result;
  fill_risk(changes, &changes->risks[index], FALSE, cells);
}

const RefnetColumn refnet_compare_person_columns[] = {ID("organization", "ID"),
                                                      TEXT("contact", "CONTACT"),
                                                      TEXT("change", "CHANGE"),
                                                      ID("successor", "SUCCESSOR"),
                                                      REASON,
                                                      END};

/* A contact of the newer dataset, or none. */
static void fill_person_now(const RefnetChanges *changes, guint32 contact, gboolean show_people,
                            RefnetCells *cells) {
  const RefnetDataset *dataset = changes->networks[REFNET_NOW]->dataset;
  refnet_cells_take_text(
      cells, contact == REFNET_NONE ? NULL : refnet_words_contact(dataset, contact, show_people));
}

void refnet_compare_fill_person(const RefnetDescription *description, gsize index,
                                RefnetCells *cells) {
  static const char *const changes_of[] = {"left", "unlisted", "new", "moved"};
  const RefnetChanges *changes = description->result;
  const RefnetContactChange *change = &changes->people[index];
  gboolean show_people = description->wording.show_people;
  const RefnetDataset *dataset = changes->networks[refnet_change_side_of(change)]->dataset;
  refnet_cells_text(cells,
                    dataset->organizations[dataset->contacts[change->contact].organization].id);
  refnet_cells_take_text(cells, refnet_words_contact(dataset, change->contact, show_people));
  refnet_cells_text(cells, changes_of[change->kind]);
  fill_person_now(changes, change->successor, show_people, cells);
  refnet_cells_take_text(cells, refnet_change_reason_person(changes, change, show_people));
}

const RefnetColumn refnet_compare_moved_columns[] = {ID("from", "FROM ID"),
                                                     ID("to", "TO ID"),
                                                     NAME("from_name", "FROM"),
                                                     NAME("to_name", "TO"),
                                                     ID("old_contact", "CONTACT THEN"),
                                                     ID("new_contact", "CONTACT NOW"),
                                                     ID("by", "BY"),
                                                     ID("successor", "SUCCESSOR"),
                                                     REASON,
                                                     END};

void refnet_compare_fill_moved(const RefnetDescription *description, gsize index,
                               RefnetCells *cells) {
  const RefnetChanges *changes = description->result;
  const RefnetContactChange *change = &changes->people[index];
  gboolean show_people = description->wording.show_people;
  fill_id(changes, change->compared, cells);
  fill_id(changes, change->to, cells);
  refnet_cells_text(cells, refnet_change_label(changes, change->compared));
  refnet_cells_text(cells, refnet_change_label(changes, change->to));
  refnet_cells_take_text(cells, refnet_words_contact(changes->networks[REFNET_THEN]->dataset,
                                                     change->contact, show_people));
  fill_person_now(changes, change->arrival, show_people, cells);
  refnet_cells_text(cells, change->by_id ? "id" : "email");
  fill_person_now(changes, change->successor, show_people, cells);
  refnet_cells_take_text(cells, refnet_change_reason_person(changes, change, show_people));
}
