"""The screens of appointments and reminders, with the longest words and the largest keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.dialogs.visit_callbacks import ZoneRegion
from bot.dialogs.widgets import (
    agenda,
    lead_screens,
    quiet_choices,
    reminder_choices,
    silence_screens,
    visit_answers,
    visit_draft_card,
    visit_questions,
    zone_choices,
)
from bot.domain.reminders import (
    LONGEST_TEXT,
    MOST_APPOINTMENTS,
    Appointment,
    AppointmentStatus,
    Details,
    QuietTime,
    ReminderSettings,
    Schedule,
    due_times,
    moment_of,
)
from bot.domain.reminders.draft import VisitDraft
from bot.i18n import Language
from bot.services.list_appointments import Agenda
from bot.services.show_told import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator

    Make = Callable[[Translator], Screen]

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 25)
KEY = 2**31 - 1
WARSAW = "Europe/Warsaw"
HERE = visit_questions.Here(NOW, TODAY, WARSAW)
ABROAD = ReminderSettings(zone=WARSAW)
SILENT = ReminderSettings(
    "Europe/Kyiv",
    quiet=QuietTime(time(0), time(0)),
    schedule=Schedule(frozenset()),
    shows_details=True,
    silenced_at=NOW,
)


def visit_screens() -> Mapping[str, Make]:
    return {**_kept(), **_answers(), **_questions(), **_choices()}


def _kept() -> Mapping[str, Make]:
    return {
        "agenda-empty": lambda tr: agenda.agenda(tr, Agenda([], [], ABROAD), NOW),
        "agenda-most": lambda tr: agenda.agenda(
            tr, Agenda([_declined(tr)] * MOST_APPOINTMENTS, [], SILENT), NOW
        ),
        "agenda-one": lambda tr: agenda.agenda(tr, Agenda([_visit(tr)], [], ABROAD), NOW),
        "visit_card": lambda tr: agenda.visit_card(tr, _visit(tr), NOW, WARSAW),
        "visit_card-declined": lambda tr: agenda.visit_card(tr, _declined(tr), NOW, WARSAW),
        "visit_card-over": lambda tr: agenda.visit_card(
            tr, _visit(tr), NOW + timedelta(days=99), WARSAW
        ),
        "visit_saved": lambda tr: agenda.visit_saved(
            tr, _visit(tr), due_times(_visit(tr), ABROAD, NOW), NOW, WARSAW
        ),
        "visit_saved-late": lambda tr: agenda.visit_saved(tr, _visit(tr), (), NOW, WARSAW),
        "visit_saved-silenced": lambda tr: agenda.visit_saved(
            tr, _visit(tr), (), NOW, WARSAW, is_silenced=True
        ),
    }


def _answers() -> Mapping[str, Make]:
    return {
        "cancel_question": lambda tr: visit_answers.cancel_question(tr, _visit(tr), NOW, WARSAW),
        "visit_cancelled": lambda tr: visit_answers.visit_cancelled(tr, _visit(tr)),
        "coming": lambda tr: visit_answers.coming(tr, _visit(tr), NOW, WARSAW),
        "cannot_come": lambda tr: visit_answers.cannot_come(tr, _visit(tr)),
        "cannot_come-without-phone": lambda tr: visit_answers.cannot_come(
            tr, replace(_visit(tr), details=Details("-"))
        ),
        "visit_gone": visit_answers.visit_gone,
        "later_question": partial(visit_answers.later_question, reminder=KEY),
        "put_off": partial(
            visit_answers.put_off, due_at=NOW + timedelta(hours=2), now=NOW, zone=WARSAW
        ),
        "too_late_to_put_off": visit_answers.too_late_to_put_off,
        "told_again": lambda tr: visit_answers.told_again(
            tr, Told([_visit(tr), _declined(tr)], ["<"]), NOW, WARSAW
        ),
    }


def _questions() -> Mapping[str, Make]:
    ask, card, month = visit_questions, visit_draft_card, date(2027, 2, 1)
    starts_at = datetime(2027, 1, 5, 10, 0, tzinfo=UTC)
    missing, doubled = datetime(2027, 3, 28, 2, 30), datetime(2027, 10, 31, 2, 30)
    return {
        "first_question": partial(ask.first_question, here=HERE, month=TODAY),
        "first_question-later": partial(ask.first_question, here=HERE, month=month),
        "day_question": partial(ask.day_question, here=HERE, month=month, known="&lt;"),
        "day_not_understood": partial(ask.day_not_understood, here=HERE, month=month),
        "already_past": partial(ask.already_past, here=HERE),
        "time_question": partial(ask.time_question, day=TODAY),
        "own_time_question": ask.own_time_question,
        "own_time_question-again": partial(ask.own_time_question, is_again=True),
        "words_question": ask.words_question,
        "words_question-too-long": partial(ask.words_question, is_too_long=True),
        "draft_card": lambda tr: card.draft_card(
            tr, VisitDraft(what=_words(tr), place=_words(tr), for_whom="<"), starts_at, HERE
        ),
        "draft_card-bare": partial(
            card.draft_card,
            draft=VisitDraft(),
            starts_at=starts_at,
            here=HERE,
            is_for_asked=False,
        ),
        "draft_card-missing-hour": lambda tr: card.draft_card(
            tr, _at(missing), moment_of(missing, WARSAW), HERE
        ),
        "draft_card-second-hour": lambda tr: card.draft_card(
            tr,
            replace(_at(doubled), is_second=True),
            moment_of(doubled, WARSAW, is_second=True),
            HERE,
        ),
        "draft_card-first-hour": lambda tr: card.draft_card(
            tr, replace(_at(doubled), is_second=False), moment_of(doubled, WARSAW), HERE
        ),
        "day_question_for": lambda tr: ask.day_question_for(tr, VisitDraft(what="<"), HERE, month),
        "which_hour": lambda tr: ask.which_hour(tr, _at(doubled)),
        "change_question": partial(card.change_question, has_words=True),
        "change_question-copy": partial(card.change_question, has_words=False),
        "storing_consent": card.storing_consent,
        "too_many_visits": card.too_many_visits,
        "draft_dropped": card.draft_dropped,
    }


def _choices() -> Mapping[str, Make]:
    choices = reminder_choices
    return {
        "reminder_settings": partial(choices.reminder_settings, chosen=ABROAD),
        "reminder_settings-silenced": partial(choices.reminder_settings, chosen=SILENT),
        "quiet_question": partial(quiet_choices.quiet_question, chosen=ABROAD),
        "zone_question": zone_choices.zone_question,
        "zone_question-unknown": partial(zone_choices.zone_question, is_unknown=True),
        **{
            f"zone_region-{region}": partial(zone_choices.zone_region, region=region)
            for region in ZoneRegion
        },
        "visit_leads": lambda tr: lead_screens.visit_leads(
            tr, _visit(tr), due_times(_visit(tr), ABROAD, NOW), ABROAD, NOW
        ),
        "visit_leads-own": lambda tr: lead_screens.visit_leads(
            tr, replace(_visit(tr), schedule=Schedule(frozenset())), (), ABROAD, NOW
        ),
        "silenced": silence_screens.silenced,
        "nothing_to_silence": silence_screens.nothing_to_silence,
        "resumed": silence_screens.resumed,
    }


def _at(starts: datetime) -> VisitDraft:
    return VisitDraft(starts.date(), starts.time())


def _visit(tr: Translator) -> Appointment:
    words = _words(tr)
    return Appointment(
        datetime(2026, 12, 15, 12, 0),
        Details(words, words, phone="+380503410870"),
        id=KEY,
        telegram_id=7,
        status=AppointmentStatus.CONFIRMED,
    )


def _declined(tr: Translator) -> Appointment:
    return replace(
        _visit(tr), starts=datetime(2027, 12, 15, 12, 0), status=AppointmentStatus.DECLINED
    )


def _words(tr: Translator) -> str:
    """As long as may be, with a sign that HTML has its own use for."""
    word = "cardiologist< " if tr.language is Language.EN else "кардіолог< "
    return (word * LONGEST_TEXT)[:LONGEST_TEXT]
