"""The use cases of being signed in at ЕСОЗ, together: there in `live` mode, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.act_as import ActAs
    from bot.services.finish_sign_in import FinishSignIn
    from bot.services.list_people import ListPeople
    from bot.services.sign_out import SignOut
    from bot.services.start_sign_in import StartSignIn
    from bot.services.switch_person import SwitchPerson


@dataclass(frozen=True, slots=True)
class CabinetServices:
    act_as: ActAs
    start_sign_in: StartSignIn
    finish_sign_in: FinishSignIn
    list_people: ListPeople
    switch_person: SwitchPerson
    sign_out: SignOut
