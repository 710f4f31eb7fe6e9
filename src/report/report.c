/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sections of a report in their order, and the writing of it. */
#include <refnet/report.h>

#include "report/content.h"

static const struct {
  RefnetReportSection section;
  gboolean (*write)(const RefnetReport *report, GError **error);
} sections[] = {
    {{"in-short", "In short"}, refnet_report_in_short},
    {{"unknown", "What we don’t know yet"}, refnet_report_unknown},
    {{"changes", "What changed"}, refnet_report_changes},
    {{"network", "Our network"}, refnet_report_network},
    {{"gaps", "Where services are missing"}, refnet_report_gaps},
    {{"rests", "What rests on one person or one organisation"}, refnet_report_rests},
    {{"due", "Who is due a call"}, refnet_report_due},
    {{"same", "Listed twice"}, refnet_report_same},
    {{"meet", "Who else to meet"}, refnet_report_meet},
    {{"agenda", "For the next meeting"}, refnet_report_agenda},
    {{"data", "About the data"}, refnet_report_data},
    {{"method", "How this was worked out"}, refnet_report_method},
    {{"words", "Words used here"}, refnet_report_words},
};
enum { SECTIONS = G_N_ELEMENTS(sections) };

/* ---- formats and sections by name ------------------------------------------------------------ */

gboolean refnet_report_format(const char *path, RefnetReportFormat *format, GError **error) {
  static const struct {
    const char *extension;
    RefnetReportFormat format;
  } known[] = {{".html", REFNET_REPORT_HTML},
               {".htm", REFNET_REPORT_HTML},
               {".md", REFNET_REPORT_MARKDOWN},
               {".markdown", REFNET_REPORT_MARKDOWN},
               {".pdf", REFNET_REPORT_PDF}};
  g_autofree char *lower = g_ascii_strdown(path, -1);
  for (gsize i = 0; i < G_N_ELEMENTS(known); i++)
    if (g_str_has_suffix(lower, known[i].extension)) {
      *format = known[i].format;
      return TRUE;
    }
  g_autofree char *shown = refnet_text_display(path, 0);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "'%s' does not say what report to write: the name must end in .html, .pdf or .md", shown);
  return FALSE;
}

static gboolean find_section(const char *id, guint *index, GError **error) {
  for (guint i = 0; i < SECTIONS; i++)
    if (g_str_equal(sections[i].section.id, id)) {
      *index = i;
      return TRUE;
    }
  g_autoptr(GString) known = g_string_new(NULL);
  for (guint i = 0; i < SECTIONS; i++)
    g_string_append_printf(known, "%s%s", i ? ", " : "", sections[i].section.id);
  g_autofree char *shown = refnet_text_display(id, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "there is no section \"%s\"; sections are: %s", shown, known->str);
  return FALSE;
}

gboolean refnet_report_check_sections(const char *const *ids, GError **error) {
  guint index = 0;
  for (guint i = 0; ids && ids[i]; i++)
    if (!find_section(ids[i], &index, error))
      return FALSE;
  return TRUE;
}

const RefnetReportSection *refnet_report_find_section(const RefnetReport *report, const char *id) {
  for (guint i = 0; i < report->section_count; i++)
    if (g_str_equal(report->sections[i].id, id))
      return &report->sections[i];
  return NULL;
}

/* ---- writing --------------------------------------------------------------------------------- */

/* Marks the sections wanted; their order is ours. What changed is one only where there is something
 * to compare with, or where it is asked for. */
static gboolean choose(const RefnetReportOptions *options, gboolean wanted[SECTIONS],
                       GError **error) {
  const char *const *ids = options->sections;
  guint index = 0;
  for (guint i = 0; i < SECTIONS; i++)
    wanted[i] = !ids && (options->older || sections[i].write != refnet_report_changes);
  for (guint i = 0; ids && ids[i]; i++) {
    if (!find_section(ids[i], &index, error))
      return FALSE;
    wanted[index] = TRUE;
  }
  return TRUE;
}

static gboolean write_sections(const RefnetReport *report, const gboolean wanted[SECTIONS],
                               GError **error) {
  const RefnetReportFormatWriter *format = report->writer.format;
  refnet_report_write_front(report);
  for (guint i = 0; i < SECTIONS; i++) {
    if (!wanted[i])
      continue;
    format->section(report->writer.state, &sections[i].section);
    if (!sections[i].write(report, error))
      return FALSE;
  }
  return TRUE;
}

gboolean refnet_report_write_as(const RefnetNetwork *network,
                                const RefnetReportFormatWriter *format,
                                const RefnetReportOptions *options, RefnetOutput *output,
                                GError **error) {
  gboolean wanted[SECTIONS];
  RefnetReportSection chosen[SECTIONS];
  RefnetReport report = {.sections = chosen, .writer.format = format};
  if (!choose(options, wanted, error) ||
      !refnet_report_results_init(&report.results, network, options, error))
    return FALSE;
  for (guint i = 0; i < SECTIONS; i++)
    if (wanted[i])
      chosen[report.section_count++] = sections[i].section;
  report.writer.state = report.writer.format->open(output);
  gboolean is_written = write_sections(&report, wanted, error);
  if (options->missing_letters && report.writer.format->missing_letters)
    *options->missing_letters = report.writer.format->missing_letters(report.writer.state);
  gboolean is_closed = report.writer.format->close(report.writer.state, is_written ? error : NULL);
  refnet_report_results_clear(&report.results);
  return is_written && is_closed;
}

static const RefnetReportFormatWriter *format_writer(RefnetReportFormat format) {
  switch (format) {
  case REFNET_REPORT_MARKDOWN:
    return &refnet_report_markdown;
  case REFNET_REPORT_PDF:
    return &refnet_report_pdf;
  case REFNET_REPORT_HTML:
    break;
  }
  return &refnet_report_html;
}

gboolean refnet_report_write(const RefnetNetwork *network, RefnetReportFormat format,
                             const RefnetReportOptions *options, RefnetOutput *output,
                             GError **error) {
  return refnet_report_write_as(network, format_writer(format), options, output, error);
}
