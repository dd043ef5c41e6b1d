"""
R vectors as bytes that R's `unserialize` reads ("R Internals", section 1.8, version 2, native byte order).

Whole columns go over at the speed of memory, and no C function of R's has to be called for each cell.
"""

import struct
from array import array

_SYMBOL, _PAIR, _CHARACTERS, _LOGICAL, _INTEGER, _DOUBLE, _TEXTS, _LIST, _RAW, _NIL = 1, 2, 9, 10, 13, 14, 16, 19, 24, 254
_IS_OBJECT, _HAS_ATTRIBUTES, _HAS_TAG = 1 << 8, 1 << 9, 1 << 10
_UTF8, _ASCII = 8 << 12, 64 << 12
# The version of the format, the R that wrote it, and the oldest that reads it.
_HEADER = b"B\n" + struct.pack("=3i", 2, 0x40200, 0x20300)
_NA_INTEGER = -(2**31)
_NA_DOUBLE = struct.unpack("=d", struct.pack("=Q", 0x7FF00000000007A2))[0]

NULL = struct.pack("=i", _NIL)


def stream(item):
    """What `unserialize` takes, of any one vector below."""
    return _HEADER + item


def logical(values, attributes=None):
    """From True, False and None, which is NA."""
    return _integers(_LOGICAL, [_NA_INTEGER if value is None else int(value) for value in values], attributes)


def integer(values, attributes=None):
    """From whole numbers of 32 bits and None, which is NA."""
    return _integers(_INTEGER, [_NA_INTEGER if value is None else value for value in values], attributes)


def double(values, attributes=None):
    """From numbers and None, which is NA."""
    body = array("d", [_NA_DOUBLE if value is None else float(value) for value in values])
    return double_bytes(body.tobytes(), attributes)


def double_bytes(body, attributes=None):
    """From float64 as memory holds them."""
    return _vector(_DOUBLE, len(body) // 8, body, attributes)


def character(values, attributes=None):
    """From texts and None, which is NA."""
    return _vector(_TEXTS, len(values), b"".join(map(_characters, values)), attributes)


def raw(data):
    return _vector(_RAW, len(data), data, None)


def listing(items, attributes=None):
    """A list of what the functions here gave."""
    return _vector(_LIST, len(items), b"".join(items), attributes)


def _integers(kind, values, attributes):
    return _vector(kind, len(values), array("i", values).tobytes(), attributes)


def _vector(kind, length, body, attributes):
    flags = kind
    if attributes:
        flags |= _HAS_ATTRIBUTES | (_IS_OBJECT if "class" in attributes else 0)
    return struct.pack("=2i", flags, length) + body + (_pairs(attributes) if attributes else b"")


def _pairs(attributes):
    tag = struct.pack("=2i", _PAIR | _HAS_TAG, _SYMBOL)
    return b"".join(tag + _characters(name) + item for name, item in attributes.items()) + NULL


def _characters(text):
    if text is None:
        return struct.pack("=2i", _CHARACTERS, -1)
    # R's texts end at a NUL and are UTF-8, which has no halves of characters.
    body = text.replace("\0", "\ufffd").encode(errors="replace")
    return struct.pack("=2i", _CHARACTERS | (_ASCII if body.isascii() else _UTF8), len(body)) + body
