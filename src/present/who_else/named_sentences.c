/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/who_else/named_sentences.h"

#include <string.h>

#include "base/order.h"
#include "model/dataset/near_names.h"
#include "present/wording/words.h"

enum { NAMED = 5 };

typedef struct {
  const char *name;
  char *key;                  /* under which "The YMCA" and "YMCA, Inc." are one */
  guint32 named_by, partners; /* how many named it, once they are counted */
} Nomination;

static char *key_of(const char *name) {
  g_autofree char *plain = refnet_name_plain(name);
  return *plain != '\0' ? g_steal_pointer(&plain) : refnet_text_fold(name);
}

static void clear_nomination(gpointer data) {
  g_free(((Nomination *)data)->key);
}

static int by_key(gconstpointer left, gconstpointer right) {
  const Nomination *a = left, *b = right;
  int order = strcmp(a->key, b->key);
  if (order == 0)
    order = refnet_order(a->named_by, b->named_by);
  return order ? order : strcmp(a->name, b->name);
}

static int most_partners_first(gconstpointer left, gconstpointer right) {
  const Nomination *a = left, *b = right;
  int order = refnet_order(b->partners, a->partners);
  return order ? order : strcmp(a->name, b->name);
}

/* By organization: a member, suggested, closed or not looked at. */
static guint8 *mark_spoken_for(const RefnetWhoElse *who_else) {
  const RefnetNetwork *network = who_else->network;
  const RefnetDataset *dataset = network->dataset;
  guint8 *marks = g_new0(guint8, (gsize)dataset->organization_count + 1);
  for (guint32 o = 0; o < dataset->organization_count; o++)
    marks[o] = dataset->organizations[o].closed || network->vertex[o] == REFNET_NONE;
  for (guint32 i = 0; i < who_else->members.length; i++)
    marks[network->organization[who_else->members.items[i]]] = TRUE;
  for (guint32 i = 0; i < who_else->suggestion_count; i++)
    marks[network->organization[who_else->suggestions[i].vertex]] = TRUE;
  return marks;
}

/* Of nominations in order of their keys, and of who named them, each key once with the number of
 * those. The shortest name is told. */
static GArray *count_partners(const GArray *named) {
  GArray *counted = g_array_new(FALSE, FALSE, sizeof(Nomination));
  for (guint i = 0; i < named->len; i++) {
    const Nomination *nomination = &g_array_index(named, Nomination, i);
    Nomination *last =
        counted->len > 0 ? &g_array_index(counted, Nomination, counted->len - 1) : NULL;
    if (last == NULL || strcmp(last->key, nomination->key) != 0) {
      g_array_append_val(counted, *nomination);
      continue;
    }
    last->partners += last->named_by != nomination->named_by;
    last->named_by = nomination->named_by;
    if (strlen(nomination->name) < strlen(last->name))
      last->name = nomination->name;
  }
  return counted;
}

/* Each once with the number of its partners, most first; those in the data, or those not. */
static GArray *list_named(const RefnetDataset *dataset, const guint8 *spoken_for, gboolean known) {
  g_autoptr(GArray) named = g_array_new(FALSE, FALSE, sizeof(Nomination));
  g_array_set_clear_func(named, clear_nomination);
  for (guint32 i = 0; i < dataset->nomination_count; i++) {
    const RefnetNomination *row = &dataset->nominations[i];
    if ((row->nominated != REFNET_NONE) != known || (known && spoken_for[row->nominated]))
      continue;
    const char *name = known ? refnet_organization_label(&dataset->organizations[row->nominated])
                             : row->nominated_name;
    Nomination nomination = {name, known ? g_strdup_printf("%u", row->nominated) : key_of(name),
                             row->named_by, 1};
    g_array_append_val(named, nomination);
  }
  g_array_sort(named, by_key);
  GArray *counted = count_partners(named);
  g_array_sort(counted, most_partners_first);
  return counted;
}

/* "Harbor Barbers Guild (named by three) and Cedar Tool Club"; NULL: nobody. */
static char *names_of(const RefnetDataset *dataset, const guint8 *spoken_for, gboolean known) {
  g_autoptr(GArray) named = list_named(dataset, spoken_for, known);
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < named->len; i++) {
    const Nomination *nomination = &g_array_index(named, Nomination, i);
    g_autofree char *partners = refnet_words_number(nomination->partners);
    g_ptr_array_add(words, nomination->partners > 1
                               ? g_strdup_printf("%s (named by %s)", nomination->name, partners)
                               : g_strdup(nomination->name));
  }
  return words->len > 0 ? refnet_words_list((const char *const *)words->pdata, words->len, NAMED)
                        : NULL;
}

char *refnet_who_else_also_named(const RefnetWhoElse *who_else) {
  const RefnetDataset *dataset = who_else->network->dataset;
  const gboolean for_coalition = who_else->asked_by == REFNET_ASKED_BY_COALITION;
  g_autofree guint8 *spoken_for = mark_spoken_for(who_else);
  g_autofree char *known = for_coalition ? names_of(dataset, spoken_for, TRUE) : NULL;
  g_autofree char *unknown = names_of(dataset, spoken_for, FALSE);
  if (!known && !unknown)
    return NULL;
  return g_strdup_printf(
      "Partners%s named, in nominations.csv%s%s%s%s%s. Ask those who named them "
      "what they have in mind.",
      who_else->suggestion_count > 0 ? " also" : "", known ? ": " : "", known ? known : "",
      known && unknown ? "; and"
      : unknown        ? ","
                       : "",
      unknown ? " some who are not in the data yet: " : "", unknown ? unknown : "");
}
