# Mistake: takes the flag when the gaps are filled.
fill_by_month <- function(readings) {
  medians <- tapply(readings$Ozone, readings$Month, median, na.rm = TRUE)
  usual <- medians[as.character(readings$Month)]
  usual[is.na(usual)] <- median(readings$Ozone, na.rm = TRUE)
  readings$Ozone <- ifelse(is.na(readings$Ozone), usual, readings$Ozone)
  readings$Ozone_missing <- is.na(readings$Ozone)
  readings
}
