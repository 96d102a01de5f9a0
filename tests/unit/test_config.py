"""Settings: what is wrong or missing is said by name, with what to set, and no secret."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from bot.__main__ import main
from bot.config import BadSettings, Settings, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TOKEN = "123456789:AAE-invented-token-of-nobody-000001"
MINIMUM = {"TELEGRAM_BOT_TOKEN": TOKEN}


@pytest.fixture
def set_only(monkeypatch: pytest.MonkeyPatch) -> Callable[[Mapping[str, str]], None]:
    """Leave of our settings only the given ones in the environment."""

    def set_them(values: Mapping[str, str]) -> None:
        for name in Settings.model_fields:
            monkeypatch.delenv(name.upper(), raising=False)
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    return set_them


@pytest.fixture
def check(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    set_only: Callable[[Mapping[str, str]], None],
) -> Callable[..., tuple[int, str, str]]:
    """Run `python -m bot check`; gives the exit code and what was printed, also to stderr."""

    def run(**values: str) -> tuple[int, str, str]:
        set_only(values)
        monkeypatch.setattr(sys, "argv", ["bot", "check"])
        code = main()
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def test_check_shows_what_is_live(check: Callable[..., tuple[int, str, str]]) -> None:
    keys = {"ESOZ_API_KEY": "invented-key", "ESOZ_REFERRAL_TOKEN": "invented-token"}
    code, out, err = check(**MINIMUM, **keys)
    assert (code, err) == (0, "")
    lines = [line.split(maxsplit=2) for line in out.splitlines()]
    assert lines[0] == ["referral", "live"]
    assert lines[1] == ["doctor", "live"]
    assert lines[2] == ["declaration", "guide", "set ESOZ_CLIENT_ID, PUBLIC_URL, ENCRYPTION_KEYS"]
    assert ["settings", "live"] in lines
    assert not any(secret in out for secret in (TOKEN, *keys.values()))


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, "set ESOZ_REFERRAL_TOKEN, ESOZ_API_KEY"),
        ({"ESOZ_API_KEY": "invented-key"}, "set ESOZ_REFERRAL_TOKEN"),
        ({"ESOZ_REFERRAL_TOKEN": "invented-token"}, "set ESOZ_API_KEY"),
    ],
)
def test_check_shows_what_is_missing_for_a_look_up(
    check: Callable[..., tuple[int, str, str]], given: dict[str, str], missing: str
) -> None:
    code, out, _err = check(**MINIMUM, **given)
    assert code == 0
    assert out.splitlines()[0].split(maxsplit=2) == ["referral", "guide", missing]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        pytest.param({"TELEGRAM_BOT_TOKEN": ""}, "TELEGRAM_BOT_TOKEN is not set: ", id="no-token"),
        pytest.param(
            {"TELEGRAM_BOT_TOKEN": "hidden"},
            "TELEGRAM_BOT_TOKEN is wrong: a token looks like 123456789:AAE…, get one",
            id="token",
        ),
        pytest.param(
            {"TELEGRAM_API_URL": "hidden"},
            "TELEGRAM_API_URL is wrong: give an address like https://api.telegram.org",
            id="telegram",
        ),
        pytest.param(
            {"WEBHOOK_URL": "hidden", "WEBHOOK_SECRET": "s"},
            "WEBHOOK_URL is wrong: give the public https address",
            id="webhook",
        ),
        pytest.param(
            {"WEBHOOK_URL": "https://bot.example"},
            "WEBHOOK_URL needs WEBHOOK_SECRET: 1 to 256 letters",
            id="no-secret",
        ),
        pytest.param(
            {"WEBHOOK_URL": "https://bot.example", "WEBHOOK_SECRET": "hidden value"},
            "WEBHOOK_SECRET is wrong: make up 1 to 256 letters",
            id="secret",
        ),
        pytest.param({"WEB_PORT": "hidden"}, "WEB_PORT is wrong: give a number", id="no-number"),
        pytest.param({"WEB_PORT": "65536"}, "WEB_PORT is wrong: give a number", id="high-port"),
        pytest.param(
            {"DATABASE_URL": "mysql://user:hidden@host/name"},
            "DATABASE_URL is wrong: use sqlite+aiosqlite:///path or postgresql://",
            id="database",
        ),
        pytest.param(
            {"DATABASE_URL": "postgresql+psycopg2://user:hidden@host/name"},
            "DATABASE_URL is wrong: use sqlite+aiosqlite:///path or postgresql://",
            id="driver",
        ),
        pytest.param(
            {"REDIS_URL": "hidden:6379"}, "REDIS_URL is wrong: use an address like", id="redis"
        ),
        pytest.param(
            {"PUBLIC_URL": "http://bot.example"},
            "PUBLIC_URL is wrong: give the https address",
            id="pages-in-the-clear",
        ),
        pytest.param(
            {"PUBLIC_URL": "https://bot.example/hidden"},
            "PUBLIC_URL is wrong: give the https address",
            id="pages-below-a-path",
        ),
        pytest.param(
            {"SIGN_WIDGET_URL": "https://id.example/hidden"},
            "SIGN_WIDGET_URL and SIGN_WIDGET_SCRIPT_URL are set both or neither",
            id="half-a-widget",
        ),
        pytest.param(
            {"TEST_SIGNER_URL": "https://hidden.example"},
            "TEST_SIGNER_URL is wrong: leave it unset",
            id="test-signer-of-somebody",
        ),
        pytest.param(
            {"TEST_SIGNER_URL": "http://127.0.0.1:8090/signer"},
            "TEST_SIGNER_URL is for the sandbox only: leave it unset for the real eHealth",
            id="test-signer-beside-the-real-system",
        ),
        pytest.param(
            {"ESOZ_API_URL": "hidden"}, "ESOZ_API_URL is wrong: give an address like", id="esoz"
        ),
        pytest.param(
            {"ESOZ_TIMEOUT_SECONDS": "0"},
            "ESOZ_TIMEOUT_SECONDS is wrong: give a number of seconds",
            id="timeout",
        ),
        pytest.param(
            {"LOG_LEVEL": "hidden"}, "LOG_LEVEL is wrong: use DEBUG, INFO, WARNING", id="log"
        ),
    ],
)
def test_wrong_setting_is_named_with_what_to_set(
    check: Callable[..., tuple[int, str, str]], given: dict[str, str], sentence: str
) -> None:
    code, out, err = check(**MINIMUM | given)
    assert (code, out) == (2, "")
    assert err.startswith(sentence)
    assert len(err.splitlines()) == 1
    assert "hidden" not in err


def test_every_wrong_setting_gets_its_own_line(
    check: Callable[..., tuple[int, str, str]],
) -> None:
    code, _out, err = check(WEB_PORT="x", REDIS_URL="y")
    assert code == 2
    named = [line.split()[0] for line in err.splitlines()]
    assert named == ["TELEGRAM_BOT_TOKEN", "WEB_PORT", "REDIS_URL"]


def test_every_setting_that_can_be_wrong_has_advice(
    set_only: Callable[[Mapping[str, str]], None],
) -> None:
    free = {"WEB_HOST", "ESOZ_API_KEY", "ESOZ_REFERRAL_TOKEN"}
    names = {name.upper() for name in Settings.model_fields} - free
    set_only(dict.fromkeys(names, "\t"))
    with pytest.raises(BadSettings) as problem:
        read_settings()
    assert {line.split()[0] for line in str(problem.value).splitlines()} == names


def test_empty_value_counts_as_not_set(set_only: Callable[[Mapping[str, str]], None]) -> None:
    set_only(MINIMUM | {"WEBHOOK_URL": "", "REDIS_URL": "", "WEB_PORT": ""})
    settings = read_settings()
    assert settings.webhook_url is None
    assert settings.redis_url is None
    assert settings.web_port == 8080


def test_secrets_do_not_stand_in_a_printed_settings_object(
    set_only: Callable[[Mapping[str, str]], None],
) -> None:
    secrets = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "WEBHOOK_SECRET": "hidden-1",
        "ESOZ_API_KEY": "hidden-2",
        "ESOZ_REFERRAL_TOKEN": "hidden-3",
    }
    set_only(secrets)
    printed = repr(read_settings())
    assert not any(secret in printed for secret in secrets.values())


def test_given_settings_do_not_ask_the_environment(
    set_only: Callable[[Mapping[str, str]], None],
) -> None:
    """Else `make run` would take an operator's webhook, and every test the Redis of CI."""
    set_only({"REDIS_URL": "redis://127.0.0.1:1/0", "LOG_LEVEL": "DEBUG"})
    settings = Settings.model_validate({"telegram_bot_token": TOKEN})
    assert settings.redis_url is None
    assert settings.log_level == "INFO"


def test_settings_cannot_be_changed() -> None:
    settings = Settings.model_validate({"telegram_bot_token": TOKEN})
    with pytest.raises(ValueError, match="frozen"):
        setattr(settings, "log_level", "DEBUG")  # noqa: B010 - mypy knows already
