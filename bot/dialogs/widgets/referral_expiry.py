"""The screens of a referral that is kept until its last day, and the buttons that lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.dialogs.referral_callbacks import (
    ExpiryTap,
    KeptReferralAction,
    KeptReferralTap,
    ReferralVisitTap,
)
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.agenda import resume_button, silence_text
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_button, menu_row
from bot.dialogs.widgets.visit_words import (
    AGENDA,
    agenda_button,
    moment_text,
    referral_text,
)
from bot.domain.referral import ReferralState, ServiceCategory, state_of
from bot.domain.requisition import mask
from bot.services.remind_of_referral import MOST_REFERRALS, last_day_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from bot.domain.referral import Referral
    from bot.domain.reminders import Appointment, Intent
    from bot.i18n import Translator

_CAN_BE_VISITED = frozenset({ReferralState.READY, ReferralState.NO_PROGRAM, ReferralState.IN_WORK})


def next_step_row(
    tr: Translator, number: str, origin: int, services: Sequence[Referral], today: date
) -> tuple[tuple[Button, ...], ...]:
    """Return the row of an answer about a referral: add a visit, remind of the last day."""
    usable = [one for one in services if state_of(one, today=today) in _CAN_BE_VISITED]
    row: list[Button] = []
    if usable:
        kinds = {one.category for one in usable}
        kind = kinds.pop() if len(kinds) == 1 else ServiceCategory.OTHER
        row.append(Button(tr.t("visit", "Add an appointment"), ReferralVisitTap(category=kind)))
    if last_day := last_day_of(services, today=today):
        tap = ExpiryTap(signs=number.replace("-", ""), origin=origin, day=last_day.toordinal())
        row.append(Button(tr.t("referral", "Remind me of its end"), tap))
    return (tuple(row),) if row else ()


def keep_number_question(tr: Translator, tap: ExpiryTap) -> Screen:
    """Ask before a referral's number is stored: whoever holds it can use the referral."""
    text = tr.t(
        "referral",
        "<b>May I keep the number {number}?</b>\n\n"
        "The referral is valid until {date} inclusive. I will remind you 30, 7 and 1 days "
        "before, if you have not used it.\n\n"
        "I will store the number encrypted and show it only masked. I delete it when the "
        "referral is used or has ended, or when you say so.",
        number=mask(tap.number),
        date=tr.full_date(tap.last_day),
    )
    sure = tap.model_copy(update={"is_sure": True})
    yes = Button(tr.t("referral", "Yes, keep it"), sure, style=ButtonStyle.SUCCESS)
    return Screen(text, ((yes,), (menu_button(tr, fresh=True),)))


def number_kept(
    tr: Translator,
    kept: Appointment,
    reminders: Sequence[Intent],
    now: datetime,
    zone: str,
    *,
    is_silenced: bool,
) -> Screen:
    """Say when the reminders will come."""
    lines = [f"• {moment_text(tr, one.due_at, now, zone)}" for one in reminders]
    when_told = "\n".join([tr.t("visit", "I will remind you:"), *lines])
    if not lines:
        when_told = tr.t(
            "referral", "I will not remind you: too little time is left. Make an appointment now."
        )
    text = joined(
        [
            tr.t("visit", "<b>Saved.</b>"),
            referral_text(tr, kept),
            silence_text(tr) if is_silenced else when_told,
        ]
    )
    loud = ((resume_button(tr),),) if is_silenced else ()
    return Screen(text, (*loud, (_forget(tr, kept),), (agenda_button(tr),), menu_row(tr)))


def referral_card(tr: Translator, kept: Appointment) -> Screen:
    """Return a kept referral, with what can be done with it."""
    text = joined(
        [
            referral_text(tr, kept),
            tr.t(
                "referral",
                "Make an appointment before that day: afterwards the referral cannot be used, "
                "and you need a new one from your doctor.",
            ),
        ]
    )
    tap = KeptReferralTap(appointment=kept.id, action=KeptReferralAction.CHECK)
    check = Button(tr.t("referral", "Check it now"), tap)
    visit = Button(
        tr.t("visit", "Add an appointment"), ReferralVisitTap(category=ServiceCategory.OTHER)
    )
    return Screen(text, ((check,), (visit,), (_forget(tr, kept),), menu_row(tr, AGENDA)))


def number_forgotten(tr: Translator) -> Screen:
    text = tr.t("referral", "The number is deleted. I will not remind you of this referral.")
    return Screen(text, ((agenda_button(tr),), menu_row(tr)))


def too_late_to_keep(tr: Translator) -> Screen:
    text = tr.t(
        "referral",
        "<b>This is its last day.</b>\nThere is no time left to remind you. "
        "Call the clinic today.",
    )
    return Screen(text, (menu_row(tr),))


def too_many_referrals(tr: Translator) -> Screen:
    text = tr.t(
        "referral",
        "<b>I keep {count} referrals for you already. More is not possible.</b>\n"
        "Remove one of them, then try again.",
        count=MOST_REFERRALS,
    )
    return Screen(text, ((agenda_button(tr),), menu_row(tr)))


def _forget(tr: Translator, kept: Appointment) -> Button:
    tap = KeptReferralTap(appointment=kept.id, action=KeptReferralAction.FORGET)
    return Button(tr.t("referral", "Used: do not remind me"), tap)
