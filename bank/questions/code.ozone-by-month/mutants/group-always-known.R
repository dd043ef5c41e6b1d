# Mistake: leaves gaps in months without any reading.
fill_by_month <- function(readings) {
  gap <- is.na(readings$Ozone)
  medians <- tapply(readings$Ozone, readings$Month, median, na.rm = TRUE)
  readings$Ozone[gap] <- medians[as.character(readings$Month)][gap]
  readings$Ozone_missing <- gap
  readings
}
