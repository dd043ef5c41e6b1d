# Describes an error of the program: class, message, and the frames in the program's own files.

max_message_length <- 2000L
max_call_length <- 200L
first_frames <- 5L
last_frames <- 15L

# `calls` are those on the stack when the error was raised, with their source references.
describe <- function(condition, calls, main) {
  frames <- own_frames(calls)
  text <- message_of(condition)
  line <- line_of(condition, text, frames, main)
  report <- c(
    type = quoted(type_of(condition)),
    message = quoted(text),
    traceback = quoted(paste(c(headline(condition, text), shown(frames)), collapse = "\n"))
  )
  object_of(c(report, if (!is.na(line)) c(line = sprintf("%d", line)), broken_rule(condition)))
}

# What the question forbids; only run.R raises this class.
broken_rule <- function(condition) {
  if (!inherits(condition, "ForbiddenImport") || !is.character(condition$imported)) return(NULL)
  c(broken = object_of(rule = quoted("import"), name = quoted(condition$imported)))
}

# Before R 4.3 a parse error has no class of its own.
type_of <- function(condition) {
  kind <- class(condition)[1L]
  if (kind == "simpleError" && isTRUE(attr(condition, "at_parse"))) "parseError" else substr(kind, 1L, max_call_length)
}

message_of <- function(condition) {
  text <- tryCatch(as.character(conditionMessage(condition))[1L], error = function(e) "")
  if (is.na(text)) "" else substr(enc2utf8(text), 1L, max_message_length)
}

headline <- function(condition, text) {
  call <- tryCatch(conditionCall(condition), error = function(e) NULL)
  is_ours <- is.null(call) || identical(call, top_level_call) || isTRUE(attr(condition, "at_parse"))
  if (is_ours) paste0("Error: ", text) else paste0("Error in ", source_of(call), " : ", text)
}

source_of <- function(call) substr(deparse(call, nlines = 1L)[1L], 1L, max_call_length)

line_of <- function(condition, text, frames, main) {
  if (inherits(condition, "ForbiddenImport") && is.integer(condition$line)) return(condition$line)
  if (isTRUE(attr(condition, "at_parse"))) {
    place <- regmatches(text, regexec(":([0-9]+):[0-9]+: ", text))[[1L]]
    return(if (length(place) == 2L) as.integer(place[2L]) else NA_integer_)
  }
  lines <- frames$line[frames$file == main]
  if (length(lines) == 0L) NA_integer_ else lines[length(lines)]
}

# Outermost first. R stores with each call the place of the call; with the call of our handler, the place of the error.
own_frames <- function(calls) {
  references <- lapply(calls, attr, "srcref", exact = TRUE)
  known <- Filter(function(reference) inherits(reference, "srcref"), references)
  files <- vapply(known, function(reference) as.character(attr(reference, "srcfile")$filename)[1L], "")
  lines <- vapply(known, function(reference) as.integer(reference[1L]), 0L)
  # Each statement appears once per call on the stack inside it.
  changes <- c(TRUE, files[-1L] != files[-length(files)] | lines[-1L] != lines[-length(lines)])[seq_along(lines)]
  list(file = files[changes], line = lines[changes], reference = known[changes])
}

shown <- function(frames) {
  count <- length(frames$line)
  if (count <= first_frames + last_frames) return(frame_lines(frames, seq_len(count)))
  last <- seq.int(count - last_frames + 1L, count)
  c(frame_lines(frames, seq_len(first_frames)), "  ...", frame_lines(frames, last))
}

frame_lines <- function(frames, places) {
  text_of <- function(reference) trimws(as.character(reference, useSource = TRUE)[1L])
  texts <- substr(vapply(frames$reference[places], text_of, ""), 1L, max_call_length)
  sprintf("  %s, line %d: %s", frames$file[places], frames$line[places], texts)
}
