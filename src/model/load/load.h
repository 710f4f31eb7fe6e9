/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The loaders of the single files, and what is left to do when all are read. */
#ifndef REFNET_MODEL_LOAD_LOAD_H
#define REFNET_MODEL_LOAD_LOAD_H

#include "model/load/loader.h"

G_BEGIN_DECLS

/* The loader of one file: `start` once the columns are known (may be NULL), `take` for each row,
 * `finish` after the last (may be NULL); `prepare` for each row some rows before `take`, to fetch
 * what that will look up (may be NULL). */
typedef struct {
  RefnetFile file;
  gboolean (*start)(RefnetReading *reading, GError **error);
  RefnetRowFate (*take)(RefnetReading *reading);
  gboolean (*finish)(RefnetLoader *loader, GError **error);
  void (*prepare)(const RefnetReading *reading);
} RefnetFileLoader;

extern const RefnetFileLoader refnet_load_organizations;
/* Reads referrals for the organizations they name, in place of organizations.csv. */
extern const RefnetFileLoader refnet_take_organizations;
extern const RefnetFileLoader refnet_load_categories;
extern const RefnetFileLoader refnet_load_areas;
extern const RefnetFileLoader refnet_load_services;
extern const RefnetFileLoader refnet_load_needs;
extern const RefnetFileLoader refnet_load_contacts;
extern const RefnetFileLoader refnet_load_referrals;
extern const RefnetFileLoader refnet_load_respondents;
extern const RefnetFileLoader refnet_load_nominations;
extern const RefnetFileLoader refnet_load_meetings;

/* Before refnet_take_organizations: REFNET_ERROR_INPUT unless the referrals can be read twice. */
gboolean refnet_taken_begin(RefnetLoader *loader, GError **error);

/* Reads the file, whose sheet says where it is. FALSE: it cannot be read, or lacks a column it
 * needs. */
gboolean refnet_read_file(RefnetLoader *loader, const RefnetFileLoader *file, GError **error);

/* ---- after all files are read, in this order ------------------------------------------------- */

/* Collects the values of all list cells, numbers every vocabulary (loader->final) and writes them
 * to the dataset. Near-linear in the cells. */
gboolean refnet_finish_values(RefnetLoader *loader, GError **error);
/* Areas with their neighbors, what they lie within and of which areas without parts they consist;
 * needs refnet_finish_values. */
gboolean refnet_finish_areas(RefnetLoader *loader, GError **error);
/* The organizations' lists and what each offers; needs refnet_finish_areas. */
gboolean refnet_finish_offers(RefnetLoader *loader, GError **error);
/* Contacts in order, who of them is one person, and the referrals' references to them. */
gboolean refnet_finish_contacts(RefnetLoader *loader, GError **error);
/* Needs, respondents, nominations and meetings in an order of their own. */
gboolean refnet_finish_answers(RefnetLoader *loader, GError **error);

/* ---- what loaders do for each other ---------------------------------------------------------- */

/* Gives the organizations read so far their ids and order, and makes the resolver. */
gboolean refnet_finish_organizations(RefnetLoader *loader, GError **error);

/* The values of a list cell by their final numbers. Cells without ; and | are split at commas where
 * all parts are known values. FALSE when memory ran out. */
gboolean refnet_loader_list(RefnetLoader *loader, RefnetValuesKind kind, const char *text,
                            RefnetIndexList *list);
/* The same for areas: those that consist of others are spelled out. */
gboolean refnet_loader_areas(RefnetLoader *loader, const char *text, RefnetIndexList *list);

/* The contact whom a cell names for `organization`: found there by name, id or e-mail, else added
 * as one that contacts.csv does not list, and reported. REFNET_NONE when the cell is blank or
 * memory ran out. */
guint32 refnet_cell_contact(RefnetReading *reading, guint field, guint32 organization);

G_END_DECLS

#endif
