twice <- function(number) {
  number * 1
}
