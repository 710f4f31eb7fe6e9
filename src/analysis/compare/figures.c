/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures of both sides, and those of the network again among the organizations that both have. */
#include "analysis/compare/comparing.h"

#include <math.h>

#include "analysis/memory.h"
#include "analysis/network/summary.h"
#include "analysis/result.h"

enum { MOST_FIGURES = 48, IN_TOUCH_DAYS = 183 };

static void add(RefnetChanges *changes, const char *key, double then, double now) {
  changes->figures[changes->figure_count++] = (RefnetComparedFigure){key, {then, now}, {NAN, NAN}};
}

static double share(double part, double whole) {
  return whole > 0 ? part / whole : NAN;
}

/* ---- the network ----------------------------------------------------------------------------- */

static double referrals_of(const RefnetNetwork *network) {
  double sum = 0;
  for (guint64 a = 0; a < network->arcs; a++)
    sum += (double)network->arc_count[a];
  return sum;
}

/* Of one summary, in the order of network_keys. */
static guint network_values(const RefnetSummary *summary, double *values) {
  const RefnetNetwork *network = summary->network;
  gboolean is_full = summary->communities > 0;
  const double all[] = {
      summary->organizations,
      (double)summary->arcs,
      (double)summary->ties,
      (double)(summary->arcs - summary->ties),
      referrals_of(network),
      summary->isolates,
      summary->components,
      share(summary->largest_component, summary->organizations),
      summary->density,
      summary->tie_density,
      summary->reciprocity,
      summary->dyad_reciprocity,
      share(2 * (double)summary->ties, summary->organizations),
      summary->transitivity,
      summary->degree_centralization,
      summary->average_distance,
      is_full ? (double)summary->communities : NAN,
      summary->modularity,
      summary->ei_index,
  };
  for (guint i = 0; i < G_N_ELEMENTS(all); i++)
    values[i] = all[i];
  return G_N_ELEMENTS(all);
}

static const char *const network_keys[] = {"organizations",
                                           "arcs",
                                           "ties",
                                           "two_way_ties",
                                           "referrals",
                                           "isolates",
                                           "components",
                                           "largest_component_share",
                                           "density",
                                           "tie_density",
                                           "reciprocity",
                                           "dyad_reciprocity",
                                           "ties_per_organization",
                                           "transitivity",
                                           "degree_centralization",
                                           "average_distance",
                                           "communities",
                                           "modularity",
                                           "ei_index"};

/* Distances and communities only where they don't take long. */
static gboolean is_small(const RefnetChanges *changes) {
  return MAX(changes->networks[REFNET_THEN]->vertices, changes->networks[REFNET_NOW]->vertices) <=
         REFNET_EXACT_VERTICES;
}

static RefnetSummary *summarize(const RefnetComparing *comparing, const RefnetNetwork *network,
                                gboolean is_full, GError **error) {
  return is_full ? refnet_summary_new(network, comparing->options->seed, error)
                 : refnet_summary_new_brief(network, error);
}

/* The network of a side among the organizations that are in both views. Of a scenario without
 * distances: ways that led over who closes must count before. */
static RefnetSummary *summarize_shared(RefnetComparing *comparing, guint side, RefnetNetwork **part,
                                       GError **error) {
  const RefnetChanges *changes = &comparing->changes;
  const RefnetDataset *dataset = refnet_comparing_dataset(comparing, side);
  g_autofree guint8 *kept = REFNET_TRY_ARRAY(guint8, dataset->organization_count, error);
  for (guint32 c = 0; kept && c < changes->organization_count; c++) {
    const RefnetComparedOrganization *compared = &changes->organizations[c];
    if (compared->vertex[REFNET_THEN] != REFNET_NONE && compared->vertex[REFNET_NOW] != REFNET_NONE)
      kept[compared->organization[side]] = TRUE;
  }
  *part = kept ? refnet_network_part(changes->networks[side], kept, error) : NULL;
  gboolean is_full = is_small(changes) && !changes->is_scenario;
  return *part ? summarize(comparing, *part, is_full, error) : NULL;
}

static gboolean add_shared(RefnetComparing *comparing, guint side, gsize first, GError **error) {
  g_autoptr(RefnetNetwork) part = NULL;
  g_autoptr(RefnetSummary) summary = summarize_shared(comparing, side, &part, error);
  double values[G_N_ELEMENTS(network_keys)];
  if (!summary)
    return FALSE;
  guint count = network_values(summary, values);
  for (guint i = 0; i < count; i++)
    comparing->changes.figures[first + i].shared[side] = values[i];
  return TRUE;
}

static gboolean add_network(RefnetComparing *comparing, GError **error) {
  RefnetChanges *changes = &comparing->changes;
  double values[REFNET_SIDES][G_N_ELEMENTS(network_keys)];
  gsize first = changes->figure_count;
  for (guint side = 0; side < REFNET_SIDES; side++) {
    changes->summaries[side] =
        summarize(comparing, changes->networks[side], is_small(changes), error);
    if (!changes->summaries[side])
      return FALSE;
    network_values(changes->summaries[side], values[side]);
  }
  for (guint i = 0; i < G_N_ELEMENTS(network_keys); i++)
    add(changes, network_keys[i], values[REFNET_THEN][i], values[REFNET_NOW][i]);
  return add_shared(comparing, REFNET_THEN, first, error) &&
         add_shared(comparing, REFNET_NOW, first, error);
}

/* ---- people ---------------------------------------------------------------------------------- */

typedef struct {
  double contacts, single, without, dated, in_touch;
} Contacts;

static Contacts count_contacts(const RefnetRisks *risks, RefnetDate as_of) {
  const RefnetNetwork *network = risks->network;
  const RefnetDataset *dataset = network->dataset;
  Contacts counts = {0};
  for (guint32 i = 0; i < risks->organization_count; i++) {
    const RefnetOrganizationRisk *risk = &risks->organizations[i];
    counts.contacts += risk->contacts;
    counts.single += risk->contacts == 1;
    counts.without += risk->contacts == 0;
  }
  for (guint32 c = 0; c < dataset->contact_count; c++) {
    const RefnetContact *contact = &dataset->contacts[c];
    if (network->vertex[contact->organization] == REFNET_NONE ||
        refnet_contact_has_left(contact, as_of) || contact->last_contact == REFNET_DATE_UNKNOWN)
      continue;
    counts.dated++;
    counts.in_touch += as_of - contact->last_contact <= IN_TOUCH_DAYS;
  }
  return counts;
}

static double ties_on_one(const RefnetRisks *risks) {
  guint64 count = 0;
  for (gsize i = 0; i < risks->tie_count; i++)
    count += !isnan(risks->ties[i].probability) && !risks->ties[i].already_lost &&
             MIN(risks->ties[i].contacts_from, risks->ties[i].contacts_to) == 1;
  return (double)count;
}

static void add_people(RefnetChanges *changes) {
  const RefnetRisks *then = changes->risk_searches[REFNET_THEN];
  const RefnetRisks *now = changes->risk_searches[REFNET_NOW];
  Contacts old = count_contacts(then, changes->as_of[REFNET_THEN]);
  Contacts new = count_contacts(now, changes->as_of[REFNET_NOW]);
  add(changes, "contacts", old.contacts, new.contacts);
  add(changes, "contacts_per_organization", share(old.contacts, then->organization_count),
      share(new.contacts, now->organization_count));
  add(changes, "single_contact_organizations", old.single, new.single);
  add(changes, "organizations_without_contact", old.without, new.without);
  add(changes, "ties_on_one_person", ties_on_one(then), ties_on_one(now));
  add(changes, "ties_without_contact", (double)then->ties_already_lost,
      (double)now->ties_already_lost);
  add(changes, "expected_ties_lost", then->expected_ties_lost, now->expected_ties_lost);
  add(changes, "expected_share_lost", share(then->expected_ties_lost, (double)then->ties_assessed),
      share(now->expected_ties_lost, (double)now->ties_assessed));
  add(changes, "truck_factor", then->truck_factor_known ? (double)then->truck_factor : NAN,
      now->truck_factor_known ? (double)now->truck_factor : NAN);
  add(changes, "articulation_organizations", then->articulation.length, now->articulation.length);
  add(changes, "contacts_in_touch", share(old.in_touch, old.dated), share(new.in_touch, new.dated));
}

/* ---- the rest -------------------------------------------------------------------------------- */

static double count_gaps(const RefnetGaps *gaps, guint status) {
  gsize count = 0;
  for (gsize i = 0; i < gaps->cell_count; i++)
    count += gaps->cells[i].status == (RefnetGapStatus)status;
  return (double)count;
}

/* A cell counts once. */
static double unmet(const RefnetGaps *gaps) {
  double sum = NAN;
  for (gsize a = 0; a < gaps->area_total_count; a++)
    if (!isnan(gaps->areas[a].unmet))
      sum = (isnan(sum) ? 0 : sum) + gaps->areas[a].unmet;
  return sum;
}

static void add_gaps(RefnetChanges *changes) {
  static const char *const keys[REFNET_GAP_STATUSES] = {"gaps_absent",      "gaps_fragile",
                                                        "gaps_population",  "gaps_strained",
                                                        "gaps_unreachable", "gaps_failing"};
  const RefnetGaps *then = changes->gap_searches[REFNET_THEN];
  const RefnetGaps *now = changes->gap_searches[REFNET_NOW];
  for (guint status = 0; status < REFNET_GAP_STATUSES; status++)
    add(changes, keys[status], count_gaps(then, status), count_gaps(now, status));
  add(changes, "unmet", unmet(then), unmet(now));
}

static gboolean add_check_ins(RefnetComparing *comparing, GError **error) {
  enum { CADENCE_MONTHS = 3, RENEWAL_DAYS = 90 };
  RefnetChanges *changes = &comparing->changes;
  double due[REFNET_SIDES];
  for (guint side = 0; side < REFNET_SIDES; side++) {
    const RefnetCheckInOptions options = {
        .as_of = changes->as_of[side], .cadence = CADENCE_MONTHS, .renewal_days = RENEWAL_DAYS};
    changes->check_ins[side] = refnet_check_ins_new(changes->networks[side], &options, error);
    if (!changes->check_ins[side])
      return FALSE;
    due[side] = (double)changes->check_ins[side]->kind_counts[REFNET_DUE_CHECK_IN];
  }
  add(changes, "check_ins_due", due[REFNET_THEN], due[REFNET_NOW]);
  return TRUE;
}

gboolean refnet_compare_figures(RefnetComparing *comparing, GError **error) {
  RefnetChanges *changes = &comparing->changes;
  if (!(changes->figures = REFNET_TRY_ARRAY(RefnetComparedFigure, MOST_FIGURES, error)) ||
      !add_network(comparing, error))
    return FALSE;
  add_people(changes);
  add_gaps(changes);
  return add_check_ins(comparing, error);
}
