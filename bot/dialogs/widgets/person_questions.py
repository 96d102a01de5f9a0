"""The questions about people whom a patient looks after: for whom, how to call them, when born."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.people_callbacks import LookedAfterTap, PersonAction, PersonTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.visit_callbacks import DraftAction, DraftTap, ForWhom, ForWhomTap
from bot.dialogs.widgets.directory_words import shortened
from bot.dialogs.widgets.fault_words import fault_text
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.domain.reminders import LONGEST_NAME, MOST_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.reminders import Person
    from bot.i18n import Translator

_LONGEST_LABEL = 30
_CARD = DraftTap(action=DraftAction.CARD)


def for_whom_question(tr: Translator, people: Sequence[Person]) -> Screen:
    """Ask for whom an appointment is."""
    me = Button(tr.t("person", "For me"), ForWhomTap(choice=ForWhom.ME))
    known = tuple((_person_choice(number, one),) for number, one in enumerate(people, 1))
    somebody = Button(tr.t("person", "For somebody else"), ForWhomTap(choice=ForWhom.NEW))
    new = ((somebody,),) if len(people) < MOST_PEOPLE else ()
    text = tr.t("person", "<b>For whom is it?</b>")
    return Screen(text, ((me,), *known, *new, menu_row(tr, DraftTap(action=DraftAction.WORDS))))


def _person_choice(number: int, person: Person) -> Button:
    tap = ForWhomTap(choice=ForWhom.KNOWN, person=person.id)
    return Button(person_label(number, person), tap)


def person_label(number: int, person: Person) -> str:
    """Return what the button of a person says; the number, if any, tells it from others."""
    label = f"{number}. {person.name}" if number else person.name
    return shortened(label, _LONGEST_LABEL)


def visit_name_question(tr: Translator, problem: str = "") -> Screen:
    """Ask for whom an appointment is, who is not in the list yet."""
    return Screen(_name_text(tr, problem), (menu_row(tr, _CARD),))


def new_name_question(tr: Translator, problem: str = "") -> Screen:
    return Screen(_name_text(tr, problem), (menu_row(tr, LookedAfterTap()),))


def rename_question(tr: Translator, person: Person, problem: str = "") -> Screen:
    text = tr.t("person", "<b>How shall I call {name} now?</b>\nWrite it.", name=person.name)
    back = PersonTap(person=person.id)
    return Screen(joined([_problem_text(tr, problem), text]), (menu_row(tr, back),))


def birth_question(tr: Translator, person: Person, problem: str = "") -> Screen:
    """Ask for the birth date, which may be left out; `problem` is a code of a fault."""
    text = tr.t(
        "person",
        "<b>When was {name} born?</b>\n"
        "Write it. For example: <i>5.03.2014</i>.\n\n"
        "I need it for one thing: at 14 and at 18 a child gets new rights. "
        "I will remind you on that day. The date is encrypted. You can leave it out.",
        name=person.name,
    )
    missed = fault_text(tr, problem) if problem else ""
    back = PersonTap(person=person.id)
    skip = Button(tr.t("person", "Without a date"), PersonTap(person=person.id))
    forget = Button(
        tr.t("person", "Delete the date"),
        PersonTap(person=person.id, action=PersonAction.FORGET_BIRTH),
    )
    row = (forget,) if person.birth_date else (skip,)
    return Screen(joined([missed, text]), (row, menu_row(tr, back)))


def _name_text(tr: Translator, problem: str) -> str:
    text = tr.t(
        "person",
        "<b>How shall I call this person?</b>\n"
        "Write a name. For example: <i>mother</i> or <i>Andriiko</i>.\n\n"
        "I will keep it encrypted, to show for whom an appointment is. "
        "You can delete it at any time.",
    )
    return joined([_problem_text(tr, problem), text])


def _problem_text(tr: Translator, problem: str) -> str:
    if not problem:
        return ""
    if problem == "long":
        return tr.t(
            "person", "<b>This is too long.</b> Write up to {count} signs.", count=LONGEST_NAME
        )
    return tr.t("person", "<b>I see no name.</b>")
