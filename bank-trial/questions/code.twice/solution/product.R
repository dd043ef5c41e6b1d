twice <- function(number) {
  number + number
}
