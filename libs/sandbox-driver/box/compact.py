"""
Makes a warm process cheap to copy. A fork, and the end of each child, cost by the number of mappings and pages there
are: about 1,370 and 21,000 with the data packages. Here the same bytes come in fewer pieces.
"""

import contextlib

from . import linux

_MEGABYTE = 1 << 20
_HUGE_PAGE = 2 * _MEGABYTE
_BLOCK = 512
_LARGEST_ON_HEAP = 31 * _MEGABYTE


@contextlib.contextmanager
def in_one_piece(arenas):
    """
    What is imported meanwhile lies together, so that huge pages fit it: large blocks on the heap, small objects in so
    many of Python's arenas of a megabyte, which would otherwise lie between one library and the next.
    """
    linux.allocate_on_heap(_LARGEST_ON_HEAP)
    reserved = _reserve(arenas)
    yield
    reserved.clear()


def _reserve(arenas):
    """An arena is given back when it is empty, so one block in each is kept."""
    blocks_each = _MEGABYTE // _BLOCK
    filling = _BLOCK - bytes().__sizeof__()
    blocks = [bytes(filling) for _ in range(arenas * blocks_each)]
    return blocks[:: blocks_each * 9 // 10]


def settle(mappings):
    """Once all is imported. `mappings` is the kernel's list, as in /proc/self/maps."""
    rows = [_Mapping(line) for line in mappings.splitlines()]
    for row in rows:
        if row.is_own_memory:
            _use_huge_pages(row)
    for before, row, after in zip([None, *rows], rows, [*rows[1:], None]):
        _join(before, row, after)


class _Mapping:
    def __init__(self, line):
        addresses, self.rights, offset, _, _, *path = line.split(None, 5)
        self.start, self.end = (int(address, 16) for address in addresses.split("-"))
        self.offset = int(offset, 16)
        self.path = path[0] if path else ""

    @property
    def is_own_memory(self):
        return self.rights == "rw-p" and self.path in ("", "[heap]")

    def continues(self, before):
        """Whether it is the next part of the same file, at the next address."""
        return (
            before is not None
            and before.path == self.path != ""
            and before.end == self.start
            and before.offset + before.end - before.start == self.offset
        )


def _use_huge_pages(row):
    """A page of 2 MB is copied as one. A child that writes to it gets 4 kB of its own, as it would otherwise."""
    start = -(-row.start // _HUGE_PAGE) * _HUGE_PAGE
    for place in range(start, row.end - _HUGE_PAGE + 1, _HUGE_PAGE):
        linux.try_to_collapse(place, _HUGE_PAGE)


def _join(before, row, after):
    """
    A library is five mappings that differ in rights. Constants may be executed here, and what was bound at its start may
    be changed: a process that may load any native code, as a box may, is kept from nothing by either.
    """
    if row.rights != "r--p":
        return
    if after is not None and after.continues(row) and after.rights == "rw-p":
        linux.try_to_protect(row.start, row.end - row.start, linux.PROT_READ | linux.PROT_WRITE)
    elif any(part is not None and part.path == row.path and part.rights == "r-xp" for part in (before, after)):
        linux.try_to_protect(row.start, row.end - row.start, linux.PROT_READ | linux.PROT_EXEC)
