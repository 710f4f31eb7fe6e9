/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plan of meetings, as a calendar. */
#include <refnet/exchange.h>

#include <string.h>

#include "base/hash.h"
#include "exchange/export/icalendar.h"
#include "present/who_else/suggestion_sentences.h"

static const char *id_of(const RefnetNetwork *network, guint32 vertex) {
  return vertex == REFNET_NONE ? "" : refnet_network_organization(network, vertex)->id;
}

/* Who asks and who is met: a plan made again moves the meeting and doesn't double it. */
static char *entry_uid(const RefnetWhoElse *who_else, guint32 vertex) {
  g_autofree char *key = g_strjoin("\n", id_of(who_else->network, who_else->organization),
                                   id_of(who_else->network, vertex), NULL);
  return g_strdup_printf("meeting-%016" G_GINT64_MODIFIER "x@refnet",
                         refnet_hash_bytes(key, strlen(key)));
}

static void write_meeting(const RefnetMeetingPlan *plan, const RefnetPlannedMeeting *meeting,
                          const RefnetWording *wording, RefnetOutput *output) {
  const RefnetWhoElse *who_else = plan->who_else;
  g_autofree char *uid = entry_uid(who_else, who_else->suggestions[meeting->suggestion].vertex);
  g_autofree char *title = refnet_plan_title(plan, meeting);
  g_autofree char *sentence = refnet_plan_sentence(plan, meeting, wording);
  RefnetCalendarEntry entry = {
      .uid = uid,
      .summary = title,
      .description = sentence,
      .category = "meeting",
      .date = meeting->date,
  };
  refnet_icalendar_entry(output, &entry, wording->as_of);
}

static void write_nothing(const RefnetWording *wording, RefnetOutput *output) {
  RefnetCalendarEntry entry = {
      .uid = "nobody-to-meet@refnet",
      .summary = "Nobody to meet",
      .description = "Nobody was suggested when this calendar was written.",
      .category = "note",
      .date = wording->as_of,
  };
  refnet_icalendar_note(output, &entry, wording->as_of);
}

void refnet_meeting_plan_write_calendar(const RefnetMeetingPlan *plan, const RefnetWording *wording,
                                        RefnetOutput *output) {
  g_autofree char *name =
      g_strdup_printf("Meetings for %s", plan->who_else->network->dataset->name);
  refnet_icalendar_begin(output, name);
  for (guint32 i = 0; i < plan->count; i++)
    write_meeting(plan, &plan->meetings[i], wording, output);
  if (plan->count == 0)
    write_nothing(wording, output);
  refnet_icalendar_end(output);
}
