count_between <- function(values, low, high) {
  length(Filter(function(value) value >= low && value < high, values))
}
