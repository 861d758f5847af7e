"""Run Weblate's checks on messages, without a server or a database; `planted_harms.py` starts it.

    echo '[["Take one.", "Nimm eine.", "de"]]' | VENV/bin/python benchmarks/weblate_checks.py

It is run by a Python that has Weblate: ``python -m venv VENV && VENV/bin/pip install weblate`` (5.14.3 was used; what
is missing of fonts and drawing does not matter). The units are those of Weblate's own tests. Checks that ask the
database (texts translated in two ways, the glossary) and the one that measures pixels are left out.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from unittest.mock import MagicMock

for name in ("cairo", "gi", "gi.repository"):  # only for drawing text
    sys.modules[name] = MagicMock()

import django  # noqa: E402
import weblate.settings_example as base  # noqa: E402
from django.conf import settings  # noqa: E402

_FLAGS = "md-text,safe-html,strict-same"
_PLACEHOLDER = re.compile(r"\{\w+\}")
_NEED_A_DATABASE = {"inconsistent", "reused", "translated", "check_glossary", "prohibited_initial_character"}


def set_up() -> None:
    """Make Django believe that there is a Weblate server, with all checks but one."""
    listed = (Path(base.__file__).parent / "checks" / "models.py").read_text()
    checks = [name for name in re.findall(r'"(weblate\.checks\.[\w.]+Check)"', listed) if "MaxSize" not in name]
    own = {name: getattr(base, name) for name in dir(base) if name.isupper()}
    cache = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    changed = {
        "CHECK_LIST": checks,
        "DATABASES": {},
        "CACHES": cache,
        "LOGGING": {},
        "MIDDLEWARE": [],
        "USE_I18N": False,
    }
    settings.configure(**{**own, **changed, "SECRET_KEY": "none"})
    django.setup()


def main() -> None:
    """Read triples of source, translation and language from standard input; write the failing checks of each."""
    set_up()
    from weblate.checks.models import CHECKS  # noqa: PLC0415 - Django must be set up first
    from weblate.checks.tests.test_checks import MockUnit  # noqa: PLC0415

    checks = [check for name, check in CHECKS.items() if check.target and name not in _NEED_A_DATABASE]
    failing = []
    for source, target, code in json.load(sys.stdin):
        flags = f"{_FLAGS},python-brace-format" if _PLACEHOLDER.search(source) else _FLAGS
        unit = MockUnit(code=code, source=source, target=target, flags=flags)
        failing.append([check.check_id for check in checks if check.check_target(unit.sources, unit.targets, unit)])
    json.dump(failing, sys.stdout)


if __name__ == "__main__":
    main()
