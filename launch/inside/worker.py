"""The worker: does in the background what pages have asked for."""

import django

from launch.inside.sentences import in_a_sentence


def main() -> None:
    """Work until asked to stop; what is being done then is finished first."""
    django.setup()
    from procrastinate.contrib.django import app  # noqa: PLC0415 - only after django.setup()

    from config.safety import refuse_known_sign_ins  # noqa: PLC0415 - likewise

    refuse_known_sign_ins()
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector) as worker:
        worker.run_worker(concurrency=2)


if __name__ == "__main__":
    with in_a_sentence():
        main()
