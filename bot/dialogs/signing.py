"""Signing, seen from the chat: a signature that is sent here, and no wish to sign."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from aiogram import Router
from aiogram.filters import Filter

from bot.dialogs.cabinet_callbacks import CancelSignTap
from bot.dialogs.screen import bot_of, show
from bot.dialogs.widgets import signing as screens
from bot.domain.signing.session import Provider, SignSession
from bot.errors import Conflict, SignatureProblem, SignatureRefused
from bot.services.receive_signature import MOST_BYTES

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery, Document, Message

    from bot.i18n import Translator
    from bot.services import Services

_SUFFIXES = frozenset({".p7s", ".p7m", ".sig"})


class AwaitedSignature(Filter):
    """Lets through a file that by its name is a signature, while the patient has one to give.

    Hands on the `session`.
    """

    async def __call__(
        self, message: Message, services: Services | None = None
    ) -> bool | dict[str, Any]:
        name = (message.document and message.document.file_name) or ""
        if services is None or services.signing is None:
            return False
        if PurePath(name.lower()).suffix not in _SUFFIXES:
            return False
        session = await services.signing.find_awaited(telegram_id=message.chat.id)
        return {"session": session} if session else False


# ── reactions ────────────────────────────────────────────────────────────────────────────

router = Router(name="signing")


@router.message(AwaitedSignature())
async def on_signature(
    message: Message, session: SignSession, tr: Translator, services: Services
) -> None:
    if services.signing is None or message.document is None:
        return
    try:
        container = await _downloaded(message, message.document)
        await services.signing.receive(
            key=session.key, container=container, provider=Provider.CHAT
        )
    except SignatureRefused as refusal:
        await show(message, screens.signature_not_taken(tr, refusal.problem.value))
    except Conflict:
        await show(message, screens.nothing_to_cancel(tr))
    else:
        await show(message, screens.signature_received(tr))


@router.callback_query(CancelSignTap.filter())
async def on_cancel(
    query: CallbackQuery, callback_data: CancelSignTap, tr: Translator, services: Services
) -> None:
    is_cancelled = services.signing is not None and await services.signing.cancel(
        telegram_id=query.from_user.id, number=callback_data.number
    )
    await show(query, screens.cancelled(tr) if is_cancelled else screens.nothing_to_cancel(tr))


async def _downloaded(message: Message, document: Document) -> bytes:
    """Raises SignatureRefused for what is too large: the size is asked before the download."""
    if (document.file_size or 0) > MOST_BYTES:
        raise SignatureRefused(SignatureProblem.TOO_LARGE)
    file = BytesIO()
    await bot_of(message).download(document, destination=file)
    return file.getvalue()
