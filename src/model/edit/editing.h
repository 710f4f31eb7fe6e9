/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A dataset being made out of another one, step by step. */
#ifndef REFNET_MODEL_EDIT_EDITING_H
#define REFNET_MODEL_EDIT_EDITING_H

#include "model/dataset/store.h"

G_BEGIN_DECLS

/* Working copies of what steps may change; the rest is the source's. Rows and arrays have room for
 * one more each step. */
typedef struct {
  const RefnetDataset *source;
  RefnetStore *store; /* of the new dataset */
  RefnetDate as_of;
  RefnetOrganization *organizations;
  guint8 *out; /* by organization: closed or part of another, by a step */

  RefnetOffer *offers; /* organization REFNET_NONE: dropped */
  gsize offer_count;
  RefnetContact *contacts; /* those of the source first, in their places */
  gsize contact_count;
  guint32 person_count;

  gsize row_count;
  guint32 *row;                       /* of the source; REFNET_NONE: a new one */
  guint32 *from, *to;                 /* REFNET_NONE: dropped */
  guint32 *from_contact, *to_contact; /* in contacts; NULL: the source has none */
} RefnetEditing;

/* Does one step. FALSE with REFNET_ERROR_USAGE: it would change nothing or is about who is gone. */
gboolean refnet_editing_apply(RefnetEditing *editing, const RefnetEdit *edit, GError **error);

G_END_DECLS

#endif
