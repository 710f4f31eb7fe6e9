/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every option of every command: one table drives reading, help, the manual page and JSON. */
#ifndef REFNET_CLI_OPTIONS_OPTIONS_H
#define REFNET_CLI_OPTIONS_OPTIONS_H

#include <refnet/base.h>
#include <refnet/model.h>
#include <refnet/table.h>

/* Options that belong together; a command takes whole groups. */
enum {
  OPTIONS_HELP = 1 << 0,
  OPTIONS_READING = 1 << 1, /* how files are read */
  OPTIONS_FILTERS = 1 << 2, /* which part of the network */
  OPTIONS_WRITING = 1 << 3, /* how results are written */
  OPTIONS_TOP = 1 << 4,
  OPTIONS_NETWORK = 1 << 5, /* --undirected, --seed */
  OPTIONS_SORT = 1 << 6,
  OPTIONS_TURNOVER = 1 << 7,
  OPTIONS_PREFER = 1 << 8,
  OPTIONS_STEPS = 1 << 9,
  OPTIONS_MAP = 1 << 10,
  OPTIONS_INIT = 1 << 11,
  OPTIONS_CELLS = 1 << 12,  /* --area and --service as a choice of cells */
  OPTIONS_OUTPUT = 1 << 13, /* -o */
  OPTIONS_AS_OF = 1 << 14,
  OPTIONS_PEOPLE = 1 << 15,
  OPTIONS_CHECK_INS = 1 << 16,
  OPTIONS_EXPORT = 1 << 17,
  OPTIONS_CHECK = 1 << 22,
  OPTIONS_REPORT = 1 << 23,
  OPTIONS_FILES = 1 << 18,       /* single files in place of DATASET */
  OPTIONS_FILES_LISTS = 1 << 19, /* those of them that who-else has another use for */
  OPTIONS_CANDIDATES = 1 << 20,  /* which organizations may be suggested */
  OPTIONS_WHO_ELSE = 1 << 21,
  OPTIONS_GAPS = 1 << 24,
  OPTIONS_FIND = 1 << 25,
  OPTIONS_MEASURES = 1 << 26,
  OPTIONS_IMPORT = 1 << 27,
  OPTIONS_MERGE = 1 << 28,
  OPTIONS_MATCHES = 1 << 29, /* which rows are one organization */
  OPTIONS_MATCH = 1 << 30    /* … and which of them people are asked about */
};

/* A set of them; an enum has room for 31. */
typedef guint64 OptionGroups;
#define OPTIONS_COMPARE ((OptionGroups)1 << 31)  /* two datasets side by side */
#define OPTIONS_SCENARIO ((OptionGroups)1 << 32) /* steps of what-if */

enum { OPTIONS_MOST = 180 }; /* rows of the table */

/* A distance as it was given, and what that is. */
typedef struct {
  char *text;
  double km;
} CliDistance;

typedef struct {
  gboolean help;
  char **columns;
  char *delimiter;
  int date_order; /* RefnetDateOrder */
  gboolean strict, quiet;
  char *service_columns, *rejects;
  gboolean respondents, disagreements;
  char *fix;
  struct {
    char *organizations, *services, *referrals, *contacts, *needs, *areas, *respondents;
    char *nominations, *meetings, *categories;
  } files;

  RefnetFilter filter;
  char **areas, **services, **populations; /* cells of gaps */
  char **statuses, **ratios;
  char *sector_profile, *related;
  CliDistance radius;
  int decay; /* RefnetDecay */
  guint64 gap_steps;
  int gaps_by; /* 0: population, 1: language */
  gboolean if_merged;
  RefnetDate verified_since;
  char *find_area, *find_population, *find_language, *find_from;

  int format; /* RefnetFormat */
  char *output, *list;
  guint64 top, fail_on;
  gboolean all;
  gboolean show_people;
  char *people_term;
  int units; /* RefnetUnits */
  RefnetDate as_of;
  gboolean undirected;
  guint64 seed;

  char *sort;
  double missing;
  int weights; /* RefnetWeights */
  guint64 sources;
  char **turnovers; /* SHARE or NAME=SHARE */
  char *handover;
  guint64 key_players;
  guint64 draws;
  int prefer;    /* RefnetPreference */
  int objective; /* RefnetObjective */
  RefnetFilter candidates;
  char *exclude; /* file */
  gboolean ties, plan, everyone, evaluate;
  struct {
    char *name;
    char **services, **areas, **populations; /* lists as written */
  } newcomer;
  guint64 steps;
  guint64 cadence, within; /* months; days */
  char *calendar;          /* file of check-ins */
  char *export_format;
  char *directory; /* of import and merge */
  struct {
    int direction; /* RefnetSurveyDirection */
    int area_from; /* RefnetAreaFrom */
    guint64 taxonomy_level;
    gboolean inactive;
    char *question, *respondent, *scale, *organizations, *fields, *sheet;
  } import;
  struct {
    char *names;              /* file */
    char **services, **areas; /* lists as written */
    gboolean survey, workbook;
  } init;
  gboolean undo;
  char *decisions, *review; /* files */
  char *against;            /* another dataset */
  RefnetDate old_as_of;     /* of the older dataset of two */
  struct {
    char **close, **leave, **add_tie, **drop_tie, **offer, **stop_offering, **merge, **add_contact;
    char **file;
    char **order; /* names of these options as they were given */
    int each;     /* 0: close, 1: leave */
  } scenario;
  double merge_at, review_at, expected;
  gboolean force;
  char *title, *geometry, *layout, *save_positions, *split;
  char *without; /* a person */
  struct {
    int format; /* RefnetReportFormat */
    char **sections, *size, *compare_with, *organization;
    gboolean no_maps;
  } report;
  double dpi;
  struct {
    char *subtitle, *source, *color_by, *size_by, *shape_by, *palette;
    char *ego;
    guint64 steps; /* 0: not given */
    int label;     /* RefnetMapLabel */
    int hulls;     /* RefnetMapHulls */
    gboolean grayscale, portrait;
    char *size;
  } map;
  char *map_kind; /* a row of map_kinds.c */

  gboolean given[OPTIONS_MOST]; /* by row of the table */
} CliOptions;

typedef enum {
  OPTION_FLAG,
  OPTION_TEXT,
  OPTION_WORD,  /* text to be shown: UTF-8, not blank */
  OPTION_TEXTS, /* may be repeated */
  OPTION_COUNT,
  OPTION_COUNT_OR_ALL, /* a count, or "all" */
  OPTION_REAL,
  OPTION_DISTANCE, /* in --units unless it names its own; least and most are km */
  OPTION_DATE,
  OPTION_CHOICE
} OptionKind;

typedef struct {
  const char *name;
  char letter; /* 0: none */
  OptionKind kind;
  gsize offset; /* in CliOptions */
  OptionGroups group;
  const char *value_name;
  double least, most;  /* of COUNT and REAL */
  const char *choices; /* of CHOICE: "table|csv", numbered from 0 */
  const char *help;
} OptionRow;

/* The table; refnet_cli_option_count rows. */
extern const OptionRow refnet_cli_options[];
extern const guint refnet_cli_option_count;

void refnet_cli_options_init(CliOptions *options);
void refnet_cli_options_dispose(CliOptions *options);

/* Reads the options of `groups` out of argv (argv[0] is the command's name) and leaves the other
 * arguments. REFNET_ERROR_USAGE names the option and what it takes. */
gboolean refnet_cli_options_parse(CliOptions *options, OptionGroups groups, int *argc, char ***argv,
                                  GError **error);
gboolean refnet_cli_option_given(const CliOptions *options, const char *name);
/* Single files are given, in place of DATASET. */
gboolean refnet_cli_options_name_files(const CliOptions *options);
/* The date everything is as of: --as-of, else SOURCE_DATE_EPOCH, else the local date. */
RefnetDate refnet_cli_as_of(const CliOptions *options);

#endif
