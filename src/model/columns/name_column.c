/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/name_column.h"

#include "model/columns/fields.h"
#include "model/columns/words.h"

static gboolean is_among(const char *const *headers, guint length, guint column,
                         const char *words) {
  return column < length && refnet_word_is_among(headers[column], words);
}

/* Organizations, too, have e-mail addresses, but no title. */
static gboolean names_organizations(const char *header, gboolean has_title) {
  static const char says_whose[] = "organizationname agencyname orgname providername facilityname "
                                   "nameoforganization nameofagency nameofprovider nameoffacility";
  const RefnetField *name =
      &refnet_file_fields(REFNET_FILE_ORGANIZATIONS)->fields[REFNET_ORGANIZATION_NAME];
  return refnet_word_is_among(header, says_whose) ||
         (has_title && refnet_field_fit(name, header) != G_MAXUINT);
}

/* A title, or how to write to them, behind the name. */
static gboolean is_persons(const char *const *headers, guint length, guint name,
                           gboolean has_title) {
  return is_among(headers, length, name, "name") &&
         (has_title || is_among(headers, length, name + 1, REFNET_PERSON_EMAIL_HEADERS) ||
          (is_among(headers, length, name + 1, REFNET_PERSON_PHONE_HEADERS) &&
           is_among(headers, length, name + 2, REFNET_PERSON_EMAIL_HEADERS)));
}

guint refnet_organization_name_column(const char *const *headers, guint length, guint name) {
  const gboolean has_title = is_among(headers, length, name + 1, REFNET_PERSON_TITLE_HEADERS) ||
                             is_among(headers, length, name + 2, REFNET_PERSON_TITLE_HEADERS);
  for (guint c = 0; is_persons(headers, length, name, has_title) && c < name; c++)
    if (names_organizations(headers[c], has_title))
      return c;
  return name;
}
