/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Calendar files, RFC 5545. */
#include "exchange/export/icalendar.h"

#include <string.h>

enum { LINE_OCTETS = 75 /* RFC 5545, 3.1: without the line break */ };

/* Appends one content line. What is too long goes on in lines that begin with a blank; no character
 * is cut in two. */
static void write_line(RefnetOutput *output, const char *line) {
  gsize room = LINE_OCTETS;
  while (strlen(line) > room) {
    gsize part = room;
    while (part > 1 && ((guchar)line[part] & 0xC0) == 0x80)
      part--;
    refnet_output_write(output, line, part);
    refnet_output_puts(output, "\r\n ");
    line += part;
    room = LINE_OCTETS - 1;
  }
  refnet_output_puts(output, line);
  refnet_output_puts(output, "\r\n");
}

/* Appends a value of type TEXT (3.3.11). */
static void append_text(GString *line, const char *text) {
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  for (const char *c = valid; *c; c = g_utf8_next_char(c)) {
    gunichar character = g_utf8_get_char(c);
    if (character == '\n')
      g_string_append(line, "\\n");
    else if (character == '\\' || character == ';' || character == ',')
      g_string_append_printf(line, "\\%c", (char)character);
    else if (character == '\t' || !g_unichar_iscntrl(character))
      g_string_append_unichar(line, character);
  }
}

static void write_text(RefnetOutput *output, const char *property, const char *text) {
  g_autoptr(GString) line = g_string_new(property);
  g_string_append_c(line, ':');
  append_text(line, text);
  write_line(output, line->str);
}

/* "20260214": a DATE (3.3.4). */
static char *compact_date(RefnetDate date) {
  g_autofree char *iso = refnet_date_iso(date);
  g_auto(GStrv) parts = g_strsplit(iso ? iso : "1970-01-01", "-", -1);
  return g_strjoinv("", parts);
}

static void write_date(RefnetOutput *output, const char *property, RefnetDate date,
                       const char *end) {
  g_autofree char *compact = compact_date(date);
  g_autofree char *line = g_strconcat(property, ":", compact, end, NULL);
  write_line(output, line);
}

static void write_component(RefnetOutput *output, const char *component,
                            const RefnetCalendarEntry *entry, RefnetDate stamp) {
  write_text(output, "BEGIN", component);
  write_text(output, "UID", entry->uid);
  write_date(output, "DTSTAMP", stamp, "T000000Z");
  if (entry->date != REFNET_DATE_UNKNOWN)
    write_date(output, "DTSTART;VALUE=DATE", entry->date, "");
  write_text(output, "SUMMARY", entry->summary);
  write_text(output, "DESCRIPTION", entry->description);
  write_text(output, "CATEGORIES", entry->category);
  if (g_str_equal(component, "VEVENT")) /* the day stays free for other things */
    write_line(output, "TRANSP:TRANSPARENT");
  write_text(output, "END", component);
}

void refnet_icalendar_begin(RefnetOutput *output, const char *name) {
  write_line(output, "BEGIN:VCALENDAR");
  write_line(output, "VERSION:2.0");
  write_line(output, "PRODID:-//refnet//refnet//EN");
  write_line(output, "CALSCALE:GREGORIAN");
  write_text(output, "X-WR-CALNAME", name);
}

void refnet_icalendar_entry(RefnetOutput *output, const RefnetCalendarEntry *entry,
                            RefnetDate stamp) {
  write_component(output, entry->date == REFNET_DATE_UNKNOWN ? "VTODO" : "VEVENT", entry, stamp);
}

void refnet_icalendar_note(RefnetOutput *output, const RefnetCalendarEntry *entry,
                           RefnetDate stamp) {
  write_component(output, "VJOURNAL", entry, stamp);
}

void refnet_icalendar_end(RefnetOutput *output) {
  write_line(output, "END:VCALENDAR");
}
