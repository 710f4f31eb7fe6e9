/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text set line by line: paragraphs, headings, what stands in lists. */
#ifndef REFNET_DRAW_DOCUMENT_PROSE_H
#define REFNET_DRAW_DOCUMENT_PROSE_H

#include "draw/document/galley.h"

G_BEGIN_DECLS

/* What stands before the first line. */
typedef enum {
  REFNET_MARKER_NONE,
  REFNET_MARKER_BULLET,
  REFNET_MARKER_NUMBER,
  REFNET_MARKER_BOX /* to be ticked */
} RefnetMarker;

typedef struct {
  RefnetType type;
  const char *tag, *outer; /* as in RefnetStrip; tag NULL: P */
  guint block;             /* 0: one of its own */
  guint outer_block;
  double indent;
  double measure; /* widest line; 0: what can be read without losing the line */
  double before;  /* 0: that of the type */
  gboolean keep;  /* with what follows */
  RefnetMarker marker;
  guint number; /* of the marker */
} RefnetProse;

/* Sets `text`; nothing when it is blank. No line stands alone at the foot or head of a page.
 * Returns the number of its first strip. */
gsize refnet_prose_set(RefnetGalley *galley, const char *text, const RefnetProse *prose);

G_END_DECLS

#endif
