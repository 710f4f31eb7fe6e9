/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is one person: contacts that share a key are joined. */
#include "model/load/people.h"

#include <string.h>

#include "base/order.h"

/* ---- order ----------------------------------------------------------------------------------- */

static gint compare_places(guint32 a, guint32 b, gconstpointer data) {
  const RefnetPlace *first = refnet_array_at((const RefnetArray *)data, RefnetPlace, a);
  const RefnetPlace *second = refnet_array_at((const RefnetArray *)data, RefnetPlace, b);
  const RefnetContact *x = &first->contact, *y = &second->contact;
  gint order = refnet_order(x->organization, y->organization);
  if (order == 0)
    order = strcmp(first->folded_name, second->folded_name);
  const char *texts[][2] = {{x->id, y->id},
                            {x->name, y->name},
                            {x->email, y->email},
                            {x->role, y->role},
                            {x->phone, y->phone},
                            {x->channel, y->channel},
                            {x->succeeded_by, y->succeeded_by}};
  for (gsize i = 0; order == 0 && i < G_N_ELEMENTS(texts); i++)
    order = g_strcmp0(texts[i][0], texts[i][1]);
  if (order == 0)
    order = refnet_order(x->left, y->left);
  if (order == 0)
    order = refnet_order(x->last_contact, y->last_contact);
  if (order == 0)
    order = refnet_order(x->first_contact, y->first_contact);
  return order != 0 ? order : refnet_order(x->primary, y->primary);
}

guint32 *refnet_order_places(const RefnetArray *places) {
  return refnet_sorted_order((guint32)places->length, compare_places, places);
}

gboolean refnet_sort_places(RefnetArray *places) {
  g_autofree guint32 *order = refnet_order_places(places);
  return order != NULL && refnet_array_permute(places, order);
}

/* ---- people ---------------------------------------------------------------------------------- */

typedef struct {
  guint32 *parent;      /* of a contact: an earlier one of the same person, or itself */
  RefnetInterner *keys; /* what only one person has … */
  guint32 *holder;      /* … and the first contact that had it */
} Joining;

static guint32 first_of(Joining *joining, guint32 contact) {
  while (joining->parent[contact] != contact) {
    joining->parent[contact] = joining->parent[joining->parent[contact]];
    contact = joining->parent[contact];
  }
  return contact;
}

static gboolean join_by(Joining *joining, guint32 contact, const char *key) {
  guint32 known = refnet_interner_length(joining->keys);
  guint32 number = refnet_interner_add(joining->keys, key, strlen(key));
  if (number == REFNET_NONE)
    return FALSE;
  if (number == known) {
    joining->holder[number] = contact;
    return TRUE;
  }
  guint32 a = first_of(joining, joining->holder[number]), b = first_of(joining, contact);
  joining->parent[MAX(a, b)] = MIN(a, b);
  return TRUE;
}

static gboolean join(Joining *joining, guint32 number, const RefnetPlace *place) {
  const RefnetContact *contact = &place->contact;
  g_autofree char *by_name = g_strdup_printf("n%u %s", contact->organization, place->folded_name);
  if (!join_by(joining, number, by_name))
    return FALSE;
  if (contact->id != NULL) {
    g_autofree char *by_id = g_strconcat("i", contact->id, NULL);
    if (!join_by(joining, number, by_id))
      return FALSE;
  }
  if (contact->email == NULL)
    return TRUE;
  g_autofree char *email = refnet_text_fold(contact->email);
  g_autofree char *by_email = g_strconcat("e", email, " ", place->folded_name, NULL);
  return join_by(joining, number, by_email);
}

static gboolean join_all(Joining *joining, RefnetArray *places, guint32 *count) {
  for (guint32 i = 0; i < places->length; i++)
    joining->parent[i] = i;
  for (guint32 i = 0; i < places->length; i++)
    if (!join(joining, i, refnet_array_at(places, RefnetPlace, i)))
      return FALSE;
  *count = 0;
  for (guint32 i = 0; i < places->length; i++) {
    RefnetContact *contact = &refnet_array_at(places, RefnetPlace, i)->contact;
    guint32 first = first_of(joining, i);
    contact->person =
        first == i ? (*count)++ : refnet_array_at(places, RefnetPlace, first)->contact.person;
  }
  return TRUE;
}

gboolean refnet_number_people(RefnetArray *places, guint32 *count) {
  RefnetArena *arena = refnet_arena_new();
  Joining joining = {g_try_new(guint32, places->length + 1), refnet_interner_new(arena),
                     g_try_new(guint32, 3 * places->length + 1)};
  gboolean ok =
      joining.parent != NULL && joining.holder != NULL && join_all(&joining, places, count);
  g_free(joining.parent);
  g_free(joining.holder);
  refnet_interner_free(joining.keys);
  refnet_arena_free(arena);
  return ok;
}
