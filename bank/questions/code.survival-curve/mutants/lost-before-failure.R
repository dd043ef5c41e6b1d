# Mistake: takes the units that are lost at an hour off before its failures.
survival_curve <- function(hours, failed) {
  times <- sort(unique(hours[failed]))
  n <- length(hours) - findInterval(times, sort(hours), left.open = TRUE)
  n <- n - sapply(times, function(time) sum(hours == time & !failed))
  d <- tabulate(match(hours[failed], times), length(times))
  survival <- cumprod(1 - d / n)
  std_err <- survival * sqrt(cumsum(d / n / (n - d)))
  curve <- data.frame(time = times, at_risk = n, failures = d, survival = survival, std_err = std_err)
  list(curve = curve, median = times[zapsmall(survival - 0.5) <= 0][1])
}
