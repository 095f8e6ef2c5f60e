import errno
import os
from contextlib import nullcontext
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Pdf

from talentpack.pack import sink as sinks
from talentpack.pack.join import save
from talentpack.pack.sink import Sink


class Disk:
    """A raw file on a disk with ``room`` bytes, that takes at most ``piece`` bytes at a time."""

    def __init__(self, room: int, piece: int) -> None:
        self.data, self.room, self.piece = bytearray(), room, piece

    def write(self, view) -> int:
        taken = min(len(view), self.piece, self.room - len(self.data))
        if not taken:
            raise OSError(errno.ENOSPC, "full")
        self.data += view[:taken]
        return taken

    def close(self) -> None:
        pass


@given(st.lists(st.binary(max_size=40)), st.integers(0, 400), st.integers(1, 30))
def test_everything_arrives_or_the_error_is_raised_at_the_end(tmp_path_factory, pieces, room, most):
    sink = Sink(tmp_path_factory.getbasetemp() / "sink")
    sink._file.close()
    sink._file = disk = Disk(room, most)
    whole = b"".join(pieces)
    expected = pytest.raises(OSError, match="full") if len(whole) > room else nullcontext()
    with expected, sink:
        for piece in pieces:
            assert sink.write(piece) == len(piece)
        assert sink.tell() == len(whole)
    assert disk.data == whole[:room]


def test_large_writes_reach_the_file_as_they_come(tmp_path, monkeypatch):
    monkeypatch.setattr(sinks, "_ROOM", 100)
    with Sink(tmp_path / "a") as sink:
        sink.write(bytes(250))
        assert (tmp_path / "a").stat().st_size == 250
        sink.write(bytearray(b"xyz"))
        assert (tmp_path / "a").stat().st_size == 250
    assert (tmp_path / "a").read_bytes() == bytes(250) + b"xyz"


def test_another_error_is_not_hidden(tmp_path):
    def broken():
        with Sink(tmp_path / "a") as sink:
            sink._file.close()
            sink._file = Disk(0, 1)
            sink.write(b"x")
            raise KeyError("mine")

    with pytest.raises(KeyError):
        broken()


@pytest.mark.parametrize("short", [0, 1, 5, 20, 200, 2000])
def test_a_disk_that_fills_at_any_byte_of_a_save_is_an_oserror(tmp_path, monkeypatch, short):
    """With a file of Python's own, pikepdf 10.17 ends the process when the last bytes do not fit."""
    pdf = Pdf.new()
    pdf.add_blank_page().obj.Extra = pdf.make_stream(Random(0).randbytes(3000))  # noqa: S311 - bytes that do not compress
    save(pdf, tmp_path / "whole.pdf")
    size = (tmp_path / "whole.pdf").stat().st_size

    def start(sink, path):
        sink._file, sink._waiting, sink._written, sink._error = Disk(size - short, size), bytearray(), 0, None

    monkeypatch.setattr(Sink, "__init__", start)
    if short:
        with pytest.raises(OSError, match="full"):
            save(pdf, tmp_path / os.devnull)
    else:
        save(pdf, tmp_path / os.devnull)
