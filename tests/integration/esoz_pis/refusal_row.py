"""One row of ЕСОЗ's refusals on its way to the patient: what is done, what is meant and said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.integration.sandbox_pis.refusals import free_doctor

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.domain.cabinet import DeclarationRequest, EsozRefusal
    from tests.integration.esoz_pis.conftest import Esoz

    Deed = Callable[[Esoz], Awaitable[None]]


@dataclass(frozen=True)
class Row:
    """`number` of esoz.md §10; `why` is None for what is not there, or is not this person's."""

    number: int
    why: EsozRefusal | None
    said: str
    what_next: str
    deed: Deed

    @property
    def name(self) -> str:
        return f"{self.number}-{self.deed.__name__}"


ROWS: list[Row] = []


def row(number: int, why: EsozRefusal | None, said: str, what_next: str) -> Callable[[Deed], Deed]:
    """Put what follows into the table: what is `said` to the patient, and what they can do."""

    def note(deed: Deed) -> Deed:
        ROWS.append(Row(number, why, said, what_next, deed))
        return deed

    return note


def free_doctor_of(esoz: Esoz) -> dict[str, str]:
    return free_doctor(esoz.town)


async def asked(
    esoz: Esoz, special: str, confidant: str = "", doctor: dict[str, str] | None = None
) -> DeclarationRequest:
    """Ask for a declaration, with a family doctor who has free places where none is named."""
    named = doctor or free_doctor_of(esoz)
    acting = await esoz.acting(special, confidant=confidant)
    return await esoz.cabinet.create_declaration_request(
        acting, named["employee_id"], named["division_id"]
    )
