"""What no program can judge about a text: questions for people, each with the guide that asks it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A question that one person asks about a text and another answers."""

    text: str
    source: str
    """The guide, and its item where it numbers them."""


_CDC = "CDC Clear Communication Index"
_PEMAT = "PEMAT-P (AHRQ)"
_NHS = "NHS digital service manual"
_ISO = "ISO 24495-1"
_AHRQ = "AHRQ Health Literacy Universal Precautions Toolkit"

QUESTIONS = (
    Question("Who is the text for? Does it answer what these people ask?", f"{_CDC}, part A; {_ISO}"),
    Question("Is there one main message, and does it stand first?", f"{_CDC} 1 and 2"),
    Question("Is it clear from the title and the first lines what the text is for?", f"{_PEMAT} 1"),
    Question("Does it leave out what distracts from that?", f"{_PEMAT} 2"),
    Question("Does it tell the reader what to do, and why it helps them?", f"{_CDC} 5 and 14; {_PEMAT} 20"),
    Question("Are actions broken down into steps that a reader can take?", f"{_PEMAT} 22"),
    Question("Does each step stand in the order in which it is done?", f"{_PEMAT} 10"),
    Question(
        "Does each picture help to understand the text, and is none there as mere decoration?", f"{_PEMAT} 15 to 19"
    ),
    Question("Do pictures show people like the readers?", f"{_CDC} 4"),
    Question("Does it tell benefits as well as harms, and how likely each of them is?", f"{_CDC} 18 to 20"),
    Question("Does it say what is known, and what is not known?", f"{_CDC} 12"),
    Question("Are numbers told without sums that the reader would have to do?", f"{_CDC} 17; {_PEMAT} 7"),
    Question("Is a term that readers will hear from doctors explained, with the plain word first?", _NHS),
    Question("Is every fact right, and is its source named?", _NHS),
    Question("Is the tone kind, and free of blame?", "SHeLL Editor, person-centred language"),
    Question(
        "Does the translation fit the lives of its readers: food, measures, services, telephone numbers?",
        f"{_CDC}, part A",
    ),
    Question(
        "Have people from the audience read it, and told in their own words what they will do?",
        f"{_AHRQ}, teach-back; {_ISO}",
    ),
)
"""In the order in which a text is thought about: purpose, message, action, pictures, numbers, proof."""
