"""Decodes arguments from the wire format (libs/sandbox/src/value.ts) to Python values."""

import base64
import datetime
import decimal
import fractions
import struct


_CONTAINERS = {list, dict}


def decode(value):
    """Called for every call, so that a program that mutates an argument affects no other call."""
    if isinstance(value, list):
        # Fast path for long columns of plain values: checking the types at once is faster than decoding each.
        return value.copy() if _CONTAINERS.isdisjoint(map(type, value)) else [decode(item) for item in value]
    if isinstance(value, dict):
        tag = value.get("$")
        return _TAGGED[tag](value) if tag in _TAGGED else {key: decode(item) for key, item in value.items()}
    return value


def _tuple(value):
    return tuple(decode(value["items"]))


def _set(value):
    return (frozenset if value.get("frozen") else set)(decode(value["items"]))


def _complex(value):
    return complex(decode(value["real"]), decode(value["imaginary"]))


def _entries(value):
    return {decode(key): decode(item) for key, item in value["items"]}


def _datetime(value):
    text = value["value"]
    if len(text) == 10:
        return datetime.date.fromisoformat(text)
    return datetime.datetime.fromisoformat(text)


def _array(value):
    import numpy

    return numpy.array(decode(value["values"]), dtype=_dtype(value["dtype"])).reshape(value["shape"])


def _series(value):
    import pandas

    return pandas.Series(_column(value), index=_index(value["index"]), name=decode(value["name"]))


def _dataframe(value):
    import pandas

    index = _index(value["index"])
    columns = {place: _column(column) for place, column in enumerate(value["columns"])}
    frame = pandas.DataFrame(columns, index=index)
    frame.columns = [decode(column["name"]) for column in value["columns"]]
    return frame


def _column(value):
    import pandas

    items = decode(value["values"])
    if value["dtype"].startswith("datetime64"):
        return _times(pandas.Series(items, dtype="object"), value["dtype"])
    return pandas.array(items, dtype=_dtype(value["dtype"])) if value["dtype"] == "category" else _numpy(items, value)


def _times(items, dtype):
    """A column with a time zone, `datetime64[ns, Europe/Oslo]`, stays one."""
    import pandas

    _, _, zone = dtype.rstrip("]").partition(", ")
    return pandas.to_datetime(items, utc=True).dt.tz_convert(zone).array if zone else pandas.to_datetime(items).to_numpy()


def _numpy(items, value):
    import numpy

    dtype = _dtype(value["dtype"])
    if numpy.dtype(dtype).kind == "f":
        items = [float("nan") if item is None else item for item in items]
    if numpy.dtype(dtype) != object:
        return numpy.array(items, dtype=dtype)
    column = numpy.empty(len(items), dtype=object)
    column[:] = items
    return column


def _dtype(name):
    return "object" if name in ("string", "str") or name.startswith("<U") else name


def _index(values):
    import pandas

    items = decode(values)
    if items == list(range(len(items))):
        return pandas.RangeIndex(len(items))
    if any(isinstance(item, tuple) for item in items):
        return pandas.MultiIndex.from_tuples(items)
    return pandas.Index(items)


def _stream(value):
    packed = base64.b64decode(value["float64"])
    return (number for _ in range(value.get("times", 1)) for number, in struct.iter_unpack("<d", packed))


_TAGGED = {
    "float": lambda value: float(value["value"]),
    "integer": lambda value: int(value["value"]),
    "decimal": lambda value: decimal.Decimal(value["value"]),
    "fraction": lambda value: fractions.Fraction(int(value["numerator"]), int(value["denominator"])),
    "complex": _complex,
    "timedelta": lambda value: datetime.timedelta(microseconds=int(value["value"])),
    "bytes": lambda value: base64.b64decode(value["value"]),
    "tuple": _tuple,
    "set": _set,
    "entries": _entries,
    "datetime": _datetime,
    "array": _array,
    "series": _series,
    "dataframe": _dataframe,
    "stream": _stream,
    "opaque": lambda _value: None,
}
