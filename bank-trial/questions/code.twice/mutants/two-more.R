twice <- function(number) {
  number + 2
}
