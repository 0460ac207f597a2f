"""Reading files: whatever a path turns out to be, it is a finding and never an exception."""

import os
from pathlib import Path

import pytest
from support import message_of

from bizcase.reading.content import SIZE_LIMIT
from bizcase.reading.read import read


def codes(path: Path) -> list[str]:
    """The codes of the findings that reading a file brings."""
    return [finding.code for finding in read(str(path)).findings]


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    """A name that leads nowhere is a finding."""
    assert codes(tmp_path / "none.yaml") == ["unreadable-file"]


def test_a_folder_is_unreadable(tmp_path: Path) -> None:
    """A folder is not a case."""
    assert codes(tmp_path) == ["unreadable-file"]


def test_a_broken_link_is_unreadable(tmp_path: Path) -> None:
    """A link to nothing is a finding."""
    (tmp_path / "link.yaml").symlink_to(tmp_path / "none.yaml")
    assert codes(tmp_path / "link.yaml") == ["unreadable-file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_without_a_writer_does_not_hang(tmp_path: Path) -> None:
    """A named pipe is a finding, and nothing waits for somebody to write into it."""
    os.mkfifo(tmp_path / "pipe.yaml")
    assert codes(tmp_path / "pipe.yaml") == ["unreadable-file"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    """A file that may not be read is a finding."""
    (tmp_path / "shut.yaml").write_text("id: X\n")
    (tmp_path / "shut.yaml").chmod(0)
    assert codes(tmp_path / "shut.yaml") == ["unreadable-file"]


def test_a_name_with_a_nul_is_unreadable() -> None:
    """A path that no system could open is a finding too."""
    assert [finding.code for finding in read("a\0b").findings] == ["unreadable-file"]


def test_the_size_limit_is_a_limit(tmp_path: Path) -> None:
    """A file of exactly the limit is read, one byte more is not."""
    file = tmp_path / "large.yaml"
    file.write_bytes(b"#" * SIZE_LIMIT)
    assert codes(file) == ["empty-file"]
    file.write_bytes(b"#" * (SIZE_LIMIT + 1))
    assert codes(file) == ["unreadable-file"]


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"\xef\xbb\xbftitle: \xf8bc\n", 1, 8),
        (b"a: 1\rb: 2\rc: \xe5\r", 3, 4),
        ("a: ø\u2028b: ".encode() + b"\xff", 2, 4),
        ("id: x\r\n".encode("utf-16"), 1, 1),
    ],
)
def test_a_wrong_encoding_is_placed(tmp_path: Path, content: bytes, line: int, column: int) -> None:
    """Byte order marks, old line ends and wide letters do not shift the place."""
    (tmp_path / "x.yaml").write_bytes(content)
    (finding,) = read(str(tmp_path / "x.yaml")).findings
    assert (finding.code, *finding.place[:2]) == ("not-utf8", line, column)


def test_a_byte_order_mark_and_carriage_returns_do_not_matter(tmp_path: Path) -> None:
    """A file saved by Windows' own editor is read like any other."""
    file = tmp_path / "windows.yaml"
    file.write_bytes("\ufeffid: BC07\r\ntitle: ø\r\n".encode())
    source = read(str(file))
    assert (source.root, source.findings) == ({"id": "BC07", "title": "ø"}, [])
    assert source.line(2) == "title: ø"


def test_a_file_that_changes_while_it_is_read_is_no_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of an old figure and half of a new one would be a figure that nobody wrote."""
    file = tmp_path / "x.yaml"
    file.write_text("id: x\n")
    looked: list[int] = []
    real = os.fstat

    def fstat(descriptor: int) -> os.stat_result:
        if looked:
            os.utime(file, ns=(1, 1))
        looked.append(descriptor)
        return real(descriptor)

    monkeypatch.setattr(os, "fstat", fstat)
    (finding,) = read(str(file)).findings
    assert (finding.code, "changed while it was read" in message_of(finding)) == ("unreadable-file", True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04\x14\0\0\0word/document.xml\0\xff", "this is a Word document"),
        (b"%PDF-1.7\n%\xe2\xe3", "this is a PDF"),
        ("id: X".encode("utf-16"), "UTF-16 or UTF-32"),
    ],
)
def test_a_file_of_another_program_is_told_by_its_name(tmp_path: Path, content: bytes, said: str) -> None:
    """A document is no text in a wrong encoding; and what is no text has no line to show."""
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    (finding,) = read(str(file)).findings
    assert (finding.code, finding.line) == ("not-utf8", "")
    assert said in message_of(finding)


def test_a_folder_of_cases_is_told_one_of_its_files(tmp_path: Path) -> None:
    """Where one file is meant, the example can be copied."""
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.yaml").write_text("id: X")
    (finding,) = read(str(tmp_path)).findings
    assert message_of(finding) == f"this is a folder; name a file in it, such as {tmp_path / 'below' / 'a.yaml'}"


def test_marks_that_no_text_needs_are_refused_before_they_are_sorted(tmp_path: Path) -> None:
    """Sorting them takes time with the square of their number: 120,000 would stop a pool for many seconds."""
    path = tmp_path / "case.yaml"
    path.write_text("id: X\ntitle: a" + "\u0301\u0316" * 60_000 + "\n", "utf-8")
    (finding,) = read(str(path)).findings
    assert (finding.code, finding.place[:2]) == ("yaml-syntax", (2, 9))
    path.write_text("id: X\ntitle: " + "a\u0301" * 60_000 + "\n", "utf-8")  # one over each letter is text
    assert read(str(path)).findings == []
