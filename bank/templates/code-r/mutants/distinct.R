count_between <- function(values, low, high) {
  sum(unique(values) >= low & unique(values) < high)
}
