/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The tables of the Human Services Data Specification 1.1, 2.0 and 3.0 and of its ancestor, Ohana,
 * and the headers that real exports give their columns. */
#include "exchange/directory/hsds.h"

#include <string.h>

#define ORGANIZATION_KEYS                                                                          \
  "organizationid organizationuuid organizationrecordid serviceorganization "                      \
  "locationorganization"
#define SERVICE_KEYS "serviceid serviceuuid servicerecordid"
#define LOCATION_KEYS "locationid locationuuid locationrecordid"
#define SERVICE_LOCATION_KEYS "serviceatlocationid"
#define TERM_KEYS "taxonomytermid termid taxonomyid taxonomyrecordid"

static const RefnetRelationField organization_fields[] = {
    {"id", "id " ORGANIZATION_KEYS " uuid recordid"},
    {"name", "name organizationname"},
    {"alternate_name", "alternatename organizationalternatename alternatenames acronym"},
    {"email", "email organizationemail"},
    {"website", "website url organizationwebsite organizationurl"},
    {"tax_id", "taxid organizationtaxid ein federaltaxid taxidentifier"},
    {"legal_status", "legalstatus organizationlegalstatus taxstatus organizationtaxstatus"},
    {"parent_organization_id", "parentorganizationid parentorganization parentid"},
    {"status", "status organizationstatus"},
    {"sector", "sector organizationtype organizationsector"},
};

static const RefnetRelationField service_fields[] = {
    {"id", "id " SERVICE_KEYS " uuid recordid"},
    {"organization_id", ORGANIZATION_KEYS},
    {"organization_name", "organizationname organization agencyname"},
    {"location_id", LOCATION_KEYS},
    {"name", "name servicename"},
    {"status", "status servicestatus"},
    {"taxonomy_ids", "taxonomyids taxonomyid taxonomytermid servicetaxonomy categories category"},
    {"service_areas", "serviceareas servicearea"},
    {"languages", "languages servicelanguages"},
    {"assured_date", "assureddate verifieddate lastverified"},
};

static const RefnetRelationField location_fields[] = {
    {"id", "id " LOCATION_KEYS " uuid recordid"},
    {"organization_id", ORGANIZATION_KEYS},
    {"organization_name", "organizationname organization agencyname"},
    {"latitude", "latitude locationlatitude lat"},
    {"longitude", "longitude locationlongitude lng lon long"},
    {"address", "locationaddress address fulladdress"},
    {"phones", "phones phone locationphones"},
    {"languages", "languages"},
};

static const RefnetRelationField service_location_fields[] = {
    {"id", "id " SERVICE_LOCATION_KEYS},
    {"service_id", SERVICE_KEYS},
    {"location_id", LOCATION_KEYS},
};

static const RefnetRelationField address_fields[] = {
    {"location_id", LOCATION_KEYS " addresslocations"},
    {"address_1", "address1 address street streetaddress"},
    {"address_2", "address2"},
    {"city", "city addresscity"},
    {"county", "county region addressregion"},
    {"state_province", "stateprovince state addressstateprovince"},
    {"postal_code", "postalcode zipcode zip addresspostalcode"},
    {"address_type", "addresstype type"},
};

static const RefnetRelationField contact_fields[] = {
    {"id", "id contactid contactrecordid"},
    {"organization_id", ORGANIZATION_KEYS " contactorganizations"},
    {"service_id", SERVICE_KEYS " contactservices"},
    {"service_at_location_id", SERVICE_LOCATION_KEYS},
    {"location_id", LOCATION_KEYS},
    {"name", "name contactname"},
    {"title", "title contacttitle"},
    {"department", "department contactdepartment"},
    {"email", "email contactemail"},
    {"phone", "phone phonenumber"},
};

static const RefnetRelationField phone_fields[] = {
    {"organization_id", ORGANIZATION_KEYS},
    {"service_id", SERVICE_KEYS},
    {"service_at_location_id", SERVICE_LOCATION_KEYS},
    {"location_id", LOCATION_KEYS},
    {"contact_id", "contactid"},
    {"number", "number phonenumber phone"},
    {"extension", "extension phoneextension ext"},
    {"type", "type numbertype phonetype"},
};

static const RefnetRelationField service_area_fields[] = {
    {"service_id", SERVICE_KEYS},
    {"service_at_location_id", SERVICE_LOCATION_KEYS},
    {"service_area", "servicearea name area"},
};

static const RefnetRelationField term_fields[] = {
    {"id", "id taxonomytermid termid taxonomyrecordid taxonomyid"},
    {"name", "name term taxonomyname"},
    {"parent_id", "parentid taxonomyparentrecordid taxonomyparentid"},
    {"parent_name", "parentname taxonomyparentname"},
    {"taxonomy_id", "taxonomyid"},
    {"taxonomy", "taxonomy"},
    {"vocabulary", "vocabulary taxonomyvocabulary"},
    {"code", "code taxonomycode"},
};

static const RefnetRelationField vocabulary_fields[] = {
    {"id", "id taxonomytyperecordid"},
    {"name", "name"},
};

static const RefnetRelationField service_term_fields[] = {
    {"service_id", SERVICE_KEYS},
    {"taxonomy_term_id", TERM_KEYS},
};

static const RefnetRelationField attribute_fields[] = {
    {"link_id", "linkid"},
    {"link_entity", "linkentity linktype"},
    {"taxonomy_term_id", TERM_KEYS},
};

static const RefnetRelationField language_fields[] = {
    {"service_id", SERVICE_KEYS},
    {"location_id", LOCATION_KEYS},
    {"phone_id", "phoneid"},
    {"language", "language name"},
};

static const RefnetRelationField eligibility_fields[] = {
    {"service_id", SERVICE_KEYS},
    {"eligibility", "eligibility"},
};

static const RefnetRelationField identifier_fields[] = {
    {"organization_id", ORGANIZATION_KEYS},
    {"identifier_scheme", "identifierscheme scheme"},
    {"identifier_type", "identifiertype type"},
    {"identifier", "identifier"},
};

static const RefnetRelationField url_fields[] = {
    {"organization_id", ORGANIZATION_KEYS},
    {"url", "url"},
};

#define TABLE(files, fields, unused)                                                               \
  { files, fields, G_N_ELEMENTS(fields), unused }

static const RefnetRelationTable tables[REFNET_HSDS_TABLES] = {
    [REFNET_HSDS_ORGANIZATIONS] =
        TABLE("organizations organization", organization_fields, "nothing is known of them"),
    [REFNET_HSDS_SERVICES] = TABLE("services service", service_fields, "nothing is known of them"),
    [REFNET_HSDS_LOCATIONS] = TABLE("locations location", location_fields,
                                    "no organisation or service that is used is at the location"),
    [REFNET_HSDS_SERVICE_LOCATIONS] =
        TABLE("services_at_location service_at_location services_at_locations",
              service_location_fields, "nothing uses them"),
    [REFNET_HSDS_ADDRESSES] = TABLE("physical_addresses addresses physical_address address",
                                    address_fields, "they are of locations that are not used"),
    [REFNET_HSDS_POSTAL_ADDRESSES] =
        TABLE("postal_addresses mail_addresses postal_address", address_fields,
              "the location has a physical address, or is not used"),
    [REFNET_HSDS_CONTACTS] = TABLE("contacts contact", contact_fields, "nothing uses them"),
    [REFNET_HSDS_PHONES] =
        TABLE("phones phone", phone_fields,
              "an organisation and a contact have room for one phone number, and another is used"),
    [REFNET_HSDS_SERVICE_AREAS] =
        TABLE("service_areas service_area", service_area_fields, "nothing uses them"),
    [REFNET_HSDS_TERMS] = TABLE("taxonomy_terms taxonomy_term taxonomy", term_fields,
                                "no service that is used has the category"),
    [REFNET_HSDS_VOCABULARIES] = TABLE("taxonomies taxonomy_types", vocabulary_fields,
                                       "no category that is used is of the vocabulary"),
    [REFNET_HSDS_SERVICE_TERMS] =
        TABLE("service_attributes services_taxonomy service_taxonomy services_taxonomies",
              service_term_fields, "nothing uses them"),
    [REFNET_HSDS_ATTRIBUTES] = TABLE("attributes attribute other_attributes", attribute_fields,
                                     "they describe something else than services"),
    [REFNET_HSDS_LANGUAGES] = TABLE("languages language", language_fields,
                                    "they say what is spoken on a phone, not at an organisation"),
    [REFNET_HSDS_ELIGIBILITY] =
        TABLE("eligibility eligibilities", eligibility_fields,
              "they describe the people served in a sentence, or not at all"),
    [REFNET_HSDS_IDENTIFIERS] = TABLE("organization_identifiers organization_identifier",
                                      identifier_fields, "nothing uses them"),
    [REFNET_HSDS_URLS] = TABLE("urls url", url_fields,
                               "the organisation's website is known already, or they are others'"),
};

/* ---- reading --------------------------------------------------------------------------------- */

static gboolean is_taken(const RefnetHsds *hsds, const char *name) {
  for (guint i = 0; i < REFNET_HSDS_TABLES; i++)
    if (hsds->tables[i]->present && g_str_equal(hsds->tables[i]->label, name))
      return TRUE;
  return FALSE;
}

static const char *why_unused(const char *name) {
  static const struct {
    const char *start, *why;
  } others[] = {{"program", "programmes are parts of organisations, whose services are read"},
                {"service_capacit", "they count beds, seats and the like, not people in a year"},
                {"unit", "they count beds, seats and the like, not people in a year"}};
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
    if (g_ascii_strncasecmp(name, others[i].start, strlen(others[i].start)) == 0)
      return others[i].why;
  return "they say what no question of refnet asks, such as opening hours or fees";
}

gboolean refnet_hsds_count_others(RefnetHsds *hsds, const RefnetPackage *package, GError **error) {
  for (guint i = 0; i < refnet_package_length(package); i++) {
    const char *name = refnet_package_name(package, i);
    g_autofree char *stem = g_strndup(name, strlen(name) - strlen(".csv"));
    const RefnetRelationTable table = {stem, NULL, 0, why_unused(name)};
    if (is_taken(hsds, name))
      continue;
    g_autoptr(GError) failure = NULL;
    g_autoptr(RefnetRelation) other =
        refnet_relation_read(package, &table, hsds->import, hsds->pool, &failure);
    if (other != NULL)
      refnet_relation_account(other, hsds->import);
    else if (!g_error_matches(failure, REFNET_ERROR, REFNET_ERROR_INPUT)) {
      g_propagate_error(error, g_steal_pointer(&failure));
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean require_organizations(const RefnetHsds *hsds, GError **error) {
  const RefnetRelation *organizations = hsds->tables[REFNET_HSDS_ORGANIZATIONS];
  if (!organizations->present)
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                        "the package has no organizations.csv, which every directory has");
  else if (!refnet_relation_has(organizations, REFNET_HSDS_ORGANIZATION_NAME))
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s has no column \"name\"; say which it is with --column "
                "organizations.name=HEADER",
                organizations->label);
  else
    return TRUE;
  return FALSE;
}

/* Has a table the field by the name of "FIELD=HEADER" or "TABLE.FIELD=HEADER", under the header? */
static gboolean is_understood(const RefnetHsds *hsds, const char *override) {
  for (guint i = 0; i < REFNET_HSDS_TABLES; i++)
    if (refnet_relation_has_override(hsds->tables[i], override))
      return TRUE;
  return FALSE;
}

static gboolean check_overrides(const RefnetHsds *hsds, GError **error) {
  const char *const *columns = hsds->import->columns;
  for (gsize i = 0; columns != NULL && columns[i] != NULL; i++) {
    if (is_understood(hsds, columns[i]))
      continue;
    g_autofree char *shown = refnet_text_display(columns[i], 60);
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "column \"%s\" names a field or a header that no table of the directory has; write "
                "TABLE.FIELD=HEADER, as in services.name=HEADER",
                shown);
    return FALSE;
  }
  return TRUE;
}

gboolean refnet_hsds_read(RefnetHsds *hsds, const RefnetPackage *package, GError **error) {
  for (guint i = 0; i < REFNET_HSDS_TABLES; i++) {
    hsds->tables[i] = refnet_relation_read(package, &tables[i], hsds->import, hsds->pool, error);
    if (hsds->tables[i] == NULL)
      return FALSE;
  }
  /* The tables with ids have them first. */
  static const RefnetHsdsTable with_ids[] = {
      REFNET_HSDS_ORGANIZATIONS,     REFNET_HSDS_SERVICES, REFNET_HSDS_LOCATIONS,
      REFNET_HSDS_SERVICE_LOCATIONS, REFNET_HSDS_CONTACTS, REFNET_HSDS_TERMS,
      REFNET_HSDS_VOCABULARIES};
  for (gsize i = 0; i < G_N_ELEMENTS(with_ids); i++)
    hsds->ids[with_ids[i]] = refnet_relation_index(hsds->tables[with_ids[i]], 0);
  return check_overrides(hsds, error) && require_organizations(hsds, error);
}
