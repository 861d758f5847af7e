"""The audit finds nothing on any page of this repository's own site."""

from pipeline.commands.audit import audit


def test_nothing_is_found_on_the_site(site):
    audited = audit(site.folder, site.folder, expected=len(site.pages))
    assert audited.findings == []
    assert audited.errors == []
    assert audited.pages == len(site.pages)
