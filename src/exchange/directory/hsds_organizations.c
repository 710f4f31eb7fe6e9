/* SPDX-License-Identifier: GPL-2.0-or-later */
/* organizations.csv of a directory. */
#include "exchange/directory/hsds.h"
#include "exchange/files/sheet_writer.h"

#include <math.h>
#include <string.h>

static const char *const organization_columns[] = {
    "id",          "name",    "alternate_names", "sector",   "areas",     "languages",
    "address",     "city",    "postal_code",     "latitude", "longitude", "phone",
    "email",       "website", "tax_id",          "parent",   "verified",  "legal_status",
    "identifiers", NULL};
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
      refnet_hsds_add_once(texts, refnet_pool_intern(hsds->pool, parts[i]));
}

static void add_language_rows(RefnetHsds *hsds, RefnetIndexList rows, GPtrArray *languages) {
  for (guint32 i = 0; i < rows.length; i++)
    add_parts(
        hsds, languages,
        refnet_hsds_cell(hsds, REFNET_HSDS_LANGUAGES, rows.items[i], REFNET_HSDS_LANGUAGE_NAME),
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
    g_autoptr(GPtrArray) names = refnet_hsds_terms_of(hsds, service, REFNET_HSDS_TERM_OF_LANGUAGES);
    for (guint k = 0; k < names->len; k++)
      refnet_hsds_add_once(languages, g_ptr_array_index(names, k));
  }
  for (guint32 i = 0; i < locations.length; i++)
    add_language_rows(hsds, refnet_links_of(hsds->location_languages, locations.items[i]),
                      languages);
  return refnet_hsds_list_cell(languages);
}

static char *areas_of(RefnetHsds *hsds, guint32 row) {
  g_autoptr(GPtrArray) areas = g_ptr_array_new();
  refnet_hsds_organization_areas(hsds->places, row, areas);
  return refnet_hsds_list_cell(areas);
}

/* The day on which somebody last vouched for one of its services. */
static char *verified_of(const RefnetHsds *hsds, guint32 row) {
  RefnetIndexList services = refnet_links_of(hsds->organization_services, row);
  RefnetDate latest = REFNET_DATE_UNKNOWN;
  for (guint32 i = 0; i < services.length; i++) {
    RefnetDate date;
    const char *text = refnet_hsds_cell(hsds, REFNET_HSDS_SERVICES, services.items[i],
                                        REFNET_HSDS_SERVICE_VERIFIED);
    if (text != NULL && refnet_date_parse(text, hsds->import->date_order, &date) == REFNET_DATE_OK)
      latest = MAX(latest, date);
  }
  return refnet_date_iso(latest);
}

static gboolean is_tax_id(const char *scheme, const char *type) {
  g_autofree char *both =
      g_strdup_printf("%s %s", scheme != NULL ? scheme : "", type != NULL ? type : "");
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
      refnet_hsds_add_once(texts, refnet_pool_intern(hsds->pool, whole));
    }
  }
  return refnet_hsds_list_cell(texts);
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

/* Its own column's, else the first of the pages that are listed for it. */
static const char *website_of(const RefnetHsds *hsds, guint32 row) {
  const char *website = organization_cell(hsds, row, REFNET_HSDS_ORGANIZATION_WEBSITE);
  RefnetIndexList urls = refnet_links_of(hsds->organization_urls, row);
  if (website != NULL || urls.length == 0)
    return website;
  refnet_relation_use(hsds->tables[REFNET_HSDS_URLS], urls.items[0]);
  return refnet_hsds_cell(hsds, REFNET_HSDS_URLS, urls.items[0], REFNET_HSDS_URL_TEXT);
}

/* A column of one name, in which some list several. */
static char *alternates_of(RefnetHsds *hsds, guint32 row) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  add_parts(hsds, names, organization_cell(hsds, row, REFNET_HSDS_ORGANIZATION_ALTERNATE), ";|");
  return refnet_hsds_list_cell(names);
}

static char *degrees_text(double degrees) {
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  return isnan(degrees) ? NULL : g_strdup(g_ascii_formatd(text, sizeof text, "%.10g", degrees));
}

static void write_organization(RefnetHsds *hsds, RefnetSheetWriter *writer, guint32 row,
                               const char *const *ids, const char *phone) {
  RefnetHsdsPlace place = refnet_hsds_place(hsds->places, row);
  const char *tax_id = organization_cell(hsds, row, REFNET_HSDS_ORGANIZATION_TAX_ID);
  g_autofree char *alternates = alternates_of(hsds, row);
  g_autofree char *areas = areas_of(hsds, row);
  g_autofree char *languages = languages_of(hsds, row);
  g_autofree char *verified = verified_of(hsds, row);
  g_autofree char *identifiers = identifiers_of(hsds, row, &tax_id);
  g_autofree char *latitude = degrees_text(place.latitude);
  g_autofree char *longitude = degrees_text(place.longitude);
  const char *cells[COLUMNS] = {ids[row],
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
                                website_of(hsds, row),
                                tax_id,
                                parent_of(hsds, row, ids),
                                verified,
                                organization_cell(hsds, row, REFNET_HSDS_ORGANIZATION_LEGAL_STATUS),
                                identifiers};
  refnet_sheet_writer_row(writer, cells);
}

gboolean refnet_hsds_write_organizations(RefnetHsds *hsds, const GArray *order,
                                         const char *const *ids, GError **error) {
  g_autofree const char **phones = refnet_hsds_phones(hsds);
  g_autoptr(RefnetSheetWriter) writer = refnet_sheet_writer_open(
      hsds->import, REFNET_FILE_ORGANIZATIONS, organization_columns, error);
  for (guint i = 0; writer != NULL && i < order->len; i++) {
    guint32 row = g_array_index(order, guint32, i);
    write_organization(hsds, writer, row, ids, phones[row]);
  }
  return writer != NULL && refnet_sheet_writer_close(writer, error);
}
