/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What cairo 1.16 leaves out of a tagged PDF and a reading program needs: that it is tagged, its
 * language, what pictures show, which way table headings go. The bytes are looked at while they are
 * written, and the objects in question are written again after them, as an incremental update
 * (ISO 32000-1, 7.5.6). */
#ifndef REFNET_DRAW_OUTPUT_PDF_STRUCTURE_H
#define REFNET_DRAW_OUTPUT_PDF_STRUCTURE_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct RefnetPdfStructure RefnetPdfStructure;

RefnetPdfStructure *refnet_pdf_structure_new(void);
void refnet_pdf_structure_free(RefnetPdfStructure *structure);
/* What the next picture shows, in words; pictures are told in the order in which they are drawn.
 * Copied. */
void refnet_pdf_structure_add_picture(RefnetPdfStructure *structure, const char *alternative);
/* Looks at bytes that go to the file. O(length). */
void refnet_pdf_structure_look(RefnetPdfStructure *structure, const unsigned char *bytes,
                               gsize length);
/* What is to be written after all of it; "" when there is nothing to add, or the file is not
 * written the way it is expected to be. Caller frees. */
char *refnet_pdf_structure_update(RefnetPdfStructure *structure);

G_END_DECLS

#endif
