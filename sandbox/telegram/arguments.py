"""The arguments of one Bot API call, whatever way they were sent."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

# Fields that a form carries as JSON text.
_NESTED = frozenset(
    {
        "allowed_updates",
        "button",
        "caption_entities",
        "commands",
        "entities",
        "link_preview_options",
        "media",
        "menu_button",
        "message_ids",
        "reply_markup",
        "reply_parameters",
        "results",
        "scope",
    }
)
_NUMBERS = frozenset({"chat_id", "message_id", "limit", "timeout", "offset", "cache_time"})
_FALSE = frozenset({"", "0", "false", "False", "no"})


@dataclass(frozen=True)
class Upload:
    file_name: str
    mime_type: str
    content: bytes


class Arguments:
    """Fields as text or, from a JSON body, as JSON values; uploads by their field's name."""

    def __init__(self, fields: dict[str, Any], uploads: dict[str, Upload] | None = None) -> None:
        self.fields = fields
        self.uploads = uploads or {}

    def text(self, name: str) -> str:
        """The field as text; "" when it is missing."""
        value = self.fields.get(name, "")
        if isinstance(value, str):
            return value
        return "" if value is None else json.dumps(value, ensure_ascii=False)

    def number(self, name: str, default: int = 0) -> int:
        """The field as a whole number; `default` for anything else, as the server does."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def fraction(self, name: str) -> float | None:
        try:
            return float(self.text(name))
        except ValueError:
            return None

    def flag(self, name: str) -> bool:
        return self.text(name) not in _FALSE

    def nested(self, name: str) -> Any:  # noqa: ANN401 - a decoded JSON value can be anything
        """The JSON value of the field, None when it is missing; ValueError for broken JSON."""
        value = self.fields.get(name)
        if isinstance(value, str):
            return json.loads(value) if value else None
        return value

    def for_log(self) -> dict[str, Any]:
        """The arguments as JSON values for the list of calls; a file by its name and size."""
        shown = {name: self._shown(name) for name in self.fields}
        for name, upload in self.uploads.items():
            shown[name] = {"file_name": upload.file_name, "size": len(upload.content)}
        return shown

    def _shown(self, name: str) -> Any:  # noqa: ANN401 - a decoded JSON value can be anything
        if name in _NUMBERS:
            return self.number(name)
        if name not in _NESTED:
            return self.fields[name]
        try:
            return self.nested(name)
        except ValueError:
            return self.fields[name]
