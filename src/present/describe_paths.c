/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who can introduce whom: the strongest routes, their weakest step named. */
#include "present/description.h"
#include "present/words.h"

static const RefnetColumn step_columns[] = {
    {"organization", "ORGANISATION", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"contact", "CONTACT", REFNET_VALUE_TEXT, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};
enum { STEP_COLUMNS = 2 };

static const RefnetColumn path_columns[] = {
    {"route", "ROUTE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY | REFNET_COLUMN_PROSE, NULL},
    {"steps", "STEPS", REFNET_VALUE_RECORDS, 0, REFNET_COLUMN_DETAIL, step_columns},
    {"strength", "STRENGTH", REFNET_VALUE_REAL, 3, 0, NULL},
    {"weakest", "WEAKEST STEP TO", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"weakest_label", "WEAKEST STEP TO", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetOrganization *organization_at(const RefnetPaths *paths,
                                                 const RefnetStep *step) {
  return refnet_network_organization(paths->network, step->vertex);
}

static char *route_in_words(const RefnetPaths *paths, const RefnetPath *path) {
  GString *route = g_string_new(NULL);
  for (guint32 i = 0; i < path->length; i++)
    g_string_append_printf(route, "%s%s", i ? " → " : "",
                           refnet_organization_label(organization_at(paths, &path->steps[i])));
  return g_string_free(route, FALSE);
}

static char *contact_of_step(const RefnetDescription *description, const RefnetStep *step) {
  if (step->contact == REFNET_NONE)
    return NULL;
  return refnet_words_contact(description->dataset, step->contact,
                              description->wording.show_people);
}

static void fill_steps(const RefnetDescription *description, const RefnetPath *path,
                       RefnetCells *cells) {
  RefnetValue *nested = refnet_cells_records(cells, path->length, STEP_COLUMNS);
  for (guint32 i = 0; i < path->length; i++, nested += STEP_COLUMNS) {
    nested[0].text = organization_at(description->result, &path->steps[i])->id;
    nested[1].text = refnet_cells_own(cells, contact_of_step(description, &path->steps[i]));
    nested[1].is_null = nested[1].text == NULL;
  }
}

/* Links without counts or dates have a frequency at most, which says nothing of referrals made. */
static gboolean is_counted(const RefnetPaths *paths, const RefnetStep *step) {
  const RefnetReferrals *referrals = &paths->network->dataset->referrals;
  return referrals->count || !referrals->frequency || step->last != REFNET_DATE_UNKNOWN;
}

static void append_evidence(GString *text, const RefnetPaths *paths, const RefnetPath *path) {
  const RefnetStep *weakest = &path->steps[path->weakest];
  const RefnetStep *before = &path->steps[path->weakest - 1];
  const char *from = refnet_organization_label(organization_at(paths, before));
  const char *to = refnet_organization_label(organization_at(paths, weakest));
  g_autofree char *referrals =
      refnet_words_count(weakest->count, "referral is recorded", "referrals are recorded");
  g_autofree char *date = refnet_date_words(weakest->last);
  g_string_append_printf(text, path->length > 2 ? " The weakest step is between %s and %s"
                                                : " Between %s and %s",
                         from, to);
  const char *joint = path->length > 2 ? ": " : " ";
  if (!is_counted(paths, weakest)) {
    g_string_append_printf(text, "%sonly a frequency is recorded.", joint);
    return;
  }
  g_string_append_printf(text, "%s%s", joint, referrals);
  if (date)
    g_string_append_printf(text, ", the latest on %s.", date);
  else
    g_string_append(text, " without a date, taken as a year old.");
}

static char *path_reason(const RefnetDescription *description, const RefnetPath *path) {
  const RefnetPaths *paths = description->result;
  GString *text = g_string_new(NULL);
  const RefnetStep *first = &path->steps[1];
  g_autofree char *contact = contact_of_step(description, first);
  const char *from = refnet_organization_label(organization_at(paths, &path->steps[0]));
  const char *label = refnet_organization_label(organization_at(paths, first));
  if (path->length == 2)
    g_string_append_printf(text, "%s already works with %s", from, label);
  else
    g_string_append_printf(text, "%s can ask %s for an introduction", from, label);
  if (contact)
    g_string_append_printf(text, "; start with %s", contact);
  g_string_append(text, contact ? "." : "; no contact is listed there.");
  append_evidence(text, paths, path);
  return g_string_free(text, FALSE);
}

static void fill_path(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetPaths *paths = description->result;
  const RefnetPath *path = &paths->paths[index];
  const RefnetOrganization *weakest = organization_at(paths, &path->steps[path->weakest]);
  refnet_cells_take_text(cells, route_in_words(paths, path));
  fill_steps(description, path, cells);
  refnet_cells_real(cells, path->strength);
  refnet_cells_text(cells, weakest->id);
  refnet_cells_text(cells, refnet_organization_label(weakest));
  refnet_cells_take_text(cells, path_reason(description, path));
}

RefnetDescription *refnet_describe_paths(const RefnetPaths *paths, const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, paths, paths->network->dataset, paths->network);
  refnet_description_add_list(
      description,
      &(RefnetListing){
          .key = "paths",
          .heading = paths->path_count > 1 ? "Introductions: the strongest, then another way"
                                           : "Introductions",
          .columns = path_columns,
          .fill = fill_path,
          .length = paths->path_count,
          .empty = "No recorded relationships join the two in as few steps as asked for. Calls and "
                   "meetings may go unrecorded; ask before concluding.",
      });
  return description;
}
