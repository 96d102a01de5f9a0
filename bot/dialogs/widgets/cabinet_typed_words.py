"""What patients type to get to their doctor, their declaration and their accesses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.i18n import Translator


def my_doctor_words(tr: Translator) -> tuple[str, ...]:
    return (
        tr.t("typed words", "my doctor"),
        tr.t("typed words", "my family doctor"),
        tr.t("typed words", "my declaration"),
        tr.t("typed words", "declarations"),
        tr.t("typed words", "who is my doctor"),
        tr.t("typed words", "end the declaration"),
    )


def access_words(tr: Translator) -> tuple[str, ...]:
    return (
        tr.t("typed words", "accesses"),
        tr.t("typed words", "access"),
        tr.t("typed words", "my accesses"),
        tr.t("typed words", "who has access"),
        tr.t("typed words", "who sees my data"),
        tr.t("typed words", "take access back"),
    )
