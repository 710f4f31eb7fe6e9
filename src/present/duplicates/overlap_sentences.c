/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/duplicates/overlap_sentences.h"

#include <math.h>

#include "present/wording/words.h"

/* ---- what is shared -------------------------------------------------------------------------- */

/* Distinct services or areas of the shared cells, in their order; "" when none is known. */
static char *distinct_names(const RefnetDataset *dataset, const RefnetServiceOverlap *overlap,
                            gboolean of_services) {
  g_autofree guint32 *items = g_new(guint32, overlap->shared_count + 1);
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  RefnetIndexList distinct = {items, 0};
  for (guint32 i = 0; i < overlap->shared_count; i++) {
    const RefnetCell *cell = &overlap->shared[i];
    guint32 item = of_services ? cell->service : cell->area;
    if (item != REFNET_NONE && g_hash_table_add(seen, GUINT_TO_POINTER(item + 1)))
      items[distinct.length++] = item;
  }
  return of_services ? refnet_words_values(&dataset->services, distinct, 3)
                     : refnet_words_areas(dataset, distinct, 3);
}

static void append_populations(GString *reason, const RefnetDataset *dataset,
                               RefnetIndexList populations) {
  g_autofree char *names = refnet_words_values(&dataset->populations, populations, 3);
  if (*names)
    g_string_append_printf(reason, " for %s", names);
}

static void append_shared(GString *reason, const RefnetDataset *dataset,
                          const RefnetServiceOverlap *overlap) {
  g_autofree char *services = distinct_names(dataset, overlap, TRUE);
  g_autofree char *areas = distinct_names(dataset, overlap, FALSE);
  g_string_append(reason, services);
  append_populations(reason, dataset, overlap->populations);
  if (*areas)
    g_string_append_printf(reason, " in %s.", areas);
  else
    g_string_append(reason, "; where is not listed.");
}

/* ---- whether it is needed -------------------------------------------------------------------- */

static void append_verdict(GString *reason, const RefnetSharedSupply *together, const char *all,
                           const char *people) {
  if (together->verdict == REFNET_OVERLAP_POSSIBLE) {
    g_string_append(reason, isnan(together->demand)
                                ? " Without demand figures we can't say whether that is overlap or "
                                  "needed choice."
                                : " Not all of what they can take or whom they serve is listed, so "
                                  "we can't say whether that is overlap or needed choice.");
    return;
  }
  g_autofree char *supply = refnet_words_people_a_year(together->supply, "", people);
  g_autofree char *demand = refnet_words_people(together->demand);
  gboolean enough = together->verdict == REFNET_OVERLAP_DUPLICATION;
  g_string_append_printf(reason, " What is listed there has room for %s, and %s need%s it: %s.",
                         supply, demand, together->demand < 1.5 ? "s" : "",
                         enough ? "together they have room for everybody" : all);
}

/* ---- two ------------------------------------------------------------------------------------- */

gboolean refnet_overlap_knows_ties(const RefnetDescription *description) {
  return description->network->ties > 0;
}

static void append_introduction(GString *step, const RefnetDescription *description,
                                const RefnetServiceOverlap *overlap) {
  const RefnetDataset *dataset = description->dataset;
  g_autofree char *names = refnet_words_organizations(dataset, overlap->go_betweens, 2);
  guint32 count = overlap->go_betweens.length;
  if (overlap->shared_people > 0)
    g_string_append(step, "Somebody listed at both could bring them together");
  else if (count > 0)
    g_string_append_printf(step, "%s %s both; ask whether %s would introduce them", names,
                           count == 1 ? "works with" : "work with",
                           count == 1 ? "it" : "one of them");
  else if (refnet_overlap_knows_ties(description))
    g_string_append(step, "Nobody in our data works with both; invite them to one meeting");
  else
    g_string_append(step, "Ask whether they meet; if not, invite them to one meeting");
  g_string_append(step, ", so that they can agree who serves whom.");
}

char *refnet_overlap_next_step(const RefnetDescription *description,
                               const RefnetServiceOverlap *overlap) {
  if (overlap->connected)
    return g_strdup(overlap->together.verdict == REFNET_OVERLAP_REDUNDANCY
                        ? "Meeting regularly, they could agree who serves whom and send people on "
                          "when one is full."
                        : "Meeting regularly, they could agree who serves whom.");
  GString *step = g_string_new(NULL);
  append_introduction(step, description, overlap);
  return refnet_words_capital(g_string_free(step, FALSE));
}

static void append_relation(GString *reason, const RefnetDescription *description,
                            const RefnetServiceOverlap *overlap) {
  if (overlap->connected)
    g_string_append(reason, " They already work together: referrals between them are recorded");
  else if (refnet_overlap_knows_ties(description))
    g_string_append(reason, " No referrals between them are recorded");
  else
    g_string_append(reason, " We have no referrals, so we can't say whether they are in touch");
  if (overlap->shared_people > 0) {
    g_autofree char *people = refnet_words_count(overlap->shared_people, "person is", "people are");
    g_string_append_printf(reason, ", %s %s listed at both", overlap->connected ? "and" : "but",
                           people);
  } else if (!overlap->connected && overlap->one_community == REFNET_TRI_YES) {
    g_string_append(reason, ", but both belong to one group of close partners");
  }
  g_string_append(reason, ". ");
}

char *refnet_overlap_reason(const RefnetDescription *description,
                            const RefnetServiceOverlap *overlap) {
  const RefnetDataset *dataset = description->dataset;
  const RefnetOrganization *a = &dataset->organizations[overlap->organizations[0]];
  const RefnetOrganization *b = &dataset->organizations[overlap->organizations[1]];
  g_autofree char *step = refnet_overlap_next_step(description, overlap);
  GString *reason = g_string_new(NULL);
  g_string_printf(reason, "%s and %s both list ", refnet_organization_label(a),
                  refnet_organization_label(b));
  append_shared(reason, dataset, overlap);
  append_verdict(reason, &overlap->together, "both are needed",
                 refnet_description_people(description));
  append_relation(reason, description, overlap);
  g_string_append(reason, step);
  return g_string_free(reason, FALSE);
}

/* ---- three and more -------------------------------------------------------------------------- */

char *refnet_overlap_group_next_step(const RefnetServiceGroup *group) {
  enum { MOST_AT_A_TABLE = 15 };
  if (group->organizations.length > MOST_AT_A_TABLE)
    return g_strdup("They are many for one meeting: start with those who serve the same people.");
  if (group->in_touch == 0)
    return g_strdup("A first meeting of all would let them agree who serves whom.");
  return g_strdup(group->in_touch < group->organizations.length
                      ? "Meeting regularly, all together, would let them agree who serves whom."
                      : "Meeting regularly, they could agree who serves whom.");
}

static void append_touch(GString *reason, const RefnetDescription *description,
                         const RefnetServiceGroup *group) {
  g_autofree char *all = refnet_words_number(group->organizations.length);
  g_autofree char *in_touch = refnet_words_number(group->in_touch);
  if (!refnet_overlap_knows_ties(description))
    g_string_append(reason, " We have no referrals, so we can't say who is in touch. ");
  else if (group->in_touch == 0)
    g_string_append(reason, " No relationships among them are recorded. ");
  else if (group->in_touch < group->organizations.length)
    g_string_append_printf(reason, " Of the %s, %s are in touch with another of them. ", all,
                           in_touch);
  else
    g_string_append_printf(reason, " Each of the %s is in touch with another of them. ", all);
}

char *refnet_overlap_group_reason(const RefnetDescription *description,
                                  const RefnetServiceGroup *group) {
  const RefnetDataset *dataset = description->dataset;
  g_autofree char *names = refnet_words_organizations(dataset, group->organizations, 5);
  g_autofree char *areas = refnet_words_areas(dataset, group->areas, 3);
  g_autofree char *step = refnet_overlap_group_next_step(group);
  GString *reason = g_string_new(NULL);
  g_string_printf(reason, "%s all list %s", names, dataset->services.names[group->service]);
  append_populations(reason, dataset, group->populations);
  g_string_append_printf(reason, " in %s.", areas);
  if (!group->for_anybody && group->populations.length == 0)
    g_string_append(reason, " No group of people is listed by all of them.");
  else
    append_verdict(reason, &group->together, "all are needed",
                   refnet_description_people(description));
  append_touch(reason, description, group);
  g_string_append(reason, step);
  return g_string_free(reason, FALSE);
}
