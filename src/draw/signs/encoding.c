/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Options turned into palettes and sizes. */
#include "draw/signs/encoding.h"
#include "draw/signs/scales.h"

#include <math.h>

#define PLAIN_FILL 0x56B4E9
#define GRAY_FILL 0xC8C8C8
/* A handful of ties does not make the largest disc of all. */
#define LEAST_OF_LARGEST 8.0
/* Groups that a slide has room for, beside all others. */
#define MOST_ON_SLIDE 6

static gboolean is_none(const char *name) {
  return name && g_str_equal(name, "none");
}

static gboolean knows_sectors(const RefnetNetwork *network) {
  for (guint32 v = 0; v < network->vertices; v++)
    if (refnet_network_organization(network, v)->sector != REFNET_NONE)
      return TRUE;
  return FALSE;
}

static const RefnetColorSet *choose_colors(const RefnetMapOptions *options, gboolean is_sequential,
                                           GError **error) {
  if (options->grayscale)
    return refnet_colors_gray(is_sequential);
  return refnet_colors_find(options->palette, is_sequential, error);
}

static RefnetPalette *color_by(const RefnetNetwork *network, const RefnetMeasures *measures,
                               const RefnetMapOptions *options, GError **error) {
  const char *by = options->color_by;
  if (is_none(by) || (!by && !knows_sectors(network)))
    return refnet_palette_plain(network->vertices, options->grayscale ? GRAY_FILL : PLAIN_FILL);
  g_autoptr(RefnetFacet) facet = refnet_facet_new(network, measures, by ? by : "sector",
                                                  REFNET_FACET_GROUPS | REFNET_FACET_FIGURES,
                                                  "color-by", options->show_people, error);
  if (!facet)
    return NULL;
  gboolean is_sequential = facet->kind == REFNET_FACET_FIGURES;
  const RefnetColorSet *colors = choose_colors(options, is_sequential, error);
  if (!colors)
    return NULL;
  guint most = refnet_scales_is_slide(options->least_text) ? MOST_ON_SLIDE : 0;
  return is_sequential ? refnet_palette_by_figures(facet, network->vertices, colors)
                       : refnet_palette_by_groups(facet, network->vertices, colors, most);
}

static gboolean set_form(RefnetEncoding *encoding, const RefnetNetwork *network,
                         const RefnetMeasures *measures, const RefnetMapOptions *options,
                         GError **error) {
  if (!options->shape_by || is_none(options->shape_by))
    return TRUE;
  g_autoptr(RefnetFacet) facet =
      refnet_facet_new(network, measures, options->shape_by, REFNET_FACET_GROUPS, "shape-by",
                       options->show_people, error);
  if (!facet)
    return FALSE;
  encoding->form = refnet_palette_by_form(facet, network->vertices);
  /* Forms are taken: what a form told apart in colors, a dot does. */
  for (guint i = 0; encoding->own_color && i < encoding->own_color->group_count; i++) {
    RefnetGroup *group = &encoding->own_color->groups[i];
    if (group->form != REFNET_FORM_DISC)
      group->symbol = REFNET_SYMBOL_DOT;
    group->form = REFNET_FORM_DISC;
  }
  return TRUE;
}

static void find_extremes(RefnetEncoding *encoding, guint32 vertices) {
  double least = NAN, least_above = NAN, most = NAN;
  for (guint32 v = 0; v < vertices; v++) {
    double size = encoding->size[v];
    if (isnan(size)) {
      encoding->size_unknown++;
      continue;
    }
    least = isnan(least) ? size : MIN(least, size);
    most = isnan(most) ? size : MAX(most, size);
    if (size > 0)
      least_above = isnan(least_above) ? size : MIN(least_above, size);
  }
  encoding->least_size = least < 0 || isnan(least_above) ? least : least_above;
  encoding->most_size = most;
}

static gboolean set_size(RefnetEncoding *encoding, const RefnetNetwork *network,
                         const RefnetMeasures *measures, const RefnetMapOptions *options,
                         GError **error) {
  const char *by = options->size_by ? options->size_by : "degree";
  if (is_none(by))
    return TRUE;
  g_autoptr(RefnetFacet) facet = refnet_facet_new(network, measures, by, REFNET_FACET_FIGURES,
                                                  "size-by", options->show_people, error);
  if (!facet)
    return FALSE;
  encoding->size_title = g_steal_pointer(&facet->title);
  encoding->size_is_degree = g_str_equal(encoding->size_title, "relationships");
  encoding->size = g_steal_pointer(&facet->figure);
  find_extremes(encoding, network->vertices);
  return TRUE;
}

RefnetEncoding *refnet_encoding_new(const RefnetNetwork *network, const RefnetMeasures *measures,
                                    const RefnetRisks *risks, const guint8 *leaves,
                                    const RefnetStory *story, const RefnetMapOptions *options,
                                    GError **error) {
  g_autoptr(RefnetEncoding) encoding = g_new0(RefnetEncoding, 1);
  if (options->color_by && (risks || (story && story->color))) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "--color-by does not go with this kind of map, where color says %s",
                risks ? "which contacts are listed" : story->color->title);
    return NULL;
  }
  if (!story || !story->color)
    encoding->own_color = risks ? refnet_palette_by_contacts(risks, leaves)
                                : color_by(network, measures, options, error);
  encoding->color = encoding->own_color ? encoding->own_color : story ? story->color : NULL;
  if (!encoding->color || !set_form(encoding, network, measures, options, error) ||
      !set_size(encoding, network, measures, options, error))
    return NULL;
  return g_steal_pointer(&encoding);
}

void refnet_encoding_free(RefnetEncoding *encoding) {
  if (!encoding)
    return;
  refnet_palette_free(encoding->own_color);
  refnet_palette_free(encoding->form);
  g_free(encoding->size_title);
  g_free(encoding->size);
  g_free(encoding);
}

RefnetGroup refnet_encoding_look(const RefnetEncoding *encoding, guint32 v) {
  RefnetGroup look = encoding->color->groups[encoding->color->group_of[v]];
  if (encoding->form)
    look.form = encoding->form->groups[encoding->form->group_of[v]].form;
  look.dashed |= encoding->size && isnan(encoding->size[v]);
  return look;
}

double refnet_encoding_share(const RefnetEncoding *encoding, double figure) {
  double low = MIN(encoding->least_size, 0), high = encoding->most_size;
  if (encoding->size_is_degree)
    high = MAX(high, LEAST_OF_LARGEST);
  if (isnan(figure) || !(high > low))
    return 0;
  return CLAMP((figure - low) / (high - low), 0, 1);
}
