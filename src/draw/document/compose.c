/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The strips of one page as a scene, with the structure that reading programs are told, and what
 * only a page knows: numbers of pages, and where links lead. */
#include "draw/document/compose.h"

#include <string.h>

#define BODY "LBody"
#define DOTS_GAP 6
#define NUMBER_GAP 3
#define ABOVE_HEADING 12 /* seen above where a link leads */

typedef struct {
  const RefnetGalley *galley;
  const RefnetSheet *sheet;
  RefnetComposed page;
  guint outer, block; /* in page.parts, what is open; REFNET_NONE: nothing */
  const RefnetStrip *before;
} Composer;

/* ---- the structure --------------------------------------------------------------------------- */

static guint begin_part(Composer *composer, const char *tag) {
  gsize first = refnet_scene_length(composer->page.scene);
  RefnetPdfPart part = {.tag = tag, .first = first, .end = first};
  g_array_append_val(composer->page.parts, part);
  return composer->page.parts->len - 1;
}

/* Goes on with what is open where the strip belongs to it, begins anew where not. */
static void open_parts(Composer *composer, const RefnetStrip *strip) {
  const RefnetStrip *before = composer->before;
  gboolean same_outer =
      before && strip->outer == before->outer && strip->outer_block == before->outer_block;
  gboolean same_block = same_outer && strip->tag == before->tag && strip->block == before->block;
  if (!same_outer)
    composer->outer = strip->outer ? begin_part(composer, strip->outer) : REFNET_NONE;
  if (!same_block)
    composer->block = begin_part(composer, strip->tag);
  composer->before = strip;
}

/* What only adorns the page is nothing to be read, and parts what is around it. */
static void leave_parts(Composer *composer) {
  composer->before = NULL;
}

static void extend_parts(Composer *composer) {
  gsize end = refnet_scene_length(composer->page.scene);
  g_array_index(composer->page.parts, RefnetPdfPart, composer->block).end = end;
  if (composer->outer != REFNET_NONE)
    g_array_index(composer->page.parts, RefnetPdfPart, composer->outer).end = end;
}

/* The last part, if it is the body of the open item of a list, with nothing after it. */
static RefnetPdfPart *last_body(const Composer *composer) {
  guint last = composer->page.parts->len - 1;
  RefnetPdfPart *part = &g_array_index(composer->page.parts, RefnetPdfPart, last);
  return last > composer->block && strcmp(part->tag, BODY) == 0 ? part : NULL;
}

/* The parts inside the strip. Of an item only these are read, as it has parts; the lines of its
 * body are one. A strip that leads somewhere is a link and nothing else. */
static void copy_parts(Composer *composer, const RefnetStrip *strip, gsize first) {
  for (gsize i = strip->first_part; i < strip->end_part; i++) {
    RefnetPdfPart part = g_array_index(composer->galley->parts, RefnetPdfPart, i);
    gboolean is_body = strcmp(part.tag, BODY) == 0;
    RefnetPdfPart *body = is_body ? last_body(composer) : NULL;
    part.first += first - strip->first;
    part.end += first - strip->first;
    if (body)
      body->end = part.end;
    else if (!is_body || !strip->target || strip->reference)
      g_array_append_val(composer->page.parts, part);
  }
}

/* ---- text that only a page knows ------------------------------------------------------------- */

static void add_text(Composer *composer, const char *text, RefnetType type, double x, double y,
                     double width, gboolean from_right) {
  const RefnetTypeStyle *style = refnet_type_style(type);
  RefnetTextStyle look = {REFNET_PART_FRAME, REFNET_NONE, refnet_color(style->rgb, 1),
                          REFNET_ALIGN_LEFT, 0};
  RefnetTextBlock block;
  refnet_typesetter_wrap(composer->galley->typesetter, text, style->font, width, 1, &block);
  refnet_text_block_draw(&block, composer->page.scene, from_right ? x + width - block.width : x,
                         y + MAX(style->leading - block.height, 0) / 2, &look);
  refnet_text_block_clear(&block);
}

/* The page at the right end of the line, and dots that lead there. */
static void add_listed_page(Composer *composer, const char *number, const RefnetPrimitive *text,
                            double y) {
  const RefnetBox *column = &composer->sheet->column;
  RefnetScene *scene = composer->page.scene;
  double from = text->box.x + text->box.width + DOTS_GAP, baseline = text->begin.y;
  add_text(composer, number, REFNET_TYPE_CONTENTS, column->x, y, column->width, TRUE);
  double to = refnet_scene_at(scene, refnet_scene_length(scene) - 1)->box.x - DOTS_GAP;
  if (to <= from)
    return;
  RefnetPrimitive *dots = refnet_scene_add_line(
      scene, REFNET_PART_LEADER, (RefnetPoint){from, baseline}, (RefnetPoint){to, baseline});
  dots->stroke = refnet_color(REFNET_DOCUMENT_RULE, 1);
  dots->stroke_width = 0.8;
  dots->dash = 1.6;
}

/* What tells the page of a heading: after the last line of the text, or at the end of its line. */
static void add_page_number(Composer *composer, const RefnetStrip *strip,
                            const RefnetHeading *heading, double y) {
  const RefnetBox *column = &composer->sheet->column;
  const RefnetPrimitive *text =
      refnet_scene_at(composer->page.scene, refnet_scene_length(composer->page.scene) - 1);
  g_autofree char *number = g_strdup_printf("%s%s%u", strip->reference ? strip->reference : "",
                                            strip->reference ? " " : "", heading->page);
  if (strip->reference)
    add_text(composer, number, REFNET_TYPE_REFERENCE, column->x,
             y + (strip->height - refnet_type_style(REFNET_TYPE_REFERENCE)->leading) / 2,
             column->width, TRUE);
  else if (strip->is_listed)
    add_listed_page(composer, number, text, y);
  else
    add_text(composer, number, REFNET_TYPE_REFERENCE, text->box.x + text->box.width + NUMBER_GAP, y,
             column->width, FALSE);
}

/* Links the strip, or the reference at the end of its line, to the heading it is about. */
static void add_reference(Composer *composer, const RefnetStrip *strip, gsize first, double y,
                          gboolean is_last) {
  const RefnetHeading *heading = refnet_galley_find(composer->galley, strip->target);
  if (!heading)
    return;
  RefnetPdfPart link = {.tag = "Link",
                        .first =
                            strip->reference ? refnet_scene_length(composer->page.scene) : first,
                        .page = heading->page,
                        .y = MAX(heading->y - ABOVE_HEADING, 0)};
  if (is_last || strip->reference)
    add_page_number(composer, strip, heading, y);
  link.end = refnet_scene_length(composer->page.scene);
  g_array_append_val(composer->page.parts, link);
}

static void add_footer(Composer *composer, const char *title, guint number, guint of) {
  const RefnetBox *column = &composer->sheet->column;
  g_autofree char *text = g_strdup_printf("page %u of %u", number, of);
  add_text(composer, title, REFNET_TYPE_FOOTER, column->x, composer->sheet->footer,
           column->width * 0.7, FALSE);
  add_text(composer, text, REFNET_TYPE_FOOTER, column->x, composer->sheet->footer, column->width,
           TRUE);
}

/* ---- a page ---------------------------------------------------------------------------------- */

static void add_strip(Composer *composer, const RefnetPlacement *at, gboolean ends_target) {
  const RefnetStrip *strip = refnet_galley_strip(composer->galley, at->strip);
  gsize first = refnet_scene_length(composer->page.scene);
  RefnetPoint by = {composer->sheet->column.x, at->y};
  if (strip->first == strip->end)
    return;
  if (strip->tag)
    open_parts(composer, strip);
  else
    leave_parts(composer);
  copy_parts(composer, strip, first);
  for (gsize i = strip->first; i < strip->end; i++)
    refnet_scene_add_copy(composer->page.scene, refnet_scene_at(composer->galley->scene, i), 1, by);
  if (strip->target)
    add_reference(composer, strip, first, at->y, ends_target);
  if (strip->tag)
    extend_parts(composer);
}

/* Is the strip the last on the page of the block it belongs to? */
static gboolean ends_block(const RefnetGalley *galley, const GArray *placements, guint index) {
  if (index + 1 >= placements->len)
    return TRUE;
  const RefnetPlacement *at = &g_array_index(placements, RefnetPlacement, index);
  const RefnetStrip *strip = refnet_galley_strip(galley, at[0].strip);
  const RefnetStrip *next = refnet_galley_strip(galley, at[1].strip);
  return strip->block != next->block || strip->target != next->target;
}

RefnetComposed refnet_compose(RefnetGalley *galley, const GArray *pages, guint index,
                              const char *title) {
  const RefnetPage *page = &g_array_index(pages, RefnetPage, index);
  Composer composer = {galley, &page->sheet, .outer = REFNET_NONE, .block = REFNET_NONE};
  composer.page.scene = refnet_scene_new(page->sheet.width, page->sheet.height, title);
  composer.page.parts = g_array_new(FALSE, FALSE, sizeof(RefnetPdfPart));
  for (guint i = 0; i < page->placements->len; i++)
    add_strip(&composer, &g_array_index(page->placements, RefnetPlacement, i),
              ends_block(galley, page->placements, i));
  add_footer(&composer, title, index + 1, pages->len);
  return composer.page;
}

void refnet_composed_clear(RefnetComposed *composed) {
  refnet_scene_free(composed->scene);
  g_array_unref(composed->parts);
}
