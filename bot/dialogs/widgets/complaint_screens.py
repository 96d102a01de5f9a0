"""How the complaint is asked for, and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.callbacks import TopicTap
from bot.dialogs.complaint_callbacks import (
    BeginComplaintTap,
    ComplaintDayTap,
    ComplaintTap,
    DayChoice,
    DropComplaintTap,
    SkipComplaintTap,
    TroubleTap,
)
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.knowledge import call_rows, joined
from bot.dialogs.widgets.navigation import menu_button, menu_row
from bot.domain.complaint import MAY_SKIP, ORDER, Step, Trouble
from bot.i18n import Language, Translator

if TYPE_CHECKING:
    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.complaint import Complaint

SITE = "https://nszu.gov.ua"
_LINES = ("nszu",)
COMPLAINT_TOPICS = frozenset(
    {
        "complaint",
        "complaint-relative",
        "paper-demanded",
        "sent-back",
        "money-demanded",
        "address-demanded",
        "decl-refused",
        "nr-refused",
    }
)


def complaint_label(tr: Translator) -> str:
    return tr.t("complaint", "Write a complaint")


def complaint_rows(tr: Translator, slug: str) -> tuple[Row, ...]:
    """Return the row of a topic about a refusal that leads to the complaint; none for others."""
    if slug not in COMPLAINT_TOPICS:
        return ()
    return ((Button(complaint_label(tr), ComplaintTap()),),)


def about_complaint(tr: Translator) -> Screen:
    """Return what will be asked, and that nothing of it is kept."""
    text = tr.t(
        "complaint",
        "<b>A complaint to the National Health Service</b>\n\n"
        "I ask six short questions and put the text together. You send it yourself.\n\n"
        "I need: what happened, when, where, who refused you, which service you asked for, and "
        "your name with the date of birth. You may leave some of it open.\n\n"
        "I keep none of it: when the text is ready, or you open the menu, I forget the answers.",
    )
    begin = Button(tr.t("complaint", "Begin"), BeginComplaintTap())
    return Screen(text, ((begin,), *call_rows(tr, _LINES), menu_row(tr, _topic())))


def complaint_question(tr: Translator, complaint: Complaint) -> Screen:
    """Return the question of the complaint's step."""
    number = ORDER.index(complaint.step) + 1
    progress = tr.t("complaint", "<i>Step {number} of {all}</i>", number=number, all=len(ORDER))
    text = joined([progress, _question(tr, complaint)])
    drop = Button(tr.t("complaint", "Do not write it"), DropComplaintTap())
    return Screen(text, (*_answers(tr, complaint), (drop, menu_button(tr))))


def _question(tr: Translator, complaint: Complaint) -> str:
    if complaint.step is Step.WHAT and complaint.trouble:
        return tr.t(
            "complaint", "<b>Write in your own words what happened.</b>\nOne or two sentences."
        )
    questions = {
        Step.WHAT: tr.t("complaint", "<b>What happened?</b>\nChoose what is closest."),
        Step.WHEN: tr.t(
            "complaint", "<b>When was it?</b>\nPress a button or write the date: 20 November."
        ),
        Step.WHERE: tr.t(
            "complaint",
            "<b>Which facility was it?</b>\nWrite the name and the town. It stands at the "
            "entrance or on the website.",
        ),
        Step.WHO: tr.t(
            "complaint",
            "<b>Who refused you?</b>\nWrite the position and the surname. For example: "
            "receptionist Petrenko.",
        ),
        Step.SERVICE: tr.t(
            "complaint",
            "<b>Which service did you ask for?</b>\nFor example: an appointment with an eye "
            "doctor. Do not write a diagnosis.",
        ),
        Step.MYSELF: tr.t(
            "complaint",
            "<b>Your full name and date of birth?</b>\nThe National Health Service asks for "
            "them. I put them into the text and do not keep them. Or fill them in yourself when "
            "you send the text.",
        ),
    }
    return questions[complaint.step]


def _answers(tr: Translator, complaint: Complaint) -> tuple[Row, ...]:
    if complaint.step is Step.WHAT and not complaint.trouble:
        return tuple((Button(trouble_label(tr, one), TroubleTap(trouble=one)),) for one in Trouble)
    if complaint.step is Step.WHEN:
        today = Button(tr.t("complaint", "Today"), ComplaintDayTap(day=DayChoice.TODAY))
        before = Button(tr.t("complaint", "Yesterday"), ComplaintDayTap(day=DayChoice.YESTERDAY))
        return ((today, before),)
    if complaint.step in MAY_SKIP:
        label = (
            tr.t("complaint", "I will fill it in myself")
            if complaint.step is Step.MYSELF
            else tr.t("complaint", "I do not know, go on")
        )
        return ((Button(label, SkipComplaintTap()),),)
    return ()


def trouble_label(tr: Translator, trouble: Trouble) -> str:
    labels = {
        Trouble.PAPER: tr.t("complaint", "They demanded a paper copy"),
        Trouble.SENT_BACK: tr.t("complaint", "They sent me to another doctor"),
        Trouble.MONEY: tr.t("complaint", "They asked for money"),
        Trouble.ADDRESS: tr.t("complaint", "Refused: another address"),
        Trouble.DECLARATION: tr.t("complaint", "Refused a declaration"),
        Trouble.REFERRAL: tr.t("complaint", "Refused without a referral"),
        Trouble.OTHER: tr.t("complaint", "Something else"),
    }
    return labels[trouble]


def trouble_sentence(trouble: Trouble) -> str:
    """Return what happened as the complaint says it: in Ukrainian, whatever is spoken here."""
    tr = Translator(Language.UK)
    sentences = {
        Trouble.PAPER: tr.t("complaint", "they demanded a paper copy of the electronic referral"),
        Trouble.SENT_BACK: tr.t("complaint", "they sent me to another doctor only for a referral"),
        Trouble.MONEY: tr.t(
            "complaint", "they asked for money for a service that has to be free for me"
        ),
        Trouble.ADDRESS: tr.t(
            "complaint", "they refused because of my registered place of living"
        ),
        Trouble.DECLARATION: tr.t("complaint", "they refused to accept my declaration"),
        Trouble.REFERRAL: tr.t(
            "complaint", "they refused the service, although it needs no referral"
        ),
    }
    return sentences.get(trouble, "")


def complaint_ready(tr: Translator, complaint: Complaint, myself: str) -> Screen:
    """Return the text and where it goes; `myself` is name and date of birth, or empty."""
    head = tr.t(
        "complaint",
        "<b>The text is ready.</b> Press it to copy. What is in [brackets] you fill in.",
    )
    where = tr.t(
        "complaint",
        "<b>Where to send it:</b>\n"
        "• the form for complaints at nszu.gov.ua;\n"
        "• or read it out at 16-77.\n\n"
        "Do you complain for another person? A document of a representative is needed.\n\n"
        "I have forgotten your answers. They still stand in this chat: delete the messages if "
        "others use your phone.",
    )
    site = Button(tr.t("complaint", "Open the website"), url=SITE)
    text = joined([head, f"<pre>{complaint_text(complaint, myself)}</pre>", where])
    return Screen(text, ((site,), *call_rows(tr, _LINES), (menu_button(tr, fresh=True),)))


def complaint_text(complaint: Complaint, myself: str) -> str:
    """Return the text for НСЗУ, in Ukrainian, escaped for Telegram."""
    tr = Translator(Language.UK)
    return tr.t(
        "complaint",
        "To the National Health Service of Ukraine\n"
        "From: {myself}\n\n"
        "COMPLAINT\n\n"
        "When: {when}.\n"
        "Facility: {where}.\n"
        "Employee: {who}.\n"
        "Service that I asked for: {service}.\n"
        "What happened: {what}.\n\n"
        "Please check this, see that I get the service, and tell me the result.",
        myself=myself or tr.t("complaint", "[name, date of birth, telephone]"),
        when=_open(complaint.when, tr),
        where=_open(complaint.where, tr),
        who=_open(complaint.who, tr),
        service=_open(complaint.service, tr),
        what=_open(complaint.what, tr),
    )


def complaint_dropped(tr: Translator) -> Screen:
    text = tr.t("complaint", "I have forgotten what you said. Nothing was sent anywhere.")
    return Screen(text, (menu_row(tr, _topic()),))


def complaint_over(tr: Translator) -> Screen:
    """Return what is said to a button of a complaint that is no longer being written."""
    text = tr.t(
        "complaint",
        "<b>This complaint is not being written any more.</b>\n"
        "I keep no answers. You can begin anew.",
    )
    begin = Button(tr.t("complaint", "Begin"), BeginComplaintTap())
    return Screen(text, ((begin,), menu_row(tr)))


def words_expected(tr: Translator, complaint: Complaint) -> Screen:
    """Return the question once more, for an answer that cannot be one."""
    asked = complaint_question(tr, complaint)
    sorry = tr.t("complaint", "Please answer with words, at least two letters.")
    return Screen(joined([sorry, asked.text]), asked.rows)


def _open(answer: str, tr: Translator) -> str:
    return answer.rstrip(".") or tr.t("complaint", "[fill in]")


def _topic() -> TopicTap:
    return TopicTap(slug="complaint")
