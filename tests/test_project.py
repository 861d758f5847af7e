"""The configuration: everything has a default, and everything wrong is told with its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import InputError, InputErrors
from pipeline.home import FILES, find_project
from pipeline.model import Severity, Targets
from pipeline.project import read_project


def read(folder, text, name=FILES[1]):
    content = text.encode() if isinstance(text, str) else text
    (folder / name).write_bytes(content)
    return read_project(folder)


def table(text):
    return f"[tool.plainspoken]\n{text}"


def faults(folder, text, name=FILES[1]):
    with pytest.raises((InputError, InputErrors)) as caught:
        read(folder, text, name)
    return str(caught.value).split("\n")


def test_everything_has_a_default(tmp_path):
    project = read(tmp_path, table(""))
    assert (project.title, project.source_locale.name, project.locales, project.base_url) == (
        "Articles",
        "en",
        None,
        "",
    )
    assert (project.publish_threshold, project.targets, dict(project.severities)) == (0.8, Targets(), {})
    assert project.text_edition is True
    assert (project.source, project.catalogs, project.output) == tuple(
        tmp_path / name for name in ("source", "locales", "output")
    )


EVERYTHING = """title = "T"
source-locale = "fr"
locales = ["pt-br", "ar"]
base-url = "https://x.org/y"
publish-threshold = 1
[{0}readability]
grade = 6
sentence-words = 20
[{0}rules]
link-target = "warning"
A101 = "off"
[{0}formats]
text = false
"""


@pytest.mark.parametrize(
    ("name", "text"), [(FILES[1], table(EVERYTHING.format("tool.plainspoken."))), (FILES[0], EVERYTHING.format(""))]
)
def test_all_keys(tmp_path, name, text):
    project = read(tmp_path, text, name)
    assert (project.title, project.source_locale.name, project.path) == ("T", "fr", name)
    assert [locale.name for locale in project.locales] == ["pt_BR", "ar"]
    assert (project.base_url, project.publish_threshold) == ("https://x.org/y/", 1)
    assert project.targets == Targets(6, 20)
    assert project.severities == {"T102": Severity.WARNING, "A101": None}
    assert project.text_edition is False


def test_the_same_text_is_translated_alike_only_if_the_owner_says_so(tmp_path):
    assert read(tmp_path, table("")).reuse_exact is False
    assert read(tmp_path, table("reuse-exact = true")).reuse_exact is True


def test_its_own_file_wins(tmp_path):
    (tmp_path / FILES[1]).write_text(table('title = "A"'))
    assert read(tmp_path, 'title = "B"', FILES[0]).title == "B"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "titel = 1\n", ["pyproject.toml:2: error: titel: unknown; did you mean title?"], id="an unknown key"
        ),
        pytest.param(
            "[tool.plainspoken.readability]\ngrad = 1\n",
            ["pyproject.toml:3: error: grad: unknown; did you mean grade?"],
            id="in a table",
        ),
        pytest.param(
            "[tool.plainspoken.terms]\nforbiden = {}\n",
            ["pyproject.toml:2: error: terms: forbiden is unknown; did you mean forbidden?"],
            id="in the table of terms",
        ),
        pytest.param(
            'localisable-hosts = ["a.org"]\n',
            ["pyproject.toml:2: error: localisable-hosts: unknown; did you mean localizable-hosts?"],
            id="an unknown key of hosts",
        ),
        pytest.param(
            'localizable-hosts = ["https://a.org/"]\n',
            ["pyproject.toml:2: error: localizable-hosts: https://a.org/ is no host; "],
            id="an address for a host",
        ),
        pytest.param("title = 1\n", ["pyproject.toml:2: error: title: must be a text in quotes"], id="not a text"),
        pytest.param("locales = 'es'\n", ["pyproject.toml:2: error: locales: must be a list"], id="not a list"),
        pytest.param("locales = [1]\n", ["pyproject.toml:2: error: locales: unknown locale '1'; "], id="not a locale"),
        pytest.param(
            "locales = ['es', 'ES']\n", ["pyproject.toml:2: error: locales: es is listed twice; "], id="a locale twice"
        ),
        pytest.param("locales = ['en']\n", ["pyproject.toml:2: error: locales: en is the "], id="the source's own"),
        pytest.param(
            "source-locale = 'xx'\n",
            ["pyproject.toml:2: error: source-locale: unknown locale 'xx'; "],
            id="an unknown source locale",
        ),
        pytest.param(
            "source-locale = 'xx'\nlocales = []\n", ["pyproject.toml:2: error: source-locale: unknown "], id="told once"
        ),
        pytest.param(
            "base-url = 'x.org'\n", ["pyproject.toml:2: error: base-url: must be an address"], id="no address"
        ),
        pytest.param(
            "base-url = 'javascript:x'\n", ["pyproject.toml:2: error: base-url: must be an address"], id="a script"
        ),
        pytest.param(
            "publish-threshold = 80\n",
            ["pyproject.toml:2: error: publish-threshold: must be a number between 0 and 1"],
            id="too much",
        ),
        pytest.param(
            "publish-threshold = nan\n", ["pyproject.toml:2: error: publish-threshold: must be"], id="not a number"
        ),
        pytest.param(
            "publish-threshold = true\n", ["pyproject.toml:2: error: publish-threshold: must be"], id="a truth value"
        ),
        pytest.param(
            "[tool.plainspoken.formats]\ntext = 1\n",
            ["pyproject.toml:3: error: text: must be true or false"],
            id="not a truth value",
        ),
        pytest.param(
            "[tool.plainspoken.rules]\nT999 = 'off'\n",
            ["pyproject.toml:3: error: T999: no rule has this code or name; did you mean "],
            id="no rule",
        ),
        pytest.param(
            "[tool.plainspoken.rules]\nT101 = 'fatal'\n",
            ["pyproject.toml:3: error: T101: must be one of error, warning, note, off"],
            id="no severity",
        ),
        pytest.param(
            "[tool.plainspoken.rules]\nT101 = []\n",
            ["pyproject.toml:3: error: T101: must be one of "],
            id="a list for a severity",
        ),
        pytest.param(
            "[tool.plainspoken.rules]\nT101 = {}\n",
            ["pyproject.toml:3: error: T101: must be one of "],
            id="a table for a severity",
        ),
        pytest.param(
            "[tool.plainspoken.rules]\nT101 = { severity = 'off', locals = ['de'], reason = 'x' }\n",
            ["pyproject.toml:3: error: T101: locals is unknown; did you mean locales?"],
            id="an unknown key of a rule",
        ),
        pytest.param(
            "[tool.plainspoken.rules]\nT101 = { severity = 'off', locales = ['de'] }\n",
            ["pyproject.toml:3: error: T101: give the reason why it is off here"],
            id="a rule that is off without a reason",
        ),
        pytest.param(
            "[tool.plainspoken.rules.T101]\nseverity = 'off'\nlocales = ['xx']\nreason = 'x'\n",
            ["pyproject.toml:2: error: T101: unknown locale 'xx'; "],
            id="an unknown locale of a rule",
        ),
        pytest.param(
            "[tool.plainspoken.rules]\nT101 = { severity = 'note', files = 'x' }\n",
            ["pyproject.toml:3: error: T101: locales and files must be lists, "],
            id="a text for the files of a rule",
        ),
        pytest.param(
            "[tool.plainspoken.rules]\nT101 = [{ severity = 'note' }, 1]\n",
            ["pyproject.toml:3: error: T101: must be one of error, warning, note, off, or tables with severity, "],
            id="a list of tables and something else",
        ),
        pytest.param("rules = 1\n", ["pyproject.toml:2: error: rules: must be a table"], id="not a table"),
        pytest.param(
            "readability = []\n", ["pyproject.toml:2: error: readability: must be a table"], id="a list for a table"
        ),
        pytest.param("title = \n", ["pyproject.toml:2: error: not valid TOML: "], id="not TOML"),
        pytest.param(
            "title = 1\nbase-url = 2\nx = 3\nlocales = ['en']\n",
            [
                "pyproject.toml:4: error: x: unknown",
                "pyproject.toml:3: error: base-url: must",
                "pyproject.toml:2: error: title: must",
                "pyproject.toml:5: error: locales: en ",
            ],
            id="everything at once",
        ),
    ],
)
def test_faults(tmp_path, text, expected):
    lines = faults(tmp_path, table(text))
    assert len(lines) == len(expected), lines
    for line, start in zip(lines, expected, strict=True):
        assert line.startswith(start)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[[tool.plainspoken]]\n", id="a list of tables"),
        pytest.param("tool = 1 # [tool.plainspoken]\n", id="tool is no table"),
        pytest.param("[tool]\nplainspoken = 1 # [tool.plainspoken]\n", id="the table is a number"),
        pytest.param(b"[tool.plainspoken]\ntitle = '\xff'\n", id="not UTF-8"),
        pytest.param(b"[tool.plainspoken]\ntitle = '\x00'\n", id="a null character"),
        pytest.param("[tool.plainspoken]\nx = " + "[" * 5000, id="nested too deep"),
    ],
)
def test_a_damaged_file_is_one_line(tmp_path, text):
    (line,) = faults(tmp_path, text)
    assert line.startswith("pyproject.toml")
    assert ": error: " in line


def test_the_nearest_project_upwards(tmp_path):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / FILES[1]).write_text(table(""))
    assert find_project(deep) == tmp_path
    (tmp_path / "a" / FILES[1]).write_text("[project]\nname = 'x'\n")
    assert find_project(deep) == tmp_path, "a pyproject.toml without our table is not ours"
    (tmp_path / "a" / FILES[0]).write_text("")
    assert find_project(deep) == tmp_path / "a"


def test_a_table_of_another_tool_with_a_longer_name_is_not_ours(tmp_path):
    folder = tmp_path / "a"
    folder.mkdir()
    (tmp_path / FILES[1]).write_text(table(""))
    (folder / FILES[1]).write_text("[tool.plainspoken-extra]\nx = 1\n")
    assert find_project(folder) == tmp_path


def test_no_project_is_told(tmp_path):
    with pytest.raises(InputError, match="no project here: "):
        find_project(tmp_path)


VALUES = st.recursive(
    st.sampled_from(
        ["1", "-1", "0.5", "nan", "inf", "true", '"es"', '"en"', '"off"', '"https://x.org"', '""', "2026-11-22"]
    ),
    lambda inner: (
        st.lists(inner, max_size=2).map(lambda items: f"[{', '.join(items)}]")
        | inner.map(lambda item: f"{{ T101 = {item} }}")
    ),
    max_leaves=3,
)
KEYS = ("title", "source-locale", "locales", "base-url", "publish-threshold", "readability", "rules", "formats", "x")


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_value_is_taken_or_told(tmp_path_factory, values):
    folder = tmp_path_factory.getbasetemp() / "any-value"
    folder.mkdir(exist_ok=True)
    text = table("".join(f"{key} = {value}\n" for key, value in values.items()))
    try:
        told, threshold = [], read(folder, text).publish_threshold
    except (InputError, InputErrors) as error:
        told, threshold = str(error).split("\n"), 0
    assert all(line.startswith("pyproject.toml:") for line in told)
    assert len(set(told)) == len(told)
    assert 0 <= threshold <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("T101 = 'note'\n", ("note", []), id="everywhere"),
        pytest.param(
            "T101 = { severity = 'note', locales = ['pt-br'] }\n", (None, [("note", {"pt_BR"})]), id="somewhere"
        ),
        pytest.param(
            "blank = [{ severity = 'note', locales = ['de'] }, { severity = 'off', files = ['a'], reason = 'x' }]\n",
            (None, [("note", {"de"}), (None, set())]),
            id="in two places, by name",
        ),
    ],
)
def test_severities_may_hold_for_some_locales_or_files(tmp_path, text, expected):
    (tmp_path / "pyproject.toml").write_text(f"[tool.plainspoken.rules]\n{text}")
    project = read_project(tmp_path)
    assert project.severities.get("T101") == expected[0]
    assert [(each.severity, each.locales) for each in project.overrides] == expected[1]
    assert {each.rule for each in project.overrides} <= {"T101"}
    assert all(each.location.line == 2 for each in project.overrides)
