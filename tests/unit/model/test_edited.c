/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Datasets made of others by steps, beside the same written by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "unit/support.h"

static const RefnetDate DAY = 20000;

typedef struct {
  RefnetDataset *source, *edited;
  guint8 *out;
} Edited;

static void edited_clear(Edited *edited) {
  refnet_dataset_free(edited->edited);
  refnet_dataset_free(edited->source);
  g_free(edited->out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Edited, edited_clear)

static RefnetDataset *load(void) {
  return support_load(NULL, "organizations.csv",
                      "id,name,services,areas,capacity\na,Ash,food;legal aid,north;south,10\n"
                      "b,Birch,food,north,5\nc,Cedar,,south,\n",
                      "referrals.csv",
                      "from,to,count,date,from_contact,to_contact\na,b,3,2024-01-01,Ana,Bea\n"
                      "b,c,2,2024-02-01,Bea,\nc,a,1,,Cy,Ana\nb,b,4,,,\n",
                      "contacts.csv", "organization,name\na,Ana\na,Abe\nb,Bea\nc,Cy\n", "areas.csv",
                      "area,name,within\nnorth,North,county\nsouth,South,county\n", NULL);
}

static gboolean play(Edited *edited, const RefnetEdit *edits, gsize count, GError **error) {
  edited->source = edited->source ? edited->source : load();
  assert_non_null(edited->source);
  edited->edited = refnet_dataset_edited(edited->source, edits, count, DAY, &edited->out, error);
  return edited->edited != NULL;
}

enum { A, B, C };

static RefnetEdit step(RefnetEditKind kind, guint32 organization, guint32 other) {
  return (RefnetEdit){.kind = kind,
                      .organization = organization,
                      .other = other,
                      .person = REFNET_NONE,
                      .service = REFNET_NONE,
                      .area = REFNET_NONE};
}

static void assert_refused(const RefnetEdit *edits, gsize count, const char *part) {
  g_auto(Edited) edited = {0};
  g_autoptr(GError) error = NULL;
  assert_false(play(&edited, edits, count, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  if (!strstr(error->message, part))
    fail_msg("\"%s\" is not in \"%s\"", part, error->message);
}

/* "a>b 3;b>c 2": arcs of what is left. */
static char *arcs_of(const Edited *edited) {
  g_autofree guint8 *kept = g_new0(guint8, edited->edited->organization_count + 1);
  for (guint32 o = 0; o < edited->edited->organization_count; o++)
    kept[o] = !edited->out[o];
  g_autoptr(RefnetNetwork) whole = refnet_network_new(edited->edited, NULL, FALSE, NULL);
  g_autoptr(RefnetNetwork) part = refnet_network_part(whole, kept, NULL);
  GString *text = g_string_new(NULL);
  for (guint64 i = 0; i < part->arcs; i++)
    g_string_append_printf(
        text, "%s%s>%s %u", i ? ";" : "", refnet_network_organization(part, part->arc_from[i])->id,
        refnet_network_organization(part, part->arc_to[i])->id, (guint)part->arc_count[i]);
  return g_string_free(text, FALSE);
}

static void assert_arcs(const Edited *edited, const char *expected) {
  g_autofree char *arcs = arcs_of(edited);
  assert_string_equal(arcs, expected);
}

static void test_no_step_changes_nothing(void **state) {
  (void)state;
  g_auto(Edited) edited = {0};
  assert_true(play(&edited, NULL, 0, NULL));
  assert_arcs(&edited, "a>b 3;b>c 2;c>a 1");
  assert_int_equal(edited.edited->contact_count, edited.source->contact_count);
  for (guint32 c = 0; c < edited.source->contact_count; c++)
    assert_string_equal(edited.edited->contacts[c].name, edited.source->contacts[c].name);
  assert_int_equal(edited.edited->offer_count, edited.source->offer_count);
  assert_int_equal(refnet_dataset_find(edited.edited, "Birch", NULL), B);
}

static void test_who_closes_is_out(void **state) {
  (void)state;
  g_auto(Edited) edited = {0};
  const RefnetEdit close = step(REFNET_EDIT_CLOSE, B, REFNET_NONE);
  assert_true(play(&edited, &close, 1, NULL));
  assert_arcs(&edited, "c>a 1");
  assert_true(edited.edited->organizations[B].closed);
  assert_false(edited.source->organizations[B].closed);
  const RefnetEdit twice[] = {close, close}, late[] = {close, step(REFNET_EDIT_ADD_TIE, A, B)};
  assert_refused(twice, 2, "Birch is gone after an earlier step");
  assert_refused(late, 2, "Birch is gone");
}

static void test_merging_joins_all(void **state) {
  (void)state;
  g_auto(Edited) edited = {0};
  const RefnetEdit merge = step(REFNET_EDIT_MERGE, A, B);
  assert_true(play(&edited, &merge, 1, NULL));
  assert_arcs(&edited, "a>c 2;c>a 1");
  const RefnetDataset *dataset = edited.edited;
  assert_int_equal(dataset->contact_start[B] - dataset->contact_start[A], 3);
  assert_int_equal(dataset->offer_start[B] - dataset->offer_start[A], 3);
  assert_int_equal(dataset->offer_start[C] - dataset->offer_start[B], 0);
  assert_true(dataset->organizations[A].details->capacity == 15);
  /* Referrals name the same people in their new places. */
  for (gsize row = 0; row < dataset->referrals.rows; row++) {
    guint32 now = dataset->referrals.from_contact[row];
    guint32 then = edited.source->referrals.from_contact[row];
    assert_int_equal(now == REFNET_NONE, then == REFNET_NONE);
    if (now != REFNET_NONE)
      assert_string_equal(dataset->contacts[now].name, edited.source->contacts[then].name);
  }
  const RefnetEdit same = step(REFNET_EDIT_MERGE, A, A);
  assert_refused(&same, 1, "named twice");
}

static void test_relationships(void **state) {
  (void)state;
  g_auto(Edited) edited = {0};
  const RefnetEdit steps[] = {step(REFNET_EDIT_ADD_TIE, A, C), step(REFNET_EDIT_DROP_TIE, C, B)};
  assert_true(play(&edited, steps, 2, NULL));
  assert_arcs(&edited, "a>b 3;a>c 1;c>a 1");
  const RefnetEdit known = step(REFNET_EDIT_ADD_TIE, A, B);
  assert_refused(&known, 1, "refers to Birch already");
  const RefnetEdit twice[] = {steps[1], steps[1]};
  assert_refused(twice, 2, "no referrals between Cedar and Birch");
}

static void test_services(void **state) {
  (void)state;
  g_auto(Edited) edited = {.source = load()};
  guint32 food = refnet_vocabulary_find(&edited.source->services, "food");
  guint32 north = refnet_dataset_find_area(edited.source, "North");
  guint32 county = refnet_dataset_find_area(edited.source, "county");
  RefnetEdit stop = step(REFNET_EDIT_STOP_OFFERING, A, REFNET_NONE);
  RefnetEdit offer = step(REFNET_EDIT_OFFER, C, REFNET_NONE);
  stop.service = offer.service = food;
  stop.area = north;
  offer.area = county;
  const RefnetEdit steps[] = {stop, offer};
  assert_true(play(&edited, steps, 2, NULL));
  const RefnetDataset *dataset = edited.edited;
  const RefnetOffer *of_a = &dataset->offers[dataset->offer_start[A]];
  const RefnetOffer *of_c = &dataset->offers[dataset->offer_start[C]];
  assert_int_equal(of_a->areas.length, 1);
  assert_false(refnet_list_has(of_a->areas, north));
  assert_int_equal(of_c->service, food);
  assert_int_equal(of_c->areas.length, 2);
  assert_int_equal(dataset->organizations[C].areas.length, 2);
  assert_int_equal(edited.source->organizations[C].areas.length, 1);
  const RefnetEdit twice[] = {stop, stop}, again[] = {offer, offer};
  assert_refused(twice, 2, "is not listed as offering food there");
  assert_refused(again, 2, "offering food there already");
}

static void test_no_services_left(void **state) {
  (void)state;
  g_auto(Edited) edited = {.source = load()};
  RefnetEdit stop = step(REFNET_EDIT_STOP_OFFERING, B, REFNET_NONE);
  RefnetEdit offer = step(REFNET_EDIT_OFFER, C, REFNET_NONE), stop_new = stop;
  stop.service = offer.service = stop_new.service =
      refnet_vocabulary_find(&edited.source->services, "food");
  stop_new.organization = C;
  const RefnetEdit steps[] = {stop, offer, stop_new};
  assert_false(refnet_dataset_services_known(edited.source, C));
  assert_true(play(&edited, steps, 3, NULL));
  assert_int_equal(edited.edited->offer_start[C], edited.edited->offer_start[B]);
  assert_true(refnet_dataset_services_known(edited.edited, B));
  assert_false(refnet_dataset_services_known(edited.edited, C));
}

static void test_people(void **state) {
  (void)state;
  g_auto(Edited) edited = {.source = load()};
  RefnetEdit leave = step(REFNET_EDIT_LEAVE, REFNET_NONE, REFNET_NONE);
  leave.person = edited.source->contacts[edited.source->contact_start[B]].person;
  const RefnetEdit steps[] = {leave, step(REFNET_EDIT_ADD_CONTACT, B, REFNET_NONE)};
  assert_true(play(&edited, steps, 2, NULL));
  const RefnetDataset *dataset = edited.edited;
  const RefnetContact *first = &dataset->contacts[dataset->contact_start[B]];
  assert_int_equal(dataset->contact_start[C] - dataset->contact_start[B], 2);
  assert_int_equal(first[0].left, DAY);
  assert_int_equal(first[1].left, REFNET_DATE_UNKNOWN);
  assert_int_equal(dataset->person_count, edited.source->person_count + 1);
  /* Whoever is listed at Birch holds its relationships now. */
  for (gsize row = 0; row < dataset->referrals.rows; row++)
    if (dataset->referrals.to[row] == B)
      assert_int_equal(dataset->referrals.to_contact[row], REFNET_NONE);
  const RefnetEdit twice[] = {leave, leave};
  assert_refused(twice, 2, "has left already");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_no_step_changes_nothing),
      cmocka_unit_test(test_who_closes_is_out),
      cmocka_unit_test(test_merging_joins_all),
      cmocka_unit_test(test_relationships),
      cmocka_unit_test(test_services),
      cmocka_unit_test(test_no_services_left),
      cmocka_unit_test(test_people),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
