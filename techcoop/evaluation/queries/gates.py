"""What is still missing before an evaluation may go on, each in a sentence."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.evaluation.models import Evaluation


def missing_before_finalising(evaluation: Evaluation) -> tuple[str, ...]:
    """An evaluation is final when it says who, until when, how, and finds something on evidence."""
    findings = evaluation.findings.count()
    bare = evaluation.findings.filter(evidence=None).count()
    unnamed = not evaluation.conducted_by
    undated = evaluation.completed_on is None
    found = (
        (unnamed, _("It does not say who conducted the evaluation.")),
        (undated, _("It does not say on which day the evaluation was completed.")),
        (not evaluation.method.strip(), _("It does not describe the method and its limits.")),
        (not findings, _("It has no finding.")),
        (
            bare,
            ngettext("%(count)d finding has no evidence.", "%(count)d findings have no evidence.", bare)
            % {"count": bare},
        ),
    )
    return tuple(sentence for missing, sentence in found if missing)


def missing_before_publishing(evaluation: Evaluation) -> tuple[str, ...]:
    """A response is published when every recommendation is answered."""
    open_ones = evaluation.recommendations.filter(response="").count()
    sentence = ngettext(
        "%(count)d recommendation is not answered.", "%(count)d recommendations are not answered.", open_ones
    )
    return (sentence % {"count": open_ones},) if open_ones else ()


def missing_before_closing(evaluation: Evaluation) -> tuple[str, ...]:
    """An evaluation is closed when what was accepted is done or overtaken."""
    undone = evaluation.recommendations.to_be_followed().count()
    sentence = ngettext(
        "%(count)d accepted recommendation is not done.",
        "%(count)d accepted recommendations are not done.",
        undone,
    )
    return (sentence % {"count": undone},) if undone else ()
