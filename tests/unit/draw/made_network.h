/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Networks made by hand for tests of the draw room: no files, no loader. */
#ifndef REFNET_TESTS_DRAW_MADE_NETWORK_H
#define REFNET_TESTS_DRAW_MADE_NETWORK_H

#include <stdlib.h>
#include <string.h>

#include <refnet/draw.h>

typedef struct {
  guint32 from, to;
  guint64 count;
} MadeArc;

/* Everything is owned; free with made_network_free. */
typedef struct {
  RefnetDataset dataset;
  RefnetNetwork network;
  RefnetMeasures measures;
} MadeNetwork;

static inline int made_compare_arcs(const void *left, const void *right) {
  const MadeArc *a = left, *b = right;
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  return (a->to > b->to) - (a->to < b->to);
}

/* Sorted, each once with the sum of its counts, none from an organization to itself. */
static inline gsize made_collapse_arcs(MadeArc *arcs, gsize count) {
  gsize kept = 0;
  if (count > 1)
    qsort(arcs, count, sizeof *arcs, made_compare_arcs);
  for (gsize i = 0; i < count; i++) {
    if (arcs[i].from == arcs[i].to)
      continue;
    if (kept > 0 && made_compare_arcs(&arcs[kept - 1], &arcs[i]) == 0)
      arcs[kept - 1].count += arcs[i].count;
    else
      arcs[kept++] = arcs[i];
  }
  return kept;
}

static inline void made_fill_arcs(RefnetNetwork *network, const MadeArc *arcs, gsize count) {
  guint64 *start = g_new0(guint64, (gsize)network->vertices + 2);
  guint32 *from = g_new0(guint32, count + 1), *to = g_new0(guint32, count + 1);
  guint64 *number = g_new0(guint64, count + 1);
  for (gsize i = 0; i < count; i++) {
    from[i] = arcs[i].from;
    to[i] = arcs[i].to;
    number[i] = arcs[i].count;
    start[arcs[i].from + 1]++;
  }
  for (guint32 v = 0; v < network->vertices; v++)
    start[v + 1] += start[v];
  network->arcs = count;
  network->out_start = start;
  network->arc_from = from;
  network->arc_to = to;
  network->arc_count = number;
}

/* A row of referrals for each arc. */
static inline void made_fill_rows(MadeNetwork *made) {
  RefnetNetwork *network = &made->network;
  guint32 *row = g_new0(guint32, (gsize)network->arcs + 1);
  guint32 *count = g_new0(guint32, (gsize)network->arcs + 1);
  for (guint32 i = 0; i < network->arcs; i++) {
    row[i] = i;
    count[i] = (guint32)network->arc_count[i];
  }
  row[network->arcs] = (guint32)network->arcs;
  network->row_start = row;
  network->rows = row;
  made->dataset.referrals = (RefnetReferrals){
      .rows = network->arcs, .from = network->arc_from, .to = network->arc_to, .count = count};
}

static inline void made_fill_ties(RefnetNetwork *network, const MadeArc *arcs, gsize count) {
  MadeArc *both = g_new0(MadeArc, 2 * count + 1);
  for (gsize i = 0; i < count; i++) {
    both[2 * i] = (MadeArc){arcs[i].from, arcs[i].to, 1};
    both[2 * i + 1] = (MadeArc){arcs[i].to, arcs[i].from, 1};
  }
  gsize ends = made_collapse_arcs(both, 2 * count);
  guint64 *start = g_new0(guint64, (gsize)network->vertices + 2);
  guint32 *neighbor = g_new0(guint32, ends + 1);
  guint32 *a = g_new0(guint32, ends / 2 + 1), *b = g_new0(guint32, ends / 2 + 1);
  for (gsize i = 0; i < ends; i++) {
    neighbor[i] = both[i].to;
    start[both[i].from + 1]++;
    if (both[i].from < both[i].to) {
      a[network->ties] = both[i].from;
      b[network->ties++] = both[i].to;
    }
  }
  for (guint32 v = 0; v < network->vertices; v++)
    start[v + 1] += start[v];
  g_free(both);
  network->tie_start = start;
  network->neighbor = neighbor;
  network->tie_a = a;
  network->tie_b = b;
}

/* How many organizations are reached from `from` without passing `without`. */
static inline guint32 made_reach(const RefnetNetwork *network, guint32 from, guint32 without) {
  g_autofree guint8 *seen = g_new0(guint8, network->vertices);
  g_autofree guint32 *stack = g_new(guint32, network->vertices);
  guint32 depth = 0, count = 0;
  seen[from] = 1;
  stack[depth++] = from;
  while (depth > 0) {
    guint32 v = stack[--depth];
    count++;
    for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++) {
      guint32 w = network->neighbor[i];
      if (w != without && !seen[w]) {
        seen[w] = 1;
        stack[depth++] = w;
      }
    }
  }
  return count;
}

static inline gboolean made_is_articulation(const RefnetNetwork *network, guint32 v) {
  guint64 first = network->tie_start[v], end = network->tie_start[v + 1];
  if (end - first < 2)
    return FALSE;
  guint32 whole = made_reach(network, v, REFNET_NONE);
  return made_reach(network, network->neighbor[first], v) + 1 < whole;
}

/* `count` organizations named names[i], of sector sectors[i] (REFNET_NONE: blank) among
 * `sector_names`. The arcs are sorted in place. Names are borrowed. */
static inline MadeNetwork *made_network_new(const char *const *names, const guint32 *sectors,
                                            guint32 count, const char *const *sector_names,
                                            guint32 sector_count, MadeArc *arcs, gsize arc_count) {
  MadeNetwork *made = g_new0(MadeNetwork, 1);
  RefnetOrganization *organizations = g_new0(RefnetOrganization, (gsize)count + 1);
  RefnetVertexMeasures *vertices = g_new0(RefnetVertexMeasures, (gsize)count + 1);
  guint32 *identity = g_new0(guint32, (gsize)count + 1);
  for (guint32 v = 0; v < count; v++) {
    organizations[v].id = g_strdup_printf("org-%05u", v);
    organizations[v].name = names[v];
    organizations[v].details = &refnet_organization_no_details;
    organizations[v].sector = sectors ? sectors[v] : REFNET_NONE;
    identity[v] = v;
  }
  made->dataset.name = "Made by hand";
  made->dataset.organization_count = count;
  made->dataset.organizations = organizations;
  made->dataset.sectors = (RefnetVocabulary){sector_names, sector_count};
  made->network.dataset = &made->dataset;
  made->network.vertices = count;
  made->network.organization = identity;
  made->network.vertex = identity;
  arc_count = made_collapse_arcs(arcs, arc_count);
  made_fill_arcs(&made->network, arcs, arc_count);
  made_fill_rows(made);
  made_fill_ties(&made->network, arcs, arc_count);
  made->measures.network = &made->network;
  made->measures.vertices = vertices;
  for (guint32 v = 0; v < count && count <= 600; v++)
    vertices[v].articulation = made_is_articulation(&made->network, v);
  return made;
}

/* Names of 3 to 90 characters, in several scripts and with what breaks writers. */
static const char *const made_odd_names[] = {
    "Hub",
    "Harbor Legal Aid",
    "The Harbor County Department of Health and Human Services, Inc.",
    "مركز الرعاية الصحية في الميناء",
    "בית תמחוי ירושלים",
    "東京都福祉保健局",
    "Федерация профсоюзов",
    "&<b>\"x\"</b>'",
    "=cmd|calc",
    "Association for the Advancement of Comprehensive Community-Based Health and Human Services",
    "Pneumonoultramicroscopicsilicovolcanoconiosisfoundationofthegreaterharborregionofthenorth",
    "Ōtautahi Whānau Ora",
    "स्वास्थ्य केंद्र",
    "서울특별시 사회복지협의회 노인종합복지관",
    "ศูนย์บริการสุขภาพชุมชนกรุงเทพมหานครเพื่อผู้สูงอายุและผู้พิการทางการเคลื่อนไหว",
    "社会福祉法人 恩賜財団 済生会支部東京都済生会中央病院附属乳児院および地域包括支援センター",
    "המרכז הרפואי לזקנים ולמשפחה בירושלים ובסביבה 1948",
    "tab\tbell\abreak\nend",
    "turned \342\200\256round",
    "مركز Harbor للرعاية (North)",
};

/* A random network of odd names, the same for the same seed: every tenth organization has no ties.
 */
static inline MadeNetwork *made_random_network(guint32 count, gsize arc_count, guint64 seed) {
  static const char *const sectors[] = {"Health", "Food", "Housing", "Faith", "Justice"};
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  g_autofree const char **names = g_new(const char *, (gsize)count + 1);
  g_autofree guint32 *sector = g_new(guint32, (gsize)count + 1);
  g_autofree MadeArc *arcs = g_new(MadeArc, arc_count + 1);
  for (guint32 v = 0; v < count; v++) {
    names[v] = made_odd_names[refnet_random_below(&random, G_N_ELEMENTS(made_odd_names))];
    guint64 drawn = refnet_random_below(&random, G_N_ELEMENTS(sectors) + 1);
    sector[v] = drawn == G_N_ELEMENTS(sectors) ? REFNET_NONE : (guint32)drawn;
  }
  guint32 tied = MAX(count - count / 10, 1);
  for (gsize i = 0; i < arc_count && count > 0; i++)
    arcs[i] = (MadeArc){(guint32)refnet_random_below(&random, tied),
                        (guint32)refnet_random_below(&random, tied),
                        1 + refnet_random_below(&random, 50)};
  return made_network_new(names, sector, count, sectors, G_N_ELEMENTS(sectors), arcs,
                          count > 0 ? arc_count : 0);
}

static inline void made_network_free(MadeNetwork *made) {
  for (guint32 v = 0; v < made->network.vertices; v++)
    g_free((char *)made->dataset.organizations[v].id);
  g_free((RefnetOrganization *)made->dataset.organizations);
  g_free(made->measures.vertices);
  g_free((guint32 *)made->network.organization);
  g_free((guint64 *)made->network.out_start);
  g_free((guint32 *)made->network.arc_from);
  g_free((guint32 *)made->network.arc_to);
  g_free((guint64 *)made->network.arc_count);
  g_free((guint32 *)made->network.rows);
  g_free((guint32 *)made->dataset.referrals.count);
  g_free((guint64 *)made->network.tie_start);
  g_free((guint32 *)made->network.neighbor);
  g_free((guint32 *)made->network.tie_a);
  g_free((guint32 *)made->network.tie_b);
  g_free(made);
}

#endif
