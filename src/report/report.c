/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sections of a report in their order, and the writing of it. */
#include "report/report.h"

#include "report/one/sections.h"
#include "report/telling/front.h"
#include "report/telling/method.h"
#include "report/whole/sections.h"

/* What a report on the network and one on an organization have by the same id; NULL: nothing. */
static const struct {
  const char *id;
  const char *heading, *heading_of_one;
  gboolean (*write)(const RefnetReport *report, GError **error);
  gboolean (*write_of_one)(const RefnetReport *report, GError **error);
} sections[] = {
    {"in-short", "In short", "In short", refnet_report_in_short, refnet_report_one_in_short},
    {"who", NULL, "Who they are", NULL, refnet_report_one_who},
    {"unknown", "What we don’t know yet", "What we don’t know of them", refnet_report_unknown,
     refnet_report_one_unknown},
    {"changes", "What changed", NULL, refnet_report_changes, NULL},
    {"network", "Our network", "Whom they work with", refnet_report_network,
     refnet_report_one_partners},
    {"gaps", "Where services are missing", "Gaps they could help close", refnet_report_gaps,
     refnet_report_one_gaps},
    {"rests", "What rests on one person or one organisation",
     "What rests on one person or one organisation", refnet_report_rests, refnet_report_one_rests},
    {"due", "Who is due a call", "What is due with them", refnet_report_due, refnet_report_one_due},
    {"same", "Listed twice", "Who lists the same", refnet_report_same, refnet_report_one_same},
    {"meet", "Who else to meet", "Whom they should meet", refnet_report_meet,
     refnet_report_one_meet},
    {"agenda", "For the next meeting", "For the visit", refnet_report_agenda,
     refnet_report_one_visit},
    {"data", "About the data", NULL, refnet_report_data, NULL},
    {"method", "How this was worked out", "How this was worked out", refnet_report_method,
     refnet_report_method},
    {"words", "Words used here", "Words used here", refnet_report_words, refnet_report_words},
};
enum { SECTIONS = G_N_ELEMENTS(sections) };

static gboolean has_section(guint index, gboolean one) {
  return one ? sections[index].write_of_one != NULL : sections[index].write != NULL;
}

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
              "'%s' does not say what report to write: the name must end in .html, .pdf or .md",
              shown);
  return FALSE;
}

static gboolean find_section(const char *id, gboolean one, guint *index, GError **error) {
  for (guint i = 0; i < SECTIONS; i++)
    if (has_section(i, one) && g_str_equal(sections[i].id, id)) {
      *index = i;
      return TRUE;
    }
  g_autoptr(GString) known = g_string_new(NULL);
  for (guint i = 0; i < SECTIONS; i++)
    if (has_section(i, one))
      g_string_append_printf(known, "%s%s", known->len ? ", " : "", sections[i].id);
  g_autofree char *shown = refnet_text_display(id, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "there is no section \"%s\"%s; sections are: %s", shown,
              one ? " in a report on one organisation" : "", known->str);
  return FALSE;
}

gboolean refnet_report_check_sections(const char *const *ids, gboolean one, GError **error) {
  guint index = 0;
  for (guint i = 0; ids && ids[i]; i++)
    if (!find_section(ids[i], one, &index, error))
      return FALSE;
  return TRUE;
}

/* ---- writing --------------------------------------------------------------------------------- */

/* Is it in a report without being asked for? What is taken along is short. */
static gboolean is_usual(const RefnetReportOptions *options, guint index) {
  if (sections[index].write == refnet_report_changes)
    return options->older != NULL;
  return !options->organization || sections[index].write != refnet_report_method;
}

/* Marks the sections wanted; their order is ours. */
static gboolean choose(const RefnetReportOptions *options, gboolean wanted[SECTIONS],
                       GError **error) {
  const char *const *ids = options->sections;
  gboolean one = options->organization != NULL;
  guint index = 0;
  for (guint i = 0; i < SECTIONS; i++)
    wanted[i] = !ids && has_section(i, one) && is_usual(options, i);
  for (guint i = 0; ids && ids[i]; i++) {
    if (!find_section(ids[i], one, &index, error))
      return FALSE;
    wanted[index] = TRUE;
  }
  return TRUE;
}

static gboolean write_sections(const RefnetReport *report, const gboolean wanted[SECTIONS],
                               GError **error) {
  const RefnetReportFormatWriter *format = report->format;
  gboolean one = report->results.subject != REFNET_NONE;
  guint next = 0;
  if (!refnet_report_write_front(report, error))
    return FALSE;
  for (guint i = 0; i < SECTIONS; i++) {
    if (!wanted[i])
      continue;
    format->section(report->state, &report->sections[next++]);
    if (one ? !sections[i].write_of_one(report, error) : !sections[i].write(report, error))
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
  RefnetReport report = {.sections = chosen, .format = format};
  if (!choose(options, wanted, error) ||
      !refnet_report_results_init(&report.results, network, options, error))
    return FALSE;
  for (guint i = 0; i < SECTIONS; i++)
    if (wanted[i])
      chosen[report.section_count++] = (RefnetReportSection){
          sections[i].id, options->organization ? sections[i].heading_of_one : sections[i].heading};
  report.state = report.format->open(output);
  gboolean is_written = write_sections(&report, wanted, error);
  if (is_written && options->missing_letters && report.format->missing_letters)
    *options->missing_letters = report.format->missing_letters(report.state);
  gboolean is_closed = report.format->close(report.state, is_written ? error : NULL);
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
