"""A year of a patient's life: both clock changes, quiet hours, travel, a blocked month."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bot.db.cipher import FernetCipher, new_key
from bot.db.engine import create_engine
from bot.db.repositories.appointments import AppointmentRepository
from bot.db.repositories.reminders import ReminderRepository
from bot.db.tables import reminders
from bot.domain.reminders import (
    Details,
    Every,
    NewAppointment,
    QuietTime,
    Recurrence,
    moment_of,
    wall_of,
)
from bot.services.add_appointment import AddAppointment
from bot.services.add_own_reminder import AddOwnReminder
from bot.services.change_reminder_settings import ChangeReminderSettings
from tests.town import town_with_bot
from tests.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.ext.asyncio import AsyncEngine

    from tests.town import Patient, Town

KYIV, WARSAW = "Europe/Kyiv", "Europe/Warsaw"
BEGIN = datetime(2027, 1, 4, 12, 0)
PRESSURE = "виміряти тиск"


@dataclass
class Year:
    town: Town
    patient: Patient
    engine: AsyncEngine
    key: str
    heard: list[tuple[datetime, str]] = field(default_factory=list)
    _known: int = 0

    def __post_init__(self) -> None:
        cipher, clock = FernetCipher([self.key]), self.town.world.clock
        visits = AppointmentRepository(self.engine, cipher)
        kept = ReminderRepository(self.engine, cipher)
        self.add = AddAppointment(appointments=visits, reminders=kept, clock=clock)
        self.add_own = AddOwnReminder(reminders=kept, clock=clock)
        self.change = ChangeReminderSettings(appointments=visits, reminders=kept, clock=clock)

    async def visit(self, starts: datetime, zone: str = KYIV) -> None:
        new = NewAppointment(starts, Details("кардіолог"), zone)
        await self.add(telegram_id=self.patient.id, new=new)

    async def live_until(self, wall: datetime, zone: str = KYIV) -> None:
        """Let time pass from one thing that is due to the next."""
        end = moment_of(wall, zone)
        while (due_at := await self._next()) and due_at <= end:
            await self._set(max(due_at, self.town.world.clock.now()))
        await self._set(end)

    async def _next(self) -> datetime | None:
        async with self.engine.connect() as connection:
            earliest: datetime | None = await connection.scalar(
                select(func.min(reminders.c.wake_at))
            )
        return earliest

    async def _set(self, moment: datetime) -> None:
        await self.town.call("POST", "/sim/clock", {"set": moment.isoformat()})
        await until(self._is_at_rest)  # the tick of every second may have been quicker
        for call in await self.town.calls(self._known):
            self._known = int(call["n"])
            if call["method"] == "sendMessage" and call["ok"]:
                self.heard.append((moment, call["params"]["text"]))

    async def _is_at_rest(self) -> bool:
        held = select(func.count()).where(reminders.c.claim.is_not(None))
        async with self.engine.connect() as connection:
            return await connection.scalar(held) == 0

    def told(self, since: datetime, until: datetime, zone: str = KYIV) -> list[datetime]:
        """The wall times of what was heard from `since` until `until` (both naive)."""
        walls = [
            wall_of(moment, zone).replace(microsecond=0, second=0) for moment, _ in self.heard
        ]
        return [wall for wall in walls if since <= wall < until]


async def test_year_of_a_patients_life(tmp_path: Path) -> None:
    key = new_key()
    none = {"esoz_referral_token": None, "esoz_api_key": None}
    async with town_with_bot(tmp_path, encryption_keys=key, **none) as town:
        await town.call("POST", "/sim/clock", {"set": moment_of(BEGIN, KYIV).isoformat()})
        patient = await (await town.patient()).says("/start")
        engine = create_engine(f"sqlite+aiosqlite:///{tmp_path}/bot.sqlite3")
        year = Year(town, patient, engine, key)
        await year.live_until(BEGIN)
        year.heard.clear()
        try:
            await _live(year)
        finally:
            await engine.dispose()


async def _live(year: Year) -> None:
    await _winter_with_a_visit_before_eight(year)
    await _spring_forward(year)
    await _travel(year)
    await _blocked_month(year)
    await _autumn_back(year)
    assert all(
        not QuietTime().holds(moment, WARSAW if "(у Києві" in text else KYIV)
        for moment, text in year.heard
        if "ви просили" not in text
    ), "nobody is woken at night"
    assert max(moment for moment, _ in year.heard) <= datetime(2028, 1, 5, tzinfo=UTC)


async def _winter_with_a_visit_before_eight(year: Year) -> None:
    """Two hours before 9:00 is night: the evening before."""
    await year.visit(datetime(2027, 1, 15, 9, 0))
    await year.live_until(datetime(2027, 1, 16, 0, 0))
    assert year.told(BEGIN, datetime(2027, 1, 16)) == [
        datetime(2027, 1, 12, 18, 0),
        datetime(2027, 1, 14, 18, 0),
        datetime(2027, 1, 14, 20, 59),
    ]
    assert "завтра о 9:00" in year.heard[-1][1]


async def _spring_forward(year: Year) -> None:
    """28 March 2027: 3:00 becomes 4:00. By the wall nothing moves; 3:30 is read as 4:30."""
    daily = Recurrence(Every.DAY, until=date(2027, 3, 30))
    await year.add_own(
        telegram_id=year.patient.id,
        text=PRESSURE,
        starts=datetime(2027, 3, 26, 3, 30),
        recurrence=daily,
    )
    await year.visit(datetime(2027, 3, 28, 12, 0))
    await year.live_until(datetime(2027, 4, 1, 0, 0))
    assert year.told(datetime(2027, 3, 26), datetime(2027, 4, 1)) == [
        datetime(2027, 3, 26, 3, 30),
        datetime(2027, 3, 27, 3, 30),
        datetime(2027, 3, 27, 18, 0),
        datetime(2027, 3, 28, 4, 30),
        datetime(2027, 3, 28, 10, 0),
        datetime(2027, 3, 29, 3, 30),
        datetime(2027, 3, 30, 3, 30),
    ]


async def _travel(year: Year) -> None:
    """In Warsaw the evening is Warsaw's, and Kyiv's time stands beside."""
    await year.visit(datetime(2027, 5, 20, 12, 0))
    await year.change(telegram_id=year.patient.id, change=lambda s: replace(s, zone=WARSAW))
    await year.live_until(datetime(2027, 5, 21, 0, 0))
    assert year.told(datetime(2027, 5, 1), datetime(2027, 5, 21), WARSAW) == [
        datetime(2027, 5, 17, 18, 0),
        datetime(2027, 5, 19, 18, 0),
        datetime(2027, 5, 20, 9, 0),
    ]
    assert "сьогодні об 11:00 (у Києві 12:00)" in year.heard[-1][1]
    await year.change(telegram_id=year.patient.id, change=lambda s: replace(s, zone=KYIV))


async def _blocked_month(year: Year) -> None:
    """Nothing is tried, nothing is made up for, and what recurs is there again."""
    await year.add_own(
        telegram_id=year.patient.id,
        text=PRESSURE,
        starts=datetime(2027, 6, 28, 10, 0),
        recurrence=Recurrence(Every.WEEK, until=date(2027, 8, 15)),
    )
    await year.live_until(datetime(2027, 7, 1, 12, 0))
    await year.patient.blocks()
    await year.visit(datetime(2027, 7, 15, 12, 0))
    await year.live_until(datetime(2027, 8, 1, 12, 0))
    await year.patient.blocks(blocked=False)
    await year.live_until(datetime(2027, 8, 31, 12, 0))
    assert year.told(datetime(2027, 6, 1), datetime(2027, 9, 1)) == [
        datetime(2027, 6, 28, 10, 0),
        datetime(2027, 8, 2, 10, 0),
        datetime(2027, 8, 9, 10, 0),
    ]


async def _autumn_back(year: Year) -> None:
    """31 October 2027: 3:00 to 4:00 comes twice; it is said once, and noon stays noon."""
    daily = Recurrence(Every.DAY, until=date(2027, 11, 1))
    await year.add_own(
        telegram_id=year.patient.id,
        text=PRESSURE,
        starts=datetime(2027, 10, 30, 3, 30),
        recurrence=daily,
    )
    await year.visit(datetime(2027, 10, 31, 12, 0))
    await year.live_until(datetime(2028, 1, 4, 12, 0))
    assert year.told(datetime(2027, 10, 30), datetime(2028, 1, 5)) == [
        datetime(2027, 10, 30, 3, 30),
        datetime(2027, 10, 30, 18, 0),
        datetime(2027, 10, 31, 3, 30),
        datetime(2027, 10, 31, 10, 0),
        datetime(2027, 11, 1, 3, 30),
    ]
