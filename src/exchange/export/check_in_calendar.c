/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is due, as a calendar. */
#include <refnet/exchange.h>

#include <string.h>

#include "base/hash.h"
#include "exchange/export/icalendar.h"
#include "present/upkeep/check_in_sentences.h"

/* What makes an entry itself, without naming anybody: a file read again replaces what it brought
 * before. */
static char *entry_uid(const RefnetCheckIns *check_ins, const RefnetDue *due) {
  const RefnetNetwork *network = check_ins->network;
  g_autofree char *date = refnet_date_iso(due->due);
  const char *partner =
      due->partner == REFNET_NONE ? "" : refnet_network_organization(network, due->partner)->id;
  const RefnetContact *contact = due->contact == REFNET_NONE || due->partner != REFNET_NONE
                                     ? NULL
                                     : &network->dataset->contacts[due->contact];
  g_autofree char *key =
      g_strjoin("\n", refnet_network_organization(network, due->vertex)->id, partner,
                contact ? contact->name : "", contact && contact->email ? contact->email : "",
                contact && contact->role ? contact->role : "", date, NULL);
  return g_strdup_printf("%s-%016" G_GINT64_MODIFIER "x@refnet", refnet_due_key(due->kind),
                         refnet_hash_bytes(key, strlen(key)));
}

static void write_due(const RefnetCheckIns *check_ins, const RefnetDue *due,
                      const RefnetWording *wording, RefnetOutput *output) {
  g_autofree char *uid = entry_uid(check_ins, due);
  g_autofree char *title = refnet_due_title(check_ins, due);
  g_autofree char *sentence = refnet_due_sentence(check_ins, due, wording->show_people);
  gboolean has_day = due->due != REFNET_DATE_UNKNOWN;
  RefnetCalendarEntry entry = {
      .uid = uid,
      .summary = title,
      .description = sentence,
      .category = refnet_due_key(due->kind),
      .date = has_day ? MAX(due->due, check_ins->as_of) : REFNET_DATE_UNKNOWN,
  };
  refnet_icalendar_entry(output, &entry, check_ins->as_of);
}

static void write_nothing_due(const RefnetCheckIns *check_ins, RefnetOutput *output) {
  RefnetCalendarEntry entry = {
      .uid = "nothing-due@refnet",
      .summary = "Nothing is due",
      .description = "Nothing was due when this calendar was written.",
      .category = "note",
      .date = check_ins->as_of,
  };
  refnet_icalendar_note(output, &entry, check_ins->as_of);
}

void refnet_check_ins_write_calendar(const RefnetCheckIns *check_ins, const RefnetWording *wording,
                                     RefnetOutput *output) {
  g_autofree char *name = g_strdup_printf("Check-ins of %s", check_ins->network->dataset->name);
  refnet_icalendar_begin(output, name);
  for (gsize i = 0; i < check_ins->due_count; i++)
    write_due(check_ins, &check_ins->due[i], wording, output);
  if (check_ins->due_count == 0)
    write_nothing_due(check_ins, output);
  refnet_icalendar_end(output);
}
