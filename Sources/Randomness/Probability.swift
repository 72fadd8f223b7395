/// Stops the program if a probability lies outside 0...1 or is not a number.
func checkProbability(_ probability: Double) {
  precondition(
    probability >= 0 && probability <= 1,
    "a probability must lie in 0...1, found \(probability)")
}
