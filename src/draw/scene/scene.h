/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A picture before it has a format: primitives in drawing order, each knowing what it stands for,
 * whose it is and where it lies. Lengths are points, y grows downwards. */
#ifndef REFNET_DRAW_SCENE_SCENE_H
#define REFNET_DRAW_SCENE_SCENE_H

#include <refnet/base.h>

G_BEGIN_DECLS

typedef struct {
  double x, y;
} RefnetPoint;

/* x, y is the upper left corner. */
typedef struct {
  double x, y, width, height;
} RefnetBox;

/* Components 0 … 1; alpha 0 is "not painted". */
typedef struct {
  double red, green, blue, alpha;
} RefnetColor;

typedef struct {
  double size; /* points */
  gboolean bold;
} RefnetFont;

/* What a primitive stands for. */
typedef enum {
  REFNET_PART_PAGE,
  REFNET_PART_FRAME,
  REFNET_PART_PANEL, /* behind a group of organizations */
  REFNET_PART_HULL,
  REFNET_PART_EDGE,
  REFNET_PART_RETURN, /* the way back of an edge that is drawn apart from it */
  REFNET_PART_ARROWHEAD,
  REFNET_PART_LEADER,
  REFNET_PART_NODE,
  REFNET_PART_MARK, /* ring or symbol on a node */
  REFNET_PART_LABEL,
  REFNET_PART_TITLE,
  REFNET_PART_SUBTITLE,
  REFNET_PART_SOURCE,
  REFNET_PART_LEGEND,
  REFNET_PART_KEY,
  REFNET_PART_ISOLATES,
  REFNET_PART_CELL,   /* of a matrix */
  REFNET_PART_FIGURE, /* in a cell */
  REFNET_PART_TOTAL,  /* at its margins */
  REFNET_PART_GAP,    /* a finding at a place */
  REFNET_PART_SCALE,  /* bar */
  REFNET_PART_GROUND, /* behind the drawing: neighbors, who is where */
  REFNET_PART_APART   /* what has no place */
} RefnetPart;

typedef enum {
  REFNET_SHAPE_DISC,
  REFNET_SHAPE_LINE,
  REFNET_SHAPE_CURVE,
  REFNET_SHAPE_POLYGON,
  REFNET_SHAPE_RECTANGLE,
  REFNET_SHAPE_TEXT
} RefnetShape;

typedef struct {
  RefnetShape shape;
  RefnetPart part;
  guint32 owner;    /* in the scene's owners, or REFNET_NONE; of an edge, where it starts */
  guint32 other;    /* of an edge, where it ends; else REFNET_NONE */
  gboolean two_way; /* of an edge: arrows both ways */
  double bend;      /* of an edge: how far its middle lies beside the straight way */
  RefnetBox box;    /* what it covers, strokes and halo left out */
  RefnetColor fill, stroke;
  double stroke_width;
  double dash; /* of a line: points painted and left out in turn; 0: whole */
  /* DISC: middle and radius. LINE: from points[0] to points[1]. CURVE: quadratic,
   * points[1] is its control point. POLYGON: closed. RECTANGLE: box. */
  RefnetPoint middle; /* also of a polygon that stands for an organization, with its radius */
  double radius;
  const RefnetPoint *points;
  guint point_count;
  /* TEXT: one line. */
  const char *text;
  RefnetFont font;
  RefnetPoint begin; /* the left end of its baseline */
  double length;     /* along it */
  double angle;      /* radians clockwise that it is turned about `begin`; box is around it then */
  gboolean right_to_left;
  gboolean continues;  /* goes on with the text of the primitive before */
  double halo;         /* width of the white rim around the letters */
  guint32 halo_unseen; /* where it is, as bits for equal parts of `length` */
} RefnetPrimitive;

/* Whom primitives belong to: one group in SVG. */
typedef struct {
  const char *id;
  const char *title; /* what a reader is told when he points at it */
  const char *name;  /* of an organization that lies where its relationships put it; else NULL */
  const char *class; /* what it is, where not what the scene's owners are: a literal; else NULL */
} RefnetOwner;

typedef struct {
  double width, height;
  const char *title;
  const char *owner_class; /* what owners are: a literal */
  gboolean is_part;        /* of a network: owners have further relationships */
  GArray *primitives;      /* RefnetPrimitive, in drawing order */
  GArray *owners;          /* RefnetOwner */
  GStringChunk *strings;
  GPtrArray *point_lists;
} RefnetScene;

RefnetScene *refnet_scene_new(double width, double height, const char *title);
void refnet_scene_free(RefnetScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetScene, refnet_scene_free)

/* Adds an owner and returns its number; the texts are copied. */
guint32 refnet_scene_add_owner(RefnetScene *scene, const char *id, const char *title);
/* Says that the owner has a position worth keeping, and its name, which is copied. */
void refnet_scene_name_owner(RefnetScene *scene, guint32 owner, const char *name);
void refnet_scene_class_owner(RefnetScene *scene, guint32 owner, const char *literal);

/* Each adds a primitive on top of those before it, unpainted and without an owner, and returns it
 * for its maker to finish; the pointer holds until the next is added. */
RefnetPrimitive *refnet_scene_add_disc(RefnetScene *scene, RefnetPart part, RefnetPoint middle,
                                       double radius);
RefnetPrimitive *refnet_scene_add_line(RefnetScene *scene, RefnetPart part, RefnetPoint from,
                                       RefnetPoint to);
/* A quadratic Bézier curve. */
RefnetPrimitive *refnet_scene_add_curve(RefnetScene *scene, RefnetPart part, RefnetPoint from,
                                        RefnetPoint control, RefnetPoint to);
RefnetPrimitive *refnet_scene_add_polygon(RefnetScene *scene, RefnetPart part,
                                          const RefnetPoint *points, guint count);
RefnetPrimitive *refnet_scene_add_rectangle(RefnetScene *scene, RefnetPart part, RefnetBox box);
/* `text` is copied; `box` is that of the line, `baseline` its distance from the top of the page. */
RefnetPrimitive *refnet_scene_add_text(RefnetScene *scene, RefnetPart part, const char *text,
                                       RefnetFont font, RefnetBox box, double baseline);

/* Turns the line of text at `index` clockwise about a point. */
void refnet_scene_turn_text(RefnetScene *scene, gsize index, RefnetPoint about, double radians);

/* Says that the line of text at `index` goes on with that of the primitive before. */
void refnet_scene_continue_text(RefnetScene *scene, gsize index);
/* The box of a line of text if it, and all around it, were turned back about a point until it reads
 * from left to right. */
RefnetBox refnet_scene_text_upright(const RefnetPrimitive *line, RefnetPoint about);

/* A copy of a primitive of any scene, enlarged by `factor` and then moved; it is nobody's. */
RefnetPrimitive *refnet_scene_add_copy(RefnetScene *scene, const RefnetPrimitive *primitive,
                                       double factor, RefnetPoint by);

gsize refnet_scene_length(const RefnetScene *scene);
const RefnetPrimitive *refnet_scene_at(const RefnetScene *scene, gsize index);
const RefnetOwner *refnet_scene_owner(const RefnetScene *scene, guint32 owner);

/* The point turned clockwise about another. */
RefnetPoint refnet_point_turn(RefnetPoint point, RefnetPoint about, double radians);
/* The smallest box around a box that is turned so. */
RefnetBox refnet_box_turn(RefnetBox box, RefnetPoint about, double radians);
/* Enlarges everything, the page too. */
void refnet_scene_enlarge(RefnetScene *scene, double factor);
/* Paints everything in shades of gray, as light as its color is. */
void refnet_scene_desaturate(RefnetScene *scene);

/* Do the boxes share more than an edge? */
gboolean refnet_box_overlaps(RefnetBox a, RefnetBox b);
/* Does the disc reach into the box? */
gboolean refnet_box_meets_disc(RefnetBox box, RefnetPoint middle, double radius);
gboolean refnet_box_inside(RefnetBox inner, RefnetBox outer);
/* How far a point is from the straight line between two, ends included. */
double refnet_point_to_segment(RefnetPoint at, RefnetPoint from, RefnetPoint to);
/* Where the quadratic curve is at `share` of the way, 0 … 1. */
RefnetPoint refnet_curve_at(const RefnetPoint points[3], double share);
/* The smallest box around both. */
RefnetBox refnet_box_union(RefnetBox a, RefnetBox b);
/* The box with `by` added on each side. */
RefnetBox refnet_box_grow(RefnetBox box, double by);
/* 0xRRGGBB with an opacity. */
RefnetColor refnet_color(guint32 rgb, double alpha);

G_END_DECLS

#endif
