/* SPDX-License-Identifier: GPL-2.0-or-later */
/* DATASET where it is no folder: what kind of file it is, and what to do with one that is no
 * dataset. */
#ifndef REFNET_CLI_FILES_SOURCE_H
#define REFNET_CLI_FILES_SOURCE_H

#include <refnet/exchange.h>

/* Loads the folder, the workbook, or the single table of organizations or of referrals at `path`.
 * REFNET_ERROR_INPUT: it is something else; the message names the command that reads it. */
RefnetDataset *refnet_cli_source_load(const char *path, const RefnetLoadOptions *load,
                                      GError **error);
/* Loads the tables, each a file or a workbook. Where the referrals are something else, as a network
 * of another program, the error names the command that reads it. */
RefnetDataset *refnet_cli_source_load_files(const RefnetFiles *files, const RefnetLoadOptions *load,
                                            GError **error);
/* Says on stderr as what a single file was read, and of a directory that import reads more of it.
 */
void refnet_cli_source_tell(const char *path, const RefnetLoadOptions *load);

#endif
