/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Corrections of single cells, by what stands in them. */
#include "model/check/fix_cells.h"
#include "model/columns/figures.h"
#include "model/columns/lists.h"
#include "model/columns/words.h"

#include <math.h>
#include <string.h>

/* Of a month the day is not known, and must not become part of the data. */
static char *fix_date(const RefnetSheet *sheet, const RefnetField *field, const char *text) {
  RefnetDate date;
  guint guesses;
  RefnetDateStatus status = refnet_date_cell_read(field, text, sheet->date_order, &date, &guesses);
  return status == REFNET_DATE_OK && (guesses & 1 << REFNET_DATE_FROM_PERIOD) == 0
             ? refnet_date_iso(date)
             : NULL;
}

/* Such that it is one figure only when it is read again. */
static char *figure_text(double value) {
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(text, sizeof text, "%.15g", value);
  return g_strconcat(text, refnet_figure_could_be_two(text) ? "0" : "", NULL);
}

/* With more digits than are kept it would be another figure. */
static char *fix_figure(const char *text) {
  const double too_large = 1e15;
  double value;
  if (refnet_figure_could_be_two(text) || !refnet_figure_parse(text, &value))
    return NULL;
  return fabs(value) < too_large ? figure_text(value) : NULL;
}

/* "1e9" and "2.5" are none, and must not become one. */
static char *fix_count(const char *text) {
  guint64 count;
  return refnet_count_parse(text, &count) || refnet_count_parse_comma(text, &count)
             ? g_strdup_printf("%" G_GUINT64_FORMAT, count)
             : NULL;
}

/* Decimals stay as many as they are. */
static char *fix_degrees(const char *text) {
  double value;
  return refnet_degrees_parse(text, &value) ? g_strdelimit(g_strdup(text), ",", '.') : NULL;
}

static char *fix_answer(const char *text) {
  RefnetTri answer;
  if (!refnet_word_answer(text, &answer))
    return NULL;
  return g_strdup(answer == REFNET_TRI_YES ? "yes" : "no");
}

/* The header becomes the field's own name, below which yes and no would say nothing. */
static char *fix_answered(const RefnetSheet *sheet, const RefnetField *field, const char *text) {
  const gint column = sheet->column[field - refnet_file_fields(sheet->file)->fields];
  return column >= 0 ? g_strdup(refnet_word_for_answer(field, sheet->headers[column], text)) : NULL;
}

/* ---- organizations --------------------------------------------------------------------------- */

static gboolean is_exact(const RefnetOrganization *organization, const char *text) {
  gboolean exact = strcmp(text, organization->id) == 0 || strcmp(text, organization->name) == 0 ||
                   g_strcmp0(text, organization->details->short_name) == 0;
  for (guint32 i = 0; !exact && i < organization->details->alternate_names.length; i++)
    exact = strcmp(text, organization->details->alternate_names.items[i]) == 0;
  return exact;
}

/* Ids are made from names where there are none, and such an id must not become part of the data. */
static char *fix_organization(const RefnetStore *store, const char *text) {
  guint32 found, named;
  if (!refnet_resolution_is_one(refnet_resolver_find(store->resolver, text, &found)))
    return NULL;
  const RefnetOrganization *organization = &store->dataset.organizations[found];
  if (is_exact(organization, text) ||
      refnet_resolver_find(store->resolver, organization->name, &named) != REFNET_RESOLVED ||
      named != found)
    return NULL;
  return g_strdup(organization->name);
}

/* ---- values ---------------------------------------------------------------------------------- */

static const RefnetVocabulary *vocabulary_of(const RefnetDataset *dataset, RefnetCellType type) {
  switch (type) {
  case REFNET_CELL_SECTOR:
    return &dataset->sectors;
  case REFNET_CELL_SERVICE:
    return &dataset->services;
  case REFNET_CELL_POPULATION:
    return &dataset->populations;
  case REFNET_CELL_LANGUAGE:
    return &dataset->languages;
  case REFNET_CELL_RESOURCE:
    return &dataset->resources;
  case REFNET_CELL_COALITION:
    return &dataset->coalitions;
  default:
    return &dataset->partnerships;
  }
}

/* How the value is written; NULL: it is none. */
static const char *value_name(const RefnetDataset *dataset, RefnetCellType type, const char *text) {
  if (type == REFNET_CELL_AREA) {
    guint32 area = refnet_dataset_find_area(dataset, text);
    return area != REFNET_NONE ? dataset->areas[area].key : NULL;
  }
  const RefnetVocabulary *vocabulary = vocabulary_of(dataset, type);
  guint32 value = refnet_vocabulary_find(vocabulary, text);
  return value != REFNET_NONE ? vocabulary->names[value] : NULL;
}

static gboolean all_are_values(const RefnetDataset *dataset, RefnetCellType type, char **parts) {
  for (guint i = 0; parts[i] != NULL; i++)
    if (value_name(dataset, type, parts[i]) == NULL)
      return FALSE;
  return parts[0] != NULL;
}

/* Each once, however it is spelled. */
static char *join_values(const RefnetDataset *dataset, RefnetCellType type, char **parts) {
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  GString *joined = g_string_new(NULL);
  for (guint i = 0; parts[i] != NULL; i++) {
    const char *name = value_name(dataset, type, parts[i]);
    const char *written = name != NULL ? name : parts[i];
    if (g_hash_table_add(seen, (gpointer)written))
      g_string_append_printf(joined, "%s%s", joined->len > 0 ? ";" : "", written);
  }
  return g_string_free(joined, FALSE);
}

/* Commas separate where all parts are values, as when the cell was read. */
static char *fix_list(const RefnetDataset *dataset, RefnetCellType type, const char *text) {
  gboolean is_separated = refnet_list_is_separated(text);
  if (!is_separated && value_name(dataset, type, text) != NULL)
    return g_strdup(value_name(dataset, type, text));
  g_auto(GStrv) parts = refnet_list_split(text, is_separated ? ";|" : ",");
  if (!is_separated && !all_are_values(dataset, type, parts))
    return NULL;
  return join_values(dataset, type, parts);
}

static char *fix_value(const RefnetDataset *dataset, const RefnetField *field, const char *text) {
  if (field->list)
    return fix_list(dataset, field->type, text);
  return g_strdup(value_name(dataset, field->type, text));
}

/* ---- any cell -------------------------------------------------------------------------------- */

static char *write_anew(const RefnetStore *store, const RefnetSheet *sheet,
                        const RefnetField *field, const char *text) {
  switch (field->type) {
  case REFNET_CELL_TEXT:
    return fix_answered(sheet, field, text);
  case REFNET_CELL_ORGANIZATION:
    return fix_organization(store, text);
  case REFNET_CELL_DATE:
  case REFNET_CELL_LAST_DAY:
    return fix_date(sheet, field, text);
  case REFNET_CELL_FIGURE:
    return fix_figure(text);
  case REFNET_CELL_COUNT:
    return fix_count(text);
  case REFNET_CELL_DEGREES:
    return fix_degrees(text);
  case REFNET_CELL_ANSWER:
    return fix_answer(text);
  default:
    return fix_value(&store->dataset, field, text);
  }
}

char *refnet_fix_cell(const RefnetStore *store, const RefnetSheet *sheet, const RefnetField *field,
                      const char *text) {
  if (*text == '\0')
    return NULL;
  char *fixed = write_anew(store, sheet, field, text);
  if (fixed != NULL && strcmp(fixed, text) == 0)
    g_clear_pointer(&fixed, g_free);
  return fixed;
}

const char *refnet_fix_reason(const RefnetField *field) {
  switch (field->type) {
  case REFNET_CELL_ORGANIZATION:
    return "organisation called as in organizations.csv";
  case REFNET_CELL_DATE:
  case REFNET_CELL_LAST_DAY:
    return "date written as YYYY-MM-DD";
  case REFNET_CELL_FIGURE:
  case REFNET_CELL_COUNT:
  case REFNET_CELL_DEGREES:
    return "number written with digits and a point only";
  case REFNET_CELL_ANSWER:
    return "answer written as yes or no";
  case REFNET_CELL_TEXT:
    return "answer written as what it means";
  default:
    return field->list ? "spelled as in most rows, and separated by ;" : "spelled as in most rows";
  }
}
