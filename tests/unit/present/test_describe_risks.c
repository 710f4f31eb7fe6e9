/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What rests on one name or one organisation, in sentences that hold for none, one and many. */
#include "unit/present/described.h"

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
  RefnetRisks *risks;
  char *json, *page;
} Made;

static Made make(const char *organizations, const char *referrals, const char *contacts,
                 gboolean show_people) {
  RefnetRiskOptions options = {.turnover = .3, .seed = 1, .draws = 200, .as_of = described_as_of()};
  RefnetWording wording = described_wording(show_people);
  Made made;
  made.dataset = support_load(NULL, "organizations.csv", organizations, "referrals.csv", referrals,
                              "contacts.csv", contacts, NULL);
  assert_non_null(made.dataset);
  made.network = described_network(made.dataset);
  made.risks = refnet_risks_new(made.network, &options, NULL);
  g_autoptr(RefnetDescription) description = refnet_describe_risks(made.risks, &wording);
  made.json = described_json(description, made.network);
  g_free(described_as(description, made.network, (RefnetWriteOptions){.width = 60}));
  made.page = described_as(description, made.network,
                           (RefnetWriteOptions){.format = REFNET_FORMAT_MARKDOWN});
  return made;
}

static void unmake(Made *made) {
  g_free(made->json);
  g_free(made->page);
  refnet_risks_free(made->risks);
  refnet_network_free(made->network);
  refnet_dataset_free(made->dataset);
}

static void test_no_ties(void **state) {
  Made made = make("id,name\na,A\n", "from,to\n", "organization,name\n", FALSE);
  (void)state;
  assert_says(made.page, "No relationships are recorded, so there is nothing to assess.");
  assert_says(made.page, "No relationships are recorded that people could hold.");
  assert_does_not_say(made.page, "reaches the others soonest");
  assert_says(made.json, "\"expected_ties_lost\": null");
  assert_says(made.json, "\"truck_factor\": null");
  assert_says(made.json, "\"articulation_organizations\": []");
  unmake(&made);
}

/* A hub with one person and many partners gains most from a second and a third. */
static void test_introductions_at_one_place(void **state) {
  Made made = make("id,name\nhub,Hub\na,A\nb,B\nc,C\n", "from,to\nhub,a\nhub,b\nhub,c\n",
                   "organization,name\nhub,Ana Ruiz\na,A1 B\na,A2 C\na,A3 D\nb,B1 E\nb,B2 F\n"
                   "b,B3 G\nc,C1 H\nc,C2 I\nc,C3 J\n",
                   FALSE);
  (void)state;
  assert_says(made.page, "Three introductions, of three more contacts at Hub, would bring");
  unmake(&made);
}

/* Lists too long to give, and walks too long to take, are told apart from nobody. */
static void test_cut_off_beyond_the_limit(void **state) {
  Made made = make("id,name\na,A\nb,B\nc,C\n", "from,to\na,b\nb,c\n",
                   "organization,name\na,Ana Ruiz\nb,Bo Lind\nc,Cy Moor\n", FALSE);
  RefnetWording wording = described_wording(FALSE);
  (void)state;
  assert_says(made.json, "\"cut_off\": [\"a\", \"c\"]");
  made.risks->people[0].cut_off = made.risks->people[1].cut_off = (RefnetIndexList){NULL, 0};
  made.risks->people[0].cut_off_count = REFNET_NONE;
  made.risks->people[1].cut_off_count = 4;
  g_autoptr(RefnetDescription) description = refnet_describe_risks(made.risks, &wording);
  g_autofree char *json = described_json(description, made.network);
  assert_says(json, "\"cut_off\": null");
  assert_says(json, "was not worked out: the network is too large");
  assert_says(json, "Four organisations would have no route through listed contacts");
  unmake(&made);
}

static void test_no_contacts(void **state) {
  Made made = make("id,name\na,A\nb,B\n", "from,to\na,b\n", "organization,name\n", FALSE);
  (void)state;
  assert_says(made.page, "No relationship has a listed contact at both ends");
  assert_says(made.json, "Our list names nobody at A, so its one relationship could not be "
                         "assessed. Ask whom to call there.");
  /* Nobody listed is something unknown; resting on one organisation is a finding. */
  assert_does_not_say(made.page, "names nobody at C");
  assert_says(made.json, "A is reached through one organisation only, B.");
  assert_says(made.json, "No contact is listed at A and B, so this relationship could not be "
                         "assessed.");
  unmake(&made);
}

/* A – B – C, and D with E: one relationship, one contact, and two. */
static void test_one_and_many(void **state) {
  Made made = make("id,name\na,A\nb,B\nc,C\nd,D\n", "from,to\na,b\nb,c\nc,a\nc,d\n",
                   "organization,name\na,Ana Ruiz\nb,Bo Lind\nb,Cy Moor\nc,Di Nash\nd,Ed Park\n"
                   "d,Fay Roe\n",
                   FALSE);
  (void)state;
  assert_says(made.json,
              "D has no recorded route to the rest of the network except through C. That "
              "shows its importance, not a fault. Our list names one person at C; others "
              "may exist. Three relationships rest on that name. Ask who else to "
              "include.");
  assert_says(made.json, "Our list names one person at A; others may exist. Two relationships rest "
                         "on that name.");
  assert_says(made.json, "D is reached through one organisation only, C.");
  assert_says(made.json, "\"articulation_organizations\": [\"c\"]");
  assert_says(made.json, "\"bridges\": [\n    {\"from\": \"c\", \"to\": \"d\"}\n  ]");
  assert_says(made.json,
              "If contact 1 of 1 at C left without a handover, three relationships would "
              "have no listed contact at C. Introducing a colleague now would help.");
  assert_says(made.json, "If contact 1 of 2 at D left, a colleague is listed for the one "
                         "relationship held.");
  assert_says(made.json, "If contact 1 of 2 at B left, colleagues are listed for each of the two "
                         "relationships held.");
  assert_says(made.json,
              "One listed person at A and two listed people at B hold this relationship. "
              "The chance that an end of it has no listed contact in a year is 36 % "
              "(assuming 30 % yearly turnover; not a forecast about any person).");
  assert_says(made.json, "No other route joins the two sides.");
  assert_says(made.json, "\"flags\": [\"single_contact\", \"articulation\"]");
  assert_says(made.page, "Of four relationships assessed");
  assert_says(made.page, "One person holds more than half");
  assert_does_not_say(made.page, "contact 1 of 2 at B");
  unmake(&made);
}

static void test_everybody_left(void **state) {
  Made made =
      make("id,name\na,A\nb,B\nc,C\n", "from,to\na,b\na,c\nb,c\n",
           "organization,name,left\na,Ana Ruiz,2026-01-05\nb,Bo Lind,\nc,Cy Moor,\n", FALSE);
  (void)state;
  assert_says(made.json,
              "The one person our list names at A has left; its two relationships have no "
              "listed contact. Ask who took over.");
  assert_says(made.json,
              "A and B: everybody listed for this relationship at one end has left; it is "
              "already without a contact.");
  assert_says(made.page, "Two relationships are already without a contact");
  unmake(&made);
}

static void test_missing_is_said_first(void **state) {
  Made made = make("id,name\na,A\nb,B\nc,C\n", "from,to\na,b\nb,c\nc,a\n",
                   "organization,name\na,Ana Ruiz\nb,Bo Lind\n", FALSE);
  (void)state;
  assert_says(made.page, "Two relationships have no listed contact at an end and could not be "
                         "assessed. Of one relationship assessed, 0.5 on average can be expected");
  assert_says(made.page, "At 2 of 2 organisations with a listed contact our list names one "
                         "person only");
  unmake(&made);
}

static void test_names_only_when_asked(void **state) {
  const char *const contacts = "organization,name\na,Ana Ruiz\nb,Bo Lind\n";
  Made quiet = make("id,name\na,A\nb,B\n", "from,to\na,b\n", contacts, FALSE);
  Made open = make("id,name\na,A\nb,B\n", "from,to\na,b\n", contacts, TRUE);
  (void)state;
  assert_does_not_say(quiet.json, "Ana");
  assert_does_not_say(quiet.page, "Ana");
  assert_says(quiet.json, "\"contact\": \"contact 1 of 1 at A\"");
  assert_says(open.json, "\"contact\": \"Ana Ruiz at A\"");
  assert_says(open.json, "If Ana Ruiz at A left without a handover, one relationship would have no "
                         "listed contact at A.");
  unmake(&quiet);
  unmake(&open);
}

static void test_people_in_many_places(void **state) {
  GString *organizations = g_string_new("id,name\nhub,Hub\n"),
          *referrals = g_string_new("from,to\n");
  GString *contacts = g_string_new("organization,name\n");
  (void)state;
  for (guint i = 1; i <= 9; i++) {
    g_string_append_printf(organizations, "o%u,Leaf %u\n", i, i);
    g_string_append_printf(referrals, "hub,o%u\n", i);
    g_string_append_printf(contacts, "hub,Person %u\no%u,Leaf person %u\n", i, i, i);
  }
  Made made = make(organizations->str, referrals->str, contacts->str, FALSE);
  assert_says(made.json,
              "Leaf 1, Leaf 2, Leaf 3, Leaf 4 and five others have no recorded route to one "
              "another (groups among them aside) except through Hub.");
  assert_says(made.page, "These five people hold more than half");
  unmake(&made);
  g_string_free(organizations, TRUE);
  g_string_free(referrals, TRUE);
  g_string_free(contacts, TRUE);
}

/* Who works at two places takes relationships along only where there are some. */
static void test_people_lose_nothing_where_they_hold_nothing(void **state) {
  Made made = make("id,name,status\na,Elm,\nb,Bay,closed\nc,Oak,\n", "from,to\na,c\n",
                   "organization,name,email\na,Ana Ruiz,ana@x.org\nb,Ana Ruiz,ana@x.org\n"
                   "c,Cy Moor,\n",
                   TRUE);
  (void)state;
  assert_says(made.page,
              "If Ana Ruiz at Elm left without a handover, one relationship would have no "
              "listed contact at Elm. Introducing a colleague now would help.");
  unmake(&made);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_no_ties),
      cmocka_unit_test(test_introductions_at_one_place),
      cmocka_unit_test(test_cut_off_beyond_the_limit),
      cmocka_unit_test(test_no_contacts),
      cmocka_unit_test(test_one_and_many),
      cmocka_unit_test(test_everybody_left),
      cmocka_unit_test(test_missing_is_said_first),
      cmocka_unit_test(test_names_only_when_asked),
      cmocka_unit_test(test_people_in_many_places),
      cmocka_unit_test(test_people_lose_nothing_where_they_hold_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
