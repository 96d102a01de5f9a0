"""The screens of ending a declaration: what follows, why, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.content import topic
from bot.dialogs.cabinet_callbacks import (
    DeclarationTap,
    EndReason,
    EndReasonTap,
    EndSureTap,
    MyDeclarationTap,
    packed,
)
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.declaration_screens import (
    CABINET,
    find_doctor_button,
    my_declaration_button,
    standing_text,
)
from bot.dialogs.widgets.declaration_words import workplace_html
from bot.dialogs.widgets.knowledge import joined, summary_text
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf
from bot.domain.cabinet import Standing
from bot.i18n import Language, Translator
from bot.services.end_declaration import Ending

if TYPE_CHECKING:
    from bot.services.end_declaration import Ended, EndQuestion, EndUncertain, MayNotEnd


def end_question(tr: Translator, asked: EndQuestion) -> Screen:
    """Ask the first time, with what follows from it."""
    declaration = asked.declaration
    text = joined(
        [
            on_behalf(tr, asked.acting),
            tr.t("declaration", "<b>End the declaration? Step 1 of 2</b>"),
            workplace_html(tr, declaration.workplace),
            summary_text(tr, topic("declaration-end")),
        ]
    )
    go_on = Button(
        tr.t("declaration", "Go on to step 2"), EndReasonTap(id=packed(declaration.record.id))
    )
    return Screen(text, ((_keep_button(tr),), (go_on,), menu_row(tr, MyDeclarationTap())))


def end_reason(tr: Translator, asked: EndQuestion) -> Screen:
    """Ask the second time; a tap on any reason ends the declaration."""
    text = joined(
        [
            on_behalf(tr, asked.acting),
            tr.t("declaration", "<b>End the declaration? Step 2 of 2</b>"),
            workplace_html(tr, asked.declaration.workplace),
            tr.t(
                "declaration",
                "Choose a reason, or end it without one. "
                "<b>As soon as you choose, the declaration is ended.</b>",
            ),
        ]
    )
    short = packed(asked.declaration.record.id)
    reasons = tuple(
        (Button(label, EndSureTap(id=short, reason=reason), style=ButtonStyle.DANGER),)
        for reason, label in _labels(tr).items()
    )
    return Screen(text, ((_keep_button(tr),), *reasons, menu_row(tr, MyDeclarationTap())))


def reason_for_esoz(reason: EndReason) -> str:
    """Return what ЕСОЗ writes down: Ukrainian, whatever language the patient reads."""
    if reason is EndReason.NONE:
        return ""
    tr = Translator(Language.UK)
    words = {
        EndReason.MOVED: tr.t("declaration", "I have moved"),
        EndReason.OTHER_DOCTOR: tr.t("declaration", "I want another doctor"),
        EndReason.INCONVENIENT: tr.t("declaration", "Hours or way are inconvenient"),
        EndReason.UNHAPPY: tr.t("declaration", "Bad service"),
    }
    return words[reason]


def ended(tr: Translator, end: Ended) -> Screen:
    """Say what came of it."""
    declaration = end.declaration
    says = {
        Ending.ENDED: tr.t("declaration", "<b>Done. The declaration is ended.</b>"),
        Ending.WAS_OVER: tr.t("declaration", "<b>This declaration is no longer in force.</b>"),
        Ending.IN_FORCE: tr.t(
            "declaration",
            "<b>The declaration is still in force.</b>\nThe health system did not answer in time. "
            "I have asked again: nothing has changed. You can try once more.",
        ),
    }
    if end.outcome is Ending.IN_FORCE:
        again = Button(
            tr.t("declaration", "Try once more"),
            EndReasonTap(id=packed(declaration.record.id)),
        )
        ways = ((again,), (my_declaration_button(tr),))
    else:
        ways = ((find_doctor_button(tr),), (my_declaration_button(tr),))
    is_over = end.outcome is Ending.WAS_OVER
    text = joined(
        [
            on_behalf(tr, end.acting),
            says[end.outcome],
            workplace_html(tr, declaration.workplace),
            standing_text(tr, declaration.record) if is_over else "",
            "" if end.outcome is Ending.IN_FORCE else _choose_next(tr),
        ]
    )
    return Screen(text, (*ways, menu_row(tr, CABINET)))


def end_uncertain(tr: Translator, lost: EndUncertain, declaration_id: str) -> Screen:
    """Return what is said when nobody knows: it may have been done."""
    text = tr.t(
        "declaration",
        "<b>I do not know whether the declaration is ended.</b>\n\n"
        "I sent your wish. The health system did not answer. Check in a few minutes. "
        "Do not send it again before you have looked.",
    )
    check = Button(tr.t("declaration", "Check now"), DeclarationTap(id=packed(declaration_id)))
    behalf = on_behalf(tr, lost.acting)
    return Screen(joined([behalf, text]), ((check,), menu_row(tr, CABINET)))


def may_not_end(tr: Translator, barred: MayNotEnd) -> Screen:
    """Say why this person cannot do it here, and who can."""
    if barred.standing is Standing.CONFIDANT_ONLY:
        why = tr.t(
            "declaration",
            "<b>Until the age of 14 a parent or guardian does this.</b>\n\n"
            "They sign in with their own signature and choose the child.",
        )
    else:
        why = tr.t(
            "declaration",
            "<b>You may look, but not change anything yet.</b>\n\n"
            "From 14 to 18 changes online need a document that confirms legal capacity, for "
            "example a marriage certificate or a court decision. Ask at your facility how to add "
            "it to your data.\n\n"
            "Or let your parent or guardian sign in and do it for you.",
        )
    text = joined([on_behalf(tr, barred.acting), why])
    return Screen(text, ((my_declaration_button(tr),), menu_row(tr, CABINET)))


def _labels(tr: Translator) -> dict[EndReason, str]:
    return {
        EndReason.NONE: tr.t("declaration", "End without a reason"),
        EndReason.MOVED: tr.t("declaration", "End: I have moved"),
        EndReason.OTHER_DOCTOR: tr.t("declaration", "End: I want another doctor"),
        EndReason.INCONVENIENT: tr.t("declaration", "End: it is inconvenient"),
        EndReason.UNHAPPY: tr.t("declaration", "End: bad service"),
    }


def _keep_button(tr: Translator) -> Button:
    return Button(tr.t("declaration", "No, keep it"), MyDeclarationTap())


def _choose_next(tr: Translator) -> str:
    return tr.t("declaration", "Now you can choose a new doctor anywhere in Ukraine.")
