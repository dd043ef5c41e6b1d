# R's airquality. Public rows are real days, their gaps too. Hidden days are drawn again, moved to other months, blurred,
# and have gaps planted anew.

make <- function(seed, part) {
  set.seed(seed %% 2^31)
  if (part == "public") public() else hidden()
}

public <- function() {
  days <- datasets::airquality[c("Ozone", "Temp", "Month", "Day")]
  some <- function(n) days[sample(nrow(days), n), ]
  winter <- transform(some(1), Ozone = NA, Month = 12)
  list(
    months = list(case(with_gaps(some(12), 3)), case(with_gaps(some(18), 5))),
    unseen = list(case(rbind(with_gaps(some(9), 2), winter))),
    edges = list(case(transform(some(2), Ozone = NA)))
  )
}

hidden <- function() {
  list(
    months = lapply(c(20, 60, 150), function(n) case(with_gaps(drawn(n, sample(12, 4)), n %/% 5))),
    unseen = lapply(c(15, 80), function(n) {
      rows <- drawn(n, sample(12, 5))
      lost <- rows$Month %in% unique(rows$Month)[1:2]
      case(with_gaps(transform(rows, Ozone = ifelse(lost, NA, Ozone)), n %/% 8))
    }),
    edges = list(
      case(drawn(1, sample(12, 2))),
      case(transform(drawn(1, sample(12, 2)), Ozone = NA)),
      case(transform(drawn(7, sample(12, 3)), Ozone = NA)),
      case(drawn(12, sample(12, 3)))
    )
  )
}

# Rows in no order, whose readings are whole numbers now and then only.
case <- function(rows) {
  rows <- rows[sample(nrow(rows)), ]
  row.names(rows) <- NULL
  list(args = list(rows))
}

# Days of some months, each standing for one of the real ones. The level of each month is its own.
drawn <- function(n, months) {
  days <- subset(datasets::airquality, !is.na(Ozone))
  place <- c(seq_along(months), sample(length(months), max(n - length(months), 0), replace = TRUE))[seq_len(n)]
  level <- exp(seq(-0.6, 0.6, length.out = length(months)))[sample(length(months))]
  real <- days[sample(nrow(days), n, replace = TRUE), ]
  data.frame(
    Ozone = round(real$Ozone * level[place] * exp(rnorm(n, 0, 0.2)) + 1, 1),
    Temp = real$Temp + sample(-3:3, n, replace = TRUE),
    Month = months[place],
    Day = sample(28, n, replace = TRUE)
  )
}

# With up to `gaps` readings taken away, never the last one of a month.
with_gaps <- function(rows, gaps) {
  for (row in sample(nrow(rows), gaps)) {
    others <- rows$Ozone[rows$Month == rows$Month[row]][-1]
    if (sum(!is.na(others)) > 1) rows$Ozone[row] <- NA
  }
  rows
}
