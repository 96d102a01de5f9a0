"""What the operator sets for checking signatures and for Дія.Підпис."""

from __future__ import annotations

import re

from pydantic import (
    AnyHttpUrl,
    BaseModel,
    ConfigDict,
    FilePath,
    SecretStr,
    field_validator,
    model_validator,
)

SIGNATURE_HINTS = {
    "SIGNATURE_ROOTS": "give the path of CACertificates.p7b from czo.gov.ua or of a PEM bundle, "
    "or leave it unset: then nobody asks here who issued a certificate",
    "DIIA_API_URL": "give an address like https://api2.diia.gov.ua, or leave it unset",
    "DIIA_ACQUIRER_TOKEN": "give the acquirer's token from Diia",
    "DIIA_AUTH_TOKEN": "give the token that Diia gave for authorisation",
    "DIIA_BRANCH_ID": "give the id of the branch that is registered with Diia",
    "DIIA_OFFER_ID": "give the id of the offer that is registered with Diia",
}
_DIIA = ("diia_acquirer_token", "diia_auth_token", "diia_branch_id", "diia_offer_id")
_WORD = re.compile(r"[!-~]+")


class SignatureSettings(BaseModel):
    """Without roots no chain is checked here; without Дія's four that way is not offered."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    signature_roots: FilePath | None = None
    diia_api_url: AnyHttpUrl = AnyHttpUrl("https://api2.diia.gov.ua")
    diia_acquirer_token: SecretStr | None = None
    diia_auth_token: SecretStr | None = None
    diia_branch_id: str | None = None
    diia_offer_id: str | None = None

    @field_validator(*_DIIA)
    @classmethod
    def _one_word(cls, value: SecretStr | str | None) -> SecretStr | str | None:
        """They stand in addresses and headers."""
        word = value.get_secret_value() if isinstance(value, SecretStr) else value
        if word is not None and not _WORD.fullmatch(word):
            raise ValueError
        return value

    @model_validator(mode="after")
    def _diia_whole_or_not_at_all(self) -> SignatureSettings:
        missing = [name.upper() for name in _DIIA if getattr(self, name) is None]
        if missing and len(missing) < len(_DIIA):
            raise ValueError(f"Diia needs {', '.join(missing)} too, or none of the four is set")
        return self

    @property
    def signing_lines(self) -> tuple[str, ...]:
        """For the operator: how much of a signature is checked here, and whether Дія is asked."""
        roots = (
            "set SIGNATURE_ROOTS, or only eHealth asks who issued a certificate"
            if self.signature_roots is None
            else "certificates are checked against SIGNATURE_ROOTS"
        )
        diia = "live" if self.diia_offer_id else f"off    set {', '.join(_DIIA).upper()}"
        return f"{'signatures':<12} {roots}", f"{'diia':<12} {diia}"
