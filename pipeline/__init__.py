"""plainspoken: one article, every language, a page that everyone can read."""

__version__ = "0.1.0"
