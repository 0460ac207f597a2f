"""Finding case files: each once, in order, none left out."""

import os
from pathlib import Path

import pytest
from support import bizcase

from bizcase.reading.files import case_files


def make(folder: Path, *names: str) -> None:
    """Empty files with these names."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("")


def found(folder: Path, *paths: Path) -> list[str]:
    """The files that paths mean, relative to a folder."""
    return [str(Path(file).relative_to(folder)) for file in case_files(map(str, paths or (folder,)))]


def test_a_folder_means_every_case_file_below_it_in_order(tmp_path: Path) -> None:
    """Both suffixes count, in capitals too; other files and hidden ones do not."""
    make(tmp_path, "b.yaml", "a/c.yml", "a/notes.txt", ".git/x.yaml", ".hidden.yaml", "z/y/x.YAML", "z/y/z.Yml")
    assert found(tmp_path) == ["a/c.yml", "b.yaml", "z/y/x.YAML", "z/y/z.Yml"]


def test_a_file_is_named_once_however_often_it_is_meant(tmp_path: Path) -> None:
    """A file inside a folder that is named too, and a folder named twice, come up once."""
    make(tmp_path, "a/b.yaml")
    assert found(tmp_path, tmp_path / "a" / "b.yaml", tmp_path, tmp_path / "a") == ["a/b.yaml"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    """A link back to a folder above is not followed round and round."""
    make(tmp_path, "a/b.yaml")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert found(tmp_path) == ["a/b.yaml"]


def test_a_link_to_itself_is_passed_by(tmp_path: Path) -> None:
    """It leads nowhere, and does not end the search."""
    make(tmp_path, "a/b.yaml", "z.yaml")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert found(tmp_path) == ["a/b.yaml", "z.yaml"]


def test_a_linked_folder_within_the_one_that_is_named_is_searched(tmp_path: Path) -> None:
    """Cases behind a link are not left out in silence."""
    make(tmp_path, "elsewhere/b.yaml")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "linked").symlink_to(tmp_path / "elsewhere")
    assert found(tmp_path) == ["elsewhere/b.yaml"]
    assert found(tmp_path, tmp_path / "here" / "linked") == ["here/linked/b.yaml"]  # named itself


@pytest.mark.parametrize("target", ["secret.txt", "elsewhere"])
def test_a_link_out_of_the_folder_is_refused_and_nothing_behind_it_is_shown(tmp_path: Path, target: str) -> None:
    """A stranger's files may link to what lies beside them: a file with a case's name, or a folder."""
    make(tmp_path, "elsewhere/b.yaml", "here/a.yaml")
    (tmp_path / "secret.txt").write_text("token: hemmeligt\n", "utf-8")
    (tmp_path / "here" / "x.yaml").symlink_to(tmp_path / target)
    assert found(tmp_path, tmp_path / "here") == ["here/a.yaml", "here/x.yaml"]
    run = bizcase("validate", tmp_path / "here", "--format", "text")
    assert (run.code, "hemmeligt" in run.out + run.err) == (2, False)
    assert "x.yaml:1:1: error[unreadable-file] er et link ud af mappen og følges ikke" in run.out
    assert "hemmeligt" in bizcase("validate", tmp_path / "secret.txt").out  # whoever names a file may see it


def test_what_cannot_be_a_case_comes_out_to_be_reported(tmp_path: Path) -> None:
    """A folder without cases, one with the name of a case, a name that leads nowhere: none of them vanishes."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "x.yaml").mkdir()
    assert found(tmp_path, tmp_path / "empty", tmp_path / "none.yaml") == ["empty", "none.yaml"]
    assert found(tmp_path) == ["x.yaml"]


def test_folders_lie_in_each_other_as_deep_as_the_file_system_lets_them(tmp_path: Path) -> None:
    """A search a thousand levels deep ends as any other."""
    folders = [str(tmp_path)]
    for _ in range(1_100):
        folders.append(f"{folders[-1]}/d")
        os.mkdir(folders[-1])
    case = f"{folders[-1]}/x.yaml"
    with open(case, "w", encoding="utf-8"):
        pass
    try:
        assert list(case_files([str(tmp_path)])) == [case]
    finally:  # what sweeps up behind the tests goes down by calling itself
        os.unlink(case)
        for folder in reversed(folders[1:]):
            os.rmdir(folder)
