"""
The R library inside this process, through its C interface ("Writing R Extensions", chapter 8).

An R error is a longjmp, which must not cross Python's frames. So there is one entry point, a protected call (R_tryEval)
of an R function with a raw vector. Everything else is written in R, where errors are handled.
"""

import ctypes
import resource

HOME = "/usr/lib/R"
# A large initial heap: most programs end before the first garbage collection, which would copy the whole heap of R.
_ARGUMENTS = (b"R", b"--vanilla", b"--quiet", b"--no-echo", b"--no-readline", b"--min-nsize=2M", b"--min-vsize=64M")
# R keeps this address.
_TEMPORARY_FOLDER = b"/box/tmp"
# R reads the stack limit once, and raises an error before it is reached. With the usual 8 MB that happens after 640
# recursive calls. This size is enough for R's own limit on nested expressions, whose error names the cause and the
# line.
_STACK_BYTES = 72 << 20
_RAW = 24


class EmbeddedR:
    """One R, started at once and never stopped. A process can have only one."""

    def __init__(self):
        self._library = ctypes.PyDLL(f"{HOME}/lib/libR.so", mode=ctypes.RTLD_GLOBAL)
        self._declare()
        # Without R's handlers a crash ends the process; with them R would ask on the terminal.
        self._variable(ctypes.c_int, "R_SignalHandlers").value = 0
        # Otherwise R creates a directory now, on a file system that no box has.
        self._variable(ctypes.c_char_p, "R_TempDir").value = _TEMPORARY_FOLDER
        _limit_stack()
        self._library.Rf_initialize_R(len(_ARGUMENTS), (ctypes.c_char_p * len(_ARGUMENTS))(*_ARGUMENTS))
        self._variable(ctypes.c_int, "R_Interactive").value = 0
        self._library.setup_Rmainloop()
        self._global = self._variable(ctypes.c_void_p, "R_GlobalEnv").value

    def evaluate(self, expression):
        """Evaluates a trusted expression and keeps its value from garbage collection. An error ends the process."""
        value = self._library.R_ParseEvalString(expression.encode(), self._global)
        self._library.R_PreserveObject(value)
        return value

    def call(self, function, data):
        """The string that an R function returns for `data`, or None if the program jumped to the top level."""
        library = self._library
        vector = library.Rf_protect(library.Rf_allocVector(_RAW, len(data)))
        ctypes.memmove(library.RAW(vector), data, len(data))
        call = library.Rf_protect(library.Rf_lang2(function, vector))
        failed = ctypes.c_int(0)
        answer = library.R_tryEval(call, self._global, ctypes.byref(failed))
        library.Rf_unprotect(2)
        return None if failed.value else self._text(answer)

    def _text(self, vector):
        characters = self._library.STRING_ELT(vector, 0)
        return ctypes.string_at(self._library.R_CHAR(characters), self._library.Rf_length(characters))

    def _variable(self, kind, name):
        return kind.in_dll(self._library, name)

    def _declare(self):
        """Without these types ctypes would truncate pointers to int."""
        pointer, integer, size = ctypes.c_void_p, ctypes.c_int, ctypes.c_ssize_t
        for name, result, arguments in (
            ("R_ParseEvalString", pointer, [ctypes.c_char_p, pointer]),
            ("R_PreserveObject", None, [pointer]),
            ("Rf_allocVector", pointer, [ctypes.c_uint, size]),
            ("Rf_protect", pointer, [pointer]),
            ("Rf_unprotect", None, [integer]),
            ("Rf_lang2", pointer, [pointer, pointer]),
            ("Rf_length", integer, [pointer]),
            ("R_tryEval", pointer, [pointer, pointer, ctypes.POINTER(integer)]),
            ("RAW", pointer, [pointer]),
            ("STRING_ELT", pointer, [pointer, size]),
            ("R_CHAR", pointer, [pointer]),
        ):
            function = getattr(self._library, name)
            function.restype, function.argtypes = result, arguments


def _limit_stack():
    _, most = resource.getrlimit(resource.RLIMIT_STACK)
    bytes_allowed = _STACK_BYTES if most == resource.RLIM_INFINITY else min(_STACK_BYTES, most)
    resource.setrlimit(resource.RLIMIT_STACK, (bytes_allowed, most))
