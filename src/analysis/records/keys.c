/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keys for comparing records: phones, e-mail, web and tax numbers folded to what two people would
 * both write down. */
#include "analysis/records/keys.h"

#include "analysis/records/words.h"

#include <string.h>

/* Where organizations are guests: a page there says nothing about who they are. */
static const char *const shared_hosts[] = {"facebook.com",
                                           "m.facebook.com",
                                           "fb.com",
                                           "instagram.com",
                                           "twitter.com",
                                           "x.com",
                                           "youtube.com",
                                           "youtu.be",
                                           "linkedin.com",
                                           "tiktok.com",
                                           "linktr.ee",
                                           "bit.ly",
                                           "tinyurl.com",
                                           "google.com",
                                           "sites.google.com",
                                           "docs.google.com",
                                           "maps.google.com",
                                           "goo.gl",
                                           "wordpress.com",
                                           "wixsite.com",
                                           "weebly.com",
                                           "squarespace.com",
                                           "blogspot.com",
                                           "tumblr.com",
                                           "medium.com",
                                           "meetup.com",
                                           "eventbrite.com",
                                           "gofundme.com",
                                           "guidestar.org",
                                           "yelp.com",
                                           "gmail.com",
                                           "googlemail.com",
                                           "yahoo.com",
                                           "ymail.com",
                                           "hotmail.com",
                                           "outlook.com",
                                           "live.com",
                                           "msn.com",
                                           "aol.com",
                                           "icloud.com",
                                           "comcast.net",
                                           "att.net",
                                           "verizon.net",
                                           "sbcglobal.net",
                                           "proton.me",
                                           "protonmail.com",
                                           "gmx.net",
                                           "web.de",
                                           NULL};

static gboolean listed(const char *const *list, const char *word) {
  for (; *list; list++)
    if (strcmp(*list, word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean all_alike(const char *text) {
  return strspn(text, (const char[]){text[0], '\0'}) == strlen(text);
}

/* ---- name ------------------------------------------------------------------------------------ */

char *refnet_key_name(const char *name) {
  if (!name)
    return NULL;
  g_autoptr(GPtrArray) words = refnet_words_of_name(name);
  GString *key = g_string_new(NULL);
  for (guint i = 0; i < words->len; i++)
    if (strcmp(words->pdata[i], "the") != 0)
      g_string_append_printf(key, "%s%s", key->len > 0 ? " " : "", (char *)words->pdata[i]);
  for (guint i = 0; key->len == 0 && i < words->len;
       i++) /* of "The" only, it is compared as it is */
    g_string_append(key, words->pdata[i]);
  return g_string_free(key, FALSE);
}

/* ---- phone ----------------------------------------------------------------------------------- */

gboolean refnet_key_phone_is_toll_free(guint64 number) {
  static const guint codes[] = {800, 833, 844, 855, 866, 877, 888};
  for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
    if (number / 10000000 == codes[i])
      return TRUE;
  return FALSE;
}

static gboolean take_number(const GString *digits, guint64 *number) {
  if (digits->len < 7 || all_alike(digits->str))
    return FALSE;
  const char *last = digits->str + (digits->len > 10 ? digits->len - 10 : 0);
  return g_ascii_string_to_unsigned(last, 10, 0, G_MAXUINT64, number, NULL);
}

/* A number ends at a letter (an extension follows) or at what stands between two numbers. */
guint refnet_key_phones(const char *phone, guint64 *numbers, guint most) {
  guint count = 0;
  gboolean skipping = FALSE;
  g_autoptr(GString) digits = g_string_new(NULL);
  for (const char *p = phone ? phone : ""; count < most; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    gboolean divides = c == 0 || strchr(";,/|\n", (int)MIN(c, 127)) != NULL;
    gboolean complete = digits->len >= 7;
    if (g_unichar_isdigit(c) && !skipping)
      g_string_append_c(digits, (char)('0' + g_unichar_digit_value(c)));
    else if (complete && (divides || c == '#' || g_unichar_isalpha(c))) {
      count += take_number(digits, &numbers[count]);
      g_string_truncate(digits, 0);
      skipping = !divides;
    } else if (divides && c != '/') {
      g_string_truncate(digits, 0);
      skipping = FALSE;
    }
    if (c == 0)
      break;
  }
  return count;
}

/* ---- e-mail, website, tax number ------------------------------------------------------------- */

char *refnet_key_email(const char *email) {
  if (!email)
    return NULL;
  g_autofree char *folded = g_utf8_casefold(email, -1);
  const char *start = g_str_has_prefix(folded, "mailto:") ? folded + strlen("mailto:") : folded;
  start += strspn(start, " <");
  char *key = g_strndup(start, strcspn(start, " ;,|/>?"));
  const char *at = strchr(key, '@');
  if (at && at > key && at[1])
    return key;
  g_free(key);
  return NULL;
}

char *refnet_key_website(const char *website) {
  if (!website)
    return NULL;
  g_autofree char *folded = g_utf8_casefold(website, -1);
  const char *scheme = strstr(folded, "://");
  const char *start = scheme ? scheme + 3 : folded;
  if (g_str_has_prefix(start, "www."))
    start += strlen("www.");
  g_autofree char *domain = g_strndup(start, strcspn(start, "/:?# ;,|"));
  gsize length = strlen(domain);
  if (length > 0 && domain[length - 1] == '.')
    domain[length - 1] = '\0';
  if (!strchr(domain, '.') || strchr(domain, '@') || listed(shared_hosts, domain))
    return NULL;
  return g_steal_pointer(&domain);
}

char *refnet_key_email_domain(const char *email) {
  g_autofree char *key = refnet_key_email(email);
  return key ? refnet_key_website(strchr(key, '@') + 1) : NULL;
}

static guint count_digits(const char *text) {
  guint digits = 0;
  for (; *text; text++)
    digits += g_ascii_isdigit(*text);
  return digits;
}

/* "Pending" and "501(c)(3)" are no numbers; spreadsheets drop the zero of "06-1234567". */
char *refnet_key_tax_id(const char *tax_id) {
  enum { LEAST_DIGITS = 5 };
  if (!tax_id)
    return NULL;
  g_autofree char *key = refnet_text_fold_header(tax_id);
  const char *number = g_str_has_prefix(key, "ein") ? key + strlen("ein") : key;
  if (count_digits(number) < LEAST_DIGITS || all_alike(number))
    return NULL;
  return g_strdup(number + strspn(number, "0"));
}
