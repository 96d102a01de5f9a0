"""All that a patient may do at ЕСОЗ through us; implements Cabinet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.clients.esoz.pis.access_calls import AccessCalls
from bot.clients.esoz.pis.declaration_calls import DeclarationCalls
from bot.clients.esoz.pis.person_calls import PersonCalls

if TYPE_CHECKING:
    from bot.clients.esoz.pis.uploads import Uploads
    from bot.clients.esoz.pis.user_calls import UserCalls


class EsozCabinet(PersonCalls, DeclarationCalls, AccessCalls):
    """With `sets_patient_signed` the patient's yes stands in what they sign (esoz.md §4.9)."""

    def __init__(
        self, calls: UserCalls, uploads: Uploads, *, sets_patient_signed: bool = True
    ) -> None:
        PersonCalls.__init__(self, calls, uploads)
        DeclarationCalls.__init__(self, calls, sets_patient_signed=sets_patient_signed)
