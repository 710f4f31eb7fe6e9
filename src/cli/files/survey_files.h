/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A survey given where a table of referrals or of respondents is expected: it is imported on the
 * fly. */
#ifndef REFNET_CLI_FILES_SURVEY_FILES_H
#define REFNET_CLI_FILES_SURVEY_FILES_H

#include "cli/options/options.h"

typedef struct SurveyFiles SurveyFiles;

/* The survey that --referrals or --survey names, as the files of a dataset; *files is NULL where it
 * is none. What was understood is said on stderr unless --quiet. */
gboolean refnet_cli_survey_files_open(const CliOptions *options, char delimiter,
                                      SurveyFiles **files, GError **error);
/* The files to load: those of the survey, and others that are given besides. Borrowed. */
RefnetFiles refnet_cli_survey_files_paths(const SurveyFiles *files, const CliOptions *options);
/* The survey itself: its path, and its name for titles. Borrowed. */
const char *refnet_cli_survey_files_path(const SurveyFiles *files);
const char *refnet_cli_survey_files_name(const SurveyFiles *files);
/* Removes them. NULL is fine. */
void refnet_cli_survey_files_free(SurveyFiles *files);

#endif
