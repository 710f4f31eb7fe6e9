/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers as whole cells. The grammar is checked first: the C library's own would let hexadecimal,
 * "nan", "inf" and half-read cells through. */
#include <refnet/base.h>

#include <math.h>
#include <string.h>

#include "base/number.h"

static const char *skip_blanks(const char *text) {
  while (g_ascii_isspace(*text))
    text++;
  return text;
}

static const char *skip_digits(const char *text) {
  while (g_ascii_isdigit(*text))
    text++;
  return text;
}

static gboolean only_blanks_left(const char *text) {
  return *skip_blanks(text) == '\0';
}

/* Past the digits and the decimal point; NULL when there is no digit. */
static const char *skip_mantissa(const char *text) {
  const char *end = skip_digits(text);
  gsize digits = (gsize)(end - text);
  if (*end == '.') {
    const char *fraction = end + 1;
    end = skip_digits(fraction);
    digits += (gsize)(end - fraction);
  }
  return digits > 0 ? end : NULL;
}

/* Past an exponent if there is one; NULL when it has no digits. */
static const char *skip_exponent(const char *text) {
  if (*text != 'e' && *text != 'E')
    return text;
  text++;
  if (*text == '+' || *text == '-')
    text++;
  const char *end = skip_digits(text);
  return end > text ? end : NULL;
}

gboolean refnet_number_parse(const char *text, double *value) {
  const char *start = skip_blanks(text);
  const char *end = start + (*start == '+' || *start == '-');
  end = skip_mantissa(end);
  if (end != NULL)
    end = skip_exponent(end);
  if (end == NULL || !only_blanks_left(end))
    return FALSE;
  double number = g_ascii_strtod(start, NULL);
  if (!isfinite(number))
    return FALSE;
  *value = number;
  return TRUE;
}

/* Length in bytes of the separator of thousands that `text` begins with; 0: none. Never a point:
 * "1.200" is twelve hundred to some and one and a fifth to others. */
static gsize thousands_separator(const char *text) {
  static const char *const separators[] = {
      ",", " ", "\xC2\xA0", /* no-break space */
      "\xE2\x80\x89",       /* thin space */
      "\xE2\x80\xAF"        /* narrow no-break space */
  };
  for (gsize i = 0; i < G_N_ELEMENTS(separators); i++)
    if (g_str_has_prefix(text, separators[i]))
      return strlen(separators[i]);
  return 0;
}

static gboolean append_digits(const char *digits, const char *end, guint64 *value) {
  for (; digits < end; digits++) {
    guint64 digit = (guint64)(*digits - '0');
    if (*value > (G_MAXUINT64 - digit) / 10)
      return FALSE;
    *value = *value * 10 + digit;
  }
  return TRUE;
}

/* Reads the groups of three that follow, all with the same separator; NULL: too large. */
static const char *read_groups(const char *text, guint64 *value) {
  const char *separator = text;
  gsize width = thousands_separator(text);
  while (width > 0 && strncmp(text, separator, width) == 0) {
    const char *group = text + width;
    const char *end = skip_digits(group);
    if (end - group != 3)
      break;
    if (!append_digits(group, end, value))
      return NULL;
    text = end;
  }
  return text;
}

/* Past ".0"; `text` itself when the fraction is not zero, so that the cell is refused. */
static const char *skip_zero_fraction(const char *text, gboolean could_be_thousands) {
  if (*text != '.')
    return text;
  gsize zeros = strspn(text + 1, "0");
  gboolean ambiguous = could_be_thousands && zeros == 3;
  return zeros > 0 && !ambiguous ? text + 1 + zeros : text;
}

gboolean refnet_count_parse(const char *text, guint64 *value) {
  const char *start = skip_blanks(text);
  start += *start == '+';
  const char *end = skip_digits(start);
  guint64 count = 0;
  if (end == start || !append_digits(start, end, &count))
    return FALSE;
  if (*end == '\0') {
    *value = count;
    return TRUE;
  }
  gboolean leading_group = end - start <= 3 && *start != '0';
  const char *digits_end = end;
  if (leading_group)
    end = read_groups(end, &count);
  if (end == NULL)
    return FALSE;
  end = skip_zero_fraction(end, leading_group && end == digits_end);
  if (!only_blanks_left(end))
    return FALSE;
  *value = count;
  return TRUE;
}

char *refnet_number_grouped(const char *number) {
  const char *digits = number + strspn(number, "+-");
  gsize whole = strspn(digits, "0123456789");
  GString *grouped = g_string_new_len(number, digits - number);
  for (gsize i = 0; i < whole; i++) {
    if (i > 0 && (whole - i) % 3 == 0)
      g_string_append_c(grouped, ',');
    g_string_append_c(grouped, digits[i]);
  }
  g_string_append(grouped, digits + whole);
  return g_string_free(grouped, FALSE);
}
