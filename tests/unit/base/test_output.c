/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Output files: whole or absent, whatever goes wrong. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <refnet/base.h>

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *file; /* folder/out.csv, not there */
} Place;

static int set_up(void **state) {
  Place *place = g_new0(Place, 1);
  place->folder = g_dir_make_tmp("refnet-output-XXXXXX", NULL);
  place->file = g_build_filename(place->folder, "out.csv", NULL);
  *state = place;
  return place->folder != NULL ? 0 : -1;
}

static int entries(const Place *place) {
  g_autoptr(GDir) folder = g_dir_open(place->folder, 0, NULL);
  int count = 0;
  while (g_dir_read_name(folder) != NULL)
    count++;
  return count;
}

static void remove_tree(const char *path) {
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  const char *name;
  while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
    g_autofree char *inner = g_build_filename(path, name, NULL);
    if (g_file_test(inner, G_FILE_TEST_IS_DIR) && !g_file_test(inner, G_FILE_TEST_IS_SYMLINK))
      remove_tree(inner);
    else
      g_unlink(inner);
  }
  g_rmdir(path);
}

static int tear_down(void **state) {
  Place *place = *state;
  remove_tree(place->folder);
  g_free(place->folder);
  g_free(place->file);
  g_free(place);
  return 0;
}

static RefnetOutput *open_or_fail(const char *path) {
  g_autoptr(GError) error = NULL;
  RefnetOutput *output = refnet_output_open(path, &error);
  if (output == NULL)
    fail_msg("%s", error->message);
  return output;
}

static void assert_holds(const char *path, const char *expected) {
  g_autofree char *contents = NULL;
  assert_true(g_file_get_contents(path, &contents, NULL, NULL));
  assert_string_equal(contents, expected);
}

static guint mode_of(const char *path) {
  GStatBuf status;
  assert_int_equal(g_stat(path, &status), 0);
  return status.st_mode & 07777;
}

static void write_and_commit(const char *path, const char *text) {
  g_autoptr(RefnetOutput) output = open_or_fail(path);
  refnet_output_puts(output, text);
  assert_true(refnet_output_ok(output));
  assert_true(refnet_output_commit(output, NULL));
}

static void assert_not_opened(const char *path, const char *message) {
  g_autoptr(GError) error = NULL;
  assert_null(refnet_output_open(path, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_IO));
  assert_non_null(strstr(error->message, message));
}

static void a_new_file_appears_only_at_the_commit(void **state) {
  const Place *place = *state;
  mode_t mask = umask(027);
  g_autoptr(RefnetOutput) output = open_or_fail(place->file);
  umask(mask);
  refnet_output_printf(output, "%s,%d\n", "Elm", 3);
  refnet_output_write(output, "a\0b", 3);
  refnet_output_write(output, "", 0);
  assert_false(g_file_test(place->file, G_FILE_TEST_EXISTS));
  assert_true(refnet_output_commit(output, NULL));
  g_autofree char *contents = NULL;
  gsize length;
  assert_true(g_file_get_contents(place->file, &contents, &length, NULL));
  assert_int_equal(length, 9);
  assert_memory_equal(contents, "Elm,3\na\0b", 9);
  assert_int_equal(mode_of(place->file), 0640);
  assert_int_equal(entries(place), 1);
}

static void freed_without_commit_nothing_is_left(void **state) {
  const Place *place = *state;
  assert_true(g_file_set_contents(place->file, "old", -1, NULL));
  RefnetOutput *output = open_or_fail(place->file);
  refnet_output_puts(output, "new");
  assert_int_equal(entries(place), 2);
  refnet_output_free(output);
  assert_int_equal(entries(place), 1);
  assert_holds(place->file, "old");
  refnet_output_free(NULL);
}

static void an_old_file_keeps_its_mode(void **state) {
  const Place *place = *state;
  assert_true(g_file_set_contents(place->file, "old", -1, NULL));
  static const guint modes[] = {0600, 0644, 0664, 0755};
  for (gsize i = 0; i < G_N_ELEMENTS(modes); i++) {
    assert_int_equal(g_chmod(place->file, (int)modes[i]), 0);
    write_and_commit(place->file, "new");
    assert_int_equal(mode_of(place->file), modes[i]);
    assert_holds(place->file, "new");
  }
}

static void links_stay_links(void **state) {
  const Place *place = *state;
  g_autofree char *inner = g_build_filename(place->folder, "inner", NULL);
  g_autofree char *link = g_build_filename(place->folder, "link", NULL);
  g_autofree char *second = g_build_filename(place->folder, "second", NULL);
  g_autofree char *real = g_build_filename(inner, "real.csv", NULL);
  assert_int_equal(g_mkdir(inner, 0755), 0);
  assert_int_equal(symlink("inner/real.csv", link), 0);
  assert_int_equal(symlink(link, second), 0);
  write_and_commit(second, "first"); /* a link to nowhere yet */
  assert_holds(real, "first");
  write_and_commit(second, "then");
  assert_holds(real, "then");
  assert_true(g_file_test(second, G_FILE_TEST_IS_SYMLINK));
  assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
}

static void impossible_targets(void **state) {
  const Place *place = *state;
  g_autofree char *loop = g_build_filename(place->folder, "loop", NULL);
  g_autofree char *nowhere = g_build_filename(place->folder, "no", "such", NULL);
  g_autofree char *below_file = g_build_filename(place->file, "x", NULL);
  g_autofree char *escape = g_build_filename(place->folder, "a\x1B[2J", "x", NULL);
  assert_int_equal(symlink("loop", loop), 0);
  assert_not_opened(place->folder, "it is a folder");
  assert_not_opened(loop, g_strerror(ELOOP));
  assert_not_opened(nowhere, "there is no such folder; make it first");
  assert_not_opened("", "give the name of a file");
  assert_not_opened(escape, "a\uFFFD[2J");
  assert_not_opened("/dev/fd/987", g_strerror(EBADF));
  assert_true(g_file_set_contents(place->file, "old", -1, NULL));
  assert_not_opened(below_file, g_strerror(ENOTDIR));
}

static void a_name_of_full_length(void **state) {
  const Place *place = *state;
  char name[256];
  memset(name, 'n', 255);
  name[255] = '\0';
  g_autofree char *path = g_build_filename(place->folder, name, NULL);
  write_and_commit(path, "fits");
  assert_holds(path, "fits");
}

static void pieces_of_every_size_come_out_whole(void **state) {
  const Place *place = *state;
  static const gsize sizes[] = {1, 7, 65535, 1, 65536, 65537, 3, 200000, 65534, 2, 1};
  g_autoptr(GString) expected = g_string_new(NULL);
  g_autoptr(RefnetOutput) output = open_or_fail(place->file);
  for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
    g_autofree char *piece = g_strnfill(sizes[i], (char)('a' + i));
    g_string_append(expected, piece);
    refnet_output_puts(output, piece);
  }
  assert_true(refnet_output_commit(output, NULL));
  assert_holds(place->file, expected->str);
}

static void a_full_disk_is_an_error(void **state) {
  (void)state;
  if (!g_file_test("/dev/full", G_FILE_TEST_EXISTS))
    skip();
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetOutput) output = open_or_fail("/dev/full");
  refnet_output_puts(output, "small");
  assert_true(refnet_output_ok(output)); /* still in the buffer */
  g_autofree char *large = g_strnfill(100000, 'x');
  refnet_output_puts(output, large);
  assert_false(refnet_output_ok(output));
  refnet_output_puts(output, "more");
  assert_false(refnet_output_commit(output, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_IO));
  assert_string_equal(error->message, "cannot write '/dev/full': No space left on device");
}

/* A limit on file size fails part of the way, as a quota would. */
static void a_file_cut_short_is_never_seen(void **state) {
  const Place *place = *state;
  assert_true(g_file_set_contents(place->file, "old", -1, NULL));
  struct rlimit before, small;
  assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
  small = before;
  small.rlim_cur = 100000;
  signal(SIGXFSZ, SIG_IGN);
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
  g_autoptr(GError) error = NULL;
  RefnetOutput *output = open_or_fail(place->file);
  for (int i = 0; i < 50000; i++)
    refnet_output_puts(output, "1234\n");
  gboolean committed = refnet_output_commit(output, &error);
  refnet_output_free(output);
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
  signal(SIGXFSZ, SIG_DFL);
  assert_false(committed);
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_IO));
  assert_holds(place->file, "old");
  assert_int_equal(entries(place), 1);
}

static void a_closed_pipe_is_told_apart(void **state) {
  (void)state;
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  signal(SIGPIPE, SIG_IGN);
  g_autofree char *name = g_strdup_printf("/dev/fd/%d", ends[1]);
  g_autoptr(RefnetOutput) output = open_or_fail(name);
  close(ends[0]);
  close(ends[1]);
  refnet_output_puts(output, "nobody reads this");
  g_autoptr(GError) error = NULL;
  assert_false(refnet_output_commit(output, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_CLOSED_PIPE));
}

/* /dev/stdout goes on where the file behind standard output is, and puts nothing in its place. */
static void standard_output_is_written_straight(void **state) {
  const Place *place = *state;
  assert_true(g_file_set_contents(place->file, "before ", -1, NULL));
  fflush(stdout);
  int saved = dup(STDOUT_FILENO);
  int file = g_open(place->file, O_WRONLY, 0);
  assert_int_equal(lseek(file, 0, SEEK_END), 7);
  assert_int_equal(dup2(file, STDOUT_FILENO), STDOUT_FILENO);
  static const char *const names[] = {NULL, "-", "/dev/stdout"};
  gboolean committed = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autoptr(RefnetOutput) output = refnet_output_open(names[i], NULL);
    refnet_output_puts(output, "x");
    committed = refnet_output_commit(output, NULL) && committed;
  }
  assert_int_equal(dup2(saved, STDOUT_FILENO), STDOUT_FILENO);
  close(saved);
  close(file);
  assert_true(committed);
  assert_holds(place->file, "before xxx");
}

static void a_fifo_is_written_straight(void **state) {
  const Place *place = *state;
  assert_int_equal(mkfifo(place->file, 0600), 0);
  int reader = g_open(place->file, O_RDONLY | O_NONBLOCK, 0);
  g_autoptr(RefnetOutput) output = open_or_fail(place->file);
  refnet_output_puts(output, "through");
  assert_true(refnet_output_commit(output, NULL));
  char bytes[16] = {0};
  assert_int_equal(read(reader, bytes, sizeof bytes), 7);
  assert_string_equal(bytes, "through");
  close(reader);
  assert_int_equal(entries(place), 1);
}

static gpointer count_until_end(gpointer data) {
  static char bytes[4096];
  gsize count = 0;
  ssize_t got;
  while ((got = read(GPOINTER_TO_INT(data), bytes, sizeof bytes)) > 0)
    count += (gsize)got;
  return GSIZE_TO_POINTER(count);
}

static void a_reader_slower_than_us_gets_everything(void **state) {
  (void)state;
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  assert_int_equal(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
  g_autofree char *name = g_strdup_printf("/dev/fd/%d", ends[1]);
  g_autoptr(RefnetOutput) output = open_or_fail(name);
  close(ends[1]);
  GThread *reader = g_thread_new("reader", count_until_end, GINT_TO_POINTER(ends[0]));
  for (int i = 0; i < 300000; i++)
    refnet_output_puts(output, "12345678\n");
  assert_true(refnet_output_commit(output, NULL));
  assert_int_equal(GPOINTER_TO_SIZE(g_thread_join(reader)), 2700000);
  close(ends[0]);
}

static void a_protected_file_is_not_replaced(void **state) {
  const Place *place = *state;
  if (geteuid() == 0)
    skip();
  assert_true(g_file_set_contents(place->file, "old", -1, NULL));
  assert_int_equal(g_chmod(place->file, 0444), 0);
  assert_not_opened(place->file, g_strerror(EACCES));
  assert_holds(place->file, "old");
}

/* Larger than the buffer, so that the last block is not the only one that moves. */
static void a_mark_only_where_there_is_more_than_ascii(void **state) {
  const Place *place = *state;
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < 30000; i++)
    g_string_append_printf(text, "row %d\n", i);
  for (int accents = 0; accents < 2; accents++) {
    g_autoptr(RefnetOutput) output = refnet_output_open(place->file, NULL);
    g_autoptr(GString) wanted = g_string_new(accents ? "\xEF\xBB\xBF" : "");
    refnet_output_mark_utf8(output);
    refnet_output_puts(output, text->str);
    refnet_output_puts(output, accents ? "Caf\xC3\xA9" : "Cafe");
    assert_true(refnet_output_commit(output, NULL));
    g_string_append_printf(wanted, "%s%s", text->str, accents ? "Caf\xC3\xA9" : "Cafe");
    assert_holds(place->file, wanted->str);
  }
}

#define WITH_PLACE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      WITH_PLACE(a_new_file_appears_only_at_the_commit),
      WITH_PLACE(freed_without_commit_nothing_is_left),
      WITH_PLACE(an_old_file_keeps_its_mode),
      WITH_PLACE(links_stay_links),
      WITH_PLACE(impossible_targets),
      WITH_PLACE(a_name_of_full_length),
      WITH_PLACE(pieces_of_every_size_come_out_whole),
      cmocka_unit_test(a_full_disk_is_an_error),
      WITH_PLACE(a_file_cut_short_is_never_seen),
      cmocka_unit_test(a_closed_pipe_is_told_apart),
      WITH_PLACE(standard_output_is_written_straight),
      cmocka_unit_test(a_reader_slower_than_us_gets_everything),
      WITH_PLACE(a_protected_file_is_not_replaced),
      WITH_PLACE(a_fifo_is_written_straight),
      WITH_PLACE(a_mark_only_where_there_is_more_than_ascii),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
