"""The screens of declarations and accesses, with the longest names and every status."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from bot.dialogs.cabinet_callbacks import MyDeclarationTap
from bot.dialogs.widgets import (
    access_revoke,
    access_screens,
    declaration_answer,
    declaration_end,
    declaration_lists,
    declaration_print,
    declaration_screens,
)
from bot.domain.cabinet import (
    Acting,
    CabinetAccess,
    Declaration,
    DeclarationRequest,
    DeclarationStatus,
    Page,
    Parties,
    RequestStatus,
    Standing,
)
from bot.domain.cabinet.reasons import DeclarationReason, RequestReason
from bot.domain.cabinet.scopes import ASKED
from bot.domain.cabinet.workplace import Named, Workplace
from bot.domain.directory import Address, Division, Doctor, Facility
from bot.errors import Outage
from bot.i18n import Language
from bot.services.end_declaration import Ended, Ending, EndQuestion, EndUncertain, MayNotEnd
from bot.services.list_accesses import ON_A_PAGE, AccessList
from bot.services.list_declarations import History
from bot.services.revoke_access import Revoked, RevokedAll
from bot.services.show_declaration import ShownDeclaration
from bot.services.show_my_declaration import MyDeclaration

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator

    Make = Callable[[Translator], Screen]

_ID = str(UUID(int=2**128 - 1))
_OWN = str(UUID(int=1))
_NUMBER = "0000-12H4-245D"
_OVER = {
    "status": DeclarationStatus.TERMINATED,
    "starts_on": date(2019, 9, 30),
    "ends_on": date(2024, 9, 29),
}


def cabinet_declaration_screens() -> Mapping[str, Make]:
    return {**_looking(), **_lists(), **_ending(), **_printing(), **_accesses()}


def _looking() -> dict[str, Make]:
    look = declaration_screens
    past = {
        f"reason-{one}": _OVER | {"reason": one.value}
        for one in DeclarationReason
        if one is not DeclarationReason.OTHER
    }
    past |= {f"status-{one}": {"status": one} for one in DeclarationStatus}
    past["comment"] = _OVER | {"reason_description": "слово " * 100, "reason": "7<"}
    return {
        "my_declaration": lambda tr: look.my_declaration(tr, _mine(tr)),
        "my_declaration-pediatrician": lambda tr: look.my_declaration(
            tr, _mine(tr, speciality="PEDIATRICIAN")
        ),
        "my_declaration-unknown": lambda tr: look.my_declaration(
            tr, MyDeclaration(_acting(tr), Named(_declaration(), Workplace(Parties())), None)
        ),
        "my_declaration-request": lambda tr: look.my_declaration(
            tr, replace(_mine(tr), under_way=_request(tr, RequestStatus.APPROVED))
        ),
        "my_declaration-begun": lambda tr: look.my_declaration(tr, _mine(tr), _begun(tr)),
        "my_declaration-none-begun": lambda tr: look.my_declaration(
            tr, MyDeclaration(_acting(tr), None, None), _begun(tr)
        ),
        "my_declaration-none": lambda tr: look.my_declaration(
            tr, MyDeclaration(_acting(tr), None, None)
        ),
        "my_declaration-none-to-sign": lambda tr: look.my_declaration(
            tr, MyDeclaration(_acting(tr), None, _request(tr, RequestStatus.NEW))
        ),
        "declaration_gone": look.declaration_gone,
        "no_answer": partial(declaration_answer.no_answer, again=MyDeclarationTap()),
        **{f"declaration_details-{n}": partial(_details, change=c) for n, c in past.items()},
    }


def _lists() -> dict[str, Make]:
    lists = declaration_lists
    wiped = DeclarationRequest(
        _ID, RequestStatus.EXPIRED, _NUMBER, status_reason="request_overdue"
    )
    reasons = (*(one for one in RequestReason if one is not RequestReason.OTHER), "7<")
    return {
        "declarations_list": lambda tr: lists.declarations_list(
            tr, History(_acting(tr), Page((_named(tr),) * 5, 2, 9, 45))
        ),
        "declarations_list-none": lambda tr: lists.declarations_list(
            tr, History(_acting(tr), Page(()))
        ),
        "requests_list-wiped": lambda tr: lists.requests_list(
            tr, History(_acting(tr), Page((Named(wiped, Workplace(Parties())),), 1, 1, 1))
        ),
        "requests_list-every": lambda tr: lists.requests_list(
            tr,
            History(
                _acting(tr), Page(tuple(_request(tr, one) for one in RequestStatus), 1, 2, 12)
            ),
        ),
        "requests_list-reasons": lambda tr: lists.requests_list(
            tr,
            History(
                _acting(tr),
                Page(
                    tuple(
                        _request(tr, RequestStatus.REJECTED, status_reason=str(one))
                        for one in reasons
                    )
                ),
            ),
        ),
        "requests_list-none": lambda tr: lists.requests_list(tr, History(_acting(tr), Page(()))),
    }


def _ending() -> dict[str, Make]:
    end = declaration_end
    return {
        "end_question": lambda tr: end.end_question(tr, EndQuestion(_acting(tr), _named(tr))),
        "end_reason": lambda tr: end.end_reason(tr, EndQuestion(_acting(tr), _named(tr))),
        "end_uncertain": lambda tr: end.end_uncertain(
            tr, EndUncertain(_acting(tr), Outage.TIMEOUT), _ID
        ),
        **{f"ended-{outcome}": partial(_ended, outcome=outcome) for outcome in Ending},
        **{
            f"may_not_end-{standing}": partial(_barred, standing=standing)
            for standing in (Standing.READ_ONLY, Standing.CONFIDANT_ONLY)
        },
    }


def _printing() -> dict[str, Make]:
    form = declaration_print
    signed = {"signed_url": "https://storage.example/signed?key=1"}
    return {
        "print_warning": lambda tr: form.print_warning(tr, _shown(tr)),
        "file_sent": lambda tr: form.file_sent(tr, _shown(tr)),
        "no_printed_form": lambda tr: form.no_printed_form(tr, _shown(tr)),
        "no_printed_form-signed": lambda tr: form.no_printed_form(tr, _shown(tr, **signed)),
    }


def _accesses() -> dict[str, Make]:
    look, back = access_screens, access_revoke
    return {
        "access_list": lambda tr: look.access_list(tr, _list(tr, 20, page=2)),
        "access_list-fresh": lambda tr: look.access_list(tr, _list(tr, 2, fresh=frozenset({_ID}))),
        "access_list-only-own": lambda tr: look.access_list(tr, _list(tr, 0)),
        "access_details": lambda tr: look.access_details(tr, _acting(tr), _access(tr), 3),
        "access_details-own": lambda tr: look.access_details(tr, _acting(tr), _own(tr), 1),
        "access_details-unknown": lambda tr: look.access_details(
            tr, _acting(tr), replace(_access(tr), scope=frozenset({"7:9<"})), 1
        ),
        "access_details-nothing": lambda tr: look.access_details(
            tr, _acting(tr), replace(_access(tr), scope=frozenset(), client_name=""), 1
        ),
        "access_gone": lambda tr: look.access_gone(tr, _acting(tr)),
        "revoke_question": lambda tr: back.revoke_question(tr, _acting(tr), _access(tr)),
        "revoke_question-own": lambda tr: back.revoke_question(tr, _acting(tr), _own(tr)),
        "revoke_all_question": lambda tr: back.revoke_all_question(tr, _list(tr, 40)),
        "revoked": lambda tr: back.revoked(tr, Revoked(_acting(tr), is_own=False)),
        "revoked-own": lambda tr: back.revoked(tr, Revoked(_acting(tr), is_own=True)),
        "revoked_all": lambda tr: back.revoked_all(tr, RevokedAll(_acting(tr), 21, 0)),
        "revoked_all-part": lambda tr: back.revoked_all(tr, RevokedAll(_acting(tr), 1, 2)),
    }


def _details(tr: Translator, *, change: dict[str, Any]) -> Screen:
    if tr.language is Language.EN:
        change = {name: _english(value) for name, value in change.items()}
    return declaration_screens.declaration_details(tr, _shown(tr, **change))


def _english(value: Any) -> Any:
    return value.replace("слово", "word") if type(value) is str else value


def _ended(tr: Translator, *, outcome: Ending) -> Screen:
    change = {} if outcome is Ending.IN_FORCE else _OVER | {"reason": "manual_person"}
    return declaration_end.ended(tr, Ended(_acting(tr), _named(tr, **change), outcome))


def _barred(tr: Translator, *, standing: Standing) -> Screen:
    return declaration_end.may_not_end(tr, MayNotEnd(_acting(tr), standing))


def _acting(tr: Translator) -> Acting:
    return Acting(
        telegram_id=7,
        session_id="session",
        person_id="person",
        applicant_person_id="parent",
        access_id=_OWN,
        scope=frozenset(ASKED),
        access_token="token",
        name="Марія К." if tr.language is Language.UK else "Mariia K.",
    )


def _begun(tr: Translator) -> Doctor:
    doctor = _workplace(tr).doctor
    assert doctor
    return replace(doctor, employee_id="another")


def _mine(tr: Translator, speciality: str = "FAMILY_DOCTOR") -> MyDeclaration:
    return MyDeclaration(_acting(tr), Named(_declaration(), _workplace(tr, speciality)), None)


def _shown(tr: Translator, **change: Any) -> ShownDeclaration:
    return ShownDeclaration(_acting(tr), _named(tr, **change))


def _named(tr: Translator, **change: Any) -> Named[Declaration]:
    return Named(replace(_declaration(), **change), _workplace(tr))


def _request(tr: Translator, status: RequestStatus, **change: Any) -> Named[DeclarationRequest]:
    request = DeclarationRequest(_ID, status, _NUMBER, starts_on=date(2026, 11, 22), **change)
    return Named(request, _workplace(tr))


def _declaration() -> Declaration:
    return Declaration(
        id=_ID,
        number=_NUMBER,
        status=DeclarationStatus.ACTIVE,
        starts_on=date(2025, 9, 30),
        ends_on=date(2030, 9, 29),
    )


def _workplace(tr: Translator, speciality: str = "FAMILY_DOCTOR") -> Workplace:
    """Names of 255 signs, as ЕСОЗ allows, with a sign that HTML has its own use for."""
    last, facility = ("Шевченко<", "Центр «Здоров'я» & ")
    if tr.language is Language.EN:
        last, facility = ("Shevchenko<", "Centre & ")
    place = Division(
        1,
        "division",
        "-",
        None,
        Facility("facility", (facility * 30)[:255]),
        Address(),
        phones=("+380440000001", "+380440000002", "+380440000003"),
    )
    doctor = Doctor(
        key=2**31 - 1,
        employee_id="employee",
        party_id="party",
        last_name=(f"{last}-" * 30)[:255],
        first_name="",
        second_name=None,
        gender=None,
        speciality=speciality,
        position=None,
        takes_declarations=True,
        division=place,
    )
    return Workplace(Parties("employee", "division"), doctor, place)


def _list(
    tr: Translator, others: int, *, page: int = 1, fresh: frozenset[str] = frozenset()
) -> AccessList:
    every = (_own(tr), *[_access(tr)] * others)
    shown = every[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    pages = max(-(-len(every) // ON_A_PAGE), 1)
    return AccessList(_acting(tr), every, Page(shown, page, pages, len(every)), fresh)


def _access(tr: Translator) -> CabinetAccess:
    name = "Кабінет & Клініка <" if tr.language is Language.UK else "Clinic & Cabinet <"
    return CabinetAccess(
        id=_ID,
        client_id="client",
        client_name=name * 20,
        scope=frozenset(ASKED),
        created_at=datetime(2026, 9, 30, 22, 30, tzinfo=UTC),
    )


def _own(tr: Translator) -> CabinetAccess:
    name = "Помічник" if tr.language is Language.UK else "Assistant"
    return replace(_access(tr), id=_OWN, client_name=name)
