/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Contacts and phone numbers of a directory, through whatever they are said to belong to. */
#include "exchange/directory/hsds.h"
#include "exchange/files/sheet_writer.h"
#include "model/columns/fields.h"
#include "model/columns/words.h"

#include <string.h>

/* ---- whose they are -------------------------------------------------------------------------- */

/* The fields of a table by which its rows hang on others; G_MAXUINT: it has no such field. */
typedef struct {
  RefnetHsdsTable table;
  guint organization, service, service_location, location;
} Owners;

static const Owners contact_owners = {
    REFNET_HSDS_CONTACTS, REFNET_HSDS_CONTACT_ORGANIZATION, REFNET_HSDS_CONTACT_SERVICE,
    REFNET_HSDS_CONTACT_SERVICE_LOCATION, REFNET_HSDS_CONTACT_LOCATION};
static const Owners phone_owners = {REFNET_HSDS_PHONES, REFNET_HSDS_PHONE_ORGANIZATION,
                                    REFNET_HSDS_PHONE_SERVICE, REFNET_HSDS_PHONE_SERVICE_LOCATION,
                                    REFNET_HSDS_PHONE_LOCATION};

/* How near an owner is to an organization; less is nearer. */
typedef enum { ITS_OWN, OF_ITS_LOCATION, OF_ITS_SERVICE, NOBODYS } Nearness;

typedef struct {
  guint32 organization; /* or REFNET_NO_ROW */
  Nearness nearness;
  gboolean is_out; /* it belongs to something that is left out */
} Owner;

static guint32 organization_of_service(const RefnetHsds *hsds, guint32 service, gboolean *is_out) {
  if (service == REFNET_NO_ROW)
    return REFNET_NO_ROW;
  RefnetIndexList owners = refnet_links_of(hsds->service_organizations, service);
  *is_out |= refnet_hsds_is_out(hsds, REFNET_HSDS_SERVICES, service);
  return owners.length > 0 ? owners.items[0] : REFNET_NO_ROW;
}

static guint32 organization_of_location(const RefnetHsds *hsds, guint32 location) {
  return location != REFNET_NO_ROW ? hsds->organization_of_location[location] : REFNET_NO_ROW;
}

static guint32 find_key(const RefnetHsds *hsds, const Owners *owners, guint32 row, guint field,
                        RefnetHsdsTable table) {
  const char *key = refnet_hsds_cell(hsds, owners->table, row, field);
  return refnet_hsds_is_key(key) ? refnet_hsds_find(hsds, table, key) : REFNET_NO_ROW;
}

static Owner find_owner(const RefnetHsds *hsds, const Owners *owners, guint32 row) {
  Owner owner = {REFNET_NO_ROW, NOBODYS, FALSE};
  guint32 joined =
      find_key(hsds, owners, row, owners->service_location, REFNET_HSDS_SERVICE_LOCATIONS);
  guint32 service = find_key(hsds, owners, row, owners->service, REFNET_HSDS_SERVICES);
  if (service == REFNET_NO_ROW && joined != REFNET_NO_ROW)
    service = refnet_hsds_find(hsds, REFNET_HSDS_SERVICES,
                               refnet_hsds_cell(hsds, REFNET_HSDS_SERVICE_LOCATIONS, joined,
                                                REFNET_HSDS_SERVICE_LOCATION_SERVICE));
  guint32 found[] = {find_key(hsds, owners, row, owners->organization, REFNET_HSDS_ORGANIZATIONS),
                     organization_of_location(hsds, find_key(hsds, owners, row, owners->location,
                                                             REFNET_HSDS_LOCATIONS)),
                     REFNET_NO_ROW};
  found[OF_ITS_SERVICE] = organization_of_service(hsds, service, &owner.is_out);
  for (guint i = ITS_OWN; i < NOBODYS && owner.organization == REFNET_NO_ROW; i++) {
    owner.organization = found[i];
    owner.nearness = found[i] != REFNET_NO_ROW ? (Nearness)i : NOBODYS;
  }
  /* With an organization of its own the row is the organization's, whatever its service. */
  if (owner.nearness == ITS_OWN)
    owner.is_out = FALSE;
  if (owner.organization != REFNET_NO_ROW)
    owner.is_out |= refnet_hsds_is_out(hsds, REFNET_HSDS_ORGANIZATIONS, owner.organization);
  return owner;
}

/* Rejects a row whose keys lead to no organization. */
static void reject_homeless(RefnetHsds *hsds, const Owners *owners, guint32 row) {
  RefnetRelation *relation = hsds->tables[owners->table];
  const guint fields[] = {owners->organization, owners->service, owners->service_location,
                          owners->location};
  for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
    const char *key = refnet_relation_cell(relation, row, fields[i]);
    if (!refnet_hsds_is_key(key))
      continue;
    g_autofree char *shown = refnet_text_display(key, 40);
    refnet_relation_reject(relation, row, fields[i], "dangling-key",
                           "they belong to nothing in the package",
                           "ask where the directory comes from for the missing row, or remove this "
                           "one",
                           "%s \"%s\" leads to no organisation in the package",
                           relation->table->fields[fields[i]].name, shown);
    return;
  }
  refnet_relation_reject(relation, row, G_MAXUINT, "blank-key",
                         "they belong to nothing in the package",
                         "say whose it is, or remove the row",
                         "the row says of no organisation, service or location that it is theirs");
}

/* ---- phone numbers --------------------------------------------------------------------------- */

static gboolean is_voice(const char *type) {
  static const char *const others[] = {"fax", "text", "sms", "tty", "textphone", "pager", "video"};
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
    if (type != NULL && g_ascii_strcasecmp(type, others[i]) == 0)
      return FALSE;
  return TRUE;
}

/* "555-0100 ext. 7", interned; NULL: the row has no number. */
static const char *number_of(RefnetHsds *hsds, guint32 row) {
  const char *number = refnet_hsds_cell(hsds, REFNET_HSDS_PHONES, row, REFNET_HSDS_PHONE_NUMBER);
  const char *extension =
      refnet_hsds_cell(hsds, REFNET_HSDS_PHONES, row, REFNET_HSDS_PHONE_EXTENSION);
  if (number == NULL || strpbrk(number, "0123456789") == NULL)
    return NULL;
  g_autofree char *bare = g_strdup(number);
  g_strstrip(g_strdelimit(bare, "\"", ' '));
  g_autofree char *whole =
      extension != NULL ? g_strdup_printf("%s ext. %s", bare, extension) : g_strdup(bare);
  return refnet_pool_intern(hsds->pool, whole);
}

typedef struct {
  guint32 row; /* REFNET_NO_ROW: none yet */
  Nearness nearness;
  const char *number;
} Phone;

static gboolean is_better_phone(const Phone *a, const Phone *b) {
  if (b->row == REFNET_NO_ROW || a->nearness != b->nearness)
    return b->row == REFNET_NO_ROW || a->nearness < b->nearness;
  return strcmp(a->number, b->number) < 0;
}

static void take_phone(RefnetHsds *hsds, guint32 row, Phone *phones) {
  RefnetRelation *relation = hsds->tables[REFNET_HSDS_PHONES];
  Owner owner = find_owner(hsds, &phone_owners, row);
  Phone phone = {row, owner.nearness, number_of(hsds, row)};
  guint32 contact = refnet_hsds_find(
      hsds, REFNET_HSDS_CONTACTS, refnet_relation_cell(relation, row, REFNET_HSDS_PHONE_CONTACT));
  if (phone.number == NULL)
    refnet_relation_ignore(relation, row, "they hold no number");
  else if (contact != REFNET_NO_ROW)
    refnet_relation_ignore(relation, row, "the contact is not used, or has another number");
  else if (owner.organization == REFNET_NO_ROW)
    reject_homeless(hsds, &phone_owners, row);
  else if (owner.is_out)
    refnet_relation_ignore(relation, row, "what they belong to is left out");
  else if (!is_voice(refnet_relation_cell(relation, row, REFNET_HSDS_PHONE_TYPE)))
    refnet_relation_ignore(relation, row, "they are not for calling: fax, text and the like");
  else if (is_better_phone(&phone, &phones[owner.organization]))
    phones[owner.organization] = phone;
}

const char **refnet_hsds_phones(RefnetHsds *hsds) {
  guint32 organizations = hsds->tables[REFNET_HSDS_ORGANIZATIONS]->rows;
  const char **numbers = g_new0(const char *, MAX(organizations, 1));
  g_autofree Phone *phones = g_new(Phone, MAX(organizations, 1));
  for (guint32 i = 0; i < organizations; i++)
    phones[i] = (Phone){REFNET_NO_ROW, NOBODYS, NULL};
  for (guint32 row = 0; row < hsds->tables[REFNET_HSDS_PHONES]->rows; row++)
    take_phone(hsds, row, phones);
  for (guint32 i = 0; i < organizations; i++)
    if (phones[i].row != REFNET_NO_ROW) {
      refnet_relation_use(hsds->tables[REFNET_HSDS_PHONES], phones[i].row);
      numbers[i] = phones[i].number;
    }
  return numbers;
}

/* By contact the row of the phone number to use, or REFNET_NO_ROW. */
static guint32 *phones_of_contacts(RefnetHsds *hsds) {
  const RefnetRelation *phones = hsds->tables[REFNET_HSDS_PHONES];
  guint32 contacts = hsds->tables[REFNET_HSDS_CONTACTS]->rows;
  guint32 *chosen = g_new(guint32, MAX(contacts, 1));
  for (guint32 i = 0; i < contacts; i++)
    chosen[i] = REFNET_NO_ROW;
  for (guint32 row = 0; row < phones->rows; row++) {
    guint32 contact = refnet_hsds_find(
        hsds, REFNET_HSDS_CONTACTS, refnet_relation_cell(phones, row, REFNET_HSDS_PHONE_CONTACT));
    gboolean is_usable = contact != REFNET_NO_ROW && number_of(hsds, row) != NULL &&
                         is_voice(refnet_relation_cell(phones, row, REFNET_HSDS_PHONE_TYPE));
    if (is_usable && (chosen[contact] == REFNET_NO_ROW ||
                      strcmp(number_of(hsds, row), number_of(hsds, chosen[contact])) < 0))
      chosen[contact] = row;
  }
  return chosen;
}

/* ---- contacts -------------------------------------------------------------------------------- */

/* One person at one organization; of several rows the first by id has the say, the others fill in.
 */
typedef struct {
  guint32 organization;
  char *folded_name;
  const char *cells[6]; /* organization, name, id, role, email, phone */
} Contact;

static const char *const contact_columns[] = {"organization", "name",  "id", "role",
                                              "email",        "phone", NULL};

static void clear_contact(gpointer contact) {
  g_free(((Contact *)contact)->folded_name);
}

static int compare_contacts(gconstpointer a, gconstpointer b) {
  const Contact *first = a, *second = b;
  int order = strcmp(first->cells[0], second->cells[0]);
  if (order == 0)
    order = strcmp(first->folded_name, second->folded_name);
  return order != 0 ? order : g_strcmp0(first->cells[2], second->cells[2]);
}

static const char *role_of(RefnetHsds *hsds, guint32 row) {
  const char *title = refnet_hsds_cell(hsds, REFNET_HSDS_CONTACTS, row, REFNET_HSDS_CONTACT_TITLE);
  const char *department =
      refnet_hsds_cell(hsds, REFNET_HSDS_CONTACTS, row, REFNET_HSDS_CONTACT_DEPARTMENT);
  if (title == NULL || department == NULL)
    return title != NULL ? title : department;
  g_autofree char *both = g_strdup_printf("%s, %s", title, department);
  return refnet_pool_intern(hsds->pool, both);
}

static gboolean names_somebody(const char *name) {
  const RefnetFileFields *file = refnet_file_fields(REFNET_FILE_CONTACTS);
  return name != NULL && !refnet_word_is_blank(name, &file->fields[REFNET_CONTACT_NAME]);
}

static void take_contact(RefnetHsds *hsds, guint32 row, const char *const *organization_ids,
                         const guint32 *phones, GArray *contacts) {
  RefnetRelation *relation = hsds->tables[REFNET_HSDS_CONTACTS];
  Owner owner = find_owner(hsds, &contact_owners, row);
  const char *name = refnet_relation_cell(relation, row, REFNET_HSDS_CONTACT_NAME);
  if (owner.organization == REFNET_NO_ROW)
    reject_homeless(hsds, &contact_owners, row);
  else if (owner.is_out)
    refnet_relation_ignore(relation, row, "what they belong to is left out");
  else if (!names_somebody(name))
    refnet_relation_ignore(relation, row, "they name nobody");
  if (owner.organization == REFNET_NO_ROW || owner.is_out || !names_somebody(name) ||
      relation->rejected[row])
    return;
  const char *phone = refnet_relation_cell(relation, row, REFNET_HSDS_CONTACT_PHONE);
  if (phones[row] != REFNET_NO_ROW) {
    phone = number_of(hsds, phones[row]);
    refnet_relation_use(hsds->tables[REFNET_HSDS_PHONES], phones[row]);
  }
  Contact contact = {owner.organization,
                     refnet_text_fold(name),
                     {organization_ids[owner.organization], name,
                      refnet_relation_cell(relation, row, REFNET_HSDS_CONTACT_ID),
                      role_of(hsds, row),
                      refnet_relation_cell(relation, row, REFNET_HSDS_CONTACT_EMAIL), phone}};
  g_array_append_val(contacts, contact);
  refnet_relation_use(relation, row);
}

/* Rows of one person at one organization become one. */
static void write_people(RefnetSheetWriter *writer, GArray *contacts) {
  for (guint i = 0; i < contacts->len;) {
    Contact *first = &g_array_index(contacts, Contact, i);
    for (i++; i < contacts->len; i++) {
      const Contact *next = &g_array_index(contacts, Contact, i);
      if (next->organization != first->organization ||
          !g_str_equal(next->folded_name, first->folded_name))
        break;
      for (guint c = 0; c < G_N_ELEMENTS(first->cells); c++)
        if (first->cells[c] == NULL)
          first->cells[c] = next->cells[c];
    }
    refnet_sheet_writer_row(writer, first->cells);
  }
}

gboolean refnet_hsds_write_contacts(RefnetHsds *hsds, const char *const *organization_ids,
                                    GError **error) {
  g_autoptr(GArray) contacts = g_array_new(FALSE, FALSE, sizeof(Contact));
  g_autofree guint32 *phones = phones_of_contacts(hsds);
  g_array_set_clear_func(contacts, clear_contact);
  for (guint32 row = 0; row < hsds->tables[REFNET_HSDS_CONTACTS]->rows; row++)
    take_contact(hsds, row, organization_ids, phones, contacts);
  if (contacts->len == 0)
    return TRUE;
  g_array_sort(contacts, compare_contacts);
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(hsds->import, REFNET_FILE_CONTACTS, contact_columns, error);
  if (writer == NULL)
    return FALSE;
  write_people(writer, contacts);
  return refnet_sheet_writer_close(writer, error);
}
