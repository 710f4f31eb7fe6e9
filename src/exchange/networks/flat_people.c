/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/networks/flat_people.h"

#include "exchange/files/sheet_writer.h"
#include "model/columns/fields.h"

#include <string.h>

enum { NAME, ROLE, EMAIL, PHONE, LAST_CONTACT };

/* Folded headers. A table of organizations has an e-mail and a phone of its own; those of a contact
 * say so. */
static const char *const headers[REFNET_FLAT_PEOPLE_FIELDS] = {
    [NAME] = "contact contacts contactname contactperson contactpersonname primarycontact "
             "primarycontactname maincontact maincontactname keycontact",
    [ROLE] = "contactrole contacttitle contactposition contactjobtitle primarycontacttitle "
             "maincontacttitle jobtitle",
    [EMAIL] = "contactemail contactemailaddress contactpersonemail primarycontactemail "
              "maincontactemail emailofcontact",
    [PHONE] = "contactphone contactphonenumber contactpersonphone primarycontactphone "
              "maincontactphone contacttel",
    [LAST_CONTACT] = "lastcontact lastcontacted lastcontactdate dateoflastcontact",
};

static gboolean is_word_of(const char *words, const char *word) {
  g_auto(GStrv) known = g_strsplit(words, " ", -1);
  return g_strv_contains((const char *const *)known, word);
}

gboolean refnet_flat_people_find(RefnetFlatPeople *people, const RefnetGrid *grid) {
  for (guint f = 0; f < REFNET_FLAT_PEOPLE_FIELDS; f++) {
    people->column[f] = G_MAXUINT;
    for (guint c = 0; c < grid->width && people->column[f] == G_MAXUINT; c++) {
      g_autofree char *folded = refnet_text_fold_header(refnet_grid_cell(grid, 0, c));
      if (is_word_of(headers[f], folded))
        people->column[f] = c;
    }
  }
  return people->column[NAME] != G_MAXUINT;
}

gboolean refnet_flat_people_has(const RefnetFlatPeople *people, guint column) {
  for (guint f = 0; f < REFNET_FLAT_PEOPLE_FIELDS; f++)
    if (people->column[f] == column)
      return TRUE;
  return FALSE;
}

static const char *cell_of(const RefnetGrid *grid, guint row, guint column) {
  return column != G_MAXUINT ? refnet_grid_cell(grid, row, column) : "";
}

/* Of several persons in a row nothing tells whose the other cells are; they are the first one's. */
static void write_row(const RefnetFlatPeople *people, const RefnetGrid *grid, guint row,
                      const char *organization, RefnetSheetWriter *writer) {
  g_auto(GStrv) names = g_strsplit_set(cell_of(grid, row, people->column[NAME]), ";|", -1);
  gboolean is_first = TRUE;
  for (gsize i = 0; names[i] != NULL; i++) {
    const char *cells[REFNET_FLAT_PEOPLE_FIELDS + 1] = {organization, g_strstrip(names[i])};
    if (*names[i] == '\0')
      continue;
    for (guint f = ROLE; f < REFNET_FLAT_PEOPLE_FIELDS && is_first; f++)
      cells[f + 1] = cell_of(grid, row, people->column[f]);
    refnet_sheet_writer_row(writer, cells);
    is_first = FALSE;
  }
}

static gboolean has_anybody(const RefnetFlatPeople *people, const RefnetGrid *grid) {
  for (guint r = 1; r < grid->rows; r++)
    if (*cell_of(grid, r, people->column[NAME]) != '\0')
      return TRUE;
  return FALSE;
}

gboolean refnet_flat_people_write(const RefnetFlatPeople *people, const RefnetGrid *grid,
                                  const RefnetImport *import, const char *const *organizations,
                                  GError **error) {
  static const char *const columns[] = {"organization", "name",         "role", "email",
                                        "phone",        "last_contact", NULL};
  if (!has_anybody(people, grid))
    return TRUE;
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(import, REFNET_FILE_CONTACTS, columns, error);
  if (writer == NULL)
    return FALSE;
  for (guint r = 1; r < grid->rows; r++)
    if (organizations[r] != NULL)
      write_row(people, grid, r, organizations[r], writer);
  return refnet_sheet_writer_close(writer, error);
}
