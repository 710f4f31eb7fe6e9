/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which questions ask an organization about itself, and the choices in a cell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exchange/questions/choices.h"
#include "exchange/questions/self_question.h"
#include "model/columns/fields.h"

static void assert_asks(const char *question, guint field) {
  const guint found = refnet_question_asks_for_field(question);
  if (found != field)
    print_error("\"%s\" was read as field %u, not %u\n", question, found, field);
  assert_int_equal(found, field);
}

static void of_itself(void **state) {
  (void)state;
  assert_asks("Which services do you provide?", REFNET_ORGANIZATION_SERVICES);
  assert_asks("What programs does your organization offer", REFNET_ORGANIZATION_SERVICES);
  assert_asks("Which services do you offer to the Black community?", REFNET_ORGANIZATION_SERVICES);
  assert_asks("Programs you offer, in your preferred order", REFNET_ORGANIZATION_SERVICES);
  assert_asks("Which towns do you serve?", REFNET_ORGANIZATION_AREAS);
  assert_asks("Which counties do you provide services in?", REFNET_ORGANIZATION_AREAS);
  assert_asks("Who do you serve?", REFNET_ORGANIZATION_POPULATIONS);
  assert_asks("Which populations do you work with?", REFNET_ORGANIZATION_POPULATIONS);
  assert_asks("What languages do your staff speak?", REFNET_ORGANIZATION_LANGUAGES);
  assert_asks("What best describes your organization?", REFNET_ORGANIZATION_SECTOR);
  assert_asks("Services", REFNET_ORGANIZATION_SERVICES);
}

static void of_others(void **state) {
  static const char *const questions[] = {
      "Which service providers do you send clients to?",
      "Which of these programs do you have a working relationship with?",
      "Which organizations that serve your county do you collaborate with?",
      "With which agencies do you have formal service agreements?",
      "Which programs that offer food do you work with?",
      "Which agencies that serve this population do you work with?",
      "Which programs offered in town do you know?",
      "Who do you work with?",
      "Which organizations serve your county?",
      "To which programs do you offer space?",
  };
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(questions); i++)
    assert_asks(questions[i], G_MAXUINT);
}

static void of_something_else(void **state) {
  static const char *const questions[] = {
      "Do you have a waitlist for any program?",
      "How would you describe where you work in the community?",
      "Where do you provide services?",
      "What hours do you offer services?",
      "What services are missing in our county?",
      "Which services does your county lack that others provide?",
  };
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(questions); i++)
    assert_asks(questions[i], G_MAXUINT);
}

static void who_answers(void **state) {
  (void)state;
  assert_true(refnet_question_asks_what_you_do("Which service providers do you send clients to?"));
  assert_true(refnet_question_asks_what_you_do("Which programs do you offer?"));
  assert_true(refnet_question_asks_what_you_do("Programs"));
  assert_false(refnet_question_asks_what_you_do("Which organization do you represent?"));
  assert_false(refnet_question_asks_what_you_do("Name of your service provider"));
}

static void assert_choices(const char *cell, const char *expected) {
  g_auto(GStrv) choices = refnet_survey_split_choices(cell);
  g_autofree char *joined = g_strjoinv("/", choices);
  assert_string_equal(joined, expected);
}

static void choices(void **state) {
  (void)state;
  assert_choices("Food (pantry, meals), Rides; Rent", "Food (pantry, meals)/Rides/Rent");
  assert_choices("Food (pantry, Rides, Rent", "Food (pantry/Rides/Rent");
  assert_choices("Food (pantry; Rides, Rent", "Food (pantry/Rides/Rent");
  assert_choices("Food (pantry\nRides, Rent (one, two)|Bikes, Vans",
                 "Food (pantry/Rides/Rent (one, two)/Bikes/Vans");
  assert_choices("a ((b, c), d), e)", "a ((b, c), d)/e)");
  assert_choices("Yes, No, N/A, Spanish", "Spanish");
  assert_choices("(", "(");
  assert_choices("", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(of_itself),         cmocka_unit_test(of_others),
      cmocka_unit_test(of_something_else), cmocka_unit_test(who_answers),
      cmocka_unit_test(choices),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
