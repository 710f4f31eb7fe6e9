/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Label placement: candidates around each disc, annealing among them, leaders for what is left. */
#include "draw/labels/labels.h"

#include <math.h>
#include <string.h>

#include "draw/labels/occupancy.h"

#define POSITIONS 16
#define RINGS 2
#define CANDIDATES (POSITIONS * RINGS)
#define HEAVY 1.35
#define CELL 48.0
#define CLEARANCE 2.5 /* from other discs and labels: the halo must not reach them */

/* Costs, in units of "one line crossed". */
#define COST_FORBIDDEN 1000.0
#define COST_OVERLAP 40.0
#define COST_RING 2.0
#define COST_AMBIGUOUS 1.5

static const double ring_gap[RINGS] = {2.5, 8};
/* A label farther away gets a line to its disc. */
#define LONGEST_GAP 6.0

/* Which way a candidate lies from its disc, what that costs (after Imhof 1975: right before left,
 * above before below; between the eight usual ones a little more), how its lines lean, and which
 * share of its height is above the point nearest to the disc. */
static const struct {
  double x, y, cost, lean, up;
} positions[POSITIONS] = {
    {1, 0, 0.0, 0, 0.5},          {0.71, -0.71, 0.2, 0, 1},    {0, -1, 0.3, 0.5, 1},
    {-0.71, -0.71, 0.6, 1, 1},    {-1, 0, 0.4, 1, 0.5},        {-0.71, 0.71, 0.7, 1, 0},
    {0, 1, 0.25, 0.5, 0},         {0.71, 0.71, 0.3, 0, 0},     {0.92, -0.38, 0.15, 0, 0.75},
    {0.38, -0.92, 0.4, 0.25, 1},  {-0.38, -0.92, 0.6, 0.75, 1}, {-0.92, -0.38, 0.55, 1, 0.75},
    {-0.92, 0.38, 0.6, 1, 0.25},  {-0.38, 0.92, 0.6, 0.75, 0}, {0.38, 0.92, 0.4, 0.25, 0},
    {0.92, 0.38, 0.2, 0, 0.25},
};

typedef struct {
  RefnetBox box;
  double lean, cost;
} Candidate;

typedef struct {
  const RefnetLabelField *field;
  const RefnetLabelRequest *requests;
  RefnetLabelPlace *places;
  guint32 count;
  Candidate *candidates; /* count × CANDIDATES */
  guint8 *chosen;        /* by label */
  GArray **rivals;       /* labels whose candidates can touch; NULL for those placed before */
  GArray *leaders;       /* RefnetLabelLine, drawn so far */
  RefnetOccupancy *taken; /* discs by number, then placed labels by disc_count + number */
} Placement;

/* ---- what a box costs by itself ------------------------------------------------------------- */

/* The length of the line inside the box (Liang & Barsky 1984). */
static double length_inside(RefnetBox box, RefnetLabelLine line) {
  double dx = line.to.x - line.from.x, dy = line.to.y - line.from.y, enter = 0, leave = 1;
  const double step[] = {-dx, dx, -dy, dy};
  const double room[] = {line.from.x - box.x, box.x + box.width - line.from.x, line.from.y - box.y,
                         box.y + box.height - line.from.y};
  for (int side = 0; side < 4; side++) {
    if (step[side] == 0 && room[side] < 0)
      return 0;
    if (step[side] < 0)
      enter = MAX(enter, room[side] / step[side]);
    else if (step[side] > 0)
      leave = MIN(leave, room[side] / step[side]);
  }
  return enter < leave ? (leave - enter) * hypot(dx, dy) : 0;
}

static double line_cost(const RefnetLabelField *field, RefnetBox box) {
  double cost = 0;
  for (gsize i = 0; i < field->line_count; i++) {
    RefnetLabelLine line = field->lines[i];
    if (MAX(line.from.x, line.to.x) < box.x || MIN(line.from.x, line.to.x) > box.x + box.width ||
        MAX(line.from.y, line.to.y) < box.y || MIN(line.from.y, line.to.y) > box.y + box.height)
      continue;
    double inside = length_inside(box, line);
    if (inside > 0)
      cost += 0.6 + 0.8 * inside / (box.width + box.height);
  }
  return cost;
}

static double distance_to_box(RefnetBox box, RefnetPoint at) {
  return hypot(at.x - CLAMP(at.x, box.x, box.x + box.width),
               at.y - CLAMP(at.y, box.y, box.y + box.height));
}

/* Discs covered, and discs that are about as near as the label's own. */
static double disc_cost(const RefnetLabelField *field, guint32 own, RefnetBox box) {
  const RefnetLabelDisc *discs = field->discs;
  double gap = distance_to_box(box, discs[own].middle) - discs[own].radius, cost = 0;
  for (guint32 d = 0; d < field->disc_count; d++) {
    double distance = distance_to_box(box, discs[d].middle) - discs[d].radius;
    if (d == own ? distance < 1 : distance < CLEARANCE)
      cost += COST_FORBIDDEN;
    else if (d != own && distance < gap + 3)
      cost += COST_AMBIGUOUS;
  }
  return cost;
}

static gboolean meets_taken(const RefnetLabelField *field, RefnetBox box) {
  for (guint32 i = 0; i < field->taken_count; i++)
    if (refnet_box_overlaps(refnet_box_grow(field->taken[i], CLEARANCE), box))
      return TRUE;
  return FALSE;
}

static double box_cost(const RefnetLabelField *field, guint32 own, RefnetBox box) {
  double outside = refnet_box_inside(box, field->area) ? 0 : COST_FORBIDDEN;
  if (meets_taken(field, box))
    outside += COST_FORBIDDEN;
  return outside + disc_cost(field, own, box) + line_cost(field, box);
}

static RefnetBox box_beside(RefnetLabelDisc disc, const RefnetLabelRequest *request, int position,
                            double gap) {
  double reach = disc.radius + gap;
  double x = disc.middle.x + positions[position].x * reach;
  double y = disc.middle.y + positions[position].y * reach;
  return (RefnetBox){x - positions[position].lean * request->width,
                     y - positions[position].up * request->height, request->width,
                     request->height};
}

static void make_candidates(Placement *placement, guint32 label) {
  const RefnetLabelRequest *request = &placement->requests[label];
  RefnetLabelDisc disc = placement->field->discs[request->disc];
  for (int i = 0; i < CANDIDATES; i++) {
    int position = i % POSITIONS, ring = i / POSITIONS;
    Candidate *candidate = &placement->candidates[label * CANDIDATES + i];
    candidate->box = box_beside(disc, request, position, ring_gap[ring]);
    candidate->lean = positions[position].lean;
    candidate->cost = box_cost(placement->field, request->disc, candidate->box) +
                      positions[position].cost + ring * COST_RING;
  }
}

/* ---- labels against each other -------------------------------------------------------------- */

/* Do the boxes come closer than the clearance? Asked millions of times: no calls. */
static inline gboolean too_near(RefnetBox a, RefnetBox b) {
  return a.x - CLEARANCE < b.x + b.width && b.x < a.x + a.width + CLEARANCE &&
         a.y - CLEARANCE < b.y + b.height && b.y < a.y + a.height + CLEARANCE;
}

static RefnetBox reach_of(const Placement *placement, guint32 label) {
  if (placement->places[label].placed)
    return placement->places[label].box;
  const Candidate *candidates = &placement->candidates[label * CANDIDATES];
  RefnetBox reach = candidates[0].box;
  for (int i = 1; i < CANDIDATES; i++)
    reach = refnet_box_union(reach, candidates[i].box);
  return reach;
}

static void find_rivals(Placement *placement) {
  g_autofree RefnetBox *reach = g_new(RefnetBox, (gsize)placement->count + 1);
  for (guint32 a = 0; a < placement->count; a++)
    reach[a] = reach_of(placement, a);
  for (guint32 a = 0; a < placement->count; a++) {
    if (placement->places[a].placed)
      continue;
    placement->rivals[a] = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint32 b = 0; b < placement->count; b++)
      if (a != b && too_near(reach[a], reach[b]))
        g_array_append_val(placement->rivals[a], b);
  }
}

static RefnetBox current_box(const Placement *placement, guint32 label) {
  if (placement->places[label].placed)
    return placement->places[label].box;
  return placement->candidates[label * CANDIDATES + placement->chosen[label]].box;
}

/* What the candidate costs where the others are now. */
static double cost_of(const Placement *placement, guint32 label, guint candidate) {
  const Candidate *c = &placement->candidates[label * CANDIDATES + candidate];
  const GArray *rivals = placement->rivals[label];
  double cost = c->cost * placement->requests[label].weight;
  for (guint i = 0; i < rivals->len; i++) {
    guint32 rival = g_array_index(rivals, guint32, i);
    if (too_near(c->box, current_box(placement, rival)))
      cost +=
          COST_OVERLAP * (placement->requests[label].weight + placement->requests[rival].weight);
  }
  return cost;
}

static guint cheapest(const Placement *placement, guint32 label) {
  guint best = 0;
  double best_cost = G_MAXDOUBLE;
  for (guint i = 0; i < CANDIDATES; i++) {
    double cost = cost_of(placement, label, i);
    if (cost < best_cost) {
      best_cost = cost;
      best = i;
    }
  }
  return best;
}

static void settle(Placement *placement) {
  for (int round = 0; round < 10; round++) {
    gboolean moved = FALSE;
    for (guint32 label = 0; label < placement->count; label++) {
      if (placement->places[label].placed)
        continue;
      guint best = cheapest(placement, label);
      if (cost_of(placement, label, best) < cost_of(placement, label, placement->chosen[label])) {
        placement->chosen[label] = (guint8)best;
        moved = TRUE;
      }
    }
    if (!moved)
      return;
  }
}

static void anneal(Placement *placement, RefnetRandom *random) {
  guint64 moves = MIN((guint64)placement->count * 600, 200000);
  double temperature = 6;
  double cooling = pow(0.02 / temperature, 1.0 / (double)MAX(moves, 1));
  for (guint64 move = 0; move < moves; move++, temperature *= cooling) {
    guint32 label = (guint32)refnet_random_below(random, placement->count);
    guint next = (guint)refnet_random_below(random, CANDIDATES);
    double chance = refnet_random_unit(random);
    if (placement->places[label].placed || next == placement->chosen[label])
      continue;
    double rise =
        cost_of(placement, label, next) - cost_of(placement, label, placement->chosen[label]);
    if (rise <= 0 || chance < exp(-rise / temperature))
      placement->chosen[label] = (guint8)next;
  }
}

/* ---- what stays, what moves away ------------------------------------------------------------ */

typedef struct {
  const Placement *placement;
  guint32 label;
  RefnetBox box;
} Wish;

static gboolean meets_item(guint32 item, gconstpointer data) {
  const Wish *wish = data;
  const RefnetLabelField *field = wish->placement->field;
  if (item >= field->disc_count)
    return item - field->disc_count != wish->label &&
           too_near(wish->box, wish->placement->places[item - field->disc_count].box);
  guint32 own = wish->placement->requests[wish->label].disc;
  return refnet_box_meets_disc(wish->box, field->discs[item].middle,
                               field->discs[item].radius + (item == own ? 1 : CLEARANCE));
}

/* Is the box free of discs, placed labels, leaders and the rim of the area? */
static gboolean is_free(const Placement *placement, guint32 label, RefnetBox box) {
  Wish wish = {placement, label, box};
  if (!refnet_box_inside(box, placement->field->area) || meets_taken(placement->field, box))
    return FALSE;
  if (refnet_occupancy_any(placement->taken, refnet_box_grow(box, CLEARANCE), meets_item, &wish))
    return FALSE;
  for (guint i = 0; i < placement->leaders->len; i++)
    if (length_inside(box, g_array_index(placement->leaders, RefnetLabelLine, i)) > 0)
      return FALSE;
  return TRUE;
}

/* Does a leader run through another disc or a placed label? */
static gboolean leader_is_blocked(const Placement *placement, guint32 label,
                                  RefnetLabelLine leader) {
  const RefnetLabelField *field = placement->field;
  for (guint32 d = 0; d < field->disc_count && !field->leaders_cross_discs; d++) {
    double r = field->discs[d].radius + 1;
    RefnetBox box = {field->discs[d].middle.x - r, field->discs[d].middle.y - r, 2 * r, 2 * r};
    if (d != placement->requests[label].disc && length_inside(box, leader) > 0)
      return TRUE;
  }
  for (guint32 other = 0; other < placement->count; other++)
    if (placement->places[other].placed && length_inside(placement->places[other].box, leader) > 0)
      return TRUE;
  return FALSE;
}

/* From the rim of the disc to the nearest point of the box. */
static RefnetLabelLine leader_to(RefnetLabelDisc disc, RefnetBox box) {
  RefnetPoint end = {CLAMP(disc.middle.x, box.x, box.x + box.width),
                     CLAMP(disc.middle.y, box.y, box.y + box.height)};
  double length = hypot(end.x - disc.middle.x, end.y - disc.middle.y);
  double share = length > 0 ? MIN(1, disc.radius / length) : 0;
  return (RefnetLabelLine){{disc.middle.x + (end.x - disc.middle.x) * share,
                            disc.middle.y + (end.y - disc.middle.y) * share},
                           end};
}

static void place_at(Placement *placement, guint32 label, RefnetBox box, double lean) {
  RefnetLabelDisc disc = placement->field->discs[placement->requests[label].disc];
  RefnetLabelPlace *place = &placement->places[label];
  *place = (RefnetLabelPlace){.placed = TRUE, .lean = lean, .box = box};
  refnet_occupancy_add(placement->taken, box, placement->field->disc_count + label);
  if (distance_to_box(box, disc.middle) - disc.radius <= LONGEST_GAP)
    return;
  RefnetLabelLine leader = leader_to(disc, box);
  place->leader = TRUE;
  place->anchor = leader.to;
  g_array_append_val(placement->leaders, leader);
}

/* Takes the chosen candidate when it is free, else the cheapest that is. */
static gboolean place_beside(Placement *placement, guint32 label) {
  const Candidate *candidates = &placement->candidates[label * CANDIDATES];
  const Candidate *best = &candidates[placement->chosen[label]];
  if (!is_free(placement, label, best->box)) {
    best = NULL;
    for (guint i = 0; i < CANDIDATES; i++)
      if ((!best || candidates[i].cost < best->cost) &&
          is_free(placement, label, candidates[i].box))
        best = &candidates[i];
  }
  if (best)
    place_at(placement, label, best->box, best->lean);
  return best != NULL;
}

/* The best free place at `distance` from the disc; FALSE when there is none. */
static gboolean find_at_distance(const Placement *placement, guint32 label, double distance,
                                 RefnetBox *found) {
  const RefnetLabelRequest *request = &placement->requests[label];
  RefnetLabelDisc disc = placement->field->discs[request->disc];
  double best = G_MAXDOUBLE;
  for (int step = 0; step < 32; step++) {
    double angle = 2 * G_PI * step / 32, away = disc.radius + distance;
    double x = disc.middle.x + cos(angle) * (away + request->width / 2);
    double y = disc.middle.y + sin(angle) * (away + request->height / 2);
    RefnetBox box = {x - request->width / 2, y - request->height / 2, request->width,
                     request->height};
    if (!is_free(placement, label, box) ||
        leader_is_blocked(placement, label, leader_to(disc, box)))
      continue;
    double cost = line_cost(placement->field, box);
    if (cost < best) {
      best = cost;
      *found = box;
    }
  }
  return best < G_MAXDOUBLE;
}

static void place_with_leader(Placement *placement, guint32 label, double reach) {
  RefnetLabelDisc disc = placement->field->discs[placement->requests[label].disc];
  RefnetBox box;
  for (double distance = 8; distance <= reach; distance += 6)
    if (find_at_distance(placement, label, distance, &box)) {
      place_at(placement, label, box, leader_to(disc, box).to.x < disc.middle.x ? 1 : 0);
      return;
    }
}

/* Labels by weight, heaviest first, then by number: who comes first keeps its place. */
static guint32 *heaviest_first(const Placement *placement) {
  guint32 *order = g_new(guint32, (gsize)placement->count + 1);
  for (guint32 i = 0; i < placement->count; i++) {
    guint32 at = i;
    for (; at > 0 && placement->requests[order[at - 1]].weight < placement->requests[i].weight;
         at--)
      order[at] = order[at - 1];
    order[at] = i;
  }
  return order;
}

/* Heavy labels take their places first, with a leader where they must; light ones that want one
 * wait until all others have had their choice. */
static void fix_places(Placement *placement, double reach) {
  g_autofree guint32 *order = heaviest_first(placement);
  g_autofree guint32 *waiting = g_new(guint32, (gsize)placement->count + 1);
  guint32 waiting_count = 0;
  for (guint32 i = 0; i < placement->count; i++) {
    guint32 label = order[i];
    if (placement->places[label].placed || place_beside(placement, label))
      continue;
    if (placement->requests[label].weight > HEAVY)
      place_with_leader(placement, label, reach);
    else
      waiting[waiting_count++] = label;
  }
  for (guint32 i = 0; i < waiting_count; i++)
    place_with_leader(placement, waiting[i], reach);
}

/* ---- all of it ------------------------------------------------------------------------------ */

static void note_leaders(Placement *placement) {
  for (guint32 i = 0; i < placement->count; i++) {
    const RefnetLabelPlace *place = &placement->places[i];
    RefnetLabelDisc disc = placement->field->discs[placement->requests[i].disc];
    if (place->placed && place->leader) {
      RefnetLabelLine leader = leader_to(disc, place->box);
      g_array_append_val(placement->leaders, leader);
    }
  }
}

/* Discs, and labels placed before. */
static void note_taken(Placement *placement) {
  const RefnetLabelField *field = placement->field;
  placement->taken = refnet_occupancy_new(field->area, CELL);
  for (guint32 d = 0; d < field->disc_count; d++) {
    RefnetPoint middle = field->discs[d].middle;
    refnet_occupancy_add(placement->taken,
                         refnet_box_grow((RefnetBox){middle.x, middle.y, 0, 0},
                                         field->discs[d].radius),
                         d);
  }
  for (guint32 i = 0; i < placement->count; i++)
    if (placement->places[i].placed)
      refnet_occupancy_add(placement->taken, placement->places[i].box, field->disc_count + i);
}

static void placement_clear(Placement *placement) {
  for (guint32 i = 0; i < placement->count; i++)
    if (placement->rivals[i])
      g_array_unref(placement->rivals[i]);
  g_free(placement->rivals);
  g_free(placement->candidates);
  g_free(placement->chosen);
  g_array_unref(placement->leaders);
  refnet_occupancy_free(placement->taken);
}

void refnet_labels_place(const RefnetLabelField *field, const RefnetLabelRequest *requests,
                         guint32 count, double reach, guint64 seed, RefnetLabelPlace *places) {
  if (count == 0)
    return;
  Placement placement = {.field = field,
                         .requests = requests,
                         .places = places,
                         .count = count,
                         .candidates = g_new0(Candidate, (gsize)count * CANDIDATES),
                         .chosen = g_new0(guint8, count),
                         .rivals = g_new0(GArray *, count),
                         .leaders = g_array_new(FALSE, FALSE, sizeof(RefnetLabelLine))};
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  note_leaders(&placement);
  note_taken(&placement);
  for (guint32 i = 0; i < count; i++)
    if (!places[i].placed)
      make_candidates(&placement, i);
  find_rivals(&placement);
  settle(&placement);
  anneal(&placement, &random);
  settle(&placement);
  fix_places(&placement, reach);
  placement_clear(&placement);
}
