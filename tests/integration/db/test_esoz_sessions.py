"""Sessions at ЕСОЗ in a real database: encrypted, refreshed by one process at a time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import LargeBinary, select

from bot.db.cipher import FernetCipher, new_key
from bot.db.repositories.esoz_sessions import CLAIMED_FOR, EsozSessionRepository
from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.pending_sign_ins import PendingSignInRepository
from bot.db.repositories.sealed_columns import SEALED, SealedColumns
from bot.db.tables import esoz_sessions, metadata, pending_sign_ins, searches
from bot.db.transaction import reading
from bot.domain.cabinet import EsozRefusal, EsozRefused
from bot.domain.cabinet.session import EsozSession, PendingSignIn, Tokens
from bot.errors import EsozUnavailable, NotFound, Outage, SignInEnded, TooManyPeople
from bot.services.access_tokens import AccessTokens
from bot.services.act_as import ActAs
from bot.services.refresh_session import RefreshSession

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
OKSANA = 7
FIRST_TOKEN = "refresh-token-0"
CIPHER = FernetCipher([new_key()])


def session_of(person: str, *, applicant: str = "", session_id: str = "") -> EsozSession:
    return EsozSession(
        id=session_id or f"session-{person}",
        telegram_id=OKSANA,
        person_id=person,
        applicant_person_id=applicant or person,
        access_id="access",
        scope=frozenset({"person:details_pis"}),
        refresh_token=FIRST_TOKEN,
        name="Оксана К.",
        signed_in_at=NOW,
    )


@pytest.fixture
def sessions(engine: AsyncEngine) -> EsozSessionRepository:
    return EsozSessionRepository(engine, CIPHER)


async def current(sessions: EsozSessionRepository) -> str:
    return next(one.id for one in await sessions.of_patient(OKSANA) if one.is_current)


async def test_newest_sign_in_is_current_and_one_can_go_back(
    sessions: EsozSessionRepository,
) -> None:
    await sessions.add(session_of("mother"), NOW)
    await sessions.add(session_of("child", applicant="mother"), NOW + timedelta(minutes=1))
    assert await current(sessions) == "session-child"
    await sessions.make_current(OKSANA, "session-mother")
    assert await current(sessions) == "session-mother"
    await sessions.remove(OKSANA, "session-mother")
    assert await current(sessions) == "session-child"


async def test_signing_in_again_replaces_the_same_person(sessions: EsozSessionRepository) -> None:
    await sessions.add(session_of("mother"), NOW)
    await sessions.add(session_of("mother", session_id="newer"), NOW)
    assert [one.id for one in await sessions.of_patient(OKSANA)] == ["newer"]


async def test_another_patients_session_cannot_be_taken(sessions: EsozSessionRepository) -> None:
    await sessions.add(session_of("mother"), NOW)
    with pytest.raises(NotFound):
        await sessions.make_current(OKSANA + 1, "session-mother")
    await sessions.remove(OKSANA + 1, "session-mother")
    assert await sessions.of_patient(OKSANA)


async def test_seventh_person_must_wait_until_one_signs_out_or_ends(
    sessions: EsozSessionRepository,
) -> None:
    for number in range(6):
        await sessions.add(session_of(f"person-{number}"), NOW)
    with pytest.raises(TooManyPeople):
        await sessions.add(session_of("seventh"), NOW)
    first = (await sessions.of_patient(OKSANA))[0]
    await sessions.keep(replace(first, refresh_token=""), NOW)
    await sessions.add(session_of("seventh"), NOW)
    assert first.id not in {one.id for one in await sessions.of_patient(OKSANA)}


async def test_two_at_once_cannot_pass_the_limit(sessions: EsozSessionRepository) -> None:
    wanted = [sessions.add(session_of(f"person-{number}"), NOW) for number in range(8)]
    done = await asyncio.gather(*wanted, return_exceptions=True)
    assert [type(one) for one in done if one is not None] == [TooManyPeople, TooManyPeople]
    assert len(await sessions.of_patient(OKSANA)) == 6


async def test_only_one_refreshes_at_a_time(sessions: EsozSessionRepository) -> None:
    session = session_of("mother")
    await sessions.add(session, NOW)
    assert await sessions.claim(session, NOW)
    assert not await sessions.claim(session, NOW)
    await sessions.release(session)
    assert await sessions.claim(session, NOW)
    assert await sessions.claim(session, NOW + CLAIMED_FOR), "whoever held it has died"
    assert await sessions.keep(replace(session, refresh_token="next"), NOW)
    assert not await sessions.claim(session, NOW + CLAIMED_FOR), "it has changed: read it again"
    assert not await sessions.keep(session, NOW)


async def test_nothing_of_a_session_is_readable_in_the_database(
    sessions: EsozSessionRepository, engine: AsyncEngine
) -> None:
    await sessions.add(session_of("mother-at-esoz"), NOW)
    async with reading(engine) as connection:
        row = (await connection.execute(select(esoz_sessions.c.sealed))).one()
    for secret in (FIRST_TOKEN, "mother-at-esoz", "Оксана", "access"):
        assert secret.encode() not in row.sealed


async def test_session_whose_key_was_lost_has_ended(
    sessions: EsozSessionRepository, engine: AsyncEngine
) -> None:
    await sessions.add(session_of("mother"), NOW)
    other = EsozSessionRepository(engine, FernetCipher([new_key()]))
    lost = (await other.of_patient(OKSANA))[0]
    assert lost.has_ended
    await other.add(session_of("mother", session_id="newer"), NOW)
    assert [one.id for one in await other.of_patient(OKSANA)] == ["newer"]


async def test_state_lets_a_browser_back_once_and_in_time(engine: AsyncEngine) -> None:
    pending = PendingSignInRepository(engine)
    for name in ("first", "late"):
        await pending.add(PendingSignIn(name, OKSANA, "sign", NOW + timedelta(minutes=30)))
    taken = await asyncio.gather(*(pending.take("first", NOW) for _ in range(4)))
    assert len([one for one in taken if one]) == 1
    assert await pending.take("late", NOW + timedelta(minutes=30)) is None
    assert await pending.take("never", NOW) is None


async def test_forgetting_a_patient_leaves_no_session(
    sessions: EsozSessionRepository, engine: AsyncEngine
) -> None:
    await sessions.add(session_of("mother"), NOW)
    await PendingSignInRepository(engine).add(PendingSignIn("h", OKSANA, "sign", NOW))
    await PatientRepository(engine).forget(OKSANA)
    async with reading(engine) as connection:
        for table in (esoz_sessions, pending_sign_ins):
            assert (await connection.execute(select(table))).all() == []


async def test_new_key_takes_over_all_that_is_stored(engine: AsyncEngine) -> None:
    old, new = new_key(), new_key()
    await EsozSessionRepository(engine, FernetCipher([old])).add(session_of("mother"), NOW)
    assert await SealedColumns(engine, FernetCipher([new, old])).reseal() == (1, 0)
    left = await EsozSessionRepository(engine, FernetCipher([new])).of_patient(OKSANA)
    assert left[0].refresh_token == FIRST_TOKEN
    assert await SealedColumns(engine, FernetCipher([new_key()])).reseal() == (0, 1)


def test_every_encrypted_column_is_known_to_rotation() -> None:
    binary = {
        column
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }
    assert binary - set(SEALED) == {searches.c.found_keys, searches.c.kms}


@dataclass
class FakeSignIn:
    """ЕСОЗ that takes every refresh token once, as a strict server would."""

    good: str = FIRST_TOKEN
    refreshes: int = 0
    is_down: bool = False
    logged_out: list[str] = field(default_factory=list)

    async def refresh(self, refresh_token: str) -> Tokens:
        await asyncio.sleep(0.01)
        if self.is_down:
            raise EsozUnavailable(Outage.DOWN)
        if refresh_token != self.good:
            raise EsozRefused(EsozRefusal.SIGN_IN_OUTDATED)
        self.refreshes += 1
        self.good = f"refresh-token-{self.refreshes}"
        return Tokens(
            access_token=f"access-token-{self.refreshes}",
            expires_at=NOW + timedelta(hours=1),
            refresh_token=self.good,
            person_id="mother",
            applicant_person_id="mother",
            access_id="access",
            scope=frozenset({"person:details_pis"}),
        )

    async def nonce(self) -> str:
        return "nonce"

    def address(self, signed: bytes, *, state: str, is_confidant: bool) -> str:
        raise AssertionError((signed, state, is_confidant))

    def declined(self, error: str, description: str) -> EsozRefused:
        raise AssertionError((error, description))

    async def exchange(self, code: str) -> Tokens:
        raise AssertionError(code)

    async def log_out(self, access_token: str) -> None:
        self.logged_out.append(access_token)


@dataclass
class StandingClock:
    moment: datetime = NOW

    def now(self) -> datetime:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(min(seconds, 0.01))


def process(
    sessions: EsozSessionRepository, esoz: FakeSignIn, clock: StandingClock
) -> tuple[ActAs, AccessTokens]:
    """What one process of the bot holds."""
    tokens = AccessTokens(
        refresh=RefreshSession(sessions=sessions, sign_in=esoz, clock=clock), clock=clock
    )
    return ActAs(sessions=sessions, tokens=tokens), tokens


async def test_esoz_is_asked_once_for_many_requests_of_a_process(
    sessions: EsozSessionRepository,
) -> None:
    await sessions.add(session_of("mother"), NOW)
    esoz, clock = FakeSignIn(), StandingClock()
    act_as, _tokens = process(sessions, esoz, clock)
    made = await asyncio.gather(*(act_as(telegram_id=OKSANA) for _ in range(5)))
    assert {acting.access_token for acting in made} == {"access-token-1"}
    clock.moment = NOW + timedelta(minutes=59, seconds=1)
    assert (await act_as(telegram_id=OKSANA)).access_token == "access-token-2"


async def test_processes_refresh_one_after_the_other(sessions: EsozSessionRepository) -> None:
    await sessions.add(session_of("mother"), NOW)
    esoz, clock = FakeSignIn(), StandingClock()
    processes = [process(sessions, esoz, clock)[0] for _ in range(4)]
    made = await asyncio.gather(*(act_as(telegram_id=OKSANA) for act_as in processes))
    assert esoz.refreshes == 4
    assert len({acting.access_token for acting in made}) == 4
    assert (await sessions.of_patient(OKSANA))[0].refresh_token == esoz.good


async def test_refused_refresh_ends_the_session_and_stays_known(
    sessions: EsozSessionRepository,
) -> None:
    await sessions.add(session_of("mother"), NOW)
    esoz = FakeSignIn(good="another")
    act_as, _tokens = process(sessions, esoz, StandingClock())
    for _ in range(2):
        with pytest.raises(SignInEnded):
            await act_as(telegram_id=OKSANA)
    ended = (await sessions.of_patient(OKSANA))[0]
    assert (ended.has_ended, ended.name) == (True, "Оксана К.")


async def test_outage_of_a_refresh_ends_nothing(sessions: EsozSessionRepository) -> None:
    await sessions.add(session_of("mother"), NOW)
    esoz = FakeSignIn(is_down=True)
    act_as, _tokens = process(sessions, esoz, StandingClock())
    with pytest.raises(EsozUnavailable):
        await act_as(telegram_id=OKSANA)
    esoz.is_down = False
    assert (await act_as(telegram_id=OKSANA)).access_token == "access-token-1"


async def test_token_that_esoz_refuses_is_fetched_anew_once(
    sessions: EsozSessionRepository,
) -> None:
    await sessions.add(session_of("mother"), NOW)
    esoz = FakeSignIn()
    act_as, tokens = process(sessions, esoz, StandingClock())
    refused = await act_as(telegram_id=OKSANA)
    renewed = await asyncio.gather(*(tokens.renewed(refused) for _ in range(3)))
    assert {acting.access_token for acting in renewed} == {"access-token-2"}
    await tokens.ended(renewed[0])
    with pytest.raises(SignInEnded):
        await act_as(telegram_id=OKSANA)
