/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How a program uses librefnet: load a dataset, ask it something, write the answers, draw the map.
 *
 *   cc first_steps.c $(pkg-config --cflags --libs refnet)
 *
 * Run with a dataset's folder and a folder for the pictures; without them it takes the sample
 * county and a temporary folder, and checks what it gets. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include <refnet/refnet.h>

static const RefnetColumn no_columns[] = {{NULL, NULL, REFNET_VALUE_TEXT, 0, 0, NULL}};

static gboolean write_answer(const char *command, const RefnetDescription *description,
                             const RefnetNetwork *network, GError **error) {
  RefnetEnvelope envelope = {.command = command,
                             .version = "example",
                             .as_of = refnet_date_from_ymd(2026, 9, 30),
                             .options = no_columns,
                             .filters = no_columns,
                             .network = network};
  RefnetWriteOptions options = {.format = REFNET_FORMAT_MARKDOWN, .top = 3};
  g_autoptr(RefnetOutput) output = refnet_output_open("-", error);
  return output && refnet_description_write(description, &envelope, &options, output, error) &&
         refnet_output_commit(output, error);
}

/* Where a service is missing or rests on one provider. */
static gboolean ask_for_gaps(const RefnetNetwork *network, const RefnetWording *wording,
                             GError **error) {
  RefnetGapOptions options = {.as_of = wording->as_of};
  g_autoptr(RefnetGaps) gaps = refnet_gaps_new(network, &options, error);
  if (!gaps)
    return FALSE;
  g_autoptr(RefnetDescription) answer = refnet_describe_gaps(gaps, wording);
  return write_answer("gaps", answer, network, error);
}

/* What rests on one person or one organization. */
static gboolean ask_for_risks(const RefnetNetwork *network, const RefnetWording *wording,
                              GError **error) {
  RefnetRiskOptions options = {.turnover = .3, .seed = 1, .draws = 2000, .as_of = wording->as_of};
  g_autoptr(RefnetRisks) risks = refnet_risks_new(network, &options, error);
  if (!risks)
    return FALSE;
  g_autoptr(RefnetDescription) answer = refnet_describe_risks(risks, wording);
  return write_answer("risks", answer, network, error);
}

static gboolean ask_for_duplicates(const RefnetNetwork *network, const RefnetWording *wording,
                                   GError **error) {
  g_autoptr(RefnetDuplicates) duplicates = refnet_duplicates_new(network, NULL, error);
  if (!duplicates)
    return FALSE;
  g_autoptr(RefnetDescription) answer = refnet_describe_duplicates(duplicates, wording);
  return write_answer("duplicates", answer, network, error);
}

/* Whom the first organization might meet, and the way to the first suggestion. */
static gboolean ask_who_else(const RefnetNetwork *network, guint32 vertex,
                             const RefnetWording *wording, GError **error) {
  RefnetWhoElseOptions options = {.as_of = wording->as_of};
  g_autoptr(RefnetWhoElse) who_else = refnet_who_else_new(network, vertex, &options, error);
  if (!who_else)
    return FALSE;
  g_autoptr(RefnetDescription) answer = refnet_describe_who_else(who_else, wording);
  if (!write_answer("who-else", answer, network, error) || who_else->suggestion_count == 0)
    return who_else->suggestion_count == 0;
  g_autoptr(RefnetPaths) paths = refnet_paths_new(network, vertex, who_else->suggestions[0].vertex,
                                                  3, 2, wording->as_of, error);
  if (!paths)
    return FALSE;
  g_autoptr(RefnetDescription) way = refnet_describe_paths(paths, wording);
  return write_answer("path", way, network, error);
}

static gboolean draw(const RefnetNetwork *network, const RefnetMeasures *measures,
                     const char *folder, RefnetDate as_of, GError **error) {
  RefnetMapOptions options = {.title = "First steps", .seed = 1, .as_of = as_of};
  g_autoptr(RefnetMap) map = refnet_map_new(network, measures, &options, error);
  g_autofree char *path = g_build_filename(folder, "first-steps.svg", NULL);
  g_autoptr(RefnetOutput) output = map ? refnet_output_open(path, error) : NULL;
  return output && refnet_map_draw(map, REFNET_PICTURE_SVG, output, error) &&
         refnet_output_commit(output, error);
}

static gboolean ask_everything(const RefnetDataset *dataset, const char *folder, GError **error) {
  RefnetWording wording = {.as_of = refnet_date_from_ymd(2026, 9, 30)};
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, error);
  if (!network)
    return FALSE;
  g_autoptr(RefnetSummary) summary = refnet_summary_new(network, 1, error);
  g_autoptr(RefnetMeasures) measures = summary ? refnet_measures_new(network, 1, error) : NULL;
  if (!measures)
    return FALSE;
  g_autoptr(RefnetDescription) figures = refnet_describe_summary(summary, &wording);
  guint32 organization = refnet_dataset_find(dataset, dataset->organizations[0].id, error);
  return write_answer("summary", figures, network, error) &&
         ask_for_gaps(network, &wording, error) && ask_for_risks(network, &wording, error) &&
         ask_for_duplicates(network, &wording, error) &&
         ask_who_else(network, network->vertex[organization], &wording, error) &&
         draw(network, measures, folder, wording.as_of, error);
}

static gboolean run(const char *dataset_path, const char *folder, GError **error) {
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(dataset_path, NULL, error);
  return dataset && ask_everything(dataset, folder, error);
}

/* The picture is there and is an SVG. */
static gboolean is_drawn(const char *folder) {
  g_autofree char *path = g_build_filename(folder, "first-steps.svg", NULL);
  g_autofree char *text = NULL;
  gboolean drawn = g_file_get_contents(path, &text, NULL, NULL) && strstr(text, "<svg") != NULL;
  g_remove(path);
  return drawn;
}

int main(int argc, char **argv) {
  g_autoptr(GError) error = NULL;
  gboolean is_own_folder = argc < 3;
  g_autofree char *folder =
      is_own_folder ? g_dir_make_tmp("refnet-example-XXXXXX", NULL) : g_strdup(argv[2]);
  gboolean ok = run(argc > 1 ? argv[1] : "datasets/harbor-county", folder, &error);
  if (!ok)
    fprintf(stderr, "%s\n", error->message);
  if (is_own_folder) {
    ok = is_drawn(folder) && ok;
    g_rmdir(folder);
  }
  refnet_draw_cleanup();
  return ok ? 0 : 1;
}
