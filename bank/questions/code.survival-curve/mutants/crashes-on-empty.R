# Mistake: takes it that there is a failure, since 1:0 counts down.
survival_curve <- function(hours, failed) {
  times <- sort(unique(hours[failed]))
  n <- length(hours) - findInterval(times, sort(hours), left.open = TRUE)
  d <- tabulate(match(hours[failed], times), length(times))
  survival <- d
  left <- 1
  for (i in 1:length(d)) {
    left <- left * (1 - d[i] / n[i])
    survival[i] <- left
  }
  std_err <- survival * sqrt(cumsum(d / n / (n - d)))
  curve <- data.frame(time = times, at_risk = n, failures = d, survival = survival, std_err = std_err)
  list(curve = curve, median = times[zapsmall(survival - 0.5) <= 0][1])
}
