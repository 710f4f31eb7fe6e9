/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands behind a dataset: its memory and what check and find need to know of the files. */
#ifndef REFNET_MODEL_DATASET_STORE_H
#define REFNET_MODEL_DATASET_STORE_H

#include "base/array.h"
#include "model/dataset/rejects.h"
#include "model/dataset/resolve.h"
#include "model/dataset/sheet.h"

#include <refnet/model.h>

G_BEGIN_DECLS

/* The arrays of referrals grow while they are read, so they are no pool's. */
typedef struct {
  guint32 *from, *to, *service, *count, *from_contact, *to_contact, *reported_by;
  gint32 *accepted, *completed;
  RefnetDate *date, *renewal;
  guint8 *frequency, *basis, *agreement, *outcome;
  RefnetArray lines; /* RefnetLineRun */
  gsize rows, capacity;
  guint optional; /* private to the loader */
} RefnetReferralColumns;

typedef struct {
  RefnetDataset dataset; /* first: a dataset handed out is the store itself */
  RefnetPool *pool;      /* every string and array but these three */
  RefnetOrganization *organizations;
  RefnetOffer *offers;
  RefnetReferralColumns referrals;
  RefnetResolver *resolver;
  char delimiter;     /* of all files, or 0 */
  gboolean has_flags; /* columns of organizations.csv were read as services */
  RefnetSheet sheets[REFNET_FILES];
  gboolean borrows;       /* the resolver is that of the dataset it was made of */
  RefnetRejects *rejects; /* NULL: nobody asks for them */
  /* Area a consists of leaf[leaf_start[a]] … leaf[leaf_start[a+1] − 1], areas without parts; those
   * of a = area_count are all of these. */
  guint32 *leaf_start, *leaf;
} RefnetStore;

RefnetStore *refnet_store_new(void);
/* The store behind a dataset. */
const RefnetStore *refnet_store_of(const RefnetDataset *dataset);

/* Hands out what the columns of referrals hold. */
void refnet_store_publish_referrals(RefnetStore *store);

/* A list of the indices in items[0 … length): sorted, each once, in the pool. FALSE when memory ran
 * out. `items` is sorted in place. */
gboolean refnet_store_list(RefnetStore *store, guint32 *items, gsize length, RefnetIndexList *list);

G_END_DECLS

#endif
