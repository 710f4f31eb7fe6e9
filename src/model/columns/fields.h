/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a dataset's files are called, which fields they have and by which headers each is known. One
 * table drives the matching of headers, `--column` and the documentation. */
#ifndef REFNET_MODEL_COLUMNS_FIELDS_H
#define REFNET_MODEL_COLUMNS_FIELDS_H

#include <glib.h>

G_BEGIN_DECLS

/* The files in the order in which they are told to people. */
typedef enum {
  REFNET_FILE_ORGANIZATIONS,
  REFNET_FILE_SERVICES,
  REFNET_FILE_REFERRALS,
  REFNET_FILE_CONTACTS,
  REFNET_FILE_NEEDS,
  REFNET_FILE_AREAS,
  REFNET_FILE_RESPONDENTS,
  REFNET_FILE_NOMINATIONS,
  REFNET_FILE_MEETINGS,
  REFNET_FILE_CATEGORIES
} RefnetFile;
#define REFNET_FILES 10

/* Fields are numbered within their file, in the order of the tables in fields.c. */
enum {
  REFNET_ORGANIZATION_NAME,
  REFNET_ORGANIZATION_ID,
  REFNET_ORGANIZATION_SHORT_NAME,
  REFNET_ORGANIZATION_ALTERNATE_NAMES,
  REFNET_ORGANIZATION_SECTOR,
  REFNET_ORGANIZATION_SERVICES,
  REFNET_ORGANIZATION_AREAS,
  REFNET_ORGANIZATION_POPULATIONS,
  REFNET_ORGANIZATION_LANGUAGES,
  REFNET_ORGANIZATION_OFFERS,
  REFNET_ORGANIZATION_SEEKS,
  REFNET_ORGANIZATION_PARTNERSHIP,
  REFNET_ORGANIZATION_COALITIONS,
  REFNET_ORGANIZATION_CAPACITY,
  REFNET_ORGANIZATION_STATUS,
  REFNET_ORGANIZATION_ADDRESS,
  REFNET_ORGANIZATION_CITY,
  REFNET_ORGANIZATION_POSTAL_CODE,
  REFNET_ORGANIZATION_LATITUDE,
  REFNET_ORGANIZATION_LONGITUDE,
  REFNET_ORGANIZATION_PHONE,
  REFNET_ORGANIZATION_EMAIL,
  REFNET_ORGANIZATION_WEBSITE,
  REFNET_ORGANIZATION_TAX_ID,
  REFNET_ORGANIZATION_PARENT,
  REFNET_ORGANIZATION_FUNDING_END,
  REFNET_ORGANIZATION_VERIFIED
};
enum {
  REFNET_SERVICE_ORGANIZATION,
  REFNET_SERVICE_SERVICE,
  REFNET_SERVICE_AREA,
  REFNET_SERVICE_POPULATION,
  REFNET_SERVICE_CAPACITY,
  REFNET_SERVICE_PERIOD
};
enum {
  REFNET_REFERRAL_FROM,
  REFNET_REFERRAL_TO,
  REFNET_REFERRAL_SERVICE,
  REFNET_REFERRAL_COUNT,
  REFNET_REFERRAL_FREQUENCY,
  REFNET_REFERRAL_ACCEPTED,
  REFNET_REFERRAL_COMPLETED,
  REFNET_REFERRAL_STATUS,
  REFNET_REFERRAL_DATE,
  REFNET_REFERRAL_FROM_CONTACT,
  REFNET_REFERRAL_TO_CONTACT,
  REFNET_REFERRAL_BASIS,
  REFNET_REFERRAL_REPORTED_BY,
  REFNET_REFERRAL_AGREEMENT,
  REFNET_REFERRAL_RENEWAL
};
enum {
  REFNET_CONTACT_ORGANIZATION,
  REFNET_CONTACT_NAME,
  REFNET_CONTACT_ID,
  REFNET_CONTACT_ROLE,
  REFNET_CONTACT_EMAIL,
  REFNET_CONTACT_PHONE,
  REFNET_CONTACT_PRIMARY,
  REFNET_CONTACT_CHANNEL,
  REFNET_CONTACT_FIRST_CONTACT,
  REFNET_CONTACT_LAST_CONTACT,
  REFNET_CONTACT_LEFT,
  REFNET_CONTACT_SUCCEEDED_BY
};
enum {
  REFNET_NEED_AREA,
  REFNET_NEED_SERVICE,
  REFNET_NEED_DEMAND,
  REFNET_NEED_POPULATION,
  REFNET_NEED_PERIOD
};
enum {
  REFNET_AREA_AREA,
  REFNET_AREA_NAME,
  REFNET_AREA_LATITUDE,
  REFNET_AREA_LONGITUDE,
  REFNET_AREA_POPULATION,
  REFNET_AREA_NEIGHBORS,
  REFNET_AREA_WITHIN
};
enum { REFNET_RESPONDENT_ORGANIZATION, REFNET_RESPONDENT_ANSWERED, REFNET_RESPONDENT_DATE };
enum {
  REFNET_NOMINATION_NOMINATED,
  REFNET_NOMINATION_NAMED_BY,
  REFNET_NOMINATION_DATE,
  REFNET_NOMINATION_NOTE
};
enum {
  REFNET_MEETING_ORGANIZATION,
  REFNET_MEETING_DATE,
  REFNET_MEETING_PEOPLE,
  REFNET_MEETING_NEXT_STEP
};
enum { REFNET_CATEGORY_CATEGORY, REFNET_CATEGORY_NAME };
#define REFNET_FIELDS_MAX 27 /* of one file */

/* What stands in the cells of a field, as far as one meaning has several spellings. */
typedef enum {
  REFNET_CELL_TEXT,
  REFNET_CELL_ORGANIZATION, /* a reference, not a description */
  REFNET_CELL_DATE,
  REFNET_CELL_LAST_DAY, /* a date, when something ends */
  REFNET_CELL_FIGURE,
  REFNET_CELL_COUNT, /* a figure that is whole */
  REFNET_CELL_DEGREES,
  REFNET_CELL_ANSWER,
  REFNET_CELL_SECTOR,
  REFNET_CELL_SERVICE,
  REFNET_CELL_AREA,
  REFNET_CELL_POPULATION,
  REFNET_CELL_LANGUAGE,
  REFNET_CELL_RESOURCE,
  REFNET_CELL_COALITION,
  REFNET_CELL_PARTNERSHIP
} RefnetCellType;

/* Which of the words that say that something is not known ("N/A", "unknown", "-") count as a blank
 * cell; others may be meant in earnest. */
typedef enum {
  REFNET_BLANK_ALWAYS,
  REFNET_BLANK_BUT_INITIALS, /* "NA" may be a name shortened */
  REFNET_BLANK_BUT_NAMES,    /* somebody may be called Nan */
  REFNET_BLANK_BUT_NONE,     /* "none" and "nil" say that there is nothing, which is known */
  REFNET_BLANK_NEVER         /* codes; and counts, where nobody knows what a dash means */
} RefnetBlank;

/* Headers, folded, of the two columns that many lists have a person's name in; of contacts.csv,
 * where no other column has the name. */
#define REFNET_FIRST_NAME_HEADERS "firstname givenname forename fname contactfirstname"
#define REFNET_LAST_NAME_HEADERS "lastname surname familyname lname contactlastname contactsurname"

/* Headers, folded, of what else a person has beside a name; an organization may have the latter
 * two. */
#define REFNET_PERSON_TITLE_HEADERS "title jobtitle role position"
#define REFNET_PERSON_EMAIL_HEADERS "email emailaddress"
#define REFNET_PERSON_PHONE_HEADERS "phone phonenumber telephone cell mobile"

/* Headers, folded, of people in a table of organizations. */
#define REFNET_CONTACT_BESIDE_HEADERS                                                              \
  "contact contacts contactname contactperson contactpersonname primarycontact "                   \
  "primarycontactname maincontact maincontactname keycontact contactfirstname "                    \
  "primarycontactfirstname pointofcontact poc pocname"

/* One field of a file. */
typedef struct {
  const char *name;     /* as documented, e.g. "short_name" */
  gboolean required;    /* the column must be there and its cells filled */
  const char *synonyms; /* headers that mean it, folded, separated by blanks, best first */
  RefnetCellType type;
  gboolean list; /* several values of the type */
  RefnetBlank blank;
} RefnetField;

typedef struct {
  const char *file; /* "organizations.csv" */
  const RefnetField *fields;
  guint field_count;
} RefnetFileFields;

/* The description of one file; constant. */
const RefnetFileFields *refnet_file_fields(RefnetFile file);

/* How well the folded header `header` fits the field: 0 the field's own name, 1 + n its n-th
 * synonym, G_MAXUINT not at all. O(length of the synonyms). */
guint refnet_field_fit(const RefnetField *field, const char *header);
/* The same for headers that mean a field only where nothing else does: of "Agency" and "Partner" in
 * a list of links the one refers to the other; "Taxonomy" or "Program Name" beside organizations is
 * what they offer. */
guint refnet_field_fit_loosely(RefnetFile file, guint field, const char *header);
/* The field of a file whose figures are so many a year, a month or the like; G_MAXUINT: none. */
guint refnet_file_figure_of_period(RefnetFile file);

G_END_DECLS

#endif
