"""Draws the pages, and puts on each what keeps it from being misused."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from aiohttp import web
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.i18n import Language, Translator

_WEB = Path(__file__).resolve().parent.parent
_ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(_WEB / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ALWAYS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class PageWords:
    """Texts of one page: what the catalogue says is HTML, what is filled in is escaped."""

    def __init__(self, tr: Translator) -> None:
        self.tr = tr

    @property
    def language(self) -> Language:
        return self.tr.language

    def t(self, context: str, message: str, **fields: object) -> Markup:
        """Return what the catalogue says; the templates are where its texts are written out."""
        translated = self.tr.t
        # the catalogue is ours, and the Translator escapes every field
        return Markup(translated(context, message, **fields))  # noqa: S704 - escaped by the Translator


class Pages:
    """`script` and `frame` are the widget's sites, `form` the test signer's; "" where none is."""

    def __init__(self, *, script: str = "", frame: str = "", form: str = "") -> None:
        self._script = script
        self._frame = frame
        self._form = form

    def show(
        self,
        template: str,
        context: Mapping[str, object],
        *,
        status: HTTPStatus = HTTPStatus.OK,
        with_widget: bool = False,
    ) -> web.Response:
        html = _ENVIRONMENT.get_template(template).render(context)
        policy = self._policy(with_widget=with_widget)
        return web.Response(
            text=html,
            status=status,
            content_type="text/html",
            headers={"Content-Security-Policy": policy, **ALWAYS},
        )

    def _policy(self, *, with_widget: bool) -> str:
        allowed = {
            "default-src": "'none'",
            "script-src": f"'self' {self._script if with_widget else ''}",
            "style-src": "'self'",
            # the code of a cloud key comes from the widget as the bytes of a picture
            "img-src": f"'self' {'data:' if with_widget else ''}",
            "connect-src": "'self'",
            "frame-src": f"'self' {self._frame if with_widget else ''}",
            "form-action": f"'self' {self._form}",
            "frame-ancestors": "'none'",
            "base-uri": "'none'",
        }
        return "; ".join(f"{name} {sites.strip()}" for name, sites in allowed.items())


def see_other(address: str) -> web.Response:
    """Lead on to `address`; an answer without a page is not kept or framed either."""
    policy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
    headers = {"Location": address, "Content-Security-Policy": policy, **ALWAYS}
    return web.Response(status=HTTPStatus.SEE_OTHER, headers=headers)


def printed_form(html: str) -> web.Response:
    """Answer with a document of ЕСОЗ that may look as it likes and do nothing.

    Its own policy lets it keep its styles, which the page's would take away, and gives it no
    origin, no scripts and nothing from outside.
    """
    policy = (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    )
    return web.Response(
        text=html,
        content_type="text/html",
        headers={"Content-Security-Policy": policy, **ALWAYS},
    )
