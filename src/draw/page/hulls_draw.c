/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Grounds painted, and named at their borders. */
#include <math.h>

#include "draw/page/hulls.h"

#define OUTLINE 2.0
#define TINT 0.34
#define HALO 2.5
/* Points from a member's rim: one ground after the other a little more, so that outlines around the
 * same members are seen beside each other. */
#define REACH 14.0
#define MORE_REACH 3.0
#define REACHES 3
/* Points between a border and the name: more where there is no room. */
#define NEAREST 4.0
#define FARTHEST 40.0

/* In gray, by ground; 0: whole. */
static const double dashes[] = {0, 6, 2.5, 12};

/* ---- painting -------------------------------------------------------------------------------- */

static gboolean is_hole(const GArray *ring) {
  return refnet_ring_area(ring) < 0;
}

static double squared_distance(RefnetPoint a, RefnetPoint b) {
  return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

/* Makes the hole part of the piece around it, through a slit of no width. */
static void cut_out(GArray *piece, const GArray *hole) {
  guint at = 0, from = 0;
  double least = G_MAXDOUBLE;
  for (guint i = 0; i < piece->len; i++)
    for (guint k = 0; k < hole->len; k++) {
      double squared = squared_distance(g_array_index(piece, RefnetPoint, i),
                                        g_array_index(hole, RefnetPoint, k));
      if (squared >= least)
        continue;
      least = squared;
      at = i;
      from = k;
    }
  g_autoptr(GArray) slit = g_array_new(FALSE, FALSE, sizeof(RefnetPoint));
  for (guint k = 0; k <= hole->len; k++)
    g_array_append_val(slit, g_array_index(hole, RefnetPoint, (from + k) % hole->len));
  g_array_append_val(slit, g_array_index(piece, RefnetPoint, at));
  g_array_insert_vals(piece, at + 1, slit->data, slit->len);
}

static GArray *with_holes(const GArray *piece, const GPtrArray *rings) {
  GArray *whole = g_array_copy((GArray *)piece);
  for (guint i = 0; i < rings->len; i++) {
    const GArray *hole = g_ptr_array_index(rings, i);
    if (is_hole(hole) && refnet_ring_contains(piece, g_array_index(hole, RefnetPoint, 0)))
      cut_out(whole, hole);
  }
  return whole;
}

static RefnetPrimitive *add_ring(const GArray *ring, RefnetScene *scene) {
  return refnet_scene_add_polygon(scene, REFNET_PART_HULL,
                                  (const RefnetPoint *)(const void *)ring->data, ring->len);
}

static void paint_tint(const GPtrArray *rings, const RefnetGroup *look, RefnetScene *scene) {
  for (guint i = 0; i < rings->len; i++) {
    const GArray *piece = g_ptr_array_index(rings, i);
    if (is_hole(piece))
      continue;
    g_autoptr(GArray) whole = with_holes(piece, rings);
    RefnetPrimitive *tint = add_ring(whole, scene);
    tint->fill = look->outline;
    tint->fill.alpha = TINT;
  }
}

static void paint_outline(const GPtrArray *rings, RefnetColor color, double dash,
                          RefnetScene *scene) {
  for (guint i = 0; i < rings->len; i++) {
    RefnetPrimitive *outline = add_ring(g_ptr_array_index(rings, i), scene);
    outline->stroke = color;
    outline->stroke_width = OUTLINE;
    outline->dash = dash;
  }
}

/* ---- names ----------------------------------------------------------------------------------- */

static gboolean is_free(const RefnetHullScene *around, const GArray *named, RefnetBox box) {
  const RefnetHullPlaces *places = &around->places;
  RefnetBox wide = refnet_box_grow(box, 2);
  if (!refnet_box_inside(box, around->area))
    return FALSE;
  for (guint i = 0; i < around->label_count; i++)
    if (refnet_box_overlaps(wide, around->labels[i]))
      return FALSE;
  for (guint i = 0; i < named->len; i++)
    if (refnet_box_overlaps(wide, g_array_index(named, RefnetBox, i)))
      return FALSE;
  for (guint32 v = 0; v < places->count; v++)
    if (refnet_box_meets_disc(wide, places->position[v], places->radius[v]))
      return FALSE;
  return TRUE;
}

/* Outside the piece at one of its points, away from the piece's middle. */
static RefnetBox box_beside(RefnetPoint at, RefnetPoint middle, double gap,
                            const RefnetTextBlock *name) {
  double x = at.x - middle.x, y = at.y - middle.y, length = MAX(hypot(x, y), 1);
  return (RefnetBox){at.x - name->width / 2 + x / length * (name->width / 2 + gap),
                     at.y - name->height / 2 + y / length * (name->height / 2 + gap), name->width,
                     name->height};
}

/* The highest free place at a piece: names of grounds are read first. */
static gboolean find_place(const RefnetHullScene *around, const GArray *piece, double gap,
                           const GArray *named, const RefnetTextBlock *name, RefnetBox *found) {
  RefnetPoint middle = {0, 0};
  gboolean is_found = FALSE;
  for (guint i = 0; i < piece->len; i++) {
    RefnetPoint at = g_array_index(piece, RefnetPoint, i);
    middle.x += at.x / piece->len;
    middle.y += at.y / piece->len;
  }
  for (guint i = 0; i < piece->len; i++) {
    RefnetBox box = box_beside(g_array_index(piece, RefnetPoint, i), middle, gap, name);
    if ((is_found && box.y >= found->y) || !is_free(around, named, box))
      continue;
    *found = box;
    is_found = TRUE;
  }
  return is_found;
}

/* Largest first; holes last. */
static gint compare_areas(gconstpointer left, gconstpointer right) {
  double a = refnet_ring_area(*(const GArray *const *)left);
  double b = refnet_ring_area(*(const GArray *const *)right);
  return (a < b) - (a > b);
}

/* Near the largest piece that has room. */
static gboolean find_place_at_any(const RefnetHullScene *around, GPtrArray *rings,
                                  const GArray *named, const RefnetTextBlock *name,
                                  RefnetBox *found) {
  g_ptr_array_sort(rings, compare_areas);
  for (double gap = NEAREST; gap <= FARTHEST; gap *= 2)
    for (guint i = 0; i < rings->len && !is_hole(g_ptr_array_index(rings, i)); i++)
      if (find_place(around, g_ptr_array_index(rings, i), gap, named, name, found))
        return TRUE;
  return FALSE;
}

static void draw_name(const RefnetHullScene *around, GPtrArray *rings, const char *text,
                      RefnetColor color, RefnetTypesetter *typesetter, GArray *named,
                      RefnetScene *scene) {
  RefnetTextBlock name;
  RefnetBox box;
  refnet_typesetter_wrap(typesetter, text, around->font, 14 * around->font.size, 2, &name);
  if (find_place_at_any(around, rings, named, &name, &box)) {
    RefnetTextStyle style = {.part = REFNET_PART_HULL,
                             .owner = REFNET_NONE,
                             .color = color,
                             .align = REFNET_ALIGN_CENTER,
                             .halo = HALO};
    refnet_text_block_draw(&name, scene, box.x, box.y, &style);
    g_array_append_val(named, box);
  }
  refnet_text_block_clear(&name);
}

/* ---- all of them ----------------------------------------------------------------------------- */

GPtrArray *refnet_hulls_draw(const RefnetHulls *hulls, const RefnetHullPlaces *places,
                             RefnetScene *scene) {
  GPtrArray *shapes = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < hulls->members->len; i++) {
    GPtrArray *rings = refnet_hull_shape_new(g_ptr_array_index(hulls->members, i), places,
                                             REACH + MORE_REACH * (i % REACHES));
    paint_tint(rings, &hulls->palette->groups[i], scene);
    g_ptr_array_add(shapes, rings);
  }
  return shapes;
}

static RefnetColor darker(RefnetColor color, double share) {
  return (RefnetColor){color.red * share, color.green * share, color.blue * share, 1};
}

void refnet_hulls_draw_outlines(const RefnetHulls *hulls, const GPtrArray *shapes,
                                const RefnetHullScene *around, RefnetTypesetter *typesetter,
                                RefnetScene *scene) {
  g_autoptr(GArray) named = g_array_new(FALSE, FALSE, sizeof(RefnetBox));
  for (guint i = 0; i < shapes->len; i++) {
    const RefnetGroup *look = &hulls->palette->groups[i];
    double dash = around->grayscale ? dashes[i % G_N_ELEMENTS(dashes)] : 0;
    paint_outline(g_ptr_array_index(shapes, i), darker(look->outline, 0.8), dash, scene);
  }
  for (guint i = 0; i < shapes->len; i++) {
    const RefnetGroup *look = &hulls->palette->groups[i];
    draw_name(around, g_ptr_array_index(shapes, i), look->name, darker(look->outline, 0.55),
              typesetter, named, scene);
  }
}
