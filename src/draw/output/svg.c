/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The SVG writer. All text from the data passes through refnet_markup_append. */
#include "draw/output/svg.h"

#include <math.h>

#include "base/markup.h"
#include "draw/output/alternative.h"
#include "draw/scene/text.h"

static const char *const part_classes[] = {
    [REFNET_PART_PAGE] = "page",     [REFNET_PART_FRAME] = "frame",
    [REFNET_PART_HULL] = "hull",     [REFNET_PART_RETURN] = "return",
    [REFNET_PART_EDGE] = "edge",     [REFNET_PART_ARROWHEAD] = "arrowhead",
    [REFNET_PART_LEADER] = "leader", [REFNET_PART_NODE] = "node",
    [REFNET_PART_MARK] = "mark",     [REFNET_PART_LABEL] = "label",
    [REFNET_PART_TITLE] = "title",   [REFNET_PART_SUBTITLE] = "subtitle",
    [REFNET_PART_SOURCE] = "source", [REFNET_PART_LEGEND] = "legend",
    [REFNET_PART_KEY] = "key",       [REFNET_PART_ISOLATES] = "isolates",
    [REFNET_PART_CELL] = "cell",     [REFNET_PART_FIGURE] = "figure",
    [REFNET_PART_TOTAL] = "total",   [REFNET_PART_PANEL] = "panel",
    [REFNET_PART_GAP] = "gap",       [REFNET_PART_SCALE] = "scale",
    [REFNET_PART_GROUND] = "ground", [REFNET_PART_APART] = "apart",
};

static void append_number(GString *svg, const char *name, double value) {
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(digits, sizeof digits, "%.2f", value);
  g_string_append_printf(svg, " %s=\"%s\"", name, digits);
}

static void append_color(GString *svg, const char *name, RefnetColor color) {
  if (color.alpha <= 0) {
    g_string_append_printf(svg, " %s=\"none\"", name);
    return;
  }
  g_string_append_printf(svg, " %s=\"#%02x%02x%02x\"", name, (guint)(color.red * 255 + 0.5),
                         (guint)(color.green * 255 + 0.5), (guint)(color.blue * 255 + 0.5));
  if (color.alpha < 1) {
    g_autofree char *opacity = g_strconcat(name, "-opacity", NULL);
    append_number(svg, opacity, color.alpha);
  }
}

static void append_paint(GString *svg, const RefnetPrimitive *primitive) {
  append_color(svg, "fill", primitive->fill);
  if (primitive->stroke.alpha > 0 && primitive->stroke_width > 0) {
    append_color(svg, "stroke", primitive->stroke);
    append_number(svg, "stroke-width", primitive->stroke_width);
    if (primitive->dash > 0)
      append_number(svg, "stroke-dasharray", primitive->dash);
  }
}

static void append_disc(GString *svg, const RefnetPrimitive *primitive) {
  append_number(svg, "cx", primitive->points[0].x);
  append_number(svg, "cy", primitive->points[0].y);
  append_number(svg, "r", primitive->radius);
}

static void append_line(GString *svg, const RefnetPrimitive *primitive) {
  append_number(svg, "x1", primitive->points[0].x);
  append_number(svg, "y1", primitive->points[0].y);
  append_number(svg, "x2", primitive->points[1].x);
  append_number(svg, "y2", primitive->points[1].y);
}

static void append_curve(GString *svg, const RefnetPrimitive *primitive) {
  char digits[6][G_ASCII_DTOSTR_BUF_SIZE];
  for (guint i = 0; i < 3; i++) {
    g_ascii_formatd(digits[2 * i], G_ASCII_DTOSTR_BUF_SIZE, "%.2f", primitive->points[i].x);
    g_ascii_formatd(digits[2 * i + 1], G_ASCII_DTOSTR_BUF_SIZE, "%.2f", primitive->points[i].y);
  }
  g_string_append_printf(svg, " d=\"M%s,%s Q%s,%s %s,%s\"", digits[0], digits[1], digits[2],
                         digits[3], digits[4], digits[5]);
}

static void append_rectangle(GString *svg, const RefnetPrimitive *primitive) {
  append_number(svg, "x", primitive->box.x);
  append_number(svg, "y", primitive->box.y);
  append_number(svg, "width", primitive->box.width);
  append_number(svg, "height", primitive->box.height);
}

static void append_polygon(GString *svg, const RefnetPrimitive *primitive) {
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append(svg, " points=\"");
  for (guint i = 0; i < primitive->point_count; i++) {
    g_ascii_formatd(x, sizeof x, "%.2f", primitive->points[i].x);
    g_ascii_formatd(y, sizeof y, "%.2f", primitive->points[i].y);
    g_string_append_printf(svg, "%s%s,%s", i ? " " : "", x, y);
  }
  g_string_append_c(svg, '"');
}

/* Where the text begins, and how it is turned there. */
static void append_begin(GString *svg, const RefnetPrimitive *primitive) {
  double ahead = primitive->right_to_left ? primitive->length : 0, angle = primitive->angle;
  double x = primitive->begin.x + ahead * cos(angle), y = primitive->begin.y + ahead * sin(angle);
  append_number(svg, "x", x);
  append_number(svg, "y", y);
  if (angle == 0)
    return;
  char turn[3][G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(turn[0], sizeof turn[0], "%.2f", angle * 180 / G_PI);
  g_ascii_formatd(turn[1], sizeof turn[1], "%.2f", x);
  g_ascii_formatd(turn[2], sizeof turn[2], "%.2f", y);
  g_string_append_printf(svg, " transform=\"rotate(%s %s %s)\"", turn[0], turn[1], turn[2]);
}

static void append_text(GString *svg, const RefnetPrimitive *primitive) {
  g_string_append_printf(svg, "<text class=\"%s\"", part_classes[primitive->part]);
  append_begin(svg, primitive);
  append_number(svg, "font-size", primitive->font.size);
  if (primitive->font.bold)
    g_string_append(svg, " font-weight=\"bold\"");
  if (primitive->right_to_left)
    g_string_append(svg, " direction=\"rtl\" unicode-bidi=\"embed\"");
  if (primitive->length > 0) {
    append_number(svg, "textLength", primitive->length);
    g_string_append(svg, " lengthAdjust=\"spacingAndGlyphs\"");
  }
  append_color(svg, "fill", primitive->fill);
  if (primitive->halo > 0) {
    g_string_append(svg, " paint-order=\"stroke\" stroke=\"#ffffff\" stroke-linejoin=\"round\"");
    append_number(svg, "stroke-width", 2 * primitive->halo);
  }
  g_string_append_c(svg, '>');
  refnet_markup_append(svg, primitive->text);
  g_string_append(svg, "</text>\n");
}

static void append_primitive(GString *svg, const RefnetPrimitive *primitive) {
  static const char *const elements[] = {[REFNET_SHAPE_DISC] = "circle",
                                         [REFNET_SHAPE_LINE] = "line",
                                         [REFNET_SHAPE_CURVE] = "path",
                                         [REFNET_SHAPE_POLYGON] = "polygon",
                                         [REFNET_SHAPE_RECTANGLE] = "rect"};
  static void (*const geometry[])(GString *, const RefnetPrimitive *) = {
      [REFNET_SHAPE_DISC] = append_disc,
      [REFNET_SHAPE_LINE] = append_line,
      [REFNET_SHAPE_CURVE] = append_curve,
      [REFNET_SHAPE_POLYGON] = append_polygon,
      [REFNET_SHAPE_RECTANGLE] = append_rectangle};
  if (primitive->shape == REFNET_SHAPE_TEXT) {
    append_text(svg, primitive);
    return;
  }
  g_string_append_printf(svg, "<%s class=\"%s\"", elements[primitive->shape],
                         part_classes[primitive->part]);
  geometry[primitive->shape](svg, primitive);
  append_paint(svg, primitive);
  g_string_append(svg, "/>\n");
}

static void flush(GString *svg, RefnetOutput *output) {
  refnet_output_write(output, svg->str, svg->len);
  g_string_truncate(svg, 0);
}

static void append_view(GString *svg, const RefnetScene *scene) {
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(width, sizeof width, "%.2f", scene->width);
  g_ascii_formatd(height, sizeof height, "%.2f", scene->height);
  g_string_append_printf(svg, " viewBox=\"0 0 %s %s\" font-family=\"%s\"", width, height,
                         REFNET_TEXT_FAMILIES);
}

static void append_head(GString *svg, const RefnetScene *scene) {
  g_string_append(svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" role=\"img\""
                       " aria-labelledby=\"title description\" xml:lang=\"en-GB\"");
  append_number(svg, "width", scene->width);
  append_number(svg, "height", scene->height);
  append_view(svg, scene);
  g_string_append(svg, ">\n<title id=\"title\">");
  refnet_markup_append(svg, scene->title);
  g_string_append(svg, "</title>\n<desc id=\"description\">");
  g_autofree char *description = refnet_alternative_of(scene);
  refnet_markup_append(svg, description);
  g_string_append(svg, "</desc>\n");
}

/* In a page, `id` begins every id that the picture needs. */
static void append_head_within(GString *svg, const RefnetScene *scene, const char *id,
                               const char *description) {
  g_string_append_printf(svg, "<svg role=\"img\" aria-labelledby=\"%s-title %s-description\"", id,
                         id);
  append_view(svg, scene);
  g_string_append_printf(svg, ">\n<title id=\"%s-title\">", id);
  refnet_markup_append(svg, scene->title);
  g_string_append_printf(svg, "</title>\n<desc id=\"%s-description\">", id);
  refnet_markup_append(svg, description);
  g_string_append(svg, "</desc>\n");
}

/* ---- groups ---------------------------------------------------------------------------------- */

/* What is drawn of an owner apart from its edges; labels keep clear of other owners' discs, so it
 * does not matter that a group draws them before the next disc. */
static gboolean in_group(const RefnetPrimitive *primitive) {
  return primitive->owner != REFNET_NONE && primitive->part != REFNET_PART_EDGE &&
         primitive->part != REFNET_PART_RETURN && primitive->part != REFNET_PART_ARROWHEAD;
}

/* The primitives of each owner's group as chains: first[owner], then next[primitive]. */
typedef struct {
  guint *first, *next;
} Chains;

#define END_OF_CHAIN G_MAXUINT

static Chains chain_groups(const RefnetScene *scene) {
  gsize length = refnet_scene_length(scene);
  Chains chains = {g_new(guint, scene->owners->len), g_new(guint, length)};
  for (guint owner = 0; owner < scene->owners->len; owner++)
    chains.first[owner] = END_OF_CHAIN;
  for (gsize i = length; i-- > 0;) {
    const RefnetPrimitive *primitive = refnet_scene_at(scene, i);
    if (!in_group(primitive))
      continue;
    chains.next[i] = chains.first[primitive->owner];
    chains.first[primitive->owner] = (guint)i;
  }
  return chains;
}

static void append_group(GString *svg, const RefnetScene *scene, const Chains *chains,
                         guint32 number) {
  const RefnetOwner *owner = refnet_scene_owner(scene, number);
  g_string_append_printf(svg, "<g class=\"%s\" data-id=\"",
                         owner->class ? owner->class : scene->owner_class);
  refnet_markup_append(svg, owner->id);
  g_string_append(svg, "\"><title>");
  refnet_markup_append(svg, owner->title);
  g_string_append(svg, "</title>\n");
  for (guint i = chains->first[number]; i != END_OF_CHAIN; i = chains->next[i])
    append_primitive(svg, refnet_scene_at(scene, i));
  g_string_append(svg, "</g>\n");
}

static void write_body(GString *svg, const RefnetScene *scene, RefnetOutput *output) {
  Chains chains = chain_groups(scene);
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(scene, i);
    if (!in_group(primitive))
      append_primitive(svg, primitive);
    else if (chains.first[primitive->owner] == i)
      append_group(svg, scene, &chains, primitive->owner);
    flush(svg, output);
  }
  g_string_append(svg, "</svg>\n");
  flush(svg, output);
  g_free(chains.first);
  g_free(chains.next);
}

void refnet_svg_write(const RefnetScene *scene, RefnetOutput *output) {
  g_autoptr(GString) svg = g_string_new(NULL);
  append_head(svg, scene);
  write_body(svg, scene, output);
}

void refnet_svg_write_within(const RefnetScene *scene, const char *id, const char *description,
                             RefnetOutput *output) {
  g_autoptr(GString) svg = g_string_new(NULL);
  append_head_within(svg, scene, id, description);
  write_body(svg, scene, output);
}
