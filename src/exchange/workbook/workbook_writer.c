/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/workbook/workbook_writer.h"

#include "base/markup.h"
#include "exchange/files/archive_writer.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define CONTENT "application/vnd.openxmlformats-officedocument.spreadsheetml."

enum { LETTERS = 26, COLUMN_WIDTH = 18 };

struct RefnetWorkbookWriter {
  RefnetArchiveWriter *archive;
  GPtrArray *names; /* of the sheets begun */
  GString *sheet;   /* the one at hand */
  guint rows;       /* of it */
};

RefnetWorkbookWriter *refnet_workbook_writer_open(const char *path, GError **error) {
  RefnetArchiveWriter *archive = refnet_archive_writer_open(path, error);
  if (!archive)
    return NULL;
  RefnetWorkbookWriter *writer = g_new0(RefnetWorkbookWriter, 1);
  writer->archive = archive;
  writer->names = g_ptr_array_new_with_free_func(g_free);
  writer->sheet = g_string_new(NULL);
  return writer;
}

/* ---- sheets ---------------------------------------------------------------------------------- */

static void finish_sheet(RefnetWorkbookWriter *writer) {
  if (writer->names->len == 0)
    return;
  g_string_append(writer->sheet, "</sheetData></worksheet>");
  g_autofree char *name = g_strdup_printf("xl/worksheets/sheet%u.xml", writer->names->len);
  refnet_archive_writer_add(writer->archive, name, writer->sheet->str, writer->sheet->len);
  g_string_truncate(writer->sheet, 0);
  writer->rows = 0;
}

void refnet_workbook_writer_sheet(RefnetWorkbookWriter *writer, const char *name) {
  finish_sheet(writer);
  g_ptr_array_add(writer->names, g_strdup(name));
  g_string_append_printf(
      writer->sheet,
      DECLARATION
      "<worksheet xmlns=\"" MAIN "\"><sheetViews><sheetView workbookViewId=\"0\">"
      "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      "</sheetView></sheetViews><sheetFormatPr defaultColWidth=\"%d\" "
      "defaultRowHeight=\"15\"/><sheetData>",
      COLUMN_WIDTH);
}

/* "A", … "Z", "AA" of a column numbered from 0. */
static void append_column(GString *text, guint column) {
  if (column >= LETTERS)
    append_column(text, column / LETTERS - 1);
  g_string_append_c(text, (char)('A' + column % LETTERS));
}

void refnet_workbook_writer_row(RefnetWorkbookWriter *writer, const char *const *cells,
                                guint count) {
  GString *sheet = writer->sheet;
  writer->rows++;
  g_string_append_printf(sheet, "<row r=\"%u\">", writer->rows);
  for (guint i = 0; i < count; i++) {
    if (!cells[i] || !*cells[i])
      continue;
    g_string_append(sheet, "<c r=\"");
    append_column(sheet, i);
    g_string_append_printf(sheet, "%u\" t=\"inlineStr\"><is><t xml:space=\"preserve\">",
                           writer->rows);
    refnet_markup_append(sheet, cells[i]);
    g_string_append(sheet, "</t></is></c>");
  }
  g_string_append(sheet, "</row>");
}

/* ---- what holds them together ---------------------------------------------------------------- */

static void add_part(RefnetWorkbookWriter *writer, const char *name, GString *text) {
  refnet_archive_writer_add(writer->archive, name, text->str, text->len);
  g_string_free(text, TRUE);
}

static GString *content_types(guint sheets) {
  GString *text = g_string_new(
      DECLARATION "<Types xmlns=\"" PACKAGE "/content-types\"><Default Extension=\"rels\" "
                  "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                  "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" CONTENT
                  "sheet.main+xml\"/>");
  for (guint i = 1; i <= sheets; i++)
    g_string_append_printf(text,
                           "<Override PartName=\"/xl/worksheets/sheet%u.xml\" "
                           "ContentType=\"" CONTENT "worksheet+xml\"/>",
                           i);
  g_string_append(text, "</Types>");
  return text;
}

static GString *relations_of_package(void) {
  return g_string_new(DECLARATION "<Relationships xmlns=\"" PACKAGE "/relationships\">"
                                  "<Relationship Id=\"rId1\" Type=\"" OFFICE "/officeDocument\" "
                                  "Target=\"xl/workbook.xml\"/></Relationships>");
}

static GString *relations_of_workbook(guint sheets) {
  GString *text = g_string_new(DECLARATION "<Relationships xmlns=\"" PACKAGE "/relationships\">");
  for (guint i = 1; i <= sheets; i++)
    g_string_append_printf(text,
                           "<Relationship Id=\"rId%u\" Type=\"" OFFICE "/worksheet\" "
                           "Target=\"worksheets/sheet%u.xml\"/>",
                           i, i);
  g_string_append(text, "</Relationships>");
  return text;
}

static GString *list_of_sheets(const GPtrArray *names) {
  GString *text =
      g_string_new(DECLARATION "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE "\"><sheets>");
  for (guint i = 0; i < names->len; i++) {
    g_string_append(text, "<sheet name=\"");
    refnet_markup_append(text, names->pdata[i]);
    g_string_append_printf(text, "\" sheetId=\"%u\" r:id=\"rId%u\"/>", i + 1, i + 1);
  }
  g_string_append(text, "</sheets></workbook>");
  return text;
}

gboolean refnet_workbook_writer_commit(RefnetWorkbookWriter *writer, GError **error) {
  guint sheets = writer->names->len;
  finish_sheet(writer);
  add_part(writer, "xl/workbook.xml", list_of_sheets(writer->names));
  add_part(writer, "xl/_rels/workbook.xml.rels", relations_of_workbook(sheets));
  add_part(writer, "_rels/.rels", relations_of_package());
  add_part(writer, "[Content_Types].xml", content_types(sheets));
  return refnet_archive_writer_commit(writer->archive, error);
}

void refnet_workbook_writer_free(RefnetWorkbookWriter *writer) {
  if (!writer)
    return;
  refnet_archive_writer_free(writer->archive);
  g_ptr_array_unref(writer->names);
  g_string_free(writer->sheet, TRUE);
  g_free(writer);
}
