/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Small datasets, and what descriptions say of them, as text. */
#ifndef REFNET_TESTS_DESCRIBED_H
#define REFNET_TESTS_DESCRIBED_H

#include "unit/support.h"
#include "unit/table/written.h"

#include <math.h>
#include <string.h>

#include <refnet/present.h>

/* 30 September 2026, in the tests' datasets the day they are looked at. */
static inline RefnetDate described_as_of(void) {
  return refnet_date_from_ymd(2026, 9, 30);
}

static inline RefnetWording described_wording(gboolean show_people) {
  return (RefnetWording){.show_people = show_people, .as_of = described_as_of()};
}

static inline RefnetNetwork *described_network(const RefnetDataset *dataset) {
  GError *error = NULL;
  RefnetNetwork *network = refnet_network_new(dataset, NULL, FALSE, &error);
  if (!network)
    fail_msg("%s", error->message);
  return network;
}

/* The description as `options` say. Caller frees. */
static inline char *described_as(const RefnetDescription *description, const RefnetNetwork *network,
                                 RefnetWriteOptions options) {
  RefnetEnvelope envelope = {
      .command = "test", .version = "0", .as_of = described_as_of(), .network = network};
  GError *error = NULL;
  Written written = written_begin();
  if (!refnet_description_write(description, &envelope, &options, written.output, &error))
    fail_msg("%s", error->message);
  char *text = written_end(&written);
  if (options.format == REFNET_FORMAT_TABLE)
    assert_tidy(text, options.width ? options.width : 100);
  return text;
}

static inline char *described_json(const RefnetDescription *description,
                                   const RefnetNetwork *network) {
  return described_as(description, network, (RefnetWriteOptions){.format = REFNET_FORMAT_JSON});
}

#define assert_says(text, part)                                                                    \
  do {                                                                                             \
    if (!strstr(text, part))                                                                       \
      fail_msg("\"%s\" is not in:\n%s", part, text);                                               \
  } while (0)
#define assert_does_not_say(text, part)                                                            \
  do {                                                                                             \
    if (strstr(text, part))                                                                        \
      fail_msg("\"%s\" is in:\n%s", part, text);                                                   \
  } while (0)

#endif
