import { attacks } from '../attack';

export const FORGERY = attacks('r', 'forgery', {
  'answers with a class that equals everything': {
    control: 'outside',
    source: `all.equal.hostile <- function(target, current, ...) TRUE
Ops.hostile <- function(e1, e2) TRUE
registerS3method("all.equal", "hostile", all.equal.hostile)
solve <- function(values) structure(7, class = "hostile")`,
  },
  'leaves with the code of a success': { control: 'outside', source: 'solve <- function(values) quit(status = 0)' },
  'answers with a class that prints another value': {
    source: `format.hostile <- as.character.hostile <- print.hostile <- function(x, ...) "3"
as.double.hostile <- function(x, ...) 3
solve <- function(values) structure(list(7), class = "hostile")`,
  },
  'answers with a binding that changes between two looks': {
    source: `solve <- function(values) {
  looks <- 0
  place <- new.env()
  makeActiveBinding("value", function() { looks <<- looks + 1; looks }, place)
  place
}`,
  },
  'replaces the functions that its answer is written with': {
    source: `solve <- function(values) {
  for (frame in sys.frames()) for (name in c("encode", "encode_vector", "cells_of", "object_of", "answer_to"))
    for (place in list(frame, parent.env(frame))) if (exists(name, place, inherits = FALSE))
      try({ if (bindingIsLocked(name, place)) unlockBinding(name, place); assign(name, function(...) '"passed"', envir = place) }, silent = TRUE)
  NULL
}`,
  },
  'jumps out of all that called it': {
    source: `solve <- function(values) {
  for (restart in computeRestarts()) try(invokeRestart(restart, 3), silent = TRUE)
  3i
}`,
  },
  'claims that a limit was passed': {
    source:
      'solve <- function(values) signalCondition(structure(class = c("over_memory", "condition"), list(message = "", call = NULL)))',
  },
  'writes an answer of its own wherever it can': {
    source: `solve <- function(values) {
  frame <- '{"calls":[{"ok":true,"value":3},{"ok":true,"value":3},{"ok":true,"value":42}]}'
  for (name in c("/dev/fd/3", "/proc/self/fd/3", "/dev/stdout")) try(suppressWarnings(writeLines(frame, name)), silent = TRUE)
  cat(frame, "\\n")
  cat(frame, "\\n", file = stderr())
  NULL
}`,
  },
  'answers with text of the wire': { source: `solve <- function(values) I('{"$": "integer", "value": "3"}')` },
  'answers with what is missing, which is like anything': { source: 'solve <- function(values) NA_real_' },
  'fails with a condition that calls itself a success': {
    source: `solve <- function(values) stop(structure(class = c("passed", "error", "condition"), list(message = "passed", call = quote(passed()))))`,
  },
});
