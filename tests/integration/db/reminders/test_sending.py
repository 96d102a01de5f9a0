"""Reminders that are due: said once, in one message a chat, whatever happens on the way."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, select

from bot.db.repositories.reminder_queue import LEASE
from bot.db.tables import chat_turns, reminders
from bot.domain.reminders import (
    AppointmentStatus,
    Every,
    Lead,
    Recurrence,
    ReminderSettings,
    moment_of,
    own_intent,
)
from bot.errors import ChatClosed, MessageRefused, Outage, Unavailable
from tests.integration.db.reminders.conftest import IVAN, OKSANA

if TYPE_CHECKING:
    from tests.integration.db.reminders.conftest import Office

VISIT = datetime(2026, 11, 27, 10, 0)
"""Friday, by Kyiv's clocks; five days from now."""
KYIV = "Europe/Kyiv"


def kyiv(day: int, hour: int, minute: int = 0) -> datetime:
    return moment_of(datetime(2026, 11, day, hour, minute), KYIV)


async def test_three_reminders_come_at_their_times_and_once(office: Office) -> None:
    await office.add(VISIT)
    for moment in (kyiv(24, 18), kyiv(26, 18), kyiv(27, 8)):
        office.clock.set(moment - timedelta(seconds=1))
        assert (await office.send()).messages == 0
        office.clock.set(moment)
        assert (await office.send()).messages == 1
        assert (await office.send()).messages == 0
    assert [push.reminders[0].intent.lead for push in office.pushes.heard] == [
        Lead.THREE_DAYS,
        Lead.DAY,
        Lead.TWO_HOURS,
    ]
    assert await office.statuses() == {"sent": 3}
    assert await office.outcomes() == {"sent": 3}
    assert await office.next_wake() is None


async def test_words_are_encrypted_and_go_out_only_where_they_are_wanted(office: Office) -> None:
    await office.add(VISIT)
    async with office.engine.connect() as connection:
        rows = (await connection.exec_driver_sql("SELECT * FROM appointments")).all()
    assert "кардіолог" not in str(rows)
    office.clock.set(kyiv(24, 18))
    await office.send()
    await office.reminders.save_settings(
        OKSANA, ReminderSettings(shows_details=True), office.clock.now()
    )
    office.clock.set(kyiv(26, 18))
    await office.send()
    first, second = (push.reminders[0].visit for push in office.pushes.heard)
    assert first
    assert first.details is None
    assert second
    assert second.details
    assert second.details.what == "кардіолог"


async def test_several_of_one_day_make_one_message(office: Office) -> None:
    await office.add(VISIT)
    await office.add(VISIT + timedelta(minutes=45), what="УЗД")
    await office.add(VISIT, IVAN)
    office.clock.set(kyiv(26, 18))
    tally = await office.send()
    assert (tally.messages, tally.sent) == (2, 6), "both of the day before, and the late ones"
    office.clock.set(kyiv(27, 8))
    tally = await office.send()
    assert (tally.messages, tally.sent) == (2, 3), "the one at 8:45 comes along"
    office.clock.move(hours=2)
    assert (await office.send()).due == 0


async def test_two_processes_say_each_reminder_once(office: Office) -> None:
    for patient in range(1, 61):
        await office.add(VISIT, patient)
    office.clock.set(kyiv(24, 18))
    await asyncio.gather(office.process(7)(), office.process(7)())
    await office.send()
    assert sorted(office.pushes.chats) == list(range(1, 61))


async def test_outcome_that_comes_while_others_are_written_is_not_lost(office: Office) -> None:
    for patient in range(1, 31):
        await office.add(VISIT, patient)
    office.pushes.takes_turns = True
    office.clock.set(kyiv(24, 18))
    tally = await office.process(30)()
    assert tally.sent == 30
    assert (await office.statuses())["sent"] == 30
    assert await office.outcomes() == {"sent": 30}


async def test_process_that_dies_before_its_outcome_loses_nothing(office: Office) -> None:
    await office.add(VISIT)
    office.clock.set(kyiv(24, 18))
    assert (await office.queue.claim(office.clock.now(), 14)).chats
    assert (await office.send()).due == 0, "it may still be under way"
    office.clock.move(seconds=LEASE.total_seconds())
    tally = await office.send()
    assert (tally.sent, tally.repeated) == (1, 1)
    assert await office.outcomes() == {"lost": 1, "sent": 1}


async def test_outcome_after_the_lease_has_ended_changes_nothing_of_the_other(
    office: Office,
) -> None:
    await office.add(VISIT)
    office.clock.set(kyiv(24, 18))
    slow = await office.queue.claim(office.clock.now(), 14)
    office.clock.move(seconds=LEASE.total_seconds())
    await office.send()
    assert slow.chats
    office.clock.set(kyiv(26, 18))
    assert (await office.send()).sent == 1


@pytest.mark.parametrize("closed", [ChatClosed(), MessageRefused()], ids=["blocked", "refused"])
async def test_what_can_never_be_said_is_given_up_at_once(
    office: Office, closed: Exception
) -> None:
    await office.add(VISIT)
    office.pushes.answers = [closed]
    office.clock.set(kyiv(24, 18))
    tally = await office.send()
    assert (tally.sent, tally.cancelled.total()) == (0, 1)
    assert (await office.send()).due == 0


async def test_blocked_chat_is_marked_once_and_nothing_more_is_tried_there(
    office: Office,
) -> None:
    await office.add(VISIT)
    office.pushes.answers = [ChatClosed()]
    for moment in (kyiv(24, 18), kyiv(26, 18), kyiv(27, 8)):
        office.clock.set(moment)
        await office.send()
    assert office.pushes.refused == 1
    assert await office.statuses() == {"blocked": 3}


async def test_half_an_hour_of_telegram_down_loses_nothing(office: Office) -> None:
    for patient in range(1, 41):
        await office.add(VISIT, patient)
    office.clock.set(kyiv(24, 18))
    process = office.process()
    for _ in range(30 * 3):
        office.pushes.answers = [Unavailable(Outage.DOWN)] * 100
        await process()
        office.clock.move(seconds=20)
    assert office.pushes.refused < 80, "Telegram is left alone meanwhile"
    office.pushes.answers = []
    for _ in range(20):
        await process()
        office.clock.move(minutes=1)
    assert sorted(office.pushes.chats) == list(range(1, 41))
    assert (await office.statuses())["sent"] == 40


async def test_storm_of_flood_waits_loses_nothing_and_says_everything_once(
    office: Office,
) -> None:
    for patient in range(1, 21):
        await office.add(VISIT, patient)
    office.clock.set(kyiv(24, 18))
    process = office.process()
    for _ in range(30):
        office.pushes.answers = [Unavailable(Outage.RATE_LIMIT, retry_after=30)] * 2
        await process()
        office.clock.move(minutes=1)
    office.pushes.answers = []
    for _ in range(5):
        await process()
        office.clock.move(minutes=1)
    assert sorted(office.pushes.chats) == list(range(1, 21))
    assert (await office.statuses())["sent"] == 20


async def test_flood_wait_closes_every_process_as_long_as_telegram_asks(office: Office) -> None:
    await office.add(VISIT)
    await office.add(VISIT, IVAN)
    office.pushes.answers = [Unavailable(Outage.RATE_LIMIT, retry_after=120)]
    office.clock.set(kyiv(24, 18))
    first = await office.process(1, hands=1)()
    assert (first.sent, first.retried) == (0, 1)
    office.clock.move(seconds=119)
    assert (await office.process()()).due == 0, "another process, too"
    office.clock.move(seconds=2)
    assert (await office.send()).sent == 2


async def test_outage_in_the_evening_wakes_nobody_at_night(office: Office) -> None:
    await office.add(datetime(2026, 11, 27, 8, 30))
    office.clock.set(kyiv(26, 20, 59))
    office.pushes.answers = [Unavailable(Outage.DOWN)]
    assert (await office.send()).retried
    for hour in range(21, 32):
        office.clock.set(kyiv(26, 0) + timedelta(hours=hour))
        assert (await office.send()).due == 0, hour
    office.clock.set(kyiv(27, 8))
    assert (await office.send()).messages == 1


async def test_what_is_past_its_time_is_not_sent(office: Office) -> None:
    await office.add(VISIT)
    office.clock.set(kyiv(27, 10))
    tally = await office.send()
    assert (tally.sent, tally.cancelled.total()) == (0, 3)
    assert await office.statuses() == {"expired": 3}


async def test_switch_stops_everything_and_loses_nothing(office: Office) -> None:
    for patient in range(1, 31):
        await office.add(VISIT, patient)
    office.clock.set(kyiv(24, 18))
    await office.budget.set_paused(is_paused=True)
    assert (await office.send()).due == 0
    await office.budget.set_paused(is_paused=False)
    assert (await office.send()).sent == 30


async def test_fourth_push_of_a_day_waits_for_the_morning(office: Office) -> None:
    await office.add(VISIT)
    spoken = {"telegram_id": OKSANA, "pushes": 3, "pushes_on": "2026-11-24"}
    async with office.engine.begin() as connection:
        await connection.execute(
            insert(chat_turns).values(spoken | {"taken_at": office.clock.now()})
        )
    office.clock.set(kyiv(24, 18))
    assert (await office.send()).due == 0
    office.clock.set(kyiv(25, 8))
    assert (await office.send()).messages == 1
    async with office.engine.connect() as connection:
        row = (await connection.execute(select(chat_turns))).one()
    assert (row.pushes, row.pushes_on, row.held_until) == (1, "2026-11-25", None)


async def test_silence_drops_what_falls_into_it_and_what_recurs_comes_back(
    office: Office,
) -> None:
    daily = own_intent(datetime(2026, 11, 23, 7, 0), KYIV, Recurrence(Every.DAY))
    await office.reminders.add_own(OKSANA, "тиск", daily, office.clock.now())
    settings = await office.reminders.settings(OKSANA)
    silent = replace(settings, silenced_at=office.clock.now())
    await office.reminders.save_settings(OKSANA, silent, office.clock.now())
    for day in (23, 24, 25):
        office.clock.set(kyiv(day, 7))
        await office.send()
    assert office.pushes.heard == []
    assert await office.statuses() == {"silenced": 3, "waiting": 1}
    await office.reminders.save_settings(OKSANA, settings, office.clock.now())
    office.clock.set(kyiv(26, 7))
    assert (await office.send()).messages == 1


async def test_recurring_reminder_ends_with_its_last_day(office: Office) -> None:
    weekly = Recurrence(Every.WEEK, until=date(2026, 12, 1))
    first = own_intent(datetime(2026, 11, 23, 22, 0), KYIV, weekly)
    await office.reminders.add_own(OKSANA, "тест", first, office.clock.now())
    for _ in range(20):
        office.clock.move(days=1)
        office.clock.set(office.clock.now().replace(hour=20, minute=0))
        await office.send()
    assert len(office.pushes.heard) == 2, "the 23rd and the 30th, late in the evening as asked"
    assert await office.next_wake() is None


async def test_declined_visit_is_spoken_of_no_more(office: Office) -> None:
    visit = await office.add(VISIT)
    now = office.clock.now()
    await office.appointments.set_status(OKSANA, visit.id, AppointmentStatus.DECLINED, now)
    assert await office.statuses() == {"changed": 3}


async def test_snoozed_reminder_comes_again_once(office: Office) -> None:
    await office.add(VISIT)
    office.clock.set(kyiv(26, 18))
    await office.send()
    told = office.pushes.heard[0].reminders[0].id
    for minutes in (30, 60):
        due_at = office.clock.now() + timedelta(minutes=minutes)
        assert await office.reminders.snooze(OKSANA, told, due_at)
    assert not await office.reminders.snooze(IVAN, told, office.clock.now())
    assert not await office.reminders.snooze(OKSANA, told, kyiv(27, 10))
    office.clock.move(minutes=30)
    assert (await office.send()).due == 0
    office.clock.move(minutes=30)
    assert (await office.send()).messages == 1


async def test_message_knows_all_that_it_said(office: Office) -> None:
    first = await office.add(VISIT)
    second = await office.add(VISIT + timedelta(hours=3), what="УЗД")
    office.clock.set(kyiv(24, 18))
    await office.send()
    told = office.pushes.heard[0].reminders[1].id
    said = await office.reminders.told(OKSANA, told)
    assert {visit for _, visit in said} == {first.id, second.id}
    assert await office.reminders.told(IVAN, told) == []


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
async def test_due_rows_are_found_by_the_index(office: Office) -> None:
    """PostgreSQL chooses by its statistics; bench/reminders shows the cost."""
    wanted = "SELECT id FROM reminders WHERE wake_at <= '2026-11-24' ORDER BY wake_at LIMIT 14"
    async with office.engine.connect() as connection:
        plan = (await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {wanted}")).all()
    assert "ix_reminders_wake_at" in str(plan)
    async with office.engine.connect() as connection:
        assert (await connection.execute(select(reminders.c.id))).all() == []
