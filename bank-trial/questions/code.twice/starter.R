twice <- function(number) {
  number
}
