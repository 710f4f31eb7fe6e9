/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/survey/self_question.h"

#include "model/columns/fields.h"

#include <refnet/base.h>

#include <string.h>

/* A question has one of the verbs and one of the nouns, as words or their beginnings. */
typedef struct {
  guint field;
  const char *verbs, *nouns; /* parts of a folded question, separated by | */
} Asked;

static const Asked asked[] = {
    {REFNET_ORGANIZATION_LANGUAGES, "speak|offer|provide|serve|available|staff", "language"},
    {REFNET_ORGANIZATION_POPULATIONS, "serve|work with",
     "population|age group|whom do you|who do you|which groups|target group|client group"},
    {REFNET_ORGANIZATION_AREAS, "serve|cover|work in|operate in|located in|service area",
     "area|county|counties|town|cities|neighborhood|neighbourhood|region|zip code|district|"
     "communities|municipalit|geograph|where"},
    {REFNET_ORGANIZATION_SERVICES, "provide|offer|deliver|have", "service|program"},
    {REFNET_ORGANIZATION_SECTOR, "type|kind|sector",
     "type of organization|type of organisation|type of agency|kind of organization|"
     "kind of organisation|which sector|what sector|your sector|best describes your organization"},
};

static gboolean has_one_of(const char *folded, const char *parts) {
  g_auto(GStrv) all = g_strsplit(parts, "|", -1);
  for (gsize i = 0; all[i] != NULL; i++)
    if (strstr(folded, all[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A header that is the field's name or another one for it. */
static guint field_of_header(const char *text) {
  g_autofree char *header = refnet_text_fold_header(text);
  for (gsize i = 0; i < G_N_ELEMENTS(asked); i++)
    if (refnet_field_fit(&refnet_file_fields(REFNET_FILE_ORGANIZATIONS)->fields[asked[i].field],
                         header) != G_MAXUINT)
      return asked[i].field;
  return G_MAXUINT;
}

guint refnet_question_asks_for_field(const char *text) {
  static const char about_others[] = "refer|partner|need|gap|missing|lack|unmet|barrier|wish|would "
                                     "like|how often|how many|other organi|other agenc";
  g_autofree char *folded = refnet_text_fold(text);
  if (has_one_of(folded, about_others))
    return G_MAXUINT;
  for (gsize i = 0; i < G_N_ELEMENTS(asked); i++)
    if (has_one_of(folded, asked[i].verbs) && has_one_of(folded, asked[i].nouns))
      return asked[i].field;
  return field_of_header(text);
}
