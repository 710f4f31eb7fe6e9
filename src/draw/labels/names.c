/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Short names for a map. */
#include "draw/labels/names.h"

#include <string.h>

#include "base/order.h"

/* Names up to this many characters are left alone but for legal suffixes. */
#define BEARABLE 26
/* No map has room for more, and laying out a megabyte of letters takes minutes. */
#define LONGEST_NAME 160

static const char *const legal_suffixes[] = {
    "inc",         "incorporated", "llc",        "l.l.c",     "ltd",   "limited", "corp",
    "corporation", "pllc",         "pc",         "p.c",       "llp",   "lp",      "gmbh",
    "e.v",         "nonprofit",    "non-profit", "501(c)(3)", "501c3",
};

static const struct {
  const char *word, *abbreviation;
} abbreviations[] = {
    {"county", "Co."},
    {"department", "Dept."},
    {"association", "Assn."},
    {"university", "Univ."},
    {"administration", "Admin."},
    {"corporation", "Corp."},
    {"commission", "Comm."},
    {"committee", "Cmte."},
    {"government", "Govt."},
    {"international", "Intl."},
    {"national", "Natl."},
    {"district", "Dist."},
    {"organization", "Org."},
    {"organisation", "Org."},
    {"elementary", "Elem."},
    {"saint", "St."},
    {"and", "&"},
};

/* The word without a comma or full stop at its end, in lower case. */
static char *bare_word(const char *word) {
  char *bare = g_ascii_strdown(word, -1);
  for (gsize length = strlen(bare); length > 0 && strchr(".,;", bare[length - 1]); length--)
    bare[length - 1] = '\0';
  return bare;
}

static gboolean is_legal_suffix(const char *word) {
  g_autofree char *bare = bare_word(word);
  for (gsize i = 0; i < G_N_ELEMENTS(legal_suffixes); i++)
    if (strcmp(bare, legal_suffixes[i]) == 0)
      return TRUE;
  return FALSE;
}

static const char *abbreviate(const char *word) {
  for (gsize i = 0; i < G_N_ELEMENTS(abbreviations); i++)
    if (g_ascii_strcasecmp(word, abbreviations[i].word) == 0)
      return abbreviations[i].abbreviation;
  return word;
}

/* Cuts commas that a removed suffix has left behind. */
static void trim_end(char *name) {
  for (gsize length = strlen(name); length > 0 && strchr(" ,;", name[length - 1]); length--)
    name[length - 1] = '\0';
}

static char *join_abbreviated(char **words) {
  GString *name = g_string_new(NULL);
  for (guint i = 0; words[i]; i++) {
    if (i > 0)
      g_string_append_c(name, ' ');
    /* A word is only abbreviated where others remain to tell what it is about. */
    g_string_append(name, i > 0 && words[i + 1] ? abbreviate(words[i]) : words[i]);
  }
  return g_string_free(name, FALSE);
}

static char *without_legal_form(const char *name) {
  g_auto(GStrv) words = g_strsplit(name, " ", -1);
  guint first = 0, count = g_strv_length(words);
  while (count > 1 && is_legal_suffix(words[count - 1])) {
    g_clear_pointer(&words[count - 1], g_free);
    count--;
  }
  if (count > 2 && g_ascii_strcasecmp(words[0], "the") == 0)
    first = 1;
  char *kept = g_strjoinv(" ", words + first);
  trim_end(kept);
  return kept;
}

char *refnet_name_shorten(const char *name) {
  char *kept = without_legal_form(name);
  if (*kept == '\0') {
    g_free(kept);
    return g_strdup(name);
  }
  if (g_utf8_strlen(kept, -1) <= BEARABLE)
    return kept;
  g_auto(GStrv) words = g_strsplit(kept, " ", -1);
  g_free(kept);
  return join_abbreviated(words);
}

/* Before the last word that begins within `most` characters, and before "of", "for" and the like
 * that stand there; within a word where there is no other. */
static char *cut_between_words(const char *name, guint most) {
  enum { LITTLE = 3 };
  char *cut = g_utf8_substring(name, 0, most);
  for (char *blank; (blank = strrchr(cut, ' ')) != NULL && blank > cut;) {
    gboolean is_whole = g_str_has_prefix(name + strlen(cut), " ");
    if (is_whole && strlen(blank + 1) > LITTLE)
      break;
    *blank = '\0';
  }
  char *shown = g_strconcat(cut, "…", NULL);
  g_free(cut);
  return shown;
}

char *refnet_name_in_title(const char *name, guint most) {
  g_autofree char *shown = refnet_text_display(name, LONGEST_NAME);
  if (g_utf8_strlen(shown, -1) <= most)
    return g_steal_pointer(&shown);
  g_autofree char *short_name = refnet_name_shorten(shown);
  if (g_utf8_strlen(short_name, -1) <= most)
    return g_steal_pointer(&short_name);
  return cut_between_words(short_name, most - 1);
}

/* How often each label occurs, by its text. */
static GHashTable *count_labels(char **labels) {
  GHashTable *counts = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; labels[i]; i++) {
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, labels[i]));
    g_hash_table_insert(counts, labels[i], GUINT_TO_POINTER(count + 1));
  }
  return counts;
}

static const RefnetOrganization *organization_at(const RefnetNetwork *network, guint32 vertex) {
  return &network->dataset->organizations[network->organization[vertex]];
}

static char *label_for(const RefnetOrganization *organization) {
  if (organization->details->short_name && *organization->details->short_name)
    return refnet_text_display(organization->details->short_name, LONGEST_NAME);
  g_autofree char *shown = refnet_text_display(organization->name, LONGEST_NAME);
  return refnet_name_shorten(shown);
}

char **refnet_names_for_map(const RefnetNetwork *network) {
  char **labels = g_new0(char *, (gsize)network->vertices + 1);
  for (guint32 v = 0; v < network->vertices; v++)
    labels[v] = label_for(organization_at(network, v));
  g_autoptr(GHashTable) counts = count_labels(labels);
  g_autofree gboolean *shared = g_new0(gboolean, (gsize)network->vertices + 1);
  for (guint32 v = 0; v < network->vertices; v++)
    shared[v] = GPOINTER_TO_UINT(g_hash_table_lookup(counts, labels[v])) > 1;
  for (guint32 v = 0; v < network->vertices; v++)
    if (shared[v]) {
      g_free(labels[v]);
      labels[v] = refnet_text_display(organization_at(network, v)->name, LONGEST_NAME);
    }
  return labels;
}

char **refnet_names_by(const RefnetNetwork *network, RefnetMapLabel label) {
  if (label == REFNET_MAP_LABEL_SHORT || label == REFNET_MAP_LABEL_NONE)
    return refnet_names_for_map(network);
  char **names = g_new0(char *, (gsize)network->vertices + 1);
  for (guint32 v = 0; v < network->vertices; v++) {
    const RefnetOrganization *organization = refnet_network_organization(network, v);
    names[v] = refnet_text_display(
        label == REFNET_MAP_LABEL_ID ? organization->id : organization->name, 0);
  }
  return names;
}

char **refnet_names_in_words(const RefnetNetwork *network, RefnetMapLabel label) {
  return refnet_names_by(network, label == REFNET_MAP_LABEL_ID ? REFNET_MAP_LABEL_SHORT : label);
}

/* ---- in order -------------------------------------------------------------------------------- */

typedef struct {
  char *fold;
  guint32 vertex;
} Sorted;

static int compare_sorted(const void *left, const void *right) {
  const Sorted *x = left, *y = right;
  int order = strcmp(x->fold, y->fold);
  return order ? order : refnet_order(x->vertex, y->vertex);
}

void refnet_names_sort(char *const *names, guint32 *vertices, guint32 count) {
  g_autofree Sorted *sorted = g_new(Sorted, (gsize)count + 1);
  for (guint32 i = 0; i < count; i++)
    sorted[i] = (Sorted){refnet_text_fold(names[vertices[i]]), vertices[i]};
  qsort(sorted, count, sizeof *sorted, compare_sorted);
  for (guint32 i = 0; i < count; i++) {
    vertices[i] = sorted[i].vertex;
    g_free(sorted[i].fold);
  }
}
