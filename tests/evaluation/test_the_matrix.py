"""What cells say alike cuts across; what contradicts is listed and never averaged."""

from techcoop.evaluation.queries.evidence import Groups

ALIKE = {
    ("KEN", "C1", "relevance", True): 2,
    ("KEN", "C2", "relevance", True): 1,
    ("NPL", "C1", "relevance", True): 1,
}


def test_three_cells_in_two_states_cut_across():
    (found,) = Groups(ALIKE).cross_cutting(cells=3)

    assert (found.criterion, found.is_strength, found.cells, found.findings) == ("relevance", True, 3, 4)
    assert found.states == ("KEN", "NPL")


def test_cells_of_a_single_state_do_not_cut_across():
    alone = {("KEN", f"C{place}", "relevance", True): 1 for place in range(1, 5)}

    assert Groups(alone).cross_cutting(cells=3) == ()


def test_the_threshold_counts_cells_not_findings():
    assert Groups(ALIKE).cross_cutting(cells=4) == ()


def test_findings_without_a_state_or_a_component_support_nothing_across():
    apart = {("", "C1", "impact", False): 9, ("KEN", "", "impact", False): 9}

    assert Groups(apart).cross_cutting(cells=1, states=1) == ()


def test_a_component_strong_and_weak_by_one_criterion_contradicts():
    found = Groups({**ALIKE, ("PER", "C1", "relevance", False): 5}).contradictions()

    assert [(one.component, one.criterion, one.strengths, one.weaknesses) for one in found] == [
        ("C1", "relevance", 3, 5)
    ]


def test_the_same_by_different_criteria_does_not_contradict():
    assert Groups({**ALIKE, ("PER", "C1", "impact", False): 5}).contradictions() == ()
