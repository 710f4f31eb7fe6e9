/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The type scale of a document: how large each kind of text is, how far its lines are apart. */
#ifndef REFNET_DRAW_DOCUMENT_TYPE_H
#define REFNET_DRAW_DOCUMENT_TYPE_H

#include "draw/scene/scene.h"

G_BEGIN_DECLS

typedef enum {
  REFNET_TYPE_TITLE,
  REFNET_TYPE_SUBTITLE,
  REFNET_TYPE_HEADING_1,
  REFNET_TYPE_HEADING_2,
  REFNET_TYPE_HEADING_3,
  REFNET_TYPE_LEAD, /* what a section comes to */
  REFNET_TYPE_BODY,
  REFNET_TYPE_STRONG,    /* the name of a finding */
  REFNET_TYPE_EVIDENCE,  /* what it rests on */
  REFNET_TYPE_REFERENCE, /* to a section with more */
  REFNET_TYPE_NOTE,
  REFNET_TYPE_CONTENTS,
  REFNET_TYPE_CELL,
  REFNET_TYPE_TERM,
  REFNET_TYPE_COLUMN,       /* its heading */
  REFNET_TYPE_CAPTION,      /* of a table */
  REFNET_TYPE_LEGEND,       /* of a picture */
  REFNET_TYPE_FIGURE,       /* one to be seen from afar */
  REFNET_TYPE_FIGURE_LABEL, /* what it counts */
  REFNET_TYPE_FOOTER,
  REFNET_TYPES
} RefnetType;

typedef struct {
  RefnetFont font;
  double leading; /* points from one baseline to the next */
  double before;  /* points above */
  guint32 rgb;
} RefnetTypeStyle;

const RefnetTypeStyle *refnet_type_style(RefnetType type);

#define REFNET_DOCUMENT_ACCENT 0x0072B2 /* blue of Okabe & Ito */
#define REFNET_DOCUMENT_RULE 0xC9D0D6
/* Letters in pictures are no smaller on paper. */
#define REFNET_DOCUMENT_LEAST_TEXT 7.5

G_END_DECLS

#endif
