"""Where care is given: a facility, its divisions and their addresses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.domain.directory.weekly_hours import WeeklyHours

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.directory.coordinates import Point

# How Ukrainian addresses are written, in whatever language the patient reads the rest.
_SETTLEMENT_WORDS = {"CITY": "м.", "TOWNSHIP": "смт", "SETTLEMENT": "с-ще", "VILLAGE": "с."}
_STREET_WORDS = {
    "STREET": "вул.",
    "AVENUE": "просп.",
    "BOULEVARD": "бульв.",
    "LANE": "пров.",
    "SQUARE": "пл.",
    "HIGHWAY": "шосе",
    "EMBANKMENT": "наб.",
}
_HAS_ITS_WORD = (*_STREET_WORDS.values(), "вулиця", "проспект", "бульвар", "провулок", "площа")


@dataclass(frozen=True, slots=True)
class Address:
    """An address in its parts: `area` is an oblast, `region` a raion (reference/esoz.md §3.4)."""

    area: str | None = None
    region: str | None = None
    settlement: str | None = None
    settlement_type: str | None = None
    street_type: str | None = None
    street: str | None = None
    building: str | None = None
    zip: str | None = None

    @property
    def line(self) -> str:
        """All of it as one line, from the street to the oblast; empty when nothing is known."""
        parts = (self._street, self.building, self.place)
        return ", ".join(part for part in parts if part)

    @property
    def place(self) -> str:
        """The settlement; a village, whose name is seldom its own, with its raion and oblast."""
        word = _SETTLEMENT_WORDS.get(self.settlement_type or "")
        settlement = " ".join(filter(None, (word, self.settlement)))
        if self.settlement_type == "CITY":
            return settlement
        region = f"{self.region} район" if self.region else None
        area = f"{self.area} область" if self.area else None
        return ", ".join(filter(None, (settlement, region, area)))

    @property
    def _street(self) -> str | None:
        if not self.street or self.street.lower().startswith(_HAS_ITS_WORD):
            return self.street
        word = _STREET_WORDS.get(self.street_type or "")
        return f"{word} {self.street}" if word else self.street


@dataclass(frozen=True, slots=True)
class Facility:
    """A legal entity; `name` is the one that people know."""

    id: str
    name: str
    type: str | None = None
    website: str | None = None
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Division:
    """A place of a facility that patients come to; `key` outlives every sync.

    `specialities` are the SPECIALITY_TYPE codes of what is done there, sorted.
    """

    key: int
    id: str
    name: str
    type: str | None
    facility: Facility
    address: Address
    point: Point | None = None
    phones: tuple[str, ...] = ()
    hours: WeeklyHours = field(default_factory=WeeklyHours)
    specialities: tuple[str, ...] = ()
    contract_ends_on: date | None = None
    """The last day of the contract with НСЗУ where ЕСОЗ named one; without any it is not kept."""

    def is_contracted(self, today: date) -> bool:
        return self.contract_ends_on is None or today <= self.contract_ends_on

    @property
    def phones_to_call(self) -> tuple[str, ...]:
        """Its own telephones, else those of the facility."""
        return self.phones or self.facility.phones
