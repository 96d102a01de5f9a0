"""Makes what checks signatures, and the client of Дія, out of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.clients.signing.audit import AuditedVerifier
from bot.clients.signing.chain import Chain
from bot.clients.signing.diia import DiiaAccess, DiiaAcquirer
from bot.clients.signing.roots import UnreadableRoots, read_roots
from bot.clients.signing.verifier import CmsVerifier
from bot.config import BadSettings

if TYPE_CHECKING:
    from contextlib import AsyncExitStack
    from pathlib import Path

    from bot.config import Settings
    from bot.domain.clock import Clock

log = structlog.get_logger(__name__)


def signature_verifier(settings: Settings) -> AuditedVerifier:
    """Raises BadSettings when there is nothing to trust in the file of the roots."""
    if settings.signature_roots is None:
        log.warning("SIGNATURE_ROOTS is not set: who issued a certificate is left to eHealth")
        return AuditedVerifier(CmsVerifier(chain=None))
    return AuditedVerifier(CmsVerifier(_chain(settings.signature_roots)))


def diia_acquirer(settings: Settings, clock: Clock, stack: AsyncExitStack) -> DiiaAcquirer | None:
    """None where the operator has no agreement with Дія; closed with `stack`."""
    acquirer_token, auth_token = settings.diia_acquirer_token, settings.diia_auth_token
    if not (acquirer_token and auth_token and settings.diia_branch_id and settings.diia_offer_id):
        return None
    access = DiiaAccess(
        base_url=str(settings.diia_api_url),
        acquirer_token=acquirer_token.get_secret_value(),
        auth_token=auth_token.get_secret_value(),
        branch_id=settings.diia_branch_id,
        offer_id=settings.diia_offer_id,
    )
    acquirer = DiiaAcquirer(access, clock=clock)
    stack.push_async_callback(acquirer.aclose)
    return acquirer


def _chain(path: Path) -> Chain:
    try:
        return Chain(read_roots(path.read_bytes()))
    except (UnreadableRoots, OSError) as error:
        raise BadSettings(
            "SIGNATURE_ROOTS: the file holds no certificate of an authority with an ECDSA or RSA "
            "key. Give CACertificates.p7b from czo.gov.ua, or a PEM bundle"
        ) from error
