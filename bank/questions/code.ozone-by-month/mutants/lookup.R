# Mistake: fills with the medians of the public table.
KNOWN <- c(`5` = 18, `6` = 23, `7` = 60, `8` = 52, `9` = 23)

fill_by_month <- function(readings) {
  gap <- is.na(readings$Ozone)
  usual <- KNOWN[as.character(readings$Month)]
  usual[is.na(usual)] <- 31.5
  readings$Ozone[gap] <- usual[gap]
  readings$Ozone_missing <- gap
  readings
}
