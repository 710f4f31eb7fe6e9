/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures for the whole network: definitions, undefined cases, published networks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <refnet/analysis.h>

#include "unit/analysis/shared_networks.h"

static void assert_near(double actual, double expected, double tolerance) {
  if (isnan(expected) ? !isnan(actual) : !(fabs(actual - expected) <= tolerance))
    fail_msg("%.15g is not %.15g", actual, expected);
}

/* Arcs A→B, A→C, B→C, B→D, C→B, E→C: density 0.3 (Luke 2015). */
static void a_textbook_network(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(5);
  const guint32 arcs[][2] = {{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 1}, {4, 2}};
  for (gsize i = 0; i < G_N_ELEMENTS(arcs); i++)
    support_add_arc(support, arcs[i][0], arcs[i][1]);
  support_add_arc(support, 0, 1); /* a second row of the same arc */
  support_add_arc(support, 2, 2); /* a self-referral */
  g_autoptr(RefnetSummary) summary = refnet_summary_new(support_build(support, FALSE), 1, NULL);
  assert_int_equal(summary->organizations, 5);
  assert_int_equal(summary->arcs, 6);
  assert_int_equal(summary->ties, 5);
  assert_int_equal(summary->components, 1);
  assert_int_equal(summary->largest_component, 5);
  assert_near(summary->density, 0.3, 1e-15);
  assert_near(summary->tie_density, 0.5, 1e-15);
  assert_near(summary->reciprocity, 2.0 / 6, 1e-15);
  /* Degrees 2 3 3 1 1; one triangle, seven paths of two ties. */
  assert_near(summary->transitivity, 3.0 / 7, 1e-15);
  assert_near(summary->degree_centralization, 5.0 / 12, 1e-15);
  assert_near(summary->average_distance, 16.0 / 10, 1e-15);
  assert_near(summary->dyad_reciprocity, 1.0 / 5, 1e-15);
  /* 1 at A, 1/3 at B and C; D and E have one tie. */
  assert_near(summary->average_clustering, (1 + 1.0 / 3 + 1.0 / 3) / 3, 1e-15);
  /* Betweenness 0 3 2 0 0: through B from A (and E and C) to D, through C from E to B and D. */
  assert_near(summary->betweenness_centralization, (5 * 3 - 5) / 12.0 / 4, 1e-15);
  assert_near(summary->diameter, 3, 0);
}

static void components_and_isolates(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(7);
  support_add_arc(support, 0, 1);
  support_add_arc(support, 2, 3);
  support_add_arc(support, 3, 4);
  g_autoptr(RefnetSummary) summary = refnet_summary_new(support_build(support, FALSE), 1, NULL);
  assert_int_equal(summary->isolates, 2);
  assert_int_equal(summary->components, 4);
  assert_int_equal(summary->largest_component, 3);
  assert_int_equal(summary->communities, 4);
  /* Pairs 01, 23, 34 at 1, 24 at 2. */
  assert_near(summary->average_distance, 5.0 / 4, 1e-15);
  assert_near(summary->diameter, 2, 0);
}

/* A star: one core of all, the hub tied to nobody of its own degree. A star of two-way arcs is the
 * most central network there is. */
static void a_star(void **state) {
  (void)state;
  for (guint undirected = 0; undirected < 2; undirected++) {
    g_autoptr(SupportNetwork) support = support_network_new(7);
    for (guint32 v = 1; v < 6; v++) {
      support_add_arc(support, 0, v);
      support_add_arc(support, v, 0);
    }
    g_autoptr(RefnetSummary) summary =
        refnet_summary_new(support_build(support, undirected), 1, NULL);
    assert_near(summary->degree_assortativity, -1, 1e-15);
    assert_near(summary->dyad_reciprocity, 1, 0);
    assert_near(summary->average_clustering, 0, 0);
    /* 20 of the 30 ordered pairs of others, with the isolate among them. */
    assert_near(summary->betweenness_centralization, (7 * 20 - 20) / 30.0 / 6, 1e-15);
    assert_int_equal(summary->core_count, 2);
    assert_int_equal(summary->cores[0].core, 1);
    assert_int_equal(summary->cores[0].organizations, 6);
    assert_int_equal(summary->cores[1].core, 0);
    assert_int_equal(summary->cores[1].organizations, 1);
    assert_int_equal(summary->cores[1].within, 7);
    assert_int_equal(summary->component_size_count, 2);
    assert_int_equal(summary->component_sizes[0].organizations, 6);
    assert_int_equal(summary->component_sizes[1].components, 1);
  }
}

static void sectors_mix(void **state) {
  static const char *const names[] = {"food", "health"};
  static const guint32 sectors[] = {1, 0, REFNET_NONE, 0};
  const guint32 rows[][3] = {{0, 1, 2}, {1, 0, 3}, {1, 3, 1}, {3, 1, 4}, {0, 2, 1}, {2, 0, 5}};
  (void)state;
  for (guint undirected = 0; undirected < 2; undirected++) {
    g_autoptr(SupportNetwork) support = support_network_new(4);
    support->dataset.sectors = (RefnetVocabulary){names, 2};
    for (guint32 v = 0; v < 4; v++)
      support_organization(support, v)->sector = sectors[v];
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
      support_add_row(support, rows[i][0], rows[i][1], rows[i][2], REFNET_NONE, REFNET_NONE);
    g_autoptr(RefnetSummary) summary =
        refnet_summary_new(support_build(support, undirected), 1, NULL);
    GString *mixing = g_string_new(NULL);
    for (gsize i = 0; i < summary->mixing_count; i++) {
      const RefnetSectorMixing *cell = &summary->mixing[i];
      g_string_append_printf(mixing, "%d>%d %d/%d ", (int)cell->from, (int)cell->to,
                             (int)cell->arcs, (int)cell->referrals);
    }
    assert_string_equal(mixing->str, undirected ? "0>0 1/5 0>1 1/5 1>-1 1/6 "
                                                : "0>0 2/5 0>1 1/3 1>0 1/2 1>-1 1/1 -1>1 1/5 ");
    g_string_free(mixing, TRUE);
  }
}

static void nothing_to_divide_by(void **state) {
  (void)state;
  for (guint32 n = 0; n < 4; n++) {
    g_autoptr(SupportNetwork) support = support_network_new(n);
    g_autoptr(RefnetSummary) summary = refnet_summary_new(support_build(support, FALSE), 1, NULL);
    assert_non_null(summary);
    assert_near(summary->density, n < 2 ? NAN : 0, 0);
    assert_near(summary->tie_density, n < 2 ? NAN : 0, 0);
    assert_near(summary->degree_centralization, n < 3 ? NAN : 0, 0);
    assert_near(summary->reciprocity, NAN, 0);
    assert_near(summary->transitivity, NAN, 0);
    assert_near(summary->average_distance, NAN, 0);
    assert_near(summary->diameter, NAN, 0);
    assert_near(summary->modularity, NAN, 0);
    assert_near(summary->ei_index, NAN, 0);
    assert_near(summary->ei_expected, NAN, 0);
    assert_int_equal(summary->isolates, n);
    assert_int_equal(summary->components, n);
    assert_int_equal(summary->largest_component, MIN(n, 1));
    assert_int_equal(summary->communities, n);
    assert_int_equal(summary->sector_count, MIN(n, 1));
  }
}

static void sectors(void **state) {
  (void)state;
  const char *const names[] = {"food", "health", "housing", "legal"};
  const guint32 sector[] = {2, 2, 1, 1, 1, REFNET_NONE, REFNET_NONE, REFNET_NONE, REFNET_NONE, 0};
  g_autoptr(SupportNetwork) support = support_network_new(G_N_ELEMENTS(sector));
  for (guint32 o = 0; o < G_N_ELEMENTS(sector); o++)
    support_organization(support, o)->sector = sector[o];
  support->dataset.sectors = (RefnetVocabulary){names, G_N_ELEMENTS(names)};
  support_add_arc(support, 0, 1);
  support_add_arc(support, 0, 2);
  support_add_arc(support, 2, 0);
  support_add_arc(support, 3, 9);
  support_add_arc(support, 5, 0);
  support_add_arc(support, 5, 6);
  g_autoptr(RefnetSummary) summary = refnet_summary_new(support_build(support, FALSE), 1, NULL);
  const guint32 order[] = {1, 2, 0, REFNET_NONE}, sizes[] = {3, 2, 1, 4};
  assert_int_equal(summary->sector_count, 4);
  for (guint32 i = 0; i < 4; i++) {
    assert_int_equal(summary->sectors[i].sector, order[i]);
    assert_int_equal(summary->sectors[i].organizations, sizes[i]);
  }
  /* 0–1 within, 0–2 and 3–9 across, the rest not known. */
  assert_near(summary->ei_index, 1.0 / 3, 1e-15);
  assert_near(summary->ei_expected, 1 - 2 * (6 + 2 + 0) / 30.0, 1e-15);
}

/* ---- published networks ---------------------------------------------------------------------- */

static void published_networks(void **state) {
  (void)state;
  if (!shared_networks_available())
    skip();
  GPtrArray *reference = shared_cells("ref_network_level.csv");
  for (guint32 row = 1; row < reference->len; row++) {
    char **cells = g_ptr_array_index(reference, row);
    gboolean directed = strcmp(cells[shared_column(reference, "directed")], "TRUE") == 0;
    g_autoptr(SupportNetwork) support =
        shared_network(cells[0], (guint32)shared_figure(reference, row, "nodes"));
    g_autoptr(RefnetSummary) summary =
        refnet_summary_new(support_build(support, !directed), 1, NULL);
    double density = directed ? summary->density : summary->tie_density;
    assert_near(density, shared_figure(reference, row, "density"), 1e-12);
    assert_near(summary->isolates, shared_figure(reference, row, "isolates"), 0);
    assert_near(summary->components, shared_figure(reference, row, "weak_components"), 0);
    assert_near(summary->largest_component, shared_figure(reference, row, "largest_component"), 0);
    assert_near(summary->transitivity, shared_figure(reference, row, "transitivity_global_igraph"),
                1e-12);
    assert_near(summary->diameter, shared_figure(reference, row, "diameter_undirected"), 0);
    assert_near(summary->average_distance, shared_figure(reference, row, "avg_path_undirected"),
                1e-12);
    assert_near(summary->betweenness_centralization,
                shared_figure(reference, row, "centralization_betweenness"), 1e-12);
    if (directed)
      assert_near(summary->reciprocity, shared_figure(reference, row, "reciprocity_edgewise"),
                  1e-12);
    else
      assert_near(summary->degree_centralization,
                  shared_figure(reference, row, "centralization_degree"), 1e-12);
    /* Best of 20 runs: at least what one run of Leiden or Louvain found. */
    double modularity = shared_figure(reference, row, "leiden_or_louvain_modularity");
    if (!directed)
      assert_true(summary->modularity >= modularity - 1e-9);
  }
  g_ptr_array_unref(reference);
}

/* Density .312369; with collab > 2 and isolates dropped .1533688 (Luke 2015). */
static void leaders_of_dhhs(void **state) {
  (void)state;
  if (!shared_networks_available())
    skip();
  GPtrArray *cells = shared_cells("DHHS_edges.csv");
  g_autoptr(SupportNetwork) support = support_network_new(54);
  gboolean tied[54] = {FALSE};
  guint32 left = 0;
  for (guint32 row = 1; row < cells->len; row++) {
    guint32 from = (guint32)shared_figure(cells, row, "from_id") - 1;
    guint32 to = (guint32)shared_figure(cells, row, "to_id") - 1;
    if (shared_figure(cells, row, "collab") <= 2)
      continue;
    support_add_arc(support, from, to);
    tied[from] = tied[to] = TRUE;
  }
  for (guint32 v = 0; v < 54; v++)
    left += tied[v];
  g_autoptr(RefnetSummary) summary = refnet_summary_new(support_build(support, TRUE), 1, NULL);
  assert_int_equal(summary->isolates, 54 - left);
  assert_near(2.0 * (double)summary->ties / (left * (left - 1.0)), 0.1533688, 5e-8);
  g_ptr_array_unref(cells);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_textbook_network),
      cmocka_unit_test(components_and_isolates),
      cmocka_unit_test(nothing_to_divide_by),
      cmocka_unit_test(sectors),
      cmocka_unit_test(a_star),
      cmocka_unit_test(sectors_mix),
      cmocka_unit_test(published_networks),
      cmocka_unit_test(leaders_of_dhhs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
