"""What the page of figures says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.figures import SHOWN_FROM, Barrier

if TYPE_CHECKING:
    from markupsafe import Markup

    from bot.services.read_figures import Report
    from bot.web.hotline.words import Words
    from bot.web.signing.rendering import PageWords


def door_words(words: PageWords) -> Words:
    t = words.t
    return {
        "title": t("hotline", "Figures for operators"),
        "text": t(
            "hotline",
            "Here is what patients open and where they stop. There are no names, numbers or "
            "texts here: they are not stored.",
        ),
        "password": t("hotline", "Operators' password"),
        "enter": t("hotline", "Enter"),
        "problem_title": t("hotline", "You are not let in"),
        "wrong": t("hotline", "The password is another one. Check the language of the keyboard."),
        "too_many": t(
            "hotline",
            "There were too many wrong passwords. Try again in a quarter of an hour.",
        ),
    }


def off_words(words: PageWords) -> Words:
    t = words.t
    return {
        "title": t("hotline", "Figures are switched off"),
        "text": t(
            "hotline",
            "Whoever runs the bot has set no password for operators. The topics work without it.",
        ),
        "back": t("hotline", "To the search"),
    }


def report_words(words: PageWords, report: Report) -> Words:
    t = words.t
    return {
        "title": t("hotline", "How the bot is used"),
        "period": t(
            "hotline",
            "From {first} to {last}",
            first=words.tr.full_date(report.first),
            last=words.tr.full_date(report.last),
        ),
        "periods": t("hotline", "Period"),
        "privacy": t(
            "hotline",
            "Everything is counted without people: only how often. Numbers below {least} are not "
            "shown, so that nobody can be guessed.",
            least=SHOWN_FROM,
        ),
        "csv": t("hotline", "Save the table (CSV)"),
        "leave": t("hotline", "Leave"),
        "empty": t("hotline", "There is nothing to show yet."),
        "chart": t("hotline", "Chart"),
    }


def period_name(words: PageWords, days: int) -> str:
    return words.tr.plural("hotline", "{count} day", "{count} days", days)


def hidden_text(words: PageWords, hidden_count: int) -> Markup:
    """Return what is said below a table that leaves something out."""
    if hidden_count:
        return words.t(
            "hotline",
            "Not shown: rows below {least}, {count} together.",
            least=SHOWN_FROM,
            count=hidden_count,
        )
    return words.t("hotline", "Not shown: rows below {least}.", least=SHOWN_FROM)


def fewer_text(words: PageWords) -> str:
    return str(words.t("hotline", "fewer than {least}", least=SHOWN_FROM))


def table_names(words: PageWords) -> Words:
    t = words.t
    return {
        "days": t("hotline", "Topics opened by day"),
        "topics": t("hotline", "Which topics are opened"),
        "steps": t("hotline", "How far patients come"),
        "words": t("hotline", "Words of questions that were not understood"),
        "not_it": t("hotline", "“That is not it” under an answer"),
        "barriers": t("hotline", "Barriers by oblast"),
    }


def headings(words: PageWords) -> Words:
    t = words.t
    return {
        "day": t("hotline", "Day"),
        "topic": t("hotline", "Topic"),
        "code": t("hotline", "Code"),
        "language": t("hotline", "Language"),
        "count": t("hotline", "Times"),
        "flow": t("hotline", "Flow"),
        "step": t("hotline", "Step"),
        "left": t("hotline", "Went no further"),
        "word": t("hotline", "Word"),
        "barrier": t("hotline", "Barrier"),
        "oblast": t("hotline", "Oblast"),
        "unknown": t("hotline", "not known"),
    }


def flow_name(words: PageWords, flow: str) -> str:
    t = words.t
    names = {
        "referral": t("hotline", "Check a referral"),
        "doctor": t("hotline", "Find a doctor"),
        "sign-in": t("hotline", "Sign in"),
        "declaration": t("hotline", "Start a declaration"),
        "appointment": t("hotline", "Add an appointment"),
        "complaint": t("hotline", "Write a complaint"),
    }
    return str(names.get(flow, flow))


def step_name(words: PageWords, flow: str, step: str) -> str:
    t = words.t
    names = {
        "opened": t("hotline", "opened the section"),
        "looked-up": t("hotline", "sent a number"),
        "found": t("hotline", "something was found"),
        "asked": t("hotline", "was asked what to look for"),
        "card": t("hotline", "opened a card"),
        "agreed": t("hotline", "agreed and got the link"),
        "conditions": t("hotline", "read the conditions"),
        "requested": t("hotline", "made the request"),
        "signing": t("hotline", "went to sign"),
        "began": t("hotline", "began"),
        "day": t("hotline", "chose the day"),
        "time": t("hotline", "chose the time"),
        "saved": t("hotline", "saved"),
        "what": t("hotline", "said what happened"),
        "when": t("hotline", "said when"),
        "where": t("hotline", "named the facility"),
        "service": t("hotline", "named the service"),
        "text": t("hotline", "got the text"),
    }
    if flow == "sign-in" and step == "asked":
        return str(t("hotline", "was asked to agree"))
    return str(names.get(step, step))


def barrier_name(words: PageWords, barrier: str) -> str:
    t = words.t
    names = {
        Barrier.PAPER.value: t("hotline", "a paper copy is demanded"),
        Barrier.NOT_FOUND.value: t("hotline", "the referral is not found"),
        Barrier.NO_PLACES.value: t("hotline", "the doctor has no places"),
    }
    return str(names.get(barrier, barrier))
