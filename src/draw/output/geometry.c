/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where everything on a map lies, as JSON. */
#include "draw/scene/map.h"
#include "table/write/json.h"

#define PAGE                                                                                       \
  { .key = "page", .type = REFNET_VALUE_INTEGER }

static const RefnetColumn size_columns[] = {{.key = "width", .type = REFNET_VALUE_REAL},
                                            {.key = "height", .type = REFNET_VALUE_REAL},
                                            {.key = NULL}};
static const RefnetColumn page_columns[] = {PAGE,
                                            {.key = "width", .type = REFNET_VALUE_REAL},
                                            {.key = "height", .type = REFNET_VALUE_REAL},
                                            {.key = "title", .type = REFNET_VALUE_TEXT},
                                            {.key = NULL}};
static const RefnetColumn node_columns[] = {{.key = "id", .type = REFNET_VALUE_TEXT},
                                            {.key = "x", .type = REFNET_VALUE_REAL},
                                            {.key = "y", .type = REFNET_VALUE_REAL},
                                            {.key = "radius", .type = REFNET_VALUE_REAL},
                                            PAGE,
                                            {.key = NULL}};
static const RefnetColumn label_columns[] = {{.key = "id", .type = REFNET_VALUE_TEXT},
                                             {.key = "x", .type = REFNET_VALUE_REAL},
                                             {.key = "y", .type = REFNET_VALUE_REAL},
                                             {.key = "width", .type = REFNET_VALUE_REAL},
                                             {.key = "height", .type = REFNET_VALUE_REAL},
                                             {.key = "number", .type = REFNET_VALUE_INTEGER},
                                             {.key = "angle", .type = REFNET_VALUE_REAL},
                                             {.key = "length", .type = REFNET_VALUE_REAL},
                                             {.key = "thickness", .type = REFNET_VALUE_REAL},
                                             PAGE,
                                             {.key = NULL}};
static const RefnetColumn edge_columns[] = {{.key = "from", .type = REFNET_VALUE_TEXT},
                                            {.key = "to", .type = REFNET_VALUE_TEXT},
                                            {.key = "two_way", .type = REFNET_VALUE_BOOLEAN},
                                            {.key = "bend", .type = REFNET_VALUE_REAL},
                                            PAGE,
                                            {.key = NULL}};
static const RefnetColumn head_columns[] = {{.key = "from", .type = REFNET_VALUE_TEXT},
                                            {.key = "to", .type = REFNET_VALUE_TEXT},
                                            {.key = "x", .type = REFNET_VALUE_REAL},
                                            {.key = "y", .type = REFNET_VALUE_REAL},
                                            PAGE,
                                            {.key = NULL}};
static const RefnetColumn leader_columns[] = {{.key = "x1", .type = REFNET_VALUE_REAL},
                                              {.key = "y1", .type = REFNET_VALUE_REAL},
                                              {.key = "x2", .type = REFNET_VALUE_REAL},
                                              {.key = "y2", .type = REFNET_VALUE_REAL},
                                              PAGE,
                                              {.key = NULL}};
static const RefnetColumn box_columns[] = {{.key = "kind", .type = REFNET_VALUE_TEXT},
                                           {.key = "x", .type = REFNET_VALUE_REAL},
                                           {.key = "y", .type = REFNET_VALUE_REAL},
                                           {.key = "width", .type = REFNET_VALUE_REAL},
                                           {.key = "height", .type = REFNET_VALUE_REAL},
                                           PAGE,
                                           {.key = NULL}};

static RefnetValue text_value(const char *text) {
  return (RefnetValue){.text = text};
}

static RefnetValue real_value(double real) {
  return (RefnetValue){.real = real};
}

static RefnetValue integer_value(gint64 integer) {
  return (RefnetValue){.integer = integer};
}

/* A page of the map while its rows are written. */
typedef struct {
  RefnetJson *json;
  const RefnetScene *scene;
  gint64 number; /* from 1 */
} Page;

static void write_box(const Page *page, const char *name, RefnetBox box) {
  RefnetValue values[] = {text_value(name),       real_value(box.x),
                          real_value(box.y),      real_value(box.width),
                          real_value(box.height), integer_value(page->number)};
  refnet_json_row(page->json, values);
}

static void write_page(const Page *page) {
  RefnetValue values[] = {integer_value(page->number), real_value(page->scene->width),
                          real_value(page->scene->height), text_value(page->scene->title)};
  refnet_json_row(page->json, values);
}

typedef void (*WriteRows)(const Page *page);

/* One list of what is on all pages, those of the first page first. */
static void write_list(RefnetJson *json, const RefnetMap *map, const char *name,
                       const RefnetColumn *columns, WriteRows write_rows) {
  refnet_json_list_begin(json, name, columns);
  for (guint i = 0; i <= map->more->len; i++) {
    Page page = {json, i == 0 ? map->scene : g_ptr_array_index(map->more, i - 1), i + 1};
    write_rows(&page);
  }
  refnet_json_list_end(json);
}

static void write_nodes(const Page *page) {
  for (gsize i = 0; i < refnet_scene_length(page->scene); i++) {
    const RefnetPrimitive *disc = refnet_scene_at(page->scene, i);
    if (disc->part != REFNET_PART_NODE)
      continue;
    RefnetValue values[] = {text_value(refnet_scene_owner(page->scene, disc->owner)->id),
                            real_value(disc->middle.x), real_value(disc->middle.y),
                            real_value(disc->radius), integer_value(page->number)};
    refnet_json_row(page->json, values);
  }
}

/* A label in bold digits is a number that the key explains; null: it is a name. */
static RefnetValue number_value(const RefnetPrimitive *line) {
  guint64 number = 0;
  gboolean is_number = line->font.bold && refnet_count_parse(line->text, &number);
  return is_number ? (RefnetValue){.integer = (gint64)number} : (RefnetValue){.is_null = TRUE};
}

/* `upright` is the box of the label whose first line this is, turned back about where it begins. On
 * the page it lies in another box with the same middle, at an angle, in degrees clockwise. */
static void write_label(const Page *page, const RefnetPrimitive *line, RefnetBox upright) {
  RefnetBox box = line->angle == 0 ? upright : refnet_box_turn(upright, line->begin, line->angle);
  RefnetValue values[] = {text_value(refnet_scene_owner(page->scene, line->owner)->id),
                          real_value(box.x),
                          real_value(box.y),
                          real_value(box.width),
                          real_value(box.height),
                          number_value(line),
                          real_value(line->angle * 180 / G_PI),
                          real_value(upright.width),
                          real_value(upright.height),
                          integer_value(page->number)};
  refnet_json_row(page->json, values);
}

/* The lines of a label follow each other in the scene. */
static void write_labels(const Page *page) {
  gsize length = refnet_scene_length(page->scene);
  for (gsize i = 0; i < length; i++) {
    const RefnetPrimitive *line = refnet_scene_at(page->scene, i);
    if (line->part != REFNET_PART_LABEL)
      continue;
    RefnetBox upright = refnet_scene_text_upright(line, line->begin);
    for (; i + 1 < length; i++) {
      const RefnetPrimitive *next = refnet_scene_at(page->scene, i + 1);
      if (next->part != REFNET_PART_LABEL || next->owner != line->owner)
        break;
      upright = refnet_box_union(upright, refnet_scene_text_upright(next, line->begin));
    }
    write_label(page, line, upright);
  }
}

/* A relationship once, and in `returns` the way back where it is a line of its own. `bend`: how far
 * the line's middle lies left of the straight way, as seen on the way. */
static void write_lines(const Page *page, RefnetPart part) {
  for (gsize i = 0; i < refnet_scene_length(page->scene); i++) {
    const RefnetPrimitive *edge = refnet_scene_at(page->scene, i);
    if (edge->part != part)
      continue;
    RefnetValue values[] = {text_value(refnet_scene_owner(page->scene, edge->owner)->id),
                            text_value(refnet_scene_owner(page->scene, edge->other)->id),
                            {.boolean = edge->two_way},
                            real_value(edge->bend),
                            integer_value(page->number)};
    refnet_json_row(page->json, values);
  }
}

static void write_edges(const Page *page) {
  write_lines(page, REFNET_PART_EDGE);
}

static void write_returns(const Page *page) {
  write_lines(page, REFNET_PART_RETURN);
}

/* The tips of arrowheads; `from` and `to` are those of the line, which may point both ways. */
static void write_arrowheads(const Page *page) {
  for (gsize i = 0; i < refnet_scene_length(page->scene); i++) {
    const RefnetPrimitive *head = refnet_scene_at(page->scene, i);
    if (head->part != REFNET_PART_ARROWHEAD || head->owner == REFNET_NONE)
      continue;
    RefnetValue values[] = {text_value(refnet_scene_owner(page->scene, head->owner)->id),
                            text_value(refnet_scene_owner(page->scene, head->other)->id),
                            real_value(head->points[0].x), real_value(head->points[0].y),
                            integer_value(page->number)};
    refnet_json_row(page->json, values);
  }
}

/* Lines from labels to what they are about: a white one and a dark one over it, told once. */
static void write_leaders(const Page *page) {
  const RefnetPrimitive *last = NULL;
  for (gsize i = 0; i < refnet_scene_length(page->scene); i++) {
    const RefnetPrimitive *leader = refnet_scene_at(page->scene, i);
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
                            real_value(leader->points[1].x), real_value(leader->points[1].y),
                            integer_value(page->number)};
    refnet_json_row(page->json, values);
  }
}

/* ---- boxes ----------------------------------------------------------------------------------- */

/* Each cell of a matrix, each finding at a place, each panel of a group. */
static void write_each(const Page *page) {
  for (gsize i = 0; i < refnet_scene_length(page->scene); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(page->scene, i);
    if (primitive->part == REFNET_PART_CELL)
      write_box(page, "cell", primitive->box);
    else if (primitive->part == REFNET_PART_GAP)
      write_box(page, "gap", primitive->box);
    else if (primitive->part == REFNET_PART_PANEL && primitive->shape == REFNET_SHAPE_RECTANGLE)
      write_box(page, "panel", primitive->box);
  }
}

/* Around all of one kind, when there is any. */
static void write_whole(const Page *page, RefnetPart part, const char *kind) {
  RefnetBox box;
  gboolean found = FALSE;
  for (gsize i = 0; i < refnet_scene_length(page->scene); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(page->scene, i);
    if (primitive->part != part)
      continue;
    box = found ? refnet_box_union(box, primitive->box) : primitive->box;
    found = TRUE;
  }
  if (found)
    write_box(page, kind, box);
}

/* Boxes of what is not the network: cells and findings, and the whole of each other kind. */
static void write_boxes(const Page *page) {
  static const struct {
    RefnetPart part;
    const char *kind;
  } kinds[] = {{REFNET_PART_TITLE, "title"},   {REFNET_PART_SUBTITLE, "subtitle"},
               {REFNET_PART_SOURCE, "source"}, {REFNET_PART_LEGEND, "legend"},
               {REFNET_PART_KEY, "key"},       {REFNET_PART_ISOLATES, "isolates"},
               {REFNET_PART_HULL, "hulls"},    {REFNET_PART_SCALE, "scale"},
               {REFNET_PART_APART, "apart"}};
  write_each(page);
  for (gsize kind = 0; kind < G_N_ELEMENTS(kinds); kind++)
    write_whole(page, kinds[kind].part, kinds[kind].kind);
}

gboolean refnet_map_write_geometry(const RefnetMap *map, RefnetOutput *output, GError **error) {
  RefnetJson *json = refnet_json_new(output);
  RefnetValue size[] = {real_value(map->scene->width), real_value(map->scene->height)};
  refnet_json_fields(json, size_columns, size);
  write_list(json, map, "pages", page_columns, write_page);
  write_list(json, map, "nodes", node_columns, write_nodes);
  write_list(json, map, "labels", label_columns, write_labels);
  write_list(json, map, "edges", edge_columns, write_edges);
  write_list(json, map, "returns", edge_columns, write_returns);
  write_list(json, map, "arrowheads", head_columns, write_arrowheads);
  write_list(json, map, "leaders", leader_columns, write_leaders);
  write_list(json, map, "boxes", box_columns, write_boxes);
  if (!refnet_json_close(json, error))
    return FALSE;
  return refnet_output_ok(output) || refnet_output_commit(output, error);
}
