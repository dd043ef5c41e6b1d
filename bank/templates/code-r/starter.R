count_between <- function(values, low, high) {
  NULL
}
