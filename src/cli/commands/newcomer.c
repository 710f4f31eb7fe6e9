/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/newcomer.h"

#include "cli/options/lists.h"
#include "model/dataset/near_names.h"

gboolean refnet_cli_newcomer_is_described(const CliOptions *options) {
  return options->newcomer.services || options->newcomer.areas || options->newcomer.populations ||
         options->newcomer.name;
}

/* It may be new, or a slip of the pen. */
static void tell_new(const RefnetVocabulary *known, const char *has, const char *value) {
  g_autofree char *shown = refnet_text_display(value, 60);
  g_autofree char *advice = refnet_names_advice(known->names, known->length, value);
  refnet_cli_tell(g_strdup_printf("nobody in the data %s \"%s\": suggestions go without it%s", has,
                                  shown, advice));
}

/* Those of `values` that the data know, told of the others; the caller frees the array, not the
 * texts. */
static char **known_of(const RefnetVocabulary *known, const char *has, char **values) {
  char **kept = g_new0(char *, (gsize)g_strv_length(values) + 1);
  for (gsize i = 0, length = 0; values[i]; i++)
    if (refnet_vocabulary_find(known, values[i]) != REFNET_NONE)
      kept[length++] = values[i];
    else
      tell_new(known, has, values[i]);
  return kept;
}

/* NULL: none is given, or one that is new. */
static const char *known_sector(const RefnetDataset *dataset, const char *sector) {
  if (!sector || refnet_vocabulary_find(&dataset->sectors, sector) != REFNET_NONE)
    return sector;
  tell_new(&dataset->sectors, "is of sector", sector);
  return NULL;
}

static gboolean check(char **services, char **areas, char **populations, char **sectors,
                      GError **error) {
  const char *trouble = NULL;
  if (sectors && sectors[1])
    trouble = "an organisation that is described has one --sector";
  else if (!services[0] && !areas[0] && !populations[0] && !sectors)
    trouble = "nothing is said of the organisation that speaks for or against anybody; "
              "give --services, --areas, --populations or --sector";
  if (trouble)
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE, trouble);
  return trouble == NULL;
}

RefnetWhoElse *refnet_cli_newcomer_ask(const Session *session, const RefnetWhoElseOptions *ask,
                                       GError **error) {
  const CliOptions *options = &session->options;
  const RefnetDataset *dataset = session->dataset;
  char **sectors = options->candidates.sectors;
  g_auto(GStrv) services = refnet_cli_split_lists(options->newcomer.services);
  g_auto(GStrv) areas = refnet_cli_split_lists(options->newcomer.areas);
  g_auto(GStrv) populations = refnet_cli_split_lists(options->newcomer.populations);
  if (!check(services, areas, populations, sectors, error))
    return NULL;
  g_autofree char **served = known_of(&dataset->populations, "serves", populations);
  const char *sector = known_sector(dataset, sectors ? sectors[0] : NULL);
  if (!services[0] && !areas[0] && !served[0] && !sector) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "nobody in the data has anything of what is said of the organisation; give "
                        "--services or --areas, too");
    return NULL;
  }
  const RefnetNewcomer newcomer = {.name = options->newcomer.name,
                                   .services = services,
                                   .areas = areas,
                                   .populations = served,
                                   .sector = sector};
  return refnet_who_else_newcomer(session->network, &newcomer, ask, error);
}
