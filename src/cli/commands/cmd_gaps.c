/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <string.h>

#include "cli/commands/commands.h"
#include "cli/files/gap_files.h"

/* What the options say, and what stands behind the pointers among it. */
typedef struct {
  RefnetGapOptions options;
  SectorFile *sectors;
  char **related;
  GArray *ratios;      /* of RefnetRatioThreshold */
  GPtrArray *services; /* their names */
} Request;

static void request_clear(Request *request) {
  refnet_sector_file_free(request->sectors);
  g_strfreev(request->related);
  g_clear_pointer(&request->ratios, g_array_unref);
  g_clear_pointer(&request->services, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Request, request_clear)

/* ---- statuses -------------------------------------------------------------------------------- */

static const char *const statuses[REFNET_GAP_STATUSES] = {
    [REFNET_GAP_ABSENT] = "absent",           [REFNET_GAP_FRAGILE] = "fragile",
    [REFNET_GAP_POPULATION] = "population",   [REFNET_GAP_STRAINED] = "strained",
    [REFNET_GAP_UNREACHABLE] = "unreachable", [REFNET_GAP_FAILING] = "failing",
};

static gboolean add_status(Request *request, const char *name, GError **error) {
  for (guint i = 0; i < REFNET_GAP_STATUSES; i++)
    if (g_str_equal(statuses[i], name)) {
      request->options.statuses |= 1u << i;
      return TRUE;
    }
  g_autofree char *shown = refnet_text_display(name, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "--status takes absent, fragile, population, strained, unreachable or failing, not "
              "\"%s\"",
              shown);
  return FALSE;
}

static gboolean read_statuses(Request *request, const CliOptions *cli, GError **error) {
  for (guint i = 0; cli->statuses && cli->statuses[i]; i++)
    if (!add_status(request, cli->statuses[i], error))
      return FALSE;
  return TRUE;
}

/* ---- ratios ---------------------------------------------------------------------------------- */

static void add_profile(Request *request, const RefnetRatioThreshold *ratios, guint32 length) {
  g_array_append_vals(request->ratios, ratios, length);
}

/* "SERVICE=3500": the last "=" divides, for a service may have one in its name. */
static gboolean add_ratio(Request *request, const char *text, GError **error) {
  guint32 length;
  const RefnetRatioThreshold *profile = refnet_ratio_profile(text, &length);
  const char *equals = strrchr(text, '=');
  RefnetRatioThreshold ratio = {.if_known = FALSE};
  if (profile) {
    add_profile(request, profile, length);
    return TRUE;
  }
  if (!equals || equals == text || !refnet_number_parse(equals + 1, &ratio.threshold) ||
      !(ratio.threshold > 0)) {
    g_autofree char *shown = refnet_text_display(text, 60);
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "--ratio takes SERVICE=PEOPLE such as \"dental care=5000\", or hrsa, not \"%s\"",
                shown);
    return FALSE;
  }
  ratio.service = g_strndup(text, (gsize)(equals - text));
  g_ptr_array_add(request->services, (gpointer)ratio.service);
  g_array_append_val(request->ratios, ratio);
  return TRUE;
}

static gboolean read_ratios(Request *request, const CliOptions *cli, GError **error) {
  request->ratios = g_array_new(FALSE, FALSE, sizeof(RefnetRatioThreshold));
  request->services = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; cli->ratios && cli->ratios[i]; i++)
    if (!add_ratio(request, cli->ratios[i], error))
      return FALSE;
  request->options.ratios = (const RefnetRatioThreshold *)(void *)request->ratios->data;
  request->options.ratio_count = request->ratios->len;
  return TRUE;
}

/* ---- files ----------------------------------------------------------------------------------- */

static gboolean read_sectors(Request *request, const CliOptions *cli, GError **error) {
  if (!cli->sector_profile ||
      (request->options.sectors = refnet_sector_profile(cli->sector_profile)))
    return TRUE;
  if (!strpbrk(cli->sector_profile, "./") &&
      !g_file_test(cli->sector_profile, G_FILE_TEST_EXISTS)) {
    g_autofree char *shown = refnet_text_display(cli->sector_profile, 60);
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "--sectors takes dfc, general or a CSV file, not \"%s\"", shown);
    return FALSE;
  }
  if (!(request->sectors = refnet_sector_file_read(cli->sector_profile, error)))
    return FALSE;
  request->options.sectors = &request->sectors->profile;
  return TRUE;
}

static gboolean read_related(Request *request, const CliOptions *cli, GError **error) {
  if (!cli->related)
    return TRUE;
  request->related = refnet_related_file_read(cli->related, error);
  request->options.related = (const char *const *)request->related;
  return request->related != NULL;
}

static gboolean check_decay(const CliOptions *cli, GError **error) {
  if (cli->decay == REFNET_DECAY_NONE || cli->radius.km > 0)
    return TRUE;
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                      "--decay says how capacity counts within a radius; give --radius, too");
  return FALSE;
}

static gboolean read_request(Request *request, const CliOptions *cli, RefnetDate as_of,
                             GError **error) {
  request->options = (RefnetGapOptions){
      .as_of = as_of,
      .steps = (guint32)cli->gap_steps,
      .radius = cli->radius.km,
      .decay = (RefnetDecay)cli->decay,
      .by_language = cli->gaps_by == 1,
      .if_merged = cli->if_merged,
      .if_verified = cli->verified_since != REFNET_DATE_UNKNOWN,
      .verified_since = cli->verified_since,
  };
  return check_decay(cli, error) && read_statuses(request, cli, error) &&
         read_ratios(request, cli, error) && read_sectors(request, cli, error) &&
         read_related(request, cli, error);
}

/* As the open session has them: lists are spread by then. */
static void choose_cells(Request *request, const CliOptions *cli) {
  request->options.areas = cli->areas;
  request->options.services = cli->services;
  request->options.populations = cli->populations;
}

gboolean refnet_cli_gaps(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  g_auto(Request) request = {0};
  if (!read_request(&request, &session->options, wording.as_of, error) ||
      !refnet_session_open(session, error))
    return FALSE;
  choose_cells(&request, &session->options);
  g_autoptr(RefnetGaps) gaps = refnet_gaps_new(session->network, &request.options, error);
  if (!gaps)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_gaps(gaps, &wording);
  return refnet_session_present(session, description, error);
}
