import Testing
import Vocabulary

@testable import Scoring

@Suite("Delay beyond knowable") struct KnowableTests {
  @Test("is what lies between knowable and the first alert, where there are both")
  func delay() {
    func scored(_ knowable: Int32?, _ alert: Int32?) -> ScoredCase {
      ScoredCase(
        groomer: AccountID(0), child: AccountID(1), firstContact: SimTime(rawValue: 5),
        meeting: SimTime(rawValue: 900), knowable: knowable.map { SimTime(rawValue: $0) },
        firstAlerts: [alert.map { SimTime(rawValue: $0) }])
    }
    #expect(scored(100, 130).delayBeyondKnowableSeconds(ofDetectorAt: 0) == 30)
    #expect(scored(100, 70).delayBeyondKnowableSeconds(ofDetectorAt: 0) == -30)
    #expect(scored(nil, 70).delayBeyondKnowableSeconds(ofDetectorAt: 0) == nil)
    #expect(scored(100, nil).delayBeyondKnowableSeconds(ofDetectorAt: 0) == nil)
  }
}
