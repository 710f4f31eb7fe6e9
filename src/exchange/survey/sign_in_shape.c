/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/survey/sign_in_shape.h"

#include "exchange/questions/titles.h"

#include <string.h>

enum { HEADER_ROWS_MOST = 12, CAPTION_CELLS_MOST = 2, LEAST_DATES = 2, LOG_COLUMNS_MOST = 8 };

RefnetDate refnet_sign_in_date(const char *text, RefnetDateOrder order) {
  RefnetDate date;
  if (refnet_date_parse(text, order, &date) == REFNET_DATE_AMBIGUOUS)
    refnet_date_parse(text, REFNET_DATE_ORDER_MDY, &date);
  return date;
}

/* "2/14", "14.2.", "Feb 14": a day without its year. */
static gboolean is_short_date(const char *text) {
  static const char months[] = "jan feb mar apr may jun jul aug sep oct nov dec";
  gsize first = strspn(text, "0123456789");
  if (first > 0 && first < 3 && text[first] != '\0' && strchr("/.", text[first]) != NULL) {
    gsize second = strspn(text + first + 1, "0123456789");
    const char *rest = text + first + 1 + second;
    return second > 0 && second < 3 && (*rest == '\0' || strcmp(rest, ".") == 0);
  }
  if (strlen(text) < 5 || strlen(text) > 14 || strpbrk(text, "0123456789") == NULL)
    return FALSE;
  g_autofree char *folded = refnet_text_fold(text);
  g_auto(GStrv) words = g_strsplit_set(folded, " .", -1);
  for (gsize i = 0; words[i] != NULL; i++) {
    g_autofree char *month = g_strndup(words[i], 3);
    if (strlen(month) == 3 && g_ascii_isalpha(month[0]) && strstr(months, month) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* By their headers, in the words that sheets have for them. */
static void find_columns(const RefnetGrid *grid, RefnetSignInShape *shape) {
  static const struct {
    gsize column;
    const char *titles;
  } kinds[] = {
      {G_STRUCT_OFFSET(RefnetSignInShape, organization),
       "organization organisation org orgs agency member organizationname organisationname "
       "agencyname orgname program memberorganization company affiliation organizationaffiliation "
       "agencyaffiliation memberagency organizationagency agencyorganization agencyorg orgagency "
       "coalitionmember organizationcompany companyorganization representing employer workplace "
       "nameoforganization nameofagency nameoforganisation yourorganization youragency"},
      {G_STRUCT_OFFSET(RefnetSignInShape, person),
       "name fullname attendee attendeename person participant participantname representative "
       "firstname first givenname yourname contact contactname printname printedname nameprint "
       "nameprinted pleaseprintname nameprintclearly pleaseprint namepleaseprint"},
      {G_STRUCT_OFFSET(RefnetSignInShape, people),
       "attendees participants people peoplepresent present attendedby representatives names staff "
       "whocame"},
      {G_STRUCT_OFFSET(RefnetSignInShape, last_name), "lastname last surname familyname"},
      {G_STRUCT_OFFSET(RefnetSignInShape, email),
       "email emailaddress emails mail contactemail youremail"},
      {G_STRUCT_OFFSET(RefnetSignInShape, phone),
       "phone phonenumber telephone tel cell cellphone mobile contactphone phoneno"},
      {G_STRUCT_OFFSET(RefnetSignInShape, role),
       "role title position jobtitle job titlerole roletitle titleposition positiontitle"}};
  for (guint c = grid->width; c-- > 0;) {
    const char *title = refnet_grid_cell(grid, shape->header, c);
    gsize k = 0;
    while (k < G_N_ELEMENTS(kinds) && !refnet_survey_folds_to_one_of(title, kinds[k].titles))
      k++;
    if (k < G_N_ELEMENTS(kinds))
      G_STRUCT_MEMBER(guint, shape, kinds[k].column) = c;
  }
  shape->names_no_organization = shape->organization == G_MAXUINT && shape->last_name != G_MAXUINT;
  if (shape->organization != G_MAXUINT)
    return;
  /* A single column of names is that of the members. */
  shape->organization = shape->person != G_MAXUINT ? shape->person : 0;
  shape->person = G_MAXUINT;
}

/* Columns headed by different dates, with none below. */
static void count_dates(const RefnetGrid *grid, RefnetDateOrder order, RefnetSignInShape *shape) {
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  shape->dates = shape->short_dates = 0;
  for (guint c = 1; c < grid->width; c++) {
    const char *title = refnet_grid_cell(grid, shape->header, c);
    const char *below =
        shape->header + 1 < grid->rows ? refnet_grid_cell(grid, shape->header + 1, c) : "";
    RefnetDate date = refnet_sign_in_date(title, order);
    if (refnet_sign_in_date(below, order) != REFNET_DATE_UNKNOWN)
      continue;
    if (date != REFNET_DATE_UNKNOWN && g_hash_table_add(seen, GINT_TO_POINTER(date)))
      shape->dates++;
    else if (date == REFNET_DATE_UNKNOWN)
      shape->short_dates += is_short_date(title);
  }
}

/* Columns headed by months may count people served: more than come to a meeting. */
static gboolean holds_tallies(const RefnetGrid *grid, RefnetDateOrder order, guint header) {
  enum { MOST_AT_A_MEETING = 60 };
  for (guint c = 1; c < grid->width; c++) {
    const char *title = refnet_grid_cell(grid, header, c);
    if (refnet_sign_in_date(title, order) == REFNET_DATE_UNKNOWN && !is_short_date(title))
      continue;
    for (guint r = header + 1; r < grid->rows; r++) {
      guint64 count;
      if (refnet_count_parse(refnet_grid_cell(grid, r, c), &count) && count > MOST_AT_A_MEETING)
        return TRUE;
    }
  }
  return FALSE;
}

static guint filled(const RefnetGrid *grid, guint row) {
  guint count = 0;
  for (guint c = 0; c < grid->width; c++)
    count += *refnet_grid_cell(grid, row, c) != '\0';
  return count;
}

/* A row an attendance: a column of dates and one of organizations, and little else. */
static gboolean is_log(const RefnetGrid *grid, RefnetDateOrder order, RefnetSignInShape *shape) {
  static const char titles[] = "date meetingdate dateofmeeting eventdate sessiondate meeting";
  guint dates = 0, filled = 0;
  shape->header = 0;
  find_columns(grid, shape);
  for (guint c = 0; c < grid->width; c++)
    if (refnet_survey_folds_to_one_of(refnet_grid_cell(grid, 0, c), titles))
      shape->date = c;
  if (shape->date == G_MAXUINT || shape->date == shape->organization ||
      grid->width > LOG_COLUMNS_MOST || *refnet_grid_cell(grid, 0, shape->organization) == '\0')
    return FALSE;
  for (guint c = 0; c < grid->width; c++) {
    g_autofree char *title = refnet_text_fold(refnet_grid_cell(grid, 0, c));
    if (strstr(title, "refer") != NULL || strstr(title, "partner") != NULL)
      return FALSE;
  }
  for (guint r = 1; r < grid->rows; r++) {
    const char *cell = refnet_grid_cell(grid, r, shape->date);
    filled += *cell != '\0';
    dates += refnet_sign_in_date(cell, order) != REFNET_DATE_UNKNOWN;
  }
  return filled > 0 && 2 * dates > filled;
}

/* ---- one meeting ----------------------------------------------------------------------------- */

/* The date among the words of a title, such as "Coalition, March 12, 2026 / Room B". */
static gboolean find_date_in(const char *text, RefnetDateOrder order, RefnetSignInShape *shape) {
  enum { WORDS_MOST = 3 };
  g_auto(GStrv) words = g_strsplit_set(text, " \t", -1);
  const guint count = g_strv_length(words);
  for (guint length = WORDS_MOST; length > 0; length--)
    for (guint from = 0; from + length <= count; from++) {
      g_autoptr(GString) part = g_string_new(NULL);
      for (guint i = 0; i < length; i++)
        g_string_append_printf(part, "%s%s", i > 0 ? " " : "", words[from + i]);
      char *date = part->str + strspn(part->str, "(,;:");
      for (gsize end = strlen(date); end > 0 && strchr("),;:.", date[end - 1]) != NULL; end--)
        date[end - 1] = '\0';
      shape->held = strpbrk(date, "0123456789") != NULL && strlen(date) > 5
                        ? refnet_sign_in_date(date, order)
                        : REFNET_DATE_UNKNOWN;
      if (shape->held == REFNET_DATE_UNKNOWN)
        continue;
      RefnetDate as_it_stands;
      shape->held_is_ambiguous =
          refnet_date_parse(date, order, &as_it_stands) == REFNET_DATE_AMBIGUOUS;
      return TRUE;
    }
  return FALSE;
}

/* Names and organizations under titles, one of which says when they came. */
static gboolean is_one_meeting(const RefnetGrid *grid, guint header, RefnetDateOrder order,
                               RefnetSignInShape *shape) {
  shape->header = header;
  find_columns(grid, shape);
  if (header == 0 || shape->person == G_MAXUINT || grid->width > LOG_COLUMNS_MOST)
    return FALSE;
  for (guint r = 0; r < header; r++)
    for (guint c = 0; c < grid->width; c++)
      if (find_date_in(refnet_grid_cell(grid, r, c), order, shape))
        return TRUE;
  return FALSE;
}

gboolean refnet_sign_in_shape(const RefnetGrid *grid, RefnetDateOrder order,
                              RefnetSignInShape *shape) {
  const RefnetSignInShape none = {.organization = G_MAXUINT,
                                  .person = G_MAXUINT,
                                  .last_name = G_MAXUINT,
                                  .email = G_MAXUINT,
                                  .phone = G_MAXUINT,
                                  .role = G_MAXUINT,
                                  .people = G_MAXUINT,
                                  .date = G_MAXUINT,
                                  .held = REFNET_DATE_UNKNOWN};
  for (guint r = 0; r < MIN(grid->rows, (guint)HEADER_ROWS_MOST); r++) {
    *shape = none;
    shape->header = r;
    count_dates(grid, order, shape);
    if (shape->dates + shape->short_dates >= LEAST_DATES) {
      find_columns(grid, shape);
      return !holds_tallies(grid, order, r);
    }
    if (is_one_meeting(grid, r, order, shape))
      return TRUE;
    if (filled(grid, r) > CAPTION_CELLS_MOST)
      break;
  }
  *shape = none;
  return is_log(grid, order, shape);
}
