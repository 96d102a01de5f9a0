"""A change of personal data, step by step: what can be changed, the questions, «was → will be»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.dialogs.cabinet_callbacks import (
    AnswerAction,
    AnswerTap,
    ChangeTap,
    DocumentKindTap,
    DropDraftTap,
    MyDataTap,
    SendChangeTap,
    TopicChangeTap,
)
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.fault_words import fault_text
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.my_data_screens import standing_text
from bot.dialogs.widgets.navigation import back_button, menu_button, menu_row
from bot.dialogs.widgets.on_behalf import on_behalf
from bot.dialogs.widgets.person_words import (
    document_name,
    field_label,
    field_value,
    topic_label,
)
from bot.dialogs.widgets.question_words import question_hint
from bot.domain.cabinet import age_on
from bot.domain.cabinet.change import CLEARABLE, Question, Topic, kept_value
from bot.domain.cabinet.checks import types_for_age

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.cabinet import Standing
    from bot.domain.cabinet.change import Difference
    from bot.i18n import Translator
    from bot.services.change_desk import Change

_KEPT_WHOLE = frozenset(
    {
        Question.DOCUMENT_TYPE,
        Question.DOCUMENT_NUMBER,
        Question.DOCUMENT_ISSUER,
        Question.DOCUMENT_ISSUED_AT,
        Question.DOCUMENT_EXPIRES_ON,
    }
)
"""A new document has all its fields anew: none is kept from the old one."""


def change_topics(tr: Translator, change: Change, topics: Sequence[Topic]) -> Screen:
    """Return what can be changed, and say beforehand what cannot."""
    text = joined(
        [
            on_behalf(tr, change.acting),
            tr.t(
                "change",
                "<b>What to change?</b>\n"
                "I ask step by step. At the end you see what was and what will be, and sign with "
                "your electronic signature.",
            ),
            _cannot(tr, topics),
        ]
    )
    buttons = [Button(topic_label(tr, topic), TopicChangeTap(topic=topic)) for topic in topics]
    return Screen(text, (*((button,) for button in buttons), menu_row(tr, MyDataTap())))


def change_question(
    tr: Translator, change: Change, question: Question, *, fault: str = "", taken: str = ""
) -> Screen:
    """Ask one question; `fault` is why the last answer was not taken, `taken` what was noted."""
    number, of_all = change.step
    kept = kept_value(question, change.person, change.draft.answers)
    has_kept = bool(kept) and question not in _KEPT_WHOLE
    now = tr.t("change", "Now: <b>{value}</b>", value=field_value(tr, question, kept))
    text = joined(
        [
            fault_text(tr, fault) if fault else taken,
            tr.t(
                "change",
                "<b>Step {number} of {all}. {field}</b>",
                number=number,
                all=of_all,
                field=field_label(tr, question),
            ),
            now if has_kept else "",
            question_hint(tr, question, change.draft.answers.get(Question.DOCUMENT_TYPE)),
        ]
    )
    rows = (
        *_kind_rows(tr, change, question),
        *_button_rows(tr, question, has_kept=has_kept),
        _way_row(tr, AnswerTap(action=AnswerAction.BACK)),
    )
    return Screen(text, rows)


def noted(tr: Translator, difference: Difference) -> str:
    """Return what was taken down last, as the next question begins with it."""
    return tr.t(
        "change",
        "Noted. {field}: <b>{value}</b>",
        field=field_label(tr, difference.question),
        value=field_value(tr, difference.question, difference.becomes),
    )


def change_summary(tr: Translator, change: Change) -> Screen:
    """Return «was → will be» of all that was answered, before anything is sent."""
    lines = [difference_html(tr, one) for one in change.differences]
    text = joined(
        [
            on_behalf(tr, change.acting),
            tr.t("change", "<b>Check: what was → what will be</b>"),
            "\n\n".join(lines),
            tr.t(
                "change",
                "Is all of it right? Then the health system prepares a request, and you sign it.",
            ),
        ]
    )
    send = Button(
        tr.t("change", "All is right: go on"), SendChangeTap(), style=ButtonStyle.SUCCESS
    )
    more = Button(tr.t("change", "Change something else"), ChangeTap())
    drop = Button(tr.t("change", "Do not change anything"), DropDraftTap())
    return Screen(
        text,
        ((send,), (more,), (drop,), _way_row(tr, AnswerTap(action=AnswerAction.BACK))),
    )


def difference_html(tr: Translator, one: Difference) -> str:
    """Return one field before and after."""
    return tr.t(
        "change",
        "{field}:\n{was} → <b>{becomes}</b>",
        field=field_label(tr, one.question),
        was=field_value(tr, one.question, one.was),
        becomes=field_value(tr, one.question, one.becomes),
    )


def changes_line(tr: Translator, differences: Sequence[Difference]) -> str:
    """Return which fields change, in plain text for the page; the values stand in the document."""
    return ", ".join(field_label(tr, one.question) for one in differences)


def nothing_changed(tr: Translator) -> Screen:
    text = tr.t(
        "change",
        "<b>Nothing is different.</b>\n"
        "What you answered stands in the health system already. There is nothing to sign.",
    )
    more = Button(tr.t("change", "Change something else"), ChangeTap())
    return Screen(text, ((more,), menu_row(tr, MyDataTap())))


def change_dropped(tr: Translator) -> Screen:
    text = tr.t("change", "<b>Nothing was changed.</b>\nI have forgotten what you typed.")
    return Screen(text, (_data_row(tr), menu_row(tr)))


def draft_gone(tr: Translator) -> Screen:
    text = tr.t(
        "change",
        "<b>I no longer have what you typed.</b>\n"
        "I keep it for an hour, and only for one person. Please begin again.",
    )
    again = Button(tr.t("my data", "Change data"), ChangeTap())
    return Screen(text, ((again,), menu_row(tr, MyDataTap())))


def cannot_change(tr: Translator, standing: Standing) -> Screen:
    title = tr.t("change", "<b>These data can only be looked at.</b>")
    return Screen(joined([title, standing_text(tr, standing)]), (menu_row(tr, MyDataTap()),))


def _cannot(tr: Translator, topics: Sequence[Topic]) -> str:
    tax_id = (
        ""
        if Topic.TAX_ID in topics
        else tr.t(
            "change",
            "A tax number that is set, or the mark that there is none, cannot be changed.",
        )
    )
    here = tr.t(
        "change",
        "I cannot change the birth date, the place of birth, the sex, or move you to another "
        "settlement. Ask your doctor.",
    )
    return "\n".join(filter(None, (tax_id, here)))


def _kind_rows(tr: Translator, change: Change, question: Question) -> tuple[Row, ...]:
    if question is not Question.DOCUMENT_TYPE:
        return ()
    years = age_on(change.today, change.person.birth_date or change.today)
    return tuple(
        (Button(document_name(tr, kind), DocumentKindTap(kind=kind)),)
        for kind in types_for_age(years)
    )


def _button_rows(tr: Translator, question: Question, *, has_kept: bool) -> tuple[Row, ...]:
    keep = Button(tr.t("change", "Leave as it is"), AnswerTap(action=AnswerAction.KEEP))
    clear = Button(tr.t("change", "There is none"), AnswerTap(action=AnswerAction.CLEAR))
    return (
        *(((keep,),) if has_kept else ()),
        *(((clear,),) if question in CLEARABLE else ()),
    )


def _way_row(tr: Translator, back: AnswerTap) -> Row:
    """Return back and menu; the menu comes below, for this message leaves the chat."""
    return back_button(tr, back), menu_button(tr, fresh=True)


def _data_row(tr: Translator) -> Row:
    return (Button(tr.t("my data", "Personal data"), MyDataTap()),)
