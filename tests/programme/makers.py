"""Code lists of goals and targets, as IATI publishes them, with invented names."""


def a_code_list(name: str, *items: tuple[str, str, str]) -> str:
    """A code list of items: code, English name, French name."""
    told = "".join(
        f"<codelist-item><code>{code}</code><name><narrative>{english}</narrative>"
        f'<narrative xml:lang="fr">{french}</narrative></name></codelist-item>'
        for code, english, french in items
    )
    return (
        f'<codelist name="{name}" xml:lang="en"><metadata><url>https://example.org</url></metadata>'
        f"<codelist-items>{told}</codelist-items></codelist>"
    )


GOALS = a_code_list("UNSDG-Goals", ("3", "Good health", "Santé"), ("16", "Peace &amp; justice", "Paix"))
TARGETS = a_code_list(
    "UNSDG-Targets",
    ("16.3", "Rule of law", "État de droit"),
    ("16.a", "Institutions", "Institutions"),
    ("16.10", "Information", "Information"),
    ("7.1", "Energy", "Énergie"),
    ("sixteen", "Nothing", "Rien"),
)
