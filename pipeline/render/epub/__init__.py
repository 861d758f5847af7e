"""The EPUB 3 edition of a page: a book of one chapter, with its pictures inside."""

from pipeline.render.epub.book import Book, bind, make_book

__all__ = ["Book", "bind", "make_book"]
