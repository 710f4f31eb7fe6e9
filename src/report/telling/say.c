/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/telling/say.h"

#include "present/description/description.h"
#include "present/description/units.h"
#include "present/wording/words.h"
#include "table/write/format.h"
#include "table/write/row_words.h"

/* ---- sentences ------------------------------------------------------------------------------- */

static void say(const RefnetReport *report, void (*part)(gpointer, const char *), char *text) {
  if (text && *text)
    part(report->state, refnet_words_single_stops(text));
  g_free(text);
}

void refnet_report_say_lead(const RefnetReport *report, char *text) {
  say(report, report->format->lead, text);
}

void refnet_report_say(const RefnetReport *report, char *text) {
  say(report, report->format->paragraph, text);
}

void refnet_report_say_note(const RefnetReport *report, char *text) {
  say(report, report->format->note, text);
}

void refnet_report_say_subheading(const RefnetReport *report, const char *text) {
  report->format->subheading(report->state, text);
}

void refnet_report_say_introduction(const RefnetReport *report,
                                    const RefnetDescription *description, guint from) {
  for (guint i = from; i < description->introduction->len; i++)
    report->format->note(report->state, g_ptr_array_index(description->introduction, i));
}

/* The section to refer to; NULL: none is meant, or the report is without it. */
static const RefnetReportSection *find_section(const RefnetReport *report, const char *id) {
  for (guint i = 0; id && i < report->section_count; i++)
    if (g_str_equal(report->sections[i].id, id))
      return &report->sections[i];
  return NULL;
}

void refnet_report_say_finding(const RefnetReport *report, const char *name, char *sentence,
                               const char *section) {
  if (sentence) {
    RefnetReportFinding finding = {.name = name,
                                   .sentence = refnet_words_single_stops(sentence),
                                   .more = find_section(report, section)};
    report->format->finding(report->state, &finding);
  }
  g_free(sentence);
}

/* ---- lists of descriptions ------------------------------------------------------------------- */

static gsize rows_to_show(const RefnetReport *report, const RefnetListing *listing,
                          const RefnetReportList *list) {
  const RefnetReportOptions *options = report->results.options;
  gsize length = refnet_listing_length(listing);
  gsize most = options->top ? options->top : list->most ? list->most : REFNET_REPORT_FINDINGS;
  return options->all || listing->whole ? length : MIN(most, length);
}

void refnet_report_say_rest(const RefnetReport *report, gsize shown, gsize length) {
  if (shown == length)
    return;
  g_autofree char *share = refnet_words_share(shown, length);
  refnet_report_say_note(report, g_strdup_printf("The first %s.", share));
}

static gboolean is_key(const RefnetColumn *column, const char *key) {
  return key && g_str_equal(column->key, key);
}

static RefnetColumn *copy_columns(const RefnetColumn *columns) {
  gsize count = 0;
  while (columns[count].key)
    count++;
  return g_memdup2(columns, sizeof *columns * (count + 1));
}

/* Columns of sentences belong to a table here, and one column may be left out, another be shown.
 * Caller frees. */
static RefnetColumn *columns_for(const RefnetReport *report, const RefnetListing *listing,
                                 const RefnetReportList *list, gboolean with_prose) {
  RefnetColumn *columns =
      refnet_columns_in_units(listing->columns, report->results.options->wording.units);
  if (!columns)
    columns = copy_columns(listing->columns);
  for (guint i = 0; columns[i].key; i++) {
    if (is_key(&columns[i], list->without[0]) || is_key(&columns[i], list->without[1]))
      columns[i].flags = REFNET_COLUMN_DETAIL;
    else if (is_key(&columns[i], list->with))
      columns[i].flags = list->by_sentence ? REFNET_COLUMN_PROSE : 0;
    else if (with_prose)
      columns[i].flags &= ~(guint)REFNET_COLUMN_PROSE;
  }
  return columns;
}

static char *sentences_of(const RefnetColumn *columns, const RefnetValue *values) {
  GString *text = g_string_new(NULL);
  for (guint i = 0; columns[i].key; i++) {
    if (!(columns[i].flags & REFNET_COLUMN_PROSE) || (columns[i].flags & REFNET_COLUMN_DETAIL))
      continue;
    g_autofree char *sentence = refnet_value_for_people(&columns[i], &values[i]);
    g_string_append_printf(text, "%s%s", text->len && *sentence ? " " : "", sentence);
  }
  return g_string_free(text, FALSE);
}

static void say_row(const RefnetReport *report, const RefnetReportList *list,
                    const RefnetColumn *columns, const RefnetValue *values) {
  g_autofree char *name = list->by_sentence ? NULL : refnet_row_name(columns, values);
  g_autofree char *figures = list->by_sentence  ? NULL
                             : list->no_figures ? g_strdup("")
                                                : refnet_row_figures(columns, values);
  g_autofree char *sentence = sentences_of(columns, values);
  RefnetReportFinding finding = {.name = name, .figures = figures, .sentence = sentence};
  report->format->finding(report->state, &finding);
}

typedef void (*RowFunc)(const RefnetReport *report, const RefnetReportList *list,
                        const RefnetColumn *columns, const RefnetValue *values);

static void each_row(const RefnetReport *report, const RefnetDescription *description,
                     const RefnetListing *listing, const RefnetReportList *list,
                     const RefnetColumn *columns, RowFunc row) {
  gsize rows = rows_to_show(report, listing, list);
  RefnetCells cells;
  refnet_cells_init(&cells, listing->columns);
  for (gsize i = 0; i < rows; i++) {
    listing->fill(description, refnet_listing_row(listing, i), &cells);
    refnet_cells_in_units(&cells, report->results.options->wording.units);
    row(report, list, columns, cells.values);
    refnet_cells_clear(&cells);
  }
  refnet_cells_dispose(&cells);
}

static void say_heading(const RefnetReport *report, const RefnetListing *listing,
                        const RefnetReportList *list) {
  const char *heading = list->heading ? list->heading : listing->heading;
  if (heading)
    refnet_report_say_subheading(report, heading);
}

void refnet_report_say_list(const RefnetReport *report, const RefnetDescription *description,
                            const RefnetReportList *list) {
  const RefnetReportFormatWriter *format = report->format;
  const RefnetListing *listing = refnet_description_find_list(description, list->key);
  const char *empty = list->when_empty ? list->when_empty : listing->empty;
  gsize length = refnet_listing_length(listing);
  if (length > 0 || (empty && *empty))
    say_heading(report, listing, list);
  if (length == 0) {
    refnet_report_say(report, g_strdup(empty));
    return;
  }
  g_autofree RefnetColumn *columns = columns_for(report, listing, list, FALSE);
  format->findings_begin(report->state, list->style);
  each_row(report, description, listing, list, columns, say_row);
  format->findings_end(report->state);
  refnet_report_say_rest(report, rows_to_show(report, listing, list), length);
}

/* Leaves out the columns that no row shown knows anything of. */
static void hide_unknown(const RefnetReport *report, const RefnetDescription *description,
                         const RefnetListing *listing, const RefnetReportList *list,
                         RefnetColumn *columns) {
  gsize rows = rows_to_show(report, listing, list);
  guint count = 0;
  while (columns[count].key)
    count++;
  g_autofree gboolean *is_known = g_new0(gboolean, count);
  RefnetCells cells;
  refnet_cells_init(&cells, listing->columns);
  for (gsize i = 0; i < rows; i++) {
    listing->fill(description, refnet_listing_row(listing, i), &cells);
    for (guint c = 0; c < count; c++)
      is_known[c] |= !cells.values[c].is_null;
    refnet_cells_clear(&cells);
  }
  refnet_cells_dispose(&cells);
  for (guint c = 0; c < count; c++)
    if (!is_known[c])
      columns[c].flags = REFNET_COLUMN_DETAIL;
}

static void set_row(const RefnetReport *report, const RefnetReportList *list,
                    const RefnetColumn *columns, const RefnetValue *values) {
  (void)list;
  (void)columns;
  report->format->row(report->state, values);
}

void refnet_report_say_table(const RefnetReport *report, const RefnetDescription *description,
                             const RefnetReportList *list) {
  const RefnetReportFormatWriter *format = report->format;
  const RefnetListing *listing = refnet_description_find_list(description, list->key);
  gsize length = refnet_listing_length(listing);
  if (length == 0)
    return;
  g_autofree RefnetColumn *columns = columns_for(report, listing, list, TRUE);
  hide_unknown(report, description, listing, list, columns);
  format->table_begin(report->state, list->heading ? list->heading : listing->heading, columns);
  each_row(report, description, listing, list, columns, set_row);
  format->table_end(report->state);
  refnet_report_say_rest(report, rows_to_show(report, listing, list), length);
}

/* ---- pictures -------------------------------------------------------------------------------- */

gboolean refnet_report_shows_maps(const RefnetReport *report) {
  return report->format->picture && !report->results.options->no_maps;
}

/* Organizations on a map: of one and those around it, about so many. */
static guint32 pictured(const RefnetReport *report) {
  const RefnetReportResults *results = &report->results;
  return results->subject == REFNET_NONE
             ? results->network->vertices
             : refnet_network_degree(results->network, results->subject) + 1;
}

gboolean refnet_report_show(const RefnetReport *report, RefnetReportDraw draw,
                            RefnetReportShape shape, const char *title, const char *caption,
                            const char *alternative, GError **error) {
  const RefnetReportFormatWriter *format = report->format;
  const RefnetReportOptions *options = report->results.options;
  if (!refnet_report_shows_maps(report))
    return TRUE;
  RefnetReportRoom room = format->picture_room(report->state, pictured(report), shape);
  RefnetMapOptions map_options = {
      .title = title,
      .filters = options->filters,
      .show_people = options->wording.show_people,
      .width = room.width,
      .height = room.height,
      .least_text = room.text,
      .seed = options->seed,
      .as_of = options->wording.as_of,
  };
  g_autoptr(RefnetMap) map = draw(report, &map_options, error);
  if (!map)
    return FALSE;
  format->picture(report->state, map, caption, alternative);
  return TRUE;
}

void refnet_report_say_who_counts(const RefnetReport *report) {
  const RefnetReportResults *results = &report->results;
  const RefnetNetwork *network = results->who_else->network;
  if (network->vertices == results->network->vertices)
    return;
  g_autofree char *count = refnet_words_count(network->vertices, "organisation", "organisations");
  refnet_report_say_note(
      report, g_strdup_printf(results->who_else->filtered
                                  ? "Only organisations that the filters leave are suggested; for "
                                    "all else here, all %s count."
                                  : "Here all %s count, not only those that the filters leave.",
                              count));
}
