"""Puts the signing side of the world together: the test authority, its pages, Дія, the widget."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sandbox.signer.authority import Authority
from sandbox.signer.diia import Diia
from sandbox.signer.pages import Pages
from sandbox.signer.register import Register
from sandbox.signer.signing import Signing
from sandbox.signer.sim import Sim
from sandbox.signer.test_page import TestSigner
from sandbox.signer.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiohttp import web

    from sandbox.clock import SandboxClock
    from sandbox.esoz.person import Person
    from sandbox.faults import Faults


class Signer:
    """Everything by which the invented people sign; keys are made when first needed."""

    def __init__(self, *, clock: SandboxClock, faults: Faults, people: Sequence[Person]) -> None:
        self.authority = Authority(clock)
        self.signing = Signing(self.authority, clock)
        self.sign = self.signing.sign
        register = Register(people, clock)
        pages = Pages(register)
        self.diia = Diia(
            clock=clock, faults=faults, register=register, signing=self.signing, pages=pages
        )
        self._widget = Widget(register, self.signing, pages)
        self._parts = (
            pages,
            self._widget,
            self.diia,
            Sim(register, self.signing, self.authority),
            TestSigner(register, self.signing, pages),
        )

    def routes(self) -> list[web.AbstractRouteDef]:
        return [route for part in self._parts for route in part.routes()]

    def bot_settings(self, base: str) -> dict[str, str]:
        """What a bot needs to take signatures of this world; `base` is the world's address."""
        return {
            "SIGNATURE_ROOTS": str(self._roots_file),
            "TEST_SIGNER_URL": f"{base}/signer",
            **self.diia.bot_settings(base),
            **self._widget.bot_settings(base),
        }

    async def close(self) -> None:
        await self.diia.close()
        if "_roots_file" in self.__dict__:
            shutil.rmtree(self._roots_file.parent, ignore_errors=True)
            del self.__dict__["_roots_file"]

    @cached_property
    def _roots_file(self) -> Path:
        """The root in a file of its own, which goes with this object at the latest."""
        folder = Path(tempfile.mkdtemp(prefix="patient-assistant-roots-"))
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        file = folder / "roots.pem"
        file.write_bytes(self.authority.root_pem())
        return file
