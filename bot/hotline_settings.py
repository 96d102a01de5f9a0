"""What the operator of the bot sets for the hotline's pages."""

from __future__ import annotations

import re

from pydantic import BaseModel, ConfigDict, SecretStr, field_validator

HOTLINE_HINTS = {
    "HOTLINE_PASSWORD_HASH": "give what `python -m bot hash-password` prints, in single quotes, "
    "or leave it unset: then there is no page of figures",
}
_HASH = re.compile(r"\$argon2id\$v=19\$[\w=,]+\$[\w+/]+\$[\w+/]+", re.ASCII)


class HotlineSettings(BaseModel):
    """The page of topics is for everyone; the figures are for whoever knows the password."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    hotline_password_hash: SecretStr | None = None

    @field_validator("hotline_password_hash")
    @classmethod
    def _made_by_our_command(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not _HASH.fullmatch(value.get_secret_value()):
            raise ValueError
        return value
