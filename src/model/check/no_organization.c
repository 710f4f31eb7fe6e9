/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names that are none of an organization. */
#include "model/check/check.h"
#include "model/columns/no_name.h"

const char *refnet_check_other_than_organization(const RefnetStore *store, const char *name) {
  const RefnetSheet *sheet = &store->sheets[REFNET_FILE_ORGANIZATIONS];
  const gint column = sheet->present ? sheet->column[REFNET_ORGANIZATION_NAME] : -1;
  g_autofree char *fold = refnet_text_fold_header(name);
  g_autofree char *header = column >= 0 ? refnet_text_fold_header(sheet->headers[column]) : NULL;
  if (g_strcmp0(fold, header) == 0)
    return "the header once more";
  return refnet_word_other_than_name(name);
}
