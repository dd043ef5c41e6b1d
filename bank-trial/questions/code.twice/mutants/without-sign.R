twice <- function(number) {
  2 * abs(number)
}
