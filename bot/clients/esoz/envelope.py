"""The envelope that every JSON answer of ЕСОЗ comes in."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, ValidationError


class Answer(BaseModel):
    """The base of whatever ЕСОЗ sends; keys that we do not know are dropped, never kept.

    Input is hidden in errors because it holds the patient's name.
    """

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)


class Paging(Answer):
    total_pages: int = 1


class Refusal(Answer):
    """The `error` part of an answer."""

    type: str = ""
    message: str = ""


class _Refused(Answer):
    error: Refusal


def read_refusal(body: bytes) -> Refusal | None:
    """The refusal in the body; None when it is not in the envelope (plain text, HTML, cut off)."""
    try:
        return _Refused.model_validate_json(body).error
    except ValidationError:
        return None
