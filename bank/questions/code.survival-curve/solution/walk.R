# Walks once through the units in the order of their hours.
survival_curve <- function(hours, failed) {
  rising <- order(hours)
  runs <- rle(hours[rising])
  last <- cumsum(runs$lengths)
  gone <- c(0, last)[seq_along(last)]
  failed_until <- c(0, cumsum(failed[rising]))
  d <- failed_until[last + 1] - failed_until[gone + 1]
  rows <- data.frame(time = runs$values, at_risk = length(hours) - gone, failures = d)
  rows <- rows[d > 0, ]
  survival <- 1
  variance <- 0
  half <- NA
  s <- se <- numeric(nrow(rows))
  for (row in seq_len(nrow(rows))) {
    n <- rows$at_risk[row]
    left <- n - rows$failures[row]
    survival <- survival * left / n
    variance <- variance + rows$failures[row] / n / left
    s[row] <- survival
    se[row] <- if (left > 0) survival * sqrt(variance) else NA
    if (is.na(half) && survival <= 0.5 + 1e-9) half <- rows$time[row]
  }
  rows$survival <- s
  rows$std_err <- se
  list(curve = rows, median = half)
}
