/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From names to organizations: id, then name, then alternate or short name, compared folded; then
 * the same without what doesn't tell names apart, punctuation and legal forms among it. */
#ifndef REFNET_MODEL_DATASET_RESOLVE_H
#define REFNET_MODEL_DATASET_RESOLVE_H

#include "base/pool.h"

#include <refnet/model.h>

G_BEGIN_DECLS

typedef struct RefnetResolver RefnetResolver;

typedef enum {
  REFNET_RESOLVED,
  REFNET_RESOLVED_PLAINLY, /* but for what doesn't tell names apart */
  REFNET_RESOLVED_UNKNOWN,
  REFNET_RESOLVED_AMBIGUOUS,
  REFNET_RESOLVER_NO_MEMORY
} RefnetResolution;

static inline gboolean refnet_resolution_is_one(RefnetResolution resolution) {
  return resolution == REFNET_RESOLVED || resolution == REFNET_RESOLVED_PLAINLY;
}

/* `organizations` have ids, no two the same, and must stay where they are; `ids`, which is taken,
 * numbers them as the organizations are, or is NULL. NULL when memory ran out. O(length). */
RefnetResolver *refnet_resolver_new(const RefnetOrganization *organizations, guint32 length,
                                    RefnetInterner *ids, RefnetPool *pool);
void refnet_resolver_free(RefnetResolver *resolver);
/* Gives back the memory that only many questions are worth; asking goes on to work. */
void refnet_resolver_forget(RefnetResolver *resolver);

/* The organization that `text` names, or REFNET_NONE. O(length of the text); the first text that is
 * no id has all names folded, which is near-linear in the organizations. */
RefnetResolution refnet_resolver_find(RefnetResolver *resolver, const char *text,
                                      guint32 *organization);
/* The same, remembering what was asked: for cells that come again and again. What was resolved
 * plainly is so the first time only. */
RefnetResolution refnet_resolver_find_cell(RefnetResolver *resolver, const RefnetInternerKey *text,
                                           guint32 *organization);
/* Asks for the memory that finding the cell will look into. O(1). */
void refnet_resolver_prefetch(const RefnetResolver *resolver, const RefnetInternerKey *text);
/* Why `text` names no single organization, one sentence with the nearest name, or the two, or the
 * candidates; caller frees. O(organizations). */
char *refnet_resolver_explain(RefnetResolver *resolver, const char *text);

G_END_DECLS

#endif
