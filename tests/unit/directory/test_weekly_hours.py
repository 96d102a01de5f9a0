"""Opening hours of a place: as exported, as stored, as asked about."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clients.esoz.working_hours import read_working_hours
from bot.domain.directory import Shift, WeeklyHours, hours_from_text
from bot.domain.hours import KYIV, WEEK, OpenState


def kyiv(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=KYIV)


@pytest.mark.parametrize(
    ("exported", "text"),
    [
        pytest.param({"mon": [["08.00", "12.00"]]}, "mon 08:00-12:00", id="dots"),
        pytest.param({"mon": [["8:00", "12:00:00"]]}, "mon 08:00-12:00", id="colons"),
        pytest.param(
            {
                "sat": [["14.00", "18.00"], ["08.00", "12.00"]],
                "sun": [],
                "fri": [["09.00", "10.00"]],
            },
            "fri 09:00-10:00;sat 08:00-12:00,14:00-18:00",
            id="in order",
        ),
        pytest.param({"mon": [["00.00", "24.00"]]}, "mon 00:00-00:00", id="around the clock"),
        pytest.param({"mon": [["00.00", "00.00"]]}, "", id="zeros for a closed day"),
        pytest.param(
            {"mon": [["08.00"], None, ["x", "y"], ["30.00", "31.00"]]}, "", id="nonsense"
        ),
        pytest.param({"monday": [["08.00", "12.00"]]}, "", id="no day"),
        pytest.param(None, "", id="nothing"),
        pytest.param([], "", id="list"),
    ],
)
def test_exported_hours_are_read_as_far_as_they_make_sense(exported: object, text: str) -> None:
    assert read_working_hours(exported).to_text() == text


shifts = st.builds(
    Shift,
    st.sampled_from(WEEK),
    *[st.times().map(lambda t: t.replace(second=0, microsecond=0))] * 2,
)


@given(st.lists(shifts, max_size=20))
def test_stored_hours_are_read_as_they_were(some: list[Shift]) -> None:
    hours = WeeklyHours(tuple(sorted(some, key=lambda shift: WEEK.index(shift.day))))
    assert hours_from_text(hours.to_text()) == hours


@pytest.mark.parametrize(
    ("text", "moment", "state"),
    [
        pytest.param(
            "mon 08:00-12:00,12:00-18:00",
            "2026-11-23 09:00",
            OpenState(is_open=True, closes_at=kyiv("2026-11-23 18:00")),
            id="hours that touch are one",
        ),
        pytest.param(
            "mon 08:00-12:00,13:00-18:00",
            "2026-11-23 12:30",
            OpenState(is_open=False, opens_at=kyiv("2026-11-23 13:00")),
            id="lunch",
        ),
        pytest.param(
            ";".join(f"{day} 00:00-00:00" for day in WEEK),
            "2026-11-23 12:30",
            OpenState(is_open=True),
            id="never closes",
        ),
        pytest.param(
            "sat 20:00-02:00",
            "2026-03-29 01:30",
            OpenState(is_open=True, closes_at=kyiv("2026-03-29 02:00")),
            id="night in which the clock moves",
        ),
        pytest.param("", "2026-11-23 12:30", OpenState(is_open=False), id="not known"),
    ],
)
def test_place_is_open_until_or_opens_at(text: str, moment: str, state: OpenState) -> None:
    assert hours_from_text(text).at(kyiv(moment)) == state


@pytest.mark.parametrize(
    ("text", "saturday", "after_18"),
    [
        pytest.param("mon 08:00-18:00", False, False, id="until 18:00 is not after"),
        pytest.param("mon 08:00-18:30", False, True, id="evening"),
        pytest.param("fri 20:00-02:00", False, True, id="past midnight"),
        pytest.param("sat 09:00-13:00", True, False, id="Saturday"),
        pytest.param("", False, False, id="not known"),
    ],
)
def test_saturday_and_evening(text: str, saturday: bool, after_18: bool) -> None:
    hours = hours_from_text(text)
    assert (hours.is_open_on_saturday, hours.is_open_after_18) == (saturday, after_18)
