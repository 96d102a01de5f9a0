"""Consents given to e-cabinets, as ЕСОЗ sends them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.clients.esoz.envelope import Answer
from bot.clients.esoz.pis.lenient import AsRows, Moment, Text
from bot.clients.esoz.pis.paging import Paged
from bot.domain.cabinet import CabinetAccess


class AccessRow(Answer):
    id: str = Field(min_length=1)
    client_id: Text = ""
    client_name: Text = ""
    scope: Text = ""
    user_id: Text = ""
    applicant_user_id: Text = ""
    created_at: Moment = None
    updated_at: Moment = None

    def to_access(self) -> CabinetAccess:
        return CabinetAccess(
            id=self.id,
            client_id=self.client_id,
            client_name=self.client_name,
            scope=frozenset(self.scope.split()),
            user_id=self.user_id,
            applicant_user_id=self.applicant_user_id,
            created_at=self.created_at,
            updated_at=self.updated_at,
        )


class AccessesAnswer(Paged):
    data: Annotated[tuple[AccessRow, ...], AsRows] = ()
