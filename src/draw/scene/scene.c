/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The retained scene: storage of primitives, and the boxes they lie in. */
#include "draw/scene/scene.h"

#include <math.h>

RefnetScene *refnet_scene_new(double width, double height, const char *title) {
  RefnetScene *scene = g_new0(RefnetScene, 1);
  scene->width = width;
  scene->height = height;
  scene->owner_class = "organization";
  scene->primitives = g_array_new(FALSE, TRUE, sizeof(RefnetPrimitive));
  scene->owners = g_array_new(FALSE, TRUE, sizeof(RefnetOwner));
  scene->strings = g_string_chunk_new(4096);
  scene->point_lists = g_ptr_array_new_with_free_func(g_free);
  scene->title = g_string_chunk_insert(scene->strings, title);
  return scene;
}

void refnet_scene_free(RefnetScene *scene) {
  if (!scene)
    return;
  g_array_unref(scene->primitives);
  g_array_unref(scene->owners);
  g_string_chunk_free(scene->strings);
  g_ptr_array_unref(scene->point_lists);
  g_free(scene);
}

guint32 refnet_scene_add_owner(RefnetScene *scene, const char *id, const char *title) {
  RefnetOwner owner = {.id = g_string_chunk_insert(scene->strings, id),
                       .title = g_string_chunk_insert(scene->strings, title)};
  g_array_append_val(scene->owners, owner);
  return scene->owners->len - 1;
}

void refnet_scene_name_owner(RefnetScene *scene, guint32 owner, const char *name) {
  g_array_index(scene->owners, RefnetOwner, owner).name =
      g_string_chunk_insert(scene->strings, name);
}

void refnet_scene_class_owner(RefnetScene *scene, guint32 owner, const char *literal) {
  g_array_index(scene->owners, RefnetOwner, owner).class = literal;
}

static RefnetPrimitive *add_primitive(RefnetScene *scene, RefnetShape shape, RefnetPart part,
                                      RefnetBox box) {
  RefnetPrimitive primitive = {
      .shape = shape, .part = part, .owner = REFNET_NONE, .other = REFNET_NONE, .box = box};
  g_array_append_val(scene->primitives, primitive);
  return &g_array_index(scene->primitives, RefnetPrimitive, scene->primitives->len - 1);
}

static RefnetPrimitive *add_pointed(RefnetScene *scene, RefnetShape shape, RefnetPart part,
                                    const RefnetPoint *points, guint count) {
  RefnetPoint *copy = g_memdup2(points, count * sizeof *points);
  g_ptr_array_add(scene->point_lists, copy);
  RefnetBox box = {points[0].x, points[0].y, 0, 0};
  for (guint i = 1; i < count; i++)
    box = refnet_box_union(box, (RefnetBox){points[i].x, points[i].y, 0, 0});
  RefnetPrimitive *primitive = add_primitive(scene, shape, part, box);
  primitive->points = copy;
  primitive->point_count = count;
  return primitive;
}

RefnetPrimitive *refnet_scene_add_disc(RefnetScene *scene, RefnetPart part, RefnetPoint middle,
                                       double radius) {
  RefnetBox box = {middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
  RefnetPrimitive *primitive = add_pointed(scene, REFNET_SHAPE_DISC, part, &middle, 1);
  primitive->box = box;
  primitive->middle = middle;
  primitive->radius = radius;
  return primitive;
}

RefnetPrimitive *refnet_scene_add_line(RefnetScene *scene, RefnetPart part, RefnetPoint from,
                                       RefnetPoint to) {
  RefnetPoint points[] = {from, to};
  return add_pointed(scene, REFNET_SHAPE_LINE, part, points, G_N_ELEMENTS(points));
}

RefnetPoint refnet_curve_at(const RefnetPoint points[3], double share) {
  double a = (1 - share) * (1 - share), b = 2 * share * (1 - share), c = share * share;
  return (RefnetPoint){a * points[0].x + b * points[1].x + c * points[2].x,
                       a * points[0].y + b * points[1].y + c * points[2].y};
}

RefnetPrimitive *refnet_scene_add_curve(RefnetScene *scene, RefnetPart part, RefnetPoint from,
                                        RefnetPoint control, RefnetPoint to) {
  enum { STEPS = 16 };
  RefnetPoint points[] = {from, control, to};
  RefnetPrimitive *curve =
      add_pointed(scene, REFNET_SHAPE_CURVE, part, points, G_N_ELEMENTS(points));
  curve->box = refnet_box_union((RefnetBox){from.x, from.y, 0, 0}, (RefnetBox){to.x, to.y, 0, 0});
  for (guint i = 1; i < STEPS; i++) {
    RefnetPoint at = refnet_curve_at(points, (double)i / STEPS);
    curve->box = refnet_box_union(curve->box, (RefnetBox){at.x, at.y, 0, 0});
  }
  return curve;
}

RefnetPrimitive *refnet_scene_add_polygon(RefnetScene *scene, RefnetPart part,
                                          const RefnetPoint *points, guint count) {
  return add_pointed(scene, REFNET_SHAPE_POLYGON, part, points, count);
}

RefnetPrimitive *refnet_scene_add_rectangle(RefnetScene *scene, RefnetPart part, RefnetBox box) {
  return add_primitive(scene, REFNET_SHAPE_RECTANGLE, part, box);
}

RefnetPrimitive *refnet_scene_add_text(RefnetScene *scene, RefnetPart part, const char *text,
                                       RefnetFont font, RefnetBox box, double baseline) {
  RefnetPrimitive *primitive = add_primitive(scene, REFNET_SHAPE_TEXT, part, box);
  primitive->text = g_string_chunk_insert(scene->strings, text);
  primitive->font = font;
  primitive->begin = (RefnetPoint){box.x, baseline};
  primitive->length = box.width;
  return primitive;
}

void refnet_scene_turn_text(RefnetScene *scene, gsize index, RefnetPoint about, double radians) {
  RefnetPrimitive *line = &g_array_index(scene->primitives, RefnetPrimitive, index);
  line->box = refnet_box_turn(line->box, about, radians);
  line->begin = refnet_point_turn(line->begin, about, radians);
  line->angle += radians;
}

void refnet_scene_continue_text(RefnetScene *scene, gsize index) {
  if (index < scene->primitives->len)
    g_array_index(scene->primitives, RefnetPrimitive, index).continues = TRUE;
}

RefnetBox refnet_scene_text_upright(const RefnetPrimitive *line, RefnetPoint about) {
  if (line->angle == 0)
    return line->box;
  double across = fabs(sin(line->angle)), along = fabs(cos(line->angle)), length = line->length;
  double height = across > along ? (line->box.width - length * along) / across
                                 : (line->box.height - length * across) / along;
  RefnetPoint middle = {line->box.x + line->box.width / 2, line->box.y + line->box.height / 2};
  middle = refnet_point_turn(middle, about, -line->angle);
  return (RefnetBox){middle.x - length / 2, middle.y - height / 2, length, height};
}

gsize refnet_scene_length(const RefnetScene *scene) {
  return scene->primitives->len;
}

const RefnetPrimitive *refnet_scene_at(const RefnetScene *scene, gsize index) {
  return &g_array_index(scene->primitives, RefnetPrimitive, index);
}

const RefnetOwner *refnet_scene_owner(const RefnetScene *scene, guint32 owner) {
  return &g_array_index(scene->owners, RefnetOwner, owner);
}

/* Enlarges the primitive and the points, which are the scene's own, and then moves them. */
static void transform(RefnetPrimitive *primitive, double factor, RefnetPoint by) {
  RefnetBox box = primitive->box;
  primitive->box = (RefnetBox){box.x * factor + by.x, box.y * factor + by.y, box.width * factor,
                               box.height * factor};
  primitive->middle.x = primitive->middle.x * factor + by.x;
  primitive->middle.y = primitive->middle.y * factor + by.y;
  primitive->bend *= factor;
  primitive->stroke_width *= factor;
  primitive->dash *= factor;
  primitive->radius *= factor;
  primitive->font.size *= factor;
  primitive->begin.x = primitive->begin.x * factor + by.x;
  primitive->begin.y = primitive->begin.y * factor + by.y;
  primitive->length *= factor;
  primitive->halo *= factor;
  RefnetPoint *points = (RefnetPoint *)primitive->points;
  for (guint i = 0; i < primitive->point_count; i++)
    points[i] = (RefnetPoint){points[i].x * factor + by.x, points[i].y * factor + by.y};
}

RefnetPrimitive *refnet_scene_add_copy(RefnetScene *scene, const RefnetPrimitive *primitive,
                                       double factor, RefnetPoint by) {
  RefnetPrimitive copy = *primitive;
  copy.owner = copy.other = REFNET_NONE;
  if (copy.text)
    copy.text = g_string_chunk_insert(scene->strings, copy.text);
  if (copy.point_count > 0) {
    copy.points = g_memdup2(copy.points, copy.point_count * sizeof *copy.points);
    g_ptr_array_add(scene->point_lists, (gpointer)copy.points);
  }
  transform(&copy, factor, by);
  g_array_append_val(scene->primitives, copy);
  return &g_array_index(scene->primitives, RefnetPrimitive, scene->primitives->len - 1);
}

void refnet_scene_enlarge(RefnetScene *scene, double factor) {
  scene->width *= factor;
  scene->height *= factor;
  for (guint i = 0; i < scene->primitives->len; i++)
    transform(&g_array_index(scene->primitives, RefnetPrimitive, i), factor, (RefnetPoint){0, 0});
}

/* By the luma of Rec. 709. */
static RefnetColor gray_of(RefnetColor color) {
  double luma = 0.2126 * color.red + 0.7152 * color.green + 0.0722 * color.blue;
  return (RefnetColor){luma, luma, luma, color.alpha};
}

void refnet_scene_desaturate(RefnetScene *scene) {
  for (guint i = 0; i < scene->primitives->len; i++) {
    RefnetPrimitive *primitive = &g_array_index(scene->primitives, RefnetPrimitive, i);
    primitive->fill = gray_of(primitive->fill);
    primitive->stroke = gray_of(primitive->stroke);
  }
}

gboolean refnet_box_overlaps(RefnetBox a, RefnetBox b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

gboolean refnet_box_meets_disc(RefnetBox box, RefnetPoint middle, double radius) {
  double dx = middle.x - CLAMP(middle.x, box.x, box.x + box.width);
  double dy = middle.y - CLAMP(middle.y, box.y, box.y + box.height);
  return dx * dx + dy * dy < radius * radius;
}

double refnet_point_to_segment(RefnetPoint at, RefnetPoint from, RefnetPoint to) {
  double dx = to.x - from.x, dy = to.y - from.y, squared = dx * dx + dy * dy;
  double share = squared > 0 ? ((at.x - from.x) * dx + (at.y - from.y) * dy) / squared : 0;
  share = CLAMP(share, 0, 1);
  return hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
}

gboolean refnet_box_inside(RefnetBox inner, RefnetBox outer) {
  return inner.x >= outer.x && inner.y >= outer.y &&
         inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}

RefnetPoint refnet_point_turn(RefnetPoint point, RefnetPoint about, double radians) {
  double dx = point.x - about.x, dy = point.y - about.y;
  return (RefnetPoint){about.x + dx * cos(radians) - dy * sin(radians),
                       about.y + dx * sin(radians) + dy * cos(radians)};
}

RefnetBox refnet_box_turn(RefnetBox box, RefnetPoint about, double radians) {
  RefnetBox around = {0, 0, 0, 0};
  for (int corner = 0; corner < 4; corner++) {
    RefnetPoint at = refnet_point_turn(
        (RefnetPoint){box.x + (corner & 1 ? box.width : 0), box.y + (corner & 2 ? box.height : 0)},
        about, radians);
    RefnetBox point = {at.x, at.y, 0, 0};
    around = corner == 0 ? point : refnet_box_union(around, point);
  }
  return around;
}

RefnetBox refnet_box_union(RefnetBox a, RefnetBox b) {
  double left = MIN(a.x, b.x), top = MIN(a.y, b.y);
  double right = MAX(a.x + a.width, b.x + b.width);
  double bottom = MAX(a.y + a.height, b.y + b.height);
  return (RefnetBox){left, top, right - left, bottom - top};
}

RefnetBox refnet_box_grow(RefnetBox box, double by) {
  return (RefnetBox){box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

RefnetColor refnet_color(guint32 rgb, double alpha) {
  return (RefnetColor){(rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0,
                       alpha};
}
