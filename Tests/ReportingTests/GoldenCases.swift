/// The story and the list of `CaseReportTests`, whole.
extension CaseReportTests {
  static let expected = """
    Case 0: groomer #0 met child #1 3.0 days after the first contact. The first alert on the groomer
    came 2.9 days before that.
    A made-up town: seed 7, Tocsin 0.1.0. Cases are numbered from 0 to 2.

              groomer                child
    ------------------------------------------------------
    account   #0                     #1
    declares  age 16, Upton          age 13, Lowton
    in truth  age 44, Lowton, adult  age 12, Lowton, child

    The campaign's profile is 'patient'. Their declared places are 30 km apart. Just before the first
    contact they had no friends in common.

    when              seen by   what happened
    ----------------------------------------------------------------------------------------------------
    2017-04-03 00:01  platform  The groomer looks at 12 posts of the child.
    2017-04-03 00:30  platform  The groomer opens the child's profile 1 time.
    2017-04-03 01:00  platform  The groomer asks the child to be friends.
    2017-04-03 01:00  nobody    Stage 'approach' begins: a request or a first message.
    2017-04-03 02:00  platform  The child accepts; they are friends.
    2017-04-03 02:01  platform  The groomer sends 5 messages (asks-age x2, flatters), the child sends 1
                                message, until 03:00.
    2017-04-03 03:00  detector  ALERT by outreach on the groomer, naming this child; unconnected minors:
                                4 accounts; share of outreach: 57 %; usual rate: 0.018 sittings per day.
                                2.9 days before the meeting.
    2017-04-04 02:00  nobody    The conversation moves off the platform, which sees nothing of it from
                                here on.
    2017-04-05 00:00  nobody    Stage 'arranging' begins: arranging to meet.
    2017-04-06 01:00  nobody    They meet.

    How early

                      first alert       first naming         days after  days before
    detector  alerts  on the groomer    this child        first contact  the meeting
    --------------------------------------------------------------------------------
    outreach       1  2017-04-03 03:00  2017-04-03 03:00            0.1          2.9
    silent         0  none              none                          -            -
    any            1  2017-04-03 03:00  2017-04-03 03:00            0.1          2.9

    How to read this
    - 'platform' is what the platform saw as it happened; 'detector' is an alert on that; 'nobody' is
      known here only because the world is simulated. Cues are labels as the platform's classifier
      reported them, right or wrong.
    - Looks and messages are summed up by day. Of alerts there is the first of each detector on the
      groomer, whichever child led to it, and its first that names this child.
    - Every account, person and meeting here is invented, and no message has any text. The world is
      calibrated to published totals. It is not evidence about a real platform.

    If this touches you or a child you know: Childline 0800 1111 (United Kingdom, free).

    """

  static let expectedList = """
    3 sustained contacts of a groomer with a child, of which 1 led to a first meeting

                                   first       left the                         lead,
    case  groomer  child  profile  contact     platform    outcome  when         days
    ---------------------------------------------------------------------------------
       0       #0     #1  patient  2017-04-03  2017-04-04  met      2017-04-06    2.0
       1       #5     #6  direct   2017-04-04  -           open     -            none

    2 are listed; --limit lists more.

    """
}
