/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What color, form and size say on one map, as its options choose. */
#ifndef REFNET_DRAW_SIGNS_ENCODING_H
#define REFNET_DRAW_SIGNS_ENCODING_H

#include <refnet/draw.h>

#include "draw/signs/story.h"

G_BEGIN_DECLS

typedef struct {
  const RefnetPalette *color; /* one group without a name: color says nothing */
  RefnetPalette *form;        /* NULL: form says nothing beside color */
  RefnetPalette *own_color;   /* NULL: color is a story's */
  char *size_title;           /* NULL: all have one size */
  gboolean size_is_degree;
  double *size;                 /* by vertex; NaN: not known */
  double least_size, most_size; /* of those known; least above 0 where any is */
  guint32 size_unknown;
} RefnetEncoding;

/* `risks` not NULL: color is by the contacts listed, where `leaves` says that one left. `story`
 * may be NULL; it outlives the encoding. `measures` may be NULL where no option needs
 * them. REFNET_ERROR_USAGE for an option's value that means nothing here. */
RefnetEncoding *refnet_encoding_new(const RefnetNetwork *network, const RefnetMeasures *measures,
                                    const RefnetRisks *risks, const guint8 *leaves,
                                    const RefnetStory *story, const RefnetMapOptions *options,
                                    GError **error);
void refnet_encoding_free(RefnetEncoding *encoding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetEncoding, refnet_encoding_free)

/* How vertex v looks; the name is borrowed. */
RefnetGroup refnet_encoding_look(const RefnetEncoding *encoding, guint32 v);
/* What share of the largest disc's area the figure asks for, 0 … 1; 0 when it is not known. */
double refnet_encoding_share(const RefnetEncoding *encoding, double figure);

G_END_DECLS

#endif
