/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/networks/link_columns.h"

#include "model/columns/answer_column.h"
#include "model/columns/count_header.h"

#include <string.h>

static const RefnetField *field_at(guint field) {
  return &refnet_file_fields(REFNET_FILE_REFERRALS)->fields[field];
}

static void clear(RefnetLinkColumns *columns) {
  columns->spans.length = 0;
  columns->way = columns->answers = -1;
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    columns->at[f] = -1;
}

static gboolean has_ends(const RefnetLinkColumns *columns) {
  return columns->at[REFNET_REFERRAL_FROM] >= 0 && columns->at[REFNET_REFERRAL_TO] >= 0;
}

/* ---- as the user says ------------------------------------------------------------------------ */

static gint find_field(const char *name) {
  g_autofree char *folded = refnet_text_fold_header(name);
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    if (refnet_field_fit(field_at(f), folded) == 0)
      return (gint)f;
  return -1;
}

gboolean refnet_link_columns_from_fields(RefnetLinkColumns *columns, const char *fields) {
  g_auto(GStrv) names = g_strsplit(fields, ",", -1);
  clear(columns);
  for (gint c = 0; names[c] != NULL; c++) {
    gint field = find_field(names[c]);
    if (field >= 0)
      columns->at[field] = c;
  }
  return has_ends(columns);
}

/* ---- as the header says ---------------------------------------------------------------------- */

/* The header that --column says the field has, folded; NULL: it says nothing. */
static char *override_of(const char *const *overrides, guint field) {
  const char *name = field_at(field)->name;
  for (gsize i = 0; overrides != NULL && overrides[i] != NULL; i++) {
    const char *equals = strchr(overrides[i], '=');
    gsize length = equals != NULL ? (gsize)(equals - overrides[i]) : 0;
    if (length == strlen(name) && strncmp(overrides[i], name, length) == 0)
      return refnet_text_fold_header(equals + 1);
  }
  return NULL;
}

static gboolean has_header(char **headers, const char *wanted) {
  g_autofree char *folded = refnet_text_fold_header(wanted);
  for (gint c = 0; headers[c] != NULL; c++) {
    g_autofree char *header = refnet_text_fold_header(headers[c]);
    if (strcmp(header, folded) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean refnet_link_columns_check(char **headers, const char *const *overrides, GError **error) {
  for (gsize i = 0; overrides != NULL && overrides[i] != NULL; i++) {
    g_auto(GStrv) parts = g_strsplit(overrides[i], "=", 2);
    g_autofree char *shown = refnet_text_display(overrides[i], 60);
    const char *wrong = NULL;
    if (g_strv_length(parts) < 2)
      wrong = "is not of the form FIELD=HEADER";
    else if (find_field(parts[0]) < 0)
      wrong = "names no field that a referral has";
    else if (!has_header(headers, parts[1]))
      wrong = "names a header that the file does not have";
    if (wrong == NULL)
      continue;
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "column \"%s\" %s", shown, wrong);
    return FALSE;
  }
  return TRUE;
}

static gint find_column(char **headers, const char *const *overrides, guint field) {
  g_autofree char *override = override_of(overrides, field);
  guint best = G_MAXUINT;
  gint column = -1;
  for (gint c = 0; headers[c] != NULL; c++) {
    g_autofree char *folded = refnet_text_fold_header(headers[c]);
    guint fit = override != NULL ? (strcmp(folded, override) == 0 ? 0 : G_MAXUINT)
                                 : refnet_tie_field_fit(field, folded);
    if (fit < best) {
      best = fit;
      column = c;
    }
  }
  return column;
}

static gboolean is_taken(const RefnetLinkColumns *columns, gint column) {
  gboolean taken = column == columns->way;
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    taken |= columns->at[f] == column;
  return taken;
}

static void find_spans(RefnetLinkColumns *columns, char **headers) {
  RefnetSpanSearch search = {0};
  for (gint c = 0; columns->at[REFNET_REFERRAL_COUNT] < 0 && headers[c] != NULL; c++)
    if (!is_taken(columns, c))
      refnet_span_search_see(&search, headers[c], (guint)c);
  columns->spans = refnet_span_search_best(&search);
  if (columns->spans.length == 1)
    columns->at[REFNET_REFERRAL_COUNT] = (gint)columns->spans.columns[0];
}

static gboolean is_span(const RefnetLinkColumns *columns, gint column) {
  for (guint i = 0; i < columns->spans.length; i++)
    if (columns->spans.columns[i] == (guint)column)
      return TRUE;
  return FALSE;
}

/* "Agency" and "Partner", where nothing says from and to. */
static void find_end_loosely(RefnetLinkColumns *columns, char **headers, guint end) {
  guint best = G_MAXUINT;
  for (gint c = 0; columns->at[end] < 0 && headers[c] != NULL; c++) {
    g_autofree char *folded = refnet_text_fold_header(headers[c]);
    best = MIN(best, refnet_field_fit_loosely(REFNET_FILE_REFERRALS, end, folded));
  }
  for (gint c = 0; best != G_MAXUINT && columns->at[end] < 0; c++) {
    g_autofree char *folded = refnet_text_fold_header(headers[c]);
    if (refnet_field_fit_loosely(REFNET_FILE_REFERRALS, end, folded) == best)
      columns->at[end] = c;
  }
}

/* "Referrals in past year" doesn't ask whether there are any, unless another column counts them. */
static gboolean counts_links(const RefnetLinkColumns *columns, const char *header) {
  return columns->at[REFNET_REFERRAL_COUNT] < 0 && refnet_header_counts_referrals(header);
}

/* Gephi calls it Type. So does Kumu what kind of link there is, beside a Direction. */
static void find_way(RefnetLinkColumns *columns, char **headers) {
  for (gint c = 0; headers[c] != NULL; c++) {
    g_autofree char *folded = refnet_text_fold_header(headers[c]);
    if (strcmp(folded, "direction") == 0 || (strcmp(folded, "type") == 0 && columns->way < 0))
      columns->way = c;
  }
}

gboolean refnet_link_columns_from_header(RefnetLinkColumns *columns, char **headers,
                                         const char *const *overrides) {
  clear(columns);
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    columns->at[f] = find_column(headers, overrides, f);
  find_end_loosely(columns, headers, REFNET_REFERRAL_FROM);
  find_end_loosely(columns, headers, REFNET_REFERRAL_TO);
  find_way(columns, headers);
  for (gint c = 0; columns->at[REFNET_REFERRAL_FREQUENCY] < 0 && headers[c] != NULL; c++)
    if (columns->answers < 0 && !is_taken(columns, c) && !counts_links(columns, headers[c]) &&
        refnet_header_asks_for_link(headers[c]))
      columns->answers = c;
  find_spans(columns, headers);
  return has_ends(columns);
}

/* ---- without a header ------------------------------------------------------------------------ */

void refnet_link_columns_first(RefnetLinkColumns *columns, gboolean third_is_number) {
  clear(columns);
  columns->at[REFNET_REFERRAL_FROM] = 0;
  columns->at[REFNET_REFERRAL_TO] = 1;
  columns->at[REFNET_REFERRAL_COUNT] = third_is_number ? 2 : -1;
}

/* ---- saying so ------------------------------------------------------------------------------- */

static const char *field_of(const RefnetLinkColumns *columns, gint column) {
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    if (columns->at[f] == column)
      return field_at(f)->name;
  return column == columns->way       ? "direction"
         : column == columns->answers ? "whether there are referrals"
         : is_span(columns, column)   ? "count"
                                      : NULL;
}

/* Where the counts are in several columns, one after the other as a rule. */
static void append_spans(GString *sentence, const RefnetSpans *spans, char **headers) {
  if (spans->length < 2)
    return;
  g_autofree char *first = refnet_text_display(headers[spans->columns[0]], 40);
  g_autofree char *last = refnet_text_display(headers[spans->columns[spans->length - 1]], 40);
  g_string_append_printf(sentence, "; the count is the sum of %u columns, \"%s\" to \"%s\"",
                         spans->length, first, last);
}

char *refnet_link_columns_sentence(const RefnetLinkColumns *columns, char **headers, guint width) {
  g_autoptr(GString) read = g_string_new(NULL);
  g_autoptr(GString) left = g_string_new(NULL);
  for (guint c = 0; c < width; c++) {
    const char *field = field_of(columns, (gint)c);
    if (columns->spans.length > 1 && is_span(columns, (gint)c))
      continue;
    g_autofree char *shown = headers != NULL ? refnet_text_display(headers[c], 40) : NULL;
    g_autofree char *column =
        shown != NULL ? g_strdup_printf("\"%s\"", shown) : g_strdup_printf("column %u", c + 1);
    if (field != NULL)
      g_string_append_printf(read, "%s%s %sas %s", read->len > 0 ? ", " : "", column,
                             read->len > 0 ? "" : "was read ", field);
    else if (shown == NULL || *shown != '\0')
      g_string_append_printf(left, "%s%s", left->len > 0 ? ", " : "", column);
  }
  append_spans(read, &columns->spans, headers);
  return g_strdup_printf("%s %s%s%s.", headers != NULL ? "By its header" : "Without a header",
                         read->str, left->len > 0 ? "; left out: " : "", left->str);
}
