/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet: finds the command, reads its options, runs it, and turns what became of it into an exit
 * status. */
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/commands/commands.h"
#include "cli/help/help.h"
#include <refnet/draw.h>

static int exit_status_of(const GError *error) {
  if (error->domain != REFNET_ERROR)
    return 4;
  switch ((RefnetErrorCode)error->code) {
  case REFNET_ERROR_USAGE:
    return 2;
  case REFNET_ERROR_INPUT:
    return 3;
  case REFNET_ERROR_IO:
  case REFNET_ERROR_INTERNAL:
    return 4;
  case REFNET_ERROR_INTERRUPTED:
    return 130;
  case REFNET_ERROR_CLOSED_PIPE:
    return 141;
  }
  return 4;
}

/* Tells the error and returns its exit status. A closed pipe is told by the status alone. */
static int fail(GError *error, const char *command) {
  int status = exit_status_of(error);
  if (status != 141)
    refnet_cli_tell(g_strdup_printf("refnet: %s", error->message));
  if (status == 2)
    refnet_cli_tell(
        g_strdup_printf("see: refnet %s%s", command ? command : "help", command ? " --help" : ""));
  g_error_free(error);
  return status;
}

typedef void (*TextFunc)(RefnetOutput *output);

static int print_and_commit(RefnetOutput *output, GError *error) {
  if (output)
    refnet_output_commit(output, &error);
  refnet_output_free(output);
  return error ? fail(error, NULL) : 0;
}

static int print_text(TextFunc print) {
  GError *error = NULL;
  RefnetOutput *output = refnet_output_open(NULL, &error);
  if (output)
    print(output);
  return print_and_commit(output, error);
}

static int print_command_help(const Command *command) {
  GError *error = NULL;
  RefnetOutput *output = refnet_output_open(NULL, &error);
  if (output)
    refnet_help_command(output, command);
  return print_and_commit(output, error);
}

static void print_version(RefnetOutput *output) {
  refnet_output_printf(output, "refnet %s\n", REFNET_VERSION);
}

static gboolean check_arguments(const Command *command, char *const *arguments, int count,
                                GError **error) {
  if (count >= (int)command->least_arguments && count <= (int)command->most_arguments)
    return TRUE;
  if (count < (int)command->least_arguments) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "too few arguments: refnet %s %s",
                command->name, command->arguments);
    return FALSE;
  }
  g_autofree char *surplus = refnet_text_display(arguments[command->most_arguments], 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "too many arguments: refnet %s %s; \"%s\" is one too many (put a name with blanks in "
              "quotes%s)",
              command->name, command->arguments, surplus,
              command->most_arguments == 1 && g_str_has_prefix(command->arguments, "DATASET")
                  ? "; refnet show DATASET ORG tells about one organisation"
                  : "");
  return FALSE;
}

/* Single files stand for DATASET, the first argument of most commands. */
static gboolean check_files(const Command *command, int count, GError **error) {
  if (!g_str_has_prefix(command->arguments, "DATASET"))
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "%s takes no single files: refnet %s %s",
                command->name, command->name, command->arguments);
  else if (count == (int)command->most_arguments + 1)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "--organizations, --referrals and the like stand for DATASET; leave one of "
                "both out");
  else
    return TRUE;
  return FALSE;
}

static gboolean run_session(Session *session, int count, GError **error) {
  gboolean has_files = refnet_cli_options_name_files(&session->options);
  if (has_files) {
    session->arguments--;
    count++;
  }
  if (has_files && !check_files(session->command, count, error))
    return FALSE;
  if (!check_arguments(session->command, session->arguments, count, error))
    return FALSE;
  session->interrupt = refnet_interrupt_new();
  return session->command->run(session, error);
}

/* argv[0] is the command's name. */
static int run_command(const Command *command, int argc, char **argv) {
  Session session = {.command = command};
  GError *error = NULL;
  refnet_cli_options_init(&session.options);
  gboolean ok = refnet_cli_options_parse(&session.options, command->options, &argc, &argv, &error);
  if (ok && argc > 1 && g_str_equal(argv[1], "--"))
    argv++, argc--;
  session.arguments = argv + 1;
  int status;
  if (ok && session.options.help)
    status = print_command_help(command);
  else if (ok && run_session(&session, argc - 1, &error))
    status = session.exit_status;
  else
    status = fail(error, command->name);
  refnet_session_dispose(&session);
  return status;
}

static int print_help(int argc, char **argv) {
  if (argc < 2)
    return print_text(refnet_help_overview);
  if (g_str_equal(argv[1], "manual"))
    return print_text(refnet_help_manual);
  GError *error = NULL;
  const Command *command = refnet_cli_command_find(argv[1], &error);
  return command ? print_command_help(command) : fail(error, NULL);
}

static gboolean is_one_of(const char *word, const char *a, const char *b) {
  return g_str_equal(word, a) || g_str_equal(word, b);
}

static int dispatch(int argc, char **argv) {
  GError *error = NULL;
  if (argc < 2) {
    print_text(refnet_help_overview);
    return 2;
  }
  if (g_str_equal(argv[1], "--version"))
    return print_text(print_version);
  if (g_str_equal(argv[1], "help") || is_one_of(argv[1], "--help", "-h"))
    return print_help(argc - 1, argv + 1);
  const Command *command = refnet_cli_command_find(argv[1], &error);
  return command ? run_command(command, argc - 1, argv + 1) : fail(error, NULL);
}

int main(int argc, char **argv) {
  /* Text is UTF-8 and numbers have a point, whatever the machine's locale says. */
  setlocale(LC_ALL, "C");
  setlocale(LC_CTYPE, "C.UTF-8");
  signal(SIGPIPE, SIG_IGN);
  int status = dispatch(argc, argv);
  refnet_draw_cleanup();
  return status;
}
