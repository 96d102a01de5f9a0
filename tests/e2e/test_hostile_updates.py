"""Six hundred strange updates: each is answered, and none is a mistake of ours."""

from __future__ import annotations

import asyncio
import logging
import random
from typing import TYPE_CHECKING, Any

from tests.e2e.hostile import HostilePatient
from tests.integration.bot.hooked import hooked

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.integration.bot.hooked import Hook

SEED = 20261122
PATIENTS = 40
ROUNDS = 15
"""With the start far from the 60 updates in a minute from which the bot slows a person down."""
ANSWERS = {"sendMessage", "sendPhoto", "editMessageText"}


async def test_strange_updates_are_all_answered_without_a_mistake(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    async with hooked(tmp_path) as hook:
        patients = [await hook.town.patient() for _ in range(PATIENTS)]
        for patient in patients:
            await patient.says("/start")
        dice = random.Random(SEED)  # noqa: S311 - not for secrets
        hostile = [HostilePatient(patient.id, dice) for patient in patients]
        for _ in range(ROUNDS):
            assert not await unanswered(hook, hostile)
        for patient in patients:
            await patient.looks()
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def unanswered(hook: Hook, hostile: list[HostilePatient]) -> list[dict[str, Any]]:
    """Bring an update of every person at once; return those that got no answer."""
    updates = {person.user_id: person.update() for person in hostile}
    before = await hook.town.last_call()
    statuses = await asyncio.gather(*map(hook.brings, updates.values()))
    assert set(statuses) == {200}
    answered = {
        int(call["params"]["chat_id"])
        for call in await hook.town.calls(before)
        if call["ok"] and call["method"] in ANSWERS
    }
    return [update for user_id, update in updates.items() if user_id not in answered]
