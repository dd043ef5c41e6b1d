"""
What a question forbids its answers, observed inside their own process. These are rules of the exercise: a program that
means to break them can hide it, and gains nothing, because the rules protect no secret.
"""

import ast
import json

from .encode import encode


class Mutation(Exception):
    """The function changed an argument."""

    def __init__(self, place):
        super().__init__(f"the function changed argument {place + 1}")
        self.place = place


def forbidden_import(source, names):
    """The first import of one of these modules or of a part of it, as (name, line), or None."""
    if not names:
        return None
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    found = [
        (node.lineno, name)
        for node in nodes
        for module in _modules_of(node)
        for name in names
        if module == name or module.startswith(f"{name}.")
    ]
    return min(found)[::-1] if found else None


def _modules_of(node):
    """`from a import b` may import the module a.b."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return _named_in_call(node) if isinstance(node, ast.Call) else []


def _named_in_call(call):
    name = getattr(call.func, "id", getattr(call.func, "attr", None))
    first = call.args[0] if call.args else None
    is_import = name in ("__import__", "import_module") and isinstance(first, ast.Constant) and isinstance(first.value, str)
    return [first.value] if is_import else []


def written(values):
    """The arguments as text, to find out later whether they were changed; None for one that cannot be encoded."""
    return [_text(value) for value in values]


def _text(value):
    try:
        return json.dumps(encode(value))
    except (ValueError, RecursionError):
        return None


def check_unchanged(values, before):
    """Raises Mutation if an argument differs from its text."""
    for place, (now, then) in enumerate(zip(written(values), before)):
        if now != then:
            raise Mutation(place)
