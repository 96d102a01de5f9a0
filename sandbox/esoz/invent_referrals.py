"""Invents the referrals: the known ones first, then ordinary ones in every state."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from sandbox.esoz import categories, states
from sandbox.esoz.cabinet_cases import CABINET_SPECIALS
from sandbox.esoz.invented import dice, invented_id
from sandbox.esoz.known_referrals import KNOWN, KnownReferral
from sandbox.esoz.legal_entities import OTHER
from sandbox.esoz.names import invent_name
from sandbox.esoz.numbers import invent_numbers
from sandbox.esoz.service_request import EXPIRATION_DAYS, ProgramStatus, ServiceRequest
from sandbox.esoz.states import Age, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from sandbox.esoz.person import Person

_ORDINARY = 150
_KNOWN_DAYS_AGO = 30
_COUNT_WORDS = {2: "дві послуги", 3: "три послуги"}


def invent_referrals(people: Sequence[Person], now: datetime) -> list[ServiceRequest]:
    """Every service of every referral, in every state; nothing in it is from the future."""
    random = dice("referrals")
    referrals = [*KNOWN, *_ordinary(random)]
    specials = {person.special: person for person in people if person.special}
    # people of the cabinet came later: who has which referral is not to shift
    patients = [person for person in people if person.special not in CABINET_SPECIALS]
    service_requests: list[ServiceRequest] = []
    for referral in referrals:
        person = specials.get(referral.special) or random.choice(patients)
        service_requests += _services(random, referral, person, now)
    return service_requests


def _ordinary(random: Random) -> Iterator[KnownReferral]:
    """Each state and each category in turn, so that none is missing; every tenth has 2 or 3."""
    numbers = invent_numbers(random, [known.number for known in KNOWN])
    for n in range(_ORDINARY):
        first = states.STATES[n % len(states.STATES)]
        category = categories.CATEGORIES[n % len(categories.CATEGORIES)]
        services = [(first, category.code)]
        if n % 10 == 0 and first.age is Age.VALID:
            services += [(states.NEW, "laboratory_procedure")] * random.choice([1, 2])
        label = f"{first.words}, {category.words}"
        if len(services) > 1:
            label = f"{_COUNT_WORDS[len(services)]} під одним номером"
        yield KnownReferral(
            next(numbers), label, tuple(services), "", is_urgent=random.random() < 1 / 8
        )


def _services(
    random: Random, referral: KnownReferral, person: Person, now: datetime
) -> list[ServiceRequest]:
    state_of_all = referral.services[0][0]
    created_at = _created_at(random, referral, state_of_all, now)
    doctor = str(invent_name(random, is_male=random.random() < 1 / 2))
    service_requests = []
    for n, (state, category_code) in enumerate(referral.services):
        category = categories.BY_CODE[category_code]
        service_request = ServiceRequest(
            id=invented_id("service_request", referral.number, n),
            requisition=referral.number,
            person=person,
            category=category,
            service=category.services[n % len(category.services)],
            created_at=created_at,
            doctor=doctor,
            label=_label(referral, n),
            program_status=None if state.path is None else ProgramStatus.NEW,
            performer=OTHER if referral.is_transfer else None,
            is_urgent=referral.is_urgent,
        )
        states.bring_to(state, service_request, now)
        service_requests.append(service_request)
    return service_requests


def _label(referral: KnownReferral, n: int) -> str:
    """What the page shows; under a shared number also which of the services this is."""
    if len(referral.services) == 1:
        return referral.label
    words = referral.services[n][0].words
    return f"{referral.label}: {n + 1} з {len(referral.services)}, {words}"


def _created_at(random: Random, referral: KnownReferral, state: State, now: datetime) -> datetime:
    days_ago = referral.created_days_ago
    if days_ago is None:
        days_ago = _days_ago(random, referral, state.age)
    moment = time(random.randrange(7, 15), random.randrange(60), tzinfo=UTC)
    return datetime.combine(now.date() - timedelta(days=days_ago), moment)


def _days_ago(random: Random, referral: KnownReferral, age: Age) -> int:
    if age is Age.EXPIRED_YESTERDAY:
        return EXPIRATION_DAYS + 1
    if age is Age.EXPIRED_LONG_AGO:
        return EXPIRATION_DAYS + random.randrange(20, 200)
    return _KNOWN_DAYS_AGO if referral.special else random.randrange(2, 340)
