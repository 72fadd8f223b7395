/// Whole reports of validations as they should read.
extension GoldenReports {
  /// Of a made-up validation.
  static let validation = """
    A made-up town: seed 7, Tocsin 0.1.0. Platform main: 10,000 accounts, 214,430 friendships; 12,960
    people with and without an account.

                                                                 this
         what                          published     accepted   world   error  verdict    source
    --------------------------------------------------------------------------------------------------
    V1   mean number of friends             39.8   35.8..43.8    42.9     0.6  ok         LDBC Datagen
    V3   clustering at median degree        0.14     0.1..0.3   0.304  <0.001  FAIL       Ugander 2011
         clustering, 4x / 1x median           <1           <1   0.600          ok
    V5   in the largest component         >=0.99       >=0.98  1.0000  0.0000  ok         Ugander 2011
    V7   adults' gender assortativity          0  -0.05..0.05   0.000   0.020  ok         Ugander 2011
    V8*  children's ties: same school       0.65    0.5..0.85   0.700   0.010  ok         Add Health
    V9   adults' ties within 5 miles        22.4   20.2..24.6       -          not shown  Liben-Nowell
         adults' ties within 25 miles       22.4   20.2..24.6       -          not shown
    V22  pupils of a secondary school      1,060   954..1,166   1,038       8  ok         DfE 2023/24
         pupils of a class                  22.4   20.2..24.6       -          not shown

    'error' is the standard error of what this world gives. The JSON output defines every figure and its
    error.
    * rests on a weak source: V8.
    V9 not shown: none of Nottinghamshire's towns is in this world.
    V22 not shown: pupils of a class: this world has no classes within school years.

    1 of 6 rows fails: V3.

    Rows on what people do (V11, V12, V15, V16, V17, V18, V19, V20, V23, V24, V25) need a results file:
    tocsin simulate SCENARIO -o run.sqlite, then tocsin validate run.sqlite.

    Sources
    V1 Mean number of friends: LDBC SNB Datagen, from Ugander, Karrer, Backstrom and Marlow 2011 (arXiv
        1111.4503): the mean 190 of all Facebook, scaled to N accounts as N^(0.512 - 0.028 log10 N)
        [FOUND].
    V3 Friends who are friends of each other: Ugander et al. 2011, Fig. 4, in a report of it: 14 % of
        the pairs of friends of the median user are friends, and fewer at higher degrees; small worlds
        have more [FOUND2].
    V5 Accounts that friendships connect: Ugander et al. 2011, abstract: 99.91 % of all users [FOUND].
    V7 Adults' friends of their own sex: Ugander et al. 2011: no strong homophily, which was read; 51.3
        % of men's and 51.8 % of women's friends are women, which is remembered [MEMORY-M].
    V8 Children's friendships within school and year: calibration target of our own, near the Add Health
        literature (e.g. Currarini, Jackson and Pin 2009; same-grade share of nominations 0.75 to 0.85)
        [MEMORY-L].
    V9 Distance between adults who are friends: rank-based friendship with a third of ties anywhere
        (Liben-Nowell et al. 2005, PNAS 102(33):11623) on the residents of England and Wales, Census
        2021, around Nottinghamshire's towns [DERIVED].
    V22 Secondary schools, classes and teachers: Department for Education 2023/24: 3,669,933 pupils of
        state secondary schools over about 3,450 schools (their number from memory); class size 22.4;
        pupils per teacher 16.8 [DERIVED].

    What this cannot tell
    - Every account and person here is invented. A world that passes agrees with published totals; it is
      not evidence about a real platform, and what no row measures may be far off.
    - Most figures on friendships are of Facebook in 2011, whole or scaled down to a small network by a
      rule; other platforms and years differ.
    - A pass of V8 says little: no good source gives that figure, and the range is wide on purpose.

    """

  /// Of a made-up run.
  static let activity = """
    A made-up town: seed 7, Tocsin 0.1.0. Platform main: 10,000 accounts, 214,430 friendships; 12,960
    people with and without an account.

                                                        this
        what                    published    accepted  world  error  verdict  source
    --------------------------------------------------------------------------------------
    V1  mean number of friends       39.8  35.8..43.8   42.9    0.6  ok       LDBC Datagen

    What people do, on all platforms: 90 days, 1,234,567 events

                                                              this
         what                         published    accepted    run  error  verdict    source
    -------------------------------------------------------------------------------------------
    V11  ordinary requests accepted        0.79  0.74..0.84  0.790  0.002  ok         Yang 2011
    V12  groomers' requests accepted       0.26    0.1..0.4  0.444  0.166  unsure     Yang 2011
    V15  10-15s: accepted a stranger       22.4  20.2..24.6      -         not shown  CSEW 2023
    V16  10-15s: wrote to a stranger       22.4  20.2..24.6      -         not shown  CSEW 2023

    'error' is the standard error of what this world or run gives. The JSON output defines every figure
    and its error. 'unsure': the error exceeds what is accepted to either side, so that a verdict would
    be chance; a longer run or more accounts lessen it.
    V15, V16 not shown: what children do in a year takes a year.

    All 2 rows pass.

    Sources
    V1 Mean number of friends: LDBC SNB Datagen, from Ugander, Karrer, Backstrom and Marlow 2011 (arXiv
        1111.4503): the mean 190 of all Facebook, scaled to N accounts as N^(0.512 - 0.028 log10 N)
        [FOUND].
    V11 Ordinary requests that are accepted: Yang et al. 2011 (IMC, arXiv 1106.5321), ordinary users of
        Renren: 79 % of outgoing requests [MEMORY-H].
    V12 Requests of groomers that are accepted: Yang et al. 2011 (IMC, arXiv 1106.5321), fake accounts
        on Renren: 26 % of outgoing requests; they stand for groomers, of whom no figure was found
        [MEMORY-H].
    V15 Children who accept a request of somebody unknown: ONS, Crime Survey for England and Wales, year
        to March 2023: 35.0 % of 10 to 15s [FOUND].
    V16 Children who talk with somebody unknown: ONS, Crime Survey for England and Wales, year to March
        2023: 19.2 % of 10 to 15s spoke with somebody online whom they had never met [FOUND].

    What this cannot tell
    - Every account and person here is invented. A world that passes agrees with published totals; it is
      not evidence about a real platform, and what no row measures may be far off.
    - Most figures on friendships are of Facebook in 2011, whole or scaled down to a small network by a
      rule; other platforms and years differ.

    """

  /// Of two rows of it.
  static let validationJSON = """
    {
      "accounts" : 10000,
      "friendships" : 214430,
      "limits" : [
        "Every account and person here is invented. A world that passes agrees with published totals; it is not evidence about a real platform, and what no row measures may be far off.",
        "Most figures on friendships are of Facebook in 2011, whole or scaled down to a small network by a rule; other platforms and years differ."
      ],
      "persons" : 12960,
      "platform" : "main",
      "rows" : [
        {
          "figures" : [
            {
              "accepted" : {
                "lower" : 0.1,
                "upper" : 0.3,
                "upperIsExcluded" : false
              },
              "definition" : "A definition.",
              "label" : "clustering at median degree",
              "notShownBecause" : null,
              "published" : {
                "lower" : 0.14,
                "upper" : 0.14,
                "upperIsExcluded" : false
              },
              "standardError" : 0.0001,
              "value" : 0.3041,
              "verdict" : "fail"
            },
            {
              "accepted" : {
                "lower" : null,
                "upper" : 1,
                "upperIsExcluded" : true
              },
              "definition" : "A definition.",
              "label" : "clustering, 4x / 1x median",
              "notShownBecause" : null,
              "published" : {
                "lower" : null,
                "upper" : 1,
                "upperIsExcluded" : true
              },
              "standardError" : null,
              "value" : 0.6,
              "verdict" : "pass"
            }
          ],
          "id" : "V3",
          "isOnActivity" : false,
          "source" : "Ugander et al. 2011, Fig. 4, in a report of it: 14 % of the pairs of friends of the median user are friends, and fewer at higher degrees; small worlds have more [FOUND2]",
          "sourceIsWeak" : false,
          "title" : "Friends who are friends of each other",
          "verdict" : "fail"
        },
        {
          "figures" : [
            {
              "accepted" : {
                "lower" : 954,
                "upper" : 1166,
                "upperIsExcluded" : false
              },
              "definition" : "A definition.",
              "label" : "pupils of a secondary school",
              "notShownBecause" : null,
              "published" : {
                "lower" : 1060,
                "upper" : 1060,
                "upperIsExcluded" : false
              },
              "standardError" : 7.6,
              "value" : 1038,
              "verdict" : "pass"
            },
            {
              "accepted" : {
                "lower" : 20.16,
                "upper" : 24.64,
                "upperIsExcluded" : false
              },
              "definition" : "A definition.",
              "label" : "pupils of a class",
              "notShownBecause" : "this world has no classes within school years",
              "published" : {
                "lower" : 22.4,
                "upper" : 22.4,
                "upperIsExcluded" : false
              },
              "standardError" : null,
              "value" : null,
              "verdict" : "not-shown"
            }
          ],
          "id" : "V22",
          "isOnActivity" : false,
          "source" : "Department for Education 2023/24: 3,669,933 pupils of state secondary schools over about 3,450 schools (their number from memory); class size 22.4; pupils per teacher 16.8 [DERIVED]",
          "sourceIsWeak" : false,
          "title" : "Secondary schools, classes and teachers",
          "verdict" : "pass"
        }
      ],
      "rowsFailed" : [
        "V3"
      ],
      "rowsShown" : 2,
      "run" : null,
      "scenario" : "A made-up town",
      "schemaVersion" : 1,
      "seed" : 7,
      "version" : "0.1.0"
    }

    """
}
