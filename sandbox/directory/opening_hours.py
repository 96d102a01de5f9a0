"""Opening hours: dots in a division's `working_hours`, colons in a service's `available_time`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.directory.chance import Weighted

if TYPE_CHECKING:
    from random import Random

    from sandbox.directory.rows import Row

WORKDAYS = ("mon", "tue", "wed", "thu", "fri")
Pairs = list[list[str]]

# Hours of a workday, of Saturday, of Sunday; shares are invented.
_Week = tuple[Pairs, Pairs, Pairs]
_IN_TOWN: Weighted[_Week] = Weighted(
    [
        (([["08.00", "18.00"]], [], []), 25),
        (([["08.00", "19.00"]], [["09.00", "14.00"]], []), 20),
        (([["08.00", "20.00"]], [["08.00", "15.00"]], [["09.00", "13.00"]]), 12),
        (([["08.00", "12.00"], ["13.00", "17.00"]], [], []), 15),
        (([["07.30", "15.30"]], [], []), 8),
        (([["09.00", "21.00"]], [["09.00", "21.00"]], [["10.00", "18.00"]]), 8),
        (([["00.00", "23.59"]], [["00.00", "23.59"]], [["00.00", "23.59"]]), 4),
    ]
)
_IN_VILLAGE: Weighted[_Week] = Weighted(
    [
        (([["08.00", "15.42"]], [], []), 20),
        (([["08.00", "12.00"], ["13.00", "17.00"]], [], []), 35),
        (([["08.00", "16.00"]], [], []), 30),
        (([["09.00", "17.00"]], [["09.00", "13.00"]], []), 10),
    ]
)
_UNKNOWN_SHARE, _FRIDAY_SHORT_SHARE = 0.06, 0.15


def working_hours(random: Random, *, is_village: bool) -> dict[str, Pairs]:
    """By day of the week; empty for a division that states none."""
    if random.random() < _UNKNOWN_SHARE:
        return {}
    workday, saturday, sunday = (_IN_VILLAGE if is_village else _IN_TOWN).pick(random)
    week = dict.fromkeys(WORKDAYS, workday)
    if random.random() < _FRIDAY_SHORT_SHARE:
        week["fri"] = [[workday[0][0], "13.00"]]
    return {**week, "sat": saturday, "sun": sunday}


def available_time(random: Random) -> list[Row]:
    """Two shifts that change over the week, or one; some services state nothing."""
    if random.random() < _UNKNOWN_SHARE:
        return []
    if random.random() < 1 / 3:
        return [_shift(WORKDAYS[::2], "08:00", "14:00"), _shift(WORKDAYS[1::2], "14:00", "20:00")]
    return [_shift(WORKDAYS, "08:30", random.choice(("15:00", "17:00", "19:00")))]


def _shift(days: tuple[str, ...], start: str, end: str) -> Row:
    return {
        "days_of_week": list(days),
        "all_day": False,
        "available_start_time": f"{start}:00",
        "available_end_time": f"{end}:00",
    }
