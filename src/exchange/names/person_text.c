/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/names/person_text.h"

#include <refnet/base.h>

#include "model/columns/words.h"

#include <string.h>

/* Bytes of a text. */
typedef struct {
  gsize from, length;
} Span;

/* ---- addresses and numbers ------------------------------------------------------------------- */

/* "Phone: " in front belongs to the number. */
static Span with_label(const char *text, Span span) {
  gsize end = span.from;
  while (end > 0 && strchr(" :.", text[end - 1]) != NULL)
    end--;
  gsize from = end;
  while (from > 0 && (g_ascii_isalpha(text[from - 1]) || text[from - 1] == '-'))
    from--;
  g_autofree char *word = g_strndup(text + from, end - from);
  g_autofree char *folded = refnet_text_fold_header(word);
  if (!refnet_word_is_among(folded, "email mail phone tel telephone ph cell mobile fax"))
    return span;
  return (Span){from, span.from + span.length - from};
}

/* The first from `at` on; length 0: none. */
static Span find_email(const char *text, gsize at) {
  static const char around[] = " <>()[],;:|\t\n";
  const char *sign = strchr(text + at, '@');
  if (sign == NULL)
    return (Span){0, 0};
  gsize from = (gsize)(sign - text), to = from + strcspn(sign, around);
  while (from > at && strchr(around, text[from - 1]) == NULL)
    from--;
  const gboolean is_one =
      from < (gsize)(sign - text) && memchr(sign, '.', text + to - sign) != NULL;
  return is_one ? (Span){from, to - from} : (Span){0, 0};
}

/* " ext. 4", " x12"; 0: no such thing begins here. */
static gsize extension_length(const char *text) {
  gsize length = strspn(text, " ,");
  if (g_ascii_strncasecmp(text + length, "x", 1) != 0 &&
      g_ascii_strncasecmp(text + length, "ext", 3) != 0)
    return 0;
  length += strspn(text + length, "extEXT.");
  length += strspn(text + length, " ");
  const gsize digits = strspn(text + length, "0123456789");
  return digits > 0 ? length + digits : 0;
}

/* "2019-2021", "2024-01-05": years, not a number to call. */
static gboolean begins_with_year(const char *text) {
  text += strspn(text, "(+ ");
  return (strncmp(text, "19", 2) == 0 || strncmp(text, "20", 2) == 0) &&
         strspn(text, "0123456789") == 4;
}

/* Seven digits or more with what parts them: "(555) 111-2222"; as find_email. */
static Span find_phone(const char *text, gsize at) {
  enum { DIGITS_LEAST = 7 };
  for (at += strcspn(text + at, "(+0123456789"); text[at] != '\0';
       at += strcspn(text + at, "(+0123456789")) {
    const gsize run = strspn(text + at, "0123456789()-+. ");
    gsize length = run, digits = 0;
    for (gsize i = 0; i < length; i++)
      digits += g_ascii_isdigit(text[at + i]) != 0;
    while (length > 0 && !g_ascii_isdigit(text[at + length - 1]))
      length--;
    if (digits >= DIGITS_LEAST && !begins_with_year(text + at)) {
      const gsize bracket = text[at] == '(' && memchr(text + at, ')', length) == NULL;
      length += extension_length(text + at + length);
      return (Span){at + bracket, length - bracket};
    }
    at += run;
  }
  return (Span){0, 0};
}

/* Takes it out of the text, where `mark` stays. NULL: there is none. Caller frees. */
static char *cut(GString *text, Span (*find)(const char *, gsize), char mark) {
  const Span span = find(text->str, 0);
  if (span.length == 0)
    return NULL;
  char *part = g_strndup(text->str + span.from, span.length);
  const Span whole = with_label(text->str, span);
  g_string_erase(text, (gssize)whole.from, (gssize)whole.length);
  g_string_insert_c(text, (gssize)whole.from, mark);
  return part;
}

char *refnet_person_text_bare(const char *text) {
  GString *bare = g_string_new(text);
  char *part;
  while ((part = cut(bare, find_email, ',')) != NULL || (part = cut(bare, find_phone, ',')) != NULL)
    g_free(part);
  return g_string_free(bare, FALSE);
}

/* ---- several persons ------------------------------------------------------------------------- */

static gboolean begins_with_capital(const char *word) {
  return g_unichar_isupper(g_utf8_get_char(word));
}

/* "Bo Ray …", but not "Director" or "Mon-Fri" */
static gboolean begins_with_name(const char *text) {
  const gsize first = strcspn(text, " ");
  const char *second = text + first + strspn(text + first, " ");
  const gsize last = strcspn(second, " ,;");
  return begins_with_capital(text) && text[first - 1] != ':' && begins_with_capital(second) &&
         memchr(second, '@', last) == NULL && second[last - 1] != ':';
}

/* The first address or number from `at` on, as find_email. */
static Span next_detail(const char *text, gsize at) {
  const Span email = find_email(text, at), phone = find_phone(text, at);
  return phone.length == 0 || (email.length > 0 && email.from < phone.from) ? email : phone;
}

char *refnet_person_text_parted(const char *text) {
  GString *parted = g_string_new(text);
  /* "a@elm.org Ann Lee": it is hers who follows. */
  const gboolean is_first = next_detail(text, 0).from <= strspn(text, " <(");
  for (Span next = next_detail(text, 0); !is_first && next.length > 0;) {
    const gsize end = next.from + next.length;
    const char *behind = parted->str + end;
    if (begins_with_name(behind + strspn(behind, " ,>)")))
      g_string_insert_c(parted, (gssize)(end + strspn(behind, ">)")), ';');
    next = next_detail(parted->str, end);
  }
  return g_string_free(parted, FALSE);
}

/* ---- roles ----------------------------------------------------------------------------------- */

gboolean refnet_text_is_post(const char *text) {
  static const char posts[] =
      "director manager coordinator officer president chair supervisor specialist navigator worker "
      "assistant advocate counselor therapist intern volunteer member liaison administrator "
      "secretary treasurer organizer planner analyst consultant educator trustee "
      "directors managers coordinators chairs navigators";
  g_autofree char *slug = refnet_text_slug(text);
  g_auto(GStrv) words = g_strsplit(slug, "-", -1);
  gboolean has_post = FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    has_post = refnet_word_is_among(words[i], words[i + 1] != NULL ? "of for" : posts) || has_post;
  return has_post && strchr(text, ',') == NULL;
}

static char *trim(const char *text, gsize length) {
  static const char edges[] = " ,;:-/<>[]\n";
  while (length > 0 && strchr(edges, *text) != NULL) {
    text++;
    length--;
  }
  while (length > 0 && strchr(edges, text[length - 1]) != NULL)
    length--;
  return g_strndup(text, length);
}

/* The last sign of these behind which a post stands; NULL: none. */
static const char *find_post(const char *text, const char **role) {
  static const char *const signs[] = {",", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 "};
  for (gsize i = 0; i < G_N_ELEMENTS(signs); i++) {
    const char *sign = g_strrstr(text, signs[i]);
    if (sign == NULL || !refnet_text_is_post(sign + strlen(signs[i])))
      continue;
    *role = sign + strlen(signs[i]);
    return sign;
  }
  return NULL;
}

/* "Ann Lee (intake)", "Ann Lee, Director": what is left of the text is the name. */
static char *cut_role(GString *text) {
  g_autofree char *whole = trim(text->str, text->len);
  const char *bracket = g_str_has_suffix(whole, ")") ? strrchr(whole, '(') : NULL;
  const gboolean in_brackets = bracket != NULL && bracket > whole;
  const char *role = in_brackets ? bracket + 1 : NULL;
  const char *end = in_brackets ? bracket : find_post(whole, &role);
  g_string_assign(text, whole);
  if (end == NULL)
    return NULL;
  g_string_truncate(text, (gsize)(end - whole));
  return trim(role, strlen(role) - in_brackets);
}

/* ---- one person ------------------------------------------------------------------------------ */

void refnet_person_in_cell_free(gpointer data) {
  RefnetPersonInCell *person = data;
  g_free(person->name);
  g_free(person->role);
  g_free(person->email);
  g_free(person->phone);
  g_free(person);
}

/* Takes what stands behind the first mark out of the text, unless nothing stands before it; the
 * marks go. Caller frees. */
static char *cut_rest(GString *text, char mark) {
  g_autofree char *said = trim(text->str, text->len);
  gsize before = 0;
  while (said[before] == mark || said[before] == ' ')
    before++;
  const gsize name = strcspn(said + before, (const char[]){mark, '\0'});
  g_string_truncate(text, 0);
  g_string_append_len(text, said + before, (gssize)name);
  char *rest = said + before + name;
  g_strdelimit(rest, (const char[]){mark, '\0'}, ' ');
  g_autofree char *plain = trim(rest, strlen(rest));
  const gsize length = strlen(plain);
  return *plain == '(' && plain[length - 1] == ')' ? g_strndup(plain + 1, length - 2)
                                                   : g_steal_pointer(&plain);
}

RefnetPersonInCell *refnet_person_read(const char *said) {
  enum { MARK = '\x1f' };
  g_autoptr(GString) text = g_string_new(said);
  RefnetPersonInCell *person = g_new0(RefnetPersonInCell, 1);
  person->email = cut(text, find_email, MARK);
  person->phone = cut(text, find_phone, MARK);
  g_string_replace(text, "(\x1f)", "\x1f", 0);
  g_string_replace(text, "<\x1f>", "\x1f", 0);
  g_autofree char *rest = cut_rest(text, MARK);
  person->role = cut_role(text);
  if (person->role == NULL && *rest != '\0')
    person->role = g_steal_pointer(&rest);
  person->name = trim(text->str, text->len);
  return person;
}
