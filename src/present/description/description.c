/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes descriptions and writes any of them in any format. */
#include "present/description/description.h"

#include <string.h>

#include "present/description/response.h"
#include "present/description/row_block.h"
#include "present/description/units.h"
#include "present/wording/words.h"
#include "table/write/writer.h"

enum { SHOWN_TO_PEOPLE = 10, DEFAULT_WIDTH = 100 };

RefnetDescription *refnet_description_new(const RefnetWording *wording, gconstpointer result,
                                          const RefnetDataset *dataset,
                                          const RefnetNetwork *network) {
  RefnetDescription *description = g_new0(RefnetDescription, 1);
  description->wording = *wording;
  description->result = result;
  description->dataset = dataset;
  description->network = network;
  description->listings = g_array_new(FALSE, FALSE, sizeof(RefnetListing));
  description->introduction = g_ptr_array_new_with_free_func(g_free);
  return description;
}

void refnet_description_free(RefnetDescription *description) {
  if (!description)
    return;
  if (description->field_columns)
    refnet_cells_dispose(&description->fields);
  for (guint i = 0; i < description->listings->len; i++)
    g_clear_pointer(&g_array_index(description->listings, RefnetListing, i).notable, g_array_unref);
  g_array_unref(description->listings);
  g_ptr_array_unref(description->introduction);
  g_free(description->order);
  g_free(description->ranks);
  g_free(description->columns);
  g_free(description);
}

RefnetCells *refnet_description_fields(RefnetDescription *description,
                                       const RefnetColumn *columns) {
  description->field_columns = columns;
  refnet_cells_init(&description->fields, columns);
  return &description->fields;
}

void refnet_description_add_list(RefnetDescription *description, const RefnetListing *listing) {
  g_array_append_val(description->listings, *listing);
}

void refnet_description_say(RefnetDescription *description, char *sentence) {
  g_ptr_array_add(description->introduction, refnet_words_single_stops(sentence));
}

const char *refnet_description_people(const RefnetDescription *description) {
  return description->wording.people_term ? description->wording.people_term : "people";
}

static const RefnetListing *listing_at(const RefnetDescription *description, guint index) {
  return &g_array_index(description->listings, RefnetListing, index);
}

gsize refnet_description_findings(const RefnetDescription *description) {
  guint64 findings = 0;
  for (guint i = 0; i < description->listings->len; i++)
    findings += listing_at(description, i)->findings;
  return findings;
}

char **refnet_description_lists(const RefnetDescription *description) {
  char **keys = g_new0(char *, description->listings->len + 1);
  for (guint i = 0; i < description->listings->len; i++)
    keys[i] = g_strdup(listing_at(description, i)->key);
  return keys;
}

const RefnetListing *refnet_description_find_list(const RefnetDescription *description,
                                                  const char *key) {
  for (guint i = 0; i < description->listings->len; i++)
    if (g_str_equal(listing_at(description, i)->key, key))
      return listing_at(description, i);
  return NULL;
}

void refnet_description_keep_rows(RefnetDescription *description, const char *key,
                                  RefnetRowWanted wanted, gconstpointer data) {
  RefnetListing *listing = (RefnetListing *)refnet_description_find_list(description, key);
  GArray *kept = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (gsize i = 0; i < refnet_listing_length(listing); i++) {
    guint32 row = (guint32)refnet_listing_row(listing, i);
    if (wanted(data, row))
      g_array_append_val(kept, row);
  }
  if (listing->notable)
    g_array_unref(listing->notable);
  listing->notable = kept;
}

static const RefnetListing *find_listing(const RefnetDescription *description, const char *key,
                                         GError **error) {
  const RefnetListing *listing = refnet_description_find_list(description, key);
  if (listing)
    return listing;
  g_auto(GStrv) keys = refnet_description_lists(description);
  g_autofree char *known = g_strjoinv(", ", keys);
  g_autofree char *shown = refnet_text_display(key, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "there is no list \"%s\"; lists are: %s",
              shown, known);
  return NULL;
}

/* ---- the envelope ---------------------------------------------------------------------------- */

static const RefnetColumn envelope_columns[] = {
    {"command", "Command", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"refnet_version", "Version", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"schema", "Schema", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"as_of", "As of", REFNET_VALUE_DATE, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn dataset_columns[] = {
    {"path", "Path", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"organizations", "Organisations", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"referral_rows", "Referral rows", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"arcs", "Arcs", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"ties", "Ties", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"contacts", "Contacts", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"response_rate", "Response rate", REFNET_VALUE_REAL, 3, 0, NULL},
    {"left_out", "Left out by filters", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"left_out_unknown", "Of these, unknown", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn nothing[] = {{NULL, NULL, 0, 0, 0, NULL}};

static void write_dataset(RefnetWriter *writer, const char *key, const RefnetNetwork *network) {
  const RefnetDataset *dataset = network->dataset;
  RefnetCells cells;
  refnet_cells_init(&cells, dataset_columns);
  refnet_cells_text(&cells, dataset->path);
  refnet_cells_integer(&cells, dataset->organization_count);
  refnet_cells_integer(&cells, (gint64)dataset->referrals.rows);
  refnet_cells_integer(&cells, (gint64)network->arcs);
  refnet_cells_integer(&cells, (gint64)network->ties);
  refnet_cells_integer(&cells, dataset->contact_count);
  refnet_cells_real(&cells, dataset->response_rate);
  refnet_cells_integer(&cells, network->filtered_out);
  refnet_cells_integer(&cells, network->filtered_unknown);
  refnet_writer_record(writer, key, dataset_columns, cells.values);
  refnet_cells_dispose(&cells);
}

static void write_envelope(RefnetWriter *writer, const RefnetEnvelope *envelope) {
  RefnetCells cells;
  refnet_cells_init(&cells, envelope_columns);
  refnet_cells_text(&cells, envelope->command);
  refnet_cells_text(&cells, envelope->version);
  refnet_cells_integer(&cells, 1);
  refnet_cells_date(&cells, envelope->as_of);
  refnet_writer_fields(writer, envelope_columns, cells.values);
  refnet_cells_dispose(&cells);
  refnet_writer_record(writer, "options", envelope->options ? envelope->options : nothing,
                       envelope->option_values);
  refnet_writer_record(writer, "filters", envelope->filters ? envelope->filters : nothing,
                       envelope->filter_values);
  if (envelope->older)
    write_dataset(writer, "old", envelope->older);
  if (envelope->network)
    write_dataset(writer, envelope->older ? "new" : "dataset", envelope->network);
}

/* ---- lists ----------------------------------------------------------------------------------- */

static gboolean is_for_people(const RefnetWriteOptions *options) {
  return options->format == REFNET_FORMAT_TABLE || options->format == REFNET_FORMAT_MARKDOWN;
}

/* Programs get every row, unless the list is one that is made for people. */
static gboolean shows_notable(const RefnetListing *listing, const RefnetWriteOptions *options) {
  return is_for_people(options) || listing->people_only || listing->only_notable;
}

static gsize rows_there_are(const RefnetListing *listing, const RefnetWriteOptions *options) {
  return shows_notable(listing, options) ? refnet_listing_length(listing) : listing->length;
}

static gsize rows_to_write(const RefnetListing *listing, const RefnetWriteOptions *options) {
  gsize length = rows_there_are(listing, options);
  if (listing->whole)
    return length;
  if (options->top > 0 && !options->all)
    return MIN(options->top, length);
  if (is_for_people(options) && !options->all)
    return MIN(listing->shown ? listing->shown : SHOWN_TO_PEOPLE, length);
  return length;
}

static void write_rows(RefnetWriter *writer, const RefnetDescription *description,
                       const RefnetListing *listing, const RefnetWriteOptions *options) {
  gboolean notable_only = shows_notable(listing, options);
  gsize rows = rows_to_write(listing, options);
  g_autofree RefnetColumn *in_units =
      is_for_people(options) ? refnet_columns_in_units(listing->columns, description->wording.units)
                             : NULL;
  RefnetRowBlock block;
  refnet_row_block_init(&block, description, listing, notable_only);
  refnet_writer_list_begin(writer, listing->key, in_units ? in_units : listing->columns);
  for (gsize begin = 0; begin < rows; begin += block.length) {
    refnet_row_block_fill(&block, begin, rows - begin);
    for (gsize i = 0; i < block.length; i++) {
      if (in_units)
        refnet_cells_in_units(&block.rows[i], description->wording.units);
      refnet_writer_row(writer, block.rows[i].values);
    }
  }
  refnet_writer_list_end(writer);
  refnet_row_block_clear(&block);
}

static void write_rest(RefnetWriter *writer, gsize rows, gsize length) {
  if (rows == length)
    return;
  g_autofree char *share = refnet_words_share(rows, length);
  g_autofree char *note =
      g_strdup_printf("%s shown; --top %" G_GSIZE_FORMAT " or --top all shows more.", share,
                      MIN(length, 5 * MAX(rows, 1)));
  refnet_writer_text(writer, note);
}

/* Without rows: the sentence that says so, or nothing. */
static void write_empty(RefnetWriter *writer, const RefnetListing *listing, gboolean by_name) {
  const char *sentence = listing->empty ? listing->empty : by_name ? "Nothing to list." : NULL;
  if (!sentence)
    return;
  if (listing->heading)
    refnet_writer_heading(writer, listing->heading);
  refnet_writer_text(writer, sentence);
}

static void write_listing(RefnetWriter *writer, const RefnetDescription *description,
                          const RefnetListing *listing, const RefnetWriteOptions *options) {
  gsize length = rows_there_are(listing, options);
  if (length == 0 && is_for_people(options)) {
    write_empty(writer, listing, options->list != NULL);
    return;
  }
  if (listing->heading)
    refnet_writer_heading(writer, listing->heading);
  write_rows(writer, description, listing, options);
  write_rest(writer, rows_to_write(listing, options), length);
}

static gboolean is_chosen(const RefnetListing *listing, const RefnetWriteOptions *options,
                          const RefnetListing *only) {
  if (options->format == REFNET_FORMAT_JSON)
    return !listing->people_only;
  return only ? listing == only : !listing->programs_only;
}

static void write_lists(RefnetWriter *writer, const RefnetDescription *description,
                        const RefnetWriteOptions *options, const RefnetListing *only) {
  for (guint i = 0; i < description->listings->len; i++)
    if (is_chosen(listing_at(description, i), options, only))
      write_listing(writer, description, listing_at(description, i), options);
}

static const RefnetListing *main_listing(const RefnetDescription *description) {
  for (guint i = 0; i < description->listings->len; i++)
    if (listing_at(description, i)->main)
      return listing_at(description, i);
  return listing_at(description, 0);
}

static void write_fields(RefnetWriter *writer, const RefnetDescription *description) {
  if (description->field_columns)
    refnet_writer_fields(writer, description->field_columns, description->fields.values);
}

/* In CSV there is room for one table. */
static void write_csv(RefnetWriter *writer, const RefnetDescription *description,
                      const RefnetWriteOptions *options, const RefnetListing *only) {
  if (!only && description->fields_first)
    write_fields(writer, description);
  else
    write_listing(writer, description, only ? only : main_listing(description), options);
}

/* Said before the findings that it weakens. */
static void say_response_rate(RefnetWriter *writer, const RefnetDataset *dataset) {
  g_autofree char *sentence = refnet_response_sentence(dataset);
  if (sentence)
    refnet_writer_text(writer, sentence);
}

static void write_words_and_lists(RefnetWriter *writer, const RefnetDescription *description,
                                  const RefnetEnvelope *envelope, const RefnetWriteOptions *options,
                                  const RefnetListing *only) {
  if (options->format == REFNET_FORMAT_JSON)
    write_envelope(writer, envelope);
  else if (envelope->filter_sentence)
    refnet_writer_text(writer, envelope->filter_sentence);
  if (!only || options->format == REFNET_FORMAT_JSON)
    write_fields(writer, description);
  if (!only && envelope->network && !envelope->older && options->format != REFNET_FORMAT_JSON)
    say_response_rate(writer, envelope->network->dataset);
  for (guint i = 0; i < description->introduction->len && !only; i++)
    refnet_writer_text(writer, g_ptr_array_index(description->introduction, i));
  write_lists(writer, description, options, only);
}

gboolean refnet_description_write(const RefnetDescription *description,
                                  const RefnetEnvelope *envelope, const RefnetWriteOptions *options,
                                  RefnetOutput *output, GError **error) {
  const RefnetListing *only = NULL;
  if (options->list && !(only = find_listing(description, options->list, error)))
    return FALSE;
  RefnetWriter *writer =
      refnet_writer_new(options->format, output, options->width ? options->width : DEFAULT_WIDTH);
  if (options->format == REFNET_FORMAT_CSV)
    write_csv(writer, description, options, only);
  else
    write_words_and_lists(writer, description, envelope, options, only);
  return refnet_writer_close(writer, error);
}
