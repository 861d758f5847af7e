"""How languages are written: facts that the rules for translations stand on, one concept per module.

A language without data is not checked; nothing is guessed from another language.
"""
