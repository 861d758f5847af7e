"""The settings for Weblate: they name files that are there, and the form that catalogs have here."""

import configparser
import json

import pytest
from conftest import ROOT
from translate.storage import pypo

COMPONENTS = json.loads((ROOT / "docs/weblate.json").read_text(encoding="utf-8"))


def test_there_is_a_component_for_each_catalog_that_readers_see():
    templates = {path.stem for path in (ROOT / "locales").glob("*.pot")} - {"workbench"}
    assert {component["slug"] for component in COMPONENTS} == templates


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component["slug"])
def test_a_component_names_files_that_are_there(component):
    assert (ROOT / component["new_base"]).is_file()
    locales = [path.name for path in (ROOT / "locales").iterdir() if path.is_dir()]
    assert {path.parent.parent.name for path in ROOT.glob(component["filemask"])} == set(locales)
    assert component["template"] == ""


def test_what_weblate_saves_is_what_was_there():
    (width,) = {component["file_format_params"]["po_line_wrap"] for component in COMPONENTS}
    for path in sorted((ROOT / "locales").glob("*/LC_MESSAGES/*.po")):
        store = pypo.pofile()  # the library behind Weblate
        store.wrapper.width = width
        store.parse(path.read_bytes())
        unit = next(unit for unit in store.units if unit.istranslated())
        unit.target = str(unit.target)
        assert bytes(store) == path.read_bytes(), path


def test_the_command_line_of_weblate_knows_a_server_and_a_component():
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".weblate", encoding="utf-8")
    assert parser["weblate"]["url"].endswith("/api/")
    assert parser["weblate"]["translation"].partition("/")[2] in {component["slug"] for component in COMPONENTS}
