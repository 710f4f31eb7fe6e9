/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keys and values, token by token. What a node or an edge says is kept until its bracket closes,
 * for its id may come last. */
#include "exchange/networks/gml_read.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "base/memory.h"
#include "exchange/files/text_file.h"

enum { TEXT_MOST = 1 << 20 };

typedef enum { OUTSIDE, GRAPH, NODE, EDGE } Place;

typedef struct {
  char *key;
  GString *value;
} Item;

typedef struct {
  RefnetGraphStore *store;
  RefnetTextFile *file;
  const char *rest; /* of the line at hand */
  guint64 line;
  guint token; /* of the line, from 1 */
  Place place;
  guint skipped; /* brackets open in what is left out */
  gboolean found, directed;
  gboolean others;    /* graphs after the first */
  guint64 begun;      /* the line of the node or edge at hand … */
  guint begun_token;  /* … and its word there */
  GPtrArray *items;   /* what it says, of Item */
  GHashTable *by_key; /* the same */
} Gml;

static gboolean fail(const Gml *gml, GError **error, const char *why) {
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s:%" G_GUINT64_FORMAT ":%u: %s",
              gml->store->label, gml->line, gml->token, why);
  return FALSE;
}

/* ---- tokens ---------------------------------------------------------------------------------- */

/* Goes to the next token: blanks, comments and ends of lines are passed over. FALSE at the end of
 * the file, or with *error set. */
static gboolean find_token(Gml *gml, GError **error) {
  for (;;) {
    while (gml->rest != NULL && g_ascii_isspace(*gml->rest))
      gml->rest++;
    if (gml->rest != NULL && *gml->rest != '\0' && *gml->rest != '#') {
      gml->token++;
      return TRUE;
    }
    gml->rest = refnet_text_file_line(gml->file, &gml->line, error);
    gml->token = gml->rest != NULL ? 0 : gml->token;
    if (gml->rest == NULL)
      return FALSE;
  }
}

/* A word or a number. */
static char *take_word(Gml *gml) {
  gsize length = 0;
  while (gml->rest[length] != '\0' && !g_ascii_isspace(gml->rest[length]) &&
         strchr("[]\"", gml->rest[length]) == NULL)
    length++;
  char *word = g_strndup(gml->rest, length);
  gml->rest += length;
  return word;
}

/* The character of "&amp;", "&eacute;", "&#233;" or "&#xE9;", and behind it; 0: it is none. */
static gunichar character_of(const char *text, const char **end) {
  const char *semicolon = strchr(text, ';');
  if (semicolon == NULL || semicolon - text > 10)
    return 0;
  g_autofree char *name = g_strndup(text + 1, (gsize)(semicolon - text - 1));
  const gboolean is_hex = g_ascii_strncasecmp(name, "#x", 2) == 0;
  const htmlEntityDesc *known = htmlEntityLookup((const xmlChar *)name);
  guint64 number = known != NULL ? known->value : g_str_equal(name, "apos") ? '\'' : 0;
  if (*name == '#' && !g_ascii_string_to_unsigned(name + (is_hex ? 2 : 1), is_hex ? 16 : 10, 1,
                                                  0x10FFFF, &number, NULL))
    return 0;
  *end = semicolon + 1;
  return g_unichar_validate((gunichar)number) ? (gunichar)number : 0;
}

static char *decode(const char *text) {
  GString *decoded = g_string_sized_new(strlen(text));
  while (*text != '\0') {
    const char *end;
    gunichar character = *text == '&' ? character_of(text, &end) : 0;
    if (character == 0) {
      g_string_append_c(decoded, *text++);
      continue;
    }
    g_string_append_unichar(decoded, character);
    text = end;
  }
  g_autofree char *raw = g_string_free(decoded, FALSE);
  return refnet_text_clean(raw);
}

/* The text between quotes, which may go on over ends of lines; NULL with *error set. */
static char *take_text(Gml *gml, GError **error) {
  g_autoptr(GString) text = g_string_new(NULL);
  const guint64 begun = gml->line;
  const guint begun_token = gml->token;
  const char *quote;
  gml->rest++;
  while ((quote = strchr(gml->rest, '"')) == NULL) {
    g_string_append(text, gml->rest);
    g_string_append_c(text, ' ');
    gml->rest = text->len > TEXT_MOST ? NULL : refnet_text_file_line(gml->file, &gml->line, error);
    if (gml->rest == NULL) {
      gml->line = begun;
      gml->token = begun_token;
      if (error == NULL || *error == NULL)
        fail(gml, error, "the text that begins here has no closing quote within 1 MiB; add it");
      return NULL;
    }
  }
  g_string_append_len(text, gml->rest, quote - gml->rest);
  gml->rest = quote + 1;
  return decode(text->str);
}

/* ---- nodes and edges ------------------------------------------------------------------------- */

static void free_item(gpointer data) {
  Item *item = data;
  g_free(item->key);
  g_string_free(item->value, TRUE);
  g_free(item);
}

/* A key that comes again makes a list. Takes `key`. */
static void keep(Gml *gml, char *key, const char *value) {
  Item *item = g_hash_table_lookup(gml->by_key, key);
  if (item != NULL) {
    g_string_append_printf(item->value, ";%s", value);
    g_free(key);
    return;
  }
  item = g_new(Item, 1);
  *item = (Item){key, g_string_new(value)};
  g_ptr_array_add(gml->items, item);
  g_hash_table_insert(gml->by_key, key, item);
}

static const char *value_of(const Gml *gml, const char *key) {
  const Item *item = g_hash_table_lookup(gml->by_key, key);
  return item != NULL ? item->value->str : NULL;
}

static gboolean end_node(Gml *gml) {
  const char *id = value_of(gml, "id");
  if (id == NULL) {
    refnet_graph_store_reject(gml->store, gml->begun, "the node has no id", "give each node an id");
    return TRUE;
  }
  gboolean is_taken = refnet_graph_store_node(gml->store, id, gml->begun);
  for (guint i = 0; is_taken && i < gml->items->len; i++) {
    const Item *item = g_ptr_array_index(gml->items, i);
    if (!g_str_equal(item->key, "id"))
      refnet_graph_store_set_node(gml->store, id, item->key, item->value->str);
  }
  return !gml->store->out_of_memory;
}

static gboolean end_edge(Gml *gml) {
  const char *from = value_of(gml, "source"), *to = value_of(gml, "target");
  if (from == NULL || to == NULL) {
    refnet_graph_store_reject(gml->store, gml->begun, "the edge lacks its source or its target",
                              "give each edge both ends");
    return TRUE;
  }
  const char *own = value_of(gml, "directed"); /* where some edges are and others not */
  const gboolean directed = own != NULL ? !g_str_equal(own, "0") : gml->directed;
  static const char *const taken[] = {"id", "source", "target", "directed", NULL};
  gboolean ok = refnet_graph_store_edge(gml->store, from, to, !directed, gml->begun);
  for (guint i = 0; ok && i < gml->items->len; i++) {
    const Item *item = g_ptr_array_index(gml->items, i);
    if (!g_strv_contains(taken, item->key))
      refnet_graph_store_set_edge(gml->store, item->key, item->value->str);
  }
  return ok;
}

/* ---- the structure --------------------------------------------------------------------------- */

/* What stands in a node or edge leaves the place where that began. */
static void open_list(Gml *gml, const char *key) {
  if (gml->place == OUTSIDE || gml->place == GRAPH) {
    gml->begun = gml->line;
    gml->begun_token = MAX(gml->token, 2) - 1; /* the key, before its bracket */
  }
  if (gml->place == OUTSIDE && !gml->found && g_str_equal(key, "graph")) {
    gml->place = GRAPH;
    gml->found = TRUE;
  } else if (gml->place == GRAPH && g_str_equal(key, "node")) {
    gml->place = NODE;
  } else if (gml->place == GRAPH && g_str_equal(key, "edge")) {
    gml->place = EDGE;
  } else {
    gml->others |= gml->place == OUTSIDE && g_str_equal(key, "graph");
    gml->skipped = 1;
  }
}

static gboolean close_list(Gml *gml, GError **error) {
  gboolean ok = TRUE;
  if (gml->place == OUTSIDE)
    return fail(gml, error, "a bracket closes that was never opened; look at the lines before");
  if (gml->place == GRAPH) {
    gml->place = OUTSIDE;
    return TRUE;
  }
  gml->store->column = gml->begun_token;
  ok = gml->place == NODE ? end_node(gml) : end_edge(gml);
  g_hash_table_remove_all(gml->by_key);
  g_ptr_array_set_size(gml->items, 0);
  gml->place = GRAPH;
  return ok || refnet_set_out_of_memory(error);
}

/* Takes `key`. */
static void take_value(Gml *gml, char *key, const char *value) {
  if (gml->place == NODE || gml->place == EDGE) {
    keep(gml, key, value);
    return;
  }
  if (gml->place == GRAPH && g_str_equal(key, "directed"))
    gml->directed = !g_str_equal(value, "0");
  g_free(key);
}

/* A token inside of what is left out. */
static gboolean skip_token(Gml *gml, GError **error) {
  if (*gml->rest == '"') {
    g_autofree char *text = take_text(gml, error);
    return text != NULL;
  }
  gml->skipped += *gml->rest == '[';
  gml->skipped -= *gml->rest == ']';
  if (*gml->rest == '[' || *gml->rest == ']')
    gml->rest++;
  else
    g_free(take_word(gml));
  return TRUE;
}

/* A key and its value, or the bracket that ends a list. */
static gboolean take_pair(Gml *gml, GError **error) {
  if (*gml->rest == ']') {
    gml->rest++;
    return close_list(gml, error);
  }
  if (!g_ascii_isalpha(*gml->rest) && *gml->rest != '_')
    return fail(gml, error, "a key is missing here, a word such as node, id or label");
  g_autofree char *key = take_word(gml);
  g_autoptr(GError) failure = NULL;
  if (!find_token(gml, &failure) || *gml->rest == ']') {
    if (failure == NULL)
      return fail(gml, error, "the last key has no value");
    g_propagate_error(error, g_steal_pointer(&failure));
    return FALSE;
  }
  if (*gml->rest == '[') {
    gml->rest++;
    open_list(gml, key);
    return TRUE;
  }
  g_autofree char *value = *gml->rest == '"' ? take_text(gml, error) : take_word(gml);
  if (value == NULL)
    return FALSE;
  take_value(gml, g_steal_pointer(&key), value);
  return TRUE;
}

static gboolean read_all(Gml *gml, GError **error) {
  g_autoptr(GError) failure = NULL;
  while (find_token(gml, &failure))
    if (!(gml->skipped > 0 ? skip_token(gml, error) : take_pair(gml, error)))
      return FALSE;
  if (failure != NULL) {
    g_propagate_error(error, g_steal_pointer(&failure));
    return FALSE;
  }
  if (gml->skipped > 0 || gml->place != OUTSIDE) {
    gml->line = gml->begun;
    gml->token = gml->begun_token;
    return fail(gml, error, "what begins here is not closed; the file may be cut off");
  }
  if (gml->found)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s has no graph; export the network again, with all that is in it",
              gml->store->label);
  return FALSE;
}

/* ---- the file -------------------------------------------------------------------------------- */

/* "graph [", or a line like: Creator "igraph". */
gboolean refnet_gml_begins(const char *line) {
  static const char *const preludes[] = {"creator", "version", "comment", "directed"};
  if (g_ascii_strncasecmp(line, "graph", 5) == 0 &&
      (line[5] == '\0' || g_ascii_isspace(line[5]) || line[5] == '['))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS(preludes); i++) {
    gsize length = strlen(preludes[i]);
    const char *value = line + length;
    if (g_ascii_strncasecmp(line, preludes[i], length) != 0 || !g_ascii_isspace(*value))
      continue;
    value += strspn(value, " \t");
    return *value == '"' || g_ascii_isdigit(*value);
  }
  return FALSE;
}

gboolean refnet_gml_read(RefnetGraphStore *store, const char *path, GError **error) {
  g_autoptr(RefnetTextFile) file = refnet_text_file_open(path, store->label, error);
  if (file == NULL)
    return FALSE;
  Gml gml = {.store = store,
             .file = file,
             .items = g_ptr_array_new_with_free_func(free_item),
             .by_key = g_hash_table_new(g_str_hash, g_str_equal)};
  gboolean ok = read_all(&gml, error);
  if (ok && gml.others)
    refnet_import_report_say(store->import->report,
                             g_strdup("The file has more than one graph; the first was read."));
  g_hash_table_unref(gml.by_key);
  g_ptr_array_unref(gml.items);
  return ok;
}
