"""Rules about projects that the database holds over several tables."""


def components_sum_to_one_hundred(*projects: str) -> str:
    """Refuse shares that do not make the whole; only what is not carried out may have none at all."""
    return f"""
        IF 100 <> ANY (
            SELECT coalesce(
                (SELECT sum(per_cent) FROM projects_projectcomponent WHERE project_id = project.id),
                CASE WHEN project.status IN ('draft', 'cancelled', 'legacy') THEN 100 ELSE 0 END
            ) FROM projects_project AS project WHERE project.id IN ({", ".join(projects)})
        ) THEN
            RAISE EXCEPTION 'the components of a project sum to one hundred per cent';
        END IF;
        RETURN NULL;
    """
