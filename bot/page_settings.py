"""What the operator sets for the bot's pages and the ways to sign on them."""

from __future__ import annotations

from ipaddress import ip_address

from pydantic import AnyHttpUrl, BaseModel, ConfigDict, field_validator, model_validator

PAGE_HINTS = {
    "PUBLIC_URL": "give the https address of the bot's pages, without a path behind the host; "
    "http only for 127.0.0.1",
    "SIGN_WIDGET_URL": "give the official https address of the KEP widget, or leave it unset",
    "SIGN_WIDGET_SCRIPT_URL": "give the https address of the widget's script, or leave it unset",
    "TEST_SIGNER_URL": "leave it unset: only the sandbox has a test signer",
}


class PageSettings(BaseModel):
    """Without `public_url` nothing can be signed: a link needs an address."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    public_url: AnyHttpUrl | None = None
    sign_widget_url: AnyHttpUrl | None = None
    sign_widget_script_url: AnyHttpUrl | None = None
    test_signer_url: AnyHttpUrl | None = None

    @field_validator("public_url")
    @classmethod
    def _an_origin(cls, value: AnyHttpUrl | None) -> AnyHttpUrl | None:
        if value and (not is_protected(value) or (value.path or "/") != "/"):
            raise ValueError
        return value

    @field_validator("sign_widget_url", "sign_widget_script_url")
    @classmethod
    def _protected(cls, value: AnyHttpUrl | None) -> AnyHttpUrl | None:
        if value and not is_protected(value):
            raise ValueError
        return value

    @field_validator("test_signer_url")
    @classmethod
    def _on_this_machine(cls, value: AnyHttpUrl | None) -> AnyHttpUrl | None:
        if value and not is_loopback(value):
            raise ValueError
        return value

    @model_validator(mode="after")
    def _whole_widget(self) -> PageSettings:
        if (self.sign_widget_url is None) != (self.sign_widget_script_url is None):
            raise ValueError("SIGN_WIDGET_URL and SIGN_WIDGET_SCRIPT_URL are set both or neither")
        return self

    @property
    def public_origin(self) -> str:
        """The address of the pages without a slash at its end; "" where there are none."""
        return str(self.public_url).rstrip("/") if self.public_url else ""


def is_loopback(url: AnyHttpUrl) -> bool:
    """Whether the host is this very machine."""
    host = (url.host or "").strip("[]")
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_protected(url: AnyHttpUrl) -> bool:
    """Whether nobody on the way can read along."""
    return url.scheme == "https" or is_loopback(url)
