"""The refusals of the Bot API: an error code and Telegram's own description."""

from __future__ import annotations


class Refusal(Exception):
    """The answer `{"ok": false}`; `code` is also the HTTP status."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def envelope(self) -> dict[str, object]:
        body: dict[str, object] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(message: str) -> Refusal:
    """400 with TDLib's message, its first letter lowered as the Bot API server does."""
    second = message[1:2]
    if not (second.isupper() or second == "_"):
        message = message[:1].lower() + message[1:]
    return Refusal(400, f"Bad Request: {message}")


def forbidden(message: str) -> Refusal:
    return Refusal(403, f"Forbidden: {message}")


def conflict(message: str) -> Refusal:
    return Refusal(409, f"Conflict: {message}")


def too_many_requests(retry_after: int) -> Refusal:
    """429; `retry_after` is in seconds."""
    description = f"Too Many Requests: retry after {retry_after}"
    return Refusal(429, description, retry_after=retry_after)


BLOCKED = "bot was blocked by the user"
