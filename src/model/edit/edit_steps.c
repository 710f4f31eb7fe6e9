/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What each kind of step changes. */
#include "model/edit/editing.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

/* ---- what is there --------------------------------------------------------------------------- */

static const char *label(const RefnetEditing *editing, guint32 organization) {
  return refnet_organization_label(&editing->organizations[organization]);
}

static gboolean G_GNUC_PRINTF(2, 3) refuse(GError **error, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE, message);
  return FALSE;
}

static gboolean is_there(const RefnetEditing *editing, guint32 organization, GError **error) {
  return !editing->out[organization] ||
         refuse(error, "%s is gone after an earlier step", label(editing, organization));
}

static gboolean are_two(const RefnetEditing *editing, const RefnetEdit *edit, GError **error) {
  return (edit->organization != edit->other ||
          refuse(error, "%s is named twice; name two organisations",
                 label(editing, edit->organization))) &&
         is_there(editing, edit->organization, error) && is_there(editing, edit->other, error);
}

/* ---- lists ----------------------------------------------------------------------------------- */

/* The places in `with` that are not in `without`, and those of `and`. */
static gboolean list_of(RefnetEditing *editing, RefnetIndexList with, RefnetIndexList without,
                        RefnetIndexList and, RefnetIndexList *list, GError **error) {
  g_autofree guint32 *items = g_try_new(guint32, (gsize)with.length + and.length + 1);
  gsize count = 0;
  if (!items)
    return refnet_set_out_of_memory(error);
  for (guint32 i = 0; i < with.length; i++)
    if (!refnet_list_has(without, with.items[i]))
      items[count++] = with.items[i];
  for (guint32 i = 0; i < and.length; i++)
    items[count++] = and.items[i];
  return refnet_store_list(editing->store, items, count, list) || refnet_set_out_of_memory(error);
}

static const RefnetIndexList NOTHING = {NULL, 0};

static gboolean join(RefnetEditing *editing, RefnetIndexList *list, RefnetIndexList more,
                     GError **error) {
  return list_of(editing, *list, NOTHING, more, list, error);
}

/* The areas without parts that an area consists of. */
static RefnetIndexList parts_of(const RefnetEditing *editing, guint32 area) {
  const RefnetStore *store = refnet_store_of(editing->source);
  guint32 start = store->leaf_start[area];
  return (RefnetIndexList){store->leaf + start, store->leaf_start[area + 1] - start};
}

static gboolean has_all(RefnetIndexList list, RefnetIndexList items) {
  for (guint32 i = 0; i < items.length; i++)
    if (!refnet_list_has(list, items.items[i]))
      return FALSE;
  return TRUE;
}

/* ---- organizations --------------------------------------------------------------------------- */

static gboolean close_organization(RefnetEditing *editing, const RefnetEdit *edit, GError **error) {
  RefnetOrganization *organization = &editing->organizations[edit->organization];
  if (!is_there(editing, edit->organization, error))
    return FALSE;
  if (organization->closed)
    return refuse(error, "%s is listed as closed already", label(editing, edit->organization));
  organization->closed = TRUE;
  editing->out[edit->organization] = TRUE;
  return TRUE;
}

static double add_capacities(double a, double b) {
  return isnan(a) || isnan(b) ? NAN : a + b;
}

static gboolean join_organizations(RefnetEditing *editing, RefnetOrganization *whole,
                                   const RefnetOrganization *part, GError **error) {
  RefnetOrganizationDetails *details = refnet_pool_alloc(editing->store->pool, sizeof *details, 0);
  if (!details)
    return refnet_set_out_of_memory(error);
  *details = *whole->details;
  details->capacity = add_capacities(details->capacity, part->details->capacity);
  whole->details = details;
  whole->closed = whole->closed && part->closed;
  whole->offers_none = whole->offers_none && part->offers_none;
  return join(editing, &whole->services, part->services, error) &&
         join(editing, &whole->areas, part->areas, error) &&
         join(editing, &whole->populations, part->populations, error) &&
         join(editing, &details->languages, part->details->languages, error) &&
         join(editing, &details->offers, part->details->offers, error) &&
         join(editing, &details->seeks, part->details->seeks, error) &&
         join(editing, &details->coalitions, part->details->coalitions, error);
}

static gboolean merge(RefnetEditing *editing, const RefnetEdit *edit, GError **error) {
  guint32 whole = edit->organization, part = edit->other;
  if (!are_two(editing, edit, error) || !join_organizations(editing, &editing->organizations[whole],
                                                            &editing->organizations[part], error))
    return FALSE;
  for (gsize i = 0; i < editing->row_count; i++) {
    editing->from[i] = editing->from[i] == part ? whole : editing->from[i];
    editing->to[i] = editing->to[i] == part ? whole : editing->to[i];
  }
  for (gsize i = 0; i < editing->offer_count; i++)
    if (editing->offers[i].organization == part)
      editing->offers[i].organization = whole;
  for (gsize i = 0; i < editing->contact_count; i++)
    if (editing->contacts[i].organization == part)
      editing->contacts[i].organization = whole;
  editing->out[part] = TRUE;
  return TRUE;
}

/* ---- people ---------------------------------------------------------------------------------- */

static gboolean leave(RefnetEditing *editing, const RefnetEdit *edit, GError **error) {
  gboolean was_there = FALSE;
  for (gsize i = 0; i < editing->contact_count; i++) {
    RefnetContact *contact = &editing->contacts[i];
    if (contact->person != edit->person ||
        (contact->left != REFNET_DATE_UNKNOWN && contact->left <= editing->as_of))
      continue;
    contact->left = editing->as_of;
    was_there = TRUE;
  }
  return was_there || refuse(error, "that person has left already");
}

/* Where rows name who holds a relationship, a new colleague would hold none: so that all who are
 * listed there do. */
static void forget_holders(guint32 *contacts, const guint32 *ends, gsize rows,
                           guint32 organization) {
  for (gsize i = 0; contacts && i < rows; i++)
    if (ends[i] == organization)
      contacts[i] = REFNET_NONE;
}

static gboolean add_contact(RefnetEditing *editing, const RefnetEdit *edit, GError **error) {
  if (!is_there(editing, edit->organization, error))
    return FALSE;
  editing->contacts[editing->contact_count++] = (RefnetContact){.name = "a new contact",
                                                                .organization = edit->organization,
                                                                .person = editing->person_count++,
                                                                .primary = REFNET_TRI_UNKNOWN,
                                                                .first_contact = editing->as_of,
                                                                .last_contact = editing->as_of,
                                                                .left = REFNET_DATE_UNKNOWN};
  forget_holders(editing->from_contact, editing->from, editing->row_count, edit->organization);
  forget_holders(editing->to_contact, editing->to, editing->row_count, edit->organization);
  return TRUE;
}

/* ---- relationships --------------------------------------------------------------------------- */

static gboolean is_between(const RefnetEditing *editing, gsize row, guint32 a, guint32 b) {
  return editing->from[row] == a && editing->to[row] == b &&
         (editing->row[row] == REFNET_NONE ||
          refnet_referral_count(&editing->source->referrals, editing->row[row]) > 0);
}

static gboolean add_tie(RefnetEditing *editing, const RefnetEdit *edit, GError **error) {
  if (!are_two(editing, edit, error))
    return FALSE;
  for (gsize i = 0; i < editing->row_count; i++)
    if (is_between(editing, i, edit->organization, edit->other))
      return refuse(error, "%s refers to %s already", label(editing, edit->organization),
                    label(editing, edit->other));
  gsize row = editing->row_count++;
  editing->row[row] = REFNET_NONE;
  editing->from[row] = edit->organization;
  editing->to[row] = edit->other;
  if (editing->from_contact)
    editing->from_contact[row] = REFNET_NONE;
  if (editing->to_contact)
    editing->to_contact[row] = REFNET_NONE;
  return TRUE;
}

static gboolean drop_tie(RefnetEditing *editing, const RefnetEdit *edit, GError **error) {
  gboolean was_there = FALSE;
  if (!are_two(editing, edit, error))
    return FALSE;
  for (gsize i = 0; i < editing->row_count; i++)
    if (is_between(editing, i, edit->organization, edit->other) ||
        is_between(editing, i, edit->other, edit->organization)) {
      editing->from[i] = editing->to[i] = REFNET_NONE;
      was_there = TRUE;
    }
  return was_there || refuse(error, "no referrals between %s and %s are recorded",
                             label(editing, edit->organization), label(editing, edit->other));
}

/* ---- services -------------------------------------------------------------------------------- */

static gboolean is_offer(const RefnetEditing *editing, gsize offer, const RefnetEdit *edit) {
  return editing->offers[offer].organization == edit->organization &&
         editing->offers[offer].service == edit->service;
}

static const char *service_of(const RefnetEditing *editing, const RefnetEdit *edit) {
  return editing->source->services.names[edit->service];
}

static gboolean offer(RefnetEditing *editing, const RefnetEdit *edit, GError **error) {
  RefnetOrganization *organization = &editing->organizations[edit->organization];
  RefnetIndexList areas =
      edit->area == REFNET_NONE ? organization->areas : parts_of(editing, edit->area);
  if (!is_there(editing, edit->organization, error))
    return FALSE;
  if (areas.length == 0)
    return refuse(error, "%s lists no areas; say where it would offer %s",
                  label(editing, edit->organization), service_of(editing, edit));
  for (gsize i = 0; i < editing->offer_count; i++)
    if (is_offer(editing, i, edit) && has_all(editing->offers[i].areas, areas))
      return refuse(error, "%s is listed as offering %s there already",
                    label(editing, edit->organization), service_of(editing, edit));
  RefnetOffer *added = &editing->offers[editing->offer_count++];
  *added = (RefnetOffer){.organization = edit->organization,
                         .service = edit->service,
                         .populations = organization->populations,
                         .capacity = NAN};
  const RefnetIndexList services = {&edit->service, 1};
  return join(editing, &added->areas, areas, error) &&
         join(editing, &organization->areas, areas, error) &&
         join(editing, &organization->services, services, error);
}

static gboolean offers_nothing(const RefnetEditing *editing, guint32 organization) {
  for (gsize i = 0; i < editing->offer_count; i++)
    if (editing->offers[i].organization == organization)
      return FALSE;
  return TRUE;
}

static gboolean stop_offering(RefnetEditing *editing, const RefnetEdit *edit, GError **error) {
  gboolean was_offered = FALSE;
  if (!is_there(editing, edit->organization, error))
    return FALSE;
  for (gsize i = 0; i < editing->offer_count; i++) {
    RefnetOffer *offered = &editing->offers[i];
    if (!is_offer(editing, i, edit))
      continue;
    RefnetIndexList gone =
        edit->area == REFNET_NONE ? offered->areas : parts_of(editing, edit->area);
    guint32 before = offered->areas.length;
    if (!list_of(editing, offered->areas, gone, NOTHING, &offered->areas, error))
      return FALSE;
    was_offered |= edit->area == REFNET_NONE || offered->areas.length < before;
    if (offered->areas.length == 0 && (edit->area == REFNET_NONE || before > 0))
      offered->organization = REFNET_NONE;
  }
  /* What was known before the steps stays known. */
  editing->organizations[edit->organization].offers_none =
      refnet_dataset_services_known(editing->source, edit->organization) &&
      offers_nothing(editing, edit->organization);
  return was_offered || refuse(error, "%s is not listed as offering %s there",
                               label(editing, edit->organization), service_of(editing, edit));
}

gboolean refnet_editing_apply(RefnetEditing *editing, const RefnetEdit *edit, GError **error) {
  static gboolean (*const steps[])(RefnetEditing *, const RefnetEdit *, GError **) = {
      [REFNET_EDIT_CLOSE] = close_organization,
      [REFNET_EDIT_LEAVE] = leave,
      [REFNET_EDIT_ADD_TIE] = add_tie,
      [REFNET_EDIT_DROP_TIE] = drop_tie,
      [REFNET_EDIT_OFFER] = offer,
      [REFNET_EDIT_STOP_OFFERING] = stop_offering,
      [REFNET_EDIT_MERGE] = merge,
      [REFNET_EDIT_ADD_CONTACT] = add_contact,
  };
  return steps[edit->kind](editing, edit, error);
}
