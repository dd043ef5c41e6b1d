"""Describes an exception of the program: type, message, and the frames in the program's own files."""

import traceback

from .advice import advice
from .exercise_rules import Mutation

_MAX_MESSAGE_LENGTH = 2000
_FIRST_FRAMES, _LAST_FRAMES = 5, 15


def forbidden_import(name, line):
    """An import that the question forbids, as if it had been an exception."""
    message = f"this question does not allow the import of {name}"
    broken = {"rule": "import", "name": name}
    return {"type": "ForbiddenImport", "message": message, "traceback": "", "line": line, "broken": broken}


class Reporter:
    """Keeps the text of the program's files, because the program can delete them."""

    def __init__(self, files, main):
        self._lines = {f"/box/{name}": text.splitlines() for name, text in files.items()}
        self._main = f"/box/{main}"

    def describe(self, error):
        frames = self._own_frames(error)
        report = {
            "type": _name(error),
            "message": _message(error),
            "traceback": self._text(error, frames),
        }
        if type(error) is Mutation:
            report["broken"] = {"rule": "mutation", "argument": error.place + 1}
        line = self._line(error, frames)
        return report if line is None else {**report, "line": line}

    def _own_frames(self, error):
        walked = traceback.walk_tb(error.__traceback__)
        places = ((frame.f_code.co_filename, line, frame.f_code.co_name) for frame, line in walked)
        return [place for place in places if place[0] in self._lines]

    def _line(self, error, frames):
        if isinstance(error, SyntaxError) and error.filename == self._main:
            return error.lineno
        return next((line for name, line, _ in reversed(frames) if name == self._main), None)

    def _text(self, error, frames):
        head = "Traceback (most recent call last):\n" if frames else ""
        shown = frames
        if len(frames) > _FIRST_FRAMES + _LAST_FRAMES:
            shown = [*frames[:_FIRST_FRAMES], None, *frames[-_LAST_FRAMES:]]
        body = "".join(self._frame(place) for place in shown)
        return f"{head}{body}{self._syntax(error)}{_name(error)}: {_message(error)}"

    def _frame(self, place):
        if place is None:
            return "  ...\n"
        name, line, function = place
        return f'  File "{_short(name)}", line {line}, in {function}\n{self._source(name, line)}'

    def _syntax(self, error):
        if not isinstance(error, SyntaxError) or error.filename not in self._lines:
            return ""
        return f'  File "{_short(error.filename)}", line {error.lineno}\n{self._source(error.filename, error.lineno)}'

    def _source(self, name, line):
        lines = self._lines[name]
        return f"    {lines[line - 1].strip()}\n" if line and 0 < line <= len(lines) else ""


def _short(name):
    return name.removeprefix("/box/")


def _name(error):
    return type.__dict__["__name__"].__get__(type(error))[:200]


def _message(error):
    try:
        text = str.__str__(error.msg if isinstance(error, SyntaxError) else str(error))[:_MAX_MESSAGE_LENGTH]
        more = advice(error)
        return f"{text}. {more}" if more else text
    except BaseException:
        return ""
