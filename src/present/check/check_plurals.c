/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/check/check_plurals.h"

#include <string.h>

static const struct {
  const char *kind;
  const char *said; /* to follow their number */
  const char *fix;  /* NULL: what is said of one does for several */
} plurals[] = {
    /* by kind, bytewise */
    {"accepted-exceeds-count", "rows have more referrals accepted than made",
     "correct one of the two figures of each"},
    {"ambiguous-date", "dates could be two days and are unknown; say --date-order mdy or dmy",
     NULL},
    {"ambiguous-organization", "rows name what could be several organisations", "use the ids"},
    {"approximate-count", "figures are estimates or words, each read as close as it gets",
     "write digits only if others are meant"},
    {"bad-answer", "cells are neither yes nor no and are unknown", NULL},
    {"bad-coordinate", "coordinates are impossible and were read as unknown", NULL},
    {"bad-count", "rows have a count that is no whole number", NULL},
    {"bad-date", "dates could not be read and are unknown", NULL},
    {"bad-number", "figures could not be read and are unknown", NULL},
    {"bad-required-date", "rows lack a date that can be read", NULL},
    {"blank-required", "rows lack a cell that every row needs",
     "fill the cells, or remove the rows; of merged cells only the first keeps its text"},
    {"capacity-not-used", "capacities are not used:", NULL},
    {"column-without-header", "columns have cells but no header; they are left out", NULL},
    {"comma-kept", "cells with commas were read as one value each", NULL},
    {"comma-split", "cells were split at their commas, for all parts are known values", NULL},
    {"completed-exceeds-accepted", "rows have more referrals completed than accepted or made",
     "correct one of the two figures of each"},
    {"dates-out-of-order", "dates are before others that they follow",
     "correct one of the two dates of each"},
    {"divided-area", "rows give a need for an area that consists of others", NULL},
    {"duplicate-area", "rows describe an area that is described already",
     "make the rows of each area one"},
    {"duplicate-column", "columns have a header that another one has",
     "give each column a header of its own"},
    {"duplicate-id", "rows use an id that an earlier row has",
     "give the rows other ids, or make those one that mean the same; a list of services, places or "
     "people is no list of organisations"},
    {"far-place", "places are far from most others",
     "correct the coordinates of those that are not there"},
    {"figure-as-name", "numbers were read as the names of populations or languages", NULL},
    {"future-date", "dates of past events lie in the future", "correct the dates"},
    {"left-contact-named", "referrals name a contact who had left",
     "name who is the contact now, or correct the dates"},
    {"long-row", "rows have more cells than the header", NULL},
    {"merged-row", "rows repeat an earlier one and were merged with it", NULL},
    {"no-areas", "organisations list no areas", "list the areas they serve, separated by ;"},
    {"no-contacts", "organisations have no listed contact who is still there",
     "add a contact of each to contacts.csv"},
    {"no-organization", "names seem to be totals, remarks or other words, not organisations",
     "remove the rows, or write the names that are meant"},
    {"no-services", "organisations list no services", "list their services, separated by ;"},
    {"no-ties", "organisations have no recorded relationships",
     "add their referrals to referrals.csv, if there are any"},
    {"not-answered", "organisations did not answer, so that what they do not list is unknown",
     "ask them again"},
    {"nul-byte", "rows have a NUL byte, which no text has", NULL},
    {"one-area-listed", "organisations with a wide name list one area",
     "ask which areas they serve; all means every one"},
    {"parent-cycle", "organisations are their own parent, directly or through others",
     "clear the cell of those that have no parent"},
    {"placeholder-contact", "contacts are a desk or a placeholder, not a person",
     "name a person in each, or remove the rows"},
    {"plain-name",
     "names are written otherwise than in organizations.csv, without doubt which are meant",
     "write them as there, or add them to alternate_names"},
    {"renewal-of-none", "rows have no agreement, and a day on which it is up for renewal",
     "write which agreement there is, or clear the renewal"},
    {"renewal-passed", "agreements were up for renewal before the latest referral",
     "write when each is up for renewal next, if it was renewed"},
    {"repeated-need", "rows tell a need that stands in an earlier row; the figures are added up",
     NULL},
    {"repeated-respondent", "organisations are listed twice with other answers", NULL},
    {"rows-above-header", "files have rows above the names of their columns, left out", NULL},
    {"same-name", "organisations have the name of another",
     "make the rows one, or tell the names apart and refer to each by its id"},
    {"second-column", "columns mean a field that is read from another one", NULL},
    {"self-referral", "organisations refer to themselves; no relationship follows from it",
     "name the organisations referred to, or remove the rows"},
    {"services-left-out",
     "organisations list services that their rows in services.csv, which count in place of the "
     "list, leave out",
     "add a row of each service to services.csv, or take them off the lists"},
    {"several-contacts", "cells for one contact name several; the first was taken", NULL},
    {"short-row", "rows have fewer cells than the header; the rest is taken as blank", NULL},
    {"similar-name", "organisations have nearly the name of another",
     "make two rows one where they are the same organisation"},
    {"similar-value", "pairs of values may be one",
     "write each pair one way if both mean the same"},
    {"stray-quote", "rows have a stray quote", NULL},
    {"suspected-unclosed-quote", "rows have a quote that seems not to be closed", NULL},
    {"swapped-coordinates", "places seem to have latitude and longitude swapped",
     "swap the cells, or the headers of the two columns"},
    {"taken-organization", "organisations were taken from the referrals", NULL},
    {"total-row", "rows add up others, or are remarks on them", "remove the rows"},
    {"unclear-answer", "answers are neither a yes nor a no; the rows were kept as referrals", NULL},
    {"unclosed-quote", "rows have a quote that is never closed", NULL},
    {"unknown-agreement", "agreements are none of the known words", NULL},
    {"unknown-area", "areas are not in areas.csv",
     "correct the names, or add the areas to areas.csv"},
    {"unknown-basis", "bases are none of the known words", NULL},
    {"unknown-frequency", "frequencies are none of the known words", NULL},
    {"unknown-nominated", "nominated organisations are not listed; the rows are kept",
     "add the organisations to organizations.csv, perhaps as prospects"},
    {"unknown-organization", "rows name an organisation that is not listed",
     "write the names as in organizations.csv, or add them there, to alternate_names or as new "
     "rows"},
    {"unknown-parent", "parents are not one listed organisation", NULL},
    {"unknown-partnership", "partnerships are none of the known words and are kept as written",
     NULL},
    {"unknown-period", "periods do not convert to years", NULL},
    {"unknown-reporter", "reporters are not one listed organisation",
     "write the organisations' names or ids as in organizations.csv"},
    {"unknown-status", "statuses are none of the known words", NULL},
    {"unknown-successor", "contacts are succeeded by nobody whom contacts.csv lists there",
     "add the successors, or correct their names"},
    {"unlisted-contact", "contacts named in referrals are not in contacts.csv",
     "add the contacts to contacts.csv, or correct the names"},
    {"unused-column", "columns are not used", NULL},
    {"unused-file", "files are not read", NULL},
    {"wrong-hemisphere", "places would be near the others with another sign", NULL},
    {"zero-coordinates", "coordinates of 0 and 0 were read as unknown",
     "correct the coordinates, or leave the cells blank"},
};

static gsize find(const char *kind) {
  gsize i = 0;
  while (i < G_N_ELEMENTS(plurals) && strcmp(plurals[i].kind, kind) != 0)
    i++;
  return i;
}

const char *refnet_check_said_of_several(const char *kind) {
  gsize i = find(kind);
  return i < G_N_ELEMENTS(plurals) ? plurals[i].said : NULL;
}

const char *refnet_check_fix_of_several(const char *kind) {
  gsize i = find(kind);
  return i < G_N_ELEMENTS(plurals) ? plurals[i].fix : NULL;
}
