"""When to remind: leads, quiet hours, zones, hours that are missing or come twice."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reminders import (
    Details,
    Every,
    Lead,
    NewAppointment,
    OccasionKind,
    QuietTime,
    Recurrence,
    ReminderSettings,
    Schedule,
    due_times,
    is_doubled,
    is_skipped,
    moment_of,
    own_intent,
    snoozed,
    wall_of,
    zone_of,
)
from bot.errors import InvalidInput

KYIV = "Europe/Kyiv"
ZONES = [
    KYIV,
    "Europe/Warsaw",
    "Europe/London",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "UTC",
]
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)

zones = st.sampled_from(ZONES)
walls = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)).map(
    lambda wall: wall.replace(second=0, microsecond=0)
)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
quiets = st.builds(QuietTime, times, times)


def visit(wall: datetime, zone: str = KYIV, **more: Any) -> NewAppointment:
    return NewAppointment(wall, Details("кардіолог"), zone, **more)


def planned(wall: datetime, now: datetime = LONG_AGO, **settings: Any) -> list[datetime]:
    chosen = ReminderSettings(**settings)
    found = due_times(visit(wall), chosen, now)
    return [wall_of(intent.due_at, chosen.zone) for intent in found]


@pytest.mark.parametrize(
    ("wall", "expected"),
    [
        pytest.param(
            datetime(2026, 12, 25, 10, 30),
            ["12-22 18:00", "12-24 18:00", "12-25 08:30"],
            id="day",
        ),
        pytest.param(
            datetime(2026, 12, 25, 10, 0),
            ["12-22 18:00", "12-24 18:00", "12-25 08:00"],
            id="eight is no longer quiet",
        ),
        pytest.param(
            datetime(2026, 12, 25, 9, 59),
            ["12-22 18:00", "12-24 18:00", "12-24 20:59"],
            id="morning moves to the evening before",
        ),
        pytest.param(
            datetime(2026, 12, 25, 23, 0),
            ["12-22 18:00", "12-24 18:00", "12-25 20:59"],
            id="night",
        ),
        pytest.param(
            datetime(2027, 3, 28, 5, 30),
            ["03-25 18:00", "03-27 18:00", "03-27 20:59"],
            id="after the missing hour",
        ),
        pytest.param(
            datetime(2027, 10, 31, 10, 30),
            ["10-28 18:00", "10-30 18:00", "10-31 08:30"],
            id="after the doubled hour",
        ),
    ],
)
def test_default_schedule(wall: datetime, expected: list[str]) -> None:
    assert [f"{at:%m-%d %H:%M}" for at in planned(wall)] == expected


def test_what_has_passed_is_not_planned_and_a_late_one_comes_after_the_night() -> None:
    now = moment_of(datetime(2026, 12, 24, 22, 0), KYIV)
    assert planned(datetime(2026, 12, 25, 9, 0), now) == [datetime(2026, 12, 25, 8, 0)]
    assert planned(datetime(2026, 12, 25, 8, 0), now) == []


def test_abroad_evenings_and_nights_are_the_patients() -> None:
    found = planned(datetime(2026, 12, 25, 10, 0), zone="America/New_York")
    assert [f"{at:%m-%d %H:%M}" for at in found] == ["12-22 18:00", "12-24 18:00", "12-24 20:59"]


def test_each_reminder_can_be_switched() -> None:
    without = Schedule().with_switched(Lead.TWO_HOURS)
    assert len(planned(datetime(2026, 12, 25, 10, 0), schedule=without)) == 2
    assert without.with_switched(Lead.TWO_HOURS) == Schedule()
    one = due_times(
        visit(datetime(2026, 12, 25, 10, 0), schedule=Schedule(frozenset())),
        ReminderSettings(),
        LONG_AGO,
    )
    assert one == ()


def test_referral_is_spoken_of_thirty_seven_and_one_day_before_it_ends() -> None:
    last_day = visit(datetime(2027, 2, 1), kind=OccasionKind.REFERRAL)
    found = due_times(last_day, ReminderSettings(), LONG_AGO)
    assert [intent.wall for intent in found] == [
        datetime(2027, 1, 2, 10),
        datetime(2027, 1, 25, 10),
        datetime(2027, 1, 31, 10),
    ]


@given(walls, zones, zones, quiets, moments)
def test_reminder_is_never_late_never_past_and_never_in_quiet_hours(
    wall: datetime, visit_zone: str, zone: str, quiet: QuietTime, now: datetime
) -> None:
    settings = ReminderSettings(zone=zone, quiet=quiet)
    new = visit(wall, visit_zone)
    found = due_times(new, settings, now)
    dues = [intent.due_at for intent in found]
    assert dues == sorted(set(dues))
    for intent in found:
        assert now < intent.due_at < intent.expires_at == new.starts_at
        assert not quiet.holds(intent.due_at, zone)


@given(moments, zones, quiets)
def test_quiet_time_is_left_to_the_nearest_allowed_moment(
    moment: datetime, zone: str, quiet: QuietTime
) -> None:
    before = quiet.last_moment_before(moment, zone)
    after = quiet.first_moment_after(moment, zone)
    assert before <= moment <= after
    assert not quiet.holds(before, zone)
    assert not quiet.holds(after, zone)
    assert after - before <= timedelta(hours=50), "Apia and Lord Howe have odd days"
    if not quiet.holds(moment, zone):
        assert before == moment == after


@given(walls, zones)
def test_wall_time_is_read_back_unless_it_is_skipped(wall: datetime, zone: str) -> None:
    shown = wall_of(moment_of(wall, zone), zone)
    assert (shown == wall) == (not is_skipped(wall, zone))
    assert shown >= wall
    if is_doubled(wall, zone):
        second = moment_of(wall, zone, is_second=True)
        assert second > moment_of(wall, zone)
        assert wall_of(second, zone) == wall


def test_missing_and_doubled_hour_of_kyiv() -> None:
    missing, doubled = datetime(2027, 3, 28, 3, 30), datetime(2026, 10, 25, 3, 30)
    assert is_skipped(missing, KYIV)
    assert wall_of(moment_of(missing, KYIV), KYIV) == datetime(2027, 3, 28, 4, 30)
    assert is_doubled(doubled, KYIV)
    assert not is_doubled(datetime(2026, 10, 25, 4, 30), KYIV)


weekdays = st.frozensets(st.integers(0, 6))
recurrences = st.builds(Recurrence, st.just(Every.WEEK), st.none(), weekdays) | st.just(
    Recurrence(Every.DAY)
)


@given(walls, zones, recurrences, moments)
def test_recurring_reminder_keeps_its_wall_time_and_misses_no_turn(
    wall: datetime, zone: str, recurrence: Recurrence, now: datetime
) -> None:
    following = recurrence.next(wall, zone, now)
    assert following
    assert following > wall
    assert following.time() == wall.time()
    assert _is_turn(recurrence, wall, following)
    assert moment_of(following, zone) > now
    assert recurrence.first(following, zone, now) == following
    before = following - timedelta(days=1)
    while before > wall and moment_of(before, zone) > now:
        assert not _is_turn(recurrence, wall, before), "no turn is passed over"
        before -= timedelta(days=1)


def _is_turn(recurrence: Recurrence, wall: datetime, day: datetime) -> bool:
    if recurrence.every is Every.DAY:
        return True
    return day.weekday() in (recurrence.weekdays or {wall.weekday()})


@pytest.mark.parametrize(
    ("zone", "first", "moments_utc"),
    [
        pytest.param(KYIV, datetime(2027, 3, 27, 8), [6, 5, 5], id="Kyiv, clocks go forward"),
        pytest.param(KYIV, datetime(2027, 10, 30, 8), [5, 6, 6], id="Kyiv, clocks go back"),
        pytest.param(KYIV, datetime(2027, 3, 27, 3, 30), [1, 1, 0], id="Kyiv, the missing hour"),
        pytest.param(KYIV, datetime(2027, 10, 30, 3, 30), [0, 0, 1], id="Kyiv, the doubled hour"),
        pytest.param(
            "America/New_York", datetime(2027, 3, 13, 8), [13, 12, 12], id="New York, in spring"
        ),
    ],
)
def test_every_morning_stays_the_same_hour_on_the_wall(
    zone: str, first: datetime, moments_utc: list[int]
) -> None:
    daily, heard, wall = Recurrence(Every.DAY), [], first
    for _ in moments_utc:
        heard.append(moment_of(wall, zone))
        following = daily.next(wall, zone, heard[-1])
        assert following
        wall = following
    assert [moment.hour for moment in heard] == moments_utc


def test_chosen_days_of_the_week_are_the_only_ones() -> None:
    some = Recurrence(Every.WEEK, weekdays=frozenset({0, 3}))
    wall, days = datetime(2026, 11, 30, 8), []  # a Monday
    for _ in range(4):
        days.append(wall.day)
        following = some.next(wall, KYIV, LONG_AGO)
        assert following
        wall = following
    assert days == [30, 3, 7, 10]


def test_recurrence_ends_with_its_last_day_and_is_read_back() -> None:
    daily = Recurrence(Every.DAY, until=date(2026, 12, 2))
    wall = datetime(2026, 12, 1, 9)
    assert daily.next(wall, KYIV, LONG_AGO) == datetime(2026, 12, 2, 9)
    assert daily.next(datetime(2026, 12, 2, 9), KYIV, LONG_AGO) is None
    for one in (
        daily,
        Recurrence(Every.WEEK),
        Recurrence(Every.WEEK, date(2026, 12, 2), frozenset({0, 6})),
    ):
        assert Recurrence.from_text(one.as_text()) == one


def test_snoozed_reminder_never_comes_after_the_visit() -> None:
    (intent, *_) = due_times(visit(datetime(2026, 12, 25, 10)), ReminderSettings(), LONG_AGO)
    starts_at = intent.expires_at
    assert snoozed(intent, starts_at, is_own=False) is None
    again = snoozed(intent, starts_at - timedelta(minutes=1), is_own=False)
    assert again
    assert again.lead is Lead.SNOOZED
    own = own_intent(datetime(2026, 12, 25, 10), KYIV, None)
    assert snoozed(own, own.expires_at + timedelta(days=1), is_own=True)


@pytest.mark.parametrize("name", ["", "Kyiv", "../etc/passwd", "Europe", "Europe/Київ"])
def test_zone_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(InvalidInput):
        zone_of(name)
    assert zone_of(KYIV) == ZoneInfo(KYIV)


def test_equal_ends_mean_no_quiet_time() -> None:
    off = QuietTime(time(8), time(8))
    assert off.is_off
    assert not off.holds(datetime(2026, 1, 1, 6, 0, tzinfo=UTC), KYIV)
