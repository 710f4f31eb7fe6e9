/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session.h"

#include <refnet/draw.h>

#include "cli/envelope.h"

static gboolean write_picture(Session *session, const RefnetMap *map, RefnetPictureFormat format,
                              GError **error) {
  g_autoptr(RefnetOutput) output =
      refnet_session_output(session, session->options.output, error);
  return output && refnet_map_draw(map, format, output, error) &&
         refnet_session_commit(session, output, error);
}

static gboolean write_geometry(Session *session, const RefnetMap *map, GError **error) {
  g_autoptr(RefnetOutput) output =
      refnet_session_output(session, session->options.geometry, error);
  return output && refnet_map_write_geometry(map, output, error) &&
         refnet_session_commit(session, output, error);
}

/* In the order of --kind. */
typedef enum { MAP_NETWORK, MAP_GAPS, MAP_RISK } MapKind;

static RefnetMap *draw_network(Session *session, const RefnetMapOptions *options, GError **error) {
  g_autoptr(RefnetMeasures) measures =
      refnet_measures_new(session->network, session->options.seed, error);
  return measures ? refnet_map_new(session->network, measures, options, error) : NULL;
}

static RefnetMap *draw_gaps(Session *session, const RefnetFilter *cells,
                            const RefnetMapOptions *options, GError **error) {
  RefnetGapOptions gap_options = {
      .areas = cells->areas,
      .services = cells->services,
      .populations = cells->populations,
      .as_of = options->as_of,
  };
  g_autoptr(RefnetGaps) gaps = refnet_gaps_new(session->network, &gap_options, error);
  return gaps ? refnet_map_new_gaps(gaps, &gap_options, options, error) : NULL;
}

/* Nothing is simulated: the map shows no figure that is. */
static RefnetMap *draw_risks(Session *session, const RefnetMapOptions *options, GError **error) {
  RefnetRiskOptions risk_options = {.turnover = REFNET_DEFAULT_TURNOVER,
                                    .seed = options->seed,
                                    .as_of = options->as_of};
  g_autoptr(RefnetRisks) risks = refnet_risks_new(session->network, &risk_options, error);
  return risks ? refnet_map_new_risks(risks, options, error) : NULL;
}

/* Opens the dataset. With gaps, areas, services and populations choose cells and leave the network
 * whole. */
static RefnetMap *draw_map(Session *session, GError **error) {
  MapKind kind = (MapKind)session->options.map_kind;
  RefnetFilter *filter = &session->options.filter, given = *filter;
  if (kind == MAP_GAPS)
    filter->areas = filter->services = filter->populations = NULL;
  gboolean is_open = refnet_session_open(session, error);
  g_autofree char *filters =
      is_open ? refnet_filter_sentence(&session->options, session->network) : NULL;
  *filter = given;
  if (!is_open)
    return NULL;
  RefnetMapOptions options = {
      .title = session->options.title,
      .subtitle = filters,
      .seed = session->options.seed,
      .as_of = refnet_cli_as_of(&session->options),
      .dpi = session->options.dpi,
  };
  if (kind == MAP_GAPS)
    return draw_gaps(session, &given, &options, error);
  return kind == MAP_RISK ? draw_risks(session, &options, error)
                          : draw_network(session, &options, error);
}

static void tell_unknown_glyphs(const Session *session, const RefnetMap *map) {
  guint unknown = refnet_map_unknown_glyphs(map);
  if (unknown > 0 && !session->options.quiet)
    refnet_session_tell(g_strdup_printf(
        "%u character%s on the map could not be drawn; install a font that has them, for example "
        "the Noto fonts",
        unknown, unknown == 1 ? "" : "s"));
}

gboolean refnet_cli_map(Session *session, GError **error) {
  const CliOptions *options = &session->options;
  RefnetPictureFormat format = REFNET_PICTURE_PNG;
  if (!options->output && !options->geometry) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "a map needs a file: -o map.pdf, map.svg or map.png");
    return FALSE;
  }
  if (options->output && !refnet_picture_format(options->output, &format, error))
    return FALSE;
  g_autoptr(RefnetMap) map = draw_map(session, error);
  if (!map)
    return FALSE;
  tell_unknown_glyphs(session, map);
  return (!options->output || write_picture(session, map, format, error)) &&
         (!options->geometry || write_geometry(session, map, error));
}
