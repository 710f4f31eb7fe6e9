/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the gaps add up to by area and by service. */
#include "present/gaps/gap_parts.h"
#include "present/gaps/gap_sentences.h"
#include "present/wording/words.h"

/* Six counts are too many for a table: people read them in words. */
#define COUNT(status, heading)                                                                     \
  { status, heading, REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL }
#define PEOPLE(key, heading)                                                                       \
  { key, heading, REFNET_VALUE_REAL, 0, 0, NULL }
#define PROSE (REFNET_COLUMN_TABLE_ONLY | REFNET_COLUMN_PROSE)
/* clang-format off */
#define TOTAL_COLUMNS(with_gaps)                                                                   \
  {"cells", with_gaps, REFNET_VALUE_INTEGER, 0, 0, NULL},                                          \
  COUNT("absent", "NONE FOUND"),                                                                   \
  COUNT("fragile", "ONE PROVIDER"),                                                                \
  COUNT("population", "NONE FOR A GROUP"),                                                         \
  COUNT("strained", "NEED ABOVE CAPACITY"),                                                        \
  COUNT("unreachable", "NO REFERRAL ROUTE"),                                                       \
  COUNT("failing", "OFTEN UNFILLED"),                                                              \
  PEOPLE("demand", "NEED A YEAR"),                                                                 \
  PEOPLE("unmet", "UNMET"),                                                                        \
  {"findings", "FINDINGS", REFNET_VALUE_TEXT, 0, PROSE, NULL},                                     \
  {NULL, NULL, 0, 0, 0, NULL}
/* clang-format on */

static const RefnetColumn area_total_columns[] = {
    {"area", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"area_name", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    TOTAL_COLUMNS("SERVICES WITH GAPS")};

static const RefnetColumn service_total_columns[] = {
    {"service", "SERVICE", REFNET_VALUE_TEXT, 0, 0, NULL}, TOTAL_COLUMNS("AREAS WITH GAPS")};

/* "none found: 2; one provider: 3" */
static char *total_words(const RefnetGapTotal *total) {
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < REFNET_GAP_STATUSES; i++) {
    g_autofree char *count = refnet_words_digits(total->counts[i]);
    if (total->counts[i] > 0)
      g_string_append_printf(words, "%s%s: %s", words->len > 0 ? "; " : "",
                             refnet_gap_status_words((RefnetGapStatus)i), count);
  }
  return g_string_free(words, FALSE);
}

static void fill_total(const RefnetGapTotal *total, RefnetCells *cells) {
  refnet_cells_integer(cells, total->cells);
  for (guint i = 0; i < REFNET_GAP_STATUSES; i++)
    refnet_cells_integer(cells, total->counts[i]);
  refnet_cells_real(cells, total->demand);
  refnet_cells_real(cells, total->unmet);
  refnet_cells_take_text(cells, total_words(total));
}

static void fill_area_total(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetGaps *gaps = description->result;
  refnet_cells_area(cells, description->dataset, gaps->areas[index].index);
  fill_total(&gaps->areas[index], cells);
}

static void fill_service_total(const RefnetDescription *description, gsize index,
                               RefnetCells *cells) {
  const RefnetGaps *gaps = description->result;
  refnet_cells_text(cells, description->dataset->services.names[gaps->services[index].index]);
  fill_total(&gaps->services[index], cells);
}

void refnet_gap_list_totals(RefnetDescription *description, const RefnetGaps *gaps) {
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "areas",
                                               .heading = "By area",
                                               .columns = area_total_columns,
                                               .fill = fill_area_total,
                                               .length = gaps->area_total_count,
                                           });
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "services",
                                               .heading = "By service",
                                               .columns = service_total_columns,
                                               .fill = fill_service_total,
                                               .length = gaps->service_total_count,
                                           });
}
