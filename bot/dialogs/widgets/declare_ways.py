"""The ways to a declaration: the sign-in before it, for whom, who may and how, going on later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.cabinet_callbacks import SignInTap
from bot.dialogs.callbacks import SectionTap, TreeTap
from bot.dialogs.declare_callbacks import DeclareForTap, DeclareTap, NotNowTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.directory_words import capitalised, shortened
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.signing_in import sign_in_rows
from bot.domain.capabilities import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiogram.filters.callback_data import CallbackData

    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.cabinet import SignedInPerson
    from bot.domain.directory import Doctor
    from bot.i18n import Translator

WAYS = "declaration-who"
"""The question tree of who may make a declaration, and how."""
_NO_SIGNATURE = "no-sign"
_SECTION = SectionTap(section=Section.DECLARATION)
_MOST_OTHERS = 3
_LONGEST_NAME = 80
_LONGEST_OTHER = 30


def declaration_after_sign_in(
    tr: Translator, *, has_ended: bool, leads_back: bool, back: CallbackData | None = None
) -> Screen:
    """Return what is needed first; `leads_back`: a begun declaration goes on after it."""
    ended = tr.t("declare", "<b>Your sign-in is over.</b> Nothing is lost: sign in again.")
    first = tr.t("declare", "<b>A declaration begins with the sign-in.</b>")
    why = tr.t(
        "declare",
        "So the electronic health system knows who you are. "
        "You need an electronic signature, for example Diia.Signature.",
    )
    way_back = tr.t("declare", "After the sign-in I bring you back to this doctor by myself.")
    text = joined([ended if has_ended else first, why, way_back if leads_back else ""])
    rows = (*sign_in_rows(tr), (who_may_button(tr),), (no_signature_button(tr),))
    return Screen(text, (*rows, menu_row(tr, back)))


def who_may_button(tr: Translator) -> Button:
    return Button(tr.t("declare", "Who may and how"), TreeTap(slug=WAYS))


def no_signature_button(tr: Translator) -> Button:
    label = tr.t("sign-in", "I have no signature")
    return Button(label, TreeTap(slug=WAYS, step=_NO_SIGNATURE))


def for_others_rows(
    tr: Translator, doctor_key: int, others: Sequence[SignedInPerson]
) -> tuple[Row, ...]:
    """Return a way to the same doctor for each of the chat's other people who has a name."""
    prefix = tr.t("declare", "For:")  # a button's text is no HTML: the name stands as it is
    return tuple(
        (
            Button(
                f"{prefix} {shortened(one.name, _LONGEST_OTHER)}",
                DeclareForTap(doctor=doctor_key, session=one.session_id),
            ),
        )
        for one in [one for one in others if one.name][:_MOST_OTHERS]
    )


def for_ward_button(tr: Translator) -> Button:
    return Button(tr.t("sign-in", "For a child or a ward"), SignInTap(is_confidant=True))


def begun_declaration(tr: Translator, doctor: Doctor) -> Screen:
    """Return the way on with a declaration that was begun."""
    rows = ((go_on_button(tr, doctor),), (not_now_button(tr, doctor.key),))
    return Screen(begun_text(tr, doctor), (*rows, menu_row(tr, _SECTION)))


def begun_text(tr: Translator, doctor: Doctor) -> str:
    name = shortened(capitalised(doctor.name), _LONGEST_NAME)
    return tr.t(
        "declare",
        "You began a declaration with this doctor and have not finished: <b>{name}</b>.",
        name=name,
    )


def go_on_button(tr: Translator, doctor: Doctor) -> Button:
    return Button(tr.t("declare", "Go on with the declaration"), DeclareTap(doctor=doctor.key))


def not_now_button(tr: Translator, doctor_key: int) -> Button:
    return Button(tr.t("declare", "Not now"), NotNowTap(doctor=doctor_key))
