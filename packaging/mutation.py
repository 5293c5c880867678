"""The mutants of a module: small changes to its code that a test should notice."""

import ast
import hashlib
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass

COMPARISONS = {
    ast.Lt: ("<", ("<=", ">=")), ast.LtE: ("<=", ("<", ">")), ast.Gt: (">", (">=", "<=")), ast.GtE: (">=", (">", "<")),
    ast.Eq: ("==", ("!=",)), ast.NotEq: ("!=", ("==",)), ast.In: ("in", ("not in",)), ast.NotIn: (r"not\s+in", ("in",)),
    ast.Is: ("is", ("is not",)), ast.IsNot: (r"is\s+not", ("is",)),
}  # fmt: skip
ARITHMETIC: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*"), ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "*"), ast.Pow: ("**", "*"), ast.BitOr: ("|", "&"), ast.BitAnd: ("&", "|"),
}  # fmt: skip
SWAPS = {"min": "max", "max": "min", "any": "all", "all": "any"}
ORDERING = ("sorted", "sort", "min", "max", "nsmallest", "nlargest")
"""Calls whose `key`, `reverse` and `default` can be left out."""
LOGGERS = ("log", "logger", "logging")
TYPE_MAKERS = ("TypeVar", "ParamSpec", "NewType", "NamedTuple", "TypedDict")
NEVER_ASSIGNED = ("__slots__", "__all__", "__match_args__")
WIDEST = 90
"""Letters of an expression shown whole; of a longer one the surroundings of the change."""


@dataclass(frozen=True)
class Mutant:
    """One change: the bytes from `start` to `end` become `replacement`; `mutation` shows it, `text` is its line.

    lines: the first and the last line of the statement, or of the head of a compound one.
    """

    line: int
    lines: tuple[int, int]
    start: int
    end: int
    operator: str
    replacement: str
    mutation: str
    text: str

    def applied(self, source: str) -> str:
        """The source with this change."""
        data = source.encode()
        return (data[: self.start] + self.replacement.encode() + data[self.end :]).decode()

    def rank(self, seed: int, path: str) -> bytes:
        """Its place in the sample of a seed; code that changes elsewhere does not move it."""
        return hashlib.sha256("\0".join((str(seed), path, self.text, self.operator, self.mutation)).encode()).digest()


Edit = tuple[int, int, str]
Code = ast.expr | ast.stmt | ast.keyword


class Source:
    """The text of a module and where in it, counted in bytes, a node stands."""

    def __init__(self, text: str) -> None:
        self.data = text.encode()
        self.lines = self.data.splitlines(keepends=True)
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line))

    def start(self, node: Code) -> int:
        """Where the node begins."""
        return self._starts[node.lineno - 1] + node.col_offset

    def end(self, node: Code) -> int:
        """Where the node has ended."""
        return self._starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)

    def of(self, node: Code) -> str:
        """The code of the node."""
        return self.data[self.start(node) : self.end(node)].decode()

    def line_of(self, offset: int) -> int:
        """The number of the line, from 1."""
        return self.data.count(b"\n", 0, offset) + 1

    def pragma(self, node: ast.AST) -> bool:
        """Whether the line the node begins on says how a tool should treat it."""
        return b"# pragma" in self.lines[getattr(node, "lineno", 1) - 1]

    def replaced(self, node: Code, text: str) -> Edit:
        """An edit of the whole node."""
        return self.start(node), self.end(node), text

    def between(self, left: Code, right: Code, pattern: str, new: str) -> Iterator[Edit]:
        """An edit of what matches between two nodes."""
        start, end = self.end(left), self.start(right)
        if found := re.search(pattern.encode(), self.data[start:end]):
            yield start + found.start(), start + found.end(), new


def mutants(text: str) -> list[Mutant]:
    """All mutants of a module in the order of its code. Some may not compile: see `sound`."""
    source = Source(text)
    return [
        _mutant(source, node, statement, (operator, edit))
        for statement, node in _places(ast.parse(text), None, source)
        for operator, (kind, edits) in OPERATORS.items()
        if isinstance(node, kind)
        for edit in edits(node, source)
    ]


def sound(mutant: Mutant, text: str) -> bool:
    """Whether the mutant compiles and is another program."""
    changed = mutant.applied(text)
    with warnings.catch_warnings():
        warnings.simplefilter("error", SyntaxWarning)
        try:
            compile(changed, "mutant", "exec")
        except (SyntaxError, ValueError):
            return False
    return ast.dump(ast.parse(changed)) != ast.dump(ast.parse(text))


def _mutant(source: Source, node: ast.AST, statement: ast.stmt, change: tuple[str, Edit]) -> Mutant:
    operator, (start, end, replacement) = change
    first, last = _shown(source, node, start, end)
    before, old, after = (
        source.data[a:b].decode(errors="ignore") for a, b in ((first, start), (start, end), (end, last))
    )
    mutation = " -> ".join(" ".join((before + middle + after).split()) for middle in (old, replacement))
    line = source.line_of(start)
    text = source.lines[line - 1].decode().strip()
    return Mutant(line, _lines(statement), start, end, operator, replacement, mutation, text)


def _shown(source: Source, node: ast.AST, start: int, end: int) -> tuple[int, int]:
    """The bytes to show: an expression on one line, the line of a constant or bound; of what is long what is near."""
    if isinstance(node, ast.expr | ast.Return | ast.Expr) and not isinstance(node, ast.Constant | ast.Slice):
        first, last = min(start, source.start(node)), max(end, source.end(node))
        if last - first <= WIDEST and b"\n" not in source.data[first:last]:
            return first, last
    first = source.data.rfind(b"\n", 0, start) + 1
    last = source.data.find(b"\n", end) if b"\n" in source.data[end:] else len(source.data)
    if len(source.data[first:last].strip()) <= WIDEST:
        return first, last
    return max(first, start - 30), min(last, end + 30)


def _lines(statement: ast.stmt) -> tuple[int, int]:
    inner = getattr(statement, "body", None)
    if inner:
        return statement.lineno, max(statement.lineno, inner[0].lineno - 1)
    return statement.lineno, statement.end_lineno or statement.lineno


def _places(node: ast.AST, statement: ast.stmt | None, source: Source) -> Iterator[tuple[ast.stmt, ast.AST]]:
    """The nodes that may be mutated, without what says nothing about behaviour, each with its statement."""
    for child in _children(node):
        if source.pragma(child) or _declares(child) or isinstance(child, ast.Assert):
            continue
        if isinstance(child, ast.FormattedValue) and not _placed(child.value, source):
            continue
        inner = child if isinstance(child, ast.stmt) else statement
        if inner:
            yield inner, child
        yield from _places(child, inner, source)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.If) and _never_runs(node.test):
        yield from node.orelse
        return
    first_counts = not (isinstance(node, ast.Call) and _name(node.func) in ("cast", "isinstance", "issubclass"))
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "format_spec"):
            continue
        if first_counts or field != "args":
            yield from (v for v in (value if isinstance(value, list) else [value]) if isinstance(v, ast.AST))
    if isinstance(node, ast.Call) and not first_counts:
        yield from node.args[1:] if _name(node.func) == "cast" else node.args[:1]


def _never_runs(test: ast.expr) -> bool:
    """Whether it guards what only a type checker or a program started by hand sees."""
    return _name(test) == "TYPE_CHECKING" or (isinstance(test, ast.Compare) and _name(test.left) == "__name__")


def _declares(node: ast.AST) -> bool:
    """Whether it is a type alias, a type variable or a list of names."""
    if isinstance(node, ast.AnnAssign):
        return _name(node.annotation) == "TypeAlias" or _name(node.target) in NEVER_ASSIGNED
    if not isinstance(node, ast.Assign):
        return False
    value = node.value
    return (
        any(_name(target) in NEVER_ASSIGNED for target in node.targets)
        or (isinstance(value, ast.Call) and _name(value.func) in TYPE_MAKERS)
        or (isinstance(value, ast.BinOp | ast.Subscript) and _is_type(value))
    )


def _is_type(node: ast.expr) -> bool:
    """Whether an expression can only be a type: names joined by `|`, or a generic of a class or a builtin."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.BitOr) and _is_type(node.left) and _is_type(node.right)
    if isinstance(node, ast.Subscript):
        name = _name(node.value)
        return name in ("dict", "list", "set", "tuple", "frozenset", "type") or (
            name[:1].isupper() and not name.isupper()
        )
    name = _name(node)
    return (
        (name[:1].isupper() and not name.isupper())
        or name in ("str", "int", "float", "bool", "bytes")
        or (isinstance(node, ast.Constant) and node.value is None)
    )


def _placed(node: ast.expr, source: Source) -> bool:
    """Whether the node is where Python 3.11 says, which it does not know of every expression in an f-string."""
    try:
        return ast.dump(ast.parse(f"({source.of(node)})", mode="eval").body) == ast.dump(node)
    except (SyntaxError, ValueError, UnicodeDecodeError, IndexError):
        return False


def _name(node: ast.AST) -> str:
    """The last name of a dotted name, or nothing."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _compare(node: ast.Compare, source: Source) -> Iterator[Edit]:
    for left, operator, right in zip([node.left, *node.comparators], node.ops, node.comparators, strict=False):
        pattern, others = COMPARISONS[type(operator)]
        for new in others:
            yield from source.between(left, right, pattern, new)


def _boolean(node: ast.BoolOp, source: Source) -> Iterator[Edit]:
    old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
    for left, right in zip(node.values, node.values[1:], strict=False):
        yield from source.between(left, right, rf"\b{old}\b", new)


def _remove_not(node: ast.UnaryOp, source: Source) -> Iterator[Edit]:
    if isinstance(node.op, ast.Not):
        start = source.start(node)
        yield start, start + len(re.match(rb"not\s*", source.data[start:])[0]), ""  # type: ignore[index]


def _condition(node: ast.If | ast.While | ast.IfExp | ast.comprehension, source: Source) -> Iterator[Edit]:
    """What other operators leave alone is turned round."""
    if isinstance(node, ast.If) and _never_runs(node.test):
        return
    for test in node.ifs if isinstance(node, ast.comprehension) else [node.test]:
        if isinstance(test, ast.Name | ast.Attribute | ast.Call | ast.Subscript | ast.NamedExpr):
            yield source.replaced(test, f"not ({source.of(test)})")


def _arithmetic(node: ast.BinOp, source: Source) -> Iterator[Edit]:
    if type(node.op) in ARITHMETIC and not (_is_text(node.left) or _is_text(node.right)):
        old, new = ARITHMETIC[type(node.op)]
        yield from source.between(node.left, node.right, re.escape(old), new)


def _augmented(node: ast.AugAssign, source: Source) -> Iterator[Edit]:
    if type(node.op) in ARITHMETIC and not _is_text(node.value):
        old, new = ARITHMETIC[type(node.op)]
        yield from source.between(node.target, node.value, re.escape(old) + "=", new + "=")


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str | bytes))


def _constant(node: ast.Constant, source: Source) -> Iterator[Edit]:
    if isinstance(node.value, bool):
        yield source.replaced(node, str(not node.value))
    elif isinstance(node.value, int | float):
        yield source.replaced(node, repr(node.value + 1))
        yield source.replaced(node, repr(node.value - 1))


def _return(node: ast.Return, source: Source) -> Iterator[Edit]:
    if node.value and not (isinstance(node.value, ast.Constant) and node.value.value in (None, False)):
        yield source.replaced(node, "return None")


def _leave(node: ast.Break | ast.Continue, source: Source) -> Iterator[Edit]:
    yield source.replaced(node, "continue" if isinstance(node, ast.Break) else "break")


def _remove_call(node: ast.Expr, source: Source) -> Iterator[Edit]:
    if isinstance(node.value, ast.Call):
        function = node.value.func
        if not (isinstance(function, ast.Attribute) and _name(function.value).lower() in LOGGERS):
            yield source.replaced(node, "pass")


def _swap(node: ast.Call, source: Source) -> Iterator[Edit]:
    if not isinstance(node.func, ast.Name):
        return
    name = node.func.id
    if name in SWAPS:
        yield source.replaced(node.func, SWAPS[name])
    elif name in ("sorted", "reversed") and node.args:
        yield source.replaced(node, f"list({source.of(node.args[0])})")


def _remove_argument(node: ast.Call, source: Source) -> Iterator[Edit]:
    if _name(node.func) in ORDERING:
        for keyword in node.keywords:
            if keyword.arg in ("key", "reverse", "default"):
                before = source.data[: source.start(keyword)].rstrip()
                yield len(before) - before.endswith(b","), source.end(keyword), ""


def _slice(node: ast.Slice, source: Source) -> Iterator[Edit]:
    for bound in (node.lower, node.upper):
        if bound:
            yield source.replaced(bound, "")


OPERATORS: dict[str, tuple[type[ast.AST] | tuple[type[ast.AST], ...], Callable[..., Iterator[Edit]]]] = {
    "comparison": (ast.Compare, _compare),
    "and-or": (ast.BoolOp, _boolean),
    "not": (ast.UnaryOp, _remove_not),
    "condition": ((ast.If, ast.While, ast.IfExp, ast.comprehension), _condition),
    "arithmetic": (ast.BinOp, _arithmetic),
    "assignment": (ast.AugAssign, _augmented),
    "constant": (ast.Constant, _constant),
    "return": (ast.Return, _return),
    "loop": ((ast.Break, ast.Continue), _leave),
    "call": (ast.Expr, _remove_call),
    "swap": (ast.Call, _swap),
    "argument": (ast.Call, _remove_argument),
    "slice": (ast.Slice, _slice),
}
