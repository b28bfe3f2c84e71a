"""How agents say that a booking was made, moved, cancelled, or could not be made: patterns in small letters."""

from __future__ import annotations

from agentdesk.language.patterns import gate

THING = (
    r"(?:bookings?|appointments?|reservations?|visits?|slots?|tables?|rooms?|rentals?|cars?|house|hotel|viewings?|"
    r"sessions?|meetings?|place|spot|call-?outs?|lessons?|class|seats?|party|ride|taxi|repair|survey|consultation|"
    r"check-?up|haircut|trip|inspection|tour|tickets?|boiler service|property|apartment|stay|venue|restaurant|"
    r"vehicle|lunch|dinner|flights?|train|bus|coach|journey|treatment|fitting|delivery|collection|pick-?up)"
)
_DONE = r"(?:booked|reserved|scheduled|confirmed|arranged|secured)"
# speech recognisers lose the last consonants of "is booked for"
_IS_DONE = r"(?:book(?:ed)?|reserved?|scheduled?|confirm(?:ed)?|arranged?|secured?|purchased|bought)"
_SUCCESS = r"suc+es+ful+y?"
_NO_BOOKING = (
    r"(?:transfer|payment|money|order|address|details?|number|e-?mail|account|request|reminder|message|subscription|"
    r"prescription|refund|identity|rsvp|membership|debit|policy|plan|contract|card|parts?|results?)"
)
_ITS = r"\b(?:that|it|this)(?:'?s|\s+is|\s+has been|'?s been|\s+was)"
_DONE_TO_A_THING = (
    rf"(?:{_IS_DONE}|made|placed|completed?|{_SUCCESS}|finali[sz]ed|set(?: up)?(?!\s+to\b)|good to go|in place|"
    r"accepted|taken|in(?=\s*(?:$|[.,!]|and\b|for\b))|"
    r"recorded|registered|"
    r"in (?:the|our|my) (?:diary|calendar|book|system)|done|through|a success)"
)
_ADVERBS = r"(?:\s+(?:now|all|be|been|just|also|suc+es+ful+y?|if officially|officially|correctly|safely|has))"
_I = r"\b(?:i|we)(?:\s+have|'ve|\s+had)?(?:\s+(?:now|just|also|already|suc+es+ful+y?|gone ahead and|went ahead and))*"
_TIMETABLE = r"(?!(?:flights?|train|bus|coach)\s+(?:is|are|was)\s+scheduled)"
_OF_THING = (
    rf"\b{_TIMETABLE}(?:(?:your?|the|that|this|a|an|my|our|both)\b(?:\s+[\w'&-]+){{0,6}}?\s+)?{_TIMETABLE}{THING}"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ABOUT = rf"(?:\s+(?:for|at|with|on|to|in|by|of|from|next|this|tomorrow|{_WEEKDAY})\b[^.!?]{{0,70}}?)?"
_IN_TIME = (
    rf"(?=(?: the)? (?:{_WEEKDAY}|tomorrow|today|tonight|next|this|half|quarter|noon|midday|\d|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|twent|thirt|\w+th\b|first|second|third))"
)
_NO_CALL_BACK = (
    r"(?!(?:\s+[\w'-]+){0,6}?\s+(?:call-? ?backs?|return call|to (?:call|ring|phone|contact|text|email|get back)|"
    r"refund|transfer)\b)"
)
# nor is a timetable a booking, or how things are done: "scheduled to leave at six", "lessons are booked online"
_NOT_FULL = (
    r"(?!\s+(?:up|out|solid|request|enquiry|link|form|by (?:someone|another|(?:the|our) (?:office|team|staff|branch))|"
    r"(?:[\w'-]+ ){0,4}at (?:the moment|present)\b|for (?:departure|take-?off)|"
    r"to (?:depart|leave|take off|set off)|(?:in advance|online|daily|weekly|every)\b|"
    r"by (?:phone|telephone|post|e-?mail|text|app)\b|(?:through|via|on) (?:the|our) (?:website|web ?site|app|portal)|"
    r"for (?:members|residents|beginners|staff)\b|in (?:19|20)\d\d))"
)
_ABLE = r"(?:(?:was|were|have been) (?:successfully )?able to|managed to)"

_AT_A_TIME = (
    r" (?:on|at|then|tomorrow|next|this|between|first thing|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"(?! (?:moment|point|stage|time of))"
)

_DIARY = r"(?:diary|books?|calendar|planner|system|schedule|rota)\b"

_PLEASED = (
    r"(?:great|excellent|perfect|lovely|brilliant|wonderful|fantastic|super|splendid|done|alright|right|okay|ok|yes|"
    r"sure|congratulations|congrats)"
)

# anything that is the caller's and that a booking may be called
_YOURS = (
    rf"\byour(?!(?:\s+[\w'&-]+){{0,4}}?\s+{_NO_BOOKING}\b)(?:\s+[\w'&-]+){{1,5}}?"
    r"(?:\s+(?:is|are|has been|have been)|(?<='s)(?:\s+been)?)"
    rf"(?:\s+(?:now|all|{_SUCCESS}))*"
)

_BOTH = r"\b(?:both|(?:both|all|two) of (?:them|those|your \w+))\s+(?:are|were|have been)"
_WHOM = r"(?:you|it|that|him|her|them)"
# a list of who waits, a mark of haste or a call back is no place in the diary
_NOT_ON_A_LIST = (
    r"(?! as\b)(?!(?:\s+[\w'-]+){0,4}?\s+(?:(?:waiting |cancellation |call )?list|wait-?list|a call|"
    r"(?:call|ring)-? ?backs?|to (?:be )?(?:call|ring|phone|contact|text|email|get back))\b)"
)

MADE = (
    (rf"{_YOURS}\s+(?:book(?:ed)?|reserved?|scheduled?)\b{_NOT_FULL}"),
    rf"{_OF_THING}{_ABOUT}(?:\s+(?:is|are|was|were|has|have)|'s){_ADVERBS}{{0,4}}\s+{_DONE_TO_A_THING}\b{_NOT_FULL}",
    rf"{_OF_THING}{_ABOUT}\s+(?:has\s+)?(?:went|gone) (?:through|thru|though)\b",
    # without a verb: "Reservation made.", "Car booking done for you"
    (
        rf"(?:^|[.,!]\s*|^(?:{_PLEASED})\s+)(?:the\s+|your?\s+)?(?:[a-z]+\s+)?{THING}(?:\s+booking)?\s+(?:now\s+)?"
        rf"(?:{_DONE}|made|placed|completed?|{_SUCCESS}|done)\b{_NOT_FULL}"
    ),
    (
        rf"\b(?:i|we|you)(?:'ve|\s+have)(?:\s+got)?\s+(?:(?:an?|the|your|that|this)\s+)?(?:[\w:'&-]+\s+){{0,2}}?{THING}"
        rf"(?:\s+(?!(?:what|which|when|do|would|want)\b)[\w:'&-]+){{0,8}}?\s+(?:{_DONE}|made|in the diary)\b{_NOT_FULL}"
    ),
    rf"\byou(?:'ve|\s+have)(?:\s+got)?\s+an?\s+confirmed\s+(?:\w+\s+)?{THING}\b",
    rf"\bi have confirmation (?:of|for) your\s+(?:\w+\s+)?{THING}\b",
    (
        rf"{_I}\s+(?:booked|book(?=\s+(?:you|that|your|the)\b)|reserved|scheduled|arranged|secured|purchased|bought)\b"
        rf"{_NOT_FULL}{_NO_CALL_BACK}"
    ),
    r"\b(?:i|we) did (?:book|reserve|schedule|confirm|arrange|make)\b",
    (
        rf"{_I}\s+(?:made|confirmed|placed|completed|got(?= (?:you )?(?:a|an|the|your|that)\b)|set(?: up)?|"
        rf"finali[sz]ed|finished|sorted|taken|registered|recorded)"
        rf"(?:\s+(?!{_NO_BOOKING}\b|aside\b)[\w'&-]+){{0,6}}?\s+{THING}\b(?!\s+(?:request|enquiry|link|form|number|details|off|out)\b)"
    ),
    (
        rf"{_I}\s+(?:put|popped|pencilled|slotted|squeezed|fitted|added|booked|scheduled|stuck|slipped|dropped|entered)"
        r"\s+(?:you|him|her|them|that|it)(?:\s+(?:both|all))?"
        rf"\s+(?:down|in|into|onto|for|to the (?:diary|calendar|book))\b{_NOT_ON_A_LIST}"
    ),
    # whoever writes "that" down takes a message; a person is written down for a time
    rf"{_I}\s+(?:written|jotted|marked)\s+(?:you|him|her|them)(?:\s+(?:both|all))?\s+(?:down|in|into|for)\b",
    rf"{_I}\s+(?:written|jotted|marked)\s+(?:that|it)\s+(?:down )?(?:in|into)\b",
    # somebody by name, or whoever the caller rings for
    (
        rf"{_I}\s+(?:put|popped|pencilled|slotted|squeezed|fitted|got)\s+"
        r"(?:your (?:son|daughter|mum|dad|wife|husband|partner|dog|cat|puppy|kitten|car|van|lad|girl|boy|little one)|"
        r"(?!(?:a|an|the|your?|my|our|some|any|this|these|those|one|two|everything|something|nothing|all)\b)[a-z'-]+)"
        r"\s+(?:down|in)\s+(?:for|on|at)\b"
    ),
    rf"{_I}\s+(?:got )?(?:you|that|it) (?:all )?(?:down|in|locked in|pencilled in|{_DONE})\b",
    # the second half of what was done: "I've taken you off Monday and popped you in for Tuesday"
    (
        rf"\band (?:put|popped|pencilled|slotted|squeezed|booked|fitted) {_WHOM} "
        rf"(?:(?:down|in|into) )?(?:for|on|at){_IN_TIME}"
    ),
    rf"{_BOTH}{_ADVERBS}{{0,3}}\s+{_DONE}\b{_NOT_FULL}",
    rf"{_I}\s+locked (?:you|that|it) in\b|{_I}\s+(?:got|put) your name (?:against|down for|on|next to)\b",
    # whatever it is called: "your MOT has been put in the diary", "four o'clock is reserved in your name"
    (
        rf"{_YOURS}\s+(?:(?:put|popped|entered|added|written)\s+)?(?:down\s+)?in(?:to)? (?:the|our|my) {_DIARY}|"
        rf"\b(?:is|are|has been)(?: now| all)* (?:reserved|booked|secured|confirmed) (?:in your name|for you)\b"
    ),
    rf"\bthat(?:'s| is) you (?:now |all )*(?:sorted|set|in|down|booked)(?: in)? (?:for|at|on){_IN_TIME}",
    (
        r"\b(?:that|it)(?:'s| is| has been) (?:now |all )*(?:noted|logged|written|entered|down)"
        rf" in (?:the|our|my) {_DIARY}"
    ),
    (
        r"\b(?:i|we)(?:'ve| have) (?:got )?you (?:all )?(?:(?:down|in) (?:for|in|at|on|with)|"
        rf"(?:booked|scheduled|reserved){_NOT_FULL})\b"
    ),
    (
        rf"\b(?:i|we)(?:'ve| have)? {_ABLE} (?:successfully )?"
        r"(?:book|reserve|schedule|make|get|secure|arrange|confirm|complete|place|purchase)\b"
    ),
    (
        rf"\byou(?:'re|r?\s+are|'ve been|\s+have been|\s+were)"
        rf"(?:\s+(?:now|all|already|successfully|officially)){{0,2}}\s+"
        rf"(?:{_DONE}|book(?=\s+for)|pencilled in|down for|in for|in the diary){_NOT_FULL}\b"
    ),
    # "that's him popped in for ten", "that's your Milo pencilled in"
    (
        r"\bthat(?:'s| is) (?!what|how|where|when|why|who|all i\b|not\b|been\b)(?:[\w'-]+ ){1,3}?(?:all |now )*"
        r"(?:popped|pencilled|slotted|squeezed|put|written|fitted|entered) (?:in|down)\b"
    ),
    rf"\byou(?:'ve| h[a]?ve| now have)\s+(?:now\s+|{_SUCCESS}\s+)?(?:reserved|booked|ma[dk]e (?:your|the|an?))\b",
    rf"\byou(?:'re|\s+are)(?:\s+now|\s+all)* (?:in|on) (?:the|our|my) {_DIARY}(?= (?:for|at|on|with)\b|\s*(?:[.,!]|$))",
    rf"\byou(?:'re|\s+are)(?:\s+now|\s+all)?\s+set for (?:an?|the|your)\s+(?:\w+\s+)?{THING}\b",
    r"\byou (?:now )?have (?:the|a|your)\b(?:\s+[\w'&-]+){0,4}?\s+(?:booked|reserved)\b",
    (
        rf"(?:\b(?:that|it|this|everything)|^all|[.,!]\s*all)(?:'?s|\s+is|\s+has|\s+have|\s+was)?{_ADVERBS}{{0,4}}\s+"
        rf"{_DONE}{_NOT_FULL}\b"
    ),
    # "I take your name and put it in the diary" tells how it is done
    (
        rf"\b(?:that|it|this|everything)(?:'?s|\s+is|\s+has|\s+have|\s+was){_ADVERBS}{{0,4}}\s+(?:gone )?"
        rf"in (?:the|our|my) {_DIARY}{_NOT_FULL}"
    ),
    (
        r"(?<!note)(?<!comment) (?:has|have) (?:now )?been (?:added to|(?:put|entered|written) (?:in|into|down in)) "
        r"(?:the|our|my) (?:diary|books?|calendar|planner)\b"
    ),
    rf"{_I}\s+put (?:(?!me\b|us\b)[\w':]+ ){{1,6}}?down for you\b",
    rf"{_I}\s+registered (?:you|him|her|them) for (?:an?|the|your) (?:\w+ ){{0,2}}?{THING}\b",
    rf"(?:^|^all\s+|\bsuccessfully\s+){_DONE}\b(?=\s*(?:[.,!]|$|for you|successfully))",
    rf"\b{_SUCCESS} (?:book(?:ed)?|reserved|scheduled|made|completed|placed|confirmed|purchased)\b",
    # what is done while it is said, unless it hangs on something
    (
        rf"\b(?:i|we)(?:'ll| will) (?:just )?(?:pencil|pop|put|slot|squeeze) {_WHOM} (?:in|down)(?: then)? "
        rf"(?:for|at|on){_IN_TIME}"
        r"(?![^.!?]*(?:\?|\b(?:if|once|when|unless|until|as soon as|provided|subject to|shall|should)\b))"
    ),
)
MADE_WEAK = (
    rf"{_YOURS}\s+(?:{_IS_DONE}|made)\b{_NOT_FULL}",
    (
        rf"(?:{_ITS}|\beverything(?:'s|\s+is))(?:\s+(?:now|all))*\s+"
        rf"(?:sorted|done|set|completed?|gone through|{_SUCCESS})\b"
    ),
    r"(?:^|[.!,]\s*)\s*(?:all (?:is )?(?:done|set|sorted|good)|done|it did|success)\b(?!\s+(?:with|for(?!\s+you)))",
    r"\byou(?:'re| are) all (?:set|sorted|done)\b",
    r"\bthat's you (?:now |all )*(?:sorted|set|in|down|done)\b",
    rf"\b(?:the|that|this) (?:[\w:']+ )?{THING}(?:'s| is) (?:all )?yours\b|\bconsider it (?:done|sorted)\b",
    rf"\b(?:that|it|o'clock|[ap]m|morning|afternoon|evening|today|tomorrow|{_WEEKDAY})(?:'s| is)(?: all| now)? yours\b",
    r"\bdone and dusted\b",
    rf"\bexpect (?:our |the )?(?!to\b)[a-z]+(?: (?:at|on|from|between))?{_IN_TIME}",
    rf"{_I}\s+(?:added|put|popped|booked) [a-z'-]+ (?:in )?(?:straight|right|just) (?:after|before) (?:you|her|him)\b",
    rf"\b(?:it|that)(?:'s| is) (?:now |all )*(?:gone )?in(?=\s*(?:[.,!]|$|for you)| (?:for|at|on){_IN_TIME})",
    rf"\byou(?:'re| are) (?:now |all )*(?:in|down|sorted) (?:for|at|on|with){_IN_TIME}",
    rf"\byou(?:'re| are) (?:now |all )*on for{_IN_TIME}",
    rf"\byou(?:'re| are) (?:now |all )*(?:in|down) with (?:[\w'-]+ ){{1,3}}?(?:for|at|on){_IN_TIME}",
    rf"\byou(?:'re| are) now (?:at|on){_IN_TIME}",
    (
        rf"(?:{_YOURS}|\b(?!(?:it|that|what|who|where|there|here)\b)[\w-]+(?:'s| is)(?: now| all)*)"
        rf" in (?:for|at|on){_IN_TIME}"
    ),
    r"\blook(?:ing)? forward to (?:seeing|welcoming|meeting) you\b(?! soon)",
    rf"{_I}\s+(?:grabbed|bagged|nabbed)\s+(?:you\s+)?(?:the|that|a|your)\s+(?:[\w':]+\s+){{0,3}}?(?:o'clock|{THING})\b",
    rf"{_I}\s+(?:held|kept|saved)\s+(?:the|that|this|a|your)\s+(?:[\w:']+\s+){{0,2}}?{THING}\b",
    rf"{_I}\s+(?:logged|raised)\s+(?:the|that|this|a|your) (?:job|visit|call-?out)\b",
    rf"{_I}\s+put (?:that|it|(?:the|your) booking) through\b",
    rf"{_I}\s+given you (?:the|that)\s+(?:[\w:]+\s+){{0,2}}?(?:o'clock|{THING})\b|\bthat's (?:now )?in for\b",
    (
        rf"\b(?:(?:will|'ll) be (?:with|out to|round to|over to) you|(?:will|'ll) have (?:someone|somebody) with you)"
        rf"{_AT_A_TIME}"
    ),
    (
        r"\byou(?:'ve got|'ve(?: now got)?| have(?: got)?| now have| got)(?: yourself)? (?:it\b(?: set up)?|"
        r"(?:(?:an?|the|your|two|three|four|five|six|\d+) )?(?!(?:free|empty|open|available|spare)\b)"
        rf"(?:\w+ )?{THING}\b(?! available))"
    ),
    rf"(?:^|^(?:{_PLEASED})\s+)(?:all set and )?{_DONE}(?=\s|$)",
    rf"^(?:{_PLEASED}[,.!]?\s+){{0,2}}done\b",
    (
        rf"\b(?:(?:was|is|been|were|'s) {_SUCCESS}|a success|booked|"
        r"reserved|scheduled|confirmed|completed|arranged|secured|placed|finali[sz]ed|good to go|"
        r"taken care of|locked in|on the books|waiting for you|expecting you|has been made|is made|was made|set up)\b"
        rf"{_NOT_FULL}"
    ),
    rf"\b(?:see you|look(?:ing)? forward to (?:seeing|welcoming) you)(?: both| all| and [\w' ]{{2,25}}?)?{_AT_A_TIME}",
)
_SHIFTED = (
    r"(?:moved|rescheduled|changed|re-?booked|re-?arranged|re-?jigged|amended|altered|swapped|switched|shifted|"
    r"(?:brought|pulled) forwards?|(?:pushed|put|shoved|knocked|bumped|moved) back)"
)
MOVED = (
    rf"{_I}\s+(?:moved|rescheduled|re-?booked|switched|shifted|brought|pushed)\s+(?:you|your|it|that|this|the|him|her)\b",
    # "I've moved Milo to the Friday", "I've put the two of you back an hour"
    (
        rf"{_I}\s+(?:moved|rescheduled|re-?arranged|swapped|switched|shifted|brought|pulled|pushed|shoved|bumped|nudged)"
        r"\s+(?!up\b|on\b|to\b|over\b)(?:[\w'-]+\s+){1,5}?(?:to|for|over|back|forwards?|until|till)\b"
    ),
    rf"{_I}\s+(?:put|knocked)\s+(?:you|it|that|him|her|them)\s+(?:back|forwards?)\b(?! (?:in|on|through)\b)",
    rf"{_I}\s+transferred\s+(?:you|it|that|your\s+(?:\w+\s+){{0,3}}?{THING})\s+(?:over )?to{_IN_TIME}",
    rf"\byou(?:'re| are) now (?:in |down )?(?:for |at |on )?(?:the )?{_WEEKDAY}\b[^.!?]{{0,30}}?\b(?:instead|rather)\b",
    rf"\bit(?:'s| is) now (?:at|on|for){_IN_TIME}",
    rf"\bnew (?:time|day|date|slot)(?:'s| is)(?: now)?(?: in)?[:,]?{_IN_TIME}",
    (
        rf"\byour(?: [\w'&-]+){{1,4}}?(?:'s| is) now (?:(?:at|on|for) )?(?:the )?{_WEEKDAY}\b"
        r"[^.!?]{0,30}?\b(?:instead|rather)\b"
    ),
    rf"\b(?:that|it|you)(?:'s|'ve| has| have) (?:now )?gone from [^.!?]{{2,30}}? to{_IN_TIME}",
    rf"(?:{_I}|\b(?:that|it)(?:'s|\s+is|\s+has){_ADVERBS}{{0,3}})\s+updated (?:[\w'-]+ ){{0,4}}?to{_IN_TIME}",
    rf"{_I}\s+(?:put|knocked)\s+your (?:[\w'&-]+ ){{1,3}}?(?:back|forwards?) (?:to|till|until){_IN_TIME}",
    rf"(?:{_BOTH}|\bthey(?:'ve| have)(?: all| both| now)* been){_ADVERBS}{{0,3}}\s+{_SHIFTED}\b",
    rf"{_YOURS}\s+{_SHIFTED}(?: (?:over|across|back))? (?:to|till|until){_IN_TIME}",
    rf"\bthat(?:'s| is) you (?:now |all )*(?:{_SHIFTED}|(?:pushed|moved|bumped|shifted) (?:out|on|along|up|to))\b",
    (
        rf"{_I}\s+(?:changed|amended|altered|re-?jigged)\s+(?:it|that|the (?:time|day|date)|"
        rf"your\s+(?:\w+\s+){{0,2}}?(?:{THING}|time|day|date))\b"
    ),
    rf"{_OF_THING}{_ABOUT}(?:\s+(?:is|was|has)|'s){_ADVERBS}{{0,3}}\s+{_SHIFTED}\b",
    rf"\b(?:that|it)(?:'s|\s+is|\s+has){_ADVERBS}{{0,3}}\s+(?!changed\b(?! (?:to|over)\b)){_SHIFTED}\b",
    rf"\byou(?:'re|\s+are|'ve been|\s+have been)(?:\s+now)?\s+(?!changed\b){_SHIFTED}\b",
    (
        r"(?:^|[.!,]\s*)(?:all |now )?(?:moved|rescheduled|re-?arranged|re-?booked|swapped|switched|shifted)"
        r"(?=\s*(?:[.,!]|$)| over\b| for you\b| to\b)"
    ),
)
_TAKEN_OUT = (
    r"(?:cancel{1,2}ed|removed|deleted|scrapped|binned|withdrawn|called off|"
    r"(?:taken|crossed|struck|scratched) (?:off|out)|"
    r"(?:out of|off|gone from) (?:the|our|my) (?:diary|books?|calendar|system|list|schedule))"
)
_NOT_OFF_A_BILL = r"(?!\s+(?:of\s+)?(?:your|the|my)\s+(?:bill|price|total|account|invoice|balance)\b)"
CANCELLED = (
    rf"{_I}\s+cancel{{1,2}}ed\b",
    # "I've taken you off for Friday", "we've removed your viewing"
    (
        rf"{_I}\s+(?:taken|took|crossed|struck|scratched|called|knocked)\s+(?:you|that|it|this|him|her|them|your name|"
        rf"(?:both|all|the \w+) of you|(?:your|the|today's|tomorrow's|{_WEEKDAY}'s)\s+(?:[\w'-]+\s+){{0,3}}?{THING})\s+"
        rf"(?:off|out|on the head)\b{_NOT_OFF_A_BILL}"
    ),
    (
        rf"{_I}\s+(?:removed|deleted|scrapped|scrubbed|binned|released|freed up)\s+(?:you|that|it|this|him|her|them|"
        rf"(?:your|the|that)\s+(?:[\w'-]+\s+){{0,4}}?(?:{THING}|o'clock|{_WEEKDAY}))\b{_NOT_OFF_A_BILL}(?!\s+from\s+(?:your|the)\s+(?:bill|account))"
    ),
    rf"{_OF_THING}{_ABOUT}(?:\s+(?:is|was|has|are|were|have)|'s){_ADVERBS}{{0,3}}\s+{_TAKEN_OUT}",
    rf"{_YOURS}\s+(?:cancel{{1,2}}ed|called off)\b",
    rf"{_I}\s+let\s+(?:your|that|the)\s+(?:[\w'-]+\s+){{0,3}}?(?:{THING}|one|o'clock|{_WEEKDAY})\s+go\b",
    rf"(?:{_BOTH}|\bthey(?:'ve| have)(?: all| both| now)* been){_ADVERBS}{{0,3}}\s+{_TAKEN_OUT}{_NOT_OFF_A_BILL}",
    rf"\bthat(?:'s| is) you (?:now |all )*{_TAKEN_OUT}|\bconsider (?:it|that|them) (?:cancel{{1,2}}ed|scrapped)\b",
    rf"\b(?:that|it)(?:'s|\s+is|\s+has){_ADVERBS}{{0,3}}\s+{_TAKEN_OUT}{_NOT_OFF_A_BILL}",
    rf"\byou(?:'re|\s+are|'ve been|\s+have been)(?:\s+now)?\s+(?:{_TAKEN_OUT}|no longer (?:booked|down|in|expected))\b",
    r"(?:^|[.!,]\s*)(?:all |now )?cancel{1,2}ed(?=\s*(?:[.,!]|$)| for you\b)",
)
_CANNOT = (
    r"(?:(?:could|can|was|were|am|are|did|do|will|wo)(?:n't|\s+not| ?not)|cannot|ca n't|can't)"
    r"(?:\s+(?:be\s+)?(?:able|manage|seem)(?:\s+to)?)?|\b(?:unable|failed|fail|impossible)\s+to|"
    r"\bnot (?:able|possible) to"
)
FAILED = (
    rf"\b(?:{_CANNOT})\s+get\s+(?:that|it|you|this)\s+(?:all\s+)?(?:booked|in\b)",
    (
        r"\b(?:system|diary|computer|calendar|planner|software|it)"
        r"(?:'s not| (?:won't|will not|wouldn't|isn't|is not|doesn't)) "
        r"(?:let(?:ting)? me|allow(?:ing)? me to|accept(?:ing)?|tak(?:e|ing))\b"
    ),
    (
        rf"\b(?:{_CANNOT})\s+(?:successfully\s+|actually\s+)?"
        rf"(?:(?:book|reserve|schedule)\b|(?:make|confirm|get|complete|arrange|secure|place|set up|process|proceed|"
        rf"finali[sz]e|take|do)\b(?:(?!\bi(?:'ve| have)\b)[^.!?]){{0,50}}?\b(?:{THING}|booking)\b)"
    ),
    (
        rf"{THING}\b[^.!?]{{0,60}}?\b(?:(?:could|can|was|were|has|have|is|did|wo)(?:n't|\s+not)|cannot)"
        r"(?:\s+(?:be|been))?\s+"
        rf"(?:able to be\s+|successfully\s+)?(?:{_DONE}|made|done|successful|completed?|go through|going through|"
        r"work(?:ed)?|set|placed|possible|processed|achieved|saved?|stick|stuck|gone in|go in)\b"
    ),
    rf"{THING}\b[^.!?]{{0,30}}?\bunable to be {_DONE}\b",
    rf"\b(?:could|can)(?:n't|\s+not)\s+be\s+(?:{_DONE}|made)\b|\bcannot\s+be\s+(?:{_DONE}|made)\b",
    r"(?:\bnot|n't)\s+managed\s+to\s+(?:get|book|reserve|schedule|arrange|make)\b",
    r"\byou(?:'re| are) not (?:booked|in the diary|down)\b|\b(?:throwing|giving me|getting|got) an error\b",
    r"\b(?:issue|problem|trouble) (?:with )?(?:booking|making|scheduling|reserving)\b",
    r"\b(?:'ve|have|has)(?:n't| not) been able to (?:book|make|reserve|schedule|get|confirm|arrange|complete|save)\b",
    (
        rf"(?:{_CANNOT}|(?:'ve|have|has)(?:n't| not) been able to)\s+(?:put|fit|pop|squeeze|add|get)\s+"
        r"(?:you|that|it|this|him|her)\s+(?:all )?(?:in|into|down|through|to (?:the|our))\b"
    ),
    rf"\b{THING}\b[^.!?]{{0,40}}?\b(?:unsuccessful|failed|won't go through)\b",
    rf"\bunsuccessful\b[^.!?]{{0,40}}?\b(?:{THING}|booking)\b",
)
FAILED_WEAK = (
    (
        r"\b(?:slot|time|spot|appointment|space|one|that)(?:'s|\s+has|\s+is|\s+was)?(?:\s+(?:just|already|now|been))*"
        r"\s+(?:gone|taken)\b(?! (?:in|into|through|on)\b)"
    ),
    (
        r"\b(?:somebody|someone|another (?:customer|client|patient|caller))(?: else)?(?:'s| has)?"
        r"(?: just| already| now)* (?:taken|booked|grabbed|nabbed|had|snapped up) (?:it|that|the)\b"
    ),
    (
        rf"\b(?:no|n't any|not any|not have (?:any|an|that)|n't have (?:any|an|that|a))\s+(?:[\w:]+\s+){{0,4}}?"
        rf"(?:{THING}|times?|dates?|slots?|openings?|availability|spaces?)\b(?:[^.!?]{{0,25}}?\bavailable\b)?"
    ),
    (
        rf"\b(?:that|it|time|slot|{THING})\b[^.!?]{{0,30}}?\b(?:isn't|is not|wasn't|was not|aren't|are not|'s not|"
        r"no longer)\s+"
        r"(?:currently\s+|also\s+)?(?:available|free|open|possible)\b|\bis not available\b"
    ),
    (
        r"\b(?:not|n't|no longer)\s+(?:currently\s+|also\s+)?available\b|"
        r"\b(?:not|n't)\s+(?:show|see|have)\b(?:\s+[\w.:,']+){0,8}?\s+(?:has |have )?(?:an |any )?"
        r"(?:opening|that (?:time|slot|spot))\b|"
        r"\bunavailable\b|\b(?:fully|all) booked\b|\bbooked (?:up|out|solid|(?:at|for) that time)\b|"
        r"\bnothing (?:is )?(?:available|free|then|there|for that)\b"
    ),
    (
        r"\b(?:unable|(?:could|can)(?:n't| not)|cannot) (?:to )?(?:do|make|get|process|book) (?:that|this|it|them)\b|"
        r"\bthat (?:also )?failed\b"
    ),
    r"\b(?:it|that|this)(?:(?:'s|\s+has|\s+is)\s+not|\s+hasn't|\s+isn't)\s+gone through\b",
    r"\b(?:it|that|this) (?:was|is) (?:unsuccessful|not successful)",
    r"\bit (?:did not|didn't) (?:work|save|stick|go (?:in|through))\b",
    (
        r"\b(?:system|diary|calendar|computer|planner)(?:'s| has| is| keeps) (?:just )?"
        r"(?:refus|reject)(?:ed|ing) (?:it|that|me|the|your)\b"
    ),
)

WORTH_READING = gate(
    r"calendar|planner|system|rota|"
    r"book|reserv|schedul|confirm|arrang|secur|made|make|set\b|sorted|done|complete|success|diary|down for|moved|chang|"
    r"cancel|unable|able to|avail|opening|visit|put you|got you|popped|pencil|slotted|squeez|fitted|see(?:ing)? you|"
    r"did\b|through|appointment|in for|place|full|free|brought|pushed|switch|shift|work|taken|you(?:'ve)? (?:have|got)|"
    r"purchas|bought|nothing|gone|won't|managed|yours|stuck|slipped|dropped|entered|added|held|kept|saved|logged|raised|"
    r"removed|deleted|scrapp|scrubb|crossed|struck|scratched|binned|call(?:ed)? off|knocked|released|swapp|shov|bumped|"
    r"nudged|arranged|written|jotted|marked|grabbed|bagged|nabbed|\bin (?:for|at|on|with)\b|\bit's in\b|that's in|lett|"
    r"get(?:ting)? (?:you|that|it)|fail|error|re-?jigg|amended|altered|noted|logged|locked|given|"
    r"consider|forward|with you|out to you|sorted|to you|"
    r"\boff\b|your name|you down|transferred|dusted|\bnow (?:at|on|for)|re now\b|new (?:time|date)|"
    r"on for|your name|register|withdrawn|\blet (?:your|that|the)|updated|refus|reject|stick|stuck|expect|"
    r"new (?:day|slot)|in for",
)
# The stop of "Dr. Alex W. Jones" ends nothing; a space in its place keeps every other character where it is.
