/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How two rows compare in each field that both have, before anything is weighed. */
#ifndef REFNET_ANALYSIS_RECORDS_OUTCOMES_H
#define REFNET_ANALYSIS_RECORDS_OUTCOMES_H

#include "analysis/records/folded.h"
#include "analysis/records/weights.h"

G_BEGIN_DECLS

typedef struct {
  RefnetOutcomeOfField outcome;
  guint32 value; /* key that both have; REFNET_NONE: none */
} RefnetFieldOutcome;

typedef struct {
  RefnetFieldOutcome outcomes[REFNET_OUTCOMES];
  guint32 count;
  RefnetOutcomeOfField names; /* of NAME_SAME … ALTERNATE_SHARED, the best */
  gboolean rare_names;        /* both first names have two words of their own */
  gboolean name_turned;       /* NAME_SAME in another order: a person would call it similar */
  gboolean towns_differ;
  gboolean toll_free; /* the equal phone is */
} RefnetRowOutcomes;

/* The same whichever row comes first. O(names² · words²). */
RefnetRowOutcomes refnet_folded_compare(const RefnetFolded *rows, guint32 a, guint32 b);

G_END_DECLS

#endif
