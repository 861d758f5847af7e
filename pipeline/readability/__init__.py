"""Readability: how long the sentences and words of a text are, and for which school grade.

`measure(blocks, language)` returns a `Measure` with its `Sentence`s.
"""

from pipeline.readability.measures import Measure, Sentence, measure

__all__ = ["Measure", "Sentence", "measure"]
