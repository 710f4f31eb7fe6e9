/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/commands.h"

#include "cli/map/map_kinds.h"
#include "cli/map/map_layout.h"
#include "cli/options/page_size.h"
#include "cli/session/envelope.h"

static gboolean write_picture(Session *session, const RefnetMap *map, RefnetPictureFormat format,
                              GError **error) {
  g_autoptr(RefnetOutput) output = refnet_session_output(session, session->options.output, error);
  return output && refnet_map_draw(map, format, output, error) &&
         refnet_session_commit(session, output, error);
}

static gboolean write_geometry(Session *session, const RefnetMap *map, GError **error) {
  g_autoptr(RefnetOutput) output = refnet_session_output(session, session->options.geometry, error);
  return output && refnet_map_write_geometry(map, output, error) &&
         refnet_session_commit(session, output, error);
}

static gboolean write_positions(Session *session, const RefnetMap *map, GError **error) {
  g_autoptr(RefnetOutput) output =
      refnet_session_output(session, session->options.save_positions, error);
  return output && refnet_map_write_positions(map, output, error) &&
         refnet_session_commit(session, output, error);
}

static void swap(char ***a, char ***b) {
  char **kept = *a;
  *a = *b;
  *b = kept;
}

/* Areas, services and populations of a filter as those of cells, and the other way round. */
static void swap_cells(CliOptions *options) {
  swap(&options->filter.areas, &options->areas);
  swap(&options->filter.services, &options->services);
  swap(&options->filter.populations, &options->populations);
}

/* Opens the dataset. Where areas, services and populations choose cells, they leave the network
 * whole. */
static gboolean open_network(Session *session, const MapKind *kind, char **filters,
                             GError **error) {
  CliOptions *options = &session->options;
  if (kind->chooses_cells)
    swap_cells(options);
  gboolean is_open = refnet_session_open(session, error);
  if (is_open)
    *filters = refnet_filter_sentence(options, session->network);
  if (kind->chooses_cells)
    swap_cells(options);
  options->filter.beside = NULL;
  return is_open;
}

static RefnetMap *draw_map(Session *session, const MapKind *kind, RefnetPictureFormat format,
                           GError **error) {
  PageSize page = {0};
  const char *size = session->options.map.size;
  if (size && !refnet_page_size_parse(size, session->options.map.portrait, &page, error))
    return NULL;
  g_autofree char *filters = NULL;
  if (kind->draw == refnet_cli_draw_change)
    session->beside = session->arguments[1];
  if (!open_network(session, kind, &filters, error))
    return NULL;
  const CliOptions *given = &session->options;
  RefnetMapOptions options = {
      .title = given->title,
      .subtitle = given->map.subtitle,
      .filters = filters,
      .width = page.width,
      .height = page.height,
      .least_text = page.least_text,
      .source = given->map.source,
      .color_by = given->map.color_by,
      .size_by = given->map.size_by,
      .shape_by = given->map.shape_by,
      .label = (RefnetMapLabel)given->map.label,
      .hulls = (RefnetMapHulls)given->map.hulls,
      .palette = given->map.palette,
      .grayscale = given->map.grayscale,
      .show_people = given->show_people,
      .units = (RefnetUnits)given->units,
      .seed = session->options.seed,
      .as_of = refnet_cli_as_of(&session->options),
      .pages = format == REFNET_PICTURE_PDF,
      .dpi = session->options.dpi,
  };
  g_autoptr(RefnetPositions) positions = NULL;
  if (!refnet_cli_map_layout(session, &options, &positions, error))
    return NULL;
  return kind->draw(session, &options, error);
}

static void tell_unknown_glyphs(const Session *session, const RefnetMap *map) {
  char *sentence = refnet_map_missing_letters(map);
  if (sentence && !session->options.quiet)
    refnet_cli_tell(sentence);
  else
    g_free(sentence);
}

/* What only says something where organizations are drawn. */
static gboolean check_options(const Session *session, const MapKind *kind, GError **error) {
  static const char *const of_networks[] = {"color-by", "size-by", "shape-by", "label",
                                            "palette",  "hulls",   "layout",   "save-positions"};
  for (gsize i = 0; i < G_N_ELEMENTS(of_networks) && kind->chooses_cells; i++)
    if (refnet_cli_option_given(&session->options, of_networks[i])) {
      g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "--%s does not go with --kind %s",
                  of_networks[i], kind->name);
      return FALSE;
    }
  if (session->options.map.portrait && !session->options.map.size) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "--portrait needs a page: --size a4, for example");
    return FALSE;
  }
  return TRUE;
}

static gboolean check_split(const CliOptions *options, const MapKind *kind,
                            RefnetPictureFormat format, GError **error) {
  const char *why = NULL;
  if (!options->split)
    return TRUE;
  if (g_ascii_strcasecmp(options->split, "community") != 0)
    why = "--split takes \"community\"";
  else if (kind != &refnet_map_kinds[0])
    why = "--split divides the network map; leave out --kind";
  else if (options->output && format != REFNET_PICTURE_PDF)
    why = "--split draws many pages, which only a PDF can hold: -o atlas.pdf";
  if (why)
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE, why);
  return !why;
}

gboolean refnet_cli_map(Session *session, GError **error) {
  const CliOptions *options = &session->options;
  RefnetPictureFormat format = REFNET_PICTURE_PNG;
  if (!options->output && !options->geometry && !options->save_positions) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "a map needs a file: -o map.pdf, map.svg or map.png");
    return FALSE;
  }
  if (options->output && !refnet_picture_format(options->output, &format, error))
    return FALSE;
  const MapKind *kind = refnet_map_kind_find(options->map_kind, error);
  if (!kind || !refnet_map_kind_check_arguments(kind, session, error) ||
      !check_options(session, kind, error) || !refnet_cli_check_layout(options, error) ||
      !check_split(options, kind, format, error))
    return FALSE;
  g_autoptr(RefnetMap) map = draw_map(session, kind, format, error);
  if (!map)
    return FALSE;
  tell_unknown_glyphs(session, map);
  return (!options->output || write_picture(session, map, format, error)) &&
         (!options->geometry || write_geometry(session, map, error)) &&
         (!options->save_positions || write_positions(session, map, error));
}
