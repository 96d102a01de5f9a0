"""A code from an SMS goes to ЕСОЗ as the document types it, and loses no zero."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from bot.clients.esoz.pis.person_calls import PersonCalls

if TYPE_CHECKING:
    from bot.clients.esoz.pis.uploads import Uploads
    from bot.clients.esoz.pis.user_calls import UserCalls
    from bot.domain.cabinet import Acting


class FakeCalls:
    def __init__(self) -> None:
        self.sent: list[Any] = []

    async def send(self, *call: Any) -> None:
        self.sent.append(call[-1])


@pytest.mark.parametrize(("code", "said"), [("7489", 7489), ("0489", "0489")])
async def test_code_is_a_number_unless_that_loses_a_zero(code: str, said: object) -> None:
    calls = FakeCalls()
    person = PersonCalls(cast("UserCalls", calls), cast("Uploads", None))
    await person.approve_phone(cast("Acting", None), "request", code)
    assert calls.sent == [{"verification_code": said}]
