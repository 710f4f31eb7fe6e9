/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How each file of a new dataset begins. */
#ifndef REFNET_EXCHANGE_START_STARTER_FILE_H
#define REFNET_EXCHANGE_START_STARTER_FILE_H

#include <refnet/exchange.h>

G_BEGIN_DECLS

/* Opens the file `name` of the new folder. REFNET_ERROR_IO. */
RefnetOutput *refnet_starter_open(const RefnetStarter *starter, const char *name, GError **error);

/* Begins a CSV file that spreadsheet programs open as UTF-8. */
void refnet_starter_begin_csv(RefnetOutput *output);

G_END_DECLS

#endif
