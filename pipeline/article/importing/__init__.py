"""Articles in other formats (plain text, HTML, Word) → Markdown, with a report of every line that was left out."""

from pipeline.article.importing.article import Imported
from pipeline.article.importing.blocks import Remark
from pipeline.article.importing.formats import import_article, read_translation

__all__ = ["Imported", "Remark", "import_article", "read_translation"]
