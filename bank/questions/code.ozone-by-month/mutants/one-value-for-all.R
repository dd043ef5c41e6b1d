# Mistake: fills with the median of all months.
fill_by_month <- function(readings) {
  gap <- is.na(readings$Ozone)
  readings$Ozone[gap] <- median(readings$Ozone, na.rm = TRUE)
  readings$Ozone_missing <- gap
  readings
}
