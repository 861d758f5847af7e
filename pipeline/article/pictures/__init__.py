"""Pictures of an article: which it shows, the words in drawings (SVG), and the drawing in another language."""

from pipeline.article.pictures.drawing import Drawing, draw, read_drawing
from pipeline.article.pictures.places import is_drawing, picture_path, pictures_of
from pipeline.article.pictures.words import with_words

__all__ = ["Drawing", "draw", "is_drawing", "picture_path", "pictures_of", "read_drawing", "with_words"]
