"""Every screen of the bot by name, each made from fixed data in the longest form that it takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.content import OUTAGE_TOPICS, topics, trees
from bot.dialogs import knowledge, menu, numbers, referral, settings
from bot.dialogs.callbacks import Reading
from bot.dialogs.widgets import referral_screens
from bot.dialogs.widgets.guide import GUIDES, guide
from bot.dialogs.widgets.knowledge import BACK_TO_REFERRAL, BACK_TO_REFUSALS
from bot.dialogs.widgets.referral_answer import MOST_SHOWN
from bot.domain.referral import (
    ProgramStatus,
    Referral,
    ReferralStatus,
    ServiceCategory,
)
from bot.domain.requisition import Certainty, FoundNumber, MissReason, NearMiss, NumberKind
from bot.errors import Unavailable
from bot.handlers import errors
from bot.services.check_referral import CheckedReferral
from tests.unit.screens.cabinet_declaration_screens import cabinet_declaration_screens
from tests.unit.screens.complaint_screens import complaint_screens
from tests.unit.screens.declaring_screens import declaring_screens
from tests.unit.screens.directory_screens import directory_screens
from tests.unit.screens.my_data_screens import my_data_screens_by_name
from tests.unit.screens.own_reminder_screens import own_reminder_screens
from tests.unit.screens.sign_in_screens import sign_in_screens
from tests.unit.screens.signing_screens import signing_screens
from tests.unit.screens.understanding_screens import understanding_screens
from tests.unit.screens.visit_screens import visit_screens
from tests.unit.screens.visit_source_screens import visit_source_screens
from tests.unit.screens.watch_screens import watch_screens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator

    Make = Callable[[Translator], Screen]

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)  # a Wednesday, 11:30 in Kyiv
NIGHT = datetime(2026, 11, 28, 23, 30, tzinfo=UTC)  # a Sunday in Kyiv already
NUMBER = "02CX-K1AM-8E84-9TTO"
ORIGIN = 2**31 - 1  # the largest message id of Telegram
LONGEST_BACK = max(BACK_TO_REFERRAL, BACK_TO_REFUSALS, key=len)

READY = Referral(
    id="00000000-0000-0000-0000-000000000000",
    status=ReferralStatus.ACTIVE,
    program_status=ProgramStatus.NEW,
    category=ServiceCategory.COUNSELLING,
    expires_on=date(2027, 10, 2),
    is_autoexpired=False,
    is_urgent=False,
)
SERVICES = {
    "ready": READY,
    "ready-urgent": replace(READY, is_urgent=True),
    "ready-without-date": replace(READY, expires_on=None),
    "no-program": replace(READY, program_status=None),
    "in-work": replace(READY, program_status=ProgramStatus.IN_PROGRESS),
    "in-work-past-its-date": replace(
        READY, program_status=ProgramStatus.IN_PROGRESS, expires_on=date(2026, 1, 31)
    ),
    "provided": replace(READY, status=ReferralStatus.COMPLETED),
    "expired": replace(
        READY, status=ReferralStatus.RECALLED, is_autoexpired=True, expires_on=date(2026, 1, 31)
    ),
    "recalled": replace(READY, status=ReferralStatus.RECALLED),
    "error": replace(READY, status=ReferralStatus.ENTERED_IN_ERROR),
    "unknown": replace(READY, status=ReferralStatus.OTHER),
}


def every_screen() -> dict[str, Make]:
    """The screens, named as the function that makes them and what it was given."""
    return {
        "welcome": menu.welcome,
        "main_menu": menu.main_menu,
        "main_menu-first": partial(menu.main_menu, offers_language=True),
        "referral_hub": referral.referral_hub,
        "refusals": referral.refusals,
        "lines_screen-day": partial(knowledge.lines_screen, now=NOW),
        "lines_screen-night": partial(knowledge.lines_screen, now=NIGHT),
        "settings": settings.settings,
        "forget_question": partial(settings.forget_question, now=NOW),
        "forgotten": settings.forgotten,
        "no_number": numbers.no_number,
        "only_text": numbers.only_text,
        "never_send": partial(numbers.never_send, origin=ORIGIN, now=NOW),
        "no_longer_possible": errors.no_longer_possible,
        "not_available": errors.not_available,
        "mistake_of_ours": partial(errors.mistake_of_ours, code="0A1B"),
        **_guides(),
        **_topics(),
        **_trees(),
        **_numbers(),
        **_referrals(),
        **directory_screens(),
        **watch_screens(),
        **complaint_screens(),
        **my_data_screens_by_name(),
        **sign_in_screens(),
        **signing_screens(),
        **cabinet_declaration_screens(),
        **visit_screens(),
        **own_reminder_screens(),
        **visit_source_screens(),
        **declaring_screens(),
        **understanding_screens(),
    }


def _guides() -> Mapping[str, Make]:
    return {f"guide-{section}": partial(guide, section=section, now=NOW) for section in GUIDES}


def _topics() -> Mapping[str, Make]:
    """Some topics, one of each shape; `test_topics.py` looks at all of them."""
    return {
        f"topic_screen-{slug}-{way.name.lower()}": partial(
            knowledge.topic_screen, entry=topics()[slug], now=NIGHT, back=LONGEST_BACK, way=way
        )
        for slug in ("how-to-use", "expired", "complaint", "line-which", "settings-what-stored")
        for way in Reading
    }


def _trees() -> Mapping[str, Make]:
    asked = {
        f"question_screen-{slug}-{name}": partial(
            knowledge.question_screen, tree=tree, question_id=name
        )
        for slug, tree in trees().items()
        for name in tree.questions
    }
    told = {
        f"outcome_screen-{slug}-{name}": partial(
            knowledge.outcome_screen, tree=tree, outcome_id=name, now=NIGHT
        )
        for slug, tree in trees().items()
        for name in tree.outcomes
    }
    return asked | told


def _numbers() -> Mapping[str, Make]:
    others = {
        f"other_number-{kind}-{certainty}": partial(
            numbers.other_number,
            found=FoundNumber(kind, NUMBER, certainty),
            origin=ORIGIN,
            now=NIGHT,
        )
        for kind in numbers.KIND_TOPICS
        for certainty in Certainty
    }
    misses = {
        f"near_miss-{name}": partial(numbers.near_miss, miss=miss, origin=ORIGIN)
        for name, miss in _near_misses().items()
    }
    found = FoundNumber(NumberKind.REFERRAL, NUMBER, Certainty.SURE)
    which = {
        f"which_number-{count}": partial(
            numbers.which_number, numbers=[found] * count, origin=ORIGIN
        )
        for count in (2, 5, 21)
    }
    return others | misses | which


def _near_misses() -> dict[str, NearMiss]:
    odd = NearMiss(MissReason.UNUSUAL_SIGN, "02CX-K1AM-8E84-9TTQ", 16, 16, "Q", "0")
    return {
        "short": NearMiss(MissReason.TOO_SHORT, "8830-3875-8474", 12),
        "long": NearMiss(MissReason.TOO_LONG, "8830-3875-8474-6820-11", 18),
        "odd": odd,
        "odd-without-hint": replace(odd, suggestion=None),
        "odd-no-number": replace(odd, shown="02CX-K1AM-8E84-9TT<", sign="<"),
    }


def _referrals() -> Mapping[str, Make]:
    screen = referral_screens
    many = tuple(SERVICES.values())
    lists = {"two": many[:2], "all": many, "too-many": many * (MOST_SHOWN // len(many) + 2)}
    answers = {name: (service,) for name, service in SERVICES.items()} | lists
    found: dict[str, Make] = {
        f"referral_found-{name}": partial(
            screen.referral_found,
            number=NUMBER,
            origin=ORIGIN,
            found=CheckedReferral(services=services, checked_at=NOW),
        )
        for name, services in answers.items()
    }
    outages: dict[str, Make] = {
        f"referral_outage-{reason}": partial(
            screen.referral_outage,
            number=NUMBER,
            origin=ORIGIN,
            trouble=Unavailable(reason),
            now=NIGHT,
        )
        for reason in OUTAGE_TOPICS
    }
    return (
        found
        | outages
        | {
            "looking_up": partial(screen.looking_up, number=NUMBER),
            "number_on_picture": partial(screen.number_on_picture, number=NUMBER, origin=ORIGIN),
            "referral_not_found": partial(
                screen.referral_not_found, number=NUMBER, origin=ORIGIN, now=NIGHT
            ),
            "too_many_lookups": partial(
                screen.too_many_lookups, number=NUMBER, origin=ORIGIN, free_at=NOW
            ),
            "referral_not_looked_up": partial(
                screen.referral_not_looked_up, number=NUMBER, origin=ORIGIN, now=NOW
            ),
            "number_removed-all": partial(screen.number_removed, is_all_gone=True),
            "number_removed-part": partial(screen.number_removed, is_all_gone=False),
        }
    )
