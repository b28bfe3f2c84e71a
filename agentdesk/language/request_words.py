"""How callers ask for a person, complain, want money back, threaten, or are not understood."""

from __future__ import annotations

from agentdesk.language.patterns import gate

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
_RING = r"(?:call|ring|phone|contact|get back|speak|talk|give me a (?:call|ring|bell|buzz|tinkle|shout))"
# A call that somebody makes on the day, and not one that the caller waits for: "can he ring me before he sets off?"
_NO_COURTESY = (
    r"(?![^.!?]{0,25}\b(?:to (?:remind|confirm)|(?:before|when|once|if) (?:he|she|they|you|it|we|the|coming|setting)|"
    r"on (?:the|his|her|their) (?:way|day)|beforehand|the day before)\b)"
)
PERSON = (
    rf"\b{_SPEAK}(?:ing)? (?:to|with|through to)? ?{_SOMEONE}",
    rf"\bdiscuss (?:[\w']+ ){{1,9}}?with {_SOMEONE}",
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
    (
        rf"\b(?:get|fetch|grab|bring) (?:{_SOMEONE}|(?!my\b|me\b|you\b|it\b)[a-z]+)(?: else)? "
        r"(?:(?:to come )?(?:on|to)|on to) the (?:line|phone)\b"
    ),
    # "Have you not got a manager I can talk to?"
    (
        r"\b(?:persons?|people|someone|somebody|anyone|anybody|human(?: being)?|manager|supervisor|boss|owner|team)"
        rf" (?:(?:that|who|whom) )?(?:i|we) (?:can|could|may|might) (?:\w+ )?{_SPEAK}\b"
    ),
    r"\b(?:then|so|well) (?:just )?(?:get|find|give|fetch|put) me (?:on to |through to )?one\b",
    (
        r"\b(?:transfer|redirect|divert|direct) (?:to )?(?:me|this call|my call) (?:straight |back )?to "
        r"(?!my\b|another (?:day|time|date)\b)"
    ),
    (
        r"(?:\b(?:not|never|hate|fed up|sick of)|n't)\b[^.!?]{0,60}?\b(?:to|with|by|from|tell(?:ing)?)"
        r" (?:an? |the |this |your |some )?(?:machine|robot|bot|chat ?bot|computer|recording|ai|answering machine)\b"
    ),
    # "Find me someone in Leeds" wants a plumber there, not a person here.
    rf"\b(?:get|give|fetch) me {_SOMEONE}(?! (?:in|near|at|around|closer|cheaper|who|that|with|from)\b)",
    rf"\bfind me {_SOMEONE}(?! (?:else|in|near|at|around|closer|cheaper|who|that|with|from)\b)",
    (
        r"\bi (?:just )?(?:want|need|would like|'d like|demand) (?:to have )?(?:an? |the |your )?(?:real |actual |"
        r"live |human |proper )*"
        r"(?:human(?: being)?|person|manager|supervisor|operator|representative|agent)\b"
        r"(?! (?:for(?! (?:this|that|it)\b)|account|visa))"
    ),
    r"\b(?:real|actual|live|human|proper) (?:person|human|agent|operator|being|assistant|support)\b",
    (
        r"^\W*(?:(?:(?:a|the|your) )?(?:human(?: being)?|manager|operator|representative|agent|real person)"
        r"(?: please)?(?:\W+|$))+$"
    ),
    (
        r"\bis there (?:a |an |any)?(?:real |actual )?(?:person|human(?: being)?|manager|someone|somebody|anyone|"
        r"anybody) (?:there|available|"
        r"around|in|i (?:can|could|may|might)|to (?:speak|talk))\b"
        # asks for the hours
        r"(?! (?:late|early|at|on|over|after|before|until|till|all|in the)\b)"
    ),
    (
        r"\b(?:can|could|will|would) (?:someone|somebody|anyone|anybody|a person|the manager|your manager) "
        rf"(?:please )?{_RING}\b{_NO_COURTESY}"
    ),
    rf"\b(?:have|get|ask|tell) {_SOMEONE}(?: in charge| else)? (?:to )?{_RING}\b{_NO_COURTESY}",
    # By name or calling: "ask Dan to ring me", "ask the fitter if he'd mind phoning me".
    (
        r"\b(?:have|get|ask|tell) (?:(?:the|your|one of the|one of your) )?(?!my\b|you\b|me\b|us\b|him\b|her\b|them\b)"
        r"[a-z]+ (?:(?:to|if (?:he|she|they)(?:'d| would| could| can)(?: mind)?) )?"
        rf"(?:call|ring|phone|contact|(?:call|ring|phon)ing|get back to|give) (?:me|us)\b{_NO_COURTESY}"
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
    # What was to happen and didn't: "your lad was due at nine and he never came", "I was promised a call, and nothing".
    (
        r"\b(?:(?:you|your [a-z]+|some(?:one|body)|one of (?:you|your [a-z]+)) (?:was|were) "
        r"(?:(?:meant|supposed|going) to|(?:due|booked|coming)\b)|i(?:'d| was| had)? (?:been )?(?:promised|assured)\b)"
        r"[^.!?]{0,90}\b(?:never|didn't|did not|hasn't|haven't|nobody|no one|no-one|nothing|no sign|still waiting)\b"
    ),
    # What was done to the caller's things, and by whom.
    (
        r"\b(?:you|your [a-z]+)(?:'ve|'s| have| has)? (?:gone and |completely |totally )?(?:damaged|scratched|"
        r"broke|broken|ruined|wrecked|cracked|smashed|stained|dented|burnt|burned|flooded|botched|bodged|spoilt|lost) "
        r"(?:my|our|his|her|the)\b|"
        r"\b(?:you|your [a-z]+)(?:'ve|'s| have| has)? left (?:an? )?(?:\w+ )?"
        r"(?:hole|dent|leak|scratch|crack|mark|stain)s? in\b|"
        r"\bwhat (?:are you|do you|you) (?:going to|gonna|intend to|planning to) do about (?:it|this|that)\b|"
        r"\bworse than (?:before (?:you|i)|when i (?:brought|came|took|dropped|booked|first))\b|"
        r"\byour [a-z]+ (?:hung|put|fitted|fixed|built|made|did|laid|installed|[a-z]+ed) [^.!?]{0,50}?(?:come|fallen|"
        r"dropped) "
        r"(?:off|down|away|apart|out)\b|"
        r"\b(?:noise|leak|problem|fault|pain|smell|damp)(?:'s| is) still there\b"
    ),
    # How somebody of the business behaved.
    (
        r"\b(?:you|your [a-z]+|(?:one|some) of your [a-z]+|he|she|they) (?:was |were |kept |has been |have been |"
        r"just )?"
        r"(?:(?:touch|grop|push|insult|threaten)(?:ed|ing)|(?:shout|scream)(?:ed|ing) at|sw(?:ore|earing) at|"
        r"(?:so |very |really )?(?:rude|abusive) to) (?:me|us|my (?:wife|husband|partner|mum|dad|son|daughter|kids?))\b"
    ),
    # A bill that isn't what was agreed.
    (
        r"\b(?:double|twice|three times|(?:far |much )?more than|(?:not|isn't|nothing like) what) (?:what )?(?:i was|"
        r"we were|"
        r"i'd been|you) (?:quoted|told|said|agreed)\b|\b(?:not|refuse to|won't be) pay(?:ing)? (?:that|this|the|"
        r"your) bill\b"
    ),
    (
        r"\b(?:it|this|that)(?:'s| is) (?:(?:just|absolutely|completely|totally|bloody|beyond|frankly|getting) )*"
        r"(?:ridiculous|a joke|shameful|shambolic|pathetic|outrageous)(?=\W*$|[.!?,;])"
    ),
    # Crossness that ends there; with what follows, "that it rained", it may be about anything.
    (
        r"\b(?:i'm|i am|we're|we are) (?:(?:really|very|so|extremely|absolutely|bloody) (?:cross|angry|annoyed|unhappy|"
        r"disappointed)|not (?:at all |very |best |one bit )?(?:happy|pleased|impressed)(?: at all| one bit)?)"
        r"(?=\W*$|[.!?;]|, to be honest)"
    ),
    (
        r"\bstill (?:leak(?:s|ing)|drip(?:s|ping)|broken|not (?:working|fixed|right)|(?:doesn't|isn't) work(?:ing)?)\b"
        r"[^.!?]{0,30}?\b(?:after|since) (?:you|your)\b"
    ),
    (
        r"\b(?:second|third|fourth|fifth|sixth|umpteenth|\d(?:nd|rd|th)) time (?:that )?"
        r"(?:i(?:'ve| have)?(?: had to)? (?:call(?:ed)?|ring|rung|rang|phoned?)|"
        r"you(?:'ve| have)? (?:cancelled|changed|moved|rearranged|let me|messed|forgot(?:ten)?|missed|"
        r"got (?:it|this|my)))\b|\bbeen waiting (?:in )?(?:all (?:day|morning|afternoon)|for hours)\b"
    ),
    (
        r"\bover-?charg(?:ed|ing)\b|\b(?:charged|billed|debited) "
        r"(?:(?:me|us|my (?:card|account|wife|husband)) )?(?:twice|double)\b|\bdouble charged\b"
    ),
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
    (
        r"\b(?:want|like|need|have|get|getting) (?:my|our|that|the) (?:\w+ )?(?:money|cash|deposit|payment|fee) "
        r"(?:returned|returning|sent back|put back|paid back|repaid)\b|"
        r"\bclaim(?:ing)? back (?:the|my|our|what)\b|\bthe (?:rest|remainder|difference)(?: of (?:it|that|"
        r"my money))? back\b"
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
WORTH_READING = gate(
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
    r"cowboy|shambles|mick|piss|rip|"
    r"supposed|meant to|(?:was|were) (?:going to|due|booked|coming)|promised|assured|do about|worse than|ridiculous|"
    r"joke|shameful|shambolic|pathetic|cross|pleased|damaged|scratched|broke|ruined|wrecked|cracked|stained|dented|"
    r"botched|bodged|spoilt|lost|left an?|left (?:holes|dents|leaks|marks|stains)|"
    r"you(?:'ve)? (?:cancelled|changed|moved|rearr|let me|messed|forgot|missed|got)|billed|debited|cash|payment|"
    r"fee (?:ret|sent|put|paid|rep)|sewage|motorway|"
    r"hard shoulder|on the m\d|abscess|pus |eaten|swallowed|drunk|licked|chewed|"
    r"got (?:hold|into)|feel safe|not safe|boiler|"
    r"bill|quoted|raining|giv(?:en|ing) way|caved|ceiling|floor|roof|wall|still there|touch|grop|rude|sw(?:ore|"
    r"earing)|shout|"
    r"scream|abus|insult|push|fallen|dropped|come (?:off|down|away)|floppy|limp|gone |hanging|the (?:rest|remainder|"
    r"diff)|be here|discuss|"
    r"locked|stranded|get [a-z]+ (?:to|on)|fetch|grab|bring|ask [a-z]+ (?:to|if)|ask (?:the|your|one) ",
)
