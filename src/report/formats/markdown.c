/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The report as Markdown in GitHub's dialect, without pictures: for an e-mail or another document.
 * Tables are those of every result in that format. */
#include <string.h>

#include "report/formats/writer.h"
#include "table/write/markdown.h"
#include "table/write/writer.h"

typedef struct {
  RefnetOutput *output;
  RefnetWriter *tables;
  RefnetFindingStyle style; /* of the open list */
  guint item;               /* of it */
} MarkdownState;

static gpointer open_document(RefnetOutput *output) {
  MarkdownState *state = g_new0(MarkdownState, 1);
  state->output = output;
  return state;
}

static void put(MarkdownState *state, const char *before, const char *text, const char *after) {
  gboolean is_long = strlen(text) > REFNET_REPORT_LONGEST_TEXT;
  g_autofree char *cut = is_long ? refnet_text_display(text, REFNET_REPORT_LONGEST_TEXT) : NULL;
  g_autofree char *escaped = refnet_markdown_escape(is_long ? cut : text);
  refnet_output_printf(state->output, "%s%s%s", before, escaped, after);
}

static gboolean is_said(const char *text) {
  return text && *text;
}

/* ---- text ------------------------------------------------------------------------------------ */

static gboolean begin_report(gpointer state, const RefnetReportFront *front, GError **error) {
  (void)error;
  put(state, "# ", front->title, "\n\n");
  put(state, "", front->subtitle, "\n\n");
  for (guint i = 0; front->facts[i]; i++)
    put(state, "- ", front->facts[i], "\n");
  return TRUE;
}

static void begin_section(gpointer state, const RefnetReportSection *section) {
  put(state, "\n## ", section->heading, "\n");
}

static void write_subheading(gpointer state, const char *text) {
  put(state, "\n### ", text, "\n");
}

static void write_paragraph(gpointer state, const char *text) {
  put(state, "\n", text, "\n");
}

static void write_note(gpointer state, const char *text) {
  put(state, "\n> ", text, "\n");
}

static void write_figures(gpointer state, const RefnetReportFigure *figures, gsize length) {
  for (gsize i = 0; i < length; i++) {
    put(state, i ? "- **" : "\n- **", figures[i].value, "** ");
    put(state, "", figures[i].label, is_said(figures[i].meaning) ? ": " : "\n");
    if (is_said(figures[i].meaning))
      put(state, "", figures[i].meaning, "\n");
  }
}

/* Only what neither ends a link's target nor has a meaning there is in the URI as it is. */
static void put_link(MarkdownState *state, const RefnetReportTerm *term) {
  g_autofree char *target = g_uri_escape_string(term->uri, ":/?#[]@!$&*+,;=%~", FALSE);
  put(state, "[", term->meaning, "](");
  refnet_output_printf(state->output, "%s)\n", target);
}

static void write_terms(gpointer state, const RefnetReportTerm *terms, gsize length) {
  for (gsize i = 0; i < length; i++) {
    put(state, i ? "- **" : "\n- **", terms[i].term, "**: ");
    if (terms[i].uri)
      put_link(state, &terms[i]);
    else
      put(state, "", terms[i].meaning, "\n");
  }
}

/* ---- findings -------------------------------------------------------------------------------- */

static void begin_findings(gpointer data, RefnetFindingStyle style) {
  MarkdownState *state = data;
  state->style = style;
  state->item = 0;
  refnet_output_puts(state->output, "\n");
}

static void put_marker(MarkdownState *state) {
  state->item++;
  if (state->style == REFNET_FINDINGS_NUMBERED)
    refnet_output_printf(state->output, "%u. ", state->item);
  else
    refnet_output_puts(state->output, state->style == REFNET_FINDINGS_CHECKLIST ? "- [ ] " : "- ");
}

static void write_finding(gpointer data, const RefnetReportFinding *finding) {
  MarkdownState *state = data;
  put_marker(state);
  if (is_said(finding->name))
    put(state, "**", finding->name, "** ");
  if (is_said(finding->figures))
    put(state, "(", finding->figures, ") ");
  if (is_said(finding->sentence))
    put(state, "", finding->sentence, "");
  refnet_output_puts(state->output, "\n");
}

static void end_findings(gpointer data) {
  (void)data;
}

/* ---- tables and the end ---------------------------------------------------------------------- */

static void begin_table(gpointer data, const char *caption, const RefnetColumn *columns) {
  MarkdownState *state = data;
  put(state, "\n**", caption, "**\n");
  state->tables = refnet_writer_new(REFNET_FORMAT_MARKDOWN, state->output, 0);
  refnet_output_puts(state->output, "\n");
  refnet_writer_list_begin(state->tables, "", columns);
}

static void write_row(gpointer data, const RefnetValue *values) {
  MarkdownState *state = data;
  refnet_writer_row(state->tables, values);
}

static void end_table(gpointer data) {
  MarkdownState *state = data;
  refnet_writer_list_end(state->tables);
  refnet_writer_close(g_steal_pointer(&state->tables), NULL);
}

static gboolean close_document(gpointer state, GError **error) {
  (void)error;
  g_free(state);
  return TRUE;
}

const RefnetReportFormatWriter refnet_report_markdown = {
    .open = open_document,
    .begin = begin_report,
    .section = begin_section,
    .subheading = write_subheading,
    .lead = write_paragraph,
    .paragraph = write_paragraph,
    .note = write_note,
    .figures = write_figures,
    .findings_begin = begin_findings,
    .finding = write_finding,
    .findings_end = end_findings,
    .table_begin = begin_table,
    .row = write_row,
    .table_end = end_table,
    .terms = write_terms,
    .close = close_document,
};
