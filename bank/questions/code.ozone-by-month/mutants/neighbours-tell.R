# Mistake: carries the reading of the row before forward.
fill_by_month <- function(readings) {
  gap <- is.na(readings$Ozone)
  usual <- median(readings$Ozone, na.rm = TRUE)
  for (row in which(gap)) {
    readings$Ozone[row] <- if (row > 1) readings$Ozone[row - 1] else usual
  }
  readings$Ozone_missing <- gap
  readings
}
