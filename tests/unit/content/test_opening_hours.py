"""Opening hours of telephone lines: open now, closes at, opens at."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.content import (
    KYIV,
    Line,
    LocalText,
    OpenState,
    Shift,
    Source,
    Weekday,
    is_open,
    library,
    line,
    line_state,
)
from bot.domain.hours import open_state


def kyiv(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=KYIV)


@pytest.mark.parametrize(
    ("name", "moment", "closes_at"),
    [
        pytest.param("moz", "2026-11-22 08:00", "2026-11-22 20:00", id="opens to the minute"),
        pytest.param("moz", "2026-11-22 19:59", "2026-11-22 20:00", id="last minute, Sunday"),
        pytest.param("nszu", "2026-11-26 17:59", "2026-11-26 18:00", id="Thursday until 18:00"),
        pytest.param("nszu", "2026-11-27 16:44", "2026-11-27 16:45", id="Friday until 16:45"),
        pytest.param("men", "2026-11-22 23:30", "2026-11-23 06:00", id="before midnight"),
        pytest.param("men", "2026-11-23 05:59", "2026-11-23 06:00", id="after midnight"),
        pytest.param("moz", "2026-03-29 12:00", "2026-03-29 20:00", id="day of summer time"),
        pytest.param("moz", "2026-10-25 12:00", "2026-10-25 20:00", id="day of winter time"),
        pytest.param("men", "2026-03-28 20:00", "2026-03-29 06:00", id="night of summer time"),
        pytest.param("men", "2026-10-24 20:00", "2026-10-25 06:00", id="night of winter time"),
    ],
)
def test_line_is_open_and_says_until_when(name: str, moment: str, closes_at: str) -> None:
    expected = OpenState(is_open=True, closes_at=kyiv(closes_at))
    assert is_open(line(name), kyiv(moment)) == expected


@pytest.mark.parametrize(
    ("name", "moment", "opens_at"),
    [
        pytest.param("moz", "2026-11-22 07:59", "2026-11-22 08:00", id="a minute early"),
        pytest.param("moz", "2026-11-22 20:00", "2026-11-23 08:00", id="20:00 is closed"),
        pytest.param("moz", "2026-11-22 20:01", "2026-11-23 08:00", id="20:01 is closed"),
        pytest.param("moz", "2026-11-23 00:30", "2026-11-23 08:00", id="after midnight, today"),
        pytest.param("nszu", "2026-11-26 18:00", "2026-11-27 09:00", id="Thursday evening"),
        pytest.param("nszu", "2026-11-27 16:45", "2026-11-30 09:00", id="Friday 16:45 to Monday"),
        pytest.param("nszu", "2026-11-28 12:00", "2026-11-30 09:00", id="Saturday"),
        pytest.param("nszu", "2026-11-29 23:59", "2026-11-30 09:00", id="Sunday night"),
        pytest.param("men", "2026-11-23 06:00", "2026-11-23 14:00", id="morning after a night"),
        pytest.param("moz", "2026-03-28 22:00", "2026-03-29 08:00", id="before summer time"),
        pytest.param("moz", "2026-10-24 22:00", "2026-10-25 08:00", id="before winter time"),
        pytest.param("nszu", "2026-03-28 12:00", "2026-03-30 09:00", id="across summer time"),
        pytest.param("nszu", "2026-10-24 12:00", "2026-10-26 09:00", id="across winter time"),
    ],
)
def test_line_is_closed_and_says_when_it_opens(name: str, moment: str, opens_at: str) -> None:
    expected = OpenState(is_open=False, opens_at=kyiv(opens_at))
    assert is_open(line(name), kyiv(moment)) == expected


CHRISTMAS, FRIDAY_AFTER_NEW_YEAR = "2026-12-25 12:00", "2027-01-01 12:00"


@pytest.mark.parametrize("moment", [CHRISTMAS, FRIDAY_AFTER_NEW_YEAR, "2026-07-15 12:00"])
@pytest.mark.parametrize("name", ["nszu", "government", "assessment-centre"])
def test_holiday_of_martial_law_is_a_working_day(name: str, moment: str) -> None:
    assert library().public_holidays.are_working
    assert is_open(line(name), kyiv(moment)).is_open


@pytest.mark.parametrize(
    ("name", "moment", "state"),
    [
        pytest.param(
            "nszu",
            CHRISTMAS,
            OpenState(is_open=False, opens_at=kyiv("2026-12-28 09:00")),
            id="closed on a Friday that is Christmas, until Monday",
        ),
        pytest.param(
            "assessment-centre",
            "2026-08-24 09:00",
            OpenState(is_open=False, opens_at=kyiv("2026-08-25 09:00")),
            id="closed on Independence Day, a Monday",
        ),
        pytest.param(
            "government",
            "2026-12-24 17:00",
            OpenState(is_open=True, closes_at=kyiv("2026-12-24 18:00")),
            id="open the day before",
        ),
        pytest.param(
            "moz",
            CHRISTMAS,
            OpenState(is_open=True, closes_at=kyiv("2026-12-25 20:00")),
            id="a line that works every day works on a holiday",
        ),
        pytest.param("103", CHRISTMAS, OpenState(is_open=True), id="emergency never rests"),
    ],
)
def test_holiday_of_peace_is_a_day_off(name: str, moment: str, state: OpenState) -> None:
    peace = replace(library().public_holidays, are_working=False)
    assert line_state(line(name), kyiv(moment), peace) == state


def test_shift_of_the_eve_goes_on_into_a_day_off() -> None:
    peace = replace(library().public_holidays, are_working=False)
    night = replace(line("men"), rests_on_holidays=True)
    assert line_state(night, kyiv("2026-12-25 05:00"), peace).closes_at == kyiv("2026-12-25 06:00")
    assert line_state(night, kyiv("2026-12-25 15:00"), peace).opens_at == kyiv("2026-12-26 14:00")


def test_line_of_one_day_a_week_opens_after_two_days_off() -> None:
    mondays = night_line(opens=time(10, 0), closes=time(11, 0), days={Weekday.MON})
    off = {kyiv("2026-11-23 00:00").date(), kyiv("2026-11-30 00:00").date()}
    state = open_state(mondays.hours, kyiv("2026-11-22 12:00"), is_day_off=off.__contains__)
    assert state.opens_at == kyiv("2026-12-07 10:00")


def test_emergency_line_never_closes() -> None:
    assert is_open(line("103"), kyiv("2026-11-22 03:00")) == OpenState(is_open=True)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Tokyo"])
def test_hours_are_kyiv_hours_wherever_the_moment_was_taken(zone: str) -> None:
    moment = kyiv("2026-11-22 20:01").astimezone(ZoneInfo(zone))
    state = is_open(line("moz"), moment)
    assert state.opens_at is not None
    assert not state.is_open
    assert state.opens_at.tzinfo is KYIV
    assert state.opens_at.isoformat() == "2026-11-23T08:00:00+02:00"


@pytest.mark.parametrize(
    ("moment", "is_open_then"),
    [
        pytest.param("2026-10-24T23:29:00+00:00", False, id="02:29 summer time"),
        pytest.param("2026-10-25T00:30:00+00:00", True, id="03:30 for the first time"),
        pytest.param("2026-10-25T01:15:00+00:00", True, id="03:15 for the second time"),
        pytest.param("2026-10-25T01:45:00+00:00", False, id="03:45 for the second time"),
    ],
)
def test_hour_that_comes_twice_belongs_to_the_shift_both_times(
    moment: str, *, is_open_then: bool
) -> None:
    night = night_line(opens=time(3, 0), closes=time(3, 30))
    assert is_open(night, datetime.fromisoformat(moment)).is_open is is_open_then


def test_opening_time_that_the_clock_skips_is_a_real_moment() -> None:
    night = night_line(opens=time(3, 30), closes=time(5, 0))
    state = is_open(night, kyiv("2026-03-29 01:00"))
    assert state.opens_at is not None
    assert state.opens_at.astimezone(UTC).isoformat() == "2026-03-29T01:30:00+00:00"
    assert state.opens_at.isoformat() == "2026-03-29T04:30:00+03:00"


def test_line_open_one_day_a_week_opens_next_week() -> None:
    weekly = night_line(opens=time(10, 0), closes=time(11, 0), days={Weekday.MON})
    state = is_open(weekly, kyiv("2026-11-23 11:00"))
    assert state == OpenState(is_open=False, opens_at=kyiv("2026-11-30 10:00"))


def night_line(*, opens: time, closes: time, days: set[Weekday] | None = None) -> Line:
    return Line(
        id="invented",
        name=LocalText(uk="Вигадана лінія", en="Invented line"),
        number="100",
        shown="100",
        hours=(Shift(days=frozenset(days or Weekday), opens=opens, closes=closes),),
        sources=(Source(title=LocalText(uk="Вигадка", en="Invention")),),
        checked_on=kyiv("2026-11-22").date(),
        certainty="L",
    )
