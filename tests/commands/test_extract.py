"""``extract``: templates from articles."""

import polib
import pytest

from pipeline.commands.extract import extract
from pipeline.errors import InputError, InputErrors

from .support import GUIDE, make_project, msgcat, told


def run(files, **options):
    return extract(files.open(), **options)


def test_every_article_and_the_frame_get_a_template(files):
    files.write("source/more/deep.md", GUIDE)
    assert run(files).changed == ["locales/guide.pot", "locales/more/deep.pot", "locales/site.pot"]
    assert polib.pofile(files.read("locales/more/deep.pot")).find("Muscle spasms")


def test_the_second_run_writes_nothing(files):
    run(files)
    before = files.snapshot()
    outcome = run(files)
    assert (outcome.changed, outcome.errors) == ([], [])
    assert files.snapshot() == before


def test_check_writes_nothing_and_names_what_is_stale(files):
    assert run(files, check=True).changed == ["locales/guide.pot", "locales/site.pot"]
    assert not (files / "locales").exists()
    run(files)
    files.write("source/guide.md", GUIDE.replace("every day", "each day"))
    before = files.snapshot()
    assert run(files, check=True).changed == ["locales/guide.pot"]
    assert files.snapshot() == before


def test_templates_are_as_msgcat_writes_them(files):
    run(files)
    for path in sorted((files / "locales").rglob("*.pot")):
        assert path.read_bytes() == msgcat(path.read_bytes()), path.name


@pytest.mark.parametrize(
    "rewrite",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="Windows line ends"),
        pytest.param(lambda text: text.replace("\n", "\r").encode(), id="old Macintosh line ends"),
        pytest.param(lambda text: b"\xef\xbb\xbf" + text.encode(), id="a byte order mark"),
        pytest.param(lambda text: text.replace("will not relax", "will\nnot relax").encode(), id="another line wrap"),
        pytest.param(lambda text: text.replace("\n\n## ", "\n\n\n## ").encode(), id="one more blank line"),
        pytest.param(lambda text: text.rstrip("\n").encode(), id="no line end at the end"),
    ],
)
def test_the_template_does_not_depend_on_how_the_file_is_saved(files, rewrite):
    run(files)
    files.write("source/guide.md", rewrite(GUIDE))
    assert run(files).changed == []


def test_the_date_moves_only_with_the_messages(files, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    run(files)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    files.write("source/guide.md", GUIDE.replace("Drink", "<!-- translators: a verb -->\n\nDrink"))
    assert run(files).changed == ["locales/guide.pot"]
    template = files.read("locales/guide.pot")
    assert "#. Note: a verb\n" in template
    assert "POT-Creation-Date: 2025-06-15 15:06+0000" in template
    files.write("source/guide.md", GUIDE.replace("Drink", "Please drink"))
    run(files)
    assert "POT-Creation-Date: 2025-10-09 08:53+0000" in files.read("locales/guide.pot")


def test_every_bad_article_is_told_and_the_good_ones_are_extracted(files):
    files.write("source/a.md", b"---\ntitle: \xff\ndescription: d\n---\n")
    files.write("source/b.md", "No front matter.\n")
    files.write("source/c.md", "---\ntitle: C\n---\n\nText.\n")
    outcome = run(files)
    assert told(outcome.errors) == [
        "source/a.md:2: error: not valid UTF-8; save the file as UTF-8",
        "source/b.md:1: error: no front matter; begin the file with a line ---, then title: and description:, then ---",
        "source/c.md:1: error: description: missing in the front matter; readers and search engines need it",
    ]
    assert outcome.changed == ["locales/guide.pot", "locales/site.pot"]


def test_an_article_that_disappears_is_told_until_its_template_is_removed(files):
    files.write("source/gone.md", GUIDE)
    run(files)
    (files / "source/gone.md").unlink()
    (error,) = run(files).errors
    assert str(error).startswith(
        "locales/gone.pot: error: source/gone.md is gone; bring it back, or remove this template"
    )
    assert str(error).endswith("if the article was renamed, rename them too")
    (files / "locales/gone.pot").unlink()
    assert run(files).errors == []


def test_an_unreadable_article_is_not_called_gone_too(files):
    run(files)
    files.write("source/guide.md", b"\xff")
    assert told(run(files).errors) == ["source/guide.md:1: error: not valid UTF-8; save the file as UTF-8"]


@pytest.mark.parametrize("name", ["site", "index"])
def test_an_article_cannot_take_a_name_of_the_frame(files, name):
    files.write(f"source/{name}.md", GUIDE)
    outcome = run(files)
    assert told(outcome.errors) == [f"source/{name}.md: error: an article cannot be named {name}; rename the file"]
    assert "locales/guide.pot" in outcome.changed


def test_the_words_of_the_workbench_are_no_work_for_the_translators_of_a_project(files):
    files.write("source/workbench.md", GUIDE)
    assert run(files).errors == []
    assert "pipeline/preview" not in (files / "locales/workbench.pot").read_text(encoding="utf-8")


def test_the_project_that_makes_the_package_translates_them(tmp_path):
    files = make_project(tmp_path, {"workbench.md": GUIDE}, config="translate-workbench = true")
    outcome = run(files)
    message = "source/workbench.md: error: an article cannot be named workbench; rename the file"
    assert told(outcome.errors) == [message]
    assert outcome.changed == ["locales/site.pot", "locales/workbench.pot"]
    (files / "source/workbench.md").unlink()
    assert run(files).errors == []


def test_a_folder_named_like_an_article_is_told(files):
    (files / "source/x.md").mkdir()
    outcome = run(files)
    assert [str(error).partition(" (")[0] for error in outcome.errors] == ["source/x.md: error: cannot be read"]
    assert "locales/guide.pot" in outcome.changed


def test_hidden_files_and_folders_are_left_alone(files):
    files.write("source/.draft.md", "no front matter")
    files.write("source/.git/x.md", "no front matter")
    outcome = run(files)
    assert (outcome.errors, outcome.changed) == ([], ["locales/guide.pot", "locales/site.pot"])


def test_a_project_without_articles_still_has_a_frame(tmp_path):
    files = make_project(tmp_path, {})
    (files / "source").mkdir()
    assert run(files).changed == ["locales/site.pot"]


def test_a_missing_source_folder_is_told(tmp_path):
    files = make_project(tmp_path, {})
    with pytest.raises(InputError, match=r"^source: error: no such folder; put the articles"):
        run(files)


def test_a_damaged_template_does_not_stop_the_others(files):
    files.write("source/other.md", GUIDE)
    run(files)
    broken = files.write("locales/guide.pot", 'msgid "x\n')
    files.write("source/other.md", GUIDE.replace("Drink", "Please drink"))
    outcome = run(files)
    assert outcome.changed == ["locales/other.pot"]
    assert {error.path for error in outcome.errors} == {"locales/guide.pot"}
    assert broken.read_text() == 'msgid "x\n'


def test_a_folder_that_cannot_be_written_is_told_with_all_else_that_is_wrong(files):
    files.write("source/bad.md", "No front matter.\n")
    files.write("locales", "a file in the place of the folder")
    try:
        errors = run(files).errors
    except InputErrors as several:
        errors = several.errors
    except InputError as error:
        errors = [error]
    assert [error.path for error in errors] == ["source/bad.md", "locales/guide.pot", "locales/site.pot"]


def test_a_file_name_that_is_not_unicode_is_told(files):
    name = b"caf\xe9.md".decode("utf-8", "surrogateescape")
    files.write(f"source/{name}", GUIDE)
    outcome = run(files)
    assert "locales/guide.pot" in outcome.changed
    assert len(outcome.errors) == 1
    assert "name" in outcome.errors[0].message
