"""First names and patronymics of Ukraine, the commonest among grown-ups first."""

from __future__ import annotations

from sandbox.directory.words import words

MEN = words("men")
WOMEN = words("women")
# Patronymic of a man, patronymic of a woman.
PATRONYMICS = [(pair.partition("/")[0], pair.partition("/")[2]) for pair in words("patronymics")]
