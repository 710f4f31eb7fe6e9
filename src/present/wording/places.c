/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/wording/places.h"

char *refnet_place_in_file(const RefnetDataset *dataset, const char *file, guint32 line) {
  RefnetRowLocation place = refnet_dataset_place(dataset, file, line);
  if (place.line == 0)
    return NULL;
  return place.workbook != NULL
             ? g_strdup_printf("%s, row %" G_GUINT64_FORMAT, place.file, place.line)
             : g_strdup_printf("line %" G_GUINT64_FORMAT, place.line);
}

char *refnet_place_file(const RefnetDataset *dataset, const char *file) {
  RefnetRowLocation place = refnet_dataset_place(dataset, file, 0);
  return g_strdup(place.workbook != NULL ? place.workbook : place.file);
}

char *refnet_place_of_row(const RefnetDataset *dataset, const char *file, guint32 line) {
  RefnetRowLocation place = refnet_dataset_place(dataset, file, line);
  g_autofree char *in_file = refnet_place_in_file(dataset, file, line);
  if (in_file == NULL)
    return refnet_place_file(dataset, file);
  return place.workbook != NULL ? g_strdup_printf("%s, %s", place.workbook, in_file)
                                : g_strdup_printf("%s:%" G_GUINT64_FORMAT, place.file, place.line);
}

char *refnet_place_organization(const RefnetDataset *dataset,
                                const RefnetOrganization *organization) {
  g_autofree char *place = refnet_place_in_file(dataset, "organizations.csv", organization->line);
  return place != NULL ? g_strdup_printf("%s (%s)", organization->name, place)
                       : g_strdup(organization->name);
}
