"""
Decodes arguments from the wire format (libs/sandbox/src/value.ts) to R objects.

    null                     NULL; NA inside a list of one type, a frame or a series
    true, 1.5, "text"        a vector of length one; every number is a double, decimals and fractions too
    a list of one type       a vector: logical, double, character, Date or POSIXct; an empty list is logical(0)
    any other list           a list
    an object, entries       a named list
    a tuple, a set           as a list
    a date, a date-time      Date; POSIXct in UTC
    an array                 a vector, matrix or array, by its dtype
    a series                 a vector, by its dtype, with names unless the index is 0, 1, 2, ...
    a data frame             a data.frame; row names are automatic when the index is 0, 1, 2, ...
    a stream                 a double vector

By dtype: `int...` is integer if all values fit into 32 bits, else double; `float...` is double; `bool` is logical;
`category` is a factor with sorted levels; other dtypes are decoded like a list of their values. In a series or frame
NaN becomes NA, because pandas uses it for missing values; elsewhere NaN stays NaN.
"""

import base64
import datetime
import itertools

from . import serialize

_NUMBERS = {
    "float": lambda value: _FLOATS[value["value"]],
    "integer": lambda value: float(value["value"]),
    "decimal": lambda value: float(value["value"]),
    "fraction": lambda value: int(value["numerator"]) / int(value["denominator"]),
}
_FLOATS = {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}
_MAX_INTEGER = 2**31 - 1
_EPOCH = datetime.datetime(1970, 1, 1)


def of(value):
    """One value as a serialized R object."""
    if value is None:
        return serialize.NULL
    if isinstance(value, list):
        return _sequence(value)
    if isinstance(value, dict):
        tag = value.get("$")
        return _TAGGED[tag](value) if tag in _TAGGED else _named(value.items())
    return _vector([value])


def of_list(values):
    """Values of any type as a serialized R list."""
    return serialize.listing([of(value) for value in values])


def _sequence(values):
    return _vector(values) or of_list(values)


def _vector(values, attributes=None):
    """The R vector with these values, or None if they have several types."""
    kinds = {_kind(value) for value in values if value is not None}
    if not kinds:
        return serialize.logical(values, attributes)
    return _VECTORS[kinds.pop()](values, attributes or {}) if len(kinds) == 1 else None


def _kind(value):
    if isinstance(value, bool):
        return "logical"
    if isinstance(value, (int, float)):
        return "double"
    if isinstance(value, str):
        return "character"
    if not isinstance(value, dict):
        return "other"
    tag = value.get("$")
    if tag == "datetime":
        return "date" if len(value["value"]) == 10 else "time"
    return "double" if tag in _NUMBERS else "other"


def _number(value):
    if not isinstance(value, dict):
        return value
    return _NUMBERS[value["$"]](value)


def _doubles(values, attributes):
    return serialize.double([_number(value) for value in values], attributes)


def _dates(values, attributes):
    return _since(values, datetime.timedelta(days=1), {**attributes, "class": serialize.character(["Date"])})


def _times(values, attributes):
    kind = {"class": serialize.character(["POSIXct", "POSIXt"]), "tzone": serialize.character(["UTC"])}
    return _since(values, datetime.timedelta(seconds=1), {**attributes, **kind})


def _since(values, unit, attributes):
    return serialize.double([None if value is None else _moment(value) / unit for value in values], attributes)


def _moment(value):
    moment = datetime.datetime.fromisoformat(value["value"])
    if moment.tzinfo is not None:
        moment = moment.astimezone(datetime.timezone.utc).replace(tzinfo=None)
    return moment - _EPOCH


_VECTORS = {
    "logical": serialize.logical,
    "double": _doubles,
    "character": serialize.character,
    "date": _dates,
    "time": _times,
    "other": lambda _values, _attributes: None,
}


def _column(values, dtype, attributes=None):
    """A column by its numpy or pandas dtype."""
    attributes = attributes or {}
    if dtype == "category":
        return _factor(values, attributes)
    if dtype.startswith(("int", "uint")) and all(_fits(value) for value in values):
        return serialize.integer(values, attributes)
    if dtype.startswith(("int", "uint", "float")):
        return _doubles(values, attributes)
    if dtype == "bool":
        return serialize.logical(values, attributes)
    vector = _vector(values, attributes) if values else serialize.character([], attributes)
    return vector or serialize.listing([of(value) for value in values], attributes)


def _fits(value):
    return value is None or (isinstance(value, int) and -_MAX_INTEGER <= value <= _MAX_INTEGER)


def _factor(values, attributes):
    texts = [None if value is None else _text(value) for value in values]
    levels = sorted({text for text in texts if text is not None})
    places = {level: place for place, level in enumerate(levels, start=1)}
    kind = {"levels": serialize.character(levels), "class": serialize.character(["factor"])}
    return serialize.integer([places.get(text) for text in texts], {**attributes, **kind})


def _without_nan(values):
    return [None if isinstance(value, dict) and value.get("value") == "nan" else value for value in values]


def _series(value):
    attributes = {} if _is_default(value["index"]) else {"names": serialize.character(_texts(value["index"]))}
    return _column(_without_nan(value["values"]), value["dtype"], attributes)


def _dataframe(value):
    columns = [_column(_without_nan(column["values"]), column["dtype"]) for column in value["columns"]]
    return serialize.listing(
        columns,
        {
            "names": serialize.character(_texts([column["name"] for column in value["columns"]])),
            "class": serialize.character(["data.frame"]),
            "row.names": _row_names(value["index"]),
        },
    )


def _row_names(index):
    if _is_default(index):
        # R's own compact form of automatic row names.
        return serialize.integer([None, -len(index)])
    if all(isinstance(label, int) and _fits(label) for label in index):
        return serialize.integer(index)
    return serialize.character(_texts(index))


def _is_default(index):
    return index == list(range(len(index)))


def _texts(labels):
    return [_text(label) for label in labels]


def _text(label):
    if isinstance(label, str):
        return label
    if isinstance(label, bool):
        return "TRUE" if label else "FALSE"
    if isinstance(label, dict) and "value" in label:
        return str(label["value"])
    return "NA" if label is None else f"{label:.15g}" if isinstance(label, float) else str(label)


def _array(value):
    shape = value["shape"]
    if len(shape) < 2:
        return _column(value["values"], value["dtype"])
    return _column(_by_columns(value["values"], shape), value["dtype"], {"dim": serialize.integer(shape)})


def _by_columns(values, shape):
    """Reorders from row-major to R's column-major order."""
    strides = [1] * len(shape)
    for axis in range(len(shape) - 2, -1, -1):
        strides[axis] = strides[axis + 1] * shape[axis + 1]
    steps = [range(0, length * stride, stride) for length, stride in zip(reversed(shape), reversed(strides))]
    return [values[sum(place)] for place in itertools.product(*steps)]


def _named(pairs):
    pairs = list(pairs)
    names = serialize.character(_texts([name for name, _ in pairs]))
    return serialize.listing([of(item) for _, item in pairs], {"names": names})


def _stream(value):
    return serialize.double_bytes(base64.b64decode(value["float64"]) * value.get("times", 1))


_TAGGED = {
    **{tag: lambda value: _vector([value]) for tag in _NUMBERS},
    "tuple": lambda value: _sequence(value["items"]),
    "set": lambda value: _sequence(value["items"]),
    "entries": lambda value: _named(value["items"]),
    "datetime": lambda value: _vector([value]),
    "array": _array,
    "series": _series,
    "dataframe": _dataframe,
    "stream": _stream,
    "opaque": lambda _value: serialize.NULL,
}
