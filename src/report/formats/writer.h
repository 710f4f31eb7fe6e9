/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A report as a reader meets it, from the first page to the last: the caller says what is there, in
 * order, and each format sets it for its medium. Texts are plain UTF-8 with whatever the data has
 * in it; to escape them is up to the format. All are borrowed during the call. */
#ifndef REFNET_REPORT_FORMATS_WRITER_H
#define REFNET_REPORT_FORMATS_WRITER_H

#include <refnet/draw.h>
#include <refnet/table.h>

G_BEGIN_DECLS

typedef struct {
  const char *id; /* for links: lower-case letters and "-"; unique */
  const char *heading;
} RefnetReportSection;

/* What stands before the first section. */
typedef struct {
  const char *title;
  const char *subtitle;                /* what kind of report it is, as of when */
  const char *const *facts;            /* sentences below the title; NULL-terminated */
  const RefnetReportSection *sections; /* all there will be, for the table of contents */
  guint section_count;
  guint before_contents; /* sections that say what matters stand before the table of contents: how
                            many, fewer than there are */
  RefnetDate as_of;
  const char *version;            /* of refnet */
  double page_width, page_height; /* points; 0: as the format has it */
} RefnetReportFront;

/* One figure to be seen from afar. */
typedef struct {
  const char *value;   /* "72 of 99" */
  const char *label;   /* "organisations answered" */
  const char *meaning; /* a sentence; NULL: none */
} RefnetReportFigure;

/* How a list of findings is set. */
typedef enum {
  REFNET_FINDINGS_NUMBERED,
  REFNET_FINDINGS_BULLETS,
  REFNET_FINDINGS_CHECKLIST /* with a box to tick before each */
} RefnetFindingStyle;

typedef struct {
  const char *name;     /* what it is about, set off; NULL or "": nothing */
  const char *figures;  /* "need a year: 480; unmet: 480"; "": none; NULL: none, and the sentence
                           goes on from the name in the same line */
  const char *sentence; /* what the data show and what to do; NULL or "": the name says it all */
  const RefnetReportSection *more; /* the section with the evidence, to refer to; NULL: this one */
} RefnetReportFinding;

typedef struct {
  const char *term, *meaning;
  const char *uri; /* where the meaning leads; NULL: nowhere */
} RefnetReportTerm;

/* What a picture is of: a network fits any page, a table of many columns a wide one. */
typedef enum { REFNET_SHAPE_NETWORK, REFNET_SHAPE_TABLE } RefnetReportShape;

/* What a picture should have, as far as it can choose. */
typedef struct {
  double width, height; /* points */
  double text;          /* its smallest letters, points */
  gboolean is_paper;    /* what is larger finds no place */
} RefnetReportRoom;

/* Characters of one text; what is longer is spoiled, and ends with "…". */
enum { REFNET_REPORT_LONGEST_TEXT = 6000 };

/* What a format has to do; each is one file. Failures of the output stick to it. */
typedef struct {
  gpointer (*open)(RefnetOutput *output);
  /* FALSE: it cannot be made, and nothing but `close` follows. */
  gboolean (*begin)(gpointer state, const RefnetReportFront *front, GError **error);
  /* Begins a section, which ends the one before. */
  void (*section)(gpointer state, const RefnetReportSection *section);
  void (*subheading)(gpointer state, const char *text);
  /* What the section comes to, in a sentence. */
  void (*lead)(gpointer state, const char *text);
  void (*paragraph)(gpointer state, const char *text);
  /* What weakens the findings, how a figure was worked out, what is left out: set smaller. */
  void (*note)(gpointer state, const char *text);
  void (*figures)(gpointer state, const RefnetReportFigure *figures, gsize length);
  void (*findings_begin)(gpointer state, RefnetFindingStyle style);
  void (*finding)(gpointer state, const RefnetReportFinding *finding);
  void (*findings_end)(gpointer state);
  /* Columns end with key NULL and outlive the table; those of prose and for programs only are not
   * shown (refnet_column_is_visible). There is at least one row. */
  void (*table_begin)(gpointer state, const char *caption, const RefnetColumn *columns);
  void (*row)(gpointer state, const RefnetValue *values);
  void (*table_end)(gpointer state);
  /* `alternative` says in words what the picture shows. The map is freed after the call. NULL: the
   * format has no pictures. */
  void (*picture)(gpointer state, const RefnetMap *map, const char *caption,
                  const char *alternative);
  void (*terms)(gpointer state, const RefnetReportTerm *terms, gsize length);
  /* Which letters of it no font has, in a sentence; NULL: all have one. Caller frees. NULL where
   * others choose the fonts. */
  char *(*missing_letters)(gpointer state);
  /* Ends the document and frees the state; the caller commits the output. */
  gboolean (*close)(gpointer state, GError **error);
  /* The room for a picture of so many organisations; not asked where there are no pictures. */
  RefnetReportRoom (*picture_room)(gpointer state, guint32 organizations, RefnetReportShape shape);
} RefnetReportFormatWriter;

/* The column's heading as a sentence begins, not in capitals: "Need a year". Caller frees. */
char *refnet_report_heading(const RefnetColumn *column);

extern const RefnetReportFormatWriter refnet_report_html, refnet_report_markdown, refnet_report_pdf;

G_END_DECLS

#endif
