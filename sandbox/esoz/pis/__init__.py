"""The e-cabinet's side of the invented ЕСОЗ: the PIS API and the sign-in pages."""

from __future__ import annotations

from sandbox.esoz.pis.world import Pis

__all__ = ["Pis"]
