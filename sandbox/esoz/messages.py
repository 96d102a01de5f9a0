"""The texts of ЕСОЗ's messages to patients."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.esoz.service_request import ServiceRequest


def created(service_request: ServiceRequest) -> str:
    """The message with the number. Its real text is in no source; this one is invented."""
    last_day = service_request.expires_at.strftime("%d.%m.%Y")
    number = service_request.requisition
    return f"ЕСОЗ. Ваше електронне направлення {number}. Дійсне до {last_day}."


def recalled(number: str) -> str:
    """The text of 2019 (ME19 config.exs, recall_sms)."""
    return f"Ваше направлення під номером {number} було відкликано"


def cancelled(number: str) -> str:
    """The text of 2019 (ME19 config.exs, cancel_sms)."""
    return f"Ваше направлення під номером {number} було відмінено"


def prescription(number: str, code: str) -> str:
    """The text of 2019 (EHAPI config.exs)."""
    return f"Ваш рецепт: {number}. Код підтвердження: {code}"


def declaration_code(code: str) -> str:
    """The code that confirms a declaration request. No source has the text; it is invented."""
    return f"ЕСОЗ. Код підтвердження заяви на декларацію: {code}"


def action_code(code: str) -> str:
    """The code that confirms what a patient does in an e-cabinet: the text of 2019 (OTP19)."""
    return f"Код авторизації дій в системі eHealth: {code}"
