"""What our connectors read is what the services' own clients read: every id, time, word and cost."""

from __future__ import annotations

import shutil

import pytest

from tests.judges.cases import Case, cases
from tests.judges.client import NotThere, compare, script_of

JUDGED = [(service, case) for service, case in cases([]) if script_of(service).exists()]


@pytest.mark.timeout(300)
@pytest.mark.skipif(shutil.which("uv") is None, reason="needs uv, which makes an environment for the client")
@pytest.mark.parametrize(("service", "case"), JUDGED, ids=[service for service, _ in JUDGED])
def test_we_read_what_the_services_own_client_reads(service: str, case: Case) -> None:
    try:
        compared = compare(service, case)
    except NotThere as missing:
        pytest.skip(f"the client of {service} can't be had: {missing}")
    assert compared is not None
    assert compared.calls >= 50
    assert compared.differences == ()
