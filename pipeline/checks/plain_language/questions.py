"""What no program can judge about a text: questions for people, each with the guide that asks it.

The numbers are those of the guides: PEMAT-P with 26 items (version 1.0, Shoemaker, Wolf & Brach 2013), and the CDC
Clear Communication Index with 20.
"""

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
    Question(
        "Who is the text for? Does it answer what these people ask?", f"{_CDC}, questions before the items; {_ISO}"
    ),
    Question("Is there one main message, and does it stand first?", f"{_CDC} 1, 2 and 10; {_PEMAT} 11"),
    Question("Is it clear from the title and the first lines what the text is for?", f"{_PEMAT} 1"),
    Question("Does it leave out what distracts from that?", f"{_PEMAT} 2"),
    Question("Does it tell the reader what to do, and why it helps them?", f"{_CDC} 5, 12 and 13; {_PEMAT} 20"),
    Question("Are actions broken down into steps that a reader can take?", f"{_CDC} 14; {_PEMAT} 22"),
    Question("Does each step stand in the order in which it is done?", f"{_PEMAT} 10"),
    Question(
        "Does each picture help to understand the text, and is none there as mere decoration?",
        f"{_CDC} 4; {_PEMAT} 15, 16 and 18",
    ),
    Question("Do people in pictures do what the text recommends?", f"{_CDC} 4"),
    Question("Does it tell benefits as well as harms, and what they mean for the reader?", f"{_CDC} 18 and 19"),
    Question("Is a chance also told in words or in a picture?", f"{_CDC} 20"),
    Question("Does it say what is known, and what is not known?", f"{_CDC} 11"),
    Question(
        "Is it clear what each number means, without sums that the reader would have to do?",
        f"{_CDC} 15 to 17; {_PEMAT} 6 and 7",
    ),
    Question(
        "Is a term that readers will hear from doctors explained, with the plain word first?",
        f"{_NHS}, How we write; {_PEMAT} 4; {_CDC} 7",
    ),
    Question("Has somebody who is trained in the subject checked every fact?", f"{_NHS}, How we write"),
    Question("Is the tone calm and kind, and free of blame?", f"{_NHS}, Voice and tone"),
    Question(
        "Does the translation fit the lives of its readers: food, measures, services, telephone numbers?",
        f"{_CDC}, note on translated materials",
    ),
    Question(
        "Have people from the audience read it, and told in their own words what they will do?",
        f"{_AHRQ}, tools 5 and 11; {_ISO}",
    ),
)
"""In the order in which a text is thought about: purpose, message, action, pictures, numbers, proof."""
