"""Signing played over HTTP: `Signer(clock=…, faults=…, people=…).routes()`."""

from __future__ import annotations

from sandbox.signer.world import Signer

__all__ = ["Signer"]
