/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What spreadsheets bring along: totals, notes and other words among the organizations,
 * columns that mean nothing, and figures where names of groups should be. */
#include "model/check/check.h"
#include "model/columns/figures.h"
#include "model/columns/lists.h"
#include "model/columns/no_name.h"
#include "model/columns/words.h"

#include <string.h>

#define COLUMNS_NAMED 5

/* ---- rows ------------------------------------------------------------------------------------ */

/* Of organizations that only referrals name, several rows may have the name. */
static const char *fix_of_row(const RefnetStore *store, const char *name) {
  const gboolean listed = store->sheets[REFNET_FILE_ORGANIZATIONS].present;
  if (refnet_word_is_stand_in(name))
    return listed ? "write the name that is meant, or remove the row"
                  : "write the name that is meant, or remove the rows that have this one";
  return listed ? "remove the row" : "remove the rows that have it";
}

static void check_rows(const RefnetStore *store) {
  for (guint32 v = 0; v < store->dataset.organization_count; v++) {
    const RefnetOrganization *organization = &store->dataset.organizations[v];
    const char *other = refnet_check_other_than_organization(store, organization->name);
    if (other == NULL)
      continue;
    g_autofree char *name = refnet_text_display(organization->name, 60);
    g_autofree char *message =
        g_strdup_printf("\"%s\" seems to be %s, not an organisation", name, other);
    refnet_check_report_organization(store, REFNET_KIND_NO_ORGANIZATION, organization->line,
                                     REFNET_ORGANIZATION_NAME,
                                     fix_of_row(store, organization->name), message);
  }
}

/* ---- columns --------------------------------------------------------------------------------- */

static gboolean is_organization(const RefnetStore *store, const char *text) {
  guint32 organization;
  return refnet_resolution_is_one(refnet_resolver_find(store->resolver, text, &organization));
}

/* How many of the names in the cell are organizations', and how many there are. Names have commas
 * in them, too. */
static void count_named(const RefnetStore *store, const char *cell, guint *named, guint *parts) {
  g_auto(GStrv) whole = refnet_list_split(cell, ";|");
  for (guint i = 0; whole[i] != NULL; i++) {
    g_auto(GStrv) texts = refnet_list_split(whole[i], ",");
    gboolean is_one = is_organization(store, whole[i]);
    for (guint k = 0; !is_one && texts[k] != NULL; k++) {
      *named += is_organization(store, texts[k]);
      (*parts)++;
    }
    *named += is_one;
    *parts += is_one;
  }
}

/* Do the first cells of the column name organizations, most of them? */
static gboolean names_organizations(const RefnetStore *store, const RefnetAttribute *attribute) {
  enum { LEAST = 2, LOOKED_AT = 200 };
  guint named = 0, parts = 0;
  for (guint32 v = 0; v < store->dataset.organization_count && parts < LOOKED_AT; v++)
    if (attribute->values[v] != NULL)
      count_named(store, attribute->values[v], &named, &parts);
  return named >= LEAST && 2 * named > parts;
}

/* "Parent agency", where the parent is read from a column of ids. */
static gboolean is_of_parents(const char *header) {
  const RefnetFileFields *file = refnet_file_fields(REFNET_FILE_ORGANIZATIONS);
  g_autofree char *folded = refnet_text_fold_header(header);
  return refnet_field_fit(&file->fields[REFNET_ORGANIZATION_PARENT], folded) != G_MAXUINT;
}

/* As bases of linked tables have them: "Refers to", in the row of who refers. */
static void check_names_in_column(const RefnetStore *store, const RefnetAttribute *attribute) {
  const RefnetSheet *sheet = &store->sheets[REFNET_FILE_ORGANIZATIONS];
  if (!sheet->present || is_of_parents(attribute->name) || !names_organizations(store, attribute))
    return;
  for (guint c = 0; c < sheet->column_count; c++)
    if (sheet->field_of[c] == REFNET_NO_FIELD && strcmp(sheet->headers[c], attribute->name) == 0) {
      g_autofree char *name = refnet_text_display(attribute->name, 40);
      refnet_sheet_report_column(
          sheet, store->dataset.diagnostics, REFNET_KIND_NAMES_IN_COLUMN, sheet->header_line, c,
          "if they are referrals, make a dataset of them with refnet import survey FILE -o DIR, "
          "and put its referrals.csv beside the organisations",
          "column \"%s\" names other organisations, and makes no relationships", name);
      return;
    }
}

/* Nothing but yes and no, and a yes among them? */
static gboolean holds_flags(const RefnetStore *store, const RefnetAttribute *attribute) {
  gboolean has_yes = FALSE;
  for (guint32 v = 0; v < store->dataset.organization_count; v++) {
    RefnetTri answer = REFNET_TRI_UNKNOWN;
    if (attribute->values[v] != NULL && !refnet_word_answer(attribute->values[v], &answer))
      return FALSE;
    has_yes |= answer == REFNET_TRI_YES;
  }
  return has_yes;
}

/* Where no services are known, two columns or more with yes and no may be these. */
static void check_flags(const RefnetStore *store) {
  const RefnetDataset *dataset = &store->dataset;
  const char *first = NULL, *last = NULL;
  for (guint32 i = 0; dataset->services.length == 0 && i < dataset->attribute_count; i++)
    if (holds_flags(store, &dataset->attributes[i])) {
      last = dataset->attributes[i].name;
      first = first != NULL ? first : last;
    }
  if (first == last)
    return;
  g_autofree char *from = refnet_text_display(first, 40), *to = refnet_text_display(last, 40);
  g_autofree char *fix =
      g_strdup_printf("if they are services, say --service-columns \"%s..%s\"", from, to);
  refnet_sheet_report(
      &store->sheets[REFNET_FILE_ORGANIZATIONS], dataset->diagnostics, REFNET_KIND_FLAG_COLUMNS, 0,
      REFNET_NO_FIELD, REFNET_NONE, fix,
      "columns \"%s\" and \"%s\" hold only yes and no, and no column lists services", from, to);
}

static void check_columns(const RefnetStore *store) {
  const RefnetDataset *dataset = &store->dataset;
  GString *names = g_string_new(NULL);
  guint32 named = MIN(dataset->attribute_count, COLUMNS_NAMED);
  for (guint32 i = 0; i < named; i++) {
    g_autofree char *name = refnet_text_display(dataset->attributes[i].name, 40);
    g_string_append_printf(names, "%s\"%s\"", i > 0 ? ", " : "", name);
  }
  if (dataset->attribute_count > named)
    g_string_append_printf(names, " and %u more", dataset->attribute_count - named);
  if (dataset->attribute_count > 0)
    refnet_sheet_report(&store->sheets[REFNET_FILE_ORGANIZATIONS], dataset->diagnostics,
                        REFNET_KIND_ATTRIBUTE_COLUMNS, 0, REFNET_NO_FIELD, REFNET_NONE,
                        "say --column FIELD=HEADER where one means a field",
                        "kept as attributes, for colours and exports only: %s", names->str);
  for (guint32 i = 0; i < dataset->attribute_count; i++)
    check_names_in_column(store, &dataset->attributes[i]);
  check_flags(store);
  g_string_free(names, TRUE);
}

/* ---- values ---------------------------------------------------------------------------------- */

static void check_figures(const RefnetStore *store, const RefnetVocabulary *values, guint field,
                          const char *what) {
  for (guint32 i = 0; i < values->length; i++) {
    double figure;
    if (!refnet_figure_parse(values->names[i], &figure))
      continue;
    g_autofree char *name = refnet_text_display(values->names[i], 60);
    g_autofree char *message =
        g_strdup_printf("\"%s\" is a number, read as the name of a %s", name, what);
    refnet_check_report_organization(store, REFNET_KIND_FIGURE_AS_NAME, 0, field,
                                     "say --column FIELD=HEADER for the column that lists them, or "
                                     "rename this one",
                                     message);
  }
}

void refnet_check_sheet(const RefnetStore *store) {
  check_rows(store);
  check_columns(store);
  check_figures(store, &store->dataset.populations, REFNET_ORGANIZATION_POPULATIONS, "population");
  check_figures(store, &store->dataset.languages, REFNET_ORGANIZATION_LANGUAGES, "language");
}
