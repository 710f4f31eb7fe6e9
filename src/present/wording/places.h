/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where rows stand, as people look for them. All results are the caller's to free. */
#ifndef REFNET_PRESENT_WORDING_PLACES_H
#define REFNET_PRESENT_WORDING_PLACES_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* "organizations.csv:14", "coalition.xlsx, sheet Agencies, row 14"; without a line the file alone.
 * `file` is one of the dataset's. */
char *refnet_place_of_row(const RefnetDataset *dataset, const char *file, guint32 line);
/* "line 14", "sheet Agencies, row 14"; NULL without a line. */
char *refnet_place_in_file(const RefnetDataset *dataset, const char *file, guint32 line);
/* "organizations.csv", "coalition.xlsx". */
char *refnet_place_file(const RefnetDataset *dataset, const char *file);
/* "Elm Clinic (line 14)", or the name alone. */
char *refnet_place_organization(const RefnetDataset *dataset,
                                const RefnetOrganization *organization);

G_END_DECLS

#endif
