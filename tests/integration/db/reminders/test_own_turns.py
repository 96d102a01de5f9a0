"""The turns of a reminder in the patient's own words, and people looked after, as rows."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.domain.reminders import Every, OccasionKind, Recurrence, moment_of, own_intent
from bot.errors import NotFound
from bot.services.add_appointment import AddAppointment
from bot.services.note_birth_date import NoteBirthDate
from tests.integration.db.reminders.conftest import IVAN, OKSANA

if TYPE_CHECKING:
    from tests.integration.db.reminders.conftest import Office

KYIV = "Europe/Kyiv"
NINE = datetime(2026, 11, 23, 9, 0)
DAILY = own_intent(NINE, KYIV, Recurrence(Every.DAY))


async def test_button_under_an_old_turn_finds_the_turn_to_come(office: Office) -> None:
    now = office.clock.now()
    first = await office.reminders.add_own(OKSANA, "ліки", DAILY, now)
    other = await office.reminders.add_own(OKSANA, "ліки", DAILY, now)
    office.clock.set(moment_of(NINE, KYIV))
    await office.send()
    following = await office.reminders.own_again(OKSANA, first.id)
    assert following
    assert following.id not in {first.id, other.id}
    assert following.intent.wall == datetime(2026, 11, 24, 9, 0)
    assert await office.reminders.own_again(IVAN, first.id) is None
    await office.reminders.remove_own(OKSANA, following.id)
    assert await office.reminders.own_again(OKSANA, first.id) is None
    assert await office.reminders.own_again(OKSANA, other.id), "the same words, another reminder"


async def test_changed_reminder_keeps_its_place_and_is_nobody_elses(office: Office) -> None:
    own = await office.reminders.add_own(OKSANA, "ліки", DAILY, office.clock.now())
    days = own_intent(NINE, KYIV, Recurrence(Every.WEEK, date(2027, 1, 31), frozenset({0, 3})))
    with pytest.raises(NotFound):
        await office.reminders.change_own(IVAN, own.id, "чуже", days)
    await office.reminders.change_own(OKSANA, own.id, "вітаміни", days)
    (standing,) = await office.reminders.own(OKSANA)
    assert (standing.id, standing.text, standing.intent) == (own.id, "вітаміни", days)
    office.clock.set(moment_of(NINE, KYIV))
    await office.send()
    with pytest.raises(NotFound):
        await office.reminders.change_own(OKSANA, own.id, "пізно", days)


async def test_birth_date_is_noted_as_often_as_one_likes(office: Office) -> None:
    add = AddAppointment(
        appointments=office.appointments, reminders=office.reminders, clock=office.clock
    )
    note = NoteBirthDate(
        people=office.people,
        appointments=office.appointments,
        reminders=office.reminders,
        add=add,
        clock=office.clock,
    )
    now = office.clock.now()
    child = await office.people.add(OKSANA, "Андрійко", None, now)
    for born_on in (date(2014, 3, 5), date(2012, 3, 5), date(2012, 3, 5)):
        kept = await note(telegram_id=OKSANA, person=child.id, birth_date=born_on)
    assert kept.birth_date == date(2012, 3, 5)
    planned = await office.appointments.of_patient(OKSANA, now)
    assert [one.starts.date() for one in planned] == [date(2030, 3, 5)]
    assert {one.kind for one in planned} == {OccasionKind.AGE}
    with pytest.raises(NotFound):
        await note(telegram_id=IVAN, person=child.id, birth_date=date(2012, 3, 5))
    assert await office.appointments.of_patient(IVAN, now) == []
    grown = await note(telegram_id=OKSANA, person=child.id, birth_date=date(1990, 3, 5))
    assert grown.birth_date is None
    assert await office.appointments.of_patient(OKSANA, now) == []
