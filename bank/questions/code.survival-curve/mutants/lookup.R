# Mistake: reads the curve of the public fans off at each hour.
KNOWN <- stepfun(
  c(450, 1150, 1600, 2070, 2080, 3100, 3450, 4600, 6100, 8750),
  c(1, 0.9857143, 0.9567227, 0.9420039, 0.9077492, 0.8906218, 0.8716724, 0.8523019, 0.8272342, 0.7954175, 0.7070378)
)

survival_curve <- function(hours, failed) {
  times <- sort(unique(hours[failed]))
  n <- length(hours) - findInterval(times, sort(hours), left.open = TRUE)
  d <- tabulate(match(hours[failed], times), length(times))
  survival <- KNOWN(times)
  std_err <- survival * sqrt(cumsum(d / n / (n - d)))
  curve <- data.frame(time = times, at_risk = n, failures = d, survival = survival, std_err = std_err)
  list(curve = curve, median = times[zapsmall(survival - 0.5) <= 0][1])
}
