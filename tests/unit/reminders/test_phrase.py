"""What a line says of day, time, doctor and place: Ukrainian, Russian, and as people mix them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.widgets.visit_words import moment_text
from bot.domain.reminders import KYIV_ZONE, is_doubled, is_skipped, moment_of
from bot.domain.reminders.phrase import place_of, read_phrase, read_time
from bot.i18n import Language, Translator
from tests.unit.reminders.phrases import NO_PLANS, PHRASES, TO_BE_ASKED

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("line", "moment", "what", "place"), PHRASES, ids=[one[0] for one in PHRASES]
)
def test_line_is_understood(line: str, moment: str, what: str, place: str) -> None:
    read = read_phrase(line, TODAY)
    assert read.day is not None
    said = f"{read.day:%d.%m.%Y}" + (f" {read.at:%H:%M}" if read.at else "")
    assert (said, read.what, read.place) == (moment, what, place)


@pytest.mark.parametrize(("line", "sure"), TO_BE_ASKED, ids=[one[0] for one in TO_BE_ASKED])
def test_line_with_several_meanings_is_asked_about(line: str, sure: str) -> None:
    read = read_phrase(line, TODAY)
    day = f"{read.day:%d.%m.%Y}" if read.day else ""
    at = f"{read.at:%H:%M}" if read.at else ""
    assert " ".join(filter(None, (day, at))) == sure
    assert read.is_plan


@pytest.mark.parametrize("line", NO_PLANS)
def test_line_that_is_no_visit_is_left_alone(line: str) -> None:
    assert not read_phrase(line, TODAY).is_plan


def test_a_hundred_and_fifty_ways_to_say_it_are_kept() -> None:
    assert len({line for line, *_ in PHRASES}) >= 150


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("9", time(9)),
        ("10 30", time(10, 30)),
        ("1430", time(14, 30)),
        ("10:30", time(10, 30)),
        ("о пів на третю", time(14, 30)),
        ("9 ранку", time(9)),
        ("о 3", time(15)),
        ("03:30", time(3, 30)),
        ("25", None),
        ("10:75", None),
        ("не знаю", None),
    ],
)
def test_answer_to_what_time_is_understood(line: str, at: time | None) -> None:
    assert read_time(line) == at


@pytest.mark.parametrize(
    ("line", "what", "place"),
    [
        ("кардіолог на Шевченка 5", "кардіолог", "на Шевченка 5"),
        ("МРТ, вул. Лесі Українки 7", "МРТ", "вул. Лесі Українки 7"),
        ("кров натще", "кров натще", ""),
        ("в Охматдиті", "", "в Охматдиті"),
    ],
)
def test_place_is_told_from_the_matter(line: str, what: str, place: str) -> None:
    assert place_of(line) == (what, place)


@given(
    days=st.integers(0, 700),
    at=st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    language=st.sampled_from(Language),
)
def test_what_is_printed_is_read_back(days: int, at: time, language: Language) -> None:
    wall = datetime.combine(TODAY + timedelta(days=days), at)
    if is_skipped(wall, KYIV_ZONE) or is_doubled(wall, KYIV_ZONE):
        return
    now = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
    tr = Translator(language)
    printed = moment_text(tr, moment_of(wall, KYIV_ZONE), now, KYIV_ZONE)
    read = read_phrase(f"{printed} кардіолог", TODAY)
    assert (read.day, read.at, read.what) == (wall.date(), at, "кардіолог")


@given(
    days=st.integers(0, 300),
    minutes=st.integers(7 * 12, 20 * 12).map(lambda five: five * 5),
    form=st.sampled_from(
        ("{d:%d.%m.%Y} {t:%H:%M}", "{d:%d.%m.%Y} о {t:%H.%M}", "{d:%Y-%m-%d} {t:%H:%M}")
    ),
    what=st.sampled_from(("", "кардіолог", "узд натще", "до стоматолога", "кров")),
)
def test_every_date_is_read_however_it_is_written(
    days: int, minutes: int, form: str, what: str
) -> None:
    wall = datetime.combine(TODAY + timedelta(days=days), time(*divmod(minutes, 60)))
    for line in (f"{form} {what}", f"{what} {form}"):
        read = read_phrase(line.format(d=wall, t=wall), TODAY)
        assert (read.day, read.at, read.what) == (wall.date(), wall.time(), what)


@given(st.text(max_size=200))
def test_any_line_is_read_without_harm(line: str) -> None:
    read = read_phrase(line, TODAY)
    assert len(read.what) <= len(line)
    read_time(line)
