/// Schema and content of the small run, as GRDB dumps them.
// swift-format-ignore
let goldenRun = #"""
sqlite_master
CREATE TABLE account ( -- An account as it declares itself; its owner is in truth_account.
  id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 4294967294),
  platform INTEGER NOT NULL REFERENCES platform,
  declared_age INTEGER CHECK (declared_age BETWEEN 0 AND 254), -- years; NULL if not declared
  declared_place INTEGER REFERENCES place, -- NULL if not declared
  latitude REAL CHECK (latitude BETWEEN -90 AND 90), -- of the declared place
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  opened INTEGER NOT NULL, -- seconds since the start; negative before it
  CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;
CREATE VIEW account_view AS -- An account with the names of its platform and place.
SELECT
  id,
  (SELECT p.name FROM platform AS p WHERE p.id = platform) AS platform,
  declared_age,
  CASE WHEN declared_age IS NULL THEN 'undeclared'
    WHEN declared_age < 18 THEN 'child' ELSE 'adult' END AS age_group, -- as declared
  (SELECT home.name FROM place AS home WHERE home.id = declared_place) AS declared_place,
  latitude, longitude, opened,
  datetime((SELECT start_date FROM run), opened || ' seconds') AS opened_calendar
FROM account;
CREATE TABLE alert ( -- A detector's claim about an account, at the time of the event that caused it.
  replay INTEGER NOT NULL REFERENCES replay,
  number INTEGER NOT NULL CHECK (number >= 0), -- its position among the replay's alerts
  detector TEXT NOT NULL CHECK (length(detector) BETWEEN 1 AND 100),
  time INTEGER NOT NULL,
  cause INTEGER NOT NULL CHECK (cause >= 0), -- number of the event
  suspect INTEGER NOT NULL REFERENCES account,
  child INTEGER REFERENCES account, -- NULL if it is about no one child
  score REAL NOT NULL, -- on the detector's own scale
  PRIMARY KEY (replay, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE alert_event ( -- An event that shows a reason of an alert.
  replay INTEGER NOT NULL,
  alert INTEGER NOT NULL,
  reason INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 0), -- its position among the reason's events
  event INTEGER NOT NULL CHECK (event >= 0), -- number of the event
  PRIMARY KEY (replay, alert, reason, number),
  FOREIGN KEY (replay, alert, reason) REFERENCES alert_reason (replay, alert, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE alert_reason ( -- A value that led to an alert.
  replay INTEGER NOT NULL,
  alert INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 0), -- its position among the alert's reasons
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  value REAL NOT NULL,
  unit TEXT NOT NULL CHECK (length(unit) <= 40),
  PRIMARY KEY (replay, alert, number),
  FOREIGN KEY (replay, alert) REFERENCES alert (replay, number)
) STRICT, WITHOUT ROWID;
CREATE VIEW alert_view AS -- An alert with its reasons in one text and the ages that the two declare.
SELECT
  replay, number, detector, time,
  datetime((SELECT start_date FROM run), time || ' seconds') AS time_calendar,
  suspect,
  (SELECT a.declared_age FROM account AS a WHERE a.id = suspect) AS suspect_age,
  child,
  (SELECT a.declared_age FROM account AS a WHERE a.id = child) AS child_age,
  score, cause,
  (SELECT group_concat(rtrim(r.name || ' ' || round(r.value, 3) || ' ' || r.unit), '; ')
    FROM alert_reason AS r WHERE r.replay = alert.replay AND r.alert = alert.number) AS reasons
FROM alert;
CREATE TABLE block ( -- One account blocks another.
  blocker INTEGER NOT NULL REFERENCES account,
  blocked INTEGER NOT NULL REFERENCES account,
  since INTEGER NOT NULL CHECK (since >= 0),
  PRIMARY KEY (blocker, blocked),
  CHECK (blocker <> blocked)
) STRICT, WITHOUT ROWID;
CREATE VIEW block_view AS -- Who blocks whom, with the ages that the two declare.
SELECT
  blocker, blocked,
  (SELECT a.declared_age FROM account AS a WHERE a.id = blocker) AS blocker_age,
  (SELECT a.declared_age FROM account AS a WHERE a.id = blocked) AS blocked_age,
  since,
  datetime((SELECT start_date FROM run), since || ' seconds') AS since_calendar
FROM block;
CREATE TABLE code ( -- The name of each number that stands for a word, such as an event's kind.
  domain TEXT NOT NULL CHECK (length(domain) BETWEEN 1 AND 40), -- what is numbered
  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 255),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  PRIMARY KEY (domain, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE conversation ( -- Two accounts exchanged messages; only how many and when is known.
  lower INTEGER NOT NULL REFERENCES account,
  higher INTEGER NOT NULL REFERENCES account,
  first INTEGER NOT NULL CHECK (first >= 0),
  last INTEGER NOT NULL CHECK (last >= first),
  from_lower INTEGER NOT NULL CHECK (from_lower >= 0), -- messages the lower account sent
  from_higher INTEGER NOT NULL CHECK (from_higher >= 0),
  PRIMARY KEY (lower, higher),
  CHECK (lower < higher)
) STRICT, WITHOUT ROWID;
CREATE VIEW conversation_view AS -- How many messages two accounts exchanged, with the ages they declare.
SELECT
  lower, higher,
  (SELECT a.declared_age FROM account AS a WHERE a.id = lower) AS lower_age,
  (SELECT a.declared_age FROM account AS a WHERE a.id = higher) AS higher_age,
  first, last,
  datetime((SELECT start_date FROM run), first || ' seconds') AS first_calendar,
  datetime((SELECT start_date FROM run), last || ' seconds') AS last_calendar,
  from_lower, from_higher, from_lower + from_higher AS messages
FROM conversation;
CREATE TABLE event_chunk ( -- A run of events in order, as columns of little-endian numbers.
  first_id INTEGER PRIMARY KEY CHECK (first_id >= 0), -- number of the first event in the run
  count INTEGER NOT NULL CHECK (count > 0),
  first_time INTEGER NOT NULL, -- seconds since the start
  last_time INTEGER NOT NULL CHECK (last_time >= first_time),
  numbers BLOB -- 32 bits: an event's number less first_id; NULL where they follow each other
    CHECK (length(numbers) = 4 * count),
  kinds BLOB NOT NULL CHECK (length(kinds) = count), -- 8 bits each, code 'event-kind'
  times BLOB NOT NULL CHECK (length(times) = 4 * count), -- 32 bits, signed
  actors BLOB NOT NULL CHECK (length(actors) = 4 * count), -- 32 bits: account.id
  targets BLOB NOT NULL -- 32 bits: account.id; 4294967295 for none
    CHECK (length(targets) = 4 * count),
  details BLOB NOT NULL -- 16 bits: a message's cue bits, a post's serial
    CHECK (length(details) = 2 * count),
  counts BLOB NOT NULL CHECK (length(counts) = count) -- 8 bits: how many
) STRICT;
CREATE TABLE focus ( -- A school, club or workplace.
  id INTEGER PRIMARY KEY CHECK (id >= 0),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 255), -- code 'focus-kind'
  place INTEGER NOT NULL REFERENCES place
) STRICT;
CREATE TABLE follow ( -- One account follows another.
  follower INTEGER NOT NULL REFERENCES account,
  followed INTEGER NOT NULL REFERENCES account,
  since INTEGER NOT NULL CHECK (since >= 0),
  PRIMARY KEY (follower, followed),
  CHECK (follower <> followed)
) STRICT, WITHOUT ROWID;
CREATE VIEW follow_view AS -- Who follows whom, with the ages that the two declare.
SELECT
  follower, followed,
  (SELECT a.declared_age FROM account AS a WHERE a.id = follower) AS follower_age,
  (SELECT a.declared_age FROM account AS a WHERE a.id = followed) AS followed_age,
  since,
  datetime((SELECT start_date FROM run), since || ' seconds') AS since_calendar
FROM follow;
CREATE TABLE friendship ( -- Two accounts were friends from one time until another.
  lower INTEGER NOT NULL REFERENCES account,
  higher INTEGER NOT NULL REFERENCES account,
  since INTEGER NOT NULL CHECK (since >= -1), -- -1: before the run
  until INTEGER CHECK (until >= since), -- NULL: still friends at the end
  PRIMARY KEY (lower, higher, since),
  CHECK (lower < higher)
) STRICT, WITHOUT ROWID;
CREATE INDEX friendship_by_higher ON friendship (higher, lower);
CREATE VIEW friendship_view AS -- A friendship with the ages that the two declare.
SELECT
  lower, higher,
  (SELECT a.declared_age FROM account AS a WHERE a.id = lower) AS lower_age,
  (SELECT a.declared_age FROM account AS a WHERE a.id = higher) AS higher_age,
  since, until,
  CASE WHEN since < 0 THEN 'before the run' ELSE datetime((SELECT start_date FROM run), since || ' seconds') END AS since_calendar,
  datetime((SELECT start_date FROM run), until || ' seconds') AS until_calendar
FROM friendship;
CREATE TABLE metric ( -- What a replay's alerts are worth, by one measure.
  replay INTEGER NOT NULL REFERENCES replay,
  detector TEXT NOT NULL CHECK (length(detector) BETWEEN 1 AND 100),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  unit TEXT NOT NULL CHECK (length(unit) <= 40),
  value REAL, -- NULL where the measure is undefined or infinite
  low REAL, -- ends of a 95 % interval; NULL where there is none
  high REAL,
  count INTEGER CHECK (count >= 0), -- how many, where it is a count or a share
  total INTEGER CHECK (total >= count), -- out of how many, where it is a share
  PRIMARY KEY (replay, detector, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE place ( -- A town or city.
  id INTEGER PRIMARY KEY CHECK (id >= 0),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90), -- degrees north
  longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180), -- degrees east
  population INTEGER NOT NULL CHECK (population >= 0)
) STRICT;
CREATE TABLE platform ( -- A platform that accounts are on.
  id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 255),
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200)
) STRICT;
CREATE TABLE replay ( -- One pass of detectors over the stream.
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  settings TEXT NOT NULL -- the detectors and their settings
) STRICT;
CREATE TABLE replay_detector ( -- A detector that a replay ran, whether or not it raised an alert.
  replay INTEGER NOT NULL REFERENCES replay,
  position INTEGER NOT NULL CHECK (position >= 0), -- in reports
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  PRIMARY KEY (replay, position),
  UNIQUE (replay, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE report ( -- One account reported another to the moderators.
  reporter INTEGER NOT NULL REFERENCES account,
  reported INTEGER NOT NULL REFERENCES account,
  time INTEGER NOT NULL CHECK (time >= 0),
  PRIMARY KEY (reporter, reported, time),
  CHECK (reporter <> reported)
) STRICT, WITHOUT ROWID;
CREATE VIEW report_view AS -- Who reported whom, with the ages that the two declare.
SELECT
  reporter, reported,
  (SELECT a.declared_age FROM account AS a WHERE a.id = reporter) AS reporter_age,
  (SELECT a.declared_age FROM account AS a WHERE a.id = reported) AS reported_age,
  time,
  datetime((SELECT start_date FROM run), time || ' seconds') AS time_calendar
FROM report;
CREATE TABLE request ( -- One account asked another to be friends.
  sender INTEGER NOT NULL REFERENCES account,
  receiver INTEGER NOT NULL REFERENCES account,
  sent INTEGER NOT NULL CHECK (sent >= 0),
  answered INTEGER CHECK (answered >= sent), -- when the outcome was known; NULL while open
  outcome INTEGER NOT NULL CHECK (outcome BETWEEN 0 AND 4), -- code 'request-outcome'
  event INTEGER NOT NULL CHECK (event >= 0), -- number of the event that sent it
  PRIMARY KEY (sender, receiver, sent),
  CHECK (sender <> receiver),
  CHECK ((outcome = 0) = (answered IS NULL))
) STRICT, WITHOUT ROWID;
CREATE VIEW request_view AS -- A friend request with its outcome and the ages that the two declare.
SELECT
  sender, receiver,
  (SELECT a.declared_age FROM account AS a WHERE a.id = sender) AS sender_age,
  (SELECT a.declared_age FROM account AS a WHERE a.id = receiver) AS receiver_age,
  sent, answered,
  datetime((SELECT start_date FROM run), sent || ' seconds') AS sent_calendar,
  datetime((SELECT start_date FROM run), answered || ' seconds') AS answered_calendar,
  (SELECT c.name FROM code AS c WHERE c.domain = 'request-outcome' AND c.value = outcome) AS outcome, -- as of the end
  event
FROM request;
CREATE TABLE run ( -- The run this file holds: always one row.
  id INTEGER PRIMARY KEY CHECK (id = 1),
  status TEXT NOT NULL CHECK (status IN ('incomplete', 'complete')),
  tocsin_version TEXT NOT NULL CHECK (length(tocsin_version) <= 100),
  scenario_name TEXT NOT NULL CHECK (length(scenario_name) <= 200),
  scenario_yaml TEXT NOT NULL, -- the scenario, overrides applied
  seed TEXT NOT NULL -- decimal: a seed has 64 bits without a sign
    CHECK (length(seed) BETWEEN 1 AND 20 AND seed NOT GLOB '*[^0-9]*'),
  start_date TEXT NOT NULL -- first simulated day; times count seconds from its midnight
    CHECK (start_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  days INTEGER NOT NULL CHECK (days >= 0),
  end_time INTEGER NOT NULL, -- seconds since the start; what lies after it is unknown
  accounts INTEGER NOT NULL CHECK (accounts >= 0),
  recording TEXT NOT NULL -- which views, profile views and messages event_chunk holds
    CHECK (recording IN ('all', 'child-facing', 'none')),
  events INTEGER NOT NULL CHECK (events >= 0), -- of the run
  held INTEGER NOT NULL CHECK (held BETWEEN 0 AND events), -- of these, in event_chunk
  digest TEXT CHECK (length(digest) = 64), -- of all events; NULL where all are held
  CHECK (recording <> 'all' OR held = events),
  CHECK (status = 'incomplete' OR (recording = 'all') = (digest IS NULL))
) STRICT;
CREATE TABLE seal ( -- A checksum of some rows of a table as they were written.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40), -- of the table
  block INTEGER NOT NULL CHECK (block >= 0), -- position among the blocks of the table's rows
  rows INTEGER NOT NULL CHECK (rows >= 1), -- rows of the block, in the order of their keys
  checksum INTEGER NOT NULL, -- XXH64 of their cells
  PRIMARY KEY (name, block)
) STRICT, WITHOUT ROWID;
CREATE TABLE truth_account ( -- Who owns an account, and whether the owner grooms.
  account INTEGER PRIMARY KEY REFERENCES account,
  person INTEGER NOT NULL REFERENCES truth_person,
  groomer INTEGER NOT NULL CHECK (groomer IN (0, 1))
) STRICT;
CREATE VIEW truth_account_view AS -- Who really owns an account.
SELECT
  t.account AS account, t.person AS person,
  p.age AS age, -- years at the start
  (SELECT c.name FROM code AS c WHERE c.domain = 'sex' AND c.value = p.sex) AS sex,
  (SELECT c.name FROM code AS c WHERE c.domain = 'role' AND c.value = p.role) AS role,
  t.groomer AS groomer,
  (SELECT f.name FROM truth_profile AS f WHERE f.id = g.profile) AS profile,
  (SELECT home.name FROM place AS home WHERE home.id = p.place) AS place,
  p.household AS household
FROM truth_account AS t
  JOIN truth_person AS p ON p.id = t.person
  LEFT JOIN truth_groomer AS g ON g.account = t.account;
CREATE TABLE truth_case ( -- A groomer and a child in sustained contact.
  id INTEGER PRIMARY KEY CHECK (id >= 0),
  groomer INTEGER NOT NULL REFERENCES account,
  child INTEGER NOT NULL REFERENCES account,
  first_contact INTEGER NOT NULL,
  moved_off_platform INTEGER, -- NULL if they stayed
  ended INTEGER, -- when contact broke off without a meeting; NULL if it did not
  told INTEGER, -- when the child told an adult, which ended it; NULL if it did not
  first_meeting INTEGER, -- NULL if they did not meet within the run
  CHECK (groomer <> child)
) STRICT;
CREATE VIEW truth_case_view AS -- A groomer and a child in sustained contact.
SELECT
  t.id AS id, t.groomer AS groomer, t.child AS child,
  (SELECT f.name FROM truth_profile AS f WHERE f.id = g.profile) AS profile,
  (SELECT a.declared_age FROM account AS a WHERE a.id = t.groomer) AS groomer_declared_age,
  (SELECT a.declared_age FROM account AS a WHERE a.id = t.child) AS child_declared_age,
  first_contact, moved_off_platform, ended, told, first_meeting,
  datetime((SELECT start_date FROM run), first_contact || ' seconds') AS first_contact_calendar,
  datetime((SELECT start_date FROM run), moved_off_platform || ' seconds') AS moved_off_platform_calendar,
  datetime((SELECT start_date FROM run), ended || ' seconds') AS ended_calendar,
  datetime((SELECT start_date FROM run), told || ' seconds') AS told_calendar,
  datetime((SELECT start_date FROM run), first_meeting || ' seconds') AS first_meeting_calendar
FROM truth_case AS t
  LEFT JOIN truth_groomer AS g ON g.account = t.groomer;
CREATE TABLE truth_friendship ( -- What made a friendship that existed at the start.
  lower INTEGER NOT NULL REFERENCES account,
  higher INTEGER NOT NULL REFERENCES account,
  tie INTEGER NOT NULL CHECK (tie BETWEEN 0 AND 255), -- code 'tie'
  PRIMARY KEY (lower, higher),
  CHECK (lower < higher)
) STRICT, WITHOUT ROWID;
CREATE VIEW truth_friendship_view AS -- What made a friendship that existed at the start.
SELECT
  lower, higher,
  (SELECT c.name FROM code AS c WHERE c.domain = 'tie' AND c.value = tie) AS tie
FROM truth_friendship;
CREATE TABLE truth_groomer ( -- Which way the campaign of a groomer's account goes.
  account INTEGER PRIMARY KEY REFERENCES account,
  profile INTEGER NOT NULL REFERENCES truth_profile
) STRICT;
CREATE TABLE truth_hardness ( -- How well something seen of accounts tells groomers from innocent adults.
  id INTEGER PRIMARY KEY CHECK (id >= 0), -- its position in reports
  profile TEXT NOT NULL CHECK (length(profile) BETWEEN 1 AND 100),
  measure TEXT NOT NULL CHECK (length(measure) BETWEEN 1 AND 100), -- family or means
  against TEXT NOT NULL CHECK (length(against) BETWEEN 1 AND 100), -- innocents of which role
  feature TEXT NOT NULL CHECK (length(feature) <= 300), -- which did it best
  tried INTEGER NOT NULL CHECK (tried >= 1), -- of how many features
  groomers INTEGER NOT NULL CHECK (groomers >= 0), -- accounts
  innocents INTEGER NOT NULL CHECK (innocents >= 0), -- accounts
  auc REAL CHECK (auc BETWEEN 0 AND 1), -- NULL where it is undefined
  standard_error REAL CHECK (standard_error >= 0), -- NULL where there is none
  chance REAL CHECK (chance >= 0.5) -- what chance alone reaches; NULL if not worked out
) STRICT;
CREATE TABLE truth_meeting ( -- A first meeting with somebody known online alone, which harmed nobody.
  lower INTEGER NOT NULL REFERENCES account,
  higher INTEGER NOT NULL REFERENCES account,
  time INTEGER NOT NULL CHECK (time >= 0),
  PRIMARY KEY (lower, higher),
  CHECK (lower < higher)
) STRICT, WITHOUT ROWID;
CREATE TABLE truth_person ( -- Somebody who lives in the world, with or without an account.
  id INTEGER PRIMARY KEY CHECK (id >= 0),
  age INTEGER NOT NULL CHECK (age BETWEEN 0 AND 255), -- years at the start
  sex INTEGER NOT NULL CHECK (sex IN (0, 1)), -- code 'sex'
  role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 255), -- code 'role'
  place INTEGER NOT NULL REFERENCES place,
  latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90), -- of the home
  longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  household INTEGER NOT NULL CHECK (household >= 0), -- members have the same number
  school INTEGER REFERENCES focus, -- attended or taught at
  class INTEGER CHECK (class BETWEEN 0 AND 32767), -- a pupil's, within the school year
  club INTEGER REFERENCES focus,
  workplace INTEGER REFERENCES focus,
  CHECK (class IS NULL OR school IS NOT NULL)
) STRICT;
CREATE TABLE truth_profile ( -- A way in which campaigns go, as the scenario has it.
  id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 255),
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200)
) STRICT;
CREATE TABLE truth_stage ( -- When a stage of a case began.
  case_id INTEGER NOT NULL REFERENCES truth_case,
  stage INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 255), -- code 'stage'
  time INTEGER NOT NULL,
  PRIMARY KEY (case_id, stage)
) STRICT, WITHOUT ROWID;
CREATE VIEW truth_stage_view AS -- When a stage of a case began.
SELECT
  case_id,
  (SELECT c.name FROM code AS c WHERE c.domain = 'stage' AND c.value = stage) AS stage,
  time,
  datetime((SELECT start_date FROM run), time || ' seconds') AS time_calendar
FROM truth_stage;

account
0,0,16,0,52.9375,-1.15625,-86400
1,0,13,1,53.140625,-1.203125,-3
2,0,12,NULL,NULL,NULL,-2
3,0,NULL,1,53.125,-1.21875,40
4,1,14,0,52.9375,-1.15625,50

alert
1,0,'cues',70,8,0,1,2.5
1,1,'views',90,10,3,NULL,-1.0

alert_event
1,0,0,0,8
1,0,0,1,9

alert_reason
1,0,0,'ratio',0.1,'log'
1,0,1,'gap',31.0,'years'

block
1,0,100

code
'cue-bit',0,'asks-age'
'cue-bit',1,'asks-whereabouts'
'cue-bit',2,'asks-who-is-near'
'cue-bit',3,'flatters'
'cue-bit',4,'offers-gift'
'cue-bit',5,'asks-secrecy'
'cue-bit',6,'moves-platform'
'cue-bit',7,'proposes-meeting'
'event-kind',1,'post'
'event-kind',2,'view'
'event-kind',3,'profile-view'
'event-kind',4,'follow'
'event-kind',5,'request'
'event-kind',6,'acceptance'
'event-kind',7,'refusal'
'event-kind',8,'expiry'
'event-kind',9,'message'
'event-kind',10,'unfriend'
'event-kind',11,'block'
'event-kind',12,'report'
'focus-kind',0,'primary-school'
'focus-kind',1,'secondary-school'
'focus-kind',2,'club'
'focus-kind',3,'workplace'
'request-outcome',0,'open'
'request-outcome',1,'accepted'
'request-outcome',2,'declined'
'request-outcome',3,'expired'
'request-outcome',4,'blocked'
'role',0,'child'
'role',1,'young-adult'
'role',2,'adult'
'role',3,'parent'
'role',4,'teacher'
'role',5,'coach'
'role',6,'tutor'
'role',7,'newcomer'
'role',8,'relative'
'role',9,'youth-worker'
'role',10,'supply-teacher'
'role',11,'streamer'
'role',12,'forum-moderator'
'sex',0,'female'
'sex',1,'male'
'stage',0,'approach'
'stage',1,'rapport'
'stage',2,'isolation'
'stage',3,'arranging'
'tie',0,'family'
'tie',1,'school'
'tie',2,'club'
'tie',3,'work'
'tie',4,'nearby'
'tie',5,'online'

conversation
0,1,70,80,5,2

event_chunk
0,8,10,60,NULL,X'0102030405050607',X'0A0000000C000000140000001E0000002800000029000000320000003C000000',X'0100000000000000000000000000000000000000000000000100000002000000',X'FFFFFFFF01000000010000000100000001000000020000000000000000000000',X'01000100000000000000000000000000',X'0103010101010101'
8,5,70,101,NULL,X'09090A0B0C',X'46000000500000005A0000006400000065000000',X'0000000001000000030000000100000001000000',X'0100000000000000000000000000000000000000',X'03000000000000000000',X'0502010101'

focus
0,1,1
1,2,1
2,3,0

follow
0,1,30

friendship
0,1,50,100
0,3,-1,90
1,2,-1,NULL
1,3,-1,NULL

metric
1,'all','lead','days',1.04,0.5,2.25,NULL,NULL
1,'cues','precision','share',NULL,NULL,NULL,0,0
1,'views','alerts','alerts',1.0,NULL,NULL,1,NULL

place
0,'Nottingham',52.953,-1.149,289301
1,'Mansfield',53.144,-1.198,77551

platform
0,'main'
1,'chat'

replay
1,'all'

replay_detector
1,0,'cues'
1,1,'views'
1,2,'silent'

report
1,0,101

request
0,1,40,50,1,4
0,2,41,60,2,5

run
1,'complete','0.1.0','small','name: small
','18446744073709551615','2017-04-01',2,172800,5,'all',13,13,NULL

seal
'account',0,5,-8934488122285639592
'alert',0,2,-8647287984223503024
'alert_event',0,2,1578595553267948624
'alert_reason',0,2,6122887370272649332
'block',0,1,2935476611589154649
'code',0,54,-6166126340415579006
'conversation',0,1,-7777279463286517793
'event_chunk',0,1,-5950978385687116404
'event_chunk',1,1,-5220912111918723720
'focus',0,3,6453455407711040527
'follow',0,1,-3504975469359372378
'friendship',0,4,7554976790808948727
'metric',0,3,-1988553790813452513
'place',0,2,4590469938894261044
'platform',0,2,5276384099263006755
'replay',0,1,-2295004263805910640
'replay_detector',0,3,3037093418702771930
'report',0,1,9019239041365645678
'request',0,2,6382682794324717113
'run',0,1,2750055380518200628
'truth_account',0,5,4912852270879570429
'truth_case',0,1,-8711561510665991411
'truth_friendship',0,3,5513673112912383270
'truth_groomer',0,1,2278563012853148250
'truth_hardness',0,2,-5608241202457073931
'truth_meeting',0,2,548679465116841751
'truth_person',0,5,-7414540012479161683
'truth_profile',0,2,-3624842583362252163
'truth_stage',0,2,-7702751901156960716

truth_account
0,0,1
1,1,0
2,2,0
3,3,0
4,1,0

truth_case
0,0,1,40,85,NULL,NULL,90000

truth_friendship
0,3,5
1,2,0
1,3,1

truth_groomer
0,1

truth_hardness
0,'all','best','all-adults','outreach',55,1,1,0.75,0.125,0.625
1,'all','tree','all-adults','',55,1,1,NULL,NULL,NULL

truth_meeting
1,3,78
2,4,77

truth_person
0,44,1,2,0,52.9375,-1.15625,0,NULL,NULL,NULL,2
1,13,0,0,1,53.140625,-1.203125,1,0,0,1,NULL
2,12,1,0,1,53.15625,-1.1875,1,0,0,NULL,NULL
3,35,0,4,1,53.125,-1.21875,2,0,NULL,NULL,0
4,71,0,7,0,52.90625,-1.09375,3,NULL,NULL,NULL,NULL

truth_profile
0,'patient'
1,'direct'

truth_stage
0,0,40
0,3,75

"""#
