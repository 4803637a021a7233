"""Which recommendations a request, a need or a project serves: proposed by the system, judged by people."""
