/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The report as one HTML file: nothing from elsewhere, no script, pictures inline. Every text
 * passes through refnet_markup_append; what is written goes to the output piece by piece. */
#include <math.h>
#include <string.h>

#include "base/markup.h"
#include "draw/output/svg.h"
#include "draw/scene/map.h"
#include "report/formats/html_style.h"
#include "report/formats/writer.h"
#include "table/write/format.h"

typedef struct {
  RefnetOutput *output;
  GString *markup;             /* not written yet */
  const RefnetColumn *columns; /* of the open table */
  RefnetFindingStyle style;    /* of the open list */
  char *contents;              /* markup yet to be put; NULL: none */
  guint before_contents;       /* sections that they wait for */
  gboolean in_section;
  guint pictures;
} HtmlState;

static gpointer open_page(RefnetOutput *output) {
  HtmlState *state = g_new0(HtmlState, 1);
  state->output = output;
  state->markup = g_string_new(NULL);
  return state;
}

static void flush(HtmlState *state) {
  refnet_output_write(state->output, state->markup->str, state->markup->len);
  g_string_truncate(state->markup, 0);
}

static void put(HtmlState *state, const char *literal) {
  g_string_append(state->markup, literal);
}

/* `before` and `after` are markup, `text` is not. */
static void put_text(HtmlState *state, const char *before, const char *text, const char *after) {
  gboolean is_long = strlen(text) > REFNET_REPORT_LONGEST_TEXT;
  g_autofree char *cut = is_long ? refnet_text_display(text, REFNET_REPORT_LONGEST_TEXT) : NULL;
  put(state, before);
  refnet_markup_append(state->markup, is_long ? cut : text);
  put(state, after);
}

static gboolean is_said(const char *text) {
  return text && *text;
}

/* ---- before the first section ---------------------------------------------------------------- */

static void put_head(HtmlState *state, const RefnetReportFront *front) {
  put(state, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"referrer\" content=\"no-referrer\">\n");
  put_text(state, "<meta name=\"generator\" content=\"refnet ", front->version, "\">\n");
  put_text(state, "<title>", front->title, "</title>\n<style>\n");
  put(state, refnet_report_style);
  put(state, refnet_report_style_wide);
  put(state, refnet_report_style_print);
  put(state,
      "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#report\">Skip to the report</a>\n");
}

static void put_contents(HtmlState *state, const RefnetReportFront *front) {
  put(state, "<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 "
             "id=\"contents\">Contents</h2>\n<ol>\n");
  for (guint i = 0; i < front->section_count; i++) {
    put_text(state, "<li><a href=\"#", front->sections[i].id, "\">");
    put_text(state, "", front->sections[i].heading, "</a></li>\n");
  }
  put(state, "</ol>\n</nav>\n");
}

/* Below what says what matters, whatever part of the page that is. */
static void put_contents_in_time(HtmlState *state, const RefnetReportFront *front) {
  if (front->section_count < 2)
    return;
  gsize start = state->markup->len;
  put_contents(state, front);
  if (front->before_contents > 0) {
    state->contents = g_strdup(state->markup->str + start);
    state->before_contents = front->before_contents;
    g_string_truncate(state->markup, start);
  }
}

static gboolean begin_report(gpointer data, const RefnetReportFront *front, GError **error) {
  HtmlState *state = data;
  (void)error;
  put_head(state, front);
  put_text(state, "<header>\n<h1>", front->title, "</h1>\n");
  put_text(state, "<p class=\"kind\">", front->subtitle, "</p>\n<ul class=\"facts\">\n");
  for (guint i = 0; front->facts[i]; i++)
    put_text(state, "<li>", front->facts[i], "</li>\n");
  put(state, "</ul>\n</header>\n");
  put(state, "<main id=\"report\" tabindex=\"-1\">\n");
  put_contents_in_time(state, front);
  flush(state);
  return TRUE;
}

/* ---- text ------------------------------------------------------------------------------------ */

static void begin_section(gpointer data, const RefnetReportSection *section) {
  HtmlState *state = data;
  put(state, state->in_section ? "</section>\n" : "");
  if (state->in_section && state->contents && --state->before_contents == 0) {
    put(state, state->contents);
    g_clear_pointer(&state->contents, g_free);
  }
  put_text(state, "<section id=\"", section->id, "\" aria-labelledby=\"");
  put_text(state, "", section->id, "-heading\">\n<h2 id=\"");
  put_text(state, "", section->id, "-heading\">");
  put_text(state, "", section->heading, "</h2>\n");
  state->in_section = TRUE;
  flush(state);
}

static void write_subheading(gpointer data, const char *text) {
  put_text(data, "<h3>", text, "</h3>\n");
}

static void write_lead(gpointer data, const char *text) {
  put_text(data, "<p class=\"lead\">", text, "</p>\n");
}

static void write_paragraph(gpointer data, const char *text) {
  put_text(data, "<p>", text, "</p>\n");
}

static void write_note(gpointer data, const char *text) {
  put_text(data, "<p class=\"remark\">", text, "</p>\n");
}

static void write_figures(gpointer data, const RefnetReportFigure *figures, gsize length) {
  HtmlState *state = data;
  put(state, "<dl class=\"keys\">\n");
  for (gsize i = 0; i < length; i++) {
    put_text(state, "<div><dt>", figures[i].label, "</dt>");
    put_text(state, "<dd class=\"value\">", figures[i].value, "</dd>");
    if (is_said(figures[i].meaning))
      put_text(state, "<dd class=\"meaning\">", figures[i].meaning, "</dd>");
    put(state, "</div>\n");
  }
  put(state, "</dl>\n");
}

static void put_meaning(HtmlState *state, const RefnetReportTerm *term) {
  if (term->uri)
    put_text(state, "<dd><a href=\"", term->uri, "\">");
  put_text(state, term->uri ? "" : "<dd>", term->meaning, term->uri ? "</a></dd>\n" : "</dd>\n");
}

static void write_terms(gpointer data, const RefnetReportTerm *terms, gsize length) {
  HtmlState *state = data;
  put(state, "<dl class=\"words\">\n");
  for (gsize i = 0; i < length; i++) {
    put_text(state, "<dt>", terms[i].term, "</dt>");
    put_meaning(state, &terms[i]);
  }
  put(state, "</dl>\n");
}

/* ---- findings -------------------------------------------------------------------------------- */

static void begin_findings(gpointer data, RefnetFindingStyle style) {
  static const char *const tags[] = {
      [REFNET_FINDINGS_NUMBERED] = "<ol class=\"findings\">\n",
      [REFNET_FINDINGS_BULLETS] = "<ul class=\"findings\">\n",
      [REFNET_FINDINGS_CHECKLIST] = "<ul class=\"checks\">\n",
  };
  HtmlState *state = data;
  state->style = style;
  put(state, tags[style]);
}

/* On a line of its own, unless it leads into the sentence. */
static void put_about(HtmlState *state, const RefnetReportFinding *finding) {
  if (!finding->figures) {
    put_text(state, "<p><strong>", finding->name, "</strong> ");
    return;
  }
  put(state, "<p class=\"about\">");
  if (is_said(finding->name))
    put_text(state, "", finding->name, is_said(finding->figures) ? " " : "");
  if (is_said(finding->figures))
    put_text(state, "<span class=\"numbers\">", finding->figures, "</span>");
  put(state, "</p>\n<p>");
}

static void put_more(HtmlState *state, const RefnetReportSection *more) {
  put_text(state, " <span class=\"more\">→ <a href=\"#", more->id, "\">");
  put_text(state, "", more->heading, "</a></span>");
}

static void write_finding(gpointer data, const RefnetReportFinding *finding) {
  HtmlState *state = data;
  put(state, "<li>");
  if (is_said(finding->name) || is_said(finding->figures))
    put_about(state, finding);
  else
    put(state, "<p>");
  if (is_said(finding->sentence))
    put_text(state, "", finding->sentence, "");
  if (finding->more)
    put_more(state, finding->more);
  put(state, "</p></li>\n");
  flush(state);
}

static void end_findings(gpointer data) {
  HtmlState *state = data;
  put(state, state->style == REFNET_FINDINGS_NUMBERED ? "</ol>\n" : "</ul>\n");
}

/* ---- tables ---------------------------------------------------------------------------------- */

static void put_header(HtmlState *state) {
  put(state, "<thead>\n<tr>");
  for (const RefnetColumn *column = state->columns; column->key; column++) {
    if (!refnet_column_is_visible(column))
      continue;
    g_autofree char *heading = refnet_report_heading(column);
    put_text(state,
             refnet_column_is_number(column) ? "<th scope=\"col\" class=\"count\">"
                                             : "<th scope=\"col\">",
             heading, "</th>");
  }
  put(state, "</tr>\n</thead>\n<tbody>\n");
}

static void begin_table(gpointer data, const char *caption, const RefnetColumn *columns) {
  HtmlState *state = data;
  state->columns = columns;
  put_text(state, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"", caption,
           "\">\n");
  put_text(state, "<table>\n<caption>", caption, "</caption>\n");
  put_header(state);
}

static void write_row(gpointer data, const RefnetValue *values) {
  HtmlState *state = data;
  gboolean is_first = TRUE;
  put(state, "<tr>");
  for (guint i = 0; state->columns[i].key; i++) {
    const RefnetColumn *column = &state->columns[i];
    if (!refnet_column_is_visible(column))
      continue;
    g_autofree char *text = refnet_value_for_people(column, &values[i]);
    gboolean is_number = refnet_column_is_number(column);
    if (is_first && !is_number)
      put_text(state, "<th scope=\"row\">", text, "</th>");
    else
      put_text(state, is_number ? "<td class=\"count\">" : "<td>", text, "</td>");
    is_first = FALSE;
  }
  put(state, "</tr>\n");
  flush(state);
}

static void end_table(gpointer data) {
  put(data, "</tbody>\n</table>\n</div>\n");
}

/* ---- pictures and the end -------------------------------------------------------------------- */

/* As wide as a page on a screen; what is wider is moved from side to side. */
#define WIDEST 1200

static void begin_picture(HtmlState *state, const RefnetMap *map) {
  if (map->scene->width <= WIDEST) {
    put(state, "<div class=\"picture\">\n");
    return;
  }
  g_string_append_printf(state->markup, "<div class=\"picture large\" style=\"--natural:%.0fpx\"",
                         ceil(map->scene->width));
  put_text(state, " role=\"region\" tabindex=\"0\" aria-label=\"", map->scene->title, "\">\n");
}

static void write_picture(gpointer data, const RefnetMap *map, const char *caption,
                          const char *alternative) {
  HtmlState *state = data;
  g_autofree char *id = g_strdup_printf("picture-%u", ++state->pictures);
  put(state, "<figure>\n");
  begin_picture(state, map);
  flush(state);
  refnet_svg_write_within(map->scene, id, alternative, state->output);
  put_text(state, "</div>\n<figcaption>", caption, "</figcaption>\n</figure>\n");
}

static RefnetReportRoom picture_room(gpointer data, guint32 organizations,
                                     RefnetReportShape shape) {
  (void)data;
  (void)shape;
  (void)organizations;
  return (RefnetReportRoom){.width = 800, .height = 620, .text = 9};
}

static gboolean close_page(gpointer data, GError **error) {
  HtmlState *state = data;
  (void)error;
  put(state, state->in_section ? "</section>\n" : "");
  put(state, "</main>\n</body>\n</html>\n");
  flush(state);
  g_string_free(state->markup, TRUE);
  g_free(state->contents);
  g_free(state);
  return TRUE;
}

const RefnetReportFormatWriter refnet_report_html = {
    .open = open_page,
    .begin = begin_report,
    .section = begin_section,
    .subheading = write_subheading,
    .lead = write_lead,
    .paragraph = write_paragraph,
    .note = write_note,
    .figures = write_figures,
    .findings_begin = begin_findings,
    .finding = write_finding,
    .findings_end = end_findings,
    .table_begin = begin_table,
    .row = write_row,
    .table_end = end_table,
    .picture = write_picture,
    .terms = write_terms,
    .close = close_page,
    .picture_room = picture_room,
};
