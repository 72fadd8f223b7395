/// Whole reports as they should read.
enum GoldenReports {
  /// Of `Town`.
  static let town = """
    Of 20 first meetings, 15 (75 %, 95 % interval 47-91 %) were preceded by an alert; half of all
    meetings had one at least 17.0 days before. Price: 1.1 accounts flagged per 1,000 accounts a week;
    76 % of the accounts flagged were innocent here, and 99.2 % of the adults would be if one adult
    account in 10,000 were a groomer's.

    A made-up town: 90 days from 3 April 2017, seed 7, Tocsin 0.1.0.
    4,000 accounts, 3,200 of adults (16 of them groomers') and 800 of children; 48,213 friendships;
    1,204,377 events.
    30 sustained contacts of a groomer with a child: 20 led to a first meeting, 6 broke off, 4 went on
    at the end.
    Database: town.sqlite

    How early: an alert on the groomer before the first meeting

                                           by 1 day  by 7 days  by 30 days       median    middle half
                          meetings  share   or more    or more     or more         lead       of leads
    detector              preceded      %         %          %           %         days           days
    --------------------------------------------------------------------------------------------------
    unconnected-minors          11     55        55         50          35          3.0   none to 44.0
    rejected-by-children         6     30        30         25          15         none    none to 1.0
    grooming-cues                9     45        45         40          35         -2.0  -37.0 to 34.0
    any of them                 15     75        75         65          45         17.0   -7.0 to 50.0
      95 % interval                 47-91     47-91      41-83       26-66  1.0 to 50.0

    Meetings without an alert are counted in every share and every median. Lead is the time from the
    first alert to the meeting: 'none' where there was no alert, below 0 where it came after the
    meeting. The interval of each detector is in the JSON output.

    At what price: accounts flagged, and how many of them were groomers'

                                      flagged     alerts  groomers  precision   1 in    1 in     1 in
                          accounts  per 1,000  per 1,000   flagged       here    200   1,000   10,000
    detector               flagged     a week     a week         %          %      %       %        %
    -------------------------------------------------------------------------------------------------
    unconnected-minors          53        1.0        1.0        69         21     25     6.2      0.7
    rejected-by-children         7       0.14       0.14        25         57     57      21      2.6
    grooming-cues               14       0.27       0.60        88        100    >73     >35     >5.0
    any of them                 59        1.1        1.8        88         24     28     7.2      0.8
      95 % interval                  0.89-1.5                64-97      15-36  17-37  3.9-11  0.4-1.2

    Precision is the share of flagged accounts that are groomers'. '1 in 1,000' is what it would be
    among adults if one adult account in 1,000 were a groomer's; '>' marks the least that is likely
    where no adult was flagged in error.

    Flagged in error: share of the innocent accounts of each kind that had an alert, in percent

                                         rejected-
                 innocent  unconnected-        by-  grooming-       any  its 95 %
    kind         accounts        minors   children       cues  detector  interval
    -----------------------------------------------------------------------------
    child             800           1.1          0          0       1.1   0.6-2.1
    young adult        79           1.3          0          0       1.3   0.2-6.8
    adult           1,801           1.0       0.06          0       1.1   0.7-1.6
    parent          1,106           1.0          0          0       1.0   0.6-1.8
    teacher            80           1.2        1.2          0       2.5   0.7-8.7
    coach              30           3.3          0          0       3.3    0.6-17
    tutor               8           few        few        few       few       few
    newcomer           80           1.2        1.2          0       2.5   0.7-8.7

    Every account is of one kind: 'adult' stands for adults of no other. 'few' stands for kinds with
    under 30 accounts: too few for a share to mean much.

    Hardness: the best of 55 single features tells groomers from innocent adults with AUC 0.97
    (strange-minors), two questions with 0.94, and from their innocent twins, of role streamer, the best
    feature with 0.75; 0.5 would be chance, 1 sure. `tocsin hardness town.sqlite` has the table.

    What this cannot tell
    - Every account, person and meeting here is invented, and no message has any text. The world is
      calibrated to published totals. It is not evidence about a real platform.
    - Here about one adult account in 200 is a groomer's, so that there are meetings to measure. How
      many there are in life nobody knows. Precision falls as they become rarer: quote it only at a
      stated prevalence.
    - No good source exists for how many groomers there are; how many children each approaches; how far
      away they live; how soon a conversation leaves the platform; how often ordinary conversations
      carry the same cues; how wide the age gaps in children's friendships are. Vary them in the
      scenario, and see how far the answer moves, before relying on it.
    - This is one simulated world. The intervals hold for chance within it, with all meetings of one
      groomer taken together; other seeds and other settings can differ by more.
    - An alert protects nobody until somebody acts on it. What was done is not in these figures.

    If this touches you or a child you know: Childline 0800 1111 (United Kingdom, free).

    """

  /// Of `Town` under one detector that stays silent, down to the limits.
  static let silent = """
    Of 20 first meetings, none (0 %, 95 % interval 0-23 %) was preceded by an alert. Price: none, for no
    account was flagged.

    A made-up town: 90 days from 3 April 2017, seed 7, Tocsin 0.1.0.
    4,000 accounts, 3,200 of adults (16 of them groomers') and 800 of children; 48,213 friendships;
    1,204,377 events.
    30 sustained contacts of a groomer with a child: 20 led to a first meeting, 6 broke off, 4 went on
    at the end.
    Database: town.sqlite

    How early: an alert on the groomer before the first meeting

                                      by 1 day  by 7 days  by 30 days  median  middle half
                     meetings  share   or more    or more     or more    lead     of leads
    detector         preceded      %         %          %           %    days         days
    --------------------------------------------------------------------------------------
    silent                  0      0         0          0           0    none         none
      95 % interval             0-23      0-23       0-23        0-23    none

    Meetings without an alert are counted in every share and every median. Lead is the time from the
    first alert to the meeting: 'none' where there was no alert, below 0 where it came after the
    meeting. The interval of each detector is in the JSON output.

    At what price: accounts flagged, and how many of them were groomers'

                                 flagged     alerts  groomers  precision  1 in   1 in    1 in
                     accounts  per 1,000  per 1,000   flagged       here   200  1,000  10,000
    detector          flagged     a week     a week         %          %     %      %       %
    -----------------------------------------------------------------------------------------
    silent                  0          0          0         0          -     -      -       -
      95 % interval              0-0.075                 0-19          -     -      -       -

    Precision is the share of flagged accounts that are groomers'. '1 in 1,000' is what it would be
    among adults if one adult account in 1,000 were a groomer's; '>' marks the least that is likely
    where no adult was flagged in error.

    Flagged in error: share of the innocent accounts of each kind that had an alert, in percent

                 innocent          its 95 %
    kind         accounts  silent  interval
    ---------------------------------------
    child             800       0     0-0.5
    young adult        79       0     0-4.6
    adult           1,801       0     0-0.2
    parent          1,106       0     0-0.3
    teacher            80       0     0-4.6
    coach              30       0      0-11
    tutor               8     few       few
    newcomer           80       0     0-4.6

    Every account is of one kind: 'adult' stands for adults of no other. 'few' stands for kinds with
    under 30 accounts: too few for a share to mean much.

    Hardness: the best of 55 single features tells groomers from innocent adults with AUC 0.97
    (strange-minors), two questions with 0.94, and from their innocent twins, of role streamer, the best
    feature with 0.75; 0.5 would be chance, 1 sure. `tocsin hardness town.sqlite` has the table.


    """
}
