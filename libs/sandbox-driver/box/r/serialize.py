"""
R vectors as bytes that R's `unserialize` reads ("R Internals", section 1.8, version 2, native byte order).

Whole columns are copied at once, without a call of R's C API per cell.
"""

import struct
from array import array

_SYMBOL, _PAIR, _CHARACTERS, _LOGICAL, _INTEGER, _DOUBLE, _STRINGS, _LIST, _RAW, _NIL = 1, 2, 9, 10, 13, 14, 16, 19, 24, 254
_IS_OBJECT, _HAS_ATTRIBUTES, _HAS_TAG = 1 << 8, 1 << 9, 1 << 10
_UTF8, _ASCII = 8 << 12, 64 << 12
# The format version, the R version that wrote it, and the oldest R version that can read it.
_HEADER = b"B\n" + struct.pack("=3i", 2, 0x40200, 0x20300)
_NA_INTEGER = -(2**31)
_NA_DOUBLE = struct.unpack("=d", struct.pack("=Q", 0x7FF00000000007A2))[0]

NULL = struct.pack("=i", _NIL)


def stream(item):
    """The input of `unserialize` for one item made by the functions below."""
    return _HEADER + item


def logical(values, attributes=None):
    """From True, False and None (NA)."""
    return _integers(_LOGICAL, [_NA_INTEGER if value is None else int(value) for value in values], attributes)


def integer(values, attributes=None):
    """From 32-bit integers and None (NA)."""
    return _integers(_INTEGER, [_NA_INTEGER if value is None else value for value in values], attributes)


def double(values, attributes=None):
    """From numbers and None (NA)."""
    body = array("d", [_NA_DOUBLE if value is None else float(value) for value in values])
    return double_bytes(body.tobytes(), attributes)


def double_bytes(body, attributes=None):
    """From float64 values in native byte order."""
    return _vector(_DOUBLE, len(body) // 8, body, attributes)


def character(values, attributes=None):
    """From strings and None (NA)."""
    return _vector(_STRINGS, len(values), b"".join(map(_characters, values)), attributes)


def raw(data):
    return _vector(_RAW, len(data), data, None)


def listing(items, attributes=None):
    """A list of items made by these functions."""
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
    # R strings end at a NUL and are UTF-8, which cannot encode surrogates.
    body = text.replace("\0", "\ufffd").encode(errors="replace")
    return struct.pack("=2i", _CHARACTERS | (_ASCII if body.isascii() else _UTF8), len(body)) + body
