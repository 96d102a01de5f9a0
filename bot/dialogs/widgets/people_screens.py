"""The screens of people whom a patient looks after: the list, one of them, a birthday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.content import topic
from bot.dialogs.people_callbacks import LookedAfterTap, PersonAction, PersonTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.knowledge import joined, next_rows, topic_body
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.person_questions import person_label
from bot.dialogs.widgets.visit_words import AGENDA, agenda_button, birthday_text
from bot.domain.reminders import MOST_PEOPLE, ages_to_come, birthday

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from bot.domain.reminders import Appointment, Person
    from bot.i18n import Translator

TOPIC_OF_AGE = {"14": "age-14", "18": "age-18"}


def people_list(tr: Translator, people: Sequence[Person]) -> Screen:
    """Return whom the patient looks after, or what that is good for."""
    rows = tuple(
        (Button(person_label(number, one), PersonTap(person=one.id)),)
        for number, one in enumerate(people, 1)
    )
    add = Button(tr.t("person", "Add a person"), LookedAfterTap(is_adding=True))
    new = ((add,),) if len(people) < MOST_PEOPLE else ()
    return Screen(_list_text(tr, people), (*rows, *new, menu_row(tr, AGENDA)))


def _list_text(tr: Translator, people: Sequence[Person]) -> str:
    head = tr.t("person", "<b>Whom I look after</b>")
    if not people:
        return joined(
            [
                head,
                tr.t(
                    "person",
                    "A child, your mother, a neighbour. Add them, and I will remind you of their "
                    "appointments too. A name is enough.",
                ),
            ]
        )
    if len(people) < MOST_PEOPLE:
        return joined([head, tr.t("person", "Choose a person.")])
    return joined(
        [
            head,
            tr.t("person", "There are {count} people. More is not possible.", count=MOST_PEOPLE),
        ]
    )


def person_card(tr: Translator, person: Person, visits: int, today: date) -> Screen:
    """Return one person; `visits` counts their appointments to come."""
    text = joined(
        [
            tr.t("person", "<b>{name}</b>", name=person.name),
            _visits_text(tr, visits),
            _birth_text(tr, person, today),
        ]
    )
    rename = _button(tr.t("person", "Another name"), person, PersonAction.RENAME)
    birth = _button(tr.t("person", "Birth date"), person, PersonAction.BIRTH)
    remove = _button(tr.t("person", "Remove"), person, PersonAction.REMOVE)
    rows = ((rename, birth), (remove,), (agenda_button(tr),), menu_row(tr, LookedAfterTap()))
    return Screen(text, rows)


def _visits_text(tr: Translator, visits: int) -> str:
    if not visits:
        return tr.t("person", "There are no appointments to come.")
    return tr.plural(
        "person", "{count} appointment to come.", "{count} appointments to come.", visits
    )


def _birth_text(tr: Translator, person: Person, today: date) -> str:
    if person.birth_date is None:
        return ""
    born = tr.t("person", "Born on {day}.", day=tr.full_date(person.birth_date))
    lines = [
        tr.t(
            "person",
            "I will remind you on {day}: {age} years.",
            day=tr.full_date(birthday(person.birth_date, age)),
            age=age,
        )
        for age in ages_to_come(person.birth_date, today)
    ]
    return "\n".join([born, *lines])


def birth_not_needed(tr: Translator, person: Person) -> Screen:
    """Say that the date of a grown-up is not kept."""
    text = tr.t(
        "person",
        "<b>{name} is 18 already.</b>\nI did not keep the date: I do not need it.",
        name=person.name,
    )
    shown = Button(person_label(0, person), PersonTap(person=person.id))
    return Screen(text, ((shown,), menu_row(tr, LookedAfterTap())))


def remove_question(tr: Translator, person: Person, visits: int) -> Screen:
    question = tr.t("person", "<b>Remove {name} from the list?</b>", name=person.name)
    gone = tr.plural(
        "person",
        "{count} appointment and its reminders are deleted too.",
        "{count} appointments and their reminders are deleted too.",
        visits,
    )
    sure = Button(
        tr.t("person", "Yes, remove"),
        PersonTap(person=person.id, action=PersonAction.REMOVE_SURE),
        style=ButtonStyle.DANGER,
    )
    text = joined([question, gone if visits else ""])
    return Screen(text, ((sure,), menu_row(tr, PersonTap(person=person.id))))


def age_card(tr: Translator, occasion: Appointment, now: datetime) -> Screen:
    """Say what changes for a child on this birthday, with source and date."""
    entry = topic(TOPIC_OF_AGE[occasion.details.what])
    text = joined([birthday_text(tr, occasion), topic_body(tr, entry, now)])
    return Screen(text, (*next_rows(tr, entry.next), (agenda_button(tr),), menu_row(tr)))


def _button(label: str, person: Person, action: PersonAction) -> Button:
    return Button(label, PersonTap(person=person.id, action=action))
