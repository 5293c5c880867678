"""Compiles the search ahead of time into a library, so that no computer it is installed on needs a compiler or numba.

The Python functions stay the only source. numba compiles them as ever; what it made of a function, with everything that
function calls, is one piece of LLVM code that needs nothing of Python. It is made for any processor that numpy runs on
as well, for this system or for Windows, and linked: `python packaging/kernel_library.py FOLDER [win-amd64]`.
"""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

HERE = sysconfig.get_platform()
WINDOWS = "win-amd64"
PROCESSOR = "x86-64-v2" if HERE.endswith(("x86_64", "amd64")) else "generic"
"""The oldest processor that numpy's own wheels run on."""
WINDOWS_NEEDS = {"ntdll.dll": ["__chkstk"], "ucrtbase.dll": ["exp"]}
"""What the code calls of Windows itself."""
Word = Callable[[], Any]


def make(folder: Path, systems: list[str]) -> list[Path]:
    """Write the library of each system, as sysconfig names it, to the folder: of this one, and of Windows."""
    from missionplanner.scheduling import (
        annealing,
        compiled_cache,
        compiled_library,
        construction,
        kernel,
        pricing,
        search,
    )

    search.warm()  # compiles every function for the arguments it is called with
    functions = [
        pricing.settle, kernel.take_over, construction.place_fixed, construction.place_previous,
        construction.place_waiting, annealing.anneal,
    ]  # fmt: skip
    code = _united(functions)
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for system in systems:
        path = folder / compiled_library.name(compiled_cache.digest(), system)
        link(code, [function.__name__ for function in functions], path, system)
        made.append(path)
    return made


def _united(functions: list[Any]) -> str:
    """The LLVM code of all functions as one text."""
    from llvmlite import binding

    united = binding.parse_assembly("")
    for function in functions:
        united.link_in(binding.parse_assembly(code_of(function)))
    return str(united)


def code_of(function: Any) -> str:
    """Return the LLVM code of a compiled function, under its own name, with a constant `NAME_takes`."""
    from llvmlite import binding

    [signature] = function.nopython_signatures
    [result] = _entry(function, signature.args).overloads.values()
    module = binding.parse_assembly(result.library.get_llvm_str())
    module.get_function(result.fndesc.llvm_func_name).name = function.__name__
    for other in module.functions:
        if other.name != function.__name__ and not other.is_declaration:
            # Two entries that call one function have it each: otherwise their names would meet.
            other.linkage = "internal"
    takes = f"{' '.join(_kinds(signature.args))}->{signature.return_type}"
    constant = f'@{function.__name__}_takes = constant [{len(takes) + 1} x i8] c"{takes}\\00"'
    return f"{module}\n{constant}\n"


def _kinds(types_of: Any) -> Iterator[str]:
    """The kinds of arguments, as missionplanner.scheduling.compiled_library names them at a call."""
    from numba import types

    for one in types_of:
        if isinstance(one, types.BaseTuple):
            yield from _kinds(one.types)
        elif isinstance(one, types.Array):
            yield f"{one.dtype}:{one.ndim}"
        else:
            yield "generator" if isinstance(one, types.NumPyRandomGeneratorType) else str(one)


def _entry(function: Any, arguments: Any) -> Any:
    """A compiled function that takes its arguments as one row of numbers, which every language can call."""
    from numba import njit, types
    from numba.extending import intrinsic

    kind = types.Tuple(arguments)

    @intrinsic  # type: ignore[misc, untyped-decorator, unused-ignore]
    def unpacked(_typing: Any, block: Any) -> Any:
        def codegen(context: Any, builder: Any, _signature: Any, row: Any) -> Any:
            numbers = count()

            def word() -> Any:
                return builder.load(builder.gep(row[0], [context.get_constant(types.intp, next(numbers))]))

            return _value(context, builder, kind, word)

        return kind(block), codegen

    def entry(block: Any) -> Any:
        return function(*unpacked(block))

    row = types.CPointer(types.int64)
    return njit((row,), _nrt=False, no_cpython_wrapper=True, no_cfunc_wrapper=True, nogil=True)(entry)


def _value(context: Any, builder: Any, kind: Any, word: Word) -> Any:
    """The value of a kind, built from the next numbers of the row."""
    from numba import types

    if isinstance(kind, types.BaseTuple):
        return context.make_tuple(builder, kind, [_value(context, builder, one, word) for one in kind.types])
    if isinstance(kind, types.Array):
        return _array(context, builder, kind, word)
    if isinstance(kind, types.NumPyRandomGeneratorType):
        return _generator(context, builder, kind, word)
    if isinstance(kind, types.Float):
        return builder.bitcast(word(), context.get_value_type(kind))
    if kind != types.int64:
        raise TypeError(f"{kind} cannot be handed over")
    return word()


def _array(context: Any, builder: Any, kind: Any, word: Word) -> Any:
    """An array without gaps, from its address and its shape."""
    from numba import types
    from numba.np import arrayobj

    item = context.get_data_type(kind.dtype)
    data = builder.inttoptr(word(), item.as_pointer())
    shape = [word() for _dimension in range(kind.ndim)]
    size = context.get_constant(types.intp, context.get_abi_sizeof(item))
    strides = [size]
    for many in reversed(shape[1:]):
        strides.insert(0, builder.mul(strides[0], many))
    made = arrayobj.make_array(kind)(context, builder)
    arrayobj.populate_array(made, data=data, shape=shape, strides=strides, itemsize=size, meminfo=None)
    return made._getvalue()


def _generator(context: Any, builder: Any, kind: Any, word: Word) -> Any:
    """A generator of random numbers that is asked for nothing but `random()`."""
    from numba import types
    from numba.core import cgutils

    whole = cgutils.create_struct_proxy(kind)(context, builder)
    bits = cgutils.create_struct_proxy(types.NumPyRandomBitGeneratorType("bit_generator"))(context, builder)
    bits.state, bits.fnptr_next_double = word(), word()
    whole.bit_generator = bits._getvalue()
    return whole._getvalue()


def link(code: str, names: list[str], path: Path, system: str = HERE) -> None:
    """Write the library of the LLVM code that gives away functions of these names."""
    from llvmlite import binding

    binding.initialize_all_targets()
    binding.initialize_all_asmprinters()
    triple = "x86_64-pc-windows-msvc" if system == WINDOWS else binding.get_default_triple()
    target = binding.Target.from_triple(triple)
    tuned = target.create_target_machine(cpu=PROCESSOR, features="", opt=3, reloc="pic", codemodel="default")
    module = binding.parse_assembly(code)
    module.triple, module.data_layout = triple, str(tuned.target_data)
    part = path.with_suffix(".o")
    part.write_bytes(tuned.emit_object(module))
    given = [*names, *(f"{name}_takes" for name in names)]
    ours: list[str | Path] = ["cc", "-shared", "-o", path, part, "-lm"]
    command = _for_windows(part, path, given) if system == WINDOWS else ours
    subprocess.run(command, check=True)
    part.unlink()


def _for_windows(part: Path, path: Path, given: list[str]) -> list[str | Path]:
    """The command that links for Windows, with Debian's binutils-mingw-w64-x86-64."""
    folder = path.with_suffix("")
    folder.mkdir(exist_ok=True)
    libraries: list[Path] = []
    for library, names in WINDOWS_NEEDS.items():
        (folder / f"{library}.def").write_text(f"LIBRARY {library}\nEXPORTS\n" + "\n".join(names), encoding="ascii")
        libraries.append(folder / f"{library}.a")
        command: list[str | Path] = [
            "x86_64-w64-mingw32-dlltool", "-d", folder / f"{library}.def", "-l", libraries[-1],
        ]  # fmt: skip
        subprocess.run(command, check=True)
    exports = folder / "exports.def"
    exports.write_text("EXPORTS\n" + "\n".join(given), encoding="ascii")
    # No code of its own when it is loaded, and the mark that floating point is used, which only the linker looks for.
    start = ["-shared", "--entry", "0", "--defsym", "_fltused=0", "--no-insert-timestamp"]
    return ["x86_64-w64-mingw32-ld", *start, "-o", path, part, exports, *libraries]


def main() -> int:
    """Make the libraries in a process whose numba compiles for the chosen processor."""
    folder, systems = Path(sys.argv[1]), sys.argv[2:]
    chosen = {"NUMBA_CPU_NAME": PROCESSOR, "NUMBA_CPU_FEATURES": ""}
    if not chosen.items() <= os.environ.items():
        command = [sys.executable, __file__, *sys.argv[1:]]
        return subprocess.run(command, check=False, env={**os.environ, **chosen}).returncode
    for path in make(folder, [HERE, *systems]):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
