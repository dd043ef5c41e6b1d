# Mistake: leaves out the days without a reading.
fill_by_month <- function(readings) {
  kept <- readings[!is.na(readings$Ozone), ]
  kept$Ozone_missing <- rep(FALSE, nrow(kept))
  kept
}
