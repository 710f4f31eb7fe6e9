/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/flat/people.h"

#include "exchange/files/sheet_writer.h"
#include "exchange/names/people_cell.h"
#include "exchange/workbook/tables.h"
#include "model/columns/fields.h"
#include "model/columns/header_row.h"
#include "model/columns/lists.h"
#include "model/columns/words.h"

#include <string.h>

enum {
  NAME = REFNET_FLAT_PEOPLE_NAME,
  ROLE,
  EMAIL,
  PHONE,
  LAST_CONTACT,
  ID = REFNET_FLAT_PEOPLE_ID,
  LAST_NAME
};

/* Folded headers. A table of organizations has an e-mail and a phone of its own; those of a contact
 * say so. */
static const char *const field_headers[REFNET_FLAT_PEOPLE_FIELDS] = {
    [NAME] = REFNET_CONTACT_BESIDE_HEADERS,
    [ROLE] = "contactrole contacttitle contactposition contactjobtitle primarycontacttitle "
             "maincontacttitle jobtitle poctitle",
    [EMAIL] = "contactemail contactemailaddress contactpersonemail primarycontactemail "
              "maincontactemail emailofcontact pocemail",
    [PHONE] = "contactphone contactphonenumber contactpersonphone primarycontactphone "
              "maincontactphone contacttel pocphone",
    [LAST_CONTACT] = "lastcontact lastcontacted lastcontactdate dateoflastcontact",
    [ID] = "contactid contactpersonid primarycontactid",
    [LAST_NAME] = "contactlastname contactsurname primarycontactlastname",
};

static const char first_names[] = REFNET_FIRST_NAME_HEADERS;
static const char last_names[] = REFNET_LAST_NAME_HEADERS;

/* The column with one of the headers; G_MAXUINT: none. */
static guint find_header(const RefnetGrid *grid, const char *words) {
  for (guint c = 0; c < grid->width; c++) {
    g_autofree char *folded = refnet_text_fold_header(refnet_grid_cell(grid, 0, c));
    if (refnet_word_is_among(folded, words))
      return c;
  }
  return G_MAXUINT;
}

gboolean refnet_flat_holds_flags(const RefnetGrid *grid, guint column) {
  guint yes = 0;
  for (guint r = 1; r < grid->rows; r++) {
    const char *cell = refnet_grid_cell(grid, r, column);
    RefnetTri answer;
    if (*cell != '\0' && !refnet_word_answer(cell, &answer))
      return FALSE;
    yes += *cell != '\0' && answer == REFNET_TRI_YES;
  }
  return yes > 0;
}

static gboolean has_flags(const RefnetGrid *grid) {
  for (guint c = 0; c < grid->width; c++)
    if (refnet_flat_holds_flags(grid, c))
      return TRUE;
  return FALSE;
}

/* How well the header serves as that of one of a dataset's files. */
static guint score_header(const RefnetGrid *grid, RefnetFile file) {
  g_auto(GStrv) headers = refnet_grid_headers(grid, 0);
  return refnet_header_row_sure_score(headers, file, NULL);
}

/* Programs, too, have names and agencies, and some of them phones: then the other columns tell. */
static gboolean is_about_people(const RefnetFlatPeople *people, const RefnetGrid *grid) {
  const gboolean can_be_written_to =
      people->column[EMAIL] != G_MAXUINT || people->column[ROLE] != G_MAXUINT;
  if (has_flags(grid) || (!can_be_written_to && people->column[PHONE] == G_MAXUINT))
    return FALSE;
  const guint contacts = score_header(grid, REFNET_FILE_CONTACTS),
              organizations = score_header(grid, REFNET_FILE_ORGANIZATIONS);
  return contacts > organizations || (contacts == organizations && can_be_written_to);
}

/* Ids that do not say whose they are belong to the people of the rows, as in a CRM's exports. */
static guint find_id(const RefnetGrid *grid) {
  const guint own = refnet_grid_find_field(grid, REFNET_FILE_CONTACTS, REFNET_CONTACT_ID);
  return own != G_MAXUINT ? own : find_header(grid, "recordid uuid");
}

static gboolean are_alike(const char *a, const char *b) {
  g_autofree char *first = refnet_text_fold(a), *second = refnet_text_fold(b);
  return strcmp(first, second) == 0;
}

guint refnet_flat_find_clash(const RefnetGrid *grid, guint ids, guint names) {
  g_autoptr(GHashTable) row_of = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint r = 1; r < grid->rows; r++) {
    const char *id = refnet_grid_cell(grid, r, ids);
    const guint first = GPOINTER_TO_UINT(g_hash_table_lookup(row_of, id));
    if (first != 0 &&
        !are_alike(refnet_grid_cell(grid, r, names), refnet_grid_cell(grid, first, names)))
      return r;
    if (first == 0 && *id != '\0')
      g_hash_table_insert(row_of, (gpointer)id, GUINT_TO_POINTER(r));
  }
  return 0;
}

/* The column that tells the people's organization: its id, but its name where one id has two. */
static guint find_organization(const RefnetGrid *grid) {
  const RefnetField *field =
      &refnet_file_fields(REFNET_FILE_CONTACTS)->fields[REFNET_CONTACT_ORGANIZATION];
  const guint best =
      refnet_grid_find_field(grid, REFNET_FILE_CONTACTS, REFNET_CONTACT_ORGANIZATION);
  if (best != refnet_grid_find_field(grid, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_ID))
    return best;
  for (guint c = 0; c < grid->width; c++) {
    g_autofree char *header = refnet_text_fold_header(refnet_grid_cell(grid, 0, c));
    if (c != best && refnet_field_fit(field, header) != G_MAXUINT &&
        refnet_flat_find_clash(grid, best, c) != 0)
      return c;
  }
  return best;
}

/* A list of people has a column for their organizations, and none for what these offer. */
static gboolean find_list(RefnetFlatPeople *people, const RefnetGrid *grid) {
  static const guint fields[] = {[NAME] = REFNET_CONTACT_NAME,
                                 [ROLE] = REFNET_CONTACT_ROLE,
                                 [EMAIL] = REFNET_CONTACT_EMAIL,
                                 [PHONE] = REFNET_CONTACT_PHONE,
                                 [LAST_CONTACT] = REFNET_CONTACT_LAST_CONTACT};
  const guint services =
      refnet_grid_find_field(grid, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_SERVICES);
  const guint first = find_header(grid, first_names), last = find_header(grid, last_names);
  for (guint f = 0; f < G_N_ELEMENTS(fields); f++)
    people->column[f] = refnet_grid_find_field(grid, REFNET_FILE_CONTACTS, fields[f]);
  if (first != G_MAXUINT)
    people->column[NAME] = first;
  people->column[LAST_NAME] = last;
  people->column[ID] = find_id(grid);
  people->organization = find_organization(grid);
  return services == G_MAXUINT && people->column[NAME] != G_MAXUINT &&
         people->organization != G_MAXUINT && people->organization != people->column[NAME] &&
         (first != G_MAXUINT || last != G_MAXUINT || is_about_people(people, grid));
}

/* "Agency Name, Services, Name, Title, Email": what follows the person's name is theirs. */
static gboolean find_block(RefnetFlatPeople *people, const RefnetGrid *grid) {
  static const char *const words[] = {[ROLE] = REFNET_PERSON_TITLE_HEADERS,
                                      [EMAIL] = REFNET_PERSON_EMAIL_HEADERS,
                                      [PHONE] = REFNET_PERSON_PHONE_HEADERS};
  const guint name = find_header(grid, "name");
  for (guint f = 0; f < REFNET_FLAT_PEOPLE_FIELDS; f++)
    people->column[f] = G_MAXUINT;
  if (name == G_MAXUINT ||
      name == refnet_grid_find_field(grid, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_NAME))
    return FALSE;
  people->column[NAME] = name;
  for (guint c = name + 1; c < MIN(grid->width, name + G_N_ELEMENTS(words)); c++) {
    g_autofree char *folded = refnet_text_fold_header(refnet_grid_cell(grid, 0, c));
    for (guint f = ROLE; f < G_N_ELEMENTS(words); f++)
      if (refnet_word_is_among(folded, words[f]))
        people->column[f] = c;
  }
  return TRUE;
}

/* ---- several contacts beside an organization ------------------------------------------------- */

/* Takes which of several contacts a folded header speaks of out of it: "contact2email" is that of
 * the second, "secondarycontact", too. 0: of none in particular. */
static guint take_rank(char *folded) {
  static const struct {
    const char *word;
    guint rank;
  } words[] = {{"primary", 1},   {"main", 1},  {"secondary", 2}, {"second", 2}, {"backup", 2},
               {"alternate", 2}, {"third", 3}, {"1st", 1},       {"2nd", 2},    {"3rd", 3}};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (g_str_has_prefix(folded, words[i].word)) {
      gsize length = strlen(words[i].word);
      memmove(folded, folded + length, strlen(folded + length) + 1);
      return words[i].rank;
    }
  char *digit = strpbrk(folded, "123456789");
  if (digit == NULL || strpbrk(digit + 1, "0123456789") != NULL)
    return 0;
  guint rank = (guint)(*digit - '0');
  memmove(digit, digit + 1, strlen(digit + 1) + 1);
  return rank;
}

/* The columns that speak of the contact of the rank; beside its name an address needs no "contact"
 * in its header. FALSE: none has a name. */
static gboolean find_ranked(const RefnetGrid *grid, guint rank, guint *column) {
  static const char *const short_headers[REFNET_FLAT_PEOPLE_FIELDS] = {
      [NAME] = "",
      [ROLE] = REFNET_PERSON_TITLE_HEADERS,
      [EMAIL] = REFNET_PERSON_EMAIL_HEADERS,
      [PHONE] = REFNET_PERSON_PHONE_HEADERS,
      [LAST_CONTACT] = "",
      [ID] = "",
      [LAST_NAME] = ""};
  for (guint f = 0; f < REFNET_FLAT_PEOPLE_FIELDS; f++)
    column[f] = G_MAXUINT;
  for (guint c = grid->width; c-- > 0;) {
    g_autofree char *folded = refnet_text_fold_header(refnet_grid_cell(grid, 0, c));
    if (take_rank(folded) != rank || *folded == '\0')
      continue;
    for (guint f = 0; f < REFNET_FLAT_PEOPLE_FIELDS; f++)
      if (refnet_word_is_among(folded, field_headers[f]) ||
          refnet_word_is_among(folded, short_headers[f]))
        column[f] = c;
  }
  return column[NAME] != G_MAXUINT;
}

/* Besides the one that is found already, if any. TRUE: there is anybody. */
static gboolean find_further(RefnetFlatPeople *people, const RefnetGrid *grid) {
  guint column[REFNET_FLAT_PEOPLE_FIELDS];
  for (guint rank = 1; rank <= REFNET_FLAT_PEOPLE_FURTHER + 1; rank++) {
    if (!find_ranked(grid, rank, column) || refnet_flat_people_has(people, column[NAME]))
      continue;
    guint *target = people->column;
    if (people->column[NAME] != G_MAXUINT && people->further_count == REFNET_FLAT_PEOPLE_FURTHER)
      break;
    if (people->column[NAME] != G_MAXUINT)
      target = people->further[people->further_count++];
    memcpy(target, column, sizeof column);
  }
  return people->column[NAME] != G_MAXUINT;
}

gboolean refnet_flat_people_find(RefnetFlatPeople *people, const RefnetGrid *grid) {
  people->organization = G_MAXUINT;
  people->further_count = 0;
  for (guint f = 0; f < REFNET_FLAT_PEOPLE_FIELDS; f++)
    people->column[f] = find_header(grid, field_headers[f]);
  if (find_further(people, grid) || find_list(people, grid))
    return TRUE;
  people->organization = G_MAXUINT;
  return find_block(people, grid);
}

gboolean refnet_flat_people_has(const RefnetFlatPeople *people, guint column) {
  for (guint f = 0; f < REFNET_FLAT_PEOPLE_FIELDS; f++)
    if (people->column[f] == column)
      return TRUE;
  for (guint i = 0; i < people->further_count; i++)
    for (guint f = 0; f < REFNET_FLAT_PEOPLE_FIELDS; f++)
      if (people->further[i][f] == column)
        return TRUE;
  return FALSE;
}

static const char *cell_of(const RefnetGrid *grid, guint row, guint column) {
  return column != G_MAXUINT ? refnet_grid_cell(grid, row, column) : "";
}

static gboolean says_nothing(const char *cell) {
  return *cell == '\0' || refnet_word_is_unknown(cell);
}

/* What the cell says of one of the persons: of as many parts as persons the one in that place, else
 * all of it of the first. Caller frees. */
static char *share_of(const char *cell, guint person, guint persons) {
  const char *separators = strchr(cell, '@') != NULL ? ";|, " : ";|";
  g_auto(GStrv) parts = refnet_list_split(cell, separators);
  if (persons > 1 && g_strv_length(parts) == persons)
    return g_strdup(parts[person]);
  return g_strdup(person == 0 ? cell : "");
}

/* What is said in the cell of the names goes before the other cells of the row. FALSE: nobody is
 * named, and there is an address or a number. */
static gboolean write_person(const guint *column, const RefnetGrid *grid, guint row,
                             const char *organization, RefnetSheetWriter *writer) {
  g_autofree char *whole =
      g_strjoin(" ", cell_of(grid, row, column[NAME]), cell_of(grid, row, column[LAST_NAME]), NULL);
  g_autoptr(GPtrArray) persons = refnet_persons_in_cell(whole);
  for (guint i = 0; i < persons->len; i++) {
    const RefnetPersonInCell *person = g_ptr_array_index(persons, i);
    const char *const said[] = {
        [ROLE] = person->role, [EMAIL] = person->email, [PHONE] = person->phone};
    const char *cells[LAST_NAME + 1] = {organization, person->name};
    g_auto(GStrv) shares = g_new0(char *, LAST_NAME + 1);
    for (guint f = ROLE; f < LAST_NAME; f++) {
      shares[f - ROLE] = share_of(cell_of(grid, row, column[f]), i, persons->len);
      const gboolean is_said = f < G_N_ELEMENTS(said) && said[f] != NULL;
      cells[f + 1] = is_said ? said[f] : shares[f - ROLE];
    }
    refnet_sheet_writer_row(writer, cells);
  }
  return persons->len > 0 || (says_nothing(cell_of(grid, row, column[EMAIL])) &&
                              says_nothing(cell_of(grid, row, column[PHONE])));
}

static gboolean write_row(const RefnetFlatPeople *people, const RefnetGrid *grid, guint row,
                          const char *organization, RefnetSheetWriter *writer) {
  gboolean all_named = write_person(people->column, grid, row, organization, writer);
  for (guint i = 0; i < people->further_count; i++)
    all_named &= write_person(people->further[i], grid, row, organization, writer);
  return all_named;
}

static void say_unnamed(const RefnetImport *import, guint rows) {
  if (rows > 0)
    refnet_import_report_say(
        import->report,
        g_strdup_printf("%u %s an address or a number for a contact and no name: no contact was "
                        "made of %s.",
                        rows, rows == 1 ? "row has" : "rows have", rows == 1 ? "it" : "them"));
}

static gboolean has_ids(const RefnetFlatPeople *people) {
  gboolean has = people->column[ID] != G_MAXUINT;
  for (guint i = 0; i < people->further_count; i++)
    has |= people->further[i][ID] != G_MAXUINT;
  return has;
}

static gboolean has_anybody(const RefnetFlatPeople *people, const RefnetGrid *grid) {
  for (guint r = 1; r < grid->rows; r++) {
    if (*cell_of(grid, r, people->column[NAME]) != '\0')
      return TRUE;
    for (guint i = 0; i < people->further_count; i++)
      if (*cell_of(grid, r, people->further[i][NAME]) != '\0')
        return TRUE;
  }
  return FALSE;
}

gboolean refnet_flat_people_write(const RefnetFlatPeople *people, const RefnetGrid *grid,
                                  const RefnetImport *import, const char *const *organizations,
                                  GError **error) {
  const char *const columns[] = {"organization",
                                 "name",
                                 "role",
                                 "email",
                                 "phone",
                                 "last_contact",
                                 has_ids(people) ? "id" : NULL,
                                 NULL};
  if (!has_anybody(people, grid))
    return TRUE;
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(import, REFNET_FILE_CONTACTS, columns, error);
  if (writer == NULL)
    return FALSE;
  guint unnamed = 0;
  for (guint r = 1; r < grid->rows; r++)
    if (organizations[r] != NULL)
      unnamed += !write_row(people, grid, r, organizations[r], writer);
  say_unnamed(import, unnamed);
  return refnet_sheet_writer_close(writer, error);
}
