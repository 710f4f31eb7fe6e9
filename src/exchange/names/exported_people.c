/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/names/exported_people.h"

const char *const refnet_exported_people_headers[REFNET_EXPORTED_PEOPLE_COLUMNS] = {
    "contactnames", "contactemails", "contactphones"};

RefnetSheetWriter *refnet_exported_people_open(const RefnetImport *import, GError **error) {
  static const char *const columns[] = {"organization", "name", "email", "phone", NULL};
  return refnet_sheet_writer_open(import, REFNET_FILE_CONTACTS, columns, error);
}

static char **items_of(const char *cell) {
  return g_strsplit(cell != NULL ? cell : "", "|", -1);
}

void refnet_exported_people_put(RefnetSheetWriter *writer, const char *organization,
                                const char *const *cells) {
  g_auto(GStrv) names = items_of(cells[0]);
  g_auto(GStrv) emails = items_of(cells[1]);
  g_auto(GStrv) phones = items_of(cells[2]);
  const guint length = g_strv_length(names);
  for (guint i = 0; i < length; i++) {
    const char *row[] = {organization, names[i], g_strv_length(emails) == length ? emails[i] : NULL,
                         g_strv_length(phones) == length ? phones[i] : NULL};
    if (*names[i] != '\0')
      refnet_sheet_writer_row(writer, row);
  }
}
