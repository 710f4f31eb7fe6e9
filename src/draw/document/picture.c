/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/document/picture.h"

#include "draw/document/prose.h"

#define CAPTION_LINES REFNET_TEXT_LINES /* that room is always kept for */
#define BEFORE 10
#define ROUNDING 0.01

void refnet_picture_room(const RefnetSheet *sheet, double *width, double *height) {
  const RefnetTypeStyle *caption = refnet_type_style(REFNET_TYPE_LEGEND);
  *width = sheet->column.width;
  *height = sheet->column.height - CAPTION_LINES * caption->leading - caption->before;
}

/* How much smaller the picture has to become; one made for the room must not shrink by a rounding.
 */
static double factor_on(const RefnetSheet *sheet, const RefnetScene *picture) {
  double width, height;
  refnet_picture_room(sheet, &width, &height);
  return MIN(1, MIN((width + ROUNDING) / picture->width, (height + ROUNDING) / picture->height));
}

static double least_letters(const RefnetScene *picture) {
  double least = G_MAXDOUBLE;
  for (gsize i = 0; i < refnet_scene_length(picture); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(picture, i);
    if (primitive->shape == REFNET_SHAPE_TEXT)
      least = MIN(least, primitive->font.size);
  }
  return least;
}

static gboolean is_legible(double letters, double factor) {
  return factor >= 1 || letters * factor >= REFNET_DOCUMENT_LEAST_TEXT;
}

/* The sheet whose column holds the picture as it is. */
static RefnetSheet sheet_around(const RefnetScene *picture) {
  RefnetSheet sheet = refnet_sheet_of(picture->width, picture->height);
  double width, height;
  refnet_picture_room(&sheet, &width, &height);
  for (guint i = 0; i < 3 && factor_on(&sheet, picture) < 1; i++) {
    sheet = refnet_sheet_of(sheet.width + MAX(picture->width - width, 0),
                            sheet.height + MAX(picture->height - height, 0));
    refnet_picture_room(&sheet, &width, &height);
  }
  return sheet;
}

static void copy_picture(RefnetGalley *galley, const RefnetScene *picture, double factor,
                         double left) {
  gsize first = refnet_scene_length(galley->scene);
  for (gsize i = 0; i < refnet_scene_length(picture); i++)
    refnet_scene_add_copy(galley->scene, refnet_scene_at(picture, i), factor,
                          (RefnetPoint){left, 0});
  refnet_galley_add_part(galley, "Figure", first);
}

static void set_in_column(RefnetGalley *galley, const RefnetScene *picture, double factor,
                          const char *caption) {
  refnet_galley_begin(galley, "Sect", refnet_galley_next_block(galley), BEFORE)->floats = TRUE;
  copy_picture(galley, picture, factor, 0);
  refnet_galley_end(galley, picture->height * factor, TRUE);
  RefnetProse prose = {.type = REFNET_TYPE_LEGEND, .tag = "Caption"};
  refnet_prose_set(galley, caption, &prose);
  galley->after = BEFORE;
}

static void set_alone(RefnetGalley *galley, const RefnetSheet *sheet, const RefnetScene *picture,
                      const char *caption) {
  const RefnetTypeStyle *type = refnet_type_style(REFNET_TYPE_LEGEND);
  RefnetTextStyle style = {REFNET_PART_LABEL, REFNET_NONE, refnet_color(type->rgb, 1),
                           REFNET_ALIGN_LEFT, 0};
  double factor = factor_on(sheet, picture);
  double left = MAX(sheet->column.width - picture->width * factor, 0) / 2;
  g_autofree char *printable = refnet_lines_printable(caption);
  RefnetTextBlock block;
  refnet_typesetter_wrap(galley->typesetter, printable, type->font,
                         MIN(picture->width * factor, sheet->column.width), CAPTION_LINES, &block);
  RefnetStrip *strip = refnet_galley_begin(galley, "Sect", refnet_galley_next_block(galley), 0);
  strip->page_width = sheet->width;
  strip->page_height = sheet->height;
  copy_picture(galley, picture, factor, left);
  gsize first = refnet_scene_length(galley->scene);
  refnet_text_block_draw(&block, galley->scene, left, picture->height * factor + type->before,
                         &style);
  refnet_galley_add_part(galley, "Caption", first);
  refnet_galley_end(galley, picture->height * factor + type->before + block.height, FALSE);
  refnet_text_block_clear(&block);
}

void refnet_picture_set(RefnetGalley *galley, const RefnetSheet *sheet, const RefnetScene *picture,
                        const char *caption) {
  double letters = least_letters(picture), factor = factor_on(sheet, picture);
  RefnetSheet turned = refnet_sheet_turned(sheet), around = sheet_around(picture);
  if (is_legible(letters, factor))
    set_in_column(galley, picture, factor, caption);
  else if (is_legible(letters, factor_on(&turned, picture)))
    set_alone(galley, &turned, picture, caption);
  else
    set_alone(galley, &around, picture, caption);
}
