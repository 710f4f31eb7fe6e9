/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What people are told of the files of a dataset and their columns, in the order in which one fills
 * them in, with a row of examples that the reader takes as it stands. */
#ifndef REFNET_MODEL_COLUMNS_FIELD_HELP_H
#define REFNET_MODEL_COLUMNS_FIELD_HELP_H

#include "model/columns/fields.h"

G_BEGIN_DECLS

typedef struct {
  guint field; /* of the file */
  const char *help, *example;
} RefnetFieldHelp;

typedef struct {
  RefnetFile file;
  const char *rows; /* what a row stands for: "one organisation" */
  const char *purpose;
  const RefnetFieldHelp *fields; /* each field of the file once */
  guint field_count;
} RefnetFileHelp;

/* The files that people fill in, `*count` of them; constant. */
const RefnetFileHelp *refnet_file_helps(guint *count);

G_END_DECLS

#endif
