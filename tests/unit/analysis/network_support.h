/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Datasets made in memory, for tests of the figures about a network: organizations o0000, o0001 …,
 * contacts and referral rows added one by one, then made into a network. */
#ifndef REFNET_TESTS_NETWORK_SUPPORT_H
#define REFNET_TESTS_NETWORK_SUPPORT_H

#include <glib.h>
#include <math.h>

#include <refnet/model.h>

typedef struct {
  RefnetDataset dataset;
  GArray *organizations, *contacts, *contact_start;
  GArray *offer_start;                                   /* nobody offers anything */
  GArray *from, *to, *count, *from_contact, *to_contact; /* of rows */
  GStringChunk *text;
  RefnetNetwork *network;
} SupportNetwork;

static inline SupportNetwork *support_network_new(guint32 organizations) {
  SupportNetwork *support = g_new0(SupportNetwork, 1);
  support->text = g_string_chunk_new(4096);
  support->organizations = g_array_new(FALSE, TRUE, sizeof(RefnetOrganization));
  support->contacts = g_array_new(FALSE, TRUE, sizeof(RefnetContact));
  support->contact_start = g_array_new(FALSE, TRUE, sizeof(guint32));
  support->offer_start = g_array_new(FALSE, TRUE, sizeof(guint32));
  g_array_set_size(support->offer_start, organizations + 1);
  GArray **columns[] = {&support->from, &support->to, &support->count, &support->from_contact,
                        &support->to_contact};
  for (gsize i = 0; i < G_N_ELEMENTS(columns); i++)
    *columns[i] = g_array_new(FALSE, TRUE, sizeof(guint32));
  for (guint32 o = 0; o < organizations; o++) {
    g_autofree char *id = g_strdup_printf("o%07u", o);
    RefnetOrganization organization = {.sector = REFNET_NONE,
                                       .details = g_memdup2(&refnet_organization_no_details,
                                                            sizeof refnet_organization_no_details)};
    organization.id = organization.name = g_string_chunk_insert(support->text, id);
    g_array_append_val(support->organizations, organization);
  }
  return support;
}

static inline RefnetOrganization *support_organization(SupportNetwork *support,
                                                       guint32 organization) {
  return &g_array_index(support->organizations, RefnetOrganization, organization);
}

static inline RefnetOrganizationDetails *support_details(SupportNetwork *support,
                                                         guint32 organization) {
  return (RefnetOrganizationDetails *)support_organization(support, organization)->details;
}

static inline RefnetContact *support_contact(SupportNetwork *support, guint32 contact) {
  return &g_array_index(support->contacts, RefnetContact, contact);
}

/* Contacts have to be added in the order of organizations. Returns the contact's number. */
static inline guint32 support_add_contact(SupportNetwork *support, guint32 organization,
                                          guint32 person) {
  g_autofree char *name = g_strdup_printf("Person %05u", person);
  RefnetContact contact = {.organization = organization,
                           .person = person,
                           .primary = REFNET_TRI_UNKNOWN,
                           .first_contact = REFNET_DATE_UNKNOWN,
                           .last_contact = REFNET_DATE_UNKNOWN,
                           .left = REFNET_DATE_UNKNOWN};
  contact.name = g_string_chunk_insert(support->text, name);
  g_array_append_val(support->contacts, contact);
  support->dataset.person_count = MAX(support->dataset.person_count, person + 1);
  return support->contacts->len - 1;
}

/* A referral row; contacts may be REFNET_NONE. */
static inline void support_add_row(SupportNetwork *support, guint32 from, guint32 to, guint32 count,
                                   guint32 from_contact, guint32 to_contact) {
  g_array_append_val(support->from, from);
  g_array_append_val(support->to, to);
  g_array_append_val(support->count, count);
  g_array_append_val(support->from_contact, from_contact);
  g_array_append_val(support->to_contact, to_contact);
}

static inline void support_add_arc(SupportNetwork *support, guint32 from, guint32 to) {
  support_add_row(support, from, to, 1, REFNET_NONE, REFNET_NONE);
}

/* A random network of about `arcs` arcs: self-referrals and repeated rows occur. With `skew` a few
 * organizations have most of the arcs. */
static inline void support_add_random_arcs(SupportNetwork *support, RefnetRandom *random,
                                           guint32 arcs, gboolean skew) {
  guint32 n = support->organizations->len;
  for (guint32 i = 0; i < arcs && n > 0; i++) {
    double share = refnet_random_unit(random);
    guint32 from = (guint32)refnet_random_below(random, n);
    guint32 to = skew ? (guint32)(n * share * share * share) : (guint32)(n * share);
    support_add_arc(support, from, to);
  }
}

/* Nothing may be added after this. */
static inline RefnetNetwork *support_build(SupportNetwork *support, gboolean undirected) {
  RefnetDataset *dataset = &support->dataset;
  guint32 contact = 0;
  for (guint32 o = 0; o <= support->organizations->len; o++) {
    while (contact < support->contacts->len && support_contact(support, contact)->organization < o)
      contact++;
    g_array_append_val(support->contact_start, contact);
  }
  dataset->path = dataset->name = "memory";
  dataset->organization_count = support->organizations->len;
  dataset->organizations = (const RefnetOrganization *)(void *)support->organizations->data;
  dataset->contact_count = support->contacts->len;
  dataset->contacts = (const RefnetContact *)(void *)support->contacts->data;
  dataset->contact_start = (const guint32 *)(void *)support->contact_start->data;
  dataset->offer_start = (const guint32 *)(void *)support->offer_start->data;
  dataset->referrals = (RefnetReferrals){
      .rows = support->from->len,
      .from = (const guint32 *)(void *)support->from->data,
      .to = (const guint32 *)(void *)support->to->data,
      .count = (const guint32 *)(void *)support->count->data,
      .from_contact = (const guint32 *)(void *)support->from_contact->data,
      .to_contact = (const guint32 *)(void *)support->to_contact->data,
  };
  support->network = refnet_network_new(dataset, NULL, undirected, NULL);
  return support->network;
}

static inline void support_network_free(SupportNetwork *support) {
  GArray *arrays[] = {support->organizations, support->contacts,     support->contact_start,
                      support->offer_start,   support->from,         support->to,
                      support->count,         support->from_contact, support->to_contact};
  refnet_network_free(support->network);
  for (guint32 o = 0; o < support->organizations->len; o++)
    g_free(support_details(support, o));
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_free(arrays[i], TRUE);
  g_string_chunk_free(support->text);
  g_free(support);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(SupportNetwork, support_network_free)

/* Lines of a CSV without quoted commas after its header, as cells without quotes; NULL (and nothing
 * said) when there is no such file. The caller frees with g_ptr_array_unref. */
static inline GPtrArray *support_read_cells(const char *path) {
  g_autofree char *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    return NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (gsize i = 0; lines[i]; i++) {
    char **cells;
    if (!*g_strstrip(lines[i]))
      continue;
    cells = g_strsplit(lines[i], ",", -1);
    for (gsize c = 0; cells[c]; c++) {
      g_auto(GStrv) parts = g_strsplit(cells[c], "\"", -1);
      g_free(cells[c]);
      cells[c] = g_strjoinv("", parts);
    }
    g_ptr_array_add(rows, cells);
  }
  return rows;
}

/* By vertex: the least vertex it is connected with over ties that are not `lost`. */
G_GNUC_UNUSED static void support_label_parts(const RefnetNetwork *network, const guint8 *lost,
                                              guint32 *label) {
  for (guint32 v = 0; v < network->vertices; v++)
    label[v] = v;
  for (gboolean changed = TRUE; changed;) {
    changed = FALSE;
    for (guint64 t = 0; t < network->ties; t++) {
      guint32 *a = &label[network->tie_a[t]], *b = &label[network->tie_b[t]];
      if (lost[t] || *a == *b)
        continue;
      *a = *b = MIN(*a, *b);
      changed = TRUE;
    }
  }
}

G_GNUC_UNUSED static guint32 support_count_label(const guint32 *label, guint32 length,
                                                 guint32 wanted) {
  guint32 count = 0;
  for (guint32 v = 0; v < length; v++)
    count += label[v] == wanted;
  return count;
}

#endif
