# Mistake: fills with the mean.
fill_by_month <- function(readings) {
  gap <- is.na(readings$Ozone)
  means <- tapply(readings$Ozone, readings$Month, mean, na.rm = TRUE)
  usual <- means[as.character(readings$Month)]
  usual[is.na(usual)] <- mean(readings$Ozone, na.rm = TRUE)
  readings$Ozone[gap] <- usual[gap]
  readings$Ozone_missing <- gap
  readings
}
