"""Counts of persons that may leave the space of their records, because nothing that is worked out of them is about a
few.

**The attack.** The attacker holds every figure that was ever published: every table, every total, what schools released
to their member and what the member released further. Each figure is a linear equation over the persons counted, and the
attacker adds and subtracts equations: a total less the groups that are shown, a table less another, a period less a
part of it, a figure less what stood there before its correction. Leaving small cells out and then others beside them,
so that totals do not give the first ones back, holds for one table and has to be proved again for every table that
shares a total with it; finding the least of such suppressions is hard (Cox 1980; Fischetti and Salazar 2001), and what
is left out of one table comes back from another.

**The method.** No cell is left out. The persons of a count are *partitioned* once, into groups of at least `k`, and
whatever is published afterwards, of whatever shape, is a sum of whole groups. Along an order of dimensions a group is
split by the values of the next dimension: each value that at least `k` persons have stands alone, and those that fewer
have are joined with each other; where even these together are fewer than `k`, the next of the others joins them. If
nothing is left beside the joined ones, the group is not divided by this dimension. This is k-anonymity (Samarati
and Sweeney 1998) by recoding along a tree, as in Mondrian (LeFevre, DeWitt and Ramakrishnan 2006), with values joined
instead of ranges cut.

**What holds.** Let the groups be disjoint and each of at least `k` persons. Every figure is the sum of the indicators
of whole groups, so every combination of figures, with whatever factors, has one value on all persons of a group. Where
it is the indicator of some set of persons it takes 0 or 1 on each group: the set is a union of whole groups, and empty
or of at least `k`. This needs no bound on the number of tables. It holds for the counts of several courses and of
several periods together as long as no person is counted in two groups of one course and period, which is why periods
never overlap, and for what a member joins of what its schools released, which is again a sum of whole groups.

A joined set of values names with those that were too small also the values that nobody had (`domains`): that a value
is named does not tell that somebody has it. What was too small and what only joined it (`Join`) is for the eyes of who
releases, and never leaves with the counts. Which value joins small ones hangs on the order of the values alone, so that
from `k` = 4 who knows the method does not find the size of a joined value from those beside it.

**Corrections.** See `corrected`: what changes between two versions of a count is a group of persons as well.

**What does not hold.** Bounds: who knows the method knows that of a joined set not all values are frequent. Groups that
are alike: "12, all women" tells of each of these twelve that she is a woman. Somebody who knows all but one of a group.

Sources: A. Hundepool et al., *Statistical Disclosure Control* (Wiley 2012), chapters 4 and 5, for complementary
suppression and differencing; L. Cox, JASA 75 (1980) 377; M. Fischetti and J. J. Salazar, Management Science 47 (2001)
1008; P. Samarati and L. Sweeney, SRI-CSL-98-04; K. LeFevre et al., ICDE 2006; R. Wong et al., VLDB 2007, for what the
knowledge of the method itself gives away.
"""

from .corrections import Corrected, corrected
from .partitions import Cell, Join, Partition, partition
from .sums import Leaf, Reached, joined, reached, total

__all__ = [
    "Cell",
    "Corrected",
    "Join",
    "Leaf",
    "Partition",
    "Reached",
    "corrected",
    "joined",
    "partition",
    "reached",
    "total",
]
