# Mistake: takes one step for each unit that fails.
survival_curve <- function(hours, failed) {
  times <- sort(hours[failed])
  n <- length(hours) - findInterval(times, sort(hours), left.open = TRUE)
  n <- n - (seq_along(times) - match(times, times))
  d <- rep(1, length(times))
  survival <- cumprod(1 - d / n)
  std_err <- survival * sqrt(cumsum(d / n / (n - d)))
  curve <- data.frame(time = times, at_risk = n, failures = d, survival = survival, std_err = std_err)
  list(curve = curve, median = times[zapsmall(survival - 0.5) <= 0][1])
}
