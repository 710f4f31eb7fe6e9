/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Facets of the columns and measures in the table, and of columns refnet has no use for itself. */
#include "draw/signs/facets.h"

#include <math.h>

#include "draw/signs/facet_table.h"
#include "present/network/roles.h"
#include "present/wording/privacy.h"

static gboolean is_figure(const RefnetFacetRow *row) {
  return row->source >= REFNET_FACET_BY_CAPACITY;
}

/* ---- groups ---------------------------------------------------------------------------------- */

/* Takes `names`. */
static RefnetFacet *groups_new(const RefnetNetwork *network, const char *title, GPtrArray *names) {
  RefnetFacet *facet = g_new0(RefnetFacet, 1);
  facet->kind = REFNET_FACET_GROUPS;
  facet->title = g_strdup(title);
  facet->count = names->len;
  g_ptr_array_add(names, NULL);
  facet->names = (char **)g_ptr_array_free(names, FALSE);
  facet->total = g_new0(guint32, (gsize)facet->count + 1);
  facet->group = g_new(guint32, (gsize)network->vertices + 1);
  return facet;
}

static const char *value_name(const RefnetDataset *dataset, const RefnetFacetRow *row,
                              guint32 value) {
  if (row->vocabulary == REFNET_FACET_AREAS)
    return dataset->areas[value].name;
  const RefnetVocabulary *values =
      (const RefnetVocabulary *)(const void *)((const char *)dataset + row->vocabulary);
  return values->names[value];
}

static guint32 value_count(const RefnetDataset *dataset, const RefnetFacetRow *row) {
  if (row->vocabulary == REFNET_FACET_AREAS)
    return dataset->area_count;
  return ((const RefnetVocabulary *)(const void *)((const char *)dataset + row->vocabulary))
      ->length;
}

static RefnetFacet *facet_of_values(const RefnetNetwork *network, const RefnetFacetRow *row) {
  const RefnetDataset *dataset = network->dataset;
  GPtrArray *names = g_ptr_array_new();
  guint32 values = value_count(dataset, row);
  for (guint32 i = 0; i < values; i++)
    g_ptr_array_add(names, g_strdup(value_name(dataset, row, i)));
  g_ptr_array_add(names, g_strdup("Several"));
  RefnetFacet *facet = groups_new(network, row->title, names);
  for (guint32 o = 0; o < dataset->organization_count; o++) {
    guint32 value = row->group(dataset, o);
    if (value != REFNET_NONE)
      facet->total[value == REFNET_FACET_SEVERAL ? values : value]++;
  }
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 value = row->group(dataset, network->organization[v]);
    facet->group[v] = value == REFNET_FACET_SEVERAL ? values : value;
  }
  return facet;
}

/* Of each organization a text, or NULL; spellings with equal folds are one group, called as the
 * first by id. */
static RefnetFacet *facet_of_texts(const RefnetNetwork *network, const char *title,
                                   const char *const *texts) {
  guint32 count = network->dataset->organization_count;
  g_autoptr(GHashTable) numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *names = g_ptr_array_new();
  g_autofree guint32 *group = g_new(guint32, (gsize)count + 1);
  for (guint32 o = 0; o < count; o++) {
    group[o] = REFNET_NONE;
    if (!texts[o] || !*texts[o])
      continue;
    char *fold = refnet_text_fold_value(texts[o]);
    gpointer number;
    if (g_hash_table_lookup_extended(numbers, fold, NULL, &number)) {
      group[o] = GPOINTER_TO_UINT(number);
      g_free(fold);
      continue;
    }
    group[o] = names->len;
    g_hash_table_insert(numbers, fold, GUINT_TO_POINTER(names->len));
    g_ptr_array_add(names, g_strdup(texts[o]));
  }
  RefnetFacet *facet = groups_new(network, title, names);
  for (guint32 o = 0; o < count; o++)
    if (group[o] != REFNET_NONE)
      facet->total[group[o]]++;
  for (guint32 v = 0; v < network->vertices; v++)
    facet->group[v] = group[network->organization[v]];
  return facet;
}

static RefnetFacet *facet_of_communities(const RefnetNetwork *network,
                                         const RefnetMeasures *measures) {
  GPtrArray *names = g_ptr_array_new();
  for (guint32 c = 0; c < measures->communities; c++)
    g_ptr_array_add(names, g_strdup_printf("Community %u", c + 1));
  RefnetFacet *facet = groups_new(network, "community", names);
  facet->is_ordered = TRUE;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 community = measures->vertices[v].community;
    facet->group[v] = community >= 1 && community <= facet->count ? community - 1 : REFNET_NONE;
    if (facet->group[v] != REFNET_NONE)
      facet->total[facet->group[v]]++;
  }
  return facet;
}

static RefnetFacet *facet_of_roles(const RefnetNetwork *network, const RefnetMeasures *measures) {
  GPtrArray *names = g_ptr_array_new();
  for (int role = REFNET_ROLE_NONE; role <= REFNET_ROLE_PERIPHERAL; role++) {
    const char *word = refnet_role_word((RefnetRole)role);
    g_ptr_array_add(names, g_strdup(word ? word : "no special role"));
  }
  RefnetFacet *facet = groups_new(network, "role in the network", names);
  for (guint32 v = 0; v < network->vertices; v++) {
    facet->group[v] = measures->vertices[v].role;
    facet->total[facet->group[v]]++;
  }
  return facet;
}

/* ---- figures --------------------------------------------------------------------------------- */

static RefnetFacet *figures_new(const RefnetNetwork *network, const char *title) {
  RefnetFacet *facet = g_new0(RefnetFacet, 1);
  facet->kind = REFNET_FACET_FIGURES;
  facet->title = g_strdup(title);
  facet->figure = g_new(double, (gsize)network->vertices + 1);
  return facet;
}

static double figure_of(const RefnetNetwork *network, const RefnetMeasures *measures,
                        const RefnetFacetRow *row, guint32 v) {
  if (row->source == REFNET_FACET_BY_CAPACITY)
    return refnet_network_organization(network, v)->details->capacity;
  if (row->source == REFNET_FACET_BY_DEGREE)
    return refnet_network_degree(network, v);
  const RefnetVertexMeasures *measure = &measures->vertices[v];
  if (row->source == REFNET_FACET_BY_MEASURE)
    return row->measure(measure);
  double received = (double)measure->in_strength;
  return network->undirected ? received : received + (double)measure->out_strength;
}

static RefnetFacet *facet_of_figures(const RefnetNetwork *network, const RefnetMeasures *measures,
                                     const RefnetFacetRow *row) {
  RefnetFacet *facet = figures_new(network, row->title);
  for (guint32 v = 0; v < network->vertices; v++)
    facet->figure[v] = figure_of(network, measures, row, v);
  return facet;
}

static gboolean parse_figure(const char *text, double *figure) {
  guint64 count;
  if (refnet_number_parse(text, figure))
    return isfinite(*figure);
  if (!refnet_count_parse(text, &count))
    return FALSE;
  *figure = (double)count;
  return TRUE;
}

/* All cells that are not blank are figures, and there are some. */
static gboolean holds_figures(const RefnetAttribute *attribute, guint32 count) {
  gboolean any = FALSE;
  double figure;
  for (guint32 o = 0; o < count; o++) {
    if (!attribute->values[o])
      continue;
    if (!parse_figure(attribute->values[o], &figure))
      return FALSE;
    any = TRUE;
  }
  return any;
}

static RefnetFacet *facet_of_attribute_figures(const RefnetNetwork *network,
                                               const RefnetAttribute *attribute) {
  RefnetFacet *facet = figures_new(network, attribute->name);
  for (guint32 v = 0; v < network->vertices; v++) {
    const char *text = attribute->values[network->organization[v]];
    if (!text || !parse_figure(text, &facet->figure[v]))
      facet->figure[v] = NAN;
  }
  return facet;
}

/* ---- by name --------------------------------------------------------------------------------- */

static RefnetFacet *facet_of_column(const RefnetNetwork *network, const RefnetFacetRow *row) {
  const RefnetDataset *dataset = network->dataset;
  g_autofree const char **texts = g_new(const char *, (gsize)dataset->organization_count + 1);
  for (guint32 o = 0; o < dataset->organization_count; o++)
    texts[o] = row->text(&dataset->organizations[o]);
  return facet_of_texts(network, row->title, texts);
}

static RefnetFacet *facet_of_known(const RefnetNetwork *network, const RefnetMeasures *measures,
                                   const RefnetFacetRow *row) {
  switch (row->source) {
  case REFNET_FACET_BY_VALUE:
    return facet_of_values(network, row);
  case REFNET_FACET_BY_TEXT:
    return facet_of_column(network, row);
  case REFNET_FACET_BY_COMMUNITY:
    return facet_of_communities(network, measures);
  case REFNET_FACET_BY_ROLE:
    return facet_of_roles(network, measures);
  default:
    return facet_of_figures(network, measures, row);
  }
}

static gboolean needs_measures(const RefnetFacetRow *row) {
  return row->source == REFNET_FACET_BY_COMMUNITY || row->source == REFNET_FACET_BY_ROLE ||
         row->source == REFNET_FACET_BY_COUNT || row->source == REFNET_FACET_BY_MEASURE;
}

static gboolean is_called(const char *name, const char *fold) {
  g_autofree char *own = refnet_text_fold_header(name);
  return g_str_equal(own, fold);
}

static gboolean will_do(const RefnetFacetRow *row, guint kinds) {
  return kinds & (is_figure(row) ? REFNET_FACET_FIGURES : REFNET_FACET_GROUPS);
}

static void consider(const char *candidate, const char *name, guint *least, const char **nearest) {
  guint distance = refnet_text_distance(candidate, name, 3);
  if (distance < *least) {
    *least = distance;
    *nearest = candidate;
  }
}

static void refuse(const RefnetDataset *dataset, const char *name, guint kinds, const char *option,
                   GError **error) {
  g_autoptr(GString) list = g_string_new(NULL);
  const char *nearest = NULL;
  guint least = 3;
  gsize count;
  const RefnetFacetRow *known = refnet_facet_rows(&count);
  for (gsize i = 0; i < count; i++)
    if (will_do(&known[i], kinds)) {
      g_string_append_printf(list, "%s%s", list->len ? ", " : "", known[i].name);
      consider(known[i].name, name, &least, &nearest);
    }
  for (guint32 i = 0; i < dataset->attribute_count; i++)
    if (kinds & REFNET_FACET_GROUPS ||
        holds_figures(&dataset->attributes[i], dataset->organization_count)) {
      g_string_append_printf(list, ", %s", dataset->attributes[i].name);
      consider(dataset->attributes[i].name, name, &least, &nearest);
    }
  g_autofree char *shown = refnet_text_display(name, 60);
  g_autofree char *known_names = refnet_text_display(list->str, 600);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "--%s takes one of none, %s; not \"%s\"%s%s%s", option, known_names, shown,
              nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
}

static RefnetFacet *facet_of_attribute(const RefnetNetwork *network, const char *fold,
                                       guint kinds) {
  const RefnetDataset *dataset = network->dataset;
  for (guint32 i = 0; i < dataset->attribute_count; i++) {
    const RefnetAttribute *attribute = &dataset->attributes[i];
    if (!is_called(attribute->name, fold))
      continue;
    if (kinds & REFNET_FACET_FIGURES && holds_figures(attribute, dataset->organization_count))
      return facet_of_attribute_figures(network, attribute);
    if (kinds & REFNET_FACET_GROUPS)
      return facet_of_texts(network, attribute->name, attribute->values);
  }
  return NULL;
}

static gboolean names_people(const RefnetDataset *dataset, const RefnetFacet *facet) {
  if (refnet_may_name_people(facet->title))
    return TRUE;
  for (guint32 g = 0; g < facet->count; g++)
    if (refnet_is_contact(dataset, facet->names[g]))
      return TRUE;
  return FALSE;
}

RefnetFacet *refnet_facet_new(const RefnetNetwork *network, const RefnetMeasures *measures,
                              const char *name, guint kinds, const char *option,
                              gboolean show_people, GError **error) {
  g_autofree char *valid = g_utf8_make_valid(name, -1);
  g_autofree char *fold = refnet_text_fold_header(valid);
  gsize count;
  const RefnetFacetRow *known = refnet_facet_rows(&count);
  for (gsize i = 0; i < count; i++) {
    if (!is_called(known[i].name, fold) || !will_do(&known[i], kinds))
      continue;
    if (measures || !needs_measures(&known[i]))
      return facet_of_known(network, measures, &known[i]);
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "--%s %s is a measure of the referral network, which this kind of map does not "
                "show",
                option, known[i].name);
    return NULL;
  }
  g_autoptr(RefnetFacet) facet = facet_of_attribute(network, fold, kinds);
  if (!facet) {
    refuse(network->dataset, valid, kinds, option, error);
    return NULL;
  }
  if (facet->kind == REFNET_FACET_GROUPS && !show_people && names_people(network->dataset, facet)) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "--%s %s may name people; give --show-people if they may be seen", option, valid);
    return NULL;
  }
  return g_steal_pointer(&facet);
}

void refnet_facet_free(RefnetFacet *facet) {
  if (!facet)
    return;
  g_strfreev(facet->names);
  g_free(facet->title);
  g_free(facet->total);
  g_free(facet->group);
  g_free(facet->figure);
  g_free(facet);
}
