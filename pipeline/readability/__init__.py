"""Readability: how long the sentences and words of a text are, how usual its words, and for which reader that is.

`measure(blocks, language)` returns a `Measure` with its `Sentence`s.
"""

from pipeline.readability.equivalent import SentenceLimit, sentence_limit
from pipeline.readability.measures import Measure, National, measure, split_blocks
from pipeline.readability.reading import Sentence

__all__ = ["Measure", "National", "Sentence", "SentenceLimit", "measure", "sentence_limit", "split_blocks"]
