"""The command ``readability``: its arguments, and where its answers go."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from pipeline.checks.plain_language.questions import QUESTIONS
from pipeline.cli_common import Status, finish, jobs_option
from pipeline.commands.files import put
from pipeline.commands.outcome import Outcome
from pipeline.commands.readability import answer_lines, articles_answer, full_answer, open_lines
from pipeline.commands.readability_article import read_editions
from pipeline.commands.readability_file import STDIN, named_locale, read_text
from pipeline.commands.workers import Workers
from pipeline.errors import InputError
from pipeline.report.reading import render_reading
from pipeline.report.reading_text import article_as_text, text_as_text


@click.command("readability")
@click.argument("file", required=False, metavar="[FILE|-]")
@click.option("--article", "domain", metavar="DOMAIN", help="An article of the project, with all its translations.")
@click.option(
    "--lang", "tag", metavar="TAG", help="Language of the text. Default: the project's source language, or en."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl", "html"]),
    default="text",
    help="Form of the answer (and with jsonl, of the input).",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the answer to a file.")
@click.option("--questions", is_flag=True, help="Print what no program can judge, as questions for people.")
@jobs_option("1")
@click.option(
    "--project", "folder", type=click.Path(path_type=Path), help="Folder of the project. Default: the one around FILE."
)
def readability_command(  # noqa: PLR0913 - one for each option
    *,
    file: str | None,
    domain: str | None,
    tag: str | None,
    form: str,
    output: Path | None,
    questions: bool,
    jobs: int,
    folder: Path | None,
) -> None:
    """Measure how hard a text is to read.

    FILE is Markdown if it ends in .md, else plain text with blank lines between its blocks. With --format jsonl it
    holds one {"id", "lang", "text"} on each line, and so does the answer. With --format html the answer is a page
    with a chart of all sentences.
    """
    if questions:
        _write("".join(f"- {each.text}\n  ({each.source})\n" for each in QUESTIONS), output)
    elif domain is not None:
        _article(domain, form, output, folder, alone=file is None and tag is None)
    elif form == "jsonl":
        if output is not None:
            raise click.UsageError("--output: lines are answered one by one; send them to a file with >")
        _answer_lines(file or STDIN, tag, Workers(jobs))
    else:
        _text(file or STDIN, form, output, tag, folder)


def _text(file: str, form: str, output: Path | None, tag: str | None, folder: Path | None) -> None:
    reading = read_text(file, sys.stdin.buffer, tag, folder)
    if form == "json":
        _write(_json(full_answer(reading)), output)
    elif form == "html":
        _write(render_reading(reading.report(levels=True)), output)
    else:
        _write(text_as_text(reading.report(levels=False)), output)


def _article(domain: str, form: str, output: Path | None, folder: Path | None, *, alone: bool) -> None:
    if not alone or form == "jsonl":
        raise click.UsageError("--article goes without FILE, --lang and --format jsonl")
    outcome = Outcome()
    report = read_editions(domain, folder, outcome)
    answers = {"json": lambda: _json(articles_answer(report)), "html": lambda: render_reading(report)}
    _write(answers.get(form, lambda: article_as_text(report))(), output)
    finish(outcome)


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def _write(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False)
    else:
        put(Path.cwd() / output, text.encode("utf-8", "replace"), Path.cwd())


def _answer_lines(file: str, tag: str | None, workers: Workers) -> None:
    if tag is not None:
        named_locale(tag)
    failed = False

    def tell(error: InputError) -> None:
        nonlocal failed
        failed = True
        click.echo(str(error), err=True)

    output = sys.stdout.buffer
    with open_lines(file, sys.stdin.buffer) as lines:
        for line in answer_lines(lines, "stdin" if file == STDIN else file, tag, tell, workers):
            output.write(line)
            output.flush()
    if failed:
        sys.exit(Status.INPUT)
