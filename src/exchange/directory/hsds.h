/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A directory of the Human Services Data Specification in memory: its tables, and how their rows
 * hang together. */
#ifndef REFNET_EXCHANGE_DIRECTORY_HSDS_H
#define REFNET_EXCHANGE_DIRECTORY_HSDS_H

#include "exchange/directory/links.h"
#include "exchange/directory/relation.h"

G_BEGIN_DECLS

/* The tables that are used, by whatever name a version gives them. */
typedef enum {
  REFNET_HSDS_ORGANIZATIONS,
  REFNET_HSDS_SERVICES,
  REFNET_HSDS_LOCATIONS,
  REFNET_HSDS_SERVICE_LOCATIONS,
  REFNET_HSDS_ADDRESSES,
  REFNET_HSDS_POSTAL_ADDRESSES,
  REFNET_HSDS_CONTACTS,
  REFNET_HSDS_PHONES,
  REFNET_HSDS_SERVICE_AREAS,
  REFNET_HSDS_TERMS,
  REFNET_HSDS_VOCABULARIES,
  REFNET_HSDS_SERVICE_TERMS,
  REFNET_HSDS_ATTRIBUTES,
  REFNET_HSDS_LANGUAGES,
  REFNET_HSDS_ELIGIBILITY,
  REFNET_HSDS_IDENTIFIERS,
  REFNET_HSDS_URLS
} RefnetHsdsTable;
#define REFNET_HSDS_TABLES 17

/* Fields of each, in the order of hsds_tables.c. */
enum {
  REFNET_HSDS_ORGANIZATION_ID,
  REFNET_HSDS_ORGANIZATION_NAME,
  REFNET_HSDS_ORGANIZATION_ALTERNATE,
  REFNET_HSDS_ORGANIZATION_EMAIL,
  REFNET_HSDS_ORGANIZATION_WEBSITE,
  REFNET_HSDS_ORGANIZATION_TAX_ID,
  REFNET_HSDS_ORGANIZATION_LEGAL_STATUS,
  REFNET_HSDS_ORGANIZATION_PARENT,
  REFNET_HSDS_ORGANIZATION_STATUS,
  REFNET_HSDS_ORGANIZATION_SECTOR
};
enum {
  REFNET_HSDS_SERVICE_ID,
  REFNET_HSDS_SERVICE_ORGANIZATION,
  REFNET_HSDS_SERVICE_ORGANIZATION_NAME,
  REFNET_HSDS_SERVICE_LOCATION,
  REFNET_HSDS_SERVICE_NAME,
  REFNET_HSDS_SERVICE_STATUS,
  REFNET_HSDS_SERVICE_TERM_IDS,
  REFNET_HSDS_SERVICE_AREAS_LISTED,
  REFNET_HSDS_SERVICE_LANGUAGES,
  REFNET_HSDS_SERVICE_VERIFIED
};
enum {
  REFNET_HSDS_LOCATION_ID,
  REFNET_HSDS_LOCATION_ORGANIZATION,
  REFNET_HSDS_LOCATION_ORGANIZATION_NAME,
  REFNET_HSDS_LOCATION_LATITUDE,
  REFNET_HSDS_LOCATION_LONGITUDE,
  REFNET_HSDS_LOCATION_ADDRESS,
  REFNET_HSDS_LOCATION_PHONES,
  REFNET_HSDS_LOCATION_LANGUAGES
};
enum {
  REFNET_HSDS_SERVICE_LOCATION_ID,
  REFNET_HSDS_SERVICE_LOCATION_SERVICE,
  REFNET_HSDS_SERVICE_LOCATION_LOCATION
};
enum {
  REFNET_HSDS_ADDRESS_LOCATION,
  REFNET_HSDS_ADDRESS_LINE_1,
  REFNET_HSDS_ADDRESS_LINE_2,
  REFNET_HSDS_ADDRESS_CITY,
  REFNET_HSDS_ADDRESS_COUNTY,
  REFNET_HSDS_ADDRESS_STATE,
  REFNET_HSDS_ADDRESS_POSTAL_CODE,
  REFNET_HSDS_ADDRESS_TYPE
};
enum {
  REFNET_HSDS_CONTACT_ID,
  REFNET_HSDS_CONTACT_ORGANIZATION,
  REFNET_HSDS_CONTACT_SERVICE,
  REFNET_HSDS_CONTACT_SERVICE_LOCATION,
  REFNET_HSDS_CONTACT_LOCATION,
  REFNET_HSDS_CONTACT_NAME,
  REFNET_HSDS_CONTACT_TITLE,
  REFNET_HSDS_CONTACT_DEPARTMENT,
  REFNET_HSDS_CONTACT_EMAIL,
  REFNET_HSDS_CONTACT_PHONE
};
enum {
  REFNET_HSDS_PHONE_ORGANIZATION,
  REFNET_HSDS_PHONE_SERVICE,
  REFNET_HSDS_PHONE_SERVICE_LOCATION,
  REFNET_HSDS_PHONE_LOCATION,
  REFNET_HSDS_PHONE_CONTACT,
  REFNET_HSDS_PHONE_NUMBER,
  REFNET_HSDS_PHONE_EXTENSION,
  REFNET_HSDS_PHONE_TYPE
};
enum {
  REFNET_HSDS_SERVICE_AREA_SERVICE,
  REFNET_HSDS_SERVICE_AREA_SERVICE_LOCATION,
  REFNET_HSDS_SERVICE_AREA_NAME
};
enum {
  REFNET_HSDS_TERM_ID,
  REFNET_HSDS_TERM_NAME,
  REFNET_HSDS_TERM_PARENT,
  REFNET_HSDS_TERM_PARENT_NAME,
  REFNET_HSDS_TERM_VOCABULARY_ID,
  REFNET_HSDS_TERM_TAXONOMY,
  REFNET_HSDS_TERM_VOCABULARY,
  REFNET_HSDS_TERM_CODE
};
enum { REFNET_HSDS_VOCABULARY_ID, REFNET_HSDS_VOCABULARY_NAME };
enum { REFNET_HSDS_SERVICE_TERM_SERVICE, REFNET_HSDS_SERVICE_TERM_TERM };
enum { REFNET_HSDS_ATTRIBUTE_LINK, REFNET_HSDS_ATTRIBUTE_ENTITY, REFNET_HSDS_ATTRIBUTE_TERM };
enum {
  REFNET_HSDS_LANGUAGE_SERVICE,
  REFNET_HSDS_LANGUAGE_LOCATION,
  REFNET_HSDS_LANGUAGE_PHONE,
  REFNET_HSDS_LANGUAGE_NAME
};
enum { REFNET_HSDS_ELIGIBILITY_SERVICE, REFNET_HSDS_ELIGIBILITY_TEXT };
enum {
  REFNET_HSDS_IDENTIFIER_ORGANIZATION,
  REFNET_HSDS_IDENTIFIER_SCHEME,
  REFNET_HSDS_IDENTIFIER_TYPE,
  REFNET_HSDS_IDENTIFIER_TEXT
};
enum { REFNET_HSDS_URL_ORGANIZATION, REFNET_HSDS_URL_TEXT };

typedef struct {
  const RefnetImport *import;
  const RefnetDirectoryOptions *options;
  RefnetPool *pool;
  RefnetRelation *tables[REFNET_HSDS_TABLES];
  GHashTable *ids[REFNET_HSDS_TABLES]; /* of the tables with ids: id → row + 1 */
  GHashTable *organization_names;      /* folded name → row + 1 */
  guint32 *organization_of_location;   /* or REFNET_NO_ROW */

  RefnetLinks *organization_services, *service_organizations;
  RefnetLinks *organization_locations, *service_locations;
  RefnetLinks *location_addresses, *location_postal_addresses;
  RefnetLinks *service_areas, *service_terms, *service_eligibility, *service_languages;
  RefnetLinks *location_languages, *organization_identifiers, *organization_urls;

  struct RefnetHsdsTerms *terms;
  struct RefnetHsdsPlaces *places;
} RefnetHsds;

/* Reads the tables. REFNET_ERROR_INPUT, _IO: there are no organizations, or a file cannot be read.
 */
gboolean refnet_hsds_read(RefnetHsds *hsds, const RefnetPackage *package, GError **error);
/* Files that are none of the tables are read for their rows to be counted in the report. */
gboolean refnet_hsds_count_others(RefnetHsds *hsds, const RefnetPackage *package, GError **error);

/* Finds what belongs to what: rows whose keys lead nowhere are rejected, those of services and
 * organizations that are left out are left out, too. */
void refnet_hsds_link(RefnetHsds *hsds);
/* The part of it for what stands in tables of keys: services' locations, terms, areas and so on. */
void refnet_hsds_join(RefnetHsds *hsds);

/* A cell, NULL: blank. */
const char *refnet_hsds_cell(const RefnetHsds *hsds, RefnetHsdsTable table, guint32 row,
                             guint field);

/* Does a cell hold a key? "0" is what databases write for none. */
gboolean refnet_hsds_is_key(const char *text);
/* The row that the key names, of several with commas between them the first that is there;
 * REFNET_NO_ROW: none. */
guint32 refnet_hsds_find(const RefnetHsds *hsds, RefnetHsdsTable table, const char *key);
/* Is the row, once linked, left out or rejected? */
gboolean refnet_hsds_is_out(const RefnetHsds *hsds, RefnetHsdsTable table, guint32 row);

/* By row of organizations its id: where it has none, one made from its name, as datasets make them,
 * so that the order of the rows changes nothing; NULL where it has no name. Caller frees; NULL: out
 * of memory. */
const char **refnet_hsds_make_ids(RefnetHsds *hsds, GError **error);

/* ---- categories ------------------------------------------------------------------------------ */

typedef enum {
  REFNET_HSDS_TERM_OF_SERVICES,
  REFNET_HSDS_TERM_OF_POPULATIONS,
  REFNET_HSDS_TERM_OF_LANGUAGES
} RefnetHsdsTermRole;

typedef struct RefnetHsdsTerms RefnetHsdsTerms;
RefnetHsdsTerms *refnet_hsds_terms_new(RefnetHsds *hsds);
void refnet_hsds_terms_free(RefnetHsdsTerms *terms);
/* What the vocabulary that a term is of speaks of. */
RefnetHsdsTermRole refnet_hsds_term_role(const RefnetHsdsTerms *terms, guint32 term);
/* The name of the term, or of what it lies within at `level` (1: the broadest; 0: itself). */
const char *refnet_hsds_term_name(const RefnetHsdsTerms *terms, guint32 term, guint level);

/* ---- lists ----------------------------------------------------------------------------------- */

/* Adds the text, interned, unless it is there or NULL. */
void refnet_hsds_add_once(GPtrArray *texts, const char *text);
/* A cell that lists the texts, sorted, for order means nothing; NULL: there are none. Caller frees.
 */
char *refnet_hsds_list_cell(GPtrArray *texts);
/* The names of a service's categories that speak of `role`; caller frees. */
GPtrArray *refnet_hsds_terms_of(const RefnetHsds *hsds, guint32 service, RefnetHsdsTermRole role);

/* ---- places ---------------------------------------------------------------------------------- */

typedef struct RefnetHsdsPlaces RefnetHsdsPlaces;
RefnetHsdsPlaces *refnet_hsds_places_new(RefnetHsds *hsds);
void refnet_hsds_places_free(RefnetHsdsPlaces *places);
/* Where a service or an organization works: adds names, interned, each once. `areas` is borrowed.
 */
void refnet_hsds_service_areas(RefnetHsdsPlaces *places, guint32 service, GPtrArray *areas);
void refnet_hsds_organization_areas(RefnetHsdsPlaces *places, guint32 organization,
                                    GPtrArray *areas);

/* An organization's place: that of its location with the most services. */
typedef struct {
  const char *address, *city, *postal_code; /* NULL: unknown */
  double latitude, longitude;               /* NaN: unknown */
  guint32 location;                         /* or REFNET_NO_ROW */
} RefnetHsdsPlace;
RefnetHsdsPlace refnet_hsds_place(RefnetHsdsPlaces *places, guint32 organization);
/* Writes areas.csv: every area used, with the middle of its locations. */
gboolean refnet_hsds_write_areas(RefnetHsdsPlaces *places, GError **error);

/* ---- the other files ------------------------------------------------------------------------- */

/* `order`: the organizations' rows as they are written; `ids`: by row. */
gboolean refnet_hsds_write_organizations(RefnetHsds *hsds, const GArray *order,
                                         const char *const *ids, GError **error);
gboolean refnet_hsds_write_services(RefnetHsds *hsds, const GArray *order, const char *const *ids,
                                    GError **error);

/* ---- people ---------------------------------------------------------------------------------- */

/* The phone number of each organization, or NULL; caller frees the array. */
const char **refnet_hsds_phones(RefnetHsds *hsds);
gboolean refnet_hsds_write_contacts(RefnetHsds *hsds, const char *const *organization_ids,
                                    GError **error);

G_END_DECLS

#endif
