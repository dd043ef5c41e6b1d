# Mistake: takes the median of the hours of failure.
survival_curve <- function(hours, failed) {
  times <- sort(unique(hours[failed]))
  n <- length(hours) - findInterval(times, sort(hours), left.open = TRUE)
  d <- tabulate(match(hours[failed], times), length(times))
  survival <- cumprod(1 - d / n)
  std_err <- survival * sqrt(cumsum(d / n / (n - d)))
  curve <- data.frame(time = times, at_risk = n, failures = d, survival = survival, std_err = std_err)
  list(curve = curve, median = median(hours[failed]))
}
