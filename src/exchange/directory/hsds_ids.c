/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ids of organizations that the directory gives none. */
#include "exchange/directory/hsds.h"

#include "base/hash.h"
#include "base/memory.h"
#include "model/load/ids.h"

#include <string.h>

static guint64 hash_of(guint64 hash, const char *text) {
  guint64 parts[2] = {hash, text != NULL ? refnet_hash_bytes(text, strlen(text)) : 0};
  return refnet_hash_bytes(parts, sizeof parts);
}

/* Of what the row says; of equal rows each has another, whichever comes first. `latest_of`: the
 * hash of what a row says → that of the latest of its equals. */
static guint64 hash_row(const RefnetHsds *hsds, guint32 row, GHashTable *latest_of) {
  const guint fields = hsds->tables[REFNET_HSDS_ORGANIZATIONS]->table->field_count;
  guint64 hash = 0;
  for (guint f = 0; f < fields; f++)
    hash = hash_of(hash, refnet_hsds_cell(hsds, REFNET_HSDS_ORGANIZATIONS, row, f));
  guint64 *latest = g_hash_table_lookup(latest_of, &hash);
  if (latest != NULL)
    return *latest = hash_of(*latest, NULL);
  g_hash_table_insert(latest_of, g_memdup2(&hash, sizeof hash), g_memdup2(&hash, sizeof hash));
  return hash;
}

const char **refnet_hsds_make_ids(RefnetHsds *hsds, GError **error) {
  const guint32 rows = hsds->tables[REFNET_HSDS_ORGANIZATIONS]->rows;
  g_autofree const char **ids = g_new0(const char *, MAX(rows, 1));
  g_autofree RefnetOrganization *named = g_new0(RefnetOrganization, MAX(rows, 1));
  g_autofree guint64 *hashes = g_new0(guint64, MAX(rows, 1));
  g_autofree guint32 *row_of = g_new(guint32, MAX(rows, 1));
  g_autoptr(GHashTable) latest_of =
      g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
  guint32 length = 0;
  for (guint32 row = 0; row < rows; row++) {
    ids[row] = refnet_hsds_cell(hsds, REFNET_HSDS_ORGANIZATIONS, row, REFNET_HSDS_ORGANIZATION_ID);
    const char *name =
        refnet_hsds_cell(hsds, REFNET_HSDS_ORGANIZATIONS, row, REFNET_HSDS_ORGANIZATION_NAME);
    if (name == NULL)
      continue;
    named[length] = (RefnetOrganization){.id = ids[row], .name = name};
    hashes[length] = hash_row(hsds, row, latest_of);
    row_of[length++] = row;
  }
  if (!refnet_make_ids(named, hashes, length, hsds->pool)) {
    refnet_set_out_of_memory(error);
    return NULL;
  }
  for (guint32 i = 0; i < length; i++)
    ids[row_of[i]] = named[i].id;
  return g_steal_pointer(&ids);
}
