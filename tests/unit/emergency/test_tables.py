"""What must fire fires and what must not does not: both tables, tuned and held-out parts apart."""

from __future__ import annotations

import pytest

from bot.domain.emergency import Danger, Level
from tests.unit.emergency.tables import Sentence, must_fire, must_not_fire

LEAST_RECALL = {False: 1.0, True: 0.94}
LEAST_PRECISION = {False: 1.0, True: 0.97}
MOST_NEEDLESS_QUESTIONS = 0.01
"""Measured 2026-11-22; a floor may only rise. The key tells the held-out part."""

PARTS = pytest.mark.parametrize("is_held_out", [False, True], ids=["tuned", "held-out"])
OWN_SCREENS = (Danger.SELF_HARM, Danger.VIOLENCE)


def part(table: list[Sentence], *, is_held_out: bool) -> list[Sentence]:
    return [sentence for sentence in table if sentence.is_held_out == is_held_out]


def lines(wrong: list[Sentence], *, is_held_out: bool) -> str:
    """Name the wrong ones; of the held-out only the lines, lest somebody tune on them."""
    if is_held_out:
        return "held-out lines " + ", ".join(str(sentence.line) for sentence in wrong)
    return "\n".join(str(sentence) for sentence in wrong)


@PARTS
def test_emergencies_are_heard(*, is_held_out: bool) -> None:
    expected = part(must_fire(), is_held_out=is_held_out)
    missed = [sentence for sentence in expected if not sentence.fires]
    recall = 1 - len(missed) / len(expected)
    report(f"recall {recall:.3f} of {len(expected)}, held out: {is_held_out}")
    assert recall >= LEAST_RECALL[is_held_out], lines(missed, is_held_out=is_held_out)


@PARTS
def test_other_texts_raise_no_alarm(*, is_held_out: bool) -> None:
    heard = [s for s in part(must_fire(), is_held_out=is_held_out) if s.fires]
    others = part(must_not_fire(), is_held_out=is_held_out)
    needless = [sentence for sentence in others if sentence.fires]
    precision = len(heard) / (len(heard) + len(needless))
    report(f"precision {precision:.3f}, {len(needless)} of {len(others)}, held out: {is_held_out}")
    assert precision >= LEAST_PRECISION[is_held_out], lines(needless, is_held_out=is_held_out)


def test_plain_questions_are_seldom_answered_by_a_question() -> None:
    plain = [sentence for sentence in must_not_fire() if sentence.expected == "calm"]
    asked = [sentence for sentence in plain if sentence.verdict.level is Level.ASK]
    report(f"needless questions {len(asked)} of {len(plain)}")
    assert len(asked) <= MOST_NEEDLESS_QUESTIONS * len(plain), lines(asked, is_held_out=False)


def test_each_danger_gets_the_screen_of_its_kind() -> None:
    heard = [s for s in must_fire() if s.fires and not s.is_held_out]
    wrong = [s for s in heard if _screen(s.verdict.danger) != _screen(Danger(s.expected))]
    assert not wrong, lines(wrong, is_held_out=False)


def report(figures: str) -> None:
    """Show what the documents quote: `pytest tests/unit/emergency -rP`."""
    print(figures)  # noqa: T201 - the figures are the point


def test_tables_are_large_and_cover_every_danger() -> None:
    assert {sentence.expected for sentence in must_fire()} == set(Danger)
    for table in (must_fire(), must_not_fire()):
        assert len({sentence.text for sentence in table}) == len(table) >= 220
        assert sum(sentence.is_held_out for sentence in table) >= 22


def _screen(danger: Danger | None) -> Danger:
    """Return which of the three screens a danger is shown: all but two are for 103."""
    return danger if danger in OWN_SCREENS else Danger.CHEST
