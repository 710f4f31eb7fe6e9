# SPDX-License-Identifier: GPL-2.0-or-later
# usage: Rscript peers.R FOLDER
# Reads organizations.csv and referrals.csv into a network as people do with R, parallel rows added up, and
# prints the seconds that took (without starting R) and the versions. Exits with 1 where a package is not
# installed.

folder <- commandArgs(trailingOnly = TRUE)[1]
if (!requireNamespace("data.table", quietly = TRUE) || !requireNamespace("igraph", quietly = TRUE))
  quit(status = 1)
suppressPackageStartupMessages({
  library(data.table)
  library(igraph)
})

begin <- proc.time()[["elapsed"]]
organizations <- fread(file.path(folder, "organizations.csv"))
referrals <- fread(file.path(folder, "referrals.csv"))
arcs <- referrals[, .(count = sum(count), date = max(date)), by = .(from, to)]
graph <- graph_from_data_frame(arcs, directed = TRUE, vertices = organizations[, .(id, name)])
seconds <- proc.time()[["elapsed"]] - begin
cat(sprintf("%.3f R %s.%s, fread %s + igraph %s\n", seconds, R.version$major, R.version$minor,
            packageVersion("data.table"), packageVersion("igraph")))
