# Rank acceptabilities, central weights, confidence factors and pairwise winning indices by the package smaa:
# Rscript record_smaa.R low.csv high.csv DRAWS SEED. Weights anywhere, judgements even between low and high.
library(smaa)
given <- commandArgs(TRUE)
low <- as.matrix(read.csv(given[1], header = FALSE))
high <- as.matrix(read.csv(given[2], header = FALSE))
draws <- as.integer(given[3])
set.seed(as.integer(given[4]))

measured <- array(dim = c(draws, nrow(low), ncol(low)))
for (row in seq_len(nrow(low))) {
  for (leaf in seq_len(ncol(low))) {
    measured[, row, leaf] <- runif(draws, low[row, leaf], high[row, leaf])
  }
}
spacings <- matrix(rexp(draws * ncol(low)), draws)
weights <- spacings / rowSums(spacings)

ranks <- smaa.ranks(smaa.values(measured, weights))
central <- smaa.cw(ranks, weights)
print_all <- function(name, values) {
  values <- as.matrix(unclass(values))
  cat(name, nrow(values), ncol(values), format(t(values), digits = 12, trim = TRUE), "\n")
}
cat("version", as.character(packageVersion("smaa")), "R", as.character(getRversion()), "\n")
print_all("ranks", smaa.ra(ranks))
print_all("central", central)
print_all("confidence", smaa.cf(measured, central)$cf)
print_all("winning", smaa.pwi(ranks))
