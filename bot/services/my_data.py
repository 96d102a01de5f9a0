"""The use cases of «My data», together: there in `live` mode, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.answer_change import AnswerChange
    from bot.services.begin_change import BeginChange
    from bot.services.cancel_change import CancelChange
    from bot.services.change_phone import ChangePhone
    from bot.services.remember_shown_data import RememberShownData
    from bot.services.remove_shown_data import RemoveShownData
    from bot.services.send_change import SendChange
    from bot.services.show_person import ShowPerson
    from bot.services.sign_change import SignChange
    from bot.services.upload_document import UploadDocument


@dataclass(frozen=True, slots=True)
class MyDataServices:
    show_person: ShowPerson
    remember_shown_data: RememberShownData
    remove_shown_data: RemoveShownData
    change_phone: ChangePhone
    begin_change: BeginChange
    answer_change: AnswerChange
    send_change: SendChange
    upload_document: UploadDocument
    sign_change: SignChange
    cancel_change: CancelChange
