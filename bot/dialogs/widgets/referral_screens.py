"""The screens of one referral number: found or not, not looked up, the picture for the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.content import NOT_FOUND_TOPIC, OUTAGE_TOPICS, STATE_TOPICS, topic
from bot.dialogs.callbacks import ReferralAction, ReferralTap, RemoveTap, TopicTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.knowledge import (
    BACK_TO_REFERRAL,
    joined,
    next_rows,
    summary_text,
    topic_body,
    topic_text,
)
from bot.dialogs.widgets.navigation import menu_button, menu_row
from bot.dialogs.widgets.number_picture import number_picture
from bot.dialogs.widgets.referral_answer import (
    list_text,
    single_text,
    states_of,
)
from bot.dialogs.widgets.referral_expiry import next_step_row
from bot.domain.requisition import mask

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.referral import ReferralState
    from bot.errors import Unavailable
    from bot.i18n import Translator
    from bot.services.check_referral import CheckedReferral

_BUTTONS_FOR_STATES = 4


def looking_up(tr: Translator, number: str) -> Screen:
    return Screen(
        tr.t(
            "referral",
            "Checking referral {number} in the electronic system… This takes a few seconds.",
            number=mask(number),
        )
    )


def referral_found(
    tr: Translator,
    number: str,
    origin: int,
    found: CheckedReferral,
    *,
    leads_on: bool = False,
) -> Screen:
    """Return what stands under a number: one service with its next step, or several as a list.

    Kept short, so that the status and the buttons fit on one phone screen together. With
    `leads_on` a visit can be added, and the last day reminded of.
    """
    today = found.checked_at.date()
    states = states_of(found.services, today)
    title = tr.t("referral", "<b>Referral {number}</b>", number=mask(number))
    checked_at = _checked_at(tr, found.checked_at)
    if len(found.services) == 1:
        meaning = summary_text(tr, topic(STATE_TOPICS[states[0]]))
        body = [f"{title}\n{single_text(tr, found.services[0], today)}\n{checked_at}", meaning]
        more = Button(tr.t("referral", "More"), _meaning_tap(states[0]))
        rows: tuple[tuple[Button, ...], ...] = ((_again(tr, number, origin), more),)
    else:
        listed = list_text(tr, found.services, today)
        body = [f"{title}\n{_several_title(tr, len(found.services))}", listed, checked_at]
        rows = ((_again(tr, number, origin),), *_meaning_rows(tr, states))
    further = next_step_row(tr, number, origin, found.services, today) if leads_on else ()
    return Screen(
        joined(body),
        ((_show(tr, number, origin),), *rows, *further, *number_rows(tr, origin)),
    )


def referral_not_found(tr: Translator, number: str, origin: int, now: datetime) -> Screen:
    """Return what to do; the number stands in full, to be compared with the message."""
    text = joined(
        [
            tr.t("referral", "<b>Not found:</b> <code>{number}</code>", number=number),
            topic_body(tr, topic(NOT_FOUND_TOPIC), now),
        ]
    )
    return Screen(text, _again_rows(tr, number, origin))


def referral_outage(
    tr: Translator, number: str, origin: int, trouble: Unavailable, now: datetime
) -> Screen:
    """Return an honest answer of its own for each way in which ЕСОЗ can fail."""
    entry = topic(OUTAGE_TOPICS[trouble.reason])
    return Screen(topic_text(tr, entry, now), _again_rows(tr, number, origin))


def too_many_lookups(tr: Translator, number: str, origin: int, free_at: datetime) -> Screen:
    text = tr.t(
        "referral",
        "<b>You have made 5 checks in 10 minutes.</b>\n\n"
        "This limit protects other people's numbers. "
        "You can check again at {time}. Nothing has happened to your referral.",
        time=tr.time(free_at),
    )
    return Screen(text, _again_rows(tr, number, origin))


def referral_not_looked_up(tr: Translator, number: str, origin: int, now: datetime) -> Screen:
    """Return the `guide` answer: the number was read, and honestly not looked up."""
    head = tr.t(
        "referral",
        "<b>Referral number:</b> <code>{number}</code>\n\n"
        "I read the number, but I did <b>not</b> look it up: "
        "I have no access to the electronic system. The clinic can check it.",
        number=number,
    )
    entry = topic("desk-answers")
    text = joined([head, topic_text(tr, entry, now)])
    copy_row = (Button(tr.t("referral", "Copy the number"), copies=number),)
    answers = next_rows(tr, entry.next, back=BACK_TO_REFERRAL, fresh=True)
    return Screen(
        text, ((_show(tr, number, origin),), copy_row, *answers, *number_rows(tr, origin))
    )


def number_on_picture(tr: Translator, number: str, origin: int) -> Screen:
    text = tr.t(
        "referral",
        "Show this picture at the reception desk or say the number:\n<code>{number}</code>",
        number=number,
    )
    copy_row = (Button(tr.t("referral", "Copy the number"), copies=number),)
    return Screen(text, (copy_row, *number_rows(tr, origin)), picture=number_picture(number))


def number_removed(tr: Translator, *, is_all_gone: bool) -> Screen:
    if is_all_gone:
        text = tr.t("referral", "Removed from the chat. I have stored nothing of it.")
    else:
        text = tr.t(
            "referral",
            "I removed what I could. Telegram lets me delete messages for 48 hours only. "
            "To delete the rest, press and hold a message, then choose “Delete”.",
        )
    return Screen(text, (menu_row(tr),))


def number_rows(tr: Translator, origin: int) -> tuple[tuple[Button, ...], ...]:
    """Return the last rows of a message that holds a number; such a message stays as it is."""
    remove = Button(
        tr.t("referral", "Remove the number from the chat"),
        RemoveTap(origin=origin),
        style=ButtonStyle.DANGER,
    )
    return ((remove,), (menu_button(tr, fresh=True),))


def _again_rows(tr: Translator, number: str, origin: int) -> tuple[tuple[Button, ...], ...]:
    return (
        (_again(tr, number, origin),),
        (_show(tr, number, origin),),
        *number_rows(tr, origin),
    )


def _again(tr: Translator, number: str, origin: int) -> Button:
    tap = ReferralTap.of(ReferralAction.CHECK, number, origin)
    return Button(tr.t("referral", "Check again"), tap)


def _show(tr: Translator, number: str, origin: int) -> Button:
    tap = ReferralTap.of(ReferralAction.PICTURE, number, origin)
    return Button(tr.t("referral", "Show at the desk"), tap)


def _several_title(tr: Translator, count: int) -> str:
    return tr.plural(
        "referral",
        "There is {count} service under this number. Each is used separately.",
        "There are {count} services under this number. Each is used separately.",
        count,
    )


def _meaning_rows(tr: Translator, states: list[ReferralState]) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (
            Button(
                tr.t("referral", "What “{status}” means", status=_short_name(tr, state)),
                _meaning_tap(state),
            ),
        )
        for state in states[:_BUTTONS_FOR_STATES]
    )


def _short_name(tr: Translator, state: ReferralState) -> str:
    """Return a state's name as it fits on a button, where the status would be cut off."""
    return topic(STATE_TOPICS[state]).short.get(tr.language)


def _meaning_tap(state: ReferralState) -> TopicTap:
    return TopicTap(slug=STATE_TOPICS[state], back=BACK_TO_REFERRAL, fresh=True)


def _checked_at(tr: Translator, moment: datetime) -> str:
    return tr.t(
        "referral",
        "<i>Checked in the electronic system on {day}, at {time}.</i>",
        time=tr.time(moment),
        day=tr.kyiv_day(moment),
    )
