/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties that a coalition ought to make among its members, and referrals that only go one way. */
#include "present/description/description.h"
#include "present/who_else/suggestion_sentences.h"
#include "present/wording/words.h"

static const RefnetColumn fields[] = {
    {"organization", "For", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"members", "Members", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"fragmentation", "Fragmentation", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {"fragmentation_after", "After", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn no_columns[] = {{"id", "ID", REFNET_VALUE_TEXT, 0, 0, NULL},
                                          {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn tie_columns[] = {
    {"from", "FROM", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"to", "TO", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"from_label", "BETWEEN", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"to_label", "AND", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"kind", "KIND", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"kind_label", "WHAT FOR", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"score", "SCORE", REFNET_VALUE_REAL, 2, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn one_way_columns[] = {
    {"from", "FROM", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"to", "TO", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"from_label", "FROM", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"to_label", "TO", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"count", "REFERRALS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const struct {
  const char *key, *label;
} kinds[] = {[REFNET_TIE_ROUTE] = {"route", "a route"},
             [REFNET_TIE_JOIN] = {"join", "joining parts"},
             [REFNET_TIE_FIT] = {"fit", "a good fit"}};

static const RefnetOrganization *at(const RefnetDescription *description, guint32 vertex) {
  return refnet_network_organization(description->network, vertex);
}

static const char *label(const RefnetDescription *description, guint32 vertex) {
  return refnet_organization_label(at(description, vertex));
}

/* ---- why two fit ----------------------------------------------------------------------------- */

/* `from` and `to` as the reason sees them: who looks, and whom it looks at. */
static char *clause_of(const RefnetDescription *description, const RefnetReason *reason,
                       const char *from, const char *to) {
  g_autofree char *names =
      reason->kind == REFNET_REASON_SECTORS
          ? refnet_words_share(reason->ties, reason->pairs)
          : refnet_reason_names(description->dataset, reason, description->wording.units);
  switch (reason->kind) {
  case REFNET_REASON_COMMON_PARTNERS:
    return g_strdup_printf("both work with %s", names);
  case REFNET_REASON_INDIRECT_PARTNERS:
    return g_strdup_printf("%s works with partners of %s, with whom %s works", to, names, from);
  case REFNET_REASON_COMPLEMENTARY:
    return g_strdup_printf("%s offers %s, which %s doesn't list", to, names, from);
  case REFNET_REASON_SHARED_SERVICE:
    return g_strdup_printf("both offer %s", names);
  case REFNET_REASON_SHARED_AREA:
  case REFNET_REASON_SHARED_POPULATION:
    return g_strdup_printf("both serve %s", names);
  case REFNET_REASON_OFFERS_MATCH:
    return g_strdup_printf("%s offers %s, which %s seeks", to, names, from);
  case REFNET_REASON_SEEKS_MATCH:
    return g_strdup_printf("%s offers %s, which %s seeks", from, names, to);
  case REFNET_REASON_NEAR:
    return g_strdup_printf("they are %s apart", names);
  case REFNET_REASON_SECTORS:
    return g_strdup_printf("%s pairs of such sectors work together, more than is usual here",
                           names);
  default:
    return NULL;
  }
}

static char *fit_sentence(const RefnetDescription *description, const RefnetTieToMake *tie) {
  const char *from = label(description, tie->from), *to = label(description, tie->to);
  GString *text = g_string_new(NULL);
  g_string_append_printf(text, "%s and %s have no recorded relationship", from, to);
  for (guint32 i = 0; i < tie->reason_count; i++) {
    g_autofree char *clause = clause_of(description, &tie->reasons[i], from, to);
    gboolean is_last = i > 0 && i + 1 == tie->reason_count;
    g_string_append_printf(text, "%s%s%s", i == 0 ? ": " : "; ", is_last ? "and " : "", clause);
  }
  g_string_append_c(text, '.');
  return g_string_free(text, FALSE);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static char *route_sentence(const RefnetDescription *description, const RefnetTieToMake *tie) {
  const RefnetDataset *dataset = description->dataset;
  g_autofree char *others =
      tie->cells > 1 ? refnet_words_count(tie->cells - 1, "other gap", "other gaps") : NULL;
  g_autofree char *people = refnet_words_capital(
      refnet_words_people_a_year(tie->score, "about", description->wording.people_term));
  g_autofree char *need =
      tie->score > 0 ? g_strdup_printf(" %s %s %s.", people,
                                       refnet_words_is_one_person(tie->score) ? "needs" : "need",
                                       others ? "what these offer" : "it")
                     : g_strdup("");
  return g_strdup_printf(
      "If %s referred to %s, there would be a recorded route to %s in %s%s%s.%s%s",
      label(description, tie->from), label(description, tie->to),
      dataset->services.names[tie->service], dataset->areas[tie->area].name,
      others ? ", and it would close " : "", others ? others : "", need,
      tie->is_outside ? " Neither is a member; a member could bring the two together." : "");
}

static char *join_sentence(const RefnetDescription *description, const RefnetTieToMake *tie) {
  g_autofree char *one = refnet_words_count(tie->part_from, "organisation", "organisations");
  g_autofree char *other = refnet_words_number(tie->part_to);
  return g_strdup_printf("Nothing recorded joins %s, in a part of %s, and %s, in a part of %s; a "
                         "relationship between the two would.",
                         label(description, tie->from), one, label(description, tie->to), other);
}

static void fill_tie(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetTiesToMake *ties = description->result;
  const RefnetTieToMake *tie = &ties->ties[index];
  refnet_cells_text(cells, at(description, tie->from)->id);
  refnet_cells_text(cells, at(description, tie->to)->id);
  refnet_cells_text(cells, label(description, tie->from));
  refnet_cells_text(cells, label(description, tie->to));
  refnet_cells_text(cells, kinds[tie->kind].key);
  refnet_cells_text(cells, kinds[tie->kind].label);
  refnet_cells_real(cells, tie->score);
  refnet_cells_take_text(cells, tie->kind == REFNET_TIE_ROUTE  ? route_sentence(description, tie)
                                : tie->kind == REFNET_TIE_JOIN ? join_sentence(description, tie)
                                                               : fit_sentence(description, tie));
}

static char *one_way_sentence(const RefnetDescription *description, const RefnetOneWay *one) {
  const char *from = label(description, one->from), *to = label(description, one->to);
  const char *next = one->unanswered ? "; it did not answer the survey, so ask first"
                                     : ": ask what each could send the other";
  g_autofree char *count = refnet_words_count(one->count, "referral", "referrals");
  if (!refnet_words_are_counted(description->dataset, one->count, REFNET_DATE_UNKNOWN))
    return g_strdup_printf("%s refers to %s, and nothing is recorded back%s.", from, to, next);
  return g_strdup_printf("%s made %s to %s, and none is recorded back%s.", from, count, to, next);
}

static void fill_one_way(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetTiesToMake *ties = description->result;
  const RefnetOneWay *one = &ties->one_way[index];
  refnet_cells_text(cells, at(description, one->from)->id);
  refnet_cells_text(cells, at(description, one->to)->id);
  refnet_cells_text(cells, label(description, one->from));
  refnet_cells_text(cells, label(description, one->to));
  refnet_cells_integer(cells, (gint64)one->count);
  refnet_cells_take_text(cells, one_way_sentence(description, one));
}

/* ---- all ------------------------------------------------------------------------------------- */

static void say_who(RefnetDescription *description, const RefnetTiesToMake *ties) {
  g_autofree char *members = refnet_words_count(ties->members, "member", "members");
  refnet_description_say(
      description, ties->member_rule == REFNET_MEMBERS_NONE
                       ? g_strdup("Nothing in the data says who is a member, so all organisations "
                                  "are looked at.")
                       : g_strdup_printf("Which relationships should the %s make?", members));
}

RefnetDescription *refnet_describe_ties(const RefnetTiesToMake *ties,
                                        const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, ties, ties->network->dataset, ties->network);
  RefnetCells *cells = refnet_description_fields(description, fields);
  refnet_cells_text(cells, NULL);
  refnet_cells_integer(cells, ties->members);
  refnet_cells_real(cells, ties->fragmentation);
  refnet_cells_real(cells, ties->fragmentation_after);
  say_who(description, ties);
  refnet_description_add_list(
      description,
      &(RefnetListing){.key = "suggestions", .columns = no_columns, .programs_only = TRUE});
  refnet_description_add_list(description, &(RefnetListing){.key = "ties",
                                                            .heading = "Relationships to make",
                                                            .columns = tie_columns,
                                                            .fill = fill_tie,
                                                            .length = ties->tie_count,
                                                            .findings = ties->tie_count,
                                                            .main = TRUE,
                                                            .empty = "The data suggest none."});
  refnet_description_add_list(description, &(RefnetListing){.key = "one_way",
                                                            .heading = "Referrals recorded one way",
                                                            .columns = one_way_columns,
                                                            .fill = fill_one_way,
                                                            .length = ties->one_way_count});
  return description;
}
