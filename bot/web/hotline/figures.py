"""The page of figures, behind the operators' password: tables, charts, CSV."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from aiohttp import web

from bot.services.operator_access import TooManyAttempts, WrongPassword
from bot.web.hotline import figure_words as texts
from bot.web.hotline.charts import CHARTS, chart
from bot.web.hotline.csv_export import as_csv
from bot.web.hotline.figure_tables import tables
from bot.web.hotline.site import STATS, suffix, words_of
from bot.web.signing.browser import Browsers
from bot.web.signing.rendering import ALWAYS

if TYPE_CHECKING:
    from bot.services.operator_access import OperatorAccess
    from bot.services.read_figures import ReadFigures
    from bot.web.hotline.figure_tables import Shown
    from bot.web.hotline.site import HotlineSite
    from bot.web.signing.rendering import PageWords

PERIODS: Final = (7, 30, 90, 365)
_USUAL: Final = 30
_KEPT_SECONDS: Final = 12 * 3600


class FigurePages:
    """`access` is None where no password is set; `is_protected`: the pages are on https."""

    def __init__(
        self,
        site: HotlineSite,
        *,
        read: ReadFigures,
        access: OperatorAccess | None,
        is_protected: bool,
    ) -> None:
        self._site = site
        self._read = read
        self._access = access
        self._is_protected = is_protected
        # __Host-: only this host can set it, only over https, and for all of its paths
        self._cookie = "__Host-operator" if is_protected else "operator"

    def routes(self) -> list[web.AbstractRouteDef]:
        guarded = self._site.guarded
        return [
            web.get(STATS, guarded(self._page)),
            web.post(STATS, guarded(self._sign_in)),
            web.post(f"{STATS}/leave", guarded(self._leave)),
            web.get(f"{STATS}/{{name}}.svg", guarded(self._chart)),
            web.get(f"{STATS}/{{name}}.csv", guarded(self._csv)),
        ]

    async def _page(self, request: web.Request) -> web.StreamResponse:
        words = words_of(request)
        if self._access is None:
            return self._site.show(request, "message.html", words, w=texts.off_words(words))
        if not await self._access.is_known(request.cookies.get(self._cookie)):
            return self._door(request, words)
        days = _days(request)
        report = await self._read(days=days)
        return self._site.show(
            request,
            "figures.html",
            words,
            w=texts.report_words(words, report),
            tables=tables(words, report),
            charts=CHARTS,
            days=days,
            periods=[(number, texts.period_name(words, number)) for number in PERIODS],
            and_lang=f"&lang={words.language.value}" if suffix(words.language) else "",
        )

    def _door(
        self,
        request: web.Request,
        words: PageWords,
        problem: str = "",
        status: HTTPStatus = HTTPStatus.OK,
    ) -> web.Response:
        w = texts.door_words(words)
        return self._site.show(
            request, "door.html", words, status=status, w=w, problem=w[problem] if problem else ""
        )

    async def _sign_in(self, request: web.Request) -> web.StreamResponse:
        Browsers.require_own_site(request)
        words = words_of(request)
        if self._access is None:
            raise web.HTTPNotFound
        try:
            secret = await self._access.sign_in(str((await request.post()).get("password", "")))
        except WrongPassword:
            return self._door(request, words, "wrong", HTTPStatus.FORBIDDEN)
        except TooManyAttempts:
            return self._door(request, words, "too_many", HTTPStatus.TOO_MANY_REQUESTS)
        answer = _see(words)
        answer.set_cookie(
            self._cookie,
            secret,
            max_age=_KEPT_SECONDS,
            path="/",
            httponly=True,
            secure=self._is_protected,
            samesite="Strict",
        )
        return answer

    async def _leave(self, request: web.Request) -> web.StreamResponse:
        Browsers.require_own_site(request)
        if self._access:
            await self._access.sign_out(request.cookies.get(self._cookie))
        answer = _see(words_of(request))
        answer.del_cookie(
            self._cookie, path="/", secure=self._is_protected, httponly=True, samesite="Strict"
        )
        return answer

    async def _chart(self, request: web.Request) -> web.StreamResponse:
        words, table = await self._table(request)
        if table.name not in CHARTS:
            raise web.HTTPNotFound
        drawn = chart(table, str(texts.table_names(words)[table.name]))
        policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        return web.Response(
            body=drawn,
            content_type="image/svg+xml",
            headers={**ALWAYS, "Content-Security-Policy": policy},
        )

    async def _csv(self, request: web.Request) -> web.StreamResponse:
        _words, table = await self._table(request)
        disposition = f'attachment; filename="{table.name}-{_days(request)}.csv"'
        return web.Response(
            body=as_csv(table),
            content_type="text/csv",
            charset="utf-8",
            headers={**ALWAYS, "Content-Disposition": disposition},
        )

    async def _table(self, request: web.Request) -> tuple[PageWords, Shown]:
        """Return the table that is asked for; raises HTTPNotFound, also for who is not let in."""
        if not (self._access and await self._access.is_known(request.cookies.get(self._cookie))):
            raise web.HTTPNotFound
        words = words_of(request)
        report = await self._read(days=_days(request))
        for table in tables(words, report):
            if table.name == request.match_info["name"]:
                return words, table
        raise web.HTTPNotFound


def _days(request: web.Request) -> int:
    asked = request.query.get("days", "")
    return int(asked) if asked in {str(days) for days in PERIODS} else _USUAL


def _see(words: PageWords) -> web.Response:
    """Lead to the page of figures, so that a reload sends nothing again."""
    address = f"{STATS}{suffix(words.language)}"
    return web.Response(status=HTTPStatus.SEE_OTHER, headers={"Location": address, **ALWAYS})
