"""Rules for what a translation does to the words of links and to text alternatives."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.article.inline import Inline
from pipeline.checks.accessibility.pictures import is_file_name
from pipeline.checks.accessibility.wording import shouted
from pipeline.checks.link_words import says_nothing, says_nothing_in_any_language
from pipeline.checks.picture_words import says_picture, says_picture_in_any_language
from pipeline.checks.rule import Problem, Rule
from pipeline.checks.translation import Pair
from pipeline.model import Severity

_WORD = re.compile(r"[^\W\d_]{2,}")
_WORDS_OF_A_SENTENCE = 3
_MOSTLY = 0.5


def _language(pair: Pair) -> str:
    return pair.locale.tag.partition("-")[0]


def _vague(pair: Pair) -> Iterator[Problem]:
    if any(says_nothing_in_any_language(text) for _, text in pair.source.link_texts):
        return  # told once, about the source
    for _, text in pair.target.link_texts:
        if says_nothing(text, _language(pair)):
            yield Problem(f"the words “{text}” do not say where the link leads")


def _untranslated_alternative(pair: Pair) -> Iterator[Problem]:
    source = set(pair.source.alternatives)
    for address, alternative in pair.target.alternatives:
        words = _WORD.findall(alternative)
        only_names = all(word[0].isupper() for word in words)
        if (
            len(words) >= _WORDS_OF_A_SENTENCE
            and not only_names
            and (address, alternative) in source
            and not _much_the_same(pair)
        ):
            yield Problem(f"the text alternative “{alternative}” is not translated")


def _much_the_same(pair: Pair) -> bool:
    """Return whether the rest of the message is the source's too: all of it untranslated, or a near language."""
    source, target = _around_pictures(pair.source), _around_pictures(pair.target)
    shared = sum(word in source for word in target)
    return not target or shared > _MOSTLY * len(target)


def _around_pictures(inline: Inline) -> list[str]:
    return [word.casefold() for word in _WORD.findall(inline.text)]


def _file_name(pair: Pair) -> Iterator[Problem]:
    if any(is_file_name(alternative, address) for address, alternative in pair.source.alternatives):
        return
    for address, alternative in pair.target.alternatives:
        if is_file_name(alternative, address):
            yield Problem(f"the text alternative “{alternative}” is the name of a file")


def _says_picture(pair: Pair) -> Iterator[Problem]:
    if any(says_picture_in_any_language(alternative) for _, alternative in pair.source.alternatives):
        return
    for _, alternative in pair.target.alternatives:
        if says_picture(alternative, _language(pair)):
            yield Problem(f"the text alternative “{alternative}” says that this is a picture")


def _same_words(pair: Pair) -> Iterator[Problem]:
    source, target = _targets(pair.source), _targets(pair.target)
    merged_before = [targets for targets in source.values() if len(targets) > 1]
    for text, targets in target.items():
        if len(targets) > 1 and not any(targets <= known for known in merged_before):
            yield Problem(f"links with the words “{text}” lead to {' and to '.join(sorted(targets))}")


def _targets(inline: Inline) -> dict[str, set[str]]:
    """Return the targets of the links with each text."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for target, text in inline.link_texts:
        if text:
            found[text.casefold()].add(target)
    return found


def _capitals(pair: Pair) -> Iterator[Problem]:
    if (found := shouted(pair.target.text)) and not shouted(pair.source.text):
        yield Problem(f"“{found}” is written in capitals, the source is not")


RULES: tuple[Rule[Pair], ...] = (
    Rule(
        code="A201",
        name="vague-link-translated",
        severity=Severity.WARNING,
        summary="In the translation, the words of a link do not say where it leads.",
        why="People who go from link to link, or hear a list of all links, miss the words around them (WCAG 2.4.9).",
        fix="Put the words in the brackets that name what the reader will find.",
        check=_vague,
        bad="Read [more about cramps](cramps.md).\n[Hier](cramps.md) steht mehr über Krämpfe.",
        good="Read [more about cramps](cramps.md).\nHier steht [mehr über Krämpfe](cramps.md).",
        more=(
            (
                "lang: zh_Hans\nRead [more about cramps](cramps.md).\n想了解痉挛，请点击[这里](cramps.md)。",
                "lang: zh_Hans\nRead [more about cramps](cramps.md).\n阅读[更多有关痉挛的内容](cramps.md)。",
            ),
            (
                "lang: ar\nRead [more about cramps](cramps.md).\nاقرأ عن التشنجات [هنا](cramps.md).",
                "lang: ar\nRead [more about cramps](cramps.md).\nاقرأ [المزيد عن التشنجات](cramps.md).",
            ),
        ),
    ),
    Rule(
        code="A202",
        name="alternative-untranslated",
        severity=Severity.WARNING,
        summary="The text alternative of a picture is still in the source's language.",
        why="People who cannot see the picture hear a foreign language in the middle of theirs (WCAG 1.1.1, 3.1.2).",
        fix="Translate the words between ![ and ].",
        check=_untranslated_alternative,
        bad="Stretch: ![A person stretches a calf](calf.svg)\nDehnen: ![A person stretches a calf](calf.svg)",
        good="Stretch: ![A person stretches a calf](calf.svg)\nDehnen: ![Eine Person dehnt die Wade](calf.svg)",
    ),
    Rule(
        code="A203",
        name="alternative-file-name-translated",
        severity=Severity.WARNING,
        summary="In the translation, the text alternative of a picture is the name of a file.",
        why="Who cannot see the picture hears the name of a file, which tells nothing (WCAG 1.1.1).",
        fix="Translate the words between ![ and ].",
        check=_file_name,
        bad="![A person stretches a calf](calf.svg)\n![calf.svg](calf.svg)",
        good="![A person stretches a calf](calf.svg)\n![Eine Person dehnt die Wade](calf.svg)",
    ),
    Rule(
        code="A204",
        name="alternative-says-picture-translated",
        severity=Severity.NOTE,
        summary="In the translation, a text alternative says that this is a picture.",
        why="A screen reader has said so already; the words that matter come late.",
        fix="Begin with what the picture shows.",
        check=_says_picture,
        bad="![A person stretches a calf](calf.svg)\n![Bild von einer Person, die die Wade dehnt](calf.svg)",
        good="![A person stretches a calf](calf.svg)\n![Eine Person dehnt die Wade](calf.svg)",
        more=(
            (
                "lang: ja\n![A person stretches a calf](calf.svg)\n![ふくらはぎを伸ばす人の画像](calf.svg)",
                "lang: ja\n![A person stretches a calf](calf.svg)\n![ふくらはぎを伸ばす人](calf.svg)",
            ),
        ),
    ),
    Rule(
        code="A205",
        name="same-words-translated",
        severity=Severity.WARNING,
        summary="In the translation, links with the same words lead to different places.",
        why="In a list of links nobody can tell one from the other; often one was pasted and not changed (WCAG 2.4.9).",
        fix="Give each link words of its own, as in the source.",
        check=_same_words,
        bad="See [arteries](a.md) and [veins](b.md).\nSiehe [Arterien](a.md) und [Arterien](b.md).",
        good="See [arteries](a.md) and [veins](b.md).\nSiehe [Arterien](a.md) und [Venen](b.md).",
    ),
    Rule(
        code="A206",
        name="capitals-translated",
        severity=Severity.NOTE,
        summary="The translation has words in capitals that the source does not have.",
        why="Capitals are slow to read, most of all with dyslexia, and a screen reader may spell them out.",
        fix="Write them in small letters.",
        check=_capitals,
        bad="Do not drive.\nNICHT SELBST FAHREN.",
        good="Do not drive.\nFahren Sie nicht selbst.",
    ),
)
