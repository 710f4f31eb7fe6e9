/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The CSV files that somebody hands over together. */
#ifndef REFNET_EXCHANGE_PACKAGE_H
#define REFNET_EXCHANGE_PACKAGE_H

#include <refnet/table.h>

G_BEGIN_DECLS

typedef struct RefnetPackage RefnetPackage;

/* The folder at `path`. REFNET_ERROR_INPUT, _IO: there is none, or it cannot be read. */
RefnetPackage *refnet_package_open(const char *path, GError **error);
void refnet_package_free(RefnetPackage *package);

/* The names of its CSV files, bytewise; borrowed. */
const GPtrArray *refnet_package_names(const RefnetPackage *package);
/* The name as the package spells it, whatever the letters' case; NULL: it isn't there. Borrowed. */
const char *refnet_package_find(const RefnetPackage *package, const char *name);
/* As refnet_table_read, for a name that the package has. */
gboolean refnet_package_read(const RefnetPackage *package, const char *name,
                             const RefnetTableOptions *options, RefnetHeaderFunc header,
                             RefnetRowFunc row, gpointer data, RefnetRowCount *count,
                             RefnetDiagnostics *diagnostics, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetPackage, refnet_package_free)

G_END_DECLS

#endif
