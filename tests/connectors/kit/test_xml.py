"""XML from a service cannot grow, reach out or go on for ever."""

from __future__ import annotations

import pytest

from agentdesk.connectors.kit.xml import DEEPEST, MOST_PARTS, read_xml


def test_parts_are_found_by_namespace_and_name() -> None:
    found = read_xml(b'<a xmlns="DAV:"><b x="1">one</b><b><![CDATA[two & three]]></b></a>')
    assert [each.text for each in found.all_("DAV:}b")] == ["one", "two & three"]
    assert found.parts[0].says == {"x": "1"}
    assert found.find("DAV:}b", "DAV:}c") is None


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;&l;&l;&l;&l;&l;">]><a>&m;</a>',
        b'<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>',
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>',
        b"<a>&unknown;</a>",
        b"<a><b></a>",
        b"<a/>" * 2,
        b"",
        b"\xff\xfe\x00",
        b"<a>" * (DEEPEST + 2) + b"</a>" * (DEEPEST + 2),
        b"<a>" + b"<b/>" * (MOST_PARTS + 1) + b"</a>",
    ],
    ids=["laughs", "file", "outside", "unknown", "crossed", "two", "empty", "bytes", "deep", "many"],
)
def test_what_is_no_harmless_document_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match="XML"):
        read_xml(body)
