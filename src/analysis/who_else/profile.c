/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Profiles of organizations and the terms of their fit. */
#include "analysis/who_else/profile.h"

#include <math.h>

#include "base/order.h"

#define NEAR_KM 25.0 /* distance at which nearness has fallen to 1/e */

/* ---- lists ----------------------------------------------------------------------------------- */

guint32 refnet_list_select(RefnetIndexList a, RefnetIndexList b, gboolean in, guint32 *items) {
  guint32 length = 0;
  for (guint32 i = 0, k = 0; i < a.length; i++) {
    while (k < b.length && b.items[k] < a.items[i])
      k++;
    gboolean found = k < b.length && b.items[k] == a.items[i];
    if (found == in)
      items[length++] = a.items[i];
  }
  return length;
}

static guint32 common_items(RefnetIndexList a, RefnetIndexList b) {
  guint32 common = 0;
  for (guint32 i = 0, k = 0; i < a.length && k < b.length;) {
    guint32 left = a.items[i], right = b.items[k];
    common += left == right;
    i += left <= right;
    k += right <= left;
  }
  return common;
}

/* |a ∩ b| / |a ∪ b|; NaN where either is unknown. */
static double jaccard(RefnetIndexList a, RefnetIndexList b) {
  if (a.length == 0 || b.length == 0)
    return NAN;
  double common = common_items(a, b);
  return common / (a.length + (double)b.length - common);
}

/* ---- profiles -------------------------------------------------------------------------------- */

/* Sorts the items, drops repeats; the profile keeps the memory as *own. */
static RefnetIndexList list_of_array(GArray *array, guint32 **own) {
  guint32 length = (guint32)refnet_sort_distinct((guint32 *)(gpointer)array->data, array->len);
  *own = (guint32 *)(gpointer)g_array_free(array, FALSE);
  return (RefnetIndexList){*own, length};
}

static void add_items(GArray *array, RefnetIndexList list) {
  if (list.length)
    g_array_append_vals(array, list.items, list.length);
}

/* Offers that say something of their own: rows of services.csv. */
static void put_together(RefnetProfile *profile, const RefnetDataset *dataset,
                         guint32 organization) {
  GArray *services = g_array_new(FALSE, FALSE, sizeof(guint32));
  GArray *areas = g_array_new(FALSE, FALSE, sizeof(guint32));
  GArray *populations = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
       o++) {
    const RefnetOffer *offer = &dataset->offers[o];
    g_array_append_val(services, offer->service);
    add_items(areas, offer->areas);
    add_items(populations, offer->populations);
  }
  profile->services = list_of_array(services, &profile->own[0]);
  profile->areas = list_of_array(areas, &profile->own[1]);
  profile->populations = list_of_array(populations, &profile->own[2]);
}

void refnet_profile_init(RefnetProfile *profile, const RefnetDataset *dataset,
                         guint32 organization) {
  const RefnetOrganization *row = &dataset->organizations[organization];
  guint32 first = dataset->offer_start[organization];
  gboolean listed =
      first == dataset->offer_start[organization + 1] || dataset->offers[first].line == 0;
  *profile = (RefnetProfile){
      .services = row->services, .areas = row->areas, .populations = row->populations};
  if (!listed)
    put_together(profile, dataset, organization);
}

void refnet_profile_clear(RefnetProfile *profile) {
  for (guint i = 0; i < G_N_ELEMENTS(profile->own); i++)
    g_clear_pointer(&profile->own[i], g_free);
}

/* ---- fit ------------------------------------------------------------------------------------- */

double refnet_organizations_km(const RefnetDataset *dataset, guint32 a, guint32 b) {
  if (a == REFNET_NONE || b == REFNET_NONE)
    return NAN;
  const RefnetOrganization *first = &dataset->organizations[a];
  const RefnetOrganization *second = &dataset->organizations[b];
  return refnet_distance_km(first->details->latitude, first->details->longitude,
                            second->details->latitude, second->details->longitude);
}

double refnet_profile_nearness(const RefnetDataset *dataset, guint32 a, guint32 b) {
  return exp(-refnet_organizations_km(dataset, a, b) / NEAR_KM);
}

/* Services, and populations. */
static double complementarity(const RefnetSaid *x, const RefnetSaid *y) {
  if (x->first.length == 0 || y->first.length == 0)
    return NAN;
  if (x->second.length && y->second.length && common_items(x->second, y->second) == 0)
    return 0;
  double common = common_items(x->first, y->first);
  return (y->first.length - common) / (x->first.length + (double)y->first.length - common);
}

double refnet_profile_most_services(const RefnetProfile *x, guint32 most_services,
                                    RefnetPreference prefer) {
  if (prefer == REFNET_PREFER_SIMILAR || most_services == 0)
    return 1;
  return most_services / ((double)x->services.length + most_services);
}

/* Offers, and seeks. Known where at least one way both are on record. */
static double exchange(const RefnetSaid *x, const RefnetSaid *y) {
  gboolean to_y = x->first.length && y->second.length;
  gboolean to_x = y->first.length && x->second.length;
  if (!to_x && !to_y)
    return NAN;
  return (to_y && common_items(x->first, y->second) ? .5 : 0) +
         (to_x && common_items(y->first, x->second) ? .5 : 0);
}

RefnetSaid refnet_profile_said(const RefnetProfile *profile, const RefnetDataset *dataset,
                               guint32 organization, RefnetTerm term) {
  const RefnetOrganizationDetails *details =
      organization == REFNET_NONE ? NULL : dataset->organizations[organization].details;
  switch (term) {
  case REFNET_TERM_AREA:
    return (RefnetSaid){.first = profile->areas};
  case REFNET_TERM_POPULATION:
    return (RefnetSaid){.first = profile->populations};
  case REFNET_TERM_SERVICE:
    return (RefnetSaid){profile->services, profile->populations};
  default:
    return details ? (RefnetSaid){details->offers, details->seeks} : (RefnetSaid){{0}, {0}};
  }
}

double refnet_said_fit(RefnetTerm term, const RefnetSaid *x, const RefnetSaid *y,
                       RefnetPreference prefer) {
  if (term == REFNET_TERM_RESOURCE)
    return exchange(x, y);
  if (term == REFNET_TERM_SERVICE && prefer != REFNET_PREFER_SIMILAR)
    return complementarity(x, y);
  return jaccard(x->first, y->first);
}

RefnetFit refnet_profile_fit(const RefnetDataset *dataset, guint32 x_organization,
                             const RefnetProfile *x, guint32 y_organization, const RefnetProfile *y,
                             RefnetPreference prefer) {
  double km = refnet_organizations_km(dataset, x_organization, y_organization);
  RefnetFit fit;
  for (guint term = 0; term < REFNET_TERMS; term++) {
    RefnetSaid of_x = refnet_profile_said(x, dataset, x_organization, (RefnetTerm)term);
    RefnetSaid of_y = refnet_profile_said(y, dataset, y_organization, (RefnetTerm)term);
    fit.term[term] = refnet_said_fit((RefnetTerm)term, &of_x, &of_y, prefer);
  }
  if (!isnan(km))
    fit.term[REFNET_TERM_AREA] = exp(-km / NEAR_KM);
  return fit;
}
