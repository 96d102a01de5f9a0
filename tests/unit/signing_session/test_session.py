"""Links, phrases, cookies: what is shown, and what is kept of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.signing.one_time import form_token, hash_of, new_secret
from bot.domain.signing.phrase import make_phrase, words
from bot.domain.signing.session import SessionState
from tests.unit.signing_session.fakes import NOW, RECEIVED


def test_phrase_is_two_different_words() -> None:
    for _ in range(100):
        first, second = make_phrase().split("-")
        assert first != second
        assert {first, second} <= set(words())


def test_words_are_plain_ukrainian_and_many() -> None:
    assert len(set(words())) == len(words()) > 200
    assert all(word.isalpha() and word == word.lower() and len(word) < 12 for word in words())


def test_secret_has_256_bits_and_fits_a_link() -> None:
    made = {new_secret() for _ in range(50)}
    assert len(made) == 50
    assert {len(secret) for secret in made} == {43}


def test_form_token_belongs_to_one_browser_and_one_session() -> None:
    tokens = {form_token(cookie, key) for cookie in "ab" for key in "cd"}
    assert len(tokens) == 4


@pytest.mark.parametrize(
    ("stored", "given", "is_the_one"),
    [
        pytest.param(hash_of("cookie"), "cookie", True, id="the browser that opened it"),
        pytest.param(hash_of("cookie"), "other", False, id="another browser"),
        pytest.param(hash_of("cookie"), None, False, id="no cookie"),
        pytest.param(None, "cookie", False, id="nobody opened it"),
    ],
)
def test_session_is_of_one_browser(
    stored: str | None, given: str | None, is_the_one: bool
) -> None:
    assert replace(RECEIVED, browser=stored).is_of(given) is is_the_one


@pytest.mark.parametrize(
    ("state", "later", "is_open"),
    [
        pytest.param(SessionState.NEW, timedelta(), True, id="new"),
        pytest.param(SessionState.WAITING, timedelta(minutes=9), True, id="waiting"),
        pytest.param(SessionState.OPENED, timedelta(minutes=10), False, id="its time is over"),
        pytest.param(SessionState.RECEIVED, timedelta(), False, id="there is a signature"),
        pytest.param(SessionState.CANCELLED, timedelta(), False, id="cancelled"),
    ],
)
def test_session_awaits_a_signature_for_ten_minutes(
    state: SessionState, later: timedelta, is_open: bool
) -> None:
    assert replace(RECEIVED, state=state).is_open(NOW + later) is is_open


def test_nothing_personal_shows_in_a_log_of_a_session() -> None:
    session = replace(RECEIVED, subject={"person": "Бондар"}, document_html="Бондар")
    shown = repr(session)
    assert "Бондар" not in shown
    assert "document'" not in shown
    assert "container'" not in shown
