/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The order of rows changes nothing: every file is shuffled, and all but lines is the same. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "unit/support.h"

/* ---- everything that a dataset says, but for lines ------------------------------------------- */

static void put(GString *text, const char *value) {
  g_string_append_printf(text, "%s|", value != NULL ? value : "?");
}

static void put_list(GString *text, RefnetIndexList list) {
  for (guint32 i = 0; i < list.length; i++)
    g_string_append_printf(text, "%u ", list.items[i]);
  g_string_append_c(text, '|');
}

static void put_organizations(GString *text, const RefnetDataset *dataset) {
  for (guint32 v = 0; v < dataset->organization_count; v++) {
    const RefnetOrganization *o = &dataset->organizations[v];
    put(text, o->id);
    put(text, o->name);
    put(text, o->details->city);
    g_string_append_printf(text, "%u %u %u %g|", o->sector, o->details->partnership,
                           o->details->parent_organization, o->details->capacity);
    put_list(text, o->services);
    put_list(text, o->areas);
    put_list(text, o->populations);
    for (guint32 i = 0; i < dataset->attribute_count; i++)
      put(text, dataset->attributes[i].values[v]);
    for (guint32 i = dataset->offer_start[v]; i < dataset->offer_start[v + 1]; i++) {
      const RefnetOffer *offer = &dataset->offers[i];
      g_string_append_printf(text, "\n  %u %g ", offer->service, offer->capacity);
      put_list(text, offer->areas);
      put_list(text, offer->populations);
    }
    g_string_append_c(text, '\n');
  }
}

static void put_vocabulary(GString *text, const RefnetVocabulary *vocabulary) {
  for (guint32 i = 0; i < vocabulary->length; i++)
    put(text, vocabulary->names[i]);
  g_string_append_c(text, '\n');
}

static void put_rest(GString *text, const RefnetDataset *dataset) {
  put_vocabulary(text, &dataset->sectors);
  put_vocabulary(text, &dataset->services);
  put_vocabulary(text, &dataset->populations);
  put_vocabulary(text, &dataset->partnerships);
  for (guint32 a = 0; a < dataset->area_count; a++) {
    put(text, dataset->areas[a].key);
    put(text, dataset->areas[a].name);
    g_string_append_printf(text, "%u ", dataset->areas[a].within);
    put_list(text, dataset->areas[a].neighbors);
  }
  for (guint32 i = 0; i < dataset->contact_count; i++) {
    const RefnetContact *contact = &dataset->contacts[i];
    put(text, contact->name);
    put(text, contact->id);
    put(text, contact->role);
    g_string_append_printf(text, "%u %u %d\n", contact->organization, contact->person,
                           contact->left);
  }
  for (guint32 i = 0; i < dataset->need_count; i++)
    g_string_append_printf(text, "%u %u %u %g\n", dataset->needs[i].area, dataset->needs[i].service,
                           dataset->needs[i].population, dataset->needs[i].demand);
  for (guint32 i = 0; i < dataset->respondent_count; i++)
    g_string_append_printf(text, "%u %d %d\n", dataset->respondents[i].organization,
                           dataset->respondents[i].answered, dataset->respondents[i].date);
  for (guint32 i = 0; i < dataset->nomination_count; i++) {
    put(text, dataset->nominations[i].nominated_name);
    g_string_append_printf(text, "%u %u\n", dataset->nominations[i].nominated,
                           dataset->nominations[i].named_by);
  }
}

static gint compare_lines(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void put_sorted(GString *text, GPtrArray *lines) {
  g_ptr_array_sort(lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf(text, "%s\n", (const char *)g_ptr_array_index(lines, i));
  g_ptr_array_unref(lines);
}

static void put_network(GString *text, const RefnetDataset *dataset) {
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  const RefnetReferrals *referrals = &dataset->referrals;
  for (guint64 a = 0; a < network->arcs; a++) {
    g_string_append_printf(text, "%u>%u %" G_GUINT64_FORMAT " %d %u\n", network->arc_from[a],
                           network->arc_to[a], network->arc_count[a],
                           refnet_network_arc_date(network, a), network->arc_frequency[a]);
    GPtrArray *rows = g_ptr_array_new_with_free_func(g_free);
    for (guint64 i = network->row_start[a]; i < network->row_start[a + 1]; i++) {
      guint32 row = network->rows[i];
      g_ptr_array_add(rows,
                      g_strdup_printf("  %u %u %u", refnet_referral_service(referrals, row),
                                      referrals->from_contact[row], referrals->to_contact[row]));
    }
    put_sorted(text, rows);
  }
  for (guint64 t = 0; t < network->ties; t++)
    g_string_append_printf(text, "%u-%u\n", network->tie_a[t], network->tie_b[t]);
}

/* Messages name lines, so only what is found where in the row is compared. */
static void put_findings(GString *text, const RefnetDataset *dataset) {
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  for (gsize i = 0; i < refnet_diagnostics_length(dataset->diagnostics); i++) {
    const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(dataset->diagnostics, i);
    g_ptr_array_add(lines, g_strdup_printf("%s %s %u %u", diagnostic->kind, diagnostic->file,
                                           diagnostic->column, diagnostic->contact));
  }
  put_sorted(text, lines);
}

static char *describe(const char *folder) {
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(folder, NULL, &error);
  assert_null(error);
  refnet_dataset_check(dataset, refnet_date_from_ymd(2026, 6, 1));
  GString *text = g_string_new(NULL);
  put_organizations(text, dataset);
  put_rest(text, dataset);
  put_network(text, dataset);
  put_findings(text, dataset);
  return g_string_free(text, FALSE);
}

/* ---- a dataset with a bit of everything ------------------------------------------------------ */

static const char *const files[][2] = {
    {"organizations.csv",
     "id,name,sector,services,areas,populations,capacity,city,parent,note\n"
     ",Elm,health,food| Meals,East,youth,10,A,,n1\n"
     ",Elm,Health,meals,\"East, West\",,20,B,,\n"
     ",Elm,HEALTH,,all,,,C,,n3\n"
     "oak,Oak House,faith,housing,North County,veterans,5,D,elm clinic,\n"
     ",Elm Clinic,Faith,\"food, meals\",east,Youth,,E,Nobody,\n"
     ",Oak,public,respite,Far,,,F,,\n"
     "x1,Same,,,,,,,,\nx2,Same,,,,,,,,\nx3,Elm Clinics,,legal aid,West,,7,,,\n"},
    {"areas.csv", "area,name,within,neighbors\nEast,,NC,West\nWest,,NC,\nNC,North County,,\n"
                  "Twin 1,Twin,,\nTwin 2,Twin,,\n"},
    {"services.csv", "organization,service,area,population,capacity,period\n"
                     "oak,housing,East,,4,month\noak,housing,West,youth,9,year\n"
                     "oak,housing,West,youth,8,year\nOak House,legal aid,,,,\n"},
    {"needs.csv", "area,service,demand,population\nEast,food,10,\nEast,food,4,youth\n"
                  "West,meals,7,\nWest,meals,6,\nTwin 2,respite,1,\n"},
    {"contacts.csv", "organization,name,id,email,role,left\n"
                     "oak,Ann,,ann@x.org,head,\noak,Ann,,,desk,2025-01-01\nx1,Ann,,ann@x.org,,\n"
                     "x2,Zed,7,z@x.org,,\nElm Clinic,Zeddy,7,,,\nElm Clinic,Bo,,,,\n"},
    {"referrals.csv",
     "from,to,service,count,date,frequency,from_contact,to_contact\n"
     "oak,Elm Clinic,food,3,2026-01-01,weekly,Ann,Bo\n"
     "oak,elm-clinic,meals,2,2026-02-01,daily,Ann,New Person\n"
     "Elm Clinic,oak,,1,,,7,Ann\nx1,x2,,,2025-05-05,,Ann,Zed\nx2,x1,,4,,never,,\n"
     "x2,x3,,4,,,Stranger,\nx3,oak,,1,,,,Stranger\nx2,x3,,4,,,STRANGER,\nx1,x1,,2,,,,\noak,x1,,0,,,"
     ",\nOak,oak,,1,,,,\n"
     "oak,Elm Clinic,food,3,2026-01-01,weekly,Ann,Bo\nSame,oak,,1,,,,\nElm,oak,,1,,,,\n"
     "x3,x2,,1,,,7,\nx3,x2,,1,,,Zeddy,\nx3,x2,,1,,,zed,\nx3,x2,,1,,,z@x.org,\nx3,x2,,1,,,ZED,\n"},
    {"respondents.csv", "organization,answered,date\noak,yes,2026-01-01\nx1,no,\nx2,,\n"
                        "oak,no,2026-01-02\n"},
    {"nominations.csv", "nominated,named_by\nRide,oak\nRide,x1\nElm Clinic,oak\n"},
};

/* The rows below the header, in another order. */
static char *shuffle(const char *text, RefnetRandom *random) {
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  guint count = g_strv_length(lines);
  while (count > 0 && *lines[count - 1] == '\0')
    count--;
  for (guint i = count - 1; i > 1; i--) {
    guint k = 1 + (guint)refnet_random_below(random, i);
    char *line = lines[i];
    lines[i] = lines[k];
    lines[k] = line;
  }
  return g_strjoinv("\n", lines);
}

static void write_files(const char *folder, RefnetRandom *random) {
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path = g_build_filename(folder, files[i][0], NULL);
    g_autofree char *text = random != NULL ? shuffle(files[i][1], random) : g_strdup(files[i][1]);
    assert_true(g_file_set_contents(path, text, -1, NULL));
  }
}

static void test_shuffled_rows(void **state) {
  (void)state;
  g_autofree char *folder = g_dir_make_tmp("refnet-test-XXXXXX", NULL);
  RefnetRandom random;
  refnet_random_seed(&random, 3);
  write_files(folder, NULL);
  g_autofree char *expected = describe(folder);
  assert_true(strlen(expected) > 1000);
  for (int round = 0; round < 60; round++) {
    write_files(folder, &random);
    g_autofree char *found = describe(folder);
    assert_string_equal(found, expected);
  }
  support_remove_folder(folder);
}

/* ---- the same in other dialects and encodings ------------------------------------------------ */

/* With `delimiter` for commas outside quotes, and `end` after each line. */
static char *rewrite(const char *text, char delimiter, const char *end) {
  GString *written = g_string_new(NULL);
  gboolean quoted = FALSE;
  for (; *text != '\0'; text++) {
    quoted ^= *text == '"';
    if (*text == '\n')
      g_string_append(written, end);
    else
      g_string_append_c(written, *text == ',' && !quoted ? delimiter : *text);
  }
  return g_string_free(written, FALSE);
}

static void write_rewritten(const char *folder, char delimiter, const char *end, const char *mark,
                            const char *encoding) {
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path = g_build_filename(folder, files[i][0], NULL);
    g_autofree char *text = rewrite(files[i][1], delimiter, end);
    g_autofree char *marked = g_strconcat(mark, text, NULL);
    gsize length;
    g_autofree char *bytes = g_convert(marked, -1, encoding, "UTF-8", NULL, &length, NULL);
    assert_non_null(bytes);
    assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
  }
}

static void test_dialects_and_encodings(void **state) {
  static const char mark[] = "\xEF\xBB\xBF";
  static const struct {
    char delimiter;
    const char *end, *mark, *encoding;
  } ways[] = {
      {',', "\r\n", "", "UTF-8"},        {',', "\r", "", "UTF-8"},
      {';', "\n", mark, "UTF-8"},        {'\t', "\r\n", mark, "UTF-16LE"},
      {';', "\r", mark, "UTF-16BE"},     {',', "\n", "", "UTF-16LE"},
      {'\t', "\n", "sep=\t\n", "UTF-8"}, {',', "\n\n", "", "UTF-8"},
      {';', ";;;\r\n", mark, "UTF-8"},
  };
  (void)state;
  g_autofree char *folder = g_dir_make_tmp("refnet-test-XXXXXX", NULL);
  write_files(folder, NULL);
  g_autofree char *expected = describe(folder);
  for (gsize i = 0; i < G_N_ELEMENTS(ways); i++) {
    write_rewritten(folder, ways[i].delimiter, ways[i].end, ways[i].mark, ways[i].encoding);
    g_autofree char *found = describe(folder);
    /* That a file says nothing of its encoding is a finding of its own. */
    g_autoptr(GRegex) notes = g_regex_new("utf-16 [^\n]*\n", 0, 0, NULL);
    g_autofree char *same = g_regex_replace_literal(notes, found, -1, 0, "", 0, NULL);
    assert_string_equal(same, expected);
  }
  support_remove_folder(folder);
}

/* Other ids in the same order: everything but the ids stays. */
static void test_relabelled(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) one =
      support_load(NULL, "organizations.csv", "id,name\na,A\nb,B\nc,C\n", "referrals.csv",
                   "from,to\na,b\nb,c\nc,a\na,c\n", NULL);
  g_autoptr(RefnetDataset) other =
      support_load(NULL, "organizations.csv", "id,name\nk3,C\nk1,A\nk2,B\n", "referrals.csv",
                   "from,to\nk3,k1\nk1,k3\nk1,k2\nk2,k3\n", NULL);
  g_autoptr(RefnetNetwork) x = refnet_network_new(one, NULL, FALSE, NULL);
  g_autoptr(RefnetNetwork) y = refnet_network_new(other, NULL, FALSE, NULL);
  assert_int_equal(x->arcs, y->arcs);
  assert_memory_equal(x->arc_to, y->arc_to, x->arcs * sizeof *x->arc_to);
  assert_memory_equal(x->arc_from, y->arc_from, x->arcs * sizeof *x->arc_from);
  assert_memory_equal(x->tie_b, y->tie_b, x->ties * sizeof *x->tie_b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_shuffled_rows),
      cmocka_unit_test(test_dialects_and_encodings),
      cmocka_unit_test(test_relabelled),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
