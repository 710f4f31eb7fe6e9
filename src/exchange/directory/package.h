/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The CSV files that somebody hands over together. */
#ifndef REFNET_EXCHANGE_DIRECTORY_PACKAGE_H
#define REFNET_EXCHANGE_DIRECTORY_PACKAGE_H

#include <refnet/table.h>

G_BEGIN_DECLS

typedef struct RefnetPackage RefnetPackage;

/* The folder at `path`, or the .zip, whose tables are then held in memory. REFNET_ERROR_INPUT, _IO:
 * there is none, it cannot be read, or it is hostile (see exchange/files/archive.h). */
RefnetPackage *refnet_package_open(const char *path, GError **error);
void refnet_package_free(RefnetPackage *package);

/* Its CSV files, by name bytewise; names are borrowed. */
guint refnet_package_length(const RefnetPackage *package);
const char *refnet_package_name(const RefnetPackage *package, guint index);
/* The name as the package spells it, whatever the letters' case; NULL: it isn't there. Borrowed. */
const char *refnet_package_find(const RefnetPackage *package, const char *name);
/* As refnet_table_read, for a name that the package has. */
gboolean refnet_package_read(const RefnetPackage *package, const char *name,
                             const RefnetTableOptions *options, const RefnetRowHandler *handler,
                             RefnetRowCount *count, RefnetDiagnostics *diagnostics, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetPackage, refnet_package_free)

G_END_DECLS

#endif
