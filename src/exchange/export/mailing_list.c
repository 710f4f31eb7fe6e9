/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The e-mail addresses of the people listed, one row each. */
#include <refnet/exchange.h>

#include "analysis/result.h"
#include "table/write/writer.h"

static const RefnetColumn columns[] = {
    {"name", "NAME", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"organization", "ORGANISATION", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"email", "E-MAIL", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"role", "ROLE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};
enum { NAME, ORGANIZATION, EMAIL, ROLE, COLUMNS };

/* One address: the texts of its row. */
typedef struct {
  const char *name, *email;
  GString *organizations, *roles;
  guint32 latest; /* organization of the latest place */
} Address;

static void address_free(gpointer data) {
  Address *address = data;
  g_string_free(address->organizations, TRUE);
  g_string_free(address->roles, TRUE);
  g_free(address);
}

static void join(GString *list, const char *text) {
  if (text)
    g_string_append_printf(list, "%s%s", list->len ? "; " : "", text);
}

/* Addresses in the order of `rows`; `by_email` finds one by its folded text. */
typedef struct {
  GPtrArray *rows;
  GHashTable *by_email;
} List;

static void add_contact(List *list, const RefnetOrganization *organization,
                        const RefnetContact *contact) {
  char *fold = refnet_text_fold(contact->email);
  Address *address = g_hash_table_lookup(list->by_email, fold);
  if (address) {
    g_free(fold);
  } else {
    address = g_new0(Address, 1);
    *address = (Address){contact->name, contact->email, g_string_new(NULL), g_string_new(NULL),
                         REFNET_NONE};
    g_ptr_array_add(list->rows, address);
    g_hash_table_insert(list->by_email, fold, address);
  }
  if (address->latest != contact->organization)
    join(address->organizations, organization->name);
  address->latest = contact->organization;
  join(address->roles, contact->role);
}

static void add_organization(List *list, const RefnetNetwork *network, guint32 vertex,
                             RefnetDate as_of, RefnetMailingCount *count) {
  const RefnetDataset *dataset = network->dataset;
  guint32 o = network->organization[vertex];
  if (dataset->organizations[o].closed)
    return;
  for (guint32 c = dataset->contact_start[o]; c < dataset->contact_start[o + 1]; c++) {
    const RefnetContact *contact = &dataset->contacts[c];
    if (refnet_contact_has_left(contact, as_of))
      continue;
    if (contact->email)
      add_contact(list, &dataset->organizations[o], contact);
    else
      count->without_email++;
  }
}

static gboolean write_rows(const List *list, RefnetOutput *output, GError **error) {
  RefnetWriter *writer = refnet_writer_new(REFNET_FORMAT_CSV, output, 0);
  refnet_writer_list_begin(writer, "people", columns);
  for (guint i = 0; i < list->rows->len; i++) {
    const Address *address = g_ptr_array_index(list->rows, i);
    RefnetValue row[COLUMNS] = {
        [NAME] = {.text = address->name},
        [ORGANIZATION] = {.text = address->organizations->str},
        [EMAIL] = {.text = address->email},
        [ROLE] = {.is_null = address->roles->len == 0, .text = address->roles->str},
    };
    refnet_writer_row(writer, row);
  }
  refnet_writer_list_end(writer);
  return refnet_writer_close(writer, error);
}

gboolean refnet_mailing_list_write(const RefnetNetwork *network, RefnetDate as_of,
                                   RefnetMailingCount *count, RefnetOutput *output,
                                   GError **error) {
  List list = {g_ptr_array_new_with_free_func(address_free),
               g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  *count = (RefnetMailingCount){0};
  for (guint32 v = 0; v < network->vertices; v++)
    add_organization(&list, network, v, as_of, count);
  count->addresses = list.rows->len;
  gboolean ok = write_rows(&list, output, error);
  g_hash_table_unref(list.by_email);
  g_ptr_array_unref(list.rows);
  return ok;
}
