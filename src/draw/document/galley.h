/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A document set in one endless column, as printers do before they make up pages: strips that are
 * never cut, one below the other, each knowing what it has to stay together with. */
#ifndef REFNET_DRAW_DOCUMENT_GALLEY_H
#define REFNET_DRAW_DOCUMENT_GALLEY_H

#include "draw/document/lines.h"
#include "draw/output/pdf.h"

G_BEGIN_DECLS

typedef struct {
  gsize first, end;           /* its primitives, whose places count from its upper left corner */
  gsize first_part, end_part; /* its cells, whose primitives count from the galley's first */
  double before;              /* points above, except at the top of a page */
  double height;
  gboolean keep;      /* on the page of the next */
  const char *tag;    /* what it is part of, as PDF's structure types have it; static. NULL: it only
                         adorns */
  guint block;        /* strips of one block and tag are one thing */
  const char *outer;  /* what that lies in; NULL: nothing */
  guint outer_block;  /* strips of one of these are in the same */
  guint32 table;      /* REFNET_NONE, or whose column headings are repeated above it */
  guint32 heading;    /* REFNET_NONE, or the heading that begins with it */
  const char *target; /* NULL, or the id of the heading whose page it tells and leads to */
  gboolean is_listed; /* the page stands at the right end of the line, as in contents */
  const char *reference; /* what stands there before it, in place of the strip leading there */
  gboolean floats;       /* with those it keeps, to the top of the next page where it finds no
                            room: what follows goes on without it */
  double page_width, page_height; /* of the page it has for itself; 0: it flows */
} RefnetStrip;

typedef struct {
  char *text;
  const char *id; /* in the scene's strings */
  guint level;    /* from 1 */
  guint page;     /* from 1; 0: not known yet */
  double y;       /* points from the top of that page */
} RefnetHeading;

typedef struct {
  RefnetTypesetter *typesetter; /* borrowed */
  RefnetScene *scene;           /* the primitives */
  GArray *strips;               /* RefnetStrip */
  GArray *parts;                /* RefnetPdfPart */
  GArray *headings;             /* RefnetHeading */
  GArray *tables;               /* guint32: the strip with the column headings */
  double width, height;         /* of the column on a page */
  double after;                 /* points that the last block wants below it, at least */
  guint blocks;
} RefnetGalley;

void refnet_galley_init(RefnetGalley *galley, RefnetTypesetter *typesetter, double width,
                        double height);
void refnet_galley_clear(RefnetGalley *galley);

/* Numbers the next block. */
guint refnet_galley_next_block(RefnetGalley *galley);

/* Keeps a copy of the text as long as the galley is there. */
const char *refnet_galley_keep(RefnetGalley *galley, const char *text);
/* The heading called so; NULL: there is none. O(headings). */
const RefnetHeading *refnet_galley_find(const RefnetGalley *galley, const char *id);

/* Begins a strip; what is added to the scene from now on is in it. `before`: points above it. The
 * pointer holds until the next begins; whether it keeps to the page of the next, what it lies in
 * and the like are set through it. */
RefnetStrip *refnet_galley_begin(RefnetGalley *galley, const char *tag, guint block, double before);
/* Ends it, `height` points high. */
void refnet_galley_end(RefnetGalley *galley, double height);
RefnetStrip *refnet_galley_strip(const RefnetGalley *galley, gsize index);

/* Adds a line to the open strip, its left end at x and the top of its leading at y. Returns the
 * primitive. */
RefnetPrimitive *refnet_galley_add_line(RefnetGalley *galley, const RefnetTextLine *line,
                                        RefnetType type, double x, double y);
/* Adds a text in one line the same way, with its right end at x when `from_right`. */
void refnet_galley_add_text(RefnetGalley *galley, const char *text, RefnetType type, double x,
                            double y, gboolean from_right);
/* Adds a horizontal line from x over `width`. */
void refnet_galley_add_rule(RefnetGalley *galley, double x, double y, double width,
                            double thickness, guint32 rgb);
/* Says that what was added since the scene had `first` primitives is a `tag` (static). */
void refnet_galley_add_part(RefnetGalley *galley, const char *tag, gsize first);
/* Says that it is a picture that shows what `alternative` says, which is copied. */
void refnet_galley_add_picture(RefnetGalley *galley, const char *alternative, gsize first);
/* Says that it leads to `uri`, which is copied. */
void refnet_galley_add_link(RefnetGalley *galley, const char *uri, gsize first);

G_END_DECLS

#endif
