"""Every screen of the complaint helper, with the longest answers, and of a code of no topic."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.dialogs import knowledge
from bot.dialogs.widgets import complaint_screens as screens
from bot.domain.complaint import LONGEST_ANSWER, ORDER, Complaint, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator

    Make = Callable[[Translator], Screen]

_LONGEST = ("Обласна <дитяча> лікарня імені " * 20)[:LONGEST_ANSWER]
_WHOLE = Complaint(what=_LONGEST, when=_LONGEST, where=_LONGEST, who=_LONGEST, service=_LONGEST)
_OWN_WORDS = Complaint(trouble=Trouble.OTHER.value)


def complaint_screens() -> Mapping[str, Make]:
    return {
        "about_complaint": screens.about_complaint,
        **{
            f"complaint_question-{step}": partial(
                screens.complaint_question, complaint=replace(Complaint(), step=step)
            )
            for step in ORDER
        },
        "complaint_question-own": partial(screens.complaint_question, complaint=_OWN_WORDS),
        "complaint_ready-whole": partial(
            screens.complaint_ready, complaint=_WHOLE, myself=_LONGEST
        ),
        "complaint_ready-open": partial(screens.complaint_ready, complaint=Complaint(), myself=""),
        "complaint_dropped": screens.complaint_dropped,
        "complaint_over": screens.complaint_over,
        "words_expected": partial(screens.words_expected, complaint=_OWN_WORDS),
        "no_such_code": partial(knowledge.no_such_code, code="999"),
    }
