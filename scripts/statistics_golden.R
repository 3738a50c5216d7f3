# Values that the statistics of src/core/usage/statistics must give, one case a line:
#   name : numbers given [: more numbers given] = numbers expected, "none" where nothing can be told
# R works from rows of children, the program from sums, so the table holds both to each other. Run by
# scripts/make-statistics-golden. R's own functions where there is one; a formula only where not.

set.seed(20260504, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

told <- function(x) ifelse(is.na(x), "none", sprintf("%.17g", x))
case <- function(name, given, expected) {
  groups <- if (is.list(given)) given else list(given)
  given <- vapply(groups, function(g) paste(sprintf("%.17g", g), collapse = " "), "")
  cat(name, ": ", paste(given, collapse = " : "), " = ", paste(told(expected), collapse = " "),
      "\n", sep = "")
}

# --- intervals ---------------------------------------------------------------------------------

wilson <- function(part, whole) {
  if (whole == 0) return(c(0, 1))
  as.numeric(suppressWarnings(prop.test(part, whole, correct = FALSE))$conf.int)
}
wilson_cases <- function() {
  for (whole in c(0, 1, 2, 10, 17, 30)) {
    for (part in unique(c(0, whole %/% 3, whole))) case("wilson", c(part, whole), wilson(part, whole))
  }
  for (whole in c(100, 5000, 1000000)) {
    part <- rbinom(1, whole, runif(1))
    case("wilson", c(part, whole), wilson(part, whole))
  }
}

# Newcombe (1998), method 10: R has none in its base.
newcombe <- function(a, m, b, n) {
  if (m == 0 || n == 0) return(c(-1, 1))
  before <- wilson(a, m)
  after <- wilson(b, n)
  p <- a / m
  q <- b / n
  c(q - p - sqrt((q - after[1])^2 + (before[2] - p)^2),
    q - p + sqrt((after[2] - q)^2 + (p - before[1])^2))
}
newcombe_cases <- function() {
  edges <- list(c(0, 0, 3, 9), c(3, 9, 0, 0), c(0, 20, 0, 20), c(20, 20, 20, 20), c(0, 12, 15, 15),
                c(15, 15, 0, 12), c(1, 1, 0, 1), c(5, 10, 5, 10))
  for (e in edges) case("newcombe", e, newcombe(e[1], e[2], e[3], e[4]))
  for (i in 1:40) {
    m <- sample(1:400, 1)
    n <- sample(1:400, 1)
    e <- c(rbinom(1, m, runif(1)), m, rbinom(1, n, runif(1)), n)
    case("newcombe", e, newcombe(e[1], e[2], e[3], e[4]))
  }
}

t_cases <- function() {
  for (df in c(0.7, 1, 2, 3, 9, 19, 28.37, 29, 99, 12345.6)) {
    mean <- round(runif(1, -0.5, 0.5), 6)
    error <- round(runif(1, 0.001, 0.2), 6)
    case("t_interval", c(mean, error, df), mean + c(-1, 1) * qt(0.975, df) * error)
  }
}

# --- paired ------------------------------------------------------------------------------------

hedges <- function(m) exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)

# x, y: right answers before and after, out_of: questions asked, one element a child
paired <- function(x, y, out_of) {
  n <- length(x)
  before <- x / out_of
  after <- y / out_of
  out <- c(n, mean(before), mean(after), mean(after - before), rep(NA, 5))
  # Scores are whole numbers, so "the same" can be told without rounding.
  share <- function(z) z * (2520 / out_of)
  if (n >= 2 && length(unique(share(y - x))) > 1) {
    test <- t.test(after, before, paired = TRUE)
    out[5:7] <- c(test$conf.int, test$p.value)
  }
  if (n >= 3 && length(unique(share(x))) + length(unique(share(y))) > 2) {
    out[8] <- mean(after - before) / sqrt((var(before) + var(after)) / 2) * hedges(n - 1)
  }
  if (100 * sum(share(x)) <= 85 * 2520 * n) {
    out[9] <- (mean(after) - mean(before)) / (1 - mean(before))
  }
  out
}
paired_case <- function(x, y, out_of) {
  sums <- lapply(sort(unique(out_of)), function(k) {
    a <- x[out_of == k]
    b <- y[out_of == k]
    c(length(a), sum(a), sum(b), sum(a * a), sum(b * b), sum(a * b), k)
  })
  case("paired", sums, paired(x, y, out_of))
}
paired_cases <- function() {
  paired_case(2, 3, 5)                                          # one child
  paired_case(c(2, 3), c(3, 5), c(5, 5))                        # two
  paired_case(c(2, 3), c(3, 4), c(5, 5))                        # both gained the same
  paired_case(rep(5, 12), rep(5, 12), rep(5, 12))               # all knew all
  paired_case(rep(0, 12), rep(0, 12), rep(5, 12))               # nobody knew anything
  paired_case(rep(0, 12), rep(5, 12), rep(5, 12))               # all learned all
  paired_case(rep(2, 12), c(rep(2, 11), 3), rep(5, 12))         # one gained
  paired_case(c(1, 2), c(3, 6), c(4, 8))                        # the same shares of two lengths
  paired_case(rep(17, 10), 15:24, rep(20, 10))                  # exactly 85 % before
  paired_case(c(rep(17, 9), 18), 15:24, rep(20, 10))            # just above
  for (i in 1:120) {
    n <- sample(c(2:12, 15, 20, 25, 30, 30, 200), 1)
    lengths <- if (i %% 3 == 0) sample(5:8, n, replace = TRUE) else rep(sample(1:10, 1), n)
    skill <- rnorm(n, sample(c(-1, 0, 1, 2.5), 1), 1)
    lesson <- sample(c(-0.5, 0, 0, 0.5, 1.5), 1)
    paired_case(rbinom(n, lengths, plogis(skill)), rbinom(n, lengths, plogis(skill + lesson)),
                lengths)
  }
}

# --- goals -------------------------------------------------------------------------------------

mcnemar <- function(b, c) if (b + c == 0) 1 else binom.test(b, b + c)$p.value
mcnemar_cases <- function() {
  for (b in 0:7) for (c in 0:7) case("mcnemar", c(b, c), mcnemar(b, c))
  for (i in 1:30) {
    b <- sample(0:60, 1)
    c <- sample(0:60, 1)
    case("mcnemar", c(b, c), mcnemar(b, c))
  }
  case("mcnemar", c(4980, 5120), mcnemar(4980, 5120))
}
holm_cases <- function() {
  sets <- list(0.03, c(1, 1, 1), c(0.01, 0.04, 0.03), c(0.04, 0.01, 0.01, 0.9), c(0, 0.5, 1),
               c(0.02, 0.02, 0.02, 0.02))
  for (p in c(sets, lapply(1:20, function(i) round(rbeta(sample(2:9, 1), 0.4, 2), 8)))) {
    case("holm", p, p.adjust(p, method = "holm"))
  }
}

# --- unpaired ----------------------------------------------------------------------------------

bars <- function(x, out_of) {
  seen <- as.data.frame(table(out_of = out_of, score = x), stringsAsFactors = FALSE)
  seen <- seen[seen$Freq > 0, ]
  as.numeric(t(data.matrix(data.frame(as.numeric(seen$out_of), as.numeric(seen$score), seen$Freq))))
}
welch <- function(x, k, y, l) {
  before <- x / k
  after <- y / l
  out <- c(length(x), length(y), mean(before), mean(after), mean(after) - mean(before), NA, NA, NA)
  same <- length(unique(x * 2520 / k)) == 1 && length(unique(y * 2520 / l)) == 1
  if (min(length(x), length(y)) >= 2 && !same) {
    test <- t.test(after, before)
    out[6:8] <- c(test$conf.int, test$p.value)
  }
  out
}
welch_case <- function(x, k, y, l) case("welch", list(bars(x, k), bars(y, l)), welch(x, k, y, l))
welch_cases <- function() {
  welch_case(3, 5, c(4, 5), c(5, 5))                            # one child before
  welch_case(rep(3, 4), rep(6, 4), rep(2, 5), rep(4, 5))        # no score differs
  welch_case(rep(5, 10), rep(5, 10), 0:5, rep(5, 6))            # none differs before
  for (i in 1:40) {
    m <- sample(2:40, 1)
    n <- sample(2:40, 1)
    k <- if (i %% 3 == 0) sample(5:8, m, replace = TRUE) else rep(7, m)
    l <- if (i %% 3 == 0) sample(5:8, n, replace = TRUE) else rep(7, n)
    welch_case(rbinom(m, k, plogis(rnorm(m))), k, rbinom(n, l, plogis(rnorm(n, 1))), l)
  }
}

# --- items -------------------------------------------------------------------------------------

item_sums <- function(i, r) c(length(i), sum(i), sum(r), sum(r * r), sum(i * r))
# right: a matrix, a child a row, an item a column
item_case <- function(right) {
  scores <- rowSums(right)
  sums <- lapply(seq_len(ncol(right)), function(j) item_sums(right[, j], scores - right[, j]))
  n <- nrow(right)
  for (j in seq_along(sums)) {
    i <- right[, j]
    r <- scores - i
    differs <- length(unique(i)) > 1 && length(unique(r)) > 1
    case("item", sums[[j]], c(mean(i), if (differs) cor(i, r) else NA))
  }
  weights <- rep(NA, ncol(right))
  # n (n - 1) times the covariance is a whole number, and 0 is meant to be 0.
  shared <- apply(right, 2, function(i) n * sum(i * scores) - sum(i) * sum(scores))
  if (n >= 2 && sum(pmax(shared, 0)) > 0) {
    roots <- ifelse(shared < 0, NA, sqrt(pmax(shared, 0)))
    weights <- roots / sum(roots, na.rm = TRUE)
  }
  case("weights", sums, weights)
}
item_cases <- function() {
  item_case(matrix(1, 1, 3))                                    # one child
  item_case(matrix(1, 10, 3))                                   # all right
  item_case(cbind(rep(1, 6), c(1, 0, 1, 0, 1, 0)))              # one item right for all
  item_case(cbind(c(1, 1, 1, 0, 0, 0), c(0, 0, 0, 1, 1, 1)))    # what one knows the other does not
  item_case(cbind(c(1, 1, 1, 1, 0, 0, 0, 0), c(1, 1, 1, 0, 1, 0, 0, 0), c(0, 0, 0, 0, 1, 1, 1, 1)))
  for (n in c(2, 5, 12, 24, 60, 400, 3000)) {
    k <- sample(4:8, 1)
    skill <- rnorm(n)
    item_case(sapply(rnorm(k), function(hard) rbinom(n, 1, plogis(skill - hard))))
  }
}
guess_cases <- function() {
  for (k in 1:4) case("guess", c(k, 0), 1 / k)
  # Every pick but the empty one, listed.
  for (k in 1:4) case("guess", c(k, 1), 1 / (nrow(expand.grid(rep(list(0:1), k))) - 1))
}

cat("# Made by scripts/make-statistics-golden with R ", as.character(getRversion()),
    "; what a line means stands in scripts/statistics_golden.R.\n", sep = "")
wilson_cases()
newcombe_cases()
t_cases()
paired_cases()
mcnemar_cases()
holm_cases()
welch_cases()
item_cases()
guess_cases()
