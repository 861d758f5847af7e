"""The workflow that publishes this repository's pages."""

import re

import yaml
from conftest import ROOT

WORKFLOW = ROOT / ".github" / "workflows" / "publish.yml"


def workflow():
    content = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    return content | {"on": content[True]}  # YAML 1.1 takes the bare word "on" to be true


def steps(job):
    return workflow()["jobs"][job]["steps"]


def test_it_runs_on_pull_requests_and_on_pushes_to_main():
    assert workflow()["on"] == {"pull_request": None, "push": {"branches": ["main"]}}


def test_catalogs_and_texts_are_checked_before_the_pages_are_built_and_those_before_they_are_published():
    commands = [step["run"] for step in steps("build") if "run" in step]
    assert commands == [
        "python -m pip install .",
        "plainspoken update --check",
        "plainspoken check --format github",
        'plainspoken build --base-url "${{ steps.pages.outputs.base_url }}"',
        "plainspoken report",
        "plainspoken audit --format github",
    ]


def test_only_a_push_reaches_the_published_pages():
    assert workflow()["jobs"]["deploy"]["if"] == "github.event_name == 'push'"
    conditions = {step["uses"].partition("@")[0]: step.get("if") for step in steps("build") if "uses" in step}
    assert conditions["actions/upload-artifact"] == "github.event_name == 'pull_request'"
    assert conditions["actions/configure-pages"] == "github.event_name == 'push'"
    assert conditions["actions/upload-pages-artifact"] == "github.event_name == 'push'"


def test_each_job_may_do_no_more_than_it_needs():
    content = workflow()
    assert content["permissions"] == {}
    assert content["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert content["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert steps("build")[0]["with"] == {"persist-credentials": False, "fetch-depth": 0}


def test_a_deployment_that_has_begun_is_never_broken_off():
    concurrency = workflow()["concurrency"]
    assert concurrency["cancel-in-progress"] is False
    assert "'pages'" in concurrency["group"]


def test_every_action_is_github_s_own_at_a_fixed_major_version():
    used = [step["uses"] for job in ("build", "deploy") for step in steps(job) if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in used)


def test_a_new_project_gets_the_same_workflow_with_the_package_installed_from_its_index():
    starter = (ROOT / "pipeline" / "starter" / "publish.yml").read_text(encoding="utf-8")
    own = WORKFLOW.read_text(encoding="utf-8")
    assert starter.replace("plainspoken==@VERSION@", ".") == own
