/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the loaders of the single files share while a dataset is being read. */
#ifndef REFNET_MODEL_LOAD_H
#define REFNET_MODEL_LOAD_H

#include "model/array.h"
#include "model/store.h"
#include "model/values.h"

G_BEGIN_DECLS

/* Vocabularies being collected. */
typedef enum {
  REFNET_VALUES_SECTORS,
  REFNET_VALUES_SERVICES,
  REFNET_VALUES_POPULATIONS,
  REFNET_VALUES_LANGUAGES,
  REFNET_VALUES_RESOURCES,
  REFNET_VALUES_COALITIONS,
  REFNET_VALUES_PARTNERSHIPS,
  REFNET_VALUES_AREAS
} RefnetValuesKind;
#define REFNET_VALUES_KINDS 8

/* Cells of organizations.csv that hold lists of values. They are read at the end, when it is known
 * which values there are. */
typedef enum {
  REFNET_LIST_SERVICES,
  REFNET_LIST_AREAS,
  REFNET_LIST_POPULATIONS,
  REFNET_LIST_LANGUAGES,
  REFNET_LIST_OFFERS,
  REFNET_LIST_SEEKS,
  REFNET_LIST_COALITIONS
} RefnetListKind;
#define REFNET_LISTS 7

/* A row of services.csv; the texts are lists. */
typedef struct {
  guint32 organization;
  const char *services, *areas, *populations; /* NULL: blank */
  double capacity;
  guint32 line;
} RefnetServiceRow;

/* A contact while it is being read. */
typedef struct {
  RefnetContact contact;
  const char *folded_name;
} RefnetPlace;

/* A row of areas.csv. */
typedef struct {
  guint32 value;                         /* its number in the areas being collected */
  const char *name, *neighbors, *within; /* NULL: blank */
  guint32 within_value;                  /* in the areas being collected, or REFNET_NONE */
  double latitude, longitude, population;
  guint32 line;
} RefnetAreaRow;

/* A column of organizations.csv that is no field. */
typedef struct {
  guint column;
  RefnetArray values; /* const char *, by organization */
} RefnetAttributeColumn;

typedef struct {
  RefnetStore *store;
  const RefnetLoadOptions *options;
  GError *failure;     /* memory ran out: rows are no longer kept */
  RefnetPool *scratch; /* texts that only loading needs */

  RefnetValues *values[REFNET_VALUES_KINDS];
  guint32 known[REFNET_VALUES_KINDS];  /* values that occur on their own: numbers below this */
  guint32 *final[REFNET_VALUES_KINDS]; /* final numbers, once finished */
  RefnetVocabulary area_keys;          /* areas, once finished */

  /* Organizations: arrays by row as read; once finished, by organization. */
  RefnetArray organizations;            /* RefnetOrganization, as read */
  RefnetOrganization *sorted;           /* the same, by id, as the dataset has them */
  RefnetArray list_texts[REFNET_LISTS]; /* const char *: cells of lists, NULL where blank */
  RefnetArray row_hashes;               /* guint64: hash of all cells */
  RefnetInterner *seen_rows;            /* one key a row: its id, or its hash without one */
  GPtrArray *attributes;                /* RefnetAttributeColumn * */

  RefnetArray service_rows;     /* RefnetServiceRow */
  RefnetArray area_rows;        /* RefnetAreaRow */
  RefnetArray divided;          /* guint8, by area being collected: others lie within it */
  RefnetArray contacts;         /* RefnetPlace */
  RefnetInterner *contact_keys; /* organization and name, id or e-mail */
  RefnetArray contact_of_key;   /* guint32, by key */
  RefnetArray needs;            /* RefnetNeed; area, service, population not yet final */
  RefnetArray respondents, nominations, meetings;
  RefnetPool *repeat_pool;  /* memory of … */
  RefnetInterner *repeats;  /* … the rows of the file being read … */
  RefnetArray repeat_lines; /* … and the line of each, guint32 */
} RefnetLoader;

/* One file being read: what its loader and the cell readers need to know. */
typedef struct {
  RefnetLoader *loader;
  RefnetSheet *sheet;
  const RefnetRow *row;
} RefnetReading;

/* The loader of one file: `start` once the columns are known (may be NULL), `take` for each row,
 * `finish` after the last (may be NULL). */
typedef struct {
  RefnetFile file;
  gboolean (*start)(RefnetReading *reading, GError **error);
  RefnetRowFate (*take)(RefnetReading *reading);
  gboolean (*finish)(RefnetLoader *loader, GError **error);
} RefnetFileLoader;

extern const RefnetFileLoader refnet_load_organizations;
extern const RefnetFileLoader refnet_load_areas;
extern const RefnetFileLoader refnet_load_services;
extern const RefnetFileLoader refnet_load_needs;
extern const RefnetFileLoader refnet_load_contacts;
extern const RefnetFileLoader refnet_load_referrals;
extern const RefnetFileLoader refnet_load_respondents;
extern const RefnetFileLoader refnet_load_nominations;
extern const RefnetFileLoader refnet_load_meetings;

/* ---- after all files are read, in this order ---- */

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

/* ---- help for loaders ---- */

/* Notes that memory ran out; returns FALSE. */
gboolean refnet_loader_out_of_memory(RefnetLoader *loader);
gboolean refnet_set_out_of_memory(GError **error);

/* TRUE when a row with the same cells was taken before: it is reported as merged. */
gboolean refnet_reading_is_repeat(RefnetReading *reading);

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
