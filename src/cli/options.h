/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every option of every command: one table drives reading, help, the manual page and JSON. */
#ifndef REFNET_CLI_OPTIONS_H
#define REFNET_CLI_OPTIONS_H

#include <refnet/base.h>
#include <refnet/model.h>
#include <refnet/table.h>

/* Options that belong together; a command takes whole groups. */
enum {
  OPTIONS_HELP = 1 << 0,
  OPTIONS_READING = 1 << 1,  /* how files are read */
  OPTIONS_FILTERS = 1 << 2,  /* which part of the network */
  OPTIONS_WRITING = 1 << 3,  /* how results are written */
  OPTIONS_TOP = 1 << 4,
  OPTIONS_NETWORK = 1 << 5,  /* --undirected, --seed */
  OPTIONS_SORT = 1 << 6,
  OPTIONS_TURNOVER = 1 << 7,
  OPTIONS_PREFER = 1 << 8,
  OPTIONS_STEPS = 1 << 9,
  OPTIONS_MAP = 1 << 10,
  OPTIONS_POPULATION = 1 << 11, /* --population as a choice of cells */
  OPTIONS_CELLS = 1 << 12,      /* --area and --service as a choice of cells */
  OPTIONS_OUTPUT = 1 << 13,     /* -o */
  OPTIONS_AS_OF = 1 << 14,
  OPTIONS_PEOPLE = 1 << 15
};

typedef struct {
  gboolean help;
  char **columns;
  char *delimiter;
  int date_order; /* RefnetDateOrder */
  gboolean strict, quiet;

  RefnetFilter filter;
  char **areas, **services, **populations; /* cells of gaps */

  int format; /* RefnetFormat */
  char *output, *list;
  guint64 top, fail_on;
  gboolean all;
  gboolean show_people;
  char *people_term;
  RefnetDate as_of;
  gboolean undirected;
  guint64 seed;

  char *sort;
  double turnover;
  guint64 draws;
  int prefer; /* RefnetPreference */
  guint64 steps;
  char *title, *geometry;
  double dpi;

  guint64 given; /* bit i: row i of the table was given */
} CliOptions;

typedef enum {
  OPTION_FLAG,
  OPTION_TEXT,
  OPTION_TEXTS, /* may be repeated */
  OPTION_COUNT,
  OPTION_COUNT_OR_ALL, /* a count, or "all" */
  OPTION_REAL,
  OPTION_DATE,
  OPTION_CHOICE
} OptionKind;

typedef struct {
  const char *name;
  char letter; /* 0: none */
  OptionKind kind;
  gsize offset; /* in CliOptions */
  guint group;
  const char *value_name;
  double least, most;   /* of COUNT and REAL */
  const char *choices;  /* of CHOICE: "table|csv", numbered from 0 */
  const char *help;
} OptionRow;

/* The table; refnet_cli_option_count rows. */
extern const OptionRow refnet_cli_options[];
extern const guint refnet_cli_option_count;

void refnet_cli_options_init(CliOptions *options);
void refnet_cli_options_dispose(CliOptions *options);

/* Reads the options of `groups` out of argv (argv[0] is the command's name) and leaves the other
 * arguments. REFNET_ERROR_USAGE names the option and what it takes. */
gboolean refnet_cli_options_parse(CliOptions *options, guint groups, int *argc, char ***argv,
                                  GError **error);
gboolean refnet_cli_option_given(const CliOptions *options, const char *name);
/* The date everything is as of: --as-of, else SOURCE_DATE_EPOCH, else the local date. */
RefnetDate refnet_cli_as_of(const CliOptions *options);

#endif
