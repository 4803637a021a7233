"""Rules about requests that the database holds over several tables."""

# A request is accepted when each of the ten questions of admissibility was answered by somebody.
EVERY_QUESTION_HAS_A_VERDICT = """
    IF 10 > (
        SELECT count(*) FROM (
            SELECT DISTINCT ON (question) verdict, remark FROM requests_screeningverdict
            WHERE state_request_id = NEW.id ORDER BY question, id DESC
        ) AS latest
        WHERE verdict IN ('holds', 'does_not_hold') OR (verdict = 'not_known' AND remark <> '')
    ) THEN
        RAISE EXCEPTION 'a question of admissibility has no verdict yet';
    END IF;
    RETURN NEW;
"""
