/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A made county that no page has room for: 40 services in 60 areas, names of about 60 letters. */
#ifndef REFNET_TESTS_DRAW_WIDE_COUNTY_H
#define REFNET_TESTS_DRAW_WIDE_COUNTY_H

#include "unit/support.h"

enum { WIDE_SERVICES = 40, WIDE_AREAS = 60, WIDE_ORGANIZATIONS = 70, WIDE_REFERRALS = 200 };

static inline void wide_organizations(GString *text, RefnetRandom *random) {
  g_string_append(text, "id,name,sector,services,areas\n");
  for (guint i = 0; i < WIDE_ORGANIZATIONS; i++) {
    g_string_append_printf(text,
                           "o%03u,Comprehensive Community Partnership for Neighborhood Health %03u,"
                           "sector of people and organizations number %u,",
                           i, i, i % 9);
    for (guint k = 0; k < 3; k++)
      g_string_append_printf(text, "%scoordinated supportive services for older adults number %02u",
                             k ? ";" : "", (guint)refnet_random_below(random, WIDE_SERVICES));
    g_string_append_c(text, ',');
    for (guint k = 0; k < 4; k++)
      g_string_append_printf(text, "%sa%02u", k ? ";" : "",
                             (guint)refnet_random_below(random, WIDE_AREAS));
    g_string_append_c(text, '\n');
  }
}

static inline void wide_areas(GString *text, RefnetRandom *random) {
  g_string_append(text, "area,name,latitude,longitude\n");
  for (guint i = 0; i < WIDE_AREAS; i++)
    g_string_append_printf(
        text, "a%02u,Township and Unincorporated Neighborhoods of Upper Harbor %02u,%g,%g\n", i, i,
        43.5 + refnet_random_unit(random) / 2, -83 + refnet_random_unit(random));
}

static inline void wide_needs(GString *text, RefnetRandom *random) {
  g_string_append(text, "area,service,demand,period\n");
  for (guint a = 0; a < WIDE_AREAS; a++)
    for (guint s = a % 3; s < WIDE_SERVICES; s += 3)
      g_string_append_printf(
          text, "a%02u,coordinated supportive services for older adults number %02u,%u,year\n", a,
          s, 10 + (guint)refnet_random_below(random, 90000));
}

static inline RefnetDataset *wide_county_load(GError **error) {
  g_autoptr(GString) organizations = g_string_new(NULL), areas = g_string_new(NULL);
  g_autoptr(GString) needs = g_string_new(NULL), referrals = g_string_new("from,to,count\n");
  RefnetRandom random;
  refnet_random_seed(&random, 7);
  wide_organizations(organizations, &random);
  wide_areas(areas, &random);
  wide_needs(needs, &random);
  for (guint i = 0; i < WIDE_REFERRALS; i++)
    g_string_append_printf(referrals, "o%03u,o%03u,%u\n",
                           (guint)refnet_random_below(&random, WIDE_ORGANIZATIONS - 8),
                           (guint)refnet_random_below(&random, WIDE_ORGANIZATIONS - 8),
                           1 + (guint)refnet_random_below(&random, 300));
  return support_load(error, "organizations.csv", organizations->str, "areas.csv", areas->str,
                      "needs.csv", needs->str, "referrals.csv", referrals->str, "contacts.csv",
                      "organization,name\no000,Ann Ash\no001,Bob Bay\n", NULL);
}

#endif
