/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who can introduce whom: the strongest routes, their weakest step named. */
#include "present/description/description.h"
#include "present/who_else/path_sentences.h"
#include "present/wording/words.h"

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
    {"widest", "WIDEST", REFNET_VALUE_BOOLEAN, 0, REFNET_COLUMN_DETAIL, NULL},
    {"weakest_label", "WEAKEST STEP TO", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetOrganization *organization_at(const RefnetPaths *paths, const RefnetStep *step) {
  return refnet_network_organization(paths->network, step->vertex);
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

static char *path_reason(const RefnetDescription *description, const RefnetPath *path,
                         gboolean is_widest) {
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
  g_autofree char *weakest = refnet_path_weakest(paths->network, path);
  g_string_append_printf(text, " %s", weakest);
  if (is_widest && paths->path_count > 1)
    g_string_append(text, " No other way has a stronger weakest step.");
  return g_string_free(text, FALSE);
}

static void fill_path(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetPaths *paths = description->result;
  const RefnetPath *path = &paths->paths[index];
  const RefnetOrganization *weakest = organization_at(paths, &path->steps[path->weakest]);
  refnet_cells_take_text(cells, refnet_path_route(paths->network, path));
  fill_steps(description, path, cells);
  refnet_cells_real(cells, path->strength);
  refnet_cells_text(cells, weakest->id);
  refnet_cells_boolean(cells, index == paths->widest);
  refnet_cells_text(cells, refnet_organization_label(weakest));
  refnet_cells_take_text(cells, path_reason(description, path, index == paths->widest));
}

static const RefnetColumn field_columns[] = {
    {"from", "From", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"to", "To", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

#define ASK " Calls and meetings may go unrecorded; ask before concluding."

/* By the steps allowed. */
static const char *const no_path[] = {
    "No relationship between the two is recorded." ASK,
    "No recorded relationships join the two in two steps or fewer." ASK,
    "No recorded relationships join the two in three steps or fewer." ASK,
};

RefnetDescription *refnet_describe_paths(const RefnetPaths *paths, const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, paths, paths->network->dataset, paths->network);
  RefnetCells *cells = refnet_description_fields(description, field_columns);
  refnet_cells_text(cells, refnet_network_organization(paths->network, paths->from)->id);
  refnet_cells_text(cells, refnet_network_organization(paths->network, paths->to)->id);
  refnet_description_add_list(description,
                              &(RefnetListing){
                                  .key = "paths",
                                  .heading = paths->path_count > 1
                                                 ? "Introductions: the strongest, then another way"
                                                 : "Introductions",
                                  .columns = path_columns,
                                  .fill = fill_path,
                                  .length = paths->path_count,
                                  .empty = no_path[MIN(paths->max_ties, G_N_ELEMENTS(no_path)) - 1],
                              });
  return description;
}
