/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/help_text.h"

#include <stddef.h>

const HelpRow refnet_help_files[] = {
    {"organizations.csv", "name, and as known: id, sector, services, areas, populations … (required)"},
    {"referrals.csv", "from, to; service, count, date, accepted, completed, from_contact …"},
    {"contacts.csv", "organization, name; role, email, first_contact, last_contact, left …"},
    {"services.csv", "organization, service; area, population, capacity, period"},
    {"needs.csv", "area, service; demand, population, period"},
    {"areas.csv", "area; name, latitude, longitude, population, neighbors, within"},
    {"respondents.csv", "organization; answered, date"},
    {"nominations.csv", "nominated, named_by; date, note"},
    {"meetings.csv", "organization, date; people, next_step"},
    {NULL, NULL}};

const HelpRow refnet_help_exit_codes[] = {
    {"0", "done"},
    {"1", "there are findings: check (errors and warnings), or --fail-on"},
    {"2", "wrong usage"},
    {"3", "unusable input, or any rejected row with --strict"},
    {"4", "a file could not be read or written, or an internal failure"},
    {"130", "interrupted"},
    {"141", "the reader of the output closed the pipe"},
    {NULL, NULL}};

const HelpRow refnet_help_environment[] = {
    {"SOURCE_DATE_EPOCH", "the date of every result where --as-of is not given, in seconds since 1970"},
    {NULL, NULL}};
