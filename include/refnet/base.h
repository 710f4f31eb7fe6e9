/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — base room: what every other room rests on.
 *
 * Errors that stop, diagnostics that do not, dates, text, random numbers, distances and output
 * files that are either whole or absent.
 *
 * Conventions of all public headers: a function that can fail takes a GError ** and returns FALSE
 * or NULL when it set it; `_new` and `_load` results belong to the caller and are released with the
 * matching `_free` (g_autoptr works for every such type); `const` results belong to the object
 * they came from. Text is UTF-8, NFC. NaN stands for an undefined real, REFNET_NONE for no index.
 * Where nothing is said of errors, REFNET_ERROR_INTERNAL, when memory runs out, is the only one.
 */
#ifndef REFNET_BASE_H
#define REFNET_BASE_H

#include <glib.h>

G_BEGIN_DECLS

/* "No such index": a blank reference, an unknown vertex. */
#define REFNET_NONE G_MAXUINT32

/* ---- Errors: what stops ---------------------------------------------------------------------- */

#define REFNET_ERROR (refnet_error_quark())
GQuark refnet_error_quark(void);

/* Codes of REFNET_ERROR; the command line turns each into its exit status. */
typedef enum {
  REFNET_ERROR_USAGE,       /* the request makes no sense as it was put */
  REFNET_ERROR_INPUT,       /* the data cannot be used */
  REFNET_ERROR_IO,          /* a file could not be read or written */
  REFNET_ERROR_INTERNAL,    /* a library failed, memory ran out */
  REFNET_ERROR_INTERRUPTED, /* the user asked to stop */
  REFNET_ERROR_CLOSED_PIPE  /* the reader of our output went away */
} RefnetErrorCode;

/* ---- Diagnostics: what the data has wrong ---------------------------------------------------- */

typedef enum {
  REFNET_SEVERITY_NOTE,    /* worth knowing, nothing to mend */
  REFNET_SEVERITY_WARNING, /* kept, but something in it was not understood */
  REFNET_SEVERITY_ERROR    /* a row was rejected */
} RefnetSeverity;

/* One thing wrong with the data, and where. `{person}` in `message` stands for the contact with
 * index `contact`, so that a name is shown only to those who asked for names. */
typedef struct {
  const char *kind; /* stable word, e.g. "unknown-organization"; static */
  RefnetSeverity severity;
  const char *file;  /* name within the dataset, e.g. "referrals.csv"; NULL: the dataset; static or
                        interned */
  guint64 line;      /* physical line where the row begins, from 1; 0: the whole file */
  guint64 record;    /* spreadsheet row, header = 1; 0: unknown or equal to line */
  guint column;      /* field, from 1; 0: the whole row */
  gboolean in_sheet; /* `file` is a sheet of a workbook, `line` a row of it */
  const char *field; /* header of that column as the file spells it; NULL: none; interned */
  guint32 contact;   /* REFNET_NONE, or the contact `{person}` stands for */
  char *message;     /* what is wrong, one sentence without a full stop, the subject quoted */
  char *fix;         /* what to do, one imperative clause; NULL: nothing to do */
} RefnetDiagnostic;

/* Diagnostics in the order they were found: at most 100 kept of a kind, all counted. */
typedef struct RefnetDiagnostics RefnetDiagnostics;

RefnetDiagnostics *refnet_diagnostics_new(void);
void refnet_diagnostics_free(RefnetDiagnostics *diagnostics);

/* Adds one diagnostic at `where` (kind, severity, file, line, record, column, field, contact are
 * copied from it; its message and fix are ignored). `fix` may be NULL; `message` is a printf
 * format. `file` and `field` are interned. O(length of the message). */
void refnet_diagnostics_add(RefnetDiagnostics *diagnostics, const RefnetDiagnostic *where,
                            const char *fix, const char *message, ...) G_GNUC_PRINTF(4, 5);

/* The diagnostics kept; at(i) for i < length. */
gsize refnet_diagnostics_length(const RefnetDiagnostics *diagnostics);
const RefnetDiagnostic *refnet_diagnostics_at(const RefnetDiagnostics *diagnostics, gsize index);

/* Has `watch` called with each diagnostic that is added from now on, kept or not; what it is given
 * is valid during the call. NULL: not. */
typedef void (*RefnetDiagnosticFunc)(const RefnetDiagnostic *diagnostic, gpointer data);
void refnet_diagnostics_watch(RefnetDiagnostics *diagnostics, RefnetDiagnosticFunc watch,
                              gpointer data);

/* How many of `severity` were added, kept or not. */
guint64 refnet_diagnostics_count(const RefnetDiagnostics *diagnostics, RefnetSeverity severity);
/* How many of `kind` were added, kept or not. */
guint64 refnet_diagnostics_count_kind(const RefnetDiagnostics *diagnostics, const char *kind);

/* Puts the kept ones in order: severity (worst first), kind, file, line, column. Stable. */
void refnet_diagnostics_sort(RefnetDiagnostics *diagnostics);

/* "referrals.csv:14:2" or "referrals.csv:14" or "referrals.csv"; in a sheet "sheet Referrals, cell
 * B14" or "sheet Referrals, row 14". Caller frees. */
char *refnet_diagnostic_location(const RefnetDiagnostic *diagnostic);

/* ---- Dates ----------------------------------------------------------------------------------- */

/* Days since 1970-01-01 in the proleptic Gregorian calendar. */
typedef gint32 RefnetDate;
#define REFNET_DATE_UNKNOWN G_MININT32

typedef enum {
  REFNET_DATE_ORDER_UNKNOWN, /* 25/03/2026 is read (only one reading), 04/03/2026 is ambiguous */
  REFNET_DATE_ORDER_MDY,
  REFNET_DATE_ORDER_DMY
} RefnetDateOrder;

typedef enum {
  REFNET_DATE_OK,
  REFNET_DATE_BLANK,
  REFNET_DATE_AMBIGUOUS,
  REFNET_DATE_IMPOSSIBLE, /* looks like a date but is none: 31 February */
  REFNET_DATE_NOT_A_DATE
} RefnetDateStatus;

/* What a text says of a date: from `first` to `last`, which are unknown unless REFNET_DATE_OK. */
typedef struct {
  RefnetDate first, last;
  gboolean short_year; /* of two digits, read as one of 1969 … 2068 */
} RefnetDateReading;

/* Reads YYYY-MM-DD (also with / or ., or followed by a time), D.M.YYYY, M/D/YYYY, D/M/YYYY,
 * "14 February 2026", "Feb 14, 2026", years of two digits but in front; as longer times "March
 * 2026", "2026-03", "Mar-26", quarters ("Q1 2026", "1Q26"), seasons but winter, and years. */
RefnetDateStatus refnet_date_read(const char *text, RefnetDateOrder order,
                                  RefnetDateReading *reading);
/* The same for days alone. *date is REFNET_DATE_UNKNOWN unless REFNET_DATE_OK. */
RefnetDateStatus refnet_date_parse(const char *text, RefnetDateOrder order, RefnetDate *date);

/* What dates that have one reading tell of others by the same hand; start from {0}. */
typedef struct {
  gboolean ambiguous, month_first, day_first;
} RefnetDateOrderSigns;

/* Notes what one more text tells; what is no date tells nothing. */
void refnet_date_order_note(RefnetDateOrderSigns *signs, const char *text);
/* UNKNOWN where nothing tells it, or both were seen. */
RefnetDateOrder refnet_date_order_of(const RefnetDateOrderSigns *signs);

RefnetDate refnet_date_from_ymd(int year, int month, int day); /* UNKNOWN when impossible */
/* The same day `months` later (earlier when negative), or the last of that month: 31 January plus
 * one is 28 or 29 February. UNKNOWN when `date` is, or outside the calendar. */
RefnetDate refnet_date_add_months(RefnetDate date, int months);
char *refnet_date_iso(RefnetDate date);   /* "2026-02-14"; NULL when unknown; caller frees */
char *refnet_date_words(RefnetDate date); /* "14 February 2026"; NULL when unknown; caller frees */

/* ---- Text ------------------------------------------------------------------------------------ */

/* NFC; no-break and zero-width characters made plain or dropped; trimmed; runs of blanks made one.
 * `text` must be valid UTF-8. Caller frees. */
char *refnet_text_clean(const char *text);
/* For comparing: clean, accents stripped, case folded, typographic quotes and dashes made ASCII.
 * Two texts with equal folds are "the same name" wherever names are resolved. Caller frees. */
char *refnet_text_fold(const char *text);
/* For comparing what cells say, services, areas and sectors: fold; then hyphens, slashes and blanks
 * are one blank, & is "and", apostrophes and stops are left out, but for a stop between digits.
 * Caller frees. */
char *refnet_text_fold_value(const char *text);
/* Whether two texts are one value: their folds of that kind are equal. */
gboolean refnet_text_is_same_value(const char *a, const char *b);
/* For matching headers, and names that somebody wrote otherwise: fold, then only letters and digits
 * kept, "organisation", "programme", "neighbour" and "centre" in American spelling. Caller frees.
 */
char *refnet_text_fold_header(const char *text);
/* An id from a name: folded case, letters and digits of every script kept, the rest one '-'.
 * Never empty ("unnamed"). Caller frees. */
char *refnet_text_slug(const char *text);
/* Fit for a terminal: control and bidirectional-override characters become U+FFFD, cut to
 * `max_characters` with "…" (0: not cut). Caller frees. */
char *refnet_text_display(const char *text, gsize max_characters);
/* Optimal-string-alignment distance in characters, at most `limit` + 1. O(|a|·|b|). */
guint refnet_text_distance(const char *a, const char *b, guint limit);
/* Columns the text takes in a terminal (wide and zero-width characters counted as such). */
gsize refnet_text_width(const char *text);

/* A number as a whole cell: optional sign, digits, decimal point, exponent; no hex, nan, inf.
 * FALSE and *value untouched otherwise. The locale plays no part. */
gboolean refnet_number_parse(const char *text, double *value);
/* A whole number >= 0 ("3", "3.0", "1,200" with groups of three). */
gboolean refnet_count_parse(const char *text, guint64 *value);

/* ---- Random numbers -------------------------------------------------------------------------- */

/* xoshiro256** (Blackman & Vigna 2021), seeded through splitmix64: same seed, same numbers. */
typedef struct {
  guint64 state[4];
} RefnetRandom;

void refnet_random_seed(RefnetRandom *random, guint64 seed);
/* The next number: any of 64 bits, of [0, 1), of 0 … bound − 1 without bias (bound > 0). */
guint64 refnet_random_next(RefnetRandom *random);
double refnet_random_unit(RefnetRandom *random);
guint64 refnet_random_below(RefnetRandom *random, guint64 bound);

/* ---- Distance -------------------------------------------------------------------------------- */

/* Great-circle distance in km (haversine, mean radius 6371.0088); degrees. NaN when any is NaN. */
double refnet_distance_km(double latitude_a, double longitude_a, double latitude_b,
                          double longitude_b);

/* In what people are told distances; figures for programs are in km. */
typedef enum { REFNET_UNITS_KM, REFNET_UNITS_MILES } RefnetUnits;

/* A distance in km in these units, and back. */
double refnet_distance_from_km(double km, RefnetUnits units);
double refnet_distance_to_km(double distance, RefnetUnits units);
/* "12 km", "0.8 km", "7.5 miles", "1 mile"; NaN: "an unknown distance". Caller frees. */
char *refnet_distance_words(double km, RefnetUnits units);
/* A distance as a whole cell: a number in `units`, or with a unit of its own ("25 miles", "15mi",
 * "40km"). FALSE and *km untouched otherwise. */
gboolean refnet_distance_parse(const char *text, RefnetUnits units, double *km);

/* ---- Output ---------------------------------------------------------------------------------- */

/* A file that appears whole or not at all: written to a temporary beside the target of any symbolic
 * link, then renamed over it with the mode kept. What is not a regular file (a FIFO, /dev/stdout)
 * is written straight to. Errors are sticky: write freely, then look at commit. */
typedef struct RefnetOutput RefnetOutput;

/* `path` NULL or "-": standard output. REFNET_ERROR_IO: it cannot be written there. */
RefnetOutput *refnet_output_open(const char *path, GError **error);
/* Has the file begin with a byte-order mark if anything in it goes beyond ASCII: spreadsheet
 * programs read accents and umlauts right only then. Not for what is written straight. To be called
 * before anything is written; O(bytes) once more when it is committed with a mark. */
void refnet_output_mark_utf8(RefnetOutput *output);
void refnet_output_write(RefnetOutput *output, const void *bytes, gsize length);
void refnet_output_puts(RefnetOutput *output, const char *text);
void refnet_output_printf(RefnetOutput *output, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* FALSE once anything went wrong. */
gboolean refnet_output_ok(const RefnetOutput *output);
/* Flushes, checks close and renames. The output is used up, but still has to be freed.
 * REFNET_ERROR_IO: something of it could not be written; REFNET_ERROR_CLOSED_PIPE: nobody reads on.
 */
gboolean refnet_output_commit(RefnetOutput *output, GError **error);
/* The temporary file that is being written, for a signal handler to remove; NULL: none. */
const char *refnet_output_temporary(const RefnetOutput *output);
/* Frees; what was not committed is removed. */
void refnet_output_free(RefnetOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetDiagnostics, refnet_diagnostics_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetOutput, refnet_output_free)

G_END_DECLS

#endif
