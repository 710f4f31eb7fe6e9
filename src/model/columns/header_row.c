/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/header_row.h"
#include "model/columns/overrides.h"
#include "model/columns/words.h"

enum {
  OWN_NAME = 3, /* what a header counts that is a field's own name … */
  SYNONYM = 2,  /* … another name for it … */
  MAPPED = 6,   /* … or what --column says is one */
  MANY = 6      /* fields known of a wide table that convince, whatever else is in it */
};

static char *fold_unless_signs(const char *text) {
  char *folded = refnet_text_fold_header(text);
  if (*folded != '\0')
    return folded;
  g_free(folded);
  return g_strdup(text);
}

GStrv refnet_header_row(const char *const *texts, gsize length) {
  GStrv headers = g_new0(char *, length + 1);
  gsize filled = 0;
  for (gsize i = 0; i < length; i++)
    if (*texts[i] != '\0')
      headers[filled++] = fold_unless_signs(texts[i]);
  return headers;
}

static gboolean is_field(const char *header, RefnetFile file, guint field) {
  return refnet_field_fit(&refnet_file_fields(file)->fields[field], header) != G_MAXUINT;
}

gboolean refnet_header_row_has(char *const *headers, RefnetFile file, guint field) {
  for (; *headers != NULL; headers++)
    if (is_field(*headers, file, field))
      return TRUE;
  return FALSE;
}

gboolean refnet_header_row_has_word(char *const *headers, const char *words) {
  for (; *headers != NULL; headers++)
    if (refnet_word_is_among(*headers, words))
      return TRUE;
  return FALSE;
}

/* ---- ends of referrals ----------------------------------------------------------------------- */

gboolean refnet_header_row_names_ends(char *const *headers, RefnetEnds ends) {
  static const char anything[] =
      "from to source target sender receiver recipient origin destination "
      "fromname toname sourcename targetname";
  gboolean has_from = FALSE, has_to = FALSE;
  for (; *headers != NULL; headers++) {
    if (ends == REFNET_ENDS_REFERRED && refnet_word_is_among(*headers, anything))
      continue;
    has_from |= is_field(*headers, REFNET_FILE_REFERRALS, REFNET_REFERRAL_FROM);
    has_to |= is_field(*headers, REFNET_FILE_REFERRALS, REFNET_REFERRAL_TO) ||
              (ends == REFNET_ENDS_ANY && refnet_word_is_among(*headers, "provider providername"));
  }
  return has_from && has_to;
}

/* ---- scores ---------------------------------------------------------------------------------- */

/* What the header counts as that field of a file. */
static guint worth_of(const char *header, RefnetFile file, guint field,
                      const char *const *columns) {
  if (refnet_overrides_give(columns, file, field, header))
    return MAPPED;
  const guint fit = refnet_field_fit(&refnet_file_fields(file)->fields[field], header);
  return fit == 0 ? OWN_NAME : fit != G_MAXUINT ? SYNONYM : 0;
}

guint refnet_header_row_score(char *const *headers, RefnetFile file, const char *const *columns) {
  const RefnetFileFields *fields = refnet_file_fields(file);
  guint score = 0;
  for (guint f = 0; f < fields->field_count; f++) {
    guint best = 0;
    for (gsize i = 0; headers[i] != NULL; i++)
      best = MAX(best, worth_of(headers[i], file, f, columns));
    if (fields->fields[f].required && best == 0)
      return 0;
    score += best;
  }
  return score;
}

gboolean refnet_header_row_convinces(char *const *headers, RefnetFile file, guint score) {
  const gboolean is_wide_export = (file == REFNET_FILE_ORGANIZATIONS && score >= MANY * SYNONYM &&
                                   refnet_header_row_lists_services(headers)) ||
                                  (file == REFNET_FILE_REFERRALS && score >= 3 * SYNONYM &&
                                   refnet_header_row_names_ends(headers, REFNET_ENDS_REFERRED));
  return (is_wide_export ||
          (score >= 2 * SYNONYM && score * 2 >= g_strv_length((GStrv)headers) * SYNONYM)) &&
         !(file == REFNET_FILE_CONTACTS && refnet_header_row_lists_services(headers));
}

guint refnet_header_row_sure_score(char *const *headers, RefnetFile file,
                                   const char *const *columns) {
  const guint score = refnet_header_row_score(headers, file, columns);
  return refnet_header_row_convinces(headers, file, score) ? score : 0;
}

/* ---- what is listed -------------------------------------------------------------------------- */

static gboolean is_any_field(const char *header, RefnetFile file) {
  for (guint f = 0; f < refnet_file_fields(file)->field_count; f++)
    if (is_field(header, file, f))
      return TRUE;
  return FALSE;
}

guint refnet_header_row_known(char *const *headers, RefnetFile file) {
  guint known = 0;
  for (; *headers != NULL; headers++)
    known += is_any_field(*headers, file);
  return known;
}

gboolean refnet_header_row_lists_services(char *const *headers) {
  return refnet_header_row_has(headers, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_SERVICES);
}

static gboolean is_of_organizations(const char *header) {
  static const guint fields[] = {REFNET_ORGANIZATION_SERVICES,   REFNET_ORGANIZATION_POPULATIONS,
                                 REFNET_ORGANIZATION_COALITIONS, REFNET_ORGANIZATION_WEBSITE,
                                 REFNET_ORGANIZATION_TAX_ID,     REFNET_ORGANIZATION_SHORT_NAME,
                                 REFNET_ORGANIZATION_SECTOR};
  if (is_field(header, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_NAME))
    return !refnet_word_is_among(header, "name label entity");
  for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
    if (is_field(header, REFNET_FILE_ORGANIZATIONS, fields[i]))
      return !refnet_word_is_among(header, "type category field");
  return FALSE;
}

gboolean refnet_header_row_is_of_organizations(char *const *headers) {
  for (; *headers != NULL; headers++)
    if (is_of_organizations(*headers))
      return TRUE;
  return FALSE;
}

gboolean refnet_header_row_lists_people(char *const *headers) {
  if (!refnet_header_row_has_word(headers, "name fullname lastname surname familyname lname"))
    return FALSE;
  return refnet_header_row_is_of_organizations(headers)
             ? refnet_header_row_score(headers, REFNET_FILE_CONTACTS, NULL) > 0
             : refnet_header_row_has_word(headers, "role title jobtitle position");
}
