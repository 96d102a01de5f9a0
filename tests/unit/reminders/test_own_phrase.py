"""A reminder in the patient's own words, read from one line, and the birthdays of a child."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reminders import Every, OccasionKind, age_occasion, ages_to_come, birthday
from bot.domain.reminders.own_draft import OwnDraft
from bot.domain.reminders.own_phrase import read_own

TODAY = date(2026, 11, 25)  # a Wednesday
DAY, WEEK = Every.DAY, Every.WEEK


@pytest.mark.parametrize(
    ("line", "text", "every", "weekdays", "at"),
    [
        ("вимірювати тиск щоранку", "вимірювати тиск", DAY, set(), time(8)),
        ("кожного вечора капати очі", "капати очі", DAY, set(), time(20)),
        ("щовечора о 9 пити ліки", "пити ліки", DAY, set(), time(21)),
        ("пити ліки щодня о 9", "пити ліки", DAY, set(), time(9)),
        ("каждый день в 8 мерить давление", "мерить давление", DAY, set(), time(8)),
        ("щопонеділка і щочетверга о 18:30 вправи", "вправи", WEEK, {0, 3}, time(18, 30)),
        ("по неділях, по середах о 10:00 укол", "укол", WEEK, {2, 6}, time(10)),
        ("кожну п'ятницю замовити ліки", "замовити ліки", WEEK, {4}, None),
        ("щотижня зважитися", "зважитися", WEEK, set(), None),
        ("замовити ліки", "замовити ліки", None, set(), None),
    ],
)
def test_line_says_what_and_how_often(
    line: str, text: str, every: Every | None, weekdays: set[int], at: time | None
) -> None:
    read = read_own(line, TODAY)
    assert (read.text, read.every, set(read.weekdays), read.at) == (text, every, weekdays, at)


def test_last_day_and_the_one_day_are_read() -> None:
    assert read_own("ліки щодня о 9 до 31 грудня", TODAY).until == date(2026, 12, 31)
    assert read_own("ліки щодня о 9 до 10.12", TODAY).until == date(2026, 12, 10)
    once = OwnDraft().filled(read_own("завтра о 9 забрати довідку", TODAY))
    assert (once.is_once, once.day, once.at) == (True, date(2026, 11, 26), time(9))
    weekly = OwnDraft().filled(read_own("щотижня у п'ятницю зважитися", TODAY))
    assert (weekly.every, set(weekly.weekdays)) == (WEEK, {4})


@pytest.mark.parametrize(
    ("line", "is_plan"),
    [
        ("пити ліки щодня о 9", True),
        ("нагадуй щоранку пити ліки", True),
        ("нагадай завтра о 9 забрати довідку", True),
        ("вимірювати тиск щоранку", True),
        ("щоранку болить голова", False),
        ("діти щодня хворіють", False),
        ("завтра о 9 кардіолог", False),
        ("нагадай завтра о 9 кардіолог", False),
        ("щодня о 9", False),
    ],
)
def test_only_a_clear_line_begins_one_unasked(line: str, is_plan: bool) -> None:
    assert read_own(line, TODAY).is_plan is is_plan


@given(st.text(max_size=200))
def test_any_line_is_read_without_failing(line: str) -> None:
    read_own(line, TODAY)


@given(st.dates(date(1930, 1, 1), date(2026, 11, 25)), st.dates(date(2026, 1, 1)))
def test_only_birthdays_to_come_are_planned(born_on: date, today: date) -> None:
    for age in ages_to_come(born_on, today):
        assert birthday(born_on, age) > today
        occasion = age_occasion(7, born_on, age, "Europe/Kyiv")
        assert occasion.kind is OccasionKind.AGE
        assert occasion.starts.date() == birthday(born_on, age)


def test_child_of_the_29th_of_february_gets_the_rights_on_the_1st_of_march() -> None:
    assert birthday(date(2012, 2, 29), 14) == date(2026, 3, 1)
    assert birthday(date(2012, 2, 29), 18) == date(2030, 3, 1)
