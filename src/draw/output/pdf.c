/* SPDX-License-Identifier: GPL-2.0-or-later */
/* PDF through cairo: pages, outline, links, and what reading programs are told of their parts. */
#include "draw/output/pdf.h"

#include <cairo-pdf.h>

#include "draw/output/alternative.h"
#include "draw/output/pdf_structure.h"
#include "draw/output/replay.h"

struct RefnetPdf {
  RefnetTypesetter *typesetter;
  RefnetOutput *output;
  RefnetPdfStructure *structure;
  cairo_surface_t *surface;
  cairo_t *cr;
};

static cairo_status_t write_bytes(void *data, const unsigned char *bytes, unsigned int length) {
  RefnetPdf *pdf = data;
  refnet_pdf_structure_look(pdf->structure, bytes, length);
  return refnet_replay_write(pdf->output, bytes, length);
}

RefnetPdf *refnet_pdf_new(const char *title, RefnetDate date, RefnetTypesetter *typesetter,
                          RefnetOutput *output) {
  RefnetPdf *pdf = g_new0(RefnetPdf, 1);
  g_autofree char *day = refnet_date_iso(date == REFNET_DATE_UNKNOWN ? 0 : date);
  g_autofree char *time = g_strconcat(day, "T00:00:00Z", NULL);
  pdf->typesetter = typesetter;
  pdf->output = output;
  pdf->structure = refnet_pdf_structure_new();
  pdf->surface = cairo_pdf_surface_create_for_stream(write_bytes, pdf, 1, 1);
  cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_CREATOR, "refnet");
  cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  pdf->cr = cairo_create(pdf->surface);
  return pdf;
}

int refnet_pdf_add_outline(RefnetPdf *pdf, int parent, const char *title, guint page, double y) {
  g_autofree char *target = g_strdup_printf("page=%u pos=[0 %d]", page, (int)y);
  return cairo_pdf_surface_add_outline(pdf->surface, parent, title, target,
                                       CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

/* ---- links ----------------------------------------------------------------------------------- */

/* A URI as cairo's attributes take it: ASCII, with what ends or escapes a string written as %XX. */
static char *quote_uri(const char *uri) {
  GString *quoted = g_string_new("uri='");
  for (const guchar *at = (const guchar *)uri; *at; at++) {
    if (*at <= ' ' || *at >= 0x7F || *at == '\'' || *at == '\\')
      g_string_append_printf(quoted, "%%%02X", *at);
    else
      g_string_append_c(quoted, (char)*at);
  }
  g_string_append_c(quoted, '\'');
  return g_string_free(quoted, FALSE);
}

/* Tenths of a point, without a decimal comma whatever the locale. */
static void append_tenths(GString *text, double points) {
  long tenths = (long)(points * 10 + 0.5);
  g_string_append_printf(text, "%ld.%ld ", tenths / 10, tenths % 10);
}

static RefnetBox box_of(const RefnetScene *scene, const RefnetPdfPart *part) {
  RefnetBox box = refnet_scene_at(scene, part->first)->box;
  for (gsize i = part->first + 1; i < part->end; i++)
    box = refnet_box_union(box, refnet_scene_at(scene, i)->box);
  return box;
}

static char *link_attributes(const RefnetScene *scene, const RefnetPdfPart *part) {
  GString *attributes = g_string_new("rect=[");
  RefnetBox box = box_of(scene, part);
  append_tenths(attributes, box.x);
  append_tenths(attributes, box.y);
  append_tenths(attributes, box.width);
  append_tenths(attributes, box.height);
  g_string_append(attributes, "] ");
  g_autofree char *uri = part->uri ? quote_uri(part->uri) : NULL;
  if (uri)
    g_string_append(attributes, uri);
  else
    g_string_append_printf(attributes, "page=%u pos=[0 %d]", part->page, (int)part->y);
  return g_string_free(attributes, FALSE);
}

/* ---- pages ----------------------------------------------------------------------------------- */

static void begin_part(RefnetPdf *pdf, const RefnetScene *scene, const RefnetPdfPart *part) {
  gboolean is_link = g_str_equal(part->tag, CAIRO_TAG_LINK);
  g_autofree char *attributes = is_link ? link_attributes(scene, part) : NULL;
  if (part->alternative)
    refnet_pdf_structure_add_picture(pdf->structure, part->alternative);
  cairo_tag_begin(pdf->cr, part->tag, attributes);
}

static void draw_in_parts(RefnetPdf *pdf, const RefnetScene *scene, const RefnetPdfPart *parts,
                          gsize part_count) {
  g_autoptr(GPtrArray) open = g_ptr_array_new();
  gsize next = 0;
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    for (; next < part_count && parts[next].first == i; next++) {
      begin_part(pdf, scene, &parts[next]);
      g_ptr_array_add(open, (gpointer)&parts[next]);
    }
    refnet_replay_primitive(pdf->cr, refnet_scene_at(scene, i), pdf->typesetter);
    while (open->len > 0) {
      const RefnetPdfPart *innermost = g_ptr_array_index(open, open->len - 1);
      if (innermost->end > i + 1)
        break;
      cairo_tag_end(pdf->cr, innermost->tag);
      g_ptr_array_set_size(open, (int)open->len - 1);
    }
  }
}

void refnet_pdf_add_page(RefnetPdf *pdf, const RefnetScene *scene, const RefnetPdfPart *parts,
                         gsize part_count) {
  cairo_pdf_surface_set_size(pdf->surface, scene->width, scene->height);
  refnet_replay_begin(pdf->cr);
  draw_in_parts(pdf, scene, parts, part_count);
  cairo_show_page(pdf->cr);
}

gboolean refnet_pdf_finish(RefnetPdf *pdf, GError **error) {
  cairo_status_t status = cairo_status(pdf->cr);
  cairo_destroy(pdf->cr);
  cairo_surface_finish(pdf->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status(pdf->surface);
  cairo_surface_destroy(pdf->surface);
  g_autofree char *update = refnet_pdf_structure_update(pdf->structure);
  refnet_output_puts(pdf->output, update);
  refnet_pdf_structure_free(pdf->structure);
  gboolean is_sound = refnet_replay_check(status, pdf->output, error);
  g_free(pdf);
  return is_sound;
}

gboolean refnet_pdf_write(const RefnetScene *scene, const GPtrArray *more,
                          RefnetTypesetter *typesetter, RefnetDate date, RefnetOutput *output,
                          GError **error) {
  RefnetPdf *pdf = refnet_pdf_new(scene->title, date, typesetter, output);
  for (guint i = 0; i <= more->len; i++) {
    const RefnetScene *page = i == 0 ? scene : g_ptr_array_index(more, i - 1);
    if (more->len > 0)
      refnet_pdf_add_outline(pdf, CAIRO_PDF_OUTLINE_ROOT, page->title, i + 1, 0);
    g_autofree char *alternative = refnet_alternative_of(page);
    g_autoptr(GArray) parts = refnet_alternative_parts(page, alternative);
    refnet_pdf_add_page(pdf, page, (const RefnetPdfPart *)(gpointer)parts->data, parts->len);
  }
  return refnet_pdf_finish(pdf, error);
}
