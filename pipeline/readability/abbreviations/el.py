"""Greek."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set("κ κα κος κκ δρ π.χ πχ λ.χ δηλ βλ πρβλ καθ αν αγ οδ λεωφ περ στρ αρχ δίδα βιτ πλ τ.κ"),
    not_before_number=word_set(
        "σελ σ αρ αριθ εικ σχ κεφ τηλ παρ άρθρο τόμ μέγ ελάχ ιαν φεβ απρ αυγ σεπτ οκτ νοε δεκ μαρ μαΐ ιουν ιουλ σεπ"
    ),
    end_before_capital=word_set("κ.λπ κλπ κ.ά κ.α κ.τ.λ κτλ π.μ μ.μ μ.χ π.χρ κ.ο.κ κιλ λεπ δισκ καψ"),
    starters=word_set("ο η το οι τα αυτό αυτός αυτή αν όταν και αλλά ή σε στο στη δεν μην πιείτε φάτε καλέστε μετά"),
    lettered=word_set("βιταμίνη βιταμίνες ηπατίτιδα τύπος τύπου ομάδα"),
)
