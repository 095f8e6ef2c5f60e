import io

from hypothesis import given
from hypothesis import strategies as st

from talentpack.evidence.source import stream_of

moves = st.lists(st.tuples(st.integers(-5, 40), st.integers(0, 2), st.integers(-1, 12)), max_size=12)


@given(data=st.binary(max_size=30), moves=moves)
def test_a_view_reads_as_bytes_do(data, moves):
    view, plain = stream_of(memoryview(data)), io.BytesIO(data)
    for offset, whence, size in moves:
        if whence == 0 and offset < 0:
            continue
        assert view.seek(offset, whence) == plain.seek(offset, whence)
        assert view.read(size) == plain.read(size)
        assert view.tell() == plain.tell()
