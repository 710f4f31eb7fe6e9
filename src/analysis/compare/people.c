/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is no longer listed where, who is new, who moved, and whether somebody was named to follow.
 */
#include "analysis/compare/comparing.h"

#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/result.h"
#include "base/order.h"

/* A place of somebody on one side that is not theirs on the other. */
typedef struct {
  guint32 compared, contact;
  guint32 other; /* their row there on the other side, before or after their time; REFNET_NONE */
  gboolean is_taken; /* by a move */
} Place;

typedef struct {
  RefnetComparing *comparing;
  GHashTable *by_key[REFNET_SIDES]; /* contacts by what names them there: text → contact + 1 */
  gboolean ids_stay;                /* an id stands for the same person on both sides */
  GArray *places[REFNET_SIDES];     /* Place: given up, taken up */
} Lists;

static void lists_clear(Lists *lists) {
  for (guint side = 0; side < REFNET_SIDES; side++) {
    g_clear_pointer(&lists->by_key[side], g_hash_table_unref);
    g_clear_pointer(&lists->places[side], g_array_unref);
  }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Lists, lists_clear)

static const RefnetContact *contact_at(const Lists *lists, guint side, guint32 contact) {
  return &refnet_comparing_dataset(lists->comparing, side)->contacts[contact];
}

static guint32 compared_of(const Lists *lists, guint side, guint32 contact) {
  return lists->comparing->changes
      .compared_of[side][contact_at(lists, side, contact)->organization];
}

static gboolean is_in_both(const Lists *lists, guint32 compared) {
  const guint32 *vertex = lists->comparing->changes.organizations[compared].vertex;
  return vertex[REFNET_THEN] != REFNET_NONE && vertex[REFNET_NOW] != REFNET_NONE;
}

/* contacts.csv lists the contact at an organization of both views, or of one view that the other
 * list does not have at all. */
static gboolean takes_part(const Lists *lists, guint side, guint32 contact) {
  guint32 compared = compared_of(lists, side, contact);
  const RefnetComparedOrganization *organization =
      &lists->comparing->changes.organizations[compared];
  return contact_at(lists, side, contact)->line > 0 &&
         (is_in_both(lists, compared) || (organization->vertex[side] != REFNET_NONE &&
                                          organization->organization[!side] == REFNET_NONE));
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

/* Sheets may number their contacts anew each year: ids tell nothing where more of those who stayed
 * have another than the same. */
static gboolean do_ids_stay(const Lists *lists) {
  guint32 count = refnet_comparing_dataset(lists->comparing, REFNET_NOW)->contact_count;
  gint64 same = 0;
  for (guint32 c = 0; c < count; c++) {
    const RefnetContact *contact = contact_at(lists, REFNET_NOW, c);
    guint32 then = takes_part(lists, REFNET_NOW, c) ? look_up(lists, REFNET_NOW, c, contact->name)
                                                    : REFNET_NONE;
    const char *id = then == REFNET_NONE ? NULL : contact_at(lists, REFNET_THEN, then)->id;
    if (id && contact->id)
      same += g_str_equal(id, contact->id) ? 1 : -1;
  }
  return same >= 0;
}

/* The same place on the other side, or REFNET_NONE. */
static guint32 counterpart(const Lists *lists, guint side, guint32 contact) {
  const RefnetContact *person = contact_at(lists, side, contact);
  guint32 found = lists->ids_stay ? look_up(lists, side, contact, person->id) : REFNET_NONE;
  return found != REFNET_NONE ? found : look_up(lists, side, contact, person->name);
}

/* ---- who follows ----------------------------------------------------------------------------- */

/* Whom succeeded_by names, where that person is still there. */
static guint32 find_successor(const Lists *lists, guint32 contact) {
  const RefnetDataset *dataset = refnet_comparing_dataset(lists->comparing, REFNET_NOW);
  const RefnetContact *left = contact == REFNET_NONE ? NULL : &dataset->contacts[contact];
  if (!left || !left->succeeded_by)
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
  if (organization == REFNET_NONE)
    return FALSE;
  for (guint32 c = dataset->contact_start[organization];
       c < dataset->contact_start[organization + 1]; c++)
    if (is_there(lists, REFNET_NOW, c))
      return TRUE;
  return FALSE;
}

/* ---- places given up and taken up ------------------------------------------------------------ */

static int compare_places(const void *left, const void *right) {
  const Place *x = left, *y = right;
  int order = refnet_order(x->compared, y->compared);
  return order ? order : refnet_order(x->contact, y->contact);
}

static Place *place_at(const Lists *lists, guint side, guint index) {
  return &g_array_index(lists->places[side], Place, index);
}

static void list_places(Lists *lists, guint side) {
  guint32 count = refnet_comparing_dataset(lists->comparing, side)->contact_count;
  lists->places[side] = g_array_new(FALSE, FALSE, sizeof(Place));
  for (guint32 c = 0; c < count; c++) {
    if (!takes_part(lists, side, c) || !is_there(lists, side, c))
      continue;
    Place place = {compared_of(lists, side, c), c, counterpart(lists, side, c), FALSE};
    lists->comparing->changes.contacts_then +=
        side == REFNET_THEN && is_in_both(lists, place.compared);
    if (place.other == REFNET_NONE || !is_there(lists, !side, place.other))
      g_array_append_val(lists->places[side], place);
  }
  g_array_sort(lists->places[side], compare_places);
}

/* ---- moves ----------------------------------------------------------------------------------- */

/* What tells a person anywhere, or NULL. */
static char *id_of(const RefnetContact *contact) {
  return g_strdup(contact->id);
}

static char *email_and_name_of(const RefnetContact *contact) {
  if (!contact->email || !contact->name)
    return NULL;
  g_autofree char *email = refnet_text_fold(contact->email);
  g_autofree char *name = refnet_text_fold(contact->name);
  return g_strdup_printf("%s %s", email, name);
}

static RefnetContactChange describe(const Lists *lists, RefnetContactChangeKind kind,
                                    const Place *place) {
  /* The row that says when somebody left is the newer's. */
  guint32 left =
      kind == REFNET_PERSON_LEFT || kind == REFNET_PERSON_MOVED ? place->other : REFNET_NONE;
  return (RefnetContactChange){
      .kind = kind,
      .compared = place->compared,
      .contact = kind == REFNET_PERSON_LEFT ? place->other : place->contact,
      .successor = find_successor(lists, left),
      .others_left = is_somebody_there(lists, place->compared),
      .to = REFNET_NONE,
      .arrival = REFNET_NONE,
  };
}

static void add(Lists *lists, RefnetContactChange change) {
  RefnetChanges *changes = &lists->comparing->changes;
  changes->people[changes->people_count++] = change;
}

/* Of each person, the first place given up goes with the first taken up elsewhere: of somebody who
 * changed several, the others are told as left and new. */
static void match_moves(Lists *lists, char *(*key_of_person)(const RefnetContact *),
                        gboolean by_id) {
  g_autoptr(GHashTable) given_up = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = lists->places[REFNET_THEN]->len; i-- > 0;) {
    const Place *place = place_at(lists, REFNET_THEN, i);
    char *key = key_of_person(contact_at(lists, REFNET_THEN, place->contact));
    if (key && !place->is_taken)
      g_hash_table_replace(given_up, key, GUINT_TO_POINTER(i + 1));
    else
      g_free(key);
  }
  for (guint i = 0; i < lists->places[REFNET_NOW]->len; i++) {
    Place *arrival = place_at(lists, REFNET_NOW, i);
    g_autofree char *key = key_of_person(contact_at(lists, REFNET_NOW, arrival->contact));
    guint found = key ? GPOINTER_TO_UINT(g_hash_table_lookup(given_up, key)) : 0;
    Place *place = found ? place_at(lists, REFNET_THEN, found - 1) : NULL;
    if (!place || place->is_taken || arrival->is_taken || place->compared == arrival->compared)
      continue;
    place->is_taken = arrival->is_taken = TRUE;
    RefnetContactChange change = describe(lists, REFNET_PERSON_MOVED, place);
    change.to = arrival->compared;
    change.arrival = arrival->contact;
    change.by_id = by_id;
    add(lists, change);
  }
}

/* ---- what changed ---------------------------------------------------------------------------- */

static void add_places(Lists *lists, guint side) {
  for (guint i = 0; i < lists->places[side]->len; i++) {
    const Place *place = place_at(lists, side, i);
    if (!place->is_taken && is_in_both(lists, place->compared))
      add(lists, describe(lists,
                          side == REFNET_NOW            ? REFNET_PERSON_NEW
                          : place->other == REFNET_NONE ? REFNET_PERSON_UNLISTED
                                                        : REFNET_PERSON_LEFT,
                          place));
  }
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
  guint64 most = (guint64)refnet_comparing_dataset(comparing, REFNET_THEN)->contact_count +
                 refnet_comparing_dataset(comparing, REFNET_NOW)->contact_count;
  if (!(changes->people = REFNET_TRY_ARRAY(RefnetContactChange, most, error)))
    return FALSE;
  for (guint side = 0; side < REFNET_SIDES; side++)
    note_all(&lists, side);
  lists.ids_stay = do_ids_stay(&lists);
  for (guint side = 0; side < REFNET_SIDES; side++)
    list_places(&lists, side);
  if (lists.ids_stay)
    match_moves(&lists, id_of, TRUE);
  match_moves(&lists, email_and_name_of, FALSE);
  for (guint side = 0; side < REFNET_SIDES; side++)
    add_places(&lists, side);
  if (changes->people_count > 1)
    qsort(changes->people, changes->people_count, sizeof *changes->people, compare_people);
  return TRUE;
}
