/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Kinds of organizations, by a table of those met. */
#include "analysis/who_else/kinds.h"

#include <math.h>
#include <string.h>

#include "analysis/memory.h"
#include "base/hash.h"

/* ---- alike or not ---------------------------------------------------------------------------- */

static guint mix(guint hash, RefnetIndexList list) {
  return hash * 31 +
         (guint)(list.length ? refnet_hash_bytes(list.items, list.length * sizeof *list.items) : 7);
}

typedef struct {
  const RefnetDataset *dataset;
  RefnetKind kind;
  guint32 number;
} Met;

static guint hash_kind(gconstpointer data) {
  const Met *met = data;
  const RefnetOrganization *row = &met->dataset->organizations[met->kind.organization];
  const RefnetKind *kind = &met->kind;
  guint hash = row->sector * 64 + kind->nominations * 8 + (guint)kind->recorded * 4 +
               (guint)kind->candidate * 2 + (guint)kind->allowed;
  hash =
      mix(mix(mix(hash, kind->profile.services), kind->profile.areas), kind->profile.populations);
  return mix(mix(hash, row->details->offers), row->details->seeks);
}

static gboolean same_list(RefnetIndexList a, RefnetIndexList b) {
  return a.length == b.length &&
         (a.length == 0 || memcmp(a.items, b.items, a.length * sizeof *a.items) == 0);
}

static gboolean same_kind(gconstpointer left, gconstpointer right) {
  const Met *a = left, *b = right;
  const RefnetOrganization *row_a = &a->dataset->organizations[a->kind.organization];
  const RefnetOrganization *row_b = &b->dataset->organizations[b->kind.organization];
  const RefnetProfile *of_a = &a->kind.profile, *of_b = &b->kind.profile;
  return row_a->sector == row_b->sector && a->kind.nominations == b->kind.nominations &&
         a->kind.recorded == b->kind.recorded && a->kind.candidate == b->kind.candidate &&
         a->kind.allowed == b->kind.allowed && same_list(of_a->services, of_b->services) &&
         same_list(of_a->areas, of_b->areas) && same_list(of_a->populations, of_b->populations) &&
         same_list(row_a->details->offers, row_b->details->offers) &&
         same_list(row_a->details->seeks, row_b->details->seeks);
}

static void free_met(gpointer data) {
  Met *met = data;
  refnet_profile_clear(&met->kind.profile);
  g_free(met);
}

static guint8 recorded_of(const RefnetOrganization *row, const RefnetProfile *profile) {
  gboolean located = !isnan(row->details->latitude) && !isnan(row->details->longitude);
  return (guint8)((profile->services.length ? REFNET_HAS_SERVICES : 0) |
                  (profile->areas.length ? REFNET_HAS_AREAS : 0) |
                  (profile->populations.length ? REFNET_HAS_POPULATIONS : 0) |
                  (row->details->offers.length ? REFNET_HAS_OFFERS : 0) |
                  (row->details->seeks.length ? REFNET_HAS_SEEKS : 0) |
                  (located ? REFNET_HAS_PLACE : 0));
}

static Met *meet(const RefnetNetwork *network, const RefnetNamed *named, const guint8 *allowed,
                 guint32 vertex) {
  guint32 organization = network->organization[vertex];
  const RefnetOrganization *row = &network->dataset->organizations[organization];
  Met *met = g_new0(Met, 1);
  met->dataset = network->dataset;
  met->kind = (RefnetKind){.organization = organization,
                           .candidate = !row->closed,
                           .allowed = allowed[vertex] != 0,
                           .nominations = named->start[vertex + 1] - named->start[vertex]};
  refnet_profile_init(&met->kind.profile, network->dataset, organization);
  met->kind.recorded = recorded_of(row, &met->kind.profile);
  return met;
}

/* ---- lists ----------------------------------------------------------------------------------- */

static gboolean tell_apart(RefnetKinds *kinds, const RefnetNamed *named, const guint8 *allowed,
                           GError **error) {
  g_autoptr(GHashTable) seen = g_hash_table_new_full(hash_kind, same_kind, free_met, NULL);
  for (guint32 v = 0; v < kinds->network->vertices; v++) {
    Met *met = meet(kinds->network, named, allowed, v), *before = g_hash_table_lookup(seen, met);
    if (before) {
      kinds->kind_of[v] = before->number;
      free_met(met);
      continue;
    }
    met->number = kinds->kind_of[v] = kinds->count++;
    g_hash_table_add(seen, met);
  }
  if (!(kinds->kinds = REFNET_TRY_ARRAY(RefnetKind, kinds->count, error)))
    return FALSE;
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, seen);
  while (g_hash_table_iter_next(&iter, &key, NULL)) {
    Met *met = key;
    kinds->kinds[met->number] = met->kind;
    met->kind.profile = (RefnetProfile){0}; /* taken over */
    g_hash_table_iter_steal(&iter);
    g_free(met);
  }
  return TRUE;
}

static gboolean list_members(RefnetKinds *kinds, GError **error) {
  guint32 n = kinds->network->vertices;
  g_autofree guint32 *next = REFNET_TRY_ARRAY(guint32, kinds->count, error);
  if (!next || !(kinds->start = REFNET_TRY_ARRAY(guint32, (guint64)kinds->count + 1, error)) ||
      !(kinds->member = REFNET_TRY_ARRAY(guint32, n, error)))
    return FALSE;
  for (guint32 v = 0; v < n; v++)
    kinds->start[kinds->kind_of[v] + 1]++;
  for (guint32 k = 0; k < kinds->count; k++) {
    next[k] = kinds->start[k];
    kinds->start[k + 1] += kinds->start[k];
  }
  for (guint32 v = 0; v < n; v++)
    kinds->member[next[kinds->kind_of[v]]++] = v;
  return TRUE;
}

/* ---- groups ---------------------------------------------------------------------------------- */

static guint hash_group(gconstpointer data) {
  const RefnetKindGroup *group = data;
  return group->sector * 256 + group->recorded * 4u + (guint)group->candidate * 2 +
         (guint)group->allowed;
}

static gboolean same_group(gconstpointer left, gconstpointer right) {
  const RefnetKindGroup *a = left, *b = right;
  return a->sector == b->sector && a->recorded == b->recorded && a->candidate == b->candidate &&
         a->allowed == b->allowed;
}

static void add_to_group(RefnetKinds *kinds, guint32 k) {
  const RefnetKind *kind = &kinds->kinds[k];
  RefnetKindGroup *group = &g_array_index(kinds->groups, RefnetKindGroup, kind->group);
  group->members += kinds->start[k + 1] - kinds->start[k];
  group->most_services = MAX(group->most_services, kind->profile.services.length);
  group->most_nominations = MAX(group->most_nominations, kind->nominations);
}

static void group_kinds(RefnetKinds *kinds) {
  const RefnetDataset *dataset = kinds->network->dataset;
  g_autoptr(GHashTable) numbers = g_hash_table_new_full(hash_group, same_group, g_free, NULL);
  kinds->groups = g_array_new(FALSE, FALSE, sizeof(RefnetKindGroup));
  for (guint32 k = 0; k < kinds->count; k++) {
    RefnetKind *kind = &kinds->kinds[k];
    RefnetKindGroup group = {.sector = dataset->organizations[kind->organization].sector,
                             .recorded = kind->recorded,
                             .candidate = kind->candidate,
                             .allowed = kind->allowed};
    gpointer number;
    if (!g_hash_table_lookup_extended(numbers, &group, NULL, &number)) {
      number = GUINT_TO_POINTER(kinds->groups->len);
      g_hash_table_insert(numbers, g_memdup2(&group, sizeof group), number);
      g_array_append_val(kinds->groups, group);
    }
    kind->group = GPOINTER_TO_UINT(number);
    add_to_group(kinds, k);
  }
}

RefnetKinds *refnet_kinds_new(const RefnetNetwork *network, const RefnetNamed *named,
                              const guint8 *allowed, GError **error) {
  g_autoptr(RefnetKinds) kinds = g_new0(RefnetKinds, 1);
  kinds->network = network;
  if (!(kinds->kind_of = REFNET_TRY_ARRAY(guint32, network->vertices, error)) ||
      !tell_apart(kinds, named, allowed, error) || !list_members(kinds, error))
    return NULL;
  group_kinds(kinds);
  return g_steal_pointer(&kinds);
}

void refnet_kinds_free(RefnetKinds *kinds) {
  if (!kinds)
    return;
  for (guint32 k = 0; kinds->kinds && k < kinds->count; k++)
    refnet_profile_clear(&kinds->kinds[k].profile);
  if (kinds->groups)
    g_array_unref(kinds->groups);
  g_free(kinds->kinds);
  g_free(kinds->kind_of);
  g_free(kinds->start);
  g_free(kinds->member);
  g_free(kinds);
}
