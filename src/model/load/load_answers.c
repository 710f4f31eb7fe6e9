/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The short files: needs, respondents, nominations, meetings. Their rows are put in an order of
 * their own at the end, so that the order in the files changes nothing. */
#include "model/load/cells.h"
#include "base/order.h"
#include "model/columns/no_name.h"
#include "model/load/load.h"

#include <math.h>
#include <string.h>

static gpointer add_row(RefnetReading *reading, RefnetArray *rows) {
  gpointer row = refnet_array_append(rows);
  if (row == NULL)
    refnet_loader_out_of_memory(reading->loader);
  return row;
}

/* ---- needs.csv ------------------------------------------------------------------------------- */

static gboolean is_divided(const RefnetLoader *loader, guint32 area) {
  return area == REFNET_VALUE_ALL ||
         (area < loader->divided.length && *refnet_array_at(&loader->divided, guint8, area));
}

/* "Citywide total", below a table; "All services". */
static gboolean adds_up(const RefnetReading *reading, guint field, const char *not_this) {
  const char *text = refnet_cell_text(reading, field);
  const gboolean is_every_service =
      field == REFNET_NEED_SERVICE && refnet_word_is_every_service(text);
  if (!is_every_service && !refnet_word_is_total(text))
    return FALSE;
  g_autofree char *message = g_strdup_printf("seems to be a total, not %s", not_this);
  refnet_cell_refuse(reading, REFNET_KIND_TOTAL_ROW, field, message, "remove the row");
  return TRUE;
}

static RefnetRowFate take_need(RefnetReading *reading) {
  RefnetLoader *loader = reading->loader;
  if (!refnet_cell_require(reading, REFNET_NEED_AREA) ||
      !refnet_cell_require(reading, REFNET_NEED_SERVICE) ||
      adds_up(reading, REFNET_NEED_AREA, "an area") ||
      adds_up(reading, REFNET_NEED_SERVICE, "a service"))
    return REFNET_ROW_REJECTED;
  if (refnet_reading_is_repeat(reading))
    return REFNET_ROW_MERGED;
  const char *area = refnet_cell_text(reading, REFNET_NEED_AREA);
  if (is_divided(loader, refnet_values_find(loader->values[REFNET_VALUES_AREAS], area))) {
    refnet_cell_refuse(reading, REFNET_KIND_DIVIDED_AREA, REFNET_NEED_AREA,
                       "consists of several areas, and the row does not say how many people are "
                       "in each",
                       "give a row for each of these areas");
    return REFNET_ROW_REJECTED;
  }
  RefnetNeed *need = add_row(reading, &loader->needs);
  if (need == NULL)
    return REFNET_ROW_REJECTED;
  need->area = refnet_cell_value(reading, REFNET_NEED_AREA, REFNET_VALUES_AREAS);
  need->service = refnet_cell_value(reading, REFNET_NEED_SERVICE, REFNET_VALUES_SERVICES);
  need->population = refnet_cell_value(reading, REFNET_NEED_POPULATION, REFNET_VALUES_POPULATIONS);
  need->demand = refnet_cell_yearly(reading, REFNET_NEED_DEMAND, REFNET_NEED_PERIOD);
  need->line = (guint32)reading->row->line;
  return REFNET_ROW_KEPT;
}

const RefnetFileLoader refnet_load_needs = {REFNET_FILE_NEEDS, NULL, take_need, NULL, NULL};

/* ---- respondents.csv ------------------------------------------------------------------------- */

static RefnetRowFate take_respondent(RefnetReading *reading) {
  guint32 organization = refnet_cell_organization(reading, REFNET_RESPONDENT_ORGANIZATION);
  if (organization == REFNET_NONE)
    return REFNET_ROW_REJECTED;
  if (refnet_reading_is_repeat(reading))
    return REFNET_ROW_MERGED;
  RefnetRespondent *respondent = add_row(reading, &reading->loader->respondents);
  if (respondent == NULL)
    return REFNET_ROW_REJECTED;
  respondent->organization = organization;
  respondent->answered = refnet_cell_answer(reading, REFNET_RESPONDENT_ANSWERED);
  respondent->date = refnet_cell_date(reading, REFNET_RESPONDENT_DATE);
  respondent->line = (guint32)reading->row->line;
  return REFNET_ROW_KEPT;
}

const RefnetFileLoader refnet_load_respondents = {REFNET_FILE_RESPONDENTS, NULL, take_respondent,
                                                  NULL, NULL};

/* ---- nominations.csv ------------------------------------------------------------------------- */

/* Who is nominated need not be in the dataset: that is what nominations are for. */
static guint32 find_nominated(const RefnetReading *reading) {
  guint32 organization;
  const RefnetInternerKey key = refnet_cell_key(reading, REFNET_NOMINATION_NOMINATED);
  RefnetResolution resolution =
      refnet_cell_resolve(reading, REFNET_NOMINATION_NOMINATED, &key, &organization);
  if (!refnet_resolution_is_one(resolution))
    refnet_cell_refuse(reading, REFNET_KIND_UNKNOWN_NOMINATED, REFNET_NOMINATION_NOMINATED,
                       resolution == REFNET_RESOLVED_AMBIGUOUS
                           ? "could be several organisations; the nomination is kept"
                           : "is not in organizations.csv; the nomination is kept",
                       resolution == REFNET_RESOLVED_AMBIGUOUS
                           ? "use the id"
                           : "add the organisation to organizations.csv, perhaps as a prospect");
  return organization;
}

static RefnetRowFate take_nomination(RefnetReading *reading) {
  if (!refnet_cell_require(reading, REFNET_NOMINATION_NOMINATED))
    return REFNET_ROW_REJECTED;
  guint32 named_by = refnet_cell_organization(reading, REFNET_NOMINATION_NAMED_BY);
  if (named_by == REFNET_NONE)
    return REFNET_ROW_REJECTED;
  if (refnet_reading_is_repeat(reading))
    return REFNET_ROW_MERGED;
  RefnetNomination *nomination = add_row(reading, &reading->loader->nominations);
  if (nomination == NULL)
    return REFNET_ROW_REJECTED;
  nomination->nominated = find_nominated(reading);
  nomination->nominated_name = refnet_cell_copy(reading, REFNET_NOMINATION_NOMINATED);
  nomination->named_by = named_by;
  nomination->date = refnet_cell_date(reading, REFNET_NOMINATION_DATE);
  nomination->note = refnet_cell_copy(reading, REFNET_NOMINATION_NOTE);
  nomination->line = (guint32)reading->row->line;
  return REFNET_ROW_KEPT;
}

const RefnetFileLoader refnet_load_nominations = {REFNET_FILE_NOMINATIONS, NULL, take_nomination,
                                                  NULL, NULL};

/* ---- meetings.csv ---------------------------------------------------------------------------- */

static RefnetRowFate take_meeting(RefnetReading *reading) {
  RefnetDate date = REFNET_DATE_UNKNOWN;
  guint32 organization = refnet_cell_organization(reading, REFNET_MEETING_ORGANIZATION);
  if (organization == REFNET_NONE || !refnet_cell_require_date(reading, REFNET_MEETING_DATE, &date))
    return REFNET_ROW_REJECTED;
  if (refnet_reading_is_repeat(reading))
    return REFNET_ROW_MERGED;
  RefnetMeeting *meeting = add_row(reading, &reading->loader->meetings);
  if (meeting == NULL)
    return REFNET_ROW_REJECTED;
  meeting->organization = organization;
  meeting->date = date;
  meeting->people = refnet_cell_copy(reading, REFNET_MEETING_PEOPLE);
  meeting->next_step = refnet_cell_copy(reading, REFNET_MEETING_NEXT_STEP);
  meeting->line = (guint32)reading->row->line;
  return REFNET_ROW_KEPT;
}

const RefnetFileLoader refnet_load_meetings = {REFNET_FILE_MEETINGS, NULL, take_meeting, NULL,
                                               NULL};

/* ---- order ----------------------------------------------------------------------------------- */

static gint compare_figures(double a, double b) {
  if (isnan(a) || isnan(b))
    return isnan(a) - isnan(b);
  return (a > b) - (a < b);
}

static gint compare_needs(guint32 a, guint32 b, gconstpointer data) {
  const RefnetNeed *x = &((const RefnetNeed *)data)[a], *y = &((const RefnetNeed *)data)[b];
  gint order = refnet_order(x->area, y->area);
  if (order == 0)
    order = refnet_order(x->service, y->service);
  if (order == 0)
    order = refnet_order(x->population, y->population);
  return order != 0 ? order : compare_figures(x->demand, y->demand);
}

static gint compare_respondents(guint32 a, guint32 b, gconstpointer data) {
  const RefnetRespondent *x = &((const RefnetRespondent *)data)[a];
  const RefnetRespondent *y = &((const RefnetRespondent *)data)[b];
  gint order = refnet_order(x->organization, y->organization);
  if (order == 0)
    order = refnet_order(x->date, y->date);
  return order != 0 ? order : refnet_order(x->answered, y->answered);
}

static gint compare_nominations(guint32 a, guint32 b, gconstpointer data) {
  const RefnetNomination *x = &((const RefnetNomination *)data)[a];
  const RefnetNomination *y = &((const RefnetNomination *)data)[b];
  gint order = strcmp(x->nominated_name, y->nominated_name);
  if (order == 0)
    order = refnet_order(x->named_by, y->named_by);
  if (order == 0)
    order = refnet_order(x->date, y->date);
  return order != 0 ? order : g_strcmp0(x->note, y->note);
}

static gint compare_meetings(guint32 a, guint32 b, gconstpointer data) {
  const RefnetMeeting *x = &((const RefnetMeeting *)data)[a];
  const RefnetMeeting *y = &((const RefnetMeeting *)data)[b];
  gint order = refnet_order(x->organization, y->organization);
  if (order == 0)
    order = refnet_order(x->date, y->date);
  if (order == 0)
    order = g_strcmp0(x->people, y->people);
  return order != 0 ? order : g_strcmp0(x->next_step, y->next_step);
}

/* The rows in order, in the pool; NULL when memory ran out. */
static gpointer place(RefnetPool *pool, RefnetArray *rows, RefnetCompareFunc compare) {
  g_autofree guint32 *order = refnet_sorted_order((guint32)rows->length, compare, rows->items);
  gpointer placed = refnet_pool_alloc(pool, rows->length * rows->size, 0);
  if (order == NULL || placed == NULL || !refnet_array_permute(rows, order))
    return NULL;
  if (rows->length > 0)
    memcpy(placed, rows->items, rows->length * rows->size);
  return placed;
}

static void number_needs(RefnetLoader *loader) {
  for (gsize i = 0; i < loader->needs.length; i++) {
    RefnetNeed *need = refnet_array_at(&loader->needs, RefnetNeed, i);
    need->area = loader->final[REFNET_VALUES_AREAS][need->area];
    need->service = loader->final[REFNET_VALUES_SERVICES][need->service];
    if (need->population != REFNET_NONE)
      need->population = loader->final[REFNET_VALUES_POPULATIONS][need->population];
  }
}

/* An organization listed more than once answered if one of its rows says so. */
static double response_rate(const RefnetDataset *dataset) {
  guint32 asked = 0, answered = 0;
  for (guint32 i = 0; i < dataset->respondent_count; asked++) {
    guint32 organization = dataset->respondents[i].organization;
    gboolean yes = FALSE;
    for (; i < dataset->respondent_count && dataset->respondents[i].organization == organization;
         i++)
      yes |= dataset->respondents[i].answered == REFNET_TRI_YES;
    answered += yes;
  }
  return asked > 0 ? (double)answered / asked : NAN;
}

gboolean refnet_finish_answers(RefnetLoader *loader, GError **error) {
  RefnetDataset *dataset = &loader->store->dataset;
  RefnetPool *pool = loader->store->pool;
  number_needs(loader);
  dataset->needs = place(pool, &loader->needs, compare_needs);
  dataset->need_count = (guint32)loader->needs.length;
  dataset->has_needs = loader->store->sheets[REFNET_FILE_NEEDS].present;
  dataset->respondents = place(pool, &loader->respondents, compare_respondents);
  dataset->respondent_count = (guint32)loader->respondents.length;
  dataset->nominations = place(pool, &loader->nominations, compare_nominations);
  dataset->nomination_count = (guint32)loader->nominations.length;
  dataset->meetings = place(pool, &loader->meetings, compare_meetings);
  dataset->meeting_count = (guint32)loader->meetings.length;
  if (dataset->needs == NULL || dataset->respondents == NULL || dataset->nominations == NULL ||
      dataset->meetings == NULL)
    return refnet_set_out_of_memory(error);
  dataset->response_rate = response_rate(dataset);
  return TRUE;
}
