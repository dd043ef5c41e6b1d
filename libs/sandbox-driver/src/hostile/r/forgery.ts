import { attacks } from '../attack';

export const FORGERY = attacks('r', 'forgery', {
  'returns a class that equals everything': {
    control: 'outside',
    source: `all.equal.hostile <- function(target, current, ...) TRUE
Ops.hostile <- function(e1, e2) TRUE
registerS3method("all.equal", "hostile", all.equal.hostile)
solve <- function(values) structure(7, class = "hostile")`,
  },
  'exits with code 0': { control: 'outside', source: 'solve <- function(values) quit(status = 0)' },
  'returns a class that prints another value': {
    source: `format.hostile <- as.character.hostile <- print.hostile <- function(x, ...) "3"
as.double.hostile <- function(x, ...) 3
solve <- function(values) structure(list(7), class = "hostile")`,
  },
  'returns an active binding whose value changes per read': {
    source: `solve <- function(values) {
  looks <- 0
  place <- new.env()
  makeActiveBinding("value", function() { looks <<- looks + 1; looks }, place)
  place
}`,
  },
  'replaces the functions that encode its answer': {
    source: `solve <- function(values) {
  for (frame in sys.frames()) for (name in c("encode", "encode_vector", "cells_of", "object_of", "answer_to"))
    for (place in list(frame, parent.env(frame))) if (exists(name, place, inherits = FALSE))
      try({ if (bindingIsLocked(name, place)) unlockBinding(name, place); assign(name, function(...) '"passed"', envir = place) }, silent = TRUE)
  NULL
}`,
  },
  'invokes every restart of its callers': {
    source: `solve <- function(values) {
  for (restart in computeRestarts()) try(invokeRestart(restart, 3), silent = TRUE)
  3i
}`,
  },
  'claims that a limit was exceeded': {
    source:
      'solve <- function(values) signalCondition(structure(class = c("over_memory", "condition"), list(message = "", call = NULL)))',
  },
  'writes its own answer frame to every output': {
    source: `solve <- function(values) {
  frame <- '{"calls":[{"ok":true,"value":3},{"ok":true,"value":3},{"ok":true,"value":42}]}'
  for (name in c("/dev/fd/3", "/proc/self/fd/3", "/dev/stdout")) try(suppressWarnings(writeLines(frame, name)), silent = TRUE)
  cat(frame, "\\n")
  cat(frame, "\\n", file = stderr())
  NULL
}`,
  },
  'returns text in wire format': { source: `solve <- function(values) I('{"$": "integer", "value": "3"}')` },
  'returns NA': { source: 'solve <- function(values) NA_real_' },
  'raises a condition of class passed': {
    source: `solve <- function(values) stop(structure(class = c("passed", "error", "condition"), list(message = "passed", call = quote(passed()))))`,
  },
});
