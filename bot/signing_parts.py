"""Puts the hand-off together: sessions, their pages, and what is done with a signature."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.cabinet_settings import split_keys
from bot.clients.signing_news import TelegramSigningNews
from bot.db.cipher import FernetCipher
from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.sign_sessions import SignSessionRepository
from bot.db.repositories.sign_work import SignWorkRepository
from bot.dialogs.widgets.signing import outcome_screen
from bot.domain.signing.session import Provider
from bot.jobs.signing import SigningErrands, SigningTicks
from bot.services.cancel_signing import CancelSigning
from bot.services.complete_signing import CompleteSigning
from bot.services.find_awaited_signature import FindAwaitedSignature
from bot.services.open_signing import OpenSigning
from bot.services.receive_from_diia import ReceiveFromDiia
from bot.services.receive_signature import ReceiveSignature
from bot.services.request_diia import RequestDiia
from bot.services.signing import SigningServices
from bot.services.start_signing import StartSigning
from bot.services.tend_signings import TendSignings
from bot.signature_parts import diia_acquirer, signature_verifier
from bot.supervisor import Supervisor
from bot.web.signing.browser import Browsers
from bot.web.signing.callbacks import Callbacks
from bot.web.signing.files import file_routes
from bot.web.signing.forms import Forms
from bot.web.signing.rendering import Pages
from bot.web.signing.site import Site, Ways
from bot.web.signing.views import Views

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AsyncExitStack

    from aiogram import Bot
    from aiohttp import web
    from pydantic import AnyHttpUrl
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.clients.signing.diia import DiiaAcquirer
    from bot.clients.telegram import Drawn
    from bot.config import Settings
    from bot.domain.clock import Clock
    from bot.domain.signing.session import Outcome, Purpose, SignSession
    from bot.services.signing_ports import Cipher, Submission
    from bot.web.signing.callbacks import FinishesSignIn

_LAST_WORK_SECONDS = 5.0


@dataclass(slots=True)
class SigningParts:
    """What signing gives to others, and what others put in before the bot starts.

    `submissions` and `screens` are filled by the owner of each purpose: how a signed document
    goes to ЕСОЗ, and what is said in the chat. `finish_sign_in` ends what the sign-in began.
    """

    services: SigningServices
    cipher: Cipher
    ticks: SigningTicks
    submissions: dict[Purpose, Submission]
    screens: dict[Purpose, Callable[[SignSession, Outcome], Drawn | None]]
    finish_sign_in: FinishesSignIn | None = None
    _routes: Callable[[FinishesSignIn | None], list[web.AbstractRouteDef]] = field(kw_only=True)

    def routes(self) -> list[web.AbstractRouteDef]:
        """Return the pages, once everything is put in."""
        return self._routes(self.finish_sign_in)


def signing_parts(
    settings: Settings, engine: AsyncEngine, bot: Bot, clock: Clock, stack: AsyncExitStack
) -> SigningParts | None:
    """Return None where nothing can be signed: without a public address, or without keys."""
    if settings.public_url is None or settings.encryption_keys is None:
        return None
    cipher = FernetCipher(split_keys(settings.encryption_keys))
    sessions = SignSessionRepository(engine, cipher)
    work = SignWorkRepository(engine, cipher)
    supervisor = Supervisor()
    stack.push_async_callback(supervisor.drain, _LAST_WORK_SECONDS)
    errands = SigningErrands(supervisor)
    submissions: dict[Purpose, Submission] = {}
    screens: dict[Purpose, Callable[[SignSession, Outcome], Drawn | None]] = {}
    complete = CompleteSigning(
        work=work,
        verifier=signature_verifier(settings),
        submissions=submissions,
        news=TelegramSigningNews(bot, outcome_screen, screens),
        clock=clock,
    )
    errands.serve(complete)
    services = _services(settings, engine, sessions, errands, clock)
    diia = diia_acquirer(settings, clock, stack)
    site = _site(settings, sessions, clock, diia)
    return SigningParts(
        services=services,
        cipher=cipher,
        ticks=SigningTicks(tend=TendSignings(work=work, complete=complete, clock=clock)),
        submissions=submissions,
        screens=screens,
        _routes=lambda finish_sign_in: _routes(site, services, diia, finish_sign_in),
    )


def _services(
    settings: Settings,
    engine: AsyncEngine,
    sessions: SignSessionRepository,
    errands: SigningErrands,
    clock: Clock,
) -> SigningServices:
    return SigningServices(
        start=StartSigning(
            sessions=sessions,
            languages=PatientRepository(engine),
            clock=clock,
            public_origin=settings.public_origin,
        ),
        cancel=CancelSigning(sessions=sessions, clock=clock),
        find_awaited=FindAwaitedSignature(sessions=sessions, clock=clock),
        receive=ReceiveSignature(sessions=sessions, errands=errands, clock=clock),
    )


def _site(
    settings: Settings, sessions: SignSessionRepository, clock: Clock, diia: DiiaAcquirer | None
) -> Site:
    is_offered = {
        Provider.DIIA: diia is not None,
        Provider.WIDGET: settings.sign_widget_url is not None,
        Provider.FILE: True,
        Provider.TEST: settings.test_signer_url is not None,
    }
    return Site(
        sessions=sessions,
        clock=clock,
        pages=Pages(
            script=_origin(settings.sign_widget_script_url),
            frame=_origin(settings.sign_widget_url),
            form=_origin(settings.test_signer_url),
        ),
        browsers=Browsers(is_protected=settings.public_origin.startswith("https://")),
        origin=settings.public_origin,
        ways=Ways(
            offered={provider for provider, is_there in is_offered.items() if is_there},
            test_signer=_address(settings.test_signer_url),
            widget=_address(settings.sign_widget_url),
            widget_script=_address(settings.sign_widget_script_url),
        ),
    )


def _routes(
    site: Site,
    services: SigningServices,
    diia: DiiaAcquirer | None,
    finish_sign_in: FinishesSignIn | None,
) -> list[web.AbstractRouteDef]:
    views = Views(site)
    sessions, clock = site.sessions, site.clock
    forms = Forms(
        site,
        views,
        open_signing=OpenSigning(sessions=sessions, clock=clock),
        receive=services.receive,
        cancel=services.cancel,
        request_diia=RequestDiia(sessions=sessions, diia=diia, clock=clock) if diia else None,
    )
    from_diia = ReceiveFromDiia(sessions=sessions, receive=services.receive) if diia else None
    callbacks = Callbacks(site, from_diia=from_diia, finish_sign_in=finish_sign_in)
    return [*views.routes(), *forms.routes(), *callbacks.routes(), *file_routes()]


def _address(url: AnyHttpUrl | None) -> str | None:
    return str(url) if url else None


def _origin(url: AnyHttpUrl | None) -> str:
    """Return what a Content-Security-Policy calls a site."""
    if url is None:
        return ""
    parts = urlsplit(str(url))
    return f"{parts.scheme}://{parts.netloc}"
