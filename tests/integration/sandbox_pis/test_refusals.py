"""Every refusal of esoz.md §10, rows 1 to 64, is one that the sandbox can be made to say."""

from __future__ import annotations

from collections.abc import AsyncIterator  # noqa: TC003 - pytest reads the fixture's type

import pytest

from sandbox.app import World
from tests.integration.sandbox_pis import (
    refusals_at_the_gate,
    refusals_of_data,
    refusals_of_requests,
    refusals_of_signatures,
)
from tests.integration.sandbox_pis.conftest import NOW, PUBLIC_URL, Cabinet
from tests.integration.sandbox_pis.refusals import TABLE, Refusal

PARTS = (
    refusals_at_the_gate,
    refusals_of_requests,
    refusals_of_signatures,
    refusals_of_data,
)


@pytest.fixture
async def cabinet() -> AsyncIterator[Cabinet]:
    """With a directory in which every kind of doctor and facility occurs."""
    world = World(doctors=2000)
    await world.clock.set(NOW)
    world.register_redirect(PUBLIC_URL)
    made = Cabinet(world)
    async with made.client:
        yield made
    await world.telegram.close()
    await world.signer.close()


@pytest.mark.parametrize("refusal", TABLE, ids=lambda refusal: refusal.name)
async def test_row_of_the_table_is_answered_word_for_word(
    cabinet: Cabinet, refusal: Refusal
) -> None:
    said = await refusal.trigger(cabinet)
    why = said if isinstance(said, tuple) else said.why
    assert why == refusal.why


def test_no_row_is_missing_and_each_says_how_to_trigger_it() -> None:
    assert {refusal.row for refusal in TABLE} == set(range(1, 65))
    assert all(refusal.how for refusal in TABLE)
    assert {refusal.trigger.__module__ for refusal in TABLE} == {one.__name__ for one in PARTS}
