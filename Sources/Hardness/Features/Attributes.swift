extension Feature {
  /// What an account says of itself; a platform knows no sex.
  static let ofAttributes: [Feature] = [
    Feature(.attributes, "declared-age", "Declared age in years; 0 if none is declared.") {
      Double($0.declaredAge ?? 0)
    },
    Feature(.attributes, "age-undeclared", "Whether no age is declared.") {
      $0.declaredAge == nil ? 1 : 0
    },
    Feature(.attributes, "place-undeclared", "Whether no place is declared.") {
      $0.declaresPlace ? 0 : 1
    },
  ]
}
