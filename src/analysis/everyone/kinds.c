/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Statements and kinds, numbered as they are met. */
#include "analysis/everyone/kinds.h"

#include <math.h>

#include "analysis/memory.h"
#include "base/interner.h"

/* ---- numbers --------------------------------------------------------------------------------- */

/* What has been met so far, as bytes. */
typedef struct {
  RefnetKinds *kinds;
  RefnetInterner *statements[REFNET_TERMS], *met, *groups;
  GByteArray *key;
} Numbering;

static void numbering_clear(Numbering *numbering) {
  for (guint term = 0; term < REFNET_TERMS; term++)
    refnet_interner_free(numbering->statements[term]);
  refnet_interner_free(numbering->met);
  refnet_interner_free(numbering->groups);
  g_byte_array_unref(numbering->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Numbering, numbering_clear)

static void numbering_init(Numbering *numbering, RefnetKinds *kinds) {
  *numbering = (Numbering){.kinds = kinds, .key = g_byte_array_new()};
  for (guint term = 0; term < REFNET_TERMS; term++)
    numbering->statements[term] = refnet_interner_new(kinds->arena);
  numbering->met = refnet_interner_new(kinds->arena);
  numbering->groups = refnet_interner_new(kinds->arena);
}

static void append(GByteArray *key, gconstpointer bytes, gsize length) {
  if (length)
    g_byte_array_append(key, bytes, (guint)length);
}

/* Makes room for one more where the array of `count` is full: it doubles. */
static gboolean make_room(gpointer *array, guint32 count, gsize size, GError **error) {
  if (count & (count - 1))
    return TRUE;
  gpointer more = g_try_realloc_n(*array, MAX(2 * (gsize)count, 1), size);
  if (!more)
    return refnet_set_out_of_memory(error);
  *array = more;
  return TRUE;
}

static gboolean copy_list(RefnetKinds *kinds, RefnetIndexList *list, GError **error) {
  gsize bytes = list->length * sizeof *list->items;
  guint32 *items = refnet_arena_alloc(kinds->arena, bytes, sizeof *items);
  if (!items)
    return refnet_set_out_of_memory(error);
  if (bytes)
    memcpy(items, list->items, bytes);
  list->items = items;
  return TRUE;
}

static gboolean add_statement(RefnetKinds *kinds, guint term, RefnetSaid said, GError **error) {
  RefnetStatements *statements = &kinds->statements[term];
  if (!make_room((gpointer *)&statements->said, statements->count, sizeof said, error) ||
      !copy_list(kinds, &said.first, error) || !copy_list(kinds, &said.second, error))
    return FALSE;
  statements->said[statements->count++] = said;
  return TRUE;
}

static gboolean number_statement(Numbering *numbering, guint term, const RefnetSaid *said,
                                 guint32 *number, GError **error) {
  GByteArray *key = numbering->key;
  g_byte_array_set_size(key, 0);
  append(key, &said->first.length, sizeof said->first.length);
  append(key, said->first.items, said->first.length * sizeof *said->first.items);
  append(key, said->second.items, said->second.length * sizeof *said->second.items);
  *number = refnet_interner_add(numbering->statements[term], (const char *)key->data, key->len);
  if (*number == REFNET_NONE)
    return refnet_set_out_of_memory(error);
  return *number < numbering->kinds->statements[term].count ||
         add_statement(numbering->kinds, term, *said, error);
}

static gboolean number_group(Numbering *numbering, const RefnetKindGroup *group, guint32 *number,
                             GError **error) {
  RefnetKinds *kinds = numbering->kinds;
  guint32 key[] = {group->sector, group->recorded, (guint32)group->candidate,
                   (guint32)group->allowed};
  *number = refnet_interner_add(numbering->groups, (const char *)key, sizeof key);
  if (*number == REFNET_NONE)
    return refnet_set_out_of_memory(error);
  if (*number < kinds->group_count)
    return TRUE;
  if (!make_room((gpointer *)&kinds->groups, kinds->group_count, sizeof *group, error))
    return FALSE;
  kinds->groups[kinds->group_count++] = *group;
  return TRUE;
}

static gboolean number_kind(Numbering *numbering, const RefnetKind *kind, guint32 nominations,
                            guint32 *number, GError **error) {
  RefnetKinds *kinds = numbering->kinds;
  guint32 key[REFNET_TERMS + 2] = {kind->group, nominations};
  memcpy(key + 2, kind->said, sizeof kind->said);
  *number = refnet_interner_add(numbering->met, (const char *)key, sizeof key);
  if (*number == REFNET_NONE)
    return refnet_set_out_of_memory(error);
  if (*number < kinds->count)
    return TRUE;
  if (!make_room((gpointer *)&kinds->kinds, kinds->count, sizeof *kind, error))
    return FALSE;
  kinds->kinds[kinds->count++] = *kind;
  return TRUE;
}

/* ---- organizations --------------------------------------------------------------------------- */

static guint8 recorded_of(const RefnetOrganization *row, const RefnetProfile *profile) {
  gboolean located = !isnan(row->details->latitude) && !isnan(row->details->longitude);
  return (guint8)((profile->services.length ? REFNET_HAS_SERVICES : 0) |
                  (profile->areas.length ? REFNET_HAS_AREAS : 0) |
                  (profile->populations.length ? REFNET_HAS_POPULATIONS : 0) |
                  (row->details->offers.length ? REFNET_HAS_OFFERS : 0) |
                  (row->details->seeks.length ? REFNET_HAS_SEEKS : 0) |
                  (located ? REFNET_HAS_PLACE : 0));
}

static gboolean meet(Numbering *numbering, guint32 vertex, guint32 nominations, gboolean allowed,
                     GError **error) {
  RefnetKinds *kinds = numbering->kinds;
  const RefnetDataset *dataset = kinds->network->dataset;
  guint32 organization = kinds->network->organization[vertex];
  const RefnetOrganization *row = &dataset->organizations[organization];
  g_auto(RefnetProfile) profile = {0};
  refnet_profile_init(&profile, dataset, organization);
  RefnetKindGroup group = {.sector = row->sector,
                           .recorded = recorded_of(row, &profile),
                           .candidate = !row->closed,
                           .allowed = allowed};
  RefnetKind kind = {.organization = organization,
                     .nomination = refnet_scores_nomination(nominations)};
  for (guint term = 0; term < REFNET_TERMS; term++) {
    RefnetSaid said = refnet_profile_said(&profile, dataset, organization, (RefnetTerm)term);
    if (!number_statement(numbering, term, &said, &kind.said[term], error))
      return FALSE;
  }
  if (!number_group(numbering, &group, &kind.group, error) ||
      !number_kind(numbering, &kind, nominations, &kinds->kind_of[vertex], error))
    return FALSE;
  RefnetKindGroup *counted = &kinds->groups[kind.group];
  counted->members++;
  counted->most_services = MAX(counted->most_services, profile.services.length);
  counted->most_nomination = MAX(counted->most_nomination, kind.nomination);
  return TRUE;
}

static gboolean meet_all(RefnetKinds *kinds, const RefnetNamed *named, const guint8 *allowed,
                         GError **error) {
  g_auto(Numbering) numbering = {0};
  numbering_init(&numbering, kinds);
  for (guint32 v = 0; v < kinds->network->vertices; v++)
    if (!meet(&numbering, v, named->start[v + 1] - named->start[v], allowed[v] != 0, error))
      return FALSE;
  return TRUE;
}

/* ---- lists ----------------------------------------------------------------------------------- */

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

static gboolean count_statements(RefnetKinds *kinds, GError **error) {
  for (guint term = 0; term < REFNET_TERMS; term++) {
    RefnetStatements *statements = &kinds->statements[term];
    if (!(statements->times = REFNET_TRY_ARRAY(guint32, statements->count, error)) ||
        !(statements->placed = REFNET_TRY_ARRAY(guint32, statements->count, error)))
      return FALSE;
    for (guint32 k = 0; k < kinds->count; k++) {
      const RefnetKindGroup *group = refnet_kinds_group(kinds, k);
      guint32 said = kinds->kinds[k].said[term], members = kinds->start[k + 1] - kinds->start[k];
      statements->times[said] += group->candidate ? members : 0;
      statements->placed[said] +=
          group->candidate && group->recorded & REFNET_HAS_PLACE ? members : 0;
    }
  }
  return TRUE;
}

RefnetKinds *refnet_kinds_new(const RefnetNetwork *network, const RefnetNamed *named,
                              const guint8 *allowed, GError **error) {
  g_autoptr(RefnetKinds) kinds = g_new0(RefnetKinds, 1);
  kinds->network = network;
  kinds->arena = refnet_arena_new();
  if (!(kinds->kind_of = REFNET_TRY_ARRAY(guint32, network->vertices, error)) ||
      !meet_all(kinds, named, allowed, error) || !list_members(kinds, error) ||
      !count_statements(kinds, error))
    return NULL;
  return g_steal_pointer(&kinds);
}

void refnet_kinds_free(RefnetKinds *kinds) {
  if (!kinds)
    return;
  for (guint term = 0; term < REFNET_TERMS; term++) {
    g_free(kinds->statements[term].said);
    g_free(kinds->statements[term].times);
    g_free(kinds->statements[term].placed);
  }
  g_free(kinds->kinds);
  g_free(kinds->kind_of);
  g_free(kinds->groups);
  g_free(kinds->start);
  g_free(kinds->member);
  refnet_arena_free(kinds->arena);
  g_free(kinds);
}
