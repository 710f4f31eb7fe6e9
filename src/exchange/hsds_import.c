/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A directory becomes organizations.csv, services.csv, contacts.csv and areas.csv. */
#include "exchange/hsds.h"
#include "exchange/sheet_writer.h"

#include <math.h>
#include <string.h>

/* ---- lists ---------------------------------------------------------------------------------- */

static int compare_texts(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_once(GPtrArray *texts, const char *text) {
  if (text != NULL && !g_ptr_array_find(texts, text, NULL))
    g_ptr_array_add(texts, (gpointer)text);
}

/* A cell that lists the texts, sorted, for order means nothing; NULL: there are none. */
static char *list_cell(GPtrArray *texts) {
  if (texts->len == 0)
    return NULL;
  GString *cell = g_string_new(NULL);
  g_ptr_array_sort(texts, compare_texts);
  for (guint i = 0; i < texts->len; i++)
    refnet_list_cell_add(cell, g_ptr_array_index(texts, i));
  return g_string_free(cell, FALSE);
}

/* ---- services.csv --------------------------------------------------------------------------- */

typedef struct {
  RefnetHsds *hsds;
  GHashTable *written; /* rows so far of the organization at hand */
  guint64 categorized, uncategorized;
} Services;

/* The names of a service's categories that speak of `role`. */
static GPtrArray *terms_of(const RefnetHsds *hsds, guint32 service, RefnetHsdsTermRole role) {
  GPtrArray *names = g_ptr_array_new();
  RefnetIndexList terms = refnet_links_of(hsds->service_terms, service);
  guint level = role == REFNET_HSDS_TERM_OF_SERVICES ? hsds->options->taxonomy_level : 0;
  for (guint32 i = 0; i < terms.length; i++)
    if (refnet_hsds_term_role(hsds->terms, terms.items[i]) == role)
      add_once(names, refnet_hsds_term_name(hsds->terms, terms.items[i], level));
  return names;
}

static GPtrArray *categories_of(Services *services, guint32 service) {
  const RefnetHsds *hsds = services->hsds;
  GPtrArray *names = terms_of(hsds, service, REFNET_HSDS_TERM_OF_SERVICES);
  gboolean categorized = names->len > 0;
  services->categorized += categorized;
  services->uncategorized += !categorized;
  if (!categorized)
    add_once(names,
             refnet_hsds_cell(hsds, REFNET_HSDS_SERVICES, service, REFNET_HSDS_SERVICE_NAME));
  return names;
}

/* Eligibility in a word or two is whom the service is for; in a sentence it is for people to read. */
static GPtrArray *populations_of(RefnetHsds *hsds, guint32 service) {
  GPtrArray *names = terms_of(hsds, service, REFNET_HSDS_TERM_OF_POPULATIONS);
  RefnetRelation *relation = hsds->tables[REFNET_HSDS_ELIGIBILITY];
  RefnetIndexList rows = refnet_links_of(hsds->service_eligibility, service);
  for (guint32 i = 0; i < rows.length; i++) {
    const char *text =
        refnet_relation_cell(relation, rows.items[i], REFNET_HSDS_ELIGIBILITY_TEXT);
    if (text != NULL && strlen(text) <= 40 && strpbrk(text, ".:") == NULL)
      add_once(names, text);
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
  g_autofree char *name_cell = list_cell(names);
  g_autofree char *area_cell = list_cell(areas);
  g_autofree char *population_cell = list_cell(populations);
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
  else if (services->uncategorized > 0)
    refnet_import_report_say(
        report, g_strdup_printf("%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT
                                " services have no category and are known by their own names.",
                                services->uncategorized,
                                services->uncategorized + services->categorized));
}

static gboolean write_services(RefnetHsds *hsds, const GArray *order, const char *const *ids,
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

/* ---- organizations.csv ---------------------------------------------------------------------- */

static const char *const organization_columns[] = {
    "id",          "name",     "alternate_names", "sector", "areas", "languages", "address", "city",
    "postal_code", "latitude", "longitude",       "phone",  "email", "website",   "tax_id",  "parent",
    "verified",    "legal_status", "identifiers", NULL};
enum { COLUMNS = G_N_ELEMENTS(organization_columns) - 1 };

static const char *organization_cell(const RefnetHsds *hsds, guint32 row, guint field) {
  return refnet_hsds_cell(hsds, REFNET_HSDS_ORGANIZATIONS, row, field);
}

/* What a cell lists, told apart by the separators, each once. */
static void add_parts(RefnetHsds *hsds, GPtrArray *texts, const char *text,
                      const char *separators) {
  g_auto(GStrv) parts = g_strsplit_set(text != NULL ? text : "", separators, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip(parts[i]) != '\0')
      add_once(texts, refnet_pool_intern(hsds->pool, parts[i]));
}

static void add_language_rows(RefnetHsds *hsds, RefnetIndexList rows, GPtrArray *languages) {
  for (guint32 i = 0; i < rows.length; i++)
    add_parts(hsds, languages,
              refnet_hsds_cell(hsds, REFNET_HSDS_LANGUAGES, rows.items[i],
                               REFNET_HSDS_LANGUAGE_NAME),
              ",;|");
}

static char *languages_of(RefnetHsds *hsds, guint32 row) {
  g_autoptr(GPtrArray) languages = g_ptr_array_new();
  RefnetIndexList services = refnet_links_of(hsds->organization_services, row);
  RefnetIndexList locations = refnet_links_of(hsds->organization_locations, row);
  for (guint32 i = 0; i < services.length; i++) {
    guint32 service = services.items[i];
    if (refnet_hsds_is_out(hsds, REFNET_HSDS_SERVICES, service))
      continue;
    add_language_rows(hsds, refnet_links_of(hsds->service_languages, service), languages);
    add_parts(hsds, languages,
              refnet_hsds_cell(hsds, REFNET_HSDS_SERVICES, service, REFNET_HSDS_SERVICE_LANGUAGES),
              ",;|");
    g_autoptr(GPtrArray) names = terms_of(hsds, service, REFNET_HSDS_TERM_OF_LANGUAGES);
    for (guint k = 0; k < names->len; k++)
      add_once(languages, g_ptr_array_index(names, k));
  }
  for (guint32 i = 0; i < locations.length; i++)
    add_language_rows(hsds, refnet_links_of(hsds->location_languages, locations.items[i]),
                      languages);
  return list_cell(languages);
}

static char *areas_of(RefnetHsds *hsds, guint32 row) {
  g_autoptr(GPtrArray) areas = g_ptr_array_new();
  refnet_hsds_organization_areas(hsds->places, row, areas);
  return list_cell(areas);
}

/* The day on which somebody last vouched for one of its services. */
static char *verified_of(const RefnetHsds *hsds, guint32 row) {
  RefnetIndexList services = refnet_links_of(hsds->organization_services, row);
  RefnetDate latest = REFNET_DATE_UNKNOWN;
  for (guint32 i = 0; i < services.length; i++) {
    RefnetDate date;
    const char *text = refnet_hsds_cell(hsds, REFNET_HSDS_SERVICES, services.items[i],
                                        REFNET_HSDS_SERVICE_VERIFIED);
    if (text != NULL &&
        refnet_date_parse(text, hsds->import->date_order, &date) == REFNET_DATE_OK)
      latest = MAX(latest, date);
  }
  return refnet_date_iso(latest);
}

static gboolean is_tax_id(const char *scheme, const char *type) {
  g_autofree char *both = g_strdup_printf("%s %s", scheme != NULL ? scheme : "", type != NULL ? type : "");
  g_autofree char *folded = refnet_text_fold_header(both);
  return strstr(folded, "ein") != NULL || strstr(folded, "tax") != NULL;
}

/* *tax_id: an identifier of the tax office, unless it is known already; the others are listed. */
static char *identifiers_of(RefnetHsds *hsds, guint32 row, const char **tax_id) {
  g_autoptr(GPtrArray) texts = g_ptr_array_new();
  RefnetIndexList rows = refnet_links_of(hsds->organization_identifiers, row);
  for (guint32 i = 0; i < rows.length; i++) {
    const char *cells[4];
    for (guint f = 0; f < G_N_ELEMENTS(cells); f++)
      cells[f] = refnet_hsds_cell(hsds, REFNET_HSDS_IDENTIFIERS, rows.items[i], f);
    const char *scheme = cells[REFNET_HSDS_IDENTIFIER_SCHEME];
    const char *type = cells[REFNET_HSDS_IDENTIFIER_TYPE];
    const char *text = cells[REFNET_HSDS_IDENTIFIER_TEXT];
    if (text == NULL) {
      refnet_relation_ignore(hsds->tables[REFNET_HSDS_IDENTIFIERS], rows.items[i],
                             "they hold no identifier");
    } else if (*tax_id == NULL && is_tax_id(scheme, type)) {
      *tax_id = text;
    } else {
      const char *kind = scheme != NULL ? scheme : type;
      g_autofree char *whole = kind != NULL ? g_strconcat(kind, " ", text, NULL) : g_strdup(text);
      add_once(texts, refnet_pool_intern(hsds->pool, whole));
    }
  }
  return list_cell(texts);
}

static const char *parent_of(RefnetHsds *hsds, guint32 row, const char *const *ids) {
  const char *key = organization_cell(hsds, row, REFNET_HSDS_ORGANIZATION_PARENT);
  guint32 parent = refnet_hsds_is_key(key) ? refnet_hsds_find(hsds, REFNET_HSDS_ORGANIZATIONS, key)
                                           : REFNET_NO_ROW;
  if (parent == REFNET_NO_ROW && refnet_hsds_is_key(key)) {
    g_autofree char *folded = refnet_text_fold(key);
    parent = refnet_index_find(hsds->organization_names, folded);
  }
  if (parent != REFNET_NO_ROW && !refnet_hsds_is_out(hsds, REFNET_HSDS_ORGANIZATIONS, parent))
    return parent != row ? ids[parent] : NULL;
  if (parent != REFNET_NO_ROW || !refnet_hsds_is_key(key))
    return NULL;
  g_autofree char *shown = refnet_text_display(key, 40);
  refnet_relation_warn(hsds->tables[REFNET_HSDS_ORGANIZATIONS], row,
                       REFNET_HSDS_ORGANIZATION_PARENT, "dangling-parent",
                       "ask where the directory comes from for the parent",
                       "parent \"%s\" is not in the package and is taken as unknown", shown);
  return NULL;
}

static char *degrees_text(double degrees) {
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  return isnan(degrees) ? NULL : g_strdup(g_ascii_formatd(text, sizeof text, "%.10g", degrees));
}

static void write_organization(RefnetHsds *hsds, RefnetSheetWriter *writer, guint32 row,
                               const char *const *ids, const char *phone) {
  RefnetHsdsPlace place = refnet_hsds_place(hsds->places, row);
  const char *tax_id = organization_cell(hsds, row, REFNET_HSDS_ORGANIZATION_TAX_ID);
  const char *alternate = organization_cell(hsds, row, REFNET_HSDS_ORGANIZATION_ALTERNATE);
  GString *names = g_string_new(NULL);
  if (alternate != NULL)
    refnet_list_cell_add(names, alternate);
  g_autofree char *alternates = g_string_free(names, FALSE);
  g_autofree char *areas = areas_of(hsds, row);
  g_autofree char *languages = languages_of(hsds, row);
  g_autofree char *verified = verified_of(hsds, row);
  g_autofree char *identifiers = identifiers_of(hsds, row, &tax_id);
  g_autofree char *latitude = degrees_text(place.latitude);
  g_autofree char *longitude = degrees_text(place.longitude);
  const char *cells[COLUMNS] = {
      ids[row],
      organization_cell(hsds, row, REFNET_HSDS_ORGANIZATION_NAME),
      alternates,
      organization_cell(hsds, row, REFNET_HSDS_ORGANIZATION_SECTOR),
      areas,
      languages,
      place.address,
      place.city,
      place.postal_code,
      latitude,
      longitude,
      phone,
      organization_cell(hsds, row, REFNET_HSDS_ORGANIZATION_EMAIL),
      organization_cell(hsds, row, REFNET_HSDS_ORGANIZATION_WEBSITE),
      tax_id,
      parent_of(hsds, row, ids),
      verified,
      organization_cell(hsds, row, REFNET_HSDS_ORGANIZATION_LEGAL_STATUS),
      identifiers};
  refnet_sheet_writer_row(writer, cells);
}

static gboolean write_organizations(RefnetHsds *hsds, const GArray *order, const char *const *ids,
                                    GError **error) {
  g_autofree const char **phones = refnet_hsds_phones(hsds);
  g_autoptr(RefnetSheetWriter) writer = refnet_sheet_writer_open(
      hsds->import, REFNET_FILE_ORGANIZATIONS, organization_columns, error);
  for (guint i = 0; writer != NULL && i < order->len; i++) {
    guint32 row = g_array_index(order, guint32, i);
    write_organization(hsds, writer, row, ids, phones[row]);
  }
  return writer != NULL && refnet_sheet_writer_close(writer, error);
}

/* ---- all of it ------------------------------------------------------------------------------ */

typedef struct {
  const RefnetHsds *hsds;
  const char **ids;
} Order;

static int compare_organizations(gconstpointer a, gconstpointer b, gpointer data) {
  const Order *order = data;
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;
  int result = strcmp(order->ids[first], order->ids[second]);
  return result != 0 ? result : (first > second) - (first < second);
}

/* Organizations without an id get one made from their name. */
static const char **make_ids(RefnetHsds *hsds) {
  const RefnetRelation *relation = hsds->tables[REFNET_HSDS_ORGANIZATIONS];
  const char **ids = g_new0(const char *, MAX(relation->rows, 1));
  for (guint32 row = 0; row < relation->rows; row++) {
    const char *name = organization_cell(hsds, row, REFNET_HSDS_ORGANIZATION_NAME);
    ids[row] = organization_cell(hsds, row, REFNET_HSDS_ORGANIZATION_ID);
    if (ids[row] != NULL || name == NULL)
      continue;
    g_autofree char *slug = refnet_text_slug(name);
    g_autoptr(GString) id = g_string_new(slug);
    for (guint n = 2; refnet_hsds_find(hsds, REFNET_HSDS_ORGANIZATIONS, id->str) != REFNET_NO_ROW;
         n++)
      g_string_printf(id, "%s-%u", slug, n);
    ids[row] = refnet_pool_intern(hsds->pool, id->str);
    g_hash_table_insert(hsds->ids[REFNET_HSDS_ORGANIZATIONS], (gpointer)ids[row],
                        GUINT_TO_POINTER(row + 1));
  }
  return ids;
}

static gboolean write_all(RefnetHsds *hsds, GError **error) {
  g_autofree const char **ids = make_ids(hsds);
  g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(guint32));
  Order by_id = {hsds, ids};
  for (guint32 row = 0; row < hsds->tables[REFNET_HSDS_ORGANIZATIONS]->rows; row++)
    if (!refnet_hsds_is_out(hsds, REFNET_HSDS_ORGANIZATIONS, row))
      g_array_append_val(order, row);
  g_array_sort_with_data(order, compare_organizations, &by_id);
  if (order->len == 0) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s has no organisation that could be used; nothing was written",
                hsds->tables[REFNET_HSDS_ORGANIZATIONS]->label);
    return FALSE;
  }
  return write_organizations(hsds, order, ids, error) &&
         write_services(hsds, order, ids, error) &&
         refnet_hsds_write_contacts(hsds, ids, error) &&
         refnet_hsds_write_areas(hsds->places, error);
}

static void clear(RefnetHsds *hsds) {
  RefnetLinks **const links[] = {
      &hsds->organization_services,  &hsds->service_organizations,     &hsds->organization_locations,
      &hsds->service_locations,      &hsds->location_addresses,        &hsds->location_postal_addresses,
      &hsds->service_areas,          &hsds->service_terms,             &hsds->service_eligibility,
      &hsds->service_languages,      &hsds->location_languages,        &hsds->organization_identifiers};
  for (gsize i = 0; i < G_N_ELEMENTS(links); i++)
    refnet_links_free(*links[i]);
  refnet_hsds_terms_free(hsds->terms);
  refnet_hsds_places_free(hsds->places);
  for (guint i = 0; i < REFNET_HSDS_TABLES; i++) {
    refnet_relation_free(hsds->tables[i]);
    g_clear_pointer(&hsds->ids[i], g_hash_table_unref);
  }
  g_clear_pointer(&hsds->organization_names, g_hash_table_unref);
  g_free(hsds->organization_of_location);
  refnet_pool_free(hsds->pool);
}

gboolean refnet_import_hsds(const RefnetImport *import, const RefnetDirectoryOptions *options,
                            GError **error) {
  g_autoptr(RefnetPackage) package = refnet_package_open(import->source, error);
  if (package == NULL)
    return FALSE;
  RefnetHsds hsds = {.import = import, .options = options, .pool = refnet_pool_new()};
  gboolean ok = refnet_hsds_read(&hsds, package, error);
  if (ok) {
    refnet_hsds_link(&hsds);
    hsds.terms = refnet_hsds_terms_new(&hsds);
    hsds.places = refnet_hsds_places_new(&hsds);
    ok = write_all(&hsds, error);
  }
  for (guint i = 0; ok && i < REFNET_HSDS_TABLES; i++)
    refnet_relation_account(hsds.tables[i], import);
  ok = ok && refnet_hsds_count_others(&hsds, package, error);
  clear(&hsds);
  return ok;
}
