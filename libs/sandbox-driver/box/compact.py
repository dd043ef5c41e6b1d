"""
Makes a warm process cheap to fork. The cost of a fork, and of the child's exit, grows with the number of mappings and
pages: about 1,370 and 21,000 with the data packages. This module puts the same bytes in fewer of both.
"""

import contextlib

from . import linux

_MEGABYTE = 1 << 20
_HUGE_PAGE = 2 * _MEGABYTE
_BLOCK = 512
_MAX_HEAP_BLOCK = 31 * _MEGABYTE


@contextlib.contextmanager
def contiguous_heap(arenas):
    """
    Places what is imported in this context contiguously, so that huge pages can cover it: large blocks go on the heap,
    and small objects in reserved arenas of 1 MB, which would otherwise lie between the libraries.
    """
    linux.allocate_on_heap(_MAX_HEAP_BLOCK)
    reserved = _reserve(arenas)
    yield
    reserved.clear()


def _reserve(arenas):
    """Python frees an empty arena, so one block in each is kept."""
    blocks_each = _MEGABYTE // _BLOCK
    payload = _BLOCK - bytes().__sizeof__()
    blocks = [bytes(payload) for _ in range(arenas * blocks_each)]
    return blocks[:: blocks_each * 9 // 10]


def merge_mappings(mappings):
    """Call after all imports. `mappings` is the text of /proc/self/maps."""
    rows = [_Mapping(line) for line in mappings.splitlines()]
    for row in rows:
        if row.is_anonymous:
            _use_huge_pages(row)
    for before, row, after in zip([None, *rows], rows, [*rows[1:], None]):
        _merge(before, row, after)


class _Mapping:
    def __init__(self, line):
        addresses, self.rights, offset, _, _, *path = line.split(None, 5)
        self.start, self.end = (int(address, 16) for address in addresses.split("-"))
        self.offset = int(offset, 16)
        self.path = path[0] if path else ""

    @property
    def is_anonymous(self):
        return self.rights == "rw-p" and self.path in ("", "[heap]")

    def continues(self, before):
        """Whether this is the next part of the same file, at the adjacent address."""
        return (
            before is not None
            and before.path == self.path != ""
            and before.end == self.start
            and before.offset + before.end - before.start == self.offset
        )


def _use_huge_pages(row):
    """fork copies one entry per 2 MB page. A child that writes to it still copies only 4 kB."""
    start = -(-row.start // _HUGE_PAGE) * _HUGE_PAGE
    for place in range(start, row.end - _HUGE_PAGE + 1, _HUGE_PAGE):
        linux.try_to_collapse(place, _HUGE_PAGE)


def _merge(before, row, after):
    """
    A library has five mappings that differ in protection; the kernel merges neighbours that have the same. Read-only
    data becomes executable, and relocated data writable. Neither weakens a box, which may load any native code anyway.
    """
    if row.rights != "r--p":
        return
    if after is not None and after.continues(row) and after.rights == "rw-p":
        linux.try_to_protect(row.start, row.end - row.start, linux.PROT_READ | linux.PROT_WRITE)
    elif any(part is not None and part.path == row.path and part.rights == "r-xp" for part in (before, after)):
        linux.try_to_protect(row.start, row.end - row.start, linux.PROT_READ | linux.PROT_EXEC)
