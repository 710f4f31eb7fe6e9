/* SPDX-License-Identifier: GPL-2.0-or-later */
/* --layout: the name of a layout, or a file of positions. */
#ifndef REFNET_CLI_MAP_MAP_LAYOUT_H
#define REFNET_CLI_MAP_MAP_LAYOUT_H

#include <refnet/draw.h>

#include "cli/session/session.h"

/* Reads --layout into `options`; the dataset is open. Positions that were read are given to
 * *positions too, the caller's to free. What their file has wrong is said on stderr.
 * REFNET_ERROR_USAGE for a layout that there is not. */
gboolean refnet_cli_map_layout(const Session *session, RefnetMapOptions *options,
                               RefnetPositions **positions, GError **error);
/* Is the word after --layout the name of a layout or of a CSV file? REFNET_ERROR_USAGE: neither. */
gboolean refnet_cli_check_layout(const CliOptions *options, GError **error);

#endif
