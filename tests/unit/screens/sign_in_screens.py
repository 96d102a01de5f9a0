"""The screens of signing in and of the people of a chat, with the longest names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.dialogs import sign_in
from bot.dialogs.widgets import cabinet_screens, signing_in
from bot.domain.cabinet import MOST_PEOPLE, EsozRefusal, SignedInPerson
from bot.domain.cabinet.signed_in import SignInOutcome, SignInResult
from bot.domain.cabinet.ward import NO_NAME, NO_NUMBER, WRONG_TAX_ID
from bot.handlers import errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator

    Make = Callable[[Translator], Screen]

NAME = "Максиміліана-Олександра Щ."
ONESELF = SignedInPerson(
    session_id="AbCdEfGhIjKl",
    name=NAME,
    is_confidant=False,
    is_current=True,
    has_ended=False,
    signed_in_at=datetime(2026, 11, 22, tzinfo=UTC),
)
WARD = replace(ONESELF, session_id="MnOpQrStUvWx", is_confidant=True, is_current=False)
ENDED = replace(WARD, session_id="YzAbCdEfGhIj", has_ended=True, name="")
RESULTS = {
    "done": SignInResult(SignInOutcome.DONE, name=NAME),
    "done-for-a-ward": SignInResult(SignInOutcome.DONE, name=NAME, is_confidant=True),
    "done-without-a-name": SignInResult(SignInOutcome.DONE),
    "too-many": SignInResult(SignInOutcome.TOO_MANY_PEOPLE),
    "outage": SignInResult(SignInOutcome.OUTAGE),
    "declined": SignInResult(SignInOutcome.REFUSED, refusal=EsozRefusal.CONSENT_DECLINED),
}


def sign_in_screens() -> dict[str, Make]:
    """Return them by name."""
    people = cabinet_screens.cabinet_people
    wards = [
        replace(WARD, session_id=f"ward-{n}", name=f"{NAME} {n}") for n in range(MOST_PEOPLE - 1)
    ]
    return {
        "welcome_to_cabinet": cabinet_screens.welcome_to_cabinet,
        "cabinet_home": partial(cabinet_screens.cabinet_home, person=ONESELF, people_count=1),
        "cabinet_home-of-a-ward": partial(
            cabinet_screens.cabinet_home, person=WARD, people_count=2
        ),
        "cabinet_people": partial(people, people=[ONESELF, WARD, ENDED]),
        "cabinet_people-full": partial(people, people=[ONESELF, *wards]),
        "sign_out_question": partial(
            cabinet_screens.sign_out_question, session="AbCdEfGhIjKl", people=[ONESELF]
        ),
        "signed_out": partial(cabinet_screens.signed_out, is_everywhere=True),
        "signed_out-here": partial(cabinet_screens.signed_out, is_everywhere=False),
        "sign_in_consent": partial(sign_in.sign_in_consent, is_confidant=False),
        "sign_in_consent-for-a-ward": partial(sign_in.sign_in_consent, is_confidant=True),
        "sign_in_needed": partial(signing_in.sign_in_needed, has_ended=False),
        "sign_in_needed-ended": partial(signing_in.sign_in_needed, has_ended=True),
        "esoz_not_available": errors.esoz_not_available,
        "refused_by_esoz": partial(errors.refused_by_esoz, refusal=EsozRefusal.CONFIDANT_REQUIRED),
        **{
            f"sign_in_result-{name}": partial(signing_in.sign_in_result, result=result)
            for name, result in RESULTS.items()
        },
        **{
            f"ward_question-{problem or 'first'}": partial(sign_in.ward_question, problem=problem)
            for problem in ("", NO_NAME, NO_NUMBER, WRONG_TAX_ID)
        },
    }
