"""What an author changed in a message: how much harm an old translation could do, and what can be carried over."""

from pipeline.catalogs.edits.differences import Change, changed_text, tell, word_changes
from pipeline.catalogs.edits.follow import follow
from pipeline.catalogs.edits.grade import Edit, Grader, Harm, cosmetic, digits, grade_plainly
from pipeline.catalogs.edits.shape import Shape, read_shape

__all__ = [
    "Change",
    "Edit",
    "Grader",
    "Harm",
    "Shape",
    "changed_text",
    "cosmetic",
    "digits",
    "follow",
    "grade_plainly",
    "read_shape",
    "tell",
    "word_changes",
]
