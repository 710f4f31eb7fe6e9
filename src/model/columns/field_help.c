/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/field_help.h"

#define SAME_NAME "by a name or id that organizations.csv has"
#define NOT_COUNTED "blank: not known"
#define DAY "as 2026-03-14, or as your spreadsheet shows dates"

static const RefnetFieldHelp organization_help[] = {
    {REFNET_ORGANIZATION_NAME, "what everybody calls it, in full", "Harbor Respite House"},
    {REFNET_ORGANIZATION_SERVICES,
     "what it offers; separate several by semicolons, and use the same words for the same service "
     "everywhere",
     "respite care; caregiver support"},
    {REFNET_ORGANIZATION_AREAS,
     "where it works, the same way; \"countywide\" means every area, however many there are",
     "Eastside; Northport"},
    {REFNET_ORGANIZATION_SHORT_NAME, "a shorter name, for maps and sentences", "Harbor Respite"},
    {REFNET_ORGANIZATION_SECTOR, "what kind of organisation it is; a few kinds for all will do",
     "aging"},
    {REFNET_ORGANIZATION_POPULATIONS, "whom it serves; blank if you don't know",
     "caregivers; older adults"},
    {REFNET_ORGANIZATION_LANGUAGES, "in which languages", "English; Spanish"},
    {REFNET_ORGANIZATION_COALITIONS, "coalitions and groups that it is a member of",
     "Aging Coalition"},
    {REFNET_ORGANIZATION_PARTNERSHIP, "how you work with it: formal, casual, stakeholder, prospect",
     "formal"},
    {REFNET_ORGANIZATION_PHONE, "its own number", "989-555-0103"},
    {REFNET_ORGANIZATION_EMAIL, "its own address; those of people go into contacts.csv",
     "office@harborrespite.example"},
    {REFNET_ORGANIZATION_WEBSITE, "", "https://harborrespite.example"},
    {REFNET_ORGANIZATION_ADDRESS, "", "12 Quay Street"},
    {REFNET_ORGANIZATION_CITY, "", "Northport"},
    {REFNET_ORGANIZATION_POSTAL_CODE, "", "48999"},
    {REFNET_ORGANIZATION_CAPACITY,
     "how many people a year it can serve, where it offers one service; of several, services.csv "
     "tells",
     ""},
    {REFNET_ORGANIZATION_OFFERS, "what it could share: a room, a van, training", "meeting room"},
    {REFNET_ORGANIZATION_SEEKS, "what it would like others to share", "volunteers; a van"},
    {REFNET_ORGANIZATION_LATITUDE, "where it is, in degrees, for maps and distances", "43.012"},
    {REFNET_ORGANIZATION_LONGITUDE, "the same; west of Greenwich below 0", "-82.451"},
    {REFNET_ORGANIZATION_ALTERNATE_NAMES, "other names that people use for it",
     "Respite House; HRH"},
    {REFNET_ORGANIZATION_PARENT, "the organisation it is a part of, " SAME_NAME, "Elm Clinic"},
    {REFNET_ORGANIZATION_STATUS, "active (also when blank) or closed", "active"},
    {REFNET_ORGANIZATION_TAX_ID, "its tax number, which tells like names apart", "38-1234567"},
    {REFNET_ORGANIZATION_FUNDING_END, "the day its funding ends, if one is known", "2027-06-30"},
    {REFNET_ORGANIZATION_VERIFIED, "the day somebody last made sure that the row is right",
     "2026-03-14"},
    {REFNET_ORGANIZATION_ID,
     "a short name to use in the other files, if you like; else it is made from the name",
     "harbor-respite"},
};

static const RefnetFieldHelp contact_help[] = {
    {REFNET_CONTACT_ORGANIZATION, "where the person works, " SAME_NAME, "Harbor Respite House"},
    {REFNET_CONTACT_NAME, "", "Ana Ruiz"},
    {REFNET_CONTACT_ROLE, "", "Director"},
    {REFNET_CONTACT_EMAIL, "", "ana@harborrespite.example"},
    {REFNET_CONTACT_PHONE, "", "989-555-0104"},
    {REFNET_CONTACT_PRIMARY, "yes: the one to call first", "yes"},
    {REFNET_CONTACT_LAST_CONTACT, "when you were last in touch, " DAY, "2026-02-14"},
    {REFNET_CONTACT_FIRST_CONTACT, "when you first were", "2024-09-01"},
    {REFNET_CONTACT_CHANNEL, "how the person likes to be reached", "phone"},
    {REFNET_CONTACT_LEFT, "when the person left; keep the row", ""},
    {REFNET_CONTACT_SUCCEEDED_BY, "who came after, by name", ""},
    {REFNET_CONTACT_ID, "only where two people there have the same name", ""},
};

static const RefnetFieldHelp referral_help[] = {
    {REFNET_REFERRAL_FROM, "who sends people, " SAME_NAME, "Elm Clinic"},
    {REFNET_REFERRAL_TO, "to whom", "Harbor Respite House"},
    {REFNET_REFERRAL_COUNT, "how many people; blank: 1", "12"},
    {REFNET_REFERRAL_FREQUENCY,
     "where nobody counts: never, yearly, quarterly, monthly, weekly or daily", "monthly"},
    {REFNET_REFERRAL_SERVICE, "what for", "respite care"},
    {REFNET_REFERRAL_DATE, "when, or when last", "2026-02-20"},
    {REFNET_REFERRAL_ACCEPTED, "how many of them were taken", "10"},
    {REFNET_REFERRAL_COMPLETED, "how many got what they came for", "9"},
    {REFNET_REFERRAL_STATUS, "of a row about one person: completed, declined, pending", ""},
    {REFNET_REFERRAL_FROM_CONTACT, "who sends, by name", ""},
    {REFNET_REFERRAL_TO_CONTACT, "who takes them on, by name", "Ana Ruiz"},
    {REFNET_REFERRAL_REPORTED_BY, "which organisation says so", "Elm Clinic"},
    {REFNET_REFERRAL_BASIS, "declared (somebody said so), observed (in records) or inferred",
     "declared"},
    {REFNET_REFERRAL_AGREEMENT, "between the two: none, informal or formal", "formal"},
    {REFNET_REFERRAL_RENEWAL, "when that is up for renewal", "2026-12-31"},
};

static const RefnetFieldHelp area_help[] = {
    {REFNET_AREA_AREA, "its name, as the other files have it", "Eastside"},
    {REFNET_AREA_NAME, "a longer name, for sentences", "Eastside Township"},
    {REFNET_AREA_LATITUDE, "its middle, in degrees, for maps and distances", "43.021"},
    {REFNET_AREA_LONGITUDE, "the same; west of Greenwich below 0", "-82.402"},
    {REFNET_AREA_POPULATION, "how many people live there", "18200"},
    {REFNET_AREA_NEIGHBORS, "areas beside it", "Northport"},
    {REFNET_AREA_WITHIN, "the larger area it is a part of", ""},
};

static const RefnetFieldHelp need_help[] = {
    {REFNET_NEED_AREA, "", "Eastside"},
    {REFNET_NEED_SERVICE, "", "respite care"},
    {REFNET_NEED_DEMAND, "how many people a year need it there; " NOT_COUNTED, "140"},
    {REFNET_NEED_POPULATION, "which group, if the number is about one", "caregivers"},
    {REFNET_NEED_PERIOD, "if the number is not a year's: month, week", "year"},
};

static const RefnetFieldHelp service_help[] = {
    {REFNET_SERVICE_ORGANIZATION, SAME_NAME, "Harbor Respite House"},
    {REFNET_SERVICE_SERVICE, "", "respite care"},
    {REFNET_SERVICE_AREA, "blank: all that organizations.csv lists for it", "Eastside"},
    {REFNET_SERVICE_POPULATION, "the same", "caregivers"},
    {REFNET_SERVICE_CAPACITY, "how many people it can serve; " NOT_COUNTED, "120"},
    {REFNET_SERVICE_PERIOD, "if that is not a year's: month, week", "year"},
};

static const RefnetFieldHelp respondent_help[] = {
    {REFNET_RESPONDENT_ORGANIZATION, "who was asked, " SAME_NAME, "Elm Clinic"},
    {REFNET_RESPONDENT_ANSWERED, "yes or no", "yes"},
    {REFNET_RESPONDENT_DATE, "when", "2026-03-02"},
};

static const RefnetFieldHelp nomination_help[] = {
    {REFNET_NOMINATION_NOMINATED,
     "who was named; add it to organizations.csv, too (partnership: prospect)", "Ride Together"},
    {REFNET_NOMINATION_NAMED_BY, "by whom", "Elm Clinic"},
    {REFNET_NOMINATION_DATE, "when", "2026-03-02"},
    {REFNET_NOMINATION_NOTE, "why", "has vans with lifts"},
};

static const RefnetFieldHelp meeting_help[] = {
    {REFNET_MEETING_ORGANIZATION, "whom you met, " SAME_NAME, "Harbor Respite House"},
    {REFNET_MEETING_DATE, "when, " DAY, "2026-01-20"},
    {REFNET_MEETING_PEOPLE, "who was there", "Ana Ruiz"},
    {REFNET_MEETING_NEXT_STEP, "what was agreed", "share the intake form"},
};

#define HELP(file, rows, purpose, fields)                                                          \
  { REFNET_FILE_##file, rows, purpose, fields, G_N_ELEMENTS(fields) }
static const RefnetFileHelp helps[] = {
    HELP(ORGANIZATIONS, "one organisation", "who there is; this file alone is enough to begin",
         organization_help),
    HELP(REFERRALS, "people sent from one organisation to another",
         "the relationships that the map shows", referral_help),
    HELP(CONTACTS, "one person at one organisation",
         "whom you know where; refnet writes names out only with --show-people", contact_help),
    HELP(AREAS, "one area", "where areas are, for maps and distances", area_help),
    HELP(NEEDS, "one service in one area", "what people need where, for the gaps", need_help),
    HELP(SERVICES, "one service of one organisation",
         "what the lists in organizations.csv can't say: how many, where, for whom. Of an "
         "organisation that is here, these rows count in place of its lists",
         service_help),
    HELP(RESPONDENTS, "one organisation that was asked",
         "who answered a survey, so that silence is not taken for no", respondent_help),
    HELP(NOMINATIONS, "one organisation named by another",
         "answers to \"Who else should we be meeting with?\"", nomination_help),
    HELP(MEETINGS, "one meeting with one organisation", "whom you met, and what comes next",
         meeting_help),
};

const RefnetFileHelp *refnet_file_helps(guint *count) {
  *count = G_N_ELEMENTS(helps);
  return helps;
}
