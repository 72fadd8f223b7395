import Testing

@testable import Hardness

@Suite("Tree of two questions") struct DecisionTreeTests {
  /// Reference: scikit-learn 1.9.1.
  ///
  ///     i=np.arange(160); y=(i%4==0)
  ///     X=np.array([(i*i*(2*k+3)+5*i*(k+1))%17%8+(2*y if k==0 else 0)+(3*(i%8==0) if k==1 else 0)
  ///                 for k in range(3)]).T
  ///     t=DecisionTreeClassifier(max_depth=2,class_weight="balanced").fit(X,y).tree_
  ///     t.feature, t.threshold, t.value[:,0,1]/t.value[:,0,:].sum(1)
  @Test("asks what scikit-learn's asks, and finds the same in its leaves")
  func reference() {
    let accounts = 0..<160
    let columns = (0..<3).map { k in
      accounts.map { i in
        UInt8(
          (i * i * (2 * k + 3) + 5 * i * (k + 1)) % 17 % 8 + (k == 0 && i % 4 == 0 ? 2 : 0)
            + (k == 1 && i % 8 == 0 ? 3 : 0))
      }
    }
    let tree = DecisionTree(
      columns: columns, positives: accounts.filter { $0 % 4 == 0 },
      negatives: accounts.filter { $0 % 4 != 0 })
    // Its cuts are at 1.0 and 6.5; there is no 1 in the first column.
    #expect(tree.root == .init(feature: 0, bin: 0))
    #expect(tree.children == [nil, .init(feature: 1, bin: 6)])
    let expected = [0, 0.5, 0.5034965034965037, 0.8727272727272728]
    #expect(zip(tree.leaves, expected).allSatisfy { abs($0 - $1) < 1e-12 }, "\(tree.leaves)")
    #expect(tree.score(of: 0, in: columns) == tree.leaves[2])
  }

  @Test("asks nothing where nothing tells")
  func nothing() {
    let tree = DecisionTree(
      columns: [[1, 1, 1, 1], [0, 1, 0, 1]], positives: [0, 1], negatives: [2, 3])
    #expect(tree.root == nil)
    #expect(tree.score(of: 0, in: [[1, 1, 1, 1], [0, 1, 0, 1]]) == 0.5)
  }

  @Test("is cut at the quantiles of both groups, so that few groomers are not in one bin")
  func cuts() {
    let many = (0..<10_000).map { _ in Float(0) }
    let cuts = QuantileCuts((1...64).map { Float($0) }, many)
    #expect(cuts.cuts.count > 30)
    #expect(cuts.bin(of: 0) == 0 && cuts.bin(of: 0.5) == 1)
    let bins = (0...64).map { cuts.bin(of: Float($0)) }
    #expect(bins == bins.sorted())
    #expect(QuantileCuts([5], []).bin(of: 6) == 1)
  }

  @Test("is measured on accounts that it was not fitted on")
  func heldOut() {
    for fold in HeldOut.folds([1, 4, 6], [0, 2, 3, 5]) {
      let fitted = fold.fitted.positives + fold.fitted.negatives
      let measured = fold.measured.positives + fold.measured.negatives
      #expect((fitted + measured).sorted() == Array(0...6))
      #expect(!fold.fitted.positives.isEmpty && !fold.measured.positives.isEmpty)
    }
  }
}
