"""
Small faults in a Python source, each a change of one node of its syntax tree. Runs in a box, started by libs/faults.

`plant(source)` returns a list of `{operator, line, column, before, after, source}`: `before` and `after` are the text of
the node, `source` is the whole text with this one fault. Each `source` parses.
"""

import ast

BOUNDARIES = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">"}
NEGATIONS = {
    ast.Lt: ">=",
    ast.LtE: ">",
    ast.Gt: "<=",
    ast.GtE: "<",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Is: "is not",
    ast.IsNot: "is",
}
ARITHMETIC = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "/",
    ast.Div: "*",
    ast.FloorDiv: "/",
    ast.Mod: "*",
    ast.Pow: "*",
    ast.MatMult: "*",
    ast.BitAnd: "|",
    ast.BitOr: "&",
}
FUNCTIONS = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "sum": "max",
    "mean": "median",
    "median": "mean",
    "std": "var",
    "var": "std",
    "cumsum": "cumprod",
    "argmin": "argmax",
    "argmax": "argmin",
    "ceil": "floor",
    "floor": "ceil",
    "first": "last",
    "last": "first",
    "append": "extend",
    "appendleft": "append",
    "popleft": "pop",
    "shift": "diff",
    "ffill": "bfill",
    "bfill": "ffill",
    "setdefault": "get",
    "searchsorted": "digitize",
    "heappush": "heappushpop",
}


SYMMETRIC = {"min", "max", "minimum", "maximum", "fmin", "fmax", "isclose", "gcd", "hypot", "array_equal", "dot"}


class Text:
    """A source with lookup by line and by column in bytes of UTF-8, the units of `ast`."""

    def __init__(self, source):
        self._bytes = source.encode()
        self._starts = [0]
        for line in self._bytes.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def start(self, node):
        return self._starts[node.lineno - 1] + node.col_offset

    def end(self, node):
        return self._starts[node.end_lineno - 1] + node.end_col_offset

    def place(self, offset):
        above = self._bytes[:offset].decode().split("\n")
        return {"line": len(above), "column": len(above[-1]) + 1}

    def of(self, node):
        return self.between(self.start(node), self.end(node))

    def between(self, start, end):
        return self._bytes[start:end].decode()

    def with_change(self, start, end, after):
        return (self._bytes[:start] + after.encode() + self._bytes[end:]).decode()


class Planter(ast.NodeVisitor):
    def __init__(self, source):
        self._text = Text(source)
        self.faults = []

    def _plant(self, operator, node, after, start=None, end=None):
        start = self._text.start(node) if start is None else start
        end = self._text.end(node) if end is None else end
        before = self._text.between(start, end)
        source = self._text.with_change(start, end, after)
        if before == after or not _parses(source):
            return
        place = self._text.place(start)
        self.faults.append({"operator": operator, **place, "before": before, "after": after, "source": source})

    def _between(self, operator, left, right, after):
        """Replaces the operator between two expressions, keeping brackets and spaces around it."""
        start, end = self._text.end(left), self._text.start(right)
        words = self._text.between(start, end)
        bare = words.strip("() \t\n\\")
        at = words.index(bare)
        self._plant(operator, left, after, start + at, start + at + len(bare))

    def visit_Compare(self, node):
        lefts = [node.left, *node.comparators]
        for left, kind, right in zip(lefts, node.ops, node.comparators):
            if type(kind) in BOUNDARIES:
                self._between("boundary", left, right, BOUNDARIES[type(kind)])
            self._between("comparison", left, right, NEGATIONS[type(kind)])
        self.generic_visit(node)

    def visit_BinOp(self, node):
        if type(node.op) in ARITHMETIC:
            self._between("arithmetic", node.left, node.right, ARITHMETIC[type(node.op)])
        self.generic_visit(node)

    def visit_BoolOp(self, node):
        other = "or" if isinstance(node.op, ast.And) else "and"
        for left, right in zip(node.values, node.values[1:]):
            self._between("connector", left, right, other)
        self.generic_visit(node)

    def visit_UnaryOp(self, node):
        if not (isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant)):
            self._plant("sign", node, f"({self._text.of(node.operand)})")
        self.generic_visit(node)

    def visit_Constant(self, node):
        if isinstance(node.value, bool):
            self._plant("constant", node, str(not node.value))
        elif isinstance(node.value, int):
            self._plant("constant", node, str(node.value + 1))
            if node.value > 0:
                self._plant("constant", node, str(node.value - 1))
        elif isinstance(node.value, float):
            self._plant("constant", node, repr(node.value * 2 if node.value else 1.0))

    def visit_If(self, node):
        self._negate(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node):
        self._negate(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node):
        for test in node.ifs:
            self._negate(test)
            self._plant("condition", test, "True")
        self.generic_visit(node)

    def _negate(self, test):
        """A single comparison is negated by its opposite operator; anything else by `not ( )`."""
        if not (isinstance(test, ast.Compare) and len(test.ops) == 1):
            self._plant("condition", test, f"(not ({self._text.of(test)}))")

    def visit_Return(self, node):
        if node.value is not None and not _is_none(node.value):
            self._plant("return", node.value, "None")
        self.generic_visit(node)

    def visit_Break(self, node):
        self._plant("jump", node, "continue")

    def visit_Continue(self, node):
        self._plant("jump", node, "break")

    def visit_Assign(self, node):
        if len(node.targets) == 1 and not isinstance(node.targets[0], ast.Name):
            self._plant("statement", node, "pass")
        self.generic_visit(node)

    def visit_AugAssign(self, node):
        self._plant("statement", node, "pass")
        kind = ARITHMETIC.get(type(node.op))
        if kind is not None:
            self._between("arithmetic", node.target, node.value, f"{kind}=")
        self.generic_visit(node)

    def visit_Expr(self, node):
        if isinstance(node.value, ast.Constant):
            return
        self._plant("statement", node, "pass")
        self.generic_visit(node)

    def visit_Call(self, node):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
        if name in FUNCTIONS:
            end = self._text.end(node.func)
            self._plant("function", node.func, FUNCTIONS[name], end - len(name.encode()), end)
        if name not in SYMMETRIC:
            self._swap_arguments(node.args)
        for keyword in node.keywords:
            if keyword.arg is not None:
                self._drop_keyword(node, keyword)
        self.generic_visit(node)

    def _swap_arguments(self, arguments):
        if len(arguments) == 2 and not any(isinstance(each, ast.Starred) for each in arguments):
            left, right = arguments
            between = self._text.between(self._text.end(left), self._text.start(right))
            after = self._text.of(right) + between + self._text.of(left)
            self._plant("arguments", left, after, self._text.start(left), self._text.end(right))

    def _drop_keyword(self, call, keyword):
        before = [self._text.end(each) for each in (*call.args, *call.keywords) if self._text.end(each) < self._text.start(keyword)]
        if before:
            self._plant("keyword", keyword, "", max(before), self._text.end(keyword))

    def visit_FunctionDef(self, node):
        """Skips annotations, which have no effect at run time."""
        for default in (*node.args.defaults, *node.args.kw_defaults):
            if default is not None:
                self.visit(default)
        for statement in node.body:
            self.visit(statement)

    def visit_AnnAssign(self, node):
        if node.value is not None:
            self.visit(node.value)

    def visit_JoinedStr(self, _node):
        """Skips f-strings: before Python 3.12 the locations inside them are wrong."""


def _is_none(node):
    return isinstance(node, ast.Constant) and node.value is None


def _parses(source):
    try:
        compile(source, "faulty.py", "exec")
        return True
    except SyntaxError:
        return False


def plant(source):
    planter = Planter(source)
    planter.visit(ast.parse(source))
    return planter.faults
