/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a person's leaving means by name, against taking the person's ties out and looking. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <refnet/analysis.h>

#include "analysis/risks/holders.h"
#include "analysis/risks/turnover.h"
#include "unit/analysis/network_support.h"
#include "unit/support.h"

enum { AS_OF = 20000, MOST = 16, ROUNDS = 300 };

static const RefnetRiskOptions defaults = {.turnover = 0.3, .seed = 1, .as_of = AS_OF};

/* Sparse, so that it falls apart easily; some people have several places. */
static SupportNetwork *made(guint64 seed) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  guint32 organizations = 2 + (guint32)refnet_random_below(&random, MOST - 1), person = 0;
  SupportNetwork *support = support_network_new(organizations);
  for (guint32 o = 0; o < organizations; o++) {
    guint64 contacts = refnet_random_below(&random, 3);
    for (guint64 i = 0; i < contacts; i++) {
      gboolean is_known = person > 0 && refnet_random_below(&random, 3) == 0;
      guint32 who = is_known ? (guint32)refnet_random_below(&random, person) : person++;
      guint32 contact = support_add_contact(support, o, who);
      if (refnet_random_below(&random, 8) == 0)
        support_contact(support, contact)->left = AS_OF - 10;
    }
  }
  support_add_random_arcs(support, &random, organizations + organizations / 3, FALSE);
  support_build(support, FALSE);
  return support;
}

/* Is the tie to be used today, and would it be without the person? */
static gboolean is_usable(const RefnetHolders *holders, guint64 tie, guint32 without) {
  if (refnet_holders_state(holders, tie) == REFNET_TIE_LOST)
    return FALSE;
  for (guint64 end = 2 * tie; end < 2 * tie + 2; end++)
    if (holders->start[end + 1] - holders->start[end] == 1 &&
        holders->person[holders->start[end]] == without)
      return FALSE;
  return TRUE;
}

static void label_parts(const RefnetHolders *holders, guint32 without, guint32 *label) {
  const RefnetNetwork *network = holders->network;
  g_autofree guint8 *lost = g_new0(guint8, network->ties + 1);
  for (guint64 t = 0; t < network->ties; t++)
    lost[t] = !is_usable(holders, t, without);
  support_label_parts(network, lost, label);
}

/* Of its component before, the vertex is not in the largest part after, or that is not alone. */
static gboolean is_cut_off(const guint32 *before, const guint32 *after, guint32 length,
                           guint32 vertex) {
  guint32 largest = 0, parts_of_that_size = 0, parts = 0;
  for (guint32 v = 0; v < length; v++) {
    if (before[v] != before[vertex] || after[v] != v)
      continue;
    guint32 size = support_count_label(after, length, v);
    parts++;
    parts_of_that_size = size > largest ? 1 : parts_of_that_size + (size == largest);
    largest = MAX(largest, size);
  }
  return parts > 1 &&
         (parts_of_that_size > 1 || support_count_label(after, length, after[vertex]) < largest);
}

static void compare_person(const RefnetHolders *holders, const RefnetPersonRisk *person,
                           guint32 *cut_offs) {
  const RefnetNetwork *network = holders->network;
  guint32 before[MOST + 1], after[MOST + 1], found = 0, lost = 0;
  label_parts(holders, REFNET_NONE, before);
  label_parts(holders, person->person, after);
  for (guint64 t = 0; t < network->ties; t++) {
    if (!is_usable(holders, t, REFNET_NONE) || is_usable(holders, t, person->person))
      continue;
    assert_true(lost < person->ties_left_without_contact);
    assert_int_equal(person->ties[lost++], t);
  }
  assert_int_equal(lost, person->ties_left_without_contact);
  for (guint32 v = 0; v < network->vertices; v++) {
    if (!is_cut_off(before, after, network->vertices, v))
      continue;
    assert_true(found < person->cut_off.length);
    assert_int_equal(person->cut_off.items[found++], v);
  }
  assert_int_equal(found, person->cut_off.length);
  assert_int_equal(found, person->cut_off_count);
  *cut_offs += found > 0;
}

static void ties_and_organizations(void **state) {
  (void)state;
  guint32 cut_offs = 0;
  for (guint64 seed = 0; seed < ROUNDS; seed++) {
    g_autoptr(SupportNetwork) support = made(seed);
    g_autoptr(RefnetRisks) risks = refnet_risks_new(support->network, &defaults, NULL);
    guint32 unread;
    g_autofree double *turnover =
        refnet_turnover_new(support->network->dataset, &defaults, &unread, NULL);
    g_autoptr(RefnetHolders) holders = refnet_holders_new(support->network, turnover, AS_OF, NULL);
    for (guint32 i = 0; i < risks->people_count; i++)
      compare_person(holders, &risks->people[i], &cut_offs);
  }
  assert_true(cut_offs > ROUNDS);
}

/* ---- services -------------------------------------------------------------------------------- */

enum { PLACES = 9, AREAS = 2, SERVICES = 3 };

/* Nine rows; of each the first that stands for the same organization: with its name, phone and
 * address. */
typedef struct {
  RefnetDataset *dataset;
  guint32 same[PLACES];
} Directory;

static void directory_clear(Directory *directory) {
  refnet_dataset_free(directory->dataset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Directory, directory_clear)

static void append_row(GString *organizations, RefnetRandom *random, guint32 o, guint32 same) {
  static const char *const names[] = {"Acorn", "Birch",  "Cedar", "Dogwood", "Elm",
                                      "Fir",   "Ginkgo", "Hazel", "Ivy"};
  g_string_append_printf(organizations, "%s House,%u%u%u 555 01%u%u,%u%u %s Street,o%u,s%u",
                         names[same], same, same, same, same, same, same + 1, same, names[same], o,
                         (guint)refnet_random_below(random, SERVICES));
  if (refnet_random_below(random, 4) == 0)
    g_string_append_printf(organizations, ";s%u", (guint)refnet_random_below(random, SERVICES));
  g_string_append_printf(organizations, ",a%u%s\n", (guint)refnet_random_below(random, AREAS),
                         refnet_random_below(random, 9) ? "," : ",closed");
}

static Directory made_services(RefnetRandom *random, guint64 one_twin_in) {
  Directory directory;
  g_autoptr(GString) organizations = g_string_new("name,phone,address,id,services,areas,status\n");
  g_autoptr(GString) contacts = g_string_new("organization,name,left\n");
  g_autoptr(GString) referrals = g_string_new("from,to\n");
  for (guint32 o = 0; o < PLACES; o++) {
    gboolean is_twin = o > 0 && one_twin_in > 0 && refnet_random_below(random, one_twin_in) == 0;
    directory.same[o] = is_twin ? directory.same[refnet_random_below(random, o)] : o;
    append_row(organizations, random, o, directory.same[o]);
    for (guint64 i = refnet_random_below(random, 3); i > 0; i--)
      g_string_append_printf(contacts, "o%u,Person %u %u,%s\n", o, o, (guint)i,
                             refnet_random_below(random, 8) ? "" : "2000-01-01");
  }
  for (guint32 i = 0; i < 14; i++)
    g_string_append_printf(referrals, "o%u,o%u\n", (guint)refnet_random_below(random, PLACES),
                           (guint)refnet_random_below(random, PLACES));
  GError *error = NULL;
  directory.dataset = support_load(&error, "organizations.csv", organizations->str, "contacts.csv",
                                   contacts->str, "referrals.csv", referrals->str, NULL);
  assert_null(error);
  return directory;
}

/* Does any open row of the organization serve the area? */
static gboolean serves(const Directory *directory, guint32 same, guint32 area) {
  for (guint32 o = 0; o < PLACES; o++) {
    const RefnetOrganization *organization = &directory->dataset->organizations[o];
    if (directory->same[o] == same && !organization->closed &&
        refnet_list_has(organization->areas, area))
      return TRUE;
  }
  return FALSE;
}

static gboolean offers(const Directory *directory, guint32 same, guint32 service, guint32 area) {
  for (guint32 o = 0; o < PLACES; o++) {
    const RefnetOrganization *organization = &directory->dataset->organizations[o];
    if (directory->same[o] == same && !organization->closed &&
        refnet_list_has(organization->services, service) &&
        refnet_list_has(organization->areas, area))
      return TRUE;
  }
  return FALSE;
}

/* From any open row of the one to any of the other, by a tie to be used without that person. */
static gboolean leads(const Directory *directory, const RefnetHolders *holders, guint32 from_same,
                      guint32 to_same, guint32 without) {
  const RefnetNetwork *network = holders->network;
  for (guint32 from = 0; from < PLACES; from++)
    for (guint32 to = 0; to < PLACES; to++) {
      gboolean refers = refnet_network_find_arc(network, from, to) != G_MAXUINT64;
      gboolean is_referred_to = refnet_network_find_arc(network, to, from) != G_MAXUINT64;
      if (directory->same[from] == from_same && directory->same[to] == to_same && from != to &&
          !network->dataset->organizations[from].closed &&
          !network->dataset->organizations[to].closed &&
          (refers || (network->undirected && is_referred_to)) &&
          is_usable(holders, refnet_network_find_tie(network, from, to), without))
        return TRUE;
    }
  return FALSE;
}

static gboolean has_route(const Directory *directory, const RefnetHolders *holders, guint32 service,
                          guint32 area, guint32 without) {
  for (guint32 from = 0; from < PLACES; from++) {
    if (!serves(directory, from, area) || offers(directory, from, service, area))
      continue;
    for (guint32 to = 0; to < PLACES; to++) {
      if (!offers(directory, to, service, area))
        continue;
      if (leads(directory, holders, from, to, without))
        return TRUE;
      for (guint32 by = 0; by < PLACES; by++)
        if (leads(directory, holders, from, by, without) &&
            leads(directory, holders, by, to, without))
          return TRUE;
    }
  }
  return FALSE;
}

static guint32 compare_services(const Directory *directory, const RefnetHolders *holders,
                                const RefnetPersonRisk *person) {
  const RefnetDataset *dataset = directory->dataset;
  guint32 found = 0;
  for (guint32 a = 0; a < dataset->area_count; a++)
    for (guint32 s = 0; s < dataset->services.length; s++) {
      if (!has_route(directory, holders, s, a, REFNET_NONE) ||
          has_route(directory, holders, s, a, person->person))
        continue;
      assert_true(found < person->unreachable_count);
      assert_int_equal(person->unreachable[found].area, a);
      assert_int_equal(person->unreachable[found].service, s);
      found++;
    }
  assert_int_equal(found, person->unreachable_count);
  return found;
}

static void look_at_services(gboolean undirected, guint64 one_twin_in) {
  RefnetRandom random;
  refnet_random_seed(&random, 4);
  guint32 found = 0;
  for (guint32 round = 0; round < 100; round++) {
    g_auto(Directory) directory = made_services(&random, one_twin_in);
    const RefnetDataset *dataset = directory.dataset;
    g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, undirected, NULL);
    g_autoptr(RefnetRisks) risks = refnet_risks_new(network, &defaults, NULL);
    guint32 unread;
    g_autofree double *turnover = refnet_turnover_new(dataset, &defaults, &unread, NULL);
    g_autoptr(RefnetHolders) holders = refnet_holders_new(network, turnover, AS_OF, NULL);
    for (guint32 i = 0; i < risks->people_count; i++)
      found += compare_services(&directory, holders, &risks->people[i]);
  }
  assert_true(found > 50);
}

static void services(void **state) {
  (void)state;
  look_at_services(FALSE, 0);
}

static void services_where_links_run_both_ways(void **state) {
  (void)state;
  look_at_services(TRUE, 0);
}

static void services_of_organizations_listed_twice(void **state) {
  (void)state;
  look_at_services(FALSE, 4);
  look_at_services(TRUE, 4);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ties_and_organizations),
      cmocka_unit_test(services),
      cmocka_unit_test(services_where_links_run_both_ways),
      cmocka_unit_test(services_of_organizations_listed_twice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
