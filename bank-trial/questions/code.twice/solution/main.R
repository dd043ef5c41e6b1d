twice <- function(number) {
  2 * number
}
