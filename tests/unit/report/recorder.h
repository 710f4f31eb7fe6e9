/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A format that only notes what it is told, one line a part: what the sections of a report say. */
#ifndef REFNET_TESTS_RECORDER_H
#define REFNET_TESTS_RECORDER_H

#include "report/report.h"
#include "table/write/format.h"
#include "unit/present/described.h"

typedef struct {
  RefnetOutput *output;
  const RefnetColumn *columns;
} Recorder;

static inline gpointer recorder_open(RefnetOutput *output) {
  Recorder *recorder = g_new0(Recorder, 1);
  recorder->output = output;
  return recorder;
}

static inline void recorder_note(gpointer data, const char *kind, const char *text) {
  refnet_output_printf(((Recorder *)data)->output, "%s %s\n", kind, text);
}

static inline gboolean recorder_begin(gpointer data, const RefnetReportFront *front,
                                      GError **error) {
  (void)error;
  recorder_note(data, "title", front->title);
  for (guint i = 0; front->facts[i]; i++)
    recorder_note(data, "fact", front->facts[i]);
  for (guint i = 0; i < front->section_count; i++)
    recorder_note(data, "contents", front->sections[i].id);
  return TRUE;
}

static inline void recorder_section(gpointer data, const RefnetReportSection *section) {
  recorder_note(data, "section", section->id);
}

static inline void recorder_subheading(gpointer data, const char *text) {
  recorder_note(data, "subheading", text);
}

static inline void recorder_lead(gpointer data, const char *text) {
  recorder_note(data, "lead", text);
}

static inline void recorder_paragraph(gpointer data, const char *text) {
  recorder_note(data, "paragraph", text);
}

static inline void recorder_remark(gpointer data, const char *text) {
  recorder_note(data, "note", text);
}

static inline void recorder_figures(gpointer data, const RefnetReportFigure *figures,
                                    gsize length) {
  for (gsize i = 0; i < length; i++) {
    recorder_note(data, "figure", figures[i].value);
    recorder_note(data, "label", figures[i].label);
  }
}

static inline void recorder_findings_begin(gpointer data, RefnetFindingStyle style) {
  static const char *const names[] = {"numbered", "bullets", "checklist"};
  recorder_note(data, "findings", names[style]);
}

static inline void recorder_finding(gpointer data, const RefnetReportFinding *finding) {
  if (finding->name)
    recorder_note(data, "name", finding->name);
  if (finding->figures)
    recorder_note(data, "numbers", finding->figures);
  recorder_note(data, "finding", finding->sentence);
  if (finding->more)
    recorder_note(data, "more", finding->more->id);
}

static inline void recorder_findings_end(gpointer data) {
  recorder_note(data, "end", "findings");
}

static inline void recorder_table_begin(gpointer data, const char *caption,
                                        const RefnetColumn *columns) {
  ((Recorder *)data)->columns = columns;
  recorder_note(data, "table", caption);
}

static inline void recorder_row(gpointer data, const RefnetValue *values) {
  Recorder *recorder = data;
  refnet_output_puts(recorder->output, "row");
  for (guint i = 0; recorder->columns[i].key; i++)
    if (refnet_column_is_visible(&recorder->columns[i])) {
      g_autofree char *text = refnet_value_for_people(&recorder->columns[i], &values[i]);
      refnet_output_printf(recorder->output, "|%s", text);
    }
  refnet_output_puts(recorder->output, "\n");
}

static inline void recorder_table_end(gpointer data) {
  recorder_note(data, "end", "table");
}

static inline void recorder_terms(gpointer data, const RefnetReportTerm *terms, gsize length) {
  for (gsize i = 0; i < length; i++)
    refnet_output_printf(((Recorder *)data)->output,
                         terms[i].uri ? "term %s: %s <%s>\n" : "term %s: %s\n", terms[i].term,
                         terms[i].meaning, terms[i].uri);
}

static inline gboolean recorder_close(gpointer data, GError **error) {
  (void)error;
  g_free(data);
  return TRUE;
}

static const RefnetReportFormatWriter recorder_format = {
    .open = recorder_open,
    .begin = recorder_begin,
    .section = recorder_section,
    .subheading = recorder_subheading,
    .lead = recorder_lead,
    .paragraph = recorder_paragraph,
    .note = recorder_remark,
    .figures = recorder_figures,
    .findings_begin = recorder_findings_begin,
    .finding = recorder_finding,
    .findings_end = recorder_findings_end,
    .table_begin = recorder_table_begin,
    .row = recorder_row,
    .table_end = recorder_table_end,
    .terms = recorder_terms,
    .close = recorder_close,
};

/* What the report says, in the tests' wording; fails where it can't be written. Caller frees. */
static inline char *recorder_report(const RefnetNetwork *network, RefnetReportOptions options) {
  GError *error = NULL;
  Written written = written_begin();
  options.wording = described_wording(options.wording.show_people);
  options.turnover = REFNET_DEFAULT_TURNOVER;
  options.seed = 1;
  if (!refnet_report_write_as(network, &recorder_format, &options, written.output, &error))
    fail_msg("%s", error->message);
  return written_end(&written);
}

#endif
