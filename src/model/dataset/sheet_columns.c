/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Headers matched to fields. */
#include "model/columns/answer_column.h"
#include "model/columns/count_header.h"
#include "model/columns/name_column.h"
#include "model/columns/numbered_columns.h"
#include "model/columns/one_column.h"
#include "model/columns/words.h"
#include "model/dataset/sheet.h"

#include <string.h>

#define HEADERS_TOLD 12
#define CHARACTERS_TOLD 40
#define NEARLY 1 /* edits between a header and the name of a field it may have meant */

/* ---- overrides ------------------------------------------------------------------------------- */

/* The header that an override gives to `field` of this file, or NULL when it speaks of another. */
static const char *override_header(const char *override, const RefnetFileFields *file,
                                   const RefnetField *field) {
  const char *equals = strchr(override, '=');
  if (equals == NULL)
    return NULL;
  const char *name = override;
  gsize stem = strcspn(file->file, ".");
  if (strncmp(name, file->file, stem) == 0 && name[stem] == '.')
    name += stem + 1;
  gsize length = (gsize)(equals - name);
  if (strlen(field->name) != length || strncmp(field->name, name, length) != 0)
    return NULL;
  return equals + 1;
}

static gboolean header_is(const char *header, const char *wanted) {
  g_autofree char *a = refnet_text_fold_header(header);
  g_autofree char *b = refnet_text_fold_header(wanted);
  return *b != '\0' ? strcmp(a, b) == 0 : strcmp(header, wanted) == 0;
}

static gboolean is_overridden(const char *header, const RefnetFileFields *file,
                              const RefnetField *field, const char *const *overrides) {
  for (gsize i = 0; overrides != NULL && overrides[i] != NULL; i++) {
    const char *wanted = override_header(overrides[i], file, field);
    if (wanted != NULL && header_is(header, wanted))
      return TRUE;
  }
  return FALSE;
}

static gboolean sheet_has_header(const RefnetSheet *sheet, const char *wanted) {
  for (guint i = 0; i < sheet->column_count; i++)
    if (header_is(sheet->headers[i], wanted))
      return TRUE;
  return FALSE;
}

/* Whether a field is meant by it; with `sheets`, one that has a column of that header. */
static gboolean is_meant(const RefnetSheet *sheets, const char *override) {
  for (guint f = 0; f < REFNET_FILES; f++) {
    const RefnetFileFields *file = refnet_file_fields((RefnetFile)f);
    for (guint i = 0; i < file->field_count; i++) {
      const char *wanted = override_header(override, file, &file->fields[i]);
      if (wanted != NULL && (sheets == NULL || sheet_has_header(&sheets[f], wanted)))
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean refuse(const char *override, const char *why, GError **error) {
  g_autofree char *shown = refnet_text_display(override, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "column \"%s\" %s", shown, why);
  return FALSE;
}

gboolean refnet_overrides_check(const char *const *overrides, GError **error) {
  for (gsize i = 0; overrides != NULL && overrides[i] != NULL; i++) {
    if (!g_utf8_validate(overrides[i], -1, NULL))
      return refuse(overrides[i], "is named in text that is not UTF-8", error);
    if (strchr(overrides[i], '=') == NULL)
      return refuse(overrides[i], "is not of the form FIELD=HEADER", error);
    if (!is_meant(NULL, overrides[i]))
      return refuse(overrides[i], "names no field that refnet knows", error);
  }
  return TRUE;
}

gboolean refnet_sheets_check_overrides(const RefnetSheet *sheets, const char *const *overrides,
                                       GError **error) {
  for (gsize i = 0; overrides != NULL && overrides[i] != NULL; i++)
    if (!is_meant(sheets, overrides[i]))
      return refuse(overrides[i], "names a header that no file with that field has", error);
  return TRUE;
}

/* ---- matching -------------------------------------------------------------------------------- */

/* How well each column fits, and the field it then means. */
typedef struct {
  char *folded;
  guint field;
  guint fit; /* 0: overridden, 1: own name, 2 …: synonyms */
} Match;

#define WORSE 1000 /* than any header that fits as a whole */

static void match_part(const RefnetFileFields *file, const char *part, gboolean required,
                       Match *match) {
  g_autofree char *folded = refnet_text_fold_header(part);
  for (guint i = 0; i < file->field_count; i++) {
    guint fit = refnet_field_fit(&file->fields[i], folded);
    if (fit != G_MAXUINT && fit + WORSE < match->fit && (file->fields[i].required || !required))
      *match = (Match){match->folded, i, fit + WORSE};
  }
}

/* Of a header like "Referred to (please list)" the part before the bracket counts, too; of "School
 * / Agency", where a file needs such a column, either part. */
static void match_parts(const RefnetFileFields *file, const char *header, Match *match) {
  const char *bracket = strpbrk(header, "([");
  g_autofree char *outside =
      g_strndup(header, bracket != NULL ? (gsize)(bracket - header) : strlen(header));
  if (bracket != NULL)
    match_part(file, outside, FALSE, match);
  g_auto(GStrv) parts = g_strsplit(outside, "/", -1);
  for (guint i = 0; parts[0] != NULL && parts[1] != NULL && parts[i] != NULL; i++)
    match_part(file, parts[i], TRUE, match);
}

static Match match_header(const RefnetFileFields *file, const char *header,
                          const char *const *overrides) {
  Match match = {refnet_text_fold_header(header), REFNET_NO_FIELD, G_MAXUINT};
  for (guint i = 0; i < file->field_count; i++) {
    guint fit = refnet_field_fit(&file->fields[i], match.folded);
    if (fit != G_MAXUINT)
      fit++;
    if (is_overridden(header, file, &file->fields[i], overrides))
      fit = 0;
    if (fit < match.fit) {
      match.fit = fit;
      match.field = i;
    }
  }
  if (match.field == REFNET_NO_FIELD)
    match_parts(file, header, &match);
  return match;
}

/* Unless the user said which column has the names. */
static void choose_name(RefnetSheet *sheet, const Match *matches) {
  const gint name = sheet->column[REFNET_ORGANIZATION_NAME];
  if (sheet->file != REFNET_FILE_ORGANIZATIONS || name < 0 || matches[name].fit == 0)
    return;
  g_autofree const char **folded = g_new(const char *, sheet->column_count);
  for (guint c = 0; c < sheet->column_count; c++)
    folded[c] = matches[c].folded;
  sheet->column[REFNET_ORGANIZATION_NAME] =
      (gint)refnet_organization_name_column(folded, sheet->column_count, (guint)name);
}

static void choose_columns(RefnetSheet *sheet, const Match *matches) {
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
static void choose_loosely(RefnetSheet *sheet, const Match *matches) {
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

/* Those of the file's lists that stand in several columns; not where the user said which one is
 * meant. */
static void choose_numbered(RefnetSheet *sheet, const Match *matches) {
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

/* "# Referred", "Number of clients sent": past the words that say that it is a count; NULL: none
 * do. */
static const char *after_how_many(const char *header) {
  static const char *const beginnings[] = {"#",    "number of ", "no. of ",
                                           "num ", "total ",     "count of "};
  for (gsize i = 0; i < G_N_ELEMENTS(beginnings); i++)
    if (g_ascii_strncasecmp(header, beginnings[i], strlen(beginnings[i])) == 0)
      return header[strlen(beginnings[i])] != '\0' ? header + strlen(beginnings[i]) : NULL;
  return NULL;
}

/* Of a list of links without a column of counts the leftmost that says how many there are. */
static void choose_count(RefnetSheet *sheet) {
  for (guint c = 0; sheet->file == REFNET_FILE_REFERRALS && c < sheet->column_count; c++) {
    const char *what = after_how_many(sheet->headers[c]);
    if (what == NULL || sheet->column[REFNET_REFERRAL_COUNT] >= 0 ||
        sheet->field_of[c] != REFNET_NO_FIELD || !refnet_header_asks_for_link(what))
      continue;
    sheet->column[REFNET_REFERRAL_COUNT] = (gint)c;
    sheet->field_of[c] = REFNET_REFERRAL_COUNT;
  }
}

/* Of people who have a column for their names, or for the first ones. */
static gint find_last_name(const RefnetSheet *sheet, const Match *matches) {
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

static gboolean is_span(const RefnetSheet *sheet, guint column) {
  for (guint i = 0; i < sheet->spans.length; i++)
    if (sheet->spans.columns[i] == column)
      return TRUE;
  return FALSE;
}

static void report_header(const RefnetSheet *sheet, RefnetDiagnostics *diagnostics, RefnetKind kind,
                          guint column, const char *fix, const char *message) {
  refnet_sheet_report_column(sheet, diagnostics, kind, sheet->header_line, column, fix, "%s",
                             message);
}

static gboolean repeats_header(const Match *matches, guint column) {
  for (guint c = 0; c < column; c++)
    if (strcmp(matches[c].folded, matches[column].folded) == 0)
      return TRUE;
  return FALSE;
}

/* The figure of a file that counts something, where it has no column; NULL: it has, or none does.
 */
static const char *missing_count(const RefnetSheet *sheet) {
  const RefnetFileFields *file = refnet_file_fields(sheet->file);
  const guint field = sheet->file == REFNET_FILE_REFERRALS ? (guint)REFNET_REFERRAL_COUNT
                      : sheet->file == REFNET_FILE_NEEDS   ? (guint)REFNET_NEED_DEMAND
                                                           : REFNET_NO_FIELD;
  return field != REFNET_NO_FIELD && sheet->column[field] < 0 && sheet->spans.length == 0
             ? file->fields[field].name
             : NULL;
}

/* A field without a column whose name is nearly the header, or that this may mean. */
static const char *nearly_meant(const RefnetSheet *sheet, const char *header, const char *folded) {
  const RefnetFileFields *file = refnet_file_fields(sheet->file);
  if (after_how_many(header) != NULL && missing_count(sheet) != NULL)
    return missing_count(sheet);
  for (guint i = 0; strlen(folded) > 3 && i < file->field_count; i++) {
    g_autofree char *name = refnet_text_fold_header(file->fields[i].name);
    if (sheet->column[i] < 0 && refnet_text_distance(name, folded, NEARLY) <= NEARLY)
      return file->fields[i].name;
  }
  return NULL;
}

/* Nobody said which of two columns has the names of the organizations, and this one may. */
static gboolean could_be_name(const RefnetSheet *sheet, const Match *matches, guint column) {
  return sheet->file == REFNET_FILE_ORGANIZATIONS &&
         matches[column].field == REFNET_ORGANIZATION_NAME &&
         matches[sheet->column[REFNET_ORGANIZATION_NAME]].fit > 0;
}

static void report_unmatched(const RefnetSheet *sheet, const Match *matches, guint column,
                             RefnetDiagnostics *diagnostics) {
  const Match *match = &matches[column];
  g_autofree char *header = refnet_text_display(sheet->headers[column], CHARACTERS_TOLD);
  const char *kept = sheet->file == REFNET_FILE_ORGANIZATIONS ? "kept as an attribute" : "not used";
  const char *meant = nearly_meant(sheet, sheet->headers[column], match->folded);
  g_autofree char *message = NULL, *fix = NULL;
  if (match->field != REFNET_NO_FIELD) {
    const char *field = refnet_file_fields(sheet->file)->fields[match->field].name;
    g_autofree char *chosen =
        refnet_text_display(sheet->headers[sheet->column[match->field]], CHARACTERS_TOLD);
    message = g_strdup_printf("column \"%s\" is %s: %s is read from column \"%s\"", header, kept,
                              field, chosen);
    fix = g_strdup_printf("say --column %s=HEADER if the other one is meant", field);
    report_header(sheet, diagnostics,
                  could_be_name(sheet, matches, column) ? REFNET_KIND_SECOND_NAME
                                                        : REFNET_KIND_SECOND_COLUMN,
                  column, fix, message);
  } else if (meant != NULL) {
    message = g_strdup_printf("column \"%s\" is %s; did you mean \"%s\"?", header, kept, meant);
    fix = g_strdup_printf("rename the column, or say --column %s=HEADER", meant);
    report_header(sheet, diagnostics, REFNET_KIND_SIMILAR_COLUMN, column, fix, message);
  } else if (sheet->file == REFNET_FILE_REFERRALS &&
             refnet_header_asks_for_link_back(sheet->headers[column])) {
    message = g_strdup_printf(
        "column \"%s\" is not used: it seems to ask for referrals the other way round", header);
    report_header(sheet, diagnostics, REFNET_KIND_ANSWERS_NOT_USED, column,
                  "read the file with refnet import survey, which takes both directions", message);
  } else if (sheet->file != REFNET_FILE_ORGANIZATIONS) {
    message = g_strdup_printf("column \"%s\" is not used", header);
    report_header(sheet, diagnostics, REFNET_KIND_UNUSED_COLUMN, column, NULL, message);
  }
}

static void report_columns(const RefnetSheet *sheet, const Match *matches,
                           RefnetDiagnostics *diagnostics) {
  for (guint c = 0; c < sheet->column_count; c++) {
    if (*sheet->headers[c] == '\0' || sheet->field_of[c] != REFNET_NO_FIELD ||
        (gint)c == sheet->answers || (gint)c == sheet->last_name || is_span(sheet, c))
      continue;
    if (!repeats_header(matches, c)) {
      report_unmatched(sheet, matches, c, diagnostics);
      continue;
    }
    g_autofree char *header = refnet_text_display(sheet->headers[c], CHARACTERS_TOLD);
    g_autofree char *message =
        g_strdup_printf("column \"%s\" is there more than once; the first is used", header);
    report_header(sheet, diagnostics, REFNET_KIND_DUPLICATE_COLUMN, c,
                  "give each column a header of its own", message);
  }
}

static void report_spans(const RefnetSheet *sheet, RefnetDiagnostics *diagnostics) {
  const RefnetSpans *spans = &sheet->spans;
  if (spans->length == 0)
    return;
  g_autofree char *first = refnet_text_display(sheet->headers[spans->columns[0]], CHARACTERS_TOLD);
  g_autofree char *last =
      refnet_text_display(sheet->headers[spans->columns[spans->length - 1]], CHARACTERS_TOLD);
  g_autofree char *message =
      spans->length == 1 ? g_strdup_printf("column \"%s\" is read as the count", first)
                         : g_strdup_printf("the count is the sum of %u columns, \"%s\" to \"%s\"",
                                           spans->length, first, last);
  report_header(sheet, diagnostics, REFNET_KIND_COUNTS_ADDED, spans->columns[0],
                "say --column count=HEADER if one of them is meant", message);
}

/* `services ("Service 1" to "Service 3")`, `areas ("Area", twice)` */
static void tell_numbered(const RefnetSheet *sheet, guint field, GString *told) {
  guint count = 0, last = 0;
  for (guint c = 0; c < sheet->column_count; c++)
    if (sheet->field_of[c] == field) {
      last = c;
      count++;
    }
  g_autofree char *from =
      refnet_text_display(sheet->headers[sheet->column[field]], CHARACTERS_TOLD);
  g_autofree char *to = refnet_text_display(sheet->headers[last], CHARACTERS_TOLD);
  g_string_append_printf(told, "%s%s (\"%s\"", told->len > 0 ? ", " : "",
                         refnet_file_fields(sheet->file)->fields[field].name, from);
  if (strcmp(from, to) != 0)
    g_string_append_printf(told, " %s \"%s\")", count == 2 ? "and" : "to", to);
  else
    g_string_append_printf(told, ", %s)", count == 2 ? "twice" : "several times");
}

static void report_numbered(const RefnetSheet *sheet, RefnetDiagnostics *diagnostics) {
  g_autoptr(GString) told = g_string_new(NULL);
  guint first = 0, lists = 0;
  for (guint i = 0; i < REFNET_FIELDS_MAX; i++) {
    if (!refnet_sheet_is_numbered(sheet, i))
      continue;
    first = lists++ == 0 ? (guint)sheet->column[i] : first;
    tell_numbered(sheet, i, told);
  }
  g_autofree char *message = g_strdup_printf("several columns are read as one list%s: %s",
                                             lists > 1 ? " each" : "", told->str);
  if (lists > 0)
    report_header(sheet, diagnostics, REFNET_KIND_NUMBERED_COLUMNS, first,
                  "say --column FIELD=HEADER if one of them is meant", message);
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

static gboolean is_list(RefnetFile file, guint field) {
  return field != REFNET_NO_FIELD && refnet_file_fields(file)->fields[field].list;
}

gboolean refnet_header_lists(RefnetFile file, const char *header, const char *const *overrides) {
  const RefnetFileFields *fields = refnet_file_fields(file);
  const Match match = match_header(fields, header, overrides);
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
  g_autofree Match *matches = g_try_new(Match, MAX(header->fields, 1));
  if (sheet->headers == NULL || sheet->field_of == NULL || matches == NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL, "out of memory");
    return FALSE;
  }
  sheet->column_count = header->fields;
  for (guint c = 0; c < header->fields; c++) {
    const char *text = refnet_pool_intern(pool, header->cells[c]);
    sheet->headers[c] = text != NULL ? text : "";
    sheet->field_of[c] = REFNET_NO_FIELD;
    matches[c] = match_header(refnet_file_fields(sheet->file), sheet->headers[c], overrides);
  }
  choose_columns(sheet, matches);
  choose_loosely(sheet, matches);
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
    report_columns(sheet, matches, diagnostics);
    report_spans(sheet, diagnostics);
    report_numbered(sheet, diagnostics);
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
    const Match match = match_header(file, row->cells[c], overrides);
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
