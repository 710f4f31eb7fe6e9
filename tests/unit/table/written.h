/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a writer wrote, as text: the output goes to a file of its own, which is read back. */
#ifndef REFNET_TESTS_WRITTEN_H
#define REFNET_TESTS_WRITTEN_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib/gstdio.h>
#include <unistd.h>

#include <refnet/base.h>

typedef struct {
  char *path;
  RefnetOutput *output;
} Written;

static inline Written written_begin(void) {
  Written written = {0};
  int file = g_file_open_tmp("refnet-test-XXXXXX", &written.path, NULL);
  assert_true(file >= 0);
  close(file);
  written.output = refnet_output_open(written.path, NULL);
  assert_non_null(written.output);
  return written;
}

/* The text; frees the rest. Caller frees. */
static inline char *written_end(Written *written) {
  char *text = NULL;
  assert_true(refnet_output_commit(written->output, NULL));
  refnet_output_free(written->output);
  assert_true(g_file_get_contents(written->path, &text, NULL, NULL));
  g_remove(written->path);
  g_free(written->path);
  return text;
}

/* Fails unless every line of `text` is within `width` columns and ends without a blank, and blank
 * lines stand alone and only between lines. */
static inline void assert_tidy(const char *text, gsize width) {
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  guint count = g_strv_length(lines);
  assert_true(count > 1);
  assert_string_equal(lines[count - 1], "");
  for (guint i = 0; i + 1 < count; i++) {
    gsize length = strlen(lines[i]);
    gboolean at_edge = i == 0 || i + 2 == count || *lines[i + 1] == '\0';
    if (length == 0 ? at_edge : lines[i][length - 1] == ' ')
      fail_msg("line %u is untidy in:\n%s", i + 1, text);
    if (refnet_text_width(lines[i]) > width)
      fail_msg("line %u is too wide: \"%s\"", i + 1, lines[i]);
  }
}

#endif
