/* SPDX-License-Identifier: GPL-2.0-or-later */
/* GraphML and GEXF as Gephi, yEd, Cytoscape, igraph, networkx and refnet write them. */
#include "exchange/networks/graph_dataset.h"
#include "exchange/files/packed.h"
#include "exchange/files/text_file.h"
#include "exchange/files/xml_reader.h"
#include "exchange/networks/gexf_list.h"
#include "exchange/networks/gml_read.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  RefnetGraphStore *store;
  const char *label;
  gboolean is_gexf, known;  /* by the root element */
  gboolean undirected;      /* unless an edge says otherwise */
  GPtrArray *nodes;         /* ids of open nodes, innermost last; NULL: it is rejected; owned */
  gboolean in_edge, nested; /* nested: a node holds others */
  gboolean edge_is_out;     /* the edge at hand is rejected */
  char *key; /* of the attribute being declared, or whose value is read; NULL: none */
  char *title;
  gboolean of_edges; /* that attribute is */
  GHashTable *lists; /* keys of attributes whose values are lists; owned */
  guint depth;       /* elements that are open */
  guint text_depth;  /* where its text stands; 0: none is wanted */
  GString *text;
} GraphReading;

static const char label_key[] = "label";
enum { TEXT_MOST = 1 << 20 };

static gboolean fail_memory(GError **error) {
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL, "out of memory for the network");
  return FALSE;
}

static const char *open_node(const GraphReading *reading) {
  return reading->nodes->len > 0 ? g_ptr_array_index(reading->nodes, reading->nodes->len - 1)
                                 : NULL;
}

static void set_value(GraphReading *reading, const char *key, const char *value) {
  if (value == NULL || key == NULL)
    return;
  if (reading->in_edge && !reading->edge_is_out)
    refnet_graph_store_set_edge(reading->store, key, value);
  else if (!reading->in_edge && open_node(reading) != NULL)
    refnet_graph_store_set_node(reading->store, open_node(reading), key, value);
}

/* ---- nodes and edges ------------------------------------------------------------------------- */

static gboolean begin_node(GraphReading *reading, const RefnetXmlAttributes *element,
                           GError **error) {
  char *id = refnet_xml_attribute(element, "id");
  g_autofree char *label = refnet_xml_attribute(element, "label");
  if (id == NULL)
    refnet_graph_store_reject(reading->store, refnet_xml_line(element), "the node has no id",
                              "give each node an id");
  else if (!refnet_graph_store_node(reading->store, id, refnet_xml_line(element)))
    g_clear_pointer(&id, g_free);
  reading->nested |= open_node(reading) != NULL;
  g_ptr_array_add(reading->nodes, id);
  if (reading->is_gexf)
    set_value(reading, label_key, label);
  return !reading->store->out_of_memory || fail_memory(error);
}

/* GraphML says directed="false", GEXF type="undirected" or "mutual". */
static gboolean goes_both_ways(const GraphReading *reading, const RefnetXmlAttributes *element) {
  g_autofree char *directed = refnet_xml_attribute(element, "directed");
  g_autofree char *type = refnet_xml_attribute(element, "type");
  if (reading->is_gexf)
    return type == NULL ? reading->undirected : strcmp(type, "directed") != 0;
  return directed == NULL ? reading->undirected : strcmp(directed, "false") == 0;
}

static gboolean begin_edge(GraphReading *reading, const RefnetXmlAttributes *element,
                           GError **error) {
  g_autofree char *from = refnet_xml_attribute(element, "source");
  g_autofree char *to = refnet_xml_attribute(element, "target");
  g_autofree char *weight = refnet_xml_attribute(element, "weight");
  reading->in_edge = TRUE;
  reading->edge_is_out = from == NULL || to == NULL;
  if (reading->edge_is_out) {
    refnet_graph_store_reject(reading->store, refnet_xml_line(element),
                              "the edge lacks its source or its target",
                              "give each edge both ends");
    return TRUE;
  }
  if (!refnet_graph_store_edge(reading->store, from, to, goes_both_ways(reading, element),
                               refnet_xml_line(element)))
    return fail_memory(error);
  if (reading->is_gexf)
    set_value(reading, "weight", weight);
  return TRUE;
}

static void begin_graph(GraphReading *reading, const RefnetXmlAttributes *element) {
  g_autofree char *type =
      refnet_xml_attribute(element, reading->is_gexf ? "defaultedgetype" : "edgedefault");
  if (open_node(reading) == NULL)
    reading->undirected = reading->is_gexf ? type == NULL || strcmp(type, "directed") != 0
                                           : type != NULL && strcmp(type, "undirected") == 0;
}

/* ---- attributes ------------------------------------------------------------------------------ */

static void want_text(GraphReading *reading) {
  reading->text_depth = reading->depth;
  g_string_truncate(reading->text, 0);
}

static void set_key(GraphReading *reading, char *key) {
  g_free(reading->key);
  reading->key = key;
}

/* GraphML: <key id for attr.name>, GEXF: <attribute id title> in <attributes class>. */
static void declare(GraphReading *reading, const RefnetXmlAttributes *element) {
  g_autofree char *of = refnet_xml_attribute(element, "for");
  set_key(reading, refnet_xml_attribute(element, "id"));
  g_free(reading->title);
  reading->title = refnet_xml_attribute(element, reading->is_gexf ? "title" : "attr.name");
  if (!reading->is_gexf)
    reading->of_edges = of != NULL && strcmp(of, "edge") == 0;
  gboolean of_neither = !reading->is_gexf && of != NULL && strcmp(of, "node") != 0 &&
                        strcmp(of, "edge") != 0 && strcmp(of, "all") != 0;
  if (of_neither) /* of the whole graph, of ports */
    set_key(reading, NULL);
  if (reading->key == NULL || (!reading->is_gexf && reading->title == NULL))
    return; /* drawings of yEd */
  refnet_graph_store_attribute(reading->store, reading->of_edges, reading->key, reading->title,
                               NULL);
  g_autofree char *type = reading->is_gexf ? refnet_xml_attribute(element, "type") : NULL;
  if (type != NULL && !reading->of_edges && g_str_has_prefix(type, "list"))
    g_hash_table_add(reading->lists, g_strdup(reading->key));
  if (!reading->is_gexf && (of == NULL || strcmp(of, "all") == 0))
    refnet_graph_store_attribute(reading->store, TRUE, reading->key, reading->title, NULL);
}

static void take_attvalue(GraphReading *reading, const RefnetXmlAttributes *element) {
  g_autofree char *of = refnet_xml_attribute(element, "for");
  g_autofree char *id = of == NULL ? refnet_xml_attribute(element, "id") : NULL;
  g_autofree char *value = refnet_xml_attribute(element, "value");
  const char *key = of != NULL ? of : id;
  const gboolean is_list = value != NULL && key != NULL && !reading->in_edge &&
                           g_hash_table_contains(reading->lists, key);
  g_autofree char *list = is_list ? refnet_gexf_list_cell(value) : NULL;
  set_value(reading, key, is_list ? list : value);
}

/* ---- elements -------------------------------------------------------------------------------- */

static gboolean begin_root(GraphReading *reading, const char *name, GError **error) {
  reading->known = TRUE;
  reading->is_gexf = strcmp(name, "gexf") == 0;
  if (reading->is_gexf) {
    refnet_graph_store_attribute(reading->store, FALSE, label_key, NULL, NULL);
    refnet_graph_store_attribute(reading->store, TRUE, "weight", NULL, NULL);
  }
  if (reading->is_gexf || strcmp(name, "graphml") == 0)
    return TRUE;
  g_autofree char *shown = refnet_text_display(name, 40);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s is neither GraphML nor GEXF: its first element is <%s>", reading->label, shown);
  return FALSE;
}

static void begin_part(GraphReading *reading, const RefnetXmlAttributes *element,
                       const char *name) {
  if (strcmp(name, "graph") == 0) {
    begin_graph(reading, element);
  } else if (strcmp(name, "attributes") == 0) {
    g_autofree char *class = refnet_xml_attribute(element, "class");
    reading->of_edges = class != NULL && strcmp(class, "edge") == 0;
  } else if (strcmp(name, "key") == 0 || strcmp(name, "attribute") == 0) {
    declare(reading, element);
  } else if (strcmp(name, "attvalue") == 0) {
    take_attvalue(reading, element);
  } else if (strcmp(name, "data") == 0) {
    set_key(reading, refnet_xml_attribute(element, "key"));
    want_text(reading);
  } else if (strcmp(name, "default") == 0) {
    want_text(reading);
  } else if (strcmp(name, "NodeLabel") == 0) { /* inside of the drawings of yEd */
    want_text(reading);
  } else if (strcmp(name, "hyperedge") == 0) {
    refnet_graph_store_reject(reading->store, refnet_xml_line(element),
                              "the edge has more than two ends",
                              "divide it into edges of two ends");
  }
}

static gboolean begin(const char *name, const RefnetXmlAttributes *element, gpointer data,
                      GError **error) {
  GraphReading *reading = data;
  reading->depth++;
  if (!reading->known)
    return begin_root(reading, name, error);
  if (strcmp(name, "node") == 0)
    return begin_node(reading, element, error);
  if (strcmp(name, "edge") == 0)
    return begin_edge(reading, element, error);
  begin_part(reading, element, name);
  return TRUE;
}

static gboolean take_text(const char *text, gsize length, gpointer data, GError **error) {
  GraphReading *reading = data;
  if (reading->text_depth != reading->depth)
    return TRUE;
  if (reading->text->len + length > TEXT_MOST) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s has a text of over 1 MiB",
                reading->label);
    return FALSE;
  }
  g_string_append_len(reading->text, text, (gssize)length);
  return TRUE;
}

static void end_data(GraphReading *reading) {
  if (reading->text_depth > 0)
    set_value(reading, reading->key, reading->text->str);
  reading->text_depth = 0;
}

/* The first label of a node's drawing is its name. */
static void end_label(GraphReading *reading) {
  if (open_node(reading) != NULL && !reading->in_edge)
    refnet_graph_store_set_node(reading->store, open_node(reading), label_key, reading->text->str);
  reading->text_depth = 0;
}

static gboolean end(const char *name, gpointer data, GError **error) {
  GraphReading *reading = data;
  (void)error;
  reading->depth--;
  if (strcmp(name, "node") == 0 && reading->nodes->len > 0)
    g_ptr_array_set_size(reading->nodes, (gint)reading->nodes->len - 1);
  else if (strcmp(name, "edge") == 0)
    reading->in_edge = FALSE;
  else if (strcmp(name, "data") == 0)
    end_data(reading);
  else if (strcmp(name, "NodeLabel") == 0)
    end_label(reading);
  else if (strcmp(name, "default") == 0 && reading->key != NULL) {
    refnet_graph_store_attribute(reading->store, reading->of_edges, reading->key, NULL,
                                 reading->text->str);
    reading->text_depth = 0;
  }
  return TRUE;
}

/* ---- the file -------------------------------------------------------------------------------- */

/* One that is not packed. */
typedef struct {
  FILE *file;
  const char *label;
} Plain;

static gssize read_plain(gpointer data, void *buffer, gsize capacity, GError **error) {
  const Plain *plain = data;
  gsize got = fread(buffer, 1, capacity, plain->file);
  if (got > 0 || !ferror(plain->file))
    return (gssize)got;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_IO, "%s cannot be read: %s", plain->label,
              g_strerror(errno));
  return -1;
}

static gboolean read_file(const char *path, const char *label, const RefnetXmlHandler *handler,
                          gpointer data, GError **error) {
  if (refnet_packed_is(path)) {
    g_autoptr(RefnetPacked) packed = refnet_packed_open(path, label, error);
    return packed != NULL &&
           refnet_xml_read(label, refnet_packed_read, packed, handler, data, error);
  }
  if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s is a folder; give the file with the network itself", label);
    return FALSE;
  }
  Plain plain = {fopen(path, "rbe"), label};
  if (plain.file == NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_IO, "%s cannot be opened: %s", label,
                g_strerror(errno));
    return FALSE;
  }
  gboolean ok = refnet_xml_read(label, read_plain, &plain, handler, data, error);
  fclose(plain.file);
  return ok;
}

static void say_nested(const GraphReading *reading, const RefnetImport *import) {
  if (reading->nested)
    refnet_import_report_say(import->report,
                             g_strdup("Some nodes hold others; both they and what they hold became "
                                      "organisations."));
}

static gboolean read_xml(const RefnetImport *import, RefnetGraphStore *store, GError **error) {
  static const RefnetXmlHandler handler = {begin, end, take_text};
  GraphReading reading = {.store = store,
                          .label = store->label,
                          .nodes = g_ptr_array_new_with_free_func(g_free),
                          .lists = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          .text = g_string_new(NULL)};
  gboolean ok = read_file(import->source, store->label, &handler, &reading, error);
  if (ok)
    say_nested(&reading, import);
  g_ptr_array_unref(reading.nodes);
  g_string_free(reading.text, TRUE);
  g_free(reading.key);
  g_free(reading.title);
  g_hash_table_unref(reading.lists);
  return ok;
}

static gboolean is_gml(const char *path) {
  g_autofree char *head = refnet_text_file_head(path);
  g_autofree char *line = refnet_text_file_first_line(head);
  return refnet_gml_begins(line);
}

gboolean refnet_import_graph(const RefnetImport *import, GError **error) {
  g_autofree char *name = g_path_get_basename(import->source);
  g_autofree char *label = g_utf8_make_valid(name, -1);
  g_autoptr(RefnetGraphStore) store = refnet_graph_store_new(import, label);
  return (is_gml(import->source) ? refnet_gml_read(store, import->source, error)
                                 : read_xml(import, store, error)) &&
         refnet_graph_dataset_write(store, error);
}
