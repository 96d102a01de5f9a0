"""Opening hours as a patient reads them."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.dialogs.widgets.weekly_hours import open_text, week_text
from bot.domain.directory import WeeklyHours, hours_from_text
from bot.domain.hours import KYIV
from bot.i18n import Language, Translator

UK, EN = Translator(Language.UK), Translator(Language.EN)
WORKDAYS = "mon 08:00-18:00;tue 08:00-18:00;wed 08:00-18:00;thu 08:00-18:00;fri 08:00-18:00"
BREAK = "mon 08:00-12:00,14:00-18:00"
ALWAYS = ";".join(
    f"{day} 00:00-00:00" for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
)


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        pytest.param(WORKDAYS, "пн–пт 8:00–18:00", id="one run"),
        pytest.param(f"{WORKDAYS};sat 09:00-13:00", "пн–пт 8:00–18:00\nсб 9:00–13:00", id="two"),
        pytest.param(BREAK, "пн 8:00–12:00, 14:00–18:00", id="a break"),
        pytest.param(
            "mon 08:00-18:00;wed 08:00-18:00", "пн 8:00–18:00\nср 8:00–18:00", id="a day between"
        ),
        pytest.param("", "", id="unknown"),
    ],
)
def test_week_is_told_in_runs_of_days(hours: str, words: str) -> None:
    assert week_text(UK, hours_from_text(hours)) == words


@pytest.mark.parametrize(
    ("hours", "at", "words"),
    [
        pytest.param(BREAK, "2026-11-23 08:00", "Зараз відчинено до 12:00.", id="open"),
        pytest.param(
            BREAK, "2026-11-23 12:00", "Зараз зачинено. Відчиниться сьогодні о 14:00.", id="today"
        ),
        pytest.param(
            BREAK, "2026-11-22 23:00", "Зараз зачинено. Відчиниться завтра о 8:00.", id="tomorrow"
        ),
        pytest.param(
            BREAK, "2026-11-23 18:00", "Зараз зачинено. Відчиниться: пн о 8:00.", id="in a week"
        ),
        pytest.param(ALWAYS, "2026-11-23 03:00", "Працює цілодобово.", id="always"),
    ],
)
def test_now_is_told_with_the_next_change(hours: str, at: str, words: str) -> None:
    now = datetime.fromisoformat(at).replace(tzinfo=KYIV)
    assert open_text(UK, hours_from_text(hours), now) == words


def test_unknown_hours_say_nothing_about_now() -> None:
    assert open_text(UK, WeeklyHours(), datetime(2026, 11, 23, tzinfo=KYIV)) == ""


def test_english_days_are_english() -> None:
    assert week_text(EN, hours_from_text(WORKDAYS)) == "Mon–Fri 8:00–18:00"
