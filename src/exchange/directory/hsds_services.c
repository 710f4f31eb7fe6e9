/* SPDX-License-Identifier: GPL-2.0-or-later */
/* services.csv of a directory: categories, areas and people served. */
#include "exchange/directory/hsds.h"
#include "exchange/files/sheet_writer.h"
#include "model/columns/words.h"
#include "present/wording/words.h"

#include <string.h>

typedef struct {
  RefnetHsds *hsds;
  GHashTable *written; /* rows so far of the organization at hand */
  guint64 categorized, uncategorized;
} Services;

static GPtrArray *categories_of(Services *services, guint32 service) {
  const RefnetHsds *hsds = services->hsds;
  GPtrArray *names = refnet_hsds_terms_of(hsds, service, REFNET_HSDS_TERM_OF_SERVICES);
  gboolean categorized = names->len > 0;
  services->categorized += categorized;
  services->uncategorized += !categorized;
  const char *name =
      refnet_hsds_cell(hsds, REFNET_HSDS_SERVICES, service, REFNET_HSDS_SERVICE_NAME);
  if (!categorized && name != NULL && !refnet_word_is_unknown(name))
    refnet_hsds_add_once(names, name);
  return names;
}

/* Eligibility in a word or two is whom the service is for; in a sentence it is for people to read.
 */
static GPtrArray *populations_of(RefnetHsds *hsds, guint32 service) {
  GPtrArray *names = refnet_hsds_terms_of(hsds, service, REFNET_HSDS_TERM_OF_POPULATIONS);
  RefnetRelation *relation = hsds->tables[REFNET_HSDS_ELIGIBILITY];
  RefnetIndexList rows = refnet_links_of(hsds->service_eligibility, service);
  for (guint32 i = 0; i < rows.length; i++) {
    const char *text = refnet_relation_cell(relation, rows.items[i], REFNET_HSDS_ELIGIBILITY_TEXT);
    if (text != NULL && strlen(text) <= 40 && strpbrk(text, ".:") == NULL)
      refnet_hsds_add_once(names, text);
    else
      refnet_relation_ignore(relation, rows.items[i], relation->table->unused);
  }
  return names;
}

static void write_service(Services *services, RefnetSheetWriter *writer, const char *id,
                          guint32 service) {
  RefnetHsds *hsds = services->hsds;
  g_autoptr(GPtrArray) names = categories_of(services, service);
  g_autoptr(GPtrArray) areas = g_ptr_array_new();
  g_autoptr(GPtrArray) populations = populations_of(hsds, service);
  refnet_hsds_service_areas(hsds->places, service, areas);
  g_autofree char *name_cell = refnet_hsds_list_cell(names);
  g_autofree char *area_cell = refnet_hsds_list_cell(areas);
  g_autofree char *population_cell = refnet_hsds_list_cell(populations);
  if (name_cell == NULL) {
    refnet_relation_ignore(hsds->tables[REFNET_HSDS_SERVICES], service,
                           "they have neither a name nor a category");
    return;
  }
  char *row = g_strjoin("\n", name_cell, area_cell != NULL ? area_cell : "",
                        population_cell != NULL ? population_cell : "", NULL);
  const char *cells[] = {id, name_cell, area_cell, population_cell};
  if (g_hash_table_add(services->written, row))
    refnet_sheet_writer_row(writer, cells);
}

static int compare_services(gconstpointer a, gconstpointer b, gpointer data) {
  const RefnetHsds *hsds = data;
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;
  int order = g_strcmp0(refnet_hsds_cell(hsds, REFNET_HSDS_SERVICES, first, 0),
                        refnet_hsds_cell(hsds, REFNET_HSDS_SERVICES, second, 0));
  return order != 0 ? order : (first > second) - (first < second);
}

static void write_services_of(Services *services, RefnetSheetWriter *writer, guint32 organization,
                              const char *id) {
  RefnetHsds *hsds = services->hsds;
  RefnetIndexList rows = refnet_links_of(hsds->organization_services, organization);
  g_autoptr(GArray) sorted = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < rows.length; i++)
    if (!refnet_hsds_is_out(hsds, REFNET_HSDS_SERVICES, rows.items[i]))
      g_array_append_val(sorted, rows.items[i]);
  g_array_sort_with_data(sorted, compare_services, hsds);
  g_hash_table_remove_all(services->written);
  for (guint i = 0; i < sorted->len; i++)
    write_service(services, writer, id, g_array_index(sorted, guint32, i));
}

static void say_categories(const Services *services) {
  RefnetImportReport *report = services->hsds->import->report;
  if (services->uncategorized > 0 && services->categorized == 0)
    refnet_import_report_say(report, g_strdup("No service has a category, so each is known by its "
                                              "own name; the same offer under two names counts as "
                                              "two."));
  else if (services->uncategorized > 0) {
    g_autofree char *share = refnet_words_share(services->uncategorized,
                                                services->uncategorized + services->categorized);
    refnet_import_report_say(
        report,
        g_strdup_printf("%s services %s.", share,
                        refnet_words_in_number(
                            services->uncategorized, "has no category and is known by its own name",
                            "have no category and are known by their own names")));
  }
}

gboolean refnet_hsds_write_services(RefnetHsds *hsds, const GArray *order, const char *const *ids,
                                    GError **error) {
  static const char *const columns[] = {"organization", "service", "area", "population", NULL};
  Services services = {.hsds = hsds};
  if (hsds->tables[REFNET_HSDS_SERVICES]->rows == 0)
    return TRUE;
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(hsds->import, REFNET_FILE_SERVICES, columns, error);
  if (writer == NULL)
    return FALSE;
  services.written = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < order->len; i++) {
    guint32 organization = g_array_index(order, guint32, i);
    write_services_of(&services, writer, organization, ids[organization]);
  }
  g_hash_table_unref(services.written);
  say_categories(&services);
  return refnet_sheet_writer_close(writer, error);
}
