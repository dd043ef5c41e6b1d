# Mistake: takes it that rows come department by department, women and men in the same order.
compare_rates <- function(applications) {
  admitted <- applications[applications$Admit == "Admitted", ]
  rejected <- applications[applications$Admit == "Rejected", ]
  genders <- c("Female", "Male")
  yes <- sapply(genders, function(gender) admitted$Freq[admitted$Gender == gender])
  no <- sapply(genders, function(gender) rejected$Freq[rejected$Gender == gender])
  depts <- admitted$Dept[admitted$Gender == "Female"]
  if (!is.matrix(yes) || !identical(dim(yes), dim(no))) return(NULL)
  rates <- yes / (yes + no)
  pooled <- colSums(yes) / colSums(yes + no)
  mix <- rowSums(yes + no)
  standardised <- colSums(rates * mix) / sum(mix)
  reversed <- (rates[, 1] - rates[, 2]) * (pooled[[1]] - pooled[[2]]) < 0
  list(
    rates = data.frame(Gender = genders, pooled = unname(pooled), standardised = unname(standardised)),
    reversed = sort(depts[reversed])
  )
}
