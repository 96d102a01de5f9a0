"""Rows 13 to 45 of esoz.md §10: from the sandbox's rule to the patient's own sentence."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from bot.dialogs.widgets.declaration_screens import declaration_gone
from bot.dialogs.widgets.esoz_words import refusal_text
from bot.domain.cabinet import EsozRefusal, EsozRefused
from bot.errors import NotFound
from bot.i18n import Language, Translator
from tests.integration.esoz_pis import refused_requests, refused_signatures
from tests.integration.esoz_pis.conftest import client_in_town
from tests.integration.esoz_pis.refusal_row import ROWS, Row

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.integration.esoz_pis.conftest import Esoz

PARTS = (refused_requests, refused_signatures)
UKRAINIAN = Translator(Language.UK)
SAME_MEANING = {
    EsozRefusal.PERSON_NOT_VERIFIED: {14, 15},
    EsozRefusal.DOCTOR_FULL: {20, 21},
    EsozRefusal.SIGNATURE_UNREADABLE: {33, 34, 35},
    EsozRefusal.WRONG_STATUS: {43, 44},
}
"""Rows that are one thing to a patient."""


@pytest.fixture(scope="module")
async def country() -> AsyncIterator[Esoz]:
    """With a directory in which every kind of doctor and facility occurs."""
    async with client_in_town(doctors=2000) as made:
        made.town.world.register_redirect("http://127.0.0.1")
        yield made


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
async def test_refusal_is_produced_understood_and_told(country: Esoz, row: Row) -> None:
    with pytest.raises((EsozRefused, NotFound)) as raised:
        await row.deed(country)
    refused = raised.value
    assert getattr(refused, "code", None) is row.why
    told = _told(row.why)
    assert row.said in told
    assert row.what_next in told
    assert told.index(row.what_next) > told.index(row.said), "first what happened, then what to do"


def test_every_row_has_a_rule_and_a_sentence_of_its_own() -> None:
    assert {row.number for row in ROWS} == set(range(13, 46))
    assert {row.deed.__module__ for row in ROWS} == {part.__name__ for part in PARTS}
    rows_told: dict[str, set[int]] = defaultdict(set)
    for row in ROWS:
        rows_told[_told(row.why)].add(row.number)
    assert _told(EsozRefusal.OTHER) not in rows_told
    allowed = {_told(why): numbers for why, numbers in SAME_MEANING.items()}
    shared = {told: numbers for told, numbers in rows_told.items() if len(numbers) > 1}
    assert shared == allowed


def _told(why: EsozRefusal | None) -> str:
    return refusal_text(UKRAINIAN, why) if why else declaration_gone(UKRAINIAN).text
