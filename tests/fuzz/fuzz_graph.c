/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a network of another program: GraphML or GEXF, else Pajek, UCINET or a list of
 * links. */
#include "fuzz/import_target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static gboolean import_text(const RefnetImport *import, GError **error) {
  const RefnetEdgeListOptions options = {NULL, NULL, NULL};
  return refnet_import_edge_list(import, &options, error);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  import_bytes(data, size, refnet_import_graph);
  import_bytes(data, size, import_text);
  return 0;
}
