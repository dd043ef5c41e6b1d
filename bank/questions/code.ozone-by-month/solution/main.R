fill_by_month <- function(readings) {
  gap <- is.na(readings$Ozone)
  medians <- tapply(readings$Ozone, readings$Month, median, na.rm = TRUE)
  usual <- medians[as.character(readings$Month)]
  usual[is.na(usual)] <- median(readings$Ozone, na.rm = TRUE)
  readings$Ozone[gap] <- usual[gap]
  readings$Ozone_missing <- gap
  readings
}
