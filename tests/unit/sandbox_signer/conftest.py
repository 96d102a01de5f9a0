"""Pens of invented people, and the people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.clock import SandboxClock
from sandbox.esoz.people import invent_people
from sandbox.signer.authority import Authority
from sandbox.signer.signing import Signing

if TYPE_CHECKING:
    from sandbox.esoz.person import Person


@pytest.fixture
def clock() -> SandboxClock:
    return SandboxClock()


@pytest.fixture
def authority(clock: SandboxClock) -> Authority:
    return Authority(clock)


@pytest.fixture
def signing(authority: Authority, clock: SandboxClock) -> Signing:
    return Signing(authority, clock)


@pytest.fixture
def special(clock: SandboxClock) -> dict[str, Person]:
    """The special patients by their names."""
    people = invent_people(clock.now().date())
    return {person.special: person for person in people if person.special}


@pytest.fixture
def person(special: dict[str, Person]) -> Person:
    return special["age_40"]
