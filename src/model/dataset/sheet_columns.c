/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Headers matched to fields. */
#include "base/memory.h"
#include "model/columns/answer_column.h"
#include "model/columns/count_header.h"
#include "model/columns/name_column.h"
#include "model/columns/numbered_columns.h"
#include "model/columns/one_column.h"
#include "model/columns/overrides.h"
#include "model/columns/period_header.h"
#include "model/columns/words.h"
#include "model/dataset/report_columns.h"

#include <string.h>

#define HEADERS_TOLD 12
#define CHARACTERS_TOLD 40

/* ---- what --column says ---------------------------------------------------------------------- */

static gboolean sheet_has_header(const RefnetSheet *sheet, const char *wanted) {
  for (guint i = 0; i < sheet->column_count; i++)
    if (refnet_header_is(sheet->headers[i], wanted))
      return TRUE;
  return FALSE;
}

/* Has a file with a field that is meant a column of that header? */
static gboolean is_of_use(const RefnetSheet *sheets, const char *override) {
  for (guint f = 0; f < REFNET_FILES; f++) {
    const RefnetFileFields *file = refnet_file_fields((RefnetFile)f);
    for (guint i = 0; i < file->field_count; i++) {
      const char *wanted = refnet_override_header(override, file->file, file->fields[i].name);
      if (wanted != NULL && sheet_has_header(&sheets[f], wanted))
        return TRUE;
    }
  }
  return FALSE;
}

gboolean refnet_sheets_check_overrides(const RefnetSheet *sheets, const char *const *overrides,
                                       GError **error) {
  for (gsize i = 0; overrides != NULL && overrides[i] != NULL; i++)
    if (!is_of_use(sheets, overrides[i]))
      return refnet_override_refuse(overrides[i], "names a header that no file with that field has",
                                    error);
  return TRUE;
}

/* ---- matching -------------------------------------------------------------------------------- */

#define WORSE 1000 /* than any header that fits as a whole */

static void match_part(const RefnetFileFields *file, const char *part, gboolean required,
                       RefnetColumnMatch *match) {
  g_autofree char *folded = refnet_text_fold_header(part);
  for (guint i = 0; i < file->field_count; i++) {
    guint fit = refnet_field_fit(&file->fields[i], folded);
    if (fit != G_MAXUINT && fit + WORSE < match->fit && (file->fields[i].required || !required))
      *match = (RefnetColumnMatch){match->folded, i, fit + WORSE};
  }
}

/* Of a header like "Referred to (please list)" the part before the bracket counts, too; of "School
 * / Agency", where a file needs such a column, either part. */
static void match_parts(const RefnetFileFields *file, const char *header,
                        RefnetColumnMatch *match) {
  const char *bracket = strpbrk(header, "([");
  g_autofree char *outside =
      g_strndup(header, bracket != NULL ? (gsize)(bracket - header) : strlen(header));
  if (bracket != NULL)
    match_part(file, outside, FALSE, match);
  g_auto(GStrv) parts = g_strsplit(outside, "/", -1);
  for (guint i = 0; parts[0] != NULL && parts[1] != NULL && parts[i] != NULL; i++)
    match_part(file, parts[i], TRUE, match);
}

static RefnetColumnMatch match_header(RefnetFile file, const char *header,
                                      const char *const *overrides) {
  const RefnetFileFields *fields = refnet_file_fields(file);
  RefnetColumnMatch match = {refnet_text_fold_header(header), REFNET_NO_FIELD, G_MAXUINT};
  for (guint i = 0; i < fields->field_count; i++) {
    guint fit = refnet_field_fit(&fields->fields[i], match.folded);
    if (fit != G_MAXUINT)
      fit++;
    if (refnet_overrides_give(overrides, file, i, header))
      fit = 0;
    if (fit < match.fit) {
      match.fit = fit;
      match.field = i;
    }
  }
  if (match.field == REFNET_NO_FIELD)
    match_parts(fields, header, &match);
  return match;
}

/* Unless the user said which column has the names. */
static void choose_name(RefnetSheet *sheet, const RefnetColumnMatch *matches) {
  const gint name = sheet->column[REFNET_ORGANIZATION_NAME];
  if (sheet->file != REFNET_FILE_ORGANIZATIONS || name < 0 || matches[name].fit == 0)
    return;
  g_autofree const char **folded = g_new(const char *, sheet->column_count);
  for (guint c = 0; c < sheet->column_count; c++)
    folded[c] = matches[c].folded;
  sheet->column[REFNET_ORGANIZATION_NAME] =
      (gint)refnet_organization_name_column(folded, sheet->column_count, (guint)name);
}

static void choose_columns(RefnetSheet *sheet, const RefnetColumnMatch *matches) {
  for (guint c = 0; c < sheet->column_count; c++) {
    guint field = matches[c].field;
    if (field == REFNET_NO_FIELD)
      continue;
    gint chosen = sheet->column[field];
    if (chosen < 0 || matches[c].fit < matches[chosen].fit)
      sheet->column[field] = (gint)c;
  }
  choose_name(sheet, matches);
  for (guint i = 0; i < REFNET_FIELDS_MAX; i++)
    if (sheet->column[i] >= 0)
      sheet->field_of[sheet->column[i]] = i;
}

/* A field without a column takes one that may mean it, the best fit, then the leftmost. */
static void choose_loosely(RefnetSheet *sheet, const RefnetColumnMatch *matches) {
  const RefnetFileFields *file = refnet_file_fields(sheet->file);
  for (guint i = 0; i < file->field_count; i++) {
    guint best = G_MAXUINT, chosen = 0;
    for (guint c = 0; c < sheet->column_count && sheet->column[i] < 0; c++) {
      const guint fit = refnet_field_fit_loosely(sheet->file, i, matches[c].folded);
      if (sheet->field_of[c] == REFNET_NO_FIELD && fit < best) {
        best = fit;
        chosen = c;
      }
    }
    if (best == G_MAXUINT)
      continue;
    sheet->column[i] = (gint)chosen;
    sheet->field_of[chosen] = i;
  }
}

/* Areas that have names and nothing else to tell them apart go by these. */
static void choose_area(RefnetSheet *sheet) {
  gint *area = &sheet->column[REFNET_AREA_AREA], *name = &sheet->column[REFNET_AREA_NAME];
  if (sheet->file != REFNET_FILE_AREAS || *area >= 0 || *name < 0)
    return;
  *area = *name;
  *name = -1;
  sheet->field_of[*area] = REFNET_AREA_AREA;
}

/* "Monthly capacity": the leftmost, where the field of such figures has no column. */
static void choose_figure_of_period(RefnetSheet *sheet, const RefnetColumnMatch *matches) {
  const guint field = refnet_file_figure_of_period(sheet->file);
  sheet->per_year = 0;
  if (field == G_MAXUINT)
    return;
  for (guint c = 0; c < sheet->column_count && sheet->column[field] < 0; c++)
    if (sheet->field_of[c] == REFNET_NO_FIELD &&
        refnet_header_is_of_period(sheet->file, field, sheet->headers[c])) {
      sheet->column[field] = (gint)c;
      sheet->field_of[c] = field;
    }
  const gint column = sheet->column[field];
  if (column >= 0 && (matches[column].fit == 0 ||
                      refnet_header_is_of_period(sheet->file, field, sheet->headers[column])))
    sheet->per_year = refnet_header_periods_a_year(sheet->headers[column]);
}

/* Those of the file's lists that stand in several columns; not where the user said which one is
 * meant. */
static void choose_numbered(RefnetSheet *sheet, const RefnetColumnMatch *matches) {
  const RefnetFileFields *file = refnet_file_fields(sheet->file);
  g_autofree const char **headers = g_new(const char *, sheet->column_count + 1);
  g_autofree gboolean *are = g_new0(gboolean, sheet->column_count + 1);
  for (guint i = 0; i < file->field_count; i++) {
    const gint chosen = sheet->column[i];
    for (guint c = 0; c < sheet->column_count; c++)
      headers[c] =
          sheet->field_of[c] == REFNET_NO_FIELD || (gint)c == chosen ? matches[c].folded : NULL;
    if ((chosen >= 0 && matches[chosen].fit == 0) ||
        refnet_numbered_columns(sheet->file, i, headers, sheet->column_count, chosen, are) == 0)
      continue;
    sheet->numbered |= 1u << i;
    for (guint c = sheet->column_count; c-- > 0;)
      if (are[c]) {
        sheet->field_of[c] = i;
        sheet->column[i] = (gint)c;
      }
  }
}

/* Of a list of links the leftmost that asks whether there is one. */
static gint find_answers(const RefnetSheet *sheet) {
  for (guint c = 0; sheet->file == REFNET_FILE_REFERRALS && c < sheet->column_count; c++)
    if (sheet->field_of[c] == REFNET_NO_FIELD && refnet_header_asks_for_link(sheet->headers[c]) &&
        (sheet->column[REFNET_REFERRAL_COUNT] >= 0 ||
         !refnet_header_counts_referrals(sheet->headers[c])))
      return (gint)c;
  return -1;
}

/* Of a list of links without a column of counts the leftmost that says how many there are. */
static void choose_count(RefnetSheet *sheet) {
  for (guint c = 0; sheet->file == REFNET_FILE_REFERRALS && c < sheet->column_count; c++) {
    const char *what = refnet_header_after_how_many(sheet->headers[c]);
    if (what == NULL || sheet->column[REFNET_REFERRAL_COUNT] >= 0 ||
        sheet->field_of[c] != REFNET_NO_FIELD || !refnet_header_asks_for_link(what))
      continue;
    sheet->column[REFNET_REFERRAL_COUNT] = (gint)c;
    sheet->field_of[c] = REFNET_REFERRAL_COUNT;
  }
}

/* Of people who have a column for their names, or for the first ones. */
static gint find_last_name(const RefnetSheet *sheet, const RefnetColumnMatch *matches) {
  for (guint c = 0; sheet->file == REFNET_FILE_CONTACTS && c < sheet->column_count; c++)
    if (sheet->field_of[c] == REFNET_NO_FIELD &&
        refnet_word_is_among(matches[c].folded, REFNET_LAST_NAME_HEADERS))
      return (gint)c;
  return -1;
}

/* Of a list of links without a column of counts. */
static RefnetSpans find_spans(const RefnetSheet *sheet) {
  RefnetSpanSearch search = {0};
  if (sheet->file == REFNET_FILE_REFERRALS && sheet->column[REFNET_REFERRAL_COUNT] < 0)
    for (guint c = 0; c < sheet->column_count; c++)
      if (sheet->field_of[c] == REFNET_NO_FIELD && (gint)c != sheet->answers)
        refnet_span_search_see(&search, sheet->headers[c], c);
  return refnet_span_search_best(&search);
}

static gboolean is_list(RefnetFile file, guint field) {
  return field != REFNET_NO_FIELD && refnet_file_fields(file)->fields[field].list;
}

gboolean refnet_header_lists(RefnetFile file, const char *header, const char *const *overrides) {
  const RefnetFileFields *fields = refnet_file_fields(file);
  const RefnetColumnMatch match = match_header(file, header, overrides);
  g_autofree char *folded = match.folded;
  gsize length = strlen(folded);
  if (match.field != REFNET_NO_FIELD)
    return is_list(file, match.field);
  while (length > 0 && g_ascii_isdigit(folded[length - 1]))
    folded[--length] = '\0';
  for (guint i = 0; i < fields->field_count; i++)
    if (fields->fields[i].list && (refnet_field_fit(&fields->fields[i], folded) != G_MAXUINT ||
                                   refnet_field_fit_loosely(file, i, folded) != G_MAXUINT))
      return TRUE;
  return FALSE;
}

gboolean refnet_sheet_lists(const char *header, gconstpointer data) {
  const RefnetSheet *sheet = data;
  for (guint c = 0; c < sheet->column_count; c++)
    if (is_list(sheet->file, sheet->field_of[c]) && strcmp(sheet->headers[c], header) == 0)
      return TRUE;
  return FALSE;
}

static char *list_headers(const RefnetSheet *sheet) {
  GString *list = g_string_new(NULL);
  guint told = MIN(sheet->column_count, HEADERS_TOLD);
  for (guint c = 0; c < told; c++) {
    g_autofree char *header = refnet_text_display(sheet->headers[c], CHARACTERS_TOLD);
    g_string_append_printf(list, "%s\"%s\"", c > 0 ? ", " : "", header);
  }
  if (sheet->column_count > told)
    g_string_append_printf(list, " and %u more", sheet->column_count - told);
  return g_string_free(list, FALSE);
}

static gboolean require_columns(const RefnetSheet *sheet, GError **error) {
  const RefnetFileFields *file = refnet_file_fields(sheet->file);
  for (guint i = 0; i < file->field_count; i++) {
    if (!file->fields[i].required || sheet->column[i] >= 0)
      continue;
    g_autofree char *headers = list_headers(sheet);
    const RefnetDiagnostic where = {
        .file = sheet->label, .line = sheet->header_line, .in_sheet = sheet->in_sheet};
    g_autofree char *location = refnet_diagnostic_location(&where);
    const char *name = file->fields[i].name;
    const char *advice =
        sheet->column_count == 1 ? refnet_one_column_advice(sheet->headers[0]) : NULL;
    g_autofree char *usual =
        g_strdup_printf("rename the column that holds it, or say --column %s=HEADER", name);
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s: no column \"%s\" among %s; %s",
                location, name, headers, advice != NULL ? advice : usual);
    return FALSE;
  }
  return TRUE;
}

gboolean refnet_sheet_match(RefnetSheet *sheet, const RefnetRow *header,
                            const char *const *overrides, RefnetPool *pool,
                            RefnetDiagnostics *diagnostics, GError **error) {
  sheet->header_line = header->line;
  for (guint i = 0; i < REFNET_FIELDS_MAX; i++)
    sheet->column[i] = -1;
  sheet->headers = refnet_pool_alloc(pool, header->fields * sizeof *sheet->headers, 0);
  sheet->field_of = refnet_pool_alloc(pool, header->fields * sizeof *sheet->field_of, 0);
  g_autofree RefnetColumnMatch *matches = g_try_new(RefnetColumnMatch, MAX(header->fields, 1));
  if (sheet->headers == NULL || sheet->field_of == NULL || matches == NULL)
    return refnet_set_out_of_memory(error);
  sheet->column_count = header->fields;
  for (guint c = 0; c < header->fields; c++) {
    const char *text = refnet_pool_intern(pool, header->cells[c]);
    sheet->headers[c] = text != NULL ? text : "";
    sheet->field_of[c] = REFNET_NO_FIELD;
    matches[c] = match_header(sheet->file, sheet->headers[c], overrides);
  }
  choose_columns(sheet, matches);
  choose_loosely(sheet, matches);
  choose_area(sheet);
  choose_figure_of_period(sheet, matches);
  choose_numbered(sheet, matches);
  choose_count(sheet);
  sheet->last_name = find_last_name(sheet, matches);
  sheet->answers = find_answers(sheet);
  sheet->spans = find_spans(sheet);
  if (sheet->spans.length == 1) {
    sheet->column[REFNET_REFERRAL_COUNT] = (gint)sheet->spans.columns[0];
    sheet->field_of[sheet->spans.columns[0]] = REFNET_REFERRAL_COUNT;
  }
  const gboolean ok = require_columns(sheet, error);
  if (ok) {
    refnet_sheet_report_columns(sheet, matches, diagnostics);
  }
  for (guint c = 0; c < header->fields; c++)
    g_free(matches[c].folded);
  return ok;
}

guint refnet_sheet_fields_named(const RefnetSheet *sheet, const RefnetRow *row,
                                const char *const *overrides, gboolean *has_required) {
  const RefnetFileFields *file = refnet_file_fields(sheet->file);
  guint64 found = 0;
  guint fields = 0;
  for (guint c = 0; c < row->fields; c++) {
    const RefnetColumnMatch match = match_header(sheet->file, row->cells[c], overrides);
    if (match.field != REFNET_NO_FIELD)
      found |= G_GUINT64_CONSTANT(1) << match.field;
    g_free(match.folded);
  }
  *has_required = TRUE;
  for (guint i = 0; i < file->field_count; i++) {
    *has_required &= !file->fields[i].required || (found >> i & 1) != 0;
    fields += found >> i & 1;
  }
  return fields;
}
