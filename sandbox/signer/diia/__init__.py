"""Дія's acquirer API, the app's page, and its callback, played over HTTP."""

from __future__ import annotations

from sandbox.signer.diia.world import Diia

__all__ = ["Diia"]
