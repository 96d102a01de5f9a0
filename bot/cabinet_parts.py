"""Puts the parts of being signed in at ЕСОЗ together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.cabinet_settings import CABINET_NEEDS, split_keys
from bot.clients.esoz.patience import Patience
from bot.clients.esoz.pis.cabinet import EsozCabinet
from bot.clients.esoz.pis.event_calls import EsozEvents
from bot.clients.esoz.pis.oauth import EsozOAuth, OAuthClient
from bot.clients.esoz.pis.transport import PisTransport
from bot.clients.esoz.pis.uploads import Uploads
from bot.clients.esoz.pis.user_calls import UserCalls
from bot.clients.sign_in_news import TelegramSignInNews
from bot.db.cipher import FernetCipher
from bot.db.repositories.esoz_sessions import EsozSessionRepository
from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.pending_sign_ins import PendingSignInRepository
from bot.dialogs.widgets.signing_in import sign_in_result, signed_nonce
from bot.domain.signing.session import Purpose
from bot.services.access_tokens import AccessTokens
from bot.services.act_as import ActAs
from bot.services.cabinet import CabinetServices
from bot.services.finish_sign_in import FinishSignIn
from bot.services.list_people import ListPeople
from bot.services.refresh_session import RefreshSession
from bot.services.sign_out import SignOut
from bot.services.start_sign_in import StartSignIn
from bot.services.submit_sign_in import SubmitSignIn
from bot.services.switch_person import SwitchPerson

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

    from aiogram import Bot
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.config import Settings
    from bot.domain.clock import Clock
    from bot.signing_parts import SigningParts


@dataclass(frozen=True, slots=True)
class CabinetParts:
    """`cabinet` asks ЕСОЗ in a patient's name, `act_as` gives the name to ask in."""

    cabinet: EsozCabinet
    cipher: FernetCipher
    act_as: ActAs
    sign_in: EsozOAuth
    sign_in_submission: SubmitSignIn
    sign_out: SignOut
    finish_sign_in: FinishSignIn
    sessions: EsozSessionRepository
    events: EsozEvents

    def join(self, signing: SigningParts) -> CabinetServices:
        """Put sign-in into signing, and give the use cases of the conversations."""
        signing.submissions[Purpose.SIGN_IN] = self.sign_in_submission
        signing.screens[Purpose.SIGN_IN] = signed_nonce
        signing.finish_sign_in = self.finish_sign_in
        start = StartSignIn(sign_in=self.sign_in, start_signing=signing.services.start)
        return CabinetServices(
            act_as=self.act_as,
            start_sign_in=start,
            finish_sign_in=self.finish_sign_in,
            list_people=ListPeople(sessions=self.sessions),
            switch_person=SwitchPerson(sessions=self.sessions),
            sign_out=self.sign_out,
        )


def cabinet_parts(
    settings: Settings, engine: AsyncEngine, bot: Bot, clock: Clock, stack: AsyncExitStack
) -> CabinetParts | None:
    """Return the parts, or None where a setting is missing and the section is a guide."""
    if any(getattr(settings, name) is None for name in CABINET_NEEDS):
        return None
    cipher = cipher_of(settings)
    sessions = EsozSessionRepository(engine, cipher)
    pending = PendingSignInRepository(engine)
    transport = _transport(settings, clock, stack)
    sign_in = EsozOAuth(transport, _client(settings))
    refresh = RefreshSession(sessions=sessions, sign_in=sign_in, clock=clock)
    tokens = AccessTokens(refresh=refresh, clock=clock)
    cabinet = EsozCabinet(
        UserCalls(transport, tokens),
        _uploads(settings, stack),
        sets_patient_signed=settings.esoz_patient_signed,
    )
    return CabinetParts(
        cabinet=cabinet,
        cipher=cipher,
        act_as=ActAs(sessions=sessions, tokens=tokens),
        sign_in=sign_in,
        sign_in_submission=SubmitSignIn(sign_in=sign_in, pending=pending, clock=clock),
        sign_out=SignOut(sessions=sessions, tokens=tokens, sign_in=sign_in),
        finish_sign_in=FinishSignIn(
            sign_in=sign_in,
            pending=pending,
            sessions=sessions,
            tokens=tokens,
            cabinet=cabinet,
            news=TelegramSignInNews(bot, PatientRepository(engine), sign_in_result),
            clock=clock,
        ),
        sessions=sessions,
        events=EsozEvents(transport),
    )


def cipher_of(settings: Settings) -> FernetCipher:
    """The cipher of the operator's keys, none of which may be missing."""
    keys = settings.encryption_keys
    return FernetCipher(split_keys(keys) if keys else ())


def _client(settings: Settings) -> OAuthClient:
    secret = settings.esoz_api_key
    return OAuthClient(
        client_id=str(settings.esoz_client_id),
        client_secret=secret.get_secret_value() if secret else "",
        redirect_uri=f"{settings.public_origin}/oauth/callback",
        sign_in_url=str(settings.esoz_sign_in_url),
    )


def _transport(settings: Settings, clock: Clock, stack: AsyncExitStack) -> PisTransport:
    secret = settings.esoz_api_key
    transport = PisTransport(
        str(settings.esoz_auth_url),
        secret.get_secret_value() if secret else "",
        clock=clock,
        patience=Patience(total_seconds=settings.esoz_timeout_seconds),
    )
    stack.push_async_callback(transport.aclose)
    return transport


def _uploads(settings: Settings, stack: AsyncExitStack) -> Uploads:
    uploads = Uploads(Patience(total_seconds=60), esoz_url=str(settings.esoz_auth_url))
    stack.push_async_callback(uploads.aclose)
    return uploads
