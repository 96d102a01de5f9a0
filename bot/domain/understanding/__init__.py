"""What a patient means: which topic or flow, how sure that is, and what to carry into it."""

from bot.domain.understanding.entities import NOTHING_SAID, Entities, entities_of, names_as_towns
from bot.domain.understanding.phrases import Match, Phrase, PhraseIndex
from bot.domain.understanding.target import Place, Target
from bot.domain.understanding.verdict import Guess, Outcome, Understood, judge
from bot.domain.understanding.vocabulary import SPECIALITY, TOWN, Concepts, Said, Vocabulary

__all__ = [
    "NOTHING_SAID",
    "SPECIALITY",
    "TOWN",
    "Concepts",
    "Entities",
    "Guess",
    "Match",
    "Outcome",
    "Phrase",
    "PhraseIndex",
    "Place",
    "Said",
    "Target",
    "Understood",
    "Vocabulary",
    "entities_of",
    "judge",
    "names_as_towns",
]
