"""The night in Kyiv, also in the two nights in which the clock is moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.hours import KYIV
from bot.domain.quiet_hours import is_quiet

WINTER_NIGHT = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)  # 21:00 in Kyiv
SECOND = timedelta(seconds=1)


def test_night_is_from_nine_to_eight_by_the_clock_of_kyiv() -> None:
    assert not is_quiet(WINTER_NIGHT - SECOND)
    assert is_quiet(WINTER_NIGHT)
    assert is_quiet(WINTER_NIGHT + timedelta(hours=11) - SECOND)
    assert not is_quiet(WINTER_NIGHT + timedelta(hours=11))


def test_zone_of_the_asker_does_not_matter() -> None:
    assert is_quiet(WINTER_NIGHT.astimezone(KYIV))


@pytest.mark.parametrize(
    ("evening", "hours"),
    [
        pytest.param(datetime(2026, 3, 28, 19, 0, tzinfo=UTC), 10, id="an hour is left out"),
        pytest.param(datetime(2026, 10, 24, 18, 0, tzinfo=UTC), 12, id="an hour comes twice"),
    ],
)
def test_night_in_which_the_clock_is_moved_ends_at_eight_too(
    evening: datetime, hours: int
) -> None:
    morning = evening + timedelta(hours=hours)
    assert morning.astimezone(KYIV).hour == 8
    assert not is_quiet(evening - SECOND)
    assert all(is_quiet(evening + timedelta(minutes=m)) for m in range(hours * 60))
    assert not is_quiet(morning)
