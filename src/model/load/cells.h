/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells of the row being read, as what they mean. What cannot be understood is reported at its
 * place and becomes unknown; a column that is not there reads as blank. */
#ifndef REFNET_MODEL_LOAD_CELLS_H
#define REFNET_MODEL_LOAD_CELLS_H

#include "model/load/loader.h"

G_BEGIN_DECLS

#define REFNET_CELL_SHOWN 60 /* characters of a cell that messages quote */

/* The text, valid during the row; NULL when blank. */
const char *refnet_cell_text(const RefnetReading *reading, guint field);
/* What yes or no means there: "closed" below "Active?". NULL: the cell says something else. */
const char *refnet_cell_answered(const RefnetReading *reading, guint field);
/* The text in the dataset's pool; NULL when blank. */
const char *refnet_cell_copy(const RefnetReading *reading, guint field);
/* The same, for texts that are hardly ever the same in two rows. */
const char *refnet_cell_copy_own(const RefnetReading *reading, guint field);
/* Stands between the cells of a list that several columns hold; each is divided by itself. Reading
 * takes control characters away, so no cell has it. */
#define REFNET_CELLS_APART "\x1f"
/* The text for as long as the dataset is being loaded; NULL when blank. Where several columns hold
 * the list: all cells, the blank ones, too, with REFNET_CELLS_APART between; all blank: NULL. */
const char *refnet_cell_keep(const RefnetReading *reading, guint field);
/* Not blank? Else the row has to be rejected: that is reported. */
gboolean refnet_cell_require(const RefnetReading *reading, guint field);
/* The text made ready for looking it up. */
RefnetInternerKey refnet_cell_key(const RefnetReading *reading, guint field);
/* The organization a required cell names; REFNET_NONE, reported as an error, when it is blank or
 * names no single one. */
guint32 refnet_cell_organization(const RefnetReading *reading, guint field);
/* The same for a cell whose key was made before. */
guint32 refnet_cell_keyed_organization(const RefnetReading *reading, guint field,
                                       const RefnetInternerKey *key);
/* That `name`, in the field of a row, was read as the organization's, written otherwise. */
void refnet_report_plain_name(const RefnetStore *store, const RefnetSheet *sheet, guint64 line,
                              guint field, const char *name, guint32 organization);
/* What the cell, which is not blank, names; reported is only what was resolved plainly. When memory
 * ran out, that is noted. */
RefnetResolution refnet_cell_resolve(const RefnetReading *reading, guint field,
                                     const RefnetInternerKey *key, guint32 *organization);

/* A figure >= 0; NaN when blank or not understood. */
double refnet_cell_amount(const RefnetReading *reading, guint field);
/* A figure a period as a figure a year; NaN when either is not understood. `period`: the field that
 * has it, or REFNET_NO_FIELD; blank: what the header says, else a year. */
double refnet_cell_yearly(const RefnetReading *reading, guint field, guint period);
/* The degrees of two cells; NaN where blank or not understood. Both are unknown when they seem to
 * be swapped, or are 0 as spreadsheets fill them. */
void refnet_cell_place(const RefnetReading *reading, guint latitude_field, guint longitude_field,
                       double *latitude, double *longitude);
RefnetDate refnet_cell_date(const RefnetReading *reading, guint field);
/* The date a row cannot do without: FALSE, reported as an error, when blank or not understood. */
gboolean refnet_cell_require_date(const RefnetReading *reading, guint field, RefnetDate *date);
RefnetTri refnet_cell_answer(const RefnetReading *reading, guint field);
/* The number of the cell's value in the vocabulary being collected, or REFNET_NONE. */
guint32 refnet_cell_value(const RefnetReading *reading, guint field, RefnetValuesKind kind);

/* A diagnostic about a cell of the row being read. */
void refnet_cell_report(const RefnetReading *reading, RefnetKind kind, guint field, const char *fix,
                        const char *message, ...) G_GNUC_PRINTF(5, 6);
/* The same about a cell whose text cannot be used: `message` follows the quoted text, or "the cell"
 * where the text may hold a person's name. */
void refnet_cell_refuse(const RefnetReading *reading, RefnetKind kind, guint field,
                        const char *message, const char *fix);

G_END_DECLS

#endif
