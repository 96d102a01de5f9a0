"""What can be found: one doctor at one place of work, or one division of a facility."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """`key` is the directory's id of it, 0 ≤ key < 2**63, unique within an index.

    `name` is surname, first name and patronymic, or the names of a facility. `places` begins
    with the settlement; its old names, raion, oblast, street and district follow in any order.
    `facility` holds the names of a doctor's facility and division. `speciality` is a code of
    SPECIALITY_TYPE (reference/esoz.md §3.5) or empty.
    """

    key: int
    name: tuple[str, ...]
    places: tuple[str, ...] = ()
    facility: tuple[str, ...] = ()
    speciality: str = ""
