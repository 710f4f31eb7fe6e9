/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/duplicates/field.h"

#include "analysis/communities/communities.h"
#include "analysis/memory.h"
#include "analysis/result.h"
#include "base/order.h"

gboolean refnet_service_field_init(RefnetServiceField *field, const RefnetNetwork *network,
                                   RefnetPool *pool, GError **error) {
  *field = (RefnetServiceField){.network = network, .pool = pool};
  return (field->providers = refnet_providers_new(network, error)) != NULL &&
         (field->demand = refnet_demand_new(network->dataset, error)) != NULL &&
         (field->supply = refnet_service_supply_new(field->providers, error)) != NULL;
}

void refnet_service_field_clear(RefnetServiceField *field) {
  refnet_service_supply_free(field->supply);
  refnet_providers_free(field->providers);
  refnet_demand_free(field->demand);
  g_free(field->community);
}

gboolean refnet_service_field_find_communities(RefnetServiceField *field, GError **error) {
  const RefnetNetwork *network = field->network;
  guint32 count;
  double modularity;
  if (refnet_community_runs(network) == 0)
    return TRUE;
  field->community = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  return field->community &&
         refnet_communities(network, 1, field->community, &count, &modularity, error);
}

/* ---- ties ------------------------------------------------------------------------------------ */

typedef struct {
  const guint32 *items;
  guint32 length;
} Members;

static Members members_of(const RefnetServiceField *field, guint32 provider) {
  const guint32 *start = field->providers->member_start;
  return (Members){&field->providers->members[start[provider]],
                   start[provider + 1] - start[provider]};
}

/* A tie between rows of the two providers. O(rows · log degree). */
static gboolean are_tied(const RefnetServiceField *field, guint32 a, guint32 b) {
  Members first = members_of(field, a), second = members_of(field, b);
  for (guint32 i = 0; i < first.length; i++)
    for (guint32 k = 0; k < second.length; k++)
      if (refnet_network_find_tie(field->network, first.items[i], second.items[k]) != G_MAXUINT64)
        return TRUE;
  return FALSE;
}

/* The other providers with ties to this one, each once, rising. */
static GArray *partners_of(const RefnetServiceField *field, guint32 provider) {
  const RefnetNetwork *network = field->network;
  Members members = members_of(field, provider);
  GArray *partners = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < members.length; i++) {
    const guint32 vertex = members.items[i];
    for (guint64 k = network->tie_start[vertex]; k < network->tie_start[vertex + 1]; k++) {
      const guint32 other = field->providers->provider[network->neighbor[k]];
      if (other != REFNET_NONE && other != provider)
        g_array_append_val(partners, other);
    }
  }
  guint32 *items = (guint32 *)(gpointer)partners->data;
  g_array_set_size(partners, (guint)refnet_sort_distinct(items, partners->len));
  return partners;
}

/* What stands in both lists of rising numbers; they become the first one's. */
static void keep_common(GArray *into, const GArray *other) {
  guint kept = 0;
  for (guint i = 0, k = 0; i < into->len; i++) {
    const guint32 item = g_array_index(into, guint32, i);
    while (k < other->len && g_array_index(other, guint32, k) < item)
      k++;
    if (k < other->len && g_array_index(other, guint32, k) == item)
      g_array_index(into, guint32, kept++) = item;
  }
  g_array_set_size(into, kept);
}

static gboolean keep_list(const RefnetServiceField *field, const GArray *array,
                          RefnetIndexList *list) {
  return refnet_result_list(field->pool, (const guint32 *)(gconstpointer)array->data, array->len,
                            list);
}

static gboolean list_go_betweens(const RefnetServiceField *field, guint32 a, guint32 b,
                                 RefnetIndexList *list) {
  g_autoptr(GArray) common = partners_of(field, a);
  g_autoptr(GArray) other = partners_of(field, b);
  keep_common(common, other);
  for (guint i = 0; i < common->len; i++) {
    guint32 *item = &g_array_index(common, guint32, i);
    *item = field->network->organization[*item];
  }
  return keep_list(field, common, list);
}

/* ---- people and communities ------------------------------------------------------------------ */

/* Everybody who is listed at the provider and has not left. */
static GArray *people_at(const RefnetServiceField *field, guint32 provider) {
  const RefnetDataset *dataset = field->network->dataset;
  Members members = members_of(field, provider);
  GArray *people = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < members.length; i++) {
    const guint32 organization = field->network->organization[members.items[i]];
    for (guint32 c = dataset->contact_start[organization];
         c < dataset->contact_start[organization + 1]; c++)
      if (!refnet_contact_has_left(&dataset->contacts[c], REFNET_DATE_UNKNOWN))
        g_array_append_val(people, dataset->contacts[c].person);
  }
  guint32 *items = (guint32 *)(gpointer)people->data;
  g_array_set_size(people, (guint)refnet_sort_distinct(items, people->len));
  return people;
}

static guint32 count_people_in_common(const RefnetServiceField *field, guint32 a, guint32 b) {
  g_autoptr(GArray) common = people_at(field, a);
  g_autoptr(GArray) other = people_at(field, b);
  keep_common(common, other);
  return common->len;
}

/* An organization without ties belongs nowhere. */
RefnetTri refnet_service_field_one_community(const RefnetServiceField *field, guint32 a,
                                             guint32 b) {
  const RefnetNetwork *network = field->network;
  if (!field->community || refnet_network_degree(network, a) == 0 ||
      refnet_network_degree(network, b) == 0)
    return REFNET_TRI_UNKNOWN;
  return field->community[a] == field->community[b] ? REFNET_TRI_YES : REFNET_TRI_NO;
}

gboolean refnet_service_field_relate(const RefnetServiceField *field, guint32 a, guint32 b,
                                     RefnetServiceOverlap *overlap) {
  overlap->connected = are_tied(field, a, b);
  overlap->shared_people = count_people_in_common(field, a, b);
  return list_go_betweens(field, a, b, &overlap->go_betweens);
}
