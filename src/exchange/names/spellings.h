/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How else people write the names of organizations, while an import collects it. */
#ifndef REFNET_EXCHANGE_NAMES_SPELLINGS_H
#define REFNET_EXCHANGE_NAMES_SPELLINGS_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct RefnetSpellings RefnetSpellings;

RefnetSpellings *refnet_spellings_new(void);
void refnet_spellings_free(RefnetSpellings *spellings);

/* Another spelling than `name`; nothing where it has the same fold as that, or as one of the
 * organization's that was met before. O(spellings of the organization). */
void refnet_spellings_add(RefnetSpellings *spellings, guint32 organization, const char *name,
                          const char *spelling);
/* Adds those of the organization to a cell of a list, bytewise. O(s log s). */
void refnet_spellings_list(const RefnetSpellings *spellings, guint32 organization, GString *cell);

G_END_DECLS

#endif
