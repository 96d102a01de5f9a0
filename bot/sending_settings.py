"""How fast the bot may send what nobody asked for at that moment."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from bot.services.send_budget import MOST_A_SECOND

SENDING_HINTS = {
    "MESSAGES_PER_SECOND": "give a number more than 0 and at most 1000, or leave it unset",
}


class SendingSettings(BaseModel):
    """`messages_per_second` over all processes; more than 29 only where Telegram allows it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    messages_per_second: float = Field(default=MOST_A_SECOND, gt=0, le=1000)
