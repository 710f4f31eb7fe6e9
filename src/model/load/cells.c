/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From the text of a cell to a figure, a date, a word or an organization. */
#include "model/load/cells.h"
#include "model/columns/estimate.h"
#include "model/columns/figures.h"
#include "model/columns/no_name.h"
#include "model/columns/words.h"
#include "model/load/date_guesses.h"

#include <math.h>
#include <string.h>

void refnet_cell_report(const RefnetReading *reading, RefnetKind kind, guint field, const char *fix,
                        const char *message, ...) {
  va_list arguments;
  va_start(arguments, message);
  g_autofree char *text = g_strdup_vprintf(message, arguments);
  va_end(arguments);
  refnet_sheet_report(reading->sheet, reading->loader->store->dataset.diagnostics, kind,
                      reading->row->line, field, REFNET_NONE, fix, "%s", text);
}

/* Words in files about people may be people's names, which nobody has asked to see. */
static gboolean may_name_people(const RefnetReading *reading, const char *text) {
  RefnetFile file = reading->sheet->file;
  if (file != REFNET_FILE_CONTACTS && file != REFNET_FILE_MEETINGS)
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char(text))
    if (g_unichar_isalpha(g_utf8_get_char(text)))
      return TRUE;
  return FALSE;
}

void refnet_cell_refuse(const RefnetReading *reading, RefnetKind kind, guint field,
                        const char *message, const char *fix) {
  const char *text = refnet_cell_text(reading, field);
  if (text == NULL || may_name_people(reading, text)) {
    refnet_cell_report(reading, kind, field, fix, "the cell %s", message);
    return;
  }
  g_autofree char *shown = refnet_text_display(text, REFNET_CELL_SHOWN);
  refnet_cell_report(reading, kind, field, fix, "\"%s\" %s", shown, message);
}

/* ---- text ------------------------------------------------------------------------------------ */

/* Is "N/A" written where a blank should be? The first of a file is reported. */
static gboolean says_unknown(const RefnetReading *reading, guint field, const char *text) {
  if (!refnet_word_is_blank(text, &refnet_file_fields(reading->sheet->file)->fields[field]))
    return FALSE;
  if (!reading->sheet->has_unknown_words)
    refnet_cell_report(reading, REFNET_KIND_UNKNOWN_WORD, field, "leave the cell blank",
                       "\"%s\" and the like say that something is not known, and count as blank",
                       text);
  reading->sheet->has_unknown_words = TRUE;
  return TRUE;
}

/* As it stands there; "" where the row ends before it or there is no such column. */
static const char *written(const RefnetReading *reading, guint field) {
  gint column = reading->sheet->column[field];
  return column >= 0 && (guint)column < reading->row->fields ? reading->row->cells[column] : "";
}

const char *refnet_cell_text(const RefnetReading *reading, guint field) {
  const char *text = written(reading, field);
  return *text != '\0' && !says_unknown(reading, field, text) ? text : NULL;
}

const char *refnet_cell_answered(const RefnetReading *reading, guint field) {
  const RefnetSheet *sheet = reading->sheet;
  const char *text = written(reading, field);
  if (*text == '\0')
    return NULL;
  return refnet_word_for_answer(&refnet_file_fields(sheet->file)->fields[field],
                                sheet->headers[sheet->column[field]], text);
}

static const char *copy_to(RefnetPool *pool, const RefnetReading *reading, guint field) {
  const char *text = refnet_cell_text(reading, field);
  const char *copy = refnet_pool_intern(pool, text);
  if (text != NULL && copy == NULL)
    refnet_loader_out_of_memory(reading->loader);
  return copy;
}

const char *refnet_cell_copy(const RefnetReading *reading, guint field) {
  return copy_to(reading->loader->store->pool, reading, field);
}

const char *refnet_cell_copy_own(const RefnetReading *reading, guint field) {
  const char *text = refnet_cell_text(reading, field);
  const char *copy = refnet_pool_copy(reading->loader->store->pool, text);
  if (text != NULL && copy == NULL)
    refnet_loader_out_of_memory(reading->loader);
  return copy;
}

static const char *cell_in_column(const RefnetReading *reading, guint column, guint field) {
  const char *text = column < reading->row->fields ? reading->row->cells[column] : "";
  return *text != '\0' && !says_unknown(reading, field, text) ? text : "";
}

/* Of a list that several columns hold; NULL: all are blank. Caller frees. */
static char *join_numbered(const RefnetReading *reading, guint field) {
  const RefnetSheet *sheet = reading->sheet;
  GString *joined = g_string_new(NULL);
  gsize filled = 0;
  for (guint c = (guint)sheet->column[field]; c < sheet->column_count; c++) {
    if (sheet->field_of[c] != field)
      continue;
    const char *text = cell_in_column(reading, c, field);
    g_string_append_printf(joined, "%s%s", (gint)c > sheet->column[field] ? REFNET_CELLS_APART : "",
                           text);
    filled += strlen(text);
  }
  return g_string_free(joined, filled == 0);
}

const char *refnet_cell_keep(const RefnetReading *reading, guint field) {
  if (!refnet_sheet_is_numbered(reading->sheet, field))
    return copy_to(reading->loader->scratch, reading, field);
  g_autofree char *joined = join_numbered(reading, field);
  const char *kept = refnet_pool_intern(reading->loader->scratch, joined);
  if (joined != NULL && kept == NULL)
    refnet_loader_out_of_memory(reading->loader);
  return kept;
}

static gboolean is_filled(const RefnetReading *reading, guint field) {
  if (!refnet_sheet_is_numbered(reading->sheet, field))
    return refnet_cell_text(reading, field) != NULL;
  g_autofree char *joined = join_numbered(reading, field);
  return joined != NULL;
}

gboolean refnet_cell_require(const RefnetReading *reading, guint field) {
  if (is_filled(reading, field))
    return TRUE;
  const char *name = refnet_file_fields(reading->sheet->file)->fields[field].name;
  const char *word = written(reading, field);
  refnet_cell_report(
      reading, REFNET_KIND_BLANK_REQUIRED, field, "fill the cell, or remove the row",
      *word == '\0' ? "%s is blank" : "%s is blank: \"%s\" says that it is not known", name, word);
  return FALSE;
}

/* ---- organizations and values ---------------------------------------------------------------- */

/* "Self", "Total" and the like name no organization that could be added. FALSE: it is none of
 * these. */
static gboolean report_other(const RefnetReading *reading, guint field) {
  const char *text = refnet_cell_text(reading, field);
  const char *other = refnet_word_other_than_name(text);
  if (other == NULL)
    return FALSE;
  g_autofree char *shown = refnet_text_display(text, REFNET_CELL_SHOWN);
  refnet_cell_report(reading, REFNET_KIND_UNKNOWN_ORGANIZATION, field,
                     refnet_word_is_stand_in(text)
                         ? "write the name that is meant, or remove the row"
                         : "remove the row",
                     "\"%s\" seems to be %s, not an organisation", shown, other);
  return TRUE;
}

static void report_unresolved(const RefnetReading *reading, guint field,
                              RefnetResolution resolution) {
  gboolean ambiguous = resolution == REFNET_RESOLVED_AMBIGUOUS;
  RefnetKind kind =
      ambiguous ? REFNET_KIND_AMBIGUOUS_ORGANIZATION : REFNET_KIND_UNKNOWN_ORGANIZATION;
  const char *fix = ambiguous ? "use the id"
                              : "write the name as in organizations.csv, or add the organisation "
                                "there";
  g_autofree char *message = NULL;
  const gboolean is_told = refnet_kind_is_told(kind, reading->loader->store->dataset.diagnostics);
  if (is_told && !ambiguous && report_other(reading, field))
    return;
  if (is_told)
    message =
        refnet_resolver_explain(reading->loader->store->resolver, refnet_cell_text(reading, field));
  if (message != NULL)
    refnet_cell_report(reading, kind, field, fix, "%s", message);
  else
    refnet_cell_refuse(reading, kind, field,
                       ambiguous ? "could be several organisations" : "names no organisation", fix);
}

RefnetInternerKey refnet_cell_key(const RefnetReading *reading, guint field) {
  const char *text = refnet_cell_text(reading, field);
  return text != NULL ? refnet_interner_key(text, strlen(text)) : (RefnetInternerKey){NULL, 0, 0};
}

void refnet_report_plain_name(const RefnetStore *store, const RefnetSheet *sheet, guint64 line,
                              guint field, const char *name, guint32 organization) {
  const RefnetOrganization *meant = &store->dataset.organizations[organization];
  g_autofree char *shown = refnet_text_display(name, REFNET_CELL_SHOWN);
  g_autofree char *called = refnet_text_display(meant->name, REFNET_CELL_SHOWN);
  refnet_sheet_report(sheet, store->dataset.diagnostics, REFNET_KIND_PLAIN_NAME, line, field,
                      REFNET_NONE,
                      "write it as in organizations.csv, or add it to alternate_names there",
                      "\"%s\" was read as \"%s\"", shown, called);
}

RefnetResolution refnet_cell_resolve(const RefnetReading *reading, guint field,
                                     const RefnetInternerKey *key, guint32 *organization) {
  RefnetResolution resolution =
      refnet_resolver_find_cell(reading->loader->store->resolver, key, organization);
  if (resolution == REFNET_RESOLVER_NO_MEMORY)
    refnet_loader_out_of_memory(reading->loader);
  if (resolution == REFNET_RESOLVED_PLAINLY)
    refnet_report_plain_name(reading->loader->store, reading->sheet, reading->row->line, field,
                             refnet_cell_text(reading, field), *organization);
  return resolution;
}

/* "Same as above": whom the row above names; REFNET_NONE: the text is none such, or nobody is. */
static guint32 find_above(const RefnetReading *reading, guint field) {
  const guint32 above = reading->loader->above[field];
  if (above == REFNET_NONE || !refnet_word_repeats_above(refnet_cell_text(reading, field)))
    return REFNET_NONE;
  refnet_report_plain_name(reading->loader->store, reading->sheet, reading->row->line, field,
                           refnet_cell_text(reading, field), above);
  return above;
}

guint32 refnet_cell_keyed_organization(const RefnetReading *reading, guint field,
                                       const RefnetInternerKey *key) {
  if (key->text == NULL) {
    refnet_cell_require(reading, field);
    return REFNET_NONE;
  }
  guint32 organization;
  RefnetResolution resolution = refnet_cell_resolve(reading, field, key, &organization);
  if (resolution == REFNET_RESOLVED_UNKNOWN)
    organization = find_above(reading, field);
  if (!refnet_resolution_is_one(resolution) && organization == REFNET_NONE)
    report_unresolved(reading, field, resolution);
  reading->loader->above[field] = organization;
  return organization;
}

guint32 refnet_cell_organization(const RefnetReading *reading, guint field) {
  const RefnetInternerKey key = refnet_cell_key(reading, field);
  return refnet_cell_keyed_organization(reading, field, &key);
}

guint32 refnet_cell_value(const RefnetReading *reading, guint field, RefnetValuesKind kind) {
  const char *text = refnet_cell_text(reading, field);
  if (text == NULL)
    return REFNET_NONE;
  guint32 value = refnet_values_add(reading->loader->values[kind], text);
  if (value == REFNET_NONE)
    refnet_loader_out_of_memory(reading->loader);
  return value;
}

/* ---- figures --------------------------------------------------------------------------------- */

/* On earth, with room to grow. */
static const double MOST_PEOPLE = 1e10;

static void refuse_two_figures(const RefnetReading *reading, guint field, const char *text) {
  double value = NAN;
  char plain[G_ASCII_DTOSTR_BUF_SIZE];
  g_auto(GStrv) parts = g_strsplit(text, ".", 2);
  refnet_figure_parse(text, &value);
  g_autofree char *message =
      g_strdup_printf("could be %s%s or %s, and was read as unknown", parts[0], parts[1],
                      g_ascii_formatd(plain, sizeof plain, "%.15g", value));
  refnet_cell_refuse(reading, REFNET_KIND_BAD_NUMBER, field, message,
                     "write it without the point if that parts thousands, else with one or two "
                     "digits behind it");
}

/* "~50", "322 (est.)", "300*"; FALSE: it is none of these. */
static gboolean read_estimate(const RefnetReading *reading, guint field, const char *text,
                              double *value) {
  guint64 count;
  if (refnet_figure_parse(text, value) || !refnet_estimate_parse(text, &count) ||
      (double)count > MOST_PEOPLE)
    return FALSE;
  g_autofree char *message = g_strdup_printf("was read as %" G_GUINT64_FORMAT, count);
  refnet_cell_refuse(reading, REFNET_KIND_APPROXIMATE_COUNT, field, message,
                     "write digits only if another figure is meant");
  *value = (double)count;
  return TRUE;
}

double refnet_cell_amount(const RefnetReading *reading, guint field) {
  const char *text = refnet_cell_text(reading, field);
  double value = NAN;
  if (text == NULL)
    return NAN;
  if (refnet_figure_could_be_two(text))
    refuse_two_figures(reading, field, text);
  else if (read_estimate(reading, field, text, &value))
    return value;
  else if (!refnet_figure_parse(text, &value))
    refnet_cell_refuse(reading, REFNET_KIND_BAD_NUMBER, field,
                       "is not a number and was read as unknown", "write digits only");
  else if (value < 0)
    refnet_cell_refuse(reading, REFNET_KIND_BAD_NUMBER, field,
                       "is less than 0 and was read as unknown",
                       "correct the figure, or leave the cell blank");
  else if (value > MOST_PEOPLE)
    refnet_cell_refuse(reading, REFNET_KIND_BAD_NUMBER, field,
                       "is more people than there are and was read as unknown",
                       "correct the figure, or leave the cell blank");
  else
    return value;
  return NAN;
}

double refnet_cell_yearly(const RefnetReading *reading, guint field, guint period) {
  double amount = refnet_cell_amount(reading, field);
  double per_year = reading->sheet->per_year > 0 ? reading->sheet->per_year : 1;
  const char *figure = refnet_cell_text(reading, field);
  if (figure != NULL && refnet_estimate_is_of_a_year(figure))
    return amount;
  const char *text = period != REFNET_NO_FIELD ? refnet_cell_text(reading, period) : NULL;
  if (text == NULL || refnet_word_period(text, &per_year))
    return amount * per_year;
  refnet_cell_refuse(reading, REFNET_KIND_UNKNOWN_PERIOD, period,
                     "is not a period that converts to years; the figure was read as unknown",
                     "write year, quarter, month, week or day");
  return NAN;
}

/* ---- dates and answers ----------------------------------------------------------------------- */

/* Why a date could not be read, to follow the quoted text, and what to do. */
typedef struct {
  const char *problem, *fix;
} DateTrouble;

static DateTrouble date_trouble(RefnetDateStatus status, const char *text) {
  static const DateTrouble unread[] = {
      [REFNET_UNREAD_OTHER] = {"is not a date", "write YYYY-MM-DD"},
      [REFNET_UNREAD_YEAR] = {"is no calendar year",
                              "write the day as YYYY-MM-DD: fiscal and school years begin and end "
                              "on other days in other places"},
      [REFNET_UNREAD_WINTER] = {"could be either of two winters", "write YYYY-MM-DD"}};
  switch (status) {
  case REFNET_DATE_AMBIGUOUS:
    return (DateTrouble){"could be two dates",
                         "write YYYY-MM-DD, or say --date-order mdy or --date-order dmy"};
  case REFNET_DATE_IMPOSSIBLE:
    return (DateTrouble){"is not in the calendar", "write YYYY-MM-DD"};
  default:
    return unread[refnet_date_unread_time(text)];
  }
}

static void note_guesses(const RefnetReading *reading, guint field, guint guesses) {
  for (guint i = 0; i < REFNET_DATE_GUESSES; i++) {
    RefnetGuessed *guessed = &reading->sheet->guessed[i];
    if ((guesses & 1 << i) != 0 && guessed->count++ == 0) {
      guessed->line = reading->row->line;
      guessed->field = field;
    }
  }
}

static RefnetDateStatus parse_date(const RefnetReading *reading, guint field, RefnetDate *date) {
  const RefnetField *described = &refnet_file_fields(reading->sheet->file)->fields[field];
  const char *text = refnet_cell_text(reading, field);
  guint guesses;
  RefnetDateStatus status =
      refnet_date_cell_read(described, text, reading->loader->options->date_order, date, &guesses);
  if (status == REFNET_DATE_AMBIGUOUS && refnet_find_date_order(reading)) {
    status = refnet_date_cell_read(described, text, reading->sheet->date_order, date, &guesses);
    guesses |= 1 << REFNET_DATE_FROM_ORDER;
  }
  if (status == REFNET_DATE_OK)
    note_guesses(reading, field, guesses);
  return status;
}

RefnetDate refnet_cell_date(const RefnetReading *reading, guint field) {
  const char *text = refnet_cell_text(reading, field);
  RefnetDate date = REFNET_DATE_UNKNOWN;
  if (text == NULL)
    return date;
  RefnetDateStatus status = parse_date(reading, field, &date);
  if (status == REFNET_DATE_OK || status == REFNET_DATE_BLANK)
    return date;
  const DateTrouble trouble = date_trouble(status, text);
  g_autofree char *message = g_strdup_printf("%s and was read as unknown", trouble.problem);
  refnet_cell_refuse(
      reading, status == REFNET_DATE_AMBIGUOUS ? REFNET_KIND_AMBIGUOUS_DATE : REFNET_KIND_BAD_DATE,
      field, message, trouble.fix);
  return REFNET_DATE_UNKNOWN;
}

gboolean refnet_cell_require_date(const RefnetReading *reading, guint field, RefnetDate *date) {
  if (!refnet_cell_require(reading, field))
    return FALSE;
  RefnetDateStatus status = parse_date(reading, field, date);
  if (status == REFNET_DATE_OK)
    return TRUE;
  const DateTrouble trouble = date_trouble(status, refnet_cell_text(reading, field));
  refnet_cell_refuse(reading, REFNET_KIND_BAD_REQUIRED_DATE, field, trouble.problem, trouble.fix);
  return FALSE;
}

RefnetTri refnet_cell_answer(const RefnetReading *reading, guint field) {
  const char *text = refnet_cell_text(reading, field);
  RefnetTri answer = REFNET_TRI_UNKNOWN;
  if (text != NULL && !refnet_word_answer(text, &answer))
    refnet_cell_refuse(reading, REFNET_KIND_BAD_ANSWER, field,
                       "is neither yes nor no and was read as unknown", "write yes or no");
  return answer;
}
