/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/workbook/cell_format.h"

#include <math.h>
#include <string.h>

#include <refnet/base.h>

#include "model/columns/figures.h"

#define DAY_SECONDS 86400
/* Serial numbers of 1 January 1970 in either way of counting, and of the last day there is. */
#define EPOCH_1900 25569
#define EPOCH_1904 24107
#define LAST_DAY 2958466.0
#define NO_LEAP_DAY 60 /* 29 February 1900 */

/* ---- which format ---------------------------------------------------------------------------- */

RefnetCellFormat refnet_cell_format_builtin(guint id) {
  gboolean is_date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
                     (id >= 50 && id <= 54) || id == 57 || id == 58;
  gboolean is_time = (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) ||
                     id == 55 || id == 56;
  return (RefnetCellFormat){is_date   ? REFNET_CELL_FORMAT_DATE
                            : is_time ? REFNET_CELL_FORMAT_TIME
                                      : REFNET_CELL_FORMAT_NUMBER,
                            NULL};
}

/* The end of what begins at `at` and is literal text, or a colour or condition in brackets; `at`
 * itself: it is neither. */
static const char *skip_literal(const char *at) {
  if (*at == '"') {
    const char *end = strchr(at + 1, '"');
    return end != NULL ? end + 1 : at + strlen(at);
  }
  if ((*at == '\\' || *at == '_' || *at == '*') && at[1] != '\0')
    return g_utf8_next_char(at + 1);
  if (*at == '[' && strchr("hHmMsS", at[1]) == NULL) {
    const char *end = strchr(at, ']');
    return end != NULL ? end + 1 : at + strlen(at);
  }
  return at;
}

/* Which letters of dates and times the first section of a pattern has, and whether it has digits.
 */
typedef struct {
  gboolean days, months, hours, digits, others;
} Letters;

static Letters find_letters(const char *pattern) {
  Letters letters = {0};
  for (const char *at = pattern; *at != '\0' && *at != ';';) {
    const char *end = skip_literal(at);
    if (end > at) {
      at = end;
      continue;
    }
    char letter = g_ascii_tolower(*at);
    letters.days |= letter == 'd' || letter == 'y';
    letters.months |= letter == 'm';
    letters.hours |= letter == 'h' || letter == 's';
    letters.digits |= letter == '0';
    letters.others |= strchr("#?.,%@/", letter) != NULL || letter == 'g' || letter == 'e';
    at = g_utf8_next_char(at);
  }
  return letters;
}

RefnetCellFormat refnet_cell_format_parse(const char *pattern) {
  if (g_ascii_strncasecmp(pattern, "general", 7) == 0)
    return (RefnetCellFormat){REFNET_CELL_FORMAT_NUMBER, NULL};
  Letters letters = find_letters(pattern);
  if (letters.days || (letters.months && !letters.hours && !letters.digits))
    return (RefnetCellFormat){REFNET_CELL_FORMAT_DATE, NULL};
  if (letters.hours)
    return (RefnetCellFormat){REFNET_CELL_FORMAT_TIME, NULL};
  if (letters.digits && !letters.others && strlen(pattern) > 1)
    return (RefnetCellFormat){REFNET_CELL_FORMAT_CODE, pattern};
  return (RefnetCellFormat){REFNET_CELL_FORMAT_NUMBER, NULL};
}

/* ---- texts ----------------------------------------------------------------------------------- */

/* Fifteen digits, as spreadsheets show: 0.1 + 0.2 is 0.3. A number is not in doubt as the text
 * "1.125" is, which may be written for 1,125. */
static char *number_text(double number) {
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(text, sizeof text, "%.15g", number);
  return g_strconcat(text, refnet_figure_could_be_two(text) ? "0" : NULL, NULL);
}

static char *time_text(gint64 seconds) {
  return g_strdup_printf("%02" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT,
                         seconds / 3600, seconds / 60 % 60, seconds % 60);
}

static char *date_text(double number, gboolean from_1904) {
  gint64 seconds = (gint64)floor(number * DAY_SECONDS + 0.5);
  gint64 day = seconds / DAY_SECONDS;
  seconds %= DAY_SECONDS;
  if (!from_1904 && day < NO_LEAP_DAY)
    day++;
  RefnetDate date = (RefnetDate)(day - (from_1904 ? EPOCH_1904 : EPOCH_1900));
  g_autofree char *iso = refnet_date_iso(date);
  if (seconds == 0)
    return g_steal_pointer(&iso);
  g_autofree char *time = time_text(seconds);
  return g_strdup_printf("%s %s", iso, time);
}

/* Whether the character at `at`, which is no literal, holds the place of a digit. */
static guint count_places(const char *pattern) {
  guint places = 0;
  for (const char *at = pattern; *at != '\0' && *at != ';';) {
    const char *end = skip_literal(at);
    places += end == at && *at == '0';
    at = end > at ? end : g_utf8_next_char(at);
  }
  return places;
}

static void append_literal(GString *text, const char *at, const char *end) {
  if (*at == '"')
    g_string_append_len(text, at + 1, end - at - (end[-1] == '"' && end - at > 1 ? 2 : 1));
  else if (*at == '\\')
    g_string_append_len(text, at + 1, end - at - 1);
}

/* 4212 by "00000" is "04212", 5551234567 by "(000) 000-0000" is "(555) 123-4567". */
static char *code_text(const char *pattern, double number) {
  g_autofree char *digits = number_text(number);
  guint places = count_places(pattern), length = (guint)strlen(digits);
  if (strspn(digits, "0123456789") != length || length > places)
    return g_steal_pointer(&digits);
  GString *text = g_string_new(NULL);
  guint left = places;
  for (const char *at = pattern; *at != '\0' && *at != ';';) {
    const char *end = skip_literal(at);
    if (end > at) {
      append_literal(text, at, end);
      at = end;
      continue;
    }
    if (*at == '0') {
      g_string_append_c(text, left > length ? '0' : digits[length - left]);
      left--;
    } else {
      g_string_append_unichar(text, g_utf8_get_char(at));
    }
    at = g_utf8_next_char(at);
  }
  return g_string_free(text, FALSE);
}

char *refnet_cell_format_text(const RefnetCellFormat *format, double number, gboolean from_1904) {
  gboolean is_day = number >= 0 && number < LAST_DAY;
  if (format->kind == REFNET_CELL_FORMAT_DATE && is_day)
    return date_text(number, from_1904);
  if (format->kind == REFNET_CELL_FORMAT_TIME && is_day)
    return time_text((gint64)floor(number * DAY_SECONDS + 0.5));
  if (format->kind == REFNET_CELL_FORMAT_CODE)
    return code_text(format->pattern, number);
  return number_text(number);
}
