/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the loaders of the single files share while a dataset is being read. */
#ifndef REFNET_MODEL_LOAD_LOADER_H
#define REFNET_MODEL_LOAD_LOADER_H

#include "base/memory.h"
#include "base/array.h"
#include "model/dataset/store.h"
#include "model/dataset/values.h"

#include <math.h>

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

/* An organization of which nothing is known. */
#define REFNET_ORGANIZATION_BLANK                                                                  \
  ((RefnetOrganization){.details = &refnet_organization_no_details, .sector = REFNET_NONE})

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

/* Neighboring columns of organizations.csv, each a service with yes or no below it: columns
 * first … end − 1. */
typedef struct {
  guint first, end;
} RefnetFlags;

/* A column of organizations.csv that is no field. */
typedef struct {
  guint column;
  RefnetArray values; /* const char *, by organization */
} RefnetAttributeColumn;

/* What a row of referrals says in the column that asks whether there are any. */
typedef struct {
  const char *text; /* "": blank */
  guint32 line;
  gboolean has_figures; /* the row says something of referrals elsewhere */
} RefnetReferralAnswer;

/* The column of organizations.csv that holds each list. */
extern const guint refnet_field_of_list[REFNET_LISTS];

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
  RefnetInterner *seen_rows;    /* one key a row: its id, or its hash without one; memory of the
                                   store's */
  GPtrArray *attributes;        /* RefnetAttributeColumn * */
  RefnetFlags flags;            /* columns that are a service each */
  RefnetValues *taken;          /* names of organizations in referrals … */
  RefnetArray taken_lines;      /* … and the first line of each, guint32 */
  RefnetDiagnostics *set_aside; /* those of the dataset, while referrals are read for names */

  RefnetArray service_rows;         /* RefnetServiceRow */
  RefnetArray answers;              /* RefnetReferralAnswer, by row of referrals */
  RefnetArray area_rows;            /* RefnetAreaRow */
  RefnetArray divided;              /* guint8, by area being collected: others lie within it */
  RefnetArray contacts;             /* RefnetPlace */
  RefnetInterner *contact_keys;     /* organization and name, id or e-mail */
  RefnetArray contact_of_key;       /* guint32, by key */
  guint32 above[REFNET_FIELDS_MAX]; /* by field: the organization that the row above names */
  RefnetArray needs;                /* RefnetNeed; area, service, population not yet final */
  RefnetArray respondents, nominations, meetings;
  RefnetArena *repeat_arena; /* memory of … */
  RefnetInterner *repeats;   /* … the rows of the file being read … */
  RefnetArray repeat_lines;  /* … and the line of each, guint32 */
} RefnetLoader;

/* What a row will be looked up by, made ready some rows before. */
typedef struct {
  RefnetInternerKey keys[2];
} RefnetPrepared;

/* One file being read: what its loader and the cell readers need to know. */
typedef struct {
  RefnetLoader *loader;
  RefnetSheet *sheet;
  const RefnetRow *row;
  RefnetPrepared *prepared; /* by the loader's `prepare`, if it has one */
  guint64 done, total;      /* bytes of the file: read so far, and in all (0: not known) */
} RefnetReading;

/* Empty, with a store that is handed on. `options` is borrowed. */
void refnet_loader_init(RefnetLoader *loader, const RefnetLoadOptions *options);
/* Frees everything but the store. */
void refnet_loader_clear(RefnetLoader *loader);

/* Details of the organization's own, to write to: at first a copy of those it has. NULL when memory
 * ran out, which is noted. */
RefnetOrganizationDetails *refnet_loader_details(RefnetLoader *loader,
                                                 RefnetOrganization *organization);

/* Notes that memory ran out; returns FALSE. */
gboolean refnet_loader_out_of_memory(RefnetLoader *loader);

/* TRUE when a row with the same cells was taken before: it is reported as merged. */
gboolean refnet_reading_is_repeat(RefnetReading *reading);

/* How many rows the file will have, more or less; 0: too few are read to tell, or its length is not
 * known. */
gsize refnet_reading_expected_rows(const RefnetReading *reading);

/* Forgets the rows of the file before. */
void refnet_loader_start_repeats(RefnetLoader *loader);

G_END_DECLS

#endif
