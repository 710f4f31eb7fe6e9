/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/directory/links.h"

typedef struct {
  guint32 owner, item;
} Link;

struct RefnetLinks {
  guint32 owners;
  GArray *links;   /* Link */
  guint32 *starts; /* by owner, one more at the end; NULL: not yet sorted */
  guint32 *items;
};

RefnetLinks *refnet_links_new(guint32 owners) {
  RefnetLinks *links = g_new0(RefnetLinks, 1);
  links->owners = owners;
  links->links = g_array_new(FALSE, FALSE, sizeof(Link));
  return links;
}

void refnet_links_free(RefnetLinks *links) {
  if (links == NULL)
    return;
  g_array_unref(links->links);
  g_free(links->starts);
  g_free(links->items);
  g_free(links);
}

void refnet_links_add(RefnetLinks *links, guint32 owner, guint32 item) {
  g_return_if_fail(links->starts == NULL && owner < links->owners);
  Link link = {owner, item};
  g_array_append_val(links->links, link);
}

static int compare_links(gconstpointer a, gconstpointer b) {
  const Link *first = a, *second = b;
  if (first->owner != second->owner)
    return first->owner < second->owner ? -1 : 1;
  return (first->item > second->item) - (first->item < second->item);
}

static void sort_links(RefnetLinks *links) {
  guint32 kept = 0, owner = 0;
  g_array_sort(links->links, compare_links);
  links->starts = g_new(guint32, (gsize)links->owners + 1);
  links->items = g_new(guint32, MAX(links->links->len, 1));
  for (guint i = 0; i < links->links->len; i++) {
    const Link *link = &g_array_index(links->links, Link, i);
    if (i > 0 && compare_links(link - 1, link) == 0)
      continue;
    while (owner <= link->owner)
      links->starts[owner++] = kept;
    links->items[kept++] = link->item;
  }
  while (owner <= links->owners)
    links->starts[owner++] = kept;
}

RefnetIndexList refnet_links_of(RefnetLinks *links, guint32 owner) {
  if (links->starts == NULL)
    sort_links(links);
  guint32 start = links->starts[owner];
  return (RefnetIndexList){links->items + start, links->starts[owner + 1] - start};
}
