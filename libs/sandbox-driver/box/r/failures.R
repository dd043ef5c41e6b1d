# What a program's own error may tell: its class, its message and the lines of the program's own files.

longest_message <- 2000L
longest_call <- 200L
first_frames <- 5L
last_frames <- 15L

# `calls` are those that were open when the error was raised, with the source references that R keeps with them.
describe <- function(condition, calls, main) {
  frames <- own_frames(calls)
  text <- message_of(condition)
  line <- line_of(condition, text, frames, main)
  report <- c(
    type = quoted(type_of(condition)),
    message = quoted(text),
    traceback = quoted(paste(c(headline(condition, text), shown(frames)), collapse = "\n"))
  )
  object_of(c(report, if (!is.na(line)) c(line = sprintf("%d", line))))
}

# R before 4.3 has no class of its own for a text that is no R.
type_of <- function(condition) {
  kind <- class(condition)[1L]
  if (kind == "simpleError" && isTRUE(attr(condition, "at_parse"))) "parseError" else substr(kind, 1L, longest_call)
}

message_of <- function(condition) {
  text <- tryCatch(as.character(conditionMessage(condition))[1L], error = function(e) "")
  if (is.na(text)) "" else substr(enc2utf8(text), 1L, longest_message)
}

headline <- function(condition, text) {
  call <- tryCatch(conditionCall(condition), error = function(e) NULL)
  is_ours <- is.null(call) || identical(call, top_level_call) || isTRUE(attr(condition, "at_parse"))
  if (is_ours) paste0("Error: ", text) else paste0("Error in ", source_of(call), " : ", text)
}

source_of <- function(call) substr(deparse(call, nlines = 1L)[1L], 1L, longest_call)

line_of <- function(condition, text, frames, main) {
  if (isTRUE(attr(condition, "at_parse"))) {
    place <- regmatches(text, regexec(":([0-9]+):[0-9]+: ", text))[[1L]]
    return(if (length(place) == 2L) as.integer(place[2L]) else NA_integer_)
  }
  lines <- frames$line[frames$file == main]
  if (length(lines) == 0L) NA_integer_ else lines[length(lines)]
}

# The outermost first. R keeps with a call where it was made; with the call of our own handler, where the error was.
own_frames <- function(calls) {
  references <- lapply(calls, attr, "srcref", exact = TRUE)
  known <- Filter(function(reference) inherits(reference, "srcref"), references)
  files <- vapply(known, function(reference) as.character(attr(reference, "srcfile")$filename)[1L], "")
  lines <- vapply(known, function(reference) as.integer(reference[1L]), 0L)
  # A statement is seen once for each call that was open in it.
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
  texts <- substr(vapply(frames$reference[places], text_of, ""), 1L, longest_call)
  sprintf("  %s, line %d: %s", frames$file[places], frames$line[places], texts)
}
