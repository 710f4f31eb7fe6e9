/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which sectors of a profile are not there, by area and overall. */
#include "analysis/gaps/search.h"

#include <string.h>

#include "analysis/memory.h"
#include "analysis/result.h"

typedef struct {
  const RefnetGapSearch *search;
  const RefnetSectorProfile *profile;
  guint8 *matches; /* by word of the dataset, then sector of the profile */
  guint8 *present; /* by area, then sector */
} Coverage;

static void coverage_clear(Coverage *coverage) {
  g_free(coverage->matches);
  g_free(coverage->present);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Coverage, coverage_clear)

/* ---- words ----------------------------------------------------------------------------------- */

static gboolean is_word_of(const RefnetSectorDefinition *sector, const char *folded) {
  g_autofree char *name = refnet_text_fold_value(sector->name);
  if (g_str_equal(name, folded))
    return TRUE;
  for (guint i = 0; sector->words && sector->words[i]; i++) {
    g_autofree char *word = refnet_text_fold_value(sector->words[i]);
    if (g_str_equal(word, folded))
      return TRUE;
  }
  return FALSE;
}

/* A word may stand for several sectors, or for none. */
static gboolean match_words(Coverage *coverage, RefnetGaps *gaps, RefnetPool *pool,
                            GError **error) {
  const RefnetVocabulary *words = &coverage->search->network->dataset->sectors;
  guint32 sectors = coverage->profile->length, foreign = 0;
  g_autofree guint32 *unknown = REFNET_TRY_ARRAY(guint32, words->length, error);
  coverage->matches = REFNET_TRY_ARRAY(guint8, (guint64)words->length * sectors, error);
  if (!unknown || !coverage->matches)
    return FALSE;
  for (guint32 w = 0; w < words->length; w++) {
    g_autofree char *folded = refnet_text_fold_value(words->names[w]);
    gboolean known = FALSE;
    for (guint32 s = 0; s < sectors; s++) {
      gboolean match = is_word_of(&coverage->profile->sectors[s], folded);
      coverage->matches[(gsize)w * sectors + s] = (guint8)match;
      known |= match;
    }
    if (!known)
      unknown[foreign++] = w;
  }
  return refnet_result_list(pool, unknown, foreign, &gaps->foreign_sectors) ||
         refnet_result_no_memory(error);
}

/* ---- organizations --------------------------------------------------------------------------- */

static void mark(Coverage *coverage, RefnetIndexList areas, const guint8 *matches) {
  guint32 sectors = coverage->profile->length;
  for (guint32 i = 0; i < areas.length; i++)
    for (guint32 s = 0; s < sectors; s++)
      coverage->present[(gsize)areas.items[i] * sectors + s] |= matches[s];
}

/* FALSE: the row names no sector. */
static gboolean mark_row(Coverage *coverage, guint32 vertex, guint8 *sectors_found) {
  const RefnetNetwork *network = coverage->search->network;
  const RefnetDataset *dataset = network->dataset;
  guint32 v = network->organization[vertex], sectors = coverage->profile->length;
  const RefnetOrganization *organization = &dataset->organizations[v];
  if (organization->sector == REFNET_NONE)
    return FALSE;
  const guint8 *matches = &coverage->matches[(gsize)organization->sector * sectors];
  for (guint32 s = 0; s < sectors; s++)
    sectors_found[s] |= matches[s];
  mark(coverage, organization->areas, matches);
  for (guint32 o = dataset->offer_start[v]; o < dataset->offer_start[v + 1]; o++)
    if (dataset->offers[o].areas.items != organization->areas.items)
      mark(coverage, dataset->offers[o].areas, matches);
  return TRUE;
}

/* All rows of a provider together: it counts once in a sector, whichever of them names it. */
static void count_provider(Coverage *coverage, guint32 provider, guint8 *sectors_found,
                           RefnetGaps *gaps) {
  const RefnetProviders *providers = coverage->search->providers;
  guint32 sectors = coverage->profile->length;
  gboolean any = FALSE;
  memset(sectors_found, 0, sectors);
  for (guint32 m = providers->member_start[provider]; m < providers->member_start[provider + 1];
       m++)
    any |= mark_row(coverage, providers->members[m], sectors_found);
  gaps->organizations_without_sector += !any;
  for (guint32 s = 0; s < sectors; s++)
    gaps->presence[s].organizations += sectors_found[s];
}

/* ---- areas ----------------------------------------------------------------------------------- */

static gboolean add_area(Coverage *coverage, guint32 area, guint32 *missing, RefnetGaps *gaps,
                         RefnetPool *pool) {
  guint32 sectors = coverage->profile->length, length = 0;
  for (guint32 s = 0; s < sectors; s++)
    if (!coverage->present[(gsize)area * sectors + s]) {
      missing[length++] = s;
      gaps->presence[s].areas_without++;
    }
  RefnetSectorCoverage *row = &gaps->coverage[gaps->coverage_count++];
  row->area = area;
  return refnet_result_list(pool, missing, length, &row->missing);
}

gboolean refnet_gap_add_sectors(RefnetGapSearch *search, GError **error) {
  g_auto(Coverage) coverage = {.search = search, .profile = search->options->sectors};
  RefnetGaps *gaps = &search->result->gaps;
  guint32 areas = search->network->dataset->area_count;
  if (!(gaps->profile = coverage.profile))
    return TRUE;
  guint32 sectors = coverage.profile->length;
  g_autofree guint32 *missing = REFNET_TRY_ARRAY(guint32, sectors, error);
  g_autofree guint8 *found = REFNET_TRY_ARRAY(guint8, sectors, error);
  if (!missing || !found || !match_words(&coverage, gaps, search->result->pool, error) ||
      !(coverage.present = REFNET_TRY_ARRAY(guint8, (guint64)areas * sectors, error)) ||
      !(gaps->presence = REFNET_TRY_ARRAY(RefnetSectorPresence, sectors, error)) ||
      !(gaps->coverage = REFNET_TRY_ARRAY(RefnetSectorCoverage, areas, error)))
    return FALSE;
  for (guint32 v = 0; v < search->network->vertices; v++)
    if (search->providers->provider[v] == v)
      count_provider(&coverage, v, found, gaps);
  for (guint32 a = 0; a < areas; a++)
    if (!search->serving->with_parts[a] && refnet_chosen(search->areas, a) &&
        !add_area(&coverage, a, missing, gaps, search->result->pool))
      return refnet_result_no_memory(error);
  return TRUE;
}
