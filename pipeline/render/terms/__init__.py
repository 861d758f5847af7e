"""Words that a reader can look up: found in a page, explained in their place; abbreviations written out."""
