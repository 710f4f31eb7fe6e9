/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — present room: every result described once, for tables, CSV, JSON and Markdown alike.
 *
 * refnet_describe_X describes a result of an analysis; the caller frees the description with
 * refnet_description_free. It holds no copies: the result it was made from must outlive it. Where
 * there is no GError it cannot fail. Rows and their sentences are made one at a time, as they are
 * written. */
#ifndef REFNET_PRESENT_H
#define REFNET_PRESENT_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

/* How findings are worded. */
typedef struct {
  gboolean show_people;    /* names of contacts; else "contact 1 of 2 at ORG" */
  const char *people_term; /* whom services are for: "people", "participants" …; NULL: people */
  RefnetUnits units;       /* of distances in sentences and tables; JSON and CSV keep km */
  RefnetDate as_of;
} RefnetWording;

/* A result as typed fields, lists of typed rows, and sentences. */
typedef struct RefnetDescription RefnetDescription;

/* What `refnet check` reports: the accounting of each file and the diagnostics, worst first. */
RefnetDescription *refnet_describe_check(const RefnetDataset *dataset,
                                         const RefnetWording *wording);
/* Adds to it a list of who answered the survey. */
void refnet_description_add_respondents(RefnetDescription *description);
/* Adds to it a list of links that the two ends report differently; they must outlive it. */
void refnet_description_add_disagreements(RefnetDescription *description,
                                          const RefnetDisagreement *disagreements, gsize length);
RefnetDescription *refnet_describe_summary(const RefnetSummary *summary,
                                           const RefnetWording *wording);
/* Rows by the measure `sort` (a JSON key; NULL: degree), highest first, then by id; text keys
 * rising. NULL with REFNET_ERROR_USAGE when there is no such measure. */
RefnetDescription *refnet_describe_measures(const RefnetMeasures *measures, const char *sort,
                                            const RefnetWording *wording, GError **error);
RefnetDescription *refnet_describe_gaps(const RefnetGaps *gaps, const RefnetWording *wording);
RefnetDescription *refnet_describe_find(const RefnetFind *find, const RefnetWording *wording);
RefnetDescription *refnet_describe_duplicates(const RefnetDuplicates *duplicates,
                                              const RefnetWording *wording);
RefnetDescription *refnet_describe_record_links(const RefnetRecordLinks *links,
                                                const RefnetWording *wording);
RefnetDescription *refnet_describe_merge(const RefnetMerge *merge, const RefnetWording *wording);
/* The pairs of rows that a person has yet to decide about, likeliest first, with a column to do so.
 */
RefnetDescription *refnet_describe_record_pairs(const RefnetDuplicates *duplicates,
                                                const RefnetWording *wording);
RefnetDescription *refnet_describe_risks(const RefnetRisks *risks, const RefnetWording *wording);
RefnetDescription *refnet_describe_handover(const RefnetHandover *handover,
                                            const RefnetWording *wording);
RefnetDescription *refnet_describe_check_ins(const RefnetCheckIns *check_ins,
                                             const RefnetWording *wording);
RefnetDescription *refnet_describe_who_else(const RefnetWhoElse *who_else,
                                            const RefnetWording *wording);
/* What to do where nobody can be suggested because the data say of nobody that it is a member;
 * NULL: that isn't so. Static. */
const char *refnet_who_else_hint(const RefnetWhoElse *who_else);
/* The first suggestions for each organization, one a row. */
RefnetDescription *refnet_describe_everyone(const RefnetEveryone *everyone,
                                            const RefnetWording *wording);
RefnetDescription *refnet_describe_plan(const RefnetMeetingPlan *plan,
                                        const RefnetWording *wording);
RefnetDescription *refnet_describe_ties(const RefnetTiesToMake *ties, const RefnetWording *wording);
RefnetDescription *refnet_describe_evaluation(const RefnetEvaluation *evaluation,
                                              const RefnetWording *wording);
/* What changed from one dataset to another: what can't be compared, what works, what to look at. */
RefnetDescription *refnet_describe_compare(const RefnetChanges *changes,
                                           const RefnetWording *wording);
/* The steps of a scenario, and the dataset they are about, as it is without them. */
typedef struct {
  const RefnetDataset *dataset;
  const RefnetEdit *edits;
  gsize count;
} RefnetSteps;
/* What a scenario would change: changes made with now_of_then, and the steps behind them. */
RefnetDescription *refnet_describe_what_if(const RefnetChanges *changes, const RefnetSteps *steps,
                                           const RefnetWording *wording);
/* What every single closing would mean, and every single leaving, after these steps; NULL: none. */
RefnetDescription *refnet_describe_closings(const RefnetClosings *closings,
                                            const RefnetSteps *steps, const RefnetWording *wording);
RefnetDescription *refnet_describe_leavings(const RefnetRisks *risks, const RefnetSteps *steps,
                                            const RefnetWording *wording);
RefnetDescription *refnet_describe_paths(const RefnetPaths *paths, const RefnetWording *wording);

/* What is known of one organization, from which rows, and what the analyses say of it. */
typedef struct {
  const RefnetNetwork *network;
  guint32 vertex;
  const RefnetMeasures *measures;
  const RefnetRisks *risks;
  const RefnetWhoElse *who_else;
} RefnetProfile;
RefnetDescription *refnet_describe_profile(const RefnetProfile *profile,
                                           const RefnetWording *wording);

/* What became of the rows of files that were brought in from elsewhere: for each file
 * read = used + ignored + rejected, with the reason wherever a row was not used; what was written;
 * what is worth knowing. Grows while an import runs. */
typedef struct RefnetImportReport RefnetImportReport;

/* `format` is static ("hsds"); `source` and `directory` are copied. */
RefnetImportReport *refnet_import_report_new(const char *format, const char *source,
                                             const char *directory);
void refnet_import_report_free(RefnetImportReport *report);
/* The number of the file (or sheet) called `name`, in the order of first mention. */
guint refnet_import_report_file(RefnetImportReport *report, const char *name);
/* Adds rows that were used; that were read and left out on purpose, `why` completing "left out:";
 * that could not be used, the details being diagnostics. `why` is copied. */
void refnet_import_report_used(RefnetImportReport *report, guint file, guint64 rows);
void refnet_import_report_ignored(RefnetImportReport *report, guint file, guint64 rows,
                                  const char *why);
void refnet_import_report_rejected(RefnetImportReport *report, guint file, guint64 rows,
                                   const char *why);
/* A file of the new dataset has so many rows; `name` is static. */
void refnet_import_report_written(RefnetImportReport *report, const char *name, guint64 rows);
/* Adds a sentence for people; takes it. */
void refnet_import_report_say(RefnetImportReport *report, char *sentence);
/* Where to add what the rows have wrong: each rejected row is an error there. */
RefnetDiagnostics *refnet_import_report_diagnostics(RefnetImportReport *report);
/* Rejected rows of all files. */
guint64 refnet_import_report_rejects(const RefnetImportReport *report);
RefnetDescription *refnet_describe_import(const RefnetImportReport *report,
                                          const RefnetWording *wording);
/* The same of a dataset that was not brought in but begun: its files, and what to do next. */
RefnetDescription *refnet_describe_start(const RefnetImportReport *report,
                                         const RefnetWording *wording);

void refnet_description_free(RefnetDescription *description);

/* How many findings the result has, shown or not, for --fail-on. */
gsize refnet_description_findings(const RefnetDescription *description);
/* Keys of its lists, NULL-terminated; caller frees with g_strfreev. */
char **refnet_description_lists(const RefnetDescription *description);

/* What JSON says around a result. Columns end with key NULL; values are one a column. */
typedef struct {
  const char *command;
  const char *version;
  RefnetDate as_of;
  const RefnetColumn *options;
  const RefnetValue *option_values;
  const RefnetColumn *filters;
  const RefnetValue *filter_values;
  const RefnetNetwork *network; /* for the dataset's figures; NULL: there is no dataset yet */
  const RefnetNetwork *older;   /* of the dataset it is compared with; NULL: there is none */
  const char *filter_sentence;  /* what was filtered, for people; NULL: nothing */
} RefnetEnvelope;

typedef struct {
  RefnetFormat format;
  const char *list; /* the list that CSV shows, and the only one tables show; NULL: CSV the main
                       one, tables all */
  gsize top;        /* rows of each list; 0: all in CSV and JSON, ten in tables */
  gboolean all;     /* every row in tables, too */
  gsize width;      /* columns of a terminal; 0: 100 */
} RefnetWriteOptions;

/* Writes the description to `output`, which the caller commits. REFNET_ERROR_USAGE: no such list.
 */
gboolean refnet_description_write(const RefnetDescription *description,
                                  const RefnetEnvelope *envelope, const RefnetWriteOptions *options,
                                  RefnetOutput *output, GError **error);

/* The sentence of a diagnostic with `{person}` filled in; caller frees. */
char *refnet_describe_diagnostic(const RefnetDataset *dataset, const RefnetDiagnostic *diagnostic,
                                 gboolean show_people);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetDescription, refnet_description_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetImportReport, refnet_import_report_free)

G_END_DECLS

#endif
