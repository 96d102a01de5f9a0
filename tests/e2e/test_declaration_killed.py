"""The bot is killed at each step of a declaration: it goes on, and does nothing twice."""

from __future__ import annotations

import sqlite3
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.app import running
from tests.browser import Browser
from tests.declaring import CREATE, SIGN, YES, at_desk, changes, facility, to_question
from tests.e2e.programs import bot_program, settings_of
from tests.free_port import free_port
from tests.signing_change import ACCEPTED, signs_change, starts_to_sign
from tests.signing_in import person, signs_in
from tests.town import settings_in, world_only
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.e2e.programs import Program
    from tests.town import Patient, Town

ONE = "GET /esoz/api/pis/declaration_requests/"
TO_SIGN = "Чекає на ваш підпис"
WHO = "age_40"


@dataclass
class Walk:
    """A patient's way to a declaration, with a bot that dies and comes again."""

    town: Town
    folder: Path
    web_port: int = field(default_factory=free_port)

    @property
    def database(self) -> Path:
        return self.folder / "bot.sqlite3"

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[Program]:
        """A process of its own, at the town's time."""
        ahead = (self.town.world.clock.now() - datetime.now(UTC)).total_seconds()
        given = settings_of(self.town) | {"AHEAD_SECONDS": str(ahead)}
        self.town.world.register_redirect(f"http://127.0.0.1:{self.web_port}")
        async with bot_program(
            given, self.folder, web_port=self.web_port, module="tests.e2e.bot_in_town"
        ) as started:
            yield started

    async def carried_out(self, call: str) -> None:
        """Wait until ЕСОЗ has done what was asked last and keeps the answer back."""
        method, path = call.split()

        async def is_done() -> bool:
            calls = (await self.town.call("GET", "/sim/esoz/calls"))["calls"]
            asked = [one for one in calls if one["method"] == method and path in one["path"]]
            return bool(asked) and asked[-1]["status"] is not None

        await until(is_done)

    async def heard(self, patient: Patient, text: str) -> int:
        """How often Telegram took a message with `text`."""
        calls = [call for call in await self.town.calls() if call["method"] == "sendMessage"]
        mine = [call["params"] for call in calls if call["ok"]]
        return sum(int(one["chat_id"]) == patient.id and text in one["text"] for one in mine)


async def knows_doctors(database: Path) -> None:
    """Wait for the directory by its rows: whoever keeps asking in the chat is slowed down."""

    async def is_there() -> bool:
        with closing(sqlite3.connect(database)) as connection:
            counted = connection.execute("select count(*) from directory_doctors")
            return int(counted.fetchone()[0]) > 0

    await until(is_there)


async def test_bot_killed_while_it_talks_to_esoz_and_the_patient_does_nothing_twice(
    tmp_path: Path,
) -> None:
    async with world_only() as town:
        walk, patient, who = Walk(town, tmp_path), await town.patient(), await person(town, WHO)
        async with walk.bot() as bot:
            await knows_doctors(walk.database)
            await signs_in(patient, who["id"])
            await to_question(patient, walk.database)
            await town.fault("esoz", "held", match=CREATE)
            await patient.does_not_wait("taps", button=YES)
            await walk.carried_out(CREATE)
            await bot.is_killed()  # the request is made, and nobody here knows it
        async with walk.bot() as bot:
            await patient.looks()
            assert TO_SIGN in patient.text
            assert await changes(town) == ["create"]
            await patient.taps(SIGN)
            await town.fault("esoz", "held", match="/actions/sign")
            await starts_to_sign(patient, who["id"])
            await walk.carried_out("PATCH /actions/sign")
            await bot.is_killed()  # ЕСОЗ has the signature, and nobody here knows it
        await town.advance(minutes=3)
        await town.fault("telegram", "held", match="sendMessage")
        async with walk.bot() as bot:
            await patient.sees(ACCEPTED)
            await bot.is_killed()  # the patient was told, and nobody here knows it
        await town.advance(minutes=3)
        async with walk.bot():
            await until(lambda: _is_told_again(walk, patient))
        assert await changes(town) == ["create", "sign"]
        assert [one["status"] for one in await at_desk(town, who["id"])] == ["APPROVED"]


async def _is_told_again(walk: Walk, patient: Patient) -> bool:
    """News may come twice after such a death, and never not at all."""
    return await walk.heard(patient, ACCEPTED) == 2


async def test_bot_stopped_between_the_steps_goes_on_where_it_was(tmp_path: Path) -> None:
    async with world_only() as town:
        settings = settings_in(town, tmp_path)
        patient, who = await town.patient(), await person(town, WHO)
        database = tmp_path / "bot.sqlite3"
        async with running(settings, town.bot_clock) as bot:
            town.bot = bot
            await town.learns_doctors()
            await signs_in(patient, who["id"])
            await to_question(patient, database)
        async with running(settings, town.bot_clock):
            await patient.taps(YES)
            assert TO_SIGN in patient.text
        async with running(settings, town.bot_clock):  # the answer to the creation is stored
            await patient.taps(SIGN)
            link = str(patient.last.button("Відкрити сторінку підпису")["url"])
            async with Browser() as page:
                await page.opens(link)
            await town.fault("esoz", "500", match=ONE, times=100)
        async with running(settings, town.bot_clock):  # the page is open
            await signs_change(patient, who["id"], says="Ваш підпис збережено")
        assert await changes(town) == ["create"]
        town.world.faults.clear()
        await town.advance(minutes=3)
        async with running(settings, town.bot_clock):  # the signature is here, and was not sent
            await patient.sees(ACCEPTED)
        await facility(town, who["id"], "cosign")
        await town.advance(minutes=10)
        async with running(settings, town.bot_clock) as bot:  # the facility has signed
            await bot.ticks.run_due()
            await patient.sees("Декларацію підтверджено")
        assert await changes(town) == ["create", "sign"]
