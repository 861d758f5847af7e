"""``stats``: figures that a build agrees with."""

import pytest

from pipeline.commands.build import build
from pipeline.commands.outcome import Outcome
from pipeline.commands.stats import stats
from pipeline.commands.update import update
from pipeline.commands.workspace import project_locales

from .support import GUIDE

WATER = "Drink enough water every day, and rest your leg when it hurts."


def figures(files):
    project, outcome = files.open(), Outcome()
    found = stats(project, project_locales(project), outcome)
    assert outcome.errors == []
    return found, {(each.locale.name, each.domain): each for each in found.progress}


def test_the_figures_of_an_untranslated_article(files):
    _, progress = figures(files)
    guide = progress["es", "guide"]
    assert (guide.translated, guide.fuzzy, guide.missing, guide.held_back) == (0, 0, 7, 0)
    assert (guide.words_ready, guide.share, guide.may_be_published(0)) == (0, 0, False)


def test_every_message_is_counted_in_one_state(translated):
    translated.translate("es", table={"When to get help": "", "Muscle spasms": "es: <b>x</b>"})
    translated.write("source/guide.md", GUIDE.replace("rest your leg", "rest your sore leg"))
    translated.run(update)
    _, progress = figures(translated)
    guide = progress["es", "guide"]
    assert (guide.translated, guide.fuzzy, guide.missing, guide.held_back) == (4, 1, 1, 1)
    assert guide.words_ready < guide.words


def test_words_are_counted_once_for_each_message(files):
    files.write("source/guide.md", GUIDE + "\n" + GUIDE.partition("## ")[2].partition("\n")[2])
    _, progress = figures(files)
    once = progress["es", "guide"].words
    files.write("source/guide.md", GUIDE)
    _, progress = figures(files)
    assert progress["es", "guide"].words == once


@pytest.mark.parametrize("keep", [[], ["Muscle spasms"], [WATER], ["When to get help"]])
def test_a_build_publishes_what_the_figures_say(files, keep):
    files.run(update)
    files.translate("es", keep=keep)
    found, progress = figures(files)
    files.run(build)
    for (locale, domain), each in progress.items():
        if domain != "site":
            assert (files / f"output/{locale}/{domain}.html").exists() is found.published(each)


def test_the_readability_of_each_article_is_measured(files):
    found, _ = figures(files)
    ((domain, measure),) = found.articles
    assert domain == "guide"
    assert measure.words > 20
    assert measure.grade is not None


def test_an_article_in_a_language_without_formula_is_not_measured(files):
    files.write("pyproject.toml", '[tool.plainspoken]\nsource-locale = "gv"\n')
    found, _ = figures(files)
    ((_, measure),) = found.articles
    assert measure.grade is None
    assert "gv" in measure.reason


def test_stats_write_nothing(files):
    before = files.snapshot()
    figures(files)
    assert files.snapshot() == before
