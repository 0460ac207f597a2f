"""The hooks for pre-commit, tried for real on a throw-away repository."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from support import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this is no clone, and pre-commit takes hooks from one"),
]


@pytest.fixture(scope="module")
def repository(hooks: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository of somebody who uses the hooks, with nothing else in it yet."""
    folder = tmp_path_factory.mktemp("repository") / "sager"
    folder.mkdir()
    git(folder, "init", "--quiet")
    used = [{"id": hook["id"]} for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))]
    configured = {"repo": str(hooks), "rev": git(hooks, "rev-parse", "HEAD").strip(), "hooks": used}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [configured]}), "utf-8")
    return folder


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as somebody would get it from its repository, with what has not been committed yet."""
    folder = tmp_path_factory.mktemp("hooks")
    listed = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z").split("\0")
    for name in filter(None, listed):
        if (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all", "--force")
    git(folder, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "x")
    return folder


def environment() -> dict[str, str]:
    """The environment without what git sets for its own hooks."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder."""
    command = [shutil.which("git") or "git", *arguments]
    return subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=True).stdout


def try_hook(hook: str, repository: Path) -> subprocess.CompletedProcess[str]:
    """What pre-commit says when a hook runs over everything that is staged."""
    git(repository, "add", "--all")
    command = [sys.executable, "-m", "pre_commit", "run", hook, "--all-files", "--verbose"]
    names = environment() | {"PRE_COMMIT_HOME": str(repository.parent / "pre-commit")}
    return subprocess.run(command, cwd=repository, env=names, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Leave the test out where no package can be fetched: the hooks' environments are made of packages."""
    place = str(tmp_path_factory.mktemp("registry"))
    fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", place, "hatchling"]
    fetched = subprocess.run(fetch, env=environment(), capture_output=True, text=True, check=False)
    if fetched.returncode:
        pytest.skip("no registry to fetch the hooks' packages from")


@pytest.mark.usefixtures("registry")
def test_the_hooks_pass_good_cases_and_stop_bad_ones(repository: Path) -> None:
    """A good case passes, a bad one is named, of all cases none is a twin, and a stale schema is found.

    Other tools' files are left alone.
    """
    (repository / "cases").mkdir()
    shutil.copy(ROOT / "cases/innovationspuljen-2018/BC07.yaml", repository / "cases" / "good.yaml")
    (repository / ".other-tool.yaml").write_text("not: a case\n")
    (repository / "compose.yml").write_text("services: {web: {image: x}}\n")
    run = try_hook("bizcase-validate", repository)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "compose.yml er ikke en sag; sprunget over" in run.stdout
    assert "1 fil, 0 fejl, 0 advarsler" in run.stdout

    shutil.copy(ROOT / "tests/samples/refused/split-of-99.yaml", repository / "cases" / "bad.yaml")
    run = try_hook("bizcase-validate", repository)
    assert run.returncode == 1
    assert "cases/bad.yaml:10:12: error[split-not-100]" in run.stdout

    (repository / "cases" / "bad.yaml").unlink()
    shutil.copy(repository / "cases" / "good.yaml", repository / "cases" / "twin.yaml")
    (repository / "bizcase.toml").write_text('paths = ["cases"]\n')
    run = try_hook("bizcase-validate-all", repository)
    assert run.returncode == 1
    assert "error[duplicate-id]" in run.stdout
    (repository / "cases" / "twin.yaml").unlink()
    assert try_hook("bizcase-validate-all", repository).returncode == 0

    shutil.copytree(ROOT / "schemas", repository / "schemas")
    assert try_hook("bizcase-schema", repository).returncode == 0
    (repository / "schemas" / "case.schema.json").write_text("{}")
    run = try_hook("bizcase-schema", repository)
    assert run.returncode == 1
    assert "schemas/case.schema.json er forældet" in run.stdout
