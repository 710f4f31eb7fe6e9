/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What one person hands over: the warm handoff, step by step. */
#include "present/description/description.h"
#include "present/wording/words.h"

static const RefnetColumn field_columns[] = {
    {"contact", "Who hands over", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"places", "Who hands over", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"relationships", "Relationships", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"held_by_nobody_else", "Of these, held by nobody else", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn step_columns[] = {
    {"organization", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"partner", "PARTNER", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"partner_label", "PARTNER", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"to", "HAND OVER TO", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"introduce_to", "INTRODUCE TO", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"by", "BY", REFNET_VALUE_DATE, 0, 0, NULL},
    {"held_by_nobody_else", "ALONE", REFNET_VALUE_BOOLEAN, 0, REFNET_COLUMN_DETAIL, NULL},
    {"referrals", "REFERRALS", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetOrganization *organization_at(const RefnetHandover *handover, guint32 vertex) {
  return refnet_network_organization(handover->network, vertex);
}

/* NULL when there is nobody. */
static char *contact_in_words(const RefnetDescription *description, guint32 contact) {
  return contact == REFNET_NONE ? NULL
                                : refnet_words_contact(description->dataset, contact,
                                                       description->wording.show_people);
}

/* The person at each organisation: "contact 1 of 2 at AAA and contact 3 of 3 at HBH". */
static char *places_in_words(const RefnetDescription *description) {
  const RefnetHandover *handover = description->result;
  const RefnetDataset *dataset = handover->network->dataset;
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free);
  guint32 last = REFNET_NONE;
  for (guint32 c = handover->contact; c < dataset->contact_count; c++) {
    if (dataset->contacts[c].person != handover->person ||
        dataset->contacts[c].organization == last)
      continue;
    last = dataset->contacts[c].organization;
    g_ptr_array_add(places, contact_in_words(description, c));
  }
  return refnet_words_list((const char *const *)places->pdata, places->len, 0);
}

/* Nobody takes over at an organisation that has closed. */
static void append_whom_to_tell(GString *text, const RefnetDescription *description,
                                const RefnetHandoverStep *step) {
  const RefnetHandover *handover = description->result;
  g_autofree char *there = contact_in_words(description, step->partner_contact);
  g_autofree char *by = refnet_date_words(step->by);
  g_string_append_printf(
      text, "%s is listed as closed, so nobody takes over there. Tell %s%s by %s.",
      refnet_organization_label(organization_at(handover, step->vertex)),
      there ? there : refnet_organization_label(organization_at(handover, step->partner)),
      there ? "" : ", where nobody is listed,", by);
}

static void append_who(GString *text, const RefnetDescription *description,
                       const RefnetHandoverStep *step) {
  const RefnetHandover *handover = description->result;
  const char *label = refnet_organization_label(organization_at(handover, step->vertex));
  const char *partner = refnet_organization_label(organization_at(handover, step->partner));
  g_autofree char *colleague = contact_in_words(description, step->colleague);
  g_autofree char *there = contact_in_words(description, step->partner_contact);
  g_autofree char *by = refnet_date_words(step->by);
  const char *whom = colleague ? colleague : "that person";
  if (!colleague)
    g_string_append_printf(text, "Nobody else is listed at %s: ask who takes over. ", label);
  if (there)
    g_string_append_printf(text, "Introduce %s%s to %s by %s.", whom,
                           step->is_successor ? ", the successor," : "", there, by);
  else
    g_string_append_printf(text, "Introduce %s%s to %s, where nobody is listed, by %s.", whom,
                           step->is_successor ? ", the successor," : "", partner, by);
}

static void append_referrals(GString *text, const RefnetHandover *handover,
                             const RefnetHandoverStep *step) {
  g_autofree char *latest = refnet_date_words(step->latest);
  if (!refnet_words_are_counted(handover->network->dataset, step->referrals, step->latest))
    return;
  g_autofree char *count =
      refnet_words_count(step->referrals, "referral is recorded", "referrals are recorded");
  g_string_append_printf(text, " %s%s%s.", refnet_words_capital(count),
                         latest ? ", the latest on " : "", latest ? latest : "");
}

static char *step_reason(const RefnetDescription *description, const RefnetHandoverStep *step) {
  const RefnetHandover *handover = description->result;
  GString *text = g_string_new(NULL);
  g_autofree char *renewal = refnet_date_words(step->renewal);
  if (organization_at(handover, step->vertex)->closed)
    append_whom_to_tell(text, description, step);
  else
    append_who(text, description, step);
  if (step->is_last && step->colleague != REFNET_NONE)
    g_string_append(text, " Nobody else is listed for this relationship.");
  append_referrals(text, handover, step);
  if (renewal)
    g_string_append_printf(text, " An agreement is up for renewal on %s.", renewal);
  return g_string_free(text, FALSE);
}

static void fill_step(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetHandover *handover = description->result;
  const RefnetHandoverStep *step = &handover->steps[index];
  const RefnetOrganization *partner = organization_at(handover, step->partner);
  refnet_cells_text(cells, organization_at(handover, step->vertex)->id);
  refnet_cells_text(cells, partner->id);
  refnet_cells_text(cells, refnet_organization_label(partner));
  refnet_cells_take_text(cells, contact_in_words(description, step->colleague));
  refnet_cells_take_text(cells, contact_in_words(description, step->partner_contact));
  refnet_cells_date(cells, step->by);
  refnet_cells_boolean(cells, step->is_last);
  refnet_cells_integer(cells, (gint64)step->referrals);
  refnet_cells_take_text(cells, step_reason(description, step));
}

RefnetDescription *refnet_describe_handover(const RefnetHandover *handover,
                                            const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, handover, handover->network->dataset, handover->network);
  RefnetCells *fields = refnet_description_fields(description, field_columns);
  guint32 last = 0;
  for (guint32 i = 0; i < handover->step_count; i++)
    last += handover->steps[i].is_last;
  refnet_cells_take_text(fields, contact_in_words(description, handover->contact));
  refnet_cells_take_text(fields, places_in_words(description));
  refnet_cells_integer(fields, handover->step_count);
  refnet_cells_integer(fields, last);
  refnet_description_add_list(
      description, &(RefnetListing){
                       .key = "handover",
                       .heading = "Relationships to hand over",
                       .columns = step_columns,
                       .fill = fill_step,
                       .length = handover->step_count,
                       .findings = handover->step_count,
                       .empty = "No relationship rests on this person, as far as our data tell.",
                   });
  return description;
}
