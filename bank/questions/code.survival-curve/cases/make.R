# The 70 fans of survival's genfan, which are public as they are. Hidden fans are drawn again, their hours blurred, and
# which of them failed is drawn anew.

make <- function(seed, part) {
  set.seed(seed %% 2^31)
  if (part == "public") public() else hidden()
}

public <- function() {
  real <- survival::genfan
  whole <- list(hours = real$hours, failed = real$status == 1)
  list(
    fans = list(case(whole)),
    ties = list(case(in_steps(drawn(14, 0.5), 1000))),
    endings = list(case(exactly_half(3)), case(transform(drawn(4, 0.5), failed = FALSE)))
  )
}

hidden <- function() {
  list(
    fans = lapply(c(9, 60, 200), function(n) case(drawn(n, runif(1, 0.15, 0.35)))),
    ties = lapply(c(25, 80, 400), function(n) case(in_steps(drawn(n, runif(1, 0.4, 0.6)), sample(c(250, 500, 1000), 1)))),
    endings = c(
      list(case(transform(drawn(7, 0.5), failed = FALSE)), case(transform(drawn(1, 0.5), failed = FALSE))),
      list(case(transform(drawn(1, 0.5), failed = TRUE)), case(transform(drawn(9, 0.5), failed = TRUE))),
      lapply(sample(2:30, 5), function(k) case(exactly_half(k)))
    ),
    many = list(case(clear_of_half(40000, 0.7)))
  )
}

# As vectors of their own, also where there is one unit.
case <- function(units) {
  shuffled <- sample(length(units$hours))
  list(args = list(I(units$hours[shuffled]), I(units$failed[shuffled])))
}

# About so large a share of the units fails, the first one for certain.
drawn <- function(n, share) {
  hours <- sample(survival::genfan$hours, n, replace = TRUE) * exp(rnorm(n, 0, 0.25))
  data.frame(hours = round(hours, 3), failed = c(TRUE, runif(n - 1) < share))
}

# Units whose curve does not come near one half, where rounding would decide.
clear_of_half <- function(n, share) {
  repeat {
    units <- drawn(n, share)
    at_risk <- n + 1 - rank(units$hours, ties.method = "first")
    rising <- order(units$hours)
    left <- cumprod(1 - units$failed[rising] / at_risk[rising])
    if (all(abs(left - 0.5) > 1e-6)) return(units)
  }
}

in_steps <- function(units, width) transform(units, hours = width * pmax(1, round(hours / width)))

# The first k of 2k units fail, the others are lost later.
exactly_half <- function(k) {
  hours <- sort(sample(100:9000, 2 * k) + 0.5)
  data.frame(hours = hours, failed = rep(c(TRUE, FALSE), each = k))
}
