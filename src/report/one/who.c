/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who an organization is: what the sheets say of it, to be read and corrected there. */
#include "present/description/description.h"
#include "report/one/address.h"
#include "report/one/sections.h"
#include "report/one/subject.h"
#include "table/write/format.h"

/* The fields that somebody there can confirm, and how an address among them is made a link. */
static const struct {
  const char *key;
  char *(*link)(const char *text);
} confirmable[] = {
    {"name", NULL},
    {"status", NULL},
    {"alternate_names", NULL},
    {"sector", NULL},
    {"parent", NULL},
    {"partnership", NULL},
    {"coalitions", NULL},
    {"areas", NULL},
    {"populations", NULL},
    {"languages", NULL},
    {"offers", NULL},
    {"seeks", NULL},
    {"address", NULL},
    {"city", NULL},
    {"phone", refnet_address_phone},
    {"email", refnet_address_mail},
    {"website", refnet_address_web},
    {"funding_end", NULL},
    {"verified", NULL},
};
enum { FIELDS = G_N_ELEMENTS(confirmable) };

static gboolean find_field(const RefnetDescription *profile, const char *key, guint *index) {
  for (*index = 0; profile->field_columns[*index].key; ++*index)
    if (g_str_equal(profile->field_columns[*index].key, key))
      return !profile->fields.values[*index].is_null;
  return FALSE;
}

static void say_fields(const RefnetReport *report, const RefnetDescription *profile) {
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
  RefnetReportTerm terms[FIELDS];
  gsize count = 0;
  for (guint i = 0; i < FIELDS; i++) {
    guint column;
    if (!find_field(profile, confirmable[i].key, &column))
      continue;
    const RefnetColumn *shown = &profile->field_columns[column];
    char *text = refnet_value_for_people(shown, &profile->fields.values[column]);
    char *uri = confirmable[i].link ? confirmable[i].link(text) : NULL;
    g_ptr_array_add(texts, text);
    g_ptr_array_add(texts, uri);
    if (*text)
      terms[count++] = (RefnetReportTerm){shown->heading, text, uri};
  }
  report->format->terms(report->state, terms, count);
}

gboolean refnet_report_one_who(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  RefnetProfile subject = {results->network, results->subject, results->measures, results->risks,
                           results->who_else};
  g_autoptr(RefnetDescription) profile =
      refnet_describe_profile(&subject, &results->options->wording);
  (void)error;
  refnet_report_say_lead(report, g_strdup_printf("What is listed of %s; please read it, and say "
                                                 "what should be corrected or added.",
                                                 refnet_report_one_label(results)));
  say_fields(report, profile);
  refnet_report_say_table(
      report, profile,
      &(RefnetReportList){.key = "services", .without = {"source"}, .most = G_MAXUINT32});
  refnet_report_say_table(
      report, profile,
      &(RefnetReportList){.key = "contacts", .without = {"source"}, .most = G_MAXUINT32});
  return TRUE;
}
