/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Directories in the Human Services Data Specification. */
#include "exchange/relation.h"
#include "exchange/sheet_writer.h"

enum { ORGANIZATION_ID, ORGANIZATION_NAME, ORGANIZATION_EMAIL, ORGANIZATION_WEBSITE };

static const RefnetRelationField organization_fields[] = {
    {"id", "id organizationid organizationuuid organizationrecordid uuid recordid"},
    {"name", "name organizationname"},
    {"email", "email organizationemail"},
    {"website", "website url organizationurl organizationwebsite"},
};

static const RefnetRelationTable organizations_table = {
    "organizations organization", organization_fields, G_N_ELEMENTS(organization_fields), NULL};

static const char *const columns[] = {"id", "name", "email", "website", NULL};

static gboolean write_organizations(RefnetRelation *relation, const RefnetImport *import,
                                    GError **error) {
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(import, REFNET_FILE_ORGANIZATIONS, columns, error);
  g_autoptr(GHashTable) index = refnet_relation_index(relation, ORGANIZATION_ID);
  if (writer == NULL)
    return FALSE;
  for (guint32 row = 0; row < relation->rows; row++) {
    const char *cells[G_N_ELEMENTS(organization_fields)];
    for (guint f = 0; f < G_N_ELEMENTS(cells); f++)
      cells[f] = refnet_relation_cell(relation, row, f);
    if (cells[ORGANIZATION_NAME] == NULL)
      refnet_relation_reject(relation, row, ORGANIZATION_NAME, "blank-name", "they have no name",
                            "fill in the name", "the organisation has no name");
    if (!relation->rejected[row])
      refnet_sheet_writer_row(writer, cells);
  }
  return refnet_sheet_writer_close(writer, error);
}

gboolean refnet_import_hsds(const RefnetImport *import, GError **error) {
  g_autoptr(RefnetPool) pool = refnet_pool_new();
  g_autoptr(RefnetPackage) package = refnet_package_open(import->source, error);
  if (package == NULL)
    return FALSE;
  g_autoptr(RefnetRelation) relation =
      refnet_relation_read(package, &organizations_table, import, pool, error);
  if (relation == NULL || !write_organizations(relation, import, error))
    return FALSE;
  refnet_relation_account(relation, import);
  return TRUE;
}
