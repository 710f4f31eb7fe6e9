/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The report as pages to be printed. What is said goes to the document in the order in which it is
 * said; it is written when all of it is there. */
#include "report/formats/writer.h"
#include "table/write/format.h"

#define MOST_IN_COLUMN 30
#define COLUMN_SHAPE 0.68 /* height by width */
#define LEAST_TEXT 7.5

typedef struct {
  RefnetOutput *output;
  RefnetDocument *document; /* NULL: it could not be made */
  gboolean in_section;
  guint before_contents;       /* sections that the contents wait for */
  RefnetItemMarker marker;     /* of the open list */
  const RefnetColumn *columns; /* of the open table */
} PdfState;

static gpointer open_document(RefnetOutput *output) {
  PdfState *state = g_new0(PdfState, 1);
  state->output = output;
  return state;
}

static gboolean begin_report(gpointer data, const RefnetReportFront *front, GError **error) {
  PdfState *state = data;
  RefnetDocumentOptions options = {.title = front->title,
                                   .width = front->page_width,
                                   .height = front->page_height,
                                   .as_of = front->as_of};
  state->document = refnet_document_new(&options, error);
  if (!state->document)
    return FALSE;
  refnet_document_add_title(state->document, front->title, front->subtitle);
  g_autofree char *facts = g_strjoinv(" ", (char **)front->facts);
  refnet_document_add_paragraph(state->document, facts);
  state->before_contents = front->before_contents;
  if (front->before_contents == 0)
    refnet_document_add_contents(state->document, "Contents");
  return TRUE;
}

/* ---- text ------------------------------------------------------------------------------------ */

static void begin_section(gpointer data, const RefnetReportSection *section) {
  PdfState *state = data;
  if (state->in_section && state->before_contents > 0 && --state->before_contents == 0)
    refnet_document_add_contents(state->document, "Contents");
  state->in_section = TRUE;
  refnet_document_add_heading(state->document, 1, section->heading, section->id);
}

static void write_subheading(gpointer data, const char *text) {
  PdfState *state = data;
  refnet_document_add_heading(state->document, 2, text, NULL);
}

static void write_lead(gpointer data, const char *text) {
  PdfState *state = data;
  refnet_document_add_lead(state->document, text);
}

static void write_paragraph(gpointer data, const char *text) {
  PdfState *state = data;
  refnet_document_add_paragraph(state->document, text);
}

static void write_note(gpointer data, const char *text) {
  PdfState *state = data;
  refnet_document_add_note(state->document, text);
}

static void write_figures(gpointer data, const RefnetReportFigure *figures, gsize length) {
  PdfState *state = data;
  g_autofree RefnetDocumentFigure *shown = g_new(RefnetDocumentFigure, length + 1);
  for (gsize i = 0; i < length; i++)
    shown[i] = (RefnetDocumentFigure){figures[i].value, figures[i].label, figures[i].meaning};
  refnet_document_add_figures(state->document, shown, length);
}

static void write_terms(gpointer data, const RefnetReportTerm *terms, gsize length) {
  PdfState *state = data;
  for (gsize i = 0; i < length; i++)
    refnet_document_add_term(state->document, terms[i].term, terms[i].meaning, terms[i].uri);
}

/* ---- findings -------------------------------------------------------------------------------- */

static void begin_findings(gpointer data, RefnetFindingStyle style) {
  static const RefnetItemMarker markers[] = {
      [REFNET_FINDINGS_NUMBERED] = REFNET_ITEM_NUMBER,
      [REFNET_FINDINGS_BULLETS] = REFNET_ITEM_BULLET,
      [REFNET_FINDINGS_CHECKLIST] = REFNET_ITEM_BOX,
  };
  PdfState *state = data;
  state->marker = markers[style];
}

static void write_finding(gpointer data, const RefnetReportFinding *finding) {
  PdfState *state = data;
  RefnetDocumentItem item = {.name = finding->name,
                             .sentence = finding->sentence,
                             .evidence = finding->figures,
                             .see = finding->more ? finding->more->id : NULL,
                             .see_heading = finding->more ? finding->more->heading : NULL};
  refnet_document_add_item(state->document, state->marker, &item);
}

static void end_findings(gpointer data) {
  (void)data; /* a list ends where something else begins */
}

/* ---- tables ---------------------------------------------------------------------------------- */

static void begin_table(gpointer data, const char *caption, const RefnetColumn *columns) {
  PdfState *state = data;
  g_autoptr(GArray) shown = g_array_new(FALSE, FALSE, sizeof(RefnetDocumentColumn));
  g_autoptr(GPtrArray) headings = g_ptr_array_new_with_free_func(g_free);
  state->columns = columns;
  for (const RefnetColumn *column = columns; column->key; column++) {
    if (!refnet_column_is_visible(column))
      continue;
    char *heading = refnet_report_heading(column);
    RefnetDocumentColumn own = {heading, refnet_column_is_number(column)};
    g_ptr_array_add(headings, heading);
    g_array_append_val(shown, own);
  }
  refnet_document_begin_table(state->document, caption,
                              (const RefnetDocumentColumn *)(gpointer)shown->data, shown->len);
}

static void write_row(gpointer data, const RefnetValue *values) {
  PdfState *state = data;
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; state->columns[i].key; i++)
    if (refnet_column_is_visible(&state->columns[i]))
      g_ptr_array_add(cells, refnet_value_for_people(&state->columns[i], &values[i]));
  refnet_document_add_row(state->document, (const char *const *)cells->pdata);
}

static void end_table(gpointer data) {
  PdfState *state = data;
  refnet_document_end_table(state->document);
}

/* ---- pictures and the end -------------------------------------------------------------------- */

static void write_picture(gpointer data, const RefnetMap *map, const char *caption,
                          const char *alternative) {
  PdfState *state = data;
  refnet_document_add_picture(state->document, map, caption, alternative);
}

/* A few organisations go between the text, more get a page; a table of many columns gets it on its
 * side. */
static RefnetReportRoom picture_room(gpointer data, guint32 organizations,
                                     RefnetReportShape shape) {
  PdfState *state = data;
  gboolean is_small = organizations <= MOST_IN_COLUMN;
  RefnetReportRoom room = {.text = LEAST_TEXT, .is_paper = TRUE};
  refnet_document_picture_room(state->document, !is_small && shape == REFNET_SHAPE_TABLE,
                               &room.width, &room.height);
  if (is_small)
    room.height = MIN(room.height, room.width * COLUMN_SHAPE);
  return room;
}

static char *missing_letters(gpointer data) {
  PdfState *state = data;
  return refnet_document_missing_letters(state->document);
}

static gboolean close_document(gpointer data, GError **error) {
  PdfState *state = data;
  gboolean is_written =
      state->document && refnet_document_write(state->document, state->output, error);
  refnet_document_free(state->document);
  g_free(state);
  return is_written;
}

const RefnetReportFormatWriter refnet_report_pdf = {
    .open = open_document,
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
    .missing_letters = missing_letters,
    .close = close_document,
    .picture_room = picture_room,
};
