/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — draw room: coalition maps. */
#ifndef REFNET_DRAW_H
#define REFNET_DRAW_H

#include <refnet/analysis.h>
#include <refnet/draw/document.h>

G_BEGIN_DECLS

/* How the connected organizations of a network map are laid out. */
typedef enum {
  REFNET_LAYOUT_CHOSEN,      /* stress; of more than 300 organizations communities */
  REFNET_LAYOUT_STRESS,      /* near those they work with */
  REFNET_LAYOUT_CIRCLE,      /* around an ellipse */
  REFNET_LAYOUT_SECTORS,     /* each sector together */
  REFNET_LAYOUT_COMMUNITIES, /* each community together */
  REFNET_LAYOUT_GEO,         /* by latitude and longitude */
  REFNET_LAYOUT_LAYERS,      /* who refers above whom is referred to */
  REFNET_LAYOUTS
} RefnetLayoutKind;

/* The layout called `name`, in any letter case; FALSE when there is none. */
gboolean refnet_layout_kind(const char *name, RefnetLayoutKind *kind);

/* Where organizations lay on an earlier map, in points of its page or any other unit. */
typedef struct {
  guint32 organizations; /* of the dataset */
  guint32 known;         /* of those, how many are in the file */
  double *x, *y;         /* by organization, y downwards; NaN: not in the file */
} RefnetPositions;

/* Reads a CSV file with the columns x, y, and id or name (or both; then a name counts where the id
 * is not in the dataset). Rows that name nobody of the dataset, or nothing that can be a position,
 * are left out and reported in `diagnostics`. Errors: as refnet_table_read; REFNET_ERROR_INPUT
 * without these columns, or when no row can be used. */
RefnetPositions *refnet_positions_read(const RefnetDataset *dataset, const char *path,
                                       RefnetDiagnostics *diagnostics, GError **error);
void refnet_positions_free(RefnetPositions *positions);

/* What stands beside an organization. */
typedef enum {
  REFNET_MAP_LABEL_SHORT, /* its short name, else its name made shorter */
  REFNET_MAP_LABEL_NAME,
  REFNET_MAP_LABEL_ID,
  REFNET_MAP_LABEL_NONE
} RefnetMapLabel;

/* What organizations stand on a common ground for. */
typedef enum {
  REFNET_MAP_HULLS_NONE,
  REFNET_MAP_HULLS_COALITION,
  REFNET_MAP_HULLS_COMMUNITY,
  REFNET_MAP_HULLS_SECTOR
} RefnetMapHulls;

/* All 0 is a map with everything chosen for it. Facets are columns and measures by name (sector,
 * area, degree …), "none" for none. */
typedef struct {
  const char *title;    /* NULL: the dataset's name */
  const char *subtitle; /* NULL: none */
  const char *filters;  /* which part of the network it is, in words; NULL: the whole */
  const char *source;   /* where the data are from, for the line below; NULL: not said */
  const char *color_by; /* NULL: sector, where any is known */
  const char *size_by;  /* NULL: degree */
  const char *shape_by; /* NULL: none */
  RefnetMapLabel label;
  RefnetMapHulls hulls;
  const char *palette; /* NULL: okabe-ito for groups, viridis for figures */
  gboolean grayscale;
  gboolean show_people; /* columns that may name people can be shown */
  double width, height; /* points; 0: chosen by the number of organizations (16:9) */
  double least_text;    /* points: no letters are smaller on a page of a given size; 0: 7 */
  RefnetUnits units;    /* of distances */
  guint64 seed;
  RefnetDate as_of;
  RefnetLayoutKind layout;          /* of network maps */
  const RefnetPositions *positions; /* NULL: none; else they count, not the layout: who is not in
                                       them stands near those they refer to */
  /* For a file of many pages, PDF: gaps that a page does not hold go on on further ones, and maps
   * with an index have letters and numbers around them that it refers to. */
  gboolean pages;
  gboolean indexed; /* such an index goes with it: refnet_map_new_indexed sets this */
  double dpi;       /* of PNG; 0: 144, fewer where that were more than 5,600 dots across */
} RefnetMapOptions;

/* A map: a retained scene of positioned primitives, drawn the same to every format. */
typedef struct RefnetMap RefnetMap;

/* Lays out the network: organizations as discs colored by sector and sized by ties, referral
 * arrows, labels that do not overlap, isolates in a row of their own, title and complete legend.
 * What finds no room for its name is numbered, with a key. The map borrows nothing. Errors:
 * REFNET_ERROR_USAGE for an impossible page or more than 10,000 organizations or 200,000 ties,
 * REFNET_ERROR_INTERNAL when memory runs out. Under a second for 300 organizations, a few for
 * 2,000. `measures` may be NULL where no facet of the options needs them. */
RefnetMap *refnet_map_new(const RefnetNetwork *network, const RefnetMeasures *measures,
                          const RefnetMapOptions *options, GError **error);
/* The map of refnet_map_new and, where not everybody finds room for a name on it and it is no
 * slide, further pages that list all by name with where they are on the map, and in which community
 * where it is drawn by these: PDF has them, PNG and SVG are the map alone. Errors and time as
 * refnet_map_new. */
RefnetMap *refnet_map_new_indexed(const RefnetNetwork *network, const RefnetMeasures *measures,
                                  const RefnetMapOptions *options, GError **error);
/* More organizations, and relationships, than a map with each of them shows anything by; and a
 * slide. */
#define REFNET_MAP_READABLE 2500
#define REFNET_MAP_READABLE_TIES 200000
#define REFNET_SLIDE_READABLE 300
/* Whether a map of the network with each organization a disc shows anything. */
gboolean refnet_map_is_readable(const RefnetNetwork *network);
/* The same of a slide, which is drawn with more of them all the same when a layout is chosen. */
gboolean refnet_map_shows_each(const RefnetMapOptions *options, const RefnetNetwork *network);

/* The network by its communities: a disc for each of four or more organizations (of the 60
 * largest), with its size and whom it is known by; lines with the relationships between them.
 * REFNET_ERROR_USAGE for an impossible page. O(n log n + m log m). */
RefnetMap *refnet_map_new_communities(const RefnetNetwork *network, const RefnetMeasures *measures,
                                      const RefnetMapOptions *options, GError **error);
/* That and, on pages of their own, each community as refnet_map_new draws it, those in none, and an
 * index of names. It can be drawn as PDF only. Errors as of refnet_map_new_communities; the time of
 * refnet_map_new for each community. */
RefnetMap *refnet_map_new_atlas(const RefnetNetwork *network, const RefnetMeasures *measures,
                                const RefnetMapOptions *options, GError **error);
/* The network map with discs colored by the contacts listed; rings around the only links of others,
 * who are hatched; bridges dashed. People are not named. Errors and time as refnet_map_new. */
RefnetMap *refnet_map_new_risks(const RefnetRisks *risks, const RefnetMapOptions *options,
                                GError **error);
/* The network as it is left when `person` leaves and nobody else does: relationships without a
 * listed contact dashed, organizations without a route through listed contacts to the rest hatched,
 * services that areas have no referral route to any more named. Discs are colored by the contacts
 * then listed. Errors and time as refnet_map_new. */
RefnetMap *refnet_map_new_departure(const RefnetRisks *risks, guint32 person, gboolean show_people,
                                    const RefnetMapOptions *options, GError **error);
/* The network with the strongest introduction highlighted, and another way dashed. `measures` as
 * for refnet_map_new; errors and time, too. People are not named. */
RefnetMap *refnet_map_new_path(const RefnetPaths *paths, const RefnetMeasures *measures,
                               const RefnetMapOptions *options, GError **error);
/* Vertex `ego` in the middle and in rings around it those up to `steps` ties away, with the
 * measures they have in the whole network. Errors and time as refnet_map_new. */
RefnetMap *refnet_map_new_ego(const RefnetNetwork *network, const RefnetMeasures *measures,
                              guint32 ego, guint32 steps, const RefnetMapOptions *options,
                              GError **error);
/* Organizations tied by the same services listed for the same places and people: the verdict as the
 * look of the line, how many cells are shared as its width. Errors and time as refnet_map_new. */
RefnetMap *refnet_map_new_overlap(const RefnetDuplicates *duplicates,
                                  const RefnetMapOptions *options, GError **error);
/* Both networks of a comparison (its relationships are enough) in one layout: organizations and
 * relationships that came, went and stayed, and those not known for want of an answer, told apart
 * by color and by line or symbol. Errors and time as refnet_map_new. */
RefnetMap *refnet_map_new_change(const RefnetChanges *changes, const RefnetMapOptions *options,
                                 GError **error);

/* Who refers to whom as a matrix, rows to columns, darker the more referrals: in groups by
 * options->color_by, else by sector, else by community, within these by relationships; how many
 * each refers to and is referred to by at the margins. Names up to 60 organizations, numbers with a
 * key up to 150. REFNET_ERROR_USAGE above 600; else as refnet_map_new. O(n log n + arcs). */
RefnetMap *refnet_map_new_matrix(const RefnetNetwork *network, const RefnetMeasures *measures,
                                 const RefnetMapOptions *options, GError **error);
/* Links between sectors as bands between parts of a rim, with how many organizations and links each
 * sector has, and the E–I index. Past 22 sectors the smallest are one group, as are organizations
 * without a sector. Errors as refnet_map_new; O(pairs of sectors). */
RefnetMap *refnet_map_new_sectors(const RefnetSummary *summary, const RefnetMapOptions *options,
                                  GError **error);
/* The network on the ground: organizations at their coordinates, else at those of the only area
 * they serve, true to scale along the middle parallel, with the names of areas and a scale bar;
 * discs that would cover each other move aside, with a line to their place. Of more than 100, where
 * places are crowded, those at one place become a marker with their number, and the ties between
 * markers add up. Who has no position, or one so far away that the others would shrink to a dot, is
 * listed apart. O(n²) with markers. REFNET_ERROR_INPUT when
 * nobody has one, REFNET_ERROR_USAGE for more than 5,000 organizations; else as refnet_map_new. */
RefnetMap *refnet_map_new_geo(const RefnetNetwork *network, const RefnetMeasures *measures,
                              const RefnetMapOptions *options, GError **error);
/* Draws the findings as a matrix of services by areas: the gravest of a cell as its color and
 * symbol, further ones as small symbols, the people in need as its figure, totals at the margins.
 * Of more than 60 services or 40 areas, those with most unmet need are shown first: alone, or
 * before the others on further pages of the same size, 60 in all, with options->pages.
 * `gap_options` are those that the gaps were made with; the page is as large as the matrix needs
 * unless its size is given. The map borrows nothing. Errors as refnet_map_new; O(findings + needs +
 * cells shown). */
RefnetMap *refnet_map_new_gaps(const RefnetGaps *gaps, const RefnetGapOptions *gap_options,
                               const RefnetMapOptions *options, GError **error);
/* The same findings on the ground: each area where areas.csv says it is, else where its
 * organizations are on average, with a dot for each status, or for each gap when `gap_options`
 * choose services and no area has more than twelve, as large as the demand that is not met. Areas
 * without a position are listed apart; REFNET_ERROR_INPUT when none has one. Other errors as
 * refnet_map_new. */
RefnetMap *refnet_map_new_gap_map(const RefnetGaps *gaps, const RefnetGapOptions *gap_options,
                                  const RefnetMapOptions *options, GError **error);
void refnet_map_free(RefnetMap *map);

typedef enum { REFNET_PICTURE_PNG, REFNET_PICTURE_SVG, REFNET_PICTURE_PDF } RefnetPictureFormat;

/* The format a file name's extension asks for; FALSE with REFNET_ERROR_USAGE naming the three. */
gboolean refnet_picture_format(const char *path, RefnetPictureFormat *format, GError **error);
/* Draws the map to `output`, which the caller commits. REFNET_ERROR_USAGE: the format does not hold
 * so many pages or dots; REFNET_ERROR_INTERNAL: cairo failed. O(what is drawn). */
gboolean refnet_map_draw(const RefnetMap *map, RefnetPictureFormat format, RefnetOutput *output,
                         GError **error);
/* Writes where everything lies, in points of its page, as JSON (map --geometry). REFNET_ERROR_IO:
 * the output failed; else the caller commits it. O(what is drawn). */
gboolean refnet_map_write_geometry(const RefnetMap *map, RefnetOutput *output, GError **error);
/* Writes the positions of the organizations that have a relationship as CSV: id, name, x, y, for
 * refnet_positions_read. Commits `output`, whose errors it passes on. O(n). */
gboolean refnet_map_write_positions(const RefnetMap *map, RefnetOutput *output, GError **error);
/* Which characters no font could draw, in whose names, and which packages of fonts have them, in
 * one sentence; NULL when there are none. Caller frees. */
char *refnet_map_missing_letters(const RefnetMap *map);

/* Gives back what the drawing libraries keep for the life of a program; for main, at its end, after
 * every map was freed. Nothing can be drawn afterwards. */
void refnet_draw_cleanup(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetPositions, refnet_positions_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetMap, refnet_map_free)

G_END_DECLS

#endif
