<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AgentCard</name>
    <message>
        <source>Change the limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentForm</name>
    <message>
        <source>For example Daisy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent: it decides itself what it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An automation: it follows fixed rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example 0113 496 0100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: answers the phone and books visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: the firm that set it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name it says on the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders and automatic replies follow fixed rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which number does it answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is its job?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a few words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who do you ask when it must change?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AgentDesk doesn&apos;t change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who looks after it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person, by name. It can&apos;t go live without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may it cost in a month?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it empty to watch no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name, the one it says on the phone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentQuestion</name>
    <message>
        <source>For example Daisy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example 0113 496 0100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I don&apos;t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name on your bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name it says on the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which number does it answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who supplies it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the service now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the key of its service the name and number fill in by themselves, and the calls come in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which agent answers your calls?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentScreen</name>
    <message>
        <source>Save the staff sheet as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is looking after this agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It follows fixed rules and does the same every time: it needs no brief and no review of calls, but somebody who looks after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No targets are set. They belong in the brief, before it goes live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has written down yet who does what. That belongs in the brief.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency stop…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole record, week by week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules, and what kept or broke them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That couldn&apos;t be kept. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent}: {stage}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the staff sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What needs you about {agent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent}, staff sheet.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose opinion of a call can be trusted?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong on this screen. Your records are safe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Agents</name>
    <message>
        <source>The weekly review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None has been brought in yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No costs are reported yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brief isn&apos;t approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brief: version {number}, approved by {person} on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money shows what it went on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone line, the diary, and how each stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{questions} {agent} couldn&apos;t answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {all} bookings right in the last four weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No review day is chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {agent} works with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last one {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked most: “{question}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure}: at most {goal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure}: {goal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since, and not approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open matters about {agent}&apos;s calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callers asked nothing that {agent} couldn&apos;t answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was due on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stamp}, after go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, then {then}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit is {limit} a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no call yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no brief is approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} looks after {agent}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brief version {number} approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job is written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last call {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} need you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, and changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {agent} back into set-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {agent} on trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let {agent} go live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note that {agent} is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire {agent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} by fixed rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to judge in the last four weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A booking it promises is in the diary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It books only when you are open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It never books two for one time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It books only what its brief lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A caller who needs a person gets one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No breach found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept {kept} of {all} times in the last four weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is: {rules}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentsScreen</name>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent is on your list yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent is whatever answers your phone by itself. AgentDesk watches over the ones you have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent} is on your list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That couldn&apos;t be kept. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong on this screen. Your records are safe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerButton</name>
    <message>
        <source>{answer}, key {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answer}, your answer before, key {key}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnsweredCard</name>
    <message>
        <source>A call showed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call has shown it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{topic}: {says}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{question}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the call on {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApprovalCard</name>
    <message>
        <source>amount not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent}&apos;s brief says you agree to this first. Without an answer by {when} nothing is agreed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring them first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed and written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>{name} is on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AwayForm</name>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has their calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever needs a person then waits for somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. Press Keep again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsPart</name>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the newest backup back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While AgentDesk is open it makes a backup each day, locked like your records. It keeps one for each of seven days, then four weeks, then six months. Copy the folder to another disk now and then: a backup on this computer is no help when the computer is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is made, and was read through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last backup: {when}. Kept: {many}, each read through when it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes your records back to {when}. What your services reported since is read again; what you noted since is gone from the screens. The records of now are kept in a file beside.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Believing</name>
    <message>
        <source>Calls that you said went badly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service gives no opinion of its calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You judged only {calls}: too few to say. It takes {enough}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that the service said went well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AgentDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that AgentDesk said went well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say on the page of a call, or in a review, whether the caller was helped. After {enough} such calls you see here how far other opinions agree with yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You and the service both judged only {both}: too few to say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} said fine {times}; you agreed {agreed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely right between {low} % and {high} % of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} never says that a call went badly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said so of {calls}. Its “fine” tells you nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always says yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {calls} that you said went badly, {who} noticed {noticed}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BookingRow</name>
    <message>
        <source>Not as it was said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BookingScreen</name>
    <message>
        <source>Show the whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not as it was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show private details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found about this entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call is known to have made this entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call that made it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diary entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diary entry, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call, as far as is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read this entry. Go back and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That couldn&apos;t be written down, so nothing is shown. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Brief</name>
    <message>
        <source>Nobody has approved it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule doesn&apos;t say when it applies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are fewer than three targets. Set them before it goes live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft kept {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve version {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number}, approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {person} on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number} counts until this one is approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, after go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number}, a draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BriefPage</name>
    <message>
        <source>Approve it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BriefScreen</name>
    <message>
        <source>{agent}&apos;s brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you type is kept by itself, as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That couldn&apos;t be kept. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number} is approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That couldn&apos;t be kept. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent}, brief.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent}, staff sheet.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the staff sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong on this screen. Your records are safe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BriefSheet</name>
    <message>
        <source>Start with what your trade usually needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others write: “Answers every call in opening hours”, “Books 9 of 10 people who want a visit”, “Puts every complaint through to Jo within 15 minutes”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening hours
Prices on the fact sheet
The area you cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions it may answer, one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything else, one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other appointments it may book, one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree a refund or a discount
Give advice on gas or electrical work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where its authority ends, one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refund
A job over £500
Work outside our area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you must agree to first, one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a sentence or two, with something you could count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How we&apos;ll know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three targets, written down before it goes live. Each keeps the day it was set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it may decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which questions may it answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which appointments may it book?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does its authority end? It never…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must you agree to first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One on each line. A call about it then waits for your OK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It always deals honestly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These stand in every brief. The weekly review asks about each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it must pass to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each with somebody&apos;s name and what that person does then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who looks after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every task has exactly one who does it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {agent} is asked to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} looks after {agent}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is looking after this agent. Choose somebody on its own page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked: {question}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BriefSide</name>
    <message>
        <source>For example: new call-out fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed, and why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Business</name>
    <message>
        <source>One change hasn&apos;t been heard from the agent that should know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all day and night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} changes haven&apos;t been heard from the agents that should know them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be booked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No day is chosen. Without one nobody keeps an eye on anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>England and Wales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scotland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Northern Ireland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed on the bank holidays of {nation}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one is {day}, {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no fixed price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A booking outside your hours, over lunch or on a closed day is shown to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call them what your diary calls them. Leave the price empty where there is no fixed one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the bank holidays of {nation}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your opening hours aren&apos;t filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days}: {hours}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BusinessScreen</name>
    <message>
        <source>It is kept. Some days couldn&apos;t be checked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your agents are checked against. A change counts from its day on: calls from before are still checked against what was true then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your business isn&apos;t set up yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What callers can book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you look at the calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the agent know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That couldn&apos;t be kept. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong on this screen. Your records are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an agent may do, and when it must pass a caller to a person:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brief of {agent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What agents may say, what it may cost in a month, and what is connected:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money and limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is taken out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message>
        <source>Putting it back by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&apos;ve done it: check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or send this to your supplier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Call</name>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent that isn&apos;t on your list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent}, before the first approved brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent}, brief version {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallPage</name>
    <message>
        <source>Nothing was said in this call, or the service no longer has its words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note to this answer, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note to this answer (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question before (Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave for next week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this call for next week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {number} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picked by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the diary belongs to this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the diary: {entries}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallScreen</name>
    <message>
        <source>Call before this in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call after this in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was said in this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found about this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was the caller helped?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No diary entry belongs to this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call on {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read this call. Go back and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the caller&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That couldn&apos;t be kept. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>At least {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}, the newest {shown} shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallsScreen</name>
    <message>
        <source>Show all calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls are here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in what your phone agent has taken, and each call can be read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search and the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading your calls…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read the calls. What you see is from before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChainPart</name>
    <message>
        <source>Where it broke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangedScreen</name>
    <message>
        <source>It stays as it is. Do the brief and the fact sheet still say the same?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the fact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {agent} is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent}&apos;s instructions are not the ones you approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent} is told what you approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will be reminded on {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call in that time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls in that time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calls} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call may have heard it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls may have heard it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calls}, and {more}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calls}: open the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{callers} otherwise than the fact sheet says. Do you want to honour it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caller was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>callers were told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows whose change it was. Ask the team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was {name}, says {by}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read this. Go back and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That didn&apos;t work. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked: what is live is word for word what you approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It&apos;s still not the same. Ring your supplier; below is what to say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls since {agent} was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callers who were told otherwise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Answers calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I don&apos;t know which one it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine isn&apos;t here: bring in a file instead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClaimsPart</name>
    <message>
        <source>Spam and test calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. It can be pasted into a message or a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spam and test calls, {month}.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t copy the list. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparedPart</name>
    <message>
        <source>Did it get worse?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before}, {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before {k1} of {n1}, since {k2} of {n2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Close the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number} is the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From version {older} to {newer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the call nobody said that it was booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is in the diary for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in the diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call that is here accounts for it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectScreen</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the two apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It&apos;s the same business, go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect another service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which service answers your calls?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where do real bookings live?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which service do you want to connect?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again at {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key belongs to another account than before. Before: {before}. Now: {now}. If these are two businesses, keep them apart, so that their calls don&apos;t mix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello, could you tell me which service our phone agent runs on, and which diary it books into? Please also send me a key for each that may only read. Ring me with them, or use a message that deletes itself. Please don&apos;t change anything. Thank you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionScreen</name>
    <message>
        <source>Read it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Couldn&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you call it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this connection out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key ends in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read this connection. Go back and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read: nothing has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That didn&apos;t work. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t keep that. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is taken out. What came from it stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>Keeping the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking what came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That didn&apos;t work. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} read from {service}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found that needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new at {service}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is connected already, as {name}. It gets this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is the key of {name}, which is connected already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent needs a name, the one it says on the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You chose the same agent twice. Each one at the service is another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On your list, {name} answers {listed}; this one answers {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is on your list already. Give this one another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in, and it is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing from it is here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read within the next minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} asked us to wait. Trying again at {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} has signed us out. Sign in again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} couldn&apos;t be read: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked {count}, last {last}, first {first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is here is from {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A diary entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seen {when}. It is tried again each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to {when} today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today at {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last brought in {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionsScreen</name>
    <message>
        <source>Connect a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where AgentDesk connects to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each agent works with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is read every few minutes by itself. Open one to read it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service is connected yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the one that answers your calls and the one that keeps your diary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read the connections. What you see is from before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ControlPart</name>
    <message>
        <source>Emergency stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not rehearsed in the last 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be rehearsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {agent} is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does {agent} know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it, or put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not what you approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you approved it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fact has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>facts have changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{facts}, and no call has shown it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed that callers haven&apos;t been told</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(nothing was said)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was said before ({count} turns)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more of the call ({count} turns)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more of this ({count} letters left)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecidePage</name>
    <message>
        <source>Anything to change?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should be done?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who does it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By when?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press one to use its words, or write your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording for the supplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to three things, each with a name and a day. The next review opens with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three is enough for one week. The next review opens with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}
{who}, by {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, the next review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Put it back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it, because…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later: remind me tonight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>It&apos;s fine, because…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it fine?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: the customer asked for that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as put right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. What you wrote is still here. Press Keep again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t take that back. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back by itself: what is known now says otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It&apos;s fine, because: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put right: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>AgentDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that is here was checked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Everything was read and checked: %Ln new or changed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everything was read and checked. No new calls or bookings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>Change these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is looking after this agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who looks after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who to ask when it must change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit for a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whoever set it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AgentDesk doesn&apos;t build, run or rewrite {agent}. To change what it says, ask {supplier}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Diary</name>
    <message>
        <source>all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised, not in the diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised, not in the diary: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiaryQuestion</name>
    <message>
        <source>A booking counts when it stands in the diary, not when somebody says so on the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A diary I can save as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somewhere else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example the booking page of our website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example Jo&apos;s own calendar, or a book in the van</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The diary that counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the diary now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any other diary?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two diaries are how one visit gets booked twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where do real bookings live?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google, Outlook, Apple and most booking services can save one. You bring it in at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then AgentDesk can tell you what was promised, but not whether it is in the diary.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiaryScreen</name>
    <message>
        <source>The week before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The week after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue with a telephone: made by a call. A dashed outline: promised, and not in the diary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is in the diary this week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised, not in the diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diary entries, latest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is in the diary yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in your diary, and each booking can be held against what was promised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read the diary. What you see is from before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>What is different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that can&apos;t be told in words has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stood here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And {count} more places.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorPresenter</name>
    <message>
        <source>Something went wrong on this screen. Your records are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleQuestion</name>
    <message>
        <source>A made-up plumber&apos;s week, with real faults in it: a booking that never reached the diary, a caller who asked for a person and got none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is marked EXAMPLE on every page, stays apart from your own records and goes with one press.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with a pretend week first?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactCard</name>
    <message>
        <source>A test call showed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call showed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has shown it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: {now}. Before that: {was}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring and ask: “{question}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I rang, and it said…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the call on {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did it say?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where it said what is so now. Else tell whoever runs it, and ring again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It knows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactSheet</name>
    <message>
        <source>What is it about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has it changed, or was it a slip?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls from before a change are held against what was so on their day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does it cost?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: 95 or 95.50. Leave it empty where there is no fixed price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should the agent say?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your own words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Parking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has changed: this is so from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stood there was never so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{topic}: {now}. Before that: {was}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{topic}: {now}. Added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{topic}: taken off the sheet. It said: {was}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactSheetScreen</name>
    <message>
        <source>Add a fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the fact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the agent may say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No facts are written down yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept. Calls of the last weeks couldn&apos;t be checked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That couldn&apos;t be kept. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read the fact sheet. What you see is from before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>Opens the calls behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the calls behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last period: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From by-chance calls only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>{amount} in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave {name} out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} stood in it more than once. The last of each counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Couldn&apos;t read {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which column means what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds diary entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept apart by {signs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {questions} first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What keeps the columns apart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search every word that was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with something found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Open this matter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingScreen</name>
    <message>
        <source>Open the whole call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what it cost, and what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See who rings back, and by when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it, or put it back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that you haven&apos;t listed may be booking here: another agent, or an automation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {agent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}: found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, {who}: watched until {day}, because: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, {who}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read this matter. Go back and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>It&apos;s fine, because…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it no longer there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: we stopped using it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its connection was taken out. Connect the service again first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on the list as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seen at {service} on {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whom: {whom}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It broke at {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsScreen</name>
    <message>
        <source>Show everything that was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many bookings lie outside your opening hours. Look whether these are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every call and booking that came in was checked, and nothing was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read what was found. What you see is from before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FinishPage</name>
    <message>
        <source>That&apos;s the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You looked at {calls} of {days}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booking accuracy: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scorecard of {agent} as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {who}, by {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calls} carried to the next review. The figures say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next review: {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No review day is chosen. You can choose one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunScreen</name>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. Here&apos;s your one-page brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. Your business is set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent} brief.pdf</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldButton</name>
    <message>
        <source>The list shows below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press to show the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundForm</name>
    <message>
        <source>No, use another key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other people or programs write into this diary as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} books into this diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service}, account {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found it. Is this your diary?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key works, but nobody answers calls there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found it. Is this your receptionist?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found {count} agents. Which ones are yours?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, that&apos;s {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, connect it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect it like this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeardCall</name>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the call: {call}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hidden</name>
    <message>
        <source>Whoever asks to see it is written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now shown: {details}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden here: {details}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} was shown {what} on {when}. Asked {times} in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} was shown {what} on {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoursQuestion</name>
    <message>
        <source>Usual hours for your trade. A booking outside them, or over lunch, is shown to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>England or Wales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scotland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Northern Ireland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed on bank holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add closed days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose bank holidays count?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed days coming up?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When are you open?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example Christmas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InvoicePart</name>
    <message>
        <source>Say what the difference is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a message to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: number rental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. Press Keep this line again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Send it to whoever sent the invoice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InvoicesPart</name>
    <message>
        <source>After the invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the total of an invoice, and I compare it with what I counted call by call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sent it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For which month?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is its total?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With its sign if it isn&apos;t in pounds, like $150.20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. Press Compare it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeepForm</name>
    <message>
        <source>Why is it fine as it is now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: we put the price down, and I told our supplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve it as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which calls have you listened to?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None? Why do you approve it untried?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: only the opening hours changed, and I read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring it and ask about what has changed: your own call shows here once it is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call has heard it yet. Ring it and ask about what has changed: the call shows here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Early version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is your account?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a web address of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to find the {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the {key} here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I don&apos;t have the {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one before ended in {ending}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in this computer&apos;s own key store, and shown nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a key of {service}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {service}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KnowingScreen</name>
    <message>
        <source>Open the fact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a price, an opening hour or another fact changes, it stays here until the agent is heard saying it. Having said nothing wrong so far proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed that an agent needs to say differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the agent know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong on this screen. Your records are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent} knows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That couldn&apos;t be kept. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lacking</name>
    <message>
        <source>This desktop has no place for AgentDesk&apos;s icon. Closing the window will end AgentDesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop shows no pop-ups. Whoever waits stands under Needs you, with the number beside it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitsForm</name>
    <message>
        <source>Leave it empty to watch no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may it cost in a month?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many calls may it take in a month?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many minutes may it talk in a month?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many minutes may one call last?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why may it cost more?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only needed when the limit goes up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number up to {most}, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. What you wrote is still here. Press Keep the limits again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>No fixed price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {calls}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Take line {number} out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, line {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>AgentDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EXAMPLE. This is a made-up week; nothing here is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the example</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>This was spam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was a wrong number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was a real call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as spam: it counts in no measure, and stands on the list for your supplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as a test: it counts in no measure, and stands on the list for your supplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as a wrong number: it counts in no measure, and stands on the list for your supplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatterCard</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I rang them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I rang them: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetCard</name>
    <message>
        <source>Its instructions begin: “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It&apos;s {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on my list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it off my list for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you call it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is on your list already, and this is another one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MinutesField</name>
    <message>
        <source> minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>Agents that aren&apos;t on your list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bookings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what an ordinary call needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit isn&apos;t watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will pass the limit at this pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too early to say where it ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far in {month}. There is no exchange rate for it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, so your limit of {limit} is not watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit of {limit} was passed on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At this pace the limit of {limit} is passed on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each sum below is rounded to whole pence, so together they make {cost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call of {month} is marked as spam, a test or a wrong number. A call&apos;s own page can mark it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bought} in {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cost} in all so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service charged {charged}, counted at {rate} for 1 {currency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, the rate of {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. If it can&apos;t, ask whoever runs your agent to block that number where the agent answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Look here again tomorrow: if it still rings, ring your phone company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Sign in where your agent runs, and open its page for billing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Look whether it takes more from your card by itself. That can&apos;t be seen from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Turn it off only with care: calls fail when the balance runs out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calls} of {month} were spam or tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are left out of every measure. Your supplier may give money back for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>please let no call of {name} last longer than {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the limit is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} will probably end between {low} and {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too early to say where the month ends: less than a week of calls is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calls} and {bookings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}: {cost} a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}. Bookings aren&apos;t known: no diary is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, {cost} a booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Ask your phone company to turn away callers who withhold their number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Mind that doctors, banks and councils often withhold theirs too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. If it can&apos;t, ask whoever runs your agent whether the agent can end such calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on for up to {minutes} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {limit} so far in {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest, {cost}, was charged in {currency}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {calls} cost isn&apos;t reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {used} used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Ask your phone company to block {number}, on its website or by phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far in {month}. No limit is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far in {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} will end at about {low}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyField</name>
    <message>
        <source>{sign}, for example 120</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyQuestion</name>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, it only warns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I don&apos;t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most in a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will the service really stop there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What&apos;s the most {agent} may cost in a month?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then AgentDesk can only warn you. It says so when the limit comes near.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever supplies it. Until then AgentDesk only warns you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyScreen</name>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No costs are here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once calls come with what they cost, each agent&apos;s month is added up here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t add up what calls cost. What you see is from before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameQuestion</name>
    <message>
        <source>Your business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AgentDesk listens for what callers of the trade say in an emergency. Hours and services stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your trade</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NightWording</name>
    <message>
        <source>Copy the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the words for {agent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whoever set up {agent}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NightsPart</name>
    <message>
        <source>Nights and days off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the words below, add the mobile numbers, and send them to whoever set up your agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is done, ring your agent from another phone and say that you want to complain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text should come within a few minutes. If it doesn&apos;t, ring your supplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AgentDesk can only tell you while this computer is on, and sends no texts itself. For nights, ask the service that answers your calls to text somebody as well. Here&apos;s how.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>The note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this to whoever set it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Paste it into an e-mail or a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note about the key.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note couldn&apos;t be saved there. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticesScreen</name>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has needed you so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does is listed here, whether a pop-up showed or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{notices} read, and nothing done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Happened {happened}; told {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read, nothing done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberedSteps</name>
    <message>
        <source>Step {number}: {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opinions</name>
    <message>
        <source>The service and AgentDesk see it differently. What do you say?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinks this went well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinks this didn&apos;t go well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doesn&apos;t say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its words, yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its words and what was found, no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little was said to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see it differently from both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You and {other} see it differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AgentDesk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpinionsCard</name>
    <message>
        <source>Opinions differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AgentDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was the caller helped? Your answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you say?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Undo: take the other version again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked: what is live is word for word what you approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was put back before, and has been changed again since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked: the other version is live again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It isn&apos;t sure yet whether it is put back. {trouble} AgentDesk asks again every half minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It&apos;s still not the same. {trouble} Follow the steps, or ring your supplier.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paged</name>
    <message>
        <source>Show the {count} before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the next {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartCard</name>
    <message>
        <source>What you typed is still there, and not kept yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change: {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back what stood here, without what you typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassQuestion</name>
    <message>
        <source>For example Jo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who rings them back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody else who works here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When must {agent} pass it to a person?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PdfSaver</name>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. Choose another folder and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Add somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever is taken off the list looks after nothing any more. What they decided keeps their name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owns the business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs things with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks at calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers and rings back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody on the list has to be the owner.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PercentField</name>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonRules</name>
    <message>
        <source>Only a person can check these: they are asked in the weekly review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked: {question}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceButton</name>
    <message>
        <source>{place}, {count} need you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}, {count} needs you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlacesScreen</name>
    <message>
        <source>Your records stay on this computer. These are all the places that AgentDesk has asked something; it sends them the key and the question, and nothing of your callers. It talks to nobody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far it has talked to nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where AgentDesk connects to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read the list. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>This is what happens when you put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has changed again since AgentDesk last looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would be overwritten as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callers hear again what you approved ({approved}). AgentDesk then reads it back from {service} and holds every word against it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromiseCard</name>
    <message>
        <source>Note, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, by {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message>
        <source>No such call has come yet. It stays on the list until one shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has happened again {times} times, last {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call shows that it works: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has happened again: {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromisesPage</name>
    <message>
        <source>What was promised last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it? What you don&apos;t answer comes again next time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PutRight</name>
    <message>
        <source>What was done?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: rang them and moved it to Monday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this happening again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read what there is to do. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just once</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PuttingBack</name>
    <message>
        <source>Put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is in its place again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your records are damaged or gone. There is a backup of {when}. What your services reported since is read again; what you noted since is not in it. The damaged file is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Answered before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered now: add to the fact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{question}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {calls}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why isn&apos;t it for the agent?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Jo advises on boilers, never the agent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>On the fact sheet since {moment}: “{says}”. The agent still doesn&apos;t say it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should the agent say?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your own words. Amounts and days as you would tell them to a caller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the fact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked once, on {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked {times}, last on {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Parking</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsScreen</name>
    <message>
        <source>Not answered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is waiting for an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a caller asks something that the agent can&apos;t answer, the question appears here by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the fact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions your agents couldn&apos;t answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What callers asked that {agent} couldn&apos;t answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{questions}, asked {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} not heard in a call yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All heard in calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on the fact sheet. It stays in this list until a call shows it is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: not for the agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That couldn&apos;t be kept. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that asked: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read the questions. What you see is from before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuoteButton</name>
    <message>
        <source>Show where this was said: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatesPart</name>
    <message>
        <source>Exchange rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep these rates from today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is 1 {currency} worth in {into}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordScreen</name>
    <message>
        <source>Week by week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting worse means: the last four whole weeks against up to eight before. Of lines that stay level, one in six is called that by mistake once a year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was expected, looked at and changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this kind yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent}&apos;s record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} earlier, listed below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upright lines mark what changed: {changes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong on this screen. Your records are safe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RehearsalCard</name>
    <message>
        <source>I rehearsed it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RehearsalForm</name>
    <message>
        <source>What happened?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed where the call reached nobody, else as you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, a person answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, nobody answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did a person answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who rang?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>See what needs me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in the diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in more files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no diary here yet, so AgentDesk can&apos;t see whether what was promised was also booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thing needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} things need you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new needs you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewQuestion</name>
    <message>
        <source>Ten minutes a week with the calls that matter, for example Fridays at 4 pm. Without a day nobody keeps an eye on anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which day?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At what time?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who looks?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When will you look?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause (Esc). You go on where you left it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People who should have been rung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {minutes} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call} of {calls} · {minutes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Paste it into a message to your supplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write this down first, or empty the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scorecard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleRow</name>
    <message>
        <source>Nothing broke it in the last four weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: a complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step on each line: say this, take that, tell whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: nobody came, waited in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this rule out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who rings them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their own words that mean it, with commas between</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScorecardsScreen</name>
    <message>
        <source>Scorecards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent is on your list yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scorecard says how an agent did: calls, bookings, money, and what nobody knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that the checks know of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong, and what was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else that is counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we don&apos;t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the figures mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent}&apos;s scorecard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for: {purpose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brief version {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No approved brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{brief} · definitions version {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scorecard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServiceTile</name>
    <message>
        <source>Early version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers calls and keeps a diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a diary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServicesQuestion</name>
    <message>
        <source>Usual ones for your trade. The prices are a start: put in your own, or leave them empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can callers book?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of “{service}”: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few calls of a connected line are known yet to say how soon its silence would be noticed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening hours and closed days, services and prices, people, and when you look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what you said about your business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the fact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The services that AgentDesk reads, and every place that it has ever talked to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where AgentDesk connects to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a line goes quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence says something only when calls should have come. Fewer calls mean a longer wait; to wait less would mean more false alarms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your records are locked with a key that this computer keeps. Print a recovery key and put it somewhere safe: it opens them when the computer has lost its own. Without either, nobody can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write this key down or print it now. It is shown only once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>AgentDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scorecards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideCard</name>
    <message>
        <source>In {diary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is there for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the entry in {diary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the call that made the entry in {diary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number ending {digits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by {agent}, in the call of {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on {when}, by no call that is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by no call that is here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidesPart</name>
    <message>
        <source>Both sides</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SinceField</name>
    <message>
        <source>From now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since an earlier day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stood here was never so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since when is it so?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since which day?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls and bookings of days before are still checked against what was so then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days before that day are still checked against what was so then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last four weeks are checked again, as if it had always stood here like this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpikePart</name>
    <message>
        <source>Open the matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how to block this number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as spam and add to my refund list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a shorter longest call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check automatic top-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise this month&apos;s limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as spam. They stand on the list for your supplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Send it to whoever runs your agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t do that. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageCard</name>
    <message>
        <source>For example: a week of test calls went well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why? So that it can be understood later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {moment}, by {person}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it can go live</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>There are no calls to look at yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once calls are brought in, ten minutes a week are enough to know how they go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why these calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls of {days}. You can pause at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} by chance, so that you also see calls that nothing points to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where you left off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calls} of {of} left to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have looked at every call. The rest takes a minute or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{by} began it on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Act now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too early to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Show the whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the diary right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell whoever runs your agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StopOffer</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That&apos;s ten. Stop here? I&apos;ll carry {calls} to next week and say so in the figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry {calls}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StopScreen</name>
    <message>
        <source>For example: 0113 496 0199</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send calls back to a person: which number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the service can put calls through, they go there. Where it can&apos;t, forward your number there at your phone company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was it rehearsed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AgentDesk can&apos;t do it at this service. Follow the steps below, one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop {agent} now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let {agent} answer again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to let it answer again by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to stop it by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong on this screen. Your records are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That didn&apos;t work. Follow the steps below, one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That didn&apos;t work. Follow the steps below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That couldn&apos;t be kept. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stopping</name>
    <message>
        <source>AgentDesk asks the service again every half minute. Until it is sure, do it by hand, as below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes no more calls then. You can let it answer again at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never rehearsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has tried yet whether the stop brings callers to a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It didn&apos;t work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer ago than 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked with {service}, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It isn&apos;t proven that {agent} answers again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop {agent}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, {who}: the test call reached a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, {who}: the test call reached nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent} answers again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent} is stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked with {service}, {when}: calls don&apos;t reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent} has to be stopped by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It isn&apos;t sure yet that {agent} is stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was never proven that {agent} was stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Suggestion</name>
    <message>
        <source>Use these words: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Systems</name>
    <message>
        <source>Calls come in by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookings go into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No diary is named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the diary, and bookings can be held against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can also use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here can see whether they work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never seen working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen working {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemsScreen</name>
    <message>
        <source>In the order in which they act. Each opens what belongs to it; a dashed arrow leads to what isn&apos;t seen to work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent is on your list yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the one that answers your phone on it. What it works with shows here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each agent works with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {agent} touches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}, leads to {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read that. What you see is from before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakingIn</name>
    <message>
        <source>When it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of day, if apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name, if apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its letters are {letters}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} (cancelled)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its columns are kept apart by {signs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates like 03/04/26 have {order} first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns that are not used: {names} and {more} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns that are not used: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakingInScreen</name>
    <message>
        <source>Bring in calls and diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls: a CSV, or a file with one call on each line. Diary: a calendar file (.ics) or a CSV. You see what is in them before anything is kept, and they stay on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or connect the service, and it is read by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} with a question first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files with calls or a diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls and diaries (*.jsonl *.ndjson *.json *.csv *.tsv *.txt *.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What needs you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetRow</name>
    <message>
        <source>Choose a measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: answer the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who does it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this task out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>length not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably made by a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} sec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, all day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextArea</name>
    <message>
        <source>There is room for {limit} letters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>There is room for {limit} letters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreeAnswers</name>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doesn&apos;t apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t tell</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToTellCard</name>
    <message>
        <source>Yes: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} answered {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I told them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did they say?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: she is glad, the money goes back on Monday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. It stays on the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. What you wrote is still here. Press Keep again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>bookings right in four weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late: due by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring back by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heading over the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls a day over the last {days} days: {counts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older than a week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent is on your list yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the one that answers your phone on it, then bring in its calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls are here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in last week&apos;s calls and the diary. What needs you shows here a moment later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bookings right in four weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it was {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent is live or on trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Piled up: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong on this screen. Your records are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What needs you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trades</name>
    <message>
        <source>Plumbing and heating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salon or barber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dental practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lettings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another trade</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open AgentDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What needs me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop {agent}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What needs me ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AgentDesk: nothing needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AgentDesk: one thing needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AgentDesk: {count} things need you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroubleBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unlisted</name>
    <message>
        <source>Put it on my list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you call it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name it says on the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why may it go on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: our supplier tries things out with it, and no caller reaches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it again on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On that day it needs you again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to the stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is on your list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is watched, and needs you again on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlistedCard</name>
    <message>
        <source>Put it on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {agent} on the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <source>Choose a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open AgentDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the recovery key instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 10 characters; three or four words are good. Nobody can tell it to you again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too short. Use at least 10 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was printed; capitals and spaces don&apos;t matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the passphrase instead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Hello.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&apos;m sorry, the answer is no this time. Ring us if you would like to talk about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not agreed: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered, so nothing was agreed: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rang off {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello, this is {business}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outcome}: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring back by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>happened {happened}, reached this computer {seen}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You asked us about {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late: due by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, {who}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While you were closed: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingCallScreen</name>
    <message>
        <source>I rang them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&apos;m on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the whole call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outcome}: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer: next try {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the brief: {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} will ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read this matter. Go back and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. It stays on the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. What you wrote is still here. Press Keep again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingScreen</name>
    <message>
        <source>Needs your OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell them the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From some time ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is reminded of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are all dealt with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caller is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>callers are waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{callers}, {late} late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In calls, the diary and the services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A caller who asks for a person, complains or was promised a call stands here until it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When somebody is away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls while you were closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read who waits. What you see is from before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. What you wrote is still here. Press Keep again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WalkPage</name>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page before (Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WalkScreen</name>
    <message>
        <source>Finish this checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk through it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{checklist}: {agent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answered} of {all} answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen from here: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every line has an answer. Finished, it stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doesn&apos;t apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished and kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t save that. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I couldn&apos;t read this checklist. Go back and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Walks</name>
    <message>
        <source>Open the emergency stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what it is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what it should know by now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the scorecards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its page: the staff sheet, and who to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what was found, and put it right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its record, week by week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open your business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the fact sheet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WalksPart</name>
    <message>
        <source>Due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun, not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it goes live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what it says or may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five minutes, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fortnightly review, from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monthly review, from {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekField</name>
    <message>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday to Friday as Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} is still open after midnight when {next_day} opens.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>The week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatHappened</name>
    <message>
        <source>Still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: rang, said sorry, booked for Monday at 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhoQuestion</name>
    <message>
        <source>For example Hartley Plumbing &amp; Heating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example Sam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fills in the hours, services and emergencies that are usual. You change what is different.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who looks after the phones here?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhoseChange</name>
    <message>
        <source>Whose change was it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I don&apos;t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say something else</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Day</name>
    <message>
        <source>Ticked when you are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write when {day} opens and closes, or untick it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} has opening times that overlap.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_FoldButton</name>
    <message>
        <source>Unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Note</name>
    <message>
        <source>Copy the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this to whoever set it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello, this is {owner} from {business}. Could you tell me which service our phone agent runs on, and send me a file with all its calls so far, with the words that were said? Please don&apos;t change anything. Thank you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Paste it into an e-mail or a message.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Rules</name>
    <message>
        <source>The amount over which a person decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else, for example: a new landlord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else that a person must hear about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words they use, with commas between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that callers use for it, with commas between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the amount over which a person decides, or untick it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They say {words}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_SpanFields</name>
    <message>
        <source>{day}, opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, opens again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, closes after that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} opens and closes at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_StopAgain</name>
    <message>
        <source>Which words mean a person is wanted?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few are best, like: waited in. They join the brief. Leave it empty to add none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stand for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should change?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sees to it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes up in the review on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts as fixed when a later call shows it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>box</name>
    <message>
        <source>AgentDesk can&apos;t start. {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Still missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {agent} is asked to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How we&apos;ll know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You must agree first to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It always deals honestly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} looks after {agent}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is named yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it may decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it must pass to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who looks after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A draft. Nobody has approved it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number}, approved by {person} on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {who}, then {then}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {who}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>part</name>
    <message>
        <source>No rate is set, so what is charged in it is not counted. For example 0.79.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate of {day}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
