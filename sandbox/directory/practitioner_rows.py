"""Doctors as rows of the exports of parties, employees, roles and limits (esoz.md §3.1)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sandbox.directory.chance import Purpose, dice, record_id
from sandbox.directory.rows import Row, named, written_at
from sandbox.directory.service_rows import service_id
from sandbox.directory.specialities import DECLARATION_LIMITS, position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from random import Random

    from sandbox.directory.practitioners import Post, Practitioner

MAIN, SECOND, FORMER = range(3)
POSTS_OF_A_DOCTOR = 3
_OWN_DICE = 1 << 36  # apart from the dice that invented the record
_UNIVERSITIES = (
    ("Київ", "НМУ імені О. О. Богомольця"),
    ("Львів", "ЛНМУ імені Данила Галицького"),
    ("Харків", "ХНМУ"),
    ("Одеса", "ОНМедУ"),
    ("Вінниця", "ВНМУ імені М. І. Пирогова"),
    ("Дніпро", "ДДМУ"),
    ("Полтава", "ПДМУ"),
    ("Тернопіль", "ТНМУ імені І. Я. Горбачевського"),
    ("Ужгород", "УжНУ"),
    ("Чернівці", "БДМУ"),
)
_LEVELS = ("SECOND", "FIRST", "HIGHEST", "NOT_APPLICABLE")
_ABOUT_SHARE, _DEGREE_SHARE = 0.05, 0.02
_GRADUATE = 23


def employee_id(doctor: int, post: int = MAIN) -> str:
    return record_id("employee", doctor * POSTS_OF_A_DOCTOR + post)


def party_row(one: Practitioner, seed: int, today: date) -> Row:
    random = dice(seed, Purpose.DOCTOR, one.index + _OWN_DICE)
    made_at, written = written_at(random, today)
    row: Row = {"id": record_id("party", one.index), **named(one.name)}
    row |= {
        "year_of_birth": str(today.year - one.age),
        "gender": "MALE" if one.is_male else "FEMALE",
        "inserted_at": made_at,
        "updated_at": one.changed_at or written,
        "educations": [_education(random, one, today)],
        "specialities": _specialities(one, today),
        "working_experience": max(0, one.age - _GRADUATE),
        "verification_status": one.verification_status,
    }
    if random.random() < _ABOUT_SHARE:
        row["about_myself"] = "Вигаданий лікар: уважно слухає і пояснює просто."
    if random.random() < _DEGREE_SHARE:
        row["science_degree"] = _science_degree(random, one, today)
    return row


def employee_rows(
    one: Practitioner, seed: int, today: date, legal_entity_of: Callable[[int], int]
) -> Iterator[Row]:
    """One for each post that the doctor has or had; `legal_entity_of` a division."""
    for number, post in _posts(one):
        random = dice(seed, Purpose.DOCTOR, one.index + _OWN_DICE * (number + 2))
        made_at, written = written_at(random, today)
        has_left = number == FORMER or one.is_dismissed
        row: Row = {
            "id": employee_id(one.index, number),
            "position": position(post.speciality, one.index),
            "status": "DISMISSED" if has_left else "APPROVED",
            "employee_type": "DOCTOR" if post.speciality in DECLARATION_LIMITS else "SPECIALIST",
            "is_active": not has_left,
            "start_date": made_at,
            "legal_entity_id": record_id("legal_entity", legal_entity_of(post.division)),
            "division_id": record_id("division", post.division),
            "party_id": record_id("party", one.index),
            "inserted_at": made_at,
            "updated_at": one.changed_at or written,
            "additional_info": {"specialities": _specialities(one, today)},
            "speciality": _speciality(one, post.speciality, today, is_main=True),
        }
        if has_left:
            row |= {"end_date": written, "status_reason": "manual_employee"}
        yield row


def role_rows(one: Practitioner, seed: int, today: date) -> Iterator[Row]:
    """What joins each post to the service that its division gives in this speciality."""
    for number, post in _posts(one):
        random = dice(seed, Purpose.DOCTOR, one.index + _OWN_DICE * (number + 2))
        made_at, written = written_at(random, today)
        has_left = number == FORMER or one.is_dismissed
        row: Row = {
            "id": record_id("employee_role", one.index * POSTS_OF_A_DOCTOR + number),
            "healthcare_service_id": service_id(post.division, post.speciality),
            "employee_id": employee_id(one.index, number),
            "start_date": made_at,
            "status": "INACTIVE" if has_left else "ACTIVE",
            "inserted_at": made_at,
            "updated_at": one.changed_at or written,
        }
        if has_left:
            row["end_date"] = written
        yield row


def limit_row(one: Practitioner) -> Row | None:
    """None for a doctor who holds no declarations."""
    if not one.declarations_limit:
        return None
    return {
        "party_id": record_id("party", one.index),
        "declarations_limit": one.declarations_limit,
        "declarations_count": one.declarations,
    }


def _posts(one: Practitioner) -> list[tuple[int, Post]]:
    posts = ((MAIN, one.main), (SECOND, one.second), (FORMER, one.former))
    return [(number, post) for number, post in posts if post is not None]


def _specialities(one: Practitioner, today: date) -> list[Row]:
    return [
        _speciality(one, code, today, is_main=code == one.main.speciality)
        for code in one.specialities
    ]


def _speciality(one: Practitioner, code: str, today: date, *, is_main: bool) -> Row:
    attested = today - timedelta(days=100 + one.index % 1500)
    return {
        "speciality": code,
        "speciality_officio": is_main,
        "level": _LEVELS[one.index % len(_LEVELS)],
        "qualification_type": "AWARDING",
        "attestation_name": _UNIVERSITIES[one.index % len(_UNIVERSITIES)][1],
        "attestation_date": attested.isoformat(),
        "valid_to_date": (attested + timedelta(days=1826)).isoformat(),
        "certificate_number": f"ВГ/{one.index:06}",
    }


def _education(random: Random, one: Practitioner, today: date) -> Row:
    city, institution = random.choice(_UNIVERSITIES)
    return {
        "country": "UA",
        "city": city,
        "institution_name": institution,
        "issued_date": f"{today.year - one.age + _GRADUATE}-06-28",
        "diploma_number": f"ВГ{one.index:06}",
        "degree": "MASTER",
        "speciality": "Медицина",
    }


def _science_degree(random: Random, one: Practitioner, today: date) -> Row:
    return _education(random, one, today) | {"degree": "CANDIDATE_OF_SCIENCE"}
