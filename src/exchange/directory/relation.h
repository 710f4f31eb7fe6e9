/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A table of somebody else's, read whole: the cells of the columns that are asked for, and what
 * became of each row. */
#ifndef REFNET_EXCHANGE_DIRECTORY_RELATION_H
#define REFNET_EXCHANGE_DIRECTORY_RELATION_H

#include "base/pool.h"
#include "exchange/directory/package.h"
#include <refnet/exchange.h>

G_BEGIN_DECLS

#define REFNET_NO_ROW G_MAXUINT32

typedef struct {
  const char *name;    /* as --column and messages have it */
  const char *headers; /* folded headers that mean it, separated by blanks, best first */
} RefnetRelationField;

typedef struct {
  const char *files; /* names without .csv, separated by blanks, best first */
  const RefnetRelationField *fields;
  guint field_count;
  const char *unused; /* why a row is left out that nothing else is said of */
} RefnetRelationTable;

typedef struct {
  const RefnetRelationTable *table;
  const char *label; /* the file's name; where there is none: as it should be */
  gboolean present;
  gint *columns; /* of each field, from 0, or −1 */
  guint32 rows;
  const char **cells; /* rows × fields; NULL: blank */
  guint64 *lines;
  const char **unused; /* by row: why it is not used; NULL: it is. Static */
  guint8 *rejected;    /* by row: not used for it is wrong, not on purpose */
  guint8 *left_out;    /* by row: as the importer likes to note */
  guint64 broken;      /* rows that could not be read at all */
  RefnetDiagnostics *diagnostics;
} RefnetRelation;

/* Reads the first of the table's files that the package has; none: no rows. Cells are made plain
 * text and interned in `pool`: equal texts are one pointer. O(bytes). */
RefnetRelation *refnet_relation_read(const RefnetPackage *package, const RefnetRelationTable *table,
                                     const RefnetImport *import, RefnetPool *pool, GError **error);
void refnet_relation_free(RefnetRelation *relation);

/* NULL: blank, or there is no such column. */
const char *refnet_relation_cell(const RefnetRelation *relation, guint32 row, guint field);
gboolean refnet_relation_has(const RefnetRelation *relation, guint field);
/* Puts what follows from other tables into a blank cell; the text is interned, or NULL. */
void refnet_relation_fill(RefnetRelation *relation, guint32 row, guint field, const char *text);
/* Whether "FIELD=HEADER" or "TABLE.FIELD=HEADER" names a field of the table and a header of its
 * file. */
gboolean refnet_relation_has_override(const RefnetRelation *relation, const char *override);

/* Says what became of a row that was not rejected: it was used, or not. `why` completes "left
 * out:"; it is static. */
void refnet_relation_use(RefnetRelation *relation, guint32 row);
void refnet_relation_ignore(RefnetRelation *relation, guint32 row, const char *why);
/* Rejects the row, with an error diagnostic at `field` (G_MAXUINT: the row). `why` is static and
 * says it of any row, `message` is a printf format and says it of this one. */
void refnet_relation_reject(RefnetRelation *relation, guint32 row, guint field, const char *kind,
                            const char *why, const char *fix, const char *message, ...)
    G_GNUC_PRINTF(7, 8);
/* A warning about a cell whose row is used without it. */
void refnet_relation_warn(RefnetRelation *relation, guint32 row, guint field, const char *kind,
                          const char *fix, const char *message, ...) G_GNUC_PRINTF(6, 7);

/* Puts the account of all rows into the import's report. */
void refnet_relation_account(const RefnetRelation *relation, const RefnetImport *import);

/* Rows by their `field`, the first of equals: text → row + 1. Later rows with a key that is taken
 * are rejected. */
GHashTable *refnet_relation_index(RefnetRelation *relation, guint field);
/* What the index has of a key; REFNET_NO_ROW: nothing, or the key is NULL. */
guint32 refnet_index_find(GHashTable *index, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRelation, refnet_relation_free)

G_END_DECLS

#endif
