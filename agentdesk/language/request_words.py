"""How callers ask for a person, complain, want money back, threaten, or tell of danger."""

from __future__ import annotations

import re

_SPEAK = (
    r"(?:speak|talk|chat|get (?:on )?to|get hold of|get through|get in touch|be put through|connect(?:ed)?|contact|"
    r"have a (?:quick )?(?:word|chat)|deal)"
)
_SOMEONE = (
    r"(?:(?:an?|the|your|some|another|any) )?(?:\w+ ){0,3}?(?:human(?: being)?|persons?|people|somebody|someone|"
    r"some one|"
    r"anyone|anybody|(?:live |real )?agents?|assistants?|operators?|representatives?|reps?|managers?|supervisors?|"
    r"owners?|"
    r"boss|receptionists?|reception|front desk|colleague|advis[eo]rs?|member of staff|staff|team|the office|customer "
    r"(?:service|support|care|assistance)|(?:person|man|lady|woman|someone) in charge|human)\b"
)
PERSON = (
    rf"\b{_SPEAK}(?:ing)? (?:to|with|through to)? ?{_SOMEONE}",
    rf"\b(?:speaking|talking|chatting|contacting|connecting|getting in touch)(?: (?:to|with))? {_SOMEONE}",
    # "Accounts team please": a part of the business, and nothing else said.
    (
        r"^\W*(?:(?:hi|hello|yes|yeah|no|just|the|your|to) )*(?:[\w']+ ){0,2}(?:team|department|desk|reception|"
        r"(?:accounts|front|head) office)\W*please\W*$"
    ),
    (
        r"(?:^\W*|[^\w\s'] *|\b(?:hi|hello|hiya|so|and|but|oh|er|um|please|yes|no|ok|okay|just) )"
        r"is (?:the |your )?(?:boss|owner|manager|gaffer|guv'?nor|landlord|landlady|doctor|dentist|receptionist)"
        r" (?:there|about|around|in|available|free)\b"
    ),
    # Somebody by name or calling, but not the caller's own people.
    (
        r"\b(?:can|could|may|want to|wanna|like to|need to|rather|let me|"
        r"wish to) (?:i )?(?:please )?(?:just )?(?:speak|talk) "
        r"(?:to|with) (?!you\b|u\b|my\b|our\b|him\b|her\b|them\b|it\b|me\b|us\b|about\b|a few\b|each\b)"
        r"(?:(?:an?|the) )?(?:(?:real|live|human|actual) )?[\w']+"
    ),
    rf"\b(?:put|pass|transfer|connect|direct) me (?:through |over |on )?(?:to|with) {_SOMEONE}",
    r"\b(?:put|transfer|connect|pass) me (?:through|over|across)\b",
    r"\b(?:can|could|would|will) you (?:please )?transfer me\b(?! (?:the|some|my|money|\S?\d))",
    rf"\bget {_SOMEONE}(?: else)? (?:on|to) the (?:line|phone)\b",
    (
        r"\b(?:transfer|redirect|divert|direct) (?:to )?(?:me|this call|my call) (?:straight |back )?to "
        r"(?!my\b|another (?:day|time|date)\b)"
    ),
    (
        r"(?:\b(?:not|never|hate|fed up|sick of)|n't)\b[^.!?]{0,60}?\b(?:to|with|by|from)"
        r" (?:an? |the |this |your |some )?(?:machine|robot|bot|chat ?bot|computer|recording|ai|answering machine)\b"
    ),
    # "Find me someone in Leeds" wants a plumber there, not a person here.
    rf"\b(?:get|give|fetch) me {_SOMEONE}(?! (?:in|near|at|around|closer|cheaper|who|that|with|from)\b)",
    rf"\bfind me {_SOMEONE}(?! (?:else|in|near|at|around|closer|cheaper|who|that|with|from)\b)",
    (
        r"\bi (?:just )?(?:want|need|would like|'d like|demand) (?:to have )?(?:an? |the |your )?(?:real |actual |"
        r"live |human |proper )*"
        r"(?:human(?: being)?|person|manager|supervisor|operator|representative|agent)\b(?! (?:for|account|visa))"
    ),
    r"\b(?:real|actual|live|human|proper) (?:person|human|agent|operator|being|assistant|support)\b",
    r"^\W*(?:a |the )?(?:human|manager|operator|representative|agent|real person)(?: please)?\W*$",
    (
        r"\bis there (?:a |an |any)?(?:real |actual )?(?:person|human|manager|someone|somebody|anyone|"
        r"anybody) (?:there|available|"
        r"around|in|i (?:can|could|may|might)|to (?:speak|talk))"
    ),
    (
        r"\b(?:can|could|will|would) (?:someone|somebody|anyone|anybody|a person|the manager|your manager) "
        r"(?:please )?"
        r"(?:call|ring|phone|contact|get back|speak|talk)\b"
    ),
    (
        r"\b(?:have|get|ask) (?:someone|somebody|the manager|your manager|the owner) (?:to )?(?:call|ring|phone|"
        r"contact|get back)\b"
    ),
    r"\b(?:call|ring|phone) me back\b|\bgive me a (?:call|ring|bell)(?: back)?\b|\bcall ?back\b(?= (?:from|please))",
)
COMPLAINT = (
    (
        r"\b(?:make|making|file|filing|lodge|lodging|raise|raising|submit|submitting|register|log|put in|have|"
        r"got|want|"
        r"open|"
        r"report|reporting|place|send|do|with|about|for)\b(?:\s+(?:an?|some|the|my|formal|official|serious|consumer|"
        r"customer|bloody|damn|goddamn|"
        r"acustomer))*\s+(?:complaints?|claims?|reclamations?)\b"
    ),
    (
        r"\b(?:customer|consumer) (?:complaints?|claims?|reclamations?)\b|\b(?:claims?|complaints?|"
        r"reclamations?) against\b"
    ),
    (
        r"\b(?:i(?:'m| am| want| would like|'d like| need| have)|like|going|want|need|where|"
        r"how)\b[^.!?]{0,30}?\bto complain\b|"
        r"\bi(?:'m| am) complaining\b|\bmy complaint\b|\bcomplaints? (?:department|team|procedure)\b"
    ),
    (
        r"\b(?:disgusted|appalled|disgraceful|fuming|livid|furious|outrageous|unacceptable|dissatisfied|"
        r"(?:a|an absolute|a total|a right) disgrace|not (?:at all )?(?:good enough|satisfied|impressed))\b|"
        r"\bfed up (?:of|with) (?:this|you|your)\b"
    ),
    (
        r"\b(?:service|work|job|workmanship)(?:'s| is| was| has been) (?:[a-z]+ )?(?:appalling|terrible|awful|shocking|"
        r"diabolical|disgusting|rubbish|atrocious|dreadful)\b|"
        # the caller's last plumber is another matter
        r"\b(?:you|your [a-z]+)(?:'s|'ve| has| have)? left (?:a|an|such a|everything in a) (?:[a-z]+ )?mess\b"
    ),
    (
        r"\b(?:you|your [a-z]+) (?:never|didn't|did not|hasn't|haven't)"
        r" (?:bother(?:ed)? to )?(?:show(?:ed|n)?|turn(?:ed)?) up\b"
    ),
    (
        r"\bstill (?:leak(?:s|ing)|drip(?:s|ping)|broken|not (?:working|fixed|right)|(?:doesn't|isn't) work(?:ing)?)\b"
        r"[^.!?]{0,30}?\b(?:after|since) (?:you|your)\b"
    ),
    (
        r"\b(?:second|third|fourth|fifth|sixth|umpteenth|\d(?:nd|rd|th)) time (?:that )?i(?:'ve| have)?(?: had to)? "
        r"(?:call(?:ed)?|ring|rung|rang|phoned?)\b|\bbeen waiting (?:in )?(?:all (?:day|morning|afternoon)|for hours)\b"
    ),
    r"\bover-?charg(?:ed|ing)\b|\bcharged (?:me |us )?(?:twice|double)\b|\bdouble charged\b",
    (
        r"\b(?:(?:very|really|so|extremely) (?:unhappy|disappointed|annoyed|angry|upset)|"
        r"not (?:at all )?happy) (?:with|about|that)\b"
    ),
    (
        r"\bwaited in\b[^.!?]{0,60}\b(?:nobody|no one|no-one|never)\b|\b(?:nobody|no one|no-one) (?:came|turned up|"
        r"showed up|has been|"
        r"rang|called|has (?:come|rung|called))\b"
    ),
    r"\b(?:worst|terrible|awful|shocking|appalling|rubbish|diabolical|atrocious) (?:service|job|work|experience)\b",
    r"\b(?:a (?:right )?(?:cowboy|shambles)|taking the (?:mick|mickey|piss)|ripped (?:me |us )?off|rip-?off)\b",
)
REFUND = (
    r"\b(?<!insurance )(?<!tax )(?:refund(?:s|ed|ing)?|reimburs(?:e|ed|es|ing|ements?)|rebat(?:e|es|ing))\b(?! polic)",
    (
        r"\b(?:my|the|his|her|our|any|get|getting|want) money back\b|\bmoney back\b|\b(?:restitutions?|"
        r"compensations?|"
        r"compensate)\b"
    ),
    # An amount that is wanted back: "I want all £32.88 back", "give me that twenty quid back".
    (
        r"\b(?:want|need|like|have|get|give me|getting|send me)\b (?:[\w']+ ){0,3}?(?:[£$€] ?\d[\d.,]*|"
        r"\d[\d.,]* ?(?:€|p\b)|"
        r"(?:[\w']+ ){1,4}?(?:pounds?|quid|euros?|dollars?|fivers?|tenners?)|(?:my|the|that|this) (?:cash|fee|"
        r"deposit|payment))"
        r" back\b(?! (?:in|to|on|at|from)\b)"
    ),
    r"\b(?:give|pay|send) (?:me )?(?:my |the )?(?:money|deposit|payment) back\b|\bmy deposit back\b|\bcharge ?back\b",
)
EMERGENCY = (
    r"\bsmell(?:s|ing)? (?:of )?gas\b|\bgas leak\b|\bcarbon monoxide\b|\bco alarm\b",
    (
        r"\b(?:burst|bursting) (?:pipe|main|tank|boiler)\b|\bpipe(?:'s| has| is)? burst\b|\bwater(?:'s| is)? "
        r"(?:coming|"
        r"pouring|"
        r"running|gushing|dripping) (?:through|down|out of|into)\b[^.!?]{0,25}\b(?:ceiling|lights?|walls?|"
        r"electrics)\b|"
        r"\b(?:house|kitchen|flat|bathroom|place)(?:'s| is) flood(?:ed|ing)\b"
    ),
    r"\b(?:electric shock|sparks?(?:ing)? (?:from|out)|on fire|smoke coming)\b",
    (
        r"\b(?:can't|cannot|struggling to) (?:breathe|swallow)\b|\b(?:won't|will not|doesn't|"
        r"can't) stop(?: the)? bleeding\b|"
        r"\bbleeding (?:won't|will not|doesn't) stop\b|\bchest pains?\b|\bunconscious\b|\bknocked (?:\w+ )?(?:tooth|"
        r"teeth) out\b|"
        r"\b(?:tooth|teeth) (?:\w+ ){0,3}knocked out\b|\bface (?:is |has )?(?:swollen|swelling|swelled)\b|"
        r"\b(?:tooth|teeth)(?:'s|'ve| has| have| is)? "
        r"(?:been |come |fallen |just |clean |right |completely |gone )+out\b|"
        r"\bblood (?:everywhere|all over|pouring|gushing)\b|\b(?:bleeding|pouring with blood|bleeding heavily) "
        r"(?:everywhere|badly|heavily|a lot|loads|like)\b|"
        r"\b(?:isn't|is not|not|stopped) breathing\b|"
        r"\b(?:he|she|mum|dad|wife|husband|nan)(?:'s| has|'s just| has just)? collapsed\b|"
        r"\b(?:having a (?:fit|seizure|stroke|heart attack))\b"
    ),
    r"\bthis is an emergency\b|\bit(?:'s| is) (?:an |a real )?emergency\b",
    (
        r"\b(?:hit|knocked down|run over|ran over) by an? (?:\w+ )?(?:car|van|lorry|bus|bike|motorbike)\b|"
        r"\bbeen run over\b|"
        r"\b(?:kick(?:ed|ing)|smash(?:ed|ing)|broken|breaking) (?:(?:my|our|the|your) )?(?:\w+ ){0,2}?"
        r"(?:door|window)s? in\b|"
        r"\b(?:reek(?:s|ing)?|stinks?|stinking|whiff|stench) of gas\b|\bgas (?:is |was )?(?:leaking|escaping)\b|"
        r"\b(?:eaten|swallowed|drunk) (?:\w+ ){0,3}?(?:rat poison|poison|antifreeze|bleach)\b"
    ),
)
THREAT = (
    (
        r"\b(?:trading standards|(?:the |an? )ombudsman|my (?:solicitor|lawyer)|small claims|take (?:this|it) "
        r"further|"
        r"(?:take|taking|start) legal action|see you in court|tak(?:e|ing) you to court|i(?:'ll| will|'m "
        r"going to) sue|suing you|"
        r"watchdog|the papers|go(?:ing)? to the press)\b"
    ),
    (
        r"\b(?:leav(?:e|ing)|writ(?:e|ing)|post(?:ing)?|put(?:ting)?)(?: you| up)? (?:an? )?(?:bad|terrible|"
        r"awful|negative|"
        r"one[- ]star|1[- ]star|stinking|damning) review\b|\b(?:report(?:ing)? you|name and shame|you(?:'ll| "
        r"will) regret)\b"
    ),
    r"\bi(?:'ll| will|'m going to|'m gonna) (?:come (?:round|down) there|smash|break your|kill|hurt|punch|burn)\b",
)
UNCLEAR = (
    (
        r"\byou(?:'re| are)(?: just)? not (?:understanding|listening|getting (?:it|me|this))\b|"
        r"\byou (?:don't|do not|didn't|can't|aren't) (?:\w+ )?(?:understand(?:ing)?|hear(?:ing)?|listen(?:ing)?)"
        r"(?: (?:me|what i))?\b|"
        r"\bi(?:'ve| have) (?:already )?(?:told|asked) you (?:\w+ )?(?:twice|three times|already)\b"
    ),
    (
        r"\b(?:conversation|call|chat)(?:'s| is)(?: really| just)? (?:not|isn't) (?:working|helping)\b|"
        r"\b(?:this|it)(?:'s| is) (?:\w+ )?(?:frustrating|useless|pointless|a waste of (?:my )?time)\b|"
        r"\b(?:going|go) (?:round|around) in circles\b|\bgetting (?:me )?nowhere\b|"
        r"\b(?:stupid|bloody|useless) (?:robot|machine|bot)\b"
    ),
)
VULNERABLE = (
    (
        r"\b(?:want|going|thinking (?:of|about)) (?:to )?(?:end(?:ing)? it all|kill(?:ing)? myself|"
        r"hurt(?:ing)? myself|"
        r"harm(?:ing)? myself|end(?:ing)? my life)\b|\bsuicid(?:e|al)\b|\b(?:don't|do not) want to (?:live|be "
        r"here) any ?more\b|"
        r"\b(?:not|n't|never) (?:really |at all )?coping\b|\bstruggling to cope\b|\b(?:at|hit) rock bottom\b|"
        r"\b(?:don't|can't|do not|cannot) (?:really )?see (?:the|any|a) (?:point|way out|way forward)(?: (?:in|of) "
        r"(?:going on|living|anything|it all|carrying on)| any ?more)|\bbetter off (?:dead|without me)\b|"
        r"\b(?:had enough of (?:life|living)(?! (?:with|in|like|at|on|here))|"
        r"no reason to (?:live|go on)|nothing (?:left )?to live for|"
        r"don't want to wake up)\b|"
        # "I can't go on Thursday" is about a day
        r"\bcan(?:'t|not) (?:cope(?: any ?more)?\b|"
        r"go on(?=\W*(?:$|[.!?,;])| (?:any ?more|like this|living|this way)\b))"
    ),
    (
        r"\b(?:i'm|i am|she's|he's|she is|he is|mum's|dad's) (?:on|reliant on|dependent on) (?:an? "
        r")?(?:oxygen|dialysis|ventilator)\b|"
        r"\b(?:i'm|i am) (?:\w+ )?(?:frightened|scared|terrified) (?:of|in|to)\b|\b(?:hits|hit|hurts|"
        r"threatens|threatened) me\b"
    ),
    # Nobody should be left like this: a home without heat or water, and somebody who can't do without.
    (
        r"\b(?:no|without|lost(?: the| our| my)?) (?:heating|heat|hot water|water|power|"
        r"electric(?:ity)?)\b[^!?]{0,90}?"
        r"\b(?:newborn|(?:new |young |little )?bab(?:y|ies)|toddler|elderly|pensioner|disabled|pregnant|"
        r"poorly|dementia|frail|"
        r"(?:she|he|mum|dad|nan|i)(?:'s| is|'m| am) (?:[789]\d|seventy|eighty|ninety))\b"
    ),
    (
        r"\b(?:newborn|(?:new |young |little )?bab(?:y|ies)|toddler|elderly|pensioner|disabled|pregnant|"
        r"poorly|dementia|frail|"
        r"(?:she|he|mum|dad|nan|i)(?:'s| is|'m| am) (?:[789]\d|seventy|eighty|ninety))\b[^!?]{0,90}?"
        r"\b(?:no|without|lost(?: the| our| my)?) (?:heating|heat|hot water|water|power|electric(?:ity)?)\b"
    ),
)
WORTH_READING = re.compile(
    r"speak|talk|chat|human|person|people|some ?(?:one|body)|any(?:one|body)|agent|operator|manager|supervisor|"
    r"assist|owner|"
    r"boss|recept|put me|transfer|connect|contact|call|ring|phone|get (?:hold|in|through|to|on)|colleague|staff|team|"
    r"complain|claim|reclamation|unaccept|satisf|impress|good enough|fed up|a (?:[a-z]+ )?mess\b|turn(?:ed)? up|"
    r"show(?:ed|n)? up|still (?:leak|drip|brok|not|doesn|isn)|time (?:that )?i|charg|disgust|disgrace|appal|outrag|"
    r"fuming|livid|furious|happy|disappoint|annoyed|angry|"
    r"upset|wait|"
    r"nobody|no.one|service|job|work|experience|standards|ombuds|solicitor|legal|further|refund|reimburs|rebat|money|"
    r"restitution|compensat|deposit|charge|gas|monoxide|alarm|burst|water|flood|shock|spark|fire|smoke|"
    r"breathe|swallow|"
    r"bleed|chest|unconscious|tooth|teeth|face|emergency|give me"
    r"|team|desk|department|transfer|divert|machine|robot|\bbot\b|computer|recording|\bback\b|sue|suing|"
    r"court|lawyer|papers|"
    r"press|review|report|shame|regret|smash|kill|hurt|punch|burn|understand|listen|not what|told you|"
    r"asked you|working|"
    r"frustrat|useless|pointless|waste|circles|nowhere|suicid|harm|my life|to live|cope|go on|oxygen|"
    r"dialysis|ventilator|"
    r"blood|collaps|seizure|having a|breath|hit by|run over|ran over|door|window|poison|antifreeze|bleach|point|"
    r"way out|coping|rock bottom|better off|enough of|wake up|frighten|scared|terrified|hits|heat|power|electric|"
    r"cowboy|shambles|mick|piss|rip",
)
