"""What the buttons of the patient's cabinet carry; the rules are those of `callbacks`.

Ids of ЕСОЗ are UUIDs: `packed` makes 32 signs of one, `unpacked` puts it together again.
"""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from aiogram.filters.callback_data import CallbackData

from bot.domain.cabinet.change import Topic
from bot.domain.cabinet.checks import DocumentType
from bot.errors import NotFound


def packed(uuid: str) -> str:
    """Return an id of ЕСОЗ as a button carries it."""
    return UUID(uuid).hex


def unpacked(signs: str) -> str:
    """Return the id as ЕСОЗ writes it; raises NotFound for what is none."""
    try:
        return str(UUID(signs))
    except ValueError as error:
        raise NotFound(signs) from error


class MyDeclarationTap(CallbackData, prefix="mydecl1"):
    """The declaration of whoever the patient acts for."""

    fresh: bool = False


class Records(StrEnum):
    """What a list of declarations shows."""

    DECLARATIONS = "d"
    REQUESTS = "r"


class HistoryTap(CallbackData, prefix="dhist1"):
    records: Records
    page: int = 1


class DeclarationTap(CallbackData, prefix="decl1"):
    """One declaration, whatever has become of it."""

    id: str


class PrintTap(CallbackData, prefix="dprint1"):
    """The printed form as a file; sent when `is_sure`, after a warning."""

    id: str
    is_sure: bool = False


class EndReason(StrEnum):
    """Why a patient ends a declaration, as far as they want to say it."""

    NONE = "n"
    MOVED = "m"
    OTHER_DOCTOR = "o"
    INCONVENIENT = "i"
    UNHAPPY = "u"


class EndTap(CallbackData, prefix="dend1"):
    """The first question about ending a declaration."""

    id: str


class EndReasonTap(CallbackData, prefix="dwhy1"):
    """The second one: the reason, which is the last thing asked."""

    id: str


class EndSureTap(CallbackData, prefix="dsure1"):
    """End it."""

    id: str
    reason: EndReason


class AccessesTap(CallbackData, prefix="accs1"):
    """Who may use the data of whoever the patient acts for."""

    page: int = 1
    fresh: bool = False


class AccessTap(CallbackData, prefix="acc1"):
    """One of them; `page` is that of the list to come back to."""

    id: str
    page: int = 1


class RevokeTap(CallbackData, prefix="accrm1"):
    """Take one back; asked twice."""

    id: str
    is_sure: bool = False


class RevokeAllTap(CallbackData, prefix="accall1"):
    """Take back all but the bot's own; asked twice."""

    is_sure: bool = False


class CancelSignTap(CallbackData, prefix="signno1"):
    """The patient does not want to sign; `number` names the session and opens nothing."""

    number: str


class MyDataTap(CallbackData, prefix="mydata1"):
    """What ЕСОЗ keeps about whoever the patient acts for, masked."""

    fresh: bool = False


class OpenDataTap(CallbackData, prefix="myopen1"):
    """The same in full, for ten minutes."""


class HideDataTap(CallbackData, prefix="myhide1"):
    """Take all that shows personal data out of the chat now."""


class VerificationTap(CallbackData, prefix="mycheck1"):
    """Whether the state registers confirm the data."""


class PhoneAction(StrEnum):
    SHOW = "s"
    ASK = "a"
    AGAIN = "g"
    GIVE_UP = "x"


class PhoneTap(CallbackData, prefix="myphone1"):
    """The phone to which ЕСОЗ sends codes and messages."""

    action: PhoneAction


class ChangeTap(CallbackData, prefix="mychg1"):
    """What of the data can be changed."""


class TopicChangeTap(CallbackData, prefix="mywhat1"):
    """Begin with one of them."""

    topic: Topic


class AnswerAction(StrEnum):
    KEEP = "k"
    CLEAR = "c"
    BACK = "b"


class AnswerTap(CallbackData, prefix="myans1"):
    """An answer by a button to the question that is asked."""

    action: AnswerAction


class DocumentKindTap(CallbackData, prefix="mykind1"):
    kind: DocumentType


class SendChangeTap(CallbackData, prefix="mysend1"):
    """Hand the change over to ЕСОЗ."""


class SignChangeTap(CallbackData, prefix="mysign1"):
    """Sign a request that ЕСОЗ has; `request` is empty for that of the draft."""

    request: str = ""


class DropDraftTap(CallbackData, prefix="mydrop1"):
    """Forget what was typed."""


class UnfinishedTap(CallbackData, prefix="myunf1"):
    """The request that was begun and not signed."""


class RejectTap(CallbackData, prefix="myrej1"):
    """Take a request back; asked twice."""

    request: str
    is_sure: bool = False


class DocumentsTap(CallbackData, prefix="mydocs1"):
    """Send the copies of documents that ЕСОЗ waits for."""


class SignInTap(CallbackData, prefix="signin1"):
    """Sign in at ЕСОЗ; `has_agreed` to what is stored, which is asked every time before it.

    `is_confidant`: for a child or a ward.
    """

    is_confidant: bool = False
    has_agreed: bool = False


class PeopleTap(CallbackData, prefix="people1"):
    """For whom this chat is signed in."""


class SwitchTap(CallbackData, prefix="switch1"):
    """Go on for another of them."""

    session: str


class SignOutTap(CallbackData, prefix="signout1"):
    """Sign out for one of them, or without `session` for all; asked twice."""

    session: str = ""
    is_sure: bool = False
