/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a map can show: one row a kind. A new kind is a row here and a function that draws it. */
#ifndef REFNET_CLI_MAP_MAP_KINDS_H
#define REFNET_CLI_MAP_MAP_KINDS_H

#include <refnet/draw.h>

#include "cli/session/session.h"

/* Draws the network of an open session; the kind's own options and arguments are the session's. */
typedef RefnetMap *(*MapDrawFunc)(Session *session, const RefnetMapOptions *options,
                                  GError **error);

typedef struct {
  const char *name;      /* of --kind */
  const char *arguments; /* after DATASET, as usage shows them; NULL: none */
  guint argument_count;
  /* --area, --service and --population choose what is shown and leave the network whole. */
  gboolean chooses_cells;
  MapDrawFunc draw;
  const char *meaning;
} MapKind;

extern const MapKind refnet_map_kinds[];
extern const guint refnet_map_kind_count;

/* The kind called `name`, NULL: the first. REFNET_ERROR_USAGE with a suggestion when there is none.
 */
const MapKind *refnet_map_kind_find(const char *name, GError **error);
/* REFNET_ERROR_USAGE unless the session has as many arguments as the kind takes, and no option of
 * another kind. */
gboolean refnet_map_kind_check_arguments(const MapKind *kind, const Session *session,
                                         GError **error);

/* The functions of the kinds. */
RefnetMap *refnet_cli_draw_network(Session *session, const RefnetMapOptions *options,
                                   GError **error);
RefnetMap *refnet_cli_draw_ego(Session *session, const RefnetMapOptions *options, GError **error);
RefnetMap *refnet_cli_draw_path(Session *session, const RefnetMapOptions *options, GError **error);
RefnetMap *refnet_cli_draw_overlap(Session *session, const RefnetMapOptions *options,
                                   GError **error);
RefnetMap *refnet_cli_draw_change(Session *session, const RefnetMapOptions *options,
                                  GError **error);
RefnetMap *refnet_cli_draw_communities(Session *session, const RefnetMapOptions *options,
                                       GError **error);
RefnetMap *refnet_cli_draw_gaps(Session *session, const RefnetMapOptions *options, GError **error);
RefnetMap *refnet_cli_draw_geo(Session *session, const RefnetMapOptions *options, GError **error);
RefnetMap *refnet_cli_draw_sectors(Session *session, const RefnetMapOptions *options,
                                   GError **error);
RefnetMap *refnet_cli_draw_matrix(Session *session, const RefnetMapOptions *options,
                                  GError **error);
RefnetMap *refnet_cli_draw_gap_map(Session *session, const RefnetMapOptions *options,
                                   GError **error);
RefnetMap *refnet_cli_draw_risks(Session *session, const RefnetMapOptions *options, GError **error);

#endif
