"""What the checks of a person in state registers mean, and what to do about each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet import Register, VerificationStatus

if TYPE_CHECKING:
    from bot.domain.cabinet import Verification, VerificationPart
    from bot.i18n import Translator

FINE = frozenset({VerificationStatus.VERIFIED, VerificationStatus.NOT_NEEDED})
"""Statuses about which nothing is to be done."""


def status_word(tr: Translator, status: VerificationStatus) -> str:
    """Return a status as a line of a list ends with it."""
    words = {
        VerificationStatus.VERIFIED: tr.t("verification", "confirmed"),
        VerificationStatus.NOT_VERIFIED: tr.t("verification", "not confirmed"),
        VerificationStatus.NEEDED: tr.t("verification", "to be checked"),
        VerificationStatus.NOT_NEEDED: tr.t("verification", "no check is needed"),
        VerificationStatus.IN_REVIEW: tr.t("verification", "being checked"),
        VerificationStatus.CHANGES_NEEDED: tr.t("verification", "to be corrected"),
        VerificationStatus.OTHER: tr.t("verification", "not known to me"),
    }
    return words[status]


def status_advice(tr: Translator, status: VerificationStatus) -> str:
    """Return what the whole status means, and what to do now."""
    advice = {
        VerificationStatus.VERIFIED: tr.t(
            "verification", "The data are confirmed. There is nothing to do."
        ),
        VerificationStatus.NOT_VERIFIED: tr.t(
            "verification",
            "The data are not confirmed. Until they are, a declaration can be neither submitted "
            "nor ended online. Look below at what did not agree, and correct it.",
        ),
        VerificationStatus.NEEDED: tr.t(
            "verification",
            "The data are still to be checked. Compare them with your documents. "
            "If something is wrong, correct it.",
        ),
        VerificationStatus.NOT_NEEDED: tr.t(
            "verification", "These data need no check. There is nothing to do."
        ),
        VerificationStatus.IN_REVIEW: tr.t(
            "verification", "The data are being checked now. Wait, please."
        ),
        VerificationStatus.CHANGES_NEEDED: tr.t(
            "verification",
            "Something has to be corrected. Look below at what did not agree, and change it.",
        ),
        VerificationStatus.OTHER: tr.t(
            "verification",
            "The health system gave a status that I do not know. Ask by phone: 16-77.",
        ),
    }
    return advice[status]


def register_name(tr: Translator, register: Register) -> str:
    """Return what is compared, and with which register."""
    names = {
        Register.TAX: tr.t("verification", "Tax number (tax register)"),
        Register.DEATH: tr.t("verification", "No record of death (civil register)"),
        Register.NHS: tr.t("verification", "Check by the National Health Service"),
        Register.UNZR: tr.t("verification", "Number in the demographic register"),
        Register.INTERIOR_PASSPORT: tr.t("verification", "Passport (Ministry of the Interior)"),
        Register.MIGRATION_PASSPORT: tr.t("verification", "Passport (Migration Service)"),
        Register.BIRTH: tr.t("verification", "Birth certificate (civil register)"),
        Register.NAME_CHANGE: tr.t("verification", "Change of name (civil register)"),
        Register.LEGAL_CAPACITY: tr.t("verification", "Legal capacity"),
    }
    return names[register]


def part_advice(tr: Translator, part: VerificationPart) -> str:
    """Return what to do about a register that does not confirm; "" where all is well."""
    if part.status in FINE:
        return ""
    if part.status is VerificationStatus.IN_REVIEW:
        return tr.t("verification", "Wait: it is being checked.")
    advice = {
        Register.TAX: tr.t(
            "verification",
            "Compare name, birth date and tax number with your document. A tax number that is "
            "there already can be changed only through a doctor.",
        ),
        Register.DEATH: tr.t(
            "verification", "If this is a mistake, call the National Health Service: 16-77."
        ),
        Register.NHS: tr.t(
            "verification",
            "A person at the National Health Service looks at it. "
            "They may want a copy of a document: send it by the button below.",
        ),
        Register.UNZR: tr.t(
            "verification", "Compare this number and the birth date with the ID card."
        ),
        Register.INTERIOR_PASSPORT: tr.t(
            "verification", "Compare series and number of the passport. Correct them here."
        ),
        Register.MIGRATION_PASSPORT: tr.t(
            "verification", "Compare number and dates of the passport. Correct them here."
        ),
        Register.BIRTH: tr.t(
            "verification", "Compare series and number of the birth certificate."
        ),
        Register.NAME_CHANGE: tr.t(
            "verification", "If the name has changed, change it here and add the new document."
        ),
        Register.LEGAL_CAPACITY: tr.t(
            "verification", "Show the document of legal capacity to your doctor, or call 16-77."
        ),
    }
    return advice[part.register]


def part_html(tr: Translator, part: VerificationPart) -> str:
    """Return one register: its name, what it said, and what to do."""
    line = tr.t(
        "verification",
        "• {register}: <b>{status}</b>",
        register=register_name(tr, part.register),
        status=status_word(tr, part.status),
    )
    comment = (
        tr.t("verification", "The comment there: {comment}", comment=part.comment)
        if part.comment and part.status not in FINE
        else ""
    )
    return "\n".join(filter(None, (line, comment, part_advice(tr, part))))


def relationship_html(tr: Translator, verification: Verification) -> str:
    """Return whether it is confirmed that the confidant may act; "" where nobody does."""
    relationship = verification.relationship
    if relationship is None:
        return ""
    return tr.t(
        "verification",
        "• The right to act for this person: <b>{status}</b>",
        status=status_word(tr, relationship.status),
    )
