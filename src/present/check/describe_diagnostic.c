/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One thing wrong with the data as a sentence, with names only for those who asked for them. */
#include <refnet/present.h>

#include "present/wording/privacy.h"
#include "present/wording/words.h"

/* The message with every `{person}` replaced by `label`. */
static char *fill_in_person(const char *message, const char *label) {
  g_auto(GStrv) parts = g_strsplit(message, "{person}", -1);
  return g_strjoinv(label, parts);
}

char *refnet_describe_diagnostic(const RefnetDataset *dataset, const RefnetDiagnostic *diagnostic,
                                 gboolean show_people) {
  g_autofree char *message = show_people ? g_strdup(diagnostic->message)
                                         : refnet_withhold_quoted(dataset, diagnostic->message);
  if (diagnostic->contact == REFNET_NONE || diagnostic->contact >= dataset->contact_count)
    return g_steal_pointer(&message);
  g_autofree char *label = refnet_words_contact(dataset, diagnostic->contact, show_people);
  return fill_in_person(message, label);
}
