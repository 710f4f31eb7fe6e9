/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A document from its first text to its last page: what is added is set in the galley at once. */
#include "draw/document/document.h"

#include "draw/document/compose.h"
#include "draw/document/contents.h"
#include "draw/document/figures.h"
#include "draw/document/item.h"
#include "draw/document/picture.h"
#include "draw/document/table.h"
#include "draw/scene/map.h"
#include "draw/scene/missing.h"

#define A4_WIDTH (210 * 72 / 25.4)
#define A4_HEIGHT (297 * 72 / 25.4)
#define SMALLEST_SIDE 240.0
#define LARGEST_SIDE 14400.0 /* what PDF readers take */

#define BAR_WIDTH 46
#define BAR_HEIGHT 5
#define BELOW_BAR 12
/* The rule above a section: how thick it is, and how far above the heading. */
#define SECTION_RULE_THICK 0.8
#define SECTION_RULE_ABOVE 10
#define LEVELS 3
#define OUTLINE_LEVELS 2

struct RefnetDocument {
  RefnetTypesetter *typesetter;
  RefnetGalley galley;
  RefnetSheet sheet;
  RefnetDate as_of;
  char *title; /* printable */
  char *contents;
  gsize contents_at;
  RefnetTableSetting *table; /* NULL: none is open */
  RefnetTableSetting *terms; /* as table */
  guint after_table;         /* strips, where the last table ends */
  guint list;                /* block of the open list; 0: none is */
  RefnetItemMarker list_marker;
  guint items; /* in it */
};

static gboolean check_page(double width, double height, GError **error) {
  if (width >= SMALLEST_SIDE && width <= LARGEST_SIDE && height >= SMALLEST_SIDE &&
      height <= LARGEST_SIDE)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "a page cannot have %g by %g points: choose %.0f to %.0f points for each side", width,
              height, SMALLEST_SIDE, LARGEST_SIDE);
  return FALSE;
}

RefnetDocument *refnet_document_new(const RefnetDocumentOptions *options, GError **error) {
  double width = options->width != 0 ? options->width : A4_WIDTH;
  double height = options->height != 0 ? options->height : A4_HEIGHT;
  if (!check_page(width, height, error))
    return NULL;
  RefnetTypesetter *typesetter = refnet_typesetter_new(error);
  if (!typesetter)
    return NULL;
  RefnetDocument *document = g_new0(RefnetDocument, 1);
  document->typesetter = typesetter;
  document->sheet = refnet_sheet_of(width, height);
  document->as_of = options->as_of;
  document->title = refnet_lines_printable(options->title ? options->title : "");
  refnet_galley_init(&document->galley, typesetter, document->sheet.column.width,
                     document->sheet.column.height);
  return document;
}

void refnet_document_free(RefnetDocument *document) {
  if (!document)
    return;
  refnet_table_setting_free(document->table);
  refnet_table_setting_free(document->terms);
  refnet_galley_clear(&document->galley);
  refnet_typesetter_free(document->typesetter);
  g_free(document->title);
  g_free(document->contents);
  g_free(document);
}

/* What was open ends where something else begins. */
static void end_open(RefnetDocument *document) {
  document->list = 0;
  refnet_document_end_table(document);
  if (document->terms)
    refnet_table_setting_finish(g_steal_pointer(&document->terms), &document->galley);
}

static void set(RefnetDocument *document, const char *text, const RefnetProse *prose) {
  end_open(document);
  refnet_prose_set(&document->galley, text ? text : "", prose);
}

/* ---- headings -------------------------------------------------------------------------------- */

static void add_bar(RefnetGalley *galley) {
  refnet_galley_begin(galley, NULL, refnet_galley_next_block(galley), 0)->keep = TRUE;
  refnet_galley_add_rule(galley, 0, 0, BAR_WIDTH, BAR_HEIGHT, REFNET_DOCUMENT_ACCENT);
  refnet_galley_end(galley, BAR_HEIGHT + BELOW_BAR);
}

void refnet_document_add_title(RefnetDocument *document, const char *title, const char *subtitle) {
  RefnetProse name = {.type = REFNET_TYPE_TITLE, .tag = "H", .keep = TRUE};
  RefnetProse below = {.type = REFNET_TYPE_SUBTITLE, .measure = document->sheet.column.width};
  name.measure = document->sheet.column.width;
  end_open(document);
  add_bar(&document->galley);
  set(document, title, &name);
  set(document, subtitle, &below);
  document->galley.after = 16;
}

void refnet_document_add_contents(RefnetDocument *document, const char *heading) {
  end_open(document);
  g_free(document->contents);
  document->contents = g_strdup(heading);
  document->contents_at = document->galley.strips->len;
  document->galley.after = 0;
}

/* Sections are told apart by a line above them. */
static void add_section_rule(RefnetGalley *galley) {
  const RefnetTypeStyle *style = refnet_type_style(REFNET_TYPE_HEADING_1);
  if (galley->strips->len > 0)
    refnet_galley_strip(galley, galley->strips->len - 1)->keep = FALSE;
  refnet_galley_begin(galley, NULL, refnet_galley_next_block(galley), style->before)->keep = TRUE;
  refnet_galley_add_rule(galley, 0, 0, galley->width, SECTION_RULE_THICK, REFNET_DOCUMENT_RULE);
  refnet_galley_end(galley, SECTION_RULE_THICK);
}

void refnet_document_add_heading(RefnetDocument *document, guint level, const char *text,
                                 const char *id) {
  static const char *const tags[] = {"H1", "H2", "H3"};
  RefnetGalley *galley = &document->galley;
  RefnetHeading heading = {.text = refnet_lines_printable(text), .level = CLAMP(level, 1, LEVELS)};
  RefnetProse prose = {.type = REFNET_TYPE_HEADING_1 + heading.level - 1,
                       .tag = tags[heading.level - 1],
                       .measure = galley->width,
                       .keep = TRUE};
  if (!*heading.text) {
    g_free(heading.text);
    return;
  }
  end_open(document);
  if (heading.level == 1) {
    add_section_rule(galley);
    prose.before = SECTION_RULE_ABOVE;
  }
  gsize strip = refnet_prose_set(galley, heading.text, &prose);
  refnet_galley_strip(galley, strip)->heading = galley->headings->len;
  for (; strip + 1 < galley->strips->len; strip++)
    refnet_galley_strip(galley, strip)->keep = TRUE;
  g_autofree char *number = g_strdup_printf("%u", galley->headings->len);
  heading.id = refnet_galley_keep(galley, id ? id : number);
  g_array_append_val(galley->headings, heading);
}

/* ---- running text ---------------------------------------------------------------------------- */

void refnet_document_add_lead(RefnetDocument *document, const char *text) {
  RefnetProse prose = {.type = REFNET_TYPE_LEAD, .keep = TRUE};
  set(document, text, &prose);
}

void refnet_document_add_paragraph(RefnetDocument *document, const char *text) {
  RefnetProse prose = {.type = REFNET_TYPE_BODY};
  set(document, text, &prose);
}

void refnet_document_add_note(RefnetDocument *document, const char *text) {
  RefnetProse prose = {.type = REFNET_TYPE_NOTE};
  gboolean is_in_list = document->list != 0;
  end_open(document);
  guint before = document->galley.strips->len;
  gboolean is_about_list = is_in_list || before == document->after_table;
  set(document, text, &prose);
  if (is_about_list && before > 0 && before < document->galley.strips->len)
    refnet_galley_strip(&document->galley, before - 1)->keep = TRUE;
}

static void open_list(RefnetDocument *document, RefnetItemMarker marker) {
  if (document->list && document->list_marker == marker)
    return;
  end_open(document);
  document->list = refnet_galley_next_block(&document->galley);
  document->list_marker = marker;
  document->items = 0;
}

void refnet_document_add_item(RefnetDocument *document, RefnetItemMarker marker,
                              const RefnetDocumentItem *texts) {
  static const RefnetMarker markers[] = {[REFNET_ITEM_BULLET] = REFNET_MARKER_BULLET,
                                         [REFNET_ITEM_NUMBER] = REFNET_MARKER_NUMBER,
                                         [REFNET_ITEM_BOX] = REFNET_MARKER_BOX};
  open_list(document, marker);
  RefnetItem item = {.texts = texts,
                     .marker = markers[marker],
                     .number = ++document->items,
                     .list = document->list};
  refnet_item_set(&document->galley, &item);
}

void refnet_document_add_figures(RefnetDocument *document, const RefnetDocumentFigure *figures,
                                 gsize length) {
  end_open(document);
  refnet_figures_set(&document->galley, figures, length);
}

/* ---- tables ---------------------------------------------------------------------------------- */

void refnet_document_begin_table(RefnetDocument *document, const char *caption,
                                 const RefnetDocumentColumn *columns, guint count) {
  end_open(document);
  document->table = refnet_table_setting_new(caption, columns, count, FALSE);
}

void refnet_document_add_row(RefnetDocument *document, const char *const *cells) {
  refnet_table_setting_add(document->table, cells);
}

void refnet_document_end_table(RefnetDocument *document) {
  if (!document->table)
    return;
  refnet_table_setting_finish(g_steal_pointer(&document->table), &document->galley);
  document->after_table = document->galley.strips->len;
}

void refnet_document_add_term(RefnetDocument *document, const char *term, const char *meaning,
                              const char *uri) {
  static const RefnetDocumentColumn columns[] = {{"", FALSE}, {"", FALSE}};
  const char *cells[] = {term, meaning};
  if (!document->terms) {
    end_open(document);
    document->terms = refnet_table_setting_new(NULL, columns, G_N_ELEMENTS(columns), TRUE);
  }
  refnet_table_setting_add(document->terms, cells);
  if (uri)
    refnet_table_setting_link(document->terms, uri);
}

/* ---- pictures -------------------------------------------------------------------------------- */

void refnet_document_picture_room(const RefnetDocument *document, gboolean sideways, double *width,
                                  double *height) {
  RefnetSheet turned = refnet_sheet_turned(&document->sheet);
  refnet_picture_room(sideways ? &turned : &document->sheet, width, height);
}

void refnet_document_add_picture(RefnetDocument *document, const RefnetMap *map,
                                 const char *caption, const char *alternative) {
  RefnetPictureTexts texts = {caption ? caption : "", alternative ? alternative : ""};
  end_open(document);
  refnet_picture_set(&document->galley, &document->sheet, map->scene, &texts);
}

/* ---- pages ----------------------------------------------------------------------------------- */

GArray *refnet_document_make_up(RefnetDocument *document) {
  end_open(document);
  if (document->contents)
    refnet_contents_insert(&document->galley, document->contents_at, document->contents);
  g_clear_pointer(&document->contents, g_free);
  return refnet_pages_make_up(&document->galley, &document->sheet);
}

RefnetGalley *refnet_document_galley(RefnetDocument *document) {
  return &document->galley;
}

static void add_outline(RefnetPdf *pdf, const GArray *headings) {
  int section = 0;
  for (guint i = 0; i < headings->len; i++) {
    const RefnetHeading *heading = &g_array_index(headings, RefnetHeading, i);
    if (heading->level > OUTLINE_LEVELS)
      continue;
    int entry = refnet_pdf_add_outline(pdf, heading->level == 1 ? 0 : section, heading->text,
                                       heading->page, MAX(heading->y - SECTION_RULE_ABOVE, 0));
    if (heading->level == 1)
      section = entry;
  }
}

gboolean refnet_document_write(RefnetDocument *document, RefnetOutput *output, GError **error) {
  g_autoptr(GArray) pages = refnet_document_make_up(document);
  RefnetPdf *pdf = refnet_pdf_new(document->title, document->as_of, document->typesetter, output);
  add_outline(pdf, document->galley.headings);
  for (guint i = 0; i < pages->len && refnet_output_ok(output); i++) {
    RefnetComposed page = refnet_compose(&document->galley, pages, i, document->title);
    refnet_pdf_add_page(pdf, page.scene, (const RefnetPdfPart *)(gpointer)page.parts->data,
                        page.parts->len);
    refnet_composed_clear(&page);
  }
  return refnet_pdf_finish(pdf, error);
}

char *refnet_document_missing_letters(const RefnetDocument *document) {
  g_autoptr(RefnetMissing) missing = refnet_missing_new();
  refnet_missing_note(missing, document->typesetter, document->galley.scene);
  return refnet_missing_sentence(missing);
}
