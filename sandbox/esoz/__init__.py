"""ЕСОЗ played over HTTP: `Esoz(clock=…, faults=…).routes()`."""

from __future__ import annotations

from sandbox.esoz.world import Esoz

__all__ = ["Esoz"]
