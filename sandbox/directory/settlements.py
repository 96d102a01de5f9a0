"""The real settlements that the invented facilities stand in, read from settlements.tsv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("settlements.tsv")
# Few facilities work where the front is near; the shares are guesses.
_NEAR_THE_FRONT = {"Луганська": 0.1, "Донецька": 0.4, "Херсонська": 0.5, "Запорізька": 0.8}


@dataclass(frozen=True, slots=True)
class Settlement:
    """`area` is the oblast, `region` the raion (esoz.md §3.4); Kyiv has no raion.

    `kind` is a SETTLEMENT_TYPE; `inhabitants` is rough; latitude and longitude are WGS 84.
    """

    index: int
    area: str
    region: str | None
    name: str
    kind: str
    inhabitants: int
    latitude: float
    longitude: float

    @property
    def weight(self) -> float:
        """How many people look for a doctor here."""
        return self.inhabitants * _NEAR_THE_FRONT.get(self.area, 1)

    @property
    def words(self) -> str:
        """As it stands in names of facilities."""
        short = {"CITY": "м.", "SETTLEMENT": "с-ще", "VILLAGE": "с."}
        return f"{short[self.kind]} {self.name}"


@lru_cache
def settlements() -> tuple[Settlement, ...]:
    """All of them, by oblast and raion, the largest of a raion first."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(_settlement(index, row) for index, row in enumerate(rows))


def _settlement(index: int, row: list[str]) -> Settlement:
    area, region, name, kind, inhabitants, latitude, longitude = row
    return Settlement(
        index=index,
        area=area,
        region=region or None,
        name=name,
        kind=kind,
        inhabitants=int(inhabitants),
        latitude=float(latitude),
        longitude=float(longitude),
    )


def largest_named(name: str) -> Settlement | None:
    """The settlement of this name with most inhabitants; many names stand several times."""
    same = (one for one in settlements() if one.name.casefold() == name.casefold())
    return max(same, key=lambda one: one.inhabitants, default=None)
