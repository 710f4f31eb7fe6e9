/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/networks/graph_dataset.h"

#include "base/memory.h"
#include "exchange/networks/graph_nodes.h"
#include "exchange/networks/tie_writer.h"
#include "model/columns/fields.h"

#include <string.h>

/* Which attribute fills each field; of several the one whose title fits best. */
static guint find_fields(const RefnetGraphTable *links, guint *attribute_of) {
  guint fields = 0;
  for (guint f = REFNET_REFERRAL_TO + 1; f < REFNET_TIE_FIELDS; f++) {
    guint best = G_MAXUINT;
    attribute_of[f] = G_MAXUINT;
    for (guint a = 0; a < links->attributes->len; a++) {
      g_autofree char *folded =
          refnet_text_fold_header(refnet_graph_table_attribute(links, a)->title);
      guint fit = refnet_tie_field_fit(f, folded);
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
    const char *title = refnet_graph_table_attribute(&store->links, a)->title;
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

typedef struct {
  RefnetGraphStore *store;
  const RefnetGraphNodes *nodes;
  RefnetTieWriter *writer;
  guint attribute_of[REFNET_TIE_FIELDS];
  guint weight;     /* the attribute, which fills in for blank counts; or G_MAXUINT */
  guint64 *start;   /* of the values of each edge */
  const char **row; /* values of the edge at hand */
} Links;

/* Of the edge at hand. NULL: blank. */
static const char *value_of(const Links *links, guint attribute) {
  return attribute != G_MAXUINT ? links->row[attribute] : NULL;
}

static void write_edge(Links *links, guint32 index) {
  RefnetGraphStore *store = links->store;
  const RefnetGraphEdge *edge = refnet_array_at(&store->edges, RefnetGraphEdge, index);
  RefnetTie tie = {.both_ways = edge->both_ways};
  store->column = edge->column;
  if (!store->declared->data[edge->from] || !store->declared->data[edge->to]) {
    refnet_graph_store_reject(store, edge->line, "the edge has an end that is no node of the file",
                              "add the node, or leave the edge out");
    return;
  }
  refnet_graph_table_row(&store->links, links->start, index, links->row);
  for (guint f = REFNET_REFERRAL_TO + 1; f < REFNET_TIE_FIELDS; f++)
    tie.cells[f] = value_of(links, links->attribute_of[f]);
  if (tie.cells[REFNET_REFERRAL_COUNT] == NULL)
    tie.cells[REFNET_REFERRAL_COUNT] = value_of(links, links->weight);
  tie.cells[REFNET_REFERRAL_FROM] = refnet_graph_nodes_reference(links->nodes, edge->from);
  tie.cells[REFNET_REFERRAL_TO] = refnet_graph_nodes_reference(links->nodes, edge->to);
  if (refnet_tie_writer_add(links->writer, &tie) == REFNET_TIE_BAD_COUNT)
    refnet_graph_store_reject(store, edge->line,
                              "the edge's weight is no number from 0 to 4294967294",
                              "mend the weight, or leave it out");
  else
    refnet_import_report_used(store->import->report, store->file, 1);
}

static gboolean write_referrals(RefnetGraphStore *store, const RefnetGraphNodes *nodes,
                                GError **error) {
  guint32 length = (guint32)store->edges.length;
  Links links = {
      .store = store, .nodes = nodes, .weight = refnet_graph_table_find(&store->links, "weight")};
  guint fields = find_fields(&store->links, links.attribute_of);
  g_autofree guint64 *start = links.start = refnet_graph_table_sort(&store->links, length);
  g_autofree const char **row = g_new0(const char *, store->links.attributes->len + 1);
  g_autoptr(RefnetTieWriter) writer = links.writer =
      refnet_tie_writer_open(store->import, fields, error);
  if (writer == NULL)
    return FALSE;
  if (start == NULL)
    return refnet_set_out_of_memory(error);
  links.row = row;
  for (guint32 i = 0; i < length; i++)
    write_edge(&links, i);
  say_unused(store, links.attribute_of);
  return refnet_tie_writer_close(writer, error);
}

gboolean refnet_graph_dataset_write(RefnetGraphStore *store, GError **error) {
  g_autoptr(RefnetGraphNodes) nodes = NULL;
  if (store->out_of_memory)
    return refnet_set_out_of_memory(error);
  if (store->declared->len == 0 || memchr(store->declared->data, 1, store->declared->len) == NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s has no nodes; export the network again, with all that is in it", store->label);
    return FALSE;
  }
  nodes = refnet_graph_nodes_new(store, error);
  return nodes != NULL && refnet_graph_nodes_write(nodes, error) &&
         write_referrals(store, nodes, error);
}
