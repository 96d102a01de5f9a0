"""Every refusal of a signature has words of its own, in every language."""

from __future__ import annotations

import pytest

from bot.dialogs.widgets.signature_words import problem_text
from bot.errors import SignatureProblem
from bot.i18n import Language, Translator


@pytest.mark.parametrize("language", Language)
def test_every_problem_has_words_of_its_own(language: Language) -> None:
    texts = [problem_text(Translator(language), problem) for problem in SignatureProblem]

    assert len(set(texts)) == len(SignatureProblem)


@pytest.mark.parametrize("problem", SignatureProblem)
def test_the_words_stand_in_a_chat_and_on_a_page_alike(problem: SignatureProblem) -> None:
    text = problem_text(Translator(Language.UK), problem)

    assert not set("<>&") & set(text)
    assert text.endswith(".")


def test_whoever_sends_the_key_is_told_not_to() -> None:
    text = problem_text(Translator(Language.UK), SignatureProblem.PRIVATE_KEY)

    assert "Нікому його не надсилайте" in text
