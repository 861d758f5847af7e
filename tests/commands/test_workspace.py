"""Which locales a project has, and how its parts are found."""

import pytest

from pipeline.commands.build import build
from pipeline.commands.check import check
from pipeline.commands.outcome import Outcome
from pipeline.commands.stats import stats
from pipeline.commands.update import add_locale, update
from pipeline.commands.workspace import chosen_locales, open_project, project_locales
from pipeline.errors import InputError, InputErrors, PlainspokenError

from .support import make_project


def names(locales):
    return [locale.name for locale in locales]


def test_the_locales_of_the_configuration_count(files):
    files.write("locales/fr/LC_MESSAGES/guide.po", "not read")
    assert names(project_locales(files.open())) == ["de", "es"]


def test_without_a_list_the_folders_count(tmp_path):
    files = make_project(tmp_path, config="")
    assert project_locales(files.open()) == ()
    add_locale(files.open(), ("pt_BR", "ar"))
    assert names(project_locales(files.open())) == ["ar", "pt_BR"]


def test_an_empty_list_means_no_translations(tmp_path):
    files = make_project(tmp_path, config="locales = []")
    files.write("locales/fr/LC_MESSAGES/guide.po", "not read")
    assert project_locales(files.open()) == ()


def test_a_folder_that_is_no_locale_is_told(tmp_path):
    files = make_project(tmp_path, config="")
    files.write("locales/klingon/LC_MESSAGES/guide.po", "")
    with pytest.raises(InputErrors, match=r"^locales/klingon: error: unknown locale 'klingon'; .+; rename or remove"):
        project_locales(files.open())


@pytest.mark.parametrize("folder", ["pt-br", "pt-BR", "PT_br"])
def test_a_folder_with_another_spelling_is_never_passed_over_in_silence(tmp_path, folder):
    files = make_project(tmp_path, config="")
    files.run(update)
    files.write(f"locales/{folder}/LC_MESSAGES/guide.po", "")
    with pytest.raises(InputErrors, match=rf"^locales/{folder}: error: .*pt_BR"):
        project_locales(files.open())


@pytest.mark.parametrize("complete", [True, False])
def test_a_folder_for_the_language_of_the_articles_does_not_replace_the_articles(tmp_path, complete):
    files = make_project(tmp_path / "project", config="")
    files.run(build)
    before = files.contents("output")
    foreign = make_project(tmp_path / "foreign", config='source-locale = "fr"')
    add_locale(foreign.open(), ("en",))
    if complete:
        foreign.translate("en")
    files.write("locales/en/LC_MESSAGES/guide.po", foreign.po("en").read_bytes())
    try:
        notes = files.run(build).notes
    except PlainspokenError as error:
        notes = [] if "locales/en" in str(error) else [str(error)]  # to tell it is as good as to pass it over
    assert notes == []
    assert files.contents("output") == before


def test_chosen_locales_keep_the_order_of_the_user(files):
    assert names(chosen_locales(files.open(), ("es", "de"))) == ["es", "de"]
    assert names(chosen_locales(files.open(), ())) == ["de", "es"]


def test_every_wrong_choice_is_told_at_once(files):
    with pytest.raises(InputErrors) as caught:
        chosen_locales(files.open(), ("xx", "de", "de", "fr"))
    assert str(caught.value).split("\n")[1:] == [
        "error: de is named twice; name it once",
        "error: fr is not a locale of this project; add it with: plainspoken add-locale fr",
    ]
    assert str(caught.value).startswith("error: unknown locale 'xx'; ")


def test_the_nearest_project_upwards_is_found(files, monkeypatch):
    files.write("source/deep/x.md", "")
    monkeypatch.chdir(files / "source/deep")
    assert open_project(None).root == files.root


def test_a_folder_that_is_none_is_told(tmp_path):
    with pytest.raises(InputError, match=r"x: error: no such folder; name the folder that holds the configuration$"):
        open_project(tmp_path / "x")


@pytest.mark.parametrize("verb", [update, build, check])
def test_errors_of_one_article_come_with_those_of_another_and_of_catalogs(translated, verb):
    translated.write("source/a.md", b"\xff")
    translated.write("source/b.md", "none")
    translated.po("de").write_bytes(b"junk\n")
    paths = {error.path for error in translated.run(verb).errors}
    assert {"source/a.md", "source/b.md", "locales/de/LC_MESSAGES/guide.po"} <= paths


def test_stats_tell_the_same_errors(translated):
    translated.write("source/a.md", b"\xff")
    translated.po("de").write_bytes(b"junk\n")
    project, outcome = translated.open(), Outcome()
    figures = stats(project, project_locales(project), outcome)
    assert {error.path for error in outcome.errors} == {"source/a.md", "locales/de/LC_MESSAGES/guide.po"}
    assert [(each.locale.name, each.domain) for each in figures.progress] == [
        ("de", "site"),
        ("es", "guide"),
        ("es", "site"),
    ]
