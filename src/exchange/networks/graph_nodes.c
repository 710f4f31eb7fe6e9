/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/networks/graph_nodes.h"

#include "base/memory.h"
#include "exchange/names/exported_people.h"
#include "exchange/names/measured_columns.h"
#include "model/columns/fields.h"
#include "model/columns/words.h"

#include <string.h>

struct RefnetGraphNodes {
  RefnetGraphStore *store;
  guint64 *start;   /* of the values of each id */
  const char **row; /* values of the node looked at */
  guint32 *order;   /* ids of the declared, in the order they are written */
  guint32 length;
  const char **names, **given; /* by id; `given` ids NULL: they are made from names */
  guint name, short_name, id;  /* attributes, or G_MAXUINT */
  guint people[REFNET_EXPORTED_PEOPLE_COLUMNS];
  gboolean measured;
};

static const char *value_at(const RefnetGraphNodes *nodes, guint32 node, guint attribute) {
  if (attribute == G_MAXUINT)
    return NULL;
  refnet_graph_table_row(&nodes->store->nodes, nodes->start, node, nodes->row);
  return nodes->row[attribute];
}

static const char *id_text(const RefnetGraphNodes *nodes, guint32 node) {
  return refnet_interner_text(nodes->store->ids, node);
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

static gboolean are_different(const RefnetGraphNodes *nodes, const char **texts) {
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 i = 0; i < nodes->length; i++) {
    const char *text = texts[nodes->order[i]];
    if (text == NULL || !g_hash_table_add(seen, refnet_text_fold(text)))
      return FALSE;
  }
  return TRUE;
}

/* ---- names ----------------------------------------------------------------------------------- */

static gboolean is_titled(const RefnetGraphNodes *nodes, guint attribute, const char *words) {
  g_autofree char *folded =
      refnet_text_fold_header(refnet_graph_table_attribute(&nodes->store->nodes, attribute)->title);
  g_auto(GStrv) known = g_strsplit(words, " ", -1);
  return g_strv_contains((const char *const *)known, folded);
}

/* Does the attribute say of at least half of the nodes, in words, who they are? `apart`: and of no
 * two the same. */
static gboolean says_who(const RefnetGraphNodes *nodes, guint attribute, gboolean apart) {
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  guint64 filled = 0, generic = 0;
  for (guint32 i = 0; i < nodes->length; i++) {
    const char *text = value_at(nodes, nodes->order[i], attribute);
    if (text == NULL)
      continue;
    filled++;
    generic += is_generic(text);
    if (apart && !g_hash_table_add(seen, refnet_text_fold(text)))
      return FALSE;
  }
  return filled > 0 && 2 * filled >= nodes->length && 2 * generic < filled;
}

/* What is called most like a name and serves as one. A title may as well be a person's, and
 * "agency" say whom people work for: such serve only where all differ. */
static guint find_name(const RefnetGraphNodes *nodes) {
  const RefnetField *field =
      &refnet_file_fields(REFNET_FILE_ORGANIZATIONS)->fields[REFNET_ORGANIZATION_NAME];
  const struct {
    const char *titles;
    gboolean apart;
  } kinds[] = {{"fullname organizationname organisationname orgname agencyname legalname longname "
                "officialname",
                TRUE},
               {"name", FALSE},
               {"label", FALSE},
               {"displayname nodename nodelabel title", TRUE},
               {field->synonyms, TRUE}};
  for (gsize k = 0; k < G_N_ELEMENTS(kinds); k++)
    for (guint a = 0; a < nodes->store->nodes.attributes->len; a++)
      if (is_titled(nodes, a, kinds[k].titles) && says_who(nodes, a, kinds[k].apart))
        return a;
  guint name = refnet_graph_table_find(&nodes->store->nodes, "name");
  return name != G_MAXUINT ? name : refnet_graph_table_find(&nodes->store->nodes, "label");
}

/* The text, unless it says in that field of an organization that nothing is known; else NULL. */
static const char *as_field(const char *text, guint field) {
  const RefnetFileFields *file = refnet_file_fields(REFNET_FILE_ORGANIZATIONS);
  return text != NULL && !refnet_word_is_blank(text, &file->fields[field]) ? text : NULL;
}

static const char *as_name(const char *text) {
  return as_field(text, REFNET_ORGANIZATION_NAME);
}

/* Where the attribute for names is blank, that called so serves, else the label, else the id. */
static void find_names(RefnetGraphNodes *nodes) {
  const RefnetGraphTable *table = &nodes->store->nodes;
  nodes->name = find_name(nodes);
  const guint attributes[] = {nodes->name, refnet_graph_table_find(table, "name"),
                              refnet_graph_table_find(table, "label")};
  for (guint32 i = 0; i < nodes->length; i++) {
    guint32 node = nodes->order[i];
    const char *name = NULL;
    for (gsize a = 0; name == NULL && a < G_N_ELEMENTS(attributes); a++)
      name = as_name(value_at(nodes, node, attributes[a]));
    if (name == NULL) {
      g_autofree char *clean = refnet_text_clean(id_text(nodes, node));
      gboolean is_name = *clean != '\0' && as_name(clean) != NULL;
      name = refnet_pool_intern(nodes->store->pool, is_name ? clean : "unnamed");
    }
    nodes->names[node] = name;
  }
}

/* A shorter way to say a name that was found elsewhere: the label, or what is called a name. */
static void find_short_names(RefnetGraphNodes *nodes) {
  const RefnetGraphTable *table = &nodes->store->nodes;
  const guint candidates[] = {refnet_graph_table_find(table, "label"),
                              refnet_graph_table_find(table, "name")};
  nodes->short_name = G_MAXUINT;
  if (refnet_graph_table_find(table, "shortname") != G_MAXUINT)
    return;
  for (gsize c = 0; c < G_N_ELEMENTS(candidates) && nodes->short_name == G_MAXUINT; c++)
    if (candidates[c] != nodes->name && candidates[c] != G_MAXUINT &&
        says_who(nodes, candidates[c], TRUE))
      nodes->short_name = candidates[c];
}

/* ---- ids ------------------------------------------------------------------------------------- */

/* Ids are an attribute of that name that tells all nodes apart, else the nodes' own, unless these
 * say nothing: numbers, or the names again. */
static void find_ids(RefnetGraphNodes *nodes) {
  gboolean generic = TRUE, names = TRUE;
  for (guint32 i = 0; i < nodes->length; i++)
    nodes->given[nodes->order[i]] =
        as_field(value_at(nodes, nodes->order[i], nodes->id), REFNET_ORGANIZATION_ID);
  if (nodes->id != G_MAXUINT && are_different(nodes, nodes->given))
    return;
  nodes->id = G_MAXUINT;
  for (guint32 i = 0; i < nodes->length; i++) {
    guint32 node = nodes->order[i];
    const char *id = id_text(nodes, node);
    nodes->given[node] = as_field(id, REFNET_ORGANIZATION_ID);
    generic &= is_generic(id);
    names &= strcmp(id, nodes->names[node]) == 0;
  }
  gboolean say_nothing = (names || generic) && are_different(nodes, nodes->names);
  if (say_nothing || !are_different(nodes, nodes->given))
    memset(nodes->given, 0, refnet_interner_length(nodes->store->ids) * sizeof *nodes->given);
}

static gboolean is_taken(GHashTable *taken, const char *name) {
  g_autofree char *fold = refnet_text_fold(name);
  return g_hash_table_contains(taken, fold);
}

/* The name, or with a number behind it that makes it one nobody has. `taken`: fold → the latest
 * number behind it, 1 for none. */
static const char *tell_apart(const RefnetGraphNodes *nodes, const char *name, GHashTable *taken) {
  char *fold = refnet_text_fold(name);
  guint number = GPOINTER_TO_UINT(g_hash_table_lookup(taken, fold));
  if (number == 0) {
    g_hash_table_insert(taken, fold, GUINT_TO_POINTER(1));
    return name;
  }
  g_autofree char *other = NULL;
  do {
    g_free(other);
    other = g_strdup_printf("%s (%u)", name, ++number);
  } while (is_taken(taken, other));
  g_hash_table_insert(taken, refnet_text_fold(other), GUINT_TO_POINTER(1));
  g_hash_table_insert(taken, fold, GUINT_TO_POINTER(number));
  return refnet_pool_intern(nodes->store->pool, other);
}

/* Without ids the names have to tell all apart. */
static void tell_names_apart(RefnetGraphNodes *nodes) {
  g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 i = 0; i < nodes->length; i++) {
    guint32 node = nodes->order[i];
    if (nodes->given[node] != NULL)
      return;
    nodes->names[node] = tell_apart(nodes, nodes->names[node], taken);
  }
}

const char *refnet_graph_nodes_reference(const RefnetGraphNodes *nodes, guint32 node) {
  return nodes->given[node] != NULL ? nodes->given[node] : nodes->names[node];
}

static int compare_nodes(gconstpointer a, gconstpointer b, gpointer data) {
  const RefnetGraphNodes *nodes = data;
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
  int order =
      strcmp(refnet_graph_nodes_reference(nodes, x), refnet_graph_nodes_reference(nodes, y));
  return order != 0 ? order : strcmp(id_text(nodes, x), id_text(nodes, y));
}

static int compare_ids(gconstpointer a, gconstpointer b, gpointer data) {
  const RefnetGraphNodes *nodes = data;
  return strcmp(id_text(nodes, *(const guint32 *)a), id_text(nodes, *(const guint32 *)b));
}

/* ---- organizations --------------------------------------------------------------------------- */

static gboolean is_about_people(const RefnetGraphNodes *nodes, guint attribute) {
  for (guint c = 0; c < REFNET_EXPORTED_PEOPLE_COLUMNS; c++)
    if (nodes->people[c] == attribute)
      return TRUE;
  return FALSE;
}

/* What the attribute is written as; NULL: it is not. */
static const char *column_of(const RefnetGraphNodes *nodes, guint attribute) {
  const char *title = refnet_graph_table_attribute(&nodes->store->nodes, attribute)->title;
  g_autofree char *folded = refnet_text_fold_header(title);
  if (attribute == nodes->short_name)
    return "short_name";
  if (attribute == nodes->name || is_about_people(nodes, attribute))
    return NULL;
  if (*folded == '\0' || is_titled(nodes, attribute, "id name label") ||
      (nodes->measured && refnet_column_is_measure(title)))
    return NULL;
  return title;
}

static gboolean write_organizations(const RefnetGraphNodes *nodes, GError **error) {
  const RefnetGraphTable *table = &nodes->store->nodes;
  const guint attributes = table->attributes->len;
  const gboolean with_ids = nodes->given[nodes->order[0]] != NULL;
  const guint first = 1 + with_ids;
  guint width = first;
  g_autofree const char **columns = g_new0(const char *, attributes + 3);
  g_autofree const char **cells = g_new0(const char *, attributes + 3);
  g_autofree guint *written = g_new(guint, attributes + 3); /* attributes, by column */
  columns[0] = with_ids ? "id" : "name";
  columns[1] = with_ids ? "name" : NULL;
  for (guint a = 0; a < attributes; a++) {
    const char *column = column_of(nodes, a);
    written[width] = a;
    columns[width] = column;
    width += column != NULL;
  }
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(nodes->store->import, REFNET_FILE_ORGANIZATIONS, columns, error);
  if (writer == NULL)
    return FALSE;
  for (guint32 i = 0; i < nodes->length; i++) {
    guint32 node = nodes->order[i];
    cells[0] = refnet_graph_nodes_reference(nodes, node);
    cells[with_ids] = nodes->names[node];
    refnet_graph_table_row(table, nodes->start, node, nodes->row);
    for (guint c = first; c < width; c++)
      cells[c] = nodes->row[written[c]];
    refnet_sheet_writer_row(writer, cells);
  }
  return refnet_sheet_writer_close(writer, error);
}

/* ---- contacts -------------------------------------------------------------------------------- */

static gboolean write_contacts(const RefnetGraphNodes *nodes, GError **error) {
  if (nodes->people[0] == G_MAXUINT)
    return TRUE;
  g_autoptr(RefnetSheetWriter) writer = refnet_exported_people_open(nodes->store->import, error);
  if (writer == NULL)
    return FALSE;
  for (guint32 i = 0; i < nodes->length; i++) {
    const char *cells[REFNET_EXPORTED_PEOPLE_COLUMNS];
    for (guint c = 0; c < REFNET_EXPORTED_PEOPLE_COLUMNS; c++)
      cells[c] = value_at(nodes, nodes->order[i], nodes->people[c]);
    refnet_exported_people_put(writer, refnet_graph_nodes_reference(nodes, nodes->order[i]), cells);
  }
  return refnet_sheet_writer_close(writer, error);
}

gboolean refnet_graph_nodes_write(const RefnetGraphNodes *nodes, GError **error) {
  return write_organizations(nodes, error) && write_contacts(nodes, error);
}

/* ---- all nodes ------------------------------------------------------------------------------- */

static gboolean has_measures(const RefnetGraphTable *table) {
  g_autofree const char **titles = g_new0(const char *, table->attributes->len + 1);
  for (guint a = 0; a < table->attributes->len; a++)
    titles[a] = refnet_graph_table_attribute(table, a)->title;
  return refnet_columns_are_measured(titles);
}

static void find_all(RefnetGraphNodes *nodes) {
  g_qsort_with_data(nodes->order, (gint)nodes->length, sizeof *nodes->order, compare_ids, nodes);
  find_names(nodes);
  find_short_names(nodes);
  find_ids(nodes);
  tell_names_apart(nodes);
  g_qsort_with_data(nodes->order, (gint)nodes->length, sizeof *nodes->order, compare_nodes, nodes);
}

RefnetGraphNodes *refnet_graph_nodes_new(RefnetGraphStore *store, GError **error) {
  guint32 ids = refnet_interner_length(store->ids);
  g_autoptr(RefnetGraphNodes) nodes = g_new0(RefnetGraphNodes, 1);
  nodes->store = store;
  nodes->start = refnet_graph_table_sort(&store->nodes, ids);
  nodes->row = g_new0(const char *, store->nodes.attributes->len + 1);
  nodes->order = g_try_new0(guint32, (gsize)ids + 1);
  nodes->names = g_try_new0(const char *, (gsize)ids + 1);
  nodes->given = g_try_new0(const char *, (gsize)ids + 1);
  nodes->id = refnet_graph_table_find(&store->nodes, "id");
  for (guint c = 0; c < REFNET_EXPORTED_PEOPLE_COLUMNS; c++)
    nodes->people[c] = refnet_graph_table_find(&store->nodes, refnet_exported_people_headers[c]);
  nodes->measured = has_measures(&store->nodes);
  if (nodes->start == NULL || nodes->order == NULL || nodes->names == NULL ||
      nodes->given == NULL) {
    refnet_set_out_of_memory(error);
    return NULL;
  }
  for (guint32 i = 0; i < ids; i++)
    if (store->declared->data[i])
      nodes->order[nodes->length++] = i;
  if (nodes->length > 0)
    find_all(nodes);
  return g_steal_pointer(&nodes);
}

void refnet_graph_nodes_free(RefnetGraphNodes *nodes) {
  if (nodes == NULL)
    return;
  g_free(nodes->start);
  g_free(nodes->row);
  g_free(nodes->order);
  g_free(nodes->names);
  g_free(nodes->given);
  g_free(nodes);
}
