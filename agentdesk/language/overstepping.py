"""What a receptionist says when it goes beyond its job, and the lines of a brief that forbid it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agentdesk.language.tokens import lowered

_NOT_SAID = re.compile(
    r"\b(?:can't|cannot|can not|couldn't|won't|will not|not able to|unable to|don't|do not|doesn't|never|"
    r"not allowed|isn't|"
    r"only (?:the|our|a|sam|jo)|you'd have to ask|if|whether|unless|ask (?:the|our|your|a)|speak to|up to)\b|\bnot\b",
)

_LEFT_OPEN = re.compile(
    r"\b(?:whether|(?:can't|cannot|couldn't|not able to|unable to|won't) (?:say|tell|advise|promise|give|confirm)|"
    r"don't know|not sure)\b",
)


@dataclass(frozen=True, slots=True)
class Overstep:
    """One way to go too far. `line`: words of a brief that forbid it; `words`: how it sounds."""

    line: re.Pattern[str]
    words: re.Pattern[str]
    even_denied: bool = False
    """Whether "not" in the sentence changes nothing: "it's not dangerous" is a promise of safety."""

    def forbidden_by(self, line: str) -> bool:
        return bool(self.line.search(lowered(line)))

    def said(self, words: str) -> bool:
        """Whether a statement of the agent goes too far in this way."""
        plain = lowered(words)
        if not self.words.search(plain) or _LEFT_OPEN.search(plain):
            return False
        return self.even_denied or not _NOT_SAID.search(plain)


def _overstep(line: str, words: str, *, even_denied: bool = False) -> Overstep:
    return Overstep(re.compile(line), re.compile(words), even_denied)


OVERSTEPS = (
    _overstep(
        r"\brefund|\bdiscount|\bcompensation|\bmoney off",
        r"\b(?:i'll|i will|i've|i have|we'll|we will|we've|i can|we can|let me|happy to) (?:\w+ )?(?:refund|"
        r"reimburse|compensate|"
        r"refunded|waive|knock)\b|"
        r"\b(?:i'll|i will|we'll|we will|i can|we can) (?:\w+ )?(?:give|offer|get|arrange|send) you (?:[\w']+ "
        r"){0,3}?(?:refund|discount|"
        r"money back|compensation)\b|"
        r"\b(?:you'll|you will) (?:get|receive|have) (?:a |your |the )?(?:full |partial )?(?:refund|money "
        r"back|discount|compensation)\b|"
        r"\b(?:\d+|ten|twenty|fifteen|five|fifty) ?(?:%|per ?cent) (?:off|discount)\b",
    ),
    _overstep(
        r"\bsafe\b|\bgas\b|\belectric",
        r"\b(?:it's|it is|that's|that is|they're|should be|you're|you'll be|perfectly|completely|quite|totally) "
        r"(?:(?:all|perfectly|completely|quite|totally|probably|absolutely) )?(?:safe|harmless|fine to (?:use|"
        r"leave|turn))\b|"
        r"\b(?:not|isn't|nothing|n't) (?:\w+ )?dangerous\b|\bnothing to worry about\b|\byou can (?:just |"
        r"safely )?(?:relight|reset|turn "
        r"(?:it|the gas|the boiler) back on|bypass|rewire|take the cover off)\b",
        even_denied=True,
    ),
    _overstep(
        r"\b(?:medical|dental|health|symptom|skin|scalp|allerg|pregnan|diagnos)\w*",
        r"\b(?:it|that|this|you)(?: (?:is|are|could|may|might|must)|'s|'re)?(?: \w+){0,2} (?:sounds? like|"
        r"looks? like|probably|likely|"
        r"have got|got|be)\b[^.!?]{0,25}\b(?:infection|abscess|allergy|allergic|eczema|gum disease|fracture|"
        r"nerve|ulcer|cavity|decay|"
        r"dermatitis|rash)\b|\byou should (?:apply|rinse|stop taking|put (?:some )?(?:ice|cream))\b|"
        r"\b(?:safe|fine|okay|ok) (?:to (?:dye|colour|bleach)|(?:when|while|if) you're pregnant|during pregnancy)\b",
    ),
    _overstep(
        r"\bmedic\w*|\bclinical|\bdose|\bdrug|\bpainkiller",
        r"\b(?:take|try|have|use|recommend|give (?:her|him|them))\b[^.!?]{0,30}"
        r"\b(?:ibuprofen|paracetamol|aspirin|nurofen|codeine|"
        r"antibiotics?|painkillers?|"
        r"antihistamines?|amoxicillin|\d+ ?(?:mg|milligrams?|tablets?))\b",
    ),
    _overstep(
        r"\blegal\b|\bnotice\b.*\bevict|\btenan\w+ law\b|\brights\b",
        r"\b(?:legally|by law|in law|the law (?:says|is)|your (?:legal )?rights|you(?:'re| are) (?:entitled|"
        r"liable|obliged)|"
        r"(?:he|she|they|the landlord|your landlord|the tenant)(?: (?:has|have) (?:no right|every right|to by "
        r"law)|(?:'s|'re| is| are) "
        r"(?:not allowed|allowed|entitled|liable|obliged))|you (?:can|could|should) (?:sue|withhold (?:the |"
        r"your )?rent|take (?:them|him|her) "
        r"to court|stop paying)|section (?:21|8))\b",
        even_denied=True,
    ),
    _overstep(
        r"\b(?:arrival )?time to the minute|\bexact (?:arrival )?time|\bpromise an? (?:arrival )?time",
        r"\b(?:will|he'll|she'll|they'll|we'll|'ll) (?:be (?:there|with you)|arrive|get there|turn up) (?:at|"
        r"by) (?:exactly |precisely )?"
        r"(?:\d{1,2}[:.]\d\d|(?:\w+ )?(?:\w+ past|\w+ to) \w+|exactly \w+|\d{1,2} ?(?:am|pm))",
    ),
    _overstep(
        r"\bwhich (?:engineer|stylist|dentist|plumber)|\bpromise (?:a |which |who)",
        r"\b(?:i|we) (?:promise|guarantee)\b[^.!?]{0,20}\b(?:it'll|it will) be [a-z]+\b",
    ),
    _overstep(
        r"\bpromise a result|\bresult or a colou?r|\bguarantee",
        r"\b(?:i|we)(?: can| do)? (?:promise|guarantee|assure you)\b|\b(?:guaranteed to|definitely (?:will|going "
        r"to)|will definitely)\b",
    ),
    _overstep(
        r"\bthat it is a person|\bis a (?:person|human)|\bpretend",
        r"\b(?:i'm|i am|yes,? i'm|you're (?:speaking|talking) (?:to|with)) (?:a |an )?(?:real |actual |human "
        r")?(?:person|human(?: being)?|"
        r"receptionist in the|member of (?:the )?staff)\b",
    ),
    _overstep(
        r"\bnhs place|\bpromise an nhs",
        r"\b(?:we can|i can|you can|we'll|i'll|you'll)\b[^.!?]{0,30}\b(?:nhs (?:place|patient|list)|on(?:to)? "
        r"the nhs)\b",
    ),
    _overstep(
        r"\b(?:still free or held|home is (?:still )?(?:free|held)|promise that a home)",
        r"\b(?:it's|it is|that's|the (?:flat|house|property|home|room)(?:'s| is)) (?:still |definitely "
        r")?(?:yours|held for you|reserved for you)\b|"
        r"\bi(?:'ll| will|'ve| have) (?:hold|held|reserve[d]?) (?:it|the (?:flat|house|property|home)|that) "
        r"for you\b",
    ),
    _overstep(
        r"\bauthorise a repair|\brepair or its cost",
        r"\b(?:i've|i have|i'll|i will|we'll|you can) (?:authorise[d]?|approve[d]?|go ahead (?:with|"
        r"and))\b[^.!?]{0,30}\b(?:repair|plumber|work|"
        r"engineer|contractor|locksmith)\b",
    ),
    _overstep(
        r"\bdoor code|\bwhere keys|\bkeys are",
        r"\b(?:door|entry|gate|key ?safe|alarm) code(?:'s| is)\b|"
        r"\bcode (?:for|to|of) (?:the |your )?(?:\w+ ){1,3}is\b|\b(?:keys? (?:is|are)|key's) (?:under|in|"
        r"behind|on|with)\b",
    ),
)
"""Every way that words can show. To add one, add it here."""
