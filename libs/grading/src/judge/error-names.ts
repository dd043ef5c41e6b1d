/**
 * The built-in errors of Python, JavaScript and R, and the few of the data libraries that tell a person most. A name that
 * only another language has tells no more than that the program chose it.
 */
export const ERROR_NAMES: ReadonlySet<string> = new Set(
  `ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError ChildProcessError
  EOFError Exception FileExistsError FileNotFoundError FloatingPointError GeneratorExit ImportError IndentationError IndexError
  InterruptedError IsADirectoryError KeyError KeyboardInterrupt LinAlgError LookupError MemoryError MergeError ModuleNotFoundError
  NameError NotADirectoryError NotFittedError NotImplementedError OSError OverflowError PermissionError RecursionError
  ReferenceError RuntimeError StopIteration SyntaxError SystemError SystemExit TabError TimeoutError TypeError UFuncTypeError
  UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError ValueError ZeroDivisionError
  AggregateError Error EvalError RangeError URIError
  simpleError expressionStackOverflowError subscriptOutOfBoundsError`.split(/\s+/),
);
