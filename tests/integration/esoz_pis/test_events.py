"""ЕСОЗ's feed of status changes, through the client."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.clients.esoz.pis.event_calls import EsozEvents
from bot.domain.cabinet import EsozRefusal, EsozRefused
from bot.errors import EsozUnavailable, Outage, Unavailable
from tests.integration.esoz_pis.conftest import open_transport

if TYPE_CHECKING:
    from tests.integration.esoz_pis.conftest import Esoz

HOUR = timedelta(hours=1)


async def _changed(esoz: Esoz, key: str = "", ago: timedelta = HOUR) -> tuple[str, ...]:
    transport = open_transport(esoz.town, esoz.clock, key or esoz.town.world.esoz.api_key)
    now = esoz.town.world.clock.now()
    try:
        return (await EsozEvents(transport).changed_declarations(since=now - ago, until=now)).items
    finally:
        await transport.aclose()


async def test_declaration_that_ended_is_heard_of_without_a_name(esoz: Esoz) -> None:
    acting = await esoz.acting()
    [current] = (await esoz.cabinet.declarations(acting)).items[:1]
    assert current.id not in await _changed(esoz)
    await esoz.cabinet.terminate_declaration(acting, current.id)
    assert current.id in await _changed(esoz)
    await esoz.town.advance(hours=2)
    assert current.id not in await _changed(esoz, ago=HOUR)


async def test_key_without_the_right_is_told_apart_from_an_outage(esoz: Esoz) -> None:
    with pytest.raises(EsozRefused) as refused:
        await _changed(esoz, key=esoz.town.world.esoz.unscoped_api_key)
    assert refused.value.code is EsozRefusal.SCOPE_MISSING
    with pytest.raises(EsozUnavailable) as unknown:
        await _changed(esoz, key="wrong-key")
    assert unknown.value.reason is Outage.ACCESS


@pytest.mark.parametrize("kind", ["429", "500", "403", "garbage", "drop"])
async def test_feed_in_trouble_is_an_outage(esoz: Esoz, kind: str) -> None:
    await esoz.town.fault("esoz", kind, match="/api/events", times=3)
    with pytest.raises(Unavailable):
        await _changed(esoz)
