/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pictures in the column, as far as they stay legible there, else on a page of their own. */
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

/* What of a picture is seen: a column has margins of its own. */
typedef struct {
  const RefnetScene *scene;
  RefnetBox ink;
  double letters; /* the smallest */
} Picture;

static gboolean is_paper(const RefnetPrimitive *primitive) {
  return primitive->part == REFNET_PART_PAGE;
}

static Picture look_at(const RefnetScene *scene) {
  Picture picture = {scene, {0, 0, scene->width, scene->height}, G_MAXDOUBLE};
  gboolean has_ink = FALSE;
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(scene, i);
    if (is_paper(primitive))
      continue;
    RefnetBox box = refnet_box_grow(primitive->box, primitive->stroke_width / 2);
    picture.ink = has_ink ? refnet_box_union(picture.ink, box) : box;
    has_ink = TRUE;
    if (primitive->shape == REFNET_SHAPE_TEXT)
      picture.letters = MIN(picture.letters, primitive->font.size);
  }
  return picture;
}

/* How much smaller the picture has to become; one made for the room must not shrink by a rounding.
 */
static double factor_on(const RefnetSheet *sheet, const Picture *picture) {
  double width, height;
  refnet_picture_room(sheet, &width, &height);
  return MIN(
      1, MIN((width + ROUNDING) / picture->ink.width, (height + ROUNDING) / picture->ink.height));
}

static gboolean is_legible_on(const RefnetSheet *sheet, const Picture *picture) {
  double factor = factor_on(sheet, picture);
  return factor >= 1 || picture->letters * factor >= REFNET_DOCUMENT_LEAST_TEXT;
}

/* The sheet whose column holds the picture as it is. */
static RefnetSheet sheet_around(const Picture *picture) {
  RefnetSheet sheet = refnet_sheet_of(picture->ink.width, picture->ink.height);
  double width, height;
  refnet_picture_room(&sheet, &width, &height);
  for (guint i = 0; i < 3 && factor_on(&sheet, picture) < 1; i++) {
    sheet = refnet_sheet_of(sheet.width + MAX(picture->ink.width - width, 0),
                            sheet.height + MAX(picture->ink.height - height, 0));
    refnet_picture_room(&sheet, &width, &height);
  }
  return sheet;
}

static void copy_picture(RefnetGalley *galley, const Picture *picture, double factor,
                         const char *alternative) {
  gsize first = refnet_scene_length(galley->scene);
  RefnetPoint by = {-picture->ink.x * factor, -picture->ink.y * factor};
  for (gsize i = 0; i < refnet_scene_length(picture->scene); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(picture->scene, i);
    if (!is_paper(primitive))
      refnet_scene_add_copy(galley->scene, primitive, factor, by);
  }
  refnet_galley_add_picture(galley, alternative, first);
}

static void set_in_column(RefnetGalley *galley, const RefnetSheet *sheet, const Picture *picture,
                          const RefnetPictureTexts *texts) {
  double factor = factor_on(sheet, picture);
  RefnetStrip *strip =
      refnet_galley_begin(galley, "Sect", refnet_galley_next_block(galley), BEFORE);
  strip->floats = TRUE;
  strip->keep = TRUE;
  copy_picture(galley, picture, factor, texts->alternative);
  refnet_galley_end(galley, picture->ink.height * factor);
  RefnetProse prose = {.type = REFNET_TYPE_LEGEND, .tag = "Caption"};
  refnet_prose_set(galley, texts->caption, &prose);
  galley->after = BEFORE;
}

static void set_alone(RefnetGalley *galley, const RefnetSheet *sheet, const Picture *picture,
                      const RefnetPictureTexts *texts) {
  const RefnetTypeStyle *type = refnet_type_style(REFNET_TYPE_LEGEND);
  RefnetTextStyle style = {REFNET_PART_LABEL, REFNET_NONE, refnet_color(type->rgb, 1),
                           REFNET_ALIGN_LEFT, 0};
  double factor = factor_on(sheet, picture), bottom = picture->ink.height * factor + type->before;
  g_autofree char *printable = refnet_lines_printable(texts->caption);
  RefnetTextBlock block;
  refnet_typesetter_wrap(galley->typesetter, printable, type->font, sheet->column.width,
                         CAPTION_LINES, &block);
  RefnetStrip *strip = refnet_galley_begin(galley, "Sect", refnet_galley_next_block(galley), 0);
  strip->page_width = sheet->width;
  strip->page_height = sheet->height;
  copy_picture(galley, picture, factor, texts->alternative);
  gsize first = refnet_scene_length(galley->scene);
  refnet_text_block_draw(&block, galley->scene, 0, bottom, &style);
  refnet_galley_add_part(galley, "Caption", first);
  refnet_galley_end(galley, bottom + block.height);
  refnet_text_block_clear(&block);
}

void refnet_picture_set(RefnetGalley *galley, const RefnetSheet *sheet, const RefnetScene *scene,
                        const RefnetPictureTexts *texts) {
  Picture picture = look_at(scene);
  RefnetSheet turned = refnet_sheet_turned(sheet), around = sheet_around(&picture);
  if (is_legible_on(sheet, &picture))
    set_in_column(galley, sheet, &picture, texts);
  else
    set_alone(galley, is_legible_on(&turned, &picture) ? &turned : &around, &picture, texts);
}
