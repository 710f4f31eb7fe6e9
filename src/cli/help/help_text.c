/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/help/help_text.h"

#include <stddef.h>

const HelpRow refnet_help_files[] = {
    {"organizations.csv",
     "name, and as known: id, sector, services, areas, populations … (required)"},
    {"referrals.csv", "from, to; service, count, date, accepted, completed, from_contact …"},
    {"contacts.csv", "organization, name; role, email, first_contact, last_contact, left …"},
    {"services.csv", "organization, service; area, population, capacity, period"},
    {"needs.csv", "area, service; demand, population, period"},
    {"areas.csv", "area; name, latitude, longitude, population, neighbors, within"},
    {"respondents.csv", "organization; answered, date"},
    {"categories.csv", "category, name: what codes in place of services mean"},
    {"nominations.csv", "nominated, named_by; date, note"},
    {"meetings.csv", "organization, date; people, next_step"},
    {NULL, NULL}};

const HelpRow refnet_help_exit_codes[] = {
    {"0", "done"},
    {"1", "there are findings: check (errors and warnings), or --fail-on"},
    {"2", "wrong usage, a name that the dataset does not have included"},
    {"3", "unusable input, or any rejected row with --strict"},
    {"4", "a file could not be read or written, or an internal failure"},
    {"130", "interrupted"},
    {"141", "the reader of the output closed the pipe"},
    {NULL, NULL}};

const HelpRow refnet_help_environment[] = {
    {"SOURCE_DATE_EPOCH",
     "the date of every result where --as-of is not given, in seconds since 1970"},
    {NULL, NULL}};

/* Formula, normalisation, direction, source of each. */
const HelpRow refnet_help_measures[] = {
    {"arcs, ties", "An arc runs from the organisation that refers to the one referred to, its rows "
                   "added up; a tie "
                   "joins two organisations with an arc in at least one direction. n "
                   "organisations, d the degree."},
    {"in_degree, out_degree, degree",
     "Arcs in, arcs out, ties (Freeman 1978). Kumu calls degree size."},
    {"in_strength, out_strength", "Referrals received and sent, on arcs."},
    {"betweenness",
     "Sum over ordered pairs of others of the share of their shortest paths that pass through, on "
     "arcs, "
     "every arc of length 1, ends left out (Freeman 1977; computed as in Brandes 2001). "
     "betweenness_normalized: divided by (n-1)(n-2). With --undirected: unordered pairs on ties, "
     "divided by "
     "(n-1)(n-2)/2. Above 20,000 organisations, or with --sources k: from k sources drawn at "
     "random, "
     "scaled by n/k (Brandes and Pich 2007); betweenness_error is the standard error, with the "
     "correction "
     "for a finite population."},
    {"harmonic_closeness",
     "Sum over the others of 1/distance, on ties, divided by n-1; 0 for those out of reach "
     "(Marchiori and "
     "Latora 2000; Rochat 2009). Sampled as betweenness is, with closeness_error."},
    {"pagerank", "On arcs weighted by referrals, damping 0.85; who refers to nobody passes on to "
                 "all alike; sums to 1 "
                 "(Brin and Page 1998). With --undirected: on ties."},
    {"coreness",
     "The largest k so that the organisation is in a group whose members all have k ties or more "
     "within it "
     "(Seidman 1983). cores in summary: how many have each, and how many that or more."},
    {"clustering",
     "Ties among the partners / (d(d-1)/2); undefined below two ties (Watts and Strogatz 1998)."},
    {"constraint", "Sum over partners j of (p_ij + sum over q of p_iq p_qj) squared, p_ij = 1/d, "
                   "on ties; undefined "
                   "without a tie (Burt 1992)."},
    {"effective_size",
     "d - 2t/d, t ties among the partners (Burt 1992 in the form of Borgatti 1997)."},
    {"reach, reach_efficiency",
     "Share of the n-1 others within two ties; that divided by degree (as in Kumu)."},
    {"community",
     "Leiden algorithm for modularity, on ties, unweighted, resolution 1 (Traag, Waltman and van "
     "Eck "
     "2019): the best of 20 seeded runs of 10 iterations and of what they agree on (Ovelgoenne and "
     "Geyer-Schulz 2012); up to 100 runs below 5,000 ties, fewer above 200,000, as community_runs "
     "in "
     "summary says. Numbered by size. modularity: Newman and Girvan 2004."},
    {"articulation", "Without the organisation its part of the network would fall apart, on ties "
                     "(Hopcroft and Tarjan 1973)."},
    {"role", "The first that holds: isolate, no tie; hub, degree at the 90th percentile or above "
             "and 3 or more; "
             "broker, betweenness likewise and above 0; feeder, refers to 3 or more and to at "
             "least twice as many "
             "as refer to it; receiver, the other way round; peripheral, coreness 1. Percentiles "
             "interpolate "
             "linearly (Hyndman and Fan 1996, type 7)."},
    {"rank", "1 + organisations with a higher figure. rank_low, rank_high with --missing: the "
             "middle 95 percent of "
             "the ranks in 200 draws that leave out each tie with that probability (after "
             "Borgatti, Carley and "
             "Krackhardt 2006), and the rank with all ties. In large networks betweenness and "
             "closeness "
             "are estimated in each draw from sources chosen anew, at least 500 and as many as "
             "take 10 million "
             "steps along arcs, which the interval then covers, too."},
    {"--weights count",
     "Betweenness and closeness with an arc or tie of length 1/referrals (Newman 2001; Opsahl, "
     "Agneessens "
     "and Skvoretz 2010), constraint with ties as strong as their referrals. Never sampled."},
    {"density, tie_density", "Arcs / n(n-1); ties / (n(n-1)/2)."},
    {"reciprocity, dyad_reciprocity", "Share of arcs whose reverse exists; share of ties with arcs "
                                      "both ways (Wasserman and Faust 1994)."},
    {"transitivity, average_clustering", "Closed share of the paths of two ties (Luce and Perry "
                                         "1949); mean clustering of those with two ties "
                                         "or more (Watts and Strogatz 1998)."},
    {"degree_centralization",
     "Sum of (largest degree - degree) / ((n-1)(n-2)), on ties, n of 3 or more (Freeman 1978)."},
    {"betweenness_centralization", "Sum of (largest - own normalised betweenness) / (n-1), on "
                                   "arcs, with --undirected on ties (Freeman "
                                   "1978); not measured above 20,000 organisations."},
    {"degree_assortativity", "Correlation of the degrees at the two ends of a tie (Newman 2002)."},
    {"average_distance, diameter",
     "Mean and largest number of ties between two organisations that can reach one another. Above "
     "20,000 "
     "organisations the mean is estimated from 500 chosen at random (average_distance_error: its "
     "standard "
     "error), and the diameter, still exact, is n/a where it would take long (diameter_at_least: "
     "the "
     "longest distance found). Neither is measured above 20 million ties."},
    {"ei_index, ei_expected", "(E-I)/(E+I), E ties between and I within sectors, where both are "
                              "known (Krackhardt and Stern 1988); "
                              "what it would be were ties blind to sectors, 1 - 2 sum n_s(n_s-1) / "
                              "n(n-1). mixing in summary: arcs "
                              "and referrals from each sector to each."},
    {NULL, NULL}};
