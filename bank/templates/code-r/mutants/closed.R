count_between <- function(values, low, high) {
  sum(values >= low & values <= high)
}
