/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Scenes as pages of a PDF, text as text, one page after the other. */
#ifndef REFNET_DRAW_OUTPUT_PDF_H
#define REFNET_DRAW_OUTPUT_PDF_H

#include "draw/scene/text.h"

G_BEGIN_DECLS

/* Primitives of a page, from `first` to before `end`, that are one thing to a program that reads
 * the page aloud: a paragraph (P), a cell (TD) in a row (TR). */
typedef struct {
  const char *tag; /* of PDF's structure types; static */
  gsize first, end;
  const char *alternative; /* with the tag Figure, and with each: what it shows, in words */
  const char *uri; /* where a click leads, with the tag Link: NULL: to a page of the document */
  guint page;      /* from 1 */
  double y;        /* points from its top */
} RefnetPdfPart;

/* A PDF being written. Failures are sticky. */
typedef struct RefnetPdf RefnetPdf;

/* Dated `date` (1 January 1970 when unknown) so that the same pages have the same bytes. `title` is
 * copied, the others are borrowed. */
RefnetPdf *refnet_pdf_new(const char *title, RefnetDate date, RefnetTypesetter *typesetter,
                          RefnetOutput *output);
/* Adds an entry to the outline under `parent`, 0 being its root, and returns its number. `page`
 * counts from 1 and may yet have to come; `y` is points from its top. */
int refnet_pdf_add_outline(RefnetPdf *pdf, int parent, const char *title, guint page, double y);
/* Adds a page as large as the scene. `parts` of `part_count` lie beside or inside each other, in
 * the order in which they begin, the outer first. */
void refnet_pdf_add_page(RefnetPdf *pdf, const RefnetScene *scene, const RefnetPdfPart *parts,
                         gsize part_count);
/* Ends the PDF and frees it; the caller commits the output. REFNET_ERROR_INTERNAL when cairo
 * failed, REFNET_ERROR_IO when the output did. */
gboolean refnet_pdf_finish(RefnetPdf *pdf, GError **error);

/* Writes the scene as a page and `more` (RefnetScene) as pages after it; of several pages the
 * outline has their titles. Errors as refnet_pdf_finish. */
gboolean refnet_pdf_write(const RefnetScene *scene, const GPtrArray *more,
                          RefnetTypesetter *typesetter, RefnetDate date, RefnetOutput *output,
                          GError **error);

G_END_DECLS

#endif
