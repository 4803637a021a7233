"""Questions about general comments and their paragraphs."""

from django.db.models import Count, Q, QuerySet

from techcoop.accountability.models import CommentParagraph, GeneralComment
from techcoop.accountability.queries.words import query_of
from techcoop.people.models import User
from techcoop.people.permissions import Permission

# Shorter texts, such as headings, may well be the same in two documents.
LONG_ENOUGH = 120


def comments_visible_to(user: User) -> QuerySet[GeneralComment]:
    """All general comments for whoever may see facts of accountability, none for a stranger."""
    rows = GeneralComment.objects.select_related("mechanism", "joint")
    return rows if user.can(Permission.SEE_ACCOUNTABILITY) else rows.none()


def counted(rows: QuerySet[GeneralComment]) -> QuerySet[GeneralComment]:
    """General comments, each with the number of its paragraphs."""
    return rows.annotate(length=Count("paragraphs"))


def paragraphs_visible_to(user: User) -> QuerySet[CommentParagraph]:
    """All paragraphs for whoever may see them, none for a stranger."""
    rows = CommentParagraph.objects.defer("search").select_related("comment__mechanism")
    return rows if user.can(Permission.SEE_ACCOUNTABILITY) else rows.none()


def paragraphs_matching(rows: QuerySet[CommentParagraph], words: str) -> QuerySet[CommentParagraph]:
    """The paragraphs in which the words stand."""
    asked = query_of(words)
    return rows.none() if asked is None else rows.filter(search=asked)


def comments_matching(rows: QuerySet[GeneralComment], words: str) -> QuerySet[GeneralComment]:
    """General comments of which the title or a paragraph holds the words."""
    found = paragraphs_matching(CommentParagraph.objects.all(), words).values("comment")
    return rows.filter(Q(pk__in=found) | Q(titles__icontains=words) | Q(symbol__icontains=words))


def copies_of(comment: GeneralComment) -> list[GeneralComment]:
    """Other general comments in which whole paragraphs of this one stand: a copyist may have erred."""
    own = [one.texts for one in comment.paragraphs.all() if len(one.text) >= LONG_ENOUGH]
    same = CommentParagraph.objects.filter(texts__in=own).exclude(comment=comment).values("comment")
    return list(GeneralComment.objects.filter(pk__in=same).select_related("mechanism"))


def groups_known() -> list[str]:
    """The groups of persons that copyists have found in paragraphs."""
    found = CommentParagraph.objects.values_list("groups", flat=True)
    return sorted({one for groups in found for one in groups})
