/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom to call: one sentence a provider, with the route to it. */
#include "base/order.h"
#include "present/description/description.h"
#include "present/wording/words.h"

#include <math.h>

enum { AREAS_NAMED = 3 };

/* What was asked for. */
static const RefnetColumn field_columns[] = {
    {"service", "Service", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"area", "Area", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"population", "For", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"language", "Language", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"from", "From", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn provider_columns[] = {
    {"id", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"name", "ORGANISATION", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"area", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"area_name", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"km", "KM", REFNET_VALUE_REAL, 1, REFNET_COLUMN_DISTANCE, NULL},
    {"phone", "PHONE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"known_outcomes", "KNOWN OUTCOMES", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"unfilled", "NOT FILLED", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {"path", "ROUTE", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static void append_service(GString *text, const RefnetFind *find) {
  const RefnetDataset *dataset = find->network->dataset;
  g_string_append(text, dataset->services.names[find->service]);
  if (find->population != REFNET_NONE)
    g_string_append_printf(text, " for %s", dataset->populations.names[find->population]);
}

/* Nearer than this to its middle, somebody is where the area is. */
#define IN_THE_MIDDLE_KM .5

static void append_distance(GString *text, const RefnetFoundProvider *provider, RefnetUnits units) {
  g_autofree char *distance = refnet_distance_words(provider->km, units);
  if (!provider->serves_area)
    g_string_append_printf(text, ", %s away", distance);
  else if (provider->km >= IN_THE_MIDDLE_KM)
    g_string_append_printf(text, "; it is %s from the middle of the area", distance);
}

/* Where the provider offers the service: in the area asked for or the nearest; where none was asked
 * for, in all that its row lists. */
static char *areas_words(const RefnetFind *find, const RefnetFoundProvider *provider) {
  const RefnetDataset *dataset = find->network->dataset;
  g_autoptr(GArray) areas = g_array_new(FALSE, FALSE, sizeof(guint32));
  if (provider->area != REFNET_NONE)
    g_array_append_val(areas, provider->area);
  for (guint32 o = dataset->offer_start[provider->organization];
       o < dataset->offer_start[provider->organization + 1] && find->area == REFNET_NONE; o++)
    if (dataset->offers[o].service == find->service && dataset->offers[o].areas.length > 0)
      g_array_append_vals(areas, dataset->offers[o].areas.items, dataset->offers[o].areas.length);
  guint32 *items = (guint32 *)(gpointer)areas->data;
  guint32 length = (guint32)refnet_sort_distinct(items, areas->len);
  return refnet_words_areas(dataset, (RefnetIndexList){items, length}, AREAS_NAMED);
}

static void append_offer(GString *text, const RefnetFind *find, const RefnetFoundProvider *provider,
                         RefnetUnits units) {
  const RefnetDataset *dataset = find->network->dataset;
  g_string_append_printf(
      text, "%s offers ",
      refnet_organization_label(&dataset->organizations[provider->organization]));
  append_service(text, find);
  g_autofree char *areas = areas_words(find, provider);
  if (*areas)
    g_string_append_printf(text, " in %s", areas);
  if (find->area != REFNET_NONE && !isnan(provider->km))
    append_distance(text, provider, units);
  g_string_append_c(text, '.');
  if (find->area != REFNET_NONE && !provider->serves_area)
    g_string_append_printf(text,
                           *areas
                               ? " It isn't listed for %s; ask whether it would take people from "
                                 "there."
                               : " Our list doesn't say where; ask whether it serves %s.",
                           dataset->areas[find->area].name);
}

/* What is not known, or speaks against it. */
static void append_doubts(GString *text, const RefnetFind *find,
                          const RefnetFoundProvider *provider) {
  const RefnetDataset *dataset = find->network->dataset;
  if (find->population != REFNET_NONE && provider->serves_population == REFNET_TRI_UNKNOWN)
    g_string_append(text, " Whom it serves is not listed; ask.");
  if (find->language != REFNET_NONE)
    g_string_append_printf(text,
                           provider->speaks_language == REFNET_TRI_YES
                               ? " %s is spoken there."
                               : " Whether %s is spoken there is not listed; ask.",
                           dataset->languages.names[find->language]);
  if (provider->often_unfilled) {
    g_autofree char *unfilled =
        refnet_words_share(provider->outcomes_unfilled, provider->outcomes_known);
    g_string_append_printf(text,
                           " Often unfilled: %s referrals with a known outcome were not filled. "
                           "Call before sending anybody.",
                           unfilled);
  }
}

static void append_route(GString *text, const RefnetFind *find,
                         const RefnetFoundProvider *provider) {
  const RefnetDataset *dataset = find->network->dataset;
  RefnetIndexList between = provider->path;
  if (find->from == REFNET_NONE)
    return;
  const char *from = refnet_organization_label(&dataset->organizations[find->from]);
  if (provider->path.length == 0) {
    g_string_append_printf(text, " No referral route from %s is recorded.", from);
    return;
  }
  if (provider->path.length == 1)
    return;
  if (provider->path.length == 2) {
    g_string_append_printf(text, " %s refers there already.", from);
    return;
  }
  between.items++;
  between.length -= 2;
  g_autofree char *names = refnet_words_organizations(dataset, between, 0);
  g_string_append_printf(text, " From %s referrals lead there through %s.", from, names);
}

static char *provider_reason(const RefnetFind *find, const RefnetFoundProvider *provider,
                             RefnetUnits units) {
  GString *text = g_string_new(NULL);
  append_offer(text, find, provider, units);
  append_doubts(text, find, provider);
  append_route(text, find, provider);
  return g_string_free(text, FALSE);
}

static void fill_provider(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetFind *find = description->result;
  const RefnetDataset *dataset = description->dataset;
  const RefnetFoundProvider *provider = &find->providers[index];
  const RefnetOrganization *organization = &dataset->organizations[provider->organization];
  const RefnetArea *area = provider->area == REFNET_NONE ? NULL : &dataset->areas[provider->area];
  refnet_cells_text(cells, organization->id);
  refnet_cells_text(cells, organization->name);
  refnet_cells_text(cells, area ? area->key : NULL);
  refnet_cells_text(cells, area ? area->name : NULL);
  refnet_cells_real(cells, provider->km);
  refnet_cells_text(cells, organization->details->phone);
  refnet_cells_integer(cells, (gint64)provider->outcomes_known);
  refnet_cells_integer(cells, (gint64)provider->outcomes_unfilled);
  refnet_cells_take_text(cells, provider_reason(find, provider, description->wording.units));
  refnet_cells_organization_ids(cells, dataset, provider->path);
}

static guint32 count_serving(const RefnetFind *find) {
  guint32 count = 0;
  while (count < find->count && find->providers[count].serves_area)
    count++;
  return count;
}

static void fill_fields(RefnetDescription *description, const RefnetFind *find) {
  const RefnetDataset *dataset = description->dataset;
  RefnetCells *cells = refnet_description_fields(description, field_columns);
  refnet_cells_value(cells, &dataset->services, find->service);
  refnet_cells_text(cells, find->area == REFNET_NONE ? NULL : dataset->areas[find->area].key);
  refnet_cells_value(cells, &dataset->populations, find->population);
  refnet_cells_value(cells, &dataset->languages, find->language);
  refnet_cells_text(cells,
                    find->from == REFNET_NONE ? NULL : dataset->organizations[find->from].id);
}

/* What was found in the area, before the list that goes on with those outside. */
static void say_result(RefnetDescription *description, const RefnetFind *find) {
  const RefnetDataset *dataset = description->dataset;
  GString *text = g_string_new(NULL);
  guint32 serving = count_serving(find);
  g_autofree char *count =
      refnet_words_count(serving, "listed organisation offers", "listed organisations offer");
  if (find->area == REFNET_NONE || serving == 0)
    g_string_append(text, find->area == REFNET_NONE && find->count > 0 ? "Our data list "
                                                                       : "We found no ");
  else
    g_string_append_printf(text, "%s ", count);
  append_service(text, find);
  if (find->area != REFNET_NONE)
    g_string_append_printf(text, "%s in %s", serving == 0 ? " listed" : "",
                           dataset->areas[find->area].name);
  else
    g_string_append(text, find->count > 0 ? " by:" : " listed");
  if (serving == 0 && find->organizations_without_services > 0) {
    g_autofree char *unknown =
        refnet_words_count(find->organizations_without_services, "organisation there lists",
                           "organisations there list");
    g_string_append_printf(text, "; %s no services, so ask there first", unknown);
  }
  if (text->str[text->len - 1] != ':')
    g_string_append_c(text, '.');
  refnet_description_say(description, refnet_words_capital(g_string_free(text, FALSE)));
}

static void say_excluded(RefnetDescription *description, const RefnetFind *find) {
  if (find->excluded == 0)
    return;
  const char *others = find->population == REFNET_NONE ? "other languages"
                       : find->language == REFNET_NONE ? "other people"
                                                       : "other people or other languages";
  g_autofree char *count =
      refnet_words_count(find->excluded, "provider is left out, since it lists",
                         "providers are left out, since they list");
  refnet_description_say(description,
                         refnet_words_capital(g_strdup_printf("%s %s only.", count, others)));
}

RefnetDescription *refnet_describe_find(const RefnetFind *find, const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, find, find->network->dataset, find->network);
  fill_fields(description, find);
  say_result(description, find);
  say_excluded(description, find);
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "providers",
                                               .columns = provider_columns,
                                               .fill = fill_provider,
                                               .length = find->count,
                                               .findings = find->count,
                                           });
  return description;
}
