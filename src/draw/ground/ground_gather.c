/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gathers around who has most others nearby, until everybody belongs to a marker or is alone. */
#include "draw/ground/ground_gather.h"

#include <math.h>

#include "draw/drawn_network.h"
#include "present/wording/words.h"

#define FEW 100        /* organizations: each is drawn */
#define MOST_NEARBY 12 /* of one place, that can lie beside each other */
#define NAMED 3        /* of a marker */
#define RING_STEPS 72  /* corners of a whole ring */
/* Of the body of the page, what the map will have at least. */
#define MAP_SHARE .6

/* ---- who lies together ----------------------------------------------------------------------- */

typedef struct {
  guint32 vertex, nearby, degree;
} Candidate;

static gint compare_nearby(gconstpointer left, gconstpointer right) {
  const Candidate *a = left, *b = right;
  if (a->nearby != b->nearby)
    return a->nearby > b->nearby ? -1 : 1;
  if (a->degree != b->degree)
    return a->degree > b->degree ? -1 : 1;
  return (a->vertex > b->vertex) - (a->vertex < b->vertex);
}

/* How thick the ring is that says what groups those at a place are of. */
static double ring_width(const RefnetGroundPage *page) {
  return refnet_ground_shows_groups(page) ? page->a.scales.number.size * .38 : 0;
}

static double marker_radius(const RefnetGroundPage *page, guint32 members) {
  double letter = page->a.scales.number.size;
  return letter * (members < 100 ? .9 : 1.2) + MIN(sqrt(members), 12) * letter * .04 +
         ring_width(page);
}

static gboolean is_near(RefnetPoint a, RefnetPoint b, double reach) {
  return hypot(a.x - b.x, a.y - b.y) <= reach;
}

/* Those with a place, who has most within `reach` first. */
static GArray *list_candidates(const RefnetGroundPage *page, double reach) {
  GArray *list = g_array_new(FALSE, FALSE, sizeof(Candidate));
  for (guint32 v = 0; v < page->network->vertices; v++) {
    Candidate candidate = {.vertex = v, .degree = refnet_network_degree(page->network, v)};
    if (refnet_ground_is_placed(page, v))
      g_array_append_val(list, candidate);
  }
  for (guint i = 0; i < list->len; i++) {
    Candidate *one = &g_array_index(list, Candidate, i);
    for (guint j = 0; j < list->len; j++)
      one->nearby += is_near(page->true_point[one->vertex],
                             page->true_point[g_array_index(list, Candidate, j).vertex], reach);
  }
  g_array_sort(list, compare_nearby);
  return list;
}

static void gather_around(RefnetGroundPage *page, const GArray *list, double reach) {
  g_autofree gboolean *taken = g_new0(gboolean, (gsize)page->network->vertices + 1);
  for (guint i = 0; i < list->len; i++) {
    guint32 head = g_array_index(list, Candidate, i).vertex;
    if (taken[head])
      continue;
    for (guint j = i; j < list->len; j++) {
      guint32 v = g_array_index(list, Candidate, j).vertex;
      if (taken[v] || !is_near(page->true_point[head], page->true_point[v], reach))
        continue;
      taken[v] = TRUE;
      page->head[v] = head;
      page->members[head] += v != head;
      page->members[v] = v == head;
    }
  }
}

/* ---- what a marker says ---------------------------------------------------------------------- */

static gint compare_degree(gconstpointer left, gconstpointer right, gpointer data) {
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  guint32 dv = refnet_network_degree(data, v), dw = refnet_network_degree(data, w);
  return dv != dw ? (dv < dw) - (dv > dw) : (v > w) - (v < w);
}

/* "12 organisations: A, B and ten others", those with most relationships first. */
static void name_marker(RefnetGroundPage *page, guint32 head) {
  g_autofree guint32 *member = g_new(guint32, (gsize)page->members[head] + 1);
  g_autofree const char **names = g_new(const char *, (gsize)page->members[head] + 1);
  guint32 count = 0;
  for (guint32 v = 0; v < page->network->vertices; v++)
    if (page->head[v] == head)
      member[count++] = v;
  g_qsort_with_data(member, (gint)count, sizeof *member, compare_degree, (gpointer)page->network);
  for (guint32 i = 0; i < count; i++)
    names[i] = page->a.names[member[i]];
  g_autofree char *list = refnet_words_list(names, count, count == NAMED + 1 ? 0 : NAMED);
  g_autofree char *number = refnet_words_digits(count);
  char *name = g_strdup_printf("%s organisations: %s", number, list);
  g_free(page->a.names[head]);
  page->a.names[head] = name;
}

static void make_markers(RefnetGroundPage *page) {
  RefnetArrangement *a = &page->a;
  for (guint32 v = 0; v < page->network->vertices; v++) {
    if (refnet_ground_is_marker(page, v))
      name_marker(page, v);
    if (refnet_ground_is_marker(page, v) || page->head[v] != v)
      a->ringed[v] = FALSE;
  }
  a->largest_radius = 0;
  for (guint32 v = 0; v < page->network->vertices; v++) {
    if (refnet_ground_is_marker(page, v))
      a->radius[v] = marker_radius(page, page->members[v]);
    else if (page->head[v] != v)
      a->radius[v] = a->scales.smallest_radius;
    else
      a->largest_radius = MAX(a->largest_radius, a->radius[v]);
  }
}

/* ---- relationships between places ------------------------------------------------------------ */

static gint compare_arcs(gconstpointer left, gconstpointer right) {
  const RefnetDrawnArc *a = left, *b = right;
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  return (a->to > b->to) - (a->to < b->to);
}

/* Referrals from one place to another added up; those within a place are left out. */
static void gather_ties(RefnetGroundPage *page) {
  const RefnetNetwork *network = page->network;
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(RefnetDrawnArc));
  for (guint64 i = 0; i < network->arcs; i++) {
    RefnetDrawnArc arc = {page->head[network->arc_from[i]], page->head[network->arc_to[i]],
                          network->arc_count[i]};
    if (arc.from != arc.to && refnet_ground_is_placed(page, arc.from) &&
        refnet_ground_is_placed(page, arc.to))
      g_array_append_val(all, arc);
  }
  g_array_sort(all, compare_arcs);
  g_autofree RefnetDrawnArc *sums = g_new(RefnetDrawnArc, (gsize)all->len + 1);
  gsize count = 0;
  for (guint i = 0; i < all->len; i++) {
    const RefnetDrawnArc *arc = &g_array_index(all, RefnetDrawnArc, i);
    if (count > 0 && compare_arcs(&sums[count - 1], arc) == 0)
      sums[count - 1].count += arc->count;
    else
      sums[count++] = *arc;
  }
  page->gathered = refnet_drawn_network_new(network->dataset, network->organization,
                                            network->vertices, sums, count, network->undirected);
  page->a.network = page->gathered;
  if (!page->a.scales.widths_say)
    page->a.scales.widths_say = "referral links";
  for (guint64 t = 0; t < page->gathered->ties; t++)
    page->a.scales.most_referrals =
        MAX(page->a.scales.most_referrals, refnet_scales_referrals(page->gathered, t));
}

/* ---- all of it ------------------------------------------------------------------------------- */

static void stay_alone(RefnetGroundPage *page) {
  for (guint32 v = 0; v < page->network->vertices; v++) {
    page->head[v] = v;
    page->members[v] = 1;
  }
}

void refnet_ground_gather(RefnetGroundPage *page) {
  guint32 n = page->network->vertices;
  RefnetBox body = refnet_frame_body(&page->a.frame);
  page->head = g_new(guint32, (gsize)n + 1);
  page->members = g_new(guint32, (gsize)n + 1);
  stay_alone(page);
  if (n - page->apart_count <= FEW)
    return;
  body.width *= MAP_SHARE;
  body.height *= MAP_SHARE;
  refnet_projection_fit(&page->projection, page->place, n, NULL, 0, body);
  for (guint32 v = 0; v < n; v++)
    if (refnet_ground_is_placed(page, v))
      page->true_point[v] = refnet_projection_point(&page->projection, page->place[v]);
  double reach = 2 * marker_radius(page, 1);
  g_autoptr(GArray) list = list_candidates(page, reach);
  if (g_array_index(list, Candidate, 0).nearby <= MOST_NEARBY)
    return;
  gather_around(page, list, reach);
  make_markers(page);
  gather_ties(page);
}

gboolean refnet_ground_shows_groups(const RefnetGroundPage *page) {
  return page->a.encoding->color->group_count > 1;
}

typedef struct {
  RefnetPoint middle;
  double outer, inner; /* radii */
} Ring;

/* Between two angles, from the top clockwise, in shares of the whole. */
static void draw_ring_part(RefnetScene *scene, guint32 v, Ring ring, double from, double to,
                           RefnetColor fill) {
  int steps = MAX((int)ceil((to - from) * RING_STEPS), 1);
  g_autofree RefnetPoint *points = g_new(RefnetPoint, 2 * (gsize)(steps + 1));
  for (int i = 0; i <= steps; i++) {
    double angle = 2 * G_PI * (from + (to - from) * i / steps);
    RefnetPoint toward = {sin(angle), -cos(angle)};
    points[i] =
        (RefnetPoint){ring.middle.x + ring.outer * toward.x, ring.middle.y + ring.outer * toward.y};
    points[2 * steps + 1 - i] =
        (RefnetPoint){ring.middle.x + ring.inner * toward.x, ring.middle.y + ring.inner * toward.y};
  }
  RefnetPrimitive *part =
      refnet_scene_add_polygon(scene, REFNET_PART_MARK, points, 2 * (guint)(steps + 1));
  part->owner = v;
  part->fill = fill;
  part->stroke = refnet_color(0xFFFFFF, 1);
  part->stroke_width = .6;
}

/* Shares of the groups among those whom the marker stands for. */
static void draw_ring(const RefnetGroundPage *page, guint32 head, RefnetScene *scene) {
  const RefnetPalette *palette = page->a.encoding->color;
  g_autofree guint32 *count = g_new0(guint32, (gsize)palette->group_count + 1);
  const double outer = page->a.radius[head] - .6, members = page->members[head];
  const Ring ring = {page->a.position[head], outer, outer - ring_width(page)};
  guint32 before = 0;
  for (guint32 v = 0; v < page->network->vertices; v++)
    if (page->head[v] == head)
      count[palette->group_of[v]]++;
  for (guint g = 0; g < palette->group_count; before += count[g++])
    if (count[g] > 0)
      draw_ring_part(scene, head, ring, before / members, (before + count[g]) / members,
                     palette->groups[g].fill);
}

void refnet_ground_gather_draw(const RefnetGroundPage *page, guint32 v, RefnetScene *scene) {
  RefnetPoint middle = page->a.position[v];
  RefnetPrimitive *disc = refnet_scene_add_disc(scene, REFNET_PART_NODE, middle, page->a.radius[v]);
  disc->owner = v;
  disc->fill = refnet_color(0xFFFFFF, 1);
  disc->stroke = refnet_color(REFNET_INK, 1);
  disc->stroke_width = 1.2;
  if (refnet_ground_shows_groups(page))
    draw_ring(page, v, scene);
  g_autofree char *number = refnet_words_digits(page->members[v]);
  RefnetTextBlock text = {.line_count = 0};
  refnet_typesetter_wrap(page->a.typesetter, number, page->a.scales.number, 1000, 1, &text);
  RefnetTextStyle style = {
      .part = REFNET_PART_FIGURE, .owner = v, .color = refnet_color(REFNET_INK, 1)};
  refnet_text_block_draw(&text, scene, middle.x - text.width / 2, middle.y - text.height / 2,
                         &style);
  refnet_text_block_clear(&text);
}
