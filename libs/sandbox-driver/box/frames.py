"""Length-prefixed JSON frames: the only protocol between the driver and its boxes."""

import json
import os
import struct


def encode(message):
    body = json.dumps(message).encode()
    return struct.pack(">I", len(body)) + body


def write(fd, message):
    write_all(fd, encode(message))


def write_all(fd, data):
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def read(fd):
    """The next frame, or None if the other side has closed."""
    header = _read_exactly(fd, 4)
    if header is None:
        return None
    body = _read_exactly(fd, struct.unpack(">I", header)[0])
    return None if body is None else json.loads(body)


def _read_exactly(fd, size):
    parts = []
    while size > 0:
        part = os.read(fd, min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
