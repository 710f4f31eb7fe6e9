/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/date_pieces.h"

#include "base/month_names.h"

#include <string.h>

void refnet_date_skip_blanks(const char **text) {
  while (g_ascii_isspace(**text))
    (*text)++;
}

gboolean refnet_date_read_digits(const char **text, int least, int most, int *value) {
  int digits = 0, number = 0;
  for (; g_ascii_isdigit((*text)[digits]); digits++) {
    if (digits == most)
      return FALSE;
    number = number * 10 + ((*text)[digits] - '0');
  }
  if (digits < least)
    return FALSE;
  *text += digits;
  *value = number;
  return TRUE;
}

gboolean refnet_date_read_character(const char **text, char wanted) {
  if (**text != wanted)
    return FALSE;
  (*text)++;
  return TRUE;
}

gboolean refnet_date_read_month_name(const char **text, int *month) {
  gsize letters = 0;
  while (g_ascii_isalpha((*text)[letters]))
    letters++;
  for (int i = 0; i < 12; i++) {
    gboolean whole = letters == strlen(refnet_month_names[i]);
    gboolean shortened = letters == 3 || (letters == 4 && i == 8);
    if (!(whole || shortened) || g_ascii_strncasecmp(*text, refnet_month_names[i], letters) != 0)
      continue;
    *text += letters;
    refnet_date_read_character(text, '.');
    *month = i + 1;
    return TRUE;
  }
  return FALSE;
}

gboolean refnet_date_read_year(const char **text, int *year, gboolean *is_short) {
  if (refnet_date_read_digits(text, 4, 4, year))
    return TRUE;
  const char *digits = *text;
  refnet_date_read_character(&digits, '\'');
  if (!refnet_date_read_digits(&digits, 2, 2, year))
    return FALSE;
  *text = digits;
  *year += *year < 69 ? 2000 : 1900;
  *is_short = TRUE;
  return TRUE;
}

void refnet_date_skip_ordinal_ending(const char **text) {
  static const char *const endings[] = {"st", "nd", "rd", "th"};
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_ascii_strncasecmp(*text, endings[i], 2) == 0 && !g_ascii_isalpha((*text)[2])) {
      *text += 2;
      return;
    }
}

/* "Z", "+01:00", "-0500"; none of them moves the day as it was written. */
static gboolean skip_time_zone(const char **text) {
  int hours, minutes;
  if (refnet_date_read_character(text, 'Z') || refnet_date_read_character(text, 'z'))
    return TRUE;
  if (!refnet_date_read_character(text, '+') && !refnet_date_read_character(text, '-'))
    return TRUE;
  if (!refnet_date_read_digits(text, 2, 2, &hours) && !refnet_date_read_digits(text, 4, 4, &hours))
    return FALSE;
  return !refnet_date_read_character(text, ':') || refnet_date_read_digits(text, 2, 2, &minutes);
}

static void skip_half_of_day(const char **text) {
  const char *after = *text;
  refnet_date_skip_blanks(&after);
  if (g_ascii_strncasecmp(after, "am", 2) == 0 || g_ascii_strncasecmp(after, "pm", 2) == 0)
    *text = after + 2;
}

/* 9:30, 09:30:15.250 PM, 00:00:00Z; TRUE when it is a time of the day. */
static gboolean skip_clock(const char **text) {
  int hours, minutes, seconds = 0;
  if (!refnet_date_read_digits(text, 1, 2, &hours) || !refnet_date_read_character(text, ':') ||
      !refnet_date_read_digits(text, 2, 2, &minutes))
    return FALSE;
  if (refnet_date_read_character(text, ':')) {
    if (!refnet_date_read_digits(text, 2, 2, &seconds))
      return FALSE;
    if (refnet_date_read_character(text, '.') || refnet_date_read_character(text, ','))
      while (g_ascii_isdigit(**text))
        (*text)++;
  }
  skip_half_of_day(text);
  refnet_date_skip_blanks(text);
  return hours < 24 && minutes < 60 && seconds <= 60 && skip_time_zone(text);
}

gboolean refnet_date_only_time_left(const char *text) {
  gboolean marked = *text == 'T' || *text == 't' || *text == ',';
  if (*text != '\0' && !marked && !g_ascii_isspace(*text))
    return FALSE;
  text += marked;
  refnet_date_skip_blanks(&text);
  if (*text == '\0')
    return !marked;
  if (!skip_clock(&text))
    return FALSE;
  refnet_date_skip_blanks(&text);
  return *text == '\0';
}
