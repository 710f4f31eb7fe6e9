/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — report room: what a coalition brings to its meeting, put together from all analyses. */
#ifndef REFNET_REPORT_H
#define REFNET_REPORT_H

#include <refnet/draw.h>
#include <refnet/present.h>

G_BEGIN_DECLS

typedef enum {
  REFNET_REPORT_HTML,     /* one file with everything in it; no script, nothing from elsewhere */
  REFNET_REPORT_MARKDOWN, /* without pictures, for an e-mail or another document */
  REFNET_REPORT_PDF       /* pages to be printed */
} RefnetReportFormat;

/* The format that a file's extension asks for; FALSE with REFNET_ERROR_USAGE naming them. */
gboolean refnet_report_format(const char *path, RefnetReportFormat *format, GError **error);

/* Is each of `ids` (NULL-terminated, or NULL) a section's id ("gaps", "agenda" …) of the report on
 * the network, or of that on `one` organization? FALSE with REFNET_ERROR_USAGE naming those there
 * are. */
gboolean refnet_report_check_sections(const char *const *ids, gboolean one, GError **error);

/* Zero is the default of every field but wording and turnover. */
typedef struct {
  const char *title;           /* NULL: the dataset's name, or the organization's */
  const guint32 *organization; /* the vertex that it is about, to take along to a visit there, with
                                  `older` NULL; NULL: the whole network */
  const char *const *sections; /* ids of those wanted, NULL-terminated; NULL: all */
  guint32 top;                 /* findings of each list; 0: ten */
  gboolean all;                /* every finding */
  gboolean no_maps;
  double turnover; /* yearly share of people who leave, and whose is another: as in
                      RefnetRiskOptions */
  const RefnetTurnover *turnovers;
  gsize turnover_count;
  RefnetWording wording;
  const RefnetNetwork *older; /* to compare with; NULL: none */
  RefnetDate older_as_of;
  const char *filters; /* what was filtered, in words; NULL: nothing */
  /* Areas, services and groups that filter the network choose among the gaps, which are looked for
   * in the network without these filters: who is left out may offer what would seem missing. NULL:
   * nothing is chosen, and `network` has all. */
  char **gap_areas, **gap_services, **gap_populations;
  const RefnetNetwork *gap_network;
  /* Lists of `who_chosen` that filter the network choose who may be suggested, and its coalitions
   * whose members ask, as in `refnet who-else`: they are looked for in the network without these
   * filters. NULL: all, in `network`. `who_past`: as RefnetWhoElseOptions has it. */
  const RefnetFilter *who_chosen;
  const RefnetNetwork *who_network, *who_past;
  const char *version;
  guint64 seed;
  double page_width, page_height; /* of a page of PDF, points; 0: A4 upright */
  char **missing_letters; /* is given the sentence on letters that no font has, or NULL; the caller
                             frees it. NULL: nobody asks */
} RefnetReportOptions;

/* Writes the report to `output`, which the caller commits. What the data don't have is said in the
 * section where it is missed. REFNET_ERROR_USAGE: there is no such section. Without maps
 * near-linear in the rows and findings of all analyses. */
gboolean refnet_report_write(const RefnetNetwork *network, RefnetReportFormat format,
                             const RefnetReportOptions *options, RefnetOutput *output,
                             GError **error);

G_END_DECLS

#endif
