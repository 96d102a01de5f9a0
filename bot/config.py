"""One frozen settings object; a missing or wrong value stops the start with a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import (
    AnyHttpUrl,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.cabinet_settings import CABINET_HINTS, CABINET_NEEDS, CabinetSettings
from bot.domain.capabilities import Capability, Mode, Section
from bot.hotline_settings import HOTLINE_HINTS, HotlineSettings
from bot.page_settings import PAGE_HINTS, PageSettings, is_loopback
from bot.sending_settings import SENDING_HINTS, SendingSettings
from bot.signature_settings import SIGNATURE_HINTS, SignatureSettings

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_DATABASE = r"^sqlite\+aiosqlite:///.|^postgresql(\+asyncpg)?://."
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


_NEEDED = {
    Section.REFERRAL: ("esoz_referral_token", "esoz_api_key"),
    Section.DOCTOR: ("esoz_api_key",),
    Section.DECLARATION: CABINET_NEEDS,
    Section.MY_DATA: CABINET_NEEDS,
}
"""Sections that are `live` once these settings are given."""


class DirectorySettings(BaseModel):
    """What bringing the directory up to date needs; the whole bot needs more."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    database_url: str = Field(default="sqlite+aiosqlite:///data/bot.sqlite3", pattern=_DATABASE)
    esoz_api_url: AnyHttpUrl = AnyHttpUrl("https://api.ehealth.gov.ua")
    esoz_api_key: SecretStr | None = None
    log_level: str = Field(default="INFO", pattern=r"^(DEBUG|INFO|WARNING|ERROR)$")


class DatabaseSettings(BaseModel):
    """What the operator's switch needs."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    database_url: str = Field(default="sqlite+aiosqlite:///data/bot.sqlite3", pattern=_DATABASE)


class Settings(
    CabinetSettings,
    DirectorySettings,
    HotlineSettings,
    PageSettings,
    SendingSettings,
    SignatureSettings,
):
    """What the operator sets: `read_settings` asks the environment, the sandbox gives its own."""

    telegram_bot_token: SecretStr
    telegram_api_url: AnyHttpUrl = AnyHttpUrl("https://api.telegram.org")
    webhook_url: AnyHttpUrl | None = None
    webhook_secret: SecretStr | None = None
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=0, le=65535)
    redis_url: str | None = Field(default=None, pattern=r"^rediss?://|^unix://")
    esoz_referral_token: SecretStr | None = None
    esoz_timeout_seconds: float = Field(default=12.0, gt=0, le=60)

    @field_validator("telegram_bot_token")
    @classmethod
    def _shaped_like_a_token(cls, value: SecretStr) -> SecretStr:
        if not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _allowed_by_telegram(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not _WEBHOOK_SECRET.fullmatch(value.get_secret_value()):
            raise ValueError
        return value

    @model_validator(mode="after")
    def _webhook_has_a_secret(self) -> Settings:
        if self.webhook_url and not self.webhook_secret:
            message = "WEBHOOK_URL needs WEBHOOK_SECRET: 1 to 256 letters, digits, - or _"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _test_signer_stays_in_the_sandbox(self) -> Settings:
        if self.test_signer_url and not is_loopback(self.esoz_auth_url):
            message = (
                "TEST_SIGNER_URL is for the sandbox only: leave it unset for the real eHealth"
            )
            raise ValueError(message)
        return self

    @property
    def capabilities(self) -> tuple[Capability, ...]:
        """Every section of the menu with its mode, in the menu's order."""
        return tuple(self._capability(section) for section in Section)

    def _capability(self, section: Section) -> Capability:
        if section not in _NEEDED:
            return Capability(section, Mode.LIVE if section is Section.SETTINGS else Mode.GUIDE)
        missing = tuple(name.upper() for name in _NEEDED[section] if getattr(self, name) is None)
        return Capability(section, Mode.GUIDE if missing else Mode.LIVE, missing)


class KeysSettings(CabinetSettings, DirectorySettings):
    """What encrypting anew needs."""

    encryption_keys: SecretStr


class _Environment(Settings, BaseSettings):
    """The same, each from the environment variable of the same name."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)


class _DirectoryEnvironment(DirectorySettings, BaseSettings):
    """As `_Environment`; without a key nothing can be brought."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    esoz_api_key: SecretStr


class _KeysEnvironment(KeysSettings, BaseSettings):
    """As `_Environment`."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)


class _DatabaseEnvironment(DatabaseSettings, BaseSettings):
    """As `_Environment`."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)


class BadSettings(Exception):
    """The settings do not allow a start; the message is for the operator."""


def read_settings() -> Settings:
    """Read the environment.

    Raises BadSettings with one line for each variable that is missing or wrong.
    """
    try:
        return _Environment()
    except ValidationError as error:
        raise BadSettings("\n".join(map(_sentence, error.errors()))) from None


def read_directory_settings() -> DirectorySettings:
    """As `read_settings`, only what the directory needs."""
    try:
        return _DirectoryEnvironment()
    except ValidationError as error:
        raise BadSettings("\n".join(map(_sentence, error.errors()))) from None


def read_keys_settings() -> KeysSettings:
    """As `read_settings`, only what encrypting anew needs."""
    try:
        return _KeysEnvironment()
    except ValidationError as error:
        raise BadSettings("\n".join(map(_sentence, error.errors()))) from None


def read_database_settings() -> DatabaseSettings:
    """As `read_settings`, only the database."""
    try:
        return _DatabaseEnvironment()
    except ValidationError as error:
        raise BadSettings("\n".join(map(_sentence, error.errors()))) from None


_HINTS = {
    **SIGNATURE_HINTS,
    "TELEGRAM_BOT_TOKEN": "a token looks like 123456789:AAE…, get one from @BotFather; "
    "or try the bot without one: make run",
    "TELEGRAM_API_URL": "give an address like https://api.telegram.org, or leave it unset",
    "WEBHOOK_URL": "give the public https address, or leave it unset for polling",
    "WEBHOOK_SECRET": "make up 1 to 256 letters A-Z, a-z, digits, - or _",
    "WEB_PORT": "give a number from 0 to 65535",
    "DATABASE_URL": "use sqlite+aiosqlite:///path or postgresql://user:password@host/name",
    "REDIS_URL": "use an address like redis://host:6379/0, or leave it unset",
    "ESOZ_API_URL": "give an address like https://api.ehealth.gov.ua, or leave it unset",
    "ESOZ_API_KEY": "give the key of the client that is registered with eHealth",
    "ESOZ_TIMEOUT_SECONDS": "give a number of seconds, more than 0 and at most 60",
    **PAGE_HINTS,
    **HOTLINE_HINTS,
    "LOG_LEVEL": "use DEBUG, INFO, WARNING or ERROR",
    **CABINET_HINTS,
    **SENDING_HINTS,
}


def _sentence(error: ErrorDetails) -> str:
    """Name the setting and what to put there; never what stands there, it may be a secret."""
    if not error["loc"]:
        return error["msg"].removeprefix("Value error, ")
    name = str(error["loc"][0]).upper()
    said = "is not set" if error["type"] == "missing" else "is wrong"
    return f"{name} {said}: {_HINTS[name]}"
