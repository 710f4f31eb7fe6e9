/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The truck factor. Who is next changes only for those who share a tie with the one just chosen, so
 * everybody waits in a heap and moves in it when such a tie changes. */
#include "analysis/risks/key_people.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/memory.h"

/* ---- people by name -------------------------------------------------------------------------- */

typedef struct {
  char *name;
  guint32 contact, person;
} NamedPerson;

static int by_name(const void *left, const void *right) {
  const NamedPerson *a = left, *b = right;
  int order = g_strcmp0(a->name, b->name);
  return order ? order : a->contact < b->contact ? -1 : a->contact > b->contact;
}

gboolean refnet_rank_people(const RefnetDataset *dataset, guint32 *rank, GError **error) {
  g_autofree NamedPerson *people = REFNET_TRY_ARRAY(NamedPerson, dataset->person_count, error);
  if (!people)
    return FALSE;
  for (guint32 c = dataset->contact_count; c-- > 0;) {
    people[dataset->contacts[c].person].contact = c;
    people[dataset->contacts[c].person].person = dataset->contacts[c].person;
  }
  for (guint32 p = 0; p < dataset->person_count; p++)
    people[p].name = refnet_text_fold(dataset->contacts[people[p].contact].name);
  qsort(people, dataset->person_count, sizeof *people, by_name);
  for (guint32 i = 0; i < dataset->person_count; i++) {
    rank[people[i].person] = i;
    g_free(people[i].name);
  }
  return TRUE;
}

/* ---- the heap: who is next first ------------------------------------------------------------- */

typedef struct {
  const RefnetHolders *holders;
  const guint32 *rank;
  guint8 *removed; /* by person: chosen */
  guint32 *gain;   /* by person: ties left without a contact if this one leaves as well */
  gint64 *rise; /* by person: rise of Σq if so, in units of 2^-36: sums are exact in any order */
  guint32 *heap, *place;
  guint32 length;
  guint8 *settled; /* by tie: not to be assessed, or lost by now */
  guint64 to_lose, lost;
  RefnetPart *parts;
  double *products;
} Choice;

static gboolean goes_before(const Choice *choice, guint32 a, guint32 b) {
  if (choice->gain[a] != choice->gain[b])
    return choice->gain[a] > choice->gain[b];
  gint64 rise_a = (choice->rise[a] + 512) / 1024, rise_b = (choice->rise[b] + 512) / 1024;
  if (rise_a != rise_b)
    return rise_a > rise_b;
  return choice->rank[a] < choice->rank[b];
}

static void put(Choice *choice, guint32 place, guint32 person) {
  choice->heap[place] = person;
  choice->place[person] = place;
}

static void rise_up(Choice *choice, guint32 person) {
  guint32 place = choice->place[person];
  while (place > 0 && goes_before(choice, person, choice->heap[(place - 1) / 2])) {
    put(choice, place, choice->heap[(place - 1) / 2]);
    place = (place - 1) / 2;
  }
  put(choice, place, person);
}

static void sink(Choice *choice, guint32 person) {
  guint32 place = choice->place[person];
  for (;;) {
    guint64 child = 2 * (guint64)place + 1;
    if (child >= choice->length)
      break;
    if (child + 1 < choice->length &&
        goes_before(choice, choice->heap[child + 1], choice->heap[child]))
      child++;
    if (!goes_before(choice, choice->heap[child], person))
      break;
    put(choice, place, choice->heap[child]);
    place = (guint32)child;
  }
  put(choice, place, person);
}

static void take_out(Choice *choice, guint32 person) {
  guint32 last = choice->heap[--choice->length];
  if (last == person)
    return;
  put(choice, choice->place[person], last);
  rise_up(choice, last);
  sink(choice, last);
}

/* ---- choosing -------------------------------------------------------------------------------- */

/* Adds (sign 1) or takes back (−1) what a tie means for each of its holders. Once there is a heap,
 * each moves in it at once, for only one at a time may be out of place. */
static void weigh_tie(Choice *choice, guint64 tie, int sign, gboolean is_heap) {
  gsize length =
      refnet_holders_parts(choice->holders, tie, choice->removed, choice->products, choice->parts);
  for (gsize i = 0; i < length; i++) {
    const RefnetPart *part = &choice->parts[i];
    double rise = part->importance * (1 - choice->holders->leaving[part->person]);
    choice->rise[part->person] += sign * llround(rise * 0x1p36);
    choice->gain[part->person] += (guint32)(sign * (part->last ? 1 : 0));
    if (is_heap && sign > 0)
      rise_up(choice, part->person);
    else if (is_heap)
      sink(choice, part->person);
  }
}

static gboolean end_is_empty(const Choice *choice, guint64 end) {
  for (guint64 i = choice->holders->start[end]; i < choice->holders->start[end + 1]; i++)
    if (!choice->removed[choice->holders->person[i]])
      return FALSE;
  return TRUE;
}

/* Counts the tie as lost when an end has nobody left, else weighs it for those who are. */
static void settle_or_weigh(Choice *choice, guint64 tie) {
  if (end_is_empty(choice, 2 * tie) || end_is_empty(choice, 2 * tie + 1)) {
    choice->settled[tie] = TRUE;
    choice->lost++;
  } else {
    weigh_tie(choice, tie, 1, TRUE);
  }
}

static void remove_person(Choice *choice, guint32 person) {
  const RefnetHolders *holders = choice->holders;
  guint64 first = holders->held_start[person], end = holders->held_start[person + 1];
  /* Who stands at both ends of a tie holds two ends in a row; the tie counts once. */
  for (guint64 i = first; i < end; i++) {
    guint64 tie = holders->held[i] / 2;
    if (!choice->settled[tie] && (i == first || tie != holders->held[i - 1] / 2))
      weigh_tie(choice, tie, -1, TRUE);
  }
  take_out(choice, person);
  choice->removed[person] = TRUE;
  for (guint64 i = first; i < end; i++) {
    guint64 tie = holders->held[i] / 2;
    if (!choice->settled[tie] && (i == first || tie != holders->held[i - 1] / 2))
      settle_or_weigh(choice, tie);
  }
}

static void begin(Choice *choice) {
  const RefnetHolders *holders = choice->holders;
  choice->length = holders->network->dataset->person_count;
  for (guint32 p = 0; p < choice->length; p++)
    put(choice, p, p);
  for (guint64 t = 0; t < holders->network->ties; t++) {
    choice->settled[t] = refnet_holders_state(holders, t) != REFNET_TIE_HELD;
    if (choice->settled[t])
      continue;
    choice->to_lose++;
    weigh_tie(choice, t, 1, FALSE);
  }
  for (guint32 i = choice->length; i-- > 0;)
    sink(choice, choice->heap[i]);
}

static gboolean allocate(Choice *choice, GError **error) {
  const RefnetNetwork *network = choice->holders->network;
  guint32 people = network->dataset->person_count;
  gsize largest = choice->holders->largest;
  return (choice->removed = REFNET_TRY_ARRAY(guint8, people, error)) &&
         (choice->gain = REFNET_TRY_ARRAY(guint32, people, error)) &&
         (choice->rise = REFNET_TRY_ARRAY(gint64, people, error)) &&
         (choice->heap = REFNET_TRY_ARRAY(guint32, people, error)) &&
         (choice->place = REFNET_TRY_ARRAY(guint32, people, error)) &&
         (choice->settled = REFNET_TRY_ARRAY(guint8, network->ties, error)) &&
         (choice->parts = REFNET_TRY_ARRAY(RefnetPart, largest, error)) &&
         (choice->products = REFNET_TRY_ARRAY(double, 3 * (largest + 1), error));
}

static void clear(Choice *choice) {
  g_free(choice->removed);
  g_free(choice->gain);
  g_free(choice->rise);
  g_free(choice->heap);
  g_free(choice->place);
  g_free(choice->settled);
  g_free(choice->parts);
  g_free(choice->products);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Choice, clear)

gboolean refnet_key_people(const RefnetHolders *holders, const guint32 *rank, guint32 *chosen,
                           guint32 *count, GError **error) {
  g_auto(Choice) choice = {.holders = holders, .rank = rank};
  if (!allocate(&choice, error))
    return FALSE;
  begin(&choice);
  for (*count = 0; choice.to_lose > 0 && 2 * choice.lost <= choice.to_lose;) {
    guint32 person = choice.heap[0];
    chosen[(*count)++] = person;
    remove_person(&choice, person);
  }
  return TRUE;
}
