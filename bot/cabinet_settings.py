"""What the patient's cabinet at ЕСОЗ needs from the operator."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode
from uuid import UUID

from pydantic import AnyHttpUrl, BaseModel, ConfigDict, SecretStr, field_validator

from bot.page_settings import is_protected

_KEY_BYTES = 32

CABINET_NEEDS = ("esoz_client_id", "esoz_api_key", "public_url", "encryption_keys")
"""Settings without which a patient cannot sign in."""

CABINET_HINTS = {
    "ESOZ_CLIENT_ID": "give the id of the client that is registered with eHealth, a UUID",
    "ESOZ_AUTH_URL": "give an https address like https://auth.ehealth.gov.ua, or leave it unset",
    "ESOZ_SIGN_IN_URL": "give an https address like https://my.ehealth.gov.ua, or leave it unset",
    "ESOZ_PATIENT_SIGNED": "give true, or false where eHealth wants its document back unchanged",
    "ENCRYPTION_KEYS": "make a key with python -m bot new-key; several stand side by side with "
    "commas, and the first one encrypts",
}


class CabinetSettings(BaseModel):
    """Sign-in, the patient's API, and the keys that encrypt what is kept of them.

    `esoz_api_key`, which the bulk export has too, is the client's secret. With
    `esoz_patient_signed` a declaration is signed with the patient's yes set in it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    esoz_client_id: UUID | None = None
    esoz_auth_url: AnyHttpUrl = AnyHttpUrl("https://auth.ehealth.gov.ua")
    esoz_sign_in_url: AnyHttpUrl = AnyHttpUrl("https://my.ehealth.gov.ua")
    esoz_patient_signed: bool = True
    encryption_keys: SecretStr | None = None

    @field_validator("esoz_auth_url", "esoz_sign_in_url")
    @classmethod
    def _nobody_reads_along(cls, value: AnyHttpUrl) -> AnyHttpUrl:
        if not is_protected(value):
            raise ValueError
        return value

    @field_validator("encryption_keys")
    @classmethod
    def _are_keys(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not all(map(_is_key, split_keys(value))):
            raise ValueError
        return value


def split_keys(keys: SecretStr) -> tuple[str, ...]:
    """Each key of the setting, the one that encrypts first."""
    return tuple(key.strip() for key in keys.get_secret_value().split(","))


def _is_key(text: str) -> bool:
    """Whether it is what Fernet takes: 32 bytes in URL-safe base64."""
    try:
        return len(urlsafe_b64decode(text)) == _KEY_BYTES
    except (binascii.Error, ValueError):
        return False
