/* SPDX-License-Identifier: GPL-2.0-or-later */
/* contacts.csv, and the contacts whom referrals name. */
#include "model/load/cells.h"
#include "model/columns/lists.h"
#include "model/columns/words.h"
#include "model/load/load.h"
#include "model/load/people.h"

#include <string.h>

static RefnetPlace *add_place(RefnetLoader *loader, guint32 organization, const char *name) {
  RefnetPlace *place = refnet_array_append(&loader->contacts);
  g_autofree char *fold = refnet_text_fold(name);
  if (place == NULL)
    return NULL;
  place->contact.organization = organization;
  place->contact.name = refnet_pool_intern(loader->store->pool, name);
  place->folded_name = refnet_pool_intern(loader->store->pool, fold);
  place->contact.person = REFNET_NONE;
  place->contact.primary = REFNET_TRI_UNKNOWN;
  place->contact.first_contact = REFNET_DATE_UNKNOWN;
  place->contact.last_contact = REFNET_DATE_UNKNOWN;
  place->contact.left = REFNET_DATE_UNKNOWN;
  return place->contact.name != NULL && place->folded_name != NULL ? place : NULL;
}

/* As a word of it: "Lina" has no "Li". Where words are not parted, anywhere. */
static gboolean has_word(const char *name, const char *last) {
  g_autofree char *folded = refnet_text_fold(name);
  g_autofree char *wanted = refnet_text_fold(last);
  const gsize length = strlen(wanted);
  for (const char *at = strstr(folded, wanted); at != NULL; at = strstr(at + 1, wanted))
    if ((at == folded || !g_ascii_isalpha(at[-1])) && !g_ascii_isalpha(at[length]))
      return TRUE;
  return FALSE;
}

/* In a column of its own; "": it has none, or the cell says nothing. */
static const char *last_name(const RefnetReading *reading) {
  const gint column = reading->sheet->last_name;
  const char *last =
      column >= 0 && (guint)column < reading->row->fields ? reading->row->cells[column] : "";
  const RefnetField *name = &refnet_file_fields(REFNET_FILE_CONTACTS)->fields[REFNET_CONTACT_NAME];
  return refnet_word_is_blank(last, name) ? "" : last;
}

/* From one column or two; NULL: both are blank. Caller frees. */
static char *whole_name(const RefnetReading *reading) {
  const char *name = refnet_cell_text(reading, REFNET_CONTACT_NAME);
  const char *last = last_name(reading);
  if (*last == '\0' || (name != NULL && has_word(name, last)))
    return g_strdup(name);
  return name == NULL ? g_strdup(last) : g_strjoin(" ", name, last, NULL);
}

static RefnetRowFate take(RefnetReading *reading) {
  RefnetLoader *loader = reading->loader;
  guint32 organization = refnet_cell_organization(reading, REFNET_CONTACT_ORGANIZATION);
  g_autofree char *name = whole_name(reading);
  if (organization == REFNET_NONE ||
      (name == NULL && !refnet_cell_require(reading, REFNET_CONTACT_NAME)))
    return REFNET_ROW_REJECTED;
  if (refnet_reading_is_repeat(reading))
    return REFNET_ROW_MERGED;
  RefnetPlace *place = add_place(loader, organization, name);
  if (place == NULL) {
    refnet_loader_out_of_memory(loader);
    return REFNET_ROW_REJECTED;
  }
  RefnetContact *contact = &place->contact;
  contact->id = refnet_cell_copy(reading, REFNET_CONTACT_ID);
  contact->role = refnet_cell_copy(reading, REFNET_CONTACT_ROLE);
  contact->email = refnet_cell_copy(reading, REFNET_CONTACT_EMAIL);
  contact->phone = refnet_cell_copy(reading, REFNET_CONTACT_PHONE);
  contact->channel = refnet_cell_copy(reading, REFNET_CONTACT_CHANNEL);
  contact->succeeded_by = refnet_cell_copy(reading, REFNET_CONTACT_SUCCEEDED_BY);
  contact->primary = refnet_cell_answer(reading, REFNET_CONTACT_PRIMARY);
  contact->first_contact = refnet_cell_date(reading, REFNET_CONTACT_FIRST_CONTACT);
  contact->last_contact = refnet_cell_date(reading, REFNET_CONTACT_LAST_CONTACT);
  contact->left = refnet_cell_date(reading, REFNET_CONTACT_LEFT);
  contact->line = (guint32)reading->row->line;
  return REFNET_ROW_KEPT;
}

/* ---- finding contacts by what referrals call them -------------------------------------------- */

typedef enum { BY_NAME = 'n', BY_ID = 'i', BY_EMAIL = 'e' } Naming;

/* `organization` REFNET_NONE: wherever the contact is. */
static char *contact_key(Naming naming, guint32 organization, const char *text) {
  g_autofree char *fold = refnet_text_fold(text);
  return g_strdup_printf("%c%u %s", (char)naming, organization, fold);
}

/* The first to claim a key keeps it. */
static gboolean claim_key(RefnetLoader *loader, Naming naming, guint32 organization,
                          const char *text, guint32 contact) {
  if (text == NULL)
    return TRUE;
  g_autofree char *key = contact_key(naming, organization, text);
  guint32 number = refnet_interner_add(loader->contact_keys, key, strlen(key));
  if (number < loader->contact_of_key.length)
    return TRUE;
  guint32 *claimed = number != REFNET_NONE ? refnet_array_append(&loader->contact_of_key) : NULL;
  if (claimed != NULL)
    *claimed = contact;
  return claimed != NULL;
}

static guint32 find_key(const RefnetLoader *loader, Naming naming, guint32 organization,
                        const char *text) {
  g_autofree char *key = contact_key(naming, organization, text);
  guint32 number = refnet_interner_find(loader->contact_keys, key, strlen(key));
  return number != REFNET_NONE ? *refnet_array_at(&loader->contact_of_key, guint32, number)
                               : REFNET_NONE;
}

static gboolean claim_keys(RefnetLoader *loader, guint32 number) {
  const RefnetContact *contact = &refnet_array_at(&loader->contacts, RefnetPlace, number)->contact;
  guint32 organization = contact->organization;
  return claim_key(loader, BY_NAME, organization, contact->name, number) &&
         claim_key(loader, BY_ID, organization, contact->id, number) &&
         claim_key(loader, BY_EMAIL, organization, contact->email, number) &&
         claim_key(loader, BY_ID, REFNET_NONE, contact->id, number);
}

/* Whoever is still there is meant before one of the same name who left. */
static gboolean finish(RefnetLoader *loader, GError **error) {
  if (!refnet_sort_places(&loader->contacts))
    return refnet_set_out_of_memory(error);
  for (int left = 0; left < 2; left++)
    for (guint32 i = 0; i < loader->contacts.length; i++) {
      const RefnetPlace *place = refnet_array_at(&loader->contacts, RefnetPlace, i);
      if ((place->contact.left != REFNET_DATE_UNKNOWN) == left && !claim_keys(loader, i))
        return refnet_set_out_of_memory(error);
    }
  return TRUE;
}

const RefnetFileLoader refnet_load_contacts = {REFNET_FILE_CONTACTS, NULL, take, finish, NULL};

/* Of the spellings of an unlisted name the bytewise first stays, whichever row comes first. */
static void prefer_spelling(RefnetLoader *loader, guint32 number, const char *text) {
  RefnetContact *contact = &refnet_array_at(&loader->contacts, RefnetPlace, number)->contact;
  if (contact->line > 0 || contact->id != NULL || strcmp(text, contact->name) >= 0)
    return;
  const char *name = refnet_pool_intern(loader->store->pool, text);
  if (name != NULL)
    contact->name = name;
  else
    refnet_loader_out_of_memory(loader);
}

static guint32 find_contact(RefnetLoader *loader, guint32 organization, const char *text) {
  guint32 contact = find_key(loader, BY_ID, organization, text);
  if (contact != REFNET_NONE)
    return contact;
  contact = find_key(loader, BY_NAME, organization, text);
  if (contact == REFNET_NONE)
    return find_key(loader, BY_EMAIL, organization, text);
  prefer_spelling(loader, contact, text);
  return contact;
}

/* A contact listed elsewhere under that id gets a place here; other texts are names. What is found
 * here by a name or an address must not hang on whether a row that gives the id came before. */
static guint32 add_unlisted(RefnetReading *reading, guint32 organization, const char *text) {
  RefnetLoader *loader = reading->loader;
  guint32 elsewhere = find_key(loader, BY_ID, REFNET_NONE, text);
  RefnetContact known = {.name = text};
  if (elsewhere != REFNET_NONE)
    known = refnet_array_at(&loader->contacts, RefnetPlace, elsewhere)->contact;
  guint32 number = (guint32)loader->contacts.length;
  RefnetPlace *place = add_place(loader, organization, known.name);
  if (place == NULL)
    return REFNET_NONE;
  place->contact.id = known.id;
  place->contact.email = known.email;
  gboolean is_claimed = elsewhere != REFNET_NONE
                            ? claim_key(loader, BY_ID, organization, known.id, number)
                            : claim_keys(loader, number);
  return is_claimed ? number : REFNET_NONE;
}

guint32 refnet_cell_contact(RefnetReading *reading, guint field, guint32 organization) {
  const char *text = refnet_cell_text(reading, field);
  RefnetLoader *loader = reading->loader;
  if (text == NULL)
    return REFNET_NONE;
  g_auto(GStrv) names = refnet_list_split(text, ";|");
  if (names[0] == NULL)
    return REFNET_NONE;
  if (names[1] != NULL)
    refnet_cell_report(reading, REFNET_KIND_SEVERAL_CONTACTS, field,
                       "give each contact a row of its own",
                       "the cell names several contacts; the first was taken");
  guint32 contact = find_contact(loader, organization, names[0]);
  if (contact != REFNET_NONE)
    return contact;
  contact = add_unlisted(reading, organization, names[0]);
  if (contact == REFNET_NONE) {
    refnet_loader_out_of_memory(loader);
    return contact;
  }
  refnet_sheet_report(reading->sheet, loader->store->dataset.diagnostics,
                      REFNET_KIND_UNLISTED_CONTACT, reading->row->line, field, contact,
                      "add the contact to contacts.csv, or correct the name",
                      "{person} is not listed in contacts.csv");
  return contact;
}
