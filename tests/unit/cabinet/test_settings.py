"""What the cabinet needs from the operator, and what it says when that is missing or wrong."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from bot.config import Settings
from bot.db.cipher import new_key
from bot.domain.capabilities import Mode, Section

TOKEN = "123456789:AAE-invented-token-of-nobody-000001"
WHOLE: dict[str, Any] = {
    "telegram_bot_token": TOKEN,
    "esoz_client_id": "6498d88e-97fb-47e2-85a5-99e884f888aa",
    "esoz_api_key": "invented-key",
    "public_url": "https://bot.example",
    "encryption_keys": f"{new_key()}, {new_key()}",
}


def _mode(section: Section, **changes: Any) -> tuple[Mode, tuple[str, ...]]:
    settings = Settings.model_validate(WHOLE | changes)
    found = next(one for one in settings.capabilities if one.section is section)
    return found.mode, found.missing


@pytest.mark.parametrize("section", [Section.MY_DATA, Section.DECLARATION])
def test_cabinet_is_live_with_all_settings(section: Section) -> None:
    assert _mode(section) == (Mode.LIVE, ())


@pytest.mark.parametrize(
    "name", ["esoz_client_id", "esoz_api_key", "public_url", "encryption_keys"]
)
def test_one_setting_missing_makes_the_cabinet_a_guide(name: str) -> None:
    assert _mode(Section.MY_DATA, **{name: None}) == (Mode.GUIDE, (name.upper(),))


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"encryption_keys": "short"}, id="no key"),
        pytest.param({"encryption_keys": f"{new_key()},"}, id="an empty key behind a comma"),
        pytest.param({"encryption_keys": ""}, id="no keys at all"),
        pytest.param({"esoz_client_id": "patient-assistant"}, id="no UUID"),
        pytest.param({"esoz_auth_url": "http://auth.example"}, id="tokens in the open"),
        pytest.param({"esoz_sign_in_url": "http://my.example"}, id="a signature in the open"),
    ],
)
def test_setting_that_is_wrong_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(WHOLE | changes)


def test_no_secret_shows_in_the_settings_repr() -> None:
    shown = repr(Settings.model_validate(WHOLE))
    assert str(WHOLE["encryption_keys"])[:20] not in shown
    assert "invented-key" not in shown
