"""The one e-cabinet that is registered with the invented ЕСОЗ: the bot."""

from __future__ import annotations

from dataclasses import dataclass, field

from sandbox.esoz.gateway import API_KEY
from sandbox.esoz.invented import invented_id


@dataclass
class Client:
    """`secret` is the api-key as well (esoz.md §1.2); `redirect_uris` are compared exactly."""

    id: str = field(default_factory=lambda: invented_id("client", "patient assistant"))
    name: str = "Помічник пацієнта (пісочниця)"
    secret: str = API_KEY
    redirect_uris: set[str] = field(default_factory=set)
