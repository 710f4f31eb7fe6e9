/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shares the page between header, legend, drawing and isolates, and decides who is named. */
#include "draw/network/arrange.h"

#include <math.h>
#include <string.h>

#include "draw/labels/names.h"

/* Up to so many connected organizations every one is named; of more, the most important. */
#define ALL_NAMED 150
#define NAMED_OF_MORE 60
/* Up to so many the others are numbered, with the key on the page. */
#define ALL_NUMBERED 600
/* In letters of the label's size: a line of a name, one of a name that needs all lines, an
 * isolate's. */
#define NAME_WIDTH 11.0
#define LONG_NAME_WIDTH 17.0
#define ISOLATE_WIDTH 26.0
/* Arrangements tried; each names fewer than the one before. */
#define ROUNDS 12
/* Points that a leader to a name may be long. */
#define NAME_REACH 150.0
/* Points around a number without a place in which names make room for it. */
#define NEAREST 50.0
#define FARTHEST 500.0
/* Shares of the page that key and isolates may take. */
#define MOST_FOR_LEGEND 0.56
#define MOST_FOR_ISOLATES 0.34
/* A key of so many has a line for each. */
#define MANY_ENTRIES 200
/* Share of the drawing's width that may stay empty beside it. */
#define MOST_UNUSED 0.06

const RefnetOrganization *refnet_arrangement_organization(const RefnetArrangement *arrangement,
                                                          guint32 v) {
  const RefnetNetwork *network = arrangement->network;
  return &network->dataset->organizations[network->organization[v]];
}

static gboolean is_isolate(const RefnetArrangement *a, guint32 v) {
  return a->network->tie_start[v] == a->network->tie_start[v + 1];
}

/* So many that most are discs without a label, and names stand around the crowd. */
static gboolean is_overview(const RefnetArrangement *a) {
  return a->network->vertices > ALL_NUMBERED;
}

/* ---- header and source ---------------------------------------------------------------------- */

static const char *plural(guint64 count, const char *one, const char *many) {
  return count == 1 ? one : many;
}

static void set_frame(RefnetArrangement *a, const RefnetMapOptions *options) {
  const RefnetNetwork *network = a->network;
  g_autofree char *counts =
      g_strdup_printf("%u %s, %" G_GUINT64_FORMAT " %s, %" G_GUINT64_FORMAT " %s",
                      network->vertices, plural(network->vertices, "organisation", "organisations"),
                      network->ties, plural(network->ties, "relationship", "relationships"),
                      network->arcs, plural(network->arcs, "referral link", "referral links"));
  refnet_frame_set(&a->frame, a->typesetter, &a->scales, network->dataset, options,
                   a->story && a->story->counts ? a->story->counts : counts);
}

/* ---- who is named --------------------------------------------------------------------------- */

/* Relationships, and a lift for the only links of others. */
static double importance(const RefnetArrangement *a, guint32 v) {
  double lift = a->ringed[v] ? a->scales.most_ties / 4.0 : 0;
  /* What the map is about is named before what lies behind it. */
  if (a->story && a->story->faded && !a->story->faded[v])
    lift += a->scales.most_ties;
  return refnet_network_degree(a->network, v) + lift;
}

static gint compare_importance(gconstpointer left, gconstpointer right, gpointer data) {
  const RefnetArrangement *a = data;
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  double difference = importance(a, w) - importance(a, v);
  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return (v > w) - (v < w);
}

static void choose_named(RefnetArrangement *a) {
  guint32 connected = a->layout->placed;
  guint32 named = connected <= ALL_NAMED ? connected : NAMED_OF_MORE;
  RefnetLabeled rest = is_overview(a) ? REFNET_LABELED_BARE : REFNET_LABELED_NUMBER;
  g_autofree guint32 *order = g_memdup2(a->layout->member, connected * sizeof *order);
  if (connected > 0)
    g_qsort_with_data(order, (gint)connected, sizeof *order, compare_importance, a);
  for (guint32 i = 0; i < connected; i++)
    a->labeled[order[i]] = i < named ? REFNET_LABELED_NAME : rest;
  for (guint32 i = 0; i < a->isolate_count; i++)
    a->labeled[a->isolate[i]] = REFNET_LABELED_NAME;
  for (guint32 v = 0; v < a->network->vertices && a->is_bare; v++)
    a->labeled[v] = REFNET_LABELED_BARE;
}

typedef struct {
  char *fold;
  guint32 vertex;
} Sorted;

static gint compare_sorted(gconstpointer left, gconstpointer right) {
  const Sorted *x = left, *y = right;
  int order = strcmp(x->fold, y->fold);
  return order ? order : (x->vertex > y->vertex) - (x->vertex < y->vertex);
}

static void clear_sorted(gpointer data) { g_free(((Sorted *)data)->fold); }

/* Numbers go by name, so that the key can be searched both ways. */
static void assign_numbers(RefnetArrangement *a) {
  g_autoptr(GArray) sorted = g_array_new(FALSE, FALSE, sizeof(Sorted));
  g_array_set_clear_func(sorted, clear_sorted);
  memset(a->number, 0, a->network->vertices * sizeof *a->number);
  for (guint32 v = 0; v < a->network->vertices; v++)
    if (a->labeled[v] == REFNET_LABELED_NUMBER) {
      Sorted entry = {refnet_text_fold(a->names[v]), v};
      g_array_append_val(sorted, entry);
    }
  g_array_sort(sorted, compare_sorted);
  g_ptr_array_set_size(a->key, 0);
  for (guint i = 0; i < sorted->len; i++) {
    guint32 v = g_array_index(sorted, Sorted, i).vertex;
    a->number[v] = i + 1;
    g_ptr_array_add(a->key, a->names[v]);
  }
}

static void set_note(RefnetArrangement *a) {
  guint32 bare = 0;
  for (guint32 v = 0; v < a->network->vertices; v++)
    bare += a->labeled[v] == REFNET_LABELED_BARE;
  g_clear_pointer(&a->note, g_free);
  if (bare > 0 && !a->is_bare)
    a->note = g_strdup_printf(a->scales.is_slide
                                  ? "%u of %u without names, for want of room."
                                  : "%u of %u organisations are drawn without their names, for "
                                    "want of room.",
                              bare, a->network->vertices);
}

static void set_name(RefnetArrangement *a, guint32 v) {
  RefnetFont font = a->scales.label;
  const char *name = a->names[v];
  if (is_isolate(a, v)) {
    refnet_typesetter_wrap(a->typesetter, name, font, ISOLATE_WIDTH * font.size, 1, &a->label[v]);
    return;
  }
  double whole = refnet_typesetter_width(a->typesetter, name, font);
  double width =
      whole < (REFNET_TEXT_LINES - 1) * NAME_WIDTH * font.size ? NAME_WIDTH : LONG_NAME_WIDTH;
  refnet_typesetter_wrap(a->typesetter, name, font, width * font.size, REFNET_TEXT_LINES,
                         &a->label[v]);
}

static void set_labels(RefnetArrangement *a) {
  for (guint32 v = 0; v < a->network->vertices; v++) {
    refnet_text_block_clear(&a->label[v]);
    g_autofree char *number = g_strdup_printf("%u", a->number[v]);
    if (a->labeled[v] == REFNET_LABELED_NUMBER)
      refnet_typesetter_wrap(a->typesetter, number, a->scales.number, 1000, 1, &a->label[v]);
    else if (a->labeled[v] == REFNET_LABELED_NAME)
      set_name(a, v);
  }
}

/* ---- sharing the page ----------------------------------------------------------------------- */

static void find_least(const RefnetArrangement *a, RefnetLegendContent *content) {
  content->fewest_referrals = a->scales.most_referrals;
  for (guint64 t = 0; t < a->network->ties; t++)
    content->fewest_referrals =
        MIN(content->fewest_referrals, refnet_scales_referrals(a->network, t));
}

static void find_directions(const RefnetArrangement *a, RefnetLegendContent *content) {
  const RefnetNetwork *network = a->network;
  for (guint64 t = 0; t < network->ties; t++) {
    guint32 x = network->tie_a[t], y = network->tie_b[t];
    gboolean both = refnet_network_find_arc(network, x, y) != G_MAXUINT64 &&
                    refnet_network_find_arc(network, y, x) != G_MAXUINT64;
    gboolean apart = !(a->story && a->story->alike) && refnet_scales_apart(&a->scales, network, t);
    content->has_apart |= apart;
    content->has_two_way |= both && !apart;
    content->has_one_way |= !both;
  }
}

static void count_risks(const RefnetArrangement *a, RefnetLegendContent *content) {
  content->is_of_risks = TRUE;
  content->lists_no_contacts = a->network->dataset->contact_count == 0;
  for (guint32 v = 0; v < a->network->vertices; v++) {
    content->only_links += a->ringed[v];
    content->cut_off += a->cut_off[v];
  }
  for (guint64 t = 0; t < a->network->ties; t++)
    content->bridges += a->bridge[t];
  content->departure = a->departure;
}

static void make_legend(RefnetArrangement *a, double height) {
  RefnetLegendContent content = {.encoding = a->encoding,
                                 .story = a->story,
                                 .hulls = a->hulls,
                                 .largest_radius = a->largest_radius,
                                 .scales = &a->scales,
                                 .has_ties = a->network->ties > 0,
                                 .directed = !a->network->undirected,
                                 .key = (const char *const *)a->key->pdata,
                                 .key_length =
                                     a->key_room ? MIN(a->key->len, a->key_room) : a->key->len,
                                 .key_lines = a->key_lines,
                                 .note = a->note};
  find_least(a, &content);
  find_directions(a, &content);
  for (guint32 v = 0; v < a->network->vertices; v++)
    content.has_articulation |= a->ringed[v];
  if (a->risks)
    count_risks(a, &content);
  g_clear_pointer(&a->legend, refnet_legend_free);
  a->legend = refnet_legend_new(a->typesetter, &content, height);
}

/* Measures the band of isolates; FALSE when it takes too much of the page with these labels. */
static gboolean measure_isolates(RefnetArrangement *a, RefnetBox space) {
  double widest = 0;
  double radius = 0;
  for (guint32 i = 0; i < a->isolate_count; i++) {
    widest = MAX(widest, a->label[a->isolate[i]].width);
    radius = MAX(radius, a->radius[a->isolate[i]]);
  }
  a->isolates = refnet_isolates_measure(&a->scales, a->isolate_count, radius, widest, space.width);
  double most = space.height * (a->layout->placed ? MOST_FOR_ISOLATES : 1);
  if (a->isolates.height <= most || widest == 0) {
    if (a->layout->placed == 0)
      refnet_isolates_spread(&a->isolates, space.height);
    return TRUE;
  }
  return FALSE;
}

/* Turns the labels of isolates into numbers, or numbers into nothing. */
static void shorten_isolates(RefnetArrangement *a) {
  for (guint32 i = 0; i < a->isolate_count; i++) {
    RefnetLabeled *labeled = &a->labeled[a->isolate[i]];
    *labeled = *labeled == REFNET_LABELED_NAME && !is_overview(a) ? REFNET_LABELED_NUMBER
                                                                  : REFNET_LABELED_BARE;
  }
}

static void drop_numbers(RefnetArrangement *a) {
  for (guint32 v = 0; v < a->network->vertices; v++)
    if (a->labeled[v] == REFNET_LABELED_NUMBER)
      a->labeled[v] = REFNET_LABELED_BARE;
}

/* Sets labels and legend for the current choice of names, and divides the body between them. FALSE
 * when the choice was changed because it did not fit. */
static gboolean divide_page(RefnetArrangement *a) {
  RefnetBox body = refnet_frame_body(&a->frame);
  assign_numbers(a);
  set_note(a);
  set_labels(a);
  make_legend(a, body.height);
  double legend = refnet_legend_width(a->legend);
  if (legend > body.width * MOST_FOR_LEGEND && a->key->len > 0) {
    if (a->key_lines > 1)
      a->key_lines--;
    else
      drop_numbers(a);
    return FALSE;
  }
  a->legend_at = (RefnetPoint){body.x + body.width - legend, body.y};
  a->drawing = body;
  if (legend > 0)
    a->drawing.width = MAX(body.width - legend - a->scales.margin, 40);
  if (!measure_isolates(a, a->drawing)) {
    shorten_isolates(a);
    return FALSE;
  }
  double band = a->isolates.height;
  a->isolates_at = (RefnetPoint){
      a->drawing.x, a->layout->placed ? a->drawing.y + a->drawing.height - band : a->drawing.y};
  if (band > 0)
    a->drawing.height = MAX(a->drawing.height - band - 10, 40);
  return TRUE;
}

/* ---- the drawing ---------------------------------------------------------------------------- */

/* How much room discs get for their labels when they are pushed apart. */
typedef struct {
  double share;     /* of the drawing that footprints may fill: more would destroy the layout */
  double of_label;  /* of a label's width and height that its footprint holds, at most */
  double hub_bonus; /* of the rest, for the most important organization */
} Spacing;

/* In sparse networks there is room for everything; in dense ones labels find their places by
 * themselves, but for those of hubs. */
static Spacing spacing_for(const RefnetArrangement *a) {
  if (is_overview(a))
    return (Spacing){.share = 0.12};
  if (a->layout->placed > ALL_NAMED)
    return (Spacing){.share = 0.3, .of_label = 0.4, .hub_bonus = 1};
  if (a->network->ties <= 1.3 * a->layout->placed)
    return (Spacing){.share = 0.5, .of_label = 1};
  return (Spacing){.share = 0.2, .of_label = 0.4, .hub_bonus = 0.4};
}

static RefnetFootprint footprint_of(const RefnetArrangement *a, guint32 v, double of_label,
                                    double hub_bonus) {
  const RefnetTextBlock *label = &a->label[v];
  if (of_label > 0)
    of_label += hub_bonus * (1 - of_label) * MIN(1, importance(a, v) / MAX(a->scales.most_ties, 1));
  double disc = a->radius[v] + a->layout->pad;
  if (a->layout->keeps_form)
    return (RefnetFootprint){disc, disc, disc, disc};
  double half = MAX(a->radius[v] + 2, label->width / 2 * of_label + 2);
  double below = label->line_count ? label->height * of_label + 4 : 2;
  return (RefnetFootprint){half, half, a->radius[v] + 2, a->radius[v] + below};
}

/* The largest footprints that leave the drawing as free as it has to be. */
static RefnetFootprint *make_footprints(const RefnetArrangement *a) {
  RefnetFootprint *footprints = g_new0(RefnetFootprint, (gsize)a->network->vertices + 1);
  Spacing spacing = a->layout->keeps_form ? (Spacing){.share = 1} : spacing_for(a);
  double room = spacing.share * a->drawing.width * a->drawing.height;
  for (double of_label = spacing.of_label; of_label >= 0; of_label -= 0.1) {
    double taken = 0;
    for (guint32 i = 0; i < a->layout->placed; i++) {
      guint32 v = a->layout->member[i];
      footprints[v] = footprint_of(a, v, of_label, spacing.hub_bonus);
      RefnetBox box = refnet_footprint_at(footprints[v], (RefnetPoint){0, 0});
      taken += box.width * box.height;
    }
    if (taken <= room)
      break;
  }
  return footprints;
}

/* Labels of the vertices that are labeled so, beside those placed before. Returns how many found no
 * room. */
static guint32 place_labels(RefnetArrangement *a, const RefnetLabelField *field,
                            RefnetLabeled labeled, double reach) {
  guint32 placed = a->layout->placed, count = 0, missing = 0;
  g_autofree RefnetLabelRequest *requests = g_new0(RefnetLabelRequest, (gsize)placed + 1);
  g_autofree RefnetLabelPlace *places = g_new0(RefnetLabelPlace, (gsize)placed + 1);
  for (guint32 i = 0; i < placed; i++) {
    guint32 v = a->layout->member[i];
    if (a->labeled[v] != labeled && !a->place[v].placed)
      continue;
    requests[count] =
        (RefnetLabelRequest){.disc = i,
                             .width = a->label[v].width,
                             .height = a->label[v].height,
                             .weight = 1 + importance(a, v) / MAX(a->scales.most_ties, 1)};
    places[count++] = a->place[v];
  }
  refnet_labels_place(field, requests, count, reach, a->seed, places);
  for (guint32 i = 0; i < count; i++) {
    a->place[a->layout->member[requests[i].disc]] = places[i];
    missing += !places[i].placed;
  }
  return missing;
}

/* Discs and lines as they lie now; free both arrays of the field. */
static RefnetLabelField make_field(const RefnetArrangement *a) {
  guint32 placed = a->layout->placed;
  RefnetLabelDisc *discs = g_new(RefnetLabelDisc, (gsize)placed + 1);
  RefnetLabelLine *lines = g_new(RefnetLabelLine, a->network->ties + 1);
  for (guint32 i = 0; i < placed; i++) {
    guint32 v = a->layout->member[i];
    discs[i] = (RefnetLabelDisc){a->position[v], a->radius[v]};
  }
  for (guint64 t = 0; t < a->network->ties; t++)
    lines[t] =
        (RefnetLabelLine){a->position[a->network->tie_a[t]], a->position[a->network->tie_b[t]]};
  return (RefnetLabelField){.area = a->drawing,
                            .discs = discs,
                            .disc_count = placed,
                            .lines = lines,
                            .line_count = a->network->ties,
                            .taken = a->panels.heading_box,
                            .taken_count = a->panels.count,
                            .leaders_cross_discs = is_overview(a)};
}

static void clear_field(RefnetLabelField *field) {
  g_free((RefnetLabelDisc *)field->discs);
  g_free((RefnetLabelLine *)field->lines);
}

/* Names without a place become `instead`. */
static void replace_unplaced_names(RefnetArrangement *a, RefnetLabeled instead) {
  for (guint32 i = 0; i < a->layout->placed; i++) {
    guint32 v = a->layout->member[i];
    if (a->labeled[v] == REFNET_LABELED_NAME && !a->place[v].placed)
      a->labeled[v] = instead;
  }
}

/* Sets numbers and key anew for who is numbered now; the drawing stays where it is. */
static void renumber(RefnetArrangement *a) {
  RefnetBox drawing = a->drawing;
  RefnetIsolates isolates = a->isolates;
  RefnetPoint isolates_at = a->isolates_at;
  a->key_room = 0;
  divide_page(a);
  a->drawing = drawing;
  a->isolates = isolates;
  a->isolates_at = isolates_at;
}

/* Names that were not chosen, or found no room in an earlier round, may find it beside their discs. */
static void add_names(RefnetArrangement *a, const RefnetLabelField *field) {
  for (guint32 i = 0; i < a->layout->placed; i++) {
    guint32 v = a->layout->member[i];
    if (a->labeled[v] != REFNET_LABELED_NUMBER)
      continue;
    a->labeled[v] = REFNET_LABELED_NAME;
    refnet_text_block_clear(&a->label[v]);
    set_name(a, v);
  }
  place_labels(a, field, REFNET_LABELED_NAME, 0);
  replace_unplaced_names(a, REFNET_LABELED_NUMBER);
  renumber(a);
}

/* Returns how many found no room. */
static guint32 place_numbers(RefnetArrangement *a, RefnetLabelField *field) {
  gboolean cross = field->leaders_cross_discs;
  guint32 missing = place_labels(a, field, REFNET_LABELED_NUMBER, a->scales.width / 8);
  if (missing > 0) {
    field->leaders_cross_discs = TRUE;
    missing = place_labels(a, field, REFNET_LABELED_NUMBER, a->scales.width / 3);
  }
  field->leaders_cross_discs = cross;
  return missing;
}

static void unplace_numbers(RefnetArrangement *a) {
  for (guint32 i = 0; i < a->layout->placed; i++)
    if (a->labeled[a->layout->member[i]] == REFNET_LABELED_NUMBER)
      a->place[a->layout->member[i]] = (RefnetLabelPlace){.placed = FALSE};
}

/* Added names around numbers without a place become numbers again. */
static void take_names_back(RefnetArrangement *a, const RefnetLabeled *labeled, double around) {
  for (guint32 i = 0; i < a->layout->placed; i++) {
    guint32 v = a->layout->member[i];
    if (a->labeled[v] != REFNET_LABELED_NUMBER || a->place[v].placed)
      continue;
    for (guint32 k = 0; k < a->layout->placed; k++) {
      guint32 w = a->layout->member[k];
      gboolean was_added =
          labeled[w] == REFNET_LABELED_NUMBER && a->labeled[w] == REFNET_LABELED_NAME;
      if (was_added && refnet_box_meets_disc(a->place[w].box, a->position[v], around)) {
        a->labeled[w] = REFNET_LABELED_NUMBER;
        /* Not missing: its own number is placed with the others. */
        a->place[w].placed = TRUE;
      }
    }
  }
  unplace_numbers(a);
}

/* Numbers, and as many more names as leave room for the numbers of all others. Returns how many
 * numbers found none. */
static guint32 place_others(RefnetArrangement *a, RefnetLabelField *field) {
  gsize n = a->network->vertices;
  if (is_overview(a) || a->key->len == 0)
    return place_numbers(a, field);
  g_autofree RefnetLabeled *labeled = g_memdup2(a->labeled, n * sizeof *labeled);
  g_autofree RefnetLabelPlace *place = g_memdup2(a->place, n * sizeof *place);
  add_names(a, field);
  for (double around = NEAREST; around < FARTHEST; around *= 2) {
    if (place_numbers(a, field) == 0)
      return 0;
    take_names_back(a, labeled, around);
    renumber(a);
  }
  memcpy(a->labeled, labeled, n * sizeof *labeled);
  memcpy(a->place, place, n * sizeof *place);
  renumber(a);
  return place_numbers(a, field);
}

/* Numbers without a place are left out, and said to be. */
static void leave_out_numbers(RefnetArrangement *a) {
  for (guint32 i = 0; i < a->layout->placed; i++) {
    guint32 v = a->layout->member[i];
    if (a->labeled[v] == REFNET_LABELED_NUMBER && !a->place[v].placed)
      a->labeled[v] = REFNET_LABELED_BARE;
  }
  renumber(a);
}

/* The least important eighth of the names become numbers: others had no room for theirs. FALSE when
 * names are not what takes the room. */
static gboolean name_fewer(RefnetArrangement *a) {
  guint32 placed = a->layout->placed, named = 0;
  g_autofree guint32 *order = g_memdup2(a->layout->member, placed * sizeof *order);
  g_qsort_with_data(order, (gint)placed, sizeof *order, compare_importance, a);
  for (guint32 i = 0; i < placed; i++)
    named += a->labeled[order[i]] == REFNET_LABELED_NAME;
  if (named <= placed / 10)
    return FALSE;
  unplace_numbers(a);
  for (guint32 i = placed, fewer = named / 8 + 1; i-- > 0 && fewer > 0;)
    if (a->labeled[order[i]] == REFNET_LABELED_NAME) {
      a->labeled[order[i]] = REFNET_LABELED_NUMBER;
      a->place[order[i]] = (RefnetLabelPlace){.placed = FALSE};
      fewer--;
    }
  return TRUE;
}

/* Names first, numbers around them. FALSE when either found no room: fewer are named in the next
 * round, which has to come unless this is the last. */
static gboolean place_all_labels(RefnetArrangement *a, gboolean last) {
  RefnetLabelField field = make_field(a);
  double reach = is_overview(a) ? a->scales.width / 3 : NAME_REACH;
  gboolean complete = place_labels(a, &field, REFNET_LABELED_NAME, reach) == 0;
  if (!complete && !last) {
    replace_unplaced_names(a, is_overview(a) ? REFNET_LABELED_BARE : REFNET_LABELED_NUMBER);
  } else if (place_others(a, &field) > 0) {
    complete = last || !name_fewer(a);
    if (complete)
      leave_out_numbers(a);
  }
  clear_field(&field);
  return complete;
}

static void place_isolates(RefnetArrangement *a) {
  for (guint32 i = 0; i < a->isolate_count; i++) {
    guint32 v = a->isolate[i];
    const RefnetTextBlock *label = &a->label[v];
    RefnetPoint middle =
        refnet_isolates_middle(&a->isolates, i, a->isolates_at.x, a->isolates_at.y);
    a->position[v] = middle;
    a->place[v] =
        (RefnetLabelPlace){.placed = label->line_count > 0,
                           .box = {middle.x + a->radius[v] + 5, middle.y - label->height / 2,
                                   label->width, label->height}};
  }
}

/* The drawing, without what names outside the form take. */
static RefnetBox drawing_of_discs(const RefnetArrangement *a) {
  RefnetBox box = a->drawing;
  double letter = is_overview(a) ? 0 : a->scales.label.size;
  double beside = MIN(a->layout->room_beside * letter, box.width / 5);
  double above = MIN(a->layout->room_above * letter, box.height / 8);
  return (RefnetBox){box.x + beside, box.y + above, box.width - 2 * beside,
                     box.height - 2 * above};
}

static gboolean same_box(RefnetBox a, RefnetBox b) {
  return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

/* As long as a longer key leaves the drawing its room, everything placed so far stays. */
static gboolean arrange_round(RefnetArrangement *a, gboolean last, gboolean *settled,
                              GError **error) {
  RefnetBox before = a->drawing;
  while (!divide_page(a))
    ;
  if (!same_box(before, a->drawing)) {
    g_autofree RefnetFootprint *footprints = make_footprints(a);
    if (!refnet_layout_fit(a->layout, footprints, drawing_of_discs(a), a->position, error))
      return FALSE;
    memset(a->place, 0, a->network->vertices * sizeof *a->place);
    refnet_panels_set(&a->panels, a->layout, a->position, a->drawing,
                      (RefnetFont){a->scales.label.size, TRUE}, a->typesetter);
  }
  *settled = place_all_labels(a, last);
  return TRUE;
}

static gboolean arrange_with_key(RefnetArrangement *a, guint key_room, GError **error) {
  gboolean settled = FALSE;
  a->key_room = key_room;
  a->key_lines = a->layout->placed > MANY_ENTRIES ? 1 : 2;
  a->drawing = (RefnetBox){0, 0, 0, 0};
  choose_named(a);
  for (int round = 0; round < ROUNDS && !settled; round++)
    if (!arrange_round(a, round + 1 == ROUNDS, &settled, error))
      return FALSE;
  if (a->key_room > 0)
    renumber(a);
  return TRUE;
}

/* Between the drawing and the legend, beyond the usual. */
static double unused_width(const RefnetArrangement *a) {
  return a->legend_at.x - (a->drawing.x + a->drawing.width) - a->scales.margin;
}

/* The key that is kept free at first has everybody in it who is not named beforehand. When much less
 * is needed in the end, everything is arranged anew beside a key of that length. */
static gboolean arrange_using_page(RefnetArrangement *a, GError **error) {
  if (!arrange_with_key(a, 0, error))
    return FALSE;
  if (a->layout->is_page || unused_width(a) < MOST_UNUSED * a->drawing.width)
    return TRUE;
  if (!arrange_with_key(a, a->key->len + a->key->len / 8 + 1, error))
    return FALSE;
  return unused_width(a) > -a->scales.margin / 2 || arrange_with_key(a, 0, error);
}

/* ---- beginning and end ---------------------------------------------------------------------- */

static void list_isolates(RefnetArrangement *a) {
  a->isolate = g_new(guint32, (gsize)a->network->vertices + 1);
  for (guint32 v = 0; v < a->network->vertices; v++)
    if (is_isolate(a, v))
      a->isolate[a->isolate_count++] = v;
}

/* Rings, hatching and dashes say what holds the network together. */
static void note_risks(RefnetArrangement *a) {
  for (guint32 i = 0; i < a->risks->organization_count; i++) {
    const RefnetOrganizationRisk *risk = &a->risks->organizations[i];
    a->ringed[risk->vertex] = risk->articulation;
    for (guint32 k = 0; k < risk->cut_off.length; k++)
      a->cut_off[risk->cut_off.items[k]] = TRUE;
  }
  a->bridge = g_new0(gboolean, a->network->ties + 1);
  for (gsize i = 0; i < a->risks->tie_count; i++)
    a->bridge[a->risks->ties[i].tie] = a->risks->ties[i].bridge;
}

/* Or else what becomes of it when somebody leaves. */
static void note_departure(RefnetArrangement *a) {
  for (guint32 v = 0; v < a->network->vertices; v++) {
    a->ringed[v] = a->departure->is_of[v];
    a->cut_off[v] = a->departure->cut_off[v];
  }
  a->bridge = g_new0(gboolean, a->network->ties + 1);
}

/* The disc of the figure, as a form of the same area, and the ring around it. */
static void choose_radii(RefnetArrangement *a) {
  const RefnetEncoding *encoding = a->encoding;
  for (guint32 v = 0; v < a->network->vertices; v++) {
    if (a->story && a->story->ringed)
      a->ringed[v] = a->story->ringed[v];
    else if (!a->story)
      a->ringed[v] |= a->measures && a->measures->vertices[v].articulation;
    double share = encoding->size ? refnet_encoding_share(encoding, encoding->size[v]) : 0.3;
    a->radius[v] = refnet_scales_radius(&a->scales, share) *
                       refnet_form_reach(refnet_encoding_look(encoding, v).form) +
                   (a->ringed[v] ? REFNET_RING : 0);
    a->largest_radius = MAX(a->largest_radius, a->radius[v]);
  }
}

static gboolean allocate(RefnetArrangement *a, GError **error) {
  gsize n = (gsize)a->network->vertices + 1;
  a->radius = g_try_malloc0_n(n, sizeof *a->radius);
  a->ringed = g_try_malloc0_n(n, sizeof *a->ringed);
  a->cut_off = g_try_malloc0_n(n, sizeof *a->cut_off);
  a->labeled = g_try_malloc0_n(n, sizeof *a->labeled);
  a->number = g_try_malloc0_n(n, sizeof *a->number);
  a->label = g_try_malloc0_n(n, sizeof *a->label);
  a->place = g_try_malloc0_n(n, sizeof *a->place);
  a->position = g_try_malloc0_n(n, sizeof *a->position);
  if (a->radius && a->ringed && a->cut_off && a->labeled && a->number && a->label && a->place &&
      a->position)
    return TRUE;
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                      "not enough memory to lay out the map");
  return FALSE;
}

RefnetArrangement *refnet_arrangement_new(const RefnetNetwork *network,
                                          const RefnetMeasures *measures, const RefnetRisks *risks,
                                          const RefnetDeparture *departure,
                                          const RefnetStory *story,
                                          const RefnetMapOptions *options,
                                          RefnetTypesetter *typesetter, GError **error) {
  g_autoptr(RefnetArrangement) a = g_new0(RefnetArrangement, 1);
  a->network = network;
  a->measures = measures;
  a->risks = risks;
  a->departure = departure;
  a->story = story;
  a->is_bare = options->label == REFNET_MAP_LABEL_NONE;
  a->typesetter = typesetter;
  a->seed = options->seed;
  a->scales = refnet_scales_for(network, options->width, options->height);
  if (refnet_scales_is_slide(options->least_text))
    refnet_scales_set_slide(&a->scales);
  a->key = g_ptr_array_new();
  a->key_lines = 2;
  if (!allocate(a, error))
    return NULL;
  a->encoding = refnet_encoding_new(network, measures, risks, departure ? departure->leaves : NULL,
                                    story, options, error);
  if (!a->encoding)
    return NULL;
  if (options->hulls == REFNET_MAP_HULLS_COMMUNITY && !measures) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "--hulls community does not go with this kind of map");
    return NULL;
  }
  a->hulls = refnet_hulls_new(network, measures, options->hulls);
  a->names = refnet_names_by(network, options->label);
  a->rings = story && story->distance && !options->positions;
  a->layout = a->rings
                  ? refnet_layout_rings(network, story->distance, options, error)
                  : refnet_layout_new(network, options, error);
  if (!a->layout)
    return NULL;
  /* Discs become large enough to hold a symbol, or to show their form. */
  if (risks || a->encoding->form || options->grayscale)
    a->scales.smallest_radius = MAX(a->scales.smallest_radius, MIN(7, a->scales.largest_radius));
  if (departure)
    note_departure(a);
  else if (risks)
    note_risks(a);
  choose_radii(a);
  list_isolates(a);
  set_frame(a, options);
  if (!arrange_using_page(a, error))
    return NULL;
  place_isolates(a);
  return g_steal_pointer(&a);
}

void refnet_arrangement_free(RefnetArrangement *a) {
  if (!a)
    return;
  for (guint32 v = 0; a->label && v < a->network->vertices; v++)
    refnet_text_block_clear(&a->label[v]);
  refnet_panels_clear(&a->panels);
  refnet_frame_clear(&a->frame);
  refnet_encoding_free(a->encoding);
  refnet_hulls_free(a->hulls);
  refnet_layout_free(a->layout);
  refnet_legend_free(a->legend);
  g_strfreev(a->names);
  g_ptr_array_unref(a->key);
  g_free(a->note);
  g_free(a->radius);
  g_free(a->ringed);
  g_free(a->cut_off);
  g_free(a->bridge);
  g_free(a->labeled);
  g_free(a->number);
  g_free(a->label);
  g_free(a->place);
  g_free(a->position);
  g_free(a->isolate);
  g_free(a);
}
