/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/directory/hsds_rows.h"

#include <string.h>

#define BELONGS_NOWHERE "they belong to nothing in the package"

/* ---- keys ------------------------------------------------------------------------------------ */

const char *refnet_hsds_cell(const RefnetHsds *hsds, RefnetHsdsTable table, guint32 row,
                             guint field) {
  return refnet_relation_cell(hsds->tables[table], row, field);
}

gboolean refnet_hsds_is_key(const char *text) {
  return text != NULL && !g_str_equal(text, "0") && g_ascii_strcasecmp(text, "null") != 0;
}

guint32 refnet_hsds_find(const RefnetHsds *hsds, RefnetHsdsTable table, const char *key) {
  guint32 row = refnet_index_find(hsds->ids[table], key);
  if (row != REFNET_NO_ROW || key == NULL || strchr(key, ',') == NULL)
    return row;
  g_auto(GStrv) keys = g_strsplit(key, ",", -1);
  for (guint i = 0; keys[i] != NULL && row == REFNET_NO_ROW; i++)
    row = refnet_index_find(hsds->ids[table], g_strstrip(keys[i]));
  return row;
}

gboolean refnet_hsds_is_out(const RefnetHsds *hsds, RefnetHsdsTable table, guint32 row) {
  const RefnetRelation *relation = hsds->tables[table];
  return relation->rejected[row] || relation->left_out[row];
}

GArray *refnet_hsds_find_all(const RefnetHsds *hsds, RefnetHsdsTable table, const char *text) {
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(guint32));
  guint32 row = refnet_index_find(hsds->ids[table], text);
  if (row != REFNET_NO_ROW) {
    g_array_append_val(rows, row);
    return rows;
  }
  g_auto(GStrv) keys = g_strsplit_set(text != NULL ? text : "", ",;|", -1);
  for (guint i = 0; keys[i] != NULL && keys[1] != NULL; i++) {
    row = refnet_index_find(hsds->ids[table], g_strstrip(keys[i]));
    if (row != REFNET_NO_ROW)
      g_array_append_val(rows, row);
  }
  return rows;
}

/* ---- fates ----------------------------------------------------------------------------------- */

void refnet_hsds_reject_dangling(RefnetHsds *hsds, RefnetHsdsTable table, guint32 row, guint field,
                                 RefnetHsdsTable wanted) {
  RefnetRelation *relation = hsds->tables[table];
  const char *key = refnet_relation_cell(relation, row, field);
  if (!refnet_hsds_is_key(key)) {
    refnet_relation_reject(relation, row, field, "blank-key", BELONGS_NOWHERE, REFNET_HSDS_FIX_KEY,
                           "%s is blank, so the row belongs to nothing",
                           relation->table->fields[field].name);
    return;
  }
  g_autofree char *shown = refnet_text_display(key, 40);
  refnet_relation_reject(relation, row, field, "dangling-key", BELONGS_NOWHERE, REFNET_HSDS_FIX_KEY,
                         "%s \"%s\" is not in %s", relation->table->fields[field].name, shown,
                         hsds->tables[wanted]->label);
}

void refnet_hsds_leave_out(RefnetHsds *hsds, RefnetHsdsTable table, guint32 row, const char *why) {
  refnet_relation_ignore(hsds->tables[table], row, why);
  hsds->tables[table]->left_out[row] = TRUE;
}

RefnetLinks *refnet_hsds_link_rows(RefnetHsds *hsds, RefnetHsdsTable table, guint field,
                                   RefnetHsdsTable owner) {
  RefnetRelation *relation = hsds->tables[table];
  RefnetLinks *links = refnet_links_new(hsds->tables[owner]->rows);
  for (guint32 row = 0; row < relation->rows; row++) {
    const char *key = refnet_relation_cell(relation, row, field);
    g_autoptr(GArray) owners = refnet_hsds_find_all(hsds, owner, key);
    gboolean used = FALSE;
    for (guint i = 0; i < owners->len; i++) {
      guint32 at = g_array_index(owners, guint32, i);
      if (refnet_hsds_is_out(hsds, owner, at))
        continue;
      refnet_links_add(links, at, row);
      used = TRUE;
    }
    if (used)
      refnet_relation_use(relation, row);
    else if (owners->len > 0)
      refnet_hsds_leave_out(hsds, table, row, REFNET_HSDS_OWNER_LEFT_OUT);
    else
      refnet_hsds_reject_dangling(hsds, table, row, field, owner);
  }
  return links;
}
