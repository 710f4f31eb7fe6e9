/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Parts of a document from sentences, from the lists of descriptions and from maps. */
#ifndef REFNET_REPORT_TELLING_SAY_H
#define REFNET_REPORT_TELLING_SAY_H

#include "report/formats/writer.h"
#include "report/telling/results.h"

G_BEGIN_DECLS

/* A document being written. */
typedef struct {
  RefnetReportResults results;
  const RefnetReportFormatWriter *format;
  gpointer state;                      /* of the format */
  const RefnetReportSection *sections; /* that it has */
  guint section_count;
} RefnetReport;

/* Each takes `text`; NULL says nothing. */
void refnet_report_say_lead(const RefnetReport *report, char *text);
void refnet_report_say(const RefnetReport *report, char *text);
void refnet_report_say_note(const RefnetReport *report, char *text);
void refnet_report_say_subheading(const RefnetReport *report, const char *text);
/* The sentences that a description begins with, from the `from`-th on: what weakens its findings.
 */
void refnet_report_say_introduction(const RefnetReport *report,
                                    const RefnetDescription *description, guint from);

/* One finding by itself within an open list; takes `sentence`. `section`: the id of the one with
 * the evidence, or NULL. */
void refnet_report_say_finding(const RefnetReport *report, const char *name, char *sentence,
                               const char *section);

/* How a list of a description is set. */
typedef struct {
  const char *key;     /* of the list */
  const char *heading; /* NULL: its own */
  RefnetFindingStyle style;
  const char *without[2]; /* keys of columns to leave out; NULL: none */
  const char *with;       /* key of a column that only programs see otherwise; NULL: none */
  gsize most;             /* rows unless told otherwise; 0: ten */
  gboolean by_sentence;   /* the sentences alone: they say it all */
  gboolean no_figures;    /* names and sentences, which say the figures */
  const char *when_empty; /* sentence in place of no rows; NULL: the list's own; "": nothing */
} RefnetReportList;

/* Rows as findings below a heading: the texts as names, the figures, and the sentences. */
void refnet_report_say_list(const RefnetReport *report, const RefnetDescription *description,
                            const RefnetReportList *list);
/* Rows as a table, sentences as its last columns. Without rows nothing. */
void refnet_report_say_table(const RefnetReport *report, const RefnetDescription *description,
                             const RefnetReportList *list);

/* "The first 10 of 32."; nothing where all are shown. */
void refnet_report_say_rest(const RefnetReport *report, gsize shown, gsize length);

/* Has the report pictures? Not without a format for them, nor with --no-maps. */
gboolean refnet_report_shows_maps(const RefnetReport *report);
/* Draws what `draw` makes and frees it. Nothing in a report without pictures. */
typedef RefnetMap *(*RefnetReportDraw)(const RefnetReport *report, const RefnetMapOptions *options,
                                       GError **error);
gboolean refnet_report_show(const RefnetReport *report, RefnetReportDraw draw,
                            RefnetReportShape shape, const char *title, const char *caption,
                            const char *alternative, GError **error);

/* Whom the suggestions are chosen from, where that is not the network of the report. */
void refnet_report_say_who_counts(const RefnetReport *report);

G_END_DECLS

#endif
