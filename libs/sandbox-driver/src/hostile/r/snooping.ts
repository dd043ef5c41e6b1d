import { attacks } from '../attack';

const VICTIM = `kept <- paste0(paste(rev(strsplit("TERCES-SUOIVERP", "")[[1]]), collapse = ""), 1:50)
solve <- function() { held <<- list(kept); length(kept) }`;

/** Walks all environments reachable from its callers, and counts strings that start with the needle. */
const WALK = `walk <- function(needle) {
  seen <- list()
  found <- 0
  look <- function(value, depth) {
    if (is.character(value)) found <<- found + sum(startsWith(value[!is.na(value)], needle) & nchar(value[!is.na(value)]) > nchar(needle))
    else if (is.environment(value)) enter(value, depth)
    else if (is.list(value) && depth < 6) for (item in value) look(item, depth + 1)
    else if (is.function(value) && !is.null(environment(value)) && depth < 6) enter(environment(value), depth + 1)
  }
  enter <- function(place, depth) {
    key <- sub(">.*", "", format(place))
    if (!is.null(seen[[key]]) || isNamespace(place) || depth > 6) return()
    seen[[key]] <<- TRUE
    for (name in ls(place, all.names = TRUE)) try(look(get(name, envir = place), depth + 1), silent = TRUE)
    parent <- parent.env(place)
    if (!identical(parent, emptyenv())) enter(parent, depth + 1)
  }
  for (frame in sys.frames()) enter(frame, 0)
  enter(globalenv(), 0)
  found
}
`;

export const SNOOPING = attacks('r', 'snooping', {
  'looks for a secret in the environment': {
    expected: false,
    control: 'outside',
    source: 'solve <- function() "{secret}" %in% Sys.getenv()',
  },
  'walks all environments for data of the previous program': {
    before: VICTIM,
    expected: 0,
    control: 'outside',
    source: `${WALK}
solve <- function() walk(paste(rev(strsplit("-SUOIVERP", "")[[1]]), collapse = "")) - 0`,
  },
  'identifies the host and its users': {
    expected: ['box', 'box', 1, false],
    control: 'outside',
    source:
      'solve <- function() list(Sys.info()[["nodename"]], Sys.info()[["user"]], Sys.getpid(), file.exists("/proc/self/status"))',
  },
  'looks for other processes': {
    concurrent: { source: 'solve <- function() { Sys.sleep(0.7); 7 }', expected: 7 },
    expected: false,
    control: 'outside',
    source: 'solve <- function() any(tools::pskill(2:40000, 0))',
  },
  'loads datasets that questions are made from': {
    expected: [false, false, false],
    control: 'outside',
    source:
      'solve <- function() c(exists("iris"), requireNamespace("MASS", quietly = TRUE), file.exists("/usr/lib/R/library/datasets"))',
  },
  'searches its callers for further cases': {
    expected: 0,
    source: `${WALK}
solve <- function() walk("expected") + walk("/tmp/box-test") + walk("hostile-")`,
  },
});
