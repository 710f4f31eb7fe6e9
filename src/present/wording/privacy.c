/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/wording/privacy.h"

#include <string.h>

/* Shorter names would be found inside other words. */
enum { SHORTEST_MENTION = 4 };

static gboolean equals(const char *a, const char *b) {
  return a && g_ascii_strcasecmp(a, b) == 0;
}

gboolean refnet_is_contact(const RefnetDataset *dataset, const char *text) {
  for (guint32 i = 0; text && i < dataset->contact_count; i++)
    if (equals(dataset->contacts[i].name, text) || equals(dataset->contacts[i].email, text))
      return TRUE;
  return FALSE;
}

static gboolean stands_in(const char *text, const char *name) {
  return name && strlen(name) >= SHORTEST_MENTION && strstr(text, name) != NULL;
}

gboolean refnet_mentions_contact(const RefnetDataset *dataset, const char *text) {
  for (guint32 i = 0; text && i < dataset->contact_count; i++)
    if (stands_in(text, dataset->contacts[i].name) || stands_in(text, dataset->contacts[i].email))
      return TRUE;
  return FALSE;
}

const char *refnet_without_contact(const RefnetDataset *dataset, const char *text,
                                   gboolean show_people) {
  return !show_people && refnet_is_contact(dataset, text) ? NULL : text;
}

char *refnet_withhold_quoted(const RefnetDataset *dataset, const char *message) {
  g_auto(GStrv) parts = g_strsplit(message, "\"", -1);
  for (char **part = parts; *part; part++)
    if (refnet_is_contact(dataset, *part)) {
      g_free(*part);
      *part = g_strdup("(a contact)");
    }
  return g_strjoinv("\"", parts);
}

gboolean refnet_may_name_people(const char *heading) {
  static const char *const words[] = {"contact", "person",  "director", "phone", "mobile",
                                      "mail",    "manager", "staff",    "cell",  "fax"};
  g_autofree char *folded = refnet_text_fold_header(heading);
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (strstr(folded, words[i]))
      return TRUE;
  return FALSE;
}
