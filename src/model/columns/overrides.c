/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/overrides.h"

#include <refnet/base.h>

#include <string.h>

#define CHARACTERS_TOLD 60

const char *refnet_override_header(const char *override, const char *table, const char *field) {
  const char *equals = strchr(override, '=');
  if (equals == NULL)
    return NULL;
  const char *name = override;
  const gsize stem = strcspn(table, ".");
  if (strncmp(name, table, stem) == 0 && name[stem] == '.')
    name += stem + 1;
  const gsize length = (gsize)(equals - name);
  return strlen(field) == length && strncmp(field, name, length) == 0 ? equals + 1 : NULL;
}

gboolean refnet_header_is(const char *header, const char *wanted) {
  g_autofree char *a = refnet_text_fold_header(header);
  g_autofree char *b = refnet_text_fold_header(wanted);
  return *b != '\0' ? strcmp(a, b) == 0 : strcmp(header, wanted) == 0;
}

static const char *header_for(const char *override, RefnetFile file, guint field) {
  const RefnetFileFields *fields = refnet_file_fields(file);
  return refnet_override_header(override, fields->file, fields->fields[field].name);
}

gboolean refnet_overrides_give(const char *const *overrides, RefnetFile file, guint field,
                               const char *header) {
  for (gsize i = 0; overrides != NULL && overrides[i] != NULL; i++) {
    const char *wanted = header_for(overrides[i], file, field);
    if (wanted != NULL && g_utf8_validate(wanted, -1, NULL) && refnet_header_is(header, wanted))
      return TRUE;
  }
  return FALSE;
}

gboolean refnet_override_refuse(const char *override, const char *why, GError **error) {
  g_autofree char *shown = refnet_text_display(override, CHARACTERS_TOLD);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "column \"%s\" %s", shown, why);
  return FALSE;
}

static gboolean names_a_field(const char *override) {
  for (guint f = 0; f < REFNET_FILES; f++)
    for (guint i = 0; i < refnet_file_fields((RefnetFile)f)->field_count; i++)
      if (header_for(override, (RefnetFile)f, i) != NULL)
        return TRUE;
  return FALSE;
}

gboolean refnet_overrides_check(const char *const *overrides, GError **error) {
  for (gsize i = 0; overrides != NULL && overrides[i] != NULL; i++) {
    if (!g_utf8_validate(overrides[i], -1, NULL))
      return refnet_override_refuse(overrides[i], "is named in text that is not UTF-8", error);
    if (strchr(overrides[i], '=') == NULL)
      return refnet_override_refuse(overrides[i], "is not of the form FIELD=HEADER", error);
    if (!names_a_field(overrides[i]))
      return refnet_override_refuse(overrides[i], "names no field that refnet knows", error);
  }
  return TRUE;
}
