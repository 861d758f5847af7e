"""One table per language of how its syllables are written; `engine` interprets them."""
