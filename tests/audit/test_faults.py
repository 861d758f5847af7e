"""Faults planted into a site without any: each is found, and its twin, which is none, is not."""

import pytest

from pipeline.audit import Audit

from .faults import FAULTS, clean_site, planted

each_fault = pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])


def look(site):
    """Return all findings on a site."""
    audit = Audit(frozenset(site))
    alone = []
    for path, text in site.items():
        if path.endswith(".html"):
            alone += audit.page(path, text.encode())
        elif path.endswith(".css"):
            alone += audit.sheet(path, text)
    return alone + audit.together()


def test_nothing_is_found_on_the_site_without_faults():
    assert look(clean_site()) == []


@each_fault
def test_a_planted_fault_is_found(fault):
    assert {finding.rule for finding in look(planted(fault, fault.bad))} & set(fault.rules.split())


@each_fault
def test_its_twin_is_not(fault):
    assert look(planted(fault, fault.twin)) == []
