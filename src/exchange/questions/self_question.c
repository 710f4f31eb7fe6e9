/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/questions/self_question.h"

#include "model/columns/fields.h"

#include <refnet/base.h>

#include <string.h>

/* A question has one of the verbs and one of the nouns. Words and phrases are separated by |; one
 * that ends in * is the beginning of a word. */
typedef struct {
  guint field;
  const char *verbs, *nouns;
} Asked;

static const Asked asked[] = {
    {REFNET_ORGANIZATION_LANGUAGES,
     "speak|spoken|offer|offered|provide|provided|serve|available|"
     "staff",
     "language|languages"},
    {REFNET_ORGANIZATION_POPULATIONS, "serve|serves|served",
     "population*|age group*|whom do you|who do you|which groups|target group*|client group*"},
    {REFNET_ORGANIZATION_POPULATIONS, "work with|works with|worked with",
     "population*|age group*|target group*|client group*"},
    {REFNET_ORGANIZATION_AREAS,
     "serve|serves|served|cover|covers|covered|work in|operate in|located in|service area*|"
     "provide services in|offer services in",
     "area|areas|county|counties|town|towns|city|cities|neighborhood*|neighbourhood*|region|"
     "regions|zip code*|district|districts|communities|municipalit*|geograph*"},
    {REFNET_ORGANIZATION_SERVICES,
     "provide|provides|provided|offer|offers|offered|deliver|delivers|delivered",
     "service|services|program|programs|programme|programmes"},
    {REFNET_ORGANIZATION_SECTOR, "type|kind|sector|describes",
     "type of organization|type of organisation|type of agency|kind of organization|"
     "kind of organisation|which sector|what sector|your sector|best describes your organization|"
     "best describes your organisation"},
};

/* The words of a question with one blank before and after each. Caller frees. */
static char *words_of(const char *text) {
  g_autofree char *folded = refnet_text_fold(text);
  GString *words = g_string_new(" ");
  for (const char *at = folded; *at != '\0'; at++)
    if (g_ascii_isalnum(*at) || (guchar)*at >= 0x80)
      g_string_append_c(words, *at);
    else if (words->str[words->len - 1] != ' ')
      g_string_append_c(words, ' ');
  if (words->str[words->len - 1] != ' ')
    g_string_append_c(words, ' ');
  return g_string_free(words, FALSE);
}

static gboolean has_one_of(const char *words, const char *phrases) {
  g_auto(GStrv) all = g_strsplit(phrases, "|", -1);
  for (gsize i = 0; all[i] != NULL; i++) {
    const gboolean is_beginning = g_str_has_suffix(all[i], "*");
    g_autofree char *sought = g_strdup_printf(" %.*s%s", (int)strlen(all[i]) - is_beginning, all[i],
                                              is_beginning ? "" : " ");
    if (strstr(words, sought) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Relations with others, whatever they provide or whom they serve. */
static gboolean asks_about_others(const char *words) {
  static const char relations[] =
      "send|sends|sent|sending|refer|refers|referr*|referral*|partner*|collaborat*|relation*|"
      "agreement*|contract*|mou|mous|memorand*|contact|contacts|connect|connected|connection*|"
      "coordinate|cooperate|communicate|interact*|exchange*|share|shares|shared|hand off*|handoff*|"
      "meet with|rely on|turn to|know|aware|familiar|heard of|trust*|together|each other|"
      "receive clients|receive people|receive patients|with which|with whom|to which|to whom|"
      "from which|from whom";
  static const char others[] = "organizations|organisations|agencies|providers|nonprofits|"
                               "non profits|other organi*|other agenc*|other program*";
  return has_one_of(words, relations) || has_one_of(words, others) ||
         (has_one_of(words, "work with|works with|worked with|working with") &&
          !has_one_of(words, "population*|age group*|target group*|client group*"));
}

/* How much, how well and what is wanting: of services, but not which. */
static gboolean asks_something_else(const char *words) {
  return has_one_of(words, "need|needs|needed|gap|gaps|missing|lack|lacks|lacking|unmet|barrier*|"
                           "wish*|would like|how often|how many|how much|how long|how do|how does|"
                           "how would|how are|how is|how well|why|when|where|what time|hours|days|"
                           "cost|costs|fee|fees|eligib*|funding|funded|waitlist*|waiting list*");
}

static guint field_asked_for(const char *words) {
  for (gsize i = 0; i < G_N_ELEMENTS(asked); i++)
    if (has_one_of(words, asked[i].verbs) && has_one_of(words, asked[i].nouns))
      return asked[i].field;
  return G_MAXUINT;
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
  g_autofree char *words = words_of(text);
  if (asks_about_others(words) || asks_something_else(words))
    return G_MAXUINT;
  const guint field = field_asked_for(words);
  return field != G_MAXUINT ? field : field_of_header(text);
}

gboolean refnet_question_asks_what_you_do(const char *text) {
  g_autofree char *words = words_of(text);
  return field_of_header(text) != G_MAXUINT ||
         (has_one_of(words, "do you|does your|have you|has your") &&
          (asks_about_others(words) || asks_something_else(words) ||
           field_asked_for(words) != G_MAXUINT));
}
