"""Sign sessions on both databases: each move once, nothing readable, nothing left behind."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select

from bot.db.cipher import FernetCipher
from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.sign_sessions import SignSessionRepository
from bot.db.repositories.sign_work import CLAIM, SignWorkRepository
from bot.db.tables import sign_sessions
from bot.domain.signing.session import (
    LIFETIME,
    Provider,
    Purpose,
    SessionState,
    SignRequest,
    SignSession,
)
from bot.domain.signing.signature import ExpectedSigner
from bot.errors import SignatureRefused, Unreadable

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
KEYS = [Fernet.generate_key().decode() for _ in range(2)]
NEW = SignSession(
    key="a" * 64,
    telegram_id=7_000_000_001,
    purpose=Purpose.PERSON_REQUEST,
    reference="request",
    state=SessionState.NEW,
    phrase="калина-лелека",
    language="uk",
    created_at=NOW,
    expires_at=NOW + LIFETIME,
    content="Бондар".encode(),
    expected=ExpectedSigner(tax_id="3184710691", document=None),
    subject={"person": "Бондар Оксана"},
    document_html="<p>Бондар</p>",
)


@pytest.fixture
def sessions(engine: AsyncEngine) -> SignSessionRepository:
    return SignSessionRepository(engine, FernetCipher(KEYS))


@pytest.fixture
def work(engine: AsyncEngine) -> SignWorkRepository:
    return SignWorkRepository(engine, FernetCipher(KEYS))


async def received(sessions: SignSessionRepository, session: SignSession = NEW) -> None:
    await sessions.add(session)
    assert await sessions.bind(session.key, "b" * 64, NOW)
    assert await sessions.receive(session.key, b"container", Provider.FILE, NOW)


async def test_session_comes_back_as_it_was_stored(sessions: SignSessionRepository) -> None:
    await sessions.add(NEW)
    assert await sessions.find(NEW.key) == NEW


async def test_nothing_personal_can_be_read_in_the_database(
    engine: AsyncEngine, sessions: SignSessionRepository
) -> None:
    await received(sessions)
    async with engine.connect() as connection:
        row = (await connection.execute(select(sign_sessions))).one()
    for canary in ("Бондар", "3184710691", "container"):
        assert canary.encode() not in repr(row).encode() + b"".join(
            bytes(value) for value in row if isinstance(value, bytes)
        )


@pytest.mark.parametrize("times", [5])
async def test_of_many_that_try_one_does(
    sessions: SignSessionRepository, work: SignWorkRepository, times: int
) -> None:
    await sessions.add(NEW)
    bound = await asyncio.gather(*(sessions.bind(NEW.key, str(n), NOW) for n in range(times)))
    assert sum(bound) == 1
    got = await asyncio.gather(
        *(sessions.receive(NEW.key, b"c", Provider.DIIA, NOW) for _ in range(times))
    )
    assert sum(got) == 1
    claimed = await asyncio.gather(*(work.claim(NEW.key, NOW) for _ in range(times)))
    assert len([one for one in claimed if one]) == 1
    verified = await asyncio.gather(
        *(work.verify(NEW.key, der=b"d", signature_hash="h", now=NOW) for _ in range(times))
    )
    assert sum(verified) == 1
    submitted = await asyncio.gather(*(work.submit(NEW.key, None, NOW) for _ in range(times)))
    assert sum(submitted) == 1


async def test_no_move_is_made_from_another_state(
    sessions: SignSessionRepository, work: SignWorkRepository
) -> None:
    await sessions.add(NEW)
    assert not await sessions.wait(NEW.key, Provider.DIIA, NOW)
    assert not await work.verify(NEW.key, der=b"d", signature_hash="h", now=NOW)
    assert not await work.submit(NEW.key, None, NOW)
    assert not await work.refuse(NEW.key, "stamp", NOW)
    assert await work.claim(NEW.key, NOW) is None
    late = NOW + LIFETIME
    assert not await sessions.bind(NEW.key, "b", late)
    assert not await sessions.receive(NEW.key, b"c", Provider.FILE, late)
    assert await sessions.find(NEW.key) == NEW


async def test_used_signature_leaves_the_session_where_it_was(
    sessions: SignSessionRepository, work: SignWorkRepository
) -> None:
    await received(sessions)
    assert await work.verify(NEW.key, der=b"d", signature_hash="h", now=NOW)
    other = replace(NEW, key="c" * 64)
    await received(sessions, other)
    with pytest.raises(SignatureRefused):
        await work.verify(other.key, der=b"d", signature_hash="h", now=NOW)
    found = await sessions.find(other.key)
    assert found
    assert found.state is SessionState.RECEIVED


async def test_new_session_cancels_the_patients_open_one_and_no_other(
    sessions: SignSessionRepository,
) -> None:
    elses = replace(NEW, key="e" * 64, telegram_id=2)
    second = replace(NEW, key="f" * 64)
    for session in (NEW, elses, second):
        await sessions.add(session)
    states = {key: await sessions.find(key) for key in (NEW.key, elses.key, second.key)}
    assert [found and found.state.value for found in states.values()] == [
        "cancelled",
        "new",
        "new",
    ]
    cancelled = states[NEW.key]
    assert cancelled
    assert (cancelled.content, cancelled.subject, cancelled.expected) == (b"", {}, None)


async def test_only_the_patient_cancels_and_only_what_is_open(
    sessions: SignSessionRepository,
) -> None:
    await sessions.add(NEW)
    assert not await sessions.cancel(2, NEW.number, NOW)
    assert not await sessions.cancel(NEW.telegram_id, "%", NOW)
    assert await sessions.cancel(NEW.telegram_id, NEW.number, NOW)
    assert not await sessions.cancel(NEW.telegram_id, NEW.number, NOW)


async def test_claim_of_a_dead_process_is_free_again_after_its_time(
    sessions: SignSessionRepository, work: SignWorkRepository
) -> None:
    await received(sessions)
    assert await work.claim(NEW.key, NOW)
    assert list(await work.unfinished(NOW)) == []
    assert list(await work.unfinished(NOW + CLAIM)) == [NEW.key]
    assert await work.claim(NEW.key, NOW + CLAIM)


async def test_expired_session_is_wiped_and_waits_to_be_told_once(
    sessions: SignSessionRepository, work: SignWorkRepository
) -> None:
    await sessions.add(NEW)
    assert await work.expire(NOW) == 0
    assert await work.expire(NOW + LIFETIME) == 1
    assert list(await work.unfinished(NOW + LIFETIME)) == [NEW.key]
    found = await work.claim(NEW.key, NOW + LIFETIME)
    assert found
    assert (found.state, found.content) == (SessionState.EXPIRED, b"")
    await work.mark_told(NEW.key, NOW)
    assert list(await work.unfinished(NOW + timedelta(hours=1))) == []


async def test_way_on_to_esoz_is_kept_for_its_browser_and_wiped_after_half_an_hour(
    sessions: SignSessionRepository, work: SignWorkRepository
) -> None:
    await received(sessions, replace(NEW, purpose=Purpose.SIGN_IN))
    await work.verify(NEW.key, der=b"d", signature_hash="h", now=NOW)
    await work.submit(NEW.key, "https://my.example/", NOW)
    assert await sessions.handed_over("c" * 64, NOW) is None
    found = await sessions.handed_over("b" * 64, NOW)
    assert found
    assert (found.redirect, found.content, found.container) == ("https://my.example/", b"", None)
    later = NOW + timedelta(minutes=30)
    await work.expire(later)
    assert await sessions.handed_over("b" * 64, later) is None
    wiped = await sessions.find(NEW.key)
    assert wiped
    assert wiped.redirect is None


async def test_request_to_diia_finds_its_session_and_the_newest_is_shown(
    sessions: SignSessionRepository,
) -> None:
    await sessions.add(NEW)
    for n in range(2):
        made = SignRequest(f"https://diia.app/{n}", NOW + timedelta(minutes=n))
        await sessions.add_request(NEW.key, f"request-{n}", made)
    last = await sessions.last_request(NEW.key)
    assert last
    assert last.deeplink == "https://diia.app/1"
    found = await sessions.by_request("request-0")
    assert found
    assert found.key == NEW.key
    assert await sessions.by_request("nobody's") is None


async def test_forgotten_patient_leaves_no_session(
    engine: AsyncEngine, sessions: SignSessionRepository
) -> None:
    await sessions.add(NEW)
    await sessions.add_request(NEW.key, "request", SignRequest("https://diia.app/", NOW))
    await PatientRepository(engine).forget(NEW.telegram_id)
    assert await sessions.find(NEW.key) is None
    assert await sessions.by_request("request") is None


def test_cipher_opens_with_an_old_key_and_seals_with_the_first() -> None:
    old, both = FernetCipher(KEYS[1:]), FernetCipher(KEYS)
    sealed = old.seal(b"Bondar")
    assert both.unseal(sealed) == b"Bondar"
    assert FernetCipher(KEYS[:1]).unseal(both.reseal(sealed)) == b"Bondar"
    with pytest.raises(Unreadable):
        FernetCipher(KEYS[:1]).unseal(sealed)
    with pytest.raises(Unreadable):
        both.unseal(sealed[:-1])
