"""Pages: HTML and plain text, from the same tree."""
