survival_curve <- function(hours, failed) {
  list(curve = data.frame(time = hours), median = NA)
}
