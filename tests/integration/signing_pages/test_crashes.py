"""A process dies between any two steps: another one goes on, and nothing is done twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.db.engine import create_engine
from bot.db.repositories.sign_sessions import SignSessionRepository
from bot.db.repositories.sign_work import SignWorkRepository
from bot.domain.signing.session import Provider, SessionState
from bot.errors import Outage, Unavailable
from bot.signature_parts import signature_verifier
from tests.signing_desk import DOCUMENT, key_of, signing_desk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.signing_desk import Browser, Desk
    from tests.town import Patient

STEPS = ("received", "claimed", "verified", "claimed again")


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk of its own, to be stopped and started."""
    async with signing_desk(tmp_path) as desk:
        yield desk


@pytest.mark.parametrize("last_step", STEPS)
async def test_session_is_taken_up_by_the_next_process(
    desk: Desk, patient: Patient, browser: Browser, last_step: str
) -> None:
    handoff = await desk.order(patient)
    await browser.enters(handoff)
    container = await desk.signs()
    await desk.stops()
    await _died_after(last_step, desk, key_of(handoff), container)
    await desk.starts()
    assert "Перевірка підпису" in (await browser.opens(handoff.url)).text
    await desk.town.advance(minutes=2)
    await desk.tends()
    await desk.tends()
    assert "Готово, підписано" in (await browser.opens(handoff.url)).text
    assert len(desk.submissions.taken) == 1
    assert len(await desk.told(patient)) == 1


async def _died_after(step: str, desk: Desk, key: str, container: bytes) -> None:
    """Do by hand what a process does, and stop there."""
    done = STEPS.index(step)
    engine = create_engine(desk.settings.database_url)
    clock = desk.town.world.clock
    sessions = SignSessionRepository(engine, desk.parts.cipher)
    work = SignWorkRepository(engine, desk.parts.cipher)
    assert await sessions.receive(key, container, Provider.FILE, clock.now())
    if done > 0:
        assert await work.claim(key, clock.now())
    if done > 1:
        signed = await signature_verifier(desk.settings).verify(
            container, content=DOCUMENT, expected=None, now=clock.now()
        )
        assert await work.verify(
            key, der=signed.der, signature_hash=signed.signature_hash, now=clock.now()
        )
    await engine.dispose()


async def test_submission_is_repeated_when_nobody_knows_what_became_of_it(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    await browser.enters(handoff)
    desk.submissions.failure = Unavailable(Outage.TIMEOUT)
    await browser.uploads(handoff, await desk.signs())
    await browser.sees(handoff.url, "зараз не відповідає")
    await patient.sees("Ваш підпис збережено")
    await desk.restarts()
    desk.submissions.failure = None
    await desk.town.advance(minutes=2)
    await desk.tends()
    assert "Готово, підписано" in (await browser.opens(handoff.url)).text


async def test_esoz_that_stays_silent_is_given_up_after_half_an_hour(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    await browser.enters(handoff)
    desk.submissions.failure = Unavailable(Outage.DOWN)
    await browser.uploads(handoff, await desk.signs())
    await browser.sees(handoff.url, "зараз не відповідає")
    await desk.town.advance(minutes=31)
    await desk.tends()
    await patient.sees("не відповідала пів години")
    assert (await browser.opens(handoff.url)).status == 410


async def test_chat_is_told_later_when_telegram_takes_no_messages(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    await browser.enters(handoff)
    await desk.town.fault("telegram", "500", match="sendMessage", times=1)
    await browser.uploads(handoff, await desk.signs())
    await browser.sees(handoff.url, "Готово, підписано")
    await desk.town.advance(minutes=2)
    await desk.tends()
    await desk.tends()
    assert len(await desk.told(patient)) == 1


async def test_link_still_works_after_a_restart_while_nothing_was_signed(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    await browser.enters(handoff)
    await desk.restarts()
    assert "Чим підписати" in (await browser.opens(handoff.url)).text
    session = await desk.parts.services.find_awaited(telegram_id=patient.id)
    assert session
    assert session.state is SessionState.OPENED
