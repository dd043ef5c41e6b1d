# Mistake: looks through all units for each hour.
survival_curve <- function(hours, failed) {
  times <- sort(unique(hours[failed]))
  n <- vapply(times, function(time) sum(hours >= time), 0L)
  d <- vapply(times, function(time) sum(hours == time & failed), 0L)
  survival <- cumprod(1 - d / n)
  std_err <- survival * sqrt(cumsum(d / n / (n - d)))
  curve <- data.frame(time = times, at_risk = n, failures = d, survival = survival, std_err = std_err)
  list(curve = curve, median = times[zapsmall(survival - 0.5) <= 0][1])
}
