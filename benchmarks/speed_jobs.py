"""What `speed.py` measures: our commands, those of other tools, and floors.

A job is a shell command, and a preparation that is not timed. In a command, ``@corpus`` is a copy of the project that
it may change, ``@out`` an empty folder, ``@work`` a folder for its configuration, ``@langs`` and ``@python`` what they
say, ``@peers`` the folder of `install_peers.sh`, ``@here`` this folder.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Values = dict[str, str]


@dataclass(frozen=True)
class Job:
    """One thing to measure."""

    name: str
    command: str
    prepare: Callable[[Values], None] = lambda _values: None
    needs: str = ""
    """A program, or a file below the folder of the peers; without it the job is left out, and said so."""

    again: bool = False
    """Whether to measure it again with nothing changed, and after an edit of one translation."""

    then: tuple[tuple[str, str], ...] = ()
    """What else to measure where it was run: names and commands."""


def fill(text: str, values: Values) -> str:
    """Return `text` with its ``@names`` filled in."""
    for name, value in values.items():
        text = text.replace(f"@{name}", value)
    return text


def edit(values: Values) -> None:
    """Change one translation, in its catalog and in the Markdown for tools that do not read catalogs."""
    corpus = Path(values["corpus"])
    path = min(corpus.glob("locales/*/LC_MESSAGES/*.po"))
    text = path.read_text(encoding="utf-8")
    start = text.rindex('msgstr "') + len('msgstr "')
    path.write_text(text[:start] + "X " + text[start:], encoding="utf-8")
    with (corpus / "localized" / path.parts[-3] / f"{path.stem}.md").open("a", encoding="utf-8") as markdown:
        markdown.write("\nX\n")


def po4a(values: Values) -> None:
    """Write the configuration of po4a for all articles."""
    corpus, out = Path(values["corpus"]), values["out"]
    rows = [
        f"[po4a_langs] {values['langs']}",
        f"[po4a_paths] {out}/pot/$master.pot $lang:{corpus}/locales/$lang/LC_MESSAGES/$master.po",
        '[options] opt:"-M UTF-8 -L UTF-8 --keep 0 -o markdown"',
        *(
            f"[type: text] {path} $lang:{out}/$lang/{path.name} pot={path.stem}"
            for path in sorted(corpus.glob("source/*.md"))
        ),
    ]
    Path(values["work"], "po4a.cfg").write_text("\n".join(rows) + "\n", encoding="utf-8")
    Path(out, "pot").mkdir(exist_ok=True)


def mdpo(values: Values) -> None:
    """Put catalogs where mdpo looks for them."""
    for path in Path(values["corpus"]).glob("locales/*/LC_MESSAGES/*.po"):
        place = Path(values["out"], path.parent.parent.name, f"{path.stem}.md.po")
        place.parent.mkdir(exist_ok=True)
        shutil.copy(path, place)


def sphinx(values: Values) -> None:
    """Write a Sphinx project."""
    work = Path(values["work"], "sphinx")
    shutil.copytree(Path(values["corpus"], "source"), work)
    (work / "index.md").write_text("# Index\n\n```{toctree}\n:glob:\n\narticle-*\n```\n")
    lines = ['extensions = ["myst_parser"]', f"locale_dirs = [{str(Path(values['corpus'], 'locales'))!r}]"]
    lines += ["gettext_compact = False", 'html_theme = "basic"', "html_copy_source = False"]
    (work / "conf.py").write_text("\n".join(lines))


def mkdocs(values: Values) -> None:
    """Write an MkDocs project whose pages are already translated."""
    work, langs = Path(values["work"]), values["langs"].split()
    (work / "theme").mkdir()
    (work / "theme/main.html").write_text("<!doctype html><title>{{ page.title }}</title>{{ page.content }}")
    languages = [{"locale": lang, "name": lang, "default": lang == langs[0], "build": True} for lang in langs]
    site = {"site_name": "x", "docs_dir": values["corpus"] + "/localized", "site_dir": values["out"]}
    site |= {"validation": {"omitted_files": "ignore"}, "theme": {"name": None, "custom_dir": str(work / "theme")}}
    site |= {"plugins": [{"i18n": {"docs_structure": "folder", "languages": languages}}]}
    (work / "mkdocs.yml").write_text(json.dumps(site))


def hugo(values: Values) -> None:
    """Write a Hugo project whose pages are already translated."""
    work, langs = Path(values["work"]), values["langs"].split()
    kinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
    languages = {lang: {"contentDir": f"{values['corpus']}/localized/{lang}", "languageName": lang} for lang in langs}
    site: dict[str, object] = {
        "baseURL": "https://x.example/",
        "defaultContentLanguage": langs[0],
        "disableKinds": kinds,
    }
    (work / "config.json").write_text(
        json.dumps(site | {"defaultContentLanguageInSubdir": True, "languages": languages})
    )
    layout = work / "layouts/_default/single.html"
    layout.parent.mkdir(parents=True)
    layout.write_text("<!doctype html><title>{{ .Title }}</title>{{ .Content }}\n")


OURS = "@python -m pipeline"
BUILD = f"{OURS} build --project @corpus --jobs 1"
PO4A = "po4a -q @work/po4a.cfg"
SPHINX = "for l in @langs; do @peers/bin/sphinx-build -q -b html -D language=$l @work/sphinx @out/$l; done"
HUGO = "hugo --quiet -s @work -d @out"
MDPO = "@peers/mdpo/bin/md2po2md -q -l @langs -o '@out/{lang}' '@corpus/source/*.md'"
TT = """@peers/tt/bin/md2po --progress=none --no-placeholders --duplicates=merge -P @corpus/source @work
for l in @langs; do
  @peers/tt/bin/pot2po --progress=none -t @corpus/locales/$l/LC_MESSAGES @work @work/$l
  @peers/tt/bin/po2md --progress=none --no-placeholders -i @work/$l -t @corpus/source @out/$l
done"""
FLOOR = "@python @here/speed.py --floor @corpus"

JOBS = (
    Job("plainspoken build", BUILD, again=True, then=(("copy of the pages", "cp -r @corpus/output @out"),)),
    Job("plainspoken build --jobs 2", f"{OURS} build --project @corpus --jobs 2"),
    Job("plainspoken extract, update, check, build", f"{OURS} update --project @corpus; {OURS} check --project @corpus "
        f"--fail-on never >/dev/null; {BUILD}"),
    Job("Python-Markdown, the same pages, HTML only", FLOOR),
    Job("po4a, to Markdown", PO4A, po4a, "po4a", again=True),
    Job("mdpo, to Markdown", MDPO, mdpo, "@peers/mdpo/bin/md2po2md"),
    Job("Translate Toolkit, to Markdown", TT, needs="@peers/tt/bin/md2po"),
    Job("Sphinx, MyST, from catalogs, HTML only", SPHINX, sphinx, "@peers/bin/sphinx-build", again=True),
    Job("MkDocs, static-i18n, from translated Markdown, HTML only", "@peers/bin/mkdocs -q build -f @work/mkdocs.yml",
        mkdocs, "@peers/bin/mkdocs"),
    Job("Hugo, from translated Markdown, HTML only", HUGO, hugo, "hugo", again=True),
)  # fmt: skip
