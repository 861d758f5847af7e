"""Articles: front matter, the one walk that extracts and translates, and exact source lines."""

from pipeline.article.front_matter import read_article
from pipeline.article.walk import parse, to_html, translate

__all__ = ["parse", "read_article", "to_html", "translate"]
