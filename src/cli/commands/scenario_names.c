/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the steps of what-if name, found in the dataset. */
#include "cli/commands/scenario.h"

#include "analysis/supply/choice.h"

const char **refnet_cli_scenario_services(const Scenario *scenario) {
  GPtrArray *services = g_ptr_array_new();
  for (guint i = 0; i < scenario->steps->len; i++) {
    const ScenarioStep *step = g_ptr_array_index(scenario->steps, i);
    if (step->kind == REFNET_EDIT_OFFER)
      g_ptr_array_add(services, step->service);
  }
  g_ptr_array_add(services, NULL);
  return (const char **)g_ptr_array_free(services, FALSE);
}

static gboolean find_organization(const RefnetDataset *dataset, const char *name,
                                  guint32 *organization, GError **error) {
  *organization = name ? refnet_dataset_find(dataset, name, error) : REFNET_NONE;
  return !name || *organization != REFNET_NONE;
}

static gboolean find_person(const RefnetDataset *dataset, const char *name, guint32 *person,
                            GError **error) {
  *person = name ? refnet_dataset_find_person(dataset, name, error) : REFNET_NONE;
  return !name || *person != REFNET_NONE;
}

static gboolean resolve(const RefnetDataset *dataset, const ScenarioStep *step, RefnetEdit *edit,
                        GError **error) {
  *edit = (RefnetEdit){.kind = step->kind, .text = step->text};
  return find_organization(dataset, step->organization, &edit->organization, error) &&
         find_organization(dataset, step->other, &edit->other, error) &&
         find_person(dataset, step->person, &edit->person, error) &&
         refnet_choose_value(step->service, &dataset->services, "service", &edit->service, error) &&
         refnet_choose_area(step->area, dataset, &edit->area, error);
}

gboolean refnet_cli_scenario_resolve(Scenario *scenario, const RefnetDataset *dataset,
                                     GError **error) {
  scenario->edits = g_array_new(FALSE, FALSE, sizeof(RefnetEdit));
  for (guint i = 0; i < scenario->steps->len; i++) {
    const ScenarioStep *step = g_ptr_array_index(scenario->steps, i);
    RefnetEdit edit;
    if (!resolve(dataset, step, &edit, error)) {
      g_prefix_error(error, "%s: ", step->text);
      return FALSE;
    }
    g_array_append_val(scenario->edits, edit);
  }
  return TRUE;
}
