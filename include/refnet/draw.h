/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — draw room: coalition maps. */
#ifndef REFNET_DRAW_H
#define REFNET_DRAW_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

typedef struct {
  const char *title;    /* NULL: the dataset's name */
  const char *subtitle; /* filters in words; NULL: none */
  double width, height; /* points; 0: chosen by the number of organizations (16:9) */
  guint64 seed;
  RefnetDate as_of;
  double dpi; /* of PNG; 0: 144, fewer where that were more than 5,600 dots across */
} RefnetMapOptions;

/* A map: a retained scene of positioned primitives, drawn the same to every format. */
typedef struct RefnetMap RefnetMap;

/* Lays out the network: organizations as discs colored by sector and sized by ties, referral arrows,
 * labels that do not overlap, isolates in a row of their own, title and complete legend. */
RefnetMap *refnet_map_new(const RefnetNetwork *network, const RefnetMeasures *measures,
                          const RefnetMapOptions *options, GError **error);
void refnet_map_free(RefnetMap *map);

typedef enum { REFNET_PICTURE_PNG, REFNET_PICTURE_SVG, REFNET_PICTURE_PDF } RefnetPictureFormat;

/* The format a file name's extension asks for; FALSE with REFNET_ERROR_USAGE naming the three. */
gboolean refnet_picture_format(const char *path, RefnetPictureFormat *format, GError **error);
gboolean refnet_map_draw(const RefnetMap *map, RefnetPictureFormat format, RefnetOutput *output,
                         GError **error);
/* Writes where everything lies, in points (DESIGN §4: JSON, map --geometry). */
gboolean refnet_map_write_geometry(const RefnetMap *map, RefnetOutput *output, GError **error);
/* How many characters no font could draw. */
guint refnet_map_unknown_glyphs(const RefnetMap *map);

/* Gives back what the drawing libraries keep for the life of a program; for main, at its end, after
 * every map was freed. Nothing can be drawn afterwards. */
void refnet_draw_cleanup(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetMap, refnet_map_free)

G_END_DECLS

#endif
