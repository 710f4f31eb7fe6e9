/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/one/address.h"

#include <string.h>

enum { SHORTEST_PHONE = 3, LONGEST_PHONE = 15, LONGEST = 2000 };

static gboolean is_plain(const char *text, const char *also) {
  if (!*text || strlen(text) > LONGEST)
    return FALSE;
  for (; *text; text++)
    if (!g_ascii_isalnum(*text) && !strchr(also, *text))
      return FALSE;
  return TRUE;
}

/* Letters, digits and hyphens between dots, two labels at least: "elm.example". */
static gboolean is_host(const char *host) {
  g_auto(GStrv) labels = g_strsplit(host, ".", -1);
  guint count = g_strv_length(labels);
  for (guint i = 0; i < count; i++)
    if (!is_plain(labels[i], "-"))
      return FALSE;
  return count >= 2 && !g_ascii_isdigit(labels[count - 1][0]);
}

char *refnet_address_web(const char *text) {
  gboolean is_open = g_ascii_strncasecmp(text, "http://", 7) == 0;
  gboolean is_secure = g_ascii_strncasecmp(text, "https://", 8) == 0;
  const char *address = text + (is_open ? 7 : is_secure ? 8 : 0);
  if (!is_plain(address, "-._~:/?#[]@!$&()*+,;=%"))
    return NULL;
  g_autofree char *host = g_strndup(address, strcspn(address, ":/?#"));
  return is_host(host) ? g_strconcat(is_open ? "http://" : "https://", address, NULL) : NULL;
}

char *refnet_address_mail(const char *text) {
  const char *at = strchr(text, '@');
  if (!at || !is_host(at + 1))
    return NULL;
  g_autofree char *name = g_strndup(text, (gsize)(at - text));
  return is_plain(name, ".-_+") ? g_strconcat("mailto:", text, NULL) : NULL;
}

/* Reads digits up to a letter, and passes over what people put between them. NULL: there is
 * something else. */
static char *take_digits(const char **text) {
  GString *digits = g_string_new(**text == '+' ? "+" : NULL);
  for (*text += **text == '+'; **text && !g_ascii_isalpha(**text); ++*text)
    if (g_ascii_isdigit(**text))
      g_string_append_c(digits, **text);
    else if (!strchr(" ()-./", **text))
      return g_string_free(digits, TRUE);
  return g_string_free(digits, FALSE);
}

char *refnet_address_phone(const char *text) {
  const char *at = text;
  g_autofree char *number = take_digits(&at);
  gsize length = number ? strlen(number) : 0;
  if (length < SHORTEST_PHONE || length > LONGEST_PHONE)
    return NULL;
  if (!*at)
    return g_strconcat("tel:", number, NULL);
  gsize word = strspn(at, "extEXT");
  at += word + strspn(at + word, ". ");
  gboolean is_extension =
      word > 0 && *at && strlen(at) <= 6 && strspn(at, "0123456789") == strlen(at);
  return is_extension ? g_strconcat("tel:", number, ";ext=", at, NULL) : NULL;
}
