/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of kinds of map. */
#include "cli/map/map_kinds.h"

const MapKind refnet_map_kinds[] = {
    {"network", NULL, 0, FALSE, refnet_cli_draw_network, "who refers to whom (default)"},
    {"ego", NULL, 0, FALSE, refnet_cli_draw_ego,
     "--ego ORG in the middle, those up to --steps N relationships away in rings around it"},
    {"path", "FROM TO", 2, FALSE, refnet_cli_draw_path,
     "the introduction of FROM to TO highlighted"},
    {"overlap", NULL, 0, FALSE, refnet_cli_draw_overlap,
     "organisations tied by the same services listed in the same areas"},
    {"change", "NEW", 1, FALSE, refnet_cli_draw_change,
     "DATASET and NEW in one layout: what came, what went, what stayed"},
    {"sectors", NULL, 0, FALSE, refnet_cli_draw_sectors,
     "how much sectors refer to each other, and within themselves"},
    {"matrix", NULL, 0, FALSE, refnet_cli_draw_matrix,
     "rows refer to columns, in groups by sector, community or --color-by"},
    {"geo", NULL, 0, FALSE, refnet_cli_draw_geo,
     "the network on the ground: organisations at their coordinates, with areas and a scale bar"},
    {"communities", NULL, 0, FALSE, refnet_cli_draw_communities,
     "a disc for each community with its size and whom it is known by: for thousands"},
    {"gaps", NULL, 0, TRUE, refnet_cli_draw_gaps,
     "services by areas: what is missing or rests on one provider; --area, --service and "
     "--population choose cells only"},
    {"gap-map", NULL, 0, TRUE, refnet_cli_draw_gap_map,
     "the same on the ground: each area at its place, with dots for its gaps"},
    {"risk", NULL, 0, FALSE, refnet_cli_draw_risks,
     "what rests on one contact or one organisation; with --without, what would go with a person"},
};

const guint refnet_map_kind_count = G_N_ELEMENTS(refnet_map_kinds);

static void refuse(const char *name, const char *nearest, GError **error) {
  g_autofree char *shown = refnet_text_display(name, 60);
  g_autoptr(GString) known = g_string_new(NULL);
  for (guint i = 0; i < refnet_map_kind_count; i++)
    g_string_append_printf(known, "%s%s", i ? ", " : "", refnet_map_kinds[i].name);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "--kind takes one of %s, not \"%s\"%s%s%s",
              known->str, shown, nearest ? "; did you mean \"" : "", nearest ? nearest : "",
              nearest ? "\"?" : "");
}

const MapKind *refnet_map_kind_find(const char *name, GError **error) {
  const char *nearest = NULL;
  guint least = 3;
  if (!name)
    return &refnet_map_kinds[0];
  g_autofree char *valid = g_utf8_make_valid(name, -1);
  for (guint i = 0; i < refnet_map_kind_count; i++) {
    const MapKind *kind = &refnet_map_kinds[i];
    guint distance = refnet_text_distance(kind->name, valid, 3);
    if (distance == 0)
      return kind;
    if (distance < least) {
      least = distance;
      nearest = kind->name;
    }
  }
  refuse(valid, nearest, error);
  return NULL;
}

gboolean refnet_map_kind_check_arguments(const MapKind *kind, const Session *session,
                                         GError **error) {
  guint count = g_strv_length(session->arguments + 1);
  if (session->options.without && kind->draw != refnet_cli_draw_risks) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "--without shows what would go with a person; give --kind risk, too");
    return FALSE;
  }
  if (count == kind->argument_count)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "%s arguments: refnet map --kind %s DATASET%s%s -o FILE",
              count < kind->argument_count ? "too few" : "too many", kind->name,
              kind->arguments ? " " : "", kind->arguments ? kind->arguments : "");
  return FALSE;
}
