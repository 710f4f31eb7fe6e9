/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/names/contact_list.h"

#include "base/order.h"
#include "exchange/files/sheet_writer.h"
#include "model/columns/fields.h"

#include <string.h>

typedef struct {
  guint32 organization;
  char *name, *email, *phone, *role;
  RefnetDate first, last;
} Contact;

struct RefnetContactList {
  RefnetRoster *roster;
  GHashTable *contacts; /* "organization name" → Contact */
};

static void free_contact(gpointer data) {
  Contact *contact = data;
  g_free(contact->name);
  g_free(contact->email);
  g_free(contact->phone);
  g_free(contact->role);
  g_free(contact);
}

RefnetContactList *refnet_contact_list_new(RefnetRoster *roster) {
  RefnetContactList *list = g_new0(RefnetContactList, 1);
  list->roster = roster;
  list->contacts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_contact);
  return list;
}

void refnet_contact_list_free(RefnetContactList *list) {
  if (list == NULL)
    return;
  g_hash_table_unref(list->contacts);
  g_free(list);
}

/* Of two texts the first bytewise, whichever came first; blanks don't count. */
static void keep_first(char **kept, const char *text) {
  if (*text == '\0' || (**kept != '\0' && strcmp(*kept, text) <= 0))
    return;
  g_free(*kept);
  *kept = g_strdup(text);
}

void refnet_contact_list_add(RefnetContactList *list, guint32 organization, const char *name,
                             RefnetContactWays ways, RefnetDate met) {
  g_autofree char *fold = refnet_text_fold(name);
  g_autofree char *key = g_strdup_printf("%u %s", organization, fold);
  Contact *contact = g_hash_table_lookup(list->contacts, key);
  if (contact == NULL) {
    contact = g_new(Contact, 1);
    *contact = (Contact){.organization = organization,
                         .name = g_strdup(name),
                         .email = g_strdup(ways.email),
                         .phone = g_strdup(ways.phone),
                         .role = g_strdup(ways.role),
                         .first = REFNET_DATE_UNKNOWN,
                         .last = REFNET_DATE_UNKNOWN};
    g_hash_table_insert(list->contacts, g_steal_pointer(&key), contact);
  }
  keep_first(&contact->name, name);
  keep_first(&contact->email, ways.email);
  keep_first(&contact->phone, ways.phone);
  keep_first(&contact->role, ways.role);
  if (met == REFNET_DATE_UNKNOWN)
    return;
  contact->last = MAX(contact->last, met);
  contact->first = contact->first == REFNET_DATE_UNKNOWN ? met : MIN(contact->first, met);
}

guint refnet_contact_list_length(const RefnetContactList *list) {
  return g_hash_table_size(list->contacts);
}

guint refnet_contact_list_organizations(const RefnetContactList *list) {
  g_autoptr(GHashTable) organizations = g_hash_table_new(NULL, NULL);
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, list->contacts);
  while (g_hash_table_iter_next(&iter, NULL, &value))
    g_hash_table_add(organizations, GUINT_TO_POINTER(((const Contact *)value)->organization));
  return g_hash_table_size(organizations);
}

static int compare_contacts(gconstpointer a, gconstpointer b, gpointer names) {
  const Contact *x = *(const Contact *const *)a, *y = *(const Contact *const *)b;
  int order = strcmp(refnet_name_list_name(names, x->organization),
                     refnet_name_list_name(names, y->organization));
  return order != 0 ? order : strcmp(x->name, y->name);
}

static gboolean any_has(const GPtrArray *all, gsize offset) {
  for (guint i = 0; i < all->len; i++)
    if (*G_STRUCT_MEMBER(const char *, g_ptr_array_index(all, i), offset) != '\0')
      return TRUE;
  return FALSE;
}

gboolean refnet_contact_list_write(const RefnetContactList *list, const RefnetImport *import,
                                   GError **error) {
  enum { ALWAYS = 5 };
  const char *columns[] = {"organization", "name", "email", "first_contact",
                           "last_contact", NULL,   NULL,    NULL};
  if (refnet_contact_list_length(list) == 0)
    return TRUE;
  g_autoptr(GPtrArray) all =
      refnet_values_in_order(list->contacts, compare_contacts, refnet_roster_names(list->roster));
  const gboolean phones = any_has(all, G_STRUCT_OFFSET(Contact, phone));
  const gboolean roles = any_has(all, G_STRUCT_OFFSET(Contact, role));
  if (phones)
    columns[ALWAYS] = "phone";
  if (roles)
    columns[ALWAYS + phones] = "role";
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(import, REFNET_FILE_CONTACTS, columns, error);
  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++) {
    const Contact *contact = g_ptr_array_index(all, i);
    g_autofree char *first = refnet_date_iso(contact->first);
    g_autofree char *last = refnet_date_iso(contact->last);
    const char *cells[] = {refnet_roster_reference(list->roster, contact->organization),
                           contact->name,
                           contact->email,
                           first,
                           last,
                           phones ? contact->phone : contact->role,
                           contact->role};
    refnet_sheet_writer_row(writer, cells);
  }
  return refnet_sheet_writer_close(writer, error);
}
