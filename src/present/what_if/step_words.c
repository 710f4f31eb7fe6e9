/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/what_if/step_words.h"

#include "present/wording/words.h"

enum { NAMED = 5 };

static const char *label_of(const RefnetDataset *dataset, guint32 organization) {
  return refnet_organization_label(&dataset->organizations[organization]);
}

static char *person_words(const RefnetDataset *dataset, guint32 person, gboolean show_people) {
  for (guint32 c = 0; c < dataset->contact_count; c++)
    if (dataset->contacts[c].person == person)
      return refnet_words_contact(dataset, c, show_people);
  return g_strdup("a contact");
}

/* "Elm Clinic closed" */
static char *step_words(const RefnetDataset *dataset, const RefnetEdit *edit,
                        gboolean show_people) {
  const char *name =
      edit->organization == REFNET_NONE ? NULL : label_of(dataset, edit->organization);
  const char *other = edit->other == REFNET_NONE ? NULL : label_of(dataset, edit->other);
  const char *service =
      edit->service == REFNET_NONE ? NULL : dataset->services.names[edit->service];
  const char *area = edit->area == REFNET_NONE ? NULL : dataset->areas[edit->area].name;
  g_autofree char *person = NULL;
  switch (edit->kind) {
  case REFNET_EDIT_CLOSE:
    return g_strdup_printf("%s closed", name);
  case REFNET_EDIT_LEAVE:
    person = person_words(dataset, edit->person, show_people);
    return g_strdup_printf("%s left", person);
  case REFNET_EDIT_ADD_TIE:
    return g_strdup_printf("%s referred to %s", name, other);
  case REFNET_EDIT_DROP_TIE:
    return g_strdup_printf("%s and %s no longer referred to each other", name, other);
  case REFNET_EDIT_OFFER:
    return g_strdup_printf("%s offered %s%s%s", name, service, area ? " in " : "",
                           area ? area : "");
  case REFNET_EDIT_STOP_OFFERING:
    return g_strdup_printf("%s no longer offered %s%s%s", name, service, area ? " in " : "",
                           area ? area : "");
  case REFNET_EDIT_MERGE:
    return g_strdup_printf("%s became part of %s", other, name);
  case REFNET_EDIT_ADD_CONTACT:
    return g_strdup_printf("%s had one contact more", name);
  }
  return g_strdup("");
}

char *refnet_steps_words(const RefnetSteps *steps, gboolean show_people) {
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
  gsize named = steps->count <= NAMED + 1 ? steps->count : NAMED;
  for (gsize i = 0; i < named; i++)
    g_ptr_array_add(words, step_words(steps->dataset, &steps->edits[i], show_people));
  if (named < steps->count)
    g_ptr_array_add(words, refnet_words_count(steps->count - named, "further step were taken",
                                              "further steps were taken"));
  return refnet_words_list((const char *const *)words->pdata, words->len, 0);
}
