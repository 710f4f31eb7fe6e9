/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/networks/graph_store.h"

#include "base/pool.h"
#include "exchange/names/measured_columns.h"
#include "exchange/files/sheet_writer.h"
#include "exchange/networks/tie_writer.h"
#include "model/array.h"
#include "model/fields.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *key, *title, *missing;
} Attribute;

typedef struct {
  guint32 of; /* node or edge */
  guint32 attribute;
  const char *value;
} Value;

typedef struct {
  guint32 from, to;
  gboolean both_ways;
  guint64 line;
} Edge;

/* What is known of nodes, or of edges. */
typedef struct {
  GArray *attributes; /* Attribute */
  GHashTable *by_key; /* key → number + 1 */
  RefnetArray values; /* Value */
} Table;

struct RefnetGraphStore {
  const RefnetImport *import;
  char *label;
  guint file;
  RefnetPool *pool;
  RefnetInterner *ids;
  GByteArray *declared; /* by number of the id */
  RefnetArray edges;
  Table nodes, links;
  gboolean out_of_memory;
};

/* ---- collecting ----------------------------------------------------------------------------- */

static void table_init(Table *table) {
  table->attributes = g_array_new(FALSE, FALSE, sizeof(Attribute));
  table->by_key = g_hash_table_new(g_str_hash, g_str_equal);
  table->values.size = sizeof(Value);
}

static void table_clear(Table *table) {
  g_array_unref(table->attributes);
  g_hash_table_unref(table->by_key);
  refnet_array_clear(&table->values);
}

RefnetGraphStore *refnet_graph_store_new(const RefnetImport *import, const char *label) {
  RefnetGraphStore *store = g_new0(RefnetGraphStore, 1);
  store->import = import;
  store->label = g_strdup(label);
  store->file = refnet_import_report_file(import->report, label);
  store->pool = refnet_pool_new();
  store->ids = refnet_interner_new(refnet_pool_arena(store->pool));
  store->declared = g_byte_array_new();
  store->edges.size = sizeof(Edge);
  table_init(&store->nodes);
  table_init(&store->links);
  return store;
}

void refnet_graph_store_free(RefnetGraphStore *store) {
  if (store == NULL)
    return;
  table_clear(&store->nodes);
  table_clear(&store->links);
  refnet_array_clear(&store->edges);
  g_byte_array_unref(store->declared);
  refnet_interner_free(store->ids);
  refnet_pool_free(store->pool);
  g_free(store->label);
  g_free(store);
}

static guint32 attribute_number(RefnetGraphStore *store, Table *table, const char *key) {
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(table->by_key, key));
  if (known > 0)
    return known - 1;
  const char *kept = refnet_pool_intern(store->pool, key);
  Attribute attribute = {kept, kept, NULL};
  if (kept == NULL) {
    store->out_of_memory = TRUE;
    return REFNET_NONE;
  }
  g_array_append_val(table->attributes, attribute);
  g_hash_table_insert(table->by_key, (gpointer)kept, GUINT_TO_POINTER(table->attributes->len));
  return table->attributes->len - 1;
}

void refnet_graph_store_attribute(RefnetGraphStore *store, gboolean of_edges, const char *key,
                                  const char *title, const char *missing) {
  Table *table = of_edges ? &store->links : &store->nodes;
  guint32 number = attribute_number(store, table, key);
  if (number == REFNET_NONE)
    return;
  Attribute *attribute = &g_array_index(table->attributes, Attribute, number);
  if (title != NULL && *title != '\0')
    attribute->title = refnet_pool_intern(store->pool, title);
  if (missing != NULL && *missing != '\0')
    attribute->missing = refnet_pool_intern(store->pool, missing);
}

static guint32 node_number(RefnetGraphStore *store, const char *id) {
  guint32 number = refnet_interner_add(store->ids, id, strlen(id));
  const guint8 not_yet = 0;
  store->out_of_memory |= number == REFNET_NONE;
  while (number != REFNET_NONE && store->declared->len <= number)
    g_byte_array_append(store->declared, &not_yet, 1);
  return number;
}

void refnet_graph_store_reject(RefnetGraphStore *store, guint64 line, const char *why,
                               const char *fix) {
  RefnetDiagnostic where = {.kind = "bad-element",
                            .severity = REFNET_SEVERITY_ERROR,
                            .file = store->label,
                            .line = line,
                            .contact = REFNET_NONE};
  refnet_diagnostics_add(refnet_import_report_diagnostics(store->import->report), &where, fix, "%s",
                         why);
  refnet_import_report_rejected(store->import->report, store->file, 1, why);
}

gboolean refnet_graph_store_node(RefnetGraphStore *store, const char *id, guint64 line) {
  guint32 number = node_number(store, id);
  if (number == REFNET_NONE)
    return FALSE;
  if (store->declared->data[number]) {
    refnet_graph_store_reject(store, line, "the node's id is an earlier one's",
                              "give each node an id of its own");
    return TRUE;
  }
  store->declared->data[number] = 1;
  refnet_import_report_used(store->import->report, store->file, 1);
  return TRUE;
}

gboolean refnet_graph_store_edge(RefnetGraphStore *store, const char *from, const char *to,
                                 gboolean both_ways, guint64 line) {
  Edge *edge = refnet_array_append(&store->edges);
  store->out_of_memory |= edge == NULL;
  if (edge != NULL)
    *edge = (Edge){node_number(store, from), node_number(store, to), both_ways, line};
  return !store->out_of_memory;
}

static void set_value(RefnetGraphStore *store, Table *table, guint32 of, const char *key,
                      const char *value) {
  g_autofree char *clean = refnet_text_clean(value);
  guint32 attribute = attribute_number(store, table, key);
  if (*clean == '\0' || attribute == REFNET_NONE || of == REFNET_NONE)
    return;
  Value *added = refnet_array_append(&table->values);
  const char *kept = refnet_pool_intern(store->pool, clean);
  store->out_of_memory |= added == NULL || kept == NULL;
  if (added != NULL)
    *added = (Value){of, attribute, kept};
}

void refnet_graph_store_set_node(RefnetGraphStore *store, const char *id, const char *key,
                                 const char *value) {
  set_value(store, &store->nodes, node_number(store, id), key, value);
}

void refnet_graph_store_set_edge(RefnetGraphStore *store, const char *key, const char *value) {
  if (store->edges.length > 0)
    set_value(store, &store->links, (guint32)store->edges.length - 1, key, value);
}

/* ---- rows of values ------------------------------------------------------------------------- */

/* By node or edge; of one attribute set twice the later stands last. */
static int compare_values(const void *a, const void *b) {
  const Value *x = a, *y = b;
  if (x->of != y->of)
    return x->of < y->of ? -1 : 1;
  if (x->attribute != y->attribute)
    return x->attribute < y->attribute ? -1 : 1;
  return 0;
}

/* Where the values of each begin: `length` + 1 of them. */
static guint64 *sort_values(Table *table, guint32 length) {
  guint64 *start = g_try_new0(guint64, (gsize)length + 2);
  if (start == NULL)
    return NULL;
  if (table->values.length > 0)
    qsort(table->values.items, table->values.length, sizeof(Value), compare_values);
  for (gsize i = 0; i < table->values.length; i++)
    start[refnet_array_at(&table->values, Value, i)->of + 1]++;
  for (guint32 i = 0; i < length; i++)
    start[i + 1] += start[i];
  return start;
}

/* The values of one by attribute, what is missing filled in. */
static void fill_values(const Table *table, const guint64 *start, guint32 of, const char **row) {
  for (guint a = 0; a < table->attributes->len; a++)
    row[a] = g_array_index(table->attributes, Attribute, a).missing;
  for (guint64 i = start[of]; i < start[of + 1]; i++) {
    const Value *value = refnet_array_at(&table->values, Value, i);
    row[value->attribute] = value->value;
  }
}

/* ---- organizations -------------------------------------------------------------------------- */

typedef struct {
  RefnetGraphStore *store;
  guint64 *start;
  const char **row;  /* values of the node looked at */
  guint32 *nodes;    /* numbers of the declared, in the order they are written */
  guint32 length;
  const char **names, **given; /* by number of the id; `given` ids NULL: they are made from names */
  guint name, label, id;       /* attributes, or G_MAXUINT */
  guint people, emails, phones;
  gboolean measured;
} Organizations;

static const Attribute *attribute_at(const Table *table, guint attribute) {
  return &g_array_index(table->attributes, Attribute, attribute);
}

static guint find_attribute(const Table *table, const char *folded_title) {
  for (guint a = 0; a < table->attributes->len; a++) {
    g_autofree char *folded = refnet_text_fold_header(attribute_at(table, a)->title);
    if (strcmp(folded, folded_title) == 0)
      return a;
  }
  return G_MAXUINT;
}

static const char *value_at(const Organizations *organizations, guint32 node, guint attribute) {
  if (attribute == G_MAXUINT)
    return NULL;
  fill_values(&organizations->store->nodes, organizations->start, node, organizations->row);
  return organizations->row[attribute];
}

static const char *id_text(const Organizations *organizations, guint32 node) {
  return refnet_interner_text(organizations->store->ids, node);
}

/* "n12", "n1::n0", "node 3", "17": a number, no name. */
static gboolean is_generic(const char *id) {
  g_autofree char *folded = refnet_text_fold_header(id);
  const char *digits = folded + strcspn(folded, "0123456789");
  g_autofree char *word = g_strndup(folded, (gsize)(digits - folded));
  static const char *const words[] = {"", "n", "v", "node", "vertex", "id", NULL};
  if (*digits != '\0' && strspn(folded, "n0123456789") == strlen(folded))
    return TRUE;
  return *digits != '\0' && strspn(digits, "0123456789") == strlen(digits) &&
         g_strv_contains(words, word);
}

static gboolean are_different(const Organizations *organizations, const char **texts) {
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 i = 0; i < organizations->length; i++) {
    const char *text = texts[organizations->nodes[i]];
    if (text == NULL || !g_hash_table_add(seen, refnet_text_fold(text)))
      return FALSE;
  }
  return TRUE;
}

/* The name is the attribute called so, else the label, else the id. */
static void find_names(Organizations *organizations) {
  for (guint32 i = 0; i < organizations->length; i++) {
    guint32 node = organizations->nodes[i];
    const char *name = value_at(organizations, node, organizations->name);
    if (name == NULL)
      name = value_at(organizations, node, organizations->label);
    if (name == NULL) {
      g_autofree char *clean = refnet_text_clean(id_text(organizations, node));
      name = refnet_pool_intern(organizations->store->pool, *clean != '\0' ? clean : "unnamed");
    }
    organizations->names[node] = name;
  }
}

/* Ids are an attribute of that name that tells all nodes apart, else the nodes' own, unless these say
 * nothing: numbers, or the names again. */
static void find_ids(Organizations *organizations) {
  gboolean generic = TRUE, names = TRUE;
  for (guint32 i = 0; i < organizations->length; i++)
    organizations->given[organizations->nodes[i]] =
        value_at(organizations, organizations->nodes[i], organizations->id);
  if (organizations->id != G_MAXUINT && are_different(organizations, organizations->given))
    return;
  organizations->id = G_MAXUINT;
  for (guint32 i = 0; i < organizations->length; i++) {
    guint32 node = organizations->nodes[i];
    const char *id = id_text(organizations, node);
    organizations->given[node] = id;
    generic &= is_generic(id);
    names &= strcmp(id, organizations->names[node]) == 0;
  }
  if ((names || generic) && are_different(organizations, organizations->names))
    organizations->given[0] = NULL;
  else if (!are_different(organizations, organizations->given))
    organizations->given[0] = NULL;
  else
    return;
  memset(organizations->given, 0, refnet_interner_length(organizations->store->ids) *
                                      sizeof *organizations->given);
}

/* Without ids the names have to tell all apart. */
static void tell_names_apart(Organizations *organizations) {
  g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 i = 0; i < organizations->length; i++) {
    guint32 node = organizations->nodes[i];
    if (organizations->given[node] != NULL)
      return;
    const char *name = organizations->names[node];
    for (guint number = 2; !g_hash_table_add(taken, refnet_text_fold(name)); number++) {
      g_autofree char *other = g_strdup_printf("%s (%u)", organizations->names[node], number);
      name = refnet_pool_intern(organizations->store->pool, other);
    }
    organizations->names[node] = name;
  }
}

static const char *reference(const Organizations *organizations, guint32 node) {
  return organizations->given[node] != NULL ? organizations->given[node]
                                            : organizations->names[node];
}

static int compare_nodes(gconstpointer a, gconstpointer b, gpointer data) {
  const Organizations *organizations = data;
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
  int order = strcmp(reference(organizations, x), reference(organizations, y));
  return order != 0 ? order : strcmp(id_text(organizations, x), id_text(organizations, y));
}

static int compare_ids(gconstpointer a, gconstpointer b, gpointer data) {
  const Organizations *organizations = data;
  return strcmp(id_text(organizations, *(const guint32 *)a),
                id_text(organizations, *(const guint32 *)b));
}

static gboolean is_written(const Organizations *organizations, guint attribute) {
  const char *title = attribute_at(&organizations->store->nodes, attribute)->title;
  g_autofree char *folded = refnet_text_fold_header(title);
  return attribute != organizations->name && attribute != organizations->label &&
         attribute != organizations->people && attribute != organizations->emails &&
         attribute != organizations->phones && *folded != '\0' && strcmp(folded, "id") != 0 &&
         strcmp(folded, "name") != 0 &&
         !(organizations->measured && refnet_column_is_measure(title));
}

static gboolean write_organizations(Organizations *organizations, GError **error) {
  const Table *nodes = &organizations->store->nodes;
  gboolean with_ids = organizations->given[organizations->nodes[0]] != NULL;
  guint width = 1 + with_ids;
  g_autofree const char **columns = g_new0(const char *, nodes->attributes->len + 3);
  g_autofree const char **cells = g_new0(const char *, nodes->attributes->len + 3);
  columns[0] = with_ids ? "id" : "name";
  columns[1] = with_ids ? "name" : NULL;
  for (guint a = 0; a < nodes->attributes->len; a++)
    if (is_written(organizations, a))
      columns[width++] = attribute_at(nodes, a)->title;
  g_autoptr(RefnetSheetWriter) writer = refnet_sheet_writer_open(
      organizations->store->import, REFNET_FILE_ORGANIZATIONS, columns, error);
  if (writer == NULL)
    return FALSE;
  for (guint32 i = 0; i < organizations->length; i++) {
    guint32 node = organizations->nodes[i];
    guint at = 1 + with_ids;
    cells[0] = reference(organizations, node);
    cells[with_ids] = organizations->names[node];
    fill_values(nodes, organizations->start, node, organizations->row);
    for (guint a = 0; a < nodes->attributes->len; a++)
      if (is_written(organizations, a))
        cells[at++] = organizations->row[a];
    refnet_sheet_writer_row(writer, cells);
  }
  return refnet_sheet_writer_close(writer, error);
}

/* ---- contacts ------------------------------------------------------------------------------- */

/* Addresses belong to names where there are as many. */
static void write_people(const Organizations *organizations, guint32 node,
                         RefnetSheetWriter *writer) {
  const char *names = value_at(organizations, node, organizations->people);
  const char *emails = value_at(organizations, node, organizations->emails);
  const char *phones = value_at(organizations, node, organizations->phones);
  g_auto(GStrv) name = g_strsplit(names != NULL ? names : "", "|", -1);
  g_auto(GStrv) email = g_strsplit(emails != NULL ? emails : "", "|", -1);
  g_auto(GStrv) phone = g_strsplit(phones != NULL ? phones : "", "|", -1);
  guint length = g_strv_length(name);
  for (guint i = 0; i < length; i++) {
    const char *cells[] = {reference(organizations, node), name[i],
                           g_strv_length(email) == length ? email[i] : NULL,
                           g_strv_length(phone) == length ? phone[i] : NULL};
    refnet_sheet_writer_row(writer, cells);
  }
}

static gboolean write_contacts(const Organizations *organizations, GError **error) {
  static const char *const columns[] = {"organization", "name", "email", "phone", NULL};
  if (organizations->people == G_MAXUINT)
    return TRUE;
  g_autoptr(RefnetSheetWriter) writer = refnet_sheet_writer_open(
      organizations->store->import, REFNET_FILE_CONTACTS, columns, error);
  if (writer == NULL)
    return FALSE;
  for (guint32 i = 0; i < organizations->length; i++)
    write_people(organizations, organizations->nodes[i], writer);
  return refnet_sheet_writer_close(writer, error);
}

/* ---- referrals ------------------------------------------------------------------------------ */

/* Which attribute fills each field; of several the one whose title fits best. */
static guint find_fields(const Table *links, guint *attribute_of) {
  guint fields = 0;
  for (guint f = REFNET_REFERRAL_TO + 1; f < REFNET_TIE_FIELDS; f++) {
    guint best = G_MAXUINT;
    attribute_of[f] = G_MAXUINT;
    for (guint a = 0; a < links->attributes->len; a++) {
      g_autofree char *folded = refnet_text_fold_header(attribute_at(links, a)->title);
      guint fit =
          refnet_field_fit(&refnet_file_fields(REFNET_FILE_REFERRALS)->fields[f], folded);
      if (f == REFNET_REFERRAL_DATE && fit == G_MAXUINT && strcmp(folded, "latest") == 0)
        fit = G_MAXUINT - 1;
      if (fit < best) {
        best = fit;
        attribute_of[f] = a;
      }
    }
    fields |= attribute_of[f] != G_MAXUINT ? 1u << f : 0;
  }
  return fields;
}

static void say_unused(const RefnetGraphStore *store, const guint *attribute_of) {
  g_autoptr(GString) list = g_string_new(NULL);
  for (guint a = 0; a < store->links.attributes->len; a++) {
    const char *title = attribute_at(&store->links, a)->title;
    gboolean used = strcmp(title, "two_way") == 0 || strcmp(title, "weight") == 0;
    for (guint f = REFNET_REFERRAL_TO + 1; f < REFNET_TIE_FIELDS; f++)
      used |= attribute_of[f] == a;
    g_autofree char *shown = refnet_text_display(title, 40);
    if (!used)
      g_string_append_printf(list, "%s\"%s\"", list->len > 0 ? ", " : "", shown);
  }
  if (list->len > 0)
    refnet_import_report_say(store->import->report,
                             g_strdup_printf("Left out of the links: %s.", list->str));
}

static void write_edge(Organizations *organizations, RefnetTieWriter *writer, guint32 index,
                       const guint64 *start, const guint *attribute_of, const char **row) {
  RefnetGraphStore *store = organizations->store;
  const Edge *edge = refnet_array_at(&store->edges, Edge, index);
  RefnetTie tie = {.both_ways = edge->both_ways};
  if (!store->declared->data[edge->from] || !store->declared->data[edge->to]) {
    refnet_graph_store_reject(store, edge->line, "the edge has an end that is no node of the file",
                              "add the node, or leave the edge out");
    return;
  }
  fill_values(&store->links, start, index, row);
  for (guint f = REFNET_REFERRAL_TO + 1; f < REFNET_TIE_FIELDS; f++)
    tie.cells[f] = attribute_of[f] != G_MAXUINT ? row[attribute_of[f]] : NULL;
  tie.cells[REFNET_REFERRAL_FROM] = reference(organizations, edge->from);
  tie.cells[REFNET_REFERRAL_TO] = reference(organizations, edge->to);
  if (refnet_tie_writer_add(writer, &tie) == REFNET_TIE_BAD_COUNT)
    refnet_graph_store_reject(store, edge->line, "the edge's weight is no number from 0 on",
                              "mend the weight, or leave it out");
  else
    refnet_import_report_used(store->import->report, store->file, 1);
}

static gboolean write_referrals(Organizations *organizations, GError **error) {
  RefnetGraphStore *store = organizations->store;
  guint attribute_of[REFNET_TIE_FIELDS];
  guint fields = find_fields(&store->links, attribute_of);
  g_autofree guint64 *start = sort_values(&store->links, (guint32)store->edges.length);
  g_autofree const char **row = g_new0(const char *, store->links.attributes->len + 1);
  g_autoptr(RefnetTieWriter) writer = refnet_tie_writer_open(store->import, fields, error);
  if (writer == NULL || start == NULL)
    return FALSE;
  for (guint32 i = 0; i < store->edges.length; i++)
    write_edge(organizations, writer, i, start, attribute_of, row);
  say_unused(store, attribute_of);
  return refnet_tie_writer_close(writer, error);
}

/* ---- the dataset ---------------------------------------------------------------------------- */

static gboolean has_measures(const Table *nodes) {
  g_autofree const char **titles = g_new0(const char *, nodes->attributes->len + 1);
  for (guint a = 0; a < nodes->attributes->len; a++)
    titles[a] = attribute_at(nodes, a)->title;
  return refnet_columns_are_measured(titles);
}

static gboolean write_all(Organizations *organizations, GError **error) {
  g_qsort_with_data(organizations->nodes, (gint)organizations->length,
                    sizeof *organizations->nodes, compare_ids, organizations);
  find_names(organizations);
  find_ids(organizations);
  tell_names_apart(organizations);
  g_qsort_with_data(organizations->nodes, (gint)organizations->length,
                    sizeof *organizations->nodes, compare_nodes, organizations);
  return write_organizations(organizations, error) && write_contacts(organizations, error) &&
         write_referrals(organizations, error);
}

gboolean refnet_graph_store_write(RefnetGraphStore *store, GError **error) {
  guint32 ids = refnet_interner_length(store->ids);
  const Table *nodes = &store->nodes;
  Organizations organizations = {.store = store,
                                 .start = sort_values(&store->nodes, ids),
                                 .row = g_new0(const char *, nodes->attributes->len + 1),
                                 .nodes = g_try_new0(guint32, (gsize)ids + 1),
                                 .names = g_try_new0(const char *, (gsize)ids + 1),
                                 .given = g_try_new0(const char *, (gsize)ids + 1),
                                 .name = find_attribute(nodes, "name"),
                                 .label = find_attribute(nodes, "label"),
                                 .id = find_attribute(nodes, "id"),
                                 .people = find_attribute(nodes, "contactnames"),
                                 .emails = find_attribute(nodes, "contactemails"),
                                 .phones = find_attribute(nodes, "contactphones"),
                                 .measured = has_measures(nodes)};
  gboolean ok = !store->out_of_memory && organizations.start != NULL &&
                organizations.nodes != NULL && organizations.names != NULL &&
                organizations.given != NULL;
  for (guint32 i = 0; ok && i < ids; i++)
    if (store->declared->data[i])
      organizations.nodes[organizations.length++] = i;
  if (!ok)
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL, "out of memory");
  else if (organizations.length == 0)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s has no nodes", store->label);
  else
    ok = write_all(&organizations, error);
  ok = ok && organizations.length > 0;
  g_free(organizations.start);
  g_free(organizations.row);
  g_free(organizations.nodes);
  g_free(organizations.names);
  g_free(organizations.given);
  return ok;
}
