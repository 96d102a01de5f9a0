"""Composition root: the only place where the bot's parts are made and tied together."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.dispatcher.middlewares.error import ErrorsMiddleware
from aiogram.enums import ParseMode
from aiogram.fsm.storage.redis import RedisEventIsolation, RedisStorage

from bot.cabinet_parts import cabinet_parts
from bot.clients.esoz.patience import Patience
from bot.clients.esoz.referrals import EsozReferrals
from bot.clients.esoz.transport import Access, Transport
from bot.clients.redis_conversations import RedisConversations
from bot.clients.telegram import RetryRequests, TelegramChat
from bot.database_failure import blaming_database
from bot.db.engine import create_engine, upgrade
from bot.db.fsm_storage import DatabaseStorage
from bot.db.repositories.lookups import LookupRepository
from bot.db.repositories.number_messages import NumberMessageRepository
from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.searches import SearchRepository
from bot.db.repositories.updates import UpdateRepository
from bot.declaration_parts import declaration_services
from bot.declare_parts import declare_parts
from bot.directory_parts import directory_parts
from bot.figure_parts import figure_parts
from bot.handlers import all_routers
from bot.handlers.emergency import EmergencyFirst
from bot.handlers.flow_steps import CountedSteps
from bot.hotline_parts import hotline_routes
from bot.listening import listen
from bot.middlewares.callback_answer import AnsweredTaps
from bot.middlewares.idempotence import Idempotence
from bot.middlewares.language import PatientLanguage
from bot.middlewares.metrics import UpdateMetrics
from bot.middlewares.order import PatientOrder
from bot.middlewares.private_chat import PrivateChatOnly
from bot.middlewares.throttle import Throttle
from bot.my_data_parts import my_data_parts
from bot.parts import Parts
from bot.profile import publish_profile
from bot.reminder_parts import reminder_parts
from bot.services import Services
from bot.services.check_referral import CheckReferral
from bot.services.choose_language import ChooseLanguage
from bot.services.find_in_directory import FindInDirectory
from bot.services.forget_patient import ForgetPatient
from bot.services.note_reachability import NoteReachability
from bot.services.remember_number_message import RememberNumberMessage
from bot.services.remove_number import RemoveNumber
from bot.services.show_card import ShowCard
from bot.services.show_found import ShowFound
from bot.signing_parts import signing_parts
from bot.start_failures import (
    blaming_redis,
)
from bot.tick_parts import start_ticks
from bot.understanding_parts import understand
from bot.watch_parts import watch_parts
from bot.web.signing.files import file_routes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.config import Settings
    from bot.domain.clock import Clock
    from bot.jobs.ticks import Ticks

_KEPT = timedelta(days=30)
"""How long a step of a conversation waits in Redis, as in the database."""

LOOKUP_FLOOR_SECONDS = 0.4
"""No look-up says "not found" sooner, so that the speed of an answer tells nothing."""


@dataclass(frozen=True, slots=True)
class RunningBot:
    """A bot at work."""

    web_port: int
    ticks: Ticks


@asynccontextmanager
async def running(settings: Settings, clock: Clock) -> AsyncIterator[RunningBot]:
    """Run the bot until the context is left; what is in flight is finished first.

    Raises BadSettings when one of them keeps the bot from starting.
    """
    async with AsyncExitStack() as stack:
        engine = await _database(settings, stack)
        bot = await stack.enter_async_context(_bot(settings, clock))
        signing = signing_parts(settings, engine, bot, clock, stack)
        cabinet = cabinet_parts(settings, engine, bot, clock, stack)
        directory = directory_parts(settings, engine, clock, stack)
        reminders = reminder_parts(settings, engine, bot, clock)
        parts = Parts(
            directory=directory,
            watches=watch_parts(engine, bot, clock, reminders.budget),
            figures=figure_parts(engine, clock, stack),
            reminders=reminders,
            signing=signing,
            cabinet=cabinet,
            my_data=(
                my_data_parts(engine, bot, clock, cabinet, signing)
                if cabinet and signing
                else None
            ),
            declare=(
                declare_parts(engine, bot, clock, cabinet, signing, directory.repository)
                if cabinet and signing
                else None
            ),
        )
        check_referral = _check_referral(settings, engine, clock, stack)
        services = _services(engine, bot, clock, parts, check_referral)
        dispatcher = _dispatcher(settings, engine, services, clock)
        stack.push_async_callback(dispatcher.fsm.close)
        await _check_redis(dispatcher.storage)
        ticks = start_ticks(engine, clock, parts, stack)
        await publish_profile(bot)
        pages = parts.signing.routes() if parts.signing else file_routes()
        pages += hotline_routes(
            settings,
            engine,
            bot,
            clock,
            read_figures=parts.figures.read,
            understand=services.understand,
        )
        port = await listen(settings, engine, bot, dispatcher, clock, stack, pages)
        yield RunningBot(port, ticks)


async def _database(settings: Settings, stack: AsyncExitStack) -> AsyncEngine:
    with blaming_database():
        engine = create_engine(settings.database_url)
        stack.push_async_callback(engine.dispose)
        await upgrade(engine)
    return engine


@asynccontextmanager
async def _bot(settings: Settings, clock: Clock) -> AsyncIterator[Bot]:
    server = TelegramAPIServer.from_base(str(settings.telegram_api_url).rstrip("/"))
    session = AiohttpSession(api=server, timeout=20)
    session.middleware(RetryRequests(clock))
    bot = Bot(
        settings.telegram_bot_token.get_secret_value(),
        session=session,
        default=DefaultBotProperties(parse_mode=ParseMode.HTML),
    )
    async with bot.context():
        yield bot


def _services(
    engine: AsyncEngine,
    bot: Bot,
    clock: Clock,
    parts: Parts,
    check_referral: CheckReferral | None,
) -> Services:
    patients = PatientRepository(engine)
    messages = NumberMessageRepository(engine)
    searches = SearchRepository(engine)
    index, rows = parts.directory.index, parts.directory.repository
    watches, signing, cabinet = parts.watches, parts.signing, parts.cabinet
    return Services(
        clock=clock,
        check_referral=check_referral,
        choose_language=ChooseLanguage(patients=patients, clock=clock),
        figures=parts.figures.figures,
        find_in_directory=FindInDirectory(
            lookup=index, nearby=parts.directory.nearby, searches=searches, clock=clock
        ),
        forget_patient=ForgetPatient(
            patients=patients, sign_out=cabinet.sign_out if cabinet else None
        ),
        note_reachability=NoteReachability(patients=patients, clock=clock),
        remember_number_message=RememberNumberMessage(messages=messages, clock=clock),
        remove_number=RemoveNumber(messages=messages, chat=TelegramChat(bot)),
        show_card=ShowCard(rows=rows),
        understand=understand(),
        show_found=ShowFound(lookup=index, rows=rows, searches=searches, clock=clock),
        watch_doctor=watches.watch_doctor,
        list_watches=watches.list_watches,
        stop_watching=watches.stop_watching,
        signing=signing.services if signing else None,
        cabinet=cabinet.join(signing) if cabinet and signing else None,
        declarations=declaration_services(engine, clock, cabinet) if cabinet and signing else None,
        my_data=parts.my_data.services if parts.my_data else None,
        reminders=parts.reminders.use_cases,
        declare=parts.declare.services if parts.declare else None,
    )


def _check_referral(
    settings: Settings, engine: AsyncEngine, clock: Clock, stack: AsyncExitStack
) -> CheckReferral | None:
    """Return the look-up, or None where the operator has no access to referrals."""
    token, api_key = settings.esoz_referral_token, settings.esoz_api_key
    if token is None or api_key is None:
        return None
    access = Access(
        base_url=str(settings.esoz_api_url),
        token=token.get_secret_value(),
        api_key=api_key.get_secret_value(),
    )
    patience = Patience(total_seconds=settings.esoz_timeout_seconds)
    transport = Transport(access, clock=clock, patience=patience)
    stack.push_async_callback(transport.aclose)
    return CheckReferral(
        source=EsozReferrals(transport),
        lookups=LookupRepository(engine),
        clock=clock,
        floor_seconds=LOOKUP_FLOOR_SECONDS,
    )


def _dispatcher(
    settings: Settings, engine: AsyncEngine, services: Services, clock: Clock
) -> Dispatcher:
    storage, order = _conversation_state(settings, engine, clock)
    dispatcher = Dispatcher(storage=storage, events_isolation=order, services=services)
    for middleware in (
        UpdateMetrics(),
        PrivateChatOnly(),
        Idempotence(UpdateRepository(engine), clock),
        PatientLanguage(PatientRepository(engine)),
        # inside the patient's lock, so that an error is answered before the next update
        ErrorsMiddleware(dispatcher),
        EmergencyFirst(clock),
        Throttle(),
    ):
        dispatcher.update.outer_middleware(middleware)
    dispatcher.callback_query.middleware(AnsweredTaps())
    dispatcher.callback_query.middleware(CountedSteps(services.figures))
    # a router belongs to one dispatcher for good: copies let a process run several bots
    dispatcher.include_routers(*(deepcopy(router) for router in all_routers()))
    return dispatcher


def _conversation_state(
    settings: Settings, engine: AsyncEngine, clock: Clock
) -> tuple[BaseStorage, BaseEventIsolation]:
    """Return where conversations wait, and what keeps each patient's updates in order."""
    if settings.redis_url:
        storage = RedisConversations.from_url(settings.redis_url, state_ttl=_KEPT, data_ttl=_KEPT)
        return storage, RedisEventIsolation(storage.redis)
    return DatabaseStorage(engine, clock), PatientOrder()


async def _check_redis(storage: BaseStorage) -> None:
    if isinstance(storage, RedisStorage):
        with blaming_redis():
            await storage.redis.ping()
