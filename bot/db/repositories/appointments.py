"""Appointments with their reminders; both change in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, insert, select, update

from bot.db.reminder_rows import (
    WAITING,
    Seals,
    appointment_values,
    intent_values,
    read_appointment,
)
from bot.db.repositories.push_chats import hold_chat
from bot.db.repositories.reminder_removal import remove_appointments
from bot.db.tables import appointments, looked_after, reminders
from bot.db.transaction import reading, writing
from bot.domain.reminders import MOST_APPOINTMENTS, AppointmentStatus, Cancelled, OccasionKind
from bot.errors import NotFound, TooManyAppointments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.db.reminder_rows import Cipher
    from bot.domain.reminders import Appointment, Intent, NewAppointment

_one = appointments.c
_is_active = _one.status.in_([status for status in AppointmentStatus if status.is_active])


class AppointmentRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine, cipher: Cipher, most: int = MOST_APPOINTMENTS) -> None:
        self._engine = engine
        self._seals = Seals(cipher)
        self._most = most

    async def add(
        self, telegram_id: int, new: NewAppointment, planned: Sequence[Intent], now: datetime
    ) -> Appointment:
        """Keep it with its reminders; gives the one that stands there when it is the same.

        Raises TooManyAppointments, and NotFound for somebody else's person.
        """
        values = appointment_values(new, self._seals)
        row = insert(appointments).values(
            telegram_id=telegram_id,
            status=AppointmentStatus.PLANNED.value,
            revision=0,
            created_at=now,
            **values,
        )
        async with writing(self._engine) as connection:
            await hold_chat(self._engine, connection, telegram_id, now)
            await self._check_person(connection, telegram_id, new.person)
            if same := await self._same(connection, telegram_id, new):
                return same
            await self._check_room(connection, telegram_id, new.kind, now)
            key = (await connection.execute(row.returning(_one.id))).scalar_one()
            await plan(connection, telegram_id, key, planned)
            return await self._read(connection, telegram_id, key)

    async def get(self, telegram_id: int, appointment_id: int) -> Appointment:
        """Raises NotFound, also for somebody else's."""
        async with reading(self._engine) as connection:
            return await self._read(connection, telegram_id, appointment_id)

    async def of_patient(self, telegram_id: int, since: datetime) -> list[Appointment]:
        """All that begin at `since` or later and are not cancelled, earliest first."""
        wanted = (
            _selected()
            .where(
                _one.telegram_id == telegram_id,
                _one.starts_at >= since,
                _one.status != AppointmentStatus.CANCELLED.value,
            )
            .order_by(_one.starts_at, _one.id)
        )
        async with reading(self._engine) as connection:
            rows = await connection.execute(wanted)
        return [read_appointment(row, self._seals) for row in rows]

    async def change(
        self, appointment: Appointment, planned: Sequence[Intent], now: datetime
    ) -> Appointment:
        """Store it, with `planned` in the place of the reminders to come; raises NotFound."""
        values = appointment_values(appointment, self._seals)
        values |= {"status": appointment.status.value, "revision": _one.revision + 1}
        telegram_id, key = appointment.telegram_id, appointment.id
        async with writing(self._engine) as connection:
            await hold_chat(self._engine, connection, telegram_id, now)
            await self._check_person(connection, telegram_id, appointment.person)
            await connection.execute(
                update(appointments).where(_is(telegram_id, key)).values(values)
            )
            await drop_plan(connection, telegram_id, key, now)
            await plan(connection, telegram_id, key, planned)
            return await self._read(connection, telegram_id, key)

    async def set_status(
        self, telegram_id: int, appointment_id: int, status: AppointmentStatus, now: datetime
    ) -> Appointment:
        """Store the patient's answer; raises NotFound."""
        changed = update(appointments).where(_is(telegram_id, appointment_id))
        values = {"status": status.value, "revision": _one.revision + 1}
        async with writing(self._engine) as connection:
            await connection.execute(changed.values(values))
            if not status.is_active:
                await drop_plan(connection, telegram_id, appointment_id, now)
            return await self._read(connection, telegram_id, appointment_id)

    async def remove(self, telegram_id: int, appointment_id: int) -> None:
        """Delete it with all its reminders at once."""
        async with writing(self._engine) as connection:
            await remove_appointments(connection, _is(telegram_id, appointment_id))

    async def _read(self, connection: AsyncConnection, telegram_id: int, key: int) -> Appointment:
        found = await connection.execute(_selected().where(_is(telegram_id, key)))
        row = found.one_or_none()
        if row is None:
            raise NotFound("appointment")
        return read_appointment(row, self._seals)

    async def _same(
        self, connection: AsyncConnection, telegram_id: int, new: NewAppointment
    ) -> Appointment | None:
        """A second tap, or a message that was sent twice."""
        wanted = _selected().where(
            _one.telegram_id == telegram_id,
            _one.starts_at == new.starts_at,
            _one.kind == new.kind.value,
            _is_active,
        )
        for row in await connection.execute(wanted):
            standing = read_appointment(row, self._seals)
            if (standing.details, standing.person) == (new.details, new.person):
                return standing
        return None

    async def _check_room(
        self, connection: AsyncConnection, telegram_id: int, kind: OccasionKind, now: datetime
    ) -> None:
        to_come = select(func.count()).where(
            _one.telegram_id == telegram_id,
            _one.starts_at >= now,
            _one.kind == kind.value,
            _is_active,
        )
        if (await connection.scalar(to_come) or 0) >= self._most:
            raise TooManyAppointments

    async def _check_person(
        self, connection: AsyncConnection, telegram_id: int, person: int | None
    ) -> None:
        if person is None:
            return
        own = select(looked_after.c.id).where(
            looked_after.c.id == person, looked_after.c.telegram_id == telegram_id
        )
        if await connection.scalar(own) is None:
            raise NotFound("person")


async def plan(
    connection: AsyncConnection, telegram_id: int, appointment: int, planned: Sequence[Intent]
) -> None:
    """Insert the reminders of an appointment."""
    rows = [
        {"telegram_id": telegram_id, "appointment_id": appointment, **intent_values(intent)}
        for intent in planned
    ]
    if rows:
        await connection.execute(insert(reminders), rows)


async def drop_plan(
    connection: AsyncConnection, telegram_id: int, appointment: int, now: datetime
) -> None:
    """End the reminders to come; one that is being sent just now keeps its outcome."""
    ended = update(reminders).where(
        reminders.c.telegram_id == telegram_id,
        reminders.c.appointment_id == appointment,
        reminders.c.status == WAITING,
        reminders.c.claim.is_(None),
    )
    values = {"status": Cancelled.CHANGED.value, "wake_at": None, "settled_at": now}
    await connection.execute(ended.values(values))


def _is(telegram_id: int, key: int) -> ColumnElement[bool]:
    return and_(_one.telegram_id == telegram_id, _one.id == key)


def _selected() -> Select[Any]:
    person = looked_after.c.sealed.label("person_sealed")
    joined = appointments.outerjoin(looked_after, looked_after.c.id == _one.person_id)
    return select(appointments, person).select_from(joined)
