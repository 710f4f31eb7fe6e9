/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What changed since an older dataset: what makes the two hard to compare, what works, what to look
 * at. */
#include "present/compare/change_words.h"
#include "report/whole/sections.h"

static void say_sentences(const RefnetReport *report, const RefnetDescription *description) {
  const RefnetReportFormatWriter *format = report->format;
  const GPtrArray *sentences = description->introduction;
  format->findings_begin(report->state, REFNET_FINDINGS_BULLETS);
  for (guint i = 0; i < sentences->len; i++)
    refnet_report_say_finding(report, NULL, g_strdup(g_ptr_array_index(sentences, i)), NULL);
  format->findings_end(report->state);
}

/* ---- what a meeting reads of the lists ------------------------------------------------------- */

/* A service that went from one finding to another has a row in both lists of findings. It is told
 * once: among those that no longer hold where more offer it now, else among the new ones. */
typedef struct {
  const RefnetGapMove *moves;
  GHashTable *told; /* the findings that have a row; borrowed */
} Findings;

static gboolean is_in_both(const Findings *findings, const RefnetGapMove *move) {
  return move->other && g_hash_table_contains(findings->told, move->other);
}

static gboolean is_told(gconstpointer data, guint32 row) {
  const Findings *findings = data;
  const RefnetGapMove *move = &findings->moves[row];
  gboolean is_eased = move->providers[REFNET_NOW] > move->providers[REFNET_THEN];
  return is_eased == (move->side == REFNET_THEN) || !is_in_both(findings, move);
}

static void tell_findings_once(RefnetDescription *description, const RefnetChanges *changes) {
  g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);
  const Findings findings = {changes->gaps, told};
  for (gsize i = 0; i < changes->gap_count; i++)
    g_hash_table_add(told, (gpointer)changes->gaps[i].gap);
  refnet_description_keep_rows(description, "gaps.closed", is_told, &findings);
  refnet_description_keep_rows(description, "gaps.opened", is_told, &findings);
}

/* Those that need network analysis to be understood stay in refnet compare. */
static gboolean is_plain_figure(gconstpointer data, guint32 row) {
  static const char *const technical[] = {"arcs",
                                          "components",
                                          "largest_component_share",
                                          "density",
                                          "tie_density",
                                          "reciprocity",
                                          "transitivity",
                                          "degree_centralization",
                                          "average_distance",
                                          "communities",
                                          "modularity",
                                          "ei_index",
                                          "contacts_per_organization",
                                          "expected_share_lost",
                                          NULL};
  return !g_strv_contains(technical, ((const RefnetChanges *)data)->figures[row].key);
}

static RefnetDescription *describe(const RefnetReportResults *results) {
  const RefnetChanges *changes = results->changes;
  RefnetDescription *description = refnet_describe_compare(changes, &results->options->wording);
  tell_findings_once(description, changes);
  refnet_description_keep_rows(description, "measures", is_plain_figure, changes);
  return description;
}

gboolean refnet_report_changes(const RefnetReport *report, GError **error) {
  static const struct {
    const char *key, *heading; /* NULL: that of the list */
  } lists[] = {{"organizations.added", NULL},
               {"organizations.removed", NULL},
               {"organizations.renamed", NULL},
               {"ties.two_way", NULL},
               {"ties.added", NULL},
               {"ties.removed", NULL},
               {"ties.unknown", NULL},
               {"ties.one_way", NULL},
               {"ties.stronger", NULL},
               {"ties.weaker", NULL},
               {"gaps.closed", NULL},
               {"gaps.opened", "New findings about services"},
               {"risks.down", NULL},
               {"risks.up", NULL},
               {"people.moved", NULL},
               {"people.left", NULL},
               {"people.new", NULL}};
  (void)error;
  if (!report->results.changes) {
    refnet_report_say_lead(report, g_strdup("There is no older dataset to compare with; give last "
                                            "year's with --compare-with."));
    return TRUE;
  }
  g_autoptr(RefnetDescription) description = describe(&report->results);
  say_sentences(report, description);
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
    refnet_report_say_list(report, description,
                           &(RefnetReportList){.key = lists[i].key,
                                               .heading = lists[i].heading,
                                               .style = REFNET_FINDINGS_BULLETS,
                                               .most = REFNET_REPORT_FEW,
                                               .by_sentence = TRUE});
  refnet_report_say_table(report, description, &(RefnetReportList){.key = "measures"});
  return TRUE;
}
