"""The screens around a visit: a clinic's message, a referral, how to prepare, the way there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.dialogs.referral_callbacks import ExpiryTap
from bot.dialogs.widgets import (
    notice_screens,
    preparation_screens,
    referral_expiry,
    referral_screens,
    visit_place,
)
from bot.domain.referral import ProgramStatus, Referral, ReferralStatus, ServiceCategory
from bot.domain.reminders import (
    Appointment,
    Details,
    OccasionKind,
    ReminderSettings,
    due_times,
)
from bot.domain.reminders.preparation import Preparation
from bot.services.check_referral import CheckedReferral
from tests.unit.screens.visit_screens import KEY, NOW, WARSAW, _visit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator

    Make = Callable[[Translator], Screen]

NUMBER = "02CX-K1AM-8E84-9TTO"
ORIGIN = 2**31 - 1
TAP = ExpiryTap(signs=NUMBER.replace("-", ""), origin=ORIGIN, day=date(2027, 10, 2).toordinal())
KEPT = Appointment(
    datetime(2027, 10, 2, 12, 0),
    Details("Referral", number=NUMBER),
    kind=OccasionKind.REFERRAL,
    id=KEY,
    telegram_id=7,
)
READY = Referral(
    id="00000000-0000-0000-0000-000000000000",
    status=ReferralStatus.ACTIVE,
    program_status=ProgramStatus.NEW,
    category=ServiceCategory.COUNSELLING,
    expires_on=date(2027, 10, 2),
    is_autoexpired=False,
    is_urgent=False,
)
CHECKED_AT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


def visit_source_screens() -> Mapping[str, Make]:
    return {**_referrals(), **_others()}


def _referrals() -> Mapping[str, Make]:
    planned = due_times(KEPT, ReminderSettings(), NOW)
    kept = partial(referral_expiry.number_kept, kept=KEPT, now=NOW, zone=WARSAW, is_silenced=False)
    return {
        "referral_found-leads-on": lambda tr: referral_screens.referral_found(
            tr, NUMBER, ORIGIN, CheckedReferral((READY,), CHECKED_AT), leads_on=True
        ),
        "keep_number_question": partial(referral_expiry.keep_number_question, tap=TAP),
        "number_kept": partial(kept, reminders=planned),
        "number_kept-late": partial(kept, reminders=()),
        "number_kept-silenced": partial(kept, reminders=planned, is_silenced=True),
        "referral_card": partial(referral_expiry.referral_card, kept=KEPT),
        "number_forgotten": referral_expiry.number_forgotten,
        "too_late_to_keep": referral_expiry.too_late_to_keep,
        "too_many_referrals": referral_expiry.too_many_referrals,
    }


def _others() -> Mapping[str, Make]:
    return {
        "which_cancelled": lambda tr: notice_screens.which_cancelled(
            tr, [_visit(tr), replace(_visit(tr), id=1)], WARSAW
        ),
        "cancelled_elsewhere": notice_screens.cancelled_elsewhere,
        "no_point": lambda tr: visit_place.no_point(tr, _visit(tr)),
        **{
            f"preparation-{kind}": partial(
                preparation_screens.preparation, appointment=KEY, kind=kind
            )
            for kind in Preparation
        },
    }
