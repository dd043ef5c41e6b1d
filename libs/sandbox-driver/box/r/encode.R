# Encodes answers to the wire format (libs/sandbox/src/value.ts) as JSON. No method is dispatched on an answer, so that
# a class defined by the program cannot change what is encoded.
#
#   NULL, NA                        null; NaN and infinities are floats
#   a vector of length one          that value; I(x) stays a list of one
#   any other vector                a list
#   a vector with names             a series with the names as its index; also a table of one dimension
#   a matrix or array, a table      an array; its dimnames are left out; a matrix of one column is marked as a vector
#   a factor                        as its labels; in a data.frame a column of dtype `category`
#   Date, POSIXct, POSIXlt          a date; a date-time in UTC
#   a list                          a list; an object if all names are unique and not empty; else entries
#   a data.frame                    a data frame; automatic row names are the index 0, 1, 2, ...
#   anything else                   opaque, with its first class

max_depth <- 100L

encode <- function(value, depth = 0L) {
  if (depth > max_depth) stop(sprintf("the answer is nested more than %d levels deep", max_depth), call. = FALSE)
  switch(typeof(value),
    "NULL" = "null",
    logical = , integer = , double = , character = encode_vector(value),
    list = encode_list(value, depth + 1L),
    opaque(value)
  )
}

encode_vector <- function(value) {
  classes <- oldClass(value)
  if ("difftime" %in% classes) return(opaque(value))
  cells <- cells_of(value)
  dims <- attr(value, "dim", exact = TRUE)
  if (length(dims) > 1L) return(encode_array(cells, dims, dtype_of(value)))
  labels <- if (is.null(dims)) attr(value, "names", exact = TRUE) else attr(value, "dimnames", exact = TRUE)[[1L]]
  if (!is.null(labels)) return(encode_series(cells, labels, dtype_of(value)))
  if (length(cells) == 1L && is.null(dims) && !("AsIs" %in% classes)) cells else array_of(cells)
}

is_column <- function(dims) length(dims) == 2L && dims[2L] == 1L

encode_array <- function(cells, dims, dtype) {
  by_rows <- aperm.default(array(seq_along(cells), dims))
  object_of(c(
    `$` = '"array"', dtype = quoted(dtype), shape = array_of(dims), values = array_of(cells[by_rows]),
    if (is_column(dims)) c(vector = "true")
  ))
}

encode_series <- function(cells, labels, dtype) {
  index <- array_of(cells_of(as.character(labels)))
  object_of(`$` = '"series"', name = "null", dtype = quoted(dtype), index = index, values = array_of(cells))
}

encode_list <- function(value, depth) {
  classes <- oldClass(value)
  if ("data.frame" %in% classes) return(encode_frame(value, depth))
  if ("POSIXlt" %in% classes) return(encode(as.POSIXct.POSIXlt(value), depth))
  if (length(setdiff(classes, "AsIs")) > 0L) return(opaque(value))
  names <- attr(value, "names", exact = TRUE)
  items <- vapply(unclass(value), encode, "", depth, USE.NAMES = FALSE)
  if (is.null(names)) return(array_of(items))
  names[is.na(names)] <- "NA"
  if (all(nzchar(names)) && !anyDuplicated(names) && !("$" %in% names)) {
    return(paste0("{", paste0(quoted(names), ":", items, collapse = ","), "}"))
  }
  object_of(`$` = '"entries"', items = array_of(sprintf("[%s,%s]", quoted(names), items)))
}

encode_frame <- function(frame, depth) {
  columns <- unclass(frame)
  rows <- attr(frame, "row.names", exact = TRUE)
  index <- if (is.integer(rows) && identical(rows, seq_along(rows))) rows - 1L else rows
  encoded <- vapply(columns, encode_column, "", depth, USE.NAMES = FALSE)
  named <- sprintf('{"name":%s,%s}', quoted(attr(frame, "names")), encoded)
  object_of(`$` = '"dataframe"', index = array_of(cells_of(index)), columns = array_of(named))
}

encode_column <- function(column, depth) {
  cells <- column_cells(column, depth)
  sprintf('"dtype":%s,"values":%s', quoted(dtype_of(column)), array_of(cells))
}

column_cells <- function(column, depth) {
  # tapply and table return arrays of one dimension, scale a matrix of one column: they are encoded like any other column.
  dims <- attr(column, "dim", exact = TRUE)
  is_plain <- (length(dims) < 2L || is_column(dims)) && !inherits(column, "difftime")
  is_list <- typeof(column) == "list" && is.null(oldClass(column))
  if (is_list) return(vapply(column, encode, "", depth, USE.NAMES = FALSE))
  if (inherits(column, "POSIXlt")) return(cells_of(as.POSIXct.POSIXlt(column)))
  if (is_plain && typeof(column) %in% c("logical", "integer", "double", "character")) return(cells_of(column))
  rep_len(opaque(column), NROW(column))
}

# One JSON string per item of a vector.
cells_of <- function(vector) {
  text <- if (inherits(vector, "factor")) {
    quoted(attr(vector, "levels"))[unclass(vector)]
  } else if (inherits(vector, "Date")) {
    tagged("datetime", format.Date(vector, "%Y-%m-%d"))
  } else if (inherits(vector, "POSIXct")) {
    tagged("datetime", time_text(vector))
  } else {
    plain_cells(vector)
  }
  plain <- as.vector(unclass(vector))
  text[is.na(plain) & !is.nan(plain)] <- "null"
  text
}

plain_cells <- function(vector) {
  plain <- as.vector(unclass(vector))
  switch(typeof(plain),
    logical = ifelse(plain, "true", "false"),
    integer = sprintf("%d", plain),
    double = double_cells(plain),
    quoted(plain)
  )
}

double_cells <- function(numbers) {
  text <- sprintf("%.15g", numbers)
  finite <- is.finite(numbers)
  inexact <- which(finite)[as.numeric(text[finite]) != numbers[finite]]
  text[inexact] <- sprintf("%.17g", numbers[inexact])
  text[is.nan(numbers)] <- tagged("float", "nan")
  infinite <- is.infinite(numbers)
  text[infinite] <- tagged("float", ifelse(numbers[infinite] > 0, "inf", "-inf"))
  text
}

time_text <- function(times) {
  seconds <- as.vector(unclass(times))
  whole <- all(seconds %% 1 == 0, na.rm = TRUE)
  # R truncates the text at the microsecond, so half of one is added to round it.
  moment <- structure(if (whole) seconds else seconds + 5e-7, class = c("POSIXct", "POSIXt"))
  format.POSIXct(moment, if (whole) "%Y-%m-%dT%H:%M:%S" else "%Y-%m-%dT%H:%M:%OS6", tz = "UTC")
}

dtype_of <- function(vector) {
  if (inherits(vector, "factor")) return("category")
  if (inherits(vector, c("Date", "POSIXt"))) return("datetime64[ns]")
  switch(typeof(vector), logical = "bool", integer = "int64", double = "float64", "object")
}

opaque <- function(value) tagged("opaque", substr(class(value)[1L], 1L, 200L), "type")

tagged <- function(tag, text, key = "value") sprintf('{"$":"%s","%s":%s}', tag, key, quoted(text))

array_of <- function(items) paste0("[", paste0(items, collapse = ","), "]")

object_of <- function(...) {
  items <- c(...)
  paste0("{", paste0(quoted(names(items)), ":", items, collapse = ","), "}")
}

# JSON strings. Invalid UTF-8 is replaced: R strings may contain any bytes.
quoted <- function(text) {
  text <- as.character(text)
  if (any(Encoding(text) == "bytes")) Encoding(text) <- "unknown"
  broken <- !is.na(text) & Encoding(text) != "latin1" & !validUTF8(text)
  text[broken] <- iconv(text[broken], "UTF-8", "UTF-8", sub = "\ufffd")
  text <- enc2utf8(text)
  if (any(grepl('["\\\\[:cntrl:]]', text, useBytes = TRUE))) text <- escaped(text)
  paste0('"', text, '"')
}

escaped <- function(text) {
  text <- gsub('"', '\\"', gsub("\\", "\\\\", text, fixed = TRUE), fixed = TRUE)
  for (code in 1:31) text <- gsub(intToUtf8(code), sprintf("\\u%04x", code), text, fixed = TRUE)
  text
}
