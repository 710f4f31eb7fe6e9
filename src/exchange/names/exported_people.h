/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Contacts as refnet's exports have them beside each organization: lists of names, e-mails and
 * phones. */
#ifndef REFNET_EXCHANGE_NAMES_EXPORTED_PEOPLE_H
#define REFNET_EXCHANGE_NAMES_EXPORTED_PEOPLE_H

#include "exchange/files/sheet_writer.h"

G_BEGIN_DECLS

enum { REFNET_EXPORTED_PEOPLE_COLUMNS = 3 };

/* The headers, folded: of names, e-mails and phones. */
extern const char *const refnet_exported_people_headers[REFNET_EXPORTED_PEOPLE_COLUMNS];

/* Begins contacts.csv for them. */
RefnetSheetWriter *refnet_exported_people_open(const RefnetImport *import, GError **error);
/* Writes a row for each name; `cells` are the organization's in the order of the headers, NULL:
 * blank. E-mails and phones belong to names where there are as many. O(length). */
void refnet_exported_people_put(RefnetSheetWriter *writer, const char *organization,
                                const char *const *cells);

G_END_DECLS

#endif
