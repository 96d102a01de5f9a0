"""The phone for codes and messages: what it is now, the new number, the code that proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.cabinet_callbacks import MyDataTap, PhoneAction, PhoneTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.fault_words import fault_text
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.my_data_screens import method_html, standing_text
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf
from bot.domain.cabinet import MethodType
from bot.domain.cabinet.checks import Fault
from bot.domain.cabinet.masking import masked_phone

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting
    from bot.domain.cabinet.phone_change import PhoneChange
    from bot.i18n import Translator
    from bot.services.show_person import PersonView


def phone_now(tr: Translator, view: PersonView) -> Screen:
    """Return how codes come now, and whether that can be changed here."""
    active = [method for method in view.methods or () if method.is_active]
    is_others = any(method.type is MethodType.THIRD_PERSON for method in active)
    text = joined(
        [
            on_behalf(tr, view.acting),
            tr.t(
                "phone",
                "<b>Phone for codes and messages</b>\n"
                "The health system sends to it the codes at the doctor's and the messages about "
                "referrals.",
            ),
            "\n".join(method_html(tr, method) for method in active),
            _why_not(tr, view, is_others=is_others),
        ]
    )
    change = Button(tr.t("phone", "Change the number"), PhoneTap(action=PhoneAction.ASK))
    can_change = view.may_change and not is_others
    rows = ((change,),) if can_change else ()
    return Screen(text, (*rows, menu_row(tr, MyDataTap())))


def phone_asked(tr: Translator, acting: Acting | None = None, *, fault: str = "") -> Screen:
    """Ask for the new number; `fault` says what was wrong with the last one."""
    text = joined(
        [
            on_behalf(tr, acting) if acting else "",
            fault_text(tr, fault) if fault else "",
            tr.t(
                "phone",
                "<b>Step 1 of 2. The new number</b>\n"
                "Type a Ukrainian mobile number, for example 067 123 45 67. "
                "Then the health system sends a code by SMS: I will say to which number.",
            ),
        ]
    )
    return Screen(text, (_give_up_row(tr), menu_row(tr)))


def code_asked(tr: Translator, change: PhoneChange, *, problem: str = "") -> Screen:
    """Ask for the code; `problem` says what was wrong with the last one."""
    text = joined(
        [
            problem,
            tr.t(
                "phone",
                "<b>Step 2 of 2. The code</b>\n"
                "The health system sent 4 digits to {phone}. Type them here. "
                "The code works until {time}.\n\n"
                "I remove your message with the code from the chat at once. "
                "I ask for a code only here, when you change the number yourself. "
                "Never tell codes to people who call you.\n\n"
                "You no longer have that phone? Then only the doctor can change the number.",
                phone=change.sent_to,
                time=tr.time(change.expires_at),
            ),
        ]
    )
    again = Button(tr.t("phone", "Send the code again"), PhoneTap(action=PhoneAction.AGAIN))
    return Screen(text, ((again,), _give_up_row(tr), menu_row(tr)))


def code_again(tr: Translator) -> Screen:
    """Return what to answer to something that is no code; nothing was sent."""
    text = joined(
        [
            fault_text(tr, Fault.CODE_FOUR_DIGITS),
            tr.t("phone", "<b>Step 2 of 2. The code</b>\nType the 4 digits."),
        ]
    )
    again = Button(tr.t("phone", "Send the code again"), PhoneTap(action=PhoneAction.AGAIN))
    return Screen(text, ((again,), _give_up_row(tr), menu_row(tr)))


def wrong_code(tr: Translator, change: PhoneChange) -> str:
    """Return how many tries are left."""
    return tr.plural(
        "phone",
        "<b>This is not the code.</b> You can try {count} more time.",
        "<b>This is not the code.</b> You can try {count} more times.",
        change.tries_left,
    )


def code_dead(tr: Translator, *, is_expired: bool) -> Screen:
    """Return what to do once ЕСОЗ takes the code no more."""
    text = (
        tr.t("phone", "<b>The code is too old.</b>\nIt lives for 5 minutes. Ask for another one.")
        if is_expired
        else tr.t(
            "phone",
            "<b>The code was wrong three times.</b>\n"
            "The health system takes it no more. Ask for another one.",
        )
    )
    again = Button(tr.t("phone", "Send the code again"), PhoneTap(action=PhoneAction.AGAIN))
    return Screen(text, ((again,), _give_up_row(tr), menu_row(tr)))


def phone_changed(tr: Translator, change: PhoneChange) -> Screen:
    text = tr.t(
        "phone",
        "<b>Done. The number is changed.</b>\n"
        "Codes and messages of the health system now go to {phone}.",
        phone=masked_phone(change.phone),
    )
    return Screen(text, (_back_row(tr), menu_row(tr)))


def phone_kept(tr: Translator) -> Screen:
    text = tr.t("phone", "<b>The number stays as it was.</b>\nNothing was changed.")
    return Screen(text, (_back_row(tr), menu_row(tr)))


def phone_not_waited_for(tr: Translator) -> Screen:
    """Return what an old button, or a code after its hour, leads to."""
    text = tr.t(
        "phone",
        "<b>No code is waited for now.</b>\nIf you want to change the number, begin again.",
    )
    again = Button(tr.t("phone", "Change the number"), PhoneTap(action=PhoneAction.ASK))
    return Screen(text, ((again,), menu_row(tr, MyDataTap())))


def _why_not(tr: Translator, view: PersonView, *, is_others: bool) -> str:
    if is_others:
        return tr.t(
            "phone",
            "This cannot be changed here: a trusted person gets the codes. "
            "They change their own number, or the doctor enters another person.",
        )
    return standing_text(tr, view.standing)


def _give_up_row(tr: Translator) -> tuple[Button, ...]:
    give_up = Button(tr.t("phone", "Do not change"), PhoneTap(action=PhoneAction.GIVE_UP))
    return (give_up,)


def _back_row(tr: Translator) -> tuple[Button, ...]:
    return (Button(tr.t("my data", "Personal data"), MyDataTap()),)
