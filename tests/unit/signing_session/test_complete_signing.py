"""What becomes of a signature, step by step, with everything around it played."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.domain.signing.session import Outcome, OutcomeKind, Provider, SessionState
from bot.errors import ChatClosed, InvalidInput, Outage, SignatureProblem, Unavailable
from tests.unit.signing_session.fakes import NOW, RECEIVED, SIGNED, Scene

if TYPE_CHECKING:
    from bot.domain.signing.session import SignSession


@pytest.fixture
def scene() -> Scene:
    return Scene()


async def test_each_step_is_noted_before_the_next_begins(scene: Scene) -> None:
    await scene.completes()
    assert scene.work.steps == ["verify", "submit", "told"]
    assert scene.news.told == [Outcome(OutcomeKind.DONE)]


async def test_verified_session_is_submitted_without_being_noted_again(scene: Scene) -> None:
    scene.work.session = replace(RECEIVED, state=SessionState.VERIFIED)
    await scene.completes()
    assert scene.work.steps == ["submit", "told"]


async def test_sign_in_that_goes_on_in_the_browser_is_not_told_yet(scene: Scene) -> None:
    scene.submission.redirect = "https://my.example/"
    await scene.completes()
    assert scene.work.steps == ["verify", "submit"]
    assert scene.news.told == []


async def test_sign_in_by_a_file_in_the_chat_is_sent_back_to_the_page(scene: Scene) -> None:
    scene.work.session = replace(RECEIVED, provider=Provider.CHAT)
    scene.submission.redirect = "https://my.example/"
    await scene.completes()
    assert scene.news.told == [Outcome(OutcomeKind.DONE)]


async def test_session_of_another_process_is_left_alone(scene: Scene) -> None:
    scene.work.session = None
    await scene.completes()
    assert scene.submission.times == 0


@pytest.mark.parametrize(
    ("provider", "told"),
    [
        pytest.param(Provider.FILE, [], id="the page says it"),
        pytest.param(
            Provider.CHAT, [Outcome(OutcomeKind.NOT_TAKEN, "stamp")], id="the chat says it"
        ),
    ],
)
async def test_refused_signature_leaves_the_way_open(
    scene: Scene, provider: Provider, told: list[Outcome]
) -> None:
    scene.work.session = replace(RECEIVED, provider=provider)
    scene.verifier.problem = SignatureProblem.STAMP
    await scene.completes()
    assert scene.work.steps == ["try again"]
    assert scene.news.told == told
    assert scene.submission.times == 0


@pytest.mark.parametrize(
    "session",
    [
        pytest.param(replace(RECEIVED, attempts=4), id="fifth attempt"),
        pytest.param(replace(RECEIVED, expires_at=NOW), id="no time left"),
    ],
)
async def test_refused_signature_is_the_end_at_some_point(
    scene: Scene, session: SignSession
) -> None:
    scene.work.session = session
    scene.verifier.problem = SignatureProblem.SOMEONE_ELSE
    await scene.completes()
    assert scene.work.steps == ["refuse", "told"]
    assert scene.news.told == [Outcome(OutcomeKind.REFUSED, "someone_else")]


async def test_used_signature_never_reaches_esoz(scene: Scene) -> None:
    scene.work.used = {SIGNED.signature_hash}
    await scene.completes()
    assert scene.submission.times == 0
    assert scene.work.steps == ["try again"]


async def test_silent_esoz_is_told_once_and_asked_again_until_half_an_hour_is_over(
    scene: Scene,
) -> None:
    scene.submission.failure = Unavailable(Outage.DOWN)
    for _ in range(3):
        await scene.completes()
    assert scene.news.told == [Outcome(OutcomeKind.DELAYED)]
    scene.clock.at += timedelta(minutes=31)
    await scene.completes()
    assert scene.news.told[1:] == [Outcome(OutcomeKind.REFUSED, "unavailable")]


async def test_refusal_of_esoz_ends_the_session_with_its_code(scene: Scene) -> None:
    scene.submission.failure = InvalidInput("signer_mismatch")
    await scene.completes()
    assert scene.news.told == [Outcome(OutcomeKind.REFUSED, "signer_mismatch")]


async def test_chat_that_takes_no_messages_now_is_told_later(scene: Scene) -> None:
    scene.news.failure = Unavailable(Outage.RATE_LIMIT)
    with pytest.raises(Unavailable):
        await scene.completes()
    scene.news.failure = None
    await scene.completes()
    assert scene.submission.times == 1
    assert scene.work.steps == ["verify", "submit", "told"]


async def test_closed_chat_is_not_tried_again(scene: Scene) -> None:
    scene.news.failure = ChatClosed()
    await scene.completes()
    assert scene.work.is_told
