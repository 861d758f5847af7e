"""The braille edition of a page (BRF), through liblouis."""
