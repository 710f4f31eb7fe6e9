/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/duplicates/evidence_sentences.h"

#include "present/wording/words.h"

static const char *const field_words[] = {
    [REFNET_EVIDENCE_NAME] = "name",       [REFNET_EVIDENCE_ALTERNATE_NAME] = "alternate name",
    [REFNET_EVIDENCE_PHONE] = "phone",     [REFNET_EVIDENCE_EMAIL] = "e-mail",
    [REFNET_EVIDENCE_WEBSITE] = "website", [REFNET_EVIDENCE_TAX_ID] = "tax id",
    [REFNET_EVIDENCE_ADDRESS] = "address",
};

char **refnet_evidence_texts(const RefnetEvidence *evidence, guint32 length) {
  static const char *const likenesses[] = {[REFNET_LIKENESS_DIFFERS] = "differs",
                                           [REFNET_LIKENESS_SIMILAR] = "similar",
                                           [REFNET_LIKENESS_EQUAL] = "equal"};
  char **texts = g_new0(char *, length + 1);
  for (guint32 i = 0; i < length; i++) {
    char bits[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(bits, sizeof bits, "%.1f", evidence[i].bits);
    texts[i] = g_strdup_printf("%s %s, %s bits", field_words[evidence[i].field],
                               likenesses[evidence[i].likeness], bits);
  }
  return texts;
}

static char *fields_in_words(const RefnetEvidence *evidence, guint32 length,
                             RefnetLikeness likeness) {
  const char *names[G_N_ELEMENTS(field_words)];
  gsize count = 0;
  for (guint32 i = 0; i < length && count < G_N_ELEMENTS(names); i++)
    if (evidence[i].likeness == likeness)
      names[count++] = field_words[evidence[i].field];
  return refnet_words_list(names, count, 0);
}

void refnet_evidence_append(GString *reason, const RefnetEvidence *evidence, guint32 length) {
  g_autofree char *same = fields_in_words(evidence, length, REFNET_LIKENESS_EQUAL);
  g_autofree char *similar = fields_in_words(evidence, length, REFNET_LIKENESS_SIMILAR);
  g_autofree char *different = fields_in_words(evidence, length, REFNET_LIKENESS_DIFFERS);
  const char *divider = ": ";
  if (*same) {
    g_string_append_printf(reason, "%ssame %s", divider, same);
    divider = ", ";
  }
  if (*similar) {
    g_string_append_printf(reason, "%ssimilar %s", divider, similar);
    divider = ", ";
  }
  if (*different)
    g_string_append_printf(reason, "%snot the same %s", *divider == ',' ? ", but " : divider,
                           different);
}

static const char *const cautions[] = {
    [REFNET_OBSTACLE_NONE] = "",
    [REFNET_OBSTACLE_NAMES] = " Their names differ, so they may well be two.",
    [REFNET_OBSTACLE_TAX_ID] = " Their tax numbers differ, so they may well be two.",
    [REFNET_OBSTACLE_PARENT] = " One is listed as part of the other.",
    [REFNET_OBSTACLE_ONLY_NAME] = " Branches of one body would look like this, too.",
    [REFNET_OBSTACLE_DECIDED] = " They have been decided to be different.",
};

const char *refnet_evidence_caution(RefnetObstacle obstacle) {
  return cautions[obstacle];
}
