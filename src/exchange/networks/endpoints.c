/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/networks/endpoints.h"

#include "base/memory.h"
#include "base/pool.h"
#include "base/array.h"
#include "exchange/files/markup_text.h"
#include "exchange/files/sheet_writer.h"
#include "model/columns/fields.h"

#include <stdlib.h>
#include <string.h>

enum { CANDIDATES_TOLD = 4, CHARACTERS_TOLD = 60 };

typedef struct {
  const char *name;
  const char *reference; /* what stands for it in referrals.csv */
  guint64 times;
} Endpoint;

struct RefnetEndpoints {
  RefnetRoster *roster;
  RefnetPool *pool;
  RefnetInterner *texts;
  RefnetArray endpoints; /* Endpoint, by number of the text */
};

RefnetEndpoints *refnet_endpoints_new(RefnetRoster *roster) {
  RefnetEndpoints *endpoints = g_new0(RefnetEndpoints, 1);
  endpoints->roster = roster;
  endpoints->pool = refnet_pool_new();
  endpoints->texts = refnet_interner_new(refnet_pool_arena(endpoints->pool));
  endpoints->endpoints.size = sizeof(Endpoint);
  return endpoints;
}

void refnet_endpoints_free(RefnetEndpoints *endpoints) {
  if (endpoints == NULL)
    return;
  refnet_array_clear(&endpoints->endpoints);
  refnet_interner_free(endpoints->texts);
  refnet_pool_free(endpoints->pool);
  g_free(endpoints);
}

/* The text, or what its markup means, as the roster's cells are read. NULL: no memory. */
static const char *name_in(RefnetEndpoints *endpoints, const char *text) {
  g_autofree char *meant = refnet_markup_text(text);
  g_autofree char *clean = meant != NULL ? refnet_text_clean(meant) : NULL;
  return clean != NULL && *clean != '\0' ? refnet_pool_intern(endpoints->pool, clean) : text;
}

/* The roster's spelling, or the name itself. */
static const char *reference_for(RefnetEndpoints *endpoints, const char *name) {
  RefnetNameList *names = endpoints->roster != NULL ? refnet_roster_names(endpoints->roster) : NULL;
  gboolean loosely;
  if (names == NULL)
    return name;
  guint32 organization = refnet_name_list_find(names, name, &loosely);
  if (organization == REFNET_NONE || loosely)
    organization = refnet_name_list_add(names, name);
  return refnet_pool_intern(endpoints->pool,
                            refnet_roster_reference(endpoints->roster, organization));
}

const char *refnet_endpoints_add(RefnetEndpoints *endpoints, const char *text) {
  guint32 known = refnet_interner_length(endpoints->texts);
  guint32 number = refnet_interner_add(endpoints->texts, text, strlen(text));
  if (number == REFNET_NONE)
    return NULL;
  if (number < known) {
    Endpoint *endpoint = refnet_array_at(&endpoints->endpoints, Endpoint, number);
    endpoint->times++;
    return endpoint->reference;
  }
  Endpoint *endpoint = refnet_array_append(&endpoints->endpoints);
  if (endpoint == NULL)
    return NULL;
  const char *name = name_in(endpoints, refnet_interner_text(endpoints->texts, number));
  const char *reference = name != NULL ? reference_for(endpoints, name) : NULL;
  *endpoint = (Endpoint){name, reference, 1};
  return reference;
}

char *refnet_endpoints_doubt(RefnetEndpoints *endpoints, const char *text) {
  RefnetNameList *names = endpoints->roster != NULL ? refnet_roster_names(endpoints->roster) : NULL;
  const char *name = names != NULL ? name_in(endpoints, text) : NULL;
  const GArray *called = name != NULL ? refnet_name_list_namesakes(names, name) : NULL;
  if (called == NULL)
    return NULL;
  g_autofree char *shown = refnet_text_display(name, CHARACTERS_TOLD);
  GString *doubt = g_string_new(NULL);
  g_string_append_printf(doubt, "\"%s\" could be", shown);
  for (guint i = 0; i < called->len && i < CANDIDATES_TOLD; i++) {
    g_autofree char *reference = refnet_text_display(
        refnet_roster_reference(endpoints->roster, g_array_index(called, guint32, i)),
        CHARACTERS_TOLD);
    g_string_append_printf(doubt, "%s %s", i > 0 ? " or" : "", reference);
  }
  if (called->len > CANDIDATES_TOLD)
    g_string_append_printf(doubt, " or %u more", called->len - CANDIDATES_TOLD);
  return g_string_free(doubt, FALSE);
}

/* ---- writing --------------------------------------------------------------------------------- */

typedef struct {
  const char *name;
  char *fold;
  guint64 times;
} Name;

/* By fold, then as written most often. */
static int compare_folds(const void *a, const void *b) {
  const Name *x = a, *y = b;
  int order = strcmp(x->fold, y->fold);
  if (order == 0)
    order = (y->times > x->times) - (y->times < x->times);
  return order != 0 ? order : strcmp(x->name, y->name);
}

static int compare_names(const void *a, const void *b) {
  return strcmp(((const Name *)a)->name, ((const Name *)b)->name);
}

/* The names, each once, in order; *length of them. */
static Name *collect_names(const RefnetEndpoints *endpoints, gsize *length) {
  gsize all = endpoints->endpoints.length, kept = 0;
  Name *names = g_try_new(Name, MAX(all, 1));
  if (names == NULL)
    return NULL;
  for (gsize i = 0; i < all; i++) {
    const Endpoint *endpoint = refnet_array_at(&endpoints->endpoints, Endpoint, i);
    names[i] = (Name){endpoint->name, refnet_text_fold(endpoint->name), endpoint->times};
  }
  qsort(names, all, sizeof *names, compare_folds);
  for (gsize i = 0; i < all; i++) {
    if (kept == 0 || strcmp(names[kept - 1].fold, names[i].fold) != 0)
      names[kept++] = names[i];
    else
      g_free(names[i].fold);
  }
  qsort(names, kept, sizeof *names, compare_names);
  *length = kept;
  return names;
}

static gboolean write_names(const RefnetEndpoints *endpoints, const RefnetImport *import,
                            GError **error) {
  static const char *const columns[] = {"name", NULL};
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(import, REFNET_FILE_ORGANIZATIONS, columns, error);
  gsize length = 0;
  g_autofree Name *names = writer != NULL ? collect_names(endpoints, &length) : NULL;
  if (writer == NULL)
    return FALSE;
  if (names == NULL)
    return refnet_set_out_of_memory(error);
  for (gsize i = 0; i < length; i++) {
    refnet_sheet_writer_row(writer, &names[i].name);
    g_free(names[i].fold);
  }
  return refnet_sheet_writer_close(writer, error);
}

gboolean refnet_endpoints_write(const RefnetEndpoints *endpoints, const RefnetImport *import,
                                GError **error) {
  if (endpoints->roster == NULL)
    return write_names(endpoints, import, error);
  return refnet_roster_write_people(endpoints->roster, import, error) &&
         refnet_roster_write(endpoints->roster, import, error);
}
