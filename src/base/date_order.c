/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether the day or the month comes first, told from several dates. */
#include <refnet/base.h>

void refnet_date_order_note(RefnetDateOrderSigns *signs, const char *text) {
  RefnetDate date, other;
  RefnetDateStatus status = refnet_date_parse(text, REFNET_DATE_ORDER_UNKNOWN, &date);
  signs->ambiguous |= status == REFNET_DATE_AMBIGUOUS;
  if (status != REFNET_DATE_OK)
    return;
  signs->month_first |= refnet_date_parse(text, REFNET_DATE_ORDER_DMY, &other) != REFNET_DATE_OK;
  signs->day_first |= refnet_date_parse(text, REFNET_DATE_ORDER_MDY, &other) != REFNET_DATE_OK;
}

RefnetDateOrder refnet_date_order_of(const RefnetDateOrderSigns *signs) {
  if (signs->month_first == signs->day_first)
    return REFNET_DATE_ORDER_UNKNOWN;
  return signs->month_first ? REFNET_DATE_ORDER_MDY : REFNET_DATE_ORDER_DMY;
}
