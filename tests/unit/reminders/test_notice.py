"""What a clinic's message says, and what is no booking at all."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reminders import Appointment, Details
from bot.domain.reminders.notice import (
    Notice,
    NoticeKind,
    moved_visit,
    read_notice,
    visits_at,
)
from tests.unit.reminders.notices import BOOKED, CANCELLED, MOVED, OTHERS

TODAY = date(2026, 11, 25)  # a Wednesday


def said(day: date | None, at: time | None) -> str:
    parts = (f"{day:%d.%m.%Y}" if day else "", f"{at:%H:%M}" if at else "")
    return " ".join(filter(None, parts))


def read(text: str) -> Notice:
    notice = read_notice(text, TODAY)
    assert notice is not None
    return notice


@pytest.mark.parametrize(
    ("text", "moment", "what", "place", "phone"),
    [pytest.param(*rest, id=name) for name, *rest in BOOKED],
)
def test_booking_is_read(text: str, moment: str, what: str, place: str, phone: str) -> None:
    notice = read(text)
    assert notice.kind is NoticeKind.BOOKED
    assert (said(notice.day, notice.at), notice.phone) == (moment, phone)
    assert what in notice.what
    assert place in notice.place


@pytest.mark.parametrize(
    ("text", "moment"), [pytest.param(*rest, id=name) for name, *rest in CANCELLED]
)
def test_cancelled_booking_is_told_from_a_new_one(text: str, moment: str) -> None:
    notice = read(text)
    assert (notice.kind, said(notice.day, notice.at)) == (NoticeKind.CANCELLED, moment)


@pytest.mark.parametrize(
    ("text", "old", "new"), [pytest.param(*rest, id=name) for name, *rest in MOVED]
)
def test_moved_booking_has_both_times(text: str, old: str, new: str) -> None:
    notice = read(text)
    assert notice.kind is NoticeKind.MOVED
    assert (said(notice.old_day, notice.old_at), said(notice.day, notice.at)) == (old, new)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in OTHERS])
def test_other_messages_are_left_alone(text: str) -> None:
    assert read_notice(text, TODAY) is None


def test_how_to_prepare_is_kept() -> None:
    notice = read("Ви записані на УЗД 28.11.2026 о 8:30. Прийдіть натще, візьміть рушник.")
    assert notice.note == "Прийдіть натще, візьміть рушник"


def test_date_without_a_year_that_has_just_passed_is_not_taken_for_the_next() -> None:
    assert read("Ви записані на прийом 20.11 о 10:30").day == date(2026, 11, 20)


def test_nothing_of_links_and_codes_is_repeated() -> None:
    notice = read(
        "Ви записані на 27.11.2026 10:30, лікар: Калина О. https://evil.example.com/x?a=1 "
        "Адреса: вул. Ясна 3, деталі на zapys.example.ua/9f3. Код візиту: 48213."
    )
    words = f"{notice.what} {notice.place} {notice.note} {notice.phone}"
    assert not any(part in words for part in ("evil", "http", "zapys", "9f3", "48213", "Код"))


def visit(what: str, starts: datetime, number: int = 1) -> Appointment:
    return Appointment(starts, Details(what), id=number, telegram_id=7)


def test_message_finds_its_visit() -> None:
    noon = datetime(2026, 11, 27, 12, 0)
    kept = [visit("кардіолог", noon), visit("окуліст", noon + timedelta(days=1), 2)]
    assert [one.id for one in visits_at(kept, noon.date(), None)] == [1]
    assert visits_at(kept, noon.date(), time(13)) == []
    moved = Notice(NoticeKind.MOVED, date(2026, 11, 30), time(9), what="лікаря-кардіолога Гай")
    found = moved_visit(kept, moved)
    assert found is not None
    assert found.id == 1


@given(st.text(max_size=400))
def test_any_message_is_read_without_harm(text: str) -> None:
    read_notice(f"Ваш запис {text} 27.11.2026 10:30", TODAY)
