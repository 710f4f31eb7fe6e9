/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a survey, a flat table and a list of links: the import ends, its rows add up, and
 * what it writes loads without errors. */
#include "fuzz/import_target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static gboolean import_survey(const RefnetImport *import, GError **error) {
  const RefnetSurveyOptions options = {.direction = REFNET_SURVEY_AS_ASKED};
  refnet_survey_is_one(import->source, NULL);
  return refnet_import_survey(import, &options, error);
}

static gboolean import_edge_list(const RefnetImport *import, GError **error) {
  const RefnetEdgeListOptions options = {NULL, NULL, NULL};
  return refnet_import_edge_list(import, &options, error);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  import_bytes(data, size, import_survey);
  import_bytes(data, size, refnet_import_flat);
  import_bytes(data, size, import_edge_list);
  return 0;
}
