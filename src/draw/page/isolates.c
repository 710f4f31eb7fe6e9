/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The band of organizations without relationships. */
#include "draw/page/isolates.h"

#include <math.h>
#include <string.h>

#include "draw/scene/cut.h"
#include "present/wording/words.h"

#define PADDING 12.0
#define PADDING_ON_SLIDE 6.0
#define LABEL_GAP 5.0
#define CELL_GAP 16.0
/* Letters that a row is high, and a line of text. */
#define ROW 1.6
#define ROW_ON_SLIDE 1.35
#define LINE 1.3
/* Between discs in rows of a group: letters, points. */
#define LARGEST_PITCH 2.2
#define SMALLER_PITCH .85
#define LEAST_PITCH 4.0
/* Of the cells, where each group has a column of its own. */
#define FILLED .75
#define MOST_BESIDE .4 /* of the width: the names of groups */

static double padding_of(const RefnetScales *scales) {
  return scales->is_slide ? PADDING_ON_SLIDE : PADDING;
}

static double heading_height(const RefnetScales *scales) {
  return scales->heading.size * (scales->is_slide ? ROW_ON_SLIDE : ROW);
}

/* ---- groups ---------------------------------------------------------------------------------- */

/* The cell of a group's name, which does not stay behind at the foot of a column; of one past the
 * last, the end of all. */
static guint32 cell_of_group(const RefnetIsolates *isolates, guint32 group) {
  guint32 cell = 0;
  for (guint32 g = 0; g < isolates->group_count; g++) {
    cell += isolates->rows > 1 && cell % isolates->rows == isolates->rows - 1;
    if (g == group)
      return cell;
    cell += 1 + isolates->groups[g].count;
  }
  return cell;
}

static guint32 group_of(const RefnetIsolates *isolates, guint32 i) {
  guint32 group = 0;
  while (i >= isolates->groups[group].first + isolates->groups[group].count)
    group++;
  return group;
}

static guint32 cell_of(const RefnetIsolates *isolates, guint32 i) {
  if (!isolates->groups)
    return i;
  guint32 group = group_of(isolates, i);
  return cell_of_group(isolates, group) + 1 + i - isolates->groups[group].first;
}

static RefnetPoint cell_corner(const RefnetIsolates *isolates, guint32 cell) {
  guint32 across = isolates->groups ? cell / isolates->rows : cell % isolates->columns;
  guint32 down = isolates->groups ? cell % isolates->rows : cell / isolates->columns;
  return (RefnetPoint){isolates->padding + across * isolates->cell_width,
                       isolates->padding + isolates->heading_height + down * isolates->cell_height};
}

/* As many rows as give the largest group a column, and as many columns as these need. */
static RefnetIsolates with_whole_groups(RefnetIsolates isolates) {
  double inner = isolates.columns * isolates.cell_width;
  for (guint32 g = 0; g < isolates.group_count; g++)
    isolates.rows = MAX(isolates.rows, isolates.groups[g].count + 1);
  guint32 cells = cell_of_group(&isolates, isolates.group_count);
  isolates.columns = (cells + isolates.rows - 1) / isolates.rows;
  isolates.cell_width = inner / isolates.columns;
  return isolates;
}

static double share_filled(const RefnetIsolates *isolates) {
  return (double)(isolates->count + isolates->group_count) / isolates->rows / isolates->columns;
}

RefnetIsolates refnet_isolates_measure_groups(const RefnetScales *scales,
                                              const RefnetIsolateGroup *groups, guint32 group_count,
                                              double radius, double label_width, double width,
                                              double height) {
  guint32 count = groups[group_count - 1].first + groups[group_count - 1].count;
  RefnetIsolates isolates =
      refnet_isolates_measure(scales, count + group_count, radius, label_width, width);
  double fixed = 2 * isolates.padding + isolates.heading_height;
  isolates.count = count;
  isolates.groups = groups;
  isolates.group_count = group_count;
  while (cell_of_group(&isolates, group_count) > isolates.rows * isolates.columns)
    isolates.rows++;
  RefnetIsolates whole = with_whole_groups(isolates);
  if (fixed + whole.rows * whole.cell_height <= height && share_filled(&whole) >= FILLED)
    isolates = whole;
  isolates.height = fixed + isolates.rows * isolates.cell_height;
  return isolates;
}

/* A row is at least as high as the name beside it. */
static double height_of_group(const RefnetIsolates *isolates, guint32 group) {
  guint32 rows = (isolates->groups[group].count + isolates->columns - 1) / isolates->columns;
  return MAX(rows * isolates->cell_height, isolates->least_height) + isolates->cell_height * .4;
}

/* The upper left corner of the i-th cell of a group that is rows of discs. */
static RefnetPoint chart_corner(const RefnetIsolates *isolates, guint32 group, guint32 i) {
  double down = isolates->heading_height;
  for (guint32 g = 0; g < group; g++)
    down += height_of_group(isolates, g);
  double across = isolates->beside + i % isolates->columns * isolates->cell_width;
  down += i / isolates->columns * isolates->cell_height;
  return (RefnetPoint){isolates->padding + across, isolates->padding + down};
}

static char *words_of(const RefnetIsolateGroup *group) {
  g_autofree char *count = refnet_words_digits(group->count);
  return g_strdup_printf("%s: %s", group->name, count);
}

/* Where both are too wide, it is the name that is cut, and not the count. */
static char *fitting_words(RefnetTypesetter *typesetter, const RefnetIsolateGroup *group,
                           RefnetFont font, double width) {
  char *words = words_of(group);
  if (refnet_typesetter_width(typesetter, words, font) <= width)
    return words;
  const char *count = words + strlen(group->name);
  double room = width - refnet_typesetter_width(typesetter, count, font);
  g_autofree char *name = refnet_text_cut(
      typesetter, group->name, font, refnet_text_is_right_to_left(typesetter, group->name), room,
      refnet_typesetter_tells_by_end(typesetter, group->name));
  char *cut = g_strconcat(name, count, NULL);
  g_free(words);
  return cut;
}

static void draw_group_names(const RefnetIsolates *isolates, RefnetTypesetter *typesetter,
                             const RefnetScales *scales, RefnetScene *scene, double x, double y) {
  RefnetTextStyle style = {
      .part = REFNET_PART_ISOLATES, .owner = REFNET_NONE, .color = refnet_color(REFNET_INK, 1)};
  RefnetFont small = {scales->label.size, TRUE};
  RefnetFont font = isolates->beside > 0 ? scales->heading : small;
  double width = isolates->beside > 0 ? isolates->beside : isolates->cell_width;
  for (guint32 g = 0; g < isolates->group_count; g++) {
    RefnetTextBlock name;
    RefnetPoint corner = isolates->beside > 0 ? chart_corner(isolates, g, 0)
                                              : cell_corner(isolates, cell_of_group(isolates, g));
    g_autofree char *words =
        fitting_words(typesetter, &isolates->groups[g], font, width - CELL_GAP);
    refnet_typesetter_wrap(typesetter, words, font, width, 1, &name);
    refnet_text_block_draw(&name, scene, x + corner.x - isolates->beside,
                           y + corner.y + (isolates->cell_height - name.height) / 2, &style);
    refnet_text_block_clear(&name);
  }
}

/* ---- groups as rows of discs ----------------------------------------------------------------- */

double refnet_isolates_widest_group(RefnetTypesetter *typesetter, RefnetFont font,
                                    const RefnetIsolateGroup *groups, guint32 group_count) {
  double widest = 0;
  for (guint32 g = 0; g < group_count; g++) {
    g_autofree char *words = words_of(&groups[g]);
    widest = MAX(widest, refnet_typesetter_width(typesetter, words, font));
  }
  return widest;
}

/* Sets the chart in cells of that size; returns its rows of discs. */
static guint32 set_pitch(RefnetIsolates *isolates, double pitch, double fixed) {
  guint32 rows = 0;
  isolates->cell_width = isolates->cell_height = pitch;
  isolates->radius = pitch * .36;
  isolates->columns =
      (guint32)MAX((isolates->width - 2 * isolates->padding - isolates->beside) / pitch, 1);
  isolates->height = fixed;
  for (guint32 g = 0; g < isolates->group_count; g++) {
    isolates->height += height_of_group(isolates, g);
    rows += (isolates->groups[g].count + isolates->columns - 1) / isolates->columns;
  }
  return rows;
}

/* Somewhat smaller discs are better than rows that go on with one or two more. */
static void avoid_short_rows(RefnetIsolates *isolates, double fixed) {
  double largest = isolates->cell_width;
  guint32 rows = set_pitch(isolates, largest, fixed);
  for (double pitch = largest; pitch >= largest * SMALLER_PITCH; pitch *= .97)
    if (set_pitch(isolates, pitch, fixed) < rows)
      return;
  set_pitch(isolates, largest, fixed);
}

gboolean refnet_isolates_measure_chart(RefnetIsolates *isolates, RefnetTypesetter *typesetter,
                                       const RefnetScales *scales, const RefnetIsolateGroup *groups,
                                       guint32 group_count, double width, double height) {
  double fixed = 2 * padding_of(scales) + heading_height(scales);
  double widest = refnet_isolates_widest_group(typesetter, scales->heading, groups, group_count);
  *isolates = (RefnetIsolates){.groups = groups,
                               .group_count = group_count,
                               .width = width,
                               .padding = padding_of(scales),
                               .heading_height = heading_height(scales),
                               .least_height = scales->heading.size * LINE};
  for (guint32 g = 0; g < group_count; g++)
    isolates->count += groups[g].count;
  isolates->beside = MIN(widest + CELL_GAP, width * MOST_BESIDE);
  for (double pitch = scales->heading.size * LARGEST_PITCH; pitch >= LEAST_PITCH; pitch *= .97) {
    set_pitch(isolates, pitch, fixed);
    if (isolates->height > height)
      continue;
    avoid_short_rows(isolates, fixed);
    return TRUE;
  }
  return FALSE;
}

/* ---- the band -------------------------------------------------------------------------------- */

static double row_height(const RefnetScales *scales, double radius) {
  return MAX(scales->label.size * (scales->is_slide ? ROW_ON_SLIDE : ROW), 2 * radius + 4);
}

double refnet_isolates_label_width(const RefnetScales *scales, guint32 count, double radius,
                                   double width, double height) {
  double padding = padding_of(scales), room = height - 2 * padding - heading_height(scales);
  double rows = floor(room / row_height(scales, radius));
  double columns = rows > 0 ? ceil(count / rows) : G_MAXDOUBLE;
  return (width - 2 * padding + CELL_GAP) / columns - CELL_GAP - 2 * radius - LABEL_GAP;
}

RefnetIsolates refnet_isolates_measure(const RefnetScales *scales, guint32 count, double radius,
                                       double label_width, double width) {
  RefnetIsolates isolates = {.count = count, .padding = padding_of(scales), .width = width};
  if (count == 0)
    return isolates;
  isolates.radius = radius;
  double content = 2 * isolates.radius + (label_width > 0 ? LABEL_GAP + label_width : 0);
  double gap = label_width > 0 ? CELL_GAP : isolates.radius;
  isolates.cell_height = label_width > 0 ? row_height(scales, radius) : 3 * radius;
  double inner = MAX(width - 2 * isolates.padding, content);
  isolates.columns = (guint32)CLAMP(floor((inner + gap) / (content + gap)), 1, count);
  isolates.rows = (count + isolates.columns - 1) / isolates.columns;
  /* As few columns as the rows need, so that the last row is not a stump. */
  isolates.columns = (count + isolates.rows - 1) / isolates.rows;
  isolates.cell_width = isolates.rows > 1 ? inner / isolates.columns
                                          : MIN(inner / isolates.columns, content + 2 * gap);
  isolates.heading_height = heading_height(scales);
  isolates.height =
      2 * isolates.padding + isolates.heading_height + isolates.rows * isolates.cell_height;
  return isolates;
}

void refnet_isolates_spread(RefnetIsolates *isolates, double height) {
  double fixed = 2 * isolates->padding + isolates->heading_height;
  if (isolates->count == 0 || isolates->beside > 0 || height <= isolates->height)
    return;
  isolates->cell_height = MIN((height - fixed) / isolates->rows, isolates->cell_height * 3.2);
  isolates->height = fixed + isolates->rows * isolates->cell_height;
}

RefnetPoint refnet_isolates_middle(const RefnetIsolates *isolates, guint32 i, double x, double y) {
  guint32 group = isolates->beside > 0 ? group_of(isolates, i) : 0;
  RefnetPoint corner = isolates->beside > 0
                           ? chart_corner(isolates, group, i - isolates->groups[group].first)
                           : cell_corner(isolates, cell_of(isolates, i));
  return (RefnetPoint){x + corner.x + isolates->radius, y + corner.y + isolates->cell_height / 2};
}

void refnet_isolates_draw_band(const RefnetIsolates *isolates, RefnetTypesetter *typesetter,
                               const RefnetScales *scales, RefnetScene *scene, double x, double y) {
  RefnetTextBlock heading;
  RefnetTextStyle style = {
      .part = REFNET_PART_ISOLATES, .owner = REFNET_NONE, .color = refnet_color(REFNET_INK, 1)};
  RefnetBox box = {x, y, isolates->width, isolates->height};
  refnet_scene_add_rectangle(scene, REFNET_PART_ISOLATES, box)->fill = refnet_color(0xF3F5F7, 1);
  g_autofree char *count = refnet_words_digits(isolates->count);
  g_autofree char *words =
      isolates->groups ? g_strdup_printf("No referral links are recorded; the organisations by %s",
                                         isolates->grouped_by)
                       : g_strdup_printf("No relationships recorded: %s", count);
  double padding = isolates->padding;
  refnet_typesetter_wrap(typesetter, words, scales->heading, isolates->width - 2 * padding, 1,
                         &heading);
  refnet_text_block_draw(&heading, scene, x + padding, y + padding * 0.7, &style);
  refnet_text_block_clear(&heading);
  if (isolates->groups)
    draw_group_names(isolates, typesetter, scales, scene, x, y);
}
