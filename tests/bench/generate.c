/* SPDX-License-Identifier: GPL-2.0-or-later */
/* usage: generate FOLDER ORGANIZATIONS [ROWS_EACH [SEED [contacts|grown]]]
 * Writes a dataset of that many organizations with, on average, so many referral rows each. A few
 * are named far more often than the rest, as in real networks: the k-th with weight 1/(k + 10).
 * With "grown" each new one refers to so many that were there before, the more readily the more
 * ties these have (preferential attachment, Barabási & Albert 1999).
 * With "contacts" each has up to four people, some of whom are at another organization too, have
 * left or were last spoken to long ago, and half of the rows name who stands at their ends.
 * Same arguments, same bytes. */
#include <refnet/base.h>

#include <math.h>
#include <stdlib.h>

enum { DAYS = 700, ADDRESSES = 997, MOST_PEOPLE = 4 };

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

/* An end of one of the first `rows` rows, or one of all that were there before `from`. */
static guint32 draw_grown(const guint32 *ends, guint64 rows, guint32 from, RefnetRandom *random) {
  guint64 place = refnet_random_below(random, 2 * rows + from);
  return place < 2 * rows ? ends[place] : (guint32)(place - 2 * rows);
}

static guint32 people_at(guint32 organization) {
  static const guint32 people[] = {1, 2, 1, 3, 1, 0, 2, 4, 1, 2};
  return people[organization % G_N_ELEMENTS(people)];
}

/* One in ten is the first person of another organization. */
static guint32 number_of(guint32 count, guint32 organization, guint32 place) {
  gboolean is_shared = (organization + place) % 10 == 9;
  guint32 other = (guint32)((guint64)organization * ADDRESSES % count);
  return is_shared && people_at(other) > 0 ? other * MOST_PEOPLE
                                           : organization * MOST_PEOPLE + place;
}

static gboolean write_contacts(const char *folder, guint32 count, char **days, RefnetRandom *random,
                               GError **error) {
  g_autofree char *path = g_build_filename(folder, "contacts.csv", NULL);
  g_autoptr(RefnetOutput) output = refnet_output_open(path, error);
  if (output == NULL)
    return FALSE;
  refnet_output_puts(output, "organization,id,name,last_contact,left\n");
  for (guint32 i = 0; i < count; i++)
    for (guint32 k = 0; k < people_at(i); k++) {
      guint32 number = number_of(count, i, k);
      gboolean has_left = refnet_random_below(random, 20) == 0;
      refnet_output_printf(output, "org-%07u,person-%08u,Person %u,%s,%s\n", i, number, number,
                           days[refnet_random_below(random, DAYS)], has_left ? days[DAYS - 1] : "");
    }
  return refnet_output_commit(output, error);
}

static void write_person(RefnetOutput *output, guint32 count, guint32 organization,
                         RefnetRandom *random) {
  guint32 people = people_at(organization);
  if (people > 0 && refnet_random_below(random, 2) == 0)
    refnet_output_printf(
        output, ",person-%08u",
        number_of(count, organization, (guint32)refnet_random_below(random, people)));
  else
    refnet_output_puts(output, ",");
}

static gboolean write_grown(const char *folder, guint32 count, guint64 each, char **days,
                            RefnetRandom *random, GError **error) {
  g_autofree char *path = g_build_filename(folder, "referrals.csv", NULL);
  g_autoptr(RefnetOutput) output = refnet_output_open(path, error);
  if (output == NULL)
    return FALSE;
  g_autofree guint32 *ends = g_new(guint32, 2 * count * each + 1);
  refnet_output_puts(output, "from,to,count,date\n");
  for (guint64 i = each; i < count * each; i++) {
    guint32 from = (guint32)(i / each), to = draw_grown(ends, (from - 1) * each, from, random);
    ends[2 * (i - each)] = from;
    ends[2 * (i - each) + 1] = to;
    refnet_output_printf(output, "org-%07u,org-%07u,%u,%s\n", from, to,
                         1 + (guint)refnet_random_below(random, 9),
                         days[refnet_random_below(random, DAYS)]);
  }
  return refnet_output_commit(output, error);
}

static gboolean write_referrals(const char *folder, guint32 count, guint64 rows, char **days,
                                gboolean with_contacts, RefnetRandom *random, GError **error) {
  g_autofree char *path = g_build_filename(folder, "referrals.csv", NULL);
  g_autoptr(RefnetOutput) output = refnet_output_open(path, error);
  if (output == NULL)
    return FALSE;
  refnet_output_printf(output, "from,to,service,count,date%s\n",
                       with_contacts ? ",from_contact,to_contact" : "");
  for (guint64 i = 0; i < rows; i++) {
    guint32 from = (guint32)refnet_random_below(random, count), to = draw(count, random);
    refnet_output_printf(output, "org-%07u,org-%07u,%s,%u,%s", from, to,
                         services[refnet_random_below(random, G_N_ELEMENTS(services))],
                         1 + (guint)refnet_random_below(random, 9),
                         days[refnet_random_below(random, DAYS)]);
    if (with_contacts) {
      write_person(output, count, from, random);
      write_person(output, count, to, random);
    }
    refnet_output_puts(output, "\n");
  }
  return refnet_output_commit(output, error);
}

static guint64 argument(int argc, char **argv, int i, guint64 otherwise) {
  return argc > i ? g_ascii_strtoull(argv[i], NULL, 10) : otherwise;
}

int main(int argc, char **argv) {
  guint64 count = argument(argc, argv, 2, 0), each = argument(argc, argv, 3, 10);
  gboolean with_contacts = argc > 5 && g_str_equal(argv[5], "contacts");
  gboolean grown = argc > 5 && g_str_equal(argv[5], "grown");
  g_autoptr(GError) error = NULL;
  RefnetRandom random;
  if (count == 0 || count > 10000000 || (argc > 5 && !with_contacts && !grown)) {
    g_printerr("usage: generate FOLDER ORGANIZATIONS [ROWS_EACH [SEED [contacts|grown]]]\n");
    return 2;
  }
  const RefnetDate first = refnet_date_from_ymd(2024, 1, 1);
  g_auto(GStrv) days = g_new0(char *, DAYS + 1);
  for (int i = 0; i < DAYS; i++)
    days[i] = refnet_date_iso(first + i);
  refnet_random_seed(&random, argument(argc, argv, 4, 1));
  if (write_organizations(argv[1], (guint32)count, &random, &error) &&
      (!with_contacts || write_contacts(argv[1], (guint32)count, days, &random, &error)) &&
      (grown ? write_grown(argv[1], (guint32)count, each, days, &random, &error)
             : write_referrals(argv[1], (guint32)count, count * each, days, with_contacts, &random,
                               &error)))
    return EXIT_SUCCESS;
  g_printerr("%s\n", error->message);
  return EXIT_FAILURE;
}
