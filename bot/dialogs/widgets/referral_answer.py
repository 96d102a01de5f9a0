"""What ЕСОЗ said about a referral number, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.referral import ReferralState, ServiceCategory, state_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.domain.referral import Referral
    from bot.i18n import Translator

MOST_SHOWN = 10
"""Services that one message lists; more would not be read on a phone."""

_COUNTS_DOWN = frozenset({ReferralState.READY, ReferralState.NO_PROGRAM, ReferralState.IN_WORK})


def states_of(services: Sequence[Referral], today: date) -> list[ReferralState]:
    """Return the different states under a number, in the order in which they come."""
    return list(dict.fromkeys(state_of(service, today=today) for service in services))


def single_text(tr: Translator, service: Referral, today: date) -> str:
    """Return the lines of one service: status, kind, validity, urgency."""
    state = state_of(service, today=today)
    lines = [
        tr.t("referral", "Status: <b>{status}</b>", status=state_label(tr, state)),
        tr.t("referral", "Service: {service}", service=category_label(tr, service.category)),
        validity_text(tr, service, today),
        tr.t("referral", "Priority: urgent.") if service.is_urgent else "",
    ]
    return "\n".join(line for line in lines if line)


def list_text(tr: Translator, services: Sequence[Referral], today: date) -> str:
    """Return a numbered list of services, each with its status and validity."""
    shown = [
        _item_text(tr, number, service, today)
        for number, service in enumerate(services[:MOST_SHOWN], start=1)
    ]
    rest = len(services) - MOST_SHOWN
    if rest > 0:
        shown.append(tr.plural("referral", "And {count} more.", "And {count} more.", rest))
    return "\n".join(shown)


def _item_text(tr: Translator, number: int, service: Referral, today: date) -> str:
    state = state_of(service, today=today)
    head = tr.t(
        "referral",
        "{number}. {service}: <b>{status}</b>",
        number=number,
        service=_capitalised(category_label(tr, service.category)),
        status=state_label(tr, state),
    )
    validity = validity_text(tr, service, today)
    return f"{head}\n    {validity}" if validity else head


def _capitalised(label: str) -> str:
    return label[:1].upper() + label[1:]


def validity_text(tr: Translator, service: Referral, today: date) -> str:
    """Return until when a service can be used; empty where that no longer matters.

    What a facility has taken into work stays there past its date, so a past date says nothing.
    """
    if service.expires_on is None:
        return ""
    state = state_of(service, today=today)
    day = tr.full_date(service.expires_on)
    if state in _COUNTS_DOWN and service.expires_on >= today:
        return tr.t("referral", "Valid until {date} inclusive", date=day)
    if state is ReferralState.EXPIRED:
        return tr.t("referral", "Was valid until {date} inclusive", date=day)
    return ""


def state_label(tr: Translator, state: ReferralState) -> str:
    labels = {
        ReferralState.READY: tr.t("status", "valid, not used yet"),
        ReferralState.NO_PROGRAM: tr.t("status", "valid, but under no programme"),
        ReferralState.IN_WORK: tr.t("status", "taken into work by a facility"),
        ReferralState.PROVIDED: tr.t("status", "service provided, referral closed"),
        ReferralState.EXPIRED: tr.t("status", "expired"),
        ReferralState.RECALLED: tr.t("status", "recalled by the doctor"),
        ReferralState.ENTERED_IN_ERROR: tr.t("status", "cancelled as a mistake"),
        ReferralState.UNKNOWN: tr.t("status", "a status that I do not know"),
    }
    return labels[state]


def category_label(tr: Translator, category: ServiceCategory) -> str:
    """Return the kind of service; never the specialist's field."""
    labels = {
        ServiceCategory.COUNSELLING: tr.t("service", "consultation"),
        ServiceCategory.LABORATORY_PROCEDURE: tr.t("service", "laboratory test"),
        ServiceCategory.DIAGNOSTIC_PROCEDURE: tr.t("service", "diagnostic examination"),
        ServiceCategory.IMAGING: tr.t("service", "examination with pictures"),
        ServiceCategory.PROCEDURE: tr.t("service", "procedure"),
        ServiceCategory.SURGICAL_PROCEDURE: tr.t("service", "surgical service"),
        ServiceCategory.HOSPITALIZATION: tr.t("service", "stay in hospital"),
        ServiceCategory.TRANSFER: tr.t("service", "transfer to another facility"),
        ServiceCategory.REHABILITATION: tr.t("service", "rehabilitation"),
        ServiceCategory.EVALUATION: tr.t("service", "assessment"),
        ServiceCategory.TREATMENT: tr.t("service", "treatment"),
        ServiceCategory.EDUCATION: tr.t("service", "training for the patient"),
        ServiceCategory.OTHER: tr.t("service", "medical service"),
    }
    return labels[category]
