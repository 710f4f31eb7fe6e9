/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Panels behind groups. */
#include "draw/page/panels.h"

#include <math.h>
#include <string.h>

#include "draw/signs/scales.h"
#include "present/wording/words.h"

#define PADDING 6.0
#define HALO 3.0

void refnet_panels_clear(RefnetPanels *panels) {
  for (guint32 i = 0; i < panels->count; i++)
    refnet_text_block_clear(&panels->heading[i]);
  g_clear_pointer(&panels->box, g_free);
  g_clear_pointer(&panels->heading, g_free);
  g_clear_pointer(&panels->heading_box, g_free);
  panels->count = 0;
}

/* Between the panel's paddings; a word somewhat longer may reach over the one at its end and the
 * gap behind it, rather than be broken. */
static double heading_room(const char *name, RefnetBox box, RefnetFont font,
                           RefnetTypesetter *typesetter) {
  const double inner = MAX(box.width - 2 * PADDING, font.size);
  double widest = 0;
  g_auto(GStrv) words = g_strsplit(name, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    widest = MAX(widest, refnet_typesetter_width(typesetter, words[i], font));
  return widest > inner && widest <= inner + 2 * PADDING ? ceil(widest) : inner;
}

/* The name, in two lines where it has no brief form; else that, as much of it as has room. */
static void set_heading(const RefnetPanel *panel, RefnetBox box, RefnetFont font,
                        RefnetTypesetter *typesetter, RefnetTextBlock *heading) {
  g_autofree char *name = refnet_words_capital(refnet_text_display(panel->name, 60));
  const double room = heading_room(name, box, font, typesetter);
  if (!panel->brief || refnet_typesetter_width(typesetter, name, font) <= room) {
    refnet_typesetter_wrap(typesetter, name, font, room, 2, heading);
    return;
  }
  g_autofree char *number = g_strndup(panel->brief, strcspn(panel->brief, " "));
  gboolean has_room = refnet_typesetter_width(typesetter, panel->brief, font) <= room;
  refnet_typesetter_wrap(typesetter, has_room ? panel->brief : number, font, room, 1, heading);
}

void refnet_panels_set(RefnetPanels *panels, RefnetLayout *layout, RefnetBox area, RefnetFont font,
                       RefnetTypesetter *typesetter) {
  refnet_panels_clear(panels);
  panels->count = layout->panel_count;
  panels->box = g_new0(RefnetBox, (gsize)panels->count + 1);
  panels->heading = g_new0(RefnetTextBlock, (gsize)panels->count + 1);
  panels->heading_box = g_new0(RefnetBox, (gsize)panels->count + 1);
  for (guint32 i = 0; i < panels->count; i++) {
    RefnetBox box = refnet_layout_panel_box(layout, area, i);
    RefnetTextBlock *heading = &panels->heading[i];
    set_heading(&layout->panels[i], box, font, typesetter, heading);
    panels->box[i] = box;
    panels->heading_box[i] =
        (RefnetBox){box.x + PADDING, box.y + PADDING / 2, heading->width, heading->height};
    layout->panels[i].written = heading->height + PADDING / 2;
  }
}

void refnet_panels_draw(const RefnetPanels *panels, RefnetScene *scene) {
  for (guint32 i = 0; i < panels->count; i++) {
    RefnetPrimitive *ground = refnet_scene_add_rectangle(scene, REFNET_PART_PANEL, panels->box[i]);
    ground->fill = refnet_color(0xF1F4F6, 1);
    ground->stroke = refnet_color(0xDDE3E8, 1);
    ground->stroke_width = 1;
  }
}

void refnet_panels_draw_headings(const RefnetPanels *panels, RefnetScene *scene) {
  RefnetTextStyle style = {.part = REFNET_PART_PANEL,
                           .owner = REFNET_NONE,
                           .color = refnet_color(REFNET_MUTED_INK, 1),
                           .halo = HALO};
  for (guint32 i = 0; i < panels->count; i++)
    refnet_text_block_draw(&panels->heading[i], scene, panels->heading_box[i].x,
                           panels->heading_box[i].y, &style);
}
