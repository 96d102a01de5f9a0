"""What in a person's own words may be an emergency: the classes, the rules, the verdict."""

from bot.domain.emergency.assessment import assess
from bot.domain.emergency.lexicon import Lexicon, Pattern, Rule
from bot.domain.emergency.verdict import CALM, Danger, Level, Verdict
from bot.domain.emergency.words import Word, fold, split

__all__ = [
    "CALM",
    "Danger",
    "Level",
    "Lexicon",
    "Pattern",
    "Rule",
    "Verdict",
    "Word",
    "assess",
    "fold",
    "split",
]
