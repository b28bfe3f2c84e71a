"""Which column means what, guessed from the headings that people and services write."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agentdesk.connectors.kit.text import one_line

CALL_FIELDS = {
    "external_id": "the call's own number",
    "started_at": "when the call started",
    "time": "the time of day, where it has a column of its own",
    "turns": "what was said",
    "agent": "the agent",
    "seconds": "how long it took",
    "from": "the caller's number",
    "cost": "what it cost",
    "currency": "the currency of the cost",
    "outcome": "what came of it",
}
BOOKING_FIELDS = {
    "external_id": "the entry's own number",
    "starts_at": "when it starts",
    "time": "the time of day, where it has a column of its own",
    "ends_at": "when it ends",
    "minutes": "how long it takes",
    "status": "whether it stands or is cancelled",
    "service": "what was booked",
    "customer": "the customer's name",
    "last_name": "the customer's last name, where it has a column of its own",
    "phone": "the customer's phone number",
    "email": "the customer's e-mail address",
    "created_at": "when the entry was made",
}
NEEDED_OF_CALLS = ("external_id", "started_at", "turns")
NEEDED_OF_BOOKINGS = ("starts_at",)
"""Many diaries print no number for an entry; one is made from when it is and for whom."""

# Headings in small letters without spaces and signs, the likeliest first. Seen in exports of diaries,
# tills and call services, British and American.
_CALL_NAMES = {
    "external_id": "externalid callid id callsid conversationid sessionid callreference reference callref ref uuid "
    "callnumber",
    "started_at": "startedat starttime start starttimestamp startat callstart callstarted callstarttime calldatetime "
    "datetime dateandtime datetimestamp timestamp startdate date calldate createdat callstartedat "
    "startdatetime",
    "time": "time calltime timeofday timeofcall",
    "turns": "turns transcript transcription conversation messages dialogue transcripttext calltranscript words",
    "agent": "agent agentname agentid assistant assistantname assistantid bot botname receptionist",
    "seconds": "seconds durationseconds callduration duration durationsec durationsecs durations length calllength "
    "callseconds lengthseconds talktime callsecs talkseconds",
    "from": "from caller fromnumber callernumber callerid customernumber phonenumber phone callerphone number "
    "customerphone ani",
    "cost": "cost callcost totalcost price amount charge charged totalprice",
    "currency": "currency costcurrency currencycode priceunit",
    "outcome": "outcome result callresult disposition callstatus status endreason endedreason disconnectionreason "
    "callsuccessful",
}
_BOOKING_NAMES = {
    "external_id": "externalid bookingid appointmentid id uid bookingreference bookingref reference ref bookingnumber "
    "appointmentnumber eventid confirmationnumber confirmationcode uuid reservationid bookingcode apptid "
    "orderid",
    "starts_at": "startsat starts starttime start startat startdatetime startdateandtime startdatetimelocal "
    "appointmentstart bookingstart startdate appointmentdate bookingdate scheduleddate dateandtime datetime date "
    "appointmentdatetime scheduledat when day",
    "time": "time timeofday appointmenttime bookingtime scheduledtime slot starttimeofday",
    "ends_at": "endsat ends endtime end endat enddatetime enddateandtime appointmentend bookingend finish finishtime "
    "enddate until",
    "minutes": "minutes duration durationminutes durationmins durationmin length lengthminutes mins servicelength "
    "appointmentlength",
    "status": "status bookingstatus appointmentstatus state eventstatus",
    "service": "service servicename services appointmenttype eventtype eventtypename bookingtype type treatment "
    "product title subject summary what item",
    "customer": "customer customername client clientname name fullname invitee inviteename attendee attendeename "
    "guest guestname patient patientname bookedby bookername contact contactname who firstname "
    "customerfirstname clientfirstname",
    "last_name": "lastname surname customerlastname clientlastname familyname",
    "phone": "phone phonenumber customerphone clientphone mobile mobilenumber mobilephone telephone tel "
    "contactnumber customerphonenumber clientphonenumber phoneno inviteephone attendeephone "
    "textremindernumber cell cellphone",
    "email": "email emailaddress customeremail clientemail inviteeemail attendeeemail mail guestemail",
    "created_at": "createdat created creationdate datecreated bookedat bookedon createddate datebooked madeon "
    "createdon eventcreateddatetime datescheduled createdtime bookingcreated bookingmade",
}
_DAYS = {"date", "day", "startdate", "appointmentdate", "bookingdate", "calldate", "scheduleddate"}
_CLOCKS = {
    "starttime",
    "start",
    "calltime",
    "callstart",
    "appointmentstart",
    "bookingstart",
    "callstarttime",
    "startsat",
}
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Fields:
    """What a kind of record is made of, in the owner's words, and what headings usually mean."""

    words: Mapping[str, str]
    needed: tuple[str, ...]
    start: str
    """The field that says when it starts."""
    names: Mapping[str, Mapping[str, int]]

    def guess(self, labels: Sequence[str]) -> dict[str, str]:
        """Field to label, the likeliest heading for each field; a heading is used once."""
        plain = [(_plain(each), each) for each in labels]
        found: dict[str, str] = {}
        for field, names in self.names.items():
            ranked = sorted(
                ((names[name], label) for name, label in plain if name in names and label not in found.values()),
                key=lambda each: each[0],
            )
            if ranked:
                found[field] = ranked[0][1]
        return found

    def choose(self, labels: Sequence[str], mapping: Mapping[str, str] | None) -> dict[str, str]:
        """What the owner said where these columns have it, the guess for the rest."""
        said = {
            field: label
            for field, label in (mapping or {}).items()
            if field in self.words and (not label or label in labels)
        }
        taken = set(said.values())
        guessed = self.guess([each for each in labels if each not in taken])
        chosen = {field: label for field, label in {**guessed, **said}.items() if label}
        return self._with_day_apart(chosen, said, labels)

    def _with_day_apart(self, chosen: dict[str, str], said: Mapping[str, str], labels: Sequence[str]) -> dict[str, str]:
        """Where "Date" stands beside "Start time", the first is the day and the second the time of day."""
        start = self.start
        if start in said or "time" in said or start not in chosen:
            return chosen
        day = next((each for each in labels if _plain(each) in _DAYS and each not in said.values()), None)
        if day is not None and day != chosen[start] and _plain(chosen[start]) in _CLOCKS:
            return {**chosen, start: day, "time": chosen[start]}
        return chosen


def _plain(heading: str) -> str:
    return _SIGNS.sub("", heading.casefold())


def _ranked(names: Mapping[str, str]) -> dict[str, dict[str, int]]:
    return {field: {name: rank for rank, name in enumerate(words.split())} for field, words in names.items()}


CALLS = Fields(CALL_FIELDS, NEEDED_OF_CALLS, "started_at", _ranked(_CALL_NAMES))
BOOKINGS = Fields(BOOKING_FIELDS, NEEDED_OF_BOOKINGS, "starts_at", _ranked(_BOOKING_NAMES))


def labels_of(headings: Sequence[str]) -> tuple[str, ...]:
    """A name for every column by which a mapping can mean it: repeated and empty headings get a number."""
    seen: dict[str, int] = {}
    labels = []
    for place, heading in enumerate(headings, 1):
        label = one_line(heading, 80) or f"Column {place}"
        seen[label] = seen.get(label, 0) + 1
        labels.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return tuple(labels)
