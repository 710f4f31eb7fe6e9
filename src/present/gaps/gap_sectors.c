/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sectors that no organisation of an area is in. */
#include "present/gaps/gap_parts.h"
#include "present/wording/words.h"

static const RefnetColumn sector_columns[] = {
    {"area", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"area_name", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"missing", "NONE FOUND", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn presence_columns[] = {
    {"sector", "SECTOR", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"organizations", "ORGANISATIONS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"areas_without", "AREAS WITHOUT", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static void fill_sectors(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetGaps *gaps = description->result;
  const RefnetSectorCoverage *row = &gaps->coverage[index];
  char **missing = g_new0(char *, row->missing.length + 1);
  for (guint32 i = 0; i < row->missing.length; i++)
    missing[i] = g_strdup(gaps->profile->sectors[row->missing.items[i]].name);
  refnet_cells_area(cells, description->dataset, row->area);
  refnet_cells_take_texts(cells, missing);
}

static void fill_presence(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetGaps *gaps = description->result;
  refnet_cells_text(cells, gaps->profile->sectors[index].name);
  refnet_cells_integer(cells, gaps->presence[index].organizations);
  refnet_cells_integer(cells, gaps->presence[index].areas_without);
}

static GArray *areas_with_missing_sectors(const RefnetGaps *gaps) {
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < gaps->coverage_count; i++)
    if (gaps->coverage[i].missing.length > 0)
      g_array_append_val(rows, i);
  return rows;
}

static void say_sectors(RefnetDescription *description, const RefnetGaps *gaps) {
  const RefnetDataset *dataset = description->dataset;
  if (gaps->foreign_sectors.length > 0) {
    g_autofree char *words = refnet_words_values(&dataset->sectors, gaps->foreign_sectors, 0);
    refnet_description_say(
        description,
        g_strdup_printf("The profile has no sector for: %s. A profile of your own (--sectors "
                        "FILE.csv) can say where they belong.",
                        words));
  }
  if (gaps->organizations_without_sector > 0) {
    g_autofree char *count = refnet_words_count(gaps->organizations_without_sector,
                                                "organisation lists", "organisations list");
    refnet_description_say(
        description, refnet_words_capital(g_strdup_printf(
                         "%s no sector: what looks missing from a sector may be there.", count)));
  }
}

void refnet_gap_list_sectors(RefnetDescription *description, const RefnetGaps *gaps) {
  GArray *missing = gaps->profile ? areas_with_missing_sectors(gaps) : NULL;
  refnet_description_add_list(
      description,
      &(RefnetListing){
          .key = "sectors",
          .heading = "Sectors without an organisation in an area",
          .columns = sector_columns,
          .fill = fill_sectors,
          .length = gaps->coverage_count,
          .notable = missing,
          .findings = missing ? missing->len : 0,
          .programs_only = !gaps->profile,
          .empty = gaps->profile ? "Every sector has an organisation in every area." : NULL,
      });
  if (!gaps->profile)
    return;
  say_sectors(description, gaps);
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "sector_totals",
                                               .heading = "Sectors over all areas",
                                               .columns = presence_columns,
                                               .fill = fill_presence,
                                               .length = gaps->profile->length,
                                               .shown = gaps->profile->length,
                                           });
}
