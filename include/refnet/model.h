/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — model room: a dataset (what the sheets say) and a network (who refers to whom).
 *
 * A dataset is loaded once and never changes; it owns every string and array it hands out. All
 * structs here are for reading. Blank is unknown: NULL, an empty list, REFNET_DATE_UNKNOWN, NaN,
 * REFNET_NONE or REFNET_TRI_UNKNOWN, never zero. */
#ifndef REFNET_MODEL_H
#define REFNET_MODEL_H

#include <refnet/base.h>
#include <refnet/table.h>

G_BEGIN_DECLS

/* ---- Parts of a dataset ---------------------------------------------------------------------- */

/* Indices into one of the dataset's arrays, rising, each once. */
typedef struct {
  const guint32 *items;
  guint32 length;
} RefnetIndexList;

/* A service in an area. */
typedef struct {
  guint32 area, service; /* area REFNET_NONE: not known where */
} RefnetCell;

typedef struct {
  const char *const *items;
  guint32 length;
} RefnetTextList;

typedef enum { REFNET_TRI_UNKNOWN = -1, REFNET_TRI_NO = 0, REFNET_TRI_YES = 1 } RefnetTri;

/* Values of one kind (services, sectors …), numbered by folded name, bytewise. Spellings with equal
 * folds are one value; it is written as most rows write it, equal counts: bytewise first. */
typedef struct {
  const char *const *names;
  guint32 length;
} RefnetVocabulary;

/* What few sheets say of an organization. */
typedef struct {
  const char *short_name; /* NULL: blank */
  RefnetTextList alternate_names;
  RefnetIndexList languages;
  RefnetIndexList offers; /* in resources */
  RefnetIndexList seeks;  /* in resources */
  RefnetIndexList coalitions;
  double capacity;            /* people a year */
  double latitude, longitude; /* degrees */
  const char *status;
  const char *address, *city, *postal_code;
  const char *phone, *email, *website, *tax_id;
  const char *parent;          /* as written */
  guint32 parent_organization; /* resolved, or REFNET_NONE */
  guint32 partnership;         /* in partnerships, or REFNET_NONE */
  RefnetDate funding_end, verified;
} RefnetOrganizationDetails;

/* Nothing: all blank. */
extern const RefnetOrganizationDetails refnet_organization_no_details;

/* A row of organizations.csv. Organizations are numbered by id, bytewise. The details are apart,
 * since of a million organizations hardly any has some: so each takes 88 bytes in place of 280. */
typedef struct {
  const char *id;
  const char *name;
  const RefnetOrganizationDetails *details; /* never NULL */
  RefnetIndexList services; /* as listed in organizations.csv; see offers for what counts */
  RefnetIndexList areas;    /* "all" and containing areas spelled out */
  RefnetIndexList populations;
  guint32 sector;     /* in sectors, or REFNET_NONE */
  guint8 closed;      /* status says closed */
  guint8 offers_none; /* a step took the last of its services away: none, which is known */
  guint32 line;       /* in organizations.csv; 0: taken from another file */
} RefnetOrganization;

/* What one organization offers: a service, where and to whom. Rows of services.csv where the
 * organization has any, else one for each service listed in organizations.csv. */
typedef struct {
  guint32 organization, service;
  RefnetIndexList areas;       /* empty: unknown */
  RefnetIndexList populations; /* empty: unknown */
  double capacity;             /* people a year; NaN: unknown */
  guint32 line;                /* in services.csv, or 0: from organizations.csv */
} RefnetOffer;

/* Areas are numbered by folded key, bytewise. */
typedef struct {
  const char *key;  /* as used in the other files */
  const char *name; /* never NULL: the key when blank */
  double latitude, longitude;
  double population;
  RefnetIndexList neighbors;
  guint32 within; /* area, or REFNET_NONE */
  guint32 line;   /* in areas.csv; 0: named elsewhere only */
} RefnetArea;

/* People demanding a service in an area in a year. */
typedef struct {
  guint32 area, service;
  guint32 population; /* in populations; REFNET_NONE: blank, the total */
  double demand;      /* people a year; NaN: blank */
  guint32 line;
} RefnetNeed;

/* A person's place at one organization. Contacts are ordered by organization, then folded name, id;
 * "contact 2 of 3 at ORG" counts in that order. */
typedef struct {
  const char *id; /* NULL: blank */
  const char *name;
  guint32 organization;
  guint32 person; /* the same for all contacts that are one person */
  const char *role, *email, *phone, *channel, *succeeded_by;
  RefnetTri primary;
  RefnetDate first_contact, last_contact, left;
  guint32 line; /* in contacts.csv; 0: named in referrals.csv only */
} RefnetContact;

/* Ordinal; never printed as people. */
typedef enum {
  REFNET_FREQUENCY_UNKNOWN,
  REFNET_FREQUENCY_NEVER,
  REFNET_FREQUENCY_YEARLY,
  REFNET_FREQUENCY_QUARTERLY,
  REFNET_FREQUENCY_MONTHLY,
  REFNET_FREQUENCY_WEEKLY,
  REFNET_FREQUENCY_DAILY
} RefnetFrequency;

typedef enum {
  REFNET_BASIS_UNKNOWN,
  REFNET_BASIS_DECLARED,
  REFNET_BASIS_OBSERVED,
  REFNET_BASIS_INFERRED
} RefnetBasis;
typedef enum {
  REFNET_AGREEMENT_UNKNOWN,
  REFNET_AGREEMENT_NONE,
  REFNET_AGREEMENT_INFORMAL,
  REFNET_AGREEMENT_FORMAL
} RefnetAgreement;
typedef enum {
  REFNET_OUTCOME_UNKNOWN,
  REFNET_OUTCOME_FILLED,
  REFNET_OUTCOME_UNFILLED,
  REFNET_OUTCOME_PENDING
} RefnetOutcome;

/* Rows from `row` on stand on `line` and those that follow, up to the next run. */
typedef struct {
  guint32 row, line;
} RefnetLineRun;

/* Rows of referrals.csv, a column an array of `rows` values; an array is NULL where the file lacks
 * the column or every cell is blank. Self-referrals are rows, too. Read through the functions
 * below. */
typedef struct {
  gsize rows;
  const guint32 *from, *to;           /* organizations */
  const guint32 *service;             /* or REFNET_NONE */
  const guint32 *count;               /* NULL: all 1. 0 makes no arc */
  const gint32 *accepted, *completed; /* -1: unknown */
  const RefnetDate *date, *renewal;
  const guint32 *from_contact, *to_contact; /* contacts, or REFNET_NONE */
  const guint32 *reported_by;               /* organization, or REFNET_NONE */
  const guint8 *frequency, *basis, *agreement;
  const guint8 *outcome;      /* enums above; from status alone */
  const RefnetLineRun *lines; /* rising; where each row begins in referrals.csv,
                                 refnet_referral_line */
  gsize line_runs;
} RefnetReferrals;

/* A column of organizations.csv that refnet has no use for itself. */
typedef struct {
  const char *name;
  const char *const *values; /* by organization; NULL: blank */
} RefnetAttribute;

typedef struct {
  guint32 organization;
  RefnetTri answered;
  RefnetDate date;
  guint32 line;
} RefnetRespondent;

typedef struct {
  guint32 nominated; /* organization, or REFNET_NONE when not in the dataset */
  const char *nominated_name;
  guint32 named_by;
  RefnetDate date;
  const char *note;
  guint32 line;
} RefnetNomination;

typedef struct {
  guint32 organization;
  RefnetDate date;
  const char *people, *next_step;
  guint32 line;
} RefnetMeeting;

/* One file of the dataset: its accounting. */
typedef struct {
  const char *file; /* "organizations.csv" */
  RefnetRowCount rows;
} RefnetFileCount;

typedef struct RefnetDataset {
  const char *path;
  const char *name; /* last part of the path, for titles */

  guint32 organization_count;
  const RefnetOrganization *organizations;
  guint32 attribute_count;
  const RefnetAttribute *attributes;
  const guint32 *offer_start; /* offers of organization v: offer_start[v] … offer_start[v+1] − 1 */
  const RefnetOffer *offers;
  guint32 offer_count;

  RefnetVocabulary sectors, services, populations, languages, resources, coalitions, partnerships;
  RefnetIndexList new_services; /* those that the load options alone name */
  guint32 area_count;
  const RefnetArea *areas;

  guint32 contact_count;
  const RefnetContact *contacts;
  const guint32 *contact_start; /* contacts of organization v: as offer_start */
  guint32 person_count;

  RefnetReferrals referrals;
  guint32 need_count;
  const RefnetNeed *needs;
  gboolean has_needs; /* needs.csv is there */
  guint32 respondent_count;
  const RefnetRespondent *respondents;
  guint32 nomination_count;
  const RefnetNomination *nominations;
  guint32 meeting_count;
  const RefnetMeeting *meetings;

  guint32 file_count;
  const RefnetFileCount *files; /* in the order of DESIGN §2 */
  RefnetUnits units;            /* as the options said, for distances in messages */
  guint threads; /* as the options said, for what is built of the dataset; 0: as is quicker */
  double response_rate; /* answered yes / rows of respondents.csv; NaN: no such file */
  RefnetDiagnostics *diagnostics;
} RefnetDataset;

/* `columns`: NULL or NULL-terminated "FIELD=HEADER" overrides. */
typedef struct {
  const char *const *columns;
  char delimiter; /* 0: detect */
  RefnetDateOrder date_order;
  RefnetDate as_of;            /* for dates in the future; UNKNOWN: not looked at */
  RefnetUnits units;           /* of distances in messages */
  const char *service_columns; /* "FIRST..LAST": from one header of organizations.csv to the other
                                  each column is a service, with yes or no below it; NULL: none */
  char *const *services;       /* that somebody may come to offer: known though no file names them,
                                  but for lists, with commas, of others; NULL: none */
  gboolean keep_rejects;       /* for refnet_dataset_write_rejects */
  RefnetProgressFunc progress; /* NULL: nobody looks */
  gpointer progress_data;
  guint threads; /* 1 or 2; 0: as is quicker. Changes nothing in the result */
} RefnetLoadOptions;

/* Paths of a dataset's files where they are in no folder; NULL: there is no such file. */
typedef struct {
  const char *organizations, *services, *referrals, *contacts, *needs, *areas, *respondents;
  const char *nominations, *meetings, *categories;
  /* Files in the folder `made_in` were made out of `made_from`, which is what messages name; NULL:
   * none. */
  const char *made_in, *made_from;
} RefnetFiles;

/* The kind of the diagnostic that says how a column of yes and no in referrals.csv was read. */
#define REFNET_ANSWERS_READ "answers-read"

/* The kind of the diagnostic that says as what a file of another name was read. */
#define REFNET_RECOGNIZED_FILE "recognized-file"

/* Loads the folder at `path`; `options` may be NULL. Where it has no organizations.csv, files of
 * other names are read as what these and their headers say. What rows have wrong is in
 * ->diagnostics; errors (REFNET_ERROR_INPUT, _IO) are: no such folder, no organizations in it, two
 * files of other names that say the same, a required column missing, no usable row of
 * organizations. Near-linear in the bytes read. */
RefnetDataset *refnet_dataset_load(const char *path, const RefnetLoadOptions *options,
                                   GError **error);
/* The same from single files. Without one of organizations, they are taken from the names in the
 * columns from and to of the referrals, which then must be a file that can be read twice.
 * REFNET_ERROR_USAGE when neither is given. */
RefnetDataset *refnet_dataset_load_files(const RefnetFiles *files, const RefnetLoadOptions *options,
                                         GError **error);
/* The rows of a table that come from one of several sheets, which were joined. */
typedef struct {
  const char *label;      /* what messages call the sheet: "sheet Referrals 2026" */
  guint64 before;         /* rows of the table above its own: its row r is row before + r there */
  const guint32 *columns; /* its own columns, from 1, by those of the table, from 0; 0: none */
} RefnetSheetPart;

/* A table of a dataset: a sheet of a workbook, or several of them joined; or a file. */
typedef struct {
  const char *file;  /* which of the dataset's files it is: "referrals.csv" */
  const char *label; /* what messages call it: "sheet Referrals" */
  RefnetCellGrid *grid;
  const char *workbook; /* the name of the file that the sheets are in */
  const char *path;     /* of a file of text in place of a grid. With a label, rows were made out
                           of something called so, and have no lines that people know */
  const RefnetSheetPart *parts; /* in the order of rows; copied */
  guint part_count;             /* 0: the table is one sheet */
} RefnetSheetTable;

/* The same from tables, the first of each file; `path` names the whole. `diagnostics`, which is
 * taken, has what is known to be wrong already; NULL: nothing. Errors as refnet_dataset_load_files.
 */
RefnetDataset *refnet_dataset_load_sheets(const char *path, const RefnetSheetTable *tables,
                                          gsize count, RefnetDiagnostics *diagnostics,
                                          const RefnetLoadOptions *options, GError **error);
void refnet_dataset_free(RefnetDataset *dataset);

/* Where people find a row. */
typedef struct {
  const char *workbook; /* the file that the sheet is in; NULL: it is a file of text */
  const char *file;     /* the file as the folder spells it, or "sheet Agencies" */
  guint64 line;         /* 0: unknown */
} RefnetRowLocation;

/* The place of the row with that line (0: none) in `file`, one of the dataset's
 * ("organizations.csv"). */
RefnetRowLocation refnet_dataset_place(const RefnetDataset *dataset, const char *file,
                                       guint32 line);

/* The rejected rows of a dataset loaded with keep_rejects, as CSV: file, line, reason, fix, and the
 * cells under the headers of their files; rows that could not be parsed as text. O(rows). */
void refnet_dataset_write_rejects(const RefnetDataset *dataset, RefnetOutput *output);

/* The path to write the file `name` to; the caller of the function frees it. */
typedef char *(*RefnetPathFunc)(const char *name, gpointer data);

/* Writes the files of a dataset loaded with keep_rejects anew: UTF-8, commas, refnet's own headers;
 * dates as YYYY-MM-DD, plain figures, yes and no, values and names spelled one way, lists separated
 * by ;, no repeated and no rejected rows. log.csv has every correction with what stood there
 * before, rejected.csv the rejected rows. What is not certain stays as it is. *corrections: how
 * many, rows left out included. Reads the files once more: REFNET_ERROR_INPUT, _IO, when that or
 * writing fails. Near-linear in their bytes. */
gboolean refnet_dataset_write_fixed(const RefnetDataset *dataset, RefnetPathFunc path,
                                    gpointer data, guint64 *corrections, GError **error);

/* What merging did to one file. */
typedef struct {
  const char *file;
  guint64 rows_merged;  /* became part of another row */
  guint64 rows_dropped; /* referrals and nominations whose ends became one organization */
  guint64 rows_added;   /* services that only the list of a merged row had */
  guint64 references;   /* cells that name another organization now */
  guint64 cells_filled; /* blank cells that got what another row had */
  guint64 conflicts;    /* cells that rows tell differently */
} RefnetMergeCount;

/* Two rows that became one tell a cell differently; `value` stays. */
typedef struct {
  guint32 kept, other; /* organizations */
  const char *file, *field;
  const char *value, *other_value;
} RefnetMergeConflict;

typedef struct {
  RefnetIndexList organizations;
  guint32 kept; /* the one of them whose row stays */
} RefnetMergedGroup;

/* What a merge did; strings are the dataset's or its own. */
typedef struct {
  const RefnetDataset *dataset;
  const RefnetMergedGroup *groups; /* by kept */
  gsize group_count;
  const RefnetMergeConflict *conflicts; /* by file, line, column */
  gsize conflict_count;
  RefnetMergeCount files[10];
  gsize file_count;
} RefnetMerge;

/* Writes the dataset with each group of organizations as one: the richest value of each cell,
 * references in all files mended, referrals from an organization to itself that arise left out.
 * Every other byte stays as it was, encoding and line ends too, and so do the folder's other files.
 * log.csv says what was changed, and holds what refnet_merge_undo needs. The row that stays is the
 * one that says most. The dataset must have been loaded from files that still are the same; it must
 * outlive the result. Merging what was merged changes nothing. REFNET_ERROR_USAGE: an organization
 * in two groups, or no organizations.csv. O(bytes). */
RefnetMerge *refnet_dataset_write_merged(const RefnetDataset *dataset,
                                         const RefnetIndexList *groups, gsize count,
                                         RefnetPathFunc path, gpointer data, GError **error);
void refnet_merge_free(RefnetMerge *merge);

/* Writes the files of the folder at `merged` as they were before it was merged, byte for byte, from
 * its log.csv. *files: how many were changed back. REFNET_ERROR_INPUT: there is no log of a merge,
 * it is damaged, or a file was changed after the merge. O(bytes). */
gboolean refnet_merge_undo(const char *merged, RefnetPathFunc path, gpointer data, guint *files,
                           GError **error);

/* Looks for what is worth mending beyond single rows (organizations without services, areas,
 * contacts or ties; names that differ by a letter; contacts who left but are still named …) and
 * adds it to ->diagnostics. Call once, for `refnet check`. */
void refnet_dataset_check(RefnetDataset *dataset, RefnetDate as_of);

/* Two organizations tell one link differently: `said_by`, one of `from` and `to`, reports
 * referrals, and the other end, which answered, reports none. */
typedef struct {
  guint32 from, to, said_by;
  guint32 line;        /* of the report, in referrals.csv */
  guint32 denied_line; /* of the other end's "never" or 0; 0: it reports other links and not this
                          one */
} RefnetDisagreement;

/* All disagreements, by from, to, said_by; *length of them, caller frees with g_free. Who reports a
 * row is reported_by, else `from` where the basis is declared. NULL with REFNET_ERROR_INTERNAL: no
 * memory. O(rows · log rows). */
RefnetDisagreement *refnet_dataset_disagreements(const RefnetDataset *dataset, gsize *length,
                                                 GError **error);

/* Two rows of which a person decided whether they are one organization. */
typedef struct {
  guint32 organizations[2]; /* rising */
  gboolean same;
  guint32 line; /* in the file of decisions */
} RefnetDecidedPair;

/* By organizations, each pair once. */
typedef struct {
  RefnetDecidedPair *pairs;
  gsize length;
  gsize merged; /* rows about two that are one organization by now, which are not among the pairs */
} RefnetDecisions;

/* Reads a CSV file with the columns decision (same, different or blank), id_1 and id_2, as
 * `refnet duplicates --review` writes it. Whose id is gone, for its row was merged, is found by
 * name_1 and name_2 where the file has them; other columns are passed over. REFNET_ERROR_INPUT with
 * the lines where it says something else, names no organization or contradicts itself or what was
 * merged; REFNET_ERROR_IO. O(rows). */
RefnetDecisions *refnet_decisions_load(const RefnetDataset *dataset, const char *path,
                                       GError **error);
void refnet_decisions_free(RefnetDecisions *decisions);

/* ---- Steps ----------------------------------------------------------------------------------- */

/* What might happen to a network. */
typedef enum {
  REFNET_EDIT_CLOSE,         /* `organization` closes */
  REFNET_EDIT_LEAVE,         /* `person` leaves every place */
  REFNET_EDIT_ADD_TIE,       /* `organization` refers to `other` */
  REFNET_EDIT_DROP_TIE,      /* neither refers to the other */
  REFNET_EDIT_OFFER,         /* `service` in `area`, or wherever it works */
  REFNET_EDIT_STOP_OFFERING, /* likewise */
  REFNET_EDIT_MERGE,         /* `other` becomes part of `organization` */
  REFNET_EDIT_ADD_CONTACT    /* one more person, introduced to every partner, as are those there */
} RefnetEditKind;

/* A step; REFNET_NONE where its kind takes nothing. */
typedef struct {
  RefnetEditKind kind;
  guint32 organization, other, person, service, area;
  const char *text; /* how messages call it; NULL: not at all */
} RefnetEdit;

/* The dataset as the steps would make it, one after the other; `dataset`, which stays as it is,
 * must outlive it, for it has the strings and whatever no step changes. Organizations, values and
 * areas keep their numbers, contacts and referrals may not. *out, the caller's, says by
 * organization whether a step closed it or made it part of another: it is then to be left out of
 * networks (refnet_network_part). `as_of` is the day the steps happen. REFNET_ERROR_USAGE: a step
 * would change nothing, or is about one that is gone. O(steps · rows). */
RefnetDataset *refnet_dataset_edited(const RefnetDataset *dataset, const RefnetEdit *edits,
                                     gsize count, RefnetDate as_of, guint8 **out, GError **error);

/* The organization that `text` names: id, then name, then alternate or short name, compared folded.
 * REFNET_NONE with REFNET_ERROR_USAGE when unknown (message has "did you mean") or ambiguous
 * (message has the candidates). O(1) when found. */
guint32 refnet_dataset_find(const RefnetDataset *dataset, const char *text, GError **error);
/* The value or area that `text` names, folded; REFNET_NONE when there is none. O(log n). */
guint32 refnet_vocabulary_find(const RefnetVocabulary *vocabulary, const char *text);
guint32 refnet_dataset_find_area(const RefnetDataset *dataset, const char *text);
/* Is `item` in the list? O(log n). */
gboolean refnet_list_has(RefnetIndexList list, guint32 item);

/* short_name, or the name when there is none. */
const char *refnet_organization_label(const RefnetOrganization *organization);
/* Is the contact's id, e-mail or name, folded, equal to `fold`? */
gboolean refnet_contact_is_called(const RefnetContact *contact, const char *fold);
/* What the organization offers is known: a row of services.csv, a filled services cell, or steps
 * that took away all of that. O(1). */
gboolean refnet_dataset_services_known(const RefnetDataset *dataset, guint32 organization);
/* The row of respondents.csv about the organization: one that says that it answered, else that it
 * didn't, else the first; NULL: none. The dataset's. O(log n). */
const RefnetRespondent *refnet_dataset_respondent(const RefnetDataset *dataset,
                                                  guint32 organization);
/* Did it answer the survey, as that row says? O(log n). */
RefnetTri refnet_dataset_answered(const RefnetDataset *dataset, guint32 organization);

/* Outcome of row i for measures of filled referrals: of its count, how many have a known outcome
 * and how many of those were filled (completed, else accepted, else status; pending and blank left
 * out). */
void refnet_referral_outcome(const RefnetReferrals *referrals, gsize row, guint64 *known,
                             guint64 *filled);
guint64 refnet_referral_count(const RefnetReferrals *referrals, gsize row); /* blank: 1; never: 0 */
RefnetDate refnet_referral_date(const RefnetReferrals *referrals, gsize row);
/* When its agreement is up for renewal; UNKNOWN where there is said to be none, too. */
RefnetDate refnet_referral_renewal(const RefnetReferrals *referrals, gsize row);
guint32 refnet_referral_service(const RefnetReferrals *referrals, gsize row);
/* Of referrals.csv. O(log of the runs); 0: not known. */
guint32 refnet_referral_line(const RefnetReferrals *referrals, gsize row);

/* ---- Views and networks ---------------------------------------------------------------------- */

/* Which organizations and arcs to look at. Lists are NULL or NULL-terminated; within a list OR,
 * between lists AND. Organizations unknown in a filtered field are left out and counted. */
typedef struct {
  char **areas, **services, **sectors, **populations, **coalitions, **partnerships;
  char **bases;            /* declared, observed, inferred: of referral rows */
  RefnetDate since, until; /* of referral rows, UNKNOWN: open; rows without a date are left out when
                              either is given */
  guint64 min_count;       /* of arcs, after adding up; 0: all */
  gboolean largest_component;
  const RefnetDataset *beside; /* values of this dataset match nobody rather than being errors, for
                                  comparing; NULL: none */
} RefnetFilter;

/* A filter that leaves everything in: RefnetFilter filter = REFNET_FILTER_INIT; */
#define REFNET_FILTER_INIT                                                                         \
  { .since = REFNET_DATE_UNKNOWN, .until = REFNET_DATE_UNKNOWN }

/* The values of `filter` that the dataset lacks, as `area "Mill Creek"`: NULL-terminated,
 * g_strfreev. O(values). */
char **refnet_filter_missing(const RefnetDataset *dataset, const RefnetFilter *filter);

/* Arcs and ties among the organizations of a view, as sorted, collapsed arrays.
 * Vertices are numbered in the order of organizations. There are fewer rows than 2³², hence fewer
 * arcs and ties: their numbers take 32 bits. */
typedef struct RefnetNetwork {
  const RefnetDataset *dataset;
  gboolean undirected; /* measures treat both directions alike */
  guint32 vertices;
  const guint32 *organization; /* of a vertex */
  const guint32 *vertex;       /* of an organization, or REFNET_NONE: not in the view */

  /* Arcs a = out_start[v] … out_start[v+1]−1 leave v, ordered by arc_to. */
  guint64 arcs;
  const guint64 *out_start;
  const guint32 *arc_from, *arc_to;
  const guint64 *arc_count;    /* referrals, added up */
  const guint8 *arc_frequency; /* strongest RefnetFrequency of its rows */
  const guint64 *in_start;     /* arcs into v: in_arc[in_start[v]] …, ordered by arc_from */
  const guint32 *in_arc;
  /* Rows of arc a: rows[row_start[a]] … rows[row_start[a+1]−1], indices into referrals, rising. */
  const guint32 *row_start;
  const guint32 *rows;

  /* Ties t join tie_a[t] < tie_b[t], ordered; neighbors of v: neighbor[i] by tie_of[i] for
   * i = tie_start[v] … tie_start[v+1]−1, neighbors rising. */
  guint64 ties;
  const guint32 *tie_a, *tie_b;
  const guint64 *tie_start;
  const guint32 *neighbor;
  const guint32 *tie_of;

  guint32 filtered_out;     /* organizations that do not match */
  guint32 filtered_unknown; /* of those, left out because the filtered field is blank */

  struct RefnetGraph *graph; /* igraph's graphs, made at first use */
} RefnetNetwork;

/* Builds the network of `filter` (NULL: everything). A filter value that is not in the dataset is
 * REFNET_ERROR_USAGE with a suggestion. O(rows + n). The dataset must outlive the network. */
RefnetNetwork *refnet_network_new(const RefnetDataset *dataset, const RefnetFilter *filter,
                                  gboolean undirected, GError **error);
/* The part of `whole` that is left with only the organizations `kept` (by organization of the
 * dataset, of those in `whole`), and the arcs among them. REFNET_ERROR_INTERNAL: no memory. The
 * dataset must outlive it. O(n + rows of the arcs). */
RefnetNetwork *refnet_network_part(const RefnetNetwork *whole, const guint8 *kept, GError **error);
void refnet_network_free(RefnetNetwork *network);

/* The arc from → to, or G_MAXUINT64. O(log out-degree). */
guint64 refnet_network_find_arc(const RefnetNetwork *network, guint32 from, guint32 to);
/* The latest date of the arc's rows; UNKNOWN: none is dated. O(rows of the arc). */
RefnetDate refnet_network_arc_date(const RefnetNetwork *network, guint64 arc);
/* The tie between a and b, or G_MAXUINT64. O(log degree). */
guint64 refnet_network_find_tie(const RefnetNetwork *network, guint32 a, guint32 b);
guint32 refnet_network_degree(const RefnetNetwork *network, guint32 vertex); /* ties */
/* The organization of a vertex. */
const RefnetOrganization *refnet_network_organization(const RefnetNetwork *network, guint32 vertex);
/* Its name for people, as refnet_organization_label. */
const char *refnet_network_label(const RefnetNetwork *network, guint32 vertex);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetDataset, refnet_dataset_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetMerge, refnet_merge_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetNetwork, refnet_network_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetDecisions, refnet_decisions_free)

G_END_DECLS

#endif
