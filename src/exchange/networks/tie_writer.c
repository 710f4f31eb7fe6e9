/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/networks/tie_writer.h"

#include "exchange/files/sheet_writer.h"
#include "model/columns/lists.h"
#include "present/wording/words.h"

#include <string.h>

struct RefnetTieWriter {
  const RefnetImport *import;
  RefnetSheetWriter *sheet;
  guint columns[REFNET_TIE_FIELDS]; /* fields in the order of columns */
  guint column_count;
  guint64 both_ways, without_count, shared_out;
};

guint refnet_tie_field_fit(guint field, const char *header) {
  guint fit = refnet_field_fit(&refnet_file_fields(REFNET_FILE_REFERRALS)->fields[field], header);
  gboolean is_latest = field == REFNET_REFERRAL_DATE && strcmp(header, "latest") == 0;
  return fit == G_MAXUINT && is_latest ? G_MAXUINT - 1 : fit;
}

RefnetTieWriter *refnet_tie_writer_open(const RefnetImport *import, guint fields, GError **error) {
  g_autoptr(RefnetTieWriter) writer = g_new0(RefnetTieWriter, 1);
  const RefnetFileFields *file = refnet_file_fields(REFNET_FILE_REFERRALS);
  const char *names[REFNET_TIE_FIELDS + 1] = {NULL};
  writer->import = import;
  fields |= 1u << REFNET_REFERRAL_FROM | 1u << REFNET_REFERRAL_TO;
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    if (fields & 1u << f) {
      names[writer->column_count] = file->fields[f].name;
      writer->columns[writer->column_count++] = f;
    }
  writer->sheet = refnet_sheet_writer_open(import, REFNET_FILE_REFERRALS, names, error);
  return writer->sheet != NULL ? g_steal_pointer(&writer) : NULL;
}

void refnet_tie_writer_free(RefnetTieWriter *writer) {
  if (writer == NULL)
    return;
  refnet_sheet_writer_free(writer->sheet);
  g_free(writer);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void put_row(RefnetTieWriter *writer, const RefnetTie *tie) {
  const char *cells[REFNET_TIE_FIELDS];
  for (guint c = 0; c < writer->column_count; c++)
    cells[c] = tie->cells[writer->columns[c]];
  refnet_sheet_writer_row(writer->sheet, cells);
}

static void put_both_ways(RefnetTieWriter *writer, const RefnetTie *tie) {
  RefnetTie back = *tie;
  put_row(writer, tie);
  if (!tie->both_ways ||
      strcmp(tie->cells[REFNET_REFERRAL_FROM], tie->cells[REFNET_REFERRAL_TO]) == 0)
    return;
  back.cells[REFNET_REFERRAL_FROM] = tie->cells[REFNET_REFERRAL_TO];
  back.cells[REFNET_REFERRAL_TO] = tie->cells[REFNET_REFERRAL_FROM];
  back.cells[REFNET_REFERRAL_FROM_CONTACT] = tie->cells[REFNET_REFERRAL_TO_CONTACT];
  back.cells[REFNET_REFERRAL_TO_CONTACT] = tie->cells[REFNET_REFERRAL_FROM_CONTACT];
  put_row(writer, &back);
  writer->both_ways++;
}

/* Shares of the count, the first ones larger by one where it doesn't come out even. */
static void put_services(RefnetTieWriter *writer, const RefnetTie *tie, char **services,
                         guint64 count, gboolean counted) {
  guint64 length = g_strv_length(services);
  for (guint64 i = 0; i < length; i++) {
    guint64 share = count / length + (i < count % length);
    g_autofree char *text = g_strdup_printf("%" G_GUINT64_FORMAT, share);
    RefnetTie part = *tie;
    part.cells[REFNET_REFERRAL_SERVICE] = services[i];
    part.cells[REFNET_REFERRAL_COUNT] = counted ? text : NULL;
    if (share > 0 || !counted)
      put_both_ways(writer, &part);
  }
  writer->shared_out += counted;
}

/* What stands for the count: NULL where it is blank or no whole number. FALSE: it is no number. */
static gboolean read_count(RefnetTieWriter *writer, const char *text, guint64 *count,
                           RefnetTieFate *fate) {
  double number;
  *count = 1;
  *fate = REFNET_TIE_WRITTEN;
  if (text == NULL || *text == '\0' || (refnet_count_parse(text, count) && *count < G_MAXUINT32))
    return TRUE;
  if (!refnet_number_parse(text, &number) || !(number >= 0) || number >= (double)G_MAXUINT32)
    return FALSE;
  *count = (guint64)number;
  if ((double)*count != number) {
    *fate = REFNET_TIE_NO_COUNT;
    *count = 1;
    writer->without_count++;
  }
  return TRUE;
}

RefnetTieFate refnet_tie_writer_add(RefnetTieWriter *writer, const RefnetTie *tie) {
  const char *text = tie->cells[REFNET_REFERRAL_COUNT];
  const char *service = tie->cells[REFNET_REFERRAL_SERVICE];
  RefnetTieFate fate;
  guint64 count;
  gboolean counted;
  if (!read_count(writer, text, &count, &fate))
    return REFNET_TIE_BAD_COUNT;
  counted = text != NULL && *text != '\0' && fate != REFNET_TIE_NO_COUNT;
  g_auto(GStrv) services = NULL;
  if (service != NULL && strpbrk(service, "|;") != NULL)
    services = refnet_list_split(service, "|;");
  if (services != NULL && g_strv_length(services) > 1) {
    put_services(writer, tie, services, count, counted);
    return fate;
  }
  RefnetTie whole = *tie;
  if (services != NULL)
    whole.cells[REFNET_REFERRAL_SERVICE] = services[0];
  char plain[24];
  g_snprintf(plain, sizeof plain, "%" G_GUINT64_FORMAT, count);
  whole.cells[REFNET_REFERRAL_COUNT] = counted ? plain : NULL;
  put_both_ways(writer, &whole);
  return fate;
}

/* ---- the end --------------------------------------------------------------------------------- */

static void say(RefnetTieWriter *writer, guint64 links, const char *one, const char *many) {
  g_autofree char *tally = refnet_words_tally(links, one, many);
  if (links > 0)
    refnet_import_report_say(writer->import->report, g_strdup_printf("%s.", tally));
}

gboolean refnet_tie_writer_close(RefnetTieWriter *writer, GError **error) {
  say(writer, writer->both_ways, "link without a direction became two, one each way",
      "links without a direction became two each, one each way");
  say(writer, writer->without_count,
      "weight is no whole number and was left out; the link counts once",
      "weights are no whole numbers and were left out; those links count once");
  say(writer, writer->shared_out,
      "link names several services; its count was shared out among them",
      "links name several services each; their counts were shared out among them");
  return refnet_sheet_writer_close(writer->sheet, error);
}
