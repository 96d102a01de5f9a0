"""What the operator sets for signatures: whole, readable, and never told in an error."""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from pydantic import ValidationError

from bot.config import BadSettings, Settings, read_settings
from bot.domain.clock import SystemClock
from bot.signature_parts import diia_acquirer, signature_verifier
from sandbox.signer.authority import trusted_root

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "123456789:" + "A" * 35
DIIA = {
    "diia_acquirer_token": "acquirer",
    "diia_auth_token": "auth",
    "diia_branch_id": "branch",
    "diia_offer_id": "offer",
}


def settings(**given: Any) -> Settings:
    return Settings(telegram_bot_token=TOKEN, **given)


@pytest.mark.parametrize("missing", DIIA)
def test_three_of_four_do_not_open_diia(missing: str) -> None:
    given = {name: value for name, value in DIIA.items() if name != missing}

    with pytest.raises(ValidationError, match=missing.upper()):
        settings(**given)


def test_the_check_says_what_is_left_to_esoz(tmp_path: Path) -> None:
    path = tmp_path / "roots.pem"
    path.touch()

    without = "\n".join(settings().signing_lines)
    whole = "\n".join(settings(signature_roots=path, **DIIA).signing_lines)

    assert "only eHealth asks who issued a certificate" in without
    assert "set DIIA_ACQUIRER_TOKEN, DIIA_AUTH_TOKEN, DIIA_BRANCH_ID, DIIA_OFFER_ID" in without
    assert "certificates are checked against SIGNATURE_ROOTS" in whole
    assert "diia         live" in whole


async def test_diia_is_not_offered_without_an_agreement() -> None:
    async with AsyncExitStack() as stack:
        assert diia_acquirer(settings(), SystemClock(), stack) is None
        assert diia_acquirer(settings(**DIIA), SystemClock(), stack) is not None


def test_a_file_that_is_not_there_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("SIGNATURE_ROOTS", str(tmp_path / "nowhere.p7b"))

    with pytest.raises(BadSettings, match=r"SIGNATURE_ROOTS is wrong: .*czo\.gov\.ua"):
        read_settings()


def test_a_file_without_authorities_stops_the_start(tmp_path: Path) -> None:
    path = tmp_path / "roots.pem"
    path.write_text("nothing")

    with pytest.raises(BadSettings, match="SIGNATURE_ROOTS: the file holds no certificate"):
        signature_verifier(settings(signature_roots=path))


def test_the_bot_says_when_it_has_no_roots(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "roots.pem"
    path.write_bytes(trusted_root().certificate.public_bytes(Encoding.PEM))

    signature_verifier(settings(signature_roots=path))
    assert not caplog.text

    signature_verifier(settings())
    assert "SIGNATURE_ROOTS is not set" in caplog.text
