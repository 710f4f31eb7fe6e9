/* SPDX-License-Identifier: GPL-2.0-or-later */
/* usage: generate FOLDER ORGANIZATIONS [ROWS_EACH [SEED]]
 * Writes a dataset of that many organizations with, on average, so many referral rows each. A few
 * are named far more often than the rest, as in real networks: the k-th with weight 1/(k + 10).
 * Same arguments, same bytes. */
#include <refnet/base.h>

#include <math.h>
#include <stdlib.h>

enum { DAYS = 700, ADDRESSES = 997 };

static const char *const sectors[] = {"health", "housing", "food", "faith", "education", "public"};
static const char *const services[] = {"food boxes", "housing",   "dental care",  "respite",
                                       "transport",  "legal aid", "job training", "counseling"};
static const char *const areas[] = {"Northport", "Eastside", "Westgate", "Mill Creek", "Lakeshore"};

static gboolean write_organizations(const char *folder, guint32 count, RefnetRandom *random,
                                    GError **error) {
  g_autofree char *path = g_build_filename(folder, "organizations.csv", NULL);
  g_autoptr(RefnetOutput) output = refnet_output_open(path, error);
  if (output == NULL)
    return FALSE;
  refnet_output_puts(output, "id,name,sector,services,areas\n");
  for (guint32 i = 0; i < count; i++)
    refnet_output_printf(output, "org-%07u,Organization %u of %s,%s,%s,%s\n", i, i,
                         areas[i % G_N_ELEMENTS(areas)],
                         sectors[refnet_random_below(random, G_N_ELEMENTS(sectors))],
                         services[refnet_random_below(random, G_N_ELEMENTS(services))],
                         areas[refnet_random_below(random, G_N_ELEMENTS(areas))]);
  return refnet_output_commit(output, error);
}

/* By inverting the sum of the weights, ln((k + 10) / 10); spread over the numbers, so that popular
 * organizations do not stand side by side. */
static guint32 draw(guint32 count, RefnetRandom *random) {
  double rank = 10 * (exp(refnet_random_unit(random) * log((count + 10) / 10.0)) - 1);
  guint64 place = MIN((guint64)rank, (guint64)count - 1);
  return (guint32)(place * ADDRESSES % count);
}

static gboolean write_referrals(const char *folder, guint32 count, guint64 rows,
                                RefnetRandom *random, GError **error) {
  g_autofree char *path = g_build_filename(folder, "referrals.csv", NULL);
  g_autoptr(RefnetOutput) output = refnet_output_open(path, error);
  if (output == NULL)
    return FALSE;
  const RefnetDate first = refnet_date_from_ymd(2024, 1, 1);
  refnet_output_puts(output, "from,to,service,count,date\n");
  g_auto(GStrv) days = g_new0(char *, DAYS + 1);
  for (int i = 0; i < DAYS; i++)
    days[i] = refnet_date_iso(first + i);
  for (guint64 i = 0; i < rows; i++)
    refnet_output_printf(
        output, "org-%07u,org-%07u,%s,%u,%s\n", (guint)refnet_random_below(random, count),
        draw(count, random), services[refnet_random_below(random, G_N_ELEMENTS(services))],
        1 + (guint)refnet_random_below(random, 9), days[refnet_random_below(random, DAYS)]);
  return refnet_output_commit(output, error);
}

static guint64 argument(int argc, char **argv, int i, guint64 otherwise) {
  return argc > i ? g_ascii_strtoull(argv[i], NULL, 10) : otherwise;
}

int main(int argc, char **argv) {
  guint64 count = argument(argc, argv, 2, 0), each = argument(argc, argv, 3, 10);
  g_autoptr(GError) error = NULL;
  RefnetRandom random;
  if (count == 0 || count > 10000000) {
    g_printerr("usage: generate FOLDER ORGANIZATIONS [ROWS_EACH [SEED]]\n");
    return 2;
  }
  refnet_random_seed(&random, argument(argc, argv, 4, 1));
  if (write_organizations(argv[1], (guint32)count, &random, &error) &&
      write_referrals(argv[1], (guint32)count, count * each, &random, &error))
    return EXIT_SUCCESS;
  g_printerr("%s\n", error->message);
  return EXIT_FAILURE;
}
