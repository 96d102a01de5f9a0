"""Legal entities and their divisions: each is invented from its number alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sandbox.directory import facility_names
from sandbox.directory.chance import Purpose, Weighted, dice
from sandbox.directory.names import Name, invent_name
from sandbox.directory.settlements import Settlement, settlements

if TYPE_CHECKING:
    from sandbox.directory.plan import Plan

_PRIVATE_SHARE = 0.18
_MAN_OWNER_SHARE = 0.45
_INACTIVE_DIVISION_SHARE, _LEFT_OUT_SHARE, _FELDSHER_SHARE = 0.03, 0.04, 0.25
_STATUSES = Weighted([("ACTIVE", 95.5), ("CLOSED", 2.5), ("SUSPENDED", 1.5), ("REORGANIZED", 0.5)])


class Contract(StrEnum):
    """A contract with НСЗУ: values of `contract_status`; the word for an ended one is a guess."""

    ACTIVE = "active"
    ENDED = "terminated"
    NONE = ""


_CONTRACTS = Weighted([(Contract.ACTIVE, 84), (Contract.ENDED, 6), (Contract.NONE, 10)])


@dataclass(frozen=True, slots=True)
class LegalEntity:
    """`owner` signs for the facility; a private practice bears the owner's name."""

    index: int
    name: str
    form: str
    is_primary: bool
    is_private: bool
    seat: Settlement
    status: str
    contract: Contract
    owner: Name
    owner_is_male: bool

    @property
    def is_active(self) -> bool:
        return self.status == "ACTIVE"

    @property
    def is_accredited(self) -> bool:
        return not (self.is_primary or self.is_private)


@dataclass(frozen=True, slots=True)
class Division:
    """`offered` are its specialities; `is_contracted`: it stands in its facility's contract.

    `opened_at` is set for one that a person has opened.
    """

    index: int
    name: str
    kind: str
    legal_entity: LegalEntity
    settlement: Settlement
    offered: tuple[str, ...]
    is_active: bool
    is_contracted: bool
    opened_at: str | None = None

    @property
    def serves_patients(self) -> bool:
        """Whether anyone who works here is to be found by patients of the guarantees programme."""
        return self.is_active and self.legal_entity.is_active and self.is_contracted


def legal_entity(plan: Plan, index: int) -> LegalEntity:
    random = dice(plan.seed, Purpose.LEGAL_ENTITY, index)
    is_primary = index < plan.primary_legal_entities
    seat = settlements()[plan.settlement_of[plan.first_division_of[index]]]
    owner_is_male = random.random() < _MAN_OWNER_SHARE
    owner = invent_name(random, is_male=owner_is_male)
    is_private = random.random() < _PRIVATE_SHARE
    form, name = "КНП", facility_names.communal(random, seat.words, is_primary=is_primary)
    if is_private and is_primary:
        form, name = (
            "ФОП",
            " ".join(part for part in (owner.last, owner.first, owner.second) if part),
        )
    elif is_private:
        form, name = "ТОВ", facility_names.private(random)
    return LegalEntity(
        index=index,
        name=name,
        form=form,
        is_primary=is_primary,
        is_private=is_private,
        seat=seat,
        status=_STATUSES.pick(random),
        contract=_CONTRACTS.pick(random),
        owner=owner,
        owner_is_male=owner_is_male,
    )


def division(plan: Plan, index: int) -> Division:
    random = dice(plan.seed, Purpose.DIVISION, index)
    facility = legal_entity(plan, plan.legal_entity_of[index])
    settlement = settlements()[plan.settlement_of[index]]
    kind = _kind(facility, settlement, is_small=random.random() < _FELDSHER_SHARE)
    number = index - plan.first_division_of[facility.index] + 1
    place = (settlement.name, settlement.words, number)
    if facility.is_primary:
        name = facility_names.division_of_primary(random, *place, kind)
    else:
        name = facility_names.division_of_specialists(random, *place)
    is_left_out = random.random() < _LEFT_OUT_SHARE
    return Division(
        index=index,
        name=name,
        kind=kind,
        legal_entity=facility,
        settlement=settlement,
        offered=plan.offers[index],
        is_active=random.random() >= _INACTIVE_DIVISION_SHARE,
        is_contracted=facility.contract is Contract.ACTIVE and not is_left_out,
    )


def _kind(facility: LegalEntity, settlement: Settlement, *, is_small: bool) -> str:
    """DIVISION_TYPE."""
    if not facility.is_primary:
        return "CLINIC"
    return "FAP" if settlement.kind == "VILLAGE" and is_small else "AMBULANT_CLINIC"
