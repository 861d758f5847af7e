"""Drawings for tests."""

from pipeline.article.pictures import read_drawing

PATH = "source/pictures/x.svg"


def svg(inside, attributes='viewBox="0 0 400 300"'):
    """A whole SVG file around `inside`."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>\n{inside}\n</svg>'


def drawing(inside, attributes='viewBox="0 0 400 300"'):
    return read_drawing(svg(inside, attributes).encode(), PATH)
