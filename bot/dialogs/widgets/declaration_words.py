"""Words about declarations and requests for them: how they stand, since when, and why."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bot.dialogs.widgets.directory_words import capitalised, shortened, speciality_word
from bot.domain.cabinet import Declaration, DeclarationStatus, RequestStatus
from bot.domain.cabinet.reasons import DeclarationReason, RequestReason

if TYPE_CHECKING:
    from bot.domain.cabinet import DeclarationRequest
    from bot.domain.cabinet.workplace import Workplace
    from bot.i18n import Translator

_LONGEST_NAME = 120
"""Signs; ЕСОЗ allows names so long that a page of them would not fit into a message."""
_LONGEST_COMMENT = 300


def doctor_name(tr: Translator, workplace: Workplace) -> str:
    """Return the doctor's name, unescaped; an honest sentence where nobody knows it."""
    if workplace.doctor_name:
        return shortened(workplace.doctor_name, _LONGEST_NAME)
    return tr.t("declaration", "The doctor's name is not in the directory")


def workplace_html(tr: Translator, workplace: Workplace) -> str:
    """Return who and where, a line each."""
    lines = [f"<b>{escape(doctor_name(tr, workplace))}</b>"]
    if workplace.speciality:
        lines.append(escape(capitalised(speciality_word(tr, workplace.speciality))))
    if workplace.facility_name:
        lines.append(escape(shortened(workplace.facility_name, _LONGEST_NAME)))
    return "\n".join(lines)


def declaration_status(tr: Translator, declaration: Declaration) -> str:
    """Return how it stands in a word or two."""
    words = {
        DeclarationStatus.ACTIVE: tr.t("declaration", "In force"),
        DeclarationStatus.PENDING_VERIFICATION: tr.t("declaration", "Waits for a check"),
        DeclarationStatus.TERMINATED: tr.t("declaration", "Ended early"),
        DeclarationStatus.CLOSED: tr.t("declaration", "Its term is over"),
        DeclarationStatus.REJECTED: tr.t("declaration", "Refused"),
        DeclarationStatus.OTHER: tr.t("declaration", "Its status is not known to me"),
    }
    return words[declaration.status]


def request_status(tr: Translator, request: DeclarationRequest) -> str:
    """Return how a request stands in a word or two."""
    words = {
        RequestStatus.NEW: tr.t("declaration", "Waits for your signature"),
        RequestStatus.APPROVED: tr.t("declaration", "Signed by you, waits for the facility"),
        RequestStatus.SIGNED: tr.t("declaration", "Signed by both: it became a declaration"),
        RequestStatus.REJECTED: tr.t("declaration", "Refused or cancelled"),
        RequestStatus.CANCELLED: tr.t("declaration", "Replaced by a newer request"),
        RequestStatus.EXPIRED: tr.t("declaration", "Not finished in time"),
        RequestStatus.OTHER: tr.t("declaration", "Its status is not known to me"),
    }
    return words[request.status]


def term(tr: Translator, record: Declaration | DeclarationRequest) -> str:
    """Return since when and until when; empty where ЕСОЗ keeps no dates."""
    since, until = record.starts_on, record.ends_on
    if since and until:
        return tr.t(
            "declaration",
            "From {since} until {until}",
            since=tr.full_date(since),
            until=tr.full_date(until),
        )
    if since:
        return tr.t("declaration", "From {since}", since=tr.full_date(since))
    return ""


def declaration_reason(tr: Translator, declaration: Declaration) -> str:
    """Return why it is as it is, as far as ЕСОЗ says it; empty where it says nothing."""
    comment = shortened(declaration.reason_description, _LONGEST_COMMENT)
    said = tr.t("declaration", "Comment: “{comment}”", comment=comment) if comment else ""
    if not declaration.reason:
        return said
    return "\n".join(filter(None, (_reason_words(tr, declaration.reason), said)))


def _reason_words(tr: Translator, code: str) -> str:
    reason = DeclarationReason(code)
    words = {
        DeclarationReason.MANUAL_PERSON: tr.t(
            "declaration", "Reason: at the patient's wish, or records of one person were merged."
        ),
        DeclarationReason.MANUAL_EMPLOYEE: tr.t("declaration", "Reason: the facility ended it."),
        DeclarationReason.DOCTOR_DISMISSED: tr.t(
            "declaration", "Reason: the doctor left the facility."
        ),
        DeclarationReason.DOCTOR_OR_FACILITY_LEFT: tr.t(
            "declaration", "Reason: the doctor left, or the facility closed."
        ),
        DeclarationReason.FACILITY_REORGANISED: tr.t(
            "declaration", "Reason: the facility was reorganised."
        ),
        DeclarationReason.FACILITY_CLOSED: tr.t("declaration", "Reason: the facility closed."),
        DeclarationReason.RECORDS_MERGED: tr.t(
            "declaration", "Reason: there were two records of one person."
        ),
        DeclarationReason.DEATH_REGISTERED: tr.t(
            "declaration",
            "Reason: a record in the register of deaths. If that is a mistake, call 16-77.",
        ),
        DeclarationReason.FRAUD: tr.t("declaration", "Reason: signs of fraud. Call 16-77."),
        DeclarationReason.MAJORITY: tr.t(
            "declaration", "Reason: the patient turned 18, and the doctor is a paediatrician."
        ),
        DeclarationReason.TERM_OVER: tr.t("declaration", "Reason: its term is over."),
        DeclarationReason.NO_TAX_ID: tr.t("declaration", "Note: made without a tax number."),
        DeclarationReason.BY_DOCUMENTS: tr.t("declaration", "Note: made with paper documents."),
        DeclarationReason.OTHER: tr.t(
            "declaration",
            "Reason: the code {code}, which I do not know. Ask by phone: 16-77.",
            code=shortened(code, 60),
        ),
    }
    return words[reason]


def request_reason(tr: Translator, request: DeclarationRequest) -> str:
    """Return why a request came to nothing, where its status does not say it already."""
    if not request.status_reason:
        return ""
    words = {
        RequestReason.OVERTAKEN: "",
        RequestReason.OVERDUE: "",
        RequestReason.MANUAL_PERSON: tr.t("declaration", "Reason: the patient cancelled it."),
        RequestReason.MANUAL_EMPLOYEE: tr.t("declaration", "Reason: the facility refused it."),
        RequestReason.OTHER: tr.t(
            "declaration",
            "Reason: the code {code}, which I do not know. Ask by phone: 16-77.",
            code=shortened(request.status_reason, 60),
        ),
    }
    return words[RequestReason(request.status_reason)]
