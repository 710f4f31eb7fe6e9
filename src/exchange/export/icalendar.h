/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Calendar files, RFC 5545: escaping, folding, dates. What stands in them is the caller's. */
#ifndef REFNET_EXCHANGE_EXPORT_ICALENDAR_H
#define REFNET_EXCHANGE_EXPORT_ICALENDAR_H

#include <refnet/base.h>

G_BEGIN_DECLS

typedef struct {
  const char *uid;     /* the same for the same entry in every file */
  const char *summary; /* a few words */
  const char *description;
  const char *category;
  RefnetDate date; /* of an event that takes the day; UNKNOWN: a to-do for any time */
} RefnetCalendarEntry;

/* Begins a calendar called `name`. Texts are UTF-8; characters that a calendar can't hold are left
 * out. A calendar must have an entry before it ends. */
void refnet_icalendar_begin(RefnetOutput *output, const char *name);
/* `stamp`: the date the entry was made. */
void refnet_icalendar_entry(RefnetOutput *output, const RefnetCalendarEntry *entry,
                            RefnetDate stamp);
/* An entry that calendars keep and do not show: for a calendar that would have none. */
void refnet_icalendar_note(RefnetOutput *output, const RefnetCalendarEntry *entry,
                           RefnetDate stamp);
void refnet_icalendar_end(RefnetOutput *output);

G_END_DECLS

#endif
