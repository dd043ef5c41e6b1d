# Runs one program: evaluates its file, calls its function, and returns the answer frame as JSON.

run <- function(job) {
  job <- unserialize(job)
  tryCatch(run_job(job), over_memory = function(condition) '{"overLimit":"memory"}')
}

run_job <- function(job) {
  loaded <- attempt(load_program(job), job$main)
  if (!loaded$ok) return(object_of(loadError = loaded$value))
  calls <- vapply(job$calls, function(arguments) call_entry(job$entry, loaded$value, arguments, job$main), "")
  object_of(calls = array_of(calls))
}

call_entry <- function(name, entry, arguments, main) {
  outcome <- attempt(answer_to(named_call(name, entry, unserialize(arguments))), main)
  if (outcome$ok) object_of(ok = "true", value = outcome$value) else object_of(ok = "false", error = outcome$value)
}

answer_to <- function(call) encode(eval(call$expression, call$values))

# Passes the arguments by the names of the function's parameters, so that an error or a warning shows `solve(x, y)`
# instead of the values of x and y.
named_call <- function(name, entry, arguments) {
  names <- setdiff(names(formals(args(entry))), "...")[seq_along(arguments)]
  unnamed <- is.na(names)
  names[unnamed] <- sprintf("argument_%d", which(unnamed))
  values <- list2env(structure(arguments, names = names), parent = globalenv())
  list(expression = as.call(lapply(c(name, names), as.name)), values = values)
}

# Evaluates in the global environment, where generic functions of packages find the program's methods.
load_program <- function(job) {
  parsed <- parse_program(job$main, job$source)
  check_imports(parsed, job$forbidden)
  for (expression in statements(parsed)) {
    # `top_level_call` is this call.
    result <- withVisible(eval(expression, globalenv()))
    if (result$visible) print_result(result$value)
    print_warnings()
  }
  if (!exists(job$entry, globalenv(), mode = "function", inherits = FALSE)) {
    stop(sprintf("%s has no function named %s", job$main, job$entry), call. = FALSE)
  }
  get(job$entry, globalenv(), mode = "function", inherits = FALSE)
}

parse_program <- function(main, source) {
  lines <- strsplit(source, "\r?\n")[[1L]]
  mark <- function(condition) {
    attr(condition, "at_parse") <- TRUE
    stop(condition)
  }
  tryCatch(parse(text = lines, srcfile = srcfilecopy(main, lines), keep.source = TRUE), error = mark)
}

# Stops at an import that the question forbids: library(x), require(x), loadNamespace("x"), x::y. A rule of the exercise: a
# program that means to break it can, and gains nothing.
check_imports <- function(expressions, forbidden) {
  if (length(forbidden) == 0L) return(invisible())
  lines <- vapply(attr(expressions, "srcref"), function(reference) as.integer(reference[1L]), 0L)
  for (place in seq_along(expressions)) {
    found <- if (is.call(expressions[[place]])) intersect(imports_of(expressions[[place]]), forbidden)
    if (length(found) > 0L) stop_import(found[1L], lines[place])
  }
}

stop_import <- function(name, line) {
  message <- sprintf("this question does not allow the import of %s", name)
  stop(structure(
    class = c("ForbiddenImport", "error", "condition"),
    list(message = message, call = NULL, imported = name, line = line)
  ))
}

import_calls <- c("library", "require", "requireNamespace", "loadNamespace", "attachNamespace", "::", ":::")

imports_of <- function(expression) {
  parts <- as.list(expression)
  is_import <- is.call(expression) && is.symbol(parts[[1L]]) && as.character(parts[[1L]]) %in% import_calls
  found <- if (is_import && length(parts) > 1L) name_in(parts[[2L]])
  for (place in seq_along(parts)) {
    # An omitted argument is a symbol without a name, which may not be passed on.
    if (is.call(parts[[place]]) || is.pairlist(parts[[place]])) found <- c(found, imports_of(parts[[place]]))
  }
  found
}

name_in <- function(part) if (is.symbol(part) || is.character(part)) as.character(part)

top_level_call <- quote(eval(expression, globalenv()))

# Wraps each statement in braces: R records the current line only inside a block.
statements <- function(expressions) {
  references <- attr(expressions, "srcref")
  block <- function(expression, reference) {
    structure(as.call(list(as.name("{"), expression)), srcref = list(reference, reference))
  }
  Map(block, as.list(expressions), references)
}

print_result <- function(value) if (isS4(value)) methods::show(value) else print(value)

# A failed call does not prevent the next. A jump to the top level ends the program.
attempt <- function(act, main) {
  calls <- NULL
  failed <- function(condition) {
    if (is_over_memory(condition)) signalCondition(structure(class = c("over_memory", "condition"), list()))
    list(ok = FALSE, value = describe(condition, calls, main))
  }
  remember <- function(condition) calls <<- sys.calls()
  outcome <- tryCatch(list(ok = TRUE, value = withCallingHandlers(act, error = remember)), error = failed)
  print_warnings()
  outcome
}

is_over_memory <- function(condition) {
  kinds <- "^cannot allocate (vector of size|memory block of size)|^vector memory exhausted|^memory exhausted"
  inherits(condition, "simpleError") && grepl(kinds, message_of(condition))
}

# R prints warnings when it returns to the prompt, which never happens here. printDeferredWarnings adds a prefix, which
# stays if the program has left no connection to remove it through.
print_warnings <- function() {
  text <- character()
  lines <- tryCatch(textConnection("text", "w", local = TRUE), error = function(e) NULL)
  if (is.null(lines)) return(.Internal(printDeferredWarnings()))
  sink(lines, type = "message")
  .Internal(printDeferredWarnings())
  sink(type = "message")
  close(lines)
  if (length(text) > 0L) writeLines(sub("^In addition: ", "", text), stderr())
}
