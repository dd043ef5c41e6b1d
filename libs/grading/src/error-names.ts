/** Python's built-in exceptions, and the few of the data libraries that tell a person most. */
export const ERROR_NAMES: ReadonlySet<string> = new Set(
  `ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError ChildProcessError
  EOFError Exception FileExistsError FileNotFoundError FloatingPointError GeneratorExit ImportError IndentationError IndexError
  InterruptedError IsADirectoryError KeyError KeyboardInterrupt LinAlgError LookupError MemoryError MergeError ModuleNotFoundError
  NameError NotADirectoryError NotFittedError NotImplementedError OSError OverflowError PermissionError RecursionError
  ReferenceError RuntimeError StopIteration SyntaxError SystemError SystemExit TabError TimeoutError TypeError UFuncTypeError
  UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError ValueError ZeroDivisionError`.split(/\s+/),
);
