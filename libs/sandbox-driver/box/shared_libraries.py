"""Finds the shared libraries that programs need by reading their ELF headers, so that only those enter a box."""

import os
import struct

_PT_LOAD, _PT_DYNAMIC, _DT_NEEDED, _DT_STRTAB = 1, 2, 1, 5


def needed_by(path):
    """The DT_NEEDED entries of a 64-bit ELF file."""
    with open(path, "rb") as file:
        header = file.read(64)
        if header[:5] != b"\x7fELF\x02":
            return []
        offset, = struct.unpack_from("<Q", header, 32)
        size, count = struct.unpack_from("<HH", header, 54)
        file.seek(offset)
        table = file.read(size * count)
        segments = [struct.unpack_from("<IIQQQQ", table, index * size) for index in range(count)]
        return _names(file, segments)


def _names(file, segments):
    dynamic = next((segment for segment in segments if segment[0] == _PT_DYNAMIC), None)
    if dynamic is None:
        return []
    file.seek(dynamic[2])
    entries = list(struct.iter_unpack("<QQ", file.read(dynamic[5] & ~15)))
    strings = next(value for tag, value in entries if tag == _DT_STRTAB)
    start = next(s[2] + strings - s[3] for s in segments if s[0] == _PT_LOAD and s[3] <= strings < s[3] + s[5])
    return [_string(file, start + value) for tag, value in entries if tag == _DT_NEEDED]


def _string(file, offset):
    file.seek(offset)
    return file.read(256).split(b"\0", 1)[0].decode()


def programs_in(folder):
    """Every shared object below a directory."""
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in ("tests", "__pycache__")]
        for name in names:
            if name.endswith(".so") or ".so." in name:
                yield os.path.join(here, name)


def closure(programs, folder):
    """Names of all libraries in `folder` that the programs need, directly or transitively."""
    found = set()
    waiting = [name for program in programs for name in needed_by(program)]
    while waiting:
        name = waiting.pop()
        path = os.path.join(folder, name)
        if name not in found and os.path.exists(path):
            found.add(name)
            waiting.extend(needed_by(path))
    return sorted(found)
