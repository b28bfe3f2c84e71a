"""How callers tell of an emergency, and of somebody who should not be left alone with it."""

from __future__ import annotations

_BEINGS = (
    r"(?:he|she|it|mum|mam|dad|wife|husband|partner|nan|gran|grandad|son|daughter|baby|toddler|boy|girl|dog|puppy|pup|"
    r"cat|kitten|rabbit|bunny|guinea pig|hamster|pony|horse|tortoise|parrot)"
)
_IS_OR_HAS = r"(?:'s|'ve| is| are| has| have)?(?: (?:just|now|only|all|already|really))?"
_ROOMS = (
    r"(?:house|home|kitchen|flat|bathroom|place|hall(?:way)?|landing|cellar|basement|bedroom|lounge|living room|"
    r"utility(?: room)?|loft|shop|office|downstairs|upstairs|floor)"
)
_FRAIL = (
    r"(?:newborn|(?:new |young |little )?bab(?:y|ies)|toddlers?|little ones|elderly|pensioner|disabled|pregnant|"
    r"poorly|dementia|frail|wheelchair|"
    r"(?:she|he|mum|dad|nan|i)(?:'s| is|'m| am) (?:[789]\d|seventy|eighty|ninety))"
)
# What nobody who is frail should be left in.
_HARDSHIP = (
    r"(?:(?:no|without|lost(?: the| our| my)?) (?:heating|heat|hot water|water|power|electric(?:ity)?)|"
    r"(?:boiler|heating|hot water|power|electric(?:ity|s)?)(?:'s| is| has|'s just| has just)? (?:all )?"
    r"(?:dead|off|bust|broken|broke|down|died|packed (?:in|up)|conked out|gone (?:off|again|down)|not working|"
    r"stopped(?: working)?)|"
    r"locked (?:\w+ )?out(?! of (?:my|our|the) (?:account|portal|app|e-?mails?))|stranded)"
)
EMERGENCY = (
    r"\bsmell(?:s|ing)? (?:of )?gas\b|\bgas leak\b|\bcarbon monoxide\b|\bco alarm\b",
    (
        r"\b(?:burst|bursting) (?:pipe|main|tank|boiler)\b|\b(?:pipe|tank|cylinder|main|hose)(?:'s| has| is)?"
        r"(?: just)? burst\b|\bwater(?:'s| is)? "
        r"(?:coming|"
        r"pouring|"
        r"running|gushing|dripping) (?:through|down|out of|into)\b[^.!?]{0,25}\b(?:ceiling|lights?|walls?|"
        r"electrics)\b|"
        rf"\b{_ROOMS}(?:'s| is) (?:\w+ )?flood(?:ed|ing)\b|\bflooding (?:the|my|our|into) (?:\w+ )?{_ROOMS}\b|"
        rf"\braining in(?:side)? (?:the |my |our )?{_ROOMS}\b|\b(?:ceiling|floor|roof|wall)(?:'s| has| is)? (?:just )?"
        r"(?:given way|giving way|come down|coming down|caved in|collapsed|fallen in)\b|"
        r"\bsewage (?:is |'s )?(?:\w+ )?(?:up|everywhere|in|through|out|all over)\b"
    ),
    (
        r"\b(?:electric shock|sparks?(?: (?:are|is))? (?:coming|flying|shooting|spitting|jumping)|"
        r"sparks? (?:from|out|off)|(?:'s|'re|is|are|keeps?|started) sparking|sparking (?:from|out|off|now|again)|"
        r"on fire(?! sale)|smoke coming|smoke\b[^.!?]{0,40}\bcan't (?:get out|see|breathe)|caught fire|"
        r"fire has broken out)\b|"
        r"\bthere(?:'s| is) (?:a |been a )?fire (?:(?:in|at|on) the (?:flat|building|block|kitchen|house|loft|"
        r"bins?|garage|stairs|stairwell|roof)|next door|downstairs|upstairs)\b|"
        r"\b(?:broken? down|stuck|stranded) (?:on|at) (?:the )?(?:hard shoulder|motorway|m\d+\b)"
    ),
    (
        r"\b(?:can't|cannot|struggling to) (?:breathe|swallow)\b|\b(?:won't|will not|doesn't|"
        r"can't) stop(?: the)? bleeding\b|"
        r"\bbleeding (?:won't|will not|doesn't) stop\b|\bchest pains?\b|\bunconscious\b|\bknocked (?:\w+ )?(?:tooth|"
        r"teeth) out\b|"
        r"\b(?:tooth|teeth) (?:\w+ ){0,3}knocked (?:\w+ )?out\b|"
        r"\b(?:abscess|pus)\b[^.!?]{0,60}\b(?:temperature|fever|swell\w*|swollen|spreading)\b|"
        r"\bface (?:is |has )?(?:swollen|swelling|swelled)\b|"
        r"\b(?:tooth|teeth)(?:'s|'ve| has| have| is)? "
        r"(?:been |come |fallen |just |clean |right |completely |gone )+out\b|"
        r"\bblood (?:everywhere|all over|pouring|gushing)\b|\b(?:bleeding|pouring with blood|bleeding heavily) "
        r"(?:everywhere|badly|heavily|a lot|loads|like)\b|"
        r"\b(?:isn't|is not|not|stopped|hardly|barely|struggling with(?: her| his)?) breathing\b|"
        rf"\b{_BEINGS}{_IS_OR_HAS} collapsed\b|"
        r"\b(?:tooth|teeth)(?:'s|'re| is| are) hanging (?:by|off|out|on)\b|"
        rf"\b{_BEINGS}{_IS_OR_HAS} gone (?:all |really |completely )?(?:floppy|limp|blue|stiff|rigid)\b|"
        r"\b(?:having a (?:fit|seizure|stroke|heart attack))\b"
    ),
    r"\bthis is an emergency\b|\bit(?:'s| is) (?:an |a real )?emergency\b",
    (
        r"\b(?:hit|knocked down|run over|ran over) by an? (?:\w+ )?(?:car|van|lorry|bus|bike|motorbike)\b|"
        r"\bbeen run over\b|"
        r"\b(?:kick(?:ed|ing)|smash(?:ed|ing)|broken|breaking) (?:(?:my|our|the|your) )?(?:\w+ ){0,2}?"
        r"(?:door|window)s? in\b|"
        r"\b(?:reek(?:s|ing)?|stinks?|stinking|whiff|stench) of gas\b|\bgas (?:is |was )?(?:leaking|escaping)\b|"
        r"\b(?:eaten|swallowed|drunk) (?:\w+ ){0,3}?(?:rat poison|poison|antifreeze|bleach)\b|"
        # what harms an animal or a child
        rf"\b{_BEINGS}{_IS_OR_HAS} (?:eaten|swallowed|drunk|licked|chewed|got (?:hold of|into)) (?:\w+ ){{0,6}}?"
        r"(?:chocolate|raisins|grapes|sultanas|onions?|lil(?:y|ies)|slug pellets|weed ?killer|ibuprofen|paracetamol|"
        r"xylitol|tablets|pills|batter(?:y|ies)|needle)\b"
    ),
)
VULNERABLE = (
    (
        r"\b(?:want|going|thinking (?:of|about)) (?:to )?(?:end(?:ing)? it all|kill(?:ing)? myself|"
        r"hurt(?:ing)? myself|"
        r"harm(?:ing)? myself|end(?:ing)? my life)\b|\bsuicid(?:e|al)\b|\bnot wanted to (?:live|be here)\b|"
        r"\b(?:don't|do not) want to (?:live|be "
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
        # of dentists, or of needles, many are
        r"\b(?:i'm|i am) (?:\w+ )?(?:frightened|scared|terrified) (?:of (?:him|her|them|what|my)|in my|to (?:go|be|"
        r"stay|"
        r"leave|open|sleep))\b|\b(?:frightened|scared|terrified)\b[^.!?]{0,30}\bon my own\b|\b(?:hits|hit|hurts|"
        r"threatens|threatened) me\b"
    ),
    # Nobody should be left like this: a home without heat or water, and somebody who can't do without.
    rf"\b{_HARDSHIP}\b[^!?]{{0,90}}?\b{_FRAIL}\b",
    rf"\b{_FRAIL}\b[^!?]{{0,90}}?\b{_HARDSHIP}\b",
    (
        r"\b(?:don't|do not|doesn't|not) (?:feel )?safe (?:here|at home|on my own|(?:in|living in) (?:the|my|our|this) "
        r"(?:own )?(?:house|home|flat|property|place|building))\b"
    ),
)
