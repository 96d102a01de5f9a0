"""Whom the sandbox can sign as: the invented people, found by id or listed for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.signer.identity import drfo_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.clock import SandboxClock
    from sandbox.esoz.person import Person

_YOUNGEST = 14  # a younger one has no certificate in life


class UnknownPerson(Exception):
    """Nobody here has this id."""


class Register:
    def __init__(self, people: Sequence[Person], clock: SandboxClock) -> None:
        self._people = {person.id: person for person in people}
        self._clock = clock

    def person(self, person_id: str) -> Person:
        """Raises UnknownPerson."""
        try:
            return self._people[person_id]
        except KeyError:
            raise UnknownPerson from None

    def signers(self) -> list[Person]:
        """Everyone who has a signature of their own: the special ones first."""
        return [
            person
            for person in self._people.values()
            if drfo_of(person) and self.age(person) >= _YOUNGEST
        ]

    def age(self, person: Person) -> int:
        """Full years today."""
        return person.age_on(self._clock.now().date())
