count_between <- function(values, low, high) {
  first <- values[[1]]
  sum(values >= low & values < high)
}
