"""How to prepare for a visit: a sheet with its source, and the way to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.content import sheets
from bot.dialogs.screen import Button, Screen
from bot.dialogs.visit_callbacks import PrepareTap, SheetChoice, VisitTap
from bot.dialogs.widgets.knowledge import checked_text, joined
from bot.dialogs.widgets.navigation import menu_row
from bot.domain.reminders.preparation import Preparation

if TYPE_CHECKING:
    from bot.i18n import Translator


def preparation(tr: Translator, appointment: int, kind: Preparation) -> Screen:
    sheet = sheets()[kind]
    text = joined(
        [
            f"<b>{sheet.title.get(tr.language)}</b>",
            sheet.body.get(tr.language),
            checked_text(tr, sheet.sources, sheet.checked_on),
        ]
    )
    others = tuple(
        (
            Button(
                sheets()[other].short.get(tr.language),
                PrepareTap(appointment=appointment, sheet=SheetChoice(other)),
            ),
        )
        for other in Preparation
        if other is not kind
    )
    return Screen(text, (*others, menu_row(tr, VisitTap(appointment=appointment))))
