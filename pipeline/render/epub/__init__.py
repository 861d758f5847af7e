"""The EPUB 3 edition of a page: a book of one chapter, with its pictures inside."""
