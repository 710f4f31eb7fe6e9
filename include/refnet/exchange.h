/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — exchange room: other programs' files, written and read.
 *
 * Each export writes to `output`, which the caller commits; the output's errors are sticky. */
#ifndef REFNET_EXCHANGE_H
#define REFNET_EXCHANGE_H

#include <refnet/present.h>

G_BEGIN_DECLS

/* A network on its way into another program. Organizations come in the order of vertices; then, in
 * a directed network, arcs ordered by where they start and end, in an undirected one ties, with the
 * referrals of both directions. An organization has every column of organizations.csv, those that
 * refnet does not know among them, and every measure. What is unknown is left out, never 0; lists
 * are joined with "|" where the format has none.
 *
 * Without show_people nothing tells who a contact is: no names, an organization's own phone or
 * e-mail only where no listed contact has the same, and no unknown column whose heading speaks of a
 * contact, person, director, phone or e-mail. */
typedef struct {
  const RefnetNetwork *network;
  const RefnetMeasures *measures; /* of that network */
  const char *note;               /* where this is from and what was filtered; NULL: nothing */
  gboolean show_people;           /* names of contacts may be written */
} RefnetExport;

/* Each streams: memory is that of one row. The output's errors are sticky; FALSE when memory ran
 * out. O(organizations · columns + referral rows). */

/* GraphML (Brandes et al. 2002): igraph, networkx, Gephi, yEd, Cytoscape. */
gboolean refnet_export_graphml(const RefnetExport *export, RefnetOutput *output, GError **error);
/* GEXF 1.2draft: Gephi, networkx. */
gboolean refnet_export_gexf(const RefnetExport *export, RefnetOutput *output, GError **error);
/* Graphviz. Keys that Graphviz would take for instructions get a "_" behind them. */
gboolean refnet_export_dot(const RefnetExport *export, RefnetOutput *output, GError **error);
/* Pajek: the network with referrals as line values, which igraph and networkx read, too; and a
 * project with partitions (sector, community, core …) and vectors (the measures) besides. Pajek has
 * no escapes: a quote in a name becomes ', a backslash /. Equal names get their ids behind. */
gboolean refnet_export_pajek(const RefnetExport *export, RefnetOutput *output, GError **error);
gboolean refnet_export_pajek_project(const RefnetExport *export, RefnetOutput *output,
                                     GError **error);
/* The node-link form of networkx and d3. */
gboolean refnet_export_json(const RefnetExport *export, RefnetOutput *output, GError **error);
/* Two tables, as Gephi and R's igraph want them (Id, Label …; Source, Target, Type, Weight …). */
gboolean refnet_export_csv_nodes(const RefnetExport *export, RefnetOutput *output, GError **error);
gboolean refnet_export_csv_edges(const RefnetExport *export, RefnetOutput *output, GError **error);
/* Two tables, as Kumu wants them (Label, Type, Tags …; From, To, Direction …). Kumu knows elements
 * by their labels: equal names get their ids behind. */
gboolean refnet_export_kumu_elements(const RefnetExport *export, RefnetOutput *output,
                                     GError **error);
gboolean refnet_export_kumu_connections(const RefnetExport *export, RefnetOutput *output,
                                        GError **error);

/* What is due as a calendar (iCalendar, RFC 5545): an event on its day, or on as_of when that has
 * passed; a to-do for what has no day. The same matter keeps its UID from file to file. */
void refnet_check_ins_write_calendar(const RefnetCheckIns *check_ins, const RefnetWording *wording,
                                     RefnetOutput *output);

/* A plan of meetings as a calendar: an event on the Monday of each meeting's week, stamped with the
 * wording's as_of. */
void refnet_meeting_plan_write_calendar(const RefnetMeetingPlan *plan, const RefnetWording *wording,
                                        RefnetOutput *output);

/* Who is on a mailing list, and who could not be. */
typedef struct {
  guint64 addresses;
  guint64 without_email; /* people listed and not left, without an e-mail address */
} RefnetMailingCount;

/* CSV with a row an e-mail address of those who have not left by as_of, at the organizations of the
 * network that are not closed: name, organization, email, role; several places of one address are
 * joined by "; ". In the order of organizations. These are names: the caller asks whether they may
 * be shown. FALSE when the output failed. O(contacts). */
gboolean refnet_mailing_list_write(const RefnetNetwork *network, RefnetDate as_of,
                                   RefnetMailingCount *count, RefnetOutput *output, GError **error);

/* ---- Bringing data in ------------------------------------------------------------------------ */

/* Whether the file at `path` begins as an Excel workbook does. */
gboolean refnet_workbook_is_one(const char *path);

/* The kind of the diagnostic that says of a sheet that it is read together with another one. */
#define REFNET_JOINED_SHEET "joined-sheet"

/* Loads a workbook (.xlsx) as a dataset. Each sheet is read as the file that its name says, else
 * its headers, several of one kind as one; what stands above the header is passed over. Hidden
 * sheets, and those that are no part of a dataset, are left unread; all that is said in
 * ->diagnostics, with sheets and cells. `options` may be NULL. Errors as refnet_dataset_load, and
 * REFNET_ERROR_INPUT for a file that is damaged, hostile or no such workbook. */
RefnetDataset *refnet_workbook_load(const char *path, const RefnetLoadOptions *options,
                                    GError **error);

/* As refnet_dataset_load_files, but each file may be a workbook: then its sheet that holds the like
 * is read, or its only one. REFNET_ERROR_INPUT: which one can't be told. */
RefnetDataset *refnet_workbook_load_files(const RefnetFiles *files,
                                          const RefnetLoadOptions *options, GError **error);

/* Other people's data on its way into a dataset. What becomes of each row goes into the report. */
typedef struct {
  const char *source;         /* a file or a folder */
  const char *sheet;          /* which one of a workbook; NULL: told from what they hold */
  char delimiter;             /* of CSV files; 0: told from the header */
  const char *const *columns; /* FIELD=HEADER, NULL-terminated; NULL: none */
  RefnetDateOrder date_order;
  RefnetDate as_of;    /* what ended before is left out; UNKNOWN: what has an end at all */
  RefnetPathFunc path; /* where the files of the new dataset go */
  gpointer path_data;
  RefnetImportReport *report;
  RefnetProgressFunc progress; /* NULL: nobody looks */
  gpointer progress_data;
} RefnetImport;

/* Where the areas of a directory come from. */
typedef enum {
  REFNET_AREA_FROM_ANY, /* service areas, else where the service is: city, else postal code, else
                           county */
  REFNET_AREA_FROM_SERVICE_AREA,
  REFNET_AREA_FROM_CITY,
  REFNET_AREA_FROM_POSTAL_CODE,
  REFNET_AREA_FROM_COUNTY
} RefnetAreaFrom;

typedef struct {
  guint taxonomy_level; /* of the categories taken for services, 1 the broadest; 0: as they are */
  RefnetAreaFrom area_from;
  gboolean inactive; /* services and organizations that are not active, too */
} RefnetDirectoryOptions;

/* A directory of organizations and services in the CSV files of the Human Services Data
 * Specification (Open Referral), 1.1, 2.0 or 3.0, or of its ancestor, the Ohana API: a folder, or a
 * .zip of them. Rows whose keys lead nowhere are rejected and reported. REFNET_ERROR_INPUT, _IO: it
 * cannot be read, has no organizations, or is hostile. O(n log n) in the rows; memory in proportion
 * to them. */
gboolean refnet_import_hsds(const RefnetImport *import, const RefnetDirectoryOptions *options,
                            GError **error);

/* What a new dataset begins with. */
typedef struct {
  const char *names;           /* file that names organizations, one a line; NULL: none */
  const char *const *services; /* NULL-terminated; or NULL: none */
  const char *const *areas;    /* likewise */
  gboolean survey;             /* a form to ask them with, too; needs names */
  gboolean workbook;           /* dataset.xlsx with a sheet for each file in place of the files */
  const char *directory;       /* what people are told it is called */
  RefnetPathFunc path;         /* where its files go */
  gpointer path_data;
} RefnetStarter;

/* Writes every file of a dataset, or a workbook, with all of its columns, the rows that are known,
 * and README.txt, which explains them; says in the report what was written and what to do next.
 * REFNET_ERROR_IO, _INPUT: the names can't be read or name nobody. O(names + areas · services). */
gboolean refnet_starter_write(const RefnetStarter *starter, RefnetImportReport *report,
                              GError **error);

/* What a file or a folder is that somebody gives for a dataset. */
typedef enum {
  REFNET_SOURCE_UNKNOWN,       /* a folder: nothing speaks against a dataset */
  REFNET_SOURCE_ORGANIZATIONS, /* one table, of organizations */
  REFNET_SOURCE_REFERRALS,     /* one table, of referrals, under headers for both ends */
  REFNET_SOURCE_SURVEY,        /* or a sign-in sheet, in a workbook, too */
  REFNET_SOURCE_FLAT,          /* one table, with a column a service and yes or no below it */
  REFNET_SOURCE_PEOPLE,        /* one table, of people with their organizations beside them */
  REFNET_SOURCE_TABLE,         /* another one of a dataset's, which is none by itself */
  REFNET_SOURCE_WORKBOOK,
  REFNET_SOURCE_OTHER_SPREADSHEET, /* of LibreOffice, or of Excel as XML */
  REFNET_SOURCE_WEB_PAGE,          /* as many programs write what they call .xls */
  REFNET_SOURCE_DOCUMENT,          /* PDF */
  REFNET_SOURCE_JSON,
  REFNET_SOURCE_DIRECTORY, /* of Open Referral */
  REFNET_SOURCE_HMIS,      /* a folder of the tables of an HMIS */
  REFNET_SOURCE_LINKS,     /* a list of links without headers; Pajek, UCINET; packed */
  REFNET_SOURCE_GRAPHML,
  REFNET_SOURCE_GEXF,
  REFNET_SOURCE_GML
} RefnetSourceKind;

/* Told from the beginning of the file and its header; `columns`: what --column says, or NULL.
 * O(cells). */
RefnetSourceKind refnet_source_kind(const char *path, const char *const *columns);

/* Which way a question of a survey goes. */
typedef enum {
  REFNET_SURVEY_AS_ASKED, /* as its text says; where it doesn't: sent */
  REFNET_SURVEY_SENT,     /* "To whom do you refer?" */
  REFNET_SURVEY_RECEIVED, /* "Who refers to you?" */
  REFNET_SURVEY_BOTH      /* "With whom do you exchange referrals?" */
} RefnetSurveyDirection;

typedef struct {
  RefnetSurveyDirection direction;
  const char *question;   /* part of the text of the question to read; NULL: the one on referrals */
  const char *respondent; /* header of the column that says who answers; NULL: found */
  const char *codes;      /* "1=never,2=monthly", or "count": see --scale; NULL: told from them */
  const char *organizations; /* a table with the organizations' right names; NULL: none */
} RefnetSurveyOptions;

/* A survey as coalitions collect ties: a matrix of organizations, a row a respondent with a column
 * a partner or with cells of names, in the exports of common survey programs; or a sign-in sheet,
 * which becomes contacts and meetings. What was understood how is said in the report, with one link
 * as a question to the reader. REFNET_ERROR_INPUT: it is none of these. O(cells). */
gboolean refnet_import_survey(const RefnetImport *import, const RefnetSurveyOptions *options,
                              GError **error);

/* Is the table at `path` a survey or a sign-in sheet, rather than a table of referrals or
 * respondents as datasets have them? `columns`: what --column says of it, or NULL. FALSE also of
 * what cannot be read twice. O(8 KiB) where the header answers it, else O(cells). */
gboolean refnet_survey_is_one(const char *path, const char *const *columns);

typedef struct {
  const char *fields; /* "from,to,count,…": what the columns are; NULL: told from the header */
  const char *organizations; /* a table with the organizations' right names; NULL: none */
  const char *matrix;        /* which of several matrices of a UCINET file; NULL: the first */
} RefnetEdgeListOptions;

/* A list of links: a row a link, divided by comma, semicolon, tab or blanks, with a header or
 * without, plain or packed (gzip, zstd, bzip2, xz); a folder with a table of nodes and one of
 * edges, as for Gephi and Kumu; a Pajek network; a UCINET DL file. What lies in memory are the
 * names; rows are written as they come. REFNET_ERROR_USAGE: `fields` without from and to, or
 * `organizations` for a network with names of its own; REFNET_ERROR_INPUT: it is no list of links,
 * damaged, or without that matrix. O(bytes + names · log names). */
gboolean refnet_import_edge_list(const RefnetImport *import, const RefnetEdgeListOptions *options,
                                 GError **error);

/* GraphML, GEXF or GML, told apart by the file itself, plain or packed: nodes become organizations,
 * with every attribute but refnet's own measures, edges referrals. REFNET_ERROR_INPUT: it is
 * neither, or damaged, or declares entities. Memory in proportion to the network; O(n log n). */
gboolean refnet_import_graph(const RefnetImport *import, GError **error);

/* One table of organizations in which every other column that holds only yes and no is a service
 * (or, where its header begins with "serves", a group of people); or a folder that also has a table
 * of categories and one of who has which, by ids. REFNET_ERROR_INPUT: no names. O(cells). */
gboolean refnet_import_flat(const RefnetImport *import, GError **error);

G_END_DECLS

#endif
