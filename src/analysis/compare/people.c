/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is no longer listed where, who is new, and whether somebody was named to follow. */
#include "analysis/compare/comparing.h"

#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/result.h"
#include "base/order.h"

/* Contacts of one side by what names them at an organization. */
typedef struct {
  RefnetComparing *comparing;
  GHashTable *by_key[REFNET_SIDES]; /* text → contact + 1 */
} Lists;

static void lists_clear(Lists *lists) {
  for (guint side = 0; side < REFNET_SIDES; side++)
    g_clear_pointer(&lists->by_key[side], g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Lists, lists_clear)

static const RefnetContact *contact_at(const Lists *lists, guint side, guint32 contact) {
  return &refnet_comparing_dataset(lists->comparing, side)->contacts[contact];
}

static guint32 compared_of(const Lists *lists, guint side, guint32 contact) {
  return lists->comparing->changes
      .compared_of[side][contact_at(lists, side, contact)->organization];
}

/* Both views have the contact's organization, and contacts.csv lists it. */
static gboolean takes_part(const Lists *lists, guint side, guint32 contact) {
  const RefnetChanges *changes = &lists->comparing->changes;
  const RefnetComparedOrganization *compared =
      &changes->organizations[compared_of(lists, side, contact)];
  return contact_at(lists, side, contact)->line > 0 &&
         compared->vertex[REFNET_THEN] != REFNET_NONE &&
         compared->vertex[REFNET_NOW] != REFNET_NONE;
}

static gboolean is_there(const Lists *lists, guint side, guint32 contact) {
  return !refnet_contact_has_left(contact_at(lists, side, contact),
                                  lists->comparing->changes.as_of[side]);
}

/* ---- who is whom ----------------------------------------------------------------------------- */

static char *key_of(const Lists *lists, guint side, guint32 contact, const char *text) {
  g_autofree char *fold = refnet_text_fold(text);
  return g_strdup_printf("%u %s", compared_of(lists, side, contact), fold);
}

/* Who is still there goes before who has left: people come back. */
static void note(Lists *lists, guint side, guint32 contact, const char *text) {
  if (!text)
    return;
  char *key = key_of(lists, side, contact, text);
  guint32 known = GPOINTER_TO_UINT(g_hash_table_lookup(lists->by_key[side], key));
  if (known == 0 || (!is_there(lists, side, known - 1) && is_there(lists, side, contact)))
    g_hash_table_replace(lists->by_key[side], key, GUINT_TO_POINTER(contact + 1));
  else
    g_free(key);
}

static void note_all(Lists *lists, guint side) {
  guint32 count = refnet_comparing_dataset(lists->comparing, side)->contact_count;
  lists->by_key[side] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 c = 0; c < count; c++) {
    if (!takes_part(lists, side, c))
      continue;
    note(lists, side, c, contact_at(lists, side, c)->id);
    note(lists, side, c, contact_at(lists, side, c)->name);
  }
}

static guint32 look_up(const Lists *lists, guint side, guint32 contact, const char *text) {
  if (!text)
    return REFNET_NONE;
  g_autofree char *key = key_of(lists, side, contact, text);
  guint32 found = GPOINTER_TO_UINT(g_hash_table_lookup(lists->by_key[!side], key));
  return found == 0 ? REFNET_NONE : found - 1;
}

/* The same place on the other side, or REFNET_NONE. */
static guint32 counterpart(const Lists *lists, guint side, guint32 contact) {
  guint32 found = look_up(lists, side, contact, contact_at(lists, side, contact)->id);
  return found != REFNET_NONE
             ? found
             : look_up(lists, side, contact, contact_at(lists, side, contact)->name);
}

/* ---- what changed ---------------------------------------------------------------------------- */

/* Whom succeeded_by names, where that person is still there. */
static guint32 find_successor(const Lists *lists, guint32 contact) {
  const RefnetDataset *dataset = refnet_comparing_dataset(lists->comparing, REFNET_NOW);
  const RefnetContact *left = &dataset->contacts[contact];
  if (!left->succeeded_by)
    return REFNET_NONE;
  g_autofree char *fold = refnet_text_fold(left->succeeded_by);
  for (guint32 c = dataset->contact_start[left->organization];
       c < dataset->contact_start[left->organization + 1]; c++)
    if (c != contact && is_there(lists, REFNET_NOW, c) &&
        refnet_contact_is_called(&dataset->contacts[c], fold))
      return c;
  return REFNET_NONE;
}

static gboolean is_somebody_there(const Lists *lists, guint32 compared) {
  const RefnetDataset *dataset = refnet_comparing_dataset(lists->comparing, REFNET_NOW);
  guint32 organization = lists->comparing->changes.organizations[compared].organization[REFNET_NOW];
  for (guint32 c = dataset->contact_start[organization];
       c < dataset->contact_start[organization + 1]; c++)
    if (is_there(lists, REFNET_NOW, c))
      return TRUE;
  return FALSE;
}

static void add(Lists *lists, RefnetContactChangeKind kind, guint32 compared, guint32 contact) {
  RefnetChanges *changes = &lists->comparing->changes;
  changes->people[changes->people_count++] = (RefnetContactChange){
      .kind = kind,
      .compared = compared,
      .contact = contact,
      .successor = kind == REFNET_PERSON_LEFT ? find_successor(lists, contact) : REFNET_NONE,
      .others_left = is_somebody_there(lists, compared),
  };
}

static void look_at(Lists *lists, guint side, guint32 contact) {
  if (!takes_part(lists, side, contact) || !is_there(lists, side, contact))
    return;
  lists->comparing->changes.contacts_then += side == REFNET_THEN;
  guint32 other = counterpart(lists, side, contact);
  if (other != REFNET_NONE && is_there(lists, !side, other))
    return;
  guint32 compared = compared_of(lists, side, contact);
  if (side == REFNET_NOW)
    add(lists, REFNET_PERSON_NEW, compared, contact);
  else if (other == REFNET_NONE)
    add(lists, REFNET_PERSON_UNLISTED, compared, contact);
  else
    add(lists, REFNET_PERSON_LEFT, compared, other);
}

static int compare_people(const void *left, const void *right) {
  const RefnetContactChange *x = left, *y = right;
  int order = refnet_order(x->kind, y->kind);
  if (order == 0)
    order = refnet_order(x->compared, y->compared);
  return order ? order : refnet_order(x->contact, y->contact);
}

gboolean refnet_compare_people(RefnetComparing *comparing, GError **error) {
  RefnetChanges *changes = &comparing->changes;
  g_auto(Lists) lists = {.comparing = comparing};
  guint32 counts[] = {refnet_comparing_dataset(comparing, REFNET_THEN)->contact_count,
                      refnet_comparing_dataset(comparing, REFNET_NOW)->contact_count};
  guint64 most = (guint64)counts[REFNET_THEN] + counts[REFNET_NOW];
  if (!(changes->people = REFNET_TRY_ARRAY(RefnetContactChange, most, error)))
    return FALSE;
  for (guint side = 0; side < REFNET_SIDES; side++)
    note_all(&lists, side);
  for (guint side = 0; side < REFNET_SIDES; side++)
    for (guint32 c = 0; c < counts[side]; c++)
      look_at(&lists, side, c);
  if (changes->people_count > 1)
    qsort(changes->people, changes->people_count, sizeof *changes->people, compare_people);
  return TRUE;
}
