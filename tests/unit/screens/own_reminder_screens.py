"""The screens of people looked after and of one's own reminders, with the longest words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import partial
from typing import TYPE_CHECKING

from bot.dialogs.own_callbacks import OwnWeekTap
from bot.dialogs.widgets import (
    occasion_card,
    own_questions,
    own_screens,
    people_screens,
    person_questions,
)
from bot.dialogs.widgets.visit_questions import Here
from bot.domain.cabinet.checks import Fault
from bot.domain.reminders import (
    LONGEST_NAME,
    LONGEST_TEXT,
    MOST_PEOPLE,
    Appointment,
    Every,
    OwnReminder,
    Person,
    Recurrence,
    age_occasion,
    own_intent,
)
from bot.domain.reminders.own_draft import OwnDraft

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator

    Make = Callable[[Translator], Screen]

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 25)
KEY = 2**31 - 1
WARSAW = "Europe/Warsaw"
HERE = Here(NOW, TODAY, WARSAW)
MARKED = "<" * LONGEST_NAME
CHILD = Person(KEY, MARKED, date(2014, 3, 5))
WORDS = "<" * LONGEST_TEXT
SOME_DAYS = frozenset(range(7))


def own_reminder_screens() -> Mapping[str, Make]:
    return {**_people(), **_kept(), **_questions()}


def _people() -> Mapping[str, Make]:
    people, ask = people_screens, person_questions
    grown = replace(CHILD, birth_date=None)
    return {
        "people_list": partial(people.people_list, people=[CHILD]),
        "people_list-empty": partial(people.people_list, people=[]),
        "people_list-most": partial(people.people_list, people=[CHILD] * MOST_PEOPLE),
        "person_card": partial(people.person_card, person=CHILD, visits=2, today=TODAY),
        "person_card-bare": partial(people.person_card, person=grown, visits=0, today=TODAY),
        "birth_not_needed": partial(people.birth_not_needed, person=grown),
        "remove_question": partial(people.remove_question, person=CHILD, visits=5),
        "remove_question-bare": partial(people.remove_question, person=CHILD, visits=0),
        "age_card": partial(people.age_card, occasion=_birthday(14), now=NOW),
        "age_card-18": partial(people.age_card, occasion=_birthday(18), now=NOW),
        "occasion_card": partial(
            occasion_card.occasion_card, occasion=_birthday(14), now=NOW, zone=WARSAW
        ),
        "for_whom_question": partial(ask.for_whom_question, people=[CHILD]),
        "for_whom_question-most": partial(ask.for_whom_question, people=[CHILD] * MOST_PEOPLE),
        "visit_name_question": ask.visit_name_question,
        "new_name_question": partial(ask.new_name_question, problem="what"),
        "rename_question": partial(ask.rename_question, person=CHILD, problem="long"),
        "birth_question": partial(ask.birth_question, person=grown),
        "birth_question-again": partial(
            ask.birth_question, person=CHILD, problem=Fault.DATE_IN_FUTURE
        ),
    }


def _kept() -> Mapping[str, Make]:
    screens = own_screens
    weekly = Recurrence(Every.WEEK, date(2027, 1, 31), SOME_DAYS)
    daily, once = _own(Recurrence(Every.DAY)), _own(None)
    return {
        "own_list": partial(
            screens.own_list, own=[daily, _own(weekly), once], now=NOW, zone=WARSAW
        ),
        "own_list-empty": partial(screens.own_list, own=[], now=NOW, zone=WARSAW),
        "own_card": partial(screens.own_card, own=_own(weekly), now=NOW, zone=WARSAW),
        "own_card-new": partial(screens.own_card, own=once, now=NOW, zone=WARSAW, is_new=True),
        "stop_question": partial(screens.stop_question, own=daily, now=NOW, zone=WARSAW),
        "stopped": screens.stopped,
        "own_gone": screens.own_gone,
        "done": partial(screens.done, following=daily, now=NOW, zone=WARSAW),
        "done-last": partial(screens.done, following=None, now=NOW, zone=WARSAW),
        "own_told": partial(screens.own_told, text=WORDS, reminder=KEY),
        "too_many_own": screens.too_many_own,
    }


def _questions() -> Mapping[str, Make]:
    ask = own_questions
    weekly = OwnDraft(WORDS).again(Every.WEEK, SOME_DAYS)
    whole = replace(weekly, at=time(8), until=date(2027, 1, 31))
    return {
        "own_text_question": ask.own_text_question,
        "own_text_question-long": partial(ask.own_text_question, problem="long"),
        "own_text_question-what": partial(ask.own_text_question, problem="what"),
        "how_often_question": partial(ask.how_often_question, draft=weekly),
        "weekdays_question": partial(ask.weekdays_question, chosen=OwnWeekTap.of(SOME_DAYS)),
        "weekdays_question-none": partial(ask.weekdays_question, chosen=OwnWeekTap()),
        "own_day_question": partial(ask.own_day_question, here=HERE),
        "own_day_question-again": partial(ask.own_day_question, here=HERE, is_again=True),
        "until_question": partial(ask.until_question, here=HERE),
        "until_question-again": partial(ask.until_question, here=HERE, is_again=True),
        "own_hour_question": ask.own_hour_question,
        "own_hour_question-again": partial(ask.own_hour_question, is_again=True),
        "own_draft_card": partial(ask.own_draft_card, draft=whole, here=HERE),
        "own_draft_card-once": partial(
            ask.own_draft_card, draft=replace(whole.once(TODAY), at=time(8)), here=HERE
        ),
        "own_change_question": partial(ask.own_change_question, draft=weekly),
        "own_change_question-once": partial(ask.own_change_question, draft=whole.once(TODAY)),
        "own_storing_consent": ask.own_storing_consent,
        "own_time_past": ask.own_time_past,
        "own_dropped": ask.own_dropped,
    }


def _own(recurrence: Recurrence | None) -> OwnReminder:
    intent = own_intent(datetime(2026, 11, 26, 11, 0), WARSAW, recurrence)
    return OwnReminder(WORDS, intent, id=KEY, telegram_id=7)


def _birthday(age: int) -> Appointment:
    born = date(2014, 3, 5)
    occasion = age_occasion(KEY, born, age, WARSAW)
    return Appointment(
        occasion.starts,
        occasion.details,
        WARSAW,
        kind=occasion.kind,
        person=KEY,
        id=KEY,
        telegram_id=7,
        for_whom=CHILD,
    )
