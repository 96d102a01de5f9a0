"""The screens and messages of asking for a declaration, with the longest names and every end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from bot.dialogs.callbacks import DoctorTap
from bot.dialogs.widgets import (
    declaration_news,
    declaration_request,
    declare_document,
    declare_obstacles,
    declare_screens,
    declare_ways,
    moved_doctor,
)
from bot.domain.cabinet import (
    Acting,
    Declaration,
    DeclarationRequest,
    DeclarationStatus,
    EsozRefusal,
    Parties,
    RequestStatus,
    SignedInPerson,
)
from bot.domain.cabinet.declaration_watch import DeclarationNews, NewsKind
from bot.domain.cabinet.may_declare import Obstacle
from bot.domain.cabinet.workplace import Named, Workplace
from bot.domain.directory import Address, Division, Doctor, Facility
from bot.i18n import Language
from bot.services.find_moved_doctor import MovedDoctor
from bot.services.propose_declaration import MayNotDeclare, Proposal
from bot.services.shown_request import ShownRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator

    Make = Callable[[Translator], Screen]

_ID = str(UUID(int=2**128 - 1))
_ME = Acting(
    telegram_id=1,
    session_id="session",
    person_id="person",
    applicant_person_id="parent",
    access_id=_ID,
    scope=frozenset(),
    access_token="",
)


_MOVES: dict[str, Any] = {
    "nowhere": {},
    "stays": {"here": True},
    "both": {"here": True, "elsewhere": 9},
    "elsewhere": {"elsewhere": 1},
    "by_name": {"elsewhere": 2, "is_by_name": True},
}


def declaring_screens() -> Mapping[str, Make]:
    return {**_before(), **_barriers(), **_requests(), **_messages()}


def _before() -> dict[str, Make]:
    look = declare_screens
    return {
        "declare_question": lambda tr: look.declare_question(tr, _proposal(tr)),
        "declare_question-first": lambda tr: look.declare_question(
            tr, Proposal(_ME, _doctor(tr), None, None)
        ),
        "declare_question-pediatrician": lambda tr: look.declare_question(
            tr, replace(_proposal(tr), doctor=replace(_doctor(tr), speciality="PEDIATRICIAN"))
        ),
        "declare_question-for_others": lambda tr: look.declare_question(
            tr, replace(_proposal(tr), signs_by_document=True), _others(tr)
        ),
        "proposal_screen": lambda tr: look.proposal_screen(tr, _proposal(tr)),
        "left_proposal": lambda tr: look.left_proposal(tr, _doctor(tr)),
        "begun_declaration": lambda tr: declare_ways.begun_declaration(tr, _doctor(tr)),
        "declaration_after_sign_in": lambda tr: declare_ways.declaration_after_sign_in(
            tr, has_ended=False, leads_back=True, back=DoctorTap(key=1)
        ),
        "declaration_after_sign_in-ended": lambda tr: declare_ways.declaration_after_sign_in(
            tr, has_ended=True, leads_back=False
        ),
        **{f"moved_doctor-{name}": partial(_moved, **how) for name, how in _MOVES.items()},
    }


def _barriers() -> dict[str, Make]:
    refusals = (
        EsozRefusal.UNFINISHED_PERSON_REQUEST,
        EsozRefusal.PERSON_NOT_VERIFIED,
        EsozRefusal.CONFIDANT_REQUIRED,
        EsozRefusal.NO_AUTHENTICATION_METHOD,
        EsozRefusal.FACILITY_CLOSED,
    )
    return {
        "full_doctor": lambda tr: declare_obstacles.full_doctor(tr, _full(tr)),
        **{f"may_not_declare-{one}": partial(_barred, why=one) for one in Obstacle},
        **{f"declaring_refused-{one}": partial(_refused, code=one) for one in refusals},
    }


def _requests() -> dict[str, Make]:
    look = declaration_request
    return {
        **{f"request_screen-{one}": partial(_request_screen, status=one) for one in RequestStatus},
        "document_warning": lambda tr: declare_document.document_warning(
            tr, _shown(tr, RequestStatus.NEW)
        ),
        "document_sent": lambda tr: declare_document.document_sent(
            tr, _shown(tr, RequestStatus.NEW)
        ),
        "no_document": lambda tr: declare_document.no_document(
            tr, _shown(tr, RequestStatus.EXPIRED)
        ),
        "cancel_question": lambda tr: look.cancel_question(tr, _shown(tr, RequestStatus.APPROVED)),
        "cancel_answer": lambda tr: look.cancel_answer(tr, _shown(tr, RequestStatus.REJECTED)),
        "cancel_answer-lost": lambda tr: look.cancel_answer(
            tr, _shown(tr, RequestStatus.APPROVED)
        ),
        "cancel_answer-late": lambda tr: look.cancel_answer(tr, _shown(tr, RequestStatus.SIGNED)),
    }


def _messages() -> dict[str, Make]:
    return {f"declaration_news-{kind}": partial(_news, kind=kind) for kind in NewsKind}


def _news(tr: Translator, *, kind: NewsKind) -> Screen:
    return declaration_news.declaration_news(tr, DeclarationNews(kind, _workplace(tr)))


def _barred(tr: Translator, *, why: Obstacle) -> Screen:
    return declare_obstacles.may_not_declare(tr, MayNotDeclare(_ME, _doctor(tr), why), _others(tr))


def _refused(tr: Translator, *, code: EsozRefusal) -> Screen:
    return declare_obstacles.declaring_refused(tr, code, _doctor(tr).key)


def _moved(
    tr: Translator, *, here: bool = False, elsewhere: int = 0, is_by_name: bool = False
) -> Screen:
    doctor = _doctor(tr)
    others = tuple(replace(doctor, key=key) for key in range(elsewhere))
    found = MovedDoctor(_ME, _ID, doctor.name, doctor if here else None, others, is_by_name)
    return moved_doctor.moved_doctor(tr, found)


def _request_screen(tr: Translator, *, status: RequestStatus) -> Screen:
    return declaration_request.request_screen(tr, _shown(tr, status))


def _others(tr: Translator) -> list[SignedInPerson]:
    name = "Olena S." if tr.language is Language.EN else "Олена Ш."
    longest = name.partition(" ")[0] * 10
    return [
        SignedInPerson("s" * 12, one, True, False, False, datetime(2026, 9, 30, tzinfo=UTC))
        for one in (name, longest)
    ]


def _proposal(tr: Translator) -> Proposal:
    """Both a declaration in force and another request under way, of the longest names."""
    under_way = _shown(tr, RequestStatus.NEW).request
    in_force = Declaration(_ID, "0000-12H4-245D", DeclarationStatus.ACTIVE)
    return Proposal(_ME, _full(tr), Named(in_force, _workplace(tr)), under_way)


def _shown(tr: Translator, status: RequestStatus) -> ShownRequest:
    request = DeclarationRequest(
        _ID,
        status,
        "0000-12H4-245D",
        parties=_workplace(tr).parties,
        starts_on=date(2026, 9, 30),
        ends_on=date(2031, 9, 29),
    )
    return ShownRequest(_ME, Named(request, _workplace(tr)))


def _workplace(tr: Translator) -> Workplace:
    doctor = _doctor(tr)
    return Workplace(Parties("employee", "division"), doctor, doctor.division)


def _full(tr: Translator) -> Doctor:
    return replace(
        _doctor(tr),
        declarations_limit=1800,
        declarations_count=1800,
        counted_on=date(2026, 9, 30),
    )


def _doctor(tr: Translator) -> Doctor:
    last, facility = "Шевченко<", "Центр «Здоров'я» & "
    if tr.language is Language.EN:
        last, facility = "Shevchenko<", "Centre & "
    place = Division(
        1,
        "division",
        "-",
        None,
        Facility("facility", (facility * 30)[:255]),
        Address(),
        phones=("+380440000001", "+380440000002", "+380440000003"),
    )
    return Doctor(
        key=2**31 - 1,
        employee_id="employee",
        party_id="party",
        last_name=(last * 30)[:255],
        first_name="",
        second_name=None,
        gender=None,
        speciality="FAMILY_DOCTOR",
        position=None,
        takes_declarations=True,
        division=place,
    )
