/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What follows from three organizations that all have ties with each other: how many such triangles
 * each is in, and Burt's constraint. Each triangle is met once, from the end with the fewest ties
 * (Latapy 2008): around organizations with thousands of ties igraph 0.10 takes many times as long.
 */
#include <math.h>

#include "analysis/memory.h"
#include "analysis/network/algorithms.h"

/* ---- each triangle once ---------------------------------------------------------------------- */

/* Ties of v that lead to an end with more ties: start[v] … start[v + 1] − 1. */
typedef struct {
  guint64 *start;
  guint32 *ahead, *tie; /* where they lead, and which they are */
  guint32 *mark;        /* by vertex: 1 + the tie from the vertex at hand, or 0 */
} Leads;

static void leads_clear(Leads *leads) {
  g_free(leads->start);
  g_free(leads->ahead);
  g_free(leads->tie);
  g_free(leads->mark);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Leads, leads_clear)

/* From the end with fewer ties to the one with more: then nobody has many. */
static gboolean leads_on(const RefnetNetwork *network, guint32 from, guint32 to) {
  const guint32 a = refnet_network_degree(network, from), b = refnet_network_degree(network, to);
  return a != b ? a < b : from < to;
}

static gboolean leads_init(Leads *leads, const RefnetNetwork *network, GError **error) {
  const guint32 n = network->vertices;
  if (!(leads->start = REFNET_TRY_ARRAY(guint64, (guint64)n + 1, error)) ||
      !(leads->ahead = REFNET_TRY_ARRAY(guint32, network->ties, error)) ||
      !(leads->tie = REFNET_TRY_ARRAY(guint32, network->ties, error)) ||
      !(leads->mark = REFNET_TRY_ARRAY(guint32, n, error)))
    return FALSE;
  guint64 length = 0;
  for (guint32 v = 0; v < n; v++) {
    leads->start[v] = length;
    for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++)
      if (leads_on(network, v, network->neighbor[i])) {
        leads->ahead[length] = network->neighbor[i];
        leads->tie[length++] = network->tie_of[i];
      }
  }
  leads->start[n] = length;
  return TRUE;
}

/* Corner i is opposite of tie i. */
typedef struct {
  guint32 corner[3], tie[3];
} Triangle;

typedef void (*TriangleFunc)(const Triangle *triangle, gpointer data);

static void visit_triangles_of(const Leads *leads, guint32 a, TriangleFunc visit, gpointer data) {
  const guint64 begin = leads->start[a], end = leads->start[a + 1];
  for (guint64 i = begin; i < end; i++)
    leads->mark[leads->ahead[i]] = leads->tie[i] + 1;
  for (guint64 i = begin; i < end; i++) {
    const guint32 b = leads->ahead[i];
    for (guint64 k = leads->start[b]; k < leads->start[b + 1]; k++) {
      const guint32 c = leads->ahead[k];
      if (leads->mark[c] > 0)
        visit(&(Triangle){{a, b, c}, {leads->tie[k], leads->mark[c] - 1, leads->tie[i]}}, data);
    }
  }
  for (guint64 i = begin; i < end; i++)
    leads->mark[leads->ahead[i]] = 0;
}

static gboolean visit_triangles(const RefnetNetwork *network, TriangleFunc visit, gpointer data,
                                GError **error) {
  g_auto(Leads) leads = {0};
  if (!leads_init(&leads, network, error))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++)
    visit_triangles_of(&leads, v, visit, data);
  return TRUE;
}

/* ---- how many -------------------------------------------------------------------------------- */

static void count_triangle(const Triangle *triangle, gpointer data) {
  guint64 *triangles = data;
  for (guint i = 0; i < 3; i++)
    triangles[triangle->corner[i]]++;
}

gboolean refnet_algorithm_triangles(const RefnetNetwork *network, guint64 *triangles,
                                    GError **error) {
  for (guint32 v = 0; v < network->vertices; v++)
    triangles[v] = 0;
  return visit_triangles(network, count_triangle, triangles, error);
}

/* ---- constraint ------------------------------------------------------------------------------ */

/* With w_ij the weight of a tie and W_i those of i's added up, p_ij = w_ij / W_i, and
 * p_ij + Σ_q p_iq p_qj = (w_ij + Σ_q w_iq w_qj / W_q) / W_i, whose sum is the same for i and for j.
 */
typedef struct {
  double *weight; /* by tie; NULL: all 1 */
  double *around; /* by tie: Σ_q w_iq w_qj / W_q over those with ties to both ends */
  double *total;  /* by vertex: W */
} Strengths;

static void strengths_clear(Strengths *strengths) {
  g_free(strengths->weight);
  g_free(strengths->around);
  g_free(strengths->total);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Strengths, strengths_clear)

static double weight_of(const Strengths *strengths, guint64 tie) {
  return strengths->weight ? strengths->weight[tie] : 1;
}

static gboolean strengths_init(Strengths *strengths, const RefnetNetwork *network,
                               gboolean weighted, GError **error) {
  strengths->around = REFNET_TRY_ARRAY(double, network->ties, error);
  strengths->total = strengths->around ? REFNET_TRY_ARRAY(double, network->vertices, error) : NULL;
  if (weighted && strengths->total)
    strengths->weight = REFNET_TRY_ARRAY(double, network->ties, error);
  if (!strengths->total || (weighted && !strengths->weight))
    return FALSE;
  for (guint64 a = 0; weighted && a < network->arcs; a++)
    strengths->weight[refnet_network_find_tie(network, network->arc_from[a], network->arc_to[a])] +=
        (double)network->arc_count[a];
  for (guint64 t = 0; t < network->ties; t++) {
    strengths->total[network->tie_a[t]] += weight_of(strengths, t);
    strengths->total[network->tie_b[t]] += weight_of(strengths, t);
  }
  return TRUE;
}

static void lead_around(const Triangle *triangle, gpointer data) {
  const Strengths *strengths = data;
  for (guint i = 0; i < 3; i++)
    strengths->around[triangle->tie[i]] += weight_of(strengths, triangle->tie[(i + 1) % 3]) *
                                           weight_of(strengths, triangle->tie[(i + 2) % 3]) /
                                           strengths->total[triangle->corner[i]];
}

gboolean refnet_algorithm_constraint(const RefnetNetwork *network, gboolean weighted,
                                     double *constraint, GError **error) {
  g_auto(Strengths) strengths = {0};
  if (!strengths_init(&strengths, network, weighted, error) ||
      !visit_triangles(network, lead_around, &strengths, error))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++)
    constraint[v] = refnet_network_degree(network, v) > 0 ? 0 : NAN;
  for (guint64 t = 0; t < network->ties; t++) {
    const guint32 ends[] = {network->tie_a[t], network->tie_b[t]};
    for (guint i = 0; i < 2; i++) {
      const double share =
          (weight_of(&strengths, t) + strengths.around[t]) / strengths.total[ends[i]];
      constraint[ends[i]] += share * share;
    }
  }
  return TRUE;
}
