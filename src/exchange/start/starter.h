/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The parts of a new dataset, each a file. */
#ifndef REFNET_EXCHANGE_START_STARTER_H
#define REFNET_EXCHANGE_START_STARTER_H

#include "exchange/names/name_list.h"
#include "model/columns/field_help.h"
#include <refnet/exchange.h>

G_BEGIN_DECLS

#define REFNET_STARTER_WORKBOOK "dataset.xlsx"

/* README.txt: what each file and column is for, with examples, and what to do next. */
gboolean refnet_guide_write(const RefnetStarter *starter, gboolean has_names, GError **error);

/* survey.csv, for answers to "How often do you refer people to …, and they to you? Who is your
 * contact there? Who else should we be meeting with?": a row for each of `names` to answer in,
 * three columns for each to be asked about. `refnet_import_survey` reads it back. O(names²). */
gboolean refnet_survey_form_write(const RefnetStarter *starter, const RefnetNameList *names,
                                  GError **error);

G_END_DECLS

#endif
