/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files about a directory's places share. */
#ifndef REFNET_EXCHANGE_DIRECTORY_HSDS_PLACES_H
#define REFNET_EXCHANGE_DIRECTORY_HSDS_PLACES_H

#include "exchange/directory/hsds.h"

G_BEGIN_DECLS

/* An area used, and the coordinates of the locations in it. */
typedef struct {
  const char *name;
  GArray *latitudes, *longitudes; /* double */
} RefnetHsdsArea;

struct RefnetHsdsPlaces {
  RefnetHsds *hsds;
  GHashTable *states_of_city;   /* folded city → its state, or "": several */
  GHashTable *city_of_code;     /* postal code → the city of its addresses, or "": several */
  GHashTable *areas;            /* folded name → RefnetHsdsArea * */
  double *latitude, *longitude; /* by location; NaN: unknown */
};

/* A location's addresses: physical ones, else postal ones; *table: which. */
RefnetIndexList refnet_hsds_addresses_of(RefnetHsds *hsds, guint32 location,
                                         RefnetHsdsTable *table);
/* Of several addresses the first by its text: rows have no order of their own. */
guint32 refnet_hsds_first_address(const RefnetHsdsPlaces *places, RefnetHsdsTable table,
                                  RefnetIndexList rows);
/* Street, city and postal code of an address. */
void refnet_hsds_take_address(const RefnetHsdsPlaces *places, RefnetHsdsTable table, guint32 row,
                              RefnetHsdsPlace *place);
/* The same of "430 North G Street, Lake Worth, FL 33460"; FALSE: it isn't written so. */
gboolean refnet_hsds_split_address(RefnetPool *pool, const char *text, RefnetHsdsPlace *place);
/* The area that an address is in, by --area-from; NULL: unknown. */
const char *refnet_hsds_area_of_address(RefnetHsdsPlaces *places, RefnetHsdsTable table,
                                        guint32 row);
/* Before any of these: notes which city an address gives a state, and which postal code a city. */
void refnet_hsds_note_address(RefnetHsdsPlaces *places, RefnetHsdsTable table, guint32 row);

G_END_DECLS

#endif
