# Small faults in an R source, each a change of one node of its parse tree. Runs in a box, started by libs/faults.
#
# `plant(source)` returns a list of lists with operator, line, column, before, after and source, as programs/faults.py does.

SWAPS <- list(
  boundary = c("<" = "<=", "<=" = "<", ">" = ">=", ">=" = ">"),
  comparison = c("<" = ">=", "<=" = ">", ">" = "<=", ">=" = "<", "==" = "!=", "!=" = "=="),
  arithmetic = c("+" = "-", "-" = "+", "*" = "/", "/" = "*", "^" = "*", "%%" = "*", "%/%" = "/", "%*%" = "*"),
  connector = c("&" = "|", "|" = "&", "&&" = "||", "||" = "&&"),
  constant = c("TRUE" = "FALSE", "FALSE" = "TRUE")
)

FUNCTIONS <- c(
  min = "max", max = "min", pmin = "pmax", pmax = "pmin", sum = "max", mean = "median", median = "mean", sd = "var",
  var = "sd", any = "all", all = "any", which.min = "which.max", which.max = "which.min", floor = "ceiling",
  ceiling = "floor", round = "floor", cumsum = "cumprod", cumprod = "cumsum", rowSums = "rowMeans", colSums = "colMeans",
  rowMeans = "rowSums", colMeans = "colSums", head = "tail", tail = "head", union = "intersect", intersect = "union",
  unique = "identity", sort = "rev", order = "rank", nrow = "ncol", ncol = "nrow", log = "log2", exp = "expm1",
  seq_along = "length", rev = "sort", cbind = "rbind", rbind = "cbind"
)

SYMMETRIC <- c("min", "max", "pmin", "pmax", "c", "list", "identical", "all.equal", "data.frame")

plant <- function(source) {
  lines <- strsplit(source, "\n", fixed = TRUE)[[1]]
  data <- getParseData(parse(text = source, keep.source = TRUE), includeText = TRUE)
  data$text <- vapply(seq_len(nrow(data)), function(i) text_at(lines, data[i, ]), "")
  edits <- c(token_edits(data), tree_edits(data, lines))
  faults <- lapply(edits, function(edit) apply_edit(lines, edit))
  Filter(function(fault) parses(fault$source), faults)
}

text_at <- function(lines, place) between(lines, place$line1, place$col1, place$line2, place$col2)

between <- function(lines, line1, col1, line2, col2) {
  if (line2 < line1 || (line1 == line2 && col2 < col1)) return("")
  part <- lines[line1:line2]
  part[length(part)] <- substr(part[length(part)], 1, col2)
  part[1] <- substr(part[1], col1, nchar(part[1]))
  paste(part, collapse = "\n")
}

parses <- function(source) !inherits(try(parse(text = source), silent = TRUE), "try-error")

edit_of <- function(operator, place, after) {
  list(
    operator = operator, line1 = place$line1, col1 = place$col1, line2 = place$line2, col2 = place$col2, after = after
  )
}

apply_edit <- function(lines, edit) {
  above <- between(c(lines, ""), 1, 1, edit$line1, edit$col1 - 1)
  below <- between(lines, edit$line2, edit$col2 + 1, length(lines), nchar(lines[length(lines)]))
  list(
    operator = edit$operator, line = edit$line1, column = edit$col1,
    before = between(lines, edit$line1, edit$col1, edit$line2, edit$col2), after = edit$after,
    source = paste0(above, edit$after, below)
  )
}

token_edits <- function(data) {
  tokens <- data[data$terminal, ]
  unlist(lapply(seq_len(nrow(tokens)), function(i) edits_of_token(tokens[i, ], data)), recursive = FALSE)
}

edits_of_token <- function(token, data) {
  if (token$token == "NUM_CONST") return(edits_of_number(token))
  if (token$token == "SYMBOL_FUNCTION_CALL" && token$text %in% names(FUNCTIONS)) {
    return(list(edit_of("function", token, FUNCTIONS[[token$text]])))
  }
  siblings <- sum(data$parent == token$parent & data$token %in% c("expr", "expr_or_assign_or_help"))
  if (token$token == "'!'" || (token$token == "'-'" && siblings == 1)) return(list(edit_of("sign", token, "")))
  if (!(token$token %in% c("LT", "LE", "GT", "GE", "EQ", "NE", "'+'", "'-'", "'*'", "'/'", "'^'", "SPECIAL", "AND", "AND2", "OR", "OR2"))) {
    return(list())
  }
  kinds <- Filter(function(kind) token$text %in% names(SWAPS[[kind]]), names(SWAPS))
  lapply(kinds, function(kind) edit_of(kind, token, SWAPS[[kind]][[token$text]]))
}

edits_of_number <- function(token) {
  if (token$text %in% names(SWAPS$constant)) return(list(edit_of("constant", token, SWAPS$constant[[token$text]])))
  value <- suppressWarnings(as.numeric(sub("L$", "", token$text)))
  if (!is.finite(value)) return(list())
  suffix <- if (grepl("L$", token$text)) "L" else ""
  if (value != round(value)) return(list(edit_of("constant", token, format(value * 2, digits = 15))))
  more <- list(edit_of("constant", token, paste0(format(value + 1, scientific = FALSE), suffix)))
  if (value > 0) more <- c(more, list(edit_of("constant", token, paste0(format(value - 1, scientific = FALSE), suffix))))
  more
}

tree_edits <- function(data, lines) {
  unlist(lapply(which(!data$terminal), function(i) edits_of_node(data[i, ], data, lines)), recursive = FALSE)
}

edits_of_node <- function(node, data, lines) {
  children <- data[data$parent == node$id, ]
  children <- children[order(children$line1, children$col1), ]
  kinds <- children$token
  if (length(kinds) == 0) return(list())
  if (kinds[1] == "IF") return(negated(children))
  if (kinds[1] == "'{'") return(dropped_statements(children))
  if (kinds[1] == "expr" && length(kinds) > 1 && kinds[2] == "'('") return(edits_of_call(children, data, lines))
  list()
}

negated <- function(children) {
  test <- children[children$token == "expr", ][1, ]
  list(edit_of("condition", test, paste0("!(", test$text, ")")))
}

# The last expression of a function is its value, so removing it is a fault too: the function then returns NULL.
dropped_statements <- function(children) {
  statements <- children[children$token %in% c("expr", "expr_or_assign_or_help", "equal_assign"), ]
  lapply(seq_len(nrow(statements)), function(i) {
    edit_of(if (i == nrow(statements)) "return" else "statement", statements[i, ], "NULL")
  })
}

edits_of_call <- function(children, data, lines) {
  name <- children$text[1]
  inner <- children[seq(3, max(3, nrow(children) - 1)), ]
  named <- "EQ_SUB" %in% inner$token
  arguments <- inner[inner$token == "expr", ]
  c(
    if (!named && nrow(arguments) == 2 && !(name %in% SYMMETRIC)) list(swapped(arguments, lines)),
    dropped_names(inner)
  )
}

swapped <- function(arguments, lines) {
  left <- arguments[1, ]
  right <- arguments[2, ]
  gap <- between(lines, left$line2, left$col2 + 1, right$line1, right$col1 - 1)
  place <- list(line1 = left$line1, col1 = left$col1, line2 = right$line2, col2 = right$col2)
  edit_of("arguments", place, paste0(right$text, gap, left$text))
}

dropped_names <- function(inner) {
  at <- which(inner$token == "SYMBOL_SUB")
  at <- at[at > 1]
  lapply(at, function(i) {
    end <- inner[min(i + 2, nrow(inner)), ]
    start <- inner[i - 1, ]
    edit_of("keyword", list(line1 = start$line1, col1 = start$col1, line2 = end$line2, col2 = end$col2), "")
  })
}
