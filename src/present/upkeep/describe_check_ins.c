/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is due: one list for programs, one a kind for people. */
#include "present/description/description.h"
#include "present/upkeep/check_in_sentences.h"
#include "present/wording/words.h"

static const RefnetColumn field_columns[] = {
    {"check_ins_due", "Check-ins due", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"renewals_due", "Agreements up for renewal", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"funding_ending", "Funding that ends", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"without_successor", "People who left, no successor listed", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"contacts", "People listed who have not left", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL,
     NULL},
    {"contacts_without_date", "Without a date of last contact", REFNET_VALUE_INTEGER, 0,
     REFNET_COLUMN_DETAIL, NULL},
    {"one_way_arcs", "One-way referral links", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"conversations", "One-way referrals worth a conversation", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

/* The lists differ in what people see of a row; a column that is for tables only and left out of
 * tables is nowhere. */
#define NOWHERE (REFNET_COLUMN_TABLE_ONLY | REFNET_COLUMN_DETAIL)
#define DUE_COLUMNS(first, contact_flags, second_flags, due_flags)                                 \
  {                                                                                                \
    {"organization", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},                      \
        {"label", first, REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},                    \
        {"contact", "CONTACT", REFNET_VALUE_TEXT, 0, contact_flags, NULL},                         \
        {"kind", "KIND", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},                        \
        {"partner", "PARTNER", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},                  \
        {"partner_label", "TO", REFNET_VALUE_TEXT, 0, second_flags, NULL},                         \
        {"due", "DUE", REFNET_VALUE_DATE, 0, due_flags, NULL},                                     \
        {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL}, {                   \
      NULL, NULL, 0, 0, 0, NULL                                                                    \
    }                                                                                              \
  }

static const RefnetColumn all_columns[] = DUE_COLUMNS("ORGANISATION", 0, NOWHERE, 0);
static const RefnetColumn contact_columns[] = DUE_COLUMNS("ORGANISATION", 0, NOWHERE, 0);
static const RefnetColumn organization_columns[] =
    DUE_COLUMNS("ORGANISATION", REFNET_COLUMN_DETAIL, NOWHERE, 0);
static const RefnetColumn renewal_columns[] =
    DUE_COLUMNS("FROM", REFNET_COLUMN_DETAIL, REFNET_COLUMN_TABLE_ONLY, 0);
static const RefnetColumn one_way_columns[] =
    DUE_COLUMNS("FROM", REFNET_COLUMN_DETAIL, REFNET_COLUMN_TABLE_ONLY, REFNET_COLUMN_DETAIL);

static const struct {
  RefnetDueKind kind;
  const char *key, *heading;
  const RefnetColumn *columns;
  const char *empty;
} lists[] = {
    {REFNET_DUE_CHECK_IN, "check_ins", "Check-ins", contact_columns,
     "No check-in is due, as far as dates of last contact are listed."},
    {REFNET_DUE_RENEWAL, "renewals", "Agreements up for renewal", renewal_columns, NULL},
    {REFNET_DUE_FUNDING, "funding", "Funding that ends", organization_columns, NULL},
    {REFNET_DUE_SUCCESSOR, "successors", "People who left, and no successor is listed",
     contact_columns, NULL},
    {REFNET_DUE_RECIPROCITY, "reciprocity", "One-way referrals worth a conversation",
     one_way_columns, NULL},
};

static void fill_due(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetCheckIns *check_ins = description->result;
  const RefnetDue *due = &check_ins->due[index];
  gboolean show = description->wording.show_people;
  const RefnetOrganization *organization =
      refnet_network_organization(check_ins->network, due->vertex);
  const RefnetOrganization *partner =
      due->partner == REFNET_NONE ? NULL
                                  : refnet_network_organization(check_ins->network, due->partner);
  refnet_cells_text(cells, organization->id);
  refnet_cells_text(cells, refnet_organization_label(organization));
  if (due->contact == REFNET_NONE)
    refnet_cells_null(cells);
  else
    refnet_cells_take_text(cells, refnet_words_contact(description->dataset, due->contact, show));
  refnet_cells_text(cells, refnet_due_key(due->kind));
  refnet_cells_text(cells, partner ? partner->id : NULL);
  refnet_cells_text(cells, partner ? refnet_organization_label(partner) : NULL);
  refnet_cells_date(cells, due->due);
  refnet_cells_take_text(cells, refnet_due_sentence(check_ins, due, show));
}

static void fill_fields(RefnetCells *cells, const RefnetCheckIns *check_ins) {
  refnet_cells_integer(cells, (gint64)check_ins->kind_counts[REFNET_DUE_CHECK_IN]);
  refnet_cells_integer(cells, (gint64)check_ins->kind_counts[REFNET_DUE_RENEWAL]);
  refnet_cells_integer(cells, (gint64)check_ins->kind_counts[REFNET_DUE_FUNDING]);
  refnet_cells_integer(cells, (gint64)check_ins->kind_counts[REFNET_DUE_SUCCESSOR]);
  refnet_cells_integer(cells, check_ins->contacts);
  refnet_cells_integer(cells, check_ins->contacts_without_date);
  refnet_cells_integer(cells, (gint64)check_ins->one_way_arcs);
  refnet_cells_integer(cells, (gint64)check_ins->kind_counts[REFNET_DUE_RECIPROCITY]);
}

static GArray *rows_of_kind(const RefnetCheckIns *check_ins, RefnetDueKind kind) {
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < check_ins->due_count; i++)
    if (check_ins->due[i].kind == kind)
      g_array_append_val(rows, i);
  return rows;
}

static void say_what_is_missing(RefnetDescription *description, const RefnetCheckIns *check_ins) {
  if (check_ins->contacts == 0) {
    gboolean has_others = check_ins->network->dataset->contact_count > 0;
    refnet_description_say(
        description, g_strdup(has_others ? "No contacts of the organisations looked at are listed, "
                                           "so no check-in can be due. Fill contacts.csv, or widen "
                                           "the filters."
                                         : "No contacts are listed, so no check-in can be due. "
                                           "Fill contacts.csv."));
    return;
  }
  if (check_ins->contacts_without_date == 0)
    return;
  if (check_ins->contacts == 1) {
    refnet_description_say(description,
                           g_strdup("The one person listed has no date of last contact, so no "
                                    "check-in with them can be due; add the date."));
    return;
  }
  g_autofree char *share = refnet_words_capital(
      refnet_words_share_or_all(check_ins->contacts_without_date, check_ins->contacts));
  refnet_description_say(
      description,
      g_strdup_printf(
          "%s people listed %s.", share,
          refnet_words_in_number(check_ins->contacts_without_date,
                                 "has no date of last contact, so no check-in with that person can "
                                 "be due; add the date",
                                 "have no date of last contact, so no check-in with them can be "
                                 "due; add the dates")));
}

static void say_what_is_closed(RefnetDescription *description, const RefnetCheckIns *check_ins) {
  guint64 left_out = check_ins->one_way_arcs - check_ins->kind_counts[REFNET_DUE_RECIPROCITY];
  if (left_out == 0)
    return;
  g_autofree char *count = refnet_words_count(
      left_out, "more referral link is recorded one way, with an organisation that has",
      "more referral links are recorded one way, with organisations that have");
  refnet_description_say(description, refnet_words_capital(g_strdup_printf(
                                          "%s closed: there is nobody to talk to.", count)));
}

RefnetDescription *refnet_describe_check_ins(const RefnetCheckIns *check_ins,
                                             const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, check_ins, check_ins->network->dataset, check_ins->network);
  gsize conversations = check_ins->kind_counts[REFNET_DUE_RECIPROCITY];
  fill_fields(refnet_description_fields(description, field_columns), check_ins);
  say_what_is_missing(description, check_ins);
  say_what_is_closed(description, check_ins);
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "due",
                                               .heading = "What is due",
                                               .columns = all_columns,
                                               .fill = fill_due,
                                               .length = check_ins->due_count,
                                               .findings = check_ins->due_count - conversations,
                                               .main = TRUE,
                                               .programs_only = TRUE,
                                           });
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
    refnet_description_add_list(description, &(RefnetListing){
                                                 .key = lists[i].key,
                                                 .heading = lists[i].heading,
                                                 .columns = lists[i].columns,
                                                 .fill = fill_due,
                                                 .length = check_ins->due_count,
                                                 .notable = rows_of_kind(check_ins, lists[i].kind),
                                                 .people_only = TRUE,
                                                 .empty = lists[i].empty,
                                             });
  return description;
}
