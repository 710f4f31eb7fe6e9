/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — draw room: documents of flowing pages, to be printed and read on a screen. */
#ifndef REFNET_DRAW_DOCUMENT_H
#define REFNET_DRAW_DOCUMENT_H

#include <refnet/base.h>

G_BEGIN_DECLS

typedef struct RefnetMap RefnetMap;

typedef struct {
  const char *title;    /* of the PDF, and at the foot of each page */
  double width, height; /* of a page, points; 0: A4 upright */
  RefnetDate as_of;     /* dates the PDF, so that the same document has the same bytes */
} RefnetDocumentOptions;

/* A document. Each call below adds what it is called after to the end of it; texts are any UTF-8 or
 * what was meant to be, of any script and length, and are copied. Blank ones add nothing. */
typedef struct RefnetDocument RefnetDocument;

/* REFNET_ERROR_USAGE for a page that is no page, REFNET_ERROR_INTERNAL without a font system. */
RefnetDocument *refnet_document_new(const RefnetDocumentOptions *options, GError **error);
void refnet_document_free(RefnetDocument *document);

/* What the first page begins with; `subtitle` may be NULL. */
void refnet_document_add_title(RefnetDocument *document, const char *title, const char *subtitle);
/* A list of all headings of level 1 with their pages. Once a document. */
void refnet_document_add_contents(RefnetDocument *document, const char *heading);
/* Levels 1 to 3; it stays with what follows it. Levels 1 and 2 are the PDF's outline. `id` is what
 * items refer to it by; NULL: none does. */
void refnet_document_add_heading(RefnetDocument *document, guint level, const char *text,
                                 const char *id);
/* What a section comes to: larger. It stays with what follows in its section. */
void refnet_document_add_lead(RefnetDocument *document, const char *text);
void refnet_document_add_paragraph(RefnetDocument *document, const char *text);
/* Smaller: what weakens the findings, how a figure was worked out. */
void refnet_document_add_note(RefnetDocument *document, const char *text);

/* What stands before an item of a list. */
typedef enum {
  REFNET_ITEM_BULLET,
  REFNET_ITEM_NUMBER,
  REFNET_ITEM_BOX /* to be ticked */
} RefnetItemMarker;

/* An item of a list; each text may be NULL. */
typedef struct {
  const char *name;        /* what it is about */
  const char *sentence;    /* what is said of it */
  const char *evidence;    /* the figures that rests on */
  const char *see;         /* id of the heading with more, which may yet have to come */
  const char *see_heading; /* its text, where `see` is given */
} RefnetDocumentItem;

/* Numbers count from 1 since the last thing that was no numbered item. */
void refnet_document_add_item(RefnetDocument *document, RefnetItemMarker marker,
                              const RefnetDocumentItem *item);

/* One figure to be seen from afar. */
typedef struct {
  const char *value, *label;
  const char *meaning; /* NULL: none */
} RefnetDocumentFigure;

/* Figures side by side, up to four in a row. */
void refnet_document_add_figures(RefnetDocument *document, const RefnetDocumentFigure *figures,
                                 gsize length);

typedef struct {
  const char *heading;
  gboolean is_number; /* set to the right, and never wrapped */
} RefnetDocumentColumn;

/* A table: columns as wide as what stands in them, wrapped to the page; the column headings are
 * repeated on each page, and a row is cut only when it takes half a page. `caption` may be NULL. A
 * table without rows is nothing. Rows are kept until the end of the table. O(cells). */
void refnet_document_begin_table(RefnetDocument *document, const char *caption,
                                 const RefnetDocumentColumn *columns, guint count);
/* As many cells as columns; NULL is blank. */
void refnet_document_add_row(RefnetDocument *document, const char *const *cells);
void refnet_document_end_table(RefnetDocument *document);

/* A word and what it means, in two columns; of several in turn. */
void refnet_document_add_term(RefnetDocument *document, const char *term, const char *meaning,
                              const char *uri);

/* How large a picture may be, in points: in the column, or on a page of its own that lies on its
 * side. A map made for just that size has letters as large as it was made with. */
void refnet_document_picture_room(const RefnetDocument *document, gboolean sideways, double *width,
                                  double *height);
/* The first page of `map`: in the column where no letter becomes smaller than 7.5 points (or than
 * it was), and at the top of the next page where there is no room; else on a page on its side, else
 * on a page as large as it needs, after the page where it would stand. Nothing of the map is kept.
 * `caption` may be NULL, and so may `alternative`, what it shows, read aloud in its place. */
void refnet_document_add_picture(RefnetDocument *document, const RefnetMap *map,
                                 const char *caption, const char *alternative);

/* Makes up the pages and writes them as a PDF: fonts embedded, text as text, an outline, links in
 * the contents, and the structure (headings, lists, tables) for programs that read aloud. To be
 * called once, as the last thing. The caller commits the output. Pages are made one at a time.
 * REFNET_ERROR_INTERNAL when drawing failed, REFNET_ERROR_IO when the output did. */
gboolean refnet_document_write(RefnetDocument *document, RefnetOutput *output, GError **error);
/* Which characters of it no font has, in whose names, and which packages help, in one sentence;
 * NULL when there are none. Caller frees. O(text). */
char *refnet_document_missing_letters(const RefnetDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetDocument, refnet_document_free)

G_END_DECLS

#endif
