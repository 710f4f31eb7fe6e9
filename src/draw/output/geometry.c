/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where everything on a map lies, as JSON. */
#include "draw/scene/map.h"
#include "table/json.h"

static const RefnetColumn page_columns[] = {{.key = "width", .type = REFNET_VALUE_REAL},
                                            {.key = "height", .type = REFNET_VALUE_REAL},
                                            {.key = NULL}};
static const RefnetColumn node_columns[] = {{.key = "id", .type = REFNET_VALUE_TEXT},
                                            {.key = "x", .type = REFNET_VALUE_REAL},
                                            {.key = "y", .type = REFNET_VALUE_REAL},
                                            {.key = "radius", .type = REFNET_VALUE_REAL},
                                            {.key = NULL}};
static const RefnetColumn label_columns[] = {{.key = "id", .type = REFNET_VALUE_TEXT},
                                             {.key = "x", .type = REFNET_VALUE_REAL},
                                             {.key = "y", .type = REFNET_VALUE_REAL},
                                             {.key = "width", .type = REFNET_VALUE_REAL},
                                             {.key = "height", .type = REFNET_VALUE_REAL},
                                             {.key = "number", .type = REFNET_VALUE_INTEGER},
                                             {.key = NULL}};
static const RefnetColumn edge_columns[] = {{.key = "from", .type = REFNET_VALUE_TEXT},
                                            {.key = "to", .type = REFNET_VALUE_TEXT},
                                            {.key = "two_way", .type = REFNET_VALUE_BOOLEAN},
                                            {.key = "bend", .type = REFNET_VALUE_REAL},
                                            {.key = NULL}};
static const RefnetColumn head_columns[] = {{.key = "from", .type = REFNET_VALUE_TEXT},
                                            {.key = "to", .type = REFNET_VALUE_TEXT},
                                            {.key = "x", .type = REFNET_VALUE_REAL},
                                            {.key = "y", .type = REFNET_VALUE_REAL},
                                            {.key = NULL}};
static const RefnetColumn leader_columns[] = {{.key = "x1", .type = REFNET_VALUE_REAL},
                                              {.key = "y1", .type = REFNET_VALUE_REAL},
                                              {.key = "x2", .type = REFNET_VALUE_REAL},
                                              {.key = "y2", .type = REFNET_VALUE_REAL},
                                              {.key = NULL}};
static const RefnetColumn box_columns[] = {
    {.key = "kind", .type = REFNET_VALUE_TEXT},   {.key = "x", .type = REFNET_VALUE_REAL},
    {.key = "y", .type = REFNET_VALUE_REAL},      {.key = "width", .type = REFNET_VALUE_REAL},
    {.key = "height", .type = REFNET_VALUE_REAL}, {.key = NULL}};

static RefnetValue text_value(const char *text) {
  return (RefnetValue){.text = text};
}

static RefnetValue real_value(double real) {
  return (RefnetValue){.real = real};
}

static void write_box(RefnetJson *json, const char *name, RefnetBox box) {
  RefnetValue values[] = {text_value(name), real_value(box.x), real_value(box.y),
                          real_value(box.width), real_value(box.height)};
  refnet_json_row(json, values);
}

static void write_nodes(RefnetJson *json, const RefnetScene *scene) {
  refnet_json_list_begin(json, "nodes", node_columns);
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *disc = refnet_scene_at(scene, i);
    if (disc->part != REFNET_PART_NODE)
      continue;
    RefnetValue values[] = {text_value(refnet_scene_owner(scene, disc->owner)->id),
                            real_value(disc->middle.x), real_value(disc->middle.y),
                            real_value(disc->radius)};
    refnet_json_row(json, values);
  }
  refnet_json_list_end(json);
}

/* A label in bold digits is a number that the key explains; null: it is a name. */
static RefnetValue number_value(const RefnetPrimitive *line) {
  guint64 number = 0;
  gboolean is_number = line->font.bold && refnet_count_parse(line->text, &number);
  return is_number ? (RefnetValue){.integer = (gint64)number} : (RefnetValue){.is_null = TRUE};
}

static void write_label(RefnetJson *json, const RefnetScene *scene, const RefnetPrimitive *line,
                        RefnetBox box) {
  RefnetValue values[] = {text_value(refnet_scene_owner(scene, line->owner)->id),
                          real_value(box.x),
                          real_value(box.y),
                          real_value(box.width),
                          real_value(box.height),
                          number_value(line)};
  refnet_json_row(json, values);
}

/* The lines of a label follow each other in the scene. */
static void write_labels(RefnetJson *json, const RefnetScene *scene) {
  refnet_json_list_begin(json, "labels", label_columns);
  gsize length = refnet_scene_length(scene);
  for (gsize i = 0; i < length; i++) {
    const RefnetPrimitive *line = refnet_scene_at(scene, i);
    if (line->part != REFNET_PART_LABEL)
      continue;
    RefnetBox box = line->box;
    for (; i + 1 < length && refnet_scene_at(scene, i + 1)->part == REFNET_PART_LABEL &&
           refnet_scene_at(scene, i + 1)->owner == line->owner;
         i++)
      box = refnet_box_union(box, refnet_scene_at(scene, i + 1)->box);
    write_label(json, scene, line, box);
  }
  refnet_json_list_end(json);
}

/* A relationship once, and in `returns` the way back where it is a line of its own. `bend`: how far
 * the line's middle lies left of the straight way, as seen on the way. */
static void write_edges(RefnetJson *json, const RefnetScene *scene, const char *name,
                        RefnetPart part) {
  refnet_json_list_begin(json, name, edge_columns);
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *edge = refnet_scene_at(scene, i);
    if (edge->part != part)
      continue;
    RefnetValue values[] = {text_value(refnet_scene_owner(scene, edge->owner)->id),
                            text_value(refnet_scene_owner(scene, edge->other)->id),
                            {.boolean = edge->two_way},
                            real_value(edge->bend)};
    refnet_json_row(json, values);
  }
  refnet_json_list_end(json);
}

/* Each cell of a matrix, each finding at a place, each panel of a group. */
static void write_each(RefnetJson *json, const RefnetScene *scene) {
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(scene, i);
    if (primitive->part == REFNET_PART_CELL)
      write_box(json, "cell", primitive->box);
    else if (primitive->part == REFNET_PART_GAP)
      write_box(json, "gap", primitive->box);
    else if (primitive->part == REFNET_PART_PANEL && primitive->shape == REFNET_SHAPE_RECTANGLE)
      write_box(json, "panel", primitive->box);
  }
}

/* The tips of arrowheads; `from` and `to` are those of the line, which may point both ways. */
static void write_arrowheads(RefnetJson *json, const RefnetScene *scene) {
  refnet_json_list_begin(json, "arrowheads", head_columns);
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *head = refnet_scene_at(scene, i);
    if (head->part != REFNET_PART_ARROWHEAD || head->owner == REFNET_NONE)
      continue;
    RefnetValue values[] = {text_value(refnet_scene_owner(scene, head->owner)->id),
                            text_value(refnet_scene_owner(scene, head->other)->id),
                            real_value(head->points[0].x), real_value(head->points[0].y)};
    refnet_json_row(json, values);
  }
  refnet_json_list_end(json);
}

/* Lines from labels to what they are about: a white one and a dark one over it, told once. */
static void write_leaders(RefnetJson *json, const RefnetScene *scene) {
  const RefnetPrimitive *last = NULL;
  refnet_json_list_begin(json, "leaders", leader_columns);
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *leader = refnet_scene_at(scene, i);
    if (leader->part != REFNET_PART_LEADER || leader->shape != REFNET_SHAPE_LINE)
      continue;
    gboolean is_same = last && last->points[0].x == leader->points[0].x &&
                       last->points[0].y == leader->points[0].y &&
                       last->points[1].x == leader->points[1].x &&
                       last->points[1].y == leader->points[1].y;
    last = leader;
    if (is_same)
      continue;
    RefnetValue values[] = {real_value(leader->points[0].x), real_value(leader->points[0].y),
                            real_value(leader->points[1].x), real_value(leader->points[1].y)};
    refnet_json_row(json, values);
  }
  refnet_json_list_end(json);
}

/* Boxes of what is not the network: cells and findings, and the whole of each other kind. */
static void write_boxes(RefnetJson *json, const RefnetScene *scene) {
  static const struct {
    RefnetPart part;
    const char *kind;
  } kinds[] = {{REFNET_PART_TITLE, "title"},   {REFNET_PART_SUBTITLE, "subtitle"},
               {REFNET_PART_SOURCE, "source"}, {REFNET_PART_LEGEND, "legend"},
               {REFNET_PART_KEY, "key"},       {REFNET_PART_ISOLATES, "isolates"},
               {REFNET_PART_HULL, "hulls"},    {REFNET_PART_SCALE, "scale"},
               {REFNET_PART_APART, "apart"}};
  refnet_json_list_begin(json, "boxes", box_columns);
  write_each(json, scene);
  for (gsize kind = 0; kind < G_N_ELEMENTS(kinds); kind++) {
    RefnetBox box;
    gboolean found = FALSE;
    for (gsize i = 0; i < refnet_scene_length(scene); i++) {
      const RefnetPrimitive *primitive = refnet_scene_at(scene, i);
      if (primitive->part != kinds[kind].part)
        continue;
      box = found ? refnet_box_union(box, primitive->box) : primitive->box;
      found = TRUE;
    }
    if (found)
      write_box(json, kinds[kind].kind, box);
  }
  refnet_json_list_end(json);
}

gboolean refnet_map_write_geometry(const RefnetMap *map, RefnetOutput *output, GError **error) {
  RefnetJson *json = refnet_json_new(output);
  RefnetValue page[] = {real_value(map->scene->width), real_value(map->scene->height)};
  refnet_json_fields(json, page_columns, page);
  write_nodes(json, map->scene);
  write_labels(json, map->scene);
  write_edges(json, map->scene, "edges", REFNET_PART_EDGE);
  write_edges(json, map->scene, "returns", REFNET_PART_RETURN);
  write_arrowheads(json, map->scene);
  write_leaders(json, map->scene);
  write_boxes(json, map->scene);
  if (!refnet_json_close(json, error))
    return FALSE;
  return refnet_output_ok(output) || refnet_output_commit(output, error);
}
